"""The whole tree that assistive technology sees, in the window and in each dialog: names, roles, and a way by Tab."""

from collections import Counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractScrollArea, QTabBar, QTabWidget, QWidget

from desktop.core.blind_share import BlindShare
from desktop.core.foreign.inventory import Inventory, ValueCounts
from desktop.core.view import ArticleFilter
from desktop.ui.dialogs.help_sheet import HelpSheet
from desktop.ui.dialogs.labels import LabelsDialog
from desktop.ui.dialogs.new_project import NewProjectDialog
from desktop.ui.dialogs.text import TextDialog
from desktop.ui.export_dialog.dialog import ExportDialog
from desktop.ui.flows.blind import BlindShareDialog
from desktop.ui.mapping.dialog import MappingDialog
from desktop.ui.mapping.format_dialog import FormatDialog
from desktop.ui.mapping.values import ValuesDialog
from desktop.ui.pipelines.arrangement import Arrangement
from desktop.ui.pipelines.dialog import PAGES, PipelinesDialog
from desktop.ui.queue.filter_dialog import FilterDialog
from desktop.ui.settings_dialog.dialog import Doors, SettingsDialog
from desktop.ui.shortcuts.editor import ShortcutEditor

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
Role = QAccessible.Role
NOT_SAID = {Role.NoRole, Role.Client, Role.Pane, Role.Window, Role.Grouping, Role.LayeredPane, Role.UserRole}
"""Roles that say nothing about what a control is for."""
MOST = 400


def all_below(interface, seen=0):
    yield interface
    for index in range(min(interface.childCount(), MOST)):
        child = interface.child(index)
        if child is not None and child.isValid():
            yield from all_below(child, seen + 1)


def controls(widget):
    """What can have the keyboard and is on screen, by interface and widget."""
    for found in all_below(QAccessible.queryAccessibleInterface(widget)):
        thing = found.object()
        if not isinstance(thing, QWidget) or thing.focusPolicy() == Qt.FocusPolicy.NoFocus:
            continue
        if thing.isVisible() and not isinstance(thing, QTabWidget):  # its bar has the keyboard for it
            yield found, thing


def problems(widget):
    found = []
    for interface, thing in controls(widget):
        what = f"{type(thing).__name__} {thing.objectName()}"
        if not interface.text(QAccessible.Text.Name).strip():
            found.append(f"no name: {what} in {type(thing.parentWidget()).__name__}")
        # Where an area only scrolls, what it holds says what it is.
        scrolls = isinstance(thing, QAbstractScrollArea)
        if interface.role() in NOT_SAID and not scrolls:
            found.append(f"role {interface.role()}: {what}")
    return found


def by_tab(widget, start):
    """The widgets that Tab goes through from one, in order."""
    found, now = [], start
    while now not in found and len(found) < MOST:
        found.append(now)
        now = now.nextInFocusChain()
    return [
        w
        for w in found
        if w.isVisible() and w.isEnabled() and w.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isAncestorOf(w)
    ]


def test_the_window_with_an_article(window):
    window.press("Tab", "Return")
    assert len(list(controls(window.window))) > 15
    assert problems(window.window) == []


@pytest.mark.parametrize("tab", [0, 1, 2, 3])
def test_every_tab_of_the_cards(window, tab):
    window.press("Tab", "Return")
    window.bench.cards.select_tab(tab)
    assert problems(window.bench.cards) == []


@pytest.mark.parametrize("key", ["Ctrl+L", "Ctrl+H", "O", "Ctrl+K", "G", "M"])
def test_lists_palette_guidelines_and_notes(window, key):
    window.press("Tab", "Return", "]")
    window.press(key)
    assert problems(window.window) == []
    window.press("Escape")


def test_the_window_without_a_project(start):
    assert problems(start().window) == []


def dialogs(window):
    bench = window.bench
    yield "export", lambda: ExportDialog(window.window, bench.project)
    yield "filter", lambda: FilterDialog(window.window, bench.project, ArticleFilter(text="x"))
    found = Inventory(articles=1, types=Counter(Human=1), attributes={("Human", "sure"): ValueCounts(Counter(yes=1))})
    yield "mapping", lambda: MappingDialog(window.window, found, bench.project.schema, {})
    yield "values", lambda: ValuesDialog(window.window, "sure", [("yes", 1, "yes")], [("yes", "Yes")])
    yield "format", lambda: FormatDialog(window.window, [bench.project.path.with_suffix(".jsonl")])
    yield "new project", lambda: NewProjectDialog(window.window, bench.project.path.parent, "Eva")
    yield "text", lambda: TextDialog(window.window, "Title", "A sentence.", "some text")
    yield "hidden suggestions", lambda: BlindShareDialog(window.window, BlindShare(0.2, "1"))
    yield "labels", lambda: LabelsDialog(window.window, bench.project.schema, bench.look)
    yield "help", lambda: HelpSheet(window.window, bench.actions.specs)
    yield "keys", lambda: ShortcutEditor(bench)
    commands = bench.commands
    doors = Doors(lambda: bench.settings, commands.apply, commands.open_keys, commands.restart)
    for page in PAGES:
        yield f"pipelines, {page}", lambda p=page: PipelinesDialog(window.window, Arrangement(bench, bench.project), p)
    yield "settings", lambda: SettingsDialog(window.window, doors)


def test_every_dialog(window, qtbot):
    found = {}
    for name, make in dialogs(window):
        dialog = make()
        qtbot.addWidget(dialog)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        dialog.show()
        assert list(controls(dialog)), name
        if bad := problems(dialog):
            found[name] = bad
        first = dialog.focusWidget() or next(w for _, w in controls(dialog))
        reached = by_tab(dialog, first)
        missed = [
            f"{type(w).__name__} {w.accessibleName()}"
            for _, w in controls(dialog)
            if w.isEnabled() and w.focusPolicy() & Qt.FocusPolicy.TabFocus and w not in reached
        ]
        if missed:
            found[f"{name}, by Tab"] = missed
        dialog.close()
    assert found == {}


def test_tabs_say_which_they_are(window):
    bar = window.bench.cards.findChild(QTabBar)
    interface = QAccessible.queryAccessibleInterface(bar)
    assert interface.role() == Role.PageTabList
    names = [interface.child(i).text(QAccessible.Text.Name) for i in range(bar.count())]
    assert all(names)
    assert len(set(names)) == len(names)


@pytest.fixture
def listening(qapp):
    """An assistive technology is there before the window."""
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


def test_all_keys_act_while_a_part_of_the_article_has_the_focus_for_it(listening, window):
    pane = window.pane
    assert pane.assistive is not None
    assert window.window.focusWidget() is pane.assistive.mirror
    window.press("Tab", "Return")  # accept the first suggestion
    assert window.surfaces() == [("ACTOR", "Ana Kovač")]
    window.select("the old bridge is safe")
    window.press("C", "1")
    assert pane.hints  # letters on who may claim it
    letter = pane.hints[window.view.spans[0].id]
    window.press(letter.upper())
    assert [r.target for r in window.view.relations] == [s.id for s in window.view.spans if s.label == "ACTOR"]
    window.press("Escape", "F6")
    assert not pane.hasFocus()
    window.press("Escape")
    window.bench.focus_article()
    assert window.window.focusWidget() is pane.assistive.mirror
    rows = QAccessible.queryAccessibleInterface(pane.assistive.spans)
    names = [rows.child(i).text(QAccessible.Text.Name) for i in range(rows.childCount())]
    assert any(n.startswith("the old bridge is safe, Claim 1") for n in names)
