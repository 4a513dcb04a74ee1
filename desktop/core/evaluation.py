"""How good suggestions are, measured by what a person has annotated. Pure functions; the figures are counts.

Spans are compared within an article and a label. *Exact*: the same fragments. *Overlap*: at least one character in
common, one to one: exact pairs first, then those that share most. *Characters*: how many of the label's characters are
found, whatever spans they are in. A link is right if both its ends are, exactly or by overlap, and a value that stands
for a link's target (AUTHOR) is compared as such; *given the source* counts the links of sources that were found.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from annotation_schema.model import AnnotationSet, Fragments
from annotation_schema.schema import LabelSchema
from desktop.core.prelabel.merge import RunAnswer


@dataclass(frozen=True, slots=True)
class Counts:
    """How many were predicted, how many there are, and how many of the predicted are right."""

    predicted: int = 0
    expected: int = 0
    right: int = 0

    def __add__(self, other: Counts) -> Counts:
        """Return both together."""
        return Counts(self.predicted + other.predicted, self.expected + other.expected, self.right + other.right)

    @property
    def precision(self) -> float | None:
        """Share of the predicted that is right, 0 to 1; None where nothing was predicted."""
        return self.right / self.predicted if self.predicted else None

    @property
    def recall(self) -> float | None:
        """Share of what is there that was found, 0 to 1; None where there is nothing."""
        return self.right / self.expected if self.expected else None

    @property
    def f1(self) -> float | None:
        """Harmonic mean of the two; None where nothing was predicted and nothing is there."""
        both = self.predicted + self.expected
        return 2 * self.right / both if both else None


@dataclass(frozen=True, slots=True)
class Piece:
    """A span or a suggestion as far as it is compared."""

    label: str
    fragments: Fragments


@dataclass(frozen=True, slots=True)
class Link:
    """A link from a place in a list of pieces to another one, or a value that stands for one."""

    type: str
    source: int
    target: int | None = None
    value: str = ""


@dataclass(frozen=True, slots=True)
class Side:
    """What one side says about an article."""

    pieces: Sequence[Piece] = ()
    links: Sequence[Link] = ()


@dataclass(frozen=True, slots=True)
class SpanFigures:
    """Figures of one label."""

    exact: Counts = Counts()
    overlap: Counts = Counts()
    characters: Counts = Counts()

    def __add__(self, other: SpanFigures) -> SpanFigures:
        """Return both together."""
        return SpanFigures(self.exact + other.exact, self.overlap + other.overlap, self.characters + other.characters)


@dataclass(frozen=True, slots=True)
class LinkFigures:
    """Figures of one relation type."""

    exact: Counts = Counts()
    overlap: Counts = Counts()
    given_source: Counts = Counts()

    def __add__(self, other: LinkFigures) -> LinkFigures:
        """Return both together."""
        return LinkFigures(
            self.exact + other.exact, self.overlap + other.overlap, self.given_source + other.given_source
        )


@dataclass(slots=True)
class Figures:
    """Figures over any number of articles, by label and by relation type."""

    articles: int = 0
    labels: dict[str, SpanFigures] = field(default_factory=dict[str, SpanFigures])
    links: dict[str, LinkFigures] = field(default_factory=dict[str, LinkFigures])

    def add(self, predicted: Side, gold: Side) -> None:
        """Add an article."""
        self.articles += 1
        for label in {p.label for p in (*predicted.pieces, *gold.pieces)}:
            found = _of_label(predicted.pieces, gold.pieces, label)
            self.labels[label] = self.labels.get(label, SpanFigures()) + found
        kinds = {x.type for x in (*predicted.links, *gold.links)}
        if not kinds:
            return
        exact = matched(predicted.pieces, gold.pieces, exact_only=True)
        near = matched(predicted.pieces, gold.pieces)
        for kind in kinds:
            found = _of_links(
                [x for x in predicted.links if x.type == kind], [x for x in gold.links if x.type == kind], exact, near
            )
            self.links[kind] = self.links.get(kind, LinkFigures()) + found

    @property
    def total(self) -> SpanFigures:
        """All labels together."""
        return sum(self.labels.values(), SpanFigures())


def matched(predicted: Sequence[Piece], gold: Sequence[Piece], *, exact_only: bool = False) -> dict[int, int]:
    """Return which of the gold each predicted one stands for, one to one and within a label, by their places."""
    free: dict[Piece, list[int]] = {}
    for place, piece in enumerate(gold):
        free.setdefault(piece, []).append(place)
    pairs: dict[int, int] = {}
    for place, piece in enumerate(predicted):
        if free.get(piece):
            pairs[place] = free[piece].pop(0)
    if exact_only:
        return pairs
    taken = set(pairs.values())
    left = [g for g in range(len(gold)) if g not in taken]
    shares: list[tuple[int, int, int]] = []
    for place, piece in enumerate(predicted):
        if place in pairs:
            continue
        for g in left:
            shared = in_common(piece.fragments, gold[g].fragments) if gold[g].label == piece.label else 0
            if shared:
                shares.append((-shared, place, g))
    for _, place, g in sorted(shares):
        if place not in pairs and g not in taken:
            pairs[place] = g
            taken.add(g)
    return pairs


def in_common(first: Fragments, second: Fragments) -> int:
    """Return how many characters both cover; both in text order."""
    shared = i = j = 0
    while i < len(first) and j < len(second):
        a, b = first[i], second[j]
        shared += max(0, min(a.end, b.end) - max(a.start, b.start))
        if a.end <= b.end:
            i += 1
        else:
            j += 1
    return shared


def _of_label(predicted: Sequence[Piece], gold: Sequence[Piece], label: str) -> SpanFigures:
    ours = [p for p in predicted if p.label == label]
    theirs = [g for g in gold if g.label == label]
    said, there = _covered(ours), _covered(theirs)
    return SpanFigures(
        Counts(len(ours), len(theirs), len(matched(ours, theirs, exact_only=True))),
        Counts(len(ours), len(theirs), len(matched(ours, theirs))),
        Counts(len(said), len(there), len(said & there)),
    )


def _covered(pieces: Iterable[Piece]) -> set[int]:
    return {at for p in pieces for f in p.fragments for at in range(f.start, f.end)}


def _of_links(
    predicted: Sequence[Link], gold: Sequence[Link], exact: Mapping[int, int], near: Mapping[int, int]
) -> LinkFigures:
    said, there = len(predicted), len(gold)
    found = set(near.values())
    of_found = [x for x in gold if x.source in found]
    by_found = [x for x in predicted if x.source in near]
    return LinkFigures(
        Counts(said, there, _right(predicted, gold, exact)),
        Counts(said, there, _right(predicted, gold, near)),
        Counts(len(by_found), len(of_found), _right(by_found, of_found, near)),
    )


def _right(predicted: Iterable[Link], gold: Iterable[Link], pairs: Mapping[int, int]) -> int:
    there = {(x.source, x.target, x.value) for x in gold}
    right: set[tuple[int, int | None, str]] = set()
    for link in predicted:
        source = pairs.get(link.source)
        target = None if link.target is None else pairs.get(link.target, -1)
        if source is not None and (source, target, link.value) in there:
            right.add((source, target, link.value))
    return len(right)


def of_annotations(found: AnnotationSet, schema: LabelSchema) -> Side:
    """Return what a person said, in the labels that the schema has switched on."""
    on = {x.name for x in schema.enabled_labels}
    spans = [s for s in found.spans if s.label in on]
    place = {s.id: number for number, s in enumerate(spans)}
    links = [
        Link(r.type, place[r.source], place[r.target])
        for r in found.relations
        if r.source in place and r.target in place
    ]
    values = [(number, s.label, s.attributes) for number, s in enumerate(spans)]
    links += _values(values, links, schema)
    return Side([Piece(s.label, s.fragments) for s in spans], links)


def of_answer(found: RunAnswer, schema: LabelSchema) -> Side:
    """Return what a pipeline said."""
    links = [Link(r.type, r.source, r.target) for r in found.relations]
    links += _values([(n, s.label, s.attributes) for n, s in enumerate(found.spans)], links, schema)
    return Side([Piece(s.label, s.fragments) for s in found.spans], links)


def _values(
    pieces: Iterable[tuple[int, str, Mapping[str, object]]], links: Sequence[Link], schema: LabelSchema
) -> list[Link]:
    """Return what stands for links: the schema keeps it as an attribute of the source."""
    linked = {(x.type, x.source) for x in links}
    found: list[Link] = []
    for place, label, attributes in pieces:
        for kind in schema.relations:
            value = attributes.get(kind.alternative_attribute) if kind.alternative_attribute else None
            if label in kind.domain and isinstance(value, str) and (kind.name, place) not in linked:
                found.append(Link(kind.name, place, None, value))
    return found
