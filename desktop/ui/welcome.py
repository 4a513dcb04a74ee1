"""What the middle shows without an article: how to begin, or that there is nothing to show."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from annotation_schema.wording import translate
from desktop.ui.widgets import set_kind, soft_label


class Welcome(QWidget):
    """Shown while no project is open."""

    recent_chosen = Signal(object)  # Path

    def __init__(self, sample: QAction, new: QAction, open_: QAction) -> None:
        """Build the page; the buttons trigger the given actions."""
        super().__init__()
        self.setObjectName("welcome")
        column = QVBoxLayout(self)
        column.setContentsMargins(48, 72, 48, 48)
        column.setSpacing(8)
        column.addWidget(soft_label("Pressmark", "headline"))
        words = translate(
            "Window", "Tag claims, actors and locations in news articles, with the keyboard, on your own machine."
        )
        column.addWidget(soft_label(words, wrap=True))
        column.addSpacing(16)
        row = QHBoxLayout()
        row.setSpacing(8)
        self.first = QPushButton(translate("Actions", "Open sample project"))
        for button, action, kind in (
            (self.first, sample, "primary"),
            (QPushButton(translate("Actions", "New project…")), new, ""),
            (QPushButton(translate("Actions", "Open project…")), open_, ""),
        ):
            if kind:
                set_kind(button, kind)
            button.clicked.connect(action.trigger)
            button.setToolTip(action.toolTip())
            button.setAutoDefault(True)  # Enter presses it
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        column.addSpacing(20)
        self._recent_title = soft_label(translate("Window", "Opened lately"), "strong")
        column.addWidget(self._recent_title)
        self._recent = QVBoxLayout()
        self._recent.setSpacing(2)
        column.addLayout(self._recent)
        column.addStretch(1)
        self.show_recent(())

    def showEvent(self, event: QShowEvent) -> None:
        """Let Enter begin."""
        super().showEvent(event)
        self.first.setFocus()

    def show_recent(self, paths: Sequence[Path]) -> None:
        """List project files opened lately."""
        while (item := self._recent.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for path in paths:
            button = QPushButton(f"{path.stem}   {path.parent}")
            set_kind(button, "flat")
            button.setToolTip(str(path))
            button.setAutoDefault(True)
            button.clicked.connect(partial(self._choose, path))
            self._recent.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self._recent_title.setVisible(bool(paths))

    def _choose(self, path: Path, *_: object) -> None:
        self.recent_chosen.emit(path)


class NoArticle(QWidget):
    """Shown while a project is open and no article is on screen."""

    def __init__(self, import_: QAction) -> None:
        """Build the page."""
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(48, 72, 48, 48)
        column.setSpacing(8)
        self._title = soft_label("", "title")
        self._words = soft_label("", wrap=True)
        self._button = QPushButton(translate("Actions", "Import files…"))
        set_kind(self._button, "primary")
        self._button.clicked.connect(import_.trigger)
        self._button.setAutoDefault(True)
        column.addWidget(self._title)
        column.addWidget(self._words)
        column.addSpacing(12)
        column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)

    def show_words(self, title: str, words: str, *, importing: bool) -> None:
        """Say why there is no article; ``importing`` offers to import."""
        self._title.setText(title)
        self._words.setText(words)
        self._button.setVisible(importing)
