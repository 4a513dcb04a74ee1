"""Whether a project file is sound: SQLite's own checks, and that everything still fits together.

Findings name article and span; nothing is changed. Reads the whole file once.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from hashlib import sha256
from typing import Literal

from annotation_schema.ids import id_text
from annotation_schema.model import AnnotationSet, Article, RelationId, SpanId, Status
from annotation_schema.offsets import surface
from annotation_schema.schema import LabelSchema
from annotation_schema.validation import Finding, validate
from annotation_schema.wording import translate
from desktop.core.storage import articles
from desktop.core.storage.annotations import SPAN_COLUMNS, relation_of, span_of
from desktop.core.storage.codec import load_attributes
from desktop.core.storage.export import Groups

Severity = Literal["error", "warning"]


def findings(conn: sqlite3.Connection, schema: LabelSchema) -> Iterator[Finding]:
    """Give what is wrong: first with the file, then article by article.

    The connection must be the caller's own: it stays in one read transaction.
    """
    conn.execute("BEGIN")
    damage = _file(conn)
    yield from damage
    if damage:
        return  # what a damaged file says about its contents is not worth reading
    yield from _totals(conn)
    yield from _strays(conn)
    yield from _articles(conn, schema)


def _file(conn: sqlite3.Connection) -> list[Finding]:
    found = [
        Finding("file-damaged", "error", translate("Findings", "The file is damaged: {reason}.").format(reason=row[0]))
        for row in conn.execute("PRAGMA integrity_check(20)")
        if row[0] != "ok"
    ]
    for table, row, parent, _ in conn.execute("PRAGMA foreign_key_check"):
        message = translate(
            "Findings", "Row {row} of the table {table} points to a row of {parent} that is not there."
        ).format(row=row, table=table, parent=parent)
        found.append(Finding("foreign-key", "error", message))
    return found


def _totals(conn: sqlite3.Connection) -> Iterator[Finding]:
    count: int = conn.execute("SELECT count(*) FROM article").fetchone()[0]
    noted = articles.total(conn)
    if count != noted:
        yield Finding(
            "article-count",
            "error",
            translate("Findings", "The project holds {count} articles, but {noted} are noted.").format(
                count=count, noted=noted
            ),
        )
    indexed: int = conn.execute("SELECT count(*) FROM article_fts_docsize").fetchone()[0]
    if indexed != count:
        yield Finding(
            "search-index",
            "error",
            translate("Findings", "The search index holds {indexed} articles of {count}.").format(
                indexed=indexed, count=count
            ),
        )


def _strays(conn: sqlite3.Connection) -> Iterator[Finding]:
    """Rows that point across articles or annotators; foreign keys do not see that."""
    ends = """SELECT a.uid, r.id FROM relation r JOIN article a ON a.id = r.article_id
        JOIN span s ON s.id = r.source_id JOIN span t ON t.id = r.target_id
        WHERE s.article_id <> r.article_id OR t.article_id <> r.article_id
        OR s.annotator_id <> r.annotator_id OR t.annotator_id <> r.annotator_id ORDER BY a.id, r.id"""
    for uid, relation in conn.execute(ends):
        message = translate(
            "Findings", "The link {link} has an end in another article or of another annotator."
        ).format(link=id_text(relation))
        yield Finding("relation-strays", "error", message, uid, None, RelationId(relation))
    verdicts = """SELECT a.uid, s.id FROM verdict v JOIN suggestion s ON s.id = v.suggestion_id
        JOIN article a ON a.id = s.article_id JOIN span x ON x.id = v.span_id
        WHERE x.article_id <> s.article_id OR x.annotator_id <> v.annotator_id ORDER BY a.id, s.id"""
    for uid, suggestion in conn.execute(verdicts):
        message = translate(
            "Findings", "The suggestion {suggestion} was accepted as a span of another article or annotator."
        ).format(suggestion=id_text(suggestion))
        yield Finding("verdict-strays", "error", message, uid)


def _articles(conn: sqlite3.Connection, schema: LabelSchema) -> Iterator[Finding]:
    names: dict[int, str] = dict(conn.execute("SELECT id, name FROM annotator"))
    spans = Groups(
        conn.execute(f"SELECT article_id, annotator_id, surface, {SPAN_COLUMNS} FROM span ORDER BY article_id, start")
    )
    relations = Groups(
        conn.execute(
            "SELECT article_id, annotator_id, id, type, source_id, target_id, attributes FROM relation"
            " ORDER BY article_id, id"
        )
    )
    states = Groups(conn.execute("SELECT article_id, annotator_id, status, attributes FROM state ORDER BY article_id"))
    query = """SELECT article.id, sha256, text, uid, title FROM article LEFT JOIN article_text USING (id)
        ORDER BY article.id"""
    for number, digest, text, uid, title in conn.execute(query):
        if text is None:
            yield Finding("text-missing", "error", translate("Findings", "The article has no text."), uid)
            continue
        if sha256(text.encode("utf-8")).digest() != digest:
            yield Finding(
                "text-changed",
                "error",
                translate("Findings", "The article's text is not the one that was imported."),
                uid,
            )
        sets: dict[int, AnnotationSet] = {}
        for _, annotator, status, attributes in states.take(number):
            sets[annotator] = AnnotationSet(names[annotator], Status(status), load_attributes(attributes))
        own_spans = spans.take(number)
        own_relations = relations.take(number)
        for annotator in sorted({r[1] for r in own_spans + own_relations} | sets.keys()):
            one = sets.get(annotator, AnnotationSet(names[annotator]))
            made = tuple(span_of(r[3:]) for r in own_spans if r[1] == annotator)
            links = tuple(relation_of(r[2:]) for r in own_relations if r[1] == annotator)
            for row, span in zip((r for r in own_spans if r[1] == annotator), made, strict=True):
                if span.end <= len(text) and surface(text, span.fragments) != row[2]:
                    message = translate(
                        "Findings",
                        "The span {span} ({start} to {end}) was made for another text than the article has there.",
                    ).format(span=id_text(span.id), start=span.start, end=span.end)
                    yield Finding("surface-changed", "error", message, uid, SpanId(span.id))
            whole = AnnotationSet(one.annotator, one.status, one.attributes, made, links)
            yield from validate(schema, Article(uid, title, text), whole)
