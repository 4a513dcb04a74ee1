"""CSV and TSV tables: one row, one article; the first row names the columns.

Columns by the names in ``fields.ALIASES``, values always as text ("007"). The delimiter is told from the header
(comma, semicolon, tab or bar); quoted fields may hold line ends. Rows whose number of fields differs from the
header's are reported with their line and left out; so is a row with broken quoting, after which reading goes on
with the very next line, so that one stray quotation mark does not swallow the rest of the table. Line numbers count
physical lines.
"""

from __future__ import annotations

import csv
from collections import deque
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

from annotation_schema.model import Article
from annotation_schema.values import shown
from annotation_schema.wording import translate
from desktop.core.readers.fields import FieldsError, article_from, field_of, source_id
from desktop.core.readers.report import Report, printable
from desktop.core.readers.text import MAX_ARTICLE_BYTES, UndecodableError, decode_sentence, detect_file
from desktop.core.words import number

_DELIMITERS = (",", ";", "\t", "|")
_TABS = (".tsv", ".tab")
_MAX_REWINDS = 100
"""Rows with broken quoting that each swallowed more than 1,000 lines; after that many the file is given up."""


def read(path: Path, report: Report) -> Iterator[Article]:
    """Yield the articles of the table; problems go to the report. Raises OSError."""
    if path.stat().st_size == 0:
        report.problem(path, None, None, translate("Import", "The file is empty."))
        return
    try:
        encoding = detect_file(path)
    except UndecodableError as error:
        report.problem(path, None, None, str(error))
        return
    if encoding.warning:
        report.problem(path, None, None, encoding.warning, skipped=False)
    csv.field_size_limit(MAX_ARTICLE_BYTES)  # the module's own limit is 131,072 characters; it is set for the process
    # newline="": the csv module must see CR and CR LF inside quoted fields as they are.
    with path.open(encoding=encoding.name, errors=encoding.errors, newline="") as file:
        try:
            first = _first_line(file)
            file.seek(0)
            yield from _articles(path, _Rows(file, _delimiter(first, path)), report)
        except UnicodeDecodeError as error:
            report.problem(path, None, None, decode_sentence(encoding.name, error))


def _articles(path: Path, rows: _Rows, report: Report) -> Iterator[Article]:
    header: list[str] | None = None
    record = 0
    for line, row in rows:
        if isinstance(row, str):
            if header is None:
                report.problem(
                    path, None, line, translate("Import", "The header cannot be read. {problem}").format(problem=row)
                )
                return
            record += 1
            report.problem(path, str(record), line, row)
            continue
        if header is None:
            header = _unique(row)
            if not any(field_of(name) == "text" for name in header):
                found = ", ".join(shown(name) for name in header[:30])
                reason = translate(
                    "Import",
                    "No column holds the article's text (“text”, “body” or “content”); the columns are: {columns}.",
                ).format(columns=found)
                report.problem(path, None, line, reason)
                return
            continue
        record += 1
        while len(row) > len(header) and not row[-1]:
            row.pop()  # spreadsheets write empty fields to the width of the sheet
        fields = dict(zip(header, row, strict=False))
        name = source_id(fields) or str(record)
        if len(row) != len(header):
            sentence = translate(
                "Import",
                "The row has %n field, the header has {columns}.|The row has %n fields, the header has {columns}.",
                len(row),
            )
            report.problem(path, name, line, sentence.format(columns=len(header)))
            continue
        try:
            yield article_from(fields, {"file": printable(path.name), "line": line})
        except FieldsError as error:
            report.problem(path, name, line, str(error))
    if header is None:
        report.problem(path, None, None, translate("Import", "The file is empty."))
    elif not record:
        report.problem(path, None, None, translate("Import", "The table has a header and no rows."))


class _Lines:
    """The physical lines of a file, which may be put back; counts them."""

    def __init__(self, file: TextIO) -> None:
        self._file = file
        self._back: deque[str] = deque()
        self.number = 0
        self.taken: list[str] = []

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        line = self._back.popleft() if self._back else next(self._file)
        self.number += 1
        self.taken.append(line)
        return line

    def put_back(self) -> None:
        """Give back every line taken since ``taken`` was cleared, but the first."""
        self._back.extendleft(reversed(self.taken[1:]))
        self.number -= len(self.taken) - 1
        del self.taken[1:]


class _Rows:
    """The rows of a table with the line that each begins in; a sentence in place of a row that is broken."""

    def __init__(self, file: TextIO, delimiter: str) -> None:
        self._lines = _Lines(file)
        self._delimiter = delimiter

    def __iter__(self) -> Iterator[tuple[int, list[str] | str]]:
        rewinds = 0
        reader = csv.reader(self._lines, delimiter=self._delimiter, strict=True)
        width = 0
        while True:
            self._lines.taken.clear()
            line = self._lines.number + 1
            try:
                row = next(reader)
            except StopIteration:
                return
            except csv.Error as error:
                lost = len(self._lines.taken)
                rewinds += lost > 1000
                if rewinds > _MAX_REWINDS:
                    yield (
                        line,
                        translate(
                            "Import",
                            "The quotation marks of this file are broken in too many places; the rest was not read.",
                        ),
                    )
                    return
                self._lines.put_back()
                reader = csv.reader(self._lines, delimiter=self._delimiter, strict=True)
                plain = self._lines.taken[0].rstrip("\r\n").split(self._delimiter)
                # Tab-separated files often know no quoting at all.
                yield line, plain if self._delimiter == "\t" and len(plain) == width else _sentence(error, lost)
                continue
            if row:
                width = width or len(row)
                yield line, row


def _sentence(error: csv.Error, lines: int) -> str:
    words = str(error)
    if "unexpected end" in words:
        return translate("Import", "A quotation mark is opened here and never closed.")
    if "field larger" in words:
        return translate(
            "Import", "A field is longer than {most} characters; perhaps a quotation mark is never closed."
        ).format(most=number(MAX_ARTICLE_BYTES))
    if lines < 2:
        return translate(
            "Import", "The quotation marks of this row are broken: inside a quoted field they must be doubled."
        )
    sentence = translate(
        "Import",
        "The quotation marks of this row are broken (it would run over {lines} lines):"
        " inside a quoted field they must be doubled.",
    )
    return sentence.format(lines=lines)


def _first_line(file: TextIO) -> str:
    for line in file:
        if line.strip():
            return line
    return ""


def _delimiter(header: str, path: Path) -> str:
    """Return the delimiter under which most columns have a name that is known, then most columns, then by extension."""
    preferred = "\t" if path.suffix.lower() in _TABS else ","

    def merit(delimiter: str) -> tuple[int, int, bool]:
        names = next(csv.reader([header], delimiter=delimiter), list[str]())
        return sum(field_of(name) is not None for name in names), len(names), delimiter == preferred

    return max(_DELIMITERS, key=merit)


def _unique(header: list[str]) -> list[str]:
    """Return the column names: empty ones numbered, repeated ones told apart."""
    seen: set[str] = set()
    names: list[str] = []
    for position, raw in enumerate(header, start=1):
        base = raw.strip().removeprefix("\ufeff") or f"column_{position}"
        name, turn = base, 1
        while name in seen:
            turn += 1
            name = f"{base}_{turn}"
        seen.add(name)
        names.append(name)
    return names
