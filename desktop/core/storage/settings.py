"""What is kept once per project: its schema, label map and totals by key, and its annotators."""

from __future__ import annotations

import sqlite3
from typing import cast

from annotation_schema.wording import translate
from desktop.core.errors import AppError, ErrorCode


def get(conn: sqlite3.Connection, key: str) -> str:
    """Return a value, or "" if it was never set."""
    row = conn.execute("SELECT value FROM project WHERE key = ?", (key,)).fetchone()
    return row[0] if row else ""


def put(conn: sqlite3.Connection, key: str, value: str) -> None:
    """Set a value; must run inside a transaction."""
    conn.execute("INSERT INTO project(key, value) VALUES (?1, ?2) ON CONFLICT DO UPDATE SET value = ?2", (key, value))


def annotators(conn: sqlite3.Connection) -> list[str]:
    """Return the names of all annotators, in order."""
    return [name for (name,) in conn.execute("SELECT name FROM annotator ORDER BY name")]


def known_annotator(conn: sqlite3.Connection, name: str) -> int | None:
    """Return the number of an annotator, None if the project has no such one."""
    row = conn.execute("SELECT id FROM annotator WHERE name = ?", (name,)).fetchone()
    return row[0] if row else None


def annotator_id(conn: sqlite3.Connection, name: str) -> int:
    """Return the number of an annotator, who is entered if new."""
    known = known_annotator(conn, name)
    if known is not None:
        return known
    return cast(int, conn.execute("INSERT INTO annotator(name) VALUES (?)", (name,)).lastrowid)


def annotator_name(name: str) -> str:
    """Return a name without white space around it; raises AppError USAGE if nothing is left."""
    name = " ".join(name.split())
    if not name:
        raise AppError(
            ErrorCode.USAGE,
            translate("Storage", "An annotator needs a name."),
            hint=translate("Storage", "Give one that is not empty."),
        )
    return name
