"""Talking to a terminal or a script: results, errors, progress, Ctrl+C and the log file of a command."""

from __future__ import annotations

import json
import logging
import logging.handlers
import os
import shutil
import signal
import sys
import time
from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Self

_PROGRESS_SECONDS = 2.0
_LOG_BYTES = 1_000_000


def result(held: object, lines: Sequence[str], *, as_json: bool) -> None:
    """Write the outcome to standard output: JSON in ASCII, which every terminal and pipe takes, or the lines."""
    text = json.dumps(held) if as_json else "\n".join(lines)
    if text:
        sys.stdout.write(f"{text}\n")


def error(code: str, message: str, hint: str, *, as_json: bool) -> None:
    """Write an error to standard error as a sentence, and with ``as_json`` also as an object to standard output."""
    sys.stderr.write(f"{message} {hint}".strip() + "\n")
    sys.stderr.flush()
    if as_json:
        result({"error": {"code": code, "message": message, "hint": hint}}, (), as_json=True)
        sys.stdout.flush()


@contextmanager
def interruptible() -> Generator[Callable[[], bool]]:
    """Let the first Ctrl+C end the work after the piece at hand (the callable says so), the second one at once."""
    pressed = False

    def press(number: int, frame: FrameType | None) -> None:
        nonlocal pressed
        if pressed:
            raise KeyboardInterrupt
        pressed = True

    before = signal.signal(signal.SIGINT, press)
    try:
        yield lambda: pressed
    finally:
        signal.signal(signal.SIGINT, before)


class Progress:
    """One line on standard error that is written over in a terminal, else a line every two seconds.

    Whatever was shown last stands there at the end, however quick the work was.
    """

    def __init__(self) -> None:
        """Start silent."""
        self._terminal = sys.stderr.isatty()
        self._told = time.monotonic()
        self._width = 0
        self._untold = ""

    def __enter__(self) -> Self:
        """Return the object itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Show the last state, and end the line."""
        self._catch_up()

    def show(self, words: str) -> None:
        """Say how far the work is; "" says nothing."""
        if self._terminal:
            # A line that is wider than the terminal would go on to the next and could not be written over.
            words = words[: max(shutil.get_terminal_size().columns - 1, 1)]
            sys.stderr.write("\r" + words.ljust(self._width))
            sys.stderr.flush()
            self._width = len(words)
            return
        self._untold = words
        if time.monotonic() - self._told >= _PROGRESS_SECONDS:
            self._catch_up()

    def tell(self, words: str) -> None:
        """Say something that stays."""
        self._catch_up()
        sys.stderr.write(f"{words}\n")
        sys.stderr.flush()

    def _catch_up(self) -> None:
        if self._width:
            sys.stderr.write("\n")
            self._width = 0
        if self._untold:
            sys.stderr.write(f"{self._untold}\n")
            self._untold = ""
            self._told = time.monotonic()
        sys.stderr.flush()


class _LateFile(logging.Handler):
    """A log file that comes into being, with its folder, when there is something to write."""

    def __init__(self, folder: Path) -> None:
        super().__init__(logging.WARNING)
        self._folder = folder
        self._file: logging.Handler | None = None

    def emit(self, record: logging.LogRecord) -> None:
        try:
            if self._file is None:
                self._folder.mkdir(parents=True, exist_ok=True)
                path = self._folder / "pressmark.log"
                self._file = logging.handlers.RotatingFileHandler(
                    path, maxBytes=_LOG_BYTES, backupCount=3, encoding="utf-8", errors="backslashreplace"
                )
                self._file.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
        except OSError:
            # Nowhere to log: better in the terminal than lost.
            sys.stderr.write(logging.Formatter().format(record) + "\n")
            return
        self._file.emit(record)

    def close(self) -> None:
        if self._file is not None:
            self._file.close()
        super().close()


def log_to_file(folder: Path) -> None:
    """Send warnings and errors of the whole program to ``pressmark.log`` in the folder, and nowhere else."""
    root = logging.getLogger()
    for handler in [h for h in root.handlers if isinstance(h, _LateFile)]:
        root.removeHandler(handler)
        handler.close()
    root.addHandler(_LateFile(folder))


def set_up_streams() -> None:
    """Let no character of a title or a path break the output, whatever the terminal's encoding."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")


def silence_stdout() -> None:
    """Keep Python from failing once more when it flushes a closed pipe at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
