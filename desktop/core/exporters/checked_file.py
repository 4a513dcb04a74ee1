"""A file of an export, written, brought to the disk, read back and hashed beside the work that fills it.

What is read back is compared byte by byte with what was written, and it is what was read that is hashed. All of that
waits for the disk or runs without the interpreter's lock, so a thread of its own costs the export next to nothing.
"""

from __future__ import annotations

import errno
import hashlib
import os
from pathlib import Path
from queue import Queue
from threading import Thread
from types import TracebackType
from typing import Self

_PIECE = 1 << 20
_WAITING = 4  # pieces at most, so that memory stays flat where the disk is slow
_SYNC = 8 << 20


class CheckedFile:
    """Use it in a ``with`` block: at its end the file is complete and ``sha256`` is known. Raises OSError."""

    def __init__(self, path: Path) -> None:
        """Write to a new file."""
        self._path = path
        self._parts: list[bytes] = []
        self._size = 0
        self._waiting: Queue[list[bytes] | None] = Queue(_WAITING)
        self._error: Exception | None = None
        self._hash = hashlib.sha256()
        self._thread = Thread(target=self._work, name="export-file", daemon=True)
        self._thread.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Complete the file; after an error of the block, only stop."""
        if kind is None:
            self._send()
        self._waiting.put(None)
        self._thread.join()
        if kind is None and self._error is not None:
            raise self._error

    @property
    def sha256(self) -> str:
        """The hex SHA-256 of the bytes, once the file is complete."""
        return self._hash.hexdigest()

    def write(self, data: bytes) -> None:
        """Add to the file; raises OSError if something before could not be written or read back."""
        self._parts.append(data)
        self._size += len(data)
        if self._size >= _PIECE:
            self._send()

    def _send(self) -> None:
        if self._error is not None:
            raise self._error
        if self._parts:
            self._waiting.put(self._parts)
            self._parts, self._size = [], 0

    def _work(self) -> None:
        more = True  # pieces may come
        try:
            with self._path.open("wb", buffering=0) as out, self._path.open("rb", buffering=0) as back:
                unsynced = 0
                while (parts := self._waiting.get()) is not None:
                    data = b"".join(parts)  # joined here, since that much is joined without the interpreter's lock
                    _write(out.fileno(), data)
                    unsynced += len(data)
                    if unsynced >= _SYNC:
                        os.fsync(out.fileno())
                        unsynced = 0
                    self._check(back.fileno(), data)
                more = False
                os.fsync(out.fileno())
        except OSError as error:
            self._error = error
            while more and self._waiting.get() is not None:
                pass

    def _check(self, file: int, data: bytes) -> None:
        """Read as many bytes, and compare."""
        read = os.read(file, len(data))
        while len(read) < len(data):
            more = os.read(file, len(data) - len(read))
            if not more:
                break
            read += more
        if read != data:
            raise OSError(errno.EIO, os.strerror(errno.EIO), str(self._path))
        self._hash.update(read)


def _write(file: int, data: bytes) -> None:
    done = os.write(file, data)
    while done < len(data):
        done += os.write(file, memoryview(data)[done:])
