"""The list of cards: a model, how a card is painted, and the view that lays the current span's editor into its card.

Cards are painted, not built of widgets, so that hundreds of claims cost what is visible.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QWidget,
)

from annotation_schema.wording import translate
from desktop.ui.claims.card_delegate import PAD_X, CardDelegate, CardRole, CurrentRole
from desktop.ui.claims.items import Card, ItemId
from desktop.ui.claims.span_editor import SpanEditor
from desktop.ui.theme import Look

Index = QModelIndex | QPersistentModelIndex


class CardModel(QAbstractListModel):
    """The cards of one tab."""

    def __init__(self) -> None:
        """Build an empty list."""
        super().__init__()
        self._cards: list[Card] = []
        self._current: ItemId | None = None
        self.resized = True
        """Whether some card may have another height since ``show`` was last called."""

    def show(self, cards: Sequence[Card], current: ItemId | None) -> bool:
        """Show cards; return True if other cards than before are listed, or other ones changed."""
        cards = list(cards)
        self.resized = True
        if [c.members or c.id for c in cards] == [c.members or c.id for c in self._cards]:
            changed = [i for i, (a, b) in enumerate(zip(cards, self._cards, strict=True)) if a != b]
            self.resized = any(cards[i].lines != self._cards[i].lines for i in changed) or current != self._current
            self._cards = cards
            for i in changed:
                self.dataChanged.emit(self.index(i), self.index(i))
            moved = current != self._current
            self.set_current(current)
            return bool(changed) or moved
        self.beginResetModel()
        self._cards = cards
        self._current = current
        self.endResetModel()
        return True

    def set_current(self, current: ItemId | None) -> None:
        """Mark the card of the current span."""
        before, self._current = self._current, current
        if before != current:
            for x in (before, current):
                row = self.row_of(x)
                if row >= 0:
                    self.dataChanged.emit(self.index(row), self.index(row))

    def row_of(self, item: ItemId | None) -> int:
        """Return the row of a span or suggestion, -1 if it is not listed."""
        if item is None:
            return -1
        return next((i for i, c in enumerate(self._cards) if c.id == item or item in c.members), -1)

    def to_visit(self, row: int) -> ItemId | None:
        """Return where choosing a card leads: to its span; from one of several mentions to the next of them."""
        card = self.card(row)
        if card is None or self._current not in card.members:
            return card.id if card is not None else None
        return card.members[(card.members.index(self._current) + 1) % len(card.members)]

    def current_row(self) -> int:
        """Return the row of the current card, -1 if it is not listed."""
        return self.row_of(self._current)

    def card(self, row: int) -> Card | None:
        """Return the card in a row, or None."""
        return self._cards[row] if 0 <= row < len(self._cards) else None

    def is_current(self, row: int) -> bool:
        """Say whether the card in a row stands for the current span or suggestion."""
        card = self._cards[row]
        return card.id == self._current or self._current in card.members

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return the number of cards."""
        return 0 if parent.isValid() else len(self._cards)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the card, the current mark, or words for a screen reader."""
        card = self.card(index.row()) if index.isValid() else None
        if card is None:
            return None
        if role == CardRole:
            return card
        if role == CurrentRole:
            return self.is_current(index.row())
        if role == Qt.ItemDataRole.DisplayRole:
            return card.quote
        if role == Qt.ItemDataRole.AccessibleTextRole:
            state = ""
            if card.suggested:
                state = translate("Claims", "suggested")
            elif card.incomplete:
                state = translate("Claims", "incomplete")
            slots = [f"{s.title}: {', '.join(p.text for p in s.pills)}" for s in card.slots]
            return ", ".join(x for x in (card.number, card.quote, card.meta, state, *slots) if x)
        return None


class CardView(QListView):
    """Cards of one label. Click or Enter goes to the span; the current card holds the editor."""

    chosen = Signal(object)  # ItemId
    left = Signal()

    def __init__(self, look: Look, *, numbered: bool, name: str) -> None:
        """Build an empty list; ``name`` is what a screen reader calls it."""
        super().__init__()
        self.setObjectName("cardView")
        self.setAccessibleName(name)
        self.cards = CardModel()
        self.delegate = CardDelegate(look, self.cards, numbered=numbered)
        self._editor: SpanEditor | None = None
        self._laid = QSize()
        self.setModel(self.cards)
        self.setItemDelegate(self.delegate)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.verticalScrollBar().setSingleStep(24)
        self.clicked.connect(self._clicked)
        look.changed.connect(self.viewport().update)

    def _clicked(self, index: QModelIndex) -> None:
        item = self.cards.to_visit(index.row())
        if item is not None:
            self.chosen.emit(item)

    def set_editor(self, editor: SpanEditor | None) -> None:
        """Lay an editor into the current card (None: none)."""
        if self._editor is not None and self._editor is not editor:
            self._editor.hide()
        self._editor = editor
        if editor is not None and editor.parent() is not self.viewport():
            editor.setParent(self.viewport())
        self.refit()

    def refit(self) -> None:
        """Give the current card the room that its editor needs."""
        height = 0
        if self._editor is not None:
            height = self._editor.height_for(self._editor_width())
        if height != self.delegate.editor_height or self.cards.resized:
            self.delegate.editor_height = height
            self.cards.resized = False
            self.scheduleDelayedItemsLayout()
            self.executeDelayedItemsLayout()
        self._place()

    def reveal_current(self, item: ItemId | None) -> None:
        """Bring the card of the current span into sight."""
        row = self.cards.row_of(item)
        if row >= 0:
            index = self.cards.index(row)
            self.setCurrentIndex(index)
            self.scrollTo(index)
            self._place()

    def reveal_slot(self, row: QWidget) -> None:
        """Scroll until a row of the editor is in sight, with some room below it for a list."""
        if self._editor is not None:
            self._editor.settle()
        top = row.mapTo(self.viewport(), QPoint(0, 0)).y()
        beyond = top + row.height() + 8 - self.viewport().height()
        if top < 0 or beyond > 0:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + (top - 8 if top < 0 else beyond))
            self._place()

    def _editor_width(self) -> int:
        return max(120, self.viewport().width() - 2 * PAD_X)

    def _place(self) -> None:
        editor = self._editor
        if editor is None:
            return
        row = self.cards.current_row()
        card = self.cards.card(row)
        if card is None or card.suggested:
            editor.hide()
            return
        rect = self.visualRect(self.cards.index(row))
        top = rect.top() + self.delegate.top_height(card, rect.width()) + 7
        editor.setGeometry(rect.left() + PAD_X, top, self._editor_width(), self.delegate.editor_height)
        editor.show()

    def updateGeometries(self) -> None:
        """Keep the editor in its card."""
        super().updateGeometries()
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break lines anew."""
        super().resizeEvent(event)
        if self._editor is not None and event.size().width() != self._laid.width():
            self._laid = event.size()
            self.cards.resized = True
            self.refit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the span; Escape back to the article."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            item = self.cards.to_visit(self.currentIndex().row())
            if item is not None:
                self.chosen.emit(item)
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
