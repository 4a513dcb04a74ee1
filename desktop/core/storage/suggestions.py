"""Runs of pipelines, their suggestions, and how far a run has come."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from typing import cast

from annotation_schema.ids import new_id
from annotation_schema.model import (
    Annotator,
    ArticleId,
    Decision,
    Fragments,
    RelationId,
    Span,
    SpanId,
    SuggestedRelation,
    Suggestion,
    SuggestionId,
    Verdict,
)
from desktop.core.clock import utc_now
from desktop.core.storage.articles import all_ids
from desktop.core.storage.codec import dump_fragments, dump_object, load_attributes, load_fragments
from desktop.core.view import NewSuggestion, RunId

INSERT_SUGGESTION = (
    "INSERT INTO suggestion(id, run_id, article_id, label, source_label, start, end, fragments, attributes, score)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
SUGGESTION_COLUMNS = (
    's.id, s.label, s.source_label, s.start, s."end", s.fragments, run.pipeline, run.version, s.attributes, s.score'
)
SuggestionRow = tuple[int, str, str, int, int, str | None, str, str, str | None, float | None]


def suggestion_of(row: SuggestionRow, verdicts: tuple[Decision, ...] = ()) -> Suggestion:
    """Return the suggestion of a row of ``SUGGESTION_COLUMNS``."""
    number, label, source, start, end, fragments, pipeline, version, attributes, score = row
    return Suggestion(
        SuggestionId(number),
        label,
        source,
        load_fragments(start, end, fragments),
        pipeline,
        version,
        load_attributes(attributes),
        score,
        verdicts,
    )


def of_article(conn: sqlite3.Connection, article_id: ArticleId, annotator: Annotator) -> list[Suggestion]:
    """Return all suggestions of an article in text order, with this annotator's verdicts only."""
    query = f"""SELECT v.verdict, v.span_id, {SUGGESTION_COLUMNS} FROM suggestion s JOIN run ON run.id = s.run_id
        LEFT JOIN verdict v ON v.suggestion_id = s.id AND v.annotator_id = ?
        WHERE s.article_id = ? ORDER BY s.start, s."end" DESC, s.id"""
    return [
        suggestion_of(row[2:], (Decision(annotator.name, Verdict(row[0]), row[1]),) if row[0] else ())
        for row in conn.execute(query, (annotator.id, article_id))
    ]


def offered(suggested: Sequence[Suggestion], own_spans: Iterable[Span]) -> tuple[Suggestion, ...]:
    """Return the open ones of ``of_article``: equal (label, fragments) to no span and to no decided one.

    Of equal open ones, from two pipelines, the first is offered. ``articles.OPEN_SUGGESTION`` says the same in SQL.
    """
    seen = {(s.label, s.fragments) for s in own_spans}
    seen.update((s.label, s.fragments) for s in suggested if s.verdicts)
    found: list[Suggestion] = []
    for one in suggested:
        if (one.label, one.fragments) not in seen:
            seen.add((one.label, one.fragments))
            found.append(one)
    return tuple(found)


def stands_for(suggested: Iterable[Suggestion], own_spans: Iterable[Span]) -> dict[SuggestionId, SpanId]:
    """Return the span that each suggestion has become, by being accepted or because an equal one was made."""
    there: dict[SpanId, SpanId] = {}
    equal: dict[tuple[str, Fragments], SpanId] = {}
    for span in own_spans:
        there[span.id] = span.id
        equal.setdefault((span.label, span.fragments), span.id)
    found: dict[SuggestionId, SpanId] = {}
    for one in suggested:
        accepted = one.verdicts[0].span if one.verdicts else None
        span_id = there.get(accepted) if accepted is not None else equal.get((one.label, one.fragments))
        if span_id is not None:
            found[one.id] = span_id
    return found


def suggested_relation_of(row: tuple[int, str, int, int, float | None]) -> SuggestedRelation:
    """Return the suggested relation of a row (id, type, source, target, score)."""
    return SuggestedRelation(RelationId(row[0]), row[1], SuggestionId(row[2]), SuggestionId(row[3]), row[4])


def suggested_relations(conn: sqlite3.Connection, article_id: ArticleId) -> list[SuggestedRelation]:
    """Return all suggested relations of an article, by id."""
    query = "SELECT id, type, source_id, target_id, score FROM suggested_relation WHERE article_id = ? ORDER BY id"
    return [suggested_relation_of(row) for row in conn.execute(query, (article_id,))]


def start_run(conn: sqlite3.Connection, pipeline: str, version: str, label_map: str) -> RunId:
    """Return the run of that pipeline, version and label map: the earlier one, to be resumed, or a new one.

    Articles on which it failed before are tried again.
    """
    row = conn.execute(
        "SELECT id FROM run WHERE pipeline = ? AND version = ? AND label_map = ? ORDER BY id DESC LIMIT 1",
        (pipeline, version, label_map),
    ).fetchone()
    newest = conn.execute("SELECT max(id) FROM run WHERE pipeline = ?", (pipeline,)).fetchone()[0]
    if row and row[0] == newest:
        conn.execute("UPDATE run SET finished = NULL WHERE id = ?", row)
        conn.execute("DELETE FROM failed_article WHERE run_id = ?", row)
        return RunId(row[0])
    cursor = conn.execute(
        "INSERT INTO run(pipeline, version, label_map, started) VALUES (?, ?, ?, ?)",
        (pipeline, version, label_map, utc_now()),
    )
    return RunId(cast(int, cursor.lastrowid))


def imported_run(conn: sqlite3.Connection, pipeline: str, version: str) -> RunId:
    """Return a run for suggestions that came with records, not from a pipeline here."""
    row = conn.execute(
        "SELECT id FROM run WHERE pipeline = ? AND version = ? ORDER BY id LIMIT 1", (pipeline, version)
    ).fetchone()
    if row:
        return RunId(row[0])
    now = utc_now()
    cursor = conn.execute(
        "INSERT INTO run(pipeline, version, label_map, started, finished) VALUES (?, ?, '', ?, ?)",
        (pipeline, version, now, now),
    )
    return RunId(cast(int, cursor.lastrowid))


def finish_run(conn: sqlite3.Connection, run: RunId) -> None:
    """Note that a run has come to its end."""
    conn.execute("UPDATE run SET finished = ? WHERE id = ?", (utc_now(), run))


def pending(conn: sqlite3.Connection, run: RunId, first: ArticleId | None) -> list[ArticleId]:
    """Return the articles a run has neither answered nor failed on, ``first`` at the front if it is one of them."""
    seen = {
        row[0]
        for row in conn.execute(
            "SELECT article_id FROM prelabelled WHERE run_id = ?1"
            " UNION ALL SELECT article_id FROM failed_article WHERE run_id = ?1",
            (run,),
        )
    }
    waiting = [i for i in all_ids(conn) if i not in seen]
    if first is not None and first not in seen and first in waiting:
        waiting.remove(first)
        waiting.insert(0, first)
    return waiting


def store(conn: sqlite3.Connection, run: RunId, article_id: ArticleId, suggested: Sequence[NewSuggestion]) -> int:
    """Store a run's answer for an article and return how many suggestions it brought.

    Suggestions of earlier runs of the same pipeline that nobody has decided go away (the rule of
    ``desktop.core.prelabel.merge``); an equal one of that pipeline that somebody decided stands for its new twin.
    """
    same_pipeline = "run_id IN (SELECT id FROM run WHERE pipeline = (SELECT pipeline FROM run WHERE id = ?2))"
    conn.execute(
        f"""DELETE FROM suggestion WHERE article_id = ?1 AND {same_pipeline}
        AND NOT EXISTS (SELECT 1 FROM verdict WHERE suggestion_id = suggestion.id)""",
        (article_id, run),
    )
    seen = {
        (label, load_fragments(start, end, fragments))
        for label, start, end, fragments in conn.execute(
            f'SELECT label, start, "end", fragments FROM suggestion WHERE article_id = ?1 AND {same_pipeline}',
            (article_id, run),
        )
    }
    fresh: list[NewSuggestion] = []
    for one in suggested:
        if (one.label, one.fragments) not in seen:
            seen.add((one.label, one.fragments))
            fresh.append(one)
    conn.executemany(
        INSERT_SUGGESTION,
        [
            (
                new_id(),
                run,
                article_id,
                one.label,
                one.source_label,
                one.fragments[0].start,
                one.fragments[-1].end,
                dump_fragments(one.fragments),
                dump_object(one.attributes),
                one.score,
            )
            for one in fresh
        ],
    )
    conn.execute("INSERT OR IGNORE INTO prelabelled(run_id, article_id) VALUES (?, ?)", (run, article_id))
    return len(fresh)


def fail(conn: sqlite3.Connection, run: RunId, article_id: ArticleId, reason: str) -> None:
    """Note that a run could not answer for an article, and why."""
    conn.execute(
        "INSERT INTO failed_article(run_id, article_id, reason) VALUES (?1, ?2, ?3)"
        " ON CONFLICT DO UPDATE SET reason = ?3",
        (run, article_id, reason),
    )
