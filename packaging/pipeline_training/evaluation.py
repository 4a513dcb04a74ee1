"""Runs a pipeline over the tuning sets and gathers scores, speed and load time."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline_training.needs import need
from pipeline_training.scoring import GROUPS, Counts, Score, grouped, score


@dataclass(frozen=True)
class TuningSet:
    """One file, and which groups its gold labels in full; other groups are not scored on it."""

    file: str
    title: str
    groups: tuple[str, ...]
    pooled: bool
    """Whether it counts in the pooled figures: sets that label more than places do, and no text counts twice."""


SETS: tuple[TuningSet, ...] = (
    TuningSet("gum_news_dev.jsonl", "GUM news (5 of the next set's texts)", GROUPS, pooled=False),
    TuningSet("gum_dev_allowed.jsonl", "GUM, six genres", GROUPS, pooled=True),
    TuningSet("re3d_gov.jsonl", "re3d, government texts", GROUPS, pooled=True),
    TuningSet("crossner_politics_dev.jsonl", "CrossNER politics", ("PER", "ORG", "LOC"), pooled=True),
    TuningSet("trnews_devhalf.jsonl", "TR-News, half (places)", ("LOC",), pooled=False),
    TuningSet("lgl_devhalf.jsonl", "LGL, half (places)", ("LOC",), pooled=False),
    TuningSet("geovirus.jsonl", "GeoVirus (places)", ("LOC",), pooled=False),
)
_BATCH = 16
_LOAD = "import time,sys,spacy; t=time.process_time(); spacy.load(sys.argv[1]); print(time.process_time()-t)"


@dataclass(frozen=True)
class Result:
    """All figures of one pipeline."""

    pipeline: str
    spacy: str
    scores: dict[str, Score]
    words_per_second: float
    """White-space words a second of one core's time, all pipes."""
    load_seconds: float
    """Processor seconds of `spacy.load` alone in a fresh process, the best of three."""

    def pooled(self) -> Score:
        """Give the counts of all pooled sets together."""
        total = Score()
        for tuning in SETS:
            if tuning.pooled and tuning.file in self.scores:
                total.add(self.scores[tuning.file])
        return total

    def as_json(self) -> dict[str, Any]:
        """Give plain data; figures are shares from 0 to 1."""
        return {
            "pipeline": self.pipeline,
            "spacy": self.spacy,
            "words_per_second": round(self.words_per_second),
            "load_seconds": round(self.load_seconds, 3),
            "pooled": _score_json(self.pooled()),
            "sets": {file.removesuffix(".jsonl"): _score_json(found) for file, found in self.scores.items()},
        }


def _score_json(found: Score) -> dict[str, Any]:
    def figures(counts: Counts) -> dict[str, float]:
        return {"p": round(counts.precision, 4), "r": round(counts.recall, 4), "f": round(counts.f1, 4)}

    return {
        kind: {group: figures(counts) for group, counts in groups.items()}
        | {"all": figures(found.total(relaxed=relaxed))}
        for kind, groups, relaxed in (("exact", found.exact, False), ("relaxed", found.relaxed, True))
    }


def evaluate(pipeline: str, folder: Path, *, without: Sequence[str] = ()) -> Result:
    """Give the figures; sets that are missing are left out, none at all ends the script with a sentence."""
    spacy = need("spacy")
    nlp = spacy.load(pipeline, exclude=list(without))
    nlp("Warm the caches up before the clock starts.")
    scores: dict[str, Score] = {}
    words = 0
    seconds = 0.0
    for tuning in SETS:
        path = folder / tuning.file
        if not path.is_file():
            continue
        rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
        started = time.process_time()
        docs = list(nlp.pipe((row["text"] for row in rows), batch_size=_BATCH))
        seconds += time.process_time() - started
        words += sum(len(row["text"].split()) for row in rows)
        total = Score()
        for row, doc in zip(rows, docs, strict=True):
            predicted = grouped(((e.start_char, e.end_char, e.label_) for e in doc.ents), tuning.groups)
            ignored = [(int(span[0]), int(span[1]), "") for span in row.get("ignore", ())]
            total.add(score(predicted, grouped(row["spans"], tuning.groups), ignored, tuning.groups))
        scores[tuning.file] = total
    if not scores:
        raise SystemExit(f"{folder} holds none of the tuning sets ({', '.join(tuning.file for tuning in SETS)}).")
    command = [sys.executable, "-c", _LOAD, pipeline]
    loads = [float(subprocess.run(command, check=True, capture_output=True, text=True).stdout) for _ in range(3)]
    return Result(str(pipeline), spacy.__version__, scores, words / seconds, min(loads))


def table(result: Result) -> str:
    """Give the figures as a Markdown table, in per cent."""
    head = "| set | group | names | exact P | R | F1 | relaxed P | R | F1 |\n|---|---|---|---|---|---|---|---|---|"
    rows = [head]
    named = [(tuning.title, result.scores[tuning.file]) for tuning in SETS if tuning.file in result.scores]
    for title, found in [*named, ("**pooled**", result.pooled())]:
        lines = [(group, found.exact[group], found.relaxed[group]) for group in GROUPS if group in found.exact]
        if len(lines) > 1:
            lines.append(("all", found.total(), found.total(relaxed=True)))
        for group, exact, relaxed in lines:
            figures = (exact.precision, exact.recall, exact.f1, relaxed.precision, relaxed.recall, relaxed.f1)
            cells = " | ".join(f"{100 * figure:.1f}" for figure in figures)
            rows.append(f"| {title} | {group} | {exact.expected} | {cells} |")
    together = "; ".join(tuning.title for tuning in SETS if tuning.pooled)
    rows += [
        f"\nPooled: {together}.\n",
        f"{result.words_per_second:,.0f} words a second on one core, loading takes {result.load_seconds:.2f} s"
        f" (processor time, spaCy {result.spacy} already imported).",
    ]
    return "\n".join(rows)
