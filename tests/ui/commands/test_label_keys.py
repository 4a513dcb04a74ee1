"""A label whose key another command has as well: cheat sheet, menus, palette and editor say what the key does."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QLabel
from window_driver import TEXT

from annotation_schema.model import Article
from desktop.core.project import Project
from desktop.core.resources import default_schema
from desktop.ui.dialogs.help_sheet import HelpSheet
from desktop.ui.shortcuts.editor import ShortcutEditor
from desktop.ui.shortcuts.model import KEYS


@pytest.fixture
def with_cue(home, start):
    """A window on a project whose label Cue is switched on; its key is Q."""
    schema = default_schema()
    schema = replace(schema, labels=tuple(replace(x, enabled=True) for x in schema.labels))
    path = home / "projects" / "cue.pressmark"
    with Project.create(path, schema, annotator="Tester") as project:
        project.add_articles([Article("a" * 20, "Old bridge is safe, says mayor", TEXT)])
    return start(path)


def test_the_key_tags_and_its_other_command_has_another(with_cue):
    with_cue.to(TEXT.index("said"))
    with_cue.press("Q")
    assert [(s.label, TEXT[s.start : s.end]) for s in with_cue.view.spans] == [("CUE", "said")]
    with_cue.to(TEXT.index("will fall"))
    with_cue.press('"')
    selection = with_cue.pane.selection()
    assert TEXT[selection.start : selection.end] == "It will fall,"


def test_without_the_label_both_keys_select_the_quotation(window):
    for key in ("Q", '"'):
        window.to(TEXT.index("will fall"))
        window.press(key)
        selection = window.pane.selection()
        assert TEXT[selection.start : selection.end] == "It will fall,"
    assert not window.view.spans


def test_every_list_of_keys_says_what_happens(with_cue, qtbot):
    bench = with_cue.bench
    tag, quotation = bench.actions["tag.CUE"], bench.actions["select.quotation"]
    assert tag.shortcuts() == [QKeySequence("Q")]
    assert quotation.shortcuts() == [QKeySequence('"')]
    assert "Q is the key of “Tag as Cue” here." in quotation.toolTip()
    sheet = HelpSheet(with_cue.window, bench.actions.specs)
    qtbot.addWidget(sheet)
    line = next(w for w in sheet.findChildren(QLabel) if w.text() == "Select the quotation")
    assert line.accessibleName() == 'Select the quotation: "'
    assert "Q is the key of “Tag as Cue” here." in line.toolTip()
    editor = ShortcutEditor(bench)
    qtbot.addWidget(editor)
    row = editor.list.place("select.quotation")
    assert editor.list.data(editor.list.index(row, KEYS)) == '"   (Q: Tag as Cue)'


def test_a_label_with_a_key_of_ones_own_is_called_by_it_everywhere(window):
    bench = window.bench
    bench.commands.apply(replace(bench.settings, keys={"tag.LOCATION": ("K",)}))
    bench.cards.bring_to_front("LOCATION")
    for _ in range(3):  # in an article without suggestions
        window.press("N")
    bench.cards.bring_to_front("LOCATION")
    assert "press K" in bench.cards._labels[2]._empty.text()
    window.press("P", "P", "P")
    window.select("Zagreb")
    window.press("L")
    assert not window.view.spans
    window.press("K")
    assert [s.label for s in window.view.spans] == ["LOCATION"]
    window.press("R")
    assert bench.status.hint() == "Relabel: press C, A, K; Esc to stop"
    window.press("Escape")
    window.select("the old bridge is safe")
    window.press("C", "4")  # where
    window.select("Split")
    assert "K" in bench.status.hint()
    window.press("K")
    assert ("LOCATION", "Split") in {(s.label, TEXT[s.start : s.end]) for s in window.view.spans}
    assert len(window.view.relations) == 1
