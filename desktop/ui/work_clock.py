"""The time spent on the article on screen: counted while the window is active, shown, and written rarely.

Writing is off the path of keys: some 20 seconds after the last time, in a moment when no key was just pressed, and at
the latest after 30 seconds; and when the project closes. A crash loses no more than that.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QGuiApplication

from annotation_schema.model import ArticleId
from desktop.core.errors import AppError
from desktop.core.view import ArticleView
from desktop.core.work_time import WorkClock

if TYPE_CHECKING:
    from desktop.ui.workbench import Workbench

TICK_MS = 1000
WRITE_AFTER = 20.0
WRITE_AT_LAST = 29.0
"""Seconds since the last writing; the tick comes once a second."""
QUIET = 0.5
# A key that is a shortcut reaches no window as a press, but its release does.
_SIGNS = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.KeyRelease,
        QEvent.Type.MouseMove,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TabletMove,
    }
)
_log = logging.getLogger(__name__)


class ArticleClock(QObject):
    """Belongs to one workbench; ``begin`` and ``end`` frame the time that a project is open."""

    def __init__(self, bench: Workbench, now: Callable[[], float] = time.monotonic) -> None:
        """Stand still. ``now``: seconds of a clock that never goes back."""
        super().__init__(bench)
        self._bench = bench
        self.now = now
        self._clock = WorkClock()
        self._article: ArticleId | None = None
        self._before = 0.0
        self._unwritten: dict[ArticleId, float] = {}
        self._written_at = 0.0
        self._tick = QTimer(self, interval=TICK_MS)
        self._tick.timeout.connect(self.tick)
        self._watched: QObject | None = None
        bench.controller.opened.connect(self._opened)

    @staticmethod
    def _app() -> QGuiApplication:
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        return app

    def begin(self) -> None:
        """A project is open."""
        self._written_at = self.now()
        self._watched = self._bench.window.windowHandle()
        if self._watched is not None:
            self._watched.installEventFilter(self)
        self._app().focusWindowChanged.connect(self._turned)
        self._turned()
        self._tick.start()

    def end(self) -> None:
        """The project is about to close: write what is not written."""
        if not self._tick.isActive():
            return
        self._tick.stop()
        self._app().focusWindowChanged.disconnect(self._turned)
        if self._watched is not None:
            self._watched.removeEventFilter(self)
        self._watched = None
        self._clock.run(self.now(), running=False)
        self._gather()
        self.write()
        self._article = None
        self._unwritten.clear()

    def seconds(self) -> float:
        """Return the time spent on the article on screen so far, as of the last tick."""
        return self._before + self._unwritten.get(self._article, 0.0) if self._article is not None else 0.0

    def _opened(self, view: ArticleView | None) -> None:
        self._gather()
        self._article = view.id if view is not None else None
        project = self._bench.project
        self._before = project.work_time.seconds(view.id) if project is not None and view is not None else 0.0
        self._show()

    def _turned(self, *_: object) -> None:
        self._clock.run(self.now(), running=self._bench.window.isActiveWindow())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice keys and pointer; take nothing."""
        if event.type() in _SIGNS:
            self._clock.sign_of_life(self.now())
        return False

    def tick(self) -> None:
        """Show the time; write it if that is due."""
        self._turned()
        self._gather()
        self._show()
        now = self.now()
        waited = now - self._written_at
        quiet = self._clock.quiet_for(now) >= QUIET
        if waited >= WRITE_AT_LAST or (waited >= WRITE_AFTER and quiet):
            self.write()

    def _gather(self) -> None:
        worked = self._clock.take(self.now())
        if self._article is not None and worked > 0:
            self._unwritten[self._article] = self._unwritten.get(self._article, 0.0) + worked

    def write(self) -> None:
        """Write what is not written; what cannot be written now is tried again."""
        project = self._bench.project
        self._written_at = self.now()
        if project is None or not self._unwritten:
            return
        try:
            project.work_time.add(self._unwritten)
        except AppError as error:
            # Edits tell of a file that cannot be written; a clock must not.
            _log.warning("the time spent could not be written: %s", error)
            return
        if self._article is not None:
            self._before += self._unwritten.get(self._article, 0.0)
        self._unwritten.clear()

    def _show(self) -> None:
        if self._article is None:
            self._bench.status.show_time(None)
        else:
            self._bench.status.show_time(int(self.seconds()), counting=self._clock.is_counting(self.now()))
