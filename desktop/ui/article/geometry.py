"""From positions to places and back: rectangles of a range, the caret's bar, and what lies under a point.

All distances are pixels from the top left corner of the text column, as in ``text_layout``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QTextLine

from annotation_schema.model import Fragments
from desktop.core import graphemes
from desktop.ui.article import cells
from desktop.ui.article.text_layout import ArticleLayout, Kind, LaidBlock

_HANGING = 200
"""Spaces at the end of a line among which a point is told apart."""
_ON_CHARACTER = QTextLine.CursorPosition.CursorOnCharacter


@dataclass(frozen=True, slots=True)
class LineRect:
    """A stretch of one line that a range covers; ``top`` and ``bottom`` are those of the text box.

    ``opens`` and ``closes``: the range begins or ends here, so that the left or right edge is its border.
    """

    block: int
    line: int
    left: float
    right: float
    top: float
    bottom: float
    opens: bool = True
    closes: bool = True


@dataclass(frozen=True, slots=True)
class Hit:
    """What a point means: where a caret would go, and the character beneath the point, if any."""

    position: int
    upstream: bool = False
    character: int | None = None


def beside(layout: ArticleLayout, rect: QRectF) -> QRectF:
    """Return where something beside the column lies that is meant for an interface from left to right."""
    if not layout.mirrored:
        return rect
    return QRectF(layout.width - rect.right(), rect.top(), rect.width(), rect.height())


def text_box(layout: ArticleLayout, laid: LaidBlock, line: int) -> tuple[float, float]:
    """Return top and bottom of the letters' box of a line."""
    kind = layout.typography
    top = laid.top + line * laid.line_height
    if laid.block.piece.kind is Kind.HEADLINE:
        baseline = top + kind.headline_baseline
        return baseline - kind.headline_ascent, baseline + kind.headline_descent
    baseline = top + kind.body_baseline
    return baseline - kind.ascent, baseline + kind.descent


def block_rects(layout: ArticleLayout, laid: LaidBlock, start: int, end: int) -> list[LineRect]:
    """Return the stretches of a block's lines that ``[start, end)`` covers, in line order."""
    first, last = max(start, laid.block.start), min(end, laid.block.end)
    if first >= last:
        return []
    found: list[LineRect] = []
    begin = laid.units.to_utf16(first - laid.block.start)
    finish = laid.units.to_utf16(last - laid.block.start)
    for line in range(laid.line_of(first), laid.line_of(last, upstream=True) + 1):
        line_start, line_end = laid.unit_range(line)
        a, b = max(begin, line_start), min(finish, line_end)
        top, bottom = text_box(layout, laid, line)
        opens = start >= laid.block.start and a == begin
        closes = end <= laid.block.end and b == finish
        for left, right in _stretches(laid, line, a, b):
            found.append(LineRect(laid.index, line, left, right, top, bottom, opens, closes))
    return found


def _stretches(laid: LaidBlock, line: int, a: int, b: int) -> list[tuple[float, float]]:
    if laid.block.mixed:
        return cells.stretches(laid.cells(line), a, b)
    text_line = laid.layout.lineAt(line)
    left, right = _qt_x(text_line, a), _qt_x(text_line, b)
    if b == laid.unit_range(line)[1]:  # white space that hangs over the end of a line is not shown as covered
        right = max(left, min(right, text_line.x() + text_line.naturalTextWidth()))
    return [(left, right)]


def _x(laid: LaidBlock, line: int, unit: int) -> float:
    if laid.block.mixed and (found := laid.cells(line)):
        return cells.caret_x(found, unit)
    return _qt_x(laid.layout.lineAt(line), unit)


def _qt_x(line: QTextLine, unit: int) -> float:
    found = line.cursorToX(unit)
    # PySide6 returns the pair (x, cursor position) although its stub promises an object.
    return float(found[0] if isinstance(found, tuple) else found)  # type: ignore[arg-type]


def range_rects(layout: ArticleLayout, start: int, end: int) -> Iterator[LineRect]:
    """Give the stretches of a range, laying out whatever it covers."""
    if not layout.pieces or start >= end:
        return
    for index in range(layout.index_of(start), layout.index_of(end - 1) + 1):
        yield from block_rects(layout, layout.laid(index), start, end)


def caret_bar(layout: ArticleLayout, position: int, *, upstream: bool = False) -> QRectF:
    """Return the caret's bar, with no width; an empty rectangle at the top if the article has no text."""
    if not layout.pieces:
        return QRectF(0.0, layout.byline_top, 0.0, layout.typography.body_line)
    laid = layout.laid(layout.index_of(position))
    position = min(max(position, laid.block.start), laid.block.end)
    line = laid.line_of(position, upstream=upstream)
    top, bottom = text_box(layout, laid, line)
    x = _x(laid, line, laid.units.to_utf16(position - laid.block.start))
    return QRectF(min(max(x, 0.0), layout.width), top, 0.0, bottom - top)


def line_range(layout: ArticleLayout, position: int, *, upstream: bool = False) -> tuple[int, int]:
    """Return where the line of a position begins, and where the caret stands at its end (before a hanging space)."""
    if not layout.pieces:
        return 0, 0
    laid = layout.laid(layout.index_of(position))
    line = laid.line_of(position, upstream=upstream)
    start, end = laid.line_range(line)
    if line + 1 < len(laid.block.line_starts) and end - start > 1 and layout.text[end - 1] == " ":
        end -= 1
    return start, end


def hit(layout: ArticleLayout, x: float, y: float) -> Hit:
    """Return what lies under a point; a point beside the text means the nearest place in it."""
    if not layout.pieces:
        return Hit(0)
    laid = layout.laid(layout.index_at(y))
    lines = len(laid.block.line_starts)
    row = int((y - laid.top) // laid.line_height)
    line = min(max(row, 0), lines - 1)
    unit, on = _units_at(laid, line, x)
    start = laid.block.start
    position = graphemes.floor(layout.text, start + laid.units.to_code_point(unit))
    upstream = line + 1 < lines and unit >= laid.block.line_starts[line + 1]
    character = None
    if on is not None and 0 <= row < lines:
        found = start + laid.units.to_code_point(min(on, laid.units.utf16_length))
        if found < laid.block.end:
            character = graphemes.floor(layout.text, found)
    return Hit(position, upstream, character)


def _units_at(laid: LaidBlock, line: int, x: float) -> tuple[int, int | None]:
    """Return the unit before which a caret goes, and the one beneath the point, if any."""
    if laid.block.mixed and (found := laid.cells(line)):
        cell = cells.cell_at(found, x)
        before = (x < (cell.left + cell.right) / 2) != cell.right_to_left
        return (cell.start if before else cell.end), (cell.start if cell.left <= x < cell.right else None)
    text_line = laid.layout.lineAt(line)
    box = text_line.naturalTextRect()
    inside = box.left() <= x < box.right()
    unit = text_line.xToCursor(x)
    start, end = laid.unit_range(line)
    if text_line.x() + text_line.naturalTextWidth() - 0.01 <= x <= min(_qt_x(text_line, end), text_line.width() - 1):
        # Among spaces that hang over the end of a line Qt always takes the last (seen with 6.11).
        unit = min(range(max(start, unit - _HANGING), end + 1), key=lambda u: (abs(_qt_x(text_line, u) - x), -u))
    return unit, text_line.xToCursor(x, _ON_CHARACTER) if inside else None


def neighbour_line(layout: ArticleLayout, position: int, goal: float, step: int, *, upstream: bool = False) -> Hit:
    """Return the place at x ``goal`` on the line ``step`` (−1 or 1) away; past the first or last, the text's end."""
    if not layout.pieces:
        return Hit(0)
    index = layout.index_of(position)
    laid = layout.laid(index)
    line = laid.line_of(position, upstream=upstream) + step
    if line < 0:
        if index == 0:
            return Hit(laid.block.start)
        laid = layout.laid(index - 1)
        line = len(laid.block.line_starts) - 1
    elif line >= len(laid.block.line_starts):
        if index + 1 == len(layout.pieces):
            return Hit(laid.block.end)
        laid = layout.laid(index + 1)
        line = 0
    return hit(layout, goal, laid.top + (line + 0.5) * laid.line_height)


def band(
    layout: ArticleLayout, start: int, end: int, top: float, bottom: float, *, whole: bool
) -> tuple[float, float] | None:
    """Return the heights between which all lies that is drawn for ``[start, end)``, None if nothing of it is in view.

    ``top`` and ``bottom`` are those of the view; ``whole``: for the whole paragraphs, beside which numbers stand.
    """
    ends = layout.index_of(start), layout.index_of(end)
    high, low = layout.top(ends[0]), layout.bottom(ends[1])
    if not whole and high < bottom and low > top:  # lines are known of what is in view
        if layout.bottom(ends[0]) > top:
            high = caret_bar(layout, start, upstream=True).top()
        if layout.top(ends[1]) < bottom:
            low = caret_bar(layout, end).bottom()
    reach = 1.5 * layout.typography.body_line  # rings, letters and numbers stand out
    return (high - reach, low + reach) if high - reach < bottom and low + reach > top else None


def visible_range(layout: ArticleLayout, top: float, bottom: float) -> tuple[int, int]:
    """Return the code points of the blocks between two heights; only these are laid out for what is drawn."""
    if not layout.pieces:
        return 0, 0
    return layout.pieces[layout.index_at(top)].start, layout.pieces[layout.index_at(bottom)].end


def rects_between(
    layout: ArticleLayout, fragments: Fragments, top: float, bottom: float, *, first_only: bool = False
) -> list[LineRect]:
    """Return the stretches of a span's fragments on lines that are at least partly between two heights.

    ``first_only``: stop after one.
    """
    low, high = visible_range(layout, top, bottom)
    found: list[LineRect] = []
    for fragment in fragments:
        if fragment.start >= high or fragment.end <= low:
            continue
        for rect in range_rects(layout, max(fragment.start, low), min(fragment.end, high)):
            if rect.bottom > top and rect.top < bottom:
                found.append(rect)
                if first_only:
                    return found
    return found
