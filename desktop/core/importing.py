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
from desktop.core import clock
from desktop.core.errors import AppError, ErrorCode
from desktop.core.foreign.apply import Remark, apply
from desktop.core.foreign.inventory import Inventory
from desktop.core.foreign.mapping import Mapping
from desktop.core.foreign.model import ForeignRecord
from desktop.core.foreign.proposal import completed, schema_with
from desktop.core.project import Project
from desktop.core.readers import READERS, ReaderSpec, asked, detect, extensions, reader
from desktop.core.readers.asked import AUTO, Format
from desktop.core.readers.report import ImportReport, Report
from desktop.core.readers.sniffing import likely
from desktop.core.readers.sources import files_of, os_sentence
from desktop.core.view import ImportTally

_log = logging.getLogger(__name__)

_PIECE = 2_000  # records after which the project is asked for problems; where each came from is known for so long
_PROGRESS_SECONDS = 0.1
_LOOKED_AT = 50


@dataclass(frozen=True, slots=True)
class ImportProgress:
    """How far an import is: records read, files begun, and the one it is in; "" at the end.

    ``looking``: it only looks yet at what annotations there are; nothing is in the project.
    """

    records: int
    files: int
    file: str
    looking: bool = False


Progress = Callable[[ImportProgress], None]


def formats() -> tuple[str, ...]:
    """Return the names that ``format`` may have."""
    return (AUTO, *(spec.format for spec in READERS))


def import_sources(
    project: Project,
    sources: Sequence[Path],
    *,
    format: Format = AUTO,
    annotator: str | None = None,
    mapping: Mapping | None = None,
    found: Inventory | None = None,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> ImportReport:
    """Read files and folders into the project and return what came of it.

    ``annotator``: whose the annotations of records are that one person made; None: whose the records say.
    ``mapping``: what becomes of annotations made by other programs; None: what ``foreign.proposal`` makes of their
    names. ``found``: what ``look`` has found, if that was asked before. The project's label schema grows by what the
    mapping creates, before the first record is stored. ``progress`` is called at most ten times a second, in the
    calling thread, as ``cancelled`` is. Raises AppError for an unknown format, and what the project raises when it
    cannot be written; never for a source.
    """
    _check_format(format)
    foreign = used = None
    found = found or look(sources, format=format, progress=progress, cancelled=cancelled)
    if found.articles:
        used = completed(mapping, found, project.schema, project.label_map)
        if not (cancelled and cancelled()):
            project.extend_schema(schema_with(project.schema, used, found))
        foreign = _Foreign(project, used, annotator)
    run = _Run(sources, format, progress, cancelled, foreign)
    records = run.records()
    totals = _Totals()
    try:
        for record in records:
            # Handed on one by one: the garbage collector would look through a list of so many records for longer than
            # it takes to read them.
            piece = chain((record,), islice(records, _PIECE - 1))
            tally = project.add_articles(piece, annotator=None if foreign else annotator)
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
        mapping=used,
    )


def look(
    sources: Sequence[Path],
    *,
    format: Format = AUTO,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Inventory:
    """Return what annotations by other programs the sources hold; what is wrong with them shows when they are read."""
    _check_format(format)
    found = Inventory()
    for record in _Run(sources, format, progress, cancelled, None, looking=True).all():
        if isinstance(record, ForeignRecord):
            found.add(record)
    return found


def unclear(sources: Sequence[Path]) -> list[Path]:
    """Return the files whose format nothing tells, so that somebody has to; none where a folder is among the sources.

    A few are looked at; what is told of them holds for all files of their kinds.
    """
    some = sources[:_LOOKED_AT]
    if not all(path.is_file() for path in some):
        return []
    return [p for p in some if p.suffix.lower() != ".pressmark" and (detect(p) is None or likely(p) != "")]


def _check_format(format: Format) -> None:
    for name in asked.names(format):
        if name not in formats():
            names = ", ".join(formats())
            raise AppError(
                ErrorCode.USAGE,
                translate("Import", "There is no format “{format}”.").format(format=name),
                hint=translate("Import", "The formats are: {formats}.").format(formats=names),
            )


class _Foreign:
    """Makes records of the project out of those of other programs; each general remark is made once."""

    def __init__(self, project: Project, mapping: Mapping, annotator: str | None) -> None:
        self._schema = project.schema
        self._mapping = mapping
        self._annotator = annotator or project.annotator.name
        self._now = clock.utc_now()
        self._told: set[str] = set()
        self._brought: set[int] = set()  # article and annotator, as hashes: there may be a million

    def record(self, held: ForeignRecord, format: str, path: Path, report: Report) -> ArticleRecord:
        made, remarks = apply(
            held, self._mapping, self._schema, format=format, annotator=self._annotator, now=self._now
        )
        for remark in remarks:
            if self._is_new(remark):
                report.problem(path, None, None, remark.sentence, skipped=False)
        for one in made.annotations:
            whose = hash((made.article.uid, one.annotator))
            if one.spans and whose in self._brought:
                sentence = translate(
                    "Import",
                    "Its annotations of this text by {annotator} came from another file, and count; these do not.",
                )
                report.problem(path, None, None, sentence.format(annotator=one.annotator))
            self._brought.add(whose)
        report.at(held.article.uid, path, None)
        return made

    def _is_new(self, remark: Remark) -> bool:
        new = not remark.general or remark.sentence not in self._told
        if remark.general:
            self._told.add(remark.sentence)
        return new


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
        self,
        sources: Sequence[Path],
        format: Format,
        progress: Progress | None,
        cancelled: Callable[[], bool] | None,
        foreign: _Foreign | None,
        *,
        looking: bool = False,
    ) -> None:
        self.report = Report()
        self.stopped = False
        self._sources = sources
        self._format = format
        self._progress = progress
        self._cancelled = cancelled or (lambda: False)
        self._foreign = foreign
        self._looking = looking
        self._records = 0
        self._files = 0
        self._told = 0.0

    def records(self) -> Iterator[Article | ArticleRecord]:
        """Yield the records of all sources, until cancelled."""
        for record in self.all():
            if not isinstance(record, ForeignRecord):
                yield record

    def all(self) -> Iterator[Article | ArticleRecord | ForeignRecord]:
        """Yield the records of all sources; when looking, those of annotated formats alone, as they are."""
        for source in self._sources:
            for path in files_of(source, self._extensions(), self.report):
                if self._stop():
                    return
                format = asked.of_file(self._format, path)
                if format == AUTO and self.report.is_companion(path):
                    continue
                spec = self._reader(path, format)
                if spec is None or (self._looking and not spec.annotated):
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
            self._progress(ImportProgress(self._records, self._files, "", self._looking))

    def _extensions(self) -> frozenset[str]:
        """Return the endings of files to take from folders."""
        if isinstance(self._format, str):
            return extensions(self._format, annotated=self._looking)
        named = {ending: reader(name) for ending, name in asked.endings(self._format).items()}
        return extensions(annotated=self._looking) | {
            ending for ending, spec in named.items() if spec is not None and spec.annotated >= self._looking
        }

    def _reader(self, path: Path, format: str) -> ReaderSpec | None:
        spec = detect(path) if format == AUTO else reader(format)
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

    def _read(self, spec: ReaderSpec, path: Path) -> Iterator[Article | ArticleRecord | ForeignRecord]:
        try:
            for record in spec.read(path, self.report):
                if isinstance(record, ForeignRecord) and self._foreign is not None:
                    yield self._foreign.record(record, spec.format, path, self.report)
                else:
                    yield record
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
            self._progress(ImportProgress(self._records, self._files, path.name, self._looking))
