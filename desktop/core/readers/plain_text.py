"""Plain text: one file, one article.

The text is the file's text without byte order mark and with LF line ends; nothing else is changed. The title is the
first line that is not blank if it reads like a headline, else the file's name. Encoding, line ends and SHA-256
of the original bytes are kept in ``meta["_import"]``.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from annotation_schema.model import Article
from desktop.core.readers import text_file
from desktop.core.readers.report import Report


def read(path: Path, report: Report) -> Iterator[Article]:
    """Yield the article in the file, or nothing after a report. Raises OSError."""
    held = text_file.load(path, report)
    if held is not None:
        yield held.article
