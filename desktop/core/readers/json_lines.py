"""JSON Lines: one JSON object a line, one article each.

Fields by the names in ``fields.ALIASES``; lines whose ``format`` is ours (``pressmark/1``) are read as our own
records, with their annotations. Annotations of other programs are not read by this format: they are kept in
``meta``, and the first such line is named.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from annotation_schema.model import Article, ArticleRecord
from annotation_schema.wording import translate
from desktop.core.readers.fields import FieldsError, article_from, source_id
from desktop.core.readers.lines import objects
from desktop.core.readers.own_record import is_own, to_record
from desktop.core.readers.report import Report, printable

_FOREIGN_SPANS = ("spans", "entities", "annotations", "label", "labels", "relations")


def read(path: Path, report: Report) -> Iterator[Article | ArticleRecord]:
    """Yield the articles and records of the file; problems go to the report. Raises OSError."""
    told = False
    for number, held in objects(path, report):
        if is_own(held):
            record = to_record(held, path, number, report)
            if record is not None:
                yield record
            continue
        try:
            article = article_from(held, {"file": printable(path.name), "line": number})
        except FieldsError as error:
            report.problem(path, source_id(held) or str(number), number, str(error))
            continue
        if not told:
            foreign = [name for name in _FOREIGN_SPANS if isinstance(held.get(name), list) and held[name]]
            if foreign:
                told = True
                reason = translate(
                    "Import", "“{field}” of another program is kept as metadata, not read as labels (here and below)."
                ).format(field=foreign[0])
                report.problem(path, source_id(held) or str(number), number, reason, skipped=False)
        yield article
