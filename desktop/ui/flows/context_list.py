"""Places in their context, one under the other with the words aligned, each with a box to tick; rows may stream in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from annotation_schema.schema import Label
from desktop.ui.article.display_text import runs_right_to_left
from desktop.ui.mirroring import mirrored, towards
from desktop.ui.theme import Look, Theme, reading_font, ui_font

ROW_HEIGHT = 28
BOX = 15
PAD = 14
Index = QModelIndex | QPersistentModelIndex
RowRole = Qt.ItemDataRole.UserRole + 1
FirstRole = Qt.ItemDataRole.UserRole + 2
"""True where the row above is of another article."""


@dataclass(frozen=True, slots=True)
class ContextRow:
    """One place. ``where`` names its article, ``group`` is its number; ``note`` stands at the end (a score)."""

    before: str
    words: str
    after: str
    label: str
    where: str = ""
    group: int = 0
    note: str = ""
    key: object = None


class ContextModel(QAbstractTableModel):
    """The rows and which of them are ticked."""

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__()
        self._rows: list[ContextRow] = []
        self._ticked = bytearray()

    def set_rows(self, rows: Sequence[ContextRow]) -> None:
        """Show other rows, all ticked."""
        self.beginResetModel()
        self._rows = list(rows)
        self._ticked = bytearray(b"\x01" * len(self._rows))
        self.endResetModel()

    def append(self, rows: Sequence[ContextRow]) -> None:
        """Add rows at the end, ticked."""
        if rows:
            first = len(self._rows)
            self.beginInsertRows(QModelIndex(), first, first + len(rows) - 1)
            self._rows += rows
            self._ticked += b"\x01" * len(rows)
            self.endInsertRows()

    def at(self, row: int) -> ContextRow | None:
        """Return a row."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def ticked(self) -> list[ContextRow]:
        """Return the ticked rows in order."""
        return [row for row, on in zip(self._rows, self._ticked, strict=True) if on]

    def ticked_count(self) -> int:
        """Return how many are ticked."""
        return self._ticked.count(1)

    def toggle(self, rows: Iterable[int]) -> None:
        """Tick rows; take the ticks away if all of them have one."""
        wanted = [r for r in rows if 0 <= r < len(self._rows)]
        if not wanted:
            return
        value = 0 if all(self._ticked[r] for r in wanted) else 1
        for r in wanted:
            self._ticked[r] = value
        self.dataChanged.emit(self.index(min(wanted), 0), self.index(max(wanted), 0))

    def toggle_all(self) -> None:
        """Tick all rows, or none if all are ticked."""
        self.toggle(range(len(self._rows)))

    def toggle_where(self, row: int) -> None:
        """The same for all rows of the article of a row."""
        one = self.at(row)
        if one is None:
            return
        low = high = row
        while low > 0 and self._rows[low - 1].group == one.group:
            low -= 1
        while high + 1 < len(self._rows) and self._rows[high + 1].group == one.group:
            high += 1
        self.toggle(range(low, high + 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return 1."""
        return 0 if parent.isValid() else 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Rows can be chosen and ticked."""
        flag = Qt.ItemFlag
        return flag.ItemIsEnabled | flag.ItemIsSelectable | flag.ItemIsUserCheckable | flag.ItemNeverHasChildren

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the row, whether it is ticked, or the sentence for a screen reader."""
        row = self.at(index.row()) if index.isValid() else None
        if row is None:
            return None
        if role == RowRole:
            return row
        if role == FirstRole:
            above = self.at(index.row() - 1)
            return above is None or above.group != row.group
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if self._ticked[index.row()] else Qt.CheckState.Unchecked
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{row.before}{row.words}{row.after}{', ' + row.where if row.where else ''}"
        return None


def paint_box(painter: QPainter, rect: QRectF, theme: Theme, *, ticked: bool) -> None:
    """Paint a box with or without a tick."""
    if ticked:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("accent"))
        painter.drawRoundedRect(rect, 3.5, 3.5)
        tick = QPainterPath(QPointF(rect.left() + 3.6, rect.center().y() + 0.3))
        tick.lineTo(rect.left() + 6.3, rect.bottom() - 4)
        tick.lineTo(rect.right() - 3.4, rect.top() + 4.3)
        painter.setPen(QPen(theme.color("on-accent"), 1.8, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(tick)
    else:
        painter.setPen(QPen(theme.color("edge"), 1))
        painter.setBrush(theme.color("card"))
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 3.5, 3.5)


def paint_ground(painter: QPainter, rect: QRectF, option: QStyleOptionViewItem, theme: Theme) -> None:
    """Paint the ground of a row: chosen, current, beneath the pointer, or plain with a line under it."""
    state = option.state
    chosen = bool(state & QStyle.StateFlag.State_Selected)
    if chosen or state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(rect, theme.color("accent-pale" if chosen else "hover"))
    if chosen and state & QStyle.StateFlag.State_Active:
        painter.fillRect(QRectF(rect.left(), rect.top(), 3, rect.height()), theme.color("accent"))


class ContextDelegate(QStyledItemDelegate):
    """Paints a row: box, article, words before to the left of the aligned words, words after."""

    def __init__(self, look: Look) -> None:
        """Build it for a theme."""
        super().__init__()
        self._look = look
        self._labels: dict[str, Label] = {}
        self._text = reading_font(14)
        self._small = ui_font(11)
        self.titled = False  # a column with the articles' titles

    def set_labels(self, labels: Iterable[Label]) -> None:
        """Take the labels whose colours the words have."""
        self._labels = {x.name: x for x in labels}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the one height."""
        return QSize(240, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one place."""
        row = index.data(RowRole)
        if not isinstance(row, ContextRow):
            return
        theme = self._look.theme
        rect = QRectF(option.rect)
        painter.save()
        plain, painter = painter, mirrored(painter, rect, option.direction)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, rect, option, theme)
        ticked = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        x = rect.left() + PAD
        paint_box(painter, QRectF(x, rect.center().y() - BOX / 2, BOX, BOX), theme, ticked=ticked)
        x += BOX + 10
        right = rect.right() - PAD
        small = QFontMetricsF(self._small)
        middle = Qt.AlignmentFlag.AlignVCenter
        if row.note:
            painter.setFont(self._small)
            painter.setPen(theme.color("soft"))
            width = small.horizontalAdvance(row.note)
            painter.drawText(QRectF(right - width, rect.top(), width + 1, rect.height()), middle, row.note)
            right -= max(width, 28) + 12
        if self.titled and right - x > 420:
            width = min(200.0, (right - x) * 0.28)
            if index.data(FirstRole):
                painter.setFont(self._small)
                painter.setPen(theme.color("soft"))
                words = small.elidedText(row.where, Qt.TextElideMode.ElideRight, width)
                painter.drawText(QRectF(x, rect.top(), width, rect.height()), middle, words)
            x += width + 14
        # Before and after are sides of the text, whatever the direction of the interface.
        area = towards(option.direction, QRectF(x, rect.top(), right - x, rect.height()), rect)
        plain.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        reads = Qt.LayoutDirection.RightToLeft if runs_right_to_left(row.words) else Qt.LayoutDirection.LeftToRight
        self._words(mirrored(plain, area, reads), area, row, theme, ticked=ticked)
        painter.restore()

    def _words(self, painter: QPainter, area: QRectF, row: ContextRow, theme: Theme, *, ticked: bool) -> None:
        metrics = QFontMetricsF(self._text)
        painter.setFont(self._text)
        middle = Qt.AlignmentFlag.AlignVCenter
        line = " ".join(row.words.split())
        shown = metrics.elidedText(line, Qt.TextElideMode.ElideMiddle, max(40.0, area.width() * 0.6))
        width = metrics.horizontalAdvance(shown)
        start = area.left() + max(24.0, min(area.width() * 0.42, area.width() - width - 60))
        label = self._labels.get(row.label)
        chip = QRectF(start - 3, area.center().y() - 10.5, width + 6, 21)
        if label is not None:
            colours = theme.of(label)
            painter.setPen(Qt.PenStyle.NoPen)
            if ticked:
                painter.setBrush(QColor(colours.tint))
                painter.drawRoundedRect(chip, 4, 4)
            painter.setPen(QPen(QColor(colours.ink), 1.4, Qt.PenStyle.SolidLine if ticked else Qt.PenStyle.DotLine))
            painter.drawLine(QPointF(start, chip.bottom() - 1), QPointF(start + width, chip.bottom() - 1))
        painter.setPen(theme.color("ink"))
        painter.drawText(QRectF(start, area.top(), width + 2, area.height()), middle, shown)
        painter.setPen(theme.color("soft"))
        gap = metrics.horizontalAdvance(" ") if row.before.endswith(" ") else 1.0
        left = QRectF(area.left(), area.top(), start - gap - 3 - area.left(), area.height())
        words = metrics.elidedText(" ".join(row.before.split()), Qt.TextElideMode.ElideLeft, left.width())
        painter.drawText(left, middle | Qt.AlignmentFlag.AlignRight, words)
        gap = metrics.horizontalAdvance(" ") if row.after.startswith(" ") else 1.0
        x = start + width + 3 + gap
        words = metrics.elidedText(" ".join(row.after.split()), Qt.TextElideMode.ElideRight, area.right() - x)
        painter.drawText(QRectF(x, area.top(), area.right() - x, area.height()), middle, words)
