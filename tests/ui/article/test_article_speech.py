"""What screen readers are told: a name, the current item in a sentence, and what the caret comes to."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

STORY = (
    "Talks go on\n\n"
    "Russian President Vladimir Putin stated that negotiations could take place. Nobody in Kyiv agreed.\n\n"
    "He added that they would be long."
)


@pytest.fixture
def talks(build, show, pane):
    b = build(STORY, title="Talks go on")
    b.first = b.span("CLAIM", "Nobody in Kyiv agreed")
    b.claim = b.span("CLAIM", "negotiations could take place", "they would be long")
    b.first_number = 2
    b.putin = b.span("ACTOR", "Vladimir Putin")
    b.kyiv = b.suggest("LOCATION", "Kyiv")
    show(b)
    pane.set_links([(b.claim.id, b.putin.id, "claimant")])
    return b


@pytest.fixture
def heard(pane):
    said = []
    pane.announced.connect(said.append)
    pane.set_speaking(True)
    return said


def test_items_are_described(talks, pane):
    assert pane.describe(talks.claim.id) == "Claim 1, 2 parts, claimant Vladimir Putin"
    assert pane.describe(talks.first.id) == "Claim 2"
    assert pane.describe(talks.putin.id) == "Actor, claimant of Claim 1"
    assert pane.describe(talks.kyiv.id) == "Suggested Location"
    assert pane.describe(12345) == ""


def test_the_current_item_is_said_and_is_the_description(talks, pane, heard):
    pane.set_current(talks.claim.id)
    words = "Claim 1, 2 parts, claimant Vladimir Putin"
    assert heard == [f"{words}: negotiations could take place … they would be long"]
    interface = QAccessible.queryAccessibleInterface(pane)
    assert interface.text(QAccessible.Text.Name) == "Article text"
    assert interface.text(QAccessible.Text.Description) == f"Talks go on. {words}"
    pane.set_links([])
    assert pane.accessibleDescription() == "Talks go on. Claim 1, 2 parts"
    pane.set_current(None)
    assert pane.accessibleDescription() == "Talks go on"


@pytest.mark.parametrize(
    ("key", "modifier", "words"),
    [
        (Qt.Key.Key_Right, Qt.KeyboardModifier.NoModifier, "President"),
        (Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier, "u"),
        (Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier, "Nobody in Kyiv agreed."),
        (Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier, "He added that they would be long."),
        (Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier, "Selected: Russian"),
    ],
)
def test_what_the_caret_comes_to_is_said(talks, pane, qtbot, heard, key, modifier, words):
    pane.set_caret(STORY.index("Russian"))
    qtbot.keyClick(pane, key, modifier)
    assert heard == [words]


def test_a_line_is_said_whole(talks, pane, qtbot, heard):
    pane.set_caret(0)
    qtbot.keyClick(pane, Qt.Key.Key_Down)
    assert len(heard) == 1
    assert STORY.split("\n\n")[1].startswith(heard[0])
    assert len(heard[0]) > 30


def test_it_is_silent_while_nobody_listens(talks, pane, qtbot):
    said = []
    pane.announced.connect(said.append)
    pane.set_speaking(False)
    pane.set_current(talks.claim.id)
    qtbot.keyClick(pane, Qt.Key.Key_Right)
    assert said == []


def test_the_strip_of_the_past_has_a_name(talks, pane):
    pane.set_frozen(True, "As it was on Tuesday")
    names = [
        QAccessible.queryAccessibleInterface(w).text(QAccessible.Text.Name) for w in pane.children() if w.isWidgetType()
    ]
    assert "As it was on Tuesday" in names
