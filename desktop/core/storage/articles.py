"""Articles: reading them, and the queue's ids and rows."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from typing import cast

from annotation_schema.model import Article, ArticleId, Status
from desktop.core import blind_share
from desktop.core.edits import State
from desktop.core.storage import settings
from desktop.core.storage.codec import load_attributes, load_object
from desktop.core.storage.offers import COVERED, COVERED_IN_IDS, OPEN_SUGGESTION, SUGGESTION_KEY
from desktop.core.view import ArticleFilter, ArticleRow, QueueCounts, is_quick

EMPTY_STATE = State(Status.TODO, {})
ARTICLE_COLUMNS = "uid, title, text, byline, publisher, published, url, language, section, meta"
_ARTICLE = f"SELECT {ARTICLE_COLUMNS} FROM article JOIN article_text USING (id)"


def article_of(row: Sequence[str]) -> Article:
    """Return the article of a row of ``ARTICLE_COLUMNS``."""
    return Article(*row[:9], meta=load_object(row[9]))


def get(conn: sqlite3.Connection, article_id: ArticleId) -> Article | None:
    """Return an article with its text."""
    row = conn.execute(f"{_ARTICLE} WHERE id = ?", (article_id,)).fetchone()
    return article_of(row) if row else None


def sha256(conn: sqlite3.Connection, article_id: ArticleId) -> str | None:
    """Return the hash of an article's text, as hex digits."""
    row = conn.execute("SELECT sha256 FROM article WHERE id = ?", (article_id,)).fetchone()
    return row[0].hex() if row else None


def id_of(conn: sqlite3.Connection, uid: str) -> ArticleId | None:
    """Return the row number of the article with that uid."""
    row = conn.execute("SELECT id FROM article WHERE uid = ?", (uid,)).fetchone()
    return row[0] if row else None


def total(conn: sqlite3.Connection) -> int:
    """Return how many articles there are (kept by ``bulk``, since counting a million takes long)."""
    row = conn.execute("SELECT value FROM project WHERE key = 'articles'").fetchone()
    return int(row[0]) if row else 0


def all_ids(conn: sqlite3.Connection) -> list[ArticleId]:
    """Return every id in import order."""
    count = total(conn)
    first, last = conn.execute("SELECT (SELECT min(id) FROM article), (SELECT max(id) FROM article)").fetchone()
    if count and (first, last) == (1, count):
        return cast("list[ArticleId]", list(range(1, count + 1)))  # so many different numbers in 1..n are all of them
    return [row[0] for row in conn.execute("SELECT id FROM article ORDER BY id")]


def ids_in(conn: sqlite3.Connection, covers: Callable[[str], bool]) -> list[ArticleId]:
    """Return the ids of the articles for whose language ``covers`` says yes, in import order; reads every row."""
    wanted = {code for code in languages(conn) if covers(code)}
    return [i for i, code in conn.execute("SELECT id, language FROM article ORDER BY id") if (code or "") in wanted]


def languages(conn: sqlite3.Connection) -> dict[str, int]:
    """Return how many articles there are in each language as the sources give it; reads every row."""
    return dict(conn.execute("SELECT coalesce(language, ''), count(*) FROM article GROUP BY 1 ORDER BY 2 DESC, 1"))


def match_expression(text: str) -> str:
    """Return an FTS5 expression for what a person typed: all words, the last as a beginning; "…" is a phrase."""
    terms: list[str] = []
    open_end = not text.rstrip().endswith('"')
    for phrase, word in re.findall(r'"([^"]*)"?|(\S+)', text):
        words = re.findall(r"[\w]+", phrase or word)
        if words:
            terms.append('"' + " ".join(words) + '"')
    if terms and open_end and text == text.rstrip():
        terms[-1] += "*"
    return " ".join(terms)


def ids(conn: sqlite3.Connection, wanted: ArticleFilter, annotator_id: int) -> list[ArticleId]:
    """Return the ids of the articles that a filter lets through, in the order of import."""
    expression = match_expression(wanted.text)
    if wanted.text.strip() and not expression:
        return []  # only punctuation: no word can match
    if wanted.titles_only and expression:
        expression = f"title : ({expression})"
    if is_quick(wanted):
        return _ids_by_text_and_status(conn, expression, wanted.statuses, annotator_id)
    where: list[str] = []
    values: dict[str, object] = {"annotator": annotator_id}
    whose = [annotator_id]
    if wanted.annotators:
        whose = [i for i, name in conn.execute("SELECT id, name FROM annotator") if name in wanted.annotators]
        if not (wanted.statuses or wanted.labels):
            where.append(
                "(id IN (SELECT article_id FROM state WHERE annotator_id IN (SELECT value FROM json_each(:whose)))"
                " OR id IN (SELECT article_id FROM span WHERE annotator_id IN (SELECT value FROM json_each(:whose))))"
            )
    values["whose"] = json.dumps(whose)
    if expression:
        where.append("id IN (SELECT rowid FROM article_fts WHERE article_fts MATCH :text)")
        values["text"] = expression
    if wanted.statuses:
        condition = _status_condition(wanted.statuses)
        where.append(f"({' OR '.join(condition.format(whose=i) for i in whose) or '0'})")
    for column, chosen in (("publisher", wanted.publishers), ("language", wanted.languages)):
        if chosen:
            where.append(f"{column} IN (SELECT value FROM json_each(:{column}))")
            values[column] = json.dumps(sorted(chosen))
    if wanted.since or wanted.until:  # an article without a date is in no stretch of time
        where.append(
            "coalesce(published, '') <> '' AND published >= :since"
            " AND (:until = '' OR substr(published, 1, length(:until)) <= :until)"
        )
        values |= {"since": wanted.since, "until": wanted.until}
    if wanted.labels:
        where.append(
            "id IN (SELECT article_id FROM span WHERE annotator_id IN (SELECT value FROM json_each(:whose))"
            " AND label IN (SELECT value FROM json_each(:labels)))"
        )
        values["labels"] = json.dumps(sorted(wanted.labels))
    if wanted.with_open_suggestions:
        where.append(f"EXISTS (SELECT 1 FROM suggestion s WHERE s.article_id = article.id AND {OPEN_SUGGESTION})")
    before = COVERED if wanted.with_open_suggestions else ""
    which = "WHERE " + " AND ".join(where) if where else ""
    found = [row[0] for row in conn.execute(f"{before}SELECT id FROM article {which} ORDER BY id", values)]
    return without_hidden(conn, found, annotator_id) if wanted.with_open_suggestions else found


def _ids_by_text_and_status(
    conn: sqlite3.Connection, expression: str, statuses: frozenset[Status], annotator_id: int
) -> list[ArticleId]:
    """The common case without a look at the article table, whose rows would all have to be read."""
    if expression:
        query = "SELECT rowid FROM article_fts WHERE article_fts MATCH ? ORDER BY rowid"
        found: list[ArticleId] = [row[0] for row in conn.execute(query, (expression,))]
    else:
        found = all_ids(conn)
    if not statuses:
        return found
    by_todo = Status.TODO in statuses  # no row in state means todo
    others = [s for s in Status if (s in statuses) != by_todo]
    query = f"SELECT article_id FROM state WHERE annotator_id = ? AND status IN ({_literals(others)})"
    touched = {row[0] for row in conn.execute(query, (annotator_id,))}
    return [i for i in found if (i in touched) != by_todo]


def _status_condition(statuses: Iterable[Status]) -> str:
    chosen = set(statuses)
    touched = "id {} (SELECT article_id FROM state WHERE annotator_id = {{whose}} AND status IN ({}))"
    if Status.TODO in chosen:  # no row in state means todo
        return touched.format("NOT IN", _literals(s for s in Status if s not in chosen))
    return touched.format("IN", _literals(chosen))


def _literals(statuses: Iterable[Status]) -> str:
    return ", ".join(f"'{s.value}'" for s in sorted(statuses))


def rows(conn: sqlite3.Connection, article_ids: Sequence[ArticleId], annotator_id: int) -> list[ArticleRow]:
    """Return the queue's rows of some articles (about a hundred), in the order asked; unknown ids are left out."""
    values = {"ids": json.dumps(list(article_ids)), "annotator": annotator_id}
    counts: dict[int, dict[str, int]] = {}
    for article, label, number in conn.execute(
        """SELECT article_id, label, count(*) FROM json_each(:ids) JOIN span ON article_id = json_each.value
        WHERE annotator_id = :annotator GROUP BY article_id, label""",
        values,
    ):
        counts.setdefault(article, {})[label] = number
    open_counts: dict[int, int] = dict(
        conn.execute(
            f"""{COVERED_IN_IDS}SELECT s.article_id, count(DISTINCT {SUGGESTION_KEY})
            FROM json_each(:ids) JOIN suggestion s ON s.article_id = json_each.value
            WHERE {OPEN_SUGGESTION} GROUP BY s.article_id""",
            values,
        )
    )
    rule = blind_share.parse(settings.get(conn, blind_share.SETTING))
    found = {
        row[0]: ArticleRow(
            id=row[0],
            title=row[1],
            publisher=row[2],
            published=row[3],
            status=Status(row[6] or "todo"),
            counts=counts.get(row[0], {}),
            open_suggestions=0 if rule.hides(row[5], _state(row[6], row[7])) else open_counts.get(row[0], 0),
            words=row[4],
            uid=row[5],
        )
        for row in conn.execute(
            """SELECT article.id, title, publisher, published, words, uid, status, state.attributes
            FROM json_each(:ids) JOIN article ON article.id = json_each.value
            LEFT JOIN state ON article_id = article.id AND annotator_id = :annotator""",
            values,
        )
    }
    return [found[i] for i in article_ids if i in found]


def _state(status: str | None, attributes: str | None) -> State:
    return State(Status(status), load_attributes(attributes)) if status else EMPTY_STATE


def without_hidden(conn: sqlite3.Connection, found: list[ArticleId], annotator_id: int) -> list[ArticleId]:
    """Return the articles whose suggestions the annotator may see."""
    rule = blind_share.parse(settings.get(conn, blind_share.SETTING))
    query = """SELECT article.id, uid, status, attributes FROM json_each(?) JOIN article ON article.id = json_each.value
        LEFT JOIN state ON article_id = article.id AND annotator_id = ?"""
    rows = conn.execute(query, (json.dumps(found), annotator_id))
    hidden = {row[0] for row in rows if rule.hides(row[1], _state(row[2], row[3]))}
    return [i for i in found if i not in hidden] if hidden else found


def queue_counts(conn: sqlite3.Connection, annotator_id: int) -> QueueCounts:
    """Return how many articles are in each status for an annotator."""
    everything = total(conn)
    by_status: dict[str, int] = dict(
        conn.execute(
            "SELECT status, count(*) FROM state WHERE annotator_id = ? AND status <> 'todo' GROUP BY status",
            (annotator_id,),
        )
    )
    return QueueCounts(
        total=everything,
        todo=everything - sum(by_status.values()),
        started=by_status.get("started", 0),
        done=by_status.get("done", 0),
        flagged=by_status.get("flagged", 0),
    )
