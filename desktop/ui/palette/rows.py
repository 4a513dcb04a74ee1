"""The palette's list: a model over what was found, and how a line is painted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from annotation_schema.offsets import Utf16Map
from annotation_schema.schema import LabelSchema
from annotation_schema.wording import translate
from desktop.ui.mirroring import draw_layout, mirrored
from desktop.ui.palette.entries import Entry, Hit, Kind
from desktop.ui.theme import Look, ui_font
from desktop.ui.widgets import key_caps, key_width, paint_key

ROW = 32
_SIDE = 12
_MARK = 18  # room for a tick or a label's spot
_LEAST = 120

Index = QModelIndex | QPersistentModelIndex


def caps(entry: Entry) -> list[str]:
    """Return the key caps of an entry."""
    return key_caps(entry.shortcuts)[:2]


class Rows(QAbstractListModel):
    """What was found, in order."""

    def __init__(self) -> None:
        """Begin with nothing."""
        super().__init__()
        self._hits: Sequence[Hit] = ()

    def show(self, hits: Sequence[Hit]) -> None:
        """Show other entries."""
        self.beginResetModel()
        self._hits = hits
        self.endResetModel()

    def hit(self, index: Index) -> Hit | None:
        """Return what stands on a line."""
        return self._hits[index.row()] if index.isValid() and index.row() < len(self._hits) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return the number of lines."""
        return 0 if parent.isValid() else len(self._hits)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return words for the screen reader; the delegate paints from the entry itself."""
        hit = self.hit(index)
        if hit is None:
            return None
        entry = hit.entry
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            parts = [
                entry.title,
                *([translate("Palette", "chosen")] if entry.ticked else []),
                entry.detail,
                ", ".join(caps(entry)),
            ]
            return "; ".join(
                x for x in (*parts, "" if entry.enabled else translate("Palette", "not possible now")) if x
            )
        if role == Qt.ItemDataRole.ToolTipRole and entry.kind is Kind.VALUE:
            return entry.detail
        return None


class RowPainter(QStyledItemDelegate):
    """One line: mark, title with the letters that fit, soft detail, key caps at the right."""

    def __init__(self, look: Look) -> None:
        """Paint in the theme in force."""
        super().__init__()
        self._look = look
        self.schema: LabelSchema | None = None

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """All lines are equally high."""
        return QSize(200, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a line."""
        model = index.model()
        hit = model.hit(index) if isinstance(model, Rows) else None
        if hit is None:
            return
        entry, theme = hit.entry, self._look.theme
        area = QRectF(option.rect)  # pyright: ignore[reportAttributeAccessIssue]
        painter.save()
        painter = mirrored(painter, area, option.direction)  # pyright: ignore[reportAttributeAccessIssue]
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:  # pyright: ignore[reportAttributeAccessIssue]
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent-pale"))
            painter.drawRoundedRect(area.adjusted(4, 1, -4, -1), 5, 5)
            painter.setBrush(theme.color("accent"))
            painter.drawRoundedRect(QRectF(area.left() + 4, area.top() + 7, 3, area.height() - 14), 1.5, 1.5)
        middle = area.center().y()
        right = area.right() - _SIDE
        for words in reversed(caps(entry)):
            right -= key_width(words)
            paint_key(painter, right, middle, words, theme)
            right -= 4
        left = area.left() + _SIDE
        label = self.schema.label(entry.label) if self.schema is not None and entry.label else None
        ink = theme.of(label).ink if label is not None else ""
        self._mark(painter, entry, left, middle, ink)
        left += _MARK
        room = max(_LEAST, right - left - 8)
        colour = theme.color("soft") if not entry.enabled else QColor(ink) if ink else theme.color("ink")
        left += self._title(painter, hit, QPointF(left, middle), room, colour)
        if entry.detail and right - left > 60:
            painter.setPen(theme.color("soft"))
            painter.setFont(ui_font(12))
            words = QFontMetricsF(ui_font(12)).elidedText(entry.detail, Qt.TextElideMode.ElideRight, right - left - 18)
            painter.drawText(QRectF(left + 10, area.top(), right - left - 10, ROW), _MIDDLE, words)
        painter.restore()

    def _mark(self, painter: QPainter, entry: Entry, left: float, middle: float, ink: str) -> None:
        theme = self._look.theme
        if entry.ticked:
            painter.setPen(theme.color("accent"))
            painter.setFont(ui_font(13, QFont.Weight.DemiBold))
            painter.drawText(QRectF(left, middle - 10, _MARK, 20), _MIDDLE, "✓")
        elif entry.kind is Kind.VALUE or ink:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(ink) if ink else theme.color("edge"))
            painter.drawEllipse(QPointF(left + 4, middle), 3.5, 3.5)

    def _title(self, painter: QPainter, hit: Hit, at: QPointF, room: float, colour: QColor) -> float:
        """Paint the title; return its width."""
        font = ui_font(13)
        words = QFontMetricsF(font).elidedText(hit.entry.title, Qt.TextElideMode.ElideRight, room)
        layout = QTextLayout(words, font)
        if hit.positions:
            units = Utf16Map(words)
            strong = QTextCharFormat()
            strong.setFontWeight(QFont.Weight.Bold)
            ranges: list[QTextLayout.FormatRange] = []
            for position in hit.positions:
                if position < len(words):
                    part = QTextLayout.FormatRange()
                    part.start = units.to_utf16(position)
                    part.length = units.to_utf16(position + 1) - part.start
                    part.format = strong
                    ranges.append(part)
            layout.setFormats(ranges)
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(10_000)
        width = line.naturalTextWidth()
        line.setLineWidth(width + 1)  # words from right to left stand at the end of it
        layout.endLayout()
        painter.setPen(colour)
        draw_layout(painter, layout, QPointF(at.x(), round(at.y() - line.height() / 2)), width + 1)
        return width


_MIDDLE = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
