"""A panel with places in context to choose from: Space ticks, Enter takes the ticked ones."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from annotation_schema.schema import LabelSchema
from annotation_schema.wording import translate
from desktop.ui.flows.context_list import ROW_HEIGHT, ContextDelegate, ContextModel
from desktop.ui.flows.drawer import Panel
from desktop.ui.flows.rows import Rows
from desktop.ui.theme import Look
from desktop.ui.translation import number
from desktop.ui.widgets import soft_label


class ContextPanel(Panel):
    """The common part: list, ticks, words where it is empty. What Enter does is ``take``."""

    def __init__(self, look: Look, name: str) -> None:
        """Build an empty list; ``name`` is for screen readers."""
        super().__init__()
        self.model = ContextModel()
        self.delegate = ContextDelegate(look)
        self.rows = Rows(self.model, self.delegate, ROW_HEIGHT, name)
        self._empty = soft_label("", wrap=True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setContentsMargins(24, 8, 24, 16)
        self._stack = QStackedLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.addWidget(self.rows)
        self._stack.addWidget(self._empty)
        self.rows.entered.connect(self.take)
        self.rows.left.connect(self.leave)
        self.rows.key.connect(self.pressed)
        self.rows.clicked.connect(lambda index: self._clicked(index.row()))
        self.model.dataChanged.connect(self.changed)
        self.model.rowsInserted.connect(self._filled)
        self.model.modelReset.connect(self._filled)

    def set_schema(self, schema: LabelSchema) -> None:
        """Take the colours of the labels."""
        self.delegate.set_labels(schema.labels)

    def say(self, words: str) -> None:
        """Say something instead of the list while it is empty."""
        self._empty.setText(words)
        self._filled()

    def _filled(self) -> None:
        page: QWidget = self.rows if self.model.rowCount() or not self._empty.text() else self._empty
        if self._stack.currentWidget() is not page:
            had_focus = self.rows.hasFocus() or self.hasFocus()
            self._stack.setCurrentWidget(page)
            if had_focus:
                self.take_focus()
        if self.model.rowCount() and self.rows.row() < 0:
            self.rows.go_to(0)

    def take_focus(self) -> None:
        """Give the keyboard to the list."""
        on_list = self._stack.currentWidget() is self.rows
        (self.rows if on_list else self).setFocus(Qt.FocusReason.OtherFocusReason)

    def _clicked(self, row: int) -> None:
        # Only the box ticks; a click on the words goes there.
        x, width = self.rows.viewport().mapFromGlobal(self.cursor().pos()).x(), self.rows.viewport().width()
        if (width - x if self.isRightToLeft() else x) < 36:
            self.model.toggle([row])

    def pressed(self, key: str) -> None:
        """Answer a key of the list."""
        if key == "Space":
            self.model.toggle(self.rows.rows())
        elif key == "A":
            self.model.toggle_all()
        elif key == "D":
            self.model.toggle_where(self.rows.row())

    def ticked_words(self) -> str:
        """Return “14 of 31 ticked”."""
        total = self.model.rowCount()
        return translate("Lists", "{n} of {total} ticked").format(
            n=number(self.model.ticked_count()), total=number(total)
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of the list act where it is empty, too."""
        self.rows.keyPressEvent(event)

    def take(self) -> None:
        """Answer Enter."""
        raise NotImplementedError
