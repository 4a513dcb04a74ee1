"""Asks what each value of an attribute becomes: one of the project's choices, or any other word."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget

from annotation_schema.wording import translate
from desktop.ui.mapping.box import TableBox, calm_table, head_numbers
from desktop.ui.translation import number
from desktop.ui.widgets import answer_row, give_room, soft_label

VALUE, COUNT, TARGET = range(3)


class ValuesDialog(QDialog):
    """A row a value."""

    def __init__(
        self,
        parent: QWidget | None,
        title: str,
        values: Sequence[tuple[str, int, str]],
        options: Sequence[tuple[str, str]],
    ) -> None:
        """Build it; ``values`` are (value, count, what it becomes), ``options`` (value, title) of the project."""
        super().__init__(parent)
        self.setWindowTitle(translate("Project", "Values of {name}").format(name=title))
        give_room(self, 560, 440)
        self._values = [value for value, _, _ in values]
        self._titles = {title: value for value, title in options}
        self.boxes: list[TableBox] = []
        self.table = QTableWidget(len(values), 3)
        self.table.setAccessibleName(translate("Project", "Values in the source"))
        heads = (translate("Project", "In the source"), translate("Project", "Count"), translate("Project", "becomes"))
        self.table.setHorizontalHeaderLabels(list(heads))
        head_numbers(self.table, COUNT)
        calm_table(self.table, VALUE)
        titles = dict(options)
        for at, (value, count, becomes) in enumerate(values):
            times = QTableWidgetItem(number(count))
            times.setTextAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
            self.table.setItem(at, VALUE, QTableWidgetItem(value))
            self.table.setItem(at, COUNT, times)
            box = TableBox()
            box.setEditable(True)
            box.addItems([title for _, title in options])
            box.setEditText(titles.get(becomes, becomes))
            if (line := box.lineEdit()) is not None:
                line.setCursorPosition(0)  # the beginning of a long one is seen
            box.setAccessibleName(translate("Project", "{name} becomes").format(name=value))
            box.setMinimumContentsLength(20)
            box.reached.connect(lambda at=at: self._scroll_to(at))
            self.boxes.append(box)
            self.table.setCellWidget(at, TARGET, box)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        words = translate("Project", "Choose a value of the project, or write another one. Empty: as it is.")
        column.addWidget(soft_label(words, wrap=True))
        column.addWidget(self.table, 1)
        column.addWidget(answer_row(self))
        if self.boxes:
            self.boxes[0].setFocus()

    def _scroll_to(self, at: int) -> None:
        item = self.table.item(at, VALUE)
        if item is not None:
            self.table.scrollToItem(item)

    def chosen(self) -> Mapping[str, str]:
        """Return what each value becomes."""
        words = (box.currentText().strip() for box in self.boxes)
        pairs = zip(self._values, words, strict=True)
        return {value: self._titles.get(word, word) or value for value, word in pairs}

    def ask(self) -> Mapping[str, str] | None:
        """Show the dialog and return what each value becomes; None if it is given up."""
        return self.chosen() if self.exec() == QDialog.DialogCode.Accepted else None
