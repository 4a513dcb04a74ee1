"""Long work inside the app (import, export): one thread a task, with progress and cancel."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event

from PySide6.QtCore import QObject, Qt, QThread, Signal

from desktop.core.errors import AppError

Tell = Callable[[object], None]
Cancelled = Callable[[], bool]
Work = Callable[[Tell, Cancelled], object]
WAIT_MS = 15_000


class _Thread(QThread):
    """Runs a function; what it raises is kept."""

    def __init__(self, run: Callable[[], None]) -> None:
        super().__init__()
        self._function = run

    def run(self) -> None:
        self._function()


class Task(QObject):
    """One piece of work. Signals arrive on the thread of this object; exactly one of the last three comes."""

    progressed = Signal(object)
    succeeded = Signal(object)
    failed = Signal(object)  # AppError
    broke = Signal(object)  # any other exception: a bug
    _told = Signal(object)
    _ended = Signal()

    def __init__(self, work: Work, parent: QObject | None = None) -> None:
        """Prepare; ``work`` gets a function to tell progress with and one that says whether to stop."""
        super().__init__(parent)
        self._work = work
        self._stop = Event()
        self._result: object = None
        self._error: Exception | None = None
        self._given_up = False
        self._thread = _Thread(self._run)
        self._told.connect(self._pass_on, Qt.ConnectionType.QueuedConnection)
        self._ended.connect(self._finish, Qt.ConnectionType.QueuedConnection)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def cancel(self) -> None:
        """Ask the work to stop; it ends soon, with what it has."""
        self._stop.set()

    def wait(self) -> bool:
        """Wait until the thread has ended; for closing the window. False if it does not."""
        return self._thread.wait(WAIT_MS)

    def give_up(self) -> None:
        """Stop the work, wait until it has ended, and go: nobody hears of it any more. Also when it had ended."""
        self._given_up = True
        self.cancel()
        self.wait()
        self.deleteLater()

    def _pass_on(self, progress: object) -> None:
        if not self._given_up:
            self.progressed.emit(progress)

    def _run(self) -> None:
        try:
            self._result = self._work(self._told.emit, self._stop.is_set)
        except Exception as error:  # noqa: BLE001 - the edge of the thread: everything is handed over
            self._error = error
        self._ended.emit()

    def _finish(self) -> None:
        self._thread.wait()
        if self._given_up:
            return
        if self._error is None:
            self.succeeded.emit(self._result)
        elif isinstance(self._error, AppError):
            self.failed.emit(self._error)
        else:
            self.broke.emit(self._error)
