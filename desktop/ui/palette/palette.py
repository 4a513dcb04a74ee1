"""The palette itself: a field, a list below it, and a line that says which keys do what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLineEdit, QListView, QVBoxLayout

from annotation_schema.wording import mark, marked, translate
from desktop.core.shortcuts import shown
from desktop.core.view import ArticleRow
from desktop.ui.overlay import Overlay
from desktop.ui.palette import entries
from desktop.ui.palette.entries import Entry, Hit, Kind
from desktop.ui.palette.rows import ROW, RowPainter, Rows
from desktop.ui.palette.search import ArticleSearch
from desktop.ui.widgets import set_tone, soft_label

if TYPE_CHECKING:
    from desktop.ui.workbench import Workbench

WIDTH = 640
LINES = 11
TOP = 52
HELP = mark("Palette", "↑ ↓ choose   Enter do it   Esc close        > commands   : values of the span   @ articles")


class _Field(QLineEdit):
    """Keeps what it was given to look among; a shortcut of the window does not act in it."""

    def event(self, event: QEvent) -> bool:
        """Take every key that types something, so that a command's key cannot fire instead."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and event.text().isprintable():
            held = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
            if event.text() and not held:
                event.accept()
                return True
        return super().event(event)


class Palette(Overlay):
    """Opened by ``open``; filled anew each time, since what is possible depends on what is on screen."""

    def __init__(self, bench: Workbench) -> None:
        """Build the card."""
        super().__init__(bench.window, bench.focus_article)
        self._bench = bench
        self._entries: list[Entry] = []
        self._articles: list[Entry] = []
        self._search = ArticleSearch(self)
        self._search.found.connect(self._found)
        self.setAccessibleName(translate("Palette", "Command palette"))
        self.field = _Field()
        self.field.setObjectName("paletteField")
        self.field.setAccessibleName(translate("Palette", "Find a command, label, value or article"))
        self.field.textChanged.connect(self._typed)
        self.field.installEventFilter(self)
        self.rows = Rows()
        self.list = QListView()
        self.list.setObjectName("paletteList")
        self.list.setAccessibleName(translate("Palette", "What was found"))
        self.list.setModel(self.rows)
        self._painter = RowPainter(bench.look)
        self.list.setItemDelegate(self._painter)
        self.list.setUniformItemSizes(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setMouseTracking(True)
        self.list.clicked.connect(self._run)
        self._foot = soft_label("", "small", wrap=True)
        self._foot.setContentsMargins(12, 0, 12, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 8, 1, 8)
        column.setSpacing(6)
        column.addWidget(self.field)
        column.addWidget(self.list, 1)
        column.addWidget(self._foot)

    # --- opening and closing -----------------------------------------------------------------

    def open(self) -> None:
        """Fill and show it."""
        bench = self._bench
        bench.update_actions()
        project = bench.project
        self._painter.schema = project.schema if project is not None else None
        self._entries = list(entries.commands(bench.actions.specs, bench.actions.all()))
        self._entries = [e for e in self._entries if e.key != "action:palette.open"]
        span = bench.controller.current_span()
        if span is not None and project is not None:
            c = bench.controller
            self._entries += entries.values(span, project.schema, c.set_attribute, c.set_alternative)
        self._articles = []
        if project is not None:
            self._search.open(project)
        words = translate("Palette", "Find a command, a label, a value of the current span, an article")
        if project is None or not bench.counts().total:
            words = translate("Palette", "Find a command, label or value")
        self.field.setPlaceholderText(words)
        self.field.clear()
        self.appear()
        self._typed()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def project_closes(self) -> None:
        """Forget everything about the project."""
        self._search.close()
        self._entries, self._articles = [], []
        if self.isVisible():
            self.dismiss()

    def dismiss(self) -> None:
        """Go away and look for nothing any more."""
        self._search.ask("")
        super().dismiss()

    def place(self) -> None:
        """Lie in the upper middle of the window, not higher than its lines need."""
        window = self._window.rect()
        width = min(WIDTH, window.width() - 24)
        lines = min(LINES, max(1, self.rows.rowCount()))
        fixed = self.field.sizeHint().height() + self._foot.heightForWidth(width - 2) + 16 + 2 * 6 + 4
        height = min(fixed + lines * ROW, window.height() - TOP - 12)
        self.setGeometry((window.width() - width) // 2, TOP, width, height)

    # --- finding -----------------------------------------------------------------------------

    def _typed(self) -> None:
        kind, words = entries.split_sign(self.field.text())
        if kind in (None, Kind.ARTICLE):
            self._search.ask(words)
        else:
            self._search.ask("")
        if not words.strip():
            self._articles = []
        self._show()

    def _found(self, words: str, found: list[ArticleRow]) -> None:
        self._articles = [
            entries.article(row, lambda article=row.id: self._bench.open_article(article)) for row in found
        ]
        self._show(keep=True)

    def _show(self, *, keep: bool = False) -> None:
        kind, words = entries.split_sign(self.field.text())
        now = self.list.currentIndex().row() if keep else 0
        hits: list[Hit] = []
        if kind is not Kind.ARTICLE:
            wanted = self._entries if kind is None else [e for e in self._entries if e.kind is kind]
            hits = entries.find(wanted, words, self._bench.state.recent_commands())
        if kind in (None, Kind.ARTICLE):
            # The articles were found by their words, which need not stand in the title.
            place = next((n for n, h in enumerate(hits) if not h.entry.enabled), len(hits))
            marked = {h.entry.key: h for h in entries.find(self._articles, words, ())}
            hits[place:place] = [marked.get(a.key, Hit(a, ())) for a in self._articles]
        self.rows.show(hits)
        self._choose(max(0, min(now, len(hits) - 1)))
        looking, nothing = translate("Palette", "Looking…"), translate("Palette", "Nothing has these words.")
        self._say("" if hits else looking if self._search.busy else nothing)
        self.place()

    def _say(self, words: str, tone: str = "small") -> None:
        self._foot.setText(words or marked("Palette", HELP))
        set_tone(self._foot, tone)

    # --- choosing ----------------------------------------------------------------------------

    def _choose(self, row: int) -> None:
        index = self.rows.index(row, 0)
        self.list.setCurrentIndex(index)
        self.list.scrollTo(index)
        hit = self.rows.hit(index)
        # Screen readers follow the field, which keeps the keyboard.
        self.field.setAccessibleDescription(self.rows.data(index, Qt.ItemDataRole.AccessibleTextRole) if hit else "")
        if hit is not None:
            self._say("")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let arrows, Enter, Tab and Escape act while the field has the keyboard."""
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            count, row = self.rows.rowCount(), self.list.currentIndex().row()
            key = event.key()
            steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Tab: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Backtab: -1}
            pages = {Qt.Key.Key_PageDown: LINES - 1, Qt.Key.Key_PageUp: 1 - LINES}
            if key in steps and count:
                self._choose((row + steps[Qt.Key(key)]) % count)
            elif key in pages and count:
                self._choose(max(0, min(count - 1, row + pages[Qt.Key(key)])))
            elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._run(self.list.currentIndex())
            elif key == Qt.Key.Key_Escape:
                self.dismiss()
            elif key not in steps and key not in pages:
                return super().eventFilter(watched, event)
            return True
        if watched is self.field and isinstance(event, QFocusEvent) and event.type() == QEvent.Type.FocusOut:
            self._lost(event)
        return super().eventFilter(watched, event)

    def _lost(self, event: QFocusEvent) -> None:
        """Close when something else in the window takes the keyboard; another window in front changes nothing."""
        focused = QApplication.focusWidget()
        away = (
            Qt.FocusReason.ActiveWindowFocusReason,
            Qt.FocusReason.PopupFocusReason,
            Qt.FocusReason.MenuBarFocusReason,
        )
        if event.reason() not in away and self.isVisible() and (focused is None or not self.isAncestorOf(focused)):
            self._search.ask("")
            self.hide()

    def _run(self, index: object) -> None:
        hit = self.rows.hit(self.list.currentIndex())
        if hit is None:
            return
        entry = hit.entry
        if not entry.enabled:
            words = translate("Palette", "“{command}” is not possible with what is on screen now.")
            if entry.shortcuts:
                words = translate(
                    "Palette", "“{command}” is not possible with what is on screen now. Its key is {key}."
                )
            key = shown(entry.shortcuts[0]) if entry.shortcuts else ""
            self._say(words.format(command=entry.title, key=key), "warn")
            return
        self._bench.state.note_command(entry.key)
        self.dismiss()
        entry.run()
