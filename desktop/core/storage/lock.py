"""One process at a time: an advisory lock on ``<project>.lock``, which dies with its process.

The file's content says who holds it; a file left behind by a killed process is simply taken over.
"""

from __future__ import annotations

import contextlib
import errno
import json
import os
import platform
import sys
from pathlib import Path
from typing import Any, cast

from annotation_schema.wording import translate
from desktop.core.clock import utc_now
from desktop.core.errors import AppError, ErrorCode

_FAR_BYTE = 1 << 30  # Windows' locks hide the bytes they cover: keep the content readable
_TAKEN = {errno.EWOULDBLOCK, errno.EAGAIN, errno.EACCES, errno.EDEADLK}


class FileLock:
    """The held lock of a project; ``release`` is safe to call twice."""

    def __init__(self, path: Path, fd: int) -> None:
        """Take over the open, locked descriptor."""
        self._path = path
        self._fd: int | None = fd

    @staticmethod
    def acquire(project: Path) -> FileLock:
        """Return the lock of a project file, or raise AppError PROJECT_IN_USE that names who has it."""
        path = project.with_name(project.name + ".lock")
        while True:
            try:
                fd = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o644)
            except OSError as error:
                raise AppError(
                    ErrorCode.SAVE_FAILED,
                    translate("Storage", "{path} cannot be written: {reason}.").format(
                        path=path, reason=error.strerror or error
                    ),
                    hint=translate(
                        "Storage", "Change the permissions of its folder, or copy the project to a place of your own."
                    ),
                ) from error
            try:
                _lock(fd)
            except OSError as error:
                holder = _read(fd)
                os.close(fd)
                if error.errno in _TAKEN:
                    raise _in_use(project, holder) from None
                raise AppError(
                    ErrorCode.SAVE_FAILED,
                    translate("Storage", "{path} cannot be locked: {reason}.").format(
                        path=path, reason=error.strerror or error
                    ),
                    hint=translate("Storage", "Copy the project to a local disk."),
                ) from error
            if _still_there(fd, path):
                break
            os.close(fd)  # its last holder removed it between our open and our lock: try again
        who = {"pid": os.getpid(), "host": platform.node(), "program": _program(), "since": utc_now()}
        with contextlib.suppress(OSError):  # on a full disk nobody learns who holds it, but it is held
            os.ftruncate(fd, 0)
            os.lseek(fd, 0, os.SEEK_SET)
            os.write(fd, json.dumps(who).encode())
        return FileLock(path, fd)

    def release(self) -> None:
        """Give the project free and take the file away."""
        if self._fd is None:
            return
        fd, self._fd = self._fd, None
        with contextlib.suppress(OSError):  # Windows does not remove an open file: it stays, which is harmless
            self._path.unlink()
        os.close(fd)


def _program() -> str:
    name = Path(sys.argv[0]).name if sys.argv else ""
    return "Pressmark" if name in ("", "-c", "-m", "__main__.py") else name


def _lock(fd: int) -> None:
    if sys.platform == "win32":
        import msvcrt

        os.lseek(fd, _FAR_BYTE, os.SEEK_SET)
        msvcrt.locking(fd, msvcrt.LK_NBLCK, 1)
        os.lseek(fd, 0, os.SEEK_SET)
    else:
        import fcntl

        fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _still_there(fd: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(fd), path.stat())
    except OSError:
        return False


def _read(fd: int) -> dict[str, Any]:
    try:
        os.lseek(fd, 0, os.SEEK_SET)
        value: object = json.loads(os.read(fd, 4096))
    except (OSError, ValueError):
        return {}
    return cast("dict[str, Any]", value) if isinstance(value, dict) else {}


def _in_use(project: Path, who: dict[str, Any]) -> AppError:
    if not who:
        sentence = translate("Storage", "{project} is already open in another process.")
    elif who.get("pid") == os.getpid() and who.get("host") == platform.node():
        sentence = translate("Storage", "{project} is already open in this program (process {pid}), since {since}.")
    else:
        sentence = translate(
            "Storage", "{project} is already open in {program} (process {pid} on {host}), since {since}."
        )
    known = {key: who.get(key, "?") for key in ("program", "pid", "host", "since")}
    return AppError(
        ErrorCode.PROJECT_IN_USE,
        sentence.format(project=project, **known),
        hint=translate("Storage", "Close it there first."),
        details=json.dumps(who),
    )
