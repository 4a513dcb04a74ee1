"""Runs of pipelines, their suggestions, and how far a run has come."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, cast

from annotation_schema.ids import new_id
from annotation_schema.model import (
    Annotator,
    Article,
    ArticleId,
    Decision,
    Fragments,
    RelationId,
    SuggestedRelation,
    Suggestion,
    SuggestionId,
)
from desktop.core.clock import utc_now
from desktop.core.storage import articles
from desktop.core.storage.annotations import decision_of
from desktop.core.storage.articles import all_ids, ids_in
from desktop.core.storage.codec import dump_fragments, dump_object, load_attributes, load_fragments
from desktop.core.view import NewRelation, RunId

if TYPE_CHECKING:
    from desktop.core.prelabel.merge import RunAnswer

INSERT_SUGGESTION = (
    "INSERT INTO suggestion(id, run_id, article_id, label, source_label, start, end, fragments, attributes, score)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
INSERT_SUGGESTED_RELATION = (
    "INSERT INTO suggested_relation(id, article_id, type, source_id, target_id, score) VALUES (?, ?, ?, ?, ?, ?)"
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
    query = f"""SELECT v.verdict, v.span_id, v.at, {SUGGESTION_COLUMNS} FROM suggestion s JOIN run ON run.id = s.run_id
        LEFT JOIN verdict v ON v.suggestion_id = s.id AND v.annotator_id = ?
        WHERE s.article_id = ? ORDER BY s.start, s."end" DESC, s.id"""
    return [
        suggestion_of(row[3:], (decision_of(annotator.name, row[:3]),) if row[0] else ())
        for row in conn.execute(query, (annotator.id, article_id))
    ]


def suggested_relation_of(row: tuple[int, str, int, int, float | None]) -> SuggestedRelation:
    """Return the suggested relation of a row (id, type, source, target, score)."""
    return SuggestedRelation(RelationId(row[0]), row[1], SuggestionId(row[2]), SuggestionId(row[3]), row[4])


def suggested_relations(conn: sqlite3.Connection, article_id: ArticleId) -> list[SuggestedRelation]:
    """Return all suggested relations of an article, by id."""
    query = "SELECT id, type, source_id, target_id, score FROM suggested_relation WHERE article_id = ? ORDER BY id"
    return [suggested_relation_of(row) for row in conn.execute(query, (article_id,))]


def start_run(
    conn: sqlite3.Connection, pipeline: str, version: str, label_map: str, options: str, *, retry: bool
) -> RunId:
    """Return the run of that pipeline, version, label map and options: the earlier one, to be resumed, or a new one.

    ``retry``: articles on which it failed before are waiting again.
    """
    row = conn.execute(
        "SELECT id FROM run WHERE pipeline = ? AND version = ? AND label_map = ? AND options = ?"
        " ORDER BY id DESC LIMIT 1",
        (pipeline, version, label_map, options),
    ).fetchone()
    # Runs that came with records have no label map: what was imported meanwhile is no reason to read all again.
    query = "SELECT max(id) FROM run WHERE pipeline = ? AND label_map <> ''"
    newest = conn.execute(query, (pipeline,)).fetchone()[0]
    if row and row[0] == newest:
        conn.execute("UPDATE run SET finished = NULL WHERE id = ?", row)
        if retry:
            conn.execute("DELETE FROM failed_article WHERE run_id = ?", row)
        return RunId(row[0])
    cursor = conn.execute(
        "INSERT INTO run(pipeline, version, label_map, options, started) VALUES (?, ?, ?, ?, ?)",
        (pipeline, version, label_map, options, utc_now()),
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


def pending(
    conn: sqlite3.Connection, run: RunId, first: ArticleId | None, covers: Callable[[str], bool] | None = None
) -> list[ArticleId]:
    """Return the articles a run has neither answered nor failed on, ``first`` at the front if it is one of them.

    ``covers``: of these only those for whose language it says yes.
    """
    seen = {
        row[0]
        for row in conn.execute(
            "SELECT article_id FROM prelabelled WHERE run_id = ?1"
            " UNION ALL SELECT article_id FROM failed_article WHERE run_id = ?1",
            (run,),
        )
    }
    waiting = [i for i in (all_ids(conn) if covers is None else ids_in(conn, covers)) if i not in seen]
    if first is not None and first not in seen and first in waiting:
        waiting.remove(first)
        waiting.insert(0, first)
    return waiting


def store_all(
    conn: sqlite3.Connection, run: RunId, answers: Iterable[RunAnswer], article_of: Callable[[ArticleId], Article]
) -> int:
    """Store a run's answers and return how many suggestions they brought; see ``store``.

    Raises ValueError if an answer was made for another text or does not fit the text.
    """
    added = 0
    for answer in answers:
        if articles.sha256(conn, answer.article) != answer.text_sha256:
            raise ValueError(f"suggestions for another text than that of article {answer.article}")
        length = len(article_of(answer.article).text)
        if any(not s.fragments or s.fragments[-1].end > length for s in answer.spans):
            raise ValueError(f"suggestions beyond the end of article {answer.article}")
        added += store(conn, run, answer)
    return added


def store(conn: sqlite3.Connection, run: RunId, answer: RunAnswer) -> int:
    """Store a run's answer for an article and return how many suggestions it brought.

    Suggestions of earlier runs of the same pipeline that nobody has decided go away (the rule of
    ``desktop.core.prelabel.merge``), and the links that they had; an equal one of that pipeline that somebody
    decided stands for its new twin, also as an end of links.
    """
    article_id = answer.article
    same_pipeline = "run_id IN (SELECT id FROM run WHERE pipeline = (SELECT pipeline FROM run WHERE id = ?2))"
    conn.execute(
        f"""DELETE FROM suggestion WHERE article_id = ?1 AND {same_pipeline}
        AND NOT EXISTS (SELECT 1 FROM verdict WHERE suggestion_id = suggestion.id)""",
        (article_id, run),
    )
    known: dict[tuple[str, Fragments], int] = {
        (label, load_fragments(start, end, fragments)): number
        for number, label, start, end, fragments in conn.execute(
            f'SELECT id, label, start, "end", fragments FROM suggestion WHERE article_id = ?1 AND {same_pipeline}',
            (article_id, run),
        )
    }
    decided = bool(known)
    numbers: list[int] = []
    rows: list[tuple[object, ...]] = []
    for one in answer.spans:
        key = (one.label, one.fragments)
        number = known.get(key)
        if number is None:
            number = known[key] = new_id()
            rows.append(
                (
                    number,
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
            )
        numbers.append(number)
    conn.executemany(INSERT_SUGGESTION, rows)
    if answer.relations:
        _store_relations(conn, article_id, answer.relations, numbers, decided)
    conn.execute("INSERT OR IGNORE INTO prelabelled(run_id, article_id) VALUES (?, ?)", (run, article_id))
    return len(rows)


def _store_relations(
    conn: sqlite3.Connection,
    article_id: ArticleId,
    relations: Iterable[NewRelation],
    numbers: Sequence[int],
    decided: bool,
) -> None:
    """Store links between suggestions; between two decided ones such a link may be there from an earlier run."""
    query = "SELECT type, source_id, target_id FROM suggested_relation WHERE article_id = ?"
    there = {tuple(row) for row in conn.execute(query, (article_id,))} if decided else set[tuple[object, ...]]()
    rows = [
        (new_id(), article_id, link.type, numbers[link.source], numbers[link.target], link.score)
        for link in relations
        if (link.type, numbers[link.source], numbers[link.target]) not in there
    ]
    conn.executemany(INSERT_SUGGESTED_RELATION, rows)


def fail(conn: sqlite3.Connection, run: RunId, article_id: ArticleId, reason: str) -> None:
    """Note that a run could not answer for an article, and why."""
    conn.execute(
        "INSERT INTO failed_article(run_id, article_id, reason) VALUES (?1, ?2, ?3)"
        " ON CONFLICT DO UPDATE SET reason = ?3",
        (run, article_id, reason),
    )
