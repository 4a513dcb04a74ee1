"""The bar at the top: main menu, project, labels, suggestions, done; every button shows its key."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QSizePolicy, QWidget

from annotation_schema.schema import LabelSchema
from annotation_schema.wording import mark, marked, translate
from desktop.core.actions import ActionSpec
from desktop.ui.theme import Look
from desktop.ui.translation import number
from desktop.ui.widgets import ButtonForm, Segment, SegmentButton, Shortened, key_words, set_kind

HEIGHT = 41
GAP, LEFT, RIGHT = 14, 6, 12
FULL, SHORT, KEY = ButtonForm.FULL, ButtonForm.SHORT, ButtonForm.KEY
FITS: tuple[tuple[bool, bool, ButtonForm, ButtonForm, ButtonForm], ...] = (
    (True, True, FULL, FULL, FULL),
    (False, True, FULL, FULL, FULL),
    (False, False, FULL, FULL, FULL),
    (False, False, FULL, SHORT, FULL),
    (False, False, FULL, SHORT, SHORT),
    (False, False, FULL, KEY, SHORT),
    (False, False, KEY, KEY, SHORT),
    (False, False, KEY, KEY, KEY),
)
"""What makes room in a narrow window, step by step: the project's name, the annotator's, then words of the labels'
buttons, of those of the suggestions, and of the last."""
SHORT_WORDS = {
    "suggestion.next": mark("Actions", "Next"),
    "suggestion.accept": mark("Actions", "Accept"),
    "suggestion.reject": mark("Actions", "Reject"),
    "article.done-next": mark("Actions", "Done"),
}
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
        self._open: int | None = None  # suggestions that the button says
        row = QHBoxLayout(self)
        row.setContentsMargins(LEFT, 0, RIGHT, 1)
        row.setSpacing(GAP)
        self.menu_button = QPushButton("Pressmark ▾")
        set_kind(self.menu_button, "menu")
        self.menu_button.setAccessibleName(translate("Window", "Main menu (F10)"))
        self.menu_button.setToolTip(translate("Window", "Menu (F10)"))
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
        self._annotator.setToolTip(translate("Window", "You are {name}").format(name=annotator) if annotator else "")
        for segment in (self._labels, self._suggestions, self._done):
            segment.setVisible(schema is not None)
        self._fit()

    def fill(self, specs: tuple[ActionSpec, ...], actions: Mapping[str, QAction]) -> None:
        """Build the buttons from the table of actions."""
        for segment in (self._labels, self._suggestions, self._done):
            segment.clear()
        self._label_buttons = {}
        self._accept_all = self._open = None
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
        self._fit()

    def show_open_suggestions(self, count: int) -> None:
        """Say how many suggestions “Accept all” would take."""
        if self._accept_all is not None and count != self._open:
            self._open = count
            words, short = translate("Actions", "Accept all"), translate("Actions", "All")
            if count:
                words, short = f"{words} {number(count)}", f"{short} {number(count)}"
            self._accept_all.set_words(words, short=short)
            self._fit()

    def _button(self, spec: ActionSpec, action: QAction, *, key: bool = True) -> SegmentButton:
        shown = key_words(spec.shortcuts[0]) if key and spec.shortcuts else ""
        button = SegmentButton(action, spec.shown, shown, self._look)
        button.set_words(spec.shown, short=marked("Actions", SHORT_WORDS[spec.id]) if spec.id in SHORT_WORDS else "")
        return button

    def _recolour(self) -> None:
        for name, button in self._label_buttons.items():
            label = self._schema.label(name) if self._schema else None
            button.set_colour(self._look.theme.of(label).ink if label else None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window names and words make room for the buttons: none is ever cut."""
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Never keep the window from being narrow."""
        return QSize(240, HEIGHT)

    def _fit(self) -> None:
        """Show as much as there is room for."""
        segments = (self._labels, self._suggestions, self._done)
        free = self.width() - LEFT - RIGHT - self.menu_button.sizeHint().width()
        if self._schema is not None:
            free -= sum(GAP for _ in segments)
        file, annotator, needed = True, True, 0
        for file, annotator, *forms in FITS:
            for segment, form in zip(segments, forms, strict=True):
                segment.set_form(form)
            needed = sum(s.needed() for s in segments) if self._schema is not None else 0
            for shown, label in ((file, self._file), (annotator, self._annotator)):
                if shown and label.full():
                    needed += GAP + min(label.sizeHint().width(), label.maximumWidth())
            if needed <= free:
                break
        self._file.setVisible(file and bool(self._file.full()))
        self._annotator.setVisible(annotator and bool(self._annotator.full()))
        # Where even keys alone are too many (a schema of dozens of labels), the last labels are in the palette only.
        over = needed - free if self._schema is not None else 0
        self._labels.leave_out(over)
