"""The brackets in the margin: where each stands, beside which lines, and where its number goes.

Numbers stand in rows of their own beside a block, one bracket's below the other's. Where there are more numbers than
rows, the last row holds several: "C3 +4" says that four further brackets belong there; of these the current one shows.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from PySide6.QtCore import QRectF

from desktop.ui.article.geometry import beside, text_box
from desktop.ui.article.marks import LANES, Mark, Marks
from desktop.ui.article.text_layout import ArticleLayout, LaidBlock

_DISTANCE = 18.0
_LANE = 7.0
_BAR = 4.0
_REACH = 4.0  # beyond the letters' box of its first and last line
_NUMBERS = 44.0
_NUMBER = 14.0


@dataclass(frozen=True, slots=True)
class Bar:
    """A piece of a mark's bracket within one block; no ``bar`` where the mark only passes by.

    ``link`` is the hairline that ties the pieces of one mark together.
    """

    mark: Mark
    bar: QRectF | None
    link: QRectF | None


@dataclass(slots=True)
class Number:
    """A row of the margin with the number of a mark, and of those that share the row."""

    rect: QRectF
    marks: list[Mark] = field(default_factory=list[Mark])

    def words(self, current: int | None, *, mirrored: bool = False) -> str:
        """Return what stands there; the current mark's number is always among it."""
        first = next((m for m in self.marks if m.id == current), self.marks[0])
        words = first.number or f"{first.letter}?"
        if first.id == current:
            return f"◂ {words}" if mirrored else f"{words} ▸"
        return f"{words} +{len(self.marks) - 1}" if len(self.marks) > 1 else words


def room(lanes: int, scale: float) -> float:
    """Return how much margin the brackets and their numbers need, in pixels."""
    return round((_DISTANCE + _NUMBERS) * scale + _LANE * max(0, lanes - 1))


def _bar_x(mark: Mark, scale: float) -> tuple[float, float]:
    """Return left edge and width of a mark's bracket."""
    pitch = _LANE if mark.crowd <= LANES else _LANE * LANES / mark.crowd
    return -_DISTANCE * scale - pitch * mark.lane, min(_BAR, pitch * 0.6)


def _parts_top_bottom(layout: ArticleLayout, laid: LaidBlock, mark: Mark) -> tuple[float, float] | None:
    parts = [f for f in mark.fragments if f.start < laid.block.end and f.end > laid.block.start]
    if not parts:
        return None
    first = laid.line_of(max(parts[0].start, laid.block.start))
    last = laid.line_of(min(parts[-1].end, laid.block.end), upstream=True)
    return text_box(layout, laid, first)[0] - _REACH, text_box(layout, laid, last)[1] + _REACH


def bars(layout: ArticleLayout, marks: Marks, laid: LaidBlock) -> list[Bar]:
    """Return the brackets beside a block."""
    scale = layout.typography.scale
    block_top, block_bottom = laid.top, layout.bottom(laid.index)
    found: list[Bar] = []
    for mark in marks.brackets_between(laid.block.start, laid.block.end):
        x, width = _bar_x(mark, scale)
        here = _parts_top_bottom(layout, laid, mark)
        top, bottom = here or (block_top, block_bottom)
        bar = beside(layout, QRectF(x, top, width, bottom - top)) if here is not None else None
        link_top = block_top - layout.gap(laid.index) if mark.start < laid.block.start else top
        link_bottom = block_bottom if mark.end > laid.block.end else bottom
        link = None
        if here is None or link_top < top or link_bottom > bottom:
            link = beside(layout, QRectF(x + width / 2 - 0.5, link_top, 1.0, link_bottom - link_top))
        found.append(Bar(mark, bar, link))
    return found


def numbers(layout: ArticleLayout, marks: Marks, laid: LaidBlock) -> list[Number]:
    """Return the numbers beside a block, each at its bracket's beginning or in the next free row below it."""
    scale = layout.typography.scale
    height = float(round(_NUMBER * scale))
    right = -_DISTANCE * scale - _LANE * max(0, marks.lanes - 1) - 6.0
    width = _NUMBERS * scale
    beginnings: list[tuple[float, int, Mark]] = []
    for order, mark in enumerate(marks.brackets_between(laid.block.start, laid.block.end)):
        here = _parts_top_bottom(layout, laid, mark)
        if here is not None:
            beginnings.append((here[0] - 1.0, order, mark))
    beginnings.sort(key=lambda b: b[:2])
    # Rows must end with the block, so that they never meet those of the next one.
    lowest = max(laid.top - _REACH, layout.bottom(laid.index) + min(8.0, layout.typography.paragraph_gap) - height)
    found: list[Number] = []
    for top, _, mark in beginnings:
        at = max(top, found[-1].rect.bottom()) if found else top
        if found and at > lowest:
            found[-1].marks.append(mark)
        else:
            found.append(Number(beside(layout, QRectF(right - width, at, width, height)), [mark]))
    return found


def marks_at(layout: ArticleLayout, marks: Marks, x: float, y: float) -> list[Mark]:
    """Return the marks whose bracket or number lies under a point of the margin, nearest first."""
    outward = x - layout.width if layout.mirrored else -x
    if not layout.pieces or outward <= _DISTANCE * layout.typography.scale / 2:
        return []
    return list(_found_at(layout, marks, x, y))


def _found_at(layout: ArticleLayout, marks: Marks, x: float, y: float) -> Iterator[Mark]:
    index = layout.index_at(y)
    for laid in (layout.laid(i) for i in (index, index + 1) if i < len(layout.pieces)):
        for number in numbers(layout, marks, laid):
            if number.rect.contains(x, y):
                yield from number.marks
                return
        near = [b for b in bars(layout, marks, laid) if b.bar is not None]
        near = [b for b in near if b.bar is not None and b.bar.adjusted(-2, 0, 3, 0).contains(x, y)]
        if near:
            near.sort(key=lambda b: (abs(b.bar.center().x() - x) if b.bar is not None else 0.0, b.mark.id))
            yield from (b.mark for b in near)
            return
