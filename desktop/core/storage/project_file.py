"""Making a project file, opening one to work on it or only to read it: locking, checking, upgrading, connecting."""

from __future__ import annotations

import os
from pathlib import Path

from annotation_schema.model import Annotator
from annotation_schema.wording import translate
from desktop.core.clock import utc_now
from desktop.core.errors import AppError, ErrorCode
from desktop.core.storage import migrations, settings
from desktop.core.storage.connection import Database, WriteGate, check_header, explained, open_connection, transaction
from desktop.core.storage.lock import FileLock


def create(path: Path, *, annotator: str, schema: str, label_map: str, program: str) -> None:
    """Make a project file that holds a label schema and a label map (both JSON) and one annotator.

    It is built under another name and appears complete. Raises AppError FILE_EXISTS, SAVE_FAILED.
    """
    name = settings.annotator_name(annotator)
    path = path.absolute()
    exists = AppError(
        ErrorCode.FILE_EXISTS,
        translate("Storage", "{path} is already there.").format(path=path),
        hint=translate("Storage", "Open it, or choose another name."),
    )
    if path.exists():
        raise exists
    unfinished = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished.unlink(missing_ok=True)
        unfinished.touch()
    except OSError as error:
        raise AppError(
            ErrorCode.SAVE_FAILED,
            translate("Storage", "{path} cannot be made: {reason}.").format(path=path, reason=error.strerror or error),
            hint=translate("Storage", "Choose a folder that you may write to."),
        ) from error
    try:
        with explained(path):
            conn = migrations.create_file(unfinished)
            try:
                with transaction(conn):
                    settings.put(conn, "schema", schema)
                    settings.put(conn, "label_map", label_map)
                    settings.put(conn, "annotator", name)
                    settings.put(conn, "articles", "0")
                    settings.put(conn, "created", utc_now())
                    settings.put(conn, "written_by", program or _program_version())
                    settings.annotator_id(conn, name)
            finally:
                conn.close()
        if path.exists():
            raise exists
        unfinished.replace(path)
    finally:
        for extra in ("", "-wal", "-shm"):
            unfinished.with_name(unfinished.name + extra).unlink(missing_ok=True)


def open_file(path: Path, *, annotator: str | None) -> tuple[Database, Annotator, FileLock]:
    """Lock, check, upgrade and open a project file; an annotator who is new is entered.

    Raises AppError as ``Project.open`` says; then nothing stays locked or open.
    """
    path = path.absolute()
    check_header(path)
    lock = FileLock.acquire(path)
    try:
        conn = open_connection(path)
        try:
            with explained(path):
                conn = migrations.upgrade(conn, path)
                last = settings.get(conn, "annotator")
                name = settings.annotator_name(annotator) if annotator is not None else last
                if name != last:
                    with transaction(conn):
                        settings.put(conn, "annotator", name)
                        settings.annotator_id(conn, name)
                me = Annotator(settings.annotator_id(conn, name), name)
            return Database(path, conn, WriteGate()), me, lock
        except BaseException:
            conn.close()
            raise
    except BaseException:
        lock.release()
        raise


def open_to_read(path: Path, *, annotator: str | None) -> tuple[Database, Annotator]:
    """Check and open a project file, also one that somebody else has open or that cannot be written.

    Nothing is locked, upgraded or entered. Raises AppError as ``Project.open`` says.
    """
    path = path.absolute()
    conn = open_connection(path, readonly=True)
    try:
        with explained(path):
            if migrations.pending(conn):
                raise AppError(
                    ErrorCode.PROJECT_TOO_OLD,
                    translate(
                        "Storage", "{path} was made by an older version of Pressmark and is not brought up to date yet."
                    ).format(path=path),
                    hint=translate("Storage", "Open it once in the window, which does so and keeps a copy."),
                )
            name = settings.annotator_name(annotator) if annotator is not None else settings.get(conn, "annotator")
            number = settings.known_annotator(conn, name)
        if number is None:
            raise AppError(
                ErrorCode.USAGE,
                translate("Storage", "{path} has no annotator “{name}”.").format(path=path, name=name),
                hint=translate("Storage", "Name one that it has."),
            )
        return Database(path, conn, WriteGate()), Annotator(number, name)
    except BaseException:
        conn.close()
        raise


def _program_version() -> str:
    from importlib.metadata import PackageNotFoundError, version  # 10 ms that opening need not take

    try:
        return version("pressmark")
    except PackageNotFoundError:
        return "unknown"
