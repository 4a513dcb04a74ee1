"""The JSON objects of a JSON Lines file, one a line; shared by the readers whose formats are such files.

Lines end at LF only (a CR before it is white space to JSON): U+2028 and its kin are characters of a text. Read with
little memory. A line that is no sound object is reported and the next one is read; blank lines are passed over. NaN
and Infinity, which some programs write, are no JSON: read as null, with a remark.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import cast

from annotation_schema.wording import translate
from desktop.core.readers.fields import MAX_DEPTH, source_id, strings_in, surrogate_sentence, too_deep
from desktop.core.readers.own_record import is_own
from desktop.core.readers.report import Report
from desktop.core.readers.text import MAX_ARTICLE_BYTES, Encoding, UndecodableError, clean, decode_sentence, detect

JsonObject = dict[str, object]

MAX_LINE_BYTES = 4 * MAX_ARTICLE_BYTES
_BUFFER = 1 << 18  # a line of an annotated article has some 20 KB
_SURROGATE = re.compile(rb"\\u[dD][89a-fA-F]")


def objects(path: Path, report: Report) -> Iterator[tuple[int, JsonObject]]:
    """Yield (line number from 1, object); problems go to the report. Raises OSError."""
    decoder = _Decoder()
    any_line = False
    for number, line in _lines(path, report):
        if not line.strip():
            continue
        any_line = True
        held = decoder.parse(path, number, line, report)
        if held is not None:
            yield number, held
    if not any_line:
        report.problem(path, None, None, translate("Import", "The file is empty."))


class _Decoder:
    """Parses lines and remembers whether a constant was met that is no JSON."""

    def __init__(self) -> None:
        self._odd: set[str] = set()
        self._json = json.JSONDecoder(parse_constant=self._constant, parse_float=self._float)

    def _constant(self, name: str) -> None:
        self._odd.add(name)

    def _float(self, digits: str) -> float | None:
        value = float(digits)
        if value in (float("inf"), float("-inf")):
            self._odd.add(digits[:20])
            return None
        return value

    def parse(self, path: Path, number: int, line: bytes, report: Report) -> JsonObject | None:
        """Return the object in a line, or None after a report."""
        self._odd.clear()
        warning = ""
        try:
            text = line.decode("utf-8").strip()
        except UnicodeDecodeError:
            try:
                decoded = clean(line)
            except UndecodableError as error:
                report.problem(path, str(number), number, str(error))
                return None
            text = decoded.text.strip()
            warning = decoded.encoding.warning
        try:
            value: object = self._json.decode(text)
        except json.JSONDecodeError as error:
            report.problem(
                path,
                str(number),
                number,
                translate("Import", "Not valid JSON: {reason} (column {column}).").format(
                    reason=error.msg, column=error.colno
                ),
            )
            return None
        except RecursionError:
            report.problem(path, str(number), number, translate("Import", "Nested too deeply to be read."))
            return None
        except ValueError:
            report.problem(path, str(number), number, translate("Import", "It holds a number with too many digits."))
            return None
        if not isinstance(value, dict):
            report.problem(path, str(number), number, _no_object(value))
            return None
        if warning:
            report.problem(path, str(number), number, warning, skipped=False)
        held = cast("JsonObject", value)
        return held if self._sound(path, number, line, held, report) else None

    def _sound(self, path: Path, number: int, line: bytes, held: JsonObject, report: Report) -> bool:
        record = source_id(held) or str(number)
        # A record of our own is read field by field; what is too deep in it is left out there.
        if not is_own(held) and line.count(b"[") + line.count(b"{") > MAX_DEPTH and too_deep(held):
            report.problem(path, record, number, translate("Import", "Nested too deeply to be kept."))
            return False
        if _has_escapes(line) and _SURROGATE.search(line):
            try:
                for text in strings_in(held):
                    text.encode()
            except UnicodeEncodeError as error:
                report.problem(path, record, number, surrogate_sentence(error))
                return False
        if self._odd:
            names = ", ".join(sorted(self._odd))
            report.problem(
                path,
                record,
                number,
                translate("Import", "{names} is no JSON value; read as null.").format(names=names),
                skipped=False,
            )
        return True


def _has_escapes(line: bytes) -> bool:
    """Say whether JSON has characters by their numbers; from one reverse solidus to the next, five times as fast."""
    at = line.find(b"\\")
    while at >= 0:
        if line.startswith(b"u", at + 1):
            return True
        at = line.find(b"\\", at + 2)
    return False


def _lines(path: Path, report: Report) -> Iterator[tuple[int, bytes]]:
    """Yield the lines with their numbers, as UTF-8 without a byte order mark."""
    with path.open("rb", buffering=_BUFFER) as file:
        head = file.read(1 << 16)
        encoding = _wide_encoding(head)
        file.seek(0)
        if encoding is not None:
            yield from _wide_lines(path, encoding, report)
            return
        number = 0
        while line := file.readline(MAX_LINE_BYTES):
            number += 1
            if len(line) >= MAX_LINE_BYTES and not line.endswith(b"\n"):
                report.problem(
                    path,
                    str(number),
                    number,
                    translate("Import", "The line is longer than {size} MB.").format(size=MAX_LINE_BYTES >> 20),
                )
                while (rest := file.readline(MAX_LINE_BYTES)) and not rest.endswith(b"\n"):
                    pass
                continue
            if number == 1:
                line = line.removeprefix(b"\xef\xbb\xbf")
            yield number, line


def _wide_encoding(head: bytes) -> Encoding | None:
    try:
        encoding = detect([head])
    except UndecodableError:
        return None
    return encoding if encoding.name.startswith(("utf-16", "utf-32")) else None


def _wide_lines(path: Path, encoding: Encoding, report: Report) -> Iterator[tuple[int, bytes]]:
    number = 0
    try:
        with path.open(encoding=encoding.name, newline="\n") as file:
            for number, line in enumerate(file, start=1):
                yield number, line.encode()
    except UnicodeDecodeError as error:
        report.problem(path, None, number + 1, decode_sentence(encoding.name, error))


def _no_object(value: object) -> str:
    if isinstance(value, list):
        return translate(
            "Import",
            "A JSON object is needed, and this is a list;"
            " if the whole file is one list, write it as one object a line.",
        )
    if isinstance(value, str):
        return translate("Import", "A JSON object is needed, and this is a string.")
    if isinstance(value, int | float) and not isinstance(value, bool):
        return translate("Import", "A JSON object is needed, and this is a number.")
    return translate("Import", "A JSON object is needed, and this is true, false or null.")
