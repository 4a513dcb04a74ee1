"""What is drawn for the spans and suggestions of an article, prepared once for each change; no Qt, no pixels.

A mark's ``level`` tells marks apart that cover the same text: the innermost has 0. A bracket's ``lane`` is its
column in the margin; brackets that may stand beside the same line have different lanes. Where more than ``LANES``
would meet, all of them stand closer together (``crowd`` says how many there are), up to ``MOST_LANES``.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from annotation_schema.model import Fragment, Fragments, Span, Suggestion
from annotation_schema.schema import Cue, Label, LabelSchema
from desktop.core import boundaries
from desktop.core.view import ArticleView

LANES = 6
"""Columns in the margin for which there is room at full distance."""
MOST_LANES = 18
"""Columns that the same room can be divided into; more brackets beside one line share the last."""
_LINE = 90
"""Code points that a line has at most, nearly always: brackets nearer than this might meet on one line."""


@dataclass(slots=True)
class Mark:
    """One span or suggestion as it is drawn; ``number`` ("C2") only for spans with a bracket."""

    id: int
    label: str
    cue: Cue
    letter: str
    suggested: bool
    fragments: Fragments
    start: int  # first code point
    end: int  # code point after the last
    length: int
    number: str = ""
    level: int = 0
    lane: int = 0
    crowd: int = 1  # lanes that are used where this bracket stands
    overlaps: bool = False  # with another mark of the same kind of cue
    bracket: bool = False  # in the margin

    def looks_like(self, other: Mark) -> bool:
        """Say whether a mark of the same schema is drawn as this one is."""
        return (
            self.fragments == other.fragments
            and self.level == other.level
            and self.lane == other.lane
            and self.crowd == other.crowd
            and self.number == other.number
            and self.overlaps == other.overlaps
            and self.label == other.label
            and self.suggested == other.suggested
        )


@dataclass(slots=True)
class Part:
    """One fragment of a mark.

    ``nested_left`` and ``nested_right``: how many shorter ones begin or end at the same place, so that the edge of
    this one must lie further out.
    """

    fragment: Fragment
    mark: Mark
    length: int  # code points
    nested_left: int = 0
    nested_right: int = 0


def numbers(view: ArticleView, schema: LabelSchema) -> dict[int, str]:
    """Return "C1", "C2" … by span id for spans whose label is cued by a bracket, counted by label in text order."""
    counts: dict[str, int] = {}
    found: dict[int, str] = {}
    bracketed = {x.name: x for x in schema.labels if x.cue is Cue.BRACKET}
    for span in sorted((s for s in view.spans if s.label in bracketed), key=_order):
        counts[span.label] = counts.get(span.label, 0) + 1
        found[span.id] = f"{bracketed[span.label].letter}{counts[span.label]}"
    return found


def _order(item: Span | Suggestion | Mark) -> tuple[int, int, int]:
    return item.start, -item.end, item.id


class Marks:
    """All marks of an article, found by id and by place."""

    def __init__(self, view: ArticleView | None = None, schema: LabelSchema | None = None) -> None:
        """Prepare the marks of a view; without one there are none."""
        self.items: list[Mark] = []
        self.lanes = 0
        if view is not None and schema is not None:
            numbered = numbers(view, schema)
            labels = {x.name: x for x in schema.labels}
            self.items = [_mark(s, labels, suggested=False, number=numbered.get(s.id, "")) for s in view.spans]
            self.items += [_mark(s, labels, suggested=True) for s in view.suggestions]
            length = len(view.article.text)
            self.items = sorted((m for m in self.items if m.end <= length), key=_order)
            self._assign_lanes(view.article.text)
        self.by_id = {m.id: m for m in self.items}
        self._parts = _parts(self.items)
        self._starts = [p.fragment.start for p in self._parts]
        self._reach = _running_maximum(p.fragment.end for p in self._parts)
        self._assign_levels()
        self._brackets = [m for m in self.items if m.bracket]
        self._bracket_starts = [m.start for m in self._brackets]
        self._bracket_reach = _running_maximum(m.end for m in self._brackets)

    def changed(self, other: Marks) -> list[Mark]:
        """Return the marks, of both, that are not drawn alike in another version of the same article."""
        there = other.by_id
        gone = [m for m in self.items if (now := there.get(m.id)) is None or not m.looks_like(now)]
        ids = {m.id for m in gone}
        return gone + [m for m in other.items if m.id in ids or m.id not in self.by_id]

    def between(self, start: int, end: int) -> list[Part]:
        """Return the fragments that share a character with ``[start, end)``, in text order."""
        found: list[Part] = []
        index = bisect_left(self._starts, end) - 1
        while index >= 0 and self._reach[index] > start:
            if self._parts[index].fragment.end > start:
                found.append(self._parts[index])
            index -= 1
        found.reverse()
        return found

    def brackets_between(self, start: int, end: int) -> list[Mark]:
        """Return the marks with a bracket whose first to last character reaches into ``[start, end)``."""
        found: list[Mark] = []
        index = bisect_left(self._bracket_starts, end) - 1
        while index >= 0 and self._bracket_reach[index] > start:
            if self._brackets[index].end > start:
                found.append(self._brackets[index])
            index -= 1
        found.reverse()
        return found

    def at(self, character: int) -> list[Mark]:
        """Return the marks over a character, innermost first."""
        found = self.between(character, character + 1)
        found.sort(key=lambda p: (p.length, p.mark.suggested, p.mark.bracket, p.mark.id))
        return [p.mark for p in found]

    def _assign_levels(self) -> None:
        neighbours: dict[int, list[Mark]] = {}
        active: list[tuple[int, Mark]] = []
        for part in self._parts:
            fragment, mark = part.fragment, part.mark
            active = [a for a in active if a[0] > fragment.start]
            for _, other in active:
                if other is not mark and other.bracket == mark.bracket:
                    neighbours.setdefault(mark.id, []).append(other)
                    neighbours.setdefault(other.id, []).append(mark)
            active.append((fragment.end, mark))
        placed: set[int] = set()
        for mark in sorted(self.items, key=lambda m: (m.length, m.suggested, -m.id)):
            others = neighbours.get(mark.id, [])
            mark.overlaps = bool(others)
            mark.level = 1 + max((o.level for o in others if o.id in placed), default=-1)
            placed.add(mark.id)

    def _assign_lanes(self, text: str) -> None:
        free_from: list[int] = []  # by lane
        together: list[Mark] = []  # brackets that hang together
        for mark in self.items:
            if not mark.bracket:
                continue
            start = max(boundaries.paragraph(text, mark.start)[0], mark.start - _LINE)
            if together and start >= max(free_from):
                self._close_crowd(together, len(free_from))
                free_from, together = [], []
            lane = next((i for i, end in enumerate(free_from) if end <= start), len(free_from))
            if lane == MOST_LANES:
                lane = MOST_LANES - 1
            elif lane == len(free_from):
                free_from.append(0)
            free_from[lane] = max(free_from[lane], min(boundaries.paragraph(text, mark.end)[1], mark.end + _LINE))
            mark.lane = lane
            together.append(mark)
        self._close_crowd(together, len(free_from))

    def _close_crowd(self, marks: Iterable[Mark], lanes: int) -> None:
        for mark in marks:
            mark.crowd = lanes
        self.lanes = max(self.lanes, min(lanes, LANES))


def _mark(item: Span | Suggestion, labels: Mapping[str, Label], *, suggested: bool, number: str = "") -> Mark:
    label = labels.get(item.label)
    cue, letter = (label.cue, label.letter) if label is not None else (Cue.UNDERLINE, "?")
    fragments = item.fragments
    start, end = fragments[0].start, fragments[-1].end
    length = end - start if len(fragments) == 1 else sum(f.end - f.start for f in fragments)
    bracket = cue is Cue.BRACKET
    return Mark(item.id, item.label, cue, letter, suggested, fragments, start, end, length, number, bracket=bracket)


def _parts(marks: Iterable[Mark]) -> list[Part]:
    parts = [Part(f, m, f.end - f.start) for m in marks for f in m.fragments]
    left: dict[int, int] = {}
    right: dict[int, int] = {}
    for part in sorted(parts, key=lambda p: (p.length, p.mark.bracket, -p.mark.id)):
        start, end = part.fragment.start, part.fragment.end
        part.nested_left, part.nested_right = left.get(start, 0), right.get(end, 0)
        left[start], right[end] = part.nested_left + 1, part.nested_right + 1
    return sorted(parts, key=lambda p: (p.fragment.start, -p.fragment.end, p.mark.id))


def _running_maximum(values: Iterable[int]) -> list[int]:
    found: list[int] = []
    highest = 0
    for value in values:
        highest = max(highest, value)
        found.append(highest)
    return found
