"""Asks which spaCy pipeline gives suggestions: the embedded one, an installed package or a folder."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from annotation_schema.wording import translate
from desktop.core.pipelines import PipelineInfo, list_pipelines
from desktop.core.resources import embedded_pipeline
from desktop.ui.widgets import soft_label

SOURCE = Qt.ItemDataRole.UserRole


class PipelineDialog(QDialog):
    """A list and a button for a folder."""

    def __init__(self, parent: QWidget, current: str) -> None:
        """Build the list; ``current`` is chosen in it ("" is the embedded one)."""
        super().__init__(parent)
        self.setWindowTitle(translate("Pipelines", "Choose pipeline"))
        self.resize(560, 380)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(10)
        column.addWidget(
            soft_label(
                translate("Pipelines", "Suggestions come from a spaCy pipeline. What you decided already stays."),
                wrap=True,
            )
        )
        self.list = QListWidget()
        self.list.setAccessibleName(translate("Pipelines", "Pipelines"))
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        embedded = str(embedded_pipeline().resolve())
        for info in list_pipelines():
            source = "" if info.path == embedded else info.source
            item = QListWidgetItem(_words(info, embedded=not source))
            item.setData(SOURCE, source)
            item.setToolTip(info.path)
            self.list.addItem(item)
            if source == current:
                self.list.setCurrentItem(item)
        if current and self.list.currentItem() is None:
            self._add_folder(current)
        self.list.itemDoubleClicked.connect(self.accept)
        column.addWidget(self.list, 1)
        folder = QPushButton(translate("Pipelines", "Folder…"))
        folder.clicked.connect(self._choose_folder)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.button(QDialogButtonBox.StandardButton.Ok).setText(translate("Pipelines", "Use and pre-highlight"))
        buttons.addButton(folder, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)

    def _add_folder(self, folder: str) -> None:
        item = QListWidgetItem(folder)
        item.setData(SOURCE, folder)
        self.list.addItem(item)
        self.list.setCurrentItem(item)

    def _choose_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(
            self, translate("Pipelines", "Folder of a spaCy pipeline"), str(Path.home())
        )
        if name:
            self._add_folder(name)

    def ask(self) -> str | None:
        """Show the list and return what a worker can load, "" for the embedded one."""
        if self.exec() != QDialog.DialogCode.Accepted:
            return None
        item = self.list.currentItem()
        return str(item.data(SOURCE)) if item is not None else None


def _words(info: PipelineInfo, *, embedded: bool) -> str:
    labels = ", ".join(info.labels[:6]) + ("…" if len(info.labels) > 6 else "")
    words = translate("Pipelines", "{name}   ({language}: {labels})")
    if embedded:
        words = translate("Pipelines", "{name}   (comes with Pressmark; {language}: {labels})")
    language = info.language or translate("Pipelines", "any language")
    return words.format(name=f"{info.name} {info.version}", language=language, labels=labels)
