"""The worker process: reads commands from standard input, writes answers to standard output.

It never opens a project. Standard output is kept for the protocol: whatever libraries print goes to
standard error. ``ready`` is written before spaCy is imported. The process ends on ``stop``, when its input
ends (the app has gone), or when its output is closed.
"""

from __future__ import annotations

import faulthandler
import importlib.metadata
import os
import queue
import signal
import sys
import threading
import time
import traceback
from collections import deque
from typing import TYPE_CHECKING, BinaryIO, NoReturn

from desktop.core.prelabel.fields import ProtocolError
from desktop.core.prelabel.messages import (
    PROTOCOL,
    Answer,
    Cancel,
    Command,
    DocbinAdd,
    DocbinClose,
    DocbinOpen,
    DocbinRead,
    Done,
    Error,
    Load,
    Prelabel,
    Ready,
    Stop,
)
from desktop.core.prelabel.protocol import decode_command, encode

if TYPE_CHECKING:
    from desktop.worker.docbin import DocbinWriter
    from desktop.worker.prelabel import Pipeline

_WAITING_COMMANDS = 32
"""Commands read ahead; beyond it the app's writes block, so that a large export does not pile up here."""
_SWITCH_S = 0.001
"""How soon the thread that reads commands has its turn while a pipeline works."""
_GRACE_S = 3.0
"""After the app has gone, how long work under way may take to notice."""


class Worker:
    """The loop over commands; one is carried out at a time, while a thread reads ahead."""

    def __init__(self, commands: BinaryIO, answers: BinaryIO) -> None:
        self._input = commands
        self._output = answers
        self._waiting: queue.Queue[Command | ProtocolError] = queue.Queue(_WAITING_COMMANDS)
        self._urgent: deque[Prelabel] = deque()  # each has its turn in the queue as well, should nothing else run
        self._cancelled: set[int] = set()
        self._stopping = threading.Event()
        self._pipeline: Pipeline | None = None
        self._exports: dict[int, DocbinWriter | None] = {}  # None: failed, and the app was told

    def run(self) -> None:
        """Answer commands until told to stop; raises BrokenPipeError if nobody listens any more."""
        self._send(Ready(PROTOCOL, _spacy_version()))
        threading.Thread(target=self._read, name="commands", daemon=True).start()
        while True:
            command = self._waiting.get()
            if isinstance(command, Stop):
                return
            if isinstance(command, ProtocolError):
                self._send(Error(str(command)))
            else:
                self._carry_out(command)

    def _read(self) -> None:
        """Put commands into the queue; a cancelled job is known at once, whatever waits before it."""
        for line in self._input:
            try:
                command = decode_command(line)
            except ProtocolError as e:
                self._waiting.put(e)
                continue
            if isinstance(command, Cancel):
                self._cancelled.add(command.job)
            if isinstance(command, Stop):
                break
            if isinstance(command, Prelabel) and command.urgent:
                self._urgent.append(command)
            self._waiting.put(command)
        self._stopping.set()
        end = threading.Timer(_GRACE_S, os._exit, [0])  # a component may be deep in foreign code
        end.daemon = True
        end.start()
        self._waiting.put(Stop())

    def _carry_out(self, command: Command) -> None:
        match command:
            case Load():
                self._load(command)
            case Prelabel():
                self._serve_urgent()
                if not command.urgent:  # else it was among them, now or before
                    self._prelabel(command)
            case DocbinOpen() | DocbinAdd() | DocbinClose():
                self._export(command)
            case DocbinRead():
                self._read_docbin(command)
            case Cancel(job=job):
                if job in self._exports:
                    del self._exports[job]
                    self._send(Done(job))
                self._cancelled.discard(job)
            case Stop():
                pass

    def _load(self, command: Load) -> None:
        try:
            from desktop.worker.prelabel import Pipeline, PipelineError
        except Exception as e:  # noqa: BLE001  a broken installation of spaCy
            self._send(Error(f"spaCy cannot be loaded: {type(e).__name__}: {e}"))
            return
        try:
            self._pipeline = Pipeline.load(
                command.pipeline, rules=command.rules, claims=command.claims, alike=command.alike, gpu=command.gpu
            )
        except PipelineError as e:
            self._pipeline = None
            self._send(Error(str(e)))
        else:
            self._send(self._pipeline.info)

    def _prelabel(self, command: Prelabel) -> None:
        if self._pipeline is None:
            self._send(Error("No pipeline is loaded.", command.job))
            return

        def given_up() -> bool:
            return self._stopping.is_set() or command.job in self._cancelled

        if not given_up():
            for answer in self._pipeline.find(
                command.job, command.articles, cancelled=given_up, between=self._serve_urgent
            ):
                self._send(answer)
        self._send(Done(command.job))

    def _serve_urgent(self) -> None:
        """Carry out what overtakes everything: somebody looks at these articles."""
        time.sleep(0)  # lets the thread that reads commands go on, if it waits
        while self._urgent:
            self._prelabel(self._urgent.popleft())

    def _export(self, command: DocbinOpen | DocbinAdd | DocbinClose) -> None:
        job = command.job
        if job in self._cancelled:
            if isinstance(command, DocbinOpen):
                self._exports[job] = None
            return
        try:
            if isinstance(command, DocbinOpen):
                from desktop.worker.docbin import DocbinWriter

                self._exports[job] = DocbinWriter(command)
            elif job not in self._exports:
                raise ValueError("it was not opened")
            elif (writer := self._exports[job]) is None:
                pass
            elif isinstance(command, DocbinAdd):
                writer.add(command)
                if (dropped := writer.dropped()) is not None:
                    self._send(dropped)
            else:
                del self._exports[job]
                self._send(writer.close())
        except BrokenPipeError:
            raise
        except OSError as e:
            self._exports[job] = None
            self._send(Error(e.strerror or str(e), job, system=True))
        except Exception as e:  # noqa: BLE001  the edge: told to the app, which ends the export
            self._exports[job] = None
            self._send(Error(f"The export failed: {type(e).__name__}: {e}", job))

    def _read_docbin(self, command: DocbinRead) -> None:
        try:
            from desktop.worker.docbin_reading import docs

            for doc in docs(command):
                if self._stopping.is_set() or command.job in self._cancelled:
                    break
                self._send(doc)
        except BrokenPipeError:
            raise
        except OSError as e:
            self._send(Error(e.strerror or str(e), command.job, system=True))
        except Exception as e:  # noqa: BLE001  a broken file raises all sorts; told to the app
            self._send(Error(f"{type(e).__name__}: {e}", command.job))
        else:
            self._send(Done(command.job))

    def _send(self, answer: Answer) -> None:
        self._output.write(encode(answer))
        self._output.flush()


def _spacy_version() -> str:
    try:
        return importlib.metadata.version("spacy")
    except importlib.metadata.PackageNotFoundError:
        return ""


def _take_output() -> BinaryIO:
    """Return the real standard output and let everybody else, C libraries included, write to standard error."""
    answers = os.fdopen(os.dup(1), "wb", buffering=1 << 16)
    if sys.platform == "win32":
        import msvcrt

        msvcrt.setmode(answers.fileno(), os.O_BINARY)
        msvcrt.setmode(0, os.O_BINARY)
    try:
        os.dup2(2, 1)
    except OSError:  # a frozen program without a console has no standard error
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, 1)
        os.close(null)
    sys.stdout = sys.stderr
    return answers


def main() -> NoReturn:
    """Run the worker on this process's pipes, then end the process."""
    # Ctrl+C in a terminal reaches the whole process group; the app decides what becomes of the work.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.stderr is not None:
        faulthandler.enable()
    sys.setswitchinterval(_SWITCH_S)
    worker = Worker(os.fdopen(os.dup(0), "rb", buffering=1 << 16), _take_output())
    status = 0
    try:
        worker.run()
    except BrokenPipeError:
        status = 1
    except BaseException:  # noqa: BLE001  the last edge: into the log, then the status
        traceback.print_exc()
        status = 70
    if sys.stderr is not None:
        sys.stderr.flush()
    # Not sys.exit: the reading thread may sit in a blocking read, which would hold up a normal end.
    os._exit(status)


if __name__ == "__main__":
    main()
