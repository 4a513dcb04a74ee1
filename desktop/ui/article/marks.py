"""What is drawn for the spans and suggestions of an article, prepared once for each change; no Qt, no pixels.

A mark's ``level`` tells marks apart that cover the same text: the innermost has 0. A bracket's ``lane`` is its
column in the margin; brackets that may stand beside the same line have different lanes.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

from annotation_schema.model import Fragment, Fragments, Span, Suggestion
from annotation_schema.schema import Cue, LabelSchema
from desktop.core.view import ArticleView
from desktop.ui.article import boundaries

LANES = 6
"""Columns in the margin; more brackets beside one line share the last."""
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
    length: int
    number: str = ""
    level: int = 0
    lane: int = 0
    overlaps: bool = False  # with another mark of the same kind of cue

    @property
    def start(self) -> int:
        """First code point."""
        return self.fragments[0].start

    @property
    def end(self) -> int:
        """Code point after the last."""
        return self.fragments[-1].end

    @property
    def bracket(self) -> bool:
        """Whether it is drawn with a bracket in the margin."""
        return self.cue is Cue.BRACKET


def numbers(view: ArticleView, schema: LabelSchema) -> dict[int, str]:
    """Return "C1", "C2" … by span id for spans whose label is cued by a bracket, counted by label in text order."""
    counts: dict[str, int] = {}
    found: dict[int, str] = {}
    for span in sorted(view.spans, key=_order):
        label = schema.label(span.label)
        if label is not None and label.cue is Cue.BRACKET:
            counts[label.name] = counts.get(label.name, 0) + 1
            found[span.id] = f"{label.letter}{counts[label.name]}"
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
            self.items = [_mark(s, schema, suggested=False, number=numbered.get(s.id, "")) for s in view.spans]
            self.items += [_mark(s, schema, suggested=True) for s in view.suggestions]
            length = len(view.article.text)
            self.items = sorted((m for m in self.items if m.end <= length), key=_order)
            self._assign_lanes(view.article.text)
        self.by_id = {m.id: m for m in self.items}
        parts = sorted(
            ((f, m) for m in self.items for f in m.fragments), key=lambda p: (p[0].start, -p[0].end, p[1].id)
        )
        self._parts = parts
        self._starts = [f.start for f, _ in parts]
        self._reach = _running_maximum(f.end for f, _ in parts)
        self._assign_levels()
        self._brackets = [m for m in self.items if m.bracket]
        self._bracket_starts = [m.start for m in self._brackets]
        self._bracket_reach = _running_maximum(m.end for m in self._brackets)

    def between(self, start: int, end: int) -> list[tuple[Fragment, Mark]]:
        """Return the fragments that share a character with ``[start, end)``, in text order."""
        found: list[tuple[Fragment, Mark]] = []
        index = bisect_left(self._starts, end) - 1
        while index >= 0 and self._reach[index] > start:
            part = self._parts[index]
            if part[0].end > start:
                found.append(part)
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
        found = [(f.end - f.start, m.suggested, m.bracket, m.id, m) for f, m in self.between(character, character + 1)]
        return [m for *_, m in sorted(found, key=lambda x: x[:4])]

    def _assign_levels(self) -> None:
        neighbours: dict[int, list[Mark]] = {}
        active: list[tuple[int, Mark]] = []
        for fragment, mark in self._parts:
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
        for mark in self.items:
            if not mark.bracket:
                continue
            start = max(boundaries.paragraph(text, mark.start)[0], mark.start - _LINE)
            lane = next((i for i, end in enumerate(free_from) if end <= start), len(free_from))
            if lane == LANES:
                lane = min(range(LANES), key=free_from.__getitem__)
            elif lane == len(free_from):
                free_from.append(0)
            free_from[lane] = max(free_from[lane], min(boundaries.paragraph(text, mark.end)[1], mark.end + _LINE))
            mark.lane = lane
        self.lanes = len(free_from)


def _mark(item: Span | Suggestion, schema: LabelSchema, *, suggested: bool, number: str = "") -> Mark:
    label = schema.label(item.label)
    cue, letter = (label.cue, label.letter) if label is not None else (Cue.UNDERLINE, "?")
    length = sum(f.end - f.start for f in item.fragments)
    return Mark(item.id, item.label, cue, letter, suggested, item.fragments, length, number)


def _running_maximum(values: Iterable[int]) -> list[int]:
    found: list[int] = []
    highest = 0
    for value in values:
        highest = max(highest, value)
        found.append(highest)
    return found
