"""Fits the table of scores (`scores.json`): a logistic regression on what is known of a name, then a rising curve.

Fitted on the tuning sets that label every name: some forty numbers that turn the recogniser's own sureness into how
often it is right there; its weights never see these sets. `cross_checked` tells how far that holds for texts that the
fit has not seen.
"""

from __future__ import annotations

import importlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from pipeline_training.evaluation import SETS, reader, rows_of
from pipeline_training.reliability import Judged, Reliability
from pipeline_training.scoring import GROUP_OF, grouped, overlap

_RIDGE = 2.0
_ROUNDS = 30
_FEWEST = 60
"""Names in a step of the curve."""

_Case = tuple[dict[str, float], bool, bool, str, int]
"""Features, right, met, group, number of the text."""


def cases(pipeline: str, folder: Path) -> list[_Case]:
    """Give the suggestions on the pooled sets with what is known of them and whether they are right."""
    nlp, names = reader(pipeline)
    features = importlib.import_module("desktop.worker.scores").features
    found: list[_Case] = []
    number = 0
    for tuning in (one for one in SETS if one.pooled):
        rows = rows_of(folder, tuning)
        for row, doc in zip(rows, nlp.pipe(row["text"] for row in rows), strict=True):
            number += 1
            gold = grouped(row["spans"], tuning.groups)
            ignored = [(int(span[0]), int(span[1]), "") for span in row.get("ignore", ())]
            for at in names.situations(doc):
                span = doc[at.name.first : at.name.last]
                group = GROUP_OF.get(at.name.label, "")
                if group not in tuning.groups:
                    continue
                here = (span.start_char, span.end_char, group)
                right = here in gold
                if not right and any(overlap(here, other) for other in ignored):
                    continue
                met = any(other[2] == group and overlap(here, other) for other in gold)
                found.append((features(at), right, met, group, number))
    return found


def fit(found: Sequence[_Case]) -> dict[str, Any]:
    """Give weights and curve as plain data."""
    import numpy as np

    keys = sorted({key for case in found for key in case[0]})
    table = np.array([[case[0].get(key, 0.0) for key in keys] for case in found])
    right = np.array([case[1] for case in found], dtype=float)
    weights = np.zeros(len(keys))
    for _ in range(_ROUNDS):  # Newton's steps
        chance = 1 / (1 + np.exp(-np.clip(table @ weights, -30, 30)))
        slope = table.T @ (chance - right) + _RIDGE * weights
        curve = (table * (chance * (1 - chance))[:, None]).T @ table + _RIDGE * np.eye(len(keys))
        weights -= np.linalg.solve(curve, slope)
    rounded = {key: round(float(weight), 4) for key, weight in zip(keys, weights, strict=True)}
    values = table @ np.array([rounded[key] for key in keys])
    return {"weights": rounded, "curve": _rising(values.tolist(), right.tolist())}


def _rising(values: Sequence[float], right: Sequence[float]) -> list[tuple[float, float]]:
    """Give the points of a rising curve through the shares of right ones (pool adjacent violators)."""
    steps: list[list[float]] = []  # sum of values, sum of right ones, count
    ordered = sorted(zip(values, right, strict=True))
    for at in range(0, len(ordered), _FEWEST):
        part = ordered[at : at + _FEWEST]
        steps.append([sum(v for v, _ in part), sum(r for _, r in part), float(len(part))])
        while len(steps) > 1 and steps[-2][1] / steps[-2][2] >= steps[-1][1] / steps[-1][2]:
            last = steps.pop()
            steps[-1] = [a + b for a, b in zip(steps[-1], last, strict=True)]
    points = [(round(total / count, 4), round(good / count, 4)) for total, good, count in steps]
    return [point for index, point in enumerate(points) if index == 0 or point[0] > points[index - 1][0]]


def write(pipeline: Path, folder: Path) -> Reliability:
    """Fit on all, write the table into the pipeline's folder, and give the cross-checked reliability."""
    file = pipeline / importlib.import_module("desktop.worker.scores").FILE
    _put(file, {"weights": {}, "curve": [(0.0, 0.5)]})  # by it the worker knows the embedded pipeline
    found = cases(str(pipeline), folder)
    _put(file, fit(found))
    return cross_checked(found)


def _put(file: Path, table: dict[str, Any]) -> None:
    file.write_text(json.dumps(table, indent=1, ensure_ascii=False) + "\n", "utf-8", newline="\n")


def cross_checked(found: Sequence[_Case], *, parts: int = 4) -> Reliability:
    """Fit without a quarter of the texts and judge on that quarter, four times."""
    scores = importlib.import_module("desktop.worker.scores")
    judged: list[Judged] = []
    for part in range(parts):
        table = fit([case for case in found if case[4] % parts != part])
        reader_ = scores.Scores(table["weights"], table["curve"])
        for values, right, met, group, number in found:
            if number % parts == part:
                value = sum(table["weights"].get(key, 0.0) * figure for key, figure in values.items())
                judged.append(Judged(reader_.curved(value), right, met, group))
    return Reliability(judged)
