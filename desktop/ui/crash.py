"""What happens to errors that nobody expected: a log file, a dialog with details to copy, a clean close.

Native crashes (a fault inside a library) cannot show a dialog; ``faulthandler`` writes them to ``fault.log``,
which the next start offers.
"""

from __future__ import annotations

import faulthandler
import logging
import platform
import sys
import threading
import traceback
from collections.abc import Callable
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType
from typing import IO

from PySide6.QtCore import QObject, Signal, qVersion

LOG_NAME = "pressmark.log"
FAULT_NAME = "fault.log"

_log = logging.getLogger("pressmark")


class Crash(QObject):
    """The one exception hook. ``show`` is called with the details, once, on the window's thread; then ``close``."""

    _raised = Signal(str)

    def __init__(self, folder: Path, show: Callable[[str], None], close: Callable[[], None]) -> None:
        """Prepare; ``install`` puts the hook in place."""
        super().__init__()
        self._folder = folder
        self._show = show
        self._close = close
        self._told = False
        self.fault = ""
        self._fault: IO[str] | None = None
        self._fault_before = False
        self._before = (sys.excepthook, threading.excepthook)
        self._raised.connect(self._tell)

    def install(self) -> None:
        """Log to files from now on and catch what nobody catches. ``fault`` then holds what a native crash left."""
        self.fault = self._last_fault()
        self._folder.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(self._folder / LOG_NAME, maxBytes=1_000_000, backupCount=3, encoding="utf-8")
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
        self._handler = handler
        logging.getLogger().addHandler(handler)
        logging.getLogger("pressmark").setLevel(logging.INFO)
        self._fault = (self._folder / FAULT_NAME).open("a", encoding="utf-8")
        self._fault_before = faulthandler.is_enabled()
        faulthandler.enable(self._fault)
        sys.excepthook = self._hook
        threading.excepthook = self._thread_hook

    def remove(self) -> None:
        """Put everything back as it was."""
        sys.excepthook, threading.excepthook = self._before
        if self._fault is not None:
            faulthandler.disable()
            if self._fault_before:
                faulthandler.enable()
            self._fault.close()
            self._fault = None
            logging.getLogger().removeHandler(self._handler)
            self._handler.close()

    def _last_fault(self) -> str:
        """Return what a native crash of an earlier run left, and forget it; "" if there was none."""
        file = self._folder / FAULT_NAME
        try:
            text = file.read_text("utf-8", "replace").strip()
            if text:
                file.replace(file.with_suffix(".old"))
        except OSError:
            return ""
        return text

    def _hook(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            self._before[0](kind, error, trace)
            return
        details = "".join(traceback.format_exception(kind, error, trace))
        _log.critical("unexpected error\n%s", details)
        # The hook may run on any thread; the signal brings the words to the window's.
        self._raised.emit(details)

    def _thread_hook(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self._hook(args.exc_type, args.exc_value, args.exc_traceback)

    def _tell(self, details: str) -> None:
        if self._told:
            return
        self._told = True
        try:
            self._show(f"{details}\n{environment_words()}")
        finally:
            self._close()


def environment_words() -> str:
    """Return the versions that a report needs."""
    return f"Python {platform.python_version()}, Qt {qVersion()}, {platform.platform()}"
