"""The lines of a WebAnno TSV file: layers, the text put together from sentences and tokens, rows with their cells."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

_ROW = re.compile(r"(\d+-\d+(?:\.\d+)?)\t(\d+)-(\d+)\t")
_ESCAPED = re.compile(r"\\(->|.)", re.DOTALL)
_NAMES = {"t": "\t", "n": "\n", "r": "\r", "b": "\b", "f": "\f"}
_TIE = re.compile(r"(?<!\\)(?:\\\\)*\[(\d+)\]$")  # a backslash before it is itself escaped
_PLACE = re.compile(r"(\d+-\d+(?:\.\d+)?)(?:\[(\d+)(?:_(\d+))?\])?")


@dataclass(frozen=True, slots=True)
class Layer:
    """A layer of the header: ``kind`` is SP, CH or RL; ``columns`` as they stand there; ``first`` is its first cell."""

    kind: str
    name: str
    columns: tuple[str, ...]
    first: int

    @property
    def base(self) -> str:
        """The layer that a relation joins."""
        return next((c.removeprefix("BT_") for c in self.columns if c.startswith("BT_")), "")


@dataclass(frozen=True, slots=True)
class Value:
    """One of the stacked values of a cell: None for "*" and "_"; ``tie`` is 0 if there is none."""

    text: str | None
    tie: int
    there: bool  # not "_"


@dataclass(frozen=True, slots=True)
class Row:
    """A token or a piece of one; positions are UTF-16 units of the text."""

    name: str
    start: int
    end: int
    word: str
    cells: tuple[str, ...]
    line: int


@dataclass
class Sentence:
    """The lines of a sentence's text, and its rows."""

    said: list[str] = field(default_factory=list[str])
    rows: list[Row] = field(default_factory=list[Row])


@dataclass
class Lines:
    """A file taken apart; ``bad`` are lines that are none of the format's."""

    format: str = ""
    layers: list[Layer] = field(default_factory=list[Layer])
    sentences: list[Sentence] = field(default_factory=list[Sentence])
    bad: list[int] = field(default_factory=list[int])


def parse(text: str) -> Lines:
    """Take a file apart."""
    found = Lines()
    sentence: Sentence | None = None
    width = 0
    for number, line in enumerate(text.split("\n"), 1):
        if line.startswith("#FORMAT="):
            found.format = line.removeprefix("#FORMAT=").strip()
        elif line[:6] in ("#T_SP=", "#T_CH=", "#T_RL="):
            name, *columns = line[6:].strip("\r").split("|")
            layer = Layer(line[3:5], name, tuple(columns), width)
            width += len(columns)
            found.layers.append(layer)
        elif line.startswith("#Text="):
            if sentence is None or sentence.rows:
                sentence = Sentence()
                found.sentences.append(sentence)
            sentence.said.append(unescaped(line.removeprefix("#Text=")))
        elif not line.strip() or line.startswith("#"):
            if not line.strip() and sentence is not None and sentence.rows:
                sentence = None
        else:
            row = _row(line, number, width)
            if row is None or sentence is None:
                found.bad.append(number)
            else:
                sentence.rows.append(row)
    return found


def _row(line: str, number: int, width: int) -> Row | None:
    match = _ROW.match(line)
    if match is None:
        return None
    word, *cells = line[match.end() :].rstrip("\r").split("\t")
    if cells and not cells[-1]:
        cells.pop()
    if len(cells) != width or max(len(match[2]), len(match[3])) > 12:
        return None
    return Row(match[1], int(match[2]), int(match[3]), word, tuple(cells), number)


def unescaped(text: str) -> str:
    """Return a text without its escapes."""
    return _ESCAPED.sub(lambda m: _NAMES.get(m[1], m[1]), text) if "\\" in text else text


@lru_cache(maxsize=4096)
def values(cell: str) -> tuple[Value, ...]:
    """Return the stacked values of a cell; most cells of a file are alike."""
    found: list[Value] = []
    for part in _split(cell, "|"):
        tie = _TIE.search(part)
        plain = part[: tie.start(1) - 1] if tie else part
        there = plain != "_"
        found.append(Value(unescaped(plain) if there and plain != "*" else None, int(tie[1]) if tie else 0, there))
    return tuple(found)


def raw_values(cell: str) -> list[str]:
    """Return the stacked values of a cell as they stand there."""
    return _split(cell, "|")


def parts(value: str) -> list[str]:
    """Return the parts of a value of several (slots), as they stand there."""
    return _split(value, ";")


def place(text: str) -> tuple[str, int, int] | None:
    """Return row, first and second tie of a reference such as ``1-3[2_4]``, or None."""
    match = _PLACE.fullmatch(text)
    return (match[1], int(match[2] or 0), int(match[3] or 0)) if match else None


def link(value: str) -> tuple[str | None, int, int] | None:
    """Return what a link of a chain says, its chain and its place in it (``COREFERENTIAL->1-2``), or None."""
    match = re.fullmatch(r"((?:[^\\]|\\.)*?)->(\d+)-(\d+)", value, re.DOTALL)
    if match is None:
        return None
    return (None if match[1] in ("*", "_", "") else unescaped(match[1])), int(match[2]), int(match[3])


def _split(text: str, sign: str) -> list[str]:
    if "\\" not in text:
        return text.split(sign)
    found: list[str] = []
    start = at = 0
    while at < len(text):
        if text[at] == "\\":
            at += 2
            continue
        if text[at] == sign:
            found.append(text[start:at])
            start = at + 1
        at += 1
    return [*found, text[start:]]
