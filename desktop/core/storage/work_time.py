"""Rows of how long annotators worked on articles: one for each pair, in milliseconds; no part of the journal."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from annotation_schema.model import ArticleId


def milliseconds(conn: sqlite3.Connection, article: ArticleId, annotator: int) -> int:
    """Return how long an annotator has worked on an article."""
    query = "SELECT milliseconds FROM work_time WHERE article_id = ? AND annotator_id = ?"
    row = conn.execute(query, (article, annotator)).fetchone()
    return row[0] if row else 0


def add(conn: sqlite3.Connection, annotator: int, worked: Iterable[tuple[ArticleId, int]]) -> None:
    """Add milliseconds to articles; must run inside a transaction. An article that is gone is left out."""
    conn.executemany(
        """INSERT INTO work_time(article_id, annotator_id, milliseconds) SELECT id, ?1, ?3 FROM article WHERE id = ?2
        ON CONFLICT DO UPDATE SET milliseconds = milliseconds + ?3""",
        [(annotator, article, time) for article, time in worked],
    )
