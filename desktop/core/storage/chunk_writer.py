"""The rows of one transaction of an import: what is new of articles, annotations and suggestions, and what is not."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256

from annotation_schema.ids import id_text, new_id
from annotation_schema.model import (
    AnnotationSet,
    Article,
    ArticleId,
    ArticleRecord,
    Fragments,
    Span,
    SpanId,
    Status,
    SuggestionSet,
)
from annotation_schema.offsets import merge
from annotation_schema.span_columns import SpanColumns
from annotation_schema.wording import translate
from desktop.core.foreign import token_rows
from desktop.core.prelabel.foreign import ForeignSuggestions
from desktop.core.storage import settings
from desktop.core.storage.annotations import INSERT_RELATION, INSERT_SPAN, STORE_STATE, span_values
from desktop.core.storage.bulk_suggestions import SuggestionWriter
from desktop.core.storage.codec import dump_object, load_object
from desktop.core.storage.many_rows import insert
from desktop.core.storage.span_rows import span_rows
from desktop.core.text_bytes import count_words
from desktop.core.view import ImportProblem, ImportTally

_INSERT_ARTICLE = (
    "INSERT INTO article(id, uid, title, byline, publisher, published, url, language, section, meta, words, sha256)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)


@dataclass
class Tally:
    """What was done with records so far; see ``ImportTally``."""

    articles: int = 0
    duplicates: int = 0
    extended: int = 0
    skipped: int = 0
    spans: int = 0
    relations: int = 0
    suggestions: int = 0
    problems: list[ImportProblem] = field(default_factory=list[ImportProblem])

    def add(self, other: Tally) -> None:
        """Add what was done elsewhere."""
        self.articles += other.articles
        self.duplicates += other.duplicates
        self.extended += other.extended
        self.skipped += other.skipped
        self.spans += other.spans
        self.relations += other.relations
        self.suggestions += other.suggestions
        self.problems += other.problems

    def frozen(self) -> ImportTally:
        """Return it for others."""
        return ImportTally(
            self.articles,
            self.duplicates,
            self.extended,
            self.skipped,
            self.spans,
            self.relations,
            self.suggestions,
            tuple(self.problems),
        )


def _fits(fragments: Fragments, length: int) -> bool:
    if len(fragments) == 1:
        return fragments[0].end <= length
    return bool(fragments) and fragments[-1].end <= length and merge(fragments) == fragments


class ChunkWriter:
    """Writes the records of one transaction: ``write`` once, then ``index``."""

    def __init__(self, conn: sqlite3.Connection, annotator: str | None, foreign: ForeignSuggestions | None) -> None:
        self._foreign = foreign
        self.conn = conn
        self.annotator = annotator
        self.tally = Tally()
        self.changed: list[ArticleId] = []
        self._annotators: dict[str, int] = {}
        self._span_rows: list[tuple[object, ...]] = []
        self._relation_rows: list[tuple[object, ...]] = []
        self._suggested = SuggestionWriter(conn, take=self._take, annotator=self._annotator_id, problem=self._problem)
        self._states: list[tuple[object, ...]] = []
        self._used: dict[str, set[int]] = {}
        self._first = 0  # id of the first new article
        self._written: dict[ArticleId, set[str]] = {}  # whose annotations of an article are among the rows

    def write(self, records: Sequence[ArticleRecord]) -> None:
        """Write all but the index; ``tally`` and ``changed`` say what was done."""
        records = [self._fitted(r) if r.suggestions else r for r in records]
        known: dict[str, tuple[ArticleId, bytes]] = {}
        for row in self.conn.execute(
            "SELECT uid, article.id, sha256 FROM json_each(?) AS wanted JOIN article ON uid = wanted.value",
            (json.dumps([r.article.uid for r in records]),),
        ):
            known[row[0]] = (row[1], row[2])
        self._find_used_ids(records)
        next_id: int = self.conn.execute("SELECT coalesce(max(id), 0) + 1 FROM article").fetchone()[0]
        article_rows: list[tuple[object, ...]] = []
        text_rows: list[tuple[int, str]] = []
        for record in records:
            article = record.article
            data = article.text.encode()
            digest = sha256(data).digest()
            there = known.get(article.uid)
            if there is not None:
                self._existing(record, there, digest, is_new=there[0] >= next_id)
                continue
            number = ArticleId(next_id + len(article_rows))
            known[article.uid] = (number, digest)
            article_rows.append(
                (
                    number,
                    article.uid,
                    article.title,
                    article.byline,
                    article.publisher,
                    article.published,
                    article.url,
                    article.language,
                    article.section,
                    dump_object(article.meta),
                    count_words(article.text, data),
                    digest,
                )
            )
            text_rows.append((number, article.text))
            self.changed.append(number)
            self._contents(number, article, record.annotations, record.suggestions)
        insert(self.conn, _INSERT_ARTICLE, article_rows)
        insert(self.conn, "INSERT INTO article_text(id, text) VALUES (?, ?)", text_rows)
        self._first = next_id
        self.tally.articles = len(article_rows)
        self._flush()
        self.conn.execute(
            "INSERT INTO project(key, value) VALUES ('articles', ?1)"
            " ON CONFLICT DO UPDATE SET value = CAST(value AS INTEGER) + ?1",
            (len(article_rows),),
        )

    def index(self) -> None:
        """Make the new articles' words known to the search."""
        query = "INSERT INTO article_fts(rowid, title, text) SELECT id, title, text FROM article_content WHERE id >= ?"
        self.conn.execute(query, (self._first,))

    def _fitted(self, record: ArticleRecord) -> ArticleRecord:
        if self._foreign is None or record.suggestions is None:
            return record
        suggested, problems = self._foreign.fitted(record.suggestions)
        for reason in problems:
            self._problem(record.article, reason)
        return replace(record, suggestions=suggested)

    def _existing(self, record: ArticleRecord, there: tuple[ArticleId, bytes], digest: bytes, *, is_new: bool) -> None:
        article = record.article
        number, stored = there
        if stored != digest:
            self.tally.skipped += 1
            reason = translate(
                "Import", "An article with this uid and another text is already in the project; it was left as it is."
            )
            self.tally.problems.append(ImportProblem(article.uid, reason))
            return
        self._tell_columns(article, number)
        names = self._new_names(record.annotations)
        fresh = [replace(a, annotator=names.get(a.annotator, a.annotator)) for a in record.annotations]
        fresh = [a for a in fresh if a.annotator not in self._written.get(number, ())]
        fresh = [a for a in fresh if not self._has_any(number, a.annotator)]
        fresh = [a for a in fresh if a.spans or a.relations or a.attributes or a.status != Status.TODO]
        if is_new and fresh:  # a further file about an article of this very transaction
            self._contents(number, article, fresh, None)
            return
        if is_new or not (record.annotations or record.suggestions):
            self.tally.duplicates += 1
            return
        suggested = record.suggestions
        brought = self._suggested.replace(number, article, suggested) if suggested and suggested.spans else False
        if not fresh and not brought:
            self.tally.duplicates += 1
            return
        self.tally.extended += 1
        self.changed.append(number)
        self._contents(number, article, fresh, None)

    def _tell_columns(self, article: Article, number: ArticleId) -> None:
        """Report what a file says of the tokens of an article that is there without it."""
        brought = [kind for kind in token_rows.KINDS if kind in article.meta]
        if brought:
            (meta,) = self.conn.execute("SELECT meta FROM article WHERE id = ?", (number,)).fetchone()
            if any(load_object(meta).get(kind) != article.meta[kind] for kind in brought):
                reason = translate(
                    "Import", "The article is in the project already: what the file says of its tokens is not kept."
                )
                self._problem(article, reason)

    def _has_any(self, article_id: ArticleId, name: str) -> bool:
        row = self.conn.execute("SELECT id FROM annotator WHERE name = ?", (name,)).fetchone()
        return bool(row) and bool(
            self.conn.execute(
                """SELECT EXISTS (SELECT 1 FROM state WHERE article_id = ?1 AND annotator_id = ?2)
                OR EXISTS (SELECT 1 FROM span WHERE article_id = ?1 AND annotator_id = ?2)""",
                (article_id, row[0]),
            ).fetchone()[0]
        )

    def _new_names(self, sets: Sequence[AnnotationSet]) -> dict[str, str]:
        # Two people's annotations never become one person's.
        return {sets[0].annotator: self.annotator} if self.annotator is not None and len(sets) == 1 else {}

    def _annotator_id(self, name: str) -> int:
        if name not in self._annotators:
            self._annotators[name] = settings.annotator_id(self.conn, name)
        return self._annotators[name]

    # ids: kept if they are free, else replaced, and whatever points to them follows

    def _find_used_ids(self, records: Sequence[ArticleRecord]) -> None:
        wanted: dict[str, list[int]] = {"span": [], "relation": [], "suggestion": [], "suggested_relation": []}
        for record in records:
            for one in record.annotations:
                wanted["span"] += (
                    one.spans.columns.ids if isinstance(one.spans, SpanColumns) else [s.id for s in one.spans]
                )
                wanted["relation"] += [r.id for r in one.relations]
            if record.suggestions:
                wanted["suggestion"] += [s.id for s in record.suggestions.spans]
                wanted["suggested_relation"] += [r.id for r in record.suggestions.relations]
        for table, numbers in wanted.items():
            self._used[table] = set()
            if not numbers:
                continue
            near = f"SELECT 1 FROM {table} WHERE id BETWEEN ? AND ? LIMIT 1"
            if self.conn.execute(near, (min(numbers), max(numbers))).fetchone():
                query = f"SELECT {table}.id FROM json_each(?) AS wanted JOIN {table} ON {table}.id = wanted.value"
                self._used[table] = {row[0] for row in self.conn.execute(query, (json.dumps(numbers),))}

    def _take(self, table: str, number: int) -> int:
        used = self._used[table]
        if number in used or number <= 0:
            number = new_id()
        used.add(number)
        return number

    def _contents(
        self, number: ArticleId, article: Article, sets: Sequence[AnnotationSet], suggested: SuggestionSet | None
    ) -> None:
        """Prepare the rows of an article's annotations and suggestions."""
        new_suggestions = self._suggested.numbers(suggested) if suggested else {}
        moved = {id_text(a): id_text(b) for a, b in new_suggestions.items() if a != b}
        names = self._new_names(sets)
        kept_by: dict[str, dict[SpanId, SpanId]] = {}
        text, length, used, rows = article.text, len(article.text), self._used["span"], self._span_rows
        for one in sets:
            name = names.get(one.annotator, one.annotator)
            annotator = self._annotator_id(name)
            self._written.setdefault(number, set()).add(name)
            kept = kept_by.setdefault(name, {})
            spans: Iterable[Span] = one.spans
            if isinstance(one.spans, SpanColumns):
                ids = one.spans.columns.ids
                if not moved and used.isdisjoint(ids) and one.spans.text == text:
                    used.update(ids)
                    if one.relations or suggested:
                        kept.update(zip(one.spans.columns.ids, one.spans.columns.ids, strict=True))
                    rows.extend(span_rows(number, annotator, one.spans))
                    spans = ()
            for span in spans:
                fragments = span.fragments
                if not _fits(fragments, length):
                    self._problem(
                        article,
                        translate("Import", "The span {span} does not fit the text and was left out.").format(
                            span=id_text(span.id)
                        ),
                    )
                    continue
                taken = span.id
                if taken in used or taken <= 0:
                    taken = SpanId(new_id())
                used.add(taken)
                kept[span.id] = taken
                row = self._moved(span, taken, moved) if moved or taken != span.id else span
                rows.append((number, annotator, *span_values(row, text)))
            for relation in one.relations:
                source, target = kept.get(relation.source), kept.get(relation.target)
                if source is None or target is None:
                    where = id_text(relation.id)
                    self._problem(
                        article,
                        translate(
                            "Import", "The link {link} points to a span that is not there and was left out."
                        ).format(link=where),
                    )
                    continue
                taken = self._take("relation", relation.id)
                attributes = dump_object(relation.attributes)
                self._relation_rows.append((number, annotator, taken, relation.type, source, target, attributes))
            if one.status != Status.TODO or one.attributes:
                self._states.append((number, annotator, one.status.value, dump_object(one.attributes)))
        if suggested:
            self._suggested.add(number, article, suggested, new_suggestions, kept_by, names)

    def _moved(self, span: Span, number: SpanId, moved: dict[str, str]) -> Span:
        if number != span.id:
            span = replace(span, id=number)
        if moved and span.origin.details.get("suggestion") in moved:
            details = {**span.origin.details, "suggestion": moved[str(span.origin.details["suggestion"])]}
            span = replace(span, origin=replace(span.origin, details=details))
        return span

    def _problem(self, article: Article, reason: str) -> None:
        self.tally.problems.append(ImportProblem(article.uid, reason))

    def _flush(self) -> None:
        insert(self.conn, INSERT_SPAN, self._span_rows)
        insert(self.conn, INSERT_RELATION, self._relation_rows)
        insert(self.conn, STORE_STATE, self._states)
        self._suggested.flush()
        self.tally.spans = len(self._span_rows)
        self.tally.relations = len(self._relation_rows)
        self.tally.suggestions = self._suggested.written
        # This and the writer of suggestions know each other, so that only the garbage collector would free the rows.
        for rows in (self._span_rows, self._relation_rows, self._states, self._used, self._written):
            rows.clear()
