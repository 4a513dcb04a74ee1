"""Dotted edges of suggested claims: the same shape as drawn dot by dot, at any width and resolution."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from desktop.ui.article import strokes

INK = QColor("#b45f06")


def drawn(rect, ratio, quick, **sides):
    image = QImage(round(360 * ratio), round(60 * ratio), QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(4, 3)
    if quick:
        strokes.dotted_edge(painter, rect, 3.5, INK, 1.5, **sides)
    else:
        painter.setPen(strokes.dotted(INK, 1.5))
        painter.drawPath(strokes.edge(rect, 3.5, **sides))
    painter.end()
    return image


def ink(image, left, top, right, bottom):
    """How much ink lies in a part of the image, in whole pixels of it."""
    ratio = image.devicePixelRatio()
    part = image.copy(*(round(v * ratio) for v in (left, top, right - left, bottom - top)))
    return sum(255 - QColor(part.pixel(x, y)).blue() for x in range(part.width()) for y in range(part.height())) / (
        249 * ratio * ratio
    )


@pytest.mark.parametrize("ratio", [1.0, 1.25, 2.0])
@pytest.mark.parametrize(("opens", "closes"), [(True, True), (True, False), (False, True), (False, False)])
def test_the_quick_edge_has_the_ink_of_the_slow_one_where_that_has_it(ratio, opens, closes):
    rect = QRectF(5.3, 7.6, 320.4, 30.2)
    quick, slow = (drawn(rect, ratio, which, opens=opens, closes=closes) for which in (True, False))
    whole = (0, 0, 360, 60)
    parts = {"top": (20, 6, 320, 16), "bottom": (20, 36, 320, 46), "left": (4, 14, 14, 36), "right": (324, 14, 334, 36)}
    assert ink(quick, *whole) == pytest.approx(ink(slow, *whole), rel=0.15)
    for name, part in parts.items():
        expected = ink(slow, *part)
        if expected > 5:
            assert ink(quick, *part) == pytest.approx(expected, rel=0.2), name
        else:
            assert ink(quick, *part) <= 5, name


def test_a_short_edge_is_drawn_dot_by_dot():
    rect = QRectF(5, 7, 30, 20)
    assert drawn(rect, 1.0, True, opens=True, closes=True) == drawn(rect, 1.0, False, opens=True, closes=True)
