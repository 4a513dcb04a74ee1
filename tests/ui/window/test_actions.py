"""The table of actions: consistent, complete, and the one source of menus, buttons and help."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QMenu, QTabBar
from window_driver import FakeAsk

from desktop.core import actions
from desktop.core.actions import ActionSpec, Group, Scope, UiContext
from desktop.core.resources import default_schema
from desktop.ui.dialogs.help_sheet import HelpSheet


def test_the_table_has_no_conflicts():
    assert actions.conflicts(actions.FIXED) == []
    assert actions.conflicts(actions.table(default_schema())) == []


def test_conflicts_are_told_in_sentences():
    one = ActionSpec("a", "One", Group.EDIT, ("Ctrl+A",))
    two = ActionSpec("b", "Two", Group.EDIT, ("ctrl+a",), Scope.ARTICLE)
    assert actions.conflicts([one, two]) == ["ctrl+a is the key of both “One” and “Two”."]
    assert actions.conflicts([one, replace(one, shortcuts=())]) == ["The action a is in the table twice."]
    assert actions.unbound([one, two], ["a", "c"]) == [
        "Nothing is bound to the action b.",
        "The handler c has no action.",
    ]


def test_every_shortcut_is_one_that_qt_knows():
    for spec in actions.table(default_schema()):
        for key in spec.shortcuts:
            assert QKeySequence(key, QKeySequence.SequenceFormat.PortableText).count() == 1, (spec.id, key)
            assert QKeySequence(key)[0].key() != 0, (spec.id, key)


def test_plain_letters_act_in_the_article_only():
    for spec in actions.table(default_schema()):
        for key in spec.shortcuts:
            if len(key) == 1 or key in ("Tab", "Return", "Backspace", "Delete", "Esc"):
                assert spec.scope is Scope.ARTICLE, spec.id


def test_a_labels_key_wins_over_a_fixed_one():
    schema = default_schema()
    labels = tuple(replace(x, enabled=True) for x in schema.labels)
    table = actions.table(replace(schema, labels=labels))
    assert actions.conflicts(table) == []
    assert [s.id for s in table if "Q" in s.shortcuts] == ["tag.CUE"]


@pytest.mark.parametrize("context", [UiContext(), UiContext(project=True), UiContext(project=True, article=True)])
def test_predicates_answer_for_any_context(context):
    for spec in actions.table(default_schema()):
        assert spec.enabled_when(context) in (True, False)


def test_without_a_project_only_what_makes_sense_is_on(start):
    driver = start()
    on = {s.id for s in driver.bench.actions.specs if driver.bench.actions[s.id].isEnabled()}
    assert {"file.new", "file.open", "file.sample", "file.quit", "help.sheet"} <= on
    assert not {x for x in on if x.startswith(("suggestion.", "tag.", "span.", "article.", "move."))}
    assert "file.export" not in on


def test_menus_and_help_sheet_list_the_table(window, qtbot):
    specs = window.bench.actions.specs
    listed = []
    for action in window.bench.toolbar.menu_button.menu().actions():
        menu = action.menu()
        assert isinstance(menu, QMenu)
        menu.aboutToShow.emit()
        listed += [a.objectName() for a in menu.actions() if not a.isSeparator()]
    assert sorted(listed) == sorted(s.id for s in specs)
    sheet = HelpSheet(window.window, specs)
    qtbot.addWidget(sheet)
    assert sorted(sheet.shown) == sorted(s.id for s in specs)


def test_help_opens_by_f1_and_question_mark(start, project_file):
    ask = FakeAsk()
    driver = start(project_file, ask=ask)
    driver.press("F1")
    driver.press("?")
    assert [x[0] for x in ask.asked] == ["show_help", "show_help"]


def test_every_control_has_a_name_for_screen_readers(window):
    window.press("Tab", "Return")
    window.bench.cards.select_tab(0)
    kinds = (QAbstractButton, QLineEdit, QComboBox)
    nameless = [
        w
        for kind in kinds
        for w in window.window.findChildren(kind)
        if w.isVisible()
        and not (w.accessibleName() or (isinstance(w, QAbstractButton) and w.text()))
        and not w.objectName().startswith("qt_")  # made by Qt inside its own widgets
        and not isinstance(w.parent(), QLineEdit | QTabBar)
    ]
    assert nameless == []
    assert window.pane.accessibleName()
    assert window.bench.queue.view.accessibleName()


def test_handlers_and_actions_fit_for_any_schema(window):
    schema = default_schema()
    assert actions.unbound(actions.table(schema), window.bench.handlers.table(schema)) == []
    assert actions.unbound(actions.table(), window.bench.handlers.table(None)) == []
