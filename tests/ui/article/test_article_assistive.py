"""Text, caret and spans for assistive technology: Qt's own interfaces over what the pane draws."""

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QAccessible, QPixmap
from PySide6.QtWidgets import QApplication

from annotation_schema.model import SpanId

STORY = (
    "Talks go on\n\n"
    "President Vladimir Putin 👨🏻‍🚒 stated that negotiations could take place. Nobody in Kyiv agreed.\n\n"
    "He added that they would be long."
)
Text = QAccessible.Text


@pytest.fixture
def listening():
    """An assistive technology is there."""
    before = QAccessible.isActive()
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(before)


@pytest.fixture
def talks(build):
    b = build(STORY, title="Talks go on")
    b.claim = b.span("CLAIM", "negotiations could take place", "they would be long")
    b.putin = b.span("ACTOR", "Vladimir Putin")
    b.kyiv = b.suggest("LOCATION", "Kyiv")
    return b


def interface(widget):
    found = QAccessible.queryAccessibleInterface(widget)
    assert found is not None
    return found


def units(text):
    return len(text.encode("utf-16-le")) // 2


def test_there_is_nothing_of_it_while_nobody_listens(talks, show, pane, qtbot):
    show(talks)
    qtbot.keyClick(pane, Qt.Key.Key_Right)
    assert pane.assistive is None
    assert QApplication.focusWidget() is pane


def test_text_caret_and_selection_are_told(listening, talks, show, pane, qtbot):
    show(talks)
    mirror = pane.assistive.mirror
    assert QApplication.focusWidget() is mirror
    assert pane.hasFocus()
    text = interface(mirror).textInterface()
    assert interface(mirror).text(Text.Name) == "Article text"
    assert interface(mirror).text(Text.Description) == "Talks go on"
    assert interface(mirror).role() == QAccessible.Role.EditableText
    assert text.text(0, text.characterCount()) == STORY
    pane.select_range(STORY.index("stated"), STORY.index(" that"))
    assert text.cursorPosition() == units(STORY[: STORY.index(" that")])
    assert mirror.textCursor().selectedText() == "stated"
    pane.set_current(talks.kyiv.id)
    assert interface(mirror).text(Text.Description) == "Talks go on. Suggested Location"


class Watch(QObject):
    """Notes what an event filter on the pane sees, as link mode has one."""

    def __init__(self, pane):
        super().__init__(pane)
        self.seen = []
        pane.installEventFilter(self)

    def eventFilter(self, watched, event):
        self.seen.append(event.type())
        return False


def test_keys_and_focus_come_to_the_pane(listening, talks, show, pane, qtbot):
    show(talks)
    mirror = pane.assistive.mirror
    watch = Watch(pane)
    pane.set_caret(0)
    qtbot.keyClick(mirror, Qt.Key.Key_Right)
    assert pane.caret() == STORY.index("go")
    qtbot.keyClick(mirror, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert STORY[pane.selection().start : pane.selection().end] == "go"
    assert QEvent.Type.KeyPress in watch.seen
    pane.clearFocus()
    assert QEvent.Type.FocusOut in watch.seen
    pane.setFocus()
    assert QEvent.Type.FocusIn in watch.seen
    assert QApplication.focusWidget() is mirror


def test_caret_and_selection_may_be_set_from_outside(listening, talks, show, pane):
    show(talks)
    text = interface(pane.assistive.mirror).textInterface()
    text.setCursorPosition(units(STORY[: STORY.index("Nobody")]))
    assert pane.caret() == STORY.index("Nobody")
    text.setSelection(0, units(STORY[: STORY.index("Kyiv")]), units(STORY[: STORY.index(" agreed")]))
    assert STORY[pane.selection().start : pane.selection().end] == "Kyiv"


def test_the_carets_lie_over_each_other(listening, talks, show, pane, qtbot):
    show(talks)
    pane.set_caret(STORY.index("could"))
    assistive = pane.assistive
    qtbot.waitUntil(lambda: not assistive._late.isActive())
    box = assistive.mirror.cursorRect()
    found = assistive.mirror.mapTo(pane.viewport(), box.topLeft())
    hit = pane.hit_at((found + QPoint(2, 10)).toPointF())
    assert hit.position == STORY.index("could")


def test_spans_are_rows_where_they_are_drawn(listening, talks, show, pane, qtbot):
    show(talks)
    spans = pane.assistive.spans
    qtbot.waitUntil(lambda: not pane.assistive._late.isActive())
    rows = interface(spans)
    assert rows.role() == QAccessible.Role.List
    assert rows.text(Text.Name) == "Spans and suggestions"
    names = [rows.child(i).text(Text.Name) for i in range(rows.childCount())]
    assert names == [
        "Vladimir Putin, Actor",
        "negotiations could take place … they would be long, Claim 1, 2 parts",
        "Kyiv, Suggested Location",
    ]
    assert rows.child(0).role() == QAccessible.Role.ListItem
    for index, item in enumerate((talks.putin, talks.claim, talks.kyiv)):
        drawn = pane.rects_on_screen(item.id)
        place = rows.child(index).rect()
        for rect in drawn:
            centre = pane.viewport().mapToGlobal(rect.center().toPoint())
            assert place.contains(centre)
    centre = pane.viewport().mapToGlobal(pane.rects_on_screen(talks.kyiv.id)[0].center().toPoint())
    assert rows.childAt(centre.x(), centre.y()).text(Text.Name) == names[2]


def test_the_current_item_is_the_selected_row_and_may_be_chosen_there(listening, talks, show, pane):
    show(talks)
    spans = pane.assistive.spans
    pane.set_current(talks.kyiv.id)
    rows = interface(spans)
    assert [rows.child(i).state().selected for i in range(3)] == [0, 0, 1]
    rows.selectionInterface().select(rows.child(0))
    assert pane.current == talks.putin.id
    pane.set_current(None)
    assert spans.selectionModel().selectedIndexes() == []


def test_it_follows_edits_and_other_articles(listening, talks, show, build, pane, qtbot):
    show(talks)
    rows = interface(pane.assistive.spans)
    talks.span("LOCATION", "Kyiv")
    show(talks)
    assert rows.childCount() == 4
    other = build("Another text.\x0b One\u2028line.", article_id=2)
    show(other)
    assert rows.childCount() == 0
    text = interface(pane.assistive.mirror).textInterface()
    assert text.characterCount() == len(other.text)
    pane.set_view(None)
    assert text.characterCount() == 0
    qtbot.wait(5)


def test_nothing_of_it_is_seen(listening, talks, show, pane, qtbot):
    show(talks)
    pane.set_current(talks.kyiv.id)
    qtbot.waitUntil(lambda: not pane.assistive._late.isActive())
    with_it = pane.grab().toImage()
    for part in (pane.assistive.mirror, pane.assistive.spans):
        part.hide()
    assert pane.grab().toImage() == with_it
    pixmap = QPixmap(40, 40)
    pixmap.fill(Qt.GlobalColor.red)
    pane.assistive.mirror.render(pixmap)
    assert pixmap.toImage().pixelColor(5, 5) == Qt.GlobalColor.red


def test_the_mouse_goes_past_it(listening, talks, show, pane, qtbot):
    show(talks)
    qtbot.waitUntil(lambda: not pane.assistive._late.isActive())
    point = pane.rects_on_screen(talks.kyiv.id)[0].center().toPoint()
    assert pane.childAt(pane.viewport().mapTo(pane, point)) is pane.viewport()


def test_seven_hundred_spans_that_come_and_go(listening, build, show, pane, qtbot):
    words = " ".join(f"word{n}" for n in range(700))
    many = build(words)
    for n in range(700):
        many.span("ACTOR", many.find(f"word{n} ") if n < 699 else many.find("word699"))
    for _ in range(5):
        show(many)
        rows = interface(pane.assistive.spans)
        held = [rows.child(i) for i in range(0, 700, 50)]
        assert all(h.isValid() for h in held)
        pane.set_current(many.spans[350].id)
        assert rows.child(350).state().selected
        show(build("Few words.", article_id=3))
        assert rows.childCount() == 0
        assert pane.item(SpanId(many.spans[0].id)) is None
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
