"""Marks of what is missing or odd, in the right margin: one for each line, its sentences in the tooltip."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from desktop.ui.article.colours import ArticleColours
from desktop.ui.article.geometry import beside, text_box, visible_range
from desktop.ui.article.text_layout import ArticleLayout

_DISTANCE = 25.0  # from the column; the connectors of links run nearer
_SEVERITIES = ("error", "warning", "info")


@dataclass(frozen=True, slots=True)
class Lint:
    """One finding; ``severity`` is "error", "warning" or "info"."""

    position: int
    sentence: str
    severity: str


@dataclass(frozen=True, slots=True)
class Spot:
    """All findings of one line; ``centre`` in the column's coordinates, ``area`` is where it can be pointed at."""

    centre: QPointF
    area: QRectF
    findings: tuple[Lint, ...]

    @property
    def severity(self) -> str:
        """The gravest."""
        return min((f.severity for f in self.findings), key=_SEVERITIES.index)

    @property
    def words(self) -> str:
        """All sentences, each once."""
        return "\n".join(dict.fromkeys(f.sentence for f in self.findings))


class LintMarks:
    """The findings of an article by place."""

    def __init__(self, findings: Iterable[tuple[int, str, str]] = ()) -> None:
        """Take (position, sentence, severity) of each; raises ValueError for an unknown severity."""
        self._findings = sorted((Lint(*f) for f in findings), key=lambda f: f.position)
        for finding in self._findings:
            if finding.severity not in _SEVERITIES:
                raise ValueError(f"there is no severity called {finding.severity}")
        self._positions = [f.position for f in self._findings]

    def __bool__(self) -> bool:
        """Whether there is any."""
        return bool(self._findings)

    def spots(self, layout: ArticleLayout, top: float, bottom: float) -> list[Spot]:
        """Return the marks beside the lines between two heights, from above."""
        if not self._findings or not layout.pieces:
            return []
        low, high = visible_range(layout, top, bottom)
        lines: dict[tuple[int, int], list[Lint]] = {}
        for finding in self._findings[bisect_left(self._positions, low) :]:
            if finding.position > high:
                break
            at = layout.nearest(finding.position)
            index = layout.index_of(at)
            lines.setdefault((index, layout.laid(index).line_of(at)), []).append(finding)
        scale = min(layout.typography.scale, 1.6)
        found: list[Spot] = []
        for (index, line), findings in lines.items():
            box_top, box_bottom = text_box(layout, layout.laid(index), line)
            if box_bottom > top and box_top < bottom:
                centre = QPointF(layout.width + _DISTANCE, (box_top + box_bottom) / 2 + scale)
                half = 9 * scale
                area = beside(layout, QRectF(centre.x() - half, centre.y() - half, 2 * half, 2 * half))
                found.append(Spot(area.center(), area, tuple(findings)))
        return found


def draw(painter: QPainter, layout: ArticleLayout, colours: ArticleColours, spots: list[Spot]) -> None:
    """Draw the marks: a filled triangle for an error, an open diamond for a warning, a dot for the rest."""
    scale = min(layout.typography.scale, 1.6)
    painter.setFont(layout.typography.letter)
    for spot in spots:
        x, y, half = spot.centre.x(), spot.centre.y(), 4.5 * scale
        if spot.severity == "error":
            colour = QColor(colours.danger)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            corners = [
                QPointF(x, y - half),
                QPointF(x + half * 1.1, y + half * 0.8),
                QPointF(x - half * 1.1, y + half * 0.8),
            ]
            painter.drawPolygon(QPolygonF(corners))
        elif spot.severity == "warning":
            colour = QColor(colours.warn)
            painter.setPen(QPen(colour, 1.3 * scale))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            corners = [QPointF(x, y - half), QPointF(x + half, y), QPointF(x, y + half), QPointF(x - half, y)]
            painter.drawPolygon(QPolygonF(corners))
        else:
            colour = QColor(colours.soft)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            painter.drawEllipse(spot.centre, half * 0.5, half * 0.5)
        if len(spot.findings) > 1:
            painter.setPen(colour)
            rect = QRectF(x + half * 0.9, y - 2.4 * half, 20 * scale, 2 * half)
            flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip
            painter.drawText(rect, flags, str(len(spot.findings)))
