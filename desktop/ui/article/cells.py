"""Where each character of a line stands when directions meet in its paragraph.

``QTextLine.cursorToX`` is off by the width of a hanging space on such lines, and gives either side of a run's border
(seen with Qt 6.11); the places of the glyphs themselves are right. For paragraphs of one direction Qt's own functions
are used, which cost less.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtGui import QTextLayout, QTextLine


@dataclass(frozen=True, slots=True)
class Cell:
    """One grapheme: UTF-16 units ``[start, end)`` of the block, and its left and right edge in pixels."""

    start: int
    end: int
    left: float
    right: float
    right_to_left: bool

    @property
    def leading(self) -> float:
        """The edge where reading enters it."""
        return self.right if self.right_to_left else self.left

    @property
    def trailing(self) -> float:
        """The edge where reading leaves it."""
        return self.left if self.right_to_left else self.right


_NEAR = 0.75
_LIGATURE = 5  # graphemes that one glyph joins, at most
_Box = tuple[float, float, bool]


def line_cells(layout: QTextLayout, line: int, end: int) -> list[Cell]:
    """Return the graphemes of a line in reading order; ``end`` is the unit after its last."""
    text_line = layout.lineAt(line)
    borders = [text_line.textStart()]
    while borders[-1] < end:
        borders.append(min(max(layout.nextCursorPosition(borders[-1]), borders[-1] + 1), end))
    boxes = [_box(text_line, a, b) for a, b in pairwise(borders)]
    found: list[Cell] = []
    edge = text_line.naturalTextRect().left()
    while len(found) < len(boxes):
        index = len(found)
        start, following, box = borders[index], borders[index + 1], boxes[index]
        before = found[-1] if found else None
        if box is None:  # nothing is drawn: a soft hyphen, a hanging space
            edge = before.trailing if before is not None else edge
            found.append(Cell(start, following, edge, edge, before is not None and before.right_to_left))
        elif not box[2]:
            left = box[0]
            # Qt gives the parts of a ligature some pixels off. What is further away follows a number that stands
            # within right-to-left words: there it does begin elsewhere.
            if (
                before is not None
                and not before.right_to_left
                and before.right > before.left
                and box[0] - before.right <= (before.right - before.left) + (box[1] - box[0])
            ):
                left = min(before.right, box[1])
            found.append(Cell(start, following, left, box[1], False))
        else:
            if before is None or not before.right_to_left:
                edge = _right_edge(text_line, borders, boxes, index)
            found.extend(_joined(text_line, borders, box, index, edge))
            edge = found[-1].left
    return found


def _right_edge(line: QTextLine, borders: list[int], boxes: list[_Box | None], index: int) -> float:
    """Return where the right-to-left run that begins at an index has its right edge."""
    end = index + 1
    while end < len(boxes) and ((box := boxes[end]) is None or box[2]):
        end += 1
    whole = _box(line, borders[index], borders[end])
    assert whole is not None
    return whole[1]


def _joined(line: QTextLine, borders: list[int], box: _Box, index: int, edge: float) -> list[Cell]:
    """Return the right-to-left grapheme that follows ``edge``, with those that share its glyph (lam and alef).

    Asked for a part of such a glyph, Qt gives a place too far right; all of it together is right.
    """
    count, left = 1, box[0]
    if abs(box[1] - edge) > _NEAR:
        for further in range(2, min(_LIGATURE, len(borders) - 1 - index) + 1):
            whole = _box(line, borders[index], borders[index + further])
            if whole is not None and abs(whole[1] - edge) <= _NEAR:
                count, left = further, whole[0]
                break
        else:
            edge = box[1]
    width = (edge - left) / count
    return [
        Cell(borders[index + i], borders[index + i + 1], edge - (i + 1) * width, edge - i * width, True)
        for i in range(count)
    ]


def _box(line: QTextLine, start: int, end: int) -> _Box | None:
    """Return left and right edge of what some units draw, and whether all of it runs right to left."""
    runs = line.glyphRuns(start, end - start)
    if not runs:
        return None
    boxes = [run.boundingRect() for run in runs]
    return min(b.left() for b in boxes), max(b.right() for b in boxes), all(r.isRightToLeft() for r in runs)


def caret_x(cells: list[Cell], unit: int) -> float:
    """Return where the caret stands before a unit, or behind the last one. There must be a cell."""
    index = bisect_right([c.start for c in cells], unit) - 1
    if index < 0:
        return cells[0].leading
    return cells[index].trailing if unit >= cells[index].end else cells[index].leading


def cell_at(cells: list[Cell], x: float) -> Cell:
    """Return the cell at a place or nearest to it, one with a width if there is one. There must be a cell."""
    return min(cells, key=lambda c: (max(c.left - x, x - c.right, 0.0), c.right == c.left))


def stretches(cells: list[Cell], start: int, end: int) -> list[tuple[float, float]]:
    """Return left and right edges of what ``[start, end)`` covers, neighbours joined, from left to right."""
    boxes = sorted((c.left, c.right) for c in cells if c.start < end and c.end > start and c.right > c.left)
    joined: list[tuple[float, float]] = []
    for left, right in boxes:
        if joined and left <= joined[-1][1] + 0.75:
            joined[-1] = joined[-1][0], max(right, joined[-1][1])
        else:
            joined.append((left, right))
    return joined
