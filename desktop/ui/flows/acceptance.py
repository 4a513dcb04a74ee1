"""How suggestions fare: a list of pipelines and labels with the share that was accepted, as bars over time."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPointF, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStackedLayout, QStyledItemDelegate, QStyleOptionViewItem

from annotation_schema.schema import LabelSchema
from annotation_schema.wording import translate
from desktop.core.acceptance import Acceptance, Line, Period, Share, VerdictCount, acceptance
from desktop.core.errors import AppError
from desktop.core.project import Project
from desktop.core.words import label_title
from desktop.ui.claims.pill import label_colours
from desktop.ui.flows.context_list import PAD, Index, paint_ground
from desktop.ui.flows.drawer import Drawer, Panel
from desktop.ui.flows.rows import Rows
from desktop.ui.jobs import Task
from desktop.ui.mirroring import mirrored
from desktop.ui.theme import Look, Theme, ui_font
from desktop.ui.translation import day, number
from desktop.ui.widgets import soft_label

if TYPE_CHECKING:
    from desktop.ui.workbench import Workbench

ROW_HEIGHT = 30
BAR_HEIGHT = 18.0
BAR_WIDTH = 14.0
BAR_GAP = 3.0
NAME_SHARE = 0.28
LEAST_BARS = 4
"""Where the counts would leave room for fewer, they go."""
REST_MS = 500
LineRole = Qt.ItemDataRole.UserRole + 1


def percent(share: Share) -> str:
    """Return “87 %”, or a dash where nothing was decided."""
    return "–" if share.share is None else translate("Lists", "{n} %").format(n=number(100 * share.share))


def counted(share: Share) -> str:
    """Return “412 of 473 accepted”."""
    words = translate("Lists", "{accepted} of {decided} accepted")
    return words.format(accepted=number(share.accepted), decided=number(share.decided))


class AcceptanceModel(QAbstractTableModel):
    """The lines; one column. ``piece`` is the piece of time that the bars point out, -1 for none."""

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__()
        self.found = Acceptance()
        self.schema: LabelSchema | None = None
        self.piece = -1

    def show(self, found: Acceptance, schema: LabelSchema) -> None:
        """Show other figures."""
        self.beginResetModel()
        before = self.pieces
        self.found, self.schema = found, schema
        if self.pieces != before:
            self.piece = self.pieces - 1
        self.endResetModel()

    @property
    def pieces(self) -> int:
        """How many pieces of time there are."""
        return len(self.found.lines[0].pieces) if self.found.lines else 0

    def point_at(self, piece: int) -> None:
        """Point out another piece of time."""
        self.piece = max(0, min(self.pieces - 1, piece)) if self.pieces else -1
        if self.found.lines:
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, 0))

    def line(self, row: int) -> Line | None:
        """Return a line, or None."""
        return self.found.lines[row] if 0 <= row < len(self.found.lines) else None

    def name(self, line: Line) -> str:
        """Return what a line is about: the pipeline, or one of its labels."""
        return label_title(line.label, self.schema) if line.label else line.pipeline

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return the number of lines."""
        return 0 if parent.isValid() else len(self.found.lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return 1."""
        return 0 if parent.isValid() else 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the line, or it in words, the piece of time pointed out included."""
        line = self.line(index.row()) if index.isValid() else None
        if line is None:
            return None
        if role == LineRole:
            return line
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            name = f"{line.pipeline}, {self.name(line)}" if line.label else line.pipeline
            words = [f"{name}: {percent(line.total)}, {counted(line.total)}"]
            if 0 <= self.piece < len(line.pieces):
                words.append(self.piece_words(line))
            return "; ".join(words)
        return None

    def piece_words(self, line: Line) -> str:
        """Return the figures of the piece of time that is pointed out: “week from 16.11.26: 90 %, 9 of 10 accepted”."""
        piece = line.pieces[self.piece]
        when = {
            Period.DAY: "{day}",
            Period.WEEK: translate("Lists", "week from {day}"),
            Period.MONTH: translate("Lists", "month from {day}"),
        }[self.found.period].format(day=day(piece.first) if piece.first else "")
        if not piece.decided:
            return translate("Lists", "{when}: nothing decided").format(when=when)
        return f"{when}: {percent(piece)}, {counted(piece)}"


class AcceptanceDelegate(QStyledItemDelegate):
    """Paints name, share, counts, and a bar for each piece of time, as high as its share."""

    def __init__(self, look: Look, model: AcceptanceModel) -> None:
        """Build it for a theme."""
        super().__init__()
        self._look = look
        self._model = model
        self._measured: tuple[Acceptance, float] | None = None

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the one height."""
        return QSize(240, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one line."""
        line = index.data(LineRole)
        if not isinstance(line, Line):
            return
        theme, rect = self._look.theme, QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter = mirrored(painter, rect, option.direction)
        paint_ground(painter, rect, option, theme)
        colours = label_colours(self._model.schema, line.label, theme)
        ink = QColor(colours[0]) if colours else theme.color("ink")
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        x, right = rect.left() + PAD + (16 if line.label else 0), rect.right() - PAD
        font = ui_font(13, QFont.Weight.Normal if line.label else QFont.Weight.DemiBold)
        width = rect.width() * NAME_SHARE - (x - rect.left())
        name = QFontMetricsF(font).elidedText(self._model.name(line), Qt.TextElideMode.ElideRight, width)
        painter.setFont(font)
        painter.setPen(ink)
        painter.drawText(QRectF(x, rect.top(), width, rect.height()), middle, name)
        x = rect.left() + rect.width() * NAME_SHARE + 10
        painter.setPen(theme.color("ink"))
        share = QFontMetricsF(ui_font(13, QFont.Weight.DemiBold)).horizontalAdvance("100 %") + 10
        painter.drawText(QRectF(x, rect.top(), share, rect.height()), middle, percent(line.total))
        x += share
        small = ui_font(11)
        counts = counted(line.total)
        width = self._width_of_counts(small) + 18  # the same in all lines, so that the bars stand one below the other
        if right - x - width >= LEAST_BARS * (BAR_WIDTH + BAR_GAP):
            painter.setFont(small)
            painter.setPen(theme.color("soft"))
            painter.drawText(QRectF(x, rect.top(), width, rect.height()), middle, counts)
            x += width
        self._bars(painter, QRectF(x, rect.top(), right - x, rect.height()), line, ink, theme)
        painter.restore()

    def _width_of_counts(self, font: QFont) -> float:
        found = self._model.found
        if self._measured is None or self._measured[0] is not found:
            metrics = QFontMetricsF(font)
            widths = [metrics.horizontalAdvance(counted(line.total)) for line in found.lines]
            self._measured = found, max(widths, default=0.0)
        return self._measured[1]

    def _bars(self, painter: QPainter, room: QRectF, line: Line, ink: QColor, theme: Theme) -> None:
        """Paint the pieces of time that there is room for, the last ones, each on a ground as high as all."""
        fitting = max(0, int((room.width() + BAR_GAP) // (BAR_WIDTH + BAR_GAP)))
        first = max(0, len(line.pieces) - fitting)
        first = min(first, max(0, self._model.piece))  # what is pointed out stays in sight
        shown = line.pieces[first : first + fitting]
        top = room.center().y() - BAR_HEIGHT / 2
        painter.setPen(Qt.PenStyle.NoPen)
        for place, piece in enumerate(shown):
            x = room.left() + place * (BAR_WIDTH + BAR_GAP)
            ground = QRectF(x, top, BAR_WIDTH, BAR_HEIGHT)
            if piece.share is None:
                painter.setBrush(theme.color("line"))
                painter.drawEllipse(QPointF(ground.center().x(), ground.bottom() - 2), 1.5, 1.5)
            else:
                painter.fillRect(ground, theme.color("line"))
                height = max(1.0, BAR_HEIGHT * piece.share)
                painter.fillRect(QRectF(x, ground.bottom() - height, BAR_WIDTH, height), ink)
            if first + place == self._model.piece:
                painter.fillRect(QRectF(x, ground.bottom() + 2, BAR_WIDTH, 2), theme.color("accent"))


class AcceptancePanel(Panel):
    """The list; Left and Right go through time."""

    def __init__(self, bench: Workbench) -> None:
        """Belong to a workbench."""
        super().__init__()
        self._bench = bench
        self.model = AcceptanceModel()
        self.rows = Rows(
            self.model,
            AcceptanceDelegate(bench.look, self.model),
            ROW_HEIGHT,
            translate("Lists", "Acceptance of suggestions"),
        )
        self._empty = soft_label("", wrap=True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setContentsMargins(24, 8, 24, 16)
        self._stack = QStackedLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.addWidget(self.rows)
        self._stack.addWidget(self._empty)
        self.rows.left.connect(self.leave)
        self.rows.key.connect(self._pressed)
        self.rows.moved.connect(self.changed)

    def wait(self) -> None:
        """Say that the figures are being read."""
        if not self.model.found.lines:
            self._say(translate("Lists", "Counting…"))

    def show_figures(self, found: Acceptance, schema: LabelSchema) -> None:
        """Show figures; the row stays."""
        row = self.rows.row()
        self.model.show(found, schema)
        self.rows.go_to(max(0, row))
        if found.lines:
            self._stack.setCurrentWidget(self.rows)
            if self._empty.hasFocus() or self.hasFocus():
                self.rows.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._say(
                translate(
                    "Lists",
                    "Nobody has decided on a suggestion yet. Enter accepts one, Backspace rejects it;"
                    " here you see then which pipeline and which label are worth it.",
                )
            )
        self.changed.emit()

    def _say(self, words: str) -> None:
        self._empty.setText(words)
        self._stack.setCurrentWidget(self._empty)

    def take_focus(self) -> None:
        """Give the keyboard to the list."""
        if self.model.found.lines:
            self.rows.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().take_focus()

    def heading(self) -> str:
        """Return what it is."""
        return translate("Lists", "Acceptance of suggestions")

    def note(self) -> str:
        """Return what is pointed out, of the current line."""
        line = self.model.line(max(0, self.rows.row()))
        if line is None or not 0 <= self.model.piece < len(line.pieces):
            return ""
        return f"{self.model.name(line)}, {self.model.piece_words(line)}"

    def keys(self) -> tuple[tuple[str, str], ...]:
        """Return the keys."""
        close = ("Esc", translate("Lists", "close"))
        if self.model.pieces < 2:
            return (close,)
        return (("Left", ""), ("Right", translate("Lists", "earlier, later")), close)

    def _pressed(self, key: str) -> None:
        if key in ("Left", "Right"):
            self.model.point_at(self.model.piece + (1 if key == "Right" else -1))
            self.changed.emit()

    def closing(self) -> None:
        """Forget the figures: another project may be open next time."""
        self.model.show(Acceptance(), self.model.schema or _NO_SCHEMA)


_NO_SCHEMA = LabelSchema("", "", "", ())


class AcceptanceFlow(QObject):
    """Shows the panel, counts on a thread, and counts again when verdicts were given."""

    def __init__(self, bench: Workbench, drawer: Drawer) -> None:
        """Belong to a workbench."""
        super().__init__(bench)
        self._bench = bench
        self._drawer = drawer
        self._task: Task | None = None
        self.panel = AcceptancePanel(bench)
        self._rest = QTimer(self, interval=REST_MS, singleShot=True)
        self._rest.timeout.connect(self._count)
        bench.controller.saved.connect(self._changed)

    def show_list(self) -> None:
        """Show the list and give it the keyboard; from the list, close it."""
        if self._drawer.panel is self.panel and (self.panel.rows.hasFocus() or self.panel.hasFocus()):
            self._drawer.close_panel()
            return
        self.panel.wait()
        self._drawer.show_panel(self.panel)
        self._count()

    def close(self) -> None:
        """End the counting: the project closes."""
        self._rest.stop()
        task = self._end()
        if task is not None:
            task.wait()

    def _changed(self) -> None:
        if self._drawer.panel is self.panel:
            self._rest.start()

    def _count(self) -> None:
        project = self._bench.project
        if project is None or self._drawer.panel is not self.panel:
            return
        if self._task is not None:
            self._rest.start()
            return
        side = project.side()
        self._task = Task(lambda tell, cancelled: _counts(side), self)
        self._task.succeeded.connect(lambda counts: self._counted(project, counts))
        self._task.failed.connect(self._failed)
        self._task.broke.connect(self._broke)
        self._task.start()

    def _counted(self, project: Project, counts: list[VerdictCount]) -> None:
        self._end()
        if self._drawer.panel is self.panel and project is self._bench.project:
            schema = project.schema
            self.panel.show_figures(acceptance(counts, [x.name for x in schema.labels]), schema)

    def _failed(self, error: AppError) -> None:
        self._end()
        self._bench.notices.error(error)

    def _broke(self, error: Exception) -> None:
        self._end()
        raise error

    def _end(self) -> Task | None:
        task, self._task = self._task, None
        if task is not None:
            task.deleteLater()
        return task


def _counts(side: Project) -> list[VerdictCount]:
    """Count on a connection of its own, which is closed then."""
    offset = datetime.now().astimezone().utcoffset()
    try:
        return side.verdicts(round(offset.total_seconds()) if offset else 0)
    finally:
        side.close()
