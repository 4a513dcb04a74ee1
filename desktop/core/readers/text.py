"""Bytes of a source to the text of an article: encoding and line ends, and nothing else.

Order of decisions: byte order mark; UTF-16 without one, if every second byte is NUL; strict UTF-8; UTF-8 with a few
bad bytes (bad bytes become U+FFFD, with a warning); Windows-1252 (with a warning) where the bytes look like a
Western European text. Anything else is refused with a sentence: an article's text never changes after import, so a
wrong guess could never be put right. No normalisation (NFC), no white-space folding: soft hyphens, no-break and
zero-width spaces, U+2028 stay.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from annotation_schema.wording import translate

MAX_ARTICLE_BYTES = 64 * 1024 * 1024
"""Larger single articles are refused before they are read: that is no news article."""

_CHUNK = 1 << 20
_BOMS = (
    # UTF-32 first: its little-endian mark begins with the one of UTF-16.
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_ESCAPED = re.compile("[\udc80-\udcff]")  # how surrogateescape shows a byte that is not UTF-8
_NOT_ASCII = re.compile("[^\x00-\x7f]")
_HIGH = bytes(range(0x80, 0x100))
_SPACE = b" \t\r\n"
_NOT_CP1252 = b"\x81\x8d\x8f\x90\x9d"


class UndecodableError(Exception):
    """The bytes are not text in an encoding that can be told; ``str()`` is a sentence for the user."""


@dataclass(frozen=True, slots=True)
class Encoding:
    """How to decode a source: a Python codec name, its ``errors`` mode, and a sentence if that is a guess."""

    name: str
    errors: str = "strict"
    warning: str = ""


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text with its line ends made LF; ``newlines`` is what they were: lf, crlf, cr, mixed or none."""

    text: str
    encoding: Encoding
    newlines: str


def clean(data: bytes) -> Decoded:
    """Return the text of a whole file. Raises UndecodableError."""
    encoding = detect([data])
    try:
        text = data.decode(encoding.name, encoding.errors)
    except UnicodeDecodeError as error:
        raise UndecodableError(decode_sentence(encoding.name, error)) from error
    return Decoded(normalise_newlines(text), encoding, newline_style(text))


def detect_file(path: Path) -> Encoding:
    """Return how to decode a file, in one pass with little memory. Raises UndecodableError and OSError."""
    return detect(_Chunks(path))


def detect(chunks: Iterable[bytes]) -> Encoding:
    """Return how to decode the bytes; ``chunks`` is gone through twice if they are not plain UTF-8."""
    head = next(iter(chunks), b"")
    for mark, name in _BOMS:
        if head.startswith(mark):
            return _judge_utf8(chunks, name) if name == "utf-8-sig" else Encoding(name)
    wide = _wide(head[: 1 << 16])
    return Encoding(wide) if wide else _judge_utf8(chunks, "utf-8")


def normalise_newlines(text: str) -> str:
    """Return the text with CR LF and CR made LF; no other line separator is touched."""
    if "\r" not in text:
        return text
    return text.replace("\r\n", "\n").replace("\r", "\n")


def newline_style(text: str) -> str:
    """Return which line ends the text has: lf, crlf, cr, mixed or none."""
    pairs = text.count("\r\n")
    kinds = {"crlf": pairs, "cr": text.count("\r") - pairs, "lf": text.count("\n") - pairs}
    found = [name for name, count in kinds.items() if count]
    return "none" if not found else found[0] if len(found) == 1 else "mixed"


def decode_sentence(name: str, error: UnicodeDecodeError) -> str:
    """Return what to tell about bytes that a known encoding cannot hold."""
    return translate("Import", "The text is not valid {encoding} (byte {byte}: {reason}). Save it as UTF-8.").format(
        encoding=name.upper(), byte=error.start + 1, reason=error.reason
    )


class _Chunks:
    """A file's bytes, as often as asked."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def __iter__(self) -> Iterator[bytes]:
        with self._path.open("rb") as file:
            while chunk := file.read(_CHUNK):
                yield chunk


def _wide(head: bytes) -> str:
    """Return UTF-16 with its byte order if every second byte is (nearly always) NUL; plain UTF-8 never looks so."""
    pairs = len(head) // 2
    if pairs < 2 or b"\0" not in head:
        return ""
    first, second = head[0 : 2 * pairs : 2].count(0) / pairs, head[1 : 2 * pairs : 2].count(0) / pairs
    if second > 0.3 and first < 0.05:
        return "utf-16-le"
    if first > 0.3 and second < 0.05:
        return "utf-16-be"
    return ""


def _judge_utf8(chunks: Iterable[bytes], name: str) -> Encoding:
    """Return strict UTF-8 if it is that; else weigh UTF-8 with damage against Windows-1252."""
    strict = codecs.getincrementaldecoder("utf-8")()
    cut = False
    try:
        for chunk in chunks:
            strict.decode(chunk)
        try:
            strict.decode(b"", final=True)
        except UnicodeDecodeError:
            cut = True  # sound up to the last character, which lacks its end
        else:
            return Encoding(name)
    except UnicodeDecodeError:
        pass
    total = bad = good = high = spaces = undefined = 0
    lenient = codecs.getincrementaldecoder("utf-8")("surrogateescape")
    for chunk in chain(chunks, (b"",)):
        text = lenient.decode(chunk, final=not chunk)
        here = len(_ESCAPED.findall(text))
        bad += here
        good += len(_NOT_ASCII.findall(text)) - here
        total += len(chunk)
        high += len(chunk) - len(chunk.translate(None, _HIGH))
        spaces += len(chunk) - len(chunk.translate(None, _SPACE))
        undefined += len(chunk) - len(chunk.translate(None, _NOT_CP1252))
    # A single bad byte at the very end may be "é" of Windows-1252; two are a cut UTF-8 character.
    cut = cut and (good > 0 or bad > 1)
    # The share of all bytes alone says nothing: an English text in Windows-1252 is 99 % ASCII. Where sound multi-byte
    # characters outnumber the bad bytes, the file is UTF-8; they hardly ever come about by chance.
    if cut or name == "utf-8-sig" or (bad < 0.05 * total and good >= bad):
        warning = translate(
            "Import",
            "%n byte is not valid UTF-8; read as “\ufffd”.|%n bytes are not valid UTF-8; read as “\ufffd”.",
            bad,
        )
        return Encoding(name, "replace", warning)
    if undefined == 0 and high <= 0.25 * (total - spaces):
        return Encoding(
            "cp1252",
            "strict",
            translate(
                "Import",
                "It is not UTF-8 and was read as Windows-1252; if letters look wrong, save it as "
                "UTF-8 and import that.",
            ),
        )
    raise UndecodableError(
        translate("Import", "It is not UTF-8, and its encoding cannot be told for certain. Save it as UTF-8.")
    )
