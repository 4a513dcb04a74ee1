"""The bar at the top: main menu, project, labels, suggestions, done; every button shows its key."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QSizePolicy, QWidget

from annotation_schema.schema import LabelSchema
from desktop.core.actions import ActionSpec
from desktop.ui.theme import Look
from desktop.ui.widgets import Segment, SegmentButton, Shortened, key_words, set_kind

HEIGHT = 41
NARROW = 1120
"""Below this width the project's name makes room."""
SUGGESTION_IDS = ("suggestion.next", "suggestion.accept", "suggestion.reject", "suggestion.accept-all")


class ToolBar(QWidget):
    """One row; the segments appear with a project."""

    def __init__(self, look: Look) -> None:
        """Build the bar without a project."""
        super().__init__()
        self.setObjectName("header")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(HEIGHT)
        self._look = look
        self._schema: LabelSchema | None = None
        self._label_buttons: dict[str, SegmentButton] = {}
        self._accept_all: SegmentButton | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 0, 12, 1)
        row.setSpacing(14)
        self.menu_button = QPushButton("Pressmark ▾")
        set_kind(self.menu_button, "menu")
        self.menu_button.setAccessibleName("Main menu (F10)")
        self.menu_button.setToolTip("Menu (F10)")
        self._file = Shortened(mode=Qt.TextElideMode.ElideMiddle)
        self._file.setObjectName("fileName")
        self._file.setMaximumWidth(260)
        self._labels = Segment(look)
        self._suggestions = Segment(look)
        self._done = Segment(look)
        self._annotator = Shortened()
        self._annotator.setObjectName("annotator")
        self._annotator.setMaximumWidth(140)
        self._annotator.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        row.addWidget(self.menu_button)
        row.addWidget(self._file, 0)
        row.addWidget(self._labels)
        row.addWidget(self._suggestions)
        row.addStretch(1)
        row.addWidget(self._done)
        row.addWidget(self._annotator)
        look.changed.connect(self._recolour)
        self.show_project(None, "", "")

    def set_menu(self, menu: QMenu) -> None:
        """Take the main menu."""
        self.menu_button.setMenu(menu)

    def show_project(self, schema: LabelSchema | None, file: str, annotator: str) -> None:
        """Name the open project and whose work it is; no schema means there is none."""
        self._schema = schema
        self._file.set_full(file)
        self._annotator.set_full(annotator)
        self._annotator.setToolTip(f"You are {annotator}" if annotator else "")
        for segment in (self._labels, self._suggestions, self._done):
            segment.setVisible(schema is not None)

    def fill(self, specs: tuple[ActionSpec, ...], actions: Mapping[str, QAction]) -> None:
        """Build the buttons from the table of actions."""
        for segment in (self._labels, self._suggestions, self._done):
            segment.clear()
        self._label_buttons = {}
        self._accept_all = None
        by_id = {s.id: s for s in specs}
        for spec in specs:
            if spec.id.startswith("tag."):
                self._label_buttons[spec.label] = self._labels.add(self._button(spec, actions[spec.id]))
        for action_id in SUGGESTION_IDS:
            spec = by_id[action_id]
            button = self._suggestions.add(self._button(spec, actions[action_id], key=action_id != SUGGESTION_IDS[-1]))
            if action_id == SUGGESTION_IDS[-1]:
                self._accept_all = button
        self._done.add(self._button(by_id["article.done-next"], actions["article.done-next"]))
        self._recolour()

    def show_open_suggestions(self, count: int) -> None:
        """Say how many suggestions “Accept all” would take."""
        if self._accept_all is not None:
            self._accept_all.set_words(f"Accept all {count}" if count else "Accept all")

    def _button(self, spec: ActionSpec, action: QAction, *, key: bool = True) -> SegmentButton:
        shown = key_words(spec.shortcuts[0]) if key and spec.shortcuts else ""
        return SegmentButton(action, spec.shown, shown, self._look)

    def _recolour(self) -> None:
        for name, button in self._label_buttons.items():
            label = self._schema.label(name) if self._schema else None
            button.set_colour(self._look.theme.of(label).ink if label else None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the names make room for the buttons."""
        super().resizeEvent(event)
        self._file.setVisible(event.size().width() >= NARROW)
