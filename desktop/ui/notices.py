"""Messages that do not stop the work: a bar under the tool bar, repeated ones once."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from annotation_schema.wording import translate
from desktop.core.errors import AppError
from desktop.ui.widgets import set_kind

SHOWN = 3
"""So many notices at most; older ones make room."""
INFO_MS = 8000


class Notice(QWidget):
    """One message with an optional button."""

    def __init__(
        self, message: str, hint: str, tone: str, close: Callable[[Notice], None], *, details: str = ""
    ) -> None:
        """Build the message; ``close`` is called when the user has read it."""
        super().__init__()
        self.setObjectName("notice")
        self.setProperty("tone", tone)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.message = message
        self.tone = tone
        self._times = 1
        self._close = close
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 8, 6)
        row.setSpacing(8)
        self._words = QLabel()
        self._words.setWordWrap(True)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        if details:
            self._words.setToolTip(details)
        self._base = f"{message} {hint}".strip()
        self._row = row
        row.addWidget(self._words, 1)
        self._dismiss = QPushButton(translate("Window", "Close"))
        set_kind(self._dismiss, "flat")
        self._dismiss.setAccessibleName(translate("Window", "Close this message"))
        self._dismiss.clicked.connect(lambda: close(self))
        row.addWidget(self._dismiss, 0, Qt.AlignmentFlag.AlignTop)
        self._show()

    def again(self) -> None:
        """Count a repetition."""
        self._times += 1
        self._show()

    def add_button(self, words: str, handler: Callable[[], None]) -> None:
        """Offer an action; using it closes the message."""
        button = QPushButton(words)
        set_kind(button, "flat")

        def use() -> None:
            self._close(self)
            handler()

        button.clicked.connect(use)
        self._row.insertWidget(self._row.count() - 1, button, 0, Qt.AlignmentFlag.AlignTop)

    def words(self) -> str:
        """Return what is shown."""
        return self._words.text()

    def _show(self) -> None:
        times = translate("Window", "(%n time)|(%n times)", self._times)
        self._words.setText(f"{self._base}  {times}" if self._times > 1 else self._base)
        self.setAccessibleName(self._base)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes."""
        if event.key() == Qt.Key.Key_Escape:
            self._close(self)
        else:
            super().keyPressEvent(event)


class Notices(QWidget):
    """The bar. Empty it takes no room."""

    def __init__(self) -> None:
        """Build the empty bar."""
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._shown: list[Notice] = []
        self.hide()

    def error(self, error: AppError, *, button: tuple[str, Callable[[], None]] | None = None) -> None:
        """Show an expected failure: what happened and what to do."""
        self._add(error.message, error.hint, "danger", details=error.details, button=button)

    def warn(self, message: str, *, details: str = "", button: tuple[str, Callable[[], None]] | None = None) -> None:
        """Show a warning."""
        self._add(message, "", "warn", details=details, button=button)

    def info(self, message: str, *, button: tuple[str, Callable[[], None]] | None = None) -> None:
        """Show news; it goes by itself after some seconds, unless it offers an action."""
        notice = self._add(message, "", "info", button=button)
        if button is None:
            QTimer.singleShot(INFO_MS, notice, lambda: self._remove(notice))

    def messages(self) -> list[str]:
        """Return what is shown, oldest first."""
        return [n.words() for n in self._shown]

    def clear(self) -> None:
        """Remove all messages."""
        for notice in list(self._shown):
            self._remove(notice)

    def _add(
        self,
        message: str,
        hint: str,
        tone: str,
        *,
        details: str = "",
        button: tuple[str, Callable[[], None]] | None = None,
    ) -> Notice:
        for shown in self._shown:
            if shown.message == message and shown.tone == tone:
                shown.again()
                return shown
        notice = Notice(message, hint, tone, self._remove, details=details)
        if button is not None:
            notice.add_button(*button)
        while len(self._shown) >= SHOWN:
            self._remove(self._shown[0])
        self._shown.append(notice)
        self._column.addWidget(notice)
        self.show()
        return notice

    def _remove(self, notice: Notice) -> None:
        if notice not in self._shown:
            return
        self._shown.remove(notice)
        self._column.removeWidget(notice)
        notice.hide()
        notice.deleteLater()
        self.setVisible(bool(self._shown))
