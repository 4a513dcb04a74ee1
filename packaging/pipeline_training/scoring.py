"""Precision, recall and F1 of predicted names, exact and relaxed, per group, honouring spans to ignore."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

GROUPS = ("PER", "ORG", "LOC", "NORP")
GROUP_OF: Mapping[str, str] = {
    "PERSON": "PER", "PER": "PER", "ORG": "ORG", "NORP": "NORP", "GPE": "LOC", "LOC": "LOC", "FAC": "LOC",
}  # fmt: skip

Span = tuple[int, int, str]


@dataclass
class Counts:
    """Predicted, expected and right ones of a group."""

    predicted: int = 0
    expected: int = 0
    right: int = 0

    @property
    def precision(self) -> float:
        """Share of the predicted that is right, 0 to 1."""
        return self.right / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """Share of the expected that was found, 0 to 1."""
        return self.right / self.expected if self.expected else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall, 0 to 1."""
        return 2 * self.right / (self.predicted + self.expected) if self.right else 0.0

    def add(self, other: Counts) -> None:
        """Add another's counts to these."""
        self.predicted += other.predicted
        self.expected += other.expected
        self.right += other.right


@dataclass
class Score:
    """Counts per group; `exact`: same borders and group; `relaxed`: same group and at least one character in common."""

    exact: dict[str, Counts] = field(default_factory=dict)
    relaxed: dict[str, Counts] = field(default_factory=dict)

    def add(self, other: Score) -> None:
        """Add another score's counts, group by group."""
        for mine, theirs in ((self.exact, other.exact), (self.relaxed, other.relaxed)):
            for group, counts in theirs.items():
                mine.setdefault(group, Counts()).add(counts)

    def total(self, *, relaxed: bool = False) -> Counts:
        """Give the sum over all groups."""
        total = Counts()
        for counts in (self.relaxed if relaxed else self.exact).values():
            total.add(counts)
        return total


def overlap(one: Span, other: Span) -> bool:
    """Tell whether two spans have a character in common."""
    return one[0] < other[1] and other[0] < one[1]


def grouped(spans: Iterable[Sequence[object]], groups: Sequence[str]) -> list[Span]:
    """Give the spans with their group as label, those of other groups left out."""
    found: list[Span] = []
    for start, end, label in spans:
        group = GROUP_OF.get(str(label))
        if group is not None and group in groups:
            found.append((int(str(start)), int(str(end)), group))
    return sorted(found)


def score(predicted: Sequence[Span], gold: Sequence[Span], ignore: Sequence[Span], groups: Sequence[str]) -> Score:
    """Score one text; a prediction that meets an ignored span counts only if it is in the gold exactly."""
    expected = set(gold)
    counted = [p for p in predicted if p in expected or not any(overlap(p, i) for i in ignore)]
    result = Score()
    for group in groups:
        ours = [p for p in counted if p[2] == group]
        theirs = [g for g in gold if g[2] == group]
        result.exact[group] = Counts(len(ours), len(theirs), len(set(ours) & set(theirs)))
        free = list(theirs)
        met = 0
        # One to one: exact pairs first, so that a near miss never takes the partner of an exact one.
        for exact_only in (True, False):
            for span in list(ours):
                partner = next((g for g in free if (g == span if exact_only else overlap(g, span))), None)
                if partner is not None:
                    free.remove(partner)
                    ours.remove(span)
                    met += 1
        result.relaxed[group] = Counts(result.exact[group].predicted, len(theirs), met)
    return result
