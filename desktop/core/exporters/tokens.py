"""Tokens and sentences for formats that count in them, without spaCy: the same text gives the same tokens everywhere.

A token is a word as ``boundaries.words`` has it, or else one character that is not white space; it never contains
white space and is never empty. Sentences end where ``boundaries`` ends them and at each line end.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from desktop.core.boundaries import paragraph, sentences_between, words
from desktop.core.exporters.report import Alignment


class Token(NamedTuple):
    """Half-open, in code points of the text."""

    start: int
    end: int


def tokenise(text: str) -> list[Token]:
    """Return the tokens of a text in order; every character but white space belongs to one."""
    found: list[Token] = []
    at = 0
    for start, end in words(text, 0, len(text)):
        found.extend(_single(text, at, start))
        found.append(Token(start, end))
        at = end
    found.extend(_single(text, at, len(text)))
    return found


def _single(text: str, start: int, end: int) -> list[Token]:
    return [Token(i, i + 1) for i in range(start, end) if not text[i].isspace()]


def sentences(text: str, tokens: Sequence[Token]) -> list[range]:
    """Return the sentences as ranges of token numbers; all tokens are in one, none is empty."""
    starts = [token.start for token in tokens]
    found: list[range] = []
    begin = low = 0
    while begin < len(tokens):
        low, high = paragraph(text, low)
        for _, end in sentences_between(text, low, high):
            after = bisect_left(starts, end)
            if after > begin:
                found.append(range(begin, after))
                begin = after
        low = high + 1
    return found


def align(start: int, end: int, tokens: Sequence[Token], policy: Alignment) -> range | None:
    """Return the numbers of the tokens that stand for ``[start, end)``, or None if the policy leaves none."""
    first = bisect_right(tokens, start, key=lambda token: token.end)
    last = bisect_left(tokens, end, key=lambda token: token.start)  # the one after
    if first >= last:
        return None
    exact = tokens[first].start == start and tokens[last - 1].end == end
    if exact or policy is Alignment.EXPAND:
        return range(first, last)
    if policy is Alignment.SKIP:
        return None
    if tokens[first].start < start:
        first += 1
    if tokens[last - 1].end > end:
        last -= 1
    return range(first, last) if first < last else None
