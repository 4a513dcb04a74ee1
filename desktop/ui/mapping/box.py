"""A choice in a long table: scrolled to when the keyboard comes to it, left alone by the wheel that scrolls."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QHeaderView, QTableWidget


class TableBox(QComboBox):
    """See the module."""

    reached = Signal()

    def __init__(self) -> None:
        """Build it without items."""
        super().__init__()
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say that the keyboard is here."""
        super().focusInEvent(event)
        self.reached.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the table scroll."""
        event.ignore()


def calm_table(table: QTableWidget, stretched: int | None = None) -> None:
    """Let a table be one of boxes: it takes no keyboard itself and has no grid; one column may take the room."""
    table.setObjectName("keyList")
    table.verticalHeader().hide()
    table.setShowGrid(False)
    table.setSelectionMode(QTableWidget.SelectionMode.NoSelection)
    table.setTabKeyNavigation(False)
    table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
    header = table.horizontalHeader()
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
    header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    if stretched is not None:
        header.setSectionResizeMode(stretched, QHeaderView.ResizeMode.Stretch)


def head_numbers(table: QTableWidget, column: int) -> None:
    """Put the head of a column of numbers over their last digits."""
    head = table.horizontalHeaderItem(column)
    if head is not None:
        head.setTextAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
