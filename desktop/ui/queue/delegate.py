"""How an article looks in the queue: status dot and title on two lines; publisher and date; counts."""

from __future__ import annotations

from collections import OrderedDict
from datetime import date
from functools import lru_cache

from PySide6.QtCore import QDate, QLocale, QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from annotation_schema.model import Status
from annotation_schema.schema import LabelSchema
from annotation_schema.wording import translate
from desktop.core.view import ArticleRow
from desktop.ui.mirroring import mirrored
from desktop.ui.queue.model import CurrentRole, RowRole, counts_words
from desktop.ui.theme import Look, Theme, ui_font

ROW_HEIGHT = 69
PAD = 8
DOT = 8
LINE = 17

_WORDS = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_COUNTS = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def short_date(published: str) -> str:
    """Return “29 Jan 2025” for an ISO date or time; what is none is shown as it is (its first 16 characters)."""
    try:
        day = date.fromisoformat(published[:10])
    except ValueError:
        return published[:16]
    return QLocale().toString(QDate(day.year, day.month, day.day), translate("Dates", "d MMM yyyy"))


class QueueDelegate(QStyledItemDelegate):
    """Paints the rows; all have one height."""

    def __init__(self, look: Look) -> None:
        """Build the delegate for a theme."""
        super().__init__()
        self._look = look
        self._letters: dict[str, str] = {}
        self._title_font = ui_font(13, QFont.Weight.DemiBold)
        self._small_font = ui_font(11)
        self._lines: OrderedDict[tuple[str, int], tuple[str, str]] = OrderedDict()
        self._sources: OrderedDict[tuple[str, str, str, float], str] = OrderedDict()

    def set_schema(self, schema: LabelSchema | None) -> None:
        """Take the letters that stand for labels in the counts, in schema order."""
        self._letters = {x.name: x.letter for x in schema.labels} if schema else {}

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the one height."""
        return QSize(200, ROW_HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one article."""
        row = index.data(RowRole)
        theme = self._look.theme
        rect = QRectF(option.rect)
        painter.save()
        painter = mirrored(painter, rect, option.direction)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        current = bool(index.data(CurrentRole))
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        hover = bool(option.state & QStyle.StateFlag.State_MouseOver)
        self._ground(painter, rect, theme, current=current, chosen=chosen, focused=focused, hover=hover)
        if isinstance(row, ArticleRow):
            self._words(painter, rect.adjusted(PAD + 2, PAD, -PAD, -PAD), row, theme)
        else:
            painter.setPen(theme.color("soft"))
            painter.drawText(
                rect.adjusted(PAD, 0, -PAD, 0),
                Qt.AlignmentFlag.AlignVCenter,
                translate("Window", "This article is gone."),
            )
        painter.restore()

    def _ground(
        self, painter: QPainter, rect: QRectF, theme: Theme, *, current: bool, chosen: bool, focused: bool, hover: bool
    ) -> None:
        body = rect.adjusted(0, 0, 0, -1)
        if current or hover or chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("card" if current else "hover"))
            painter.drawRoundedRect(body, 6, 6)
        if current:
            bar = _bar(body.width(), body.height()).translated(body.topLeft())
            painter.fillPath(bar, theme.color("accent"))
        else:
            painter.setPen(QPen(theme.color("line"), 1))
            painter.drawLine(
                QPointF(rect.left() + 6, rect.bottom() - 0.5), QPointF(rect.right() - 6, rect.bottom() - 0.5)
            )
        if focused:
            painter.setPen(QPen(theme.color("accent"), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(body.adjusted(1, 1, -1, -1), 5, 5)

    def _words(self, painter: QPainter, area: QRectF, row: ArticleRow, theme: Theme) -> None:
        indent = DOT + 6
        first, second = self._fit(row.title or translate("Window", "Untitled"), round(area.width()), indent)
        paint_status(painter, QPointF(area.left() + DOT / 2, area.top() + LINE / 2), row.status, theme)
        painter.setFont(self._title_font)
        painter.setPen(theme.color("ink" if row.title else "soft"))
        painter.drawText(QRectF(area.left() + indent, area.top(), area.width() - indent, LINE), _WORDS, first)
        if second:
            painter.drawText(QRectF(area.left(), area.top() + LINE, area.width(), LINE), _WORDS, second)
        painter.setFont(self._small_font)
        painter.setPen(theme.color("soft"))
        counts = counts_words(row, self._letters)
        base = QRectF(area.left(), area.bottom() - 15, area.width(), 15)
        painter.drawText(base, _COUNTS, counts)
        painter.drawText(base, _WORDS, self._source(row.publisher, row.published, counts, area.width()))

    def _source(self, publisher: str, published: str, counts: str, width: float) -> str:
        """Return publisher and date as far as they fit beside the counts; the publisher gives way before the date."""
        key = (publisher, published, counts, width)
        if (known := self._sources.get(key)) is not None:
            return known
        metrics = QFontMetricsF(self._small_font)
        room = width - metrics.horizontalAdvance(counts) - 8
        day = short_date(published)
        tail = f" · {day}" if publisher and day else day
        left = max(0.0, room - metrics.horizontalAdvance(tail))
        words = metrics.elidedText(publisher, Qt.TextElideMode.ElideRight, left) + tail
        found = self._sources[key] = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
        while len(self._sources) > 1000:
            self._sources.popitem(last=False)
        return found

    def _fit(self, title: str, width: int, indent: int) -> tuple[str, str]:
        """Return the title's two lines; the first leaves room for the dot."""
        key = (title, width)
        if (known := self._lines.get(key)) is not None:
            return known
        flat = " ".join(title.split())
        layout = QTextLayout(flat, self._title_font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(max(40, width - indent))
        cut = line.textLength()
        layout.endLayout()
        # Qt counts UTF-16 units here; cutting goes through its own encoding.
        units = flat.encode("utf-16-le")
        first = units[: 2 * cut].decode("utf-16-le", "ignore").rstrip()
        rest = units[2 * cut :].decode("utf-16-le", "ignore").strip()
        second = QFontMetricsF(self._title_font).elidedText(rest, Qt.TextElideMode.ElideRight, width) if rest else ""
        self._lines[key] = (first, second)
        while len(self._lines) > 1000:
            self._lines.popitem(last=False)
        return first, second


@lru_cache(maxsize=8)
def _bar(width: float, height: float) -> QPainterPath:
    """Return the bar of the current row, which follows its rounded corners."""
    whole, bar = QPainterPath(), QPainterPath()
    whole.addRoundedRect(QRectF(0, 0, width, height), 6, 6)
    bar.addRect(QRectF(0, 0, 3, height))
    return whole.intersected(bar)


def paint_status(painter: QPainter, centre: QPointF, status: Status, theme: Theme) -> None:
    """Paint ○ to do, ◐ started, ● done, or a small flag."""
    radius = DOT / 2 - 0.75
    accent = {Status.DONE: "ok", Status.STARTED: "accent", Status.FLAGGED: "warn"}.get(status, "edge")
    colour = theme.color(accent)
    painter.setPen(QPen(colour, 1.5))
    if status is Status.FLAGGED:
        x, y = centre.x() - 3, centre.y()
        painter.drawLine(QPointF(x, y - 5), QPointF(x, y + 5))
        flag = QPainterPath(QPointF(x, y - 5))
        flag.lineTo(x + 7, y - 2.5)
        flag.lineTo(x, y)
        flag.closeSubpath()
        painter.fillPath(flag, colour)
        return
    painter.setBrush(colour if status is Status.DONE else Qt.BrushStyle.NoBrush)
    circle = QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)
    painter.drawEllipse(circle)
    if status is Status.STARTED:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawPie(circle, 90 * 16, 180 * 16)
