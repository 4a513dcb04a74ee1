"""One worker process with threads for its pipes, and a blocking client for exports.

``WorkerProcess`` only moves lines; what they mean is ``session``'s (pre-highlighting) or the caller's.
"""

from __future__ import annotations

import contextlib
import queue
import signal
import subprocess
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Sequence
from types import TracebackType
from typing import IO

from annotation_schema.wording import translate
from desktop.core.errors import AppError, ErrorCode
from desktop.core.prelabel.fields import ProtocolError
from desktop.core.prelabel.messages import Answer, Command, Ready, Stop
from desktop.core.prelabel.protocol import decode_answer, encode, worker_environment

GRACE_S = 3.0
"""How long a worker that was told to stop may take before it is killed."""
_TAIL_LINES = 30
_START_S = 60.0


class WorkerProcess:
    """A running worker. ``on_line`` and ``on_end`` are called on threads of this object, ``on_end`` once and last."""

    def __init__(
        self,
        command: Sequence[str],
        *,
        on_line: Callable[[bytes], None],
        on_end: Callable[[str, str], None],
        log: Callable[[str], None] | None = None,
        backlog: int = 0,
    ) -> None:
        """Start the process; raises AppError if that is impossible.

        ``on_end`` gets how it ended ("was killed by SIGKILL") and the last lines of its standard error; ``log``
        gets each such line. ``backlog``: lines that wait before ``send`` blocks; 0 for any number.
        """
        self._on_line = on_line
        self._on_end = on_end
        self._log = log
        self._tail: deque[str] = deque(maxlen=_TAIL_LINES)
        self._outgoing: queue.Queue[bytes | None] = queue.Queue(backlog)
        try:
            self._process = subprocess.Popen(
                list(command),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                env=worker_environment(),
                creationflags=subprocess.CREATE_NO_WINDOW if sys.platform == "win32" else 0,
            )
        except OSError as e:
            raise AppError(
                ErrorCode.WORKER_FAILED,
                translate("Prelabel", "The worker process cannot be started: {reason}.").format(reason=e.strerror or e),
                hint=translate("Prelabel", "Install Pressmark again."),
                details=" ".join(command),
            ) from e
        assert self._process.stdin and self._process.stdout and self._process.stderr
        self._threads = [
            threading.Thread(target=self._write, args=(self._process.stdin,), daemon=True),
            threading.Thread(target=self._read_errors, args=(self._process.stderr,), daemon=True),
            threading.Thread(target=self._read, args=(self._process.stdout,), daemon=True),
        ]
        for thread in self._threads:
            thread.start()

    @property
    def pid(self) -> int:
        """The process id."""
        return self._process.pid

    def send(self, line: bytes) -> None:
        """Have a line written; a worker that has ended takes it silently (its end is reported by ``on_end``)."""
        self._outgoing.put(line)

    def ask_to_stop(self) -> None:
        """Have the worker told to stop once all lines so far are written; returns at once."""
        with contextlib.suppress(queue.Full):  # a worker that takes nothing any more; ``end`` will kill it
            self._outgoing.put_nowait(encode(Stop()))
            self._outgoing.put_nowait(None)

    def kill(self) -> None:
        """End the process at once; its end is reported by ``on_end``."""
        self._process.kill()

    def end(self, *, grace_s: float = GRACE_S) -> None:
        """Wait for a worker that was asked to stop, kill it after the grace, and wait for the threads."""
        try:
            self._process.wait(grace_s)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._outgoing.put(None)
        for thread in self._threads:
            thread.join(GRACE_S)

    def _write(self, pipe: IO[bytes]) -> None:
        alive = True
        while (line := self._outgoing.get()) is not None:
            if alive:
                try:
                    pipe.write(line)
                    pipe.flush()
                except OSError:  # it has ended; go on taking lines, so that nobody waits for room
                    alive = False
        with contextlib.suppress(OSError):  # closing flushes, which a broken pipe refuses
            pipe.close()

    def _read(self, pipe: IO[bytes]) -> None:
        with pipe:
            for line in pipe:
                self._on_line(line)
        try:
            status = self._process.wait(GRACE_S)
        except subprocess.TimeoutExpired:  # it closed its output but lives: nothing can come of it
            self._process.kill()
            status = self._process.wait()
        self._threads[1].join(1.0)
        self._on_end(ending_in_words(status), "\n".join(self._tail))

    def _read_errors(self, pipe: IO[bytes]) -> None:
        with pipe:
            for raw in pipe:
                line = raw.decode("utf-8", "replace").rstrip("\r\n")
                self._tail.append(line)
                if self._log is not None:
                    self._log(line)


def ending_in_words(status: int) -> str:
    """Return how a process ended, to stand after "The worker process": a negative status is a signal."""
    if status < 0:
        try:
            return translate("Prelabel", "was killed by {signal}").format(signal=signal.Signals(-status).name)
        except ValueError:
            return translate("Prelabel", "was killed by signal {signal}").format(signal=-status)
    return translate("Prelabel", "ended with status {status}").format(status=status)


class WorkerClient:
    """A worker for one caller who sends commands and waits for answers; use it with ``with``."""

    def __init__(self, command: Sequence[str], *, log: Callable[[str], None] | None = None) -> None:
        """Start a worker and wait until it is ready; raises AppError (worker-failed)."""
        self._answers: queue.SimpleQueue[bytes | tuple[str, str]] = queue.SimpleQueue()
        self._end: tuple[str, str] | None = None
        self._process = WorkerProcess(
            command,
            on_line=self._answers.put,
            on_end=lambda how, tail: self._answers.put((how, tail)),
            log=log,
            backlog=8,
        )
        try:
            answer = self.receive(_START_S)
            if not isinstance(answer, Ready) or not answer.spacy:
                raise AppError(
                    ErrorCode.WORKER_FAILED,
                    translate("Prelabel", "The worker process has no spaCy."),
                    hint=translate("Prelabel", "Install spaCy."),
                )
        except BaseException:
            self.close()
            raise

    def __enter__(self) -> WorkerClient:
        """Return the client itself."""
        return self

    def __exit__(self, kind: type[BaseException] | None, value: BaseException | None, at: TracebackType | None) -> None:
        """End the worker."""
        self.close()

    def send(self, command: Command) -> None:
        """Send a command; waits while the worker has enough to do."""
        self._process.send(encode(command))

    def receive(self, timeout_s: float | None = None) -> Answer:
        """Return the next answer; raises AppError (worker-failed) if the worker ends, babbles or is too slow.

        ``timeout_s`` None waits as long as the worker lives.
        """
        answer = self._next(timeout_s)
        if answer is None:
            raise AppError(
                ErrorCode.WORKER_FAILED,
                translate("Prelabel", "The worker process did not answer for {seconds:.0f} s.").format(
                    seconds=timeout_s
                ),
            )
        return answer

    def wait(self, timeout_s: float) -> Answer | None:
        """Return the next answer, or None if there is none in time; raises as ``receive`` does."""
        return self._next(timeout_s)

    def poll(self) -> Answer | None:
        """Return an answer that has arrived, or None; raises as ``receive`` does."""
        return self._next(0.0)

    def kill(self) -> None:
        """End the worker at once: it does not answer."""
        self._process.kill()

    def close(self) -> None:
        """End the worker, by force if need be. May be called twice."""
        self._process.ask_to_stop()
        self._process.end()

    def _next(self, timeout_s: float | None) -> Answer | None:
        until = None if timeout_s is None else time.monotonic() + timeout_s
        while True:
            if self._end is not None:
                raise _ended(*self._end)
            try:
                wait = None if until is None else max(until - time.monotonic(), 0.0)
                got = self._answers.get(timeout=wait) if wait != 0.0 else self._answers.get_nowait()
            except queue.Empty:
                return None
            if isinstance(got, tuple):
                self._end = got
                continue
            if not got.startswith(b"{"):
                continue  # printed by something before the worker took its output
            try:
                return decode_answer(got)
            except ProtocolError as e:
                raise AppError(
                    ErrorCode.WORKER_FAILED,
                    translate("Prelabel", "The worker process cannot be understood. {problem}").format(problem=e),
                ) from e


def _ended(how: str, tail: str) -> AppError:
    return AppError(
        ErrorCode.WORKER_FAILED,
        translate("Prelabel", "The worker process {how} in the middle of its work.").format(how=how),
        hint=translate("Prelabel", "Try again; the log has more."),
        details=tail,
    )
