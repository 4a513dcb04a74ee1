"""Letters to press on mentions while linking: yellow badges above everything, always wholly in view."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter

from desktop.ui.article.colours import ArticleColours
from desktop.ui.article.geometry import rects_between
from desktop.ui.article.marks import Marks
from desktop.ui.article.text_layout import ArticleLayout
from desktop.ui.article.typography import Typography

_EDGE = 2.0
_GAP = 1.0
_Wanted = tuple[float, float, float, int]
"""Right edge and top where a badge would stand if it were alone, its width, and its item."""


@dataclass(frozen=True, slots=True)
class Badge:
    """A letter and its place in the viewport's coordinates."""

    item: int
    letter: str
    rect: QRectF


def place(
    layout: ArticleLayout, marks: Marks, hints: Mapping[int, str], area: QRectF, left: float, top: float
) -> list[Badge]:
    """Return the badges of the mentions on screen, at the upper right corner of each, none over another.

    ``area`` is the viewport, ``left`` the column's left edge in it, ``top`` the height at which it begins.
    """
    kind = layout.typography
    metrics = QFontMetricsF(kind.hint)
    height = float(round(metrics.height() + 1))
    rows: dict[tuple[int, int], list[_Wanted]] = {}  # by line
    for item in hints:
        mark = marks.by_id.get(item)
        if mark is None:
            continue
        found = rects_between(layout, mark.fragments, top, top + area.height(), first_only=True)
        if found:
            rect = found[0]
            width = max(height * 0.9, round(metrics.horizontalAdvance(hints[item]) + 8 * kind.scale))
            at = rect.right + left + 7 * kind.scale, rect.top - top - height * 0.55
            rows.setdefault((rect.block, rect.line), []).append((*at, width, item))
    badges: list[Badge] = []
    for row in rows.values():
        row.sort(key=lambda r: (r[0], r[3]))
        parts = _parts(row, area.width() - 2 * _EDGE)
        lowest = area.bottom() - _EDGE - len(parts) * (height + _GAP)
        for number, part in enumerate(parts):
            down = number * (height + _GAP)
            lower = [(right, min(y, lowest) + down, width, item) for right, y, width, item in part]
            badges.extend(_spread(lower, hints, area, height))
    return badges


def _parts(row: list[_Wanted], room: float) -> list[list[_Wanted]]:
    """Cut a line's badges where there are more than fit side by side."""
    parts: list[list[_Wanted]] = [[]]
    used = 0.0
    for wanted in row:
        if parts[-1] and used + wanted[2] > room:
            parts.append([])
            used = 0.0
        parts[-1].append(wanted)
        used += wanted[2] + _GAP
    return parts


def _spread(row: list[_Wanted], hints: Mapping[int, str], area: QRectF, height: float) -> list[Badge]:
    """Put the badges of a line side by side: pushed right by the one before, then left by the edge."""
    lefts: list[float] = []
    edge = area.left() + _EDGE
    for right, _, width, _ in row:
        lefts.append(max(right - width, edge))
        edge = lefts[-1] + width + _GAP
    edge = area.right() - _EDGE
    for index in range(len(row) - 1, -1, -1):
        lefts[index] = min(lefts[index], edge - row[index][2])
        edge = lefts[index] - _GAP
    return [
        Badge(
            item, hints[item], QRectF(x, min(max(y, area.top() + _EDGE), area.bottom() - _EDGE - height), width, height)
        )
        for x, (_, y, width, item) in zip(lefts, row, strict=True)
    ]


def draw(painter: QPainter, kind: Typography, colours: ArticleColours, badges: list[Badge]) -> None:
    """Draw the badges; the painter's origin is that of the viewport."""
    ground, ink, shadow, edge = QColor(colours.hint), QColor(colours.on_hint), QColor(0, 0, 0, 70), QColor(0, 0, 0, 90)
    painter.setFont(kind.hint)
    for badge in badges:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(shadow)
        painter.drawRoundedRect(badge.rect.translated(0, 1.2), 3, 3)
        painter.setBrush(ground)
        painter.setPen(edge)
        painter.drawRoundedRect(badge.rect, 3, 3)
        painter.setPen(ink)
        painter.drawText(badge.rect, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip, badge.letter)
