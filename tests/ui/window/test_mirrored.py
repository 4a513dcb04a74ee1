"""The window from right to left: panes, painted rows and pills change sides, and clicks find what is drawn."""

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPolygonF
from PySide6.QtWidgets import QApplication, QStyleOptionViewItem

from desktop.ui.claims.items import Pill, PillKind
from desktop.ui.claims.pill import PillButton
from desktop.ui.mirroring import flip, mirrored
from desktop.ui.theme import style_sheet

RTL, LTR = Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight


@pytest.fixture
def turned(window, qtbot):
    app = QApplication.instance()
    app.setLayoutDirection(RTL)
    qtbot.wait(1)
    yield window
    app.setLayoutDirection(LTR)


def left_of(widget, window):
    return widget.mapTo(window.window, QPoint(0, 0)).x()


def test_panes_and_bars_change_sides(window, qtbot):
    b = window.bench
    order = [b.queue, b.middle, b.cards]
    assert [left_of(w, window) for w in order] == sorted(left_of(w, window) for w in order)
    app = QApplication.instance()
    app.setLayoutDirection(RTL)
    try:
        qtbot.waitUntil(lambda: left_of(b.queue, window) > left_of(b.cards, window))
        assert left_of(b.cards, window) < left_of(b.middle, window) < left_of(b.queue, window)
        assert left_of(b.toolbar.menu_button, window) > window.window.width() / 2
        assert b.pane.page_layout.mirrored
    finally:
        app.setLayoutDirection(LTR)
    assert not b.pane.page_layout.mirrored


def test_next_article_stays_next(turned):
    before = turned.view.id
    turned.press("N")
    assert turned.view.id != before
    turned.press("P")
    assert turned.view.id == before


def painted(view, delegate, direction, size=(300, 69)):
    """A row as it is painted; without words, whose letters are never mirrored."""
    image = QImage(*size, QImage.Format.Format_ARGB32)
    image.fill(QColor("white"))
    option = QStyleOptionViewItem()
    option.initFrom(view)
    option.direction = direction
    option.rect = image.rect()
    painter = QPainter(image)
    painter.setLayoutDirection(direction)
    delegate.paint(painter, option, view.model().index(0, 0))
    painter.end()
    return image


def ink(image, left, right):
    white = QColor("white").rgb()
    return sum(image.pixel(x, y) != white for x in range(left, right) for y in range(image.height()))


def test_a_row_of_the_queue_begins_at_the_right(window):
    view = window.bench.queue.view
    # The bar of the current article is the only full column of accent at the edge.
    accent = window.bench.look.theme.color("accent").rgb()
    first = painted(view, view.itemDelegate(), LTR)
    second = painted(view, view.itemDelegate(), RTL)
    assert first.pixel(1, 30) == accent
    assert second.pixel(first.width() - 2, 30) == accent
    assert second.pixel(1, 30) != accent


def test_places_are_mirrored_and_shapes_of_signs_are_not():
    area = QRectF(10, 0, 100, 20)
    assert flip(QRectF(10, 2, 30, 5), area) == QRectF(80, 2, 30, 5)
    image = QImage(120, 20, QImage.Format.Format_ARGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    other = mirrored(painter, area, RTL)
    assert mirrored(painter, area, LTR) is painter
    other.fillRect(QRectF(10, 0, 5, 5), QColor("red"))
    other.drawPolygon(QPolygonF([QPointF(20, 0), QPointF(24, 0), QPointF(24, 4)]))
    tick = QPainterPath(QPointF(30, 10))
    tick.lineTo(34, 14)
    tick.lineTo(44, 4)
    other.drawPath(tick)
    painter.end()
    assert image.pixelColor(107, 2) == QColor("red")
    assert image.pixelColor(12, 2) == QColor("white")
    # The tick's short arm is at its left still: its box is 76 to 90, and it is low near the left.
    low = [x for x in range(120) if image.pixelColor(x, 13) != QColor("white")]
    assert low
    assert max(low) < 84


def test_words_stand_on_the_other_side_in_their_own_order(window):
    image = QImage(300, 30, QImage.Format.Format_ARGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.setLayoutDirection(RTL)
    left = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    mirrored(painter, QRectF(0, 0, 300, 30), RTL).drawText(QRectF(0, 0, 120, 30), left, "Bridge.")
    painter.end()
    assert not ink(image, 0, 180)
    assert ink(image, 240, 300)
    # The stop is the last letter on the right, as English has it: a low dot with nothing above it.
    inked = [x for x in range(300) if any(image.pixel(x, y) != QColor("white").rgb() for y in range(30))]
    column = [y for y in range(30) if image.pixel(inked[-1], y) != QColor("white").rgb()]
    assert max(column) - min(column) < 5


def test_the_cross_of_a_pill_is_where_it_is_drawn(window, qtbot):
    look, schema = window.bench.look, window.bench.project.schema
    for direction in (LTR, RTL):
        pill = PillButton(Pill("Ana Kovač", PillKind.VALUE, label="ACTOR"), schema, look)
        pill.setLayoutDirection(direction)
        qtbot.addWidget(pill)
        pill.resize(pill.sizeHint())
        pill.show()
        removed = []
        pill.removed.connect(lambda r=removed: r.append(1))
        ends = (pill.width() - 9, 9)
        cross, other = ends if direction == LTR else ends[::-1]
        qtbot.mouseClick(pill, Qt.MouseButton.LeftButton, pos=QPoint(other, 10))
        assert not removed
        qtbot.mouseClick(pill, Qt.MouseButton.LeftButton, pos=QPoint(cross, 10))
        assert removed
        pill.hide()


def test_lines_between_the_panes_change_sides(window):
    theme = window.bench.look.theme
    assert "#queuePane { border-right:" in style_sheet(theme)
    app = QApplication.instance()
    app.setLayoutDirection(RTL)
    try:
        assert "#queuePane { border-left:" in style_sheet(theme)
        assert "#cardsPane { border-right:" in style_sheet(theme)
    finally:
        app.setLayoutDirection(LTR)
