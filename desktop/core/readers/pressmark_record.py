"""Our own records, ``pressmark/1``: one JSON object a line with an article, its annotations and its suggestions.

The layout is in ``annotation_schema.records``. A line of any other kind is reported: whoever names this format expects
annotations to be read.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from annotation_schema.model import ArticleRecord
from annotation_schema.wording import translate
from desktop.core.readers.fields import source_id
from desktop.core.readers.lines import objects
from desktop.core.readers.own_record import is_own, to_record
from desktop.core.readers.report import Report


def read(path: Path, report: Report) -> Iterator[ArticleRecord]:
    """Yield the records of the file; problems go to the report. Raises OSError."""
    for number, held in objects(path, report):
        if is_own(held):
            record = to_record(held, path, number, report)
            if record is not None:
                yield record
        else:
            reason = translate(
                "Import", "This is no Pressmark record: its “format” is not “pressmark/1”. Import it as JSON Lines."
            )
            report.problem(path, source_id(held) or str(number), number, reason)
