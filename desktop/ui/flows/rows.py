"""A list that is worked by keys alone: one column, rows of one height, however many there are."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QStyledItemDelegate, QTableView

from desktop.ui.key_places import typed

Index = QModelIndex | QPersistentModelIndex
_UNCHANGED = Qt.KeyboardModifier.NoModifier


class Rows(QTableView):
    """Emits what the keys mean; the panel around it decides what to do. Give it model and delegate, and a height."""

    entered = Signal()  # Enter
    left = Signal()  # Esc
    key = Signal(str)  # a plain letter, "Space", "Left" or "Right"
    moved = Signal()  # another row is current

    def __init__(self, model: QAbstractItemModel, delegate: QStyledItemDelegate, height: int, name: str) -> None:
        """Build the list; ``name`` is for screen readers."""
        super().__init__()
        self.setObjectName("flowRows")
        self.setAccessibleName(name)
        self.setModel(model)
        self._delegate = delegate  # Qt does not keep it
        delegate.setParent(self)
        self.setItemDelegate(delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(height)
        rows.setDefaultSectionSize(height)
        self.doubleClicked.connect(self.entered)

    def row(self) -> int:
        """Return the current row, -1 for none."""
        return self.currentIndex().row()

    def rows(self) -> list[int]:
        """Return the selected rows in order, else the current one."""
        found = sorted(i.row() for i in self.selectionModel().selectedRows())
        return found or ([self.row()] if self.row() >= 0 else [])

    def go_to(self, row: int) -> None:
        """Make a row current, or the last if there are fewer."""
        last = self.model().rowCount() - 1
        if last >= 0:
            self.setCurrentIndex(self.model().index(max(0, min(row, last)), 0))

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell that another row is current."""
        super().currentChanged(current, previous)
        self.moved.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn keys into meanings; arrows, pages, Home and End move."""
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier in (
            _UNCHANGED,
            Qt.KeyboardModifier.ShiftModifier,
        )
        named = {Qt.Key.Key_Space: "Space", Qt.Key.Key_Left: "Left", Qt.Key.Key_Right: "Right"}.get(Qt.Key(event.key()))
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain:
            self.entered.emit()
        elif named is not None and plain:
            self.key.emit(named)
        elif plain and event.text().isprintable() and event.text():
            self.key.emit(typed(event).upper())
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End) and event.modifiers() == _UNCHANGED:
            self.go_to(0 if event.key() == Qt.Key.Key_Home else self.model().rowCount() - 1)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The one column is as wide as the list."""
        super().resizeEvent(event)
        self.setColumnWidth(0, self.viewport().width())
