"""Which articles and annotations leave a project: ``ExportFilter`` on articles by SQL, on records one by one."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from annotation_schema.model import (
    AnnotationSet,
    ArticleId,
    ArticleRecord,
    Status,
    SuggestionSet,
)
from annotation_schema.wording import translate
from desktop.core.errors import AppError, ErrorCode
from desktop.core.exporters.report import ExportFilter
from desktop.core.project import Project
from desktop.core.view import ArticleFilter

_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2}([T ].*)?)?)?")


def check(project: Project, wanted: ExportFilter) -> None:
    """Raise AppError USAGE if a filter names what the project does not have, or a border is no date."""
    known = {label.name for label in project.schema.labels}
    unknown = wanted.labels - known
    unknown = unknown - set(project.stats().spans) if unknown else unknown  # spans of an imported label
    if unknown:
        raise AppError(
            ErrorCode.USAGE,
            translate("Export", "The project has no label {labels}.").format(labels=", ".join(sorted(unknown))),
            hint=translate("Export", "Its labels are: {labels}.").format(labels=", ".join(sorted(known))),
        )
    if wanted.annotators:
        names = set(project.stats().annotators)
        missing = wanted.annotators - names
        if missing:
            raise AppError(
                ErrorCode.USAGE,
                translate("Export", "The project has no annotator {names}.").format(names=", ".join(sorted(missing))),
                hint=translate("Export", "Its annotators are: {names}.").format(names=", ".join(sorted(names))),
            )
    check_dates(wanted.since, wanted.until)


def check_dates(since: str, until: str) -> None:
    """Raise AppError USAGE if one of them is neither empty nor a date."""
    for border in (since, until):
        if border and not _is_date(border):
            raise AppError(
                ErrorCode.USAGE,
                translate("Export", "“{date}” is not a date.").format(date=border),
                hint=translate("Export", "Give it as 2024, 2024-05 or 2024-05-31."),
            )


def _is_date(border: str) -> bool:
    if not _DATE.fullmatch(border):
        return False
    try:
        date.fromisoformat(f"{border[:10]}{'-01-01'[max(0, len(border) - 4) :]}")
    except ValueError:
        return False
    return True


def articles(project: Project, wanted: ExportFilter) -> frozenset[ArticleId] | None:
    """Return the ids of the articles that text, dates and a saved filter let through; None for all of them."""
    found: frozenset[ArticleId] | None = None
    if wanted.text.strip() or wanted.since or wanted.until:
        found = frozenset(project.article_ids(ArticleFilter(text=wanted.text, since=wanted.since, until=wanted.until)))
    if wanted.saved is not None:
        named = frozenset(project.article_ids(wanted.saved.wanted))
        found = named if found is None else found & named
    return found


class RecordFilter:
    """Takes from each record what annotators, statuses and labels leave out.

    An annotator who has nothing in an article has not begun it ("todo"). An article stays, perhaps without spans, if a
    wanted annotator has it in a wanted status; relations stay whose two ends do. ``whole``: nothing is taken from any.
    """

    def __init__(self, wanted: ExportFilter) -> None:
        """Keep what is wanted."""
        self._annotators = wanted.annotators
        self._statuses = wanted.statuses
        self._labels = wanted.labels
        self.whole = not (wanted.annotators or wanted.statuses or wanted.labels)

    def __call__(self, record: ArticleRecord) -> ArticleRecord | None:
        """Return what leaves of a record; None if the article is left out."""
        if self.whole:
            return record
        theirs = [s for s in record.annotations if not self._annotators or s.annotator in self._annotators]
        sets = [s for s in theirs if not self._statuses or s.status in self._statuses]
        if not sets and (self._annotators or self._statuses):
            there = len(theirs)
            wanted = max(len(self._annotators), 1)
            # Somebody wanted has not begun it, and that was asked for.
            if Status.TODO not in self._statuses or there >= wanted:
                return None
        suggestions = record.suggestions
        if suggestions is not None:
            suggestions = self._suggestions(suggestions)
        return ArticleRecord(record.article, tuple(self._set(s) for s in sets), suggestions)

    def _set(self, held: AnnotationSet) -> AnnotationSet:
        if not self._labels:
            return held
        spans = tuple(s for s in held.spans if s.label in self._labels)
        ids = {s.id for s in spans}
        relations = tuple(r for r in held.relations if r.source in ids and r.target in ids)
        return replace(held, spans=spans, relations=relations)

    def _suggestions(self, held: SuggestionSet) -> SuggestionSet:
        spans = tuple(s for s in held.spans if not self._labels or s.label in self._labels)
        if self._annotators:
            spans = tuple(
                replace(s, verdicts=tuple(v for v in s.verdicts if v.annotator in self._annotators)) for s in spans
            )
        ids = {s.id for s in spans}
        return SuggestionSet(spans, tuple(r for r in held.relations if r.source in ids and r.target in ids))
