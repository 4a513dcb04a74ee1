"""Importing: sources of any format into a project.

A bad record, an unreadable file, a file of an unknown kind never stop the rest: each is in the report with file, record
and line. What was read is saved piece by piece; an import that is cancelled or killed keeps what it has, and
running it again adds only what is missing, since an article is known by its uid.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path

from annotation_schema.model import Article, ArticleRecord
from annotation_schema.wording import translate
from desktop.core.errors import AppError, ErrorCode
from desktop.core.project import Project
from desktop.core.readers import READERS, ReaderSpec, detect, extensions, reader
from desktop.core.readers.report import ImportReport, Report
from desktop.core.readers.sources import files_of, os_sentence
from desktop.core.view import ImportTally

_log = logging.getLogger(__name__)

_PIECE = 2_000  # records after which the project is asked for problems; where each came from is known for so long
_PROGRESS_SECONDS = 0.1
AUTO = "auto"


@dataclass(frozen=True, slots=True)
class ImportProgress:
    """How far an import is: records read, files begun, and the one it is in; "" at the end."""

    records: int
    files: int
    file: str


Progress = Callable[[ImportProgress], None]


def formats() -> tuple[str, ...]:
    """Return the names that ``format`` may have."""
    return (AUTO, *(spec.format for spec in READERS))


def import_sources(
    project: Project,
    sources: Sequence[Path],
    *,
    format: str = AUTO,
    annotator: str | None = None,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> ImportReport:
    """Read files and folders into the project and return what came of it.

    ``annotator``: whose the annotations of records are that one person made; None: whose the records say.
    ``progress`` is called at most ten times a second, in the calling thread, as ``cancelled`` is. Raises AppError for
    an unknown format, and what the project raises when it cannot be written; never for a source.
    """
    if format not in formats():
        names = ", ".join(formats())
        raise AppError(
            ErrorCode.USAGE,
            translate("Import", "There is no format “{format}”.").format(format=format),
            hint=translate("Import", "The formats are: {formats}.").format(formats=names),
        )
    run = _Run(sources, format, progress, cancelled)
    records = run.records()
    totals = _Totals()
    try:
        for record in records:
            # Handed on one by one: the garbage collector would look through a list of so many records for longer than
            # it takes to read them.
            piece = chain((record,), islice(records, _PIECE - 1))
            tally = project.add_articles(piece, annotator=annotator)
            totals.add(tally)
            for problem in tally.problems:
                file, line = run.report.place(problem.uid)
                run.report.problem(file, problem.uid, line, problem.reason, skipped=False)
            run.report.forget_places()
    except AppError as error:
        rest = translate("Import", "What was imported until then is in the project; the same import adds the rest.")
        error.hint = f"{error.hint} {rest}".strip()
        raise
    finally:
        run.tell_end()
    return ImportReport(
        articles=totals.articles,
        duplicates=totals.duplicates,
        extended=totals.extended,
        suggestions=totals.suggestions,
        skipped=run.report.skipped + totals.skipped,
        spans=totals.spans,
        relations=totals.relations,
        problems=run.report.problems,
        cancelled=run.stopped,
    )


class _Totals:
    """Sums of what the project did."""

    def __init__(self) -> None:
        self.articles = self.duplicates = self.extended = self.skipped = 0
        self.spans = self.relations = self.suggestions = 0

    def add(self, tally: ImportTally) -> None:
        self.articles += tally.articles
        self.duplicates += tally.duplicates
        self.extended += tally.extended
        self.suggestions += tally.suggestions
        self.skipped += tally.skipped
        self.spans += tally.spans
        self.relations += tally.relations


class _Run:
    """One import: walks through the sources and hands out records."""

    def __init__(
        self, sources: Sequence[Path], format: str, progress: Progress | None, cancelled: Callable[[], bool] | None
    ) -> None:
        self.report = Report()
        self.stopped = False
        self._sources = sources
        self._format = format
        self._progress = progress
        self._cancelled = cancelled or (lambda: False)
        self._records = 0
        self._files = 0
        self._told = 0.0

    def records(self) -> Iterator[Article | ArticleRecord]:
        """Yield the records of all sources, until cancelled."""
        for source in self._sources:
            for path in files_of(source, extensions(self._format), self.report):
                if self._stop():
                    return
                spec = self._reader(path)
                if spec is None:
                    continue
                self._files += 1
                for record in self._read(spec, path):
                    yield record
                    self._records += 1
                    if self._stop():
                        return
                    self._tell(path)

    def tell_end(self) -> None:
        """Tell the last state."""
        if self._progress and self._files:
            self._progress(ImportProgress(self._records, self._files, ""))

    def _reader(self, path: Path) -> ReaderSpec | None:
        spec = detect(path) if self._format == AUTO else reader(self._format)
        if spec is None:
            if path.suffix.lower() == ".pressmark":
                reason = translate(
                    "Import", "This is a project. Export it in the format “pressmark” and import that file."
                )
            else:
                kinds = ", ".join(sorted(extensions()))
                reason = translate(
                    "Import", "The kind of file is not known by its name (known: {kinds}); name its format to read it."
                ).format(kinds=kinds)
            self.report.problem(path, None, None, reason)
        return spec

    def _read(self, spec: ReaderSpec, path: Path) -> Iterator[Article | ArticleRecord]:
        try:
            yield from spec.read(path, self.report)
        except OSError as error:
            self.report.problem(path, None, None, os_sentence(error))
        except Exception as error:  # noqa: BLE001 - the edge: a reader's fault in one file must not lose the others
            _log.exception("reading %s", path)
            reason = translate(
                "Import", "Reading it failed unexpectedly ({kind}); the log file has the details."
            ).format(kind=type(error).__name__)
            self.report.problem(path, None, None, reason)

    def _stop(self) -> bool:
        self.stopped = self.stopped or self._cancelled()
        return self.stopped

    def _tell(self, path: Path) -> None:
        now = time.monotonic()
        if self._progress and now - self._told >= _PROGRESS_SECONDS:
            self._told = now
            self._progress(ImportProgress(self._records, self._files, path.name))
