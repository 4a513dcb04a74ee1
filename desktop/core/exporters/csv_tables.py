"""Long tables for R and pandas: a folder with ``articles.csv``, ``spans.csv``, ``fragments.csv`` and ``relations.csv``.

UTF-8 without a mark, LF, every text in quotes. Columns of spans: ``doc_id``, ``ann_id``, ``annotator``, ``status``,
``label``, ``text``, ``start``, ``end`` (code points of the article's text, from 0, half-open), ``start1``, ``end1``
(from 1, inclusive, as R's ``substr`` counts), ``fragments`` (number), ``origin``, and one column ``attr.NAME`` for each
attribute of the label schema (several values joined by "|"). ``fragments.csv`` has the parts of each span. With a
split ``articles.csv`` and ``spans.csv`` have a column ``part``. A label "NA" reads as missing in R: read with
``na.strings = ""``.

Spreadsheet-safe (asked for by option): a text that a spreadsheet would run as a formula gets an apostrophe in front,
and the files begin with a byte-order mark; such files are for looking at, not for reading back.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from typing import TextIO

from annotation_schema.ids import id_text
from annotation_schema.model import ArticleRecord, AttributeValue, Span
from annotation_schema.offsets import display_surface
from annotation_schema.reserved import NOTE
from annotation_schema.schema import LabelSchema
from desktop.core.exporters import merged
from desktop.core.exporters.report import Job, Written

LOSSES = (merged.ABOUT, merged.KIND)
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_ARTICLES = (
    "doc_id", "part", "title", "byline", "publisher", "published", "url", "language", "section", "words", "text",
)  # fmt: skip
_SPANS = (
    "doc_id", "part", "ann_id", "annotator", "status", "label", "text", "start", "end", "start1", "end1", "fragments",
    "origin",
)  # fmt: skip
_FRAGMENTS = ("doc_id", "ann_id", "number", "text", "start", "end", "start1", "end1")
_RELATIONS = ("doc_id", "rel_id", "annotator", "type", "source", "target", "source_text", "target_text", "attributes")


class _Table:
    def __init__(self, file: TextIO, columns: Iterable[str], safe: bool) -> None:
        if safe:
            file.write("\ufeff")
        self._safe = safe
        self._rows = csv.writer(file, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\n")
        self._rows.writerow(list(columns))

    def add(self, values: Sequence[str | int]) -> None:
        self._rows.writerow([self._guarded(v) if isinstance(v, str) else v for v in values])

    def _guarded(self, text: str) -> str:
        return f"'{text}" if self._safe and text.startswith(_FORMULA) else text


def write(job: Job) -> Written:
    """Write the four tables."""
    attributes = _attributes(job.schema)
    known = frozenset(attributes)
    safe = job.options.spreadsheet_safe
    articles = spans = relations = 0
    with ExitStack() as stack:

        def table(name: str, columns: Iterable[str]) -> _Table:
            path = job.folder / f"{name}.csv"
            return _Table(stack.enter_context(path.open("w", encoding="utf-8", newline="")), columns, safe)

        tables = (
            table("articles", _ARTICLES),
            table("spans", (*_SPANS, *(f"attr.{name}" for name in attributes))),
            table("fragments", _FRAGMENTS),
            table("relations", _RELATIONS),
        )
        for record in job.records():
            articles += 1
            tables[0].add(_article(record, job.part(record.article.uid)))
            merged.about(job, record)
            for held in record.annotations:
                text_of = {s.id: display_surface(record.article.text, s.fragments) for s in held.spans}
                for span in held.spans:
                    row = (record.article.uid, job.part(record.article.uid), id_text(span.id), held.annotator)
                    tables[1].add((*row, held.status.value, *_span(span, text_of[span.id], attributes)))
                    _fragments(tables[2], record, span)
                    if not known.issuperset(span.attributes):
                        merged.no_values(job, record.article.uid, span)
                    job.wrote(record.article.uid, span.label, span.fragments)
                for link in held.relations:
                    ends = (id_text(link.source), id_text(link.target), text_of[link.source], text_of[link.target])
                    values = "|".join(f"{k}={_value(v)}" for k, v in sorted(link.attributes.items()))
                    tables[3].add((record.article.uid, id_text(link.id), held.annotator, link.type, *ends, values))
                spans += len(held.spans)
                relations += len(held.relations)
    return Written(("articles.csv", "spans.csv", "fragments.csv", "relations.csv"), articles, spans, relations)


def _attributes(schema: LabelSchema) -> tuple[str, ...]:
    names = {spec.name: None for label in schema.labels for spec in label.attributes}
    return (*names, *(() if NOTE.name in names else (NOTE.name,)))


def _article(record: ArticleRecord, part: str) -> tuple[str | int, ...]:
    a = record.article
    about = (a.uid, part, a.title, a.byline, a.publisher, a.published, a.url, a.language, a.section)
    return (*about, len(a.text.split()), a.text)


def _span(span: Span, text: str, attributes: Sequence[str]) -> tuple[str | int, ...]:
    place = (span.start, span.end, span.start + 1, span.end, len(span.fragments), span.origin.kind.value)
    return (span.label, text, *place, *(_value(span.attributes.get(name, "")) for name in attributes))


def _fragments(table: _Table, record: ArticleRecord, span: Span) -> None:
    for number, f in enumerate(span.fragments, 1):
        text = record.article.text[f.start : f.end]
        table.add((record.article.uid, id_text(span.id), number, text, f.start, f.end, f.start + 1, f.end))


def _value(value: AttributeValue) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return "|".join(value) if isinstance(value, tuple) else str(value)
