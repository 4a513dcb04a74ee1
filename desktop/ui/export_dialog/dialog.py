"""Asks for format, options and target of an export, and shows beside them what will be written."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from annotation_schema.wording import translate
from desktop.core import saved_filters
from desktop.core.errors import AppError, ErrorCode
from desktop.core.exporters.preview import Preview, preview
from desktop.core.exporters.report import ExportProgress
from desktop.core.project import Project
from desktop.ui.dialogs.ask import ExportChoice
from desktop.ui.export_dialog.form import ExportForm
from desktop.ui.export_dialog.preview_pane import PreviewPane
from desktop.ui.jobs import Cancelled, Task, Tell
from desktop.ui.widgets import answer_row, give_room, soft_label

_PAUSE_MS = 350
"""Pause after a change before a preview is made anew: typing must not start one a letter."""
ROOM_FOR_PREVIEW = 320
"""Pixels that a preview beside the form needs, with the dialog's margins."""


class ExportDialog(QDialog):
    """A form and a preview that is made beside the window, and given up when the form changes."""

    def __init__(self, parent: QWidget, project: Project) -> None:
        """Build the form; the target is offered beside the project."""
        super().__init__(parent)
        self.setWindowTitle(translate("Export", "Export"))
        self._project = project
        self._task: Task | None = None
        labels = [(label.name, label.title) for label in project.schema.labels]
        filters = [saved_filters.for_export(project, one.name) for one in saved_filters.saved(project)]
        self.form = ExportForm(project.path, project.annotators(), labels, filters)
        self.pane = PreviewPane()
        self._held = QWidget()
        self._below = QVBoxLayout(self._held)
        self._below.setContentsMargins(0, 0, 12, 0)
        self._below.addWidget(self.form)
        area = QScrollArea()
        area.setWidget(self._held)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its fields have it
        area.setAccessibleName(translate("Export", "What to export"))
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setMinimumWidth(self.form.minimumSizeHint().width() + 30)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(area, 5)
        row.addWidget(self.pane, 6)
        self._beside = row
        self._problem = soft_label("", "danger", wrap=True)
        self._problem.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addLayout(row, 1)
        column.addWidget(self._problem)
        column.addWidget(answer_row(self, translate("Export", "E&xport"), self._try))
        self._pause = QTimer(self, interval=_PAUSE_MS, singleShot=True)
        self._pause.timeout.connect(self._look)
        self.form.changed.connect(self._changed)
        self.finished.connect(self._pause.stop)
        self.finished.connect(self._end)
        give_room(self, 1080, 780)
        self._arrange()
        self._look()

    def ask(self) -> ExportChoice | None:
        """Show the form and return the answer."""
        if self.exec() != QDialog.DialogCode.Accepted:
            return None
        form = self.form
        return ExportChoice(Path(form.out.text().strip()), form.spec().format, form.options())

    def _try(self) -> None:
        problem = self.form.problem()
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))
        if not problem:
            self.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the preview beside the form, or below it where both have no room."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        narrow = self.width() < self.form.minimumSizeHint().width() + ROOM_FOR_PREVIEW
        place, other = (self._below, self._beside) if narrow else (self._beside, self._below)
        if place.indexOf(self.pane) < 0:
            other.removeWidget(self.pane)
            place.addWidget(self.pane, 0 if narrow else 6)
            self.pane.show()  # Qt would, once the event loop runs

    # --- the preview -----------------------------------------------------------------------

    def _changed(self) -> None:
        self._pause.start()

    def _look(self) -> None:
        self._pause.stop()
        self._end()
        try:
            options = self.form.options()
        except AppError as error:
            self.pane.show_problem(str(error))
            return
        project, format = self._project, self.form.spec().format

        def work(tell: Tell, cancelled: Cancelled) -> object:
            side = project.side()
            try:
                return preview(side, format=format, options=options, progress=tell, cancelled=cancelled)
            finally:
                side.close()

        task = Task(work, self)
        self._task = task
        task.progressed.connect(self._going)
        task.succeeded.connect(self._made)
        task.failed.connect(self._failed)
        task.broke.connect(self._broke)
        self.pane.show_busy()
        task.start()

    def _going(self, progress: ExportProgress) -> None:
        self.pane.show_busy(progress)

    def _made(self, made: Preview) -> None:
        self._end()
        self.pane.show_preview(made, {label.name: label.title for label in self._project.schema.labels})

    def _failed(self, error: AppError) -> None:
        self._end()
        if error.code != ErrorCode.CANCELLED:
            self.pane.show_problem(str(error))

    def _broke(self, error: Exception) -> None:
        self._end()
        self.reject()
        raise error

    def _end(self) -> None:
        """Give up the preview that is being made; one that is due after a change still comes."""
        task, self._task = self._task, None
        if task is not None:
            task.give_up()
