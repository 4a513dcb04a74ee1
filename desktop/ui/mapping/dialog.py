"""Asks what the types, attributes and links of a source become in the project; by keys alone: Tab, Up, Down, Enter."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
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
from desktop.core.foreign import saved
from desktop.core.foreign.choices import Choices, Kind, Row
from desktop.core.foreign.inventory import Inventory
from desktop.core.foreign.mapping import Mapping
from desktop.core.resources import resource_path
from desktop.core.view import LabelMap
from desktop.ui.mapping.box import TableBox, calm_table, head_numbers
from desktop.ui.mapping.values import ValuesDialog
from desktop.ui.translation import number
from desktop.ui.widgets import answer_row, give_room, set_kind, set_tone, soft_label

SOURCE, COUNT, EXAMPLES, TARGET, VALUES = range(5)


class MappingDialog(QDialog):
    """A table of what is in the source, each row with what it becomes."""

    def __init__(self, parent: QWidget, found: Inventory, schema: LabelSchema, label_map: LabelMap) -> None:
        """Build it with what is proposed."""
        super().__init__(parent)
        self.setWindowTitle(translate("Project", "Import annotations"))
        give_room(self, 1000, 680)
        self._found = found
        self.choices = Choices(found, schema, label_map=label_map)
        self.boxes: list[QComboBox] = []
        self.values: list[QPushButton] = []
        words = translate("Project", "{articles} with annotations by {annotators}. What does each of them become?")
        head = soft_label(
            words.format(
                articles=translate("Project", "%Ln article|%Ln articles", found.articles),
                annotators=translate("Project", "%Ln annotator|%Ln annotators", len(found.annotators)),
            ),
            wrap=True,
        )
        self.table = QTableWidget(len(self.choices.rows), 5)
        self.table.setAccessibleName(translate("Project", "What is in the source"))
        self.table.setHorizontalHeaderLabels(
            [
                translate("Project", "In the source"),
                translate("Project", "Count"),
                translate("Project", "Examples"),
                translate("Project", "becomes"),
                translate("Project", "Values"),
            ]
        )
        head_numbers(self.table, COUNT)
        calm_table(self.table, EXAMPLES)
        self.table.setWordWrap(False)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(TARGET, QHeaderView.ResizeMode.Fixed)
        header.resizeSection(TARGET, 270)
        header.setSectionResizeMode(VALUES, QHeaderView.ResizeMode.Fixed)
        header.resizeSection(VALUES, 88)
        self.table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._fill()
        self.summary = soft_label("", "small", wrap=True)
        load = QPushButton(translate("Project", "&Load…"))
        save = QPushButton(translate("Project", "&Save…"))
        self.load, self.save = load, save
        self.known = QComboBox()
        self.known.setAccessibleName(translate("Project", "Mapping"))
        self.known.setMinimumContentsLength(24)
        self.known.activated.connect(self._known_chosen)
        self.name = QLineEdit()
        self.name.setPlaceholderText(translate("Project", "Name"))
        self.name.setAccessibleName(translate("Project", "Name to keep the mapping under"))
        self.name.returnPressed.connect(self._keep)
        self.keep = QPushButton(translate("Project", "&Keep"))
        self.keep.setToolTip(translate("Project", "Keeps what is chosen under this name for the next import"))
        self.keep.clicked.connect(self._keep)
        self.keep.setAutoDefault(False)
        known = QLabel(translate("Project", "&Mapping"))
        known.setBuddy(self.known)
        top = QHBoxLayout()
        top.setSpacing(8)
        for widget, stretch in ((known, 0), (self.known, 3), (self.name, 2), (self.keep, 0)):
            top.addWidget(widget, stretch)
        self.missing = QCheckBox(translate("Project", "&Create what the project lacks"))
        self.missing.setChecked(True)
        self.missing.toggled.connect(self._create_missing)
        load.clicked.connect(self._load)
        save.clicked.connect(self._save)
        buttons = answer_row(self, translate("Project", "Import"))
        for button in (load, save):
            button.setAutoDefault(False)
            buttons.addButton(button, QDialogButtonBox.ButtonRole.ResetRole)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addWidget(head)
        column.addLayout(top)
        column.addWidget(self.table, 1)
        column.addWidget(self.missing, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self.summary)
        column.addWidget(buttons)
        self._list_known("")
        self._tell()
        fit = saved.fitting(found)
        if fit is not None:
            self._take(fit.mapping, fit.name)
        if self.boxes:
            self.boxes[0].setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in the field of the name keeps the mapping and goes no further."""
        if self.name.hasFocus() and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return
        super().keyPressEvent(event)

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
            box = TableBox()
            box.reached.connect(lambda at=at: self._scroll_to(at))
            box.setAccessibleName(translate("Project", "{name} becomes").format(name=_title(row).strip()))
            box.activated.connect(lambda _, row=row, box=box: self._chosen(row, box))
            self.boxes.append(box)
            self.table.setCellWidget(at, TARGET, box)
            if row.kind is Kind.ATTRIBUTE:
                self._add_values(at, row)
        self.table.setColumnHidden(VALUES, not self.values)
        self._show()

    def _add_values(self, at: int, row: Row) -> None:
        button = QPushButton(translate("Project", "Values…"))
        button.setAccessibleName(translate("Project", "Values of {name}").format(name=row.name))
        button.setAutoDefault(False)
        set_kind(button, "flat")
        button.clicked.connect(lambda: self._ask_values(row))
        button.setProperty("row", at)
        self.values.append(button)
        self.table.setCellWidget(at, VALUES, button)

    def _ask_values(self, row: Row) -> None:
        dialog = ValuesDialog(self, row.name, self.choices.values(row), self.choices.value_options(row))
        chosen = dialog.ask()
        if chosen is not None:
            self.choices.rename(row, chosen)
            self._show()
            self._tell()

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
        for button in self.values:
            button.setEnabled(bool(self.choices.values(self.choices.rows[button.property("row")])))

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

    def _create_missing(self, wanted: bool) -> None:
        self.choices.create_missing(wanted)
        self._show()
        self._tell()

    # --- mappings that are kept --------------------------------------------------------------

    def _list_known(self, current: str) -> None:
        """List the mappings, and come to the one of that name ("": what is proposed)."""
        self.known.clear()
        self.known.addItem(translate("Project", "As proposed by the names"))
        for one in saved.saved():
            self.known.addItem(one.name, one.mapping)
            if one.name == current:
                self.known.setCurrentIndex(self.known.count() - 1)

    def _known_chosen(self, at: int) -> None:
        mapping = self.known.itemData(at)
        self._take(mapping if isinstance(mapping, Mapping) else Mapping(), self.known.itemText(at) if at else "")

    def _take(self, mapping: Mapping, name: str) -> None:
        self.choices.load(mapping)
        self.name.setText(name)
        self.known.setCurrentIndex(max(0, self.known.findText(name)) if name else 0)
        self.missing.blockSignals(True)
        self.missing.setChecked(True)
        self.missing.blockSignals(False)
        self._show()
        self._tell()

    def _keep(self) -> None:
        try:
            made = saved.keep(self.choices.mapping, self.name.text())
        except AppError as error:
            self.summary.setText(str(error))
            set_tone(self.summary, "danger")
            return
        self._list_known(made.name)
        self.summary.setText(translate("Project", "Kept as “{name}” for the next import.").format(name=made.name))
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
            self._take(mappings.load(path), "")
        except AppError as error:
            self.summary.setText(str(error))
            set_tone(self.summary, "danger")

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
