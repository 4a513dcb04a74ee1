"""A small field beneath a span for the note on it. Enter and leaving the field keep what was written, Esc does not."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QVBoxLayout

from annotation_schema.model import Span
from annotation_schema.reserved import NOTE
from annotation_schema.wording import translate
from desktop.ui.article.pane import ArticlePane
from desktop.ui.widgets import Shortened, key_label, soft_label

WIDTH = 360
LINES = 3
GAP = 4


class _Field(QPlainTextEdit):
    """Tells how it was left."""

    done = Signal(bool)  # keep what was written

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter keeps, Esc gives up; Shift+Enter is a new line."""
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() == Qt.Key.Key_Escape:
            self.done.emit(False)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not shift:
            self.done.emit(True)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving keeps; a menu of its own is no leaving."""
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.done.emit(True)


class NoteEditor(QFrame):
    """Opened on one span at a time."""

    written = Signal(object, str)  # SpanId, the note

    def __init__(self, pane: ArticlePane) -> None:
        """Lie hidden over the pane's text."""
        super().__init__(pane.viewport())
        self._pane = pane
        self._span: Span | None = None
        self.setObjectName("noteEditor")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._title = Shortened()
        self._title.setProperty("tone", "small")
        self.field = _Field()
        self.field.setTabChangesFocus(True)
        self.field.setFrameShape(QFrame.Shape.NoFrame)
        self.field.setPlaceholderText(translate("Lists", "Doubts, reasons, a question to the team"))
        self.field.setFixedHeight(self.field.fontMetrics().lineSpacing() * LINES + 14)
        self.field.done.connect(self._done)
        keys = QHBoxLayout()
        keys.setSpacing(4)
        keys.addWidget(self._title, 1)
        for key, words in (("Return", translate("Lists", "keep")), ("Esc", translate("Lists", "leave"))):
            keys.addWidget(key_label(key))
            keys.addWidget(soft_label(words, "small"))
            keys.addSpacing(4)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 6, 8, 8)
        column.setSpacing(4)
        column.addLayout(keys)
        column.addWidget(self.field)
        pane.verticalScrollBar().valueChanged.connect(self._place)
        self.hide()

    def open(self, span: Span) -> None:
        """Show the note on a span and give the field the keyboard."""
        self._span = span
        words = self._pane.words_of(span.id, 36)
        self._title.set_full(translate("Lists", "Note on {words}").format(words=words))
        self.field.setAccessibleName(self._title.full())
        value = span.attributes.get(NOTE.name)
        self.field.setPlainText(value if isinstance(value, str) else "")
        self.field.moveCursor(QTextCursor.MoveOperation.End)
        self.setFixedWidth(min(WIDTH, max(200, self._pane.viewport().width() - 24)))
        self.adjustSize()
        self._pane.ensure_visible(span.start, span.end)
        self._place()
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _place(self) -> None:
        """Lie beneath the span's last line, above its first where there is no room, always within the view."""
        if self._span is None:
            return
        rects = [r.toAlignedRect() for r in self._pane.item_rects(self._span.id)]
        area = self._pane.viewport().rect().adjusted(8, 8, -8, -8)
        seen = [r for r in rects if r.intersects(area)] or [QRect(area.topLeft(), area.topLeft())]
        at = QPoint(seen[-1].left(), seen[-1].bottom() + GAP)
        if at.y() + self.height() > area.bottom():
            at = QPoint(seen[0].left(), seen[0].top() - GAP - self.height())
        at.setX(max(area.left(), min(at.x(), area.right() - self.width())))
        at.setY(max(area.top(), min(at.y(), area.bottom() - self.height())))
        self.move(at)

    def _done(self, keep: bool) -> None:
        span, self._span = self._span, None
        if span is None:
            return
        had_focus = self.field.hasFocus()
        self.hide()
        if had_focus:
            self._pane.setFocus(Qt.FocusReason.OtherFocusReason)
        if keep:
            self.written.emit(span.id, self.field.toPlainText())

    def leave(self) -> None:
        """Close without keeping anything: another article is on screen."""
        self._done(False)
