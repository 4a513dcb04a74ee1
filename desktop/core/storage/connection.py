"""Connections to a project file, transactions, and what SQLite's errors mean to a user."""

from __future__ import annotations

import os
import sqlite3
import struct
import threading
import time
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from annotation_schema.wording import mark, marked, translate
from desktop.core.errors import AppError, ErrorCode

APPLICATION_ID = 0x50524D4B  # "PRMK"
FORMAT_LEVEL = 1
"""What this program understands; a file's ``user_version`` is the smallest level that may open it."""
SUFFIX = ".pressmark"
_HEADER = b"SQLite format 3\x00"
BUSY_TIMEOUT_MS = 5000
CHECKPOINT_PAGES = 1000


def check_header(path: Path, *, readonly: bool = False) -> None:
    """Raise AppError unless the file looks like a project, and can be written unless it is only to be read.

    Nothing is locked or created.
    """
    try:
        if path.is_dir():
            raise AppError(
                ErrorCode.NOT_A_PROJECT,
                translate("Storage", "{path} is a folder, not a project file.").format(path=path),
                hint=translate("Storage", "Choose a file that ends in {suffix}.").format(suffix=SUFFIX),
            )
        with path.open("rb") as file:
            head = file.read(100)
    except FileNotFoundError:
        raise AppError(
            ErrorCode.FILE_NOT_FOUND,
            translate("Storage", "There is no file {path}.").format(path=path),
            hint=translate("Storage", "Check the name, or make a new project."),
        ) from None
    except OSError as error:
        raise _unreadable(path, error) from error
    if not head:
        raise AppError(
            ErrorCode.NOT_A_PROJECT,
            translate("Storage", "{path} is an empty file, not a project.").format(path=path),
            hint=translate("Storage", "If it was one, restore it from a backup."),
        )
    if len(head) < 100 or not head.startswith(_HEADER):
        raise AppError(
            ErrorCode.NOT_A_PROJECT,
            translate("Storage", "{path} is not a Pressmark project.").format(path=path),
            hint=translate("Storage", "Articles are brought in with Import; projects are opened."),
        )
    (application,) = struct.unpack(">I", head[68:72])
    if application != APPLICATION_ID:
        raise AppError(
            ErrorCode.NOT_A_PROJECT,
            translate("Storage", "{path} is a database of another program, not a Pressmark project.").format(path=path),
            hint=translate("Storage", "Choose a file that ends in {suffix}.").format(suffix=SUFFIX),
        )
    if not readonly and not _writable(path):
        raise AppError(
            ErrorCode.SAVE_FAILED,
            translate("Storage", "{path} cannot be written.").format(path=path),
            hint=translate(
                "Storage", "Change the permissions of the file and its folder, or copy it to a place of your own."
            ),
        )


def _writable(path: Path) -> bool:
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def _unreadable(path: Path, error: OSError) -> AppError:
    return AppError(
        ErrorCode.FILE_UNREADABLE,
        translate("Storage", "{path} cannot be read: {reason}.").format(path=path, reason=error.strerror or error),
        hint=translate("Storage", "Check its permissions and the disk."),
    )


def open_connection(path: Path, *, readonly: bool = False) -> sqlite3.Connection:
    """Return a connection to an existing project file, in autocommit, usable from any one thread at a time.

    Every edit is on the disk when its transaction has ended (WAL, synchronous=FULL).
    ``readonly``: it refuses to write, and the file may lie where nothing can be written.
    Raises AppError with a sentence if the file is no project, too new, damaged or unreadable.
    """
    check_header(path, readonly=readonly)
    with explained(path):
        conn = connect(path, mode=_read_mode(path) if readonly else "mode=rw")
        try:
            level = conn.execute("PRAGMA user_version").fetchone()[0]
            if level > FORMAT_LEVEL:
                writer = conn.execute("SELECT value FROM project WHERE key = 'written_by'").fetchone()
                raise AppError(
                    ErrorCode.PROJECT_TOO_NEW,
                    translate("Storage", "{path} was made by a newer version of Pressmark ({version}).").format(
                        path=path, version=writer[0] if writer else translate("Storage", "unknown")
                    ),
                    hint=translate("Storage", "Install that version or a later one to open it."),
                )
            if readonly:
                conn.execute("PRAGMA query_only = ON")
        except BaseException:
            conn.close()
            raise
    return conn


def _read_mode(path: Path) -> str:
    """Return how SQLite is to open a file for reading: beside others it needs to write its own files of the log."""
    if _writable(path):
        return "mode=rw"
    log = path.with_name(path.name + "-wal")
    # Without a log everything is in the file, and nobody can change it.
    return "mode=ro" if log.exists() and log.stat().st_size else "mode=ro&immutable=1"


def connect(path: Path, *, mode: str = "mode=rw") -> sqlite3.Connection:
    """Return a connection with the settings every connection has; the file must exist."""
    conn = sqlite3.connect(
        f"{path.absolute().as_uri()}?{mode}",
        uri=True,
        isolation_level=None,
        check_same_thread=False,
        timeout=BUSY_TIMEOUT_MS / 1000,
        cached_statements=256,
    )
    try:
        conn.execute("PRAGMA foreign_keys = ON")
        conn.execute("PRAGMA synchronous = FULL")
        conn.execute("PRAGMA temp_store = MEMORY")
        conn.execute("PRAGMA cache_size = -8192")
        if mode == "mode=rw" and conn.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
            conn.execute("PRAGMA journal_mode = WAL")
    except BaseException:
        conn.close()
        raise
    return conn


_ENVIRONMENT = {
    sqlite3.SQLITE_FULL: (
        mark("Storage", "The disk is full: {path}."),
        mark("Storage", "Free some space and try again."),
    ),
    sqlite3.SQLITE_IOERR: (
        mark("Storage", "The disk reported an error: {path}."),
        mark("Storage", "Check the disk and make a copy of the project."),
    ),
    sqlite3.SQLITE_BUSY: (
        mark("Storage", "Another program is writing to the project: {path}."),
        mark("Storage", "Close it and try again."),
    ),
    sqlite3.SQLITE_LOCKED: (
        mark("Storage", "Another program is writing to the project: {path}."),
        mark("Storage", "Close it and try again."),
    ),
    sqlite3.SQLITE_READONLY: (
        mark("Storage", "The project file is write-protected: {path}."),
        mark("Storage", "Change its permissions, or use a copy."),
    ),
    sqlite3.SQLITE_CANTOPEN: (
        mark("Storage", "The project file cannot be opened: {path}."),
        mark("Storage", "Check that it is still there."),
    ),
    sqlite3.SQLITE_PERM: (
        mark("Storage", "The project file may not be opened: {path}."),
        mark("Storage", "Check its permissions."),
    ),
    sqlite3.SQLITE_NOLFS: (
        mark("Storage", "The disk cannot hold a file this large: {path}."),
        mark("Storage", "Move the project to another disk."),
    ),
}
_DAMAGED = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}


def explain(error: sqlite3.Error, path: Path) -> AppError | None:
    """Return what an error of SQLite means if its cause is the surroundings, None if it is our bug."""
    code: int | None = getattr(error, "sqlite_errorcode", None)
    if code is None:
        return None
    primary = code & 0xFF  # extended codes hold the primary one in the low byte
    details = f"{getattr(error, 'sqlite_errorname', code)}: {error}"
    if primary in _DAMAGED:
        return AppError(
            ErrorCode.PROJECT_DAMAGED,
            translate("Storage", "{path} is damaged.").format(path=path),
            hint=translate("Storage", "Keep the file and restore the project from a backup."),
            details=details,
        )
    if primary in _ENVIRONMENT:
        what, hint = (marked("Storage", words) for words in _ENVIRONMENT[primary])
        return AppError(ErrorCode.SAVE_FAILED, what.format(path=path), hint=hint, details=details)
    return None


@contextmanager
def explained(path: Path) -> Generator[None]:
    """Turn SQLite's errors that come from the surroundings into AppError; others are bugs and pass."""
    try:
        yield
    except sqlite3.Error as error:
        known = explain(error, path)
        if known is None:
            raise
        raise known from error


@contextmanager
def transaction(conn: sqlite3.Connection) -> Generator[None]:
    """Run the block as one transaction that takes the write lock at once; undo all of it on any exception."""
    conn.execute("BEGIN IMMEDIATE")
    try:
        yield
        conn.execute("COMMIT")
    except BaseException:
        # A full disk makes SQLite roll back by itself; then there is nothing left to undo.
        if conn.in_transaction:
            conn.execute("ROLLBACK")
        raise


class WriteGate:
    """Lets the connections of this process write in turn, those in a hurry before bulk work.

    SQLite's own lock is polled with growing pauses, so that a save beside an import could wait
    long or starve; this one is handed over at once.
    """

    def __init__(self) -> None:
        """Start free."""
        self._lock = threading.Lock()
        self._count_lock = threading.Lock()
        self._waiting = 0
        self.bulk_running = False
        self.writers = 0
        """How many connections of this process may want to write."""

    @contextmanager
    def turn(self, *, patient: bool = False) -> Generator[None]:
        """Hold the right to write; ``patient`` work lets all others go first."""
        if patient:
            while self._waiting:
                time.sleep(0.0005)
            with self._lock:
                yield
            return
        with self._count_lock:
            self._waiting += 1
        try:
            self._lock.acquire()
        finally:
            with self._count_lock:
                self._waiting -= 1
        try:
            yield
        finally:
            self._lock.release()


class Database:
    """One connection to a project file, with its turn to write and its errors in words."""

    def __init__(self, path: Path, conn: sqlite3.Connection, gate: WriteGate) -> None:
        """Take over an open connection."""
        self.path = path
        self.conn = conn
        self.gate = gate
        self._checkpoint_pages = CHECKPOINT_PAGES
        self.readonly = bool(conn.execute("PRAGMA query_only").fetchone()[0])
        self._may_write = not self.readonly
        gate.writers += self._may_write

    @contextmanager
    def write(self, *, patient: bool = False) -> Generator[sqlite3.Connection]:
        """Give the connection inside a transaction; all or nothing. Raises AppError (SAVE_FAILED and others)."""
        if self.readonly:
            raise AppError(
                ErrorCode.SAVE_FAILED,
                translate("Storage", "{path} was opened only for reading.").format(path=self.path),
                hint=translate("Storage", "Nothing was changed."),
            )
        with self.gate.turn(patient=patient), explained(self.path):
            self._set_checkpointing()
            with transaction(self.conn):
                yield self.conn

    def _set_checkpointing(self) -> None:
        # While bulk work runs, a save must not have to move the bulk's pages into the file: ``bulk`` does that.
        pages = 0 if self.gate.bulk_running else CHECKPOINT_PAGES
        if pages != self._checkpoint_pages:
            self.conn.execute(f"PRAGMA wal_autocheckpoint = {pages}")
            self._checkpoint_pages = pages

    @contextmanager
    def bulk(self) -> Generator[None]:
        """Mark the time in which this connection does bulk work in many transactions."""
        self.gate.bulk_running = True
        try:
            yield
        finally:
            self.gate.bulk_running = False
            with self.read():
                self._set_checkpointing()
                self.checkpoint()

    def checkpoint(self, *, above: int = 0) -> None:
        """Move the write-ahead log into the file if it is longer than ``above`` bytes; writers go on meanwhile."""
        log = self.path.with_name(self.path.name + "-wal")
        if log.exists() and log.stat().st_size > above:
            self.conn.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()

    @contextmanager
    def read(self) -> Generator[sqlite3.Connection]:
        """Give the connection for reading, with errors in words."""
        with explained(self.path):
            yield self.conn

    def second(self, *, readonly: bool = False) -> Database:
        """Return another connection to the same file, for another thread; it can do no more than this one."""
        return Database(self.path, open_connection(self.path, readonly=readonly or self.readonly), self.gate)

    def close(self) -> None:
        """Close the connection; the last one moves the write-ahead log into the file."""
        self.gate.writers -= self._may_write
        self._may_write = False
        self.conn.close()
