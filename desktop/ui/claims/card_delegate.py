"""How a card is painted, and how high it is."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from annotation_schema.schema import LabelSchema
from annotation_schema.wording import translate
from desktop.ui.claims.items import Card, ItemId, Pill, PillKind
from desktop.ui.claims.pill import PILL_HEIGHT, fitted, label_colours, paint_pill, pill_width
from desktop.ui.claims.span_editor import TITLE_WIDTH
from desktop.ui.mirroring import mirrored
from desktop.ui.theme import Look, Theme, painted, reading_font, ui_font

if TYPE_CHECKING:
    from desktop.ui.claims.cards import CardModel

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

_WORDS = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.TextElideMode.ElideRight


class CardDelegate(QStyledItemDelegate):
    """Paints a card. ``editor_height`` is the room for the editor in the current card (0: none)."""

    def __init__(self, look: Look, cards: CardModel, *, numbered: bool) -> None:
        """Build the delegate of a model; numbered labels have quotes in the reading face."""
        super().__init__()
        self._look = look
        self._cards = cards
        self._numbered = numbered
        self._schema: LabelSchema | None = None
        self.editor_height = 0
        self.guess: Callable[[ItemId, str], Pill | None] = lambda item, relation: None
        """What an empty link probably leads to; asked for cards that are painted only."""
        self._quotes: OrderedDict[tuple[str, int], list[str]] = OrderedDict()
        self._names: OrderedDict[tuple[str, float], tuple[str, float]] = OrderedDict()
        self._quote_font = reading_font(13, italic=True) if numbered else ui_font(13, QFont.Weight.Medium)
        self._number_font = ui_font(13, QFont.Weight.DemiBold)
        self._meta_font = ui_font(12)
        self._quote_metrics = QFontMetricsF(self._quote_font)
        self._number_metrics = QFontMetricsF(self._number_font)

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
        row = index.row()
        card = self._cards.card(row)
        width = option.rect.width()
        if width <= 0:
            width = 300
        if card is None:
            return QSize(width, SLOT)
        height = self.top_height(card, width)
        if self.editor_height and not card.suggested and self._cards.is_current(row):
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
                lines.append(self._quote_metrics.elidedText(rest, _RIGHT, room))
                break
            lines.append(units[2 * start : 2 * (start + length)].decode("utf-16-le", "ignore").strip())
        layout.endLayout()
        self._quotes[key] = lines
        while len(self._quotes) > 2000:
            self._quotes.popitem(last=False)
        return lines

    def _name(self, words: str, room: float) -> tuple[str, float]:
        """Return what is shown of a quote on one line, and its width."""
        known = self._names.get((words, room))
        if known is None:
            shown = self._quote_metrics.elidedText(words[:200], _RIGHT, room)
            known = self._names[words, room] = shown, self._quote_metrics.horizontalAdvance(shown)
            while len(self._names) > 2000:
                self._names.popitem(last=False)
        return known

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one card."""
        card = self._cards.card(index.row())
        if card is None:
            return
        theme = self._look.theme
        head = self._has_head(card)
        rect = QRectF(option.rect)
        rect.setHeight(rect.height() - (GAP if head else SMALL_GAP))
        colours = label_colours(self._schema, card.label, theme)
        ink = painted(colours[0]) if colours else theme.color("ink")
        painter.save()
        painter = mirrored(painter, rect, option.direction)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        current = self._cards.is_current(index.row())
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        self._ground(painter, rect, theme, ink, current=current, focused=focused, suggested=card.suggested)
        x, width = rect.left() + PAD_X, rect.width() - 2 * PAD_X
        y = rect.top() + PAD_Y
        if head:
            painter.setFont(self._number_font)
            painter.setPen(ink)
            painter.drawText(QRectF(x, y, width, HEAD), _WORDS, card.number)
            if card.meta:
                used = self._number_metrics.horizontalAdvance(card.number) + 6
                self._meta(painter, QRectF(x + used, y, width - used, HEAD), card, theme)
            y += HEAD + 3
            painter.setFont(self._quote_font)
            painter.setPen(theme.color("ink"))
            for line in self._lines(card, round(rect.width())):
                painter.drawText(QRectF(x, y, width, QUOTE_LINE), _WORDS, line)
                y += QUOTE_LINE
        else:
            y -= 2
            name, used = self._name(card.quote, width)
            painter.setFont(self._quote_font)
            painter.setPen(theme.color("ink"))
            painter.drawText(QRectF(x, y, width, QUOTE_LINE), _WORDS, name)
            used += 10
            if card.meta and width - used >= LEAST_META:
                self._meta(painter, QRectF(x + used, y, width - used, QUOTE_LINE), card, theme)
            y += QUOTE_LINE
        if not (current and self.editor_height and not card.suggested):
            y += 5
            for slot in card.slots:
                guess = self.guess(card.id, slot.relation) if slot.relation and not card.suggested else None
                pills = slot.pills
                if guess is not None and pills[0].kind is PillKind.MISSING:
                    pills = (guess,)
                suggested = pills[0].kind is PillKind.SUGGESTED
                aside = (card.aside or translate("Claims", "suggested")) if suggested else ""
                self._slot(painter, QRectF(x, y, width, SLOT), slot.title, pills, theme, aside)
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
        painter.drawText(rect, _WORDS, fitted(card.meta, rect.width()))

    def _slot(
        self, painter: QPainter, rect: QRectF, title: str, pills: tuple[Pill, ...], theme: Theme, aside: str
    ) -> None:
        painter.setFont(self._meta_font)
        painter.setPen(theme.color("soft"))
        left, top, height = rect.left(), rect.top(), rect.height()
        painter.drawText(QRectF(left, top, TITLE_WIDTH, height), _WORDS, title)
        right = rect.right()
        x = left + TITLE_WIDTH + 4
        for n, pill in enumerate(pills):
            room = right - x
            if room < 48:
                painter.setPen(theme.color("soft"))
                painter.setFont(self._meta_font)
                painter.drawText(QRectF(x, top, max(0.0, room), height), _WORDS, f"+{len(pills) - n}")
                break
            width = min(pill_width(pill.text), room)
            colours = label_colours(self._schema, pill.label, theme)
            place = QRectF(x, top + (height - PILL_HEIGHT) / 2, width, PILL_HEIGHT)
            paint_pill(painter, place, pill.text, theme, kind=pill.kind, colours=colours)
            x += width + 4
        if aside and right - x > 24:
            painter.setPen(theme.color("soft"))
            painter.setFont(self._meta_font)
            words = QRectF(x + 2, top, right - x - 2, height)
            painter.drawText(words, _WORDS, fitted(aside, words.width()))
