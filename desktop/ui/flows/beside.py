"""Large steps beside the window: on a thread with a connection of its own, with progress and a way to stop.

Meanwhile the article can be read but not changed: the file takes one writer at a time, and waiting for it would hold
the window. What pre-highlighting has to write waits, too.
"""

from __future__ import annotations

import gc
from collections.abc import Callable
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from annotation_schema.wording import translate
from desktop.core.edits import Step
from desktop.core.errors import AppError, ErrorCode
from desktop.core.project import Project
from desktop.core.storage.steps import Watch
from desktop.ui.jobs import Cancelled, Task, Tell
from desktop.ui.translation import number

if TYPE_CHECKING:
    from desktop.ui.workbench import Workbench

Work = Callable[[Project, Watch], object]
TELL_S = 0.05
"""Seconds between two tellings of progress."""


def throttled(tell: Tell, cancelled: Cancelled, words: str) -> Watch:
    """Return what tells progress now and then, and raises AppError CANCELLED (with ``words``) when told to stop."""
    last = 0.0

    def watch(done: int, total: int) -> None:
        nonlocal last
        if cancelled():
            raise AppError(ErrorCode.CANCELLED, words)
        now = monotonic()
        if now - last >= TELL_S:
            last = now
            tell((done, total))

    return watch


class Beside(QObject):
    """Runs one at a time."""

    progressed = Signal(int, int)
    ended = Signal()

    def __init__(self, bench: Workbench) -> None:
        """Belong to a workbench."""
        super().__init__(bench)
        self._bench = bench
        self._task: Task | None = None
        self._words = ""
        self._done: Callable[[object], None] | None = None
        bench.controller.heavy.connect(self._move)
        bench.controller.stopping.connect(self.cancel)

    @property
    def busy(self) -> bool:
        """Whether something is under way."""
        return self._task is not None

    def run(self, words: str, work: Work, done: Callable[[object], None]) -> bool:
        """Begin; ``words`` say what is being done. ``done`` gets the result, unless it fails or is stopped.

        Returns whether it has begun.
        """
        project = self._bench.project
        if project is None or self._task is not None:
            return False

        def beside(tell: Tell, cancelled: Cancelled) -> object:
            side = project.side()
            try:
                return work(side, throttled(tell, cancelled, translate("Lists", "Nothing was changed.")))
            finally:
                side.close()

        self._words, self._done = words, done
        self._bench.controller.locked = translate("Lists", "{doing}… Esc stops.").format(doing=words)
        self._bench.prelabelling.hold(True)
        task = Task(beside, self)
        self._task = task
        task.progressed.connect(self._progress)
        task.succeeded.connect(self._succeeded)
        task.failed.connect(self._failed)
        task.broke.connect(self._broke)
        self._bench.status.show_hint(f"{words}…")
        # A step in 10,000 articles is some 100,000 objects without a cycle. Looking through them for cycles again and
        # again holds every thread for a tenth of a second each time.
        gc.disable()
        task.start()
        return True

    def cancel(self) -> None:
        """Ask it to stop; everything is taken back then."""
        if self._task is not None:
            self._task.cancel()

    def close(self) -> None:
        """Stop and wait: the project closes."""
        task = self._end()
        if task is not None:
            task.cancel()
            task.wait()

    def _end(self) -> Task | None:
        task, self._task = self._task, None
        if task is None:
            return None
        for signal in (task.progressed, task.succeeded, task.failed, task.broke):
            signal.disconnect()
        gc.enable()
        task.deleteLater()
        self._bench.controller.locked = ""
        self._bench.prelabelling.hold(False)
        self._bench.status.show_hint("")
        self.ended.emit()
        return task

    def _progress(self, value: object) -> None:
        done, total = value  # pyright: ignore[reportGeneralTypeIssues]
        words = translate("Lists", "{doing}: {done} of {total} articles. Esc stops.")
        words = words.format(doing=self._words, done=number(done), total=number(total))
        self._bench.status.show_hint(words)
        self.progressed.emit(done, total)

    def _succeeded(self, result: object) -> None:
        done = self._done
        self._end()
        self._bench.controller.saved.emit()
        if done is not None:
            done(result)

    def _failed(self, error: AppError) -> None:
        self._end()
        if error.code in (ErrorCode.CANCELLED, ErrorCode.EDIT_REFUSED):
            self._bench.notices.info(str(error))
        else:
            self._bench.controller.failed.emit(error)

    def _broke(self, error: Exception) -> None:
        self._end()
        raise error

    # --- undo and redo ---------------------------------------------------------------------

    def _move(self, undo: bool) -> None:
        """Undo or redo a step in so many articles that the window must not wait for it."""
        project = self._bench.project
        if project is None:
            return
        words = project.undo_words if undo else project.redo_words

        def work(side: Project, watch: Watch) -> Step | None:
            return side.undo(watch=watch) if undo else side.redo(watch=watch)

        def done(step: object) -> None:
            if isinstance(step, Step):
                self._bench.controller.show_moved(step, undone=undo)

        doing = translate("Window", "Undo: {step}") if undo else translate("Window", "Redo: {step}")
        self.run(doing.format(step=words), work, done)
