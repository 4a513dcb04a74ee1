"""The article by mouse: click, drag, double and triple click, wheel."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

NONE, SHIFT, CTRL = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)
LEFT = Qt.MouseButton.LeftButton
STORY = "The mayor of Kyiv City Council spoke. He said it’s over.\n\nNobody was hurt in Odesa on Tuesday."


class Hand:
    """Mouse gestures on the viewport, told in words of the text."""

    def __init__(self, pane, qtbot):
        self.pane, self.qtbot = pane, qtbot

    def point(self, position, dx=0.0):
        """Return the point at the left edge of a character."""
        from desktop.ui.article import geometry

        bar = geometry.caret_bar(self.pane._layout, position)
        x = bar.left() + self.pane._column_left() + dx
        return QPoint(round(x), round(bar.center().y() - self.pane.verticalScrollBar().value()))

    def at(self, words, dx=3.0):
        return self.point(self.pane.text.index(words), dx)

    def click(self, words, modifier=NONE):
        self.qtbot.mouseClick(self.pane.viewport(), LEFT, modifier, self.at(words))

    def drag(self, start, end):
        view = self.pane.viewport()
        self.qtbot.mousePress(view, LEFT, NONE, start)
        middle = (start + end) / 2
        for point in (middle, end):
            self.qtbot.mouseMove(view, point)
        self.qtbot.mouseRelease(view, LEFT, NONE, end)


@pytest.fixture
def hand(pane, qtbot):
    return Hand(pane, qtbot)


def selected(pane):
    found = pane.selection()
    return "" if found is None else pane.text[found.start : found.end]


def test_a_click_puts_the_caret_at_the_nearest_border(show, pane, hand):
    show(STORY)
    hand.click("City")
    assert pane.caret() == STORY.index("City")
    assert pane.selection() is None
    assert pane.hasFocus()


def test_a_drag_selects_exactly_from_press_to_release(show, pane, hand):
    show(STORY)
    start = STORY.index("Kyiv")
    hand.drag(hand.point(start), hand.point(start + len("Kyiv City Council")))
    assert selected(pane) == "Kyiv City Council"
    hand.drag(hand.point(start + 4), hand.point(start))
    assert selected(pane) == "Kyiv"
    assert pane.caret() == start


def test_a_drag_over_two_paragraphs_takes_the_line_feeds(show, pane, hand):
    show(STORY)
    hand.drag(hand.point(STORY.index("over")), hand.point(STORY.index("was")))
    assert selected(pane) == "over.\n\nNobody "


def test_shift_and_click_extend_the_selection(show, pane, hand):
    show(STORY)
    hand.click("Kyiv")
    hand.click("Council", SHIFT)
    assert selected(pane) == "Kyiv City "


def test_a_hand_that_trembles_does_not_select(show, pane, hand, qtbot):
    show(STORY)
    point = hand.at("City")
    qtbot.mousePress(pane.viewport(), LEFT, NONE, point)
    qtbot.mouseMove(pane.viewport(), point + QPoint(2, 1))
    qtbot.mouseRelease(pane.viewport(), LEFT, NONE, point + QPoint(2, 1))
    assert pane.selection() is None


def test_double_click_takes_the_word_and_dragging_on_takes_words(show, pane, hand, qtbot):
    show(STORY)
    view = pane.viewport()
    qtbot.mouseDClick(view, LEFT, NONE, hand.at("City"))
    assert selected(pane) == "City"
    qtbot.mouseMove(view, hand.at("spoke"))
    assert selected(pane) == "City Council spoke"
    qtbot.mouseMove(view, hand.at("mayor"))
    assert selected(pane) == "mayor of Kyiv City"
    qtbot.mouseRelease(view, LEFT, NONE, hand.at("mayor"))


def test_triple_click_takes_the_sentence(show, pane, hand, qtbot):
    show(STORY)
    view = pane.viewport()
    qtbot.mouseDClick(view, LEFT, NONE, hand.at("said"))
    qtbot.mouseClick(view, LEFT, NONE, hand.at("said"))
    assert selected(pane) == "He said it’s over."


def test_a_click_makes_the_innermost_span_current_and_further_clicks_go_outward(show, pane, hand, build, qtbot):
    b = build(STORY)
    claim = b.span("CLAIM", "The mayor of Kyiv City Council spoke")
    actor = b.span("ACTOR", "Kyiv City Council")
    place = b.suggest("LOCATION", "Kyiv")
    show(b)
    told = []
    pane.activated_span.connect(told.append)
    for expected in (place.id, actor.id, claim.id, place.id):
        hand.click("Kyiv")
        assert pane.current == expected
    assert told == [place.id, actor.id, claim.id, place.id]
    hand.click("Council")
    assert pane.current == actor.id
    hand.click("Nobody")
    assert pane.current is None


def test_ids_of_63_bits_arrive_whole(show, pane, hand, build):
    b = build(STORY)
    b._next = 2**62 + 12345
    actor = b.span("ACTOR", "Kyiv")
    show(b)
    told = []
    pane.activated_span.connect(told.append)
    hand.click("Kyiv")
    assert told == [actor.id]
    assert actor.id > 2**62


def test_dragging_over_a_span_selects_and_does_not_make_it_current(show, pane, hand, build):
    b = build(STORY)
    b.span("ACTOR", "Kyiv City Council")
    show(b)
    start = STORY.index("City")
    hand.drag(hand.point(start), hand.point(start + 4))
    assert pane.current is None
    assert selected(pane) == "City"


def test_the_number_in_the_margin_makes_its_claim_current(show, pane, build, qtbot):
    from desktop.ui.article import margin

    b = build(STORY)
    claim = b.span("CLAIM", "Nobody was hurt")
    show(b)
    layout = pane._layout
    laid = layout.laid(layout.index_of(claim.start))
    (bar,) = margin.bars(layout, pane._marks, laid)
    (number,) = margin.numbers(layout, pane._marks, laid)
    for rect in (number.rect, bar.bar):
        pane.set_current(None)
        center = rect.center() + QPointF(pane._column_left(), 0)
        qtbot.mouseClick(pane.viewport(), LEFT, NONE, center.toPoint())
        assert pane.current == claim.id
        assert pane.caret() == claim.start


def test_dragging_below_the_edge_scrolls_and_selects_on(show, pane, hand, qtbot, settled):
    show("\n\n".join(f"Paragraph {i} " + "word " * 60 for i in range(60)))
    settled()
    view, bar = pane.viewport(), pane.verticalScrollBar()
    qtbot.mousePress(view, LEFT, NONE, hand.point(20))
    below = QPoint(300, view.height() + 60)
    qtbot.mouseMove(view, below)
    qtbot.waitUntil(lambda: bar.value() > 2 * view.height())
    assert pane.selection().start == 20
    assert pane.selection().end > 3000
    qtbot.mouseRelease(view, LEFT, NONE, below)
    stopped, end = bar.value(), pane.selection().end
    qtbot.wait(80)
    assert bar.value() == stopped
    assert pane.selection().end == end


def wheel(pane, delta, modifier):
    centre = QPointF(pane.viewport().rect().center())
    event = QWheelEvent(
        centre,
        pane.viewport().mapToGlobal(centre),
        QPoint(),
        QPoint(0, delta),
        Qt.MouseButton.NoButton,
        modifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(pane.viewport(), event)


def test_the_wheel_scrolls_and_with_control_changes_the_size(show, pane, settled):
    show("word " * 3000)
    settled()
    bar = pane.verticalScrollBar()
    wheel(pane, -120, NONE)
    assert bar.value() > 0
    told = []
    pane.reading_size_changed.connect(told.append)
    wheel(pane, 120, CTRL)
    wheel(pane, 60, CTRL)
    wheel(pane, 60, CTRL)
    wheel(pane, -120, CTRL)
    assert told == [18, 19, 18]
    assert pane.reading_size == 18


def test_emoji_are_dragged_over_whole(show, pane, hand):
    text = "a\U0001f468\U0001f3fb\u200d\U0001f692b and more"
    show(text)
    hand.drag(hand.point(1), hand.point(5))
    assert (pane.selection().start, pane.selection().end) == (1, 5)
    hand.drag(hand.point(1, 4), hand.point(6))
    assert pane.selection().start in (1, 5)


def test_clicks_beside_and_below_the_text_mean_the_nearest_place(show, pane, qtbot):
    show(STORY)
    view = pane.viewport()
    qtbot.mouseClick(view, LEFT, NONE, QPoint(view.width() - 2, view.height() - 2))
    assert pane.caret() == len(STORY)
    qtbot.mouseClick(view, LEFT, NONE, QPoint(view.width() // 2, 1))
    assert pane.caret() < 60


def test_clicks_without_an_article_do_nothing(pane, qtbot):
    view = pane.viewport()
    qtbot.mouseClick(view, LEFT, NONE, QPoint(100, 100))
    qtbot.mouseDClick(view, LEFT, NONE, QPoint(100, 100))
    assert pane.current is None
    assert pane.caret() == 0
