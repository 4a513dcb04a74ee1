"""Signs at the upper and lower edge for ends of links that are not on screen: an arrow, the role and the words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPolygonF

from desktop.ui.article.colours import ArticleColours
from desktop.ui.article.links import Beyond
from desktop.ui.article.typography import Typography

_INSET = 8.0
_ARROW = 9.0
_LEAST_WORDS = 84.0
_MOST = 4
"""Signs at one edge; with more ends the last sign stands for several."""


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign in the viewport's coordinates. ``items``: where a click leads, the nearest first.

    ``words`` is what fits on it, ``tip`` all of it.
    """

    rect: QRectF
    direction: int
    items: tuple[int, ...]
    words: str
    tip: str


def place(
    kind: Typography, ends: tuple[Beyond, ...], name: Callable[[Beyond], str], area: QRectF, column_right: float
) -> list[Sign]:
    """Return the signs; ``name`` gives the words of one. They stand in the right margin, over no text."""
    metrics = QFontMetricsF(kind.role)
    height = float(round(metrics.height() + 6))
    left = column_right + 4.0
    free = area.right() - _INSET - left
    found: list[Sign] = []
    for direction in (-1, 1):
        group = [e for e in ends if e.direction == direction]
        rows = [(e,) for e in group]
        if len(rows) > _MOST:
            rows = [*rows[: _MOST - 1], tuple(group[_MOST - 1 :])]
        if free < _LEAST_WORDS and group:
            rows = [tuple(group)]
        for number, row in enumerate(rows):
            tip = "\n".join(name(e) for e in row)
            if free < _LEAST_WORDS:
                words = str(len(row)) if len(row) > 1 else ""
            else:
                words = name(row[0]) if len(row) == 1 else f"+{len(row)}"
                words = metrics.elidedText(words, Qt.TextElideMode.ElideRight, free - _ARROW - 16)
            width = _ARROW + 12 + (metrics.horizontalAdvance(words) + 4 if words else 0)
            x = min(left, area.right() - _INSET - width) if free >= _LEAST_WORDS else area.right() - 2 - width
            y = area.top() + _INSET + number * (height + 4)
            if direction > 0:
                y = area.bottom() - _INSET - height - (len(rows) - 1 - number) * (height + 4)
            found.append(Sign(QRectF(x, y, width, height), direction, tuple(e.item for e in row), words, tip))
    return found


def draw(painter: QPainter, kind: Typography, colours: ArticleColours, signs: list[Sign]) -> None:
    """Draw the signs; the painter's origin is that of the viewport."""
    painter.setFont(kind.role)
    for sign in signs:
        painter.setPen(QPen(QColor(colours.soft), 1.0))
        painter.setBrush(QColor(colours.paper))
        painter.drawRoundedRect(sign.rect.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        centre = QPointF(sign.rect.left() + 6 + _ARROW / 2, sign.rect.center().y())
        up, half = sign.direction, _ARROW / 2
        tip = [QPointF(0, up * half), QPointF(half, -up * half * 0.6), QPointF(-half, -up * half * 0.6)]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.ink))
        painter.drawPolygon(QPolygonF([centre + p for p in tip]))
        if sign.words:
            painter.setPen(QColor(colours.ink))
            rect = sign.rect.adjusted(_ARROW + 11, 0, -2, 0)
            flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip
            painter.drawText(rect, flags, sign.words)
