"""The rows of the value picker: a model of values and how a row is painted, with its key cap."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from annotation_schema.wording import translate
from desktop.core.value_search import Option
from desktop.ui.mirroring import mirrored
from desktop.ui.theme import Look, ui_font
from desktop.ui.widgets import key_width, paint_key

OptionRole = Qt.ItemDataRole.UserRole + 1
ChosenRole = Qt.ItemDataRole.UserRole + 2
DigitRole = Qt.ItemDataRole.UserRole + 3
ROW = 26
_PAD = 6
_CAP = 24

Index = QModelIndex | QPersistentModelIndex


class ValueModel(QAbstractListModel):
    """The values on offer; the first nine have a digit."""

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__()
        self._options: Sequence[Option] = ()
        self._chosen: frozenset[str] = frozenset()

    def show(self, options: Sequence[Option], chosen: frozenset[str]) -> None:
        """Offer other values."""
        self.beginResetModel()
        self._options, self._chosen = options, chosen
        self.endResetModel()

    def option(self, row: int) -> Option | None:
        """Return the value in a row, or None."""
        return self._options[row] if 0 <= row < len(self._options) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return the number of values."""
        return 0 if parent.isValid() else len(self._options)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return words, the value, its key, its definition, and words for a screen reader."""
        option = self.option(index.row()) if index.isValid() else None
        if option is None:
            return None
        digit = str(index.row() + 1) if index.row() < 9 else ""
        found: dict[int, object] = {
            Qt.ItemDataRole.DisplayRole: option.words,
            Qt.ItemDataRole.ToolTipRole: option.definition,
            OptionRole: option,
            ChosenRole: option.value in self._chosen,
            DigitRole: digit,
        }
        if role == Qt.ItemDataRole.AccessibleTextRole:
            chosen = translate("Claims", "chosen") if option.value in self._chosen else ""
            key = translate("Claims", "key {key}").format(key=digit) if digit else ""
            return ", ".join(x for x in (option.words, chosen, key, option.definition) if x)
        return found.get(role)


class ValueDelegate(QStyledItemDelegate):
    """Paints a value: key cap, title with its letter underlined, what it belongs to, a tick where it is chosen."""

    def __init__(self, look: Look) -> None:
        """Build the delegate."""
        super().__init__()
        self._look = look
        self._font = ui_font(13)
        self._strong = ui_font(13, QFont.Weight.Medium)
        self._small = ui_font(12)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the size of a row."""
        return QSize(120, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a row."""
        value = index.data(OptionRole)
        if not isinstance(value, Option):
            return
        theme = self._look.theme
        rect = QRectF(option.rect)
        painter.save()
        painter = mirrored(painter, rect, option.direction)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent-pale"))
            painter.drawRoundedRect(rect.adjusted(0, 1, 0, -1), 5, 5)
        middle = rect.center().y()
        digit = str(index.data(DigitRole) or "")
        if digit:
            paint_key(painter, rect.left() + _PAD + (18 - key_width(digit)) / 2, middle, digit, theme)
        x, right = rect.left() + _PAD + _CAP, rect.right() - _PAD
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if index.data(ChosenRole):
            painter.setPen(theme.color("accent"))
            painter.setFont(self._strong)
            painter.drawText(QRectF(right - 14, rect.top(), 14, rect.height()), flags, "✓")
            right -= 18
        font = self._strong if index.data(ChosenRole) else self._font
        metrics = QFontMetricsF(font)
        title = metrics.elidedText(value.title, Qt.TextElideMode.ElideRight, right - x)
        painter.setFont(font)
        painter.setPen(theme.color("ink"))
        painter.drawText(QRectF(x, rect.top(), right - x, rect.height()), flags, title)
        place = title.lower().find(value.letter) if value.letter else -1
        if place >= 0:
            left = x + metrics.horizontalAdvance(title[:place])
            width = metrics.horizontalAdvance(title[place])
            y = middle + metrics.ascent() / 2 + 1.5
            painter.drawLine(QPointF(left, y), QPointF(left + width, y))
        x += metrics.horizontalAdvance(title) + 8
        if value.trail and right - x > 40:
            painter.setFont(self._small)
            painter.setPen(theme.color("soft"))
            trail = QFontMetricsF(self._small).elidedText(
                " › ".join(value.trail), Qt.TextElideMode.ElideRight, right - x
            )
            painter.drawText(QRectF(x, rect.top(), right - x, rect.height()), flags, trail)
        painter.restore()
