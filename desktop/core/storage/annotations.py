"""An annotator's spans, relations and state: reading them and carrying out edits on them.

An edit is refused if the rows are not as its "before" says, so that a step of the journal can never
be applied to something else than it was made for.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from functools import lru_cache

from annotation_schema.model import (
    Annotator,
    ArticleId,
    Attributes,
    Decision,
    Relation,
    RelationId,
    Span,
    SpanId,
    Status,
    SuggestionId,
    Verdict,
)
from annotation_schema.offsets import merge, surface
from annotation_schema.wording import translate
from desktop.core.edits import (
    AddRelation,
    AddSpan,
    ArticleEdits,
    ChangeRelation,
    ChangeSpan,
    Decide,
    Edit,
    RemoveRelation,
    RemoveSpan,
    SetState,
    State,
)
from desktop.core.errors import AppError, ErrorCode
from desktop.core.storage.codec import (
    ORIGIN_CODES,
    dump_fragments,
    dump_object,
    dump_origin,
    dump_time,
    load_attributes,
    load_fragments,
    load_origin,
    load_time,
)

SPAN_COLUMNS = 'id, label, start, "end", fragments, attributes, origin_kind, origin, created, updated'
INSERT_SPAN = (
    "INSERT INTO span(article_id, annotator_id, surface, id, label, start, end, fragments, attributes,"
    " origin_kind, origin, created, updated) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_UPDATE_SPAN = (
    "UPDATE span SET surface = ?, id = ?, label = ?, start = ?, end = ?, fragments = ?, attributes = ?,"
    " origin_kind = ?, origin = ?, created = ?, updated = ? WHERE id = ?"
)
INSERT_RELATION = (
    "INSERT INTO relation(article_id, annotator_id, id, type, source_id, target_id, attributes)"
    " VALUES (?, ?, ?, ?, ?, ?, ?)"
)
STORE_STATE = (
    "INSERT INTO state(article_id, annotator_id, status, attributes) VALUES (?, ?, ?, ?)"
    " ON CONFLICT DO UPDATE SET status = excluded.status, attributes = excluded.attributes"
)
EMPTY_STATE = State(Status.TODO, {})
SpanRow = tuple[int, str, int, int, str | None, str | None, int, str | None, int | str | None, int | str | None]


@lru_cache(maxsize=1024)
def _known(row: SpanRow) -> Span:
    return span_of(row)


def span_of(row: SpanRow) -> Span:
    """Return the span of a row of ``SPAN_COLUMNS``."""
    span_id, label, start, end, fragments, attributes, kind, origin, created, updated = row
    made = load_time(created)
    return Span(
        SpanId(span_id),
        label,
        load_fragments(start, end, fragments),
        load_attributes(attributes),
        load_origin(kind, origin),
        made,
        made if updated is None else load_time(updated),
    )


def span_values(span: Span, text: str) -> tuple[object, ...]:
    """Return a span as the values of ``INSERT_SPAN`` after article and annotator."""
    # Written out for speed: an import calls it for every span.
    fragments = span.fragments
    start = fragments[0].start
    if len(fragments) == 1:
        end = fragments[0].end
        covered, more = text[start:end], None
    else:
        end = fragments[-1].end
        covered, more = surface(text, fragments), dump_fragments(fragments)
    origin = span.origin
    return (
        covered,
        span.id,
        span.label,
        start,
        end,
        more,
        dump_object(span.attributes),
        ORIGIN_CODES[origin.kind],
        dump_origin(origin.details),
        dump_time(span.created),
        None if span.updated == span.created else dump_time(span.updated),
    )


def spans(conn: sqlite3.Connection, article_id: ArticleId, annotator_id: int) -> list[Span]:
    """Return an annotator's spans of an article in text order (start, longest first, id).

    They are read again after every step; those that it left alone are the same objects.
    """
    query = f'SELECT {SPAN_COLUMNS} FROM span WHERE article_id = ? AND annotator_id = ? ORDER BY start, "end" DESC, id'
    return [_known(row) for row in conn.execute(query, (article_id, annotator_id))]


def relation_of(row: tuple[int, str, int, int, str | None]) -> Relation:
    """Return the relation of a row (id, type, source, target, attributes)."""
    return Relation(RelationId(row[0]), row[1], SpanId(row[2]), SpanId(row[3]), load_attributes(row[4]))


def relations(conn: sqlite3.Connection, article_id: ArticleId, annotator_id: int) -> list[Relation]:
    """Return an annotator's relations of an article, by id."""
    query = (
        "SELECT id, type, source_id, target_id, attributes FROM relation"
        " WHERE article_id = ? AND annotator_id = ? ORDER BY id"
    )
    return [relation_of(row) for row in conn.execute(query, (article_id, annotator_id))]


def state(conn: sqlite3.Connection, article_id: ArticleId, annotator_id: int) -> State:
    """Return an annotator's state of an article; without a row it is todo."""
    row = conn.execute(
        "SELECT status, attributes FROM state WHERE article_id = ? AND annotator_id = ?", (article_id, annotator_id)
    ).fetchone()
    return State(Status(row[0]), load_attributes(row[1])) if row else EMPTY_STATE


def refused(message: str, hint: str = "") -> AppError:
    """Return the error of an edit that does not fit what is there."""
    return AppError(ErrorCode.EDIT_REFUSED, message, hint=hint)


def _stale(sentence: str) -> AppError:
    return refused(sentence, translate("Storage", "Look at the article again and repeat the edit."))


@dataclass(frozen=True)
class Target:
    """Where edits go: the article with its text, and whose annotations they are."""

    article_id: ArticleId
    text: str
    annotator: Annotator


def carry_out(conn: sqlite3.Connection, target: Target, part: ArticleEdits) -> None:
    """Carry out the edits of one article; must run inside a transaction. Raises AppError EDIT_REFUSED."""
    for edit in part.edits:
        _carry_out(conn, target, edit)


def _carry_out(conn: sqlite3.Connection, target: Target, edit: Edit) -> None:
    match edit:
        case AddSpan(span):
            _add_span(conn, target, span)
        case RemoveSpan(span):
            _check_span(conn, target, span)
            attached = conn.execute(
                "SELECT 1 FROM relation WHERE source_id = ?1 UNION ALL SELECT 1 FROM relation WHERE target_id = ?1",
                (span.id,),
            ).fetchone()
            if attached:
                raise refused(
                    translate("Storage", "The span still has links to other spans."),
                    translate("Storage", "Remove the links first."),
                )
            conn.execute("DELETE FROM span WHERE id = ?", (span.id,))
        case ChangeSpan(before, after):
            if before.id != after.id:
                raise ValueError("a change keeps the span's id")
            _check_span(conn, target, before)
            _check_fragments(target, after)
            conn.execute(
                _UPDATE_SPAN,
                (*span_values(after, target.text), after.id),
            )
        case AddRelation(relation):
            _add_relation(conn, target, relation)
        case RemoveRelation(relation):
            _check_relation(conn, target, relation)
            conn.execute("DELETE FROM relation WHERE id = ?", (relation.id,))
        case ChangeRelation(before, after):
            if before.id != after.id:
                raise ValueError("a change keeps the relation's id")
            _check_relation(conn, target, before)
            conn.execute("DELETE FROM relation WHERE id = ?", (before.id,))
            _add_relation(conn, target, after)
        case SetState(before, after):
            _set_state(conn, target, before, after)
        case Decide(suggestion, before, after):
            _decide(conn, target, suggestion, before, after)


def _check_fragments(target: Target, span: Span) -> None:
    if not span.fragments or merge(span.fragments) != span.fragments:
        raise ValueError(f"fragments of span {span.id} are not in order: {span.fragments}")
    if span.end > len(target.text):
        raise refused(
            translate("Storage", "The span ends at {end}, after the end of the article ({length}).").format(
                end=span.end, length=len(target.text)
            )
        )


def _add_span(conn: sqlite3.Connection, target: Target, span: Span) -> None:
    _check_fragments(target, span)
    if conn.execute("SELECT 1 FROM span WHERE id = ?", (span.id,)).fetchone():
        raise refused(translate("Storage", "This span is already there."))
    conn.execute(INSERT_SPAN, (target.article_id, target.annotator.id, *span_values(span, target.text)))


def _check_span(conn: sqlite3.Connection, target: Target, span: Span) -> None:
    query = f"SELECT {SPAN_COLUMNS} FROM span WHERE id = ? AND article_id = ? AND annotator_id = ?"
    row = conn.execute(query, (span.id, target.article_id, target.annotator.id)).fetchone()
    if row is None:
        raise refused(
            translate("Storage", "The span is no longer there."),
            translate("Storage", "Look at the article again and repeat the edit."),
        )
    if span_of(row) != span:
        raise _stale(translate("Storage", "The span has changed in the meantime."))


def _add_relation(conn: sqlite3.Connection, target: Target, relation: Relation) -> None:
    if conn.execute("SELECT 1 FROM relation WHERE id = ?", (relation.id,)).fetchone():
        raise refused(translate("Storage", "This link is already there."))
    for end in (relation.source, relation.target):
        row = conn.execute("SELECT article_id, annotator_id FROM span WHERE id = ?", (end,)).fetchone()
        if row != (target.article_id, target.annotator.id):
            raise refused(translate("Storage", "A link joins two spans of the same article that are both there."))
    conn.execute(
        INSERT_RELATION,
        (
            target.article_id,
            target.annotator.id,
            relation.id,
            relation.type,
            relation.source,
            relation.target,
            dump_object(relation.attributes),
        ),
    )


def _check_relation(conn: sqlite3.Connection, target: Target, relation: Relation) -> None:
    row = conn.execute(
        "SELECT id, type, source_id, target_id, attributes FROM relation"
        " WHERE id = ? AND article_id = ? AND annotator_id = ?",
        (relation.id, target.article_id, target.annotator.id),
    ).fetchone()
    if row is None:
        raise refused(
            translate("Storage", "The link is no longer there."),
            translate("Storage", "Look at the article again and repeat the edit."),
        )
    if relation_of(row) != relation:
        raise _stale(translate("Storage", "The link has changed in the meantime."))


def _set_state(conn: sqlite3.Connection, target: Target, before: State, after: State) -> None:
    if state(conn, target.article_id, target.annotator.id) != before:
        raise _stale(translate("Storage", "The article's status has changed in the meantime."))
    write_state(conn, target.article_id, target.annotator.id, after.status, after.attributes)


def write_state(
    conn: sqlite3.Connection, article_id: ArticleId, annotator_id: int, status: Status, attributes: Attributes
) -> None:
    """Store a state; todo without attributes is stored as no row."""
    key = (article_id, annotator_id)
    if status == Status.TODO and not attributes:
        conn.execute("DELETE FROM state WHERE article_id = ? AND annotator_id = ?", key)
    else:
        conn.execute(STORE_STATE, (*key, status.value, dump_object(attributes)))


def _decide(
    conn: sqlite3.Connection,
    target: Target,
    suggestion: SuggestionId,
    before: Decision | None,
    after: Decision | None,
) -> None:
    if after is not None and after.annotator != target.annotator.name:
        raise ValueError(f"verdict of {after.annotator!r} in a step of {target.annotator.name!r}")
    row = conn.execute("SELECT article_id FROM suggestion WHERE id = ?", (suggestion,)).fetchone()
    if row != (target.article_id,):
        raise refused(
            translate("Storage", "The suggestion is no longer there."),
            translate("Storage", "A later run of the pipeline may have replaced it."),
        )
    key = (suggestion, target.annotator.id)
    row = conn.execute(
        "SELECT verdict, span_id, at FROM verdict WHERE suggestion_id = ? AND annotator_id = ?", key
    ).fetchone()
    if (decision_of(target.annotator.name, row) if row else None) != before:
        raise _stale(translate("Storage", "The verdict on the suggestion has changed in the meantime."))
    conn.execute("DELETE FROM verdict WHERE suggestion_id = ? AND annotator_id = ?", key)
    if after is not None:
        conn.execute(
            "INSERT INTO verdict(suggestion_id, annotator_id, verdict, span_id, at) VALUES (?, ?, ?, ?, ?)",
            (*key, after.verdict.value, after.span, dump_time(after.at) if after.at else None),
        )


def decision_of(annotator: str, row: tuple[str, int | None, int | str | None]) -> Decision:
    """Return the verdict of a row (verdict, span_id, at)."""
    return Decision(annotator, Verdict(row[0]), None if row[1] is None else SpanId(row[1]), load_time(row[2]))
