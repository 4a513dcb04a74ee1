"""Readings for previews and comparisons: one at a time, beside everything else, given up when nobody wants it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from desktop.core.errors import AppError
from desktop.ui.jobs import Task, Work


class Trials(QObject):
    """Runs the latest work; the answer of an earlier one is dropped."""

    def __init__(self, parent: QObject) -> None:
        """Do nothing yet."""
        super().__init__(parent)
        self._latest: Task | None = None
        self._all: set[Task] = set()

    @property
    def running(self) -> bool:
        """Whether an answer is waited for."""
        return self._latest is not None

    def run(
        self,
        work: Work,
        done: Callable[[object], None],
        failed: Callable[[AppError], None],
        progress: Callable[[object], None] = lambda value: None,
    ) -> None:
        """Give up what runs and begin; one of ``done`` and ``failed`` is called unless it is given up."""
        self.cancel()
        task = Task(work, self)
        self._latest = task
        self._all.add(task)
        task.progressed.connect(lambda value: progress(value) if self._latest is task else None)
        task.succeeded.connect(lambda value: self._end(task, lambda: done(value)))
        task.failed.connect(lambda error: self._end(task, lambda: failed(error)))
        task.broke.connect(lambda error: self._broke(task, error))
        task.start()

    def _end(self, task: Task, tell: Callable[[], None]) -> None:
        wanted = self._latest is task
        self._forget(task)
        if wanted:
            tell()

    def _broke(self, task: Task, error: Exception) -> None:
        wanted = self._latest is task
        self._forget(task)
        if wanted:
            raise error

    def _forget(self, task: Task) -> None:
        if self._latest is task:
            self._latest = None
        self._all.discard(task)
        task.deleteLater()

    def cancel(self) -> None:
        """Give up what runs; nobody is told."""
        task, self._latest = self._latest, None
        if task is not None:
            task.cancel()

    def close(self) -> None:
        """Give up everything and wait for it: the project closes."""
        self.cancel()
        for task in list(self._all):
            task.cancel()
            task.wait()
