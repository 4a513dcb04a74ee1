"""Asks for the format, options and target of an export."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from annotation_schema.wording import marked, translate
from desktop.core.errors import AppError
from desktop.core.exporters import EXPORTERS, ExporterSpec
from desktop.core.split import parse_ratios
from desktop.ui.dialogs.ask import ExportChoice
from desktop.ui.widgets import label_field, soft_label


class ExportDialog(QDialog):
    """A short form; what a format cannot do is not offered for it."""

    def __init__(self, parent: QWidget, project: Path) -> None:
        """Build the form; the target is offered beside the project."""
        super().__init__(parent)
        self.setWindowTitle(translate("Project", "Export"))
        self.setMinimumWidth(520)
        self._project = project
        self.format = QComboBox()
        for spec in EXPORTERS:
            self.format.addItem(marked("Export", spec.title), spec.format)
        self.format.currentIndexChanged.connect(self._format_changed)
        self.out = QLineEdit()
        choose = QPushButton(translate("Project", "Choose…"))
        choose.clicked.connect(self._choose)
        target = QWidget()
        row = QHBoxLayout(target)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.out, 1)
        row.addWidget(choose)
        self.suggestions = QCheckBox(translate("Project", "with suggestions and verdicts"))
        self.split = QLineEdit("80/10/10")
        self.split.setToolTip(
            translate("Project", "Shares of train, dev and test; empty: one file. Articles are never divided.")
        )
        self.seed = QLineEdit("0")
        self.seed.setValidator(QIntValidator(0, 2_147_483_647, self))
        self.seed.setToolTip(translate("Project", "The same seed gives the same split."))
        self._form = QFormLayout()
        self._form.setSpacing(10)
        self._form.addRow(translate("Project", "Format"), self.format)
        self._form.addRow(translate("Project", "Target"), target)
        label_field(self._form, target, self.out, choose)
        self._form.addRow("", self.suggestions)
        self._form.addRow(translate("Project", "Split"), self.split)
        self._form.addRow(translate("Project", "Seed"), self.seed)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addLayout(self._form)
        self._problem = soft_label("", "danger", wrap=True)
        column.addWidget(self._problem)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.button(QDialogButtonBox.StandardButton.Ok).setText(translate("Project", "Export"))
        buttons.accepted.connect(self._try)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)
        self._format_changed()

    def _spec(self) -> ExporterSpec:
        return EXPORTERS[self.format.currentIndex()]

    def _format_changed(self) -> None:
        spec = self._spec()
        name = self._project.stem
        self.out.setText(str(self._project.with_name(f"{name}-docbin" if spec.folder else f"{name}{spec.extension}")))
        self._form.setRowVisible(self.suggestions, spec.suggestions)
        self._form.setRowVisible(self.split, spec.folder)
        self._form.setRowVisible(self.seed, spec.folder)

    def _choose(self) -> None:
        name, _ = QFileDialog.getSaveFileName(self, translate("Project", "Export"), self.out.text())
        if name:
            self.out.setText(name)

    def _try(self) -> None:
        problem = ""
        if not self.out.text().strip():
            problem = translate("Project", "The export needs a target.")
        elif self._spec().folder and self.split.text().strip():
            try:
                parse_ratios(self.split.text())
            except AppError as error:
                problem = str(error)
        self._problem.setText(problem)
        if not problem:
            self.accept()

    def ask(self) -> ExportChoice | None:
        """Show the form and return the answer."""
        if self.exec() != QDialog.DialogCode.Accepted:
            return None
        spec = self._spec()
        return ExportChoice(
            Path(self.out.text().strip()),
            spec.format,
            spec.suggestions and self.suggestions.isChecked(),
            self.split.text().strip() if spec.folder else "",
            int(self.seed.text() or 0),
        )
