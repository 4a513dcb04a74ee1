"""The small shapes of the article: boxes open at a line's end, underlines, waves, rings."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap


def box(rect: QRectF, radius: float, *, opens: bool, closes: bool) -> QPainterPath:
    """Return a box whose corners are round only on the sides where the range begins or ends."""
    path = QPainterPath()
    if opens and closes:
        path.addRoundedRect(rect, radius, radius)
        return path
    path.addPath(edge(rect, radius, opens=opens, closes=closes))
    path.closeSubpath()
    return path


def edge(rect: QRectF, radius: float, *, opens: bool, closes: bool) -> QPainterPath:
    """Return the outline of a box without the side at which the range goes on."""
    path = QPainterPath()
    left, right, top, bottom = rect.left(), rect.right(), rect.top(), rect.bottom()
    if opens and closes:
        path.addRoundedRect(rect, radius, radius)
    elif opens:
        path.moveTo(right, top)
        path.lineTo(left + radius, top)
        path.quadTo(left, top, left, top + radius)
        path.lineTo(left, bottom - radius)
        path.quadTo(left, bottom, left + radius, bottom)
        path.lineTo(right, bottom)
    elif closes:
        path.moveTo(left, top)
        path.lineTo(right - radius, top)
        path.quadTo(right, top, right, top + radius)
        path.lineTo(right, bottom - radius)
        path.quadTo(right, bottom, right - radius, bottom)
        path.lineTo(left, bottom)
    else:
        path.moveTo(left, top)
        path.lineTo(right, top)
        path.moveTo(right, bottom)
        path.lineTo(left, bottom)
    return path


def fill_box(painter: QPainter, rect: QRectF, radius: float, colour: QColor, *, opens: bool, closes: bool) -> None:
    """Fill a box; see ``box``."""
    if opens or closes:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawPath(box(rect, radius, opens=opens, closes=closes))
    else:
        painter.fillRect(rect, colour)


def dotted(colour: QColor, width: float) -> QPen:
    """Return a pen of round dots."""
    pen = QPen(colour, width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setDashPattern([0.01, 1.9])
    return pen


def dotted_edge(
    painter: QPainter, rect: QRectF, radius: float, colour: QColor, width: float, *, opens: bool, closes: bool
) -> None:
    """Draw ``edge`` in round dots; the long sides from a strip of dots, which takes a twentieth of the time."""
    pen = dotted(colour, width)
    inner = rect.adjusted(radius if opens else 0.0, 0.0, -radius if closes else 0.0, 0.0)
    if inner.width() < 40:
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(edge(rect, radius, opens=opens, closes=closes))
        return
    device = painter.device()
    strip = _strip(colour.rgba(), width, device.devicePixelRatio() if device is not None else 1.0)
    height = strip.deviceIndependentSize().height()
    for y in (rect.top(), rect.bottom()):
        painter.drawTiledPixmap(QRectF(inner.left(), y - height / 2, inner.width(), height), strip)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if opens:
        painter.drawPath(_side(rect.left(), inner.left(), rect, radius))
    if closes:
        painter.drawPath(_side(rect.right(), inner.right(), rect, radius))


def _side(outer: float, inner: float, rect: QRectF, radius: float) -> QPainterPath:
    """Return one end of a box with its two corners."""
    path = QPainterPath(QPointF(inner, rect.top()))
    path.quadTo(outer, rect.top(), outer, rect.top() + radius)
    path.lineTo(outer, rect.bottom() - radius)
    path.quadTo(outer, rect.bottom(), inner, rect.bottom())
    return path


@lru_cache(maxsize=64)
def _strip(rgba: int, width: float, ratio: float) -> QPixmap:
    """Return some dots beside each other, in whole pixels, so that many strips are one row of dots."""
    dots = 16
    long = max(dots, round(dots * 1.9 * width * ratio))
    high = max(3, round((width + 2) * ratio))
    strip = QPixmap(long, high)
    strip.fill(Qt.GlobalColor.transparent)
    painter = QPainter(strip)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor.fromRgba(rgba))
    radius = width * ratio / 2
    for dot in range(dots):
        painter.drawEllipse(QPointF((dot + 0.5) * long / dots, high / 2), radius, radius)
    painter.end()
    strip.setDevicePixelRatio(ratio)
    return strip


def wave(painter: QPainter, left: float, right: float, y: float, size: float) -> None:
    """Draw a wavy line with the painter's pen; ``size`` is half a wave's height."""
    path = QPainterPath(QPointF(left, y))
    step = size * 2
    x, up = left, True
    while x < right:
        following = min(x + step, right)
        path.quadTo((x + following) / 2, y + (-size if up else size) * 1.6, following, y)
        x, up = following, not up
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)
