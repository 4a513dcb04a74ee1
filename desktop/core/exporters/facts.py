"""What is known of a dataset from its records as they pass: counts for its card, its manifest and the preview."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from itertools import combinations

from annotation_schema.model import AnnotationSet, ArticleRecord, Fragments, Status


@dataclass(slots=True)
class Agreement:
    """Of two annotators' spans in the same articles: how many there are, and how many are equal to one of the other."""

    spans: int = 0
    equal: int = 0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall of one against the other."""
        return self.equal / self.spans if self.spans else 0.0


@dataclass(slots=True)
class Facts:
    """Counts over records; memory grows with labels, publishers and months, not with articles."""

    articles: int = 0
    annotated: int = 0  # somebody has spans there or a status
    several: int = 0  # annotated by more than one
    characters: int = 0
    discontinuous: int = 0
    overlapping: int = 0
    parts: Counter[str] = field(default_factory=Counter[str])
    labels: Counter[tuple[str, str]] = field(default_factory=Counter[tuple[str, str]])  # (part, label)
    relations: Counter[str] = field(default_factory=Counter[str])
    publishers: Counter[str] = field(default_factory=Counter[str])
    languages: Counter[str] = field(default_factory=Counter[str])
    months: Counter[str] = field(default_factory=Counter[str])  # "2024-05"; "" without a date
    first: str = ""
    last: str = ""
    statuses: Counter[str] = field(default_factory=Counter[str])
    annotators: Counter[str] = field(default_factory=Counter[str])  # articles of each
    spans_of: Counter[str] = field(default_factory=Counter[str])
    origins: Counter[str] = field(default_factory=Counter[str])
    agreement: dict[str, Agreement] = field(default_factory=dict[str, Agreement])

    @property
    def spans(self) -> int:
        """Spans of all annotators."""
        return sum(self.labels.values())

    def label_totals(self) -> list[tuple[str, int]]:
        """Return the labels with their spans, most first."""
        totals = Counter[str]()
        for (_, label), number in self.labels.items():
            totals[label] += number
        return sorted(totals.items(), key=lambda item: (-item[1], item[0]))

    def add(self, record: ArticleRecord, part: str) -> None:
        """Count a record."""
        article = record.article
        self.articles += 1
        self.parts[part] += 1
        self.characters += len(article.text)
        self.publishers[article.publisher] += 1
        self.languages[article.language] += 1
        published = article.published
        self.months[published[:7]] += 1
        if published:
            self.first = min(self.first, published) if self.first else published
            self.last = max(self.last, published)
        worked = [h for h in record.annotations if h.spans or h.status != Status.TODO]
        self.annotated += bool(worked)
        self.several += len(worked) > 1
        for held in worked:
            self.statuses[held.status.value] += 1
            self.annotators[held.annotator] += 1
            self.spans_of[held.annotator] += len(held.spans)
            self.relations.update(r.type for r in held.relations)
            self._spans(held, part)
        for one, other in combinations(worked, 2):
            self._agree(one, other)

    def _spans(self, held: AnnotationSet, part: str) -> None:
        reached = 0
        for span in sorted(held.spans, key=lambda s: (s.start, -s.end)):
            self.labels[part, span.label] += 1
            self.origins[span.origin.kind.value] += 1
            self.discontinuous += len(span.fragments) > 1
            self.overlapping += span.start < reached
            reached = max(reached, span.end)

    def _agree(self, one: AnnotationSet, other: AnnotationSet) -> None:
        ours = {(s.label, s.fragments) for s in one.spans}
        theirs = {(s.label, s.fragments) for s in other.spans}
        for label, _ in _all(ours, theirs):
            self.agreement.setdefault(label, Agreement()).spans += 1
        for label, _ in _all(ours & theirs, ours & theirs):
            self.agreement[label].equal += 1


def _all(*sets: set[tuple[str, Fragments]]) -> list[tuple[str, Fragments]]:
    return [item for held in sets for item in held]
