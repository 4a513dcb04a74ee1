"""Discourse Network Analyzer 3 (``.dna``): documents become articles, statements become spans, coders annotators.

The variables of a statement (person, organization, concept, agreement) are its attributes. What the file says of the
entities behind them goes with the span. The title stays apart: in DNA it is a name for the document more often than
its headline. A document's date is a moment in the coder's own time zone, which the file does not tell: the day in UTC
is taken.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from annotation_schema.model import Article, Fragment
from annotation_schema.offsets import Utf16Map
from annotation_schema.wording import translate
from desktop.core.foreign.model import ForeignRecord, ForeignSet, ForeignSpan, Scalar
from desktop.core.readers.fields import FieldsError, article
from desktop.core.readers.report import Report, printable
from desktop.core.readers.text import normalise_newlines
from desktop.core.storage.dna_file import DnaDocument, DnaFileError, DnaStatement, documents


def read(path: Path, report: Report) -> Iterator[ForeignRecord]:
    """Yield the documents with their statements. Raises OSError."""
    try:
        for document in documents(path):
            made = _record(document, path, report)
            if made is not None:
                yield made
    except DnaFileError as error:
        if error.version:
            sentence = translate("Import", "The file is of DNA {version}; those of DNA 3 can be read.")
        else:
            sentence = translate("Import", "This is no file of Discourse Network Analyzer 3, or it is damaged.")
        report.problem(path, None, None, sentence.format(version=error.version))


def _record(document: DnaDocument, path: Path, report: Report) -> ForeignRecord | None:
    try:
        held = _article(document, path)
    except FieldsError as error:
        report.problem(path, str(document.id), None, str(error))
        return None
    raw = document.text
    units = Utf16Map(raw)
    by_coder: dict[str, list[ForeignSpan]] = {}
    for statement in document.statements:
        if not 0 <= statement.start < statement.stop <= units.utf16_length:
            sentence = translate(
                "Import", "The statement {id} ({start}–{end}) is no place in the text; it is left out."
            )
            words = sentence.format(id=statement.id, start=statement.start, end=statement.stop)
            report.problem(path, str(document.id), None, words)
            continue
        ends = (units.to_code_point(at) for at in (statement.start, statement.stop))
        start, end = (len(normalise_newlines(raw[:at]).removeprefix("\ufeff")) for at in ends)
        if start < end:
            by_coder.setdefault(statement.coder, []).append(_span(statement, Fragment(start, end)))
    sets = tuple(ForeignSet(coder, tuple(spans)) for coder, spans in sorted(by_coder.items()))
    return ForeignRecord(held, sets)


def _article(document: DnaDocument, path: Path) -> Article:
    text = normalise_newlines(document.text).removeprefix("\ufeff")
    if not text.strip():
        raise FieldsError(translate("Import", "The text is empty."))
    meta = {name: value for name in ("type", "notes", "coder") if (value := getattr(document, name))}
    meta["_import"] = {"file": printable(path.name), "document": document.id}
    return article(
        identity=str(document.id),
        title=document.title.strip(),
        text=text,
        byline=document.author.strip(),
        publisher=document.source.strip(),
        published=_day(document.date),
        section=document.section.strip(),
        meta=meta,
    )


def _day(seconds: int | None) -> str:
    try:
        return datetime.fromtimestamp(seconds, UTC).date().isoformat() if seconds is not None else ""
    except (ValueError, OverflowError, OSError):
        return ""


def _span(statement: DnaStatement, place: Fragment) -> ForeignSpan:
    kept: dict[str, Scalar] = {"dna": statement.id, **{f"dna.{name}": fact for name, fact in statement.known.items()}}
    return ForeignSpan(str(statement.id), statement.type, (place,), dict(statement.values), "", kept)
