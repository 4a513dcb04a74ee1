"""Asks what the types, attributes and links of a source become in the project; by keys alone: Tab, Up, Down, Enter."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from annotation_schema.schema import LabelSchema
from annotation_schema.wording import translate
from desktop.core.errors import AppError
from desktop.core.foreign import mapping as mappings
from desktop.core.foreign.choices import Choices, Kind, Row
from desktop.core.foreign.inventory import Inventory
from desktop.core.foreign.mapping import Mapping
from desktop.core.resources import resource_path
from desktop.core.view import LabelMap
from desktop.ui.translation import number
from desktop.ui.widgets import set_kind, set_tone, soft_label

SOURCE, COUNT, EXAMPLES, TARGET = range(4)


class _Box(QComboBox):
    """A choice in a long table: scrolled to when the keyboard comes to it, left alone by the wheel that scrolls."""

    reached = Signal()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say that the keyboard is here."""
        super().focusInEvent(event)
        self.reached.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the table scroll."""
        event.ignore()


class MappingDialog(QDialog):
    """A table of what is in the source, each row with what it becomes."""

    def __init__(self, parent: QWidget, found: Inventory, schema: LabelSchema, label_map: LabelMap) -> None:
        """Build it with what is proposed."""
        super().__init__(parent)
        self.setWindowTitle(translate("Project", "Import annotations"))
        self.resize(900, 620)
        self.choices = Choices(found, schema, label_map=label_map)
        self.boxes: list[QComboBox] = []
        words = translate("Project", "{articles} with annotations by {annotators}. What does each of them become?")
        head = soft_label(
            words.format(
                articles=translate("Project", "%Ln article|%Ln articles", found.articles),
                annotators=translate("Project", "%Ln annotator|%Ln annotators", len(found.annotators)),
            ),
            wrap=True,
        )
        self.table = QTableWidget(len(self.choices.rows), 4)
        self.table.setAccessibleName(translate("Project", "What is in the source"))
        self.table.setHorizontalHeaderLabels(
            [
                translate("Project", "In the source"),
                translate("Project", "Count"),
                translate("Project", "Examples"),
                translate("Project", "becomes"),
            ]
        )
        self.table.setObjectName("keyList")
        self.table.verticalHeader().hide()
        self.table.setShowGrid(False)
        self.table.setSelectionMode(QTableWidget.SelectionMode.NoSelection)
        self.table.setTabKeyNavigation(False)
        self.table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setWordWrap(False)
        header = self.table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(EXAMPLES, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(TARGET, QHeaderView.ResizeMode.Fixed)
        header.resizeSection(TARGET, 270)
        self.table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._fill()
        self.summary = soft_label("", "small", wrap=True)
        load = QPushButton(translate("Project", "&Load…"))
        save = QPushButton(translate("Project", "&Save…"))
        self.load, self.save = load, save
        load.clicked.connect(self._load)
        save.clicked.connect(self._save)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        take = buttons.button(QDialogButtonBox.StandardButton.Ok)
        take.setText(translate("Project", "Import"))
        set_kind(take, "primary")
        for button in (load, save):
            button.setAutoDefault(False)
            buttons.addButton(button, QDialogButtonBox.ButtonRole.ResetRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addWidget(head)
        column.addWidget(self.table, 1)
        column.addWidget(self.summary)
        column.addWidget(buttons)
        self._tell()
        if self.boxes:
            self.boxes[0].setFocus()

    # --- the table -------------------------------------------------------------------------

    def _fill(self) -> None:
        for at, row in enumerate(self.choices.rows):
            cells = (_title(row), number(row.count), " · ".join(" ".join(e.split()) for e in row.examples))
            for place, words in enumerate(cells):
                item = QTableWidgetItem(words)
                if place == COUNT:
                    item.setTextAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
                if place == EXAMPLES:
                    item.setToolTip("\n".join(row.examples))
                self.table.setItem(at, place, item)
            box = _Box()
            box.reached.connect(lambda at=at: self._scroll_to(at))
            box.setAccessibleName(translate("Project", "{name} becomes").format(name=_title(row).strip()))
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            box.activated.connect(lambda _, row=row, box=box: self._chosen(row, box))
            self.boxes.append(box)
            self.table.setCellWidget(at, TARGET, box)
        self._show()

    def _scroll_to(self, at: int) -> None:
        item = self.table.item(at, SOURCE)
        if item is not None:
            self.table.scrollToItem(item)

    def _show(self) -> None:
        """Show in each box what its row may become now; a row without a choice is told apart."""
        for row, box in zip(self.choices.rows, self.boxes, strict=True):
            options = self.choices.options(row)
            box.blockSignals(True)
            box.clear()
            box.addItems([option.words for option in options])
            box.setCurrentIndex(self.choices.chosen(row, options))
            box.setEnabled(bool(options))
            box.blockSignals(False)

    def _chosen(self, row: Row, box: QComboBox) -> None:
        options = self.choices.options(row)
        if 0 <= box.currentIndex() < len(options):
            self.choices.choose(row, options[box.currentIndex()])
            self._show()
            self._tell()

    def _tell(self) -> None:
        kept, spans = self.choices.spans()
        words = translate("Project", "{kept} of {all} spans are taken over.").format(
            kept=number(kept), all=number(spans)
        )
        created = self.choices.created()
        if created:
            new = translate("Project", "The project gets: {names}.").format(names=", ".join(created))
            words = f"{words} {new}"
        self.summary.setText(words)
        set_tone(self.summary, "")

    # --- files -----------------------------------------------------------------------------

    def _load(self) -> None:
        folder = str(resource_path("mappings"))
        name, _ = QFileDialog.getOpenFileName(self, translate("Project", "Load a mapping"), folder, _filter())
        if name:
            self.load_from(Path(name))

    def load_from(self, path: Path) -> None:
        """Take over a mapping from a file; what is wrong with it is said in place of the summary."""
        try:
            self.choices.load(mappings.load(path))
        except AppError as error:
            self.summary.setText(str(error))
            set_tone(self.summary, "danger")
            return
        self._show()
        self._tell()

    def _save(self) -> None:
        name, _ = QFileDialog.getSaveFileName(self, translate("Project", "Save the mapping"), "mapping.json", _filter())
        if name:
            self.save_to(Path(name if name.endswith(".json") else f"{name}.json"))

    def save_to(self, path: Path) -> None:
        """Write the mapping to a file; what goes wrong is said in place of the summary."""
        try:
            mappings.save(self.choices.mapping, path)
        except AppError as error:
            self.summary.setText(str(error))
            set_tone(self.summary, "danger")

    def ask(self) -> Mapping | None:
        """Show the dialog and return the mapping; None if the import is given up."""
        return self.choices.mapping if self.exec() == QDialog.DialogCode.Accepted else None


def _filter() -> str:
    return translate("Project", "Mappings") + " (*.json)"


def _title(row: Row) -> str:
    words = {
        Kind.RELATION: translate("Project", "link {name}"),
        Kind.EVENT: translate("Project", "event {name}"),
    }.get(row.kind, "{name}")
    return ("    " if row.inner else "") + words.format(name=row.name)
