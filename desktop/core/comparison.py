"""Two sets of suggestions for the same articles side by side: where they agree, and what each has alone. Pure.

Agreement is F1 between the two, as neither is the truth: twice what both have, by the sum of what each has. Exact:
same label and same fragments. Overlapping: same label and at least one character in common, each counted once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from annotation_schema.model import Fragments
from annotation_schema.offsets import display_surface
from desktop.core.view import NewSuggestion


class Kind(StrEnum):
    """How a suggestion of one stands to those of the other."""

    SAME = "same"
    BORDERS = "borders"  # same label, other borders
    LABEL = "label"  # same or overlapping place, other label
    ALONE = "alone"


@dataclass(frozen=True, slots=True)
class Pair:
    """What stands in one place: a suggestion of the one, of the other, or of both."""

    kind: Kind
    first: NewSuggestion | None
    second: NewSuggestion | None

    @property
    def start(self) -> int:
        """Where it begins in the text."""
        one = self.first or self.second
        return one.fragments[0].start if one is not None else 0


@dataclass(slots=True)
class LabelCounts:
    """Counts of one label over some articles; ``overlap`` includes ``same``."""

    first: int = 0
    second: int = 0
    same: int = 0
    overlap: int = 0

    @property
    def agreement(self) -> float:
        """F1 of exact places, 0 to 1; 1 where neither has any."""
        return _f1(self.same, self.first + self.second)

    @property
    def overlap_agreement(self) -> float:
        """F1 of overlapping places, 0 to 1; 1 where neither has any."""
        return _f1(self.overlap, self.first + self.second)


@dataclass(slots=True)
class Comparison:
    """Totals over articles; ``first_alone`` and ``second_alone`` count (label, surface)."""

    articles: int = 0
    by_label: dict[str, LabelCounts] = field(default_factory=dict[str, LabelCounts])
    first_alone: Counter[tuple[str, str]] = field(default_factory=Counter[tuple[str, str]])
    second_alone: Counter[tuple[str, str]] = field(default_factory=Counter[tuple[str, str]])

    @property
    def total(self) -> LabelCounts:
        """The sums over all labels."""
        found = LabelCounts()
        for one in self.by_label.values():
            found.first += one.first
            found.second += one.second
            found.same += one.same
            found.overlap += one.overlap
        return found

    def add(self, text: str, first: Sequence[NewSuggestion], second: Sequence[NewSuggestion]) -> list[Pair]:
        """Count one article and return its pairs in text order."""
        found = pairs(first, second)
        self.articles += 1
        for one in first:
            self._label(one.label).first += 1
        for one in second:
            self._label(one.label).second += 1
        for pair in found:
            if pair.first is not None and pair.second is not None:
                if pair.kind is Kind.SAME:
                    self._label(pair.first.label).same += 1
                if pair.kind is not Kind.LABEL:
                    self._label(pair.first.label).overlap += 1
            elif pair.first is not None:
                self.first_alone[pair.first.label, display_surface(text, pair.first.fragments)] += 1
            elif pair.second is not None:
                self.second_alone[pair.second.label, display_surface(text, pair.second.fragments)] += 1
        return found

    def _label(self, name: str) -> LabelCounts:
        return self.by_label.setdefault(name, LabelCounts())


def pairs(first: Sequence[NewSuggestion], second: Sequence[NewSuggestion]) -> list[Pair]:
    """Return who stands beside whom, each suggestion once: equal ones, then same labels, then same places, the rest."""
    left, right = list(first), list(second)
    found: list[Pair] = []
    for kind in (Kind.SAME, Kind.BORDERS, Kind.LABEL):
        remaining: list[NewSuggestion] = []
        by_start = sorted(right, key=lambda s: s.fragments[0].start)
        for one in left:
            near = [b for b in _near(one, by_start) if _fits(kind, one, b)]
            if not near:
                remaining.append(one)
                continue
            other = max(near, key=lambda b: _common(one.fragments, b.fragments))
            by_start.remove(other)
            found.append(Pair(kind, one, other))
        left, right = remaining, by_start
    found += [Pair(Kind.ALONE, a, None) for a in left]
    found += [Pair(Kind.ALONE, None, b) for b in right]
    return sorted(found, key=lambda p: (p.start, p.first is None))


def _fits(kind: Kind, a: NewSuggestion, b: NewSuggestion) -> bool:
    match kind:
        case Kind.SAME:
            return (a.label, a.fragments) == (b.label, b.fragments)
        case Kind.BORDERS:
            return a.label == b.label
        case _:
            return True


def _near(one: NewSuggestion, others: Sequence[NewSuggestion]) -> list[NewSuggestion]:
    """Return those that have a character in common with one."""
    from bisect import bisect_left

    end = one.fragments[-1].end
    until = bisect_left(others, end, key=lambda s: s.fragments[0].start)
    start = one.fragments[0].start
    return [b for b in others[:until] if b.fragments[-1].end > start and _common(one.fragments, b.fragments)]


def _common(a: Fragments, b: Fragments) -> int:
    return sum(max(0, min(x.end, y.end) - max(x.start, y.start)) for x in a for y in b)


def _f1(both: int, total: int) -> float:
    return 2 * both / total if total else 1.0
