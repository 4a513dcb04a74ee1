"""Changing keys: refused where another command has them, and at once in force everywhere."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from desktop.core import paths, settings
from desktop.ui.dialogs.help_sheet import HelpSheet
from desktop.ui.shortcuts.editor import ShortcutEditor
from desktop.ui.widgets import SegmentButton


@pytest.fixture
def editor(window, qtbot):
    """Not shown: the offscreen platform warns of dialogs; keys reach it all the same."""
    made = ShortcutEditor(window.bench)
    qtbot.addWidget(made)
    return made


def press(editor, key, *, widget=None):
    sequence = QKeySequence(key)[0]
    QTest.keyClick(widget or editor.view, sequence.key(), sequence.keyboardModifiers())


def give(editor, action, key):
    editor.choose(action)
    press(editor, "Return")
    press(editor, key)


def test_it_lists_every_command(editor, window):
    assert [s.id for s in editor.list.rows] == [s.id for s in window.bench.actions.specs]


def test_a_changed_key_acts_at_once_and_is_kept_and_shown_everywhere(editor, window, qtbot):
    bench = window.bench
    give(editor, "suggestion.next", "F9")
    assert bench.actions["suggestion.next"].shortcuts() == [QKeySequence("F9")]
    assert settings.load(paths.settings_file()).settings.keys == {"suggestion.next": ("F9",)}
    names = [b.accessibleName() for b in bench.toolbar.findChildren(SegmentButton)]
    assert "Next suggestion (F9)" in names
    assert next(s for s in bench.actions.specs if s.id == "suggestion.next").shortcuts == ("F9",)
    sheet = HelpSheet(window.window, bench.actions.specs)
    qtbot.addWidget(sheet)
    assert "F9" in [w.text() for w in sheet.findChildren(QLabel)]
    window.bench.focus_article()
    window.press("F9")
    assert bench.controller.current_suggestion() is not None


def test_a_conflict_is_refused_with_a_sentence_and_nothing_changes(editor, window):
    give(editor, "edit.undo", "Ctrl+O")
    assert editor.problem.text() == "Ctrl O is the key of “Open project” already."
    assert window.bench.settings.keys == {}
    give(editor, "select.word", "C")
    assert editor.problem.text() == "C is the key of a label: “Tag as Claim”."
    give(editor, "edit.undo", "U")
    assert "needed for typing" in editor.problem.text()
    assert window.bench.actions["edit.undo"].shortcuts() == [QKeySequence("Ctrl+Z")]


def test_keys_are_added_removed_and_reset(editor, window):
    editor.choose("edit.undo")
    press(editor, "+")
    press(editor, "F9")
    assert window.bench.settings.keys == {"edit.undo": ("Ctrl+Z", "F9")}
    press(editor, "Delete")
    assert window.bench.settings.keys == {"edit.undo": ()}
    press(editor, "Backspace")
    assert window.bench.settings.keys == {}
    give(editor, "edit.undo", "F9")
    give(editor, "file.quit", "F8")
    editor.reset_all()
    assert window.bench.settings.keys == {}


def test_a_default_that_another_command_has_now_is_not_taken_from_it(editor, window):
    give(editor, "edit.undo", "F9")
    give(editor, "file.quit", "Ctrl+Z")
    editor.choose("edit.undo")
    editor.reset()
    assert editor.problem.text() == "Ctrl Z is the key of “Quit” already."
    assert window.bench.settings.keys == {"edit.undo": ("F9",), "file.quit": ("Ctrl+Z",)}


def test_the_search_finds_words_and_keys(editor):
    QTest.keyClicks(editor.search, "ctrl z")
    assert [s.id for s in editor.list.rows] == ["edit.undo"]
    editor.search.setText("quotation")
    assert [s.id for s in editor.list.rows] == ["select.quotation"]


def test_escape_leaves_the_key_as_it_is(editor, window):
    editor.choose("edit.undo")
    press(editor, "Return")
    press(editor, "Escape")
    press(editor, "F9")
    assert window.bench.settings.keys == {}


def test_a_motion_of_the_caret_gets_another_key_and_loses_the_old_one(editor, window):
    give(editor, "move.next-sentence", "Ctrl+B")
    window.bench.focus_article()
    window.press("Ctrl+Home", "Ctrl+B")
    moved = window.pane.caret()
    assert moved > 0
    window.press("Ctrl+Right")
    assert window.pane.caret() == moved
    assert window.bench.actions["extend.next-sentence"].shortcuts() == [QKeySequence("Ctrl+Shift+Right")]


def test_undo_keeps_saying_what_it_undoes(editor, window):
    window.bench.controller.tag("ACTOR")
    words = window.bench.actions["edit.undo"].text()
    assert words.startswith("Undo: ")
    give(editor, "edit.undo", "F9")
    assert window.bench.actions["edit.undo"].text() == words


def test_keys_in_the_settings_that_make_no_sense_do_not_stop_the_start(start, project_file):
    settings.save(
        settings.Settings(
            work=settings.Work(prelabel_on_open=False),
            keys={"edit.undo": ("C", "Nonsense"), "gone": ("F1",), "file.quit": ("Ctrl+O",)},
        ),
        paths.settings_file(),
    )
    driver = start(project_file)
    assert driver.bench.actions["edit.undo"].shortcuts() == []
    assert driver.bench.actions["file.open"].shortcuts() == []
    assert driver.bench.actions["tag.CLAIM"].shortcuts() == [QKeySequence("C")]
