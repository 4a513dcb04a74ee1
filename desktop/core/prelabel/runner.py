"""Pre-highlighting from a plain script: workers of any kind, and a session that is fed with what they say.

Usually the workers are processes with threads for their pipes (``client``); ``executors`` has others.
"""

from __future__ import annotations

import queue
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from annotation_schema.model import ArticleId
from annotation_schema.wording import translate
from desktop.core.pipelines import find
from desktop.core.prelabel.client import WorkerProcess
from desktop.core.prelabel.run_options import RunOptions
from desktop.core.prelabel.session import Session
from desktop.core.prelabel.session_types import (
    Action,
    ArticleFailed,
    End,
    Finished,
    Kill,
    Notice,
    Outcome,
    PrelabelProject,
    Send,
    Start,
    Tally,
    WorkerId,
)

_LOOK_S = 0.1
"""How often cancelling is asked for, and at most how often progress is told."""


@dataclass(frozen=True, slots=True)
class _Line:
    worker: WorkerId
    line: bytes


@dataclass(frozen=True, slots=True)
class _Ended:
    worker: WorkerId
    how: str
    details: str


@dataclass(frozen=True, slots=True)
class RunResult:
    """What a run did; ``left_out`` names the articles that failed, ``cancelled`` says that it can be resumed."""

    articles: int
    suggestions: int
    failed: int
    words: int
    seconds: float
    pipeline: str
    version: str
    cancelled: bool
    left_out: tuple[ArticleFailed, ...]
    unmapped: Mapping[str, int] = field(default_factory=dict[str, int])
    """How often a name of the worker has no place in the project's label map and schema."""
    gpu: bool = False
    """Whether a graphics processor read."""

    def summary(self) -> dict[str, object]:
        """Return the keys that ``pressmark prelabel --json`` gives."""
        return {
            "articles": self.articles,
            "suggestions": self.suggestions,
            "failed": self.failed,
            "words": self.words,
            "seconds": round(self.seconds, 3),
            "unmapped": dict(self.unmapped),
            "gpu": self.gpu,
        }


class RunningWorker(Protocol):
    """A worker that has been started, seen from here."""

    def send(self, line: bytes) -> None:
        """Pass a command on; never blocks."""
        ...

    def ask_to_stop(self) -> None:
        """Tell it to stop; returns at once."""
        ...

    def kill(self) -> None:
        """End it at once, whatever it does."""
        ...

    def end(self) -> None:
        """Wait for its end."""
        ...


class Starter(Protocol):
    """Starts a worker that tells its lines, and once its end with the last it said, on whatever thread."""

    def __call__(self, *, on_line: Callable[[bytes], None], on_end: Callable[[str, str], None]) -> RunningWorker:
        """Return the running worker."""
        ...


def run_blocking(
    project: PrelabelProject,
    start: Sequence[str] | Starter,
    pipeline: str | None = None,
    *,
    workers: int = 1,
    first: ArticleId | None = None,
    options: RunOptions | None = None,
    covers: Callable[[str], bool] | None = None,
    progress: Callable[[Tally], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
    notice: Callable[[str], None] | None = None,
    log: Callable[[str], None] | None = None,
    clock: Callable[[], float] = time.monotonic,
) -> RunResult:
    """Pre-highlight all pending articles of a project with worker processes; returns when all is saved.

    ``start`` is the command line of a worker (``protocol.worker_command()``), or starts workers of another kind;
    ``pipeline`` is a name or a folder, None the embedded one; workers of another kind get it as it is, since it is on
    their machine that it lies, and keep to the limit of time themselves. ``options`` are the project's, unless others
    are given; ``covers`` says for which languages the run is, None for all. ``progress`` is called up to ten times a
    second, ``notice`` with sentences for the user, both on the calling thread; ``log`` with lines of the workers'
    standard error, on other threads. After ``cancelled`` says yes, or after a crash of this process, the next run goes
    on where this one ended. Raises AppError: the pipeline cannot be loaded (pipeline-not-found), workers keep crashing
    (worker-failed), the project cannot be written.
    """
    source = pipeline or ""
    ours = not callable(start)
    if not callable(start):
        source = find(source).source
        start = _processes(start, log)
    session = Session(
        project, source, workers=workers, first=first, options=options, covers=covers, watch=ours, clock=clock
    )
    return _Runner(session, start, notice).run(progress, cancelled)


def _processes(command: Sequence[str], log: Callable[[str], None] | None) -> Starter:
    def start(*, on_line: Callable[[bytes], None], on_end: Callable[[str, str], None]) -> RunningWorker:
        return WorkerProcess(command, on_line=on_line, on_end=on_end, log=log)

    return start


class _Runner:
    def __init__(self, session: Session, starter: Starter, notice: Callable[[str], None] | None) -> None:
        self._session = session
        self._starter = starter
        self._notice = notice
        self._events: queue.SimpleQueue[_Line | _Ended] = queue.SimpleQueue()
        self._processes: dict[WorkerId, RunningWorker] = {}
        self._failed: list[ArticleFailed] = []
        self._finished: Finished | None = None

    def run(self, progress: Callable[[Tally], None] | None, cancelled: Callable[[], bool] | None) -> RunResult:
        session = self._session
        looked = 0.0
        try:
            self._carry_out(session.start())
            while self._finished is None:
                self._wait()
                self._carry_out(session.tick())
                now = time.monotonic()
                if now - looked >= _LOOK_S:
                    looked = now
                    if progress is not None:
                        progress(session.tally)
                    if cancelled is not None and cancelled():
                        self._carry_out(session.cancel())
        finally:
            for process in self._processes.values():
                process.ask_to_stop()
            for process in self._processes.values():
                process.end()
        if self._finished.error is not None:
            raise self._finished.error
        if progress is not None:
            progress(session.tally)
        tally = session.tally
        return RunResult(
            tally.articles,
            tally.suggestions,
            tally.failed,
            tally.words,
            tally.seconds,
            tally.pipeline,
            tally.version,
            self._finished.outcome is Outcome.CANCELLED,
            tuple(self._failed),
            tally.left_out,
            tally.gpu,
        )

    def _wait(self) -> None:
        """Take one thing that workers reported, if one comes soon."""
        try:
            event = self._events.get(timeout=_LOOK_S)
        except queue.Empty:
            return
        if isinstance(event, _Line):
            self._carry_out(self._session.received(event.worker, event.line))
        else:
            self._processes.pop(event.worker).end()
            self._carry_out(self._session.ended(event.worker, event.how, event.details))

    def _carry_out(self, actions: list[Action]) -> None:
        for action in actions:
            match action:
                case Start(worker):
                    self._processes[worker] = self._start(worker)
                case Send(worker, line):
                    if worker in self._processes:
                        self._processes[worker].send(line)
                case Kill(worker):
                    self._processes[worker].kill()
                case End():
                    pass  # all are ended together when the session is over
                case Notice(message):
                    self._tell(message)
                case ArticleFailed(title=title, reason=reason):
                    self._failed.append(action)
                    self._tell(
                        translate("Prelabel", "“{article}” is left out: {reason}").format(article=title, reason=reason)
                    )
                case Finished():
                    self._finished = action

    def _start(self, worker: WorkerId) -> RunningWorker:
        return self._starter(
            on_line=lambda line: self._events.put(_Line(worker, line)),
            on_end=lambda how, details: self._events.put(_Ended(worker, how, details)),
        )

    def _tell(self, message: str) -> None:
        if self._notice is not None:
            self._notice(message)
