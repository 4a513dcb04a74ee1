"""The one door through which everything leaves a project.

It refuses (EXPORT_REFUSED, naming article and span) if the text under any span is not the text that the span was
made for: ``Project.records`` compares the stored surface, the door the bounds. Files are written in a folder beside
the target and moved into place only when all of them are complete; whatever stops an export, the last good files
stay and no partial ones are left. The same project with the same options gives the same bytes.
"""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Generator, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from annotation_schema.ids import id_text
from annotation_schema.model import ArticleRecord, Fragments
from annotation_schema.schema import LabelSchema
from annotation_schema.wording import translate
from desktop.core.errors import AppError, ErrorCode
from desktop.core.exporters import EXPORTERS, ExporterSpec, exporter, selection
from desktop.core.exporters.census import Census
from desktop.core.exporters.report import (
    MAX_DROPPED,
    Dropped,
    ExportedFile,
    ExportOptions,
    ExportReport,
    What,
    file_sha256,
)
from desktop.core.project import Project
from desktop.core.split import PARTS, assign
from desktop.core.view import ArticleFilter

_PROGRESS_SECONDS = 0.1
_ROWS = 500
WHOLE = "corpus"
"""Name of the one file of a folder that is not split."""


@dataclass(frozen=True, slots=True)
class ExportProgress:
    """How many of the articles have been written."""

    done: int
    total: int


def export(
    project: Project,
    out: Path,
    *,
    format: str,
    options: ExportOptions | None = None,
    progress: Callable[[ExportProgress], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> ExportReport:
    """Write the whole project to a file or folder and return what was written.

    With a split, a format of one file writes a folder with one file a part. ``progress`` and ``cancelled`` are called
    in the calling thread. Raises AppError: USAGE, EXPORT_REFUSED, SAVE_FAILED, WORKER_FAILED, CANCELLED.
    """
    options = options or ExportOptions()
    spec = _spec(format, options)
    out = Path(out)
    selection.check(project, options.filter)
    folder = spec.folder or options.split is not None
    _check_target(spec, out, folder)
    split = options.split
    parts = assign(_uids(project), split.ratios, split.seed) if split is not None else {}
    try:
        staging = Path(tempfile.mkdtemp(prefix=f".{out.name}.", dir=out.parent))
    except OSError as error:
        raise _save_failed(out, error) from error
    try:
        job = _Job(project, spec, options, parts, staging, out.name, progress, cancelled)
        written = spec.write(job)
        job.check_cancelled()
        files: list[ExportedFile] = []
        for name in written.names:
            path = staging / name
            _sync(path)
            target = out / name if folder else out
            files.append(ExportedFile(str(target), file_sha256(path)))
        if folder:
            out.mkdir(exist_ok=True)
        for name, file in zip(written.names, files, strict=True):
            Path(file.path).parent.mkdir(exist_ok=True)  # a format may write folders in its folder
            (staging / name).replace(file.path)
    except OSError as error:
        raise _save_failed(out, error) from error
    finally:
        shutil.rmtree(staging, ignore_errors=True)
    losses = tuple(sorted(job.losses.items(), key=lambda item: (-item[1], item[0])))
    return ExportReport(written.articles, written.spans, written.relations, tuple(job.dropped), tuple(files), losses)


class _Job:
    """One export under way; see ``report.Job``."""

    def __init__(
        self,
        project: Project,
        spec: ExporterSpec,
        options: ExportOptions,
        parts: Mapping[str, str],
        folder: Path,
        name: str,
        progress: Callable[[ExportProgress], None] | None,
        cancelled: Callable[[], bool] | None,
    ) -> None:
        self._project = project
        self._progress = progress
        self._cancelled = cancelled
        self._within = selection.articles(project, options.filter)
        self._leaves = selection.RecordFilter(options.filter)
        self._total = project.counts().total if self._within is None else len(self._within)
        self._spec = spec
        self._part_of = parts
        used = set(parts.values())
        self.parts = tuple(part for part in PARTS if part in used) or ("",)
        self.dropped: list[Dropped] = []
        self.losses = Counter[str]()
        self.expected = Census()
        self.options = options
        self.folder = folder
        self.name = name
        self.done = 0

    @property
    def schema(self) -> LabelSchema:
        """The label schema of the project."""
        return self._project.schema

    def records(self) -> Generator[ArticleRecord, None, None]:
        """Yield the records, each checked."""
        told = time.monotonic()
        # Closed at once when a format stops early: the records hold a read transaction.
        stream = self._project.records(with_suggestions=self.options.with_suggestions, within=self._within)
        with closing(cast("Generator[ArticleRecord, None, None]", stream)) as records:
            for whole in records:
                self.check_cancelled()
                _check_bounds(whole)
                record = self._leaves(whole)
                if record is not None:
                    yield record
                self.done += 1
                now = time.monotonic()
                if self._progress and now - told >= _PROGRESS_SECONDS:
                    told = now
                    self._progress(ExportProgress(self.done, self._total))
        if self._progress:
            self._progress(ExportProgress(self.done, self._total))

    def part(self, uid: str) -> str:
        """Return the part of an article."""
        return self._part_of.get(uid, self.parts[0])

    def target(self, part: str, extension: str = "") -> Path:
        """Return the file for a part."""
        if part or self._spec.folder:
            return self.folder / f"{part or WHOLE}{extension or self._spec.extension}"
        return self.folder / self.name

    def drop(self, article: str, span: str, reason: str, what: What = What.SPAN) -> None:
        """Report what is not written as it is."""
        self.losses[reason] += 1
        if len(self.dropped) < MAX_DROPPED:
            self.dropped.append(Dropped(article, span, reason, what))

    def wrote(self, uid: str, label: str, fragments: Fragments) -> None:
        """Count a span that a reader should find."""
        self.expected.add(uid, label, fragments)

    def check_cancelled(self) -> None:
        """Raise AppError CANCELLED if asked to stop."""
        if self._cancelled and self._cancelled():
            raise AppError(ErrorCode.CANCELLED, translate("Export", "The export was cancelled; nothing was written."))


def _check_bounds(record: ArticleRecord) -> None:
    length = len(record.article.text)
    for held in record.annotations:
        for span in held.spans:
            if span.end > length:
                sentence = translate(
                    "Export", "Article {article}: span {span} ends at {end}, after the end of the text ({length})."
                )
                raise AppError(
                    ErrorCode.EXPORT_REFUSED,
                    sentence.format(article=record.article.uid, span=id_text(span.id), end=span.end, length=length),
                    hint=translate(
                        "Export", "Nothing was written. Run the project check, and restore the project from a backup."
                    ),
                )


def _spec(name: str, options: ExportOptions) -> ExporterSpec:
    spec = exporter(name)
    if spec is None:
        names = ", ".join(known.format for known in EXPORTERS)
        raise AppError(
            ErrorCode.USAGE,
            translate("Export", "There is no format “{format}” to export.").format(format=name),
            hint=translate("Export", "The formats are: {formats}.").format(formats=names),
        )
    if options.with_suggestions and not spec.suggestions:
        raise AppError(
            ErrorCode.USAGE,
            translate(
                "Export", "The format “{format}” holds labels only: a suggestion is none before a person accepts it."
            ).format(format=name),
            hint=translate("Export", "Leave out the suggestions, or export in the format “pressmark”."),
        )
    return spec


def _check_target(spec: ExporterSpec, out: Path, folder: bool) -> None:
    if not out.name:
        raise AppError(
            ErrorCode.USAGE,
            translate("Export", "“{name}” is not a name for an export.").format(name=out),
            hint=translate("Export", "Name a file or a new folder."),
        )
    if folder and out.exists() and not out.is_dir():
        raise AppError(
            ErrorCode.FILE_EXISTS,
            translate("Export", "{path} is a file.").format(path=out),
            hint=translate("Export", "A folder is written here: name another one."),
        )
    if not folder and out.is_dir():
        example = f"export{spec.extension}"
        raise AppError(
            ErrorCode.USAGE,
            translate("Export", "{path} is a folder.").format(path=out),
            hint=translate("Export", "Name a file in it, such as {example}.").format(example=example),
        )
    if not folder and out.suffix == ".pressmark":
        raise AppError(
            ErrorCode.USAGE,
            translate("Export", "{name} is a name for a project.").format(name=out.name),
            hint=translate("Export", "Let the name end in .jsonl."),
        )
    if not out.parent.is_dir():
        raise AppError(
            ErrorCode.FILE_NOT_FOUND,
            translate("Export", "There is no folder {path}.").format(path=out.parent),
            hint=translate("Export", "Create it first."),
        )


def _uids(project: Project) -> Iterator[str]:
    ids = project.article_ids(ArticleFilter())
    for start in range(0, len(ids), _ROWS):
        for row in project.rows(ids[start : start + _ROWS]):
            yield row.uid


def _sync(path: Path) -> None:
    with path.open("rb") as file:
        os.fsync(file.fileno())


def _save_failed(out: Path, error: OSError) -> AppError:
    reason = error.strerror or str(error)
    return AppError(
        ErrorCode.SAVE_FAILED,
        translate("Export", "{path} could not be written: {reason}.").format(path=out, reason=reason),
        hint=translate("Export", "Choose another place."),
    )
