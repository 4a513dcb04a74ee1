"""The sheet of all keys and commands, built from the table of actions; it floats and can stay open."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFrame, QGridLayout, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from desktop.core.actions import ActionSpec, Group
from desktop.ui.widgets import key_label, key_words, soft_label

COLUMNS: tuple[tuple[Group, ...], ...] = (
    (Group.TAG, Group.SUGGESTIONS),
    (Group.MOVE, Group.ARTICLE),
    (Group.FILE, Group.EDIT, Group.VIEW, Group.HELP),
)

KEYS_WIDTH = 128


class HelpSheet(QDialog):
    """Three columns of groups; each action with its keys."""

    def __init__(self, parent: QWidget, specs: Sequence[ActionSpec]) -> None:
        """Build the sheet."""
        super().__init__(parent)
        self.setWindowTitle("Keys and commands")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(1180, 720)
        page = QWidget()
        page.setObjectName("sheet")
        row = QHBoxLayout(page)
        row.setContentsMargins(24, 20, 24, 20)
        row.setSpacing(36)
        self.shown: list[str] = []
        for groups in COLUMNS:
            column = QVBoxLayout()
            column.setSpacing(14)
            for group in groups:
                found = [s for s in specs if s.group is group]
                if found:
                    column.addWidget(self._group(group, found))
            column.addStretch(1)
            row.addLayout(column, 1)
        area = QScrollArea()
        area.setWidget(page)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)

    def _group(self, group: Group, specs: Sequence[ActionSpec]) -> QWidget:
        box = QWidget()
        grid = QGridLayout(box)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        grid.setColumnMinimumWidth(0, KEYS_WIDTH)
        grid.addWidget(soft_label(group.value, "strong"), 0, 0, 1, 2)
        if group is Group.MOVE:
            grid.addWidget(soft_label("With Shift, a motion selects."), 1, 0, 1, 2)
        for n, spec in enumerate(specs, 2):
            if spec.id.startswith("extend."):
                self.shown.append(spec.id)  # said in one line for all
                continue
            keys = QHBoxLayout()
            keys.setSpacing(4)
            shown: list[str] = []
            for key in spec.shortcuts:
                # Return and Enter are one key to people.
                words = key_words(key).replace("↵", "Enter")
                if words not in shown:
                    shown.append(words)
                    keys.addWidget(key_label(key))
            keys.addStretch(1)
            grid.addLayout(keys, n, 0)
            words = QLabel(spec.text.rstrip("…"))
            words.setToolTip(spec.help)
            words.setWordWrap(True)
            grid.addWidget(words, n, 1)
            self.shown.append(spec.id)
        return box

    def show_sheet(self) -> None:
        """Show it without stopping the work."""
        self.setModal(False)
        self.show()
        self.raise_()
        self.activateWindow()
