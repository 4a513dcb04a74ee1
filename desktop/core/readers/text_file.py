"""One file of plain text to an article; for plain text itself and for formats that keep annotations beside it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from annotation_schema.model import Article
from annotation_schema.wording import translate
from desktop.core.readers.fields import FieldsError, article
from desktop.core.readers.headline import headline_of
from desktop.core.readers.report import Report, printable
from desktop.core.readers.text import MAX_ARTICLE_BYTES, Decoded, UndecodableError, clean


@dataclass(frozen=True, slots=True)
class TextFile:
    """The article in a file, with the bytes that it was made of and how they were read."""

    article: Article
    data: bytes
    decoded: Decoded


def load(path: Path, report: Report) -> TextFile | None:
    """Return what is in a text file, or None after a report. Raises OSError."""
    size = path.stat().st_size
    if size > MAX_ARTICLE_BYTES:
        sentence = translate("Import", "The file has {size} MB; one article may have {most}.")
        report.problem(path, None, None, sentence.format(size=size >> 20, most=MAX_ARTICLE_BYTES >> 20))
        return None
    data = path.read_bytes()
    try:
        decoded = clean(data)
        if not decoded.text.strip():
            sentence = (
                translate("Import", "The file is empty.")
                if not data
                else translate("Import", "The file holds no text.")
            )
            report.problem(path, None, None, sentence)
            return None
        name = printable(path.name)
        provenance = {
            "file": name,
            "encoding": decoded.encoding.name,
            "newlines": decoded.newlines,
            "sha256": hashlib.sha256(data).hexdigest(),
        }
        held = article(
            identity="",
            title=headline_of(decoded.text) or Path(name).stem,
            text=decoded.text,
            meta={"_import": provenance},
        )
    except (UndecodableError, FieldsError) as error:
        report.problem(path, None, None, str(error))
        return None
    if decoded.encoding.warning:
        report.problem(path, None, None, decoded.encoding.warning, skipped=False)
    return TextFile(held, data, decoded)
