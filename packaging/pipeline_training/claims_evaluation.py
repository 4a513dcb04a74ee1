"""Runs the program's search for claims over the tuning set, and tells which of its targets are reached."""

from __future__ import annotations

import importlib
import json
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline_training.claims_scoring import Claim, ClaimScore, annotated
from pipeline_training.needs import need

FILE = "polnear_dev.claims.jsonl"
_ROOT = Path(__file__).resolve().parents[2]
_PRECISION, _RECALL, _F1 = 86.0, 72.0, 78.0
_MATCHED, _CLAIMANT, _SOURCE = 48.0, 82.0, 55.0
_SPEED, _LOAD, _MEGABYTES = 6_000, 0.5, 12.0
_RUNS = 3
_TIMED_LOAD = (
    "import sys,time,spacy; sys.path.insert(0,sys.argv[2]); import desktop.worker.prelabel as p; t=time.process_time();"
    " p.Pipeline.load(sys.argv[1], claims=True); print(time.process_time()-t)"
)


@dataclass(frozen=True)
class ClaimResult:
    """All figures of the search for claims beside one pipeline of names."""

    score: ClaimScore
    words_per_second: float
    """White-space words a second of one core's time, names and claims, as the worker reads; the best of three."""
    load_seconds: float
    size: int
    """Bytes on disk of the embedded pipeline's parts, 0 for another pipeline."""

    def checks(self) -> Iterator[tuple[str, str, str, bool]]:
        """Yield every target: what, wanted, reached, whether."""
        score = self.score
        shares = (
            ("claims: words, precision", _PRECISION, score.content.precision),
            ("claims: words, recall", _RECALL, score.content.recall),
            ("claims: words, F1", _F1, score.content.f1),
            ("claims: attributions matched (half of the words)", _MATCHED, score.matched.recall),
            ("claims: claimant right where matched", _CLAIMANT, score.claimant.recall),
            ("claims: source, words, F1", _SOURCE, score.source.f1),
        )
        for what, wanted, got in shares:
            yield what, f"{wanted:.0f}", f"{100 * got:.1f}", round(100 * got, 1) >= wanted
        speed = self.words_per_second
        yield "names and claims: words a second on one core", f"{_SPEED:,}", f"{speed:,.0f}", speed >= _SPEED
        yield "names and claims: seconds to load", f"{_LOAD}", f"{self.load_seconds:.2f}", self.load_seconds <= _LOAD
        if self.size:
            size = self.size / 1e6
            yield "both parts: megabytes on disk", f"{_MEGABYTES:.0f}", f"{size:.1f}", size <= _MEGABYTES

    def table(self) -> str:
        """Give the targets and the figures by rule as Markdown."""
        lines = list(self.checks())
        score = self.score
        rows = [
            "| target | wanted | reached | |",
            "|---|---|---|---|",
            *(f"| {what} | {wanted} | {got} | {'hold' if ok else '**miss**'} |" for what, wanted, got, ok in lines),
            f"\n{sum(ok for *_, ok in lines)} of {len(lines)} targets hold. {score.matched.predicted} claims suggested,"
            f" {score.matched.expected} annotated; matched exactly {100 * score.exact.recall:.1f} %, "
            f"of the suggested {100 * score.matched.precision:.1f} % match an annotated one.\n",
            "| known by | claims | right | claimant right |",
            "|---|---|---|---|",
        ]
        for kind, counts in sorted(score.kinds.items(), key=lambda item: -item[1].predicted):
            right = 100 * counts.right / counts.predicted
            who = score.claimants.get(kind)
            claimant = f"{100 * who.recall:.0f}" if who is not None else "–"
            rows.append(f"| {kind} | {counts.predicted} | {right:.0f} | {claimant} |")
        return "\n".join(rows)

    def as_json(self) -> dict[str, Any]:
        """Give plain data."""
        targets = [{"target": what, "wanted": w, "reached": got, "ok": ok} for what, w, got, ok in self.checks()]
        kinds = {kind: {"claims": c.predicted, "right": c.right} for kind, c in self.score.kinds.items()}
        return {"targets": targets, "kinds": kinds}


def evaluate_claims(pipeline: str, folder: Path) -> ClaimResult | None:
    """Give the figures, None if the set is missing."""
    path = folder / FILE
    if not path.is_file():
        return None
    need("spacy")
    if str(_ROOT) not in sys.path:
        sys.path.insert(0, str(_ROOT))
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    score = ClaimScore()
    for row, found in zip(rows, _find(pipeline, [row["text"] for row in rows]), strict=True):
        score.add(row["text"], found, annotated(row))
    loaded = importlib.import_module("desktop.worker.prelabel").Pipeline.load(pipeline, claims=True)
    articles = _articles([row["text"] for row in rows])
    list(loaded.find(0, articles[:2], cancelled=lambda: False))
    words = sum(len(row["text"].split()) for row in rows)
    speed = max(words / _seconds(loaded, articles) for _ in range(_RUNS))
    command = [sys.executable, "-c", _TIMED_LOAD, pipeline, str(_ROOT)]
    loads = [float(subprocess.run(command, check=True, capture_output=True, text=True).stdout) for _ in range(_RUNS)]
    return ClaimResult(score, speed, min(loads), _size(Path(pipeline)))


def _seconds(loaded: Any, articles: list[Any]) -> float:
    """Return the processor time that reading takes."""
    started = time.process_time()
    list(loaded.find(1, articles, cancelled=lambda: False))
    return time.process_time() - started


def _articles(texts: list[str]) -> list[Any]:
    article = importlib.import_module("desktop.core.prelabel.messages").ArticleText
    return [article.of(number, text) for number, text in enumerate(texts)]


def _find(pipeline: str, texts: list[str]) -> Iterator[list[Claim]]:
    """Give the claims of each text with what they were known by, names found by the pipeline."""
    names = importlib.import_module("desktop.worker.claims.speakers").Name
    words = importlib.import_module("desktop.worker.claims.words")
    reading = importlib.import_module("desktop.worker.claims.reading")
    find_claims = importlib.import_module("desktop.worker.claims.finder").find_claims
    nlp = need("spacy").load(pipeline)
    reader = reading.SyntaxReader(nlp, words.for_language(nlp.lang).quoting)
    for text in texts:
        doc = nlp(text)
        ents = [names(ent.start_char, ent.end_char, ent.label_) for ent in doc.ents]
        yield [
            Claim(
                tuple((f.start, f.end) for f in found.fragments),
                ((found.source.start, found.source.end),) if found.source is not None else (),
                str(found.rule),
            )
            for found in find_claims(reader.doc(doc, text, ents), ents)
        ]


def _size(folder: Path) -> int:
    """Return the bytes of the folder and of the part for claims beside it."""
    other = folder.with_name(f"{folder.name.split('_')[0]}_pressmark_syntax")
    if not (other / "config.cfg").is_file():
        return 0
    return sum(file.stat().st_size for part in (folder, other) for file in part.rglob("*") if file.is_file())
