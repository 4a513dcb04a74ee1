"""Whether scores keep their promise: of the suggestions scored about 0.9, nine in ten should be right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

_BORDERS = (0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 1.01)


@dataclass(frozen=True)
class Judged:
    """A scored suggestion; `right`: same borders and group as a name; `met`: same group, a character in common."""

    score: float
    right: bool
    met: bool
    group: str


@dataclass(frozen=True)
class Bin:
    """Suggestions whose scores lie between two borders; shares from 0 to 1."""

    low: float
    high: float
    count: int
    mean: float
    right: float
    met: float


class Reliability:
    """The scored suggestions of some texts."""

    def __init__(self, judged: Sequence[Judged]) -> None:
        self._judged = list(judged)

    def bins(self) -> list[Bin]:
        """Give the bins that hold anything."""
        found: list[Bin] = []
        for low, high in pairwise(_BORDERS):
            inside = [one for one in self._judged if low <= one.score < high]
            if inside:
                mean = sum(one.score for one in inside) / len(inside)
                right = sum(one.right for one in inside) / len(inside)
                met = sum(one.met for one in inside) / len(inside)
                found.append(Bin(low, min(high, 1.0), len(inside), mean, right, met))
        return found

    @property
    def error(self) -> float:
        """Mean distance of score and share of right ones over the bins, weighted by their counts (0 to 1)."""
        total = sum(one.count for one in self.bins())
        return sum(one.count * abs(one.mean - one.right) for one in self.bins()) / total if total else 0.0

    def table(self) -> str:
        """Give the bins as a Markdown table, in per cent; one sentence if nothing has a score."""
        if not self._judged:
            return "This pipeline's suggestions have no scores."
        rows = ["| score | suggestions | mean score | right | right or overlapping |", "|---|---|---|---|---|"]
        rows += [
            f"| {one.low:.2f}–{one.high:.2f} | {one.count} | {100 * one.mean:.0f} | {100 * one.right:.0f}"
            f" | {100 * one.met:.0f} |"
            for one in self.bins()
        ]
        return "\n".join([*rows, f"\nMean distance of score and share of right ones: {100 * self.error:.1f} points."])

    def as_json(self) -> dict[str, Any]:
        """Give plain data."""
        return {
            "error": round(self.error, 4),
            "bins": [
                {
                    "low": one.low,
                    "high": one.high,
                    "count": one.count,
                    "mean": round(one.mean, 4),
                    "right": round(one.right, 4),
                }
                for one in self.bins()
            ],
        }
