"""Runs a pre-highlighting session with worker processes under QProcess; what it means is the session's."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, QTimer, Signal

from annotation_schema.model import ArticleId
from annotation_schema.wording import translate
from desktop.core.errors import AppError
from desktop.core.prelabel.background import give_way
from desktop.core.prelabel.client import ending_in_words
from desktop.core.prelabel.messages import Stop
from desktop.core.prelabel.protocol import encode, worker_command, worker_environment
from desktop.core.prelabel.session import Session
from desktop.core.prelabel.session_types import (
    Action,
    ArticleFailed,
    End,
    Finished,
    Kill,
    Notice,
    Outcome,
    Send,
    Start,
    Tally,
    WorkerId,
)
from desktop.core.project import Project

TICK_MS = 250
GRACE_MS = 2000
WRITE_MS = 5
"""How long a line may take into the worker's pipe, which is a matter of microseconds unless it is full."""
TAIL_BYTES = 6000

_log = logging.getLogger("pressmark.worker")


class _Worker(QObject):
    """One process: lines out, lines in."""

    line = Signal(bytes)
    ended = Signal(str, str)  # how, last words

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._buffer = b""
        self._tail = b""
        self._over = False
        self._sending = False
        self._process = QProcess(self)
        environment = QProcessEnvironment()
        for name, value in worker_environment().items():
            environment.insert(name, value)
        self._process.setProcessEnvironment(environment)
        self._process.readyReadStandardOutput.connect(self._read)
        self._process.readyReadStandardError.connect(self._read_errors)
        self._process.finished.connect(self._finished)
        self._process.errorOccurred.connect(self._error)
        self._process.started.connect(lambda: give_way(self._process.processId()))

    def start(self) -> None:
        command = worker_command()
        self._process.start(command[0], command[1:])

    def send(self, line: bytes) -> None:
        if self._process.state() == QProcess.ProcessState.NotRunning:
            return
        self._process.write(line)
        if self._process.state() == QProcess.ProcessState.Running:
            # Else the line leaves only after what the event loop has to paint. What the worker says meanwhile is
            # heard later: whoever sends is in the middle of something.
            self._sending = True
            self._process.waitForBytesWritten(WRITE_MS)
            self._sending = False

    def let_go(self) -> None:
        """Close its input (it was told to stop); kill it if it does not end."""
        if self._process.state() == QProcess.ProcessState.NotRunning:
            return
        self._process.closeWriteChannel()
        QTimer.singleShot(GRACE_MS, self, self._process.kill)

    def kill(self) -> None:
        """End it at once: it does not answer."""
        self._process.kill()

    def end_now(self) -> None:
        """Stop it before this call returns."""
        self._over = True
        if self._process.state() == QProcess.ProcessState.NotRunning:
            return
        self._process.write(encode(Stop()))
        self._process.closeWriteChannel()
        if not self._process.waitForFinished(300):
            self._process.kill()
            self._process.waitForFinished(GRACE_MS)

    def _read(self) -> None:
        if self._sending:
            QTimer.singleShot(0, self, self._read)
            return
        self._buffer += bytes(self._process.readAllStandardOutput().data())
        *lines, self._buffer = self._buffer.split(b"\n")
        for line in lines:
            if self._over:
                return
            self.line.emit(line)

    def _read_errors(self) -> None:
        said = bytes(self._process.readAllStandardError().data())
        self._tail = (self._tail + said)[-TAIL_BYTES:]
        _log.info("%s", said.decode("utf-8", "replace").rstrip())

    def _finished(self, code: int, status: QProcess.ExitStatus) -> None:
        if self._over:
            return
        self._over = True
        self._read_errors()
        crashed = status == QProcess.ExitStatus.CrashExit
        # On Unix Qt gives the signal's number as the exit code of a crash.
        how = ending_in_words(-code if crashed and code > 0 else code)
        self.ended.emit(how, self._tail.decode("utf-8", "replace"))

    def _error(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart and not self._over:
            self._over = True
            self.ended.emit(translate("Prelabel", "could not be started"), self._process.errorString())


class PrelabelHost(QObject):
    """At most one session at a time. ``progressed`` comes a few times a second while it runs."""

    progressed = Signal(object)  # Tally
    noticed = Signal(str)  # a sentence
    finished = Signal(object, object)  # Finished, Tally

    def __init__(self, parent: QObject | None = None) -> None:
        """Do nothing yet."""
        super().__init__(parent)
        self._session: Session | None = None
        self._workers: dict[WorkerId, _Worker] = {}
        self._leaving: set[_Worker] = set()  # of sessions that are over; they end by themselves
        self._later: list[Callable[[], None]] | None = None  # what came while it was held
        self._timer = QTimer(self, interval=TICK_MS)
        self._timer.timeout.connect(self._tick)

    @property
    def running(self) -> bool:
        """Whether a session is under way."""
        return self._session is not None

    @property
    def tally(self) -> Tally:
        """The counts of the session under way."""
        return self._session.tally if self._session is not None else Tally()

    def start(
        self,
        project: Project,
        pipeline: str,
        *,
        first: ArticleId | None,
        covers: Callable[[str], bool] | None = None,
        retry: bool = True,
    ) -> None:
        """Begin with the article on screen; nothing if a session is running.

        ``pipeline`` is what a worker can load, ``covers`` and ``retry`` are as for ``Session``.
        """
        if self._session is not None:
            return
        self._session = Session(project, pipeline, first=first, covers=covers, retry=retry)
        self._timer.start()
        self._guarded(lambda session: session.start())

    def prioritise(self, article: ArticleId, following: Sequence[ArticleId] = ()) -> None:
        """Have an article read at once, and then those that follow it."""
        self._guarded(lambda session: session.prioritise(article, following))

    @property
    def paused(self) -> bool:
        """Whether the session under way gives nothing out for now."""
        return self._session is not None and self._session.paused

    def pause(self) -> None:
        """Give nothing out until ``resume``; the worker stays loaded."""
        if self._session is not None:
            self._session.pause()

    def resume(self) -> None:
        """Go on after a pause."""
        self._guarded(lambda session: session.resume())

    def cancel(self) -> None:
        """End early; it can be gone on with later."""
        self._guarded(lambda session: session.cancel())

    def close(self) -> None:
        """End at once and without a word: the project closes."""
        session, self._session = self._session, None
        self._timer.stop()
        if session is not None:
            session.cancel()
        for worker in (*self._workers.values(), *self._leaving):
            worker.end_now()
            worker.deleteLater()
        self._workers.clear()
        self._leaving.clear()

    def hold(self, held: bool) -> None:
        """Write nothing to the project for a while; what comes meanwhile is kept. False: go on with it."""
        later, self._later = self._later, [] if held else None
        for call in later or ():
            call()

    def _tick(self) -> None:
        if self._later is not None:
            return
        self._guarded(lambda session: session.tick())
        if self._session is not None:
            self.progressed.emit(self._session.tally)

    def _guarded(self, call: Callable[[Session], list[Action] | None]) -> None:
        session = self._session
        if session is None:
            return
        try:
            actions = call(session)
        except AppError as error:  # the project could not be written
            self._over(Finished(Outcome.FAILED, error))
            return
        self._carry_out(actions or [])

    def _carry_out(self, actions: list[Action]) -> None:
        for action in actions:
            match action:
                case Start(number):
                    self._start_worker(number)
                case Send(number, line):
                    if number in self._workers:
                        self._workers[number].send(line)
                case End(number):
                    if number in self._workers:
                        self._workers[number].let_go()
                case Kill(number):
                    worker = self._workers.pop(number, None)
                    if worker is not None:
                        self._leaving.add(worker)
                        worker.kill()
                case Notice(message):
                    self.noticed.emit(message)
                case ArticleFailed(_, title, reason):
                    words = translate("Prelabel", "“{title}” is left out: {reason}")
                    self.noticed.emit(words.format(title=title, reason=reason))
                case Finished():
                    self._over(action)

    def _start_worker(self, number: WorkerId) -> None:
        worker = _Worker(self)
        self._workers[number] = worker
        worker.line.connect(partial(self._line, number, worker))
        worker.ended.connect(partial(self._ended, number, worker))
        worker.start()

    def _line(self, number: WorkerId, worker: _Worker, line: bytes) -> None:
        if self._later is not None:
            self._later.append(partial(self._line, number, worker, line))
            return
        if self._workers.get(number) is worker:  # else it belongs to a session that is over
            self._guarded(lambda session: session.received(number, line))

    def _ended(self, number: WorkerId, worker: _Worker, how: str, details: str) -> None:
        if self._later is not None:
            self._later.append(partial(self._ended, number, worker, how, details))
            return
        worker.deleteLater()
        self._leaving.discard(worker)
        if self._workers.get(number) is worker:
            del self._workers[number]
            self._guarded(lambda session: session.ended(number, how, details))

    def _over(self, finished: Finished) -> None:
        session, self._session = self._session, None
        self._timer.stop()
        for worker in self._workers.values():
            worker.let_go()
            self._leaving.add(worker)
        self._workers.clear()
        tally = session.tally if session is not None else Tally()
        self.finished.emit(finished, tally)
