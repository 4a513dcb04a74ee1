"""Painting and hit testing where the interface runs from right to left.

What paints itself does so as from left to right, through ``mirrored``: places are mirrored within an area, letters and
signs are not, and words keep the direction of their own script. What is clicked is found by the same ``flip``.
"""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPolygonF, QTextLayout, QTransform

_SIDES = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignRight


def flip(rect: QRectF, area: QRectF) -> QRectF:
    """Return where a rectangle lies in an area that is seen in a mirror."""
    return QRectF(area.left() + area.right() - rect.right(), rect.top(), rect.width(), rect.height())


def flip_point(point: QPointF, area: QRectF) -> QPointF:
    """Return where a point lies in an area that is seen in a mirror."""
    return QPointF(area.left() + area.right() - point.x(), point.y())


def towards(direction: Qt.LayoutDirection, rect: QRectF, area: QRectF) -> QRectF:
    """Return a rectangle that is meant from left to right as it lies in a direction."""
    return flip(rect, area) if direction == Qt.LayoutDirection.RightToLeft else rect


def mirrored(painter: QPainter, area: QRectF, direction: Qt.LayoutDirection) -> QPainter:
    """Return a painter for somebody who thinks from left to right; in that direction the same one."""
    if direction != Qt.LayoutDirection.RightToLeft:
        return painter
    return cast(QPainter, Mirror(painter, area))


def draw_layout(painter: QPainter, layout: QTextLayout, at: QPointF, width: float) -> None:
    """Draw lines of text ``width`` wide whose top left corner is meant to be at a point."""
    if isinstance(painter, Mirror):
        layout.draw(painter.painter, flip(QRectF(at.x(), at.y(), width, 0), painter.area).topLeft())
    else:
        layout.draw(painter, at)


class Mirror:
    """Stands for a painter and mirrors places; what it does not know it leaves to the painter.

    Not a ``QPainter``: where Qt itself wants one (``QTextLayout.draw``), take ``draw_layout``.
    """

    def __init__(self, painter: QPainter, area: QRectF) -> None:
        """Mirror within an area of the painter's."""
        self.painter = painter
        self.area = QRectF(area)

    def __getattr__(self, name: str) -> object:
        """Return what mirrors nothing: pens, fonts, states."""
        return getattr(self.painter, name)

    def drawText(self, rect: QRectF, flags: int, words: str) -> None:
        """Draw words; the side they are aligned to changes, their own direction does not."""
        wanted = Qt.AlignmentFlag(int(flags) & int(_SIDES.value))
        rest = int(flags) & ~int(_SIDES.value)
        if not rest & Qt.AlignmentFlag.AlignHCenter.value:
            left = bool(wanted & Qt.AlignmentFlag.AlignRight)
            rest |= (Qt.AlignmentFlag.AlignLeft if left else Qt.AlignmentFlag.AlignRight).value
        before = self.painter.layoutDirection()
        self.painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        self.painter.drawText(flip(rect, self.area), rest | Qt.AlignmentFlag.AlignAbsolute.value, words)
        self.painter.setLayoutDirection(before)

    def drawRoundedRect(self, rect: QRectF, x_radius: float, y_radius: float) -> None:
        """Draw a rectangle with round corners."""
        self.painter.drawRoundedRect(flip(rect, self.area), x_radius, y_radius)

    def drawRect(self, rect: QRectF | QRect) -> None:
        """Draw a rectangle."""
        self.painter.drawRect(flip(QRectF(rect), self.area))

    def fillRect(self, rect: QRectF | QRect, colour: QColor | QBrush) -> None:
        """Fill a rectangle."""
        self.painter.fillRect(flip(QRectF(rect), self.area), colour)

    def drawLine(self, start: QPointF, end: QPointF) -> None:
        """Draw a line."""
        self.painter.drawLine(flip_point(start, self.area), flip_point(end, self.area))

    def drawEllipse(self, where: QRectF | QPointF, *radii: float) -> None:
        """Draw an ellipse in a rectangle, or around a point."""
        if isinstance(where, QRectF):
            self.painter.drawEllipse(flip(where, self.area))
        else:
            self.painter.drawEllipse(flip_point(where, self.area), *radii)

    def drawPie(self, rect: QRectF, start: int, span: int) -> None:
        """Draw a piece of a circle; half a circle stays the half it is."""
        self.painter.drawPie(flip(rect, self.area), start, span)

    def drawPolygon(self, corners: QPolygonF) -> None:
        """Draw a closed shape, as it is in the mirror."""
        self.painter.drawPolygon(self._transform().map(corners))

    def drawPath(self, path: QPainterPath) -> None:
        """Draw a shape at the mirrored place, itself as it is: a tick remains a tick."""
        box = path.boundingRect()
        self.painter.drawPath(path.translated(flip(box, self.area).left() - box.left(), 0.0))

    def fillPath(self, path: QPainterPath, colour: QColor | QBrush) -> None:
        """Fill a shape, as it is in the mirror."""
        self.painter.fillPath(self._transform().map(path), colour)

    def _transform(self) -> QTransform:
        return QTransform(-1.0, 0.0, 0.0, 1.0, self.area.left() + self.area.right(), 0.0)
