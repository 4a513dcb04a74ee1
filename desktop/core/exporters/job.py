"""One export under way: hands checked records to a format, and keeps what it loses and what it wrote."""

from __future__ import annotations

import json
import time
from collections import Counter
from collections.abc import Callable, Generator, Mapping
from contextlib import closing
from pathlib import Path
from typing import IO, TYPE_CHECKING, cast

from annotation_schema.ids import id_text
from annotation_schema.model import ArticleRecord, Fragments
from annotation_schema.schema import LabelSchema
from annotation_schema.wording import translate
from desktop.core.errors import AppError, ErrorCode
from desktop.core.exporters import selection
from desktop.core.exporters.census import Census
from desktop.core.exporters.facts import Facts
from desktop.core.exporters.report import MAX_DROPPED, Dropped, ExportOptions, ExportProgress, What
from desktop.core.project import Project
from desktop.core.split import PARTS

if TYPE_CHECKING:
    from desktop.core.storage.record_lines import Line

_PROGRESS_SECONDS = 0.1
WHOLE = "corpus"
"""Name of the one file of a folder that is not split."""


class ExportJob:
    """See ``report.Job``. Close it: the list of losses is an open file."""

    def __init__(
        self,
        project: Project,
        options: ExportOptions,
        folder: Path,
        name: str,
        *,
        extension: str,
        several: bool,
        parts: Mapping[str, str],
        progress: Callable[[ExportProgress], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
        limit: int | None = None,
    ) -> None:
        """Write into ``folder``; ``several``: files named after their parts, else one called ``name``.

        ``parts`` of the articles by uid, where there is a split; ``limit``: so many articles at most.
        """
        self._project = project
        self._progress = progress
        self._cancelled = cancelled
        self._within = selection.articles(project, options.filter)
        self._leaves = selection.RecordFilter(options.filter)
        self._several = several
        self._extension = extension
        self._part_of = parts
        self._limit = limit
        self._told = 0.0
        self._losses_file: IO[str] | None = None
        used = set(parts.values())
        self.parts = tuple(part for part in PARTS if part in used) or ("",)
        self.dropped: list[Dropped] = []
        self.losses = Counter[str]()
        self.expected = Census()
        self.facts: Facts | None = None
        self.options = options
        self.folder = folder
        self.name = name
        self.done = 0
        self.total = project.counts().total if self._within is None else len(self._within)

    @property
    def schema(self) -> LabelSchema:
        """The label schema of the project."""
        return self._project.schema

    def keep_losses(self, path: Path) -> None:
        """Write every loss to a file, too, one JSON object a line."""
        self._losses_file = path.open("w", encoding="utf-8", newline="\n")

    def close(self) -> None:
        """Close the list of losses."""
        if self._losses_file is not None:
            self._losses_file.close()
            self._losses_file = None

    def records(self) -> Generator[ArticleRecord, None, None]:
        """Yield the filtered records, each checked."""
        self._told = time.monotonic()
        given = 0
        # Closed at once when a format stops early: the records hold a read transaction.
        stream = self._project.records(with_suggestions=self.options.with_suggestions, within=self._within)
        with closing(cast("Generator[ArticleRecord, None, None]", stream)) as records:
            for whole in records:
                self.check_cancelled()
                check_bounds(whole)
                record = self._leaves(whole)
                if record is not None:
                    if self.facts is not None:
                        self.facts.add(record, self.part(record.article.uid))
                    yield record
                    given += 1
                self.done += 1
                self._tell(self.done)
                if given == self._limit:
                    return
        if self._progress:
            self._progress(ExportProgress(self.done, self.total))

    def lines(self) -> Generator[Line, None, None] | None:
        """Give the records as lines, each checked, where nothing is to be taken out of them or counted; else None."""
        if self.facts is not None or self.options.with_suggestions or self._limit or not self._leaves.whole:
            return None
        return self._lines()

    def _lines(self) -> Generator[Line, None, None]:
        self._told = time.monotonic()
        with closing(cast("Generator[Line, None, None]", self._project.record_lines(within=self._within))) as lines:
            for line in lines:
                self.check_cancelled()
                yield line
                self.done += 1
                if self._progress:
                    self._tell(self.done)
        if self._progress:
            self._progress(ExportProgress(self.done, self.total))

    def part(self, uid: str) -> str:
        """Return the part of an article."""
        return self._part_of.get(uid, self.parts[0])

    def target(self, part: str, extension: str = "") -> Path:
        """Return the file for a part."""
        if part or self._several:
            return self.folder / f"{part or WHOLE}{extension or self._extension}"
        return self.folder / self.name

    def drop(self, article: str, span: str, reason: str, what: What = What.SPAN) -> None:
        """Report what is not written as it is."""
        self.losses[reason] += 1
        if len(self.dropped) < MAX_DROPPED:
            self.dropped.append(Dropped(article, span, reason, what))
        if self._losses_file is not None:
            line = {"article": article, "span": span, "what": what.value, "reason": reason}
            self._losses_file.write(json.dumps(line, ensure_ascii=False, separators=(",", ":")) + "\n")

    def wrote(self, uid: str, label: str, fragments: Fragments) -> None:
        """Count a span that a reader should find."""
        self.expected.add(uid, label, fragments)

    def read_back(self, records: int) -> None:
        """Tell how far the reading back is."""
        self.check_cancelled()
        self._tell(min(records, self.total), checking=True)

    def check_cancelled(self) -> None:
        """Raise AppError CANCELLED if asked to stop."""
        if self._cancelled and self._cancelled():
            raise AppError(ErrorCode.CANCELLED, translate("Export", "The export was cancelled; nothing was written."))

    def _tell(self, done: int, *, checking: bool = False) -> None:
        now = time.monotonic()
        if self._progress and now - self._told >= _PROGRESS_SECONDS:
            self._told = now
            self._progress(ExportProgress(done, self.total, checking))


def check_bounds(record: ArticleRecord) -> None:
    """Raise AppError EXPORT_REFUSED if a span ends after its text."""
    length = len(record.article.text)
    for held in record.annotations:
        for span in held.spans:
            if span.fragments[-1].end > length:
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
