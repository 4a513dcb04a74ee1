"""Runs a pipeline over the tuning sets, as the worker does, and gathers scores, speed, load time and size."""

from __future__ import annotations

import importlib
import json
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline_training.needs import need
from pipeline_training.reliability import Judged, Reliability
from pipeline_training.scoring import GROUP_OF, GROUPS, Counts, Score, Span, grouped, overlap, score


@dataclass(frozen=True)
class TuningSet:
    """One file, and which groups its gold labels in full; other groups are not scored on it."""

    file: str
    title: str
    groups: tuple[str, ...]
    pooled: bool
    """Whether it counts in the pooled figures: sets that label more than places do, and no text counts twice."""

    @property
    def full(self) -> bool:
        """Whether every name is labelled, not only places."""
        return len(self.groups) > 1


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
    met: dict[str, Counts]
    """Names that a suggestion of any label meets, by file; only `expected` and `right` are used."""
    reliability: Reliability
    """How often suggestions of each score are right."""
    size: int
    """Bytes of the folder; 0 for what is not a folder."""
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
            "bytes": self.size,
            "met": {file.removesuffix(".jsonl"): round(counts.recall, 4) for file, counts in self.met.items()},
            "reliability": self.reliability.as_json(),
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


def rows_of(folder: Path, tuning: TuningSet) -> list[dict[str, Any]]:
    """Give the texts of a set; none if the file is missing."""
    path = folder / tuning.file
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()] if path.is_file() else []


def evaluate(pipeline: str, folder: Path, *, without: Sequence[str] = (), alike: bool = True) -> Result:
    """Give the figures; sets that are missing are left out, none at all ends the script with a sentence.

    `alike`: whether the places of an article are compared, as in the program; without it, the pipeline alone.
    """
    nlp, names = reader(pipeline, without=without, alike=alike)
    nlp("Warm the caches up before the clock starts.")
    scores: dict[str, Score] = {}
    met: dict[str, Counts] = {}
    judged: list[Judged] = []
    words = 0
    seconds = 0.0
    for tuning in SETS:
        rows = rows_of(folder, tuning)
        if not rows:
            continue
        started = time.process_time()
        found = [
            [(span.fragments[0].start, span.fragments[0].end, span.label, span.score) for span in names.spans(doc)]
            for doc in nlp.pipe((row["text"] for row in rows), batch_size=_BATCH)
        ]
        seconds += time.process_time() - started
        words += sum(len(row["text"].split()) for row in rows)
        total, any_label = Score(), Counts()
        for row, spans in zip(rows, found, strict=True):
            gold = grouped(row["spans"], tuning.groups)
            ignored = [(int(span[0]), int(span[1]), "") for span in row.get("ignore", ())]
            total.add(score(grouped((s[:3] for s in spans), tuning.groups), gold, ignored, tuning.groups))
            every = grouped((s[:3] for s in spans), GROUPS)
            any_label.add(Counts(len(every), len(gold), sum(any(overlap(g, s) for s in every) for g in gold)))
            if tuning.pooled:
                judged += judge(spans, gold, ignored, tuning.groups)
        scores[tuning.file] = total
        if tuning.full:
            met[tuning.file] = any_label
    if not scores:
        raise SystemExit(f"{folder} holds none of the tuning sets ({', '.join(tuning.file for tuning in SETS)}).")
    command = [sys.executable, "-c", _LOAD, pipeline]
    loads = [float(subprocess.run(command, check=True, capture_output=True, text=True).stdout) for _ in range(3)]
    size = sum(file.stat().st_size for file in Path(pipeline).rglob("*") if file.is_file())
    version = str(need("spacy").__version__)
    return Result(str(pipeline), version, scores, met, Reliability(judged), size, words / seconds, min(loads))


def reader(pipeline: str, *, without: Sequence[str] = (), alike: bool = True) -> tuple[Any, Any]:
    """Load a pipeline and what the worker makes of its names."""
    root = str(Path(__file__).resolve().parents[2])
    if root not in sys.path:
        sys.path.append(root)  # the worker's part is measured as it is
    nlp = need("spacy").load(pipeline, exclude=list(without))
    names = importlib.import_module("desktop.worker.names")
    return nlp, names.Names(nlp, Path(pipeline) if Path(pipeline).is_dir() else None, alike=alike)


def judge(
    spans: Sequence[tuple[int, int, str, float | None]],
    gold: Sequence[Span],
    ignored: Sequence[Span],
    groups: Sequence[str],
) -> list[Judged]:
    """Tell of each scored suggestion of these groups whether it is right; what meets ignored spans is left out."""
    expected = set(gold)
    judged: list[Judged] = []
    for start, end, label, value in spans:
        group = GROUP_OF.get(label, "")
        if group not in groups or value is None:
            continue
        right = (start, end, group) in expected
        if right or not any(overlap((start, end, ""), other) for other in ignored):
            met = any(other[2] == group and overlap((start, end, ""), other) for other in gold)
            judged.append(Judged(value, right, met, group))
    return judged
