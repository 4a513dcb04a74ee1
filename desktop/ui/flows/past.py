"""The article's history: who did what and when, and the article as it was after any step of it."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QDate, QLocale, QModelIndex, QObject, QRectF, QSize, Qt, QTime, QTimer
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QVBoxLayout

from annotation_schema.wording import mark, marked, translate
from desktop.core.errors import AppError
from desktop.core.history import HistoryEntry, HistoryState
from desktop.core.view import ArticleView
from desktop.ui.flows.context_list import PAD, Index, paint_ground
from desktop.ui.flows.drawer import Drawer, Panel
from desktop.ui.flows.rows import Rows
from desktop.ui.mirroring import mirrored
from desktop.ui.theme import Look, ui_font

if TYPE_CHECKING:
    from desktop.ui.workbench import Workbench

ROW_HEIGHT = 26
REST_MS = 200
RowRole = Qt.ItemDataRole.UserRole + 1
STATES = {
    HistoryState.APPLIED: "",
    HistoryState.UNDONE: mark("Lists", "undone, can be redone"),
    HistoryState.DROPPED: mark("Lists", "undone"),
}


def state_words(entry: HistoryEntry) -> str:
    """Return what has become of a step; "" while it stands."""
    words = STATES[entry.state]
    return marked("Lists", words) if words else ""


def when(at: str, now: datetime | None = None) -> str:
    """Return a time of the journal as “14:03” today, “29 Jan 14:03” this year, else with the year; local time."""
    try:
        time = datetime.fromisoformat(at).astimezone()
    except ValueError:
        return at[:16]
    today = now or datetime.now().astimezone()
    locale = QLocale()
    clock = locale.toString(QTime(time.hour, time.minute), translate("Dates", "H:mm"))
    if time.date() == today.date():
        return clock
    form = translate("Dates", "d MMM") if time.year == today.year else translate("Dates", "d MMM yyyy")
    return f"{locale.toString(QDate(time.year, time.month, time.day), form)} {clock}"


class HistoryModel(QAbstractTableModel):
    """The article as it is now, then its steps, newest first. A row is an entry, or None for now."""

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__()
        self.entries: tuple[HistoryEntry | None, ...] = (None,)

    def set_entries(self, entries: tuple[HistoryEntry, ...]) -> None:
        """Show other steps."""
        self.beginResetModel()
        self.entries = (None, *entries)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self.entries)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return 1."""
        return 0 if parent.isValid() else 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the entry, or it as a sentence."""
        if not index.isValid() or not 0 <= index.row() < len(self.entries):
            return None
        entry = self.entries[index.row()]
        if role == RowRole:
            return entry
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            if entry is None:
                return translate("Lists", "Now")
            state = state_words(entry)
            return f"{when(entry.at)}, {entry.annotator}: {entry.words}{', ' + state if state else ''}"
        return None


class HistoryDelegate(QStyledItemDelegate):
    """Paints time, who, words, and what has become of the step."""

    def __init__(self, look: Look) -> None:
        """Build it for a theme."""
        super().__init__()
        self._look = look
        self.shown = -1  # the row whose state the article is shown in

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the one height."""
        return QSize(240, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one step."""
        theme = self._look.theme
        rect = QRectF(option.rect)
        entry = index.data(RowRole)
        painter.save()
        painter = mirrored(painter, rect, option.direction)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, rect, option, theme)
        middle = Qt.AlignmentFlag.AlignVCenter
        x, right = rect.left() + PAD, rect.right() - PAD
        shown = index.row() == self.shown
        words_font = ui_font(13, QFont.Weight.DemiBold if shown else QFont.Weight.Normal)
        if not isinstance(entry, HistoryEntry):
            painter.setFont(words_font)
            painter.setPen(theme.color("ink"))
            painter.drawText(QRectF(x, rect.top(), right - x, rect.height()), middle, translate("Lists", "Now"))
            painter.restore()
            return
        gone = entry.state is not HistoryState.APPLIED
        small, metrics = ui_font(11), QFontMetricsF(ui_font(11))
        painter.setFont(small)
        painter.setPen(theme.color("soft"))
        time = when(entry.at)
        width = max(44.0, metrics.horizontalAdvance(time)) + 12
        painter.drawText(QRectF(x, rect.top(), width, rect.height()), middle, time)
        x += width
        width = min(120.0, (right - x) * 0.25)
        name = metrics.elidedText(entry.annotator, Qt.TextElideMode.ElideRight, width - 12)
        painter.drawText(QRectF(x, rect.top(), width, rect.height()), middle, name)
        x += width
        state = state_words(entry)
        if state:
            width = metrics.horizontalAdvance(state)
            painter.drawText(QRectF(right - width, rect.top(), width + 1, rect.height()), middle, state)
            right -= width + 12
        painter.setFont(words_font)
        painter.setPen(theme.color("soft" if gone else "ink"))
        words = entry.words[:1].upper() + entry.words[1:]
        words = QFontMetricsF(words_font).elidedText(words, Qt.TextElideMode.ElideRight, right - x)
        painter.drawText(QRectF(x, rect.top(), right - x, rect.height()), middle, words)
        painter.restore()


class HistoryPanel(Panel):
    """The list; Enter shows the article as it was, and from then on so do the arrows, until Esc."""

    def __init__(self, bench: Workbench) -> None:
        """Belong to a workbench."""
        super().__init__()
        self._bench = bench
        self.model = HistoryModel()
        self._delegate = HistoryDelegate(bench.look)
        self.rows = Rows(self.model, self._delegate, ROW_HEIGHT, translate("Lists", "History of the article"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.rows)
        self.rows.entered.connect(self.show_row)
        self.rows.moved.connect(self._moved)
        self.rows.left.connect(self._escape)

    def fill(self) -> None:
        """Read the history of the article on screen; the row in the list stays."""
        view, project = self._bench.controller.view, self._bench.project
        entries = project.history(view.id) if view is not None and project is not None else ()
        if (None, *entries) != self.model.entries:
            row = self.rows.row()
            self.rows.blockSignals(True)
            self.model.set_entries(entries)
            self.rows.go_to(max(0, row))
            self.rows.blockSignals(False)
        self.changed.emit()

    def take_focus(self) -> None:
        """Give the keyboard to the list."""
        if self.rows.row() < 0:
            self.rows.go_to(0)
        self.rows.setFocus(Qt.FocusReason.OtherFocusReason)

    def heading(self) -> str:
        """Return what it is."""
        return translate("Lists", "History of this article")

    def note(self) -> str:
        """Return how many steps there are."""
        number = len(self.model.entries) - 1
        if not number:
            return translate("Lists", "nothing was done here yet")
        return translate("Lists", "%Ln step|%Ln steps", number)

    def keys(self) -> tuple[tuple[str, str], ...]:
        """Return the keys."""
        if self._bench.controller.in_past:
            return (
                ("Up", ""),
                ("Down", translate("Lists", "earlier, later")),
                ("Esc", translate("Lists", "back to now")),
            )
        return (("Return", translate("Lists", "show the article as it was")), ("Esc", translate("Lists", "close")))

    def show_row(self) -> None:
        """Show the article as it was after the step of the current row."""
        c, project, row = self._bench.controller, self._bench.project, self.rows.row()
        if project is None or c.view is None or not 0 <= row < len(self.model.entries):
            return
        entry = self.model.entries[row]
        if entry is None:
            c.show_now()
        else:
            try:
                view = project.view_at(c.view.id, entry.id)
            except AppError as error:
                self._bench.status.show_hint(str(error))
                return
            words = translate("Lists", "After “{words}”, {who}, {when}.  Esc: back to now")
            c.show_past(view, words.format(words=entry.words, who=entry.annotator, when=when(entry.at)))
        self._bench.status.show_hint("")
        self.follow()

    def follow(self) -> None:
        """Mark the row whose state is shown."""
        shown = self.rows.row() if self._bench.controller.in_past else 0
        if shown != self._delegate.shown:
            self._delegate.shown = shown
            self.rows.viewport().update()
        self.changed.emit()

    def _moved(self) -> None:
        if self._bench.controller.in_past:
            self.show_row()

    def _escape(self) -> None:
        if self._bench.controller.in_past:
            self._bench.controller.show_now()
            self.rows.go_to(0)
            self.follow()
        else:
            self.left.emit()

    def closing(self) -> None:
        """Go back to now."""
        self._bench.controller.show_now()


class Past(QObject):
    """Shows the panel and keeps it in step."""

    def __init__(self, bench: Workbench, drawer: Drawer) -> None:
        """Belong to a workbench."""
        super().__init__(bench)
        self._bench = bench
        self._drawer = drawer
        self.panel = HistoryPanel(bench)
        self._rest = QTimer(self, interval=REST_MS, singleShot=True)
        self._rest.timeout.connect(self._refresh)
        bench.controller.saved.connect(self._changed)
        bench.controller.opened.connect(self._opened)
        bench.controller.shown.connect(self._shown)

    def show_list(self) -> None:
        """Show the history and give it the keyboard; from the list, close it."""
        if self._drawer.panel is self.panel and self.panel.rows.hasFocus():
            self._drawer.close_panel()
            return
        self.panel.fill()
        self.panel.rows.go_to(0)
        self._drawer.show_panel(self.panel)
        self.panel.follow()

    def _opened(self, view: ArticleView | None) -> None:
        if self._drawer.panel is self.panel:
            self.panel.fill()
            self.panel.rows.go_to(0)

    def _changed(self) -> None:
        if self._drawer.panel is self.panel:
            self._rest.start()

    def _shown(self) -> None:
        if self._drawer.panel is self.panel:
            self.panel.follow()

    def _refresh(self) -> None:
        if self._drawer.panel is self.panel:
            self.panel.fill()
