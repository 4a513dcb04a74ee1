"""Asks for the file of a new project, the annotator's name and, if wanted, a label schema."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from annotation_schema.wording import translate
from desktop.ui.dialogs.ask import NewProject, projects_filter
from desktop.ui.widgets import answer_row, label_field, soft_label


class NewProjectDialog(QDialog):
    """A short form."""

    def __init__(self, parent: QWidget, folder: Path, annotator: str) -> None:
        """Build the form; ``folder`` is offered as place."""
        super().__init__(parent)
        self.setWindowTitle(translate("Project", "New project"))
        self.setMinimumWidth(560)
        self.path = QLineEdit(str(_free(folder, "project")))
        self.annotator = QLineEdit(annotator)
        self.schema = QLineEdit()
        self.schema.setPlaceholderText(translate("Project", "news-claims 1.0 (claims, actors, locations)"))
        form = QFormLayout()
        form.setSpacing(10)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        self._add_row(form, translate("Project", "&Project file"), self.path, self._choose_path)
        form.addRow(translate("Project", "Your &name"), self.annotator)
        self._add_row(form, translate("Project", "&Label schema"), self.schema, self._choose_schema)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addLayout(form)
        self._problem = soft_label("", "danger", wrap=True)
        self._problem.hide()
        column.addWidget(self._problem)
        column.addWidget(answer_row(self, translate("Project", "Create"), self._try))

    def _add_row(self, form: QFormLayout, title: str, line: QLineEdit, choose: object) -> None:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        button = QPushButton(translate("Project", "Choose…"))
        button.setAutoDefault(False)
        button.clicked.connect(choose)
        row.addWidget(line, 1)
        row.addWidget(button)
        form.addRow(title, box)
        label_field(form, box, line, button)

    def _choose_path(self) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self, translate("Project", "New project"), self.path.text(), projects_filter()
        )
        if name:
            self.path.setText(name if name.endswith(".pressmark") else f"{name}.pressmark")

    def _choose_schema(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self, translate("Project", "Label schema"), "", translate("Project", "Label schemas") + " (*.json)"
        )
        if name:
            self.schema.setText(name)

    def _try(self) -> None:
        text = self.path.text().strip()
        problem = ""
        if not text:
            problem = translate("Project", "A project needs a file.")
        elif Path(text).exists():
            problem = translate("Project", "There is a file of that name already.")
        elif not self.annotator.text().strip():
            problem = translate("Project", "Say whose work it is: a name is kept with every span.")
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))
        if not problem:
            self.accept()

    def ask(self) -> NewProject | None:
        """Show the form and return the answer."""
        if self.exec() != QDialog.DialogCode.Accepted:
            return None
        path = Path(self.path.text().strip())
        if path.suffix != ".pressmark":
            path = path.with_name(f"{path.name}.pressmark")
        schema = self.schema.text().strip()
        return NewProject(path, self.annotator.text().strip(), Path(schema) if schema else None)


def _free(folder: Path, stem: str) -> Path:
    """Return a name in the folder that is not taken."""
    path = folder / f"{stem}.pressmark"
    n = 2
    while path.exists():
        path = folder / f"{stem}-{n}.pressmark"
        n += 1
    return path
