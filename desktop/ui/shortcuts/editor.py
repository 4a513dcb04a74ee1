"""The shortcut editor: choose a command, press Enter, press its new key. What is changed acts at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelectionModel, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QTableView,
    QVBoxLayout,
)

from annotation_schema.wording import mark, marked, translate
from desktop.core import actions, shortcuts
from desktop.core.actions import ActionSpec
from desktop.ui.claims.flow import FlowLayout
from desktop.ui.key_places import chords
from desktop.ui.shortcuts.model import CHANGED, COMMAND, KEYS, WHERE, CommandList
from desktop.ui.translation import one_of
from desktop.ui.widgets import give_room, set_tone, soft_label

if TYPE_CHECKING:
    from desktop.ui.workbench import Workbench

HINT = mark(
    "Keys", "Enter: a new key   +: one more key   Delete: no key   Backspace: the key it came with   Esc: close"
)
_BARE = frozenset(
    {Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr, Qt.Key.Key_CapsLock}
    | {Qt.Key.Key_NumLock, Qt.Key.Key_unknown, Qt.Key.Key_Super_L, Qt.Key.Key_Super_R}
)


def chord(event: QKeyEvent) -> str:
    """Return the chord of a key press in Qt's portable text, "" while only modifiers are held."""
    if Qt.Key(event.key()) in _BARE:
        return ""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier & ~Qt.KeyboardModifier.GroupSwitchModifier
    by_place = chords(event)
    if by_place:  # Cyrillic, Greek: the key that it is on other keyboards, which works on this one as well
        return by_place[-1]
    key = event.key()
    if key == Qt.Key.Key_Backtab:
        key = Qt.Key.Key_Tab
    # “?” is typed with Shift on most keyboards; the sign itself is the key.
    sign = event.text()
    if len(sign) == 1 and sign.isprintable() and not sign.isalnum() and sign != " ":
        modifiers &= ~Qt.KeyboardModifier.ShiftModifier
    text = QKeySequence(int(key) | modifiers.value).toString(QKeySequence.SequenceFormat.PortableText)
    return {"Del": "Delete"}.get(text, text.replace("+Del", "+Delete"))


class ShortcutEditor(QDialog):
    """See the module; refuses a key that another command has, and names that command."""

    def __init__(self, bench: Workbench) -> None:
        """Build the list."""
        super().__init__(bench.window)
        self._bench = bench
        self._waiting = ""  # "change" or "add" while the next key press is the new key
        self.setWindowTitle(translate("Keys", "Keys"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.search = QLineEdit()
        self.search.setPlaceholderText(translate("Keys", "Search by command or key"))
        self.search.setAccessibleName(translate("Keys", "Search commands"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._search)
        self.search.installEventFilter(self)
        self.list = CommandList()
        self.view = QTableView()
        self.view.setObjectName("keyList")
        self.view.setAccessibleName(translate("Keys", "Commands and their keys"))
        self.view.setModel(self.list)
        self.view.verticalHeader().hide()
        self.view.verticalHeader().setDefaultSectionSize(28)
        self.view.setShowGrid(False)
        self.view.setTabKeyNavigation(False)
        self.view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = self.view.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(COMMAND, QHeaderView.ResizeMode.Stretch)
        for section, width in ((KEYS, 210), (WHERE, 104), (CHANGED, 76)):
            header.setSectionResizeMode(section, QHeaderView.ResizeMode.Fixed)
            header.resizeSection(section, width)
        self.view.installEventFilter(self)
        self.view.doubleClicked.connect(lambda: self.wait("change"))
        self.problem = soft_label(marked("Keys", HINT), "small", wrap=True)
        self.problem.setMinimumHeight(34)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 12)
        column.setSpacing(8)
        column.addWidget(self.search)
        column.addWidget(self.view, 1)
        column.addWidget(self.problem)
        column.addLayout(self._buttons())
        give_room(self, 760, 620)
        self._refresh()
        self.search.setFocus()

    def _buttons(self) -> QHBoxLayout:
        several = FlowLayout(gap=8)
        for words, act in (
            (translate("Keys", "Change…"), lambda: self.wait("change")),
            (translate("Keys", "Add…"), lambda: self.wait("add")),
            (translate("Keys", "Remove"), self.remove),
            (translate("Keys", "Reset"), self.reset),
            (translate("Keys", "Reset all"), self.reset_all),
        ):
            button = QPushButton(words)
            button.setAutoDefault(False)
            button.clicked.connect(act)
            several.addWidget(button)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addLayout(several, 1)
        close = QPushButton(translate("Keys", "Close"))
        close.setProperty("kind", "primary")
        close.setAutoDefault(False)
        close.clicked.connect(self.close)
        row.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        return row

    # --- the list ----------------------------------------------------------------------------

    def _refresh(self) -> None:
        now = self.current()
        self.list.show(self._bench.actions.specs, self._bench.settings.keys)
        self._go(max(0, self.list.place(now.id)) if now is not None else 0)

    def _search(self) -> None:
        self.list.search(self.search.text())
        self._go(0)

    def _go(self, row: int) -> None:
        index = self.list.index(row, COMMAND)
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.view.selectionModel().setCurrentIndex(index, flags)
        self.view.scrollTo(index)

    def current(self) -> ActionSpec | None:
        """Return the chosen command."""
        row = self.view.currentIndex().row()
        return self.list.rows[row] if 0 <= row < len(self.list.rows) else None

    def choose(self, action: str) -> None:
        """Choose a command by its id."""
        self._go(max(0, self.list.place(action)))

    def _say(self, words: str, tone: str) -> None:
        self.problem.setText(words)
        self.problem.setAccessibleName(words)
        set_tone(self.problem, tone)

    # --- changing ----------------------------------------------------------------------------

    def wait(self, how: str) -> None:
        """Take the next key press as the command's key ("change"), or as one more ("add")."""
        spec = self.current()
        if spec is not None:
            self._waiting = how
            self.view.setFocus()
            words = translate("Keys", "Press the key for “{command}”. Esc: leave it as it is.")
            if how == "add":
                words = translate("Keys", "Press one more key for “{command}”. Esc: leave it as it is.")
            self._say(words.format(command=shortcuts.title(spec)), "strong")

    def _pressed(self, event: QKeyEvent) -> None:
        key = chord(event)
        if not key:
            return  # only Shift, Ctrl, Alt so far
        how, self._waiting = self._waiting, ""
        spec = self.current()
        if spec is None or key == "Esc":
            self._say(marked("Keys", HINT), "small")
            return
        refused = shortcuts.refusal(self._bench.actions.specs, spec, key)
        if refused:
            self._say(refused, "danger")
            return
        kept = spec.shortcuts if how == "add" else ()
        same = {shortcuts.canonical(k) for k in kept}
        self._put(spec, kept if shortcuts.canonical(key) in same else (*kept, key))

    def remove(self) -> None:
        """Take all keys from the command."""
        spec = self.current()
        if spec is not None:
            self._put(spec, ())

    def reset(self) -> None:
        """Give the command the keys it came with, if they are free."""
        spec = self.current()
        if spec is None:
            return
        keys = self._defaults_of(spec)
        for key in keys:
            refused = shortcuts.refusal(self._bench.actions.specs, spec, key)
            if refused:
                self._say(refused, "danger")
                return
        self._put(spec, keys)

    def reset_all(self) -> None:
        """Give all commands the keys they came with."""
        self._keep({})
        self._say(translate("Keys", "All commands have the keys they came with."), "ok")

    def _table(self) -> Sequence[ActionSpec]:
        project = self._bench.project
        return actions.table(project.schema if project is not None else None)

    def _defaults_of(self, spec: ActionSpec) -> tuple[str, ...]:
        return next((s.shortcuts for s in self._table() if s.id == spec.id), ())

    def _put(self, spec: ActionSpec, keys: Sequence[str]) -> None:
        self._keep(shortcuts.changed(self._bench.settings.keys, self._table(), spec.id, keys))
        words = translate("Keys", "“{command}” has no key.")
        if keys:
            words = translate("Keys", "“{command}” has the key {key} now.")
        self._say(words.format(command=shortcuts.title(spec), key=one_of([shortcuts.shown(k) for k in keys])), "ok")

    def _keep(self, keys: dict[str, tuple[str, ...]]) -> None:
        self._bench.commands.apply(replace(self._bench.settings, keys=keys))
        self._refresh()

    # --- keys of the dialog itself -----------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In the list Enter changes, Delete removes, Backspace resets; in the field arrows go into the list."""
        if not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if watched is self.view and self._waiting:
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()  # no shortcut of any window takes it
                return True
            if event.type() == QEvent.Type.KeyPress:
                self._pressed(event)
                return True
        if event.type() != QEvent.Type.KeyPress or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return super().eventFilter(watched, event)
        key = event.key()
        enter = key in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if watched is self.view:
            acts = {Qt.Key.Key_Delete: self.remove, Qt.Key.Key_Backspace: self.reset}
            if enter or key == Qt.Key.Key_Plus:
                self.wait("change" if enter else "add")
                return True
            if key in acts:
                acts[Qt.Key(key)]()
                return True
            if event.text().isprintable() and event.text().strip():  # typing goes on in the field
                self.search.setFocus()
                self.search.setText(self.search.text() + event.text())
                return True
        elif watched is self.search and (enter or key in (Qt.Key.Key_Down, Qt.Key.Key_Up)):
            self.view.setFocus()
            if key == Qt.Key.Key_Down and self.view.currentIndex().row() < 0:
                self._go(0)
            elif enter:
                self.wait("change")
            return True
        return super().eventFilter(watched, event)
