"""The line at the bottom: saved or not, what undo would take back, a hint, the pipeline, the time."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from annotation_schema.wording import translate
from desktop.core.work_time import duration
from desktop.ui.widgets import Shortened, set_kind, set_tone

HEIGHT = 26

_SIDE = 12
_SPACING = 16


class StatusLine(QWidget):
    """State is always visible here and never blocks."""

    undo_clicked = Signal()

    def __init__(self) -> None:
        """Build an empty line."""
        super().__init__()
        self.setObjectName("statusLine")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(HEIGHT)
        row = QHBoxLayout(self)
        row.setContentsMargins(_SIDE, 1, _SIDE, 0)
        row.setSpacing(_SPACING)
        self._can_undo = False
        self._saved = QLabel()
        self._undo = QPushButton()
        set_kind(self._undo, "flat")
        self._undo.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._undo.clicked.connect(self.undo_clicked)
        self._undo.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._hint = Shortened()
        self._hint.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._pipeline = Shortened()
        self._pipeline.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._time = QLabel()
        row.addWidget(self._saved)
        row.addWidget(self._undo)
        row.addStretch(1)
        row.addWidget(self._hint, 0)
        row.addStretch(1)
        row.addWidget(self._pipeline)
        row.addWidget(self._time)
        self.show_undo(None)

    def show_saved(self) -> None:
        """Say that all is on disk."""
        self._say(translate("StatusLine", "● Saved"), "ok")

    def show_not_saved(self, reason: str) -> None:
        """Say that the last edit is not on disk, and why."""
        self._say(translate("StatusLine", "▲ Not saved: {reason}").format(reason=reason), "danger")

    def show_nothing(self) -> None:
        """Say nothing: there is no project."""
        self._say("", "soft")

    def _say(self, words: str, tone: str) -> None:
        if words == self._saved.text():
            return
        self._saved.setText(words)
        self._saved.setAccessibleName(words.lstrip("●▲ "))
        set_tone(self._saved, tone)

    def saved_words(self) -> str:
        """Return what is said about saving."""
        return self._saved.text()

    def show_undo(self, words: str | None) -> None:
        """Show what undo would take back; None if there is nothing."""
        self._can_undo = words is not None
        if words is not None:
            self._undo.setText(translate("Window", "Undo: {step}").format(step=words))
            self._undo.setToolTip("Ctrl+Z")
        self._make_room()

    def undo_words(self) -> str:
        """Return what is said about undo."""
        return self._undo.text() if self._can_undo else ""

    def show_hint(self, words: str) -> None:
        """Show what the keys would do now."""
        self._hint.set_full(words)
        self._make_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what the keys can do without."""
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """In a narrow window what the keys would do now comes before what undo would take back."""
        parts = (self._saved, self._undo, self._hint, self._time)
        needed = sum(part.sizeHint().width() + _SPACING for part in parts) + 2 * _SIDE
        self._undo.setVisible(self._can_undo and (not self._hint.full() or needed <= self.width()))

    def hint(self) -> str:
        """Return the hint."""
        return self._hint.full()

    def show_pipeline(self, words: str) -> None:
        """Show the pipeline and how many suggestions are left."""
        self._pipeline.set_full(words)

    def show_time(self, seconds: int | None, *, counting: bool = True) -> None:
        """Show the time spent on this article, and whether it is running."""
        if seconds is None:
            words = ""
        elif counting:
            words = translate("StatusLine", "{time} on this article")
        else:
            words = translate("StatusLine", "{time} on this article, paused")
        self._time.setText(words.format(time=duration(seconds or 0)))

    def time_words(self) -> str:
        """Return what is said about the time."""
        return self._time.text()
