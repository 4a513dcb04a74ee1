"""Asks what format files have that do not tell it themselves."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QComboBox, QDialog, QFormLayout, QVBoxLayout, QWidget

from annotation_schema.wording import translate
from desktop.core.importing import AUTO
from desktop.core.readers import READERS
from desktop.core.readers.sniffing import likely
from desktop.ui.widgets import answer_row, soft_label

_NAMED = 8


class FormatDialog(QDialog):
    """The files' names and a box of formats; those that know the files' ending come first."""

    def __init__(self, parent: QWidget | None, files: Sequence[Path]) -> None:
        """Build it for files."""
        super().__init__(parent)
        self.setWindowTitle(translate("Project", "Format of the files"))
        self.setMinimumWidth(460)
        endings = {path.suffix.lower() for path in files}
        fitting = [spec for spec in READERS if endings & {*spec.extensions, *spec.also_named}]
        self.format = QComboBox()
        for spec in fitting:
            self.format.addItem(spec.title, spec.format)
        if fitting:
            self.format.insertSeparator(len(fitting))
        for spec in READERS:
            if spec not in fitting:
                self.format.addItem(spec.title, spec.format)
        self.format.insertSeparator(self.format.count())
        self.format.addItem(translate("Project", "As each file tells"), AUTO)
        self.format.setCurrentIndex(max(0, self.format.findData(likely(files[0]))))
        self.format.setMaxVisibleItems(24)
        words = translate("Project", "What is this file?|What are these %Ln files?", len(files))
        names = [path.name for path in files[:_NAMED]] + (["…"] if len(files) > _NAMED else [])
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(translate("Project", "&Format"), self.format)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addWidget(soft_label(words, "strong", wrap=True))
        column.addWidget(soft_label("\n".join(names), wrap=True))
        column.addLayout(form)
        column.addWidget(answer_row(self, translate("Project", "Import")))
        self.format.setFocus()

    def ask(self) -> str | None:
        """Show the dialog and return the name of the format; None if it is given up."""
        return str(self.format.currentData()) if self.exec() == QDialog.DialogCode.Accepted else None
