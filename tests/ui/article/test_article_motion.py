"""Scrolling to an item: a short glide that nothing waits for, and none with reduced motion."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from desktop.ui.article.scroller import DURATION_MS

STORY = "\n\n".join(f"Paragraph {i} in Kyiv and Odesa " + "word " * 60 for i in range(80))


@pytest.fixture
def towns(build, show, settled, pane):
    b = build(STORY)
    b.places = [b.span("LOCATION", b.find("Kyiv", i)) for i in (0, 7, 14, 40, 79)]
    show(b)
    settled()
    pane.set_reduced_motion(False)
    return b


def seen(pane, item):
    return all(pane.viewport().rect().contains(r.toAlignedRect()) for r in pane.item_rects(item))


def test_it_glides_and_arrives(towns, pane, qtbot):
    bar = pane.verticalScrollBar()
    stops = []
    bar.valueChanged.connect(stops.append)
    pane.set_current(towns.places[2].id)
    assert pane.scrolling
    qtbot.waitUntil(lambda: not pane.scrolling)
    assert DURATION_MS < 150
    assert len(stops) > 2
    assert stops == sorted(stops)
    assert seen(pane, towns.places[2].id)


def test_with_reduced_motion_it_is_there_at_once(towns, pane):
    pane.set_reduced_motion(True)
    pane.set_current(towns.places[4].id)
    assert not pane.scrolling
    assert seen(pane, towns.places[4].id)


def test_reducing_motion_ends_a_glide_at_its_goal(towns, pane):
    pane.set_current(towns.places[2].id)
    pane.set_reduced_motion(True)
    assert not pane.scrolling
    assert seen(pane, towns.places[2].id)


def test_what_is_far_away_is_not_passed_through(towns, pane, qtbot):
    bar = pane.verticalScrollBar()
    stops = []
    bar.valueChanged.connect(stops.append)
    pane.set_current(towns.places[4].id)
    qtbot.waitUntil(lambda: not pane.scrolling)
    assert stops[-1] - stops[0] <= 1.3 * pane.viewport().height()
    assert seen(pane, towns.places[4].id)


def test_keys_work_on_while_it_glides(towns, pane, qtbot):
    pane.set_current(towns.places[1].id)
    assert pane.scrolling
    assert pane.current == towns.places[1].id
    assert pane.caret() == towns.places[1].start
    qtbot.keyClick(pane, Qt.Key.Key_Right)
    assert STORY[pane.caret() :].startswith("and")
    assert pane.next_item("span")
    assert pane.current == towns.places[2].id
    qtbot.waitUntil(lambda: not pane.scrolling)
    assert seen(pane, towns.places[2].id)


def test_the_caret_never_glides(towns, pane, qtbot):
    qtbot.keyClick(pane, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert not pane.scrolling
    assert pane.verticalScrollBar().value() > 0


def test_many_steps_at_once_end_at_the_last(towns, pane, qtbot):
    for place in towns.places * 3:
        pane.set_current(place.id)
    qtbot.waitUntil(lambda: not pane.scrolling)
    assert seen(pane, towns.places[-1].id)


def test_the_wheel_takes_over(towns, pane):
    pane.set_current(towns.places[2].id)
    point = QPointF(50, 50)
    wheel = QWheelEvent(
        point,
        pane.mapToGlobal(point),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(pane.viewport(), wheel)
    assert not pane.scrolling


def test_whoever_moves_the_scroll_bar_takes_over(towns, pane, qtbot):
    pane.set_current(towns.places[2].id)
    assert pane.scrolling
    pane.verticalScrollBar().setValue(1234)
    assert not pane.scrolling
    qtbot.wait(DURATION_MS + 40)
    assert pane.verticalScrollBar().value() == 1234


def test_it_arrives_although_heights_were_only_estimates(build, show, pane, qtbot):
    pane.set_reduced_motion(False)
    b = build("\n\n".join(f"Paragraph {i} Kyiv " + "wide WORDS " * (i % 17 + 1) for i in range(1500)))
    far = b.span("LOCATION", b.find("Kyiv", 1200))
    show(b)
    assert not pane.page_layout.is_exact
    pane.set_current(far.id)
    qtbot.waitUntil(lambda: not pane.scrolling)
    assert seen(pane, far.id)
    qtbot.waitUntil(lambda: pane.page_layout.is_exact, timeout=20_000)
    assert seen(pane, far.id)


def test_another_article_stops_it(towns, pane, show):
    pane.set_current(towns.places[2].id)
    show("Another one.")
    assert not pane.scrolling
    assert pane.verticalScrollBar().value() == 0
