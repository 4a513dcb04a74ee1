"""The journal: every step ever applied, from which undo and redo work, also after a restart.

Each annotator has a stack of their own. ``applied`` rows can be undone, newest first; ``undone`` rows
can be redone, oldest first; a new step turns the undone ones into ``dropped``, kept for history.
"""

from __future__ import annotations

import sqlite3
from typing import NewType, cast

from desktop.core.clock import utc_now
from desktop.core.edits import Step
from desktop.core.held_steps import merged
from desktop.core.step_json import dump_step, load_step

JournalId = NewType("JournalId", int)


def record(conn: sqlite3.Connection, annotator_id: int, step: Step, *, going_on: JournalId | None = None) -> JournalId:
    """Write a step that has just been carried out; must run in the same transaction as its edits.

    ``going_on``: a row that the step is to become one with, if it is still what undo would take back.
    """
    if going_on is not None and _go_on(conn, annotator_id, step, going_on):
        return going_on
    conn.execute("UPDATE journal SET state = 'dropped' WHERE annotator_id = ? AND state = 'undone'", (annotator_id,))
    cursor = conn.execute(
        "INSERT INTO journal(annotator_id, at, words, step, state) VALUES (?, ?, ?, ?, 'applied')",
        (annotator_id, utc_now(), step.words, dump_step(step)),
    )
    number = JournalId(cast(int, cursor.lastrowid))
    conn.executemany(
        "INSERT OR IGNORE INTO journal_article(article_id, journal_id) VALUES (?, ?)",
        [(article, number) for article in step.articles],
    )
    return number


def _go_on(conn: sqlite3.Connection, annotator_id: int, step: Step, entry: JournalId) -> bool:
    last = to_undo(conn, annotator_id)
    if last is None or last[0] != entry or redo_words(conn, annotator_id) is not None:
        return False
    whole = merged(last[1], step)
    if whole is None:
        return False
    conn.execute("UPDATE journal SET step = ? WHERE id = ?", (dump_step(whole), entry))
    return True


def weight(conn: sqlite3.Connection, annotator_id: int, *, undo: bool) -> int:
    """Return the length of the step that undo or redo would move, in characters; 0 if there is none."""
    row = conn.execute(f"SELECT length(step) {_UNDO if undo else _REDO}", (annotator_id,)).fetchone()
    return row[0] if row else 0


_UNDO = "FROM journal WHERE annotator_id = ? AND state = 'applied' ORDER BY id DESC LIMIT 1"
_REDO = "FROM journal WHERE annotator_id = ? AND state = 'undone' ORDER BY id LIMIT 1"


def undo_words(conn: sqlite3.Connection, annotator_id: int) -> str | None:
    """Return the words of the step that undo would take back."""
    row = conn.execute(f"SELECT words {_UNDO}", (annotator_id,)).fetchone()
    return row[0] if row else None


def redo_words(conn: sqlite3.Connection, annotator_id: int) -> str | None:
    """Return the words of the step that redo would bring back."""
    row = conn.execute(f"SELECT words {_REDO}", (annotator_id,)).fetchone()
    return row[0] if row else None


def to_undo(conn: sqlite3.Connection, annotator_id: int) -> tuple[JournalId, Step] | None:
    """Return the step that undo takes back."""
    return _entry(conn.execute(f"SELECT id, words, step {_UNDO}", (annotator_id,)).fetchone())


def to_redo(conn: sqlite3.Connection, annotator_id: int) -> tuple[JournalId, Step] | None:
    """Return the step that redo brings back."""
    return _entry(conn.execute(f"SELECT id, words, step {_REDO}", (annotator_id,)).fetchone())


def _entry(row: tuple[int, str, str] | None) -> tuple[JournalId, Step] | None:
    return (JournalId(row[0]), load_step(row[2], row[1])) if row else None


def mark(conn: sqlite3.Connection, entry: JournalId, *, undone: bool) -> None:
    """Note that a step was undone or redone."""
    conn.execute("UPDATE journal SET state = ? WHERE id = ?", ("undone" if undone else "applied", entry))


def give_up(conn: sqlite3.Connection, entry: JournalId, annotator_id: int, *, redo: bool) -> None:
    """Keep a step that does not fit any more for history only; with ``redo`` all that were built on it, too."""
    if redo:
        conn.execute(
            "UPDATE journal SET state = 'dropped' WHERE annotator_id = ? AND state = 'undone'", (annotator_id,)
        )
    else:
        conn.execute("UPDATE journal SET state = 'dropped' WHERE id = ?", (entry,))
