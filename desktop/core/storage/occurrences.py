"""Articles in which a string may stand, with their texts and what an annotator has there, a few hundred at a time."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterator, Sequence

from annotation_schema.model import ArticleId, Fragments
from desktop.core.occurrences import ArticleTags, Batch
from desktop.core.storage.articles import all_ids
from desktop.core.storage.codec import load_fragments

_BATCH = 200
# The index takes a run of letters as one word, also in scripts that write without spaces.
_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
)
_UNSPACED_LANGUAGES = ("ja", "zh", "yue", "th", "lo", "km", "my")


def containing(conn: sqlite3.Connection, surface: str) -> list[ArticleId]:
    """Return the articles in whose text a string may stand as whole words; never too few, in import order."""
    if not any(c.isalnum() for c in surface) or "\x00" in surface or _UNSPACED.search(surface):
        return all_ids(conn)
    phrase = 'text : "' + surface.replace('"', '""') + '"'
    languages = " OR ".join(f"language LIKE '{code}%'" for code in _UNSPACED_LANGUAGES)
    query = f"""SELECT rowid FROM article_fts WHERE article_fts MATCH ?
        UNION SELECT id FROM article WHERE {languages} ORDER BY 1"""
    return [row[0] for row in conn.execute(query, (phrase,))]


def batches(
    conn: sqlite3.Connection, surface: str, annotator_id: int, within: Sequence[ArticleId] | None
) -> Iterator[Batch]:
    """Give the articles that contain a string, with how many of all candidates were looked at."""
    ids = containing(conn, surface) if within is None else list(within)
    for first in range(0, len(ids), _BATCH):
        some = ids[first : first + _BATCH]
        yield Batch(first + len(some), len(ids), tuple(_articles(conn, surface, annotator_id, some)))
    if not ids:
        yield Batch(0, 0, ())


def _articles(
    conn: sqlite3.Connection, surface: str, annotator_id: int, ids: Sequence[ArticleId]
) -> Iterator[ArticleTags]:
    values = {"ids": json.dumps(ids), "annotator": annotator_id}
    texts = conn.execute(
        """SELECT article.id, title, text FROM json_each(:ids) JOIN article ON article.id = json_each.value
        JOIN article_text ON article_text.id = article.id""",
        values,
    ).fetchall()
    found = {row[0]: row for row in texts if surface in row[2]}
    if not found:
        return
    values["ids"] = json.dumps(list(found))
    tagged: dict[int, list[tuple[str, Fragments]]] = {i: [] for i in found}
    for article, label, start, end, fragments in conn.execute(
        """SELECT article_id, label, start, "end", fragments FROM json_each(:ids)
        JOIN span ON article_id = json_each.value WHERE annotator_id = :annotator""",
        values,
    ):
        tagged[article].append((label, load_fragments(start, end, fragments)))
    rejected: dict[int, set[tuple[str, Fragments]]] = {i: set() for i in found}
    for article, label, start, end, fragments in conn.execute(
        """SELECT article_id, label, start, "end", fragments FROM json_each(:ids)
        JOIN suggestion ON article_id = json_each.value JOIN verdict ON suggestion_id = suggestion.id
        WHERE annotator_id = :annotator AND verdict = 'rejected'""",
        values,
    ):
        rejected[article].add((label, load_fragments(start, end, fragments)))
    for number, (_, title, text) in found.items():
        yield ArticleTags(ArticleId(number), title, text, tuple(tagged[number]), frozenset(rejected[number]))
