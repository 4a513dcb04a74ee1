"""The list of cards: a model, how a card is painted, and the view that lays the current span's editor into its card.

Cards are painted, not built of widgets, so that hundreds of claims cost what is visible.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPen,
    QResizeEvent,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from annotation_schema.schema import LabelSchema
from annotation_schema.wording import translate
from desktop.ui.claims.items import Card, ItemId, Pill, PillKind, Slot
from desktop.ui.claims.pill import PILL_HEIGHT, label_colours, paint_pill, pill_width
from desktop.ui.claims.span_editor import TITLE_WIDTH, SpanEditor
from desktop.ui.mirroring import mirrored
from desktop.ui.theme import Look, Theme, reading_font, ui_font

CardRole = Qt.ItemDataRole.UserRole + 1
CurrentRole = Qt.ItemDataRole.UserRole + 2

PAD_X = 12
PAD_Y = 10
GAP = 8  # between cards
SMALL_GAP = 4  # between cards of one line
LEAST_META = 48
HEAD = 18
QUOTE_LINE = 19
QUOTE_LINES = 6
SLOT = 24

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
            return card.id == self._current or self._current in card.members
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


class CardDelegate(QStyledItemDelegate):
    """Paints a card. ``editor_height`` is the room for the editor in the current card (0: none)."""

    def __init__(self, look: Look, *, numbered: bool) -> None:
        """Build the delegate; numbered labels have quotes in the reading face."""
        super().__init__()
        self._look = look
        self._numbered = numbered
        self._schema: LabelSchema | None = None
        self.editor_height = 0
        self.guess: Callable[[ItemId, str], Pill | None] = lambda item, relation: None
        """What an empty link probably leads to; asked for cards that are painted only."""
        self._quotes: OrderedDict[tuple[str, int], list[str]] = OrderedDict()
        self._quote_font = reading_font(13, italic=True) if numbered else ui_font(13, QFont.Weight.Medium)
        self._number_font = ui_font(13, QFont.Weight.DemiBold)
        self._meta_font = ui_font(12)

    def set_schema(self, schema: LabelSchema | None) -> None:
        """Take the labels' colours."""
        self._schema = schema

    def _has_head(self, card: Card) -> bool:
        return bool(card.number)

    def top_height(self, card: Card, width: int) -> int:
        """Return the height of head and quote in a card of a width, with the space above."""
        if not self._has_head(card):
            return PAD_Y - 2 + QUOTE_LINE
        return PAD_Y + HEAD + 3 + len(self._lines(card, width)) * QUOTE_LINE

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of the card and the gap below it."""
        card = index.data(CardRole)
        width = option.rect.width() if option.rect.width() > 0 else 300
        if not isinstance(card, Card):
            return QSize(width, SLOT)
        height = self.top_height(card, width)
        if index.data(CurrentRole) and self.editor_height and not card.suggested:
            height += 7 + self.editor_height
        elif card.slots:
            height += 5 + SLOT * len(card.slots)
        if not self._has_head(card):
            return QSize(width, height + PAD_Y - 2 + SMALL_GAP)
        return QSize(width, height + PAD_Y + GAP)

    def _lines(self, card: Card, width: int) -> list[str]:
        """Return the quote's lines, the last one shortened if there are too many."""
        key = (card.quote, width)
        if (known := self._quotes.get(key)) is not None:
            return known
        room = max(60, width - 2 * PAD_X)
        units = card.quote[:1200].encode("utf-16-le")
        layout = QTextLayout(card.quote[:1200], self._quote_font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        lines: list[str] = []
        while True:
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(room)
            start, length = line.textStart(), line.textLength()
            if len(lines) == QUOTE_LINES - 1:
                rest = units[2 * start :].decode("utf-16-le", "ignore")
                lines.append(QFontMetricsF(self._quote_font).elidedText(rest, Qt.TextElideMode.ElideRight, room))
                break
            lines.append(units[2 * start : 2 * (start + length)].decode("utf-16-le", "ignore").strip())
        layout.endLayout()
        self._quotes[key] = lines
        while len(self._quotes) > 2000:
            self._quotes.popitem(last=False)
        return lines

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one card."""
        card = index.data(CardRole)
        if not isinstance(card, Card):
            return
        theme = self._look.theme
        rect = QRectF(option.rect).adjusted(0, 0, 0, -(GAP if self._has_head(card) else SMALL_GAP))
        colours = label_colours(self._schema, card.label, theme)
        ink = QColor(colours[0]) if colours else theme.color("ink")
        painter.save()
        painter = mirrored(painter, rect, option.direction)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        current = bool(index.data(CurrentRole))
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        self._ground(painter, rect, theme, ink, current=current, focused=focused, suggested=card.suggested)
        x, width = rect.left() + PAD_X, rect.width() - 2 * PAD_X
        y = rect.top() + PAD_Y
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if self._has_head(card):
            painter.setFont(self._number_font)
            painter.setPen(ink)
            painter.drawText(QRectF(x, y, width, HEAD), left, card.number)
            used = QFontMetricsF(self._number_font).horizontalAdvance(card.number) + 6
            self._meta(painter, QRectF(x + used, y, width - used, HEAD), card, theme)
            y += HEAD + 3
            painter.setFont(self._quote_font)
            painter.setPen(theme.color("ink"))
            for line in self._lines(card, round(rect.width())):
                painter.drawText(QRectF(x, y, width, QUOTE_LINE), left, line)
                y += QUOTE_LINE
        else:
            y -= 2
            metrics = QFontMetricsF(self._quote_font)
            name = metrics.elidedText(card.quote[:200], Qt.TextElideMode.ElideRight, width)
            painter.setFont(self._quote_font)
            painter.setPen(theme.color("ink"))
            painter.drawText(QRectF(x, y, width, QUOTE_LINE), left, name)
            used = metrics.horizontalAdvance(name) + 10
            if width - used >= LEAST_META:
                self._meta(painter, QRectF(x + used, y, width - used, QUOTE_LINE), card, theme)
            y += QUOTE_LINE
        if not (current and self.editor_height and not card.suggested):
            y += 5
            for slot in card.slots:
                guess = self.guess(card.id, slot.relation) if slot.relation and not card.suggested else None
                if guess is not None and slot.pills[0].kind is PillKind.MISSING:
                    slot = replace(slot, pills=(guess,))
                suggested = slot.pills[0].kind is PillKind.SUGGESTED
                aside = (card.aside or translate("Claims", "suggested")) if suggested else ""
                self._slot(painter, QRectF(x, y, width, SLOT), slot, theme, aside)
                y += SLOT
        painter.restore()

    def _ground(
        self,
        painter: QPainter,
        rect: QRectF,
        theme: Theme,
        ink: QColor,
        *,
        current: bool,
        focused: bool,
        suggested: bool,
    ) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush if suggested else theme.color("card"))
        if current:
            painter.setPen(QPen(ink, 2))
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 8, 8)
        elif suggested:
            painter.setPen(QPen(theme.color("edge"), 1, Qt.PenStyle.DotLine))
            painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        else:
            painter.setPen(QPen(theme.color("line"), 1))
            painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        if focused:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.color("accent"), 1.5, Qt.PenStyle.SolidLine))
            painter.drawRoundedRect(rect.adjusted(4, 4, -4, -4), 5, 5)

    def _meta(self, painter: QPainter, rect: QRectF, card: Card, theme: Theme) -> None:
        painter.setFont(self._meta_font)
        painter.setPen(theme.color("soft"))
        shown = QFontMetricsF(self._meta_font).elidedText(card.meta, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)

    def _slot(self, painter: QPainter, rect: QRectF, slot: Slot, theme: Theme, aside: str) -> None:
        painter.setFont(self._meta_font)
        painter.setPen(theme.color("soft"))
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRectF(rect.left(), rect.top(), TITLE_WIDTH, rect.height()), flags, slot.title)
        x = rect.left() + TITLE_WIDTH + 4
        top = rect.top() + (rect.height() - PILL_HEIGHT) / 2
        for n, pill in enumerate(slot.pills):
            room = rect.right() - x
            if room < 48:
                painter.setPen(theme.color("soft"))
                painter.setFont(self._meta_font)
                painter.drawText(QRectF(x, rect.top(), max(0.0, room), rect.height()), flags, f"+{len(slot.pills) - n}")
                break
            width = min(pill_width(pill.text), room)
            colours = label_colours(self._schema, pill.label, theme)
            paint_pill(painter, QRectF(x, top, width, PILL_HEIGHT), pill.text, theme, kind=pill.kind, colours=colours)
            x += width + 4
        if aside and rect.right() - x > 24:
            painter.setPen(theme.color("soft"))
            painter.setFont(self._meta_font)
            words = QRectF(x + 2, rect.top(), rect.right() - x - 2, rect.height())
            shown = QFontMetricsF(self._meta_font).elidedText(aside, Qt.TextElideMode.ElideRight, words.width())
            painter.drawText(words, flags, shown)


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
        self.delegate = CardDelegate(look, numbered=numbered)
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
