"""Suggestions that come in with records: those of new articles as prepared rows, those of known articles at once."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Mapping

from annotation_schema.ids import id_text, new_id
from annotation_schema.model import (
    Article,
    ArticleId,
    Decision,
    Fragments,
    SpanId,
    Suggestion,
    SuggestionId,
    SuggestionSet,
)
from annotation_schema.wording import translate
from desktop.core.storage import suggestions
from desktop.core.storage.codec import dump_fragments, dump_object, dump_time, load_fragments
from desktop.core.storage.many_rows import insert
from desktop.core.view import RunId

Row = tuple[object, ...]
Numbers = Mapping[SuggestionId, int]
_INSERT_VERDICT = (
    "INSERT OR REPLACE INTO verdict(suggestion_id, annotator_id, verdict, span_id, at) VALUES (?, ?, ?, ?, ?)"
)


class SuggestionWriter:
    """Writes the suggestions of one transaction."""

    def __init__(
        self,
        conn: sqlite3.Connection,
        *,
        take: Callable[[str, int], int],
        annotator: Callable[[str], int],
        problem: Callable[[Article, str], None],
    ) -> None:
        """``take`` gives a free id in a table, ``annotator`` a person's number."""
        self._conn = conn
        self._take = take
        self._annotator = annotator
        self._problem = problem
        self._runs: dict[tuple[str, str], RunId] = {}
        self._rows: list[Row] = []
        self._relation_rows: list[Row] = []
        self._verdict_rows: list[Row] = []
        self.written = 0

    def numbers(self, suggested: SuggestionSet) -> dict[SuggestionId, int]:
        """Return the id that each suggestion of a new article gets: its own, if it is free."""
        return {s.id: self._take("suggestion", s.id) for s in suggested.spans}

    def add(
        self,
        number: ArticleId,
        article: Article,
        suggested: SuggestionSet,
        numbers: Numbers,
        new_spans: Mapping[str, Mapping[SpanId, SpanId]],
        names: Mapping[str, str],
    ) -> None:
        """Prepare the rows of a new article; ``new_spans`` by annotator, ``names`` of annotators who are renamed."""
        there: set[SuggestionId] = set()
        for one in suggested.spans:
            if not self._fits(article, one):
                continue
            there.add(one.id)
            self._rows.append(self._row(numbers[one.id], number, one))
            self._verdict_rows += self._verdicts(numbers[one.id], one.verdicts, new_spans, names)
        for link in suggested.relations:
            if link.source not in there or link.target not in there:
                sentence = translate("Import", "The suggested link {link} has an end missing and was left out.")
                self._problem(article, sentence.format(link=id_text(link.id)))
                continue
            taken = self._take("suggested_relation", link.id)
            ends = numbers[link.source], numbers[link.target]
            self._relation_rows.append((taken, number, link.type, *ends, link.score))

    def flush(self) -> None:
        """Write what is prepared; articles and spans must be there."""
        self._write(self._rows, self._relation_rows, self._verdict_rows)
        self._rows, self._relation_rows, self._verdict_rows = [], [], []

    def _write(self, rows: list[Row], relation_rows: list[Row], verdict_rows: list[Row]) -> None:
        insert(self._conn, suggestions.INSERT_SUGGESTION, rows)
        insert(self._conn, suggestions.INSERT_SUGGESTED_RELATION, relation_rows)
        insert(self._conn, _INSERT_VERDICT, verdict_rows)
        self.written += len(rows)

    # an article that is there already

    def replace(self, number: ArticleId, article: Article, suggested: SuggestionSet) -> bool:
        """Give a known article the suggestions of pipelines that do not run here; say whether that changed anything.

        It is a run's answer made elsewhere: what nobody has decided of the same pipeline goes away, what somebody has
        decided stays and stands for its twin. What a pipeline has found here is left as it is.
        """
        changed = False
        ids: dict[SuggestionId, int] = {}
        for pipeline in dict.fromkeys(s.pipeline for s in suggested.spans):
            mine = [s for s in suggested.spans if s.pipeline == pipeline and self._fits(article, s)]
            if self._runs_here(pipeline, number):
                continue
            known = self._known(pipeline, number)
            if _same(mine, known):
                ids.update((s.id, known[s.label, s.fragments][0]) for s in mine)
                continue
            changed = True
            gone = [row[0] for row in known.values() if not row[1]]
            self._conn.executemany("DELETE FROM suggestion WHERE id = ?", [(i,) for i in gone])
            rows: list[Row] = []
            for one in mine:
                twin = known.get((one.label, one.fragments))
                if twin is not None and twin[1]:
                    ids[one.id] = twin[0]
                else:
                    ids[one.id] = new_id()
                    rows.append(self._row(ids[one.id], number, one))
            self._write(rows, [], [])
        return self._link(number, suggested, ids) or changed

    def _link(self, number: ArticleId, suggested: SuggestionSet, ids: Numbers) -> bool:
        query = "SELECT type, source_id, target_id FROM suggested_relation WHERE article_id = ?"
        there = {tuple(row) for row in self._conn.execute(query, (number,))}
        rows: list[Row] = []
        for link in suggested.relations:
            if link.source in ids and link.target in ids:
                key = (link.type, ids[link.source], ids[link.target])
                if key not in there:
                    there.add(key)
                    rows.append((new_id(), number, *key, link.score))
        self._write([], rows, [])
        return bool(rows)

    def _runs_here(self, pipeline: str, number: ArticleId) -> bool:
        query = "SELECT 1 FROM prelabelled JOIN run ON run.id = run_id WHERE pipeline = ? AND article_id = ?"
        return self._conn.execute(query, (pipeline, number)).fetchone() is not None

    def _known(self, pipeline: str, number: ArticleId) -> dict[tuple[str, Fragments], tuple[int, bool, Row]]:
        """Return id, whether somebody decided, and the rest, by what makes suggestions equal."""
        query = """SELECT s.id, label, start, "end", fragments, version, attributes, score,
            EXISTS (SELECT 1 FROM verdict WHERE suggestion_id = s.id)
            FROM suggestion s JOIN run ON run.id = run_id WHERE pipeline = ? AND article_id = ?"""
        return {
            (row[1], load_fragments(row[2], row[3], row[4])): (row[0], bool(row[8]), tuple(row[5:8]))
            for row in self._conn.execute(query, (pipeline, number))
        }

    # rows

    def _fits(self, article: Article, one: Suggestion) -> bool:
        if one.end > len(article.text):
            sentence = translate("Import", "The suggestion {suggestion} does not fit the text and was left out.")
            self._problem(article, sentence.format(suggestion=id_text(one.id)))
            return False
        return True

    def _row(self, taken: int, number: ArticleId, one: Suggestion) -> Row:
        return (
            taken,
            self._run(one.pipeline, one.version),
            number,
            one.label,
            one.source_label,
            one.start,
            one.end,
            dump_fragments(one.fragments),
            dump_object(one.attributes),
            one.score,
        )

    def _verdicts(
        self,
        taken: int,
        verdicts: Iterable[Decision],
        new_spans: Mapping[str, Mapping[SpanId, SpanId]],
        names: Mapping[str, str],
    ) -> list[Row]:
        rows: list[Row] = []
        for decision in verdicts:
            name = names.get(decision.annotator, decision.annotator)
            span = None if decision.span is None else new_spans.get(name, {}).get(decision.span)
            when = dump_time(decision.at) if decision.at else None
            rows.append((taken, self._annotator(name), decision.verdict.value, span, when))
        return rows

    def _run(self, pipeline: str, version: str) -> RunId:
        key = (pipeline, version)
        if key not in self._runs:
            self._runs[key] = suggestions.imported_run(self._conn, pipeline, version)
        return self._runs[key]


def _same(mine: Iterable[Suggestion], known: Mapping[tuple[str, Fragments], tuple[int, bool, Row]]) -> bool:
    """Say whether the suggestions are those that are there, so that importing a file twice changes nothing."""
    ours = {(s.label, s.fragments): (s.version, dump_object(s.attributes), s.score) for s in mine}
    there = {key: row for key, (_, decided, row) in known.items() if not decided}
    return there == {key: row for key, row in ours.items() if key in there or key not in known}
