"""From how sure a recogniser is to how often it is right: a small table that lies in the pipeline's folder.

``scores.json`` holds a weight for each of the features below and the points of a rising curve; it is fitted on
labelled texts (``packaging/pipeline_training/calibration.py``). A pipeline without the file gets no scores: a number
that promises nothing is worse than none.
"""

from __future__ import annotations

import json
import math
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from desktop.worker.consistency import Name

FILE = "scores.json"
_DEEPEST = -8.0
_CODES: Mapping[str, str] = {
    "PERSON": "gf", "PER": "gf", "GPE": "cCtsp", "LOC": "rcCtspw", "FAC": "wp", "ORG": "Ook", "NORP": "n",
}  # fmt: skip
WORD_CLASS = "~"
"""What the word classes of the embedded pipeline begin with (its card tells more)."""


@dataclass(frozen=True, slots=True)
class Situation:
    """What is known of one name where it stands."""

    name: Name
    total: float
    least: float
    words: tuple[str, ...]
    norms: tuple[str, ...]
    alike: int
    """Names of the article with the same words and label, this one included."""
    otherwise: int
    """Places where the recogniser itself gave these words another label."""


def features(at: Situation) -> dict[str, float]:
    """Return the features by name; all are small numbers."""
    classes = {letter for norm in at.norms if norm.startswith(WORD_CLASS) for letter in norm[1:]}
    total, least = max(at.total, _DEEPEST), max(at.least, _DEEPEST)
    found = {
        "all": 1.0,
        "total": total,
        "least": least,
        "sure": math.exp(total),
        f"label {at.name.label}": 1.0,
        f"how {at.name.how}": 1.0,
        f"length {min(len(at.words), 4)}": 1.0,
        "listed": float(bool(classes)),
        "listed so": float(not classes.isdisjoint(_CODES.get(at.name.label, ""))),
        "alike": math.log(min(at.alike, 10)),
        "otherwise": math.log1p(min(at.otherwise, 10)),
        "capitals": float(all(word.isupper() for word in at.words)),
        "small": float(not any(word[:1].isupper() for word in at.words)),
    }
    found[f"label {at.name.label} total"] = total
    return found


class Scores:
    """The fitted table."""

    def __init__(self, weights: Mapping[str, float], curve: Sequence[tuple[float, float]]) -> None:
        self._weights = dict(weights)
        self._from = [point[0] for point in curve]
        self._to = [point[1] for point in curve]

    @staticmethod
    def load(folder: Path) -> Scores | None:
        """Return the table of a pipeline's folder; None if there is none or it cannot be read."""
        try:
            raw = json.loads((folder / FILE).read_text("utf-8"))
            weights = {str(name): float(weight) for name, weight in raw["weights"].items()}
            curve = [(float(x), float(y)) for x, y in raw["curve"]]
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return None
        rising = all(a[0] < b[0] and a[1] <= b[1] for a, b in pairwise(curve))
        return Scores(weights, curve) if curve and rising else None

    def score(self, at: Situation) -> float:
        """Return the chance, 0 to 1, that somebody would label this name so, with these borders."""
        return self.curved(raw(self._weights, at))

    def curved(self, value: float) -> float:
        """Return the curve's height at a value, straight between its points."""
        index = bisect_right(self._from, value)
        if index == 0:
            return self._to[0]
        if index == len(self._from):
            return self._to[-1]
        left, right = self._from[index - 1], self._from[index]
        share = (value - left) / (right - left)
        return self._to[index - 1] + share * (self._to[index] - self._to[index - 1])


def raw(weights: Mapping[str, float], at: Situation) -> float:
    """Return the weighted sum of the features."""
    return sum(weights.get(name, 0.0) * value for name, value in features(at).items())
