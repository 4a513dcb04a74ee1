"""The sheet of keys, the guidelines, and that menus, palette, editor and sheet list the same commands."""

from __future__ import annotations

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from desktop.core import actions
from desktop.core.resources import default_schema
from desktop.ui.dialogs.help_sheet import HelpSheet, Line, common_words
from desktop.ui.guidelines import page_of
from desktop.ui.shortcuts.editor import ShortcutEditor
from desktop.ui.theme import load_theme

TABLE = actions.table(default_schema())


def test_menus_palette_editor_and_sheet_list_the_same_commands(window, qtbot):
    bench = window.bench
    listed = {s.id for s in bench.actions.specs}
    menus = set()
    for action in bench.toolbar.menu_button.menu().actions():
        action.menu().aboutToShow.emit()
        menus |= {a.objectName() for a in action.menu().actions() if not a.isSeparator()}
    window.press("Ctrl+K")
    palette = {e.key.removeprefix("action:") for e in bench.commands.palette._entries if e.key.startswith("action:")}
    window.press("Escape")
    editor = ShortcutEditor(bench)
    qtbot.addWidget(editor)
    sheet = HelpSheet(window.window, bench.actions.specs)
    qtbot.addWidget(sheet)
    assert menus == listed
    assert palette | {"palette.open"} == listed  # it does not offer to open itself
    assert {s.id for s in editor.list.rows} == listed
    assert set(sheet.shown) == listed


def test_the_sheet_fits_a_small_screen_and_nothing_in_it_is_cut(window, qtbot):
    sheet = HelpSheet(window.window, TABLE)
    qtbot.addWidget(sheet)
    sheet.resize(1260, 660)
    sheet.ensurePolished()
    sheet.grab()  # lays it out
    page = sheet.area.widget()
    assert page.sizeHint().height() <= sheet.area.viewport().height()
    assert page.width() <= sheet.area.viewport().width()
    for line in page.findChildren(Line):
        for label in line.findChildren(QLabel):
            assert label.width() >= label.minimumSizeHint().width(), label.text()
            assert label.height() >= label.heightForWidth(label.width()), label.text()
            assert line.rect().contains(label.geometry()), label.text()


def test_the_sheet_shows_every_key_or_the_first_and_last_of_a_run(window, qtbot):
    sheet = HelpSheet(window.window, TABLE)
    qtbot.addWidget(sheet)
    words = " ".join(w.text() for w in sheet.findChildren(QLabel))
    for spec in TABLE:
        if not spec.shortcuts:
            assert spec.text.rstrip("…") in words
    assert "Next / previous suggestion" in words
    assert "Tag as Claim" in words
    assert "Tag as Actor" in words


def test_typing_narrows_the_sheet(window, qtbot):
    sheet = HelpSheet(window.window, TABLE)
    qtbot.addWidget(sheet)
    QTest.keyClicks(sheet.search, "quotation")
    assert sheet.shown == ["select.quotation"]
    sheet.search.setText("ctrl z")
    assert sheet.shown == ["edit.undo"]
    sheet.search.setText("no such thing")
    assert sheet.shown == []
    assert any("No command" in w.text() for w in sheet.findChildren(QLabel))


def test_words_for_commands_on_one_line():
    by_id = {s.id: s for s in TABLE}
    assert common_words([by_id["move.previous-word"], by_id["move.next-word"]]) == "Word back / on"
    assert common_words([by_id["edit.undo"]]) == "Undo"


def test_guidelines_of_the_current_span_and_of_all(window):
    window.press("G")
    page = window.bench.commands.guidelines
    assert page.isVisible()
    schema = default_schema()
    text = page.page.toPlainText()
    assert all(label.title in text for label in schema.enabled_labels)
    window.press("Escape")
    assert not page.isVisible()
    assert window.pane.hasFocus()
    window.select("Ana Kovač")
    window.press("A", "G")
    text = page.page.toPlainText()
    actor = schema.label("ACTOR")
    assert actor.definition[:40] in text
    assert actor.examples[0].split("  ")[0][:20].strip("[]") in text
    assert schema.label("CLAIM").definition[:40] not in text
    assert all(c.title in text for a in actor.attributes if a.enabled for c in a.choices)
    window.press("G")
    assert not page.isVisible()


def test_guidelines_mark_examples_and_say_what_is_needed():
    schema = default_schema()
    html = page_of(schema, [schema.label("CLAIM")], load_theme("dark"))
    assert "✓ Yes" in html
    assert "✗ No" in html
    assert "background-color" in html
    assert "Claimant" in html
    assert "needed" in html
    assert "<script" not in page_of(schema, schema.labels, load_theme("light"))
