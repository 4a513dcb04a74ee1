"""The article by keyboard: what a reader presses, and what is selected then, in code points."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication

from desktop.core import graphemes
from desktop.ui.article import Motion

KEY = Qt.Key
NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
STORY = (
    "Storm hits coast\n\n"
    "The mayor of Kyiv City Council spoke. He said “the storm isn't over” on Tuesday.\n\n"
    "Nobody was hurt in the U.S. The clean-up began."
)


def selected(pane):
    found = pane.selection()
    return "" if found is None else pane.text[found.start : found.end]


@pytest.fixture
def press(pane, qtbot):
    def do(key, modifier=NONE, times=1):
        for _ in range(times):
            qtbot.keyClick(pane, key, modifier)

    return do


@pytest.fixture
def story(show, pane):
    show(STORY, "Storm hits coast")
    return pane


def test_the_caret_begins_at_the_beginning(story):
    assert story.caret() == 0
    assert story.selection() is None


def test_arrows_move_by_word_and_shift_selects_words(story, press):
    press(KEY.Key_Right, times=4)
    assert STORY[story.caret() :].startswith("mayor")
    press(KEY.Key_Right, SHIFT, times=4)
    assert selected(story) == "mayor of Kyiv City"
    press(KEY.Key_Left, SHIFT)
    assert selected(story) == "mayor of Kyiv"
    press(KEY.Key_Left)
    assert story.selection() is None


def test_alt_moves_by_character_and_control_by_sentence(story, press):
    story.set_caret(STORY.index("He said"))
    press(KEY.Key_Right, ALT, times=2)
    assert story.caret() == STORY.index("He said") + 2
    press(KEY.Key_Left, CTRL)
    press(KEY.Key_Right, CTRL | SHIFT)
    assert selected(story) == "He said “the storm isn't over” on Tuesday."
    press(KEY.Key_Left, CTRL)
    assert story.caret() == STORY.index("He said")


def test_control_with_up_and_down_moves_by_paragraph_over_blank_lines(story, press):
    press(KEY.Key_Down, CTRL)
    assert STORY[story.caret() :].startswith("The mayor")
    press(KEY.Key_Down, CTRL)
    assert STORY[story.caret() :].startswith("Nobody")
    press(KEY.Key_Up, CTRL, times=2)
    assert story.caret() == 0
    press(KEY.Key_Down, CTRL | SHIFT)
    assert selected(story) == "Storm hits coast"


def test_line_start_and_end(show, pane, press):
    show("word " * 100 + "\nlast line")
    press(KEY.Key_Down, times=2)
    press(KEY.Key_Home)
    start = pane.caret()
    press(KEY.Key_End, SHIFT)
    chosen = selected(pane)
    assert chosen.startswith("word")
    assert chosen.endswith("word")
    assert 40 < len(chosen) < 90
    press(KEY.Key_End)
    press(KEY.Key_End)
    assert pane.caret() == start + len(chosen)
    press(KEY.Key_Home)
    assert pane.caret() == start


def test_end_of_a_line_broken_inside_a_word_stays_on_that_line(show, pane, press):
    show("x" * 400)
    press(KEY.Key_End)
    end = pane.caret()
    assert 20 < end < 200
    press(KEY.Key_End)
    assert pane.caret() == end
    press(KEY.Key_Home)
    assert pane.caret() == 0
    press(KEY.Key_Down)
    press(KEY.Key_Home)
    assert pane.caret() == end


def test_up_and_down_keep_to_their_column_over_short_lines(show, pane, press):
    show("word " * 12 + "\nno\n" + "word " * 12)
    pane.set_caret(30)
    press(KEY.Key_Down)
    assert pane.caret() == pane.text.index("no") + 2
    press(KEY.Key_Down)
    third = pane.text.rindex("\n") + 1
    assert abs(pane.caret() - (third + 30)) <= 1
    press(KEY.Key_Up, times=2)
    assert abs(pane.caret() - 30) <= 1


def test_down_on_the_last_line_goes_to_the_end_and_up_on_the_first_to_the_beginning(story, press):
    press(KEY.Key_End, CTRL)
    assert story.caret() == len(STORY)
    press(KEY.Key_Up)
    press(KEY.Key_Down, times=9)
    assert story.caret() == len(STORY)
    press(KEY.Key_Home, CTRL)
    press(KEY.Key_Right)
    press(KEY.Key_Up, times=2)
    assert story.caret() == 0


def test_pages_scroll_and_move_the_caret(show, pane, press, settled):
    show("\n\n".join(f"Paragraph {i} " + "word " * 60 for i in range(80)))
    settled()
    press(KEY.Key_PageDown, times=3)
    bar = pane.verticalScrollBar()
    assert bar.value() > pane.viewport().height()
    assert pane.caret() > 1000
    down = pane.caret()
    press(KEY.Key_PageUp, SHIFT)
    assert pane.selection().end == down
    press(KEY.Key_PageUp, times=4)
    assert bar.value() == 0
    assert pane.caret() < 100


def test_the_caret_never_splits_a_grapheme(show, pane, press, adversarial):
    show(adversarial + "\n" + adversarial)
    for key, modifier in ((KEY.Key_Right, ALT), (KEY.Key_Left, ALT), (KEY.Key_Right, NONE), (KEY.Key_Left, NONE)):
        for _ in range(len(pane.text) + 2):
            press(key, modifier)
            assert graphemes.is_border(pane.text, pane.caret())


def test_every_grapheme_is_reached_by_character(show, pane, adversarial):
    show(adversarial)
    pane.set_caret(0)
    seen = [0]
    while pane.caret() < len(adversarial):
        pane.move_caret(Motion.NEXT_CHAR)
        assert pane.caret() > seen[-1]
        seen.append(pane.caret())
    assert seen == [p for p in range(len(adversarial) + 1) if graphemes.is_border(adversarial, p)]


def test_a_fireman_is_selected_whole_and_what_follows_is_right(show, pane, press):
    text = "\U0001f468\U0001f3fb\u200d\U0001f692 firemen drive"
    show(text)
    press(KEY.Key_Right, ALT | SHIFT)
    assert (pane.selection().start, pane.selection().end) == (0, 4)
    press(KEY.Key_Right)
    press(KEY.Key_Right, SHIFT)
    assert (pane.selection().start, pane.selection().end) == (5, 12)
    assert selected(pane) == "firemen"


def test_left_goes_on_in_a_right_to_left_paragraph(show, pane, press):
    show("قال الرئيس زيلينسكي")
    press(KEY.Key_Left)
    assert pane.caret() == 4
    press(KEY.Key_Left, SHIFT)
    assert selected(pane) == "الرئيس"
    press(KEY.Key_Right)
    assert pane.caret() == 4
    press(KEY.Key_Left, ALT)
    assert pane.caret() == 5


@pytest.mark.parametrize(
    "words",
    ["a\u00a0b\u2028c\u2029d\u00ade", "\x0bone\x00two\u0085", "cafe\u0301 \U0001f468\u200d\U0001f692", "a\n\n\nb"],
)
def test_copy_gives_the_characters_of_the_article(show, pane, press, words):
    show(f"{words} end")
    press(KEY.Key_A, CTRL)
    press(KEY.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == f"{words} end"
    pane.select_range(0, len(words))
    press(KEY.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == words


def test_copy_without_a_selection_leaves_the_clipboard_alone(story, press):
    QGuiApplication.clipboard().setText("before")
    press(KEY.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "before"


def test_words_sentences_and_quotations_are_taken_under_the_caret(story):
    story.set_caret(STORY.index("storm isn't") + 2)
    assert story.select_word()
    assert selected(story) == "storm"
    assert story.select_sentence()
    assert selected(story) == "He said “the storm isn't over” on Tuesday."
    story.set_caret(STORY.index("storm isn't") + 2)
    assert story.select_quotation()
    assert selected(story) == "the storm isn't over"
    story.set_caret(len(STORY))
    assert not story.select_quotation()


def test_the_target_is_the_selection_or_the_word(story):
    story.set_caret(STORY.index("Kyiv") + 2)
    found = story.target()
    assert STORY[found.start : found.end] == "Kyiv"
    story.select_range(5, 9)
    assert (story.target().start, story.target().end) == (5, 9)


def test_a_selection_set_by_others_grows_to_whole_graphemes(show, pane):
    show("e\u0301a \U0001f468\u200d\U0001f692 b")
    pane.select_range(1, 5)
    assert (pane.selection().start, pane.selection().end) == (0, 7)


def test_signals_tell_what_changed_and_nothing_else(story, press, qtbot):
    with qtbot.assertNotEmitted(story.selection_changed), qtbot.waitSignal(story.caret_moved):
        press(KEY.Key_Right)
    with qtbot.waitSignals([story.selection_changed, story.caret_moved]):
        press(KEY.Key_Right, SHIFT)
    with qtbot.assertNotEmitted(story.caret_moved), qtbot.waitSignal(story.selection_changed):
        story.clear_selection()
    with qtbot.assertNotEmitted(story.caret_moved):
        story.set_caret(story.caret())


@pytest.mark.parametrize("key", [KEY.Key_C, KEY.Key_A, KEY.Key_Return, KEY.Key_Backspace, KEY.Key_BracketRight])
def test_keys_that_tag_are_left_to_the_window(story, key):
    story.move_caret(Motion.NEXT_WORD, extend=True)
    before = story.caret_state
    event = QKeyEvent(QEvent.Type.KeyPress, key, NONE, "x")
    QApplication.sendEvent(story, event)
    assert not event.isAccepted()
    assert story.caret_state == before


def test_motions_win_over_a_shortcut_of_the_window(story, qtbot):
    fired = []
    shortcut = QShortcut(QKeySequence("Right"), story)
    shortcut.activated.connect(lambda: fired.append(1))
    qtbot.keyClick(story, KEY.Key_Right)
    assert fired == []
    assert story.caret() == STORY.index("hits")


def test_an_empty_article_takes_every_key(pane, press, show):
    for text in ("", "\n\n \n"):
        show(text)
        for motion in Motion:
            pane.move_caret(motion)
            pane.move_caret(motion, extend=True)
        assert pane.caret() == 0
        assert not pane.select_word()
        assert not pane.select_sentence()
        assert not pane.select_quotation()
        assert not pane.next_item()
        press(KEY.Key_C, CTRL)
    pane.set_view(None)
    press(KEY.Key_Right)
    press(KEY.Key_A, CTRL)
    assert pane.selection() is None
    assert pane.text == ""


def test_an_unknown_motion_is_a_mistake(story):
    with pytest.raises(ValueError, match="sideways"):
        story.move_caret("sideways")
