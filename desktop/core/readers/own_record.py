"""A parsed line of our own format to an ``ArticleRecord``; shared by the two readers that may meet one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from annotation_schema.model import AnnotationSet, ArticleRecord, Fragment, Fragments, Span, Suggestion, SuggestionSet
from annotation_schema.offsets import merge
from annotation_schema.records import RecordError, from_json
from annotation_schema.wording import translate
from desktop.core.readers.fields import source_id
from desktop.core.readers.report import Report
from desktop.core.readers.text import normalise_newlines

_FAMILY = "pressmark/"
FORMAT = "pressmark/1"


def is_own(held: Mapping[str, object]) -> bool:
    """Return whether the object says that it is one of our records, of any version."""
    name = held.get("format")
    return isinstance(name, str) and name.startswith(_FAMILY)


def to_record(held: dict[str, object], path: Path, line: int, report: Report) -> ArticleRecord | None:
    """Return the record, or None after a report; a span that is wrong is left out and reported, the rest stays."""
    name = source_id(held) or str(line)
    if held.get("format") != FORMAT:
        reason = translate(
            "Import", "The record's format is “{format}”; this version of Pressmark reads “{own}”."
        ).format(format=held.get("format"), own=FORMAT)
        report.problem(path, name, line, reason)
        return None
    try:
        record, problems = from_json(held, columns=True)
    except RecordError as error:
        report.problem(path, name, line, str(error))
        return None
    if "\0" in record.article.text:
        report.problem(path, name, line, translate("Import", "The text holds a NUL character, as binary files do."))
        return None
    report.at(record.article.uid, path, line)
    for reason in problems:
        report.problem(path, name, line, reason, skipped=False)
    if "\r" in record.article.text:
        record, lost = _with_lf(record)
        for span in lost:
            reason = translate(
                "Import", "A {label} covers nothing but half of a CR LF line end and was left out."
            ).format(label=span.label)
            report.problem(path, name, line, reason, skipped=False)
    return record


def _with_lf(record: ArticleRecord) -> tuple[ArticleRecord, list[Span]]:
    """Return the record with LF line ends, its offsets moved with the text, and the spans of which nothing is left."""
    text = record.article.text
    shift = _Shift(text)
    lost: list[Span] = []
    sets: list[AnnotationSet] = []
    for held in record.annotations:
        spans: list[Span] = []
        for span in held.spans:
            fragments = shift.fragments(span.fragments)
            if fragments:
                spans.append(replace(span, fragments=fragments))
            else:
                lost.append(span)
        kept = {span.id for span in spans}
        relations = tuple(r for r in held.relations if r.source in kept and r.target in kept)
        sets.append(replace(held, spans=tuple(spans), relations=relations))
    suggestions = record.suggestions
    if suggestions is not None:
        moved: list[Suggestion] = []
        for suggestion in suggestions.spans:
            fragments = shift.fragments(suggestion.fragments)
            if fragments:
                moved.append(replace(suggestion, fragments=fragments))
        ids = {suggestion.id for suggestion in moved}
        links = tuple(r for r in suggestions.relations if r.source in ids and r.target in ids)
        suggestions = SuggestionSet(tuple(moved), links)
    article = replace(record.article, text=normalise_newlines(text))
    return ArticleRecord(article, tuple(sets), suggestions), lost


class _Shift:
    """Where offsets of a text with CR LF come to stand when each is one LF."""

    def __init__(self, text: str) -> None:
        self._moved = list(range(len(text) + 1))
        gone = 0
        for offset in range(len(text)):
            self._moved[offset] = offset - gone
            if text.startswith("\r\n", offset):
                gone += 1
        self._moved[len(text)] = len(text) - gone

    def fragments(self, fragments: Fragments) -> Fragments:
        """Return the fragments moved, without those that became empty."""
        # The LF of a pair stands where its CR did, so a fragment of the LF alone keeps one character.
        ends = [(self._moved[f.start], self._moved[f.end]) for f in fragments]
        return merge(Fragment(start, end) for start, end in ends if start < end)
