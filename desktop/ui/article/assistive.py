"""The article for assistive technology: its text with caret and selection, and the list of its spans.

Screen readers want a text interface on what has the focus. PySide6 (seen with 6.11) cannot offer one of our own: an
``interface_cast`` overridden in Python ends the program at the first question, whatever it returns, and of
``QAccessibleTextInterface`` five pure virtual functions cannot be implemented. So two widgets of Qt's, whose interfaces
are native, stand over the viewport and draw nothing: a text field that follows caret and selection and holds the focus
for the pane, and a list whose rows lie where the spans are. Both are made when an assistive technology is there, and
never otherwise. Keys and the mouse go past them to the pane.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QPaintEvent, QTextCursor
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QPlainTextEdit

from annotation_schema.offsets import Utf16Map
from annotation_schema.wording import translate
from desktop.ui.article import geometry
from desktop.ui.article.caret import Caret
from desktop.ui.article.display_text import displayed

if TYPE_CHECKING:
    from desktop.ui.article.pane import ArticlePane

_KEYS = (QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride)
_APPEARING = (QEvent.Type.Show, QEvent.Type.WindowActivate)
_LONGEST_NAME = 200
_WHOLE_LINE = 20_000  # no line of the mirror breaks: its caret is put over the pane's, line by line


def _make_transparent(area: QPlainTextEdit | QListView) -> None:
    """Let nothing of a widget be seen, and no click reach it."""
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    area.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
    area.viewport().setAutoFillBackground(False)
    area.viewport().setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)


class Mirror(QPlainTextEdit):
    """The article's text with the pane's caret; has the focus for the pane."""

    appeared = Signal()

    def __init__(self, pane: ArticlePane) -> None:
        """Begin empty."""
        super().__init__(pane.viewport())
        self._pane = pane
        self.setObjectName("article-text")
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setCursorWidth(0)
        _make_transparent(self)

    def event(self, event: QEvent) -> bool:
        """Leave keys to the pane, which is the next that Qt asks."""
        if event.type() in _KEYS:
            event.ignore()
            return False
        if event.type() in _APPEARING:
            self.appeared.emit()
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell the pane; no caret of this widget's own blinks."""
        QCoreApplication.sendEvent(self._pane, QFocusEvent(event.type(), event.reason()))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell the pane."""
        QCoreApplication.sendEvent(self._pane, QFocusEvent(event.type(), event.reason()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw nothing: the pane has drawn it."""


class SpanRows(QAbstractListModel):
    """Spans and suggestions of the pane in text order, by name; what they are is read when it is asked for."""

    def __init__(self, pane: ArticlePane) -> None:
        """Begin with what the pane shows."""
        super().__init__(pane)
        self._pane = pane
        self.items: list[int] = []

    def take(self, items: list[int]) -> None:
        """List these."""
        if items != self.items:
            self.beginResetModel()
            self.items = items
            self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's
        """Return how many there are."""
        return 0 if parent.isValid() else len(self.items)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return an item's words and what it is: "Pokrovsk, Suggested Location"."""
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole) or not index.isValid():
            return None
        item = self.items[index.row()]
        return f"{self._pane.words_of(item, _LONGEST_NAME)}, {self._pane.describe(item)}"


class SpanList(QListView):
    """The items of the article as rows that lie where the items are drawn."""

    def __init__(self, pane: ArticlePane) -> None:
        """List what the pane shows."""
        super().__init__(pane.viewport())
        self._pane = pane
        self.rows = SpanRows(pane)
        self.setObjectName("article-spans")
        self.setAccessibleName(translate("Article", "Spans and suggestions"))
        self.setModel(self.rows)
        self.setUniformItemSizes(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAutoScroll(False)
        _make_transparent(self)

    def visualRect(self, index: QModelIndex | QPersistentModelIndex) -> QRect:
        """Return where an item is on screen; nothing where it is not."""
        rect = QRectF()
        if index.isValid() and index.row() < len(self.rows.items):
            for part in self._pane.rects_on_screen(self.rows.items[index.row()]):
                rect = rect.united(part)
        return rect.toAlignedRect()

    def indexAt(self, point: QPoint) -> QModelIndex:
        """Return the innermost item under a point."""
        character = self._pane.hit_at(point.toPointF()).character
        found = self._pane.items_at(character) if character is not None else []
        return self.rows.index(self.rows.items.index(found[0])) if found else QModelIndex()

    def scrollTo(
        self,
        index: QModelIndex | QPersistentModelIndex,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Stay; the pane scrolls."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw nothing: the pane has drawn it."""


class Assistive(QObject):
    """Keeps both in step with a pane that has an assistive technology; make it only then."""

    def __init__(self, pane: ArticlePane) -> None:
        """Stand over the pane's viewport, and take the focus over if the pane has it."""
        super().__init__(pane)
        self._pane = pane
        self._text: str | None = None
        self._units = Utf16Map("")
        self._following = False  # what changes is the pane's doing
        self.mirror = Mirror(pane)
        self.spans = SpanList(pane)
        self._late = QTimer(self, interval=0, singleShot=True)  # places, once the pane has scrolled
        self._late.timeout.connect(self._put_in_place)
        for signal in (pane.caret_moved, pane.selection_changed):
            signal.connect(self._follow_caret)
        pane.current_changed.connect(self._follow_current)
        pane.verticalScrollBar().valueChanged.connect(self._late.start)
        self.mirror.appeared.connect(self._late.start)
        self.mirror.cursorPositionChanged.connect(self._caret_was_set)
        self.spans.selectionModel().selectionChanged.connect(self._row_was_chosen)
        has_focus = pane.window().focusWidget() is pane  # also of a window that is not the active one now
        self.refresh()
        for widget in (self.mirror, self.spans):
            widget.show()
        pane.setFocusProxy(self.mirror)
        if has_focus:
            self.take_focus()

    def refresh(self) -> None:
        """Take what the pane shows now."""
        text = self._pane.text
        self.mirror.setAccessibleName(self._pane.accessibleName())
        self._following = True
        if text != self._text:
            self._text, self._units = text, Utf16Map(text)
            self.mirror.setPlainText("\n".join(displayed(line) for line in text.split("\n")))
        self.spans.rows.take(self._pane.item_ids())
        self._following = False
        self._follow_caret()
        self._follow_current()

    def take_focus(self) -> None:
        """Have the focus in place of the pane."""
        self.mirror.setFocus(Qt.FocusReason.OtherFocusReason)

    def describe(self, words: str) -> None:
        """Say what the pane's description is."""
        self.mirror.setAccessibleDescription(words)

    def _follow_caret(self) -> None:
        if self._following or self._text is not self._pane.text:  # a new article comes by ``refresh``
            return
        caret, cursor = self._pane.caret_state, self.mirror.textCursor()
        anchor, position = self._units.to_utf16(caret.anchor), self._units.to_utf16(caret.position)
        if (cursor.anchor(), cursor.position()) != (anchor, position):
            self._following = True
            cursor.setPosition(anchor)
            cursor.setPosition(position, QTextCursor.MoveMode.KeepAnchor)
            self.mirror.setTextCursor(cursor)
            self._following = False
        self._put_in_place()  # now: the pane then draws once for both

    def _put_in_place(self) -> None:
        """Lay the mirror's caret over the pane's, for magnifiers; and the rows over the viewport."""
        pane, layout = self._pane, self._pane.page_layout
        self.spans.setGeometry(pane.viewport().rect())
        if pane.isActiveWindow() and pane.window().focusWidget() is self.mirror and not self.mirror.hasFocus():
            self.take_focus()  # a window that was activated before this was visible gave the focus to nobody
        if layout is None:
            return
        if self.mirror.font() != layout.typography.body:
            self.mirror.setFont(layout.typography.body)
        self.mirror.resize(_WHOLE_LINE, round(layout.typography.body_line))
        caret = pane.caret_state
        bar = geometry.caret_bar(layout, caret.position, upstream=caret.upstream)
        own = self.mirror.cursorRect()
        self.mirror.move(pane.on_screen(bar).topLeft().toPoint() - own.topLeft())

    def _caret_was_set(self) -> None:
        """Let a caret or selection that was set from outside be the pane's."""
        if not self._following:
            cursor = self.mirror.textCursor()
            to = self._units.to_code_point
            self._pane.place(Caret(to(cursor.position()), to(cursor.anchor())))

    def _follow_current(self) -> None:
        current, rows = self._pane.current, self.spans.rows.items
        wanted = self.spans.rows.index(rows.index(current)) if current in rows else QModelIndex()
        if [wanted] != self.spans.selectionModel().selectedIndexes():
            self._following = True
            flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.spans.selectionModel().setCurrentIndex(wanted, flag)
            self._following = False

    def _row_was_chosen(self, chosen: QItemSelection) -> None:
        """Go to an item that was chosen from outside."""
        found = chosen.indexes()
        if not self._following and found:
            self._pane.set_current(self.spans.rows.items[found[0].row()])
