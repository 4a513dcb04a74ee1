"""Cutting long texts into pieces that a pipeline can read with bounded memory, and batches of such pieces.

A neural pipeline needs several kilobytes a token while it works, so that a 2 MB article in one doc would
take gigabytes. Pieces end at the last paragraph border that fits, else line, sentence, or white space.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TypeVar

PIECE_CHARACTERS = 25_000
"""Longest piece, some 4,000 words: a shorter text is always one piece. Who turns to another article waits for one."""
_LOOK_BACK = 5_000  # how far before the limit a better place to cut is looked for
_BORDERS = (re.compile(r"\n\s*\n"), re.compile(r"\n"), re.compile(r"[.!?][\"”’')\]]*\s"), re.compile(r"\s"))

_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,400}>|<!--.{0,400}?-->", re.DOTALL)
GAP = "   "
"""What no name holds: a tag stood there, or columns of a table are side by side."""

_T = TypeVar("_T")


def pieces(text: str, limit: int = PIECE_CHARACTERS) -> Iterator[tuple[int, str]]:
    """Yield (offset in code points, piece); the pieces joined are the text. An empty text is one empty piece."""
    start = 0
    while len(text) - start > limit:
        cut = _cut(text, start, start + limit)
        yield start, text[start:cut]
        start = cut
    yield start, text[start:] if start else text


def without_tags(text: str) -> str:
    """Return a text of the same length with spaces for the tags in what remains of a web page."""
    return _TAG.sub(lambda tag: " " * len(tag.group()), text) if "<" in text else text


def _cut(text: str, start: int, end: int) -> int:
    low = max(start + 1, end - _LOOK_BACK)
    for border in _BORDERS:
        last = 0
        for match in border.finditer(text, low, end):
            last = match.end()
        if last:
            return last
    return end


def batches(items: Iterable[tuple[_T, str]], limit: int) -> Iterator[list[tuple[_T, str]]]:
    """Group (key, text) pairs, in order, so that a group has at most ``limit`` characters or one text."""
    group: list[tuple[_T, str]] = []
    size = 0
    for item in items:
        if group and size + len(item[1]) > limit:
            yield group
            group, size = [], 0
        group.append(item)
        size += len(item[1])
    if group:
        yield group
