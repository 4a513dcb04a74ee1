"""The brackets in the margin: where each stands, beside which lines, and where its number goes."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF

from desktop.ui.article.geometry import text_box
from desktop.ui.article.marks import Mark, Marks
from desktop.ui.article.text_layout import ArticleLayout, LaidBlock

_DISTANCE = 18.0
_LANE = 7.0
_BAR = 4.0
_REACH = 4.0  # beyond the letters' box of its first and last line
_NUMBERS = 44.0


@dataclass(frozen=True, slots=True)
class Bar:
    """A piece of a mark's bracket within one block; no ``bar`` where the mark only passes by.

    ``link`` is the hairline that ties the pieces of one mark together.
    """

    mark: Mark
    bar: QRectF | None
    link: QRectF | None
    number: QRectF | None


def room(lanes: int, scale: float) -> float:
    """Return how much margin the brackets and their numbers need, in pixels."""
    return round((_DISTANCE + _NUMBERS) * scale + _LANE * max(0, lanes - 1))


def bars(layout: ArticleLayout, marks: Marks, laid: LaidBlock) -> list[Bar]:
    """Return the brackets beside a block, numbers moved down where they would overlap."""
    scale = layout.typography.scale
    number_height = round(14 * scale)
    number_right = -_DISTANCE * scale - _LANE * max(0, marks.lanes - 1) - 6.0
    block_top, block_bottom = laid.top, layout.bottom(laid.index)
    found: list[Bar] = []
    free_from = float("-inf")
    for mark in marks.brackets_between(laid.block.start, laid.block.end):
        parts = [f for f in mark.fragments if f.start < laid.block.end and f.end > laid.block.start]
        x = -_DISTANCE * scale - _LANE * mark.lane
        bar = number = None
        top, bottom = block_top, block_bottom
        if parts:
            first = laid.line_of(max(parts[0].start, laid.block.start))
            last = laid.line_of(min(parts[-1].end, laid.block.end), upstream=True)
            top = text_box(layout, laid, first)[0] - _REACH
            bottom = text_box(layout, laid, last)[1] + _REACH
            bar = QRectF(x, top, _BAR, bottom - top)
            at = max(top - 1.0, free_from)
            number = QRectF(number_right - _NUMBERS * scale, at, _NUMBERS * scale, number_height)
            free_from = at + number_height
        link_top = block_top - layout.gap(laid.index) if mark.start < laid.block.start else top
        link_bottom = block_bottom if mark.end > laid.block.end else bottom
        link = None
        if not parts or link_top < top or link_bottom > bottom:
            link = QRectF(x + _BAR / 2 - 0.5, link_top, 1.0, link_bottom - link_top)
        found.append(Bar(mark, bar, link, number))
    return found


def mark_at(layout: ArticleLayout, marks: Marks, x: float, y: float) -> Mark | None:
    """Return the mark whose bracket or number lies under a point of the margin, or None."""
    if not layout.pieces or x >= -_DISTANCE * layout.typography.scale / 2:
        return None
    laid = layout.laid(layout.index_at(y))
    for bar in bars(layout, marks, laid):
        spot = bar.bar.adjusted(-2, 0, 3, 0) if bar.bar is not None else None
        if (spot is not None and spot.contains(x, y)) or (bar.number is not None and bar.number.contains(x, y)):
            return bar.mark
    return None
