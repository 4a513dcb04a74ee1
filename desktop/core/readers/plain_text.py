"""Plain text: one file, one article.

The text is the file's text without byte order mark and with LF line ends; nothing else is changed. The title is the
first line that is not blank if it reads like a headline, else the file's name. Encoding, line ends and SHA-256
of the original bytes are kept in ``meta["_import"]``.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from annotation_schema.model import Article
from annotation_schema.wording import translate
from desktop.core.readers.fields import FieldsError, article
from desktop.core.readers.headline import headline_of
from desktop.core.readers.report import Report, printable
from desktop.core.readers.text import MAX_ARTICLE_BYTES, UndecodableError, clean


def read(path: Path, report: Report) -> Iterator[Article]:
    """Yield the article in the file, or nothing after a report. Raises OSError."""
    size = path.stat().st_size
    if size > MAX_ARTICLE_BYTES:
        report.problem(
            path,
            None,
            None,
            translate("Import", "The file has {size} MB; one article may have {most}.").format(
                size=size >> 20, most=MAX_ARTICLE_BYTES >> 20
            ),
        )
        return
    data = path.read_bytes()
    try:
        decoded = clean(data)
        if not decoded.text.strip():
            report.problem(
                path,
                None,
                None,
                translate("Import", "The file is empty.")
                if not data
                else translate("Import", "The file holds no text."),
            )
            return
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
        return
    if decoded.encoding.warning:
        report.problem(path, None, None, decoded.encoding.warning, skipped=False)
    yield held
