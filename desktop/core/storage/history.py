"""The journal as an article's history: entries, and the steps between now and one of them."""

from __future__ import annotations

import sqlite3

from annotation_schema.model import Annotator, ArticleId
from desktop.core.edits import Step
from desktop.core.history import HistoryEntry, HistoryId, HistoryState
from desktop.core.step_json import load_step


def entries(conn: sqlite3.Connection, article_id: ArticleId) -> tuple[HistoryEntry, ...]:
    """Return the steps of all annotators that concern an article, newest first."""
    query = """SELECT journal.id, at, annotator.name, words, state
        FROM journal_article JOIN journal ON journal.id = journal_id JOIN annotator ON annotator.id = annotator_id
        WHERE article_id = ? ORDER BY journal.id DESC"""
    return tuple(
        HistoryEntry(HistoryId(row[0]), row[1], row[2], row[3], HistoryState(row[4]))
        for row in conn.execute(query, (article_id,))
    )


def whose(conn: sqlite3.Connection, entry: HistoryId) -> tuple[Annotator, HistoryState] | None:
    """Return who made a step and what has become of it; None if there is none of that number."""
    row = conn.execute(
        "SELECT annotator.id, name, state FROM journal JOIN annotator ON annotator.id = annotator_id"
        " WHERE journal.id = ?",
        (entry,),
    ).fetchone()
    return (Annotator(row[0], row[1]), HistoryState(row[2])) if row else None


def applied_after(conn: sqlite3.Connection, article_id: ArticleId, annotator_id: int, entry: int) -> list[Step]:
    """Return an annotator's steps after one that are in effect, newest first, as far as they concern an article."""
    return _steps(
        conn, article_id, annotator_id, "state = 'applied' AND journal.id > ? ORDER BY journal.id DESC", entry
    )


def undone_until(conn: sqlite3.Connection, article_id: ArticleId, annotator_id: int, entry: int) -> list[Step]:
    """Return an annotator's steps that were undone, up to one and with it, oldest first."""
    return _steps(conn, article_id, annotator_id, "state = 'undone' AND journal.id <= ? ORDER BY journal.id", entry)


def _steps(
    conn: sqlite3.Connection, article_id: ArticleId, annotator_id: int, condition: str, entry: int
) -> list[Step]:
    query = f"""SELECT words, step FROM journal_article JOIN journal ON journal.id = journal_id
        WHERE article_id = ? AND annotator_id = ? AND {condition}"""
    rows = conn.execute(query, (article_id, annotator_id, entry))
    return [load_step(step, words, only=article_id) for words, step in rows]
