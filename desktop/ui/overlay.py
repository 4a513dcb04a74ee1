"""A card that lies over the window while it has the keyboard; Escape closes it and gives the keyboard back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QWidget


class Overlay(QFrame):
    """A child of the window, not a window of its own: nothing can hide it, and it moves with the window."""

    def __init__(self, window: QWidget, go_back: Callable[[], None]) -> None:
        """Lie over ``window``; ``go_back`` gives the keyboard to whom it belongs if nobody had it before."""
        super().__init__(window)
        self._window = window
        self._go_back = go_back
        self._before: QWidget | None = None
        self.setObjectName("overlay")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        window.installEventFilter(self)
        self.hide()

    def appear(self) -> None:
        """Lie on top, in place."""
        if not self.isVisible():
            focused = QApplication.focusWidget()
            self._before = focused if focused is not None and not self.isAncestorOf(focused) else None
        self.place()
        self.show()
        self.raise_()

    def dismiss(self) -> None:
        """Go away; the keyboard goes back to where it was."""
        before, self._before = self._before, None
        # First the keyboard, then away: hiding the widget that has it would give it to any other.
        try:
            if before is not None and before.isVisible():
                before.setFocus(Qt.FocusReason.OtherFocusReason)
            else:
                self._go_back()
        except RuntimeError:  # the widget was deleted meanwhile
            self._go_back()
        self.hide()

    def place(self) -> None:
        """Set the geometry for the window's size."""
        raise NotImplementedError

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in place when the window changes its size."""
        if watched is self._window and event.type() == QEvent.Type.Resize and self.isVisible():
            self.place()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes; no other key goes on to the window."""
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        event.accept()
