"""Workers of a pre-highlighting run on any ``concurrent.futures.Executor``: a pool of processes, a Dask cluster.

A run speaks to each worker in lines (``protocol``). ``ExecutorWorkers`` plays such workers: what they are asked
becomes calls of one function that the executor carries out wherever it likes, one call a worker at a time, so that
what is in flight is bounded by the number of workers. Only this process has the project.

A call that fails with an exception of its own (a cluster's node that was killed, say) ends that worker, and the run
finds out which article it was. When a whole executor breaks, as a pool does with any of its processes, another one is
made and every call that was under way is made again, alone: who breaks it then is to blame.
"""

from __future__ import annotations

import contextlib
import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import BrokenExecutor, CancelledError, Executor, Future
from typing import Any, Protocol

from annotation_schema.wording import translate
from desktop.core.errors import AppError, ErrorCode
from desktop.core.prelabel.messages import (
    PROTOCOL,
    ArticleText,
    Done,
    Error,
    Failed,
    Load,
    Loaded,
    Prelabel,
    Ready,
    Spans,
    Stop,
)
from desktop.core.prelabel.protocol import ONE_THREAD, decode_command, encode
from desktop.core.prelabel.run_options import RunOptions


class Batch(Protocol):
    """What the function gives back: which pipeline read, and its answers with 0 as job."""

    @property
    def info(self) -> Loaded:
        """The pipeline."""
        ...

    @property
    def answers(self) -> Sequence[Spans | Failed]:
        """One for each article."""
        ...


BatchFunction = Callable[[str, Sequence[ArticleText], RunOptions], Batch]
"""``desktop.worker.batch.prelabel_batch``: pipeline, articles, options; raises ValueError if it cannot be loaded."""


class ExecutorWorkers:
    """Makes workers over one executor; ``make`` gives an executor and is called again if it breaks."""

    def __init__(self, make: Callable[[], Executor], function: BatchFunction, *, spacy: str = "unknown") -> None:
        """Build the executor; what ``make`` raises passes through."""
        self._make = make
        self._function = function
        self._spacy = spacy
        self._lock = threading.RLock()
        self._executor = make()
        self._made = 0  # how many executors have broken
        self._under_way: set[_Call] = set()
        self._again: deque[_Call] = deque()  # to be made alone
        self._alone: _Call | None = None
        self._waiting: deque[_Call] = deque()  # while others are made alone
        self._closed = False

    def start(self, *, on_line: Callable[[bytes], None], on_end: Callable[[str, str], None]) -> ExecutorWorker:
        """Return a new worker; ``on_line`` and ``on_end`` are called on threads of the executor."""
        worker = ExecutorWorker(self, on_line, on_end)
        on_line(encode(Ready(PROTOCOL, self._spacy)))
        return worker

    def close(self) -> None:
        """Give up what has not begun and end the executor."""
        with self._lock:
            self._closed = True
            calls = [*self._under_way]
        for call in calls:
            if call.future is not None:
                call.future.cancel()
        self._executor.shutdown(wait=False)

    def submit(self, call: _Call) -> None:
        """Make a call as soon as nothing has to be alone."""
        with self._lock:
            if self._closed:
                return
            if self._again or self._alone is not None:
                self._waiting.append(call)
                return
            self._begin(call)

    def _begin(self, call: _Call) -> None:
        """Hand a call to the executor; its end comes on another thread, or at once."""
        self._under_way.add(call)
        made = self._made
        try:
            future = self._executor.submit(self._function, call.pipeline, call.articles, call.options)
        except BrokenExecutor as error:
            self._ended(call, made, None, error)
            return
        except RuntimeError as error:  # it was shut down
            if not self._closed:
                self._ended(call, made, None, error)
            return
        call.future = future
        future.add_done_callback(lambda done: self._done(call, made, done))

    def _done(self, call: _Call, made: int, future: Future[Batch]) -> None:
        try:
            result, error = future.result(), None
        except (Exception, CancelledError) as raised:  # noqa: BLE001  whatever an executor or a node of it raises
            result, error = None, raised
        self._ended(call, made, result, error)

    def _ended(self, call: _Call, made: int, result: Batch | None, error: BaseException | None) -> None:
        with self._lock:
            self._under_way.discard(call)
            if self._closed:
                return
            was_alone = self._alone is call
            if was_alone:
                self._alone = None
            if isinstance(error, BrokenExecutor) and made == self._made:
                self._made += 1
                self._executor.shutdown(wait=False)
                self._executor = self._make()
            again = isinstance(error, BrokenExecutor) and not was_alone
            if again:
                self._again.append(call)
            self._go_on()
        if not again:
            call.finish(result, error)

    def _go_on(self) -> None:
        """Make the next call that has to be alone once all others have come to their end, else those that wait."""
        if self._alone is None and self._again and not self._under_way:
            self._alone = self._again.popleft()
            self._begin(self._alone)
        elif self._alone is None and not self._again:
            while self._waiting and not self._again:
                self._begin(self._waiting.popleft())


class _Call:
    """One call of the function for a worker."""

    def __init__(self, worker: ExecutorWorker, articles: tuple[ArticleText, ...], job: int | None) -> None:
        self.worker = worker
        self.pipeline = worker.pipeline
        self.options = worker.options
        self.articles = articles
        self.job = job  # None: it only loads
        self.future: Future[Batch] | None = None

    def finish(self, result: Batch | None, error: BaseException | None) -> None:
        self.worker.finished(self, result, error)


class ExecutorWorker:
    """Looks to a run like a worker process; see the module."""

    def __init__(
        self, pool: ExecutorWorkers, on_line: Callable[[bytes], None], on_end: Callable[[str, str], None]
    ) -> None:
        """Wait for commands."""
        self._pool = pool
        self._on_line = on_line
        self._on_end = on_end
        self._lock = threading.RLock()
        self._jobs: deque[_Call] = deque()
        self._busy = False
        self._over = False
        self._info: Loaded | None = None
        self.pipeline = ""
        self.options = RunOptions()

    def send(self, line: bytes) -> None:
        """Take a command."""
        match decode_command(line):
            case Load() as command:
                self.pipeline = command.pipeline
                self.options = RunOptions(command.claims, command.rules, command.alike, command.gpu)
                self._put(_Call(self, (), None))
            case Prelabel() as command:
                self._put(_Call(self, command.articles, command.job), first=command.urgent)
            case Stop():
                self.ask_to_stop()
            case _:
                pass  # a cancelled job's answers are not listened to

    def ask_to_stop(self) -> None:
        """Take no further answer."""
        with self._lock:
            self._over = True
            self._jobs.clear()

    def kill(self) -> None:
        """Take no further answer: what an executor carries out cannot be ended from here."""
        self.ask_to_stop()

    def end(self) -> None:
        """Do nothing: there is no process that would have to be waited for."""

    def _put(self, call: _Call, *, first: bool = False) -> None:
        with self._lock:
            if self._over:
                return
            if first:
                self._jobs.appendleft(call)
            else:
                self._jobs.append(call)
            if self._busy:
                return
            self._busy = True
            call = self._jobs.popleft()
        self._pool.submit(call)

    def finished(self, call: _Call, result: Batch | None, error: BaseException | None) -> None:
        """Turn what a call gave into lines, and make the next call."""
        with self._lock:
            if self._over:
                return
            following = None
            if result is not None and self._fits(result.info, call):
                for answer in result.answers:
                    self._on_line(encode(_with_job(answer, call.job or 0)))
                if call.job is not None:
                    self._on_line(encode(Done(call.job)))
                if self._jobs:
                    following = self._jobs.popleft()
                else:
                    self._busy = False
            elif result is None:
                self._fail(call, error)
        if following is not None:
            self._pool.submit(following)

    def _fits(self, info: Loaded, call: _Call) -> bool:
        """Say what was loaded, the first time; refuse answers of another version, which a cluster may hold."""
        known = self._info
        if known is None:
            self._info = info
            self._on_line(encode(info))
            return True
        if (info.name, info.version) == (known.name, known.version):
            return True
        self._over = True
        said = translate(
            "Prelabel", "One node has {name} {version}, another {other} {other_version}: install the same."
        ).format(name=known.name, version=known.version, other=info.name, other_version=info.version)
        self._on_line(encode(Error(said, call.job)))
        return False

    def _fail(self, call: _Call, error: BaseException | None) -> None:
        if call.job is None and isinstance(error, ValueError):
            self._on_line(encode(Error(str(error))))
            return
        self._over = True
        self._jobs.clear()
        text = " ".join(str(error).split())
        kind = type(error).__name__
        how = (
            translate("Prelabel", "was lost")
            if isinstance(error, BrokenExecutor)
            else translate("Prelabel", "failed ({kind})").format(kind=kind)
        )
        self._on_end(how, f"{kind}: {text}")


def _with_job(answer: Spans | Failed, job: int) -> Spans | Failed:
    from dataclasses import replace

    return replace(answer, job=job)


# --- executors ---------------------------------------------------------------------------------


def process_pool(workers: int) -> Executor:
    """Return a pool of processes that keep their output out of ours and leave Ctrl+C to us."""
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    return ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=_quiet)


def _quiet() -> None:
    """In a process of the pool: one core, and standard output belongs to the command's result."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for name in ONE_THREAD:
        os.environ.setdefault(name, "1")
    with contextlib.suppress(OSError):
        os.dup2(2, 1)
    sys.stdout = sys.stderr


class DaskCluster:
    """A connection to a Dask scheduler; use it with ``with``."""

    def __init__(self, address: str) -> None:
        """Connect; raises AppError if Dask is not installed or the scheduler does not answer."""
        try:
            from distributed import Client
        except ImportError as error:
            said = translate("Prelabel", "Dask is not installed.")
            hint = translate("Prelabel", "Install it with: pip install “pressmark[dask]”.")
            raise AppError(ErrorCode.USAGE, said, hint=hint) from error
        try:
            self._client: Any = Client(address, timeout=10)
        except (OSError, TimeoutError, ValueError) as error:
            said = translate("Prelabel", "The Dask scheduler {address} does not answer.").format(address=address)
            hint = translate(
                "Prelabel", "Start it with “dask scheduler” and name its address, as in tcp://localhost:8786."
            )
            raise AppError(ErrorCode.WORKER_FAILED, said, hint=hint, details=str(error)) from error

    def workers(self) -> int:
        """Return how many worker processes the cluster has now."""
        return len(self._client.scheduler_info(n_workers=-1)["workers"])

    def executor(self) -> Executor:
        """Return the cluster as an executor; each call is one task that is not shared with others."""
        return self._client.get_executor(pure=False, retries=0)

    def close(self) -> None:
        """End the connection; the cluster goes on."""
        self._client.close()

    def __enter__(self) -> DaskCluster:
        """Return the connection itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """End the connection."""
        self.close()
