"""Word lists and pattern files of the project: which there are, when they run, adding and removing them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QStackedWidget,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from annotation_schema.wording import translate
from desktop.core.errors import AppError
from desktop.core.prelabel.rule_lists import RuleList, When, read_file
from desktop.ui.pipelines.arrangement import Arrangement
from desktop.ui.translation import number
from desktop.ui.widgets import set_kind, set_tone, soft_label

NAME, ENTRIES, WHEN = range(3)


class ListsPage(QWidget):
    """Changes are kept at once; suggestions follow when the project is pre-highlighted again."""

    applied = Signal()

    def __init__(self, arrangement: Arrangement) -> None:
        """Show the project's lists."""
        super().__init__()
        self._arrangement = arrangement
        self.table = QTableWidget(0, 3)
        self.table.setAccessibleName(translate("Pipelines", "Word lists and pattern files"))
        self.table.setHorizontalHeaderLabels(
            [translate("Pipelines", "List"), translate("Pipelines", "Entries"), translate("Pipelines", "runs")]
        )
        self.table.setObjectName("keyList")
        self.table.verticalHeader().hide()
        self.table.setShowGrid(False)
        self.table.setTabKeyNavigation(False)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.itemSelectionChanged.connect(self._selected)
        header = self.table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(ENTRIES, QHeaderView.ResizeMode.ResizeToContents)
        self.empty = soft_label(
            translate(
                "Pipelines",
                "No lists yet. A word list is a CSV file with surface, label and attributes, such as"
                " “Kaja Kallas,ACTOR,type=person”. A pattern file is spaCy’s JSONL for its EntityRuler.",
            ),
            wrap=True,
        )
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.middle = QStackedWidget()
        self.middle.addWidget(self.empty)
        self.middle.addWidget(self.table)
        self.problems = soft_label("", "warn", wrap=True)
        self.problems.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.add = QPushButton(translate("Pipelines", "Add a file…"))
        self.remove = QPushButton(translate("Pipelines", "Remove"))
        self.apply = QPushButton(translate("Pipelines", "Pre-highlight again"))
        set_kind(self.apply, "primary")
        for button in (self.add, self.remove, self.apply):
            button.setAutoDefault(False)
        self.add.clicked.connect(self._choose)
        self.remove.clicked.connect(self._remove)
        self.apply.clicked.connect(self.applied)
        row = QHBoxLayout()
        row.addWidget(self.add)
        row.addWidget(self.remove)
        row.addStretch(1)
        row.addWidget(self.apply)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        column.addWidget(
            soft_label(
                translate(
                    "Pipelines",
                    "Before the model a list wins where both find something;"
                    " after it, it fills what the model left free.",
                ),
                wrap=True,
            )
        )
        column.addWidget(self.middle, 1)
        column.addWidget(self.problems)
        column.addLayout(row)
        self.problems.hide()
        self._fill()

    def _fill(self) -> None:
        lists = self._arrangement.lists()
        self.table.setRowCount(len(lists))
        for row, one in enumerate(lists):
            self.table.setItem(row, NAME, QTableWidgetItem(one.name))
            self.table.setItem(row, ENTRIES, QTableWidgetItem(number(len(one.rules))))
            when = QComboBox()
            when.setAccessibleName(translate("Pipelines", "When {list} runs").format(list=one.name))
            when.addItem(translate("Pipelines", "before the model"), When.BEFORE.value)
            when.addItem(translate("Pipelines", "after the model"), When.AFTER.value)
            when.setCurrentIndex(when.findData(one.when.value))
            when.activated.connect(lambda _, row=row: self._when_chosen(row))
            self.table.setCellWidget(row, WHEN, when)
        self.table.resizeRowsToContents()
        self.middle.setCurrentWidget(self.table if lists else self.empty)
        self.apply.setEnabled(bool(lists))
        if lists and self.table.currentRow() < 0:
            self.table.selectRow(0)
        self._selected()

    def _selected(self) -> None:
        self.remove.setEnabled(0 <= self.table.currentRow() < len(self._arrangement.lists()))

    def _when_chosen(self, row: int) -> None:
        lists = list(self._arrangement.lists())
        value = str(cast(QComboBox, self.table.cellWidget(row, WHEN)).currentData())
        lists[row] = replace(lists[row], when=When(value))
        self._arrangement.set_lists(lists)

    def _choose(self) -> None:
        names, _ = QFileDialog.getOpenFileNames(
            self,
            translate("Pipelines", "Add word lists or pattern files"),
            "",
            translate("Pipelines", "Word lists and patterns (*.csv *.tsv *.txt *.jsonl)"),
        )
        self.take([Path(name) for name in names])

    def take(self, files: list[Path]) -> None:
        """Add files, or read them anew if lists of that name are there; what is wrong with them is shown."""
        lists = list(self._arrangement.lists())
        told: list[str] = []
        tone = "warn"
        for file in files:
            try:
                read = read_file(file, self._arrangement.schema)
            except AppError as error:
                told.append(str(error))
                tone = "danger"
                continue
            told += [f"{file.name}: {problem}" for problem in read.problems]
            old = next((one for one in lists if one.name == file.name), None)
            if not read.rules:
                told.append(translate("Pipelines", "{file}: nothing in it can be used.").format(file=file.name))
            elif old is not None:
                lists[lists.index(old)] = replace(old, rules=read.rules)
            else:
                lists.append(RuleList(file.name, When.AFTER, read.rules))
        self._arrangement.set_lists(lists)
        set_tone(self.problems, tone)
        self.problems.setText("\n".join(told[:12]))
        self.problems.setVisible(bool(told))
        self._fill()

    def _remove(self) -> None:
        lists = list(self._arrangement.lists())
        row = self.table.currentRow()
        if 0 <= row < len(lists):
            del lists[row]
            self._arrangement.set_lists(lists)
            self._fill()
            # Nothing has changed that could be read again, but the suggestions of the list are still there.
            self.apply.setEnabled(True)
