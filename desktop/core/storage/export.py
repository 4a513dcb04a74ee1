"""All records of a project as one stream, each table read once in article order."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator
from typing import Any, TypeVar

from annotation_schema.ids import id_text
from annotation_schema.model import (
    AnnotationSet,
    Article,
    ArticleRecord,
    Decision,
    Relation,
    Span,
    Status,
    SuggestionSet,
)
from annotation_schema.offsets import surface
from annotation_schema.wording import translate
from desktop.core.errors import AppError, ErrorCode
from desktop.core.storage.annotations import SPAN_COLUMNS, decision_of, relation_of, span_of
from desktop.core.storage.articles import ARTICLE_COLUMNS, article_of
from desktop.core.storage.codec import load_attributes
from desktop.core.storage.connection import Database
from desktop.core.storage.suggestions import SUGGESTION_COLUMNS, suggested_relation_of, suggestion_of

Row = tuple[Any, ...]
T = TypeVar("T")


class Groups:
    """Rows sorted by their first column, handed out one article at a time."""

    def __init__(self, rows: Iterable[Row]) -> None:
        """Take over a cursor."""
        self._rows = iter(rows)
        self._next: Row | None = next(self._rows, None)

    def take(self, article_id: int) -> list[Row]:
        """Return the rows of an article; articles must be asked for in order."""
        found: list[Row] = []
        row = self._next
        while row is not None and row[0] <= article_id:
            if row[0] == article_id:
                found.append(row)
            row = next(self._rows, None)
        self._next = row
        return found


def alone(db: Database, read: Callable[[sqlite3.Connection], Iterator[T]]) -> Iterator[T]:
    """Give what ``read`` gives on a connection of its own, which is closed at the end."""
    own = db.second(readonly=True)
    try:
        with own.read() as conn:
            yield from read(conn)
    finally:
        own.close()


def records(
    conn: sqlite3.Connection, *, with_suggestions: bool, within: Collection[int] | None = None
) -> Iterator[ArticleRecord]:
    """Give every article (or those of ``within``) with all annotations, by id; memory holds one article at a time.

    The connection must be the caller's own: it stays in one read transaction, so that edits meanwhile do not
    show. Raises AppError EXPORT_REFUSED at the first span whose
    stored surface is not what the text has there.
    """
    conn.execute("BEGIN")
    names: dict[int, str] = dict(conn.execute("SELECT id, name FROM annotator"))
    states = Groups(conn.execute("SELECT article_id, annotator_id, status, attributes FROM state ORDER BY article_id"))
    spans = Groups(
        conn.execute(f"SELECT article_id, annotator_id, surface, {SPAN_COLUMNS} FROM span ORDER BY article_id, start")
    )
    relations = Groups(
        conn.execute(
            "SELECT article_id, annotator_id, id, type, source_id, target_id, attributes FROM relation"
            " ORDER BY article_id, id"
        )
    )
    suggested = _SuggestionStream(conn, names) if with_suggestions else None
    for row in conn.execute(f"SELECT id, {ARTICLE_COLUMNS} FROM article JOIN article_text USING (id) ORDER BY id"):
        number = row[0]
        if within is not None and number not in within:
            continue  # Groups pass over the rows of articles that nobody asks for
        article = article_of(row[1:])
        by_annotator: dict[int, tuple[list[Span], list[Relation]]] = {}
        for span_row in spans.take(number):
            span = span_of(span_row[3:])
            if surface(article.text, span.fragments) != span_row[2]:
                raise AppError(
                    ErrorCode.EXPORT_REFUSED,
                    translate(
                        "Export",
                        "Article {article}: the text of span {span} ({start} to {end}) is not the one it was made for.",
                    ).format(article=article.uid, span=id_text(span.id), start=span.start, end=span.end),
                    hint=translate(
                        "Export", "Nothing was written. Run the project check, and restore the project from a backup."
                    ),
                )
            by_annotator.setdefault(span_row[1], ([], []))[0].append(span)
        for relation_row in relations.take(number):
            by_annotator.setdefault(relation_row[1], ([], []))[1].append(relation_of(relation_row[2:]))
        status = {r[1]: (Status(r[2]), load_attributes(r[3])) for r in states.take(number)}
        sets: list[AnnotationSet] = []
        for annotator in sorted(by_annotator.keys() | status.keys(), key=lambda a: names[a]):
            own_spans, own_relations = by_annotator.get(annotator, ([], []))
            own_spans.sort(key=lambda s: (s.start, -s.end, s.id))
            how_far, attributes = status.get(annotator, (Status.TODO, {}))
            sets.append(AnnotationSet(names[annotator], how_far, attributes, tuple(own_spans), tuple(own_relations)))
        yield ArticleRecord(article, tuple(sets), suggested.take(number) if suggested else None)


def articles(conn: sqlite3.Connection, *, within: Collection[int] | None = None) -> Iterator[Article]:
    """Give every article (or those of ``within``) by id; memory holds one at a time."""
    for row in conn.execute(f"SELECT id, {ARTICLE_COLUMNS} FROM article JOIN article_text USING (id) ORDER BY id"):
        if within is None or row[0] in within:
            yield article_of(row[1:])


class _SuggestionStream:
    """Suggestions with everybody's verdicts, one article at a time."""

    def __init__(self, conn: sqlite3.Connection, names: dict[int, str]) -> None:
        self._names = names
        self._spans = Groups(
            conn.execute(
                f"SELECT s.article_id, {SUGGESTION_COLUMNS} FROM suggestion s JOIN run ON run.id = s.run_id"
                " ORDER BY s.article_id, s.start"
            )
        )
        self._verdicts = Groups(
            conn.execute(
                "SELECT s.article_id, s.id, v.annotator_id, v.verdict, v.span_id, v.at FROM suggestion s"
                " JOIN verdict v ON v.suggestion_id = s.id ORDER BY s.article_id"
            )
        )
        self._relations = Groups(
            conn.execute(
                "SELECT article_id, id, type, source_id, target_id, score FROM suggested_relation"
                " ORDER BY article_id, id"
            )
        )

    def take(self, article_id: int) -> SuggestionSet:
        verdicts: dict[int, list[Decision]] = {}
        for _, number, annotator, *verdict in self._verdicts.take(article_id):
            verdicts.setdefault(number, []).append(decision_of(self._names[annotator], tuple(verdict)))
        spans = [
            suggestion_of(row[1:], tuple(sorted(verdicts.get(row[1], ()), key=lambda d: d.annotator)))
            for row in self._spans.take(article_id)
        ]
        spans.sort(key=lambda s: (s.start, -s.end, s.id))
        return SuggestionSet(
            tuple(spans), tuple(suggested_relation_of(r[1:]) for r in self._relations.take(article_id))
        )
