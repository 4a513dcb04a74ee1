"""Reads the files of an export back, before any of them is final, and counts the spans in them.

The reader is ours of the same name. What it finds is compared with what the format said it wrote; any difference
fails the export. One article is in memory at a time.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from pathlib import Path

from annotation_schema.model import Article, ArticleRecord
from annotation_schema.wording import translate
from desktop.core import readers
from desktop.core.errors import AppError, ErrorCode
from desktop.core.exporters.census import Census
from desktop.core.foreign.model import ForeignRecord
from desktop.core.readers.report import Report

_log = logging.getLogger(__name__)


class _Report(Report):
    """What an import would ask for later, and nobody does here, is not kept: it is much for each article."""

    def at(self, uid: str, file: Path, line: int | None) -> None:
        """Forget where a record stands."""

    def companion(self, file: Path) -> None:
        """Forget which files belong to others."""


def has_reader(format: str) -> bool:
    """Say whether there is a reader of annotations of that name."""
    spec = readers.reader(format)
    return spec is not None and spec.annotated


def read_back(
    format: str, files: Iterable[Path], expected: Census, *, several: bool, tell: Callable[[int], None]
) -> int:
    """Return how many spans were read back; 0 without a reader. ``tell`` is called with the records read so far.

    ``several``: of a folder of files, those that the reader knows by their extension; else the one file, whatever its
    name. Raises AppError EXPORT_REFUSED if something else is in the files than was written, and what ``tell`` raises.
    """
    spec = readers.reader(format)
    if spec is None or not spec.annotated:
        return 0
    found, report, records = Census(), _Report(), 0
    try:
        for path in files:
            if several and path.suffix.lower() not in (*spec.extensions, *spec.also_named):
                continue
            for record in spec.read(path, report):
                _count(record, found)
                records += 1
                tell(records)
    except (AppError, OSError):
        raise
    except Exception as error:
        _log.exception("reading back %s", format)
        raise _refused(format, expected.spans, found.spans, type(error).__name__) from error
    if not expected.equals(found):
        problems = report.problems
        raise _refused(format, expected.spans, found.spans, problems[0].reason if problems else "")
    return found.spans


def _count(record: Article | ArticleRecord | ForeignRecord, found: Census) -> None:
    if isinstance(record, ForeignRecord):
        for held in record.sets:
            for span in held.spans:
                found.add(record.article.uid, span.type, span.fragments)
    elif isinstance(record, ArticleRecord):
        for held in record.annotations:
            for span in held.spans:
                found.add(record.article.uid, span.label, span.fragments)


def _refused(format: str, wrote: int, found: int, why: str) -> AppError:
    sentence = (
        translate(
            "Export", "The files in the format “{format}” do not hold what was written: {wrote} spans, {found} read."
        )
        if wrote != found
        else translate(
            "Export", "The files in the format “{format}” do not hold what was written: of {wrote} spans, some differ."
        )
    )
    hint = translate("Export", "Nothing was replaced. This is a fault of Pressmark: please report it.")
    return AppError(
        ErrorCode.EXPORT_REFUSED,
        sentence.format(format=format, wrote=wrote, found=found),
        hint=f"{hint} {why}".strip(),
    )
