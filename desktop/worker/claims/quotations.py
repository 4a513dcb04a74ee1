"""Quotations of a whole text, once through it: nested, unbalanced and continued over paragraphs.

English, German, French, Japanese and straight marks, two single marks for a double one, and an opening mark of one kind
with a closing one of another. A paragraph ends every quotation that is open in it; where the next one begins with an
opening mark again, it goes on with the same quotation, as newspapers write it. Straight marks open where white space
or a bracket is before and none after, else they close. Single quotation marks count where no double ones are around
them, and an apostrophe is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_CLOSERS = {
    "“": "”“\"", "„": "“”\"", "«": "»", "»": "«", "‘": "’", "‹": "›", '"': '"”', "'": "'", "「": "」", "『": "』",
    "''": "''", "``": "''",
}  # fmt: skip
"""For each opening mark those that close it. Wires write two single marks for “ and for ”."""
_DOUBLE = frozenset(("“", "„", "«", "»", '"', "「", "『", "''", "``"))
_MARKS = re.compile("''|``|[“”„«»‘’‹›\"'「」『』]")
_OPENS_AFTER = re.compile(r"[\s(\[{—–\-/:\u200e\u200f\u202a-\u202e\u2066-\u2069“„«‘\"]")
_LEAST_SINGLE = 12
"""Characters between single marks, at least: shorter ones are names of things, or apostrophes."""
_LONGEST_SINGLE = 600


@dataclass(frozen=True, slots=True)
class Quotation:
    """An outermost quotation with its marks, ``[start, end)``; ``inner`` without them."""

    start: int
    end: int
    inner: tuple[int, int]
    closed: bool
    continued: bool = False
    """It goes on with the quotation of the paragraph before, which had no closing mark."""


def quotations(text: str) -> list[Quotation]:
    """Return the outermost quotations in text order, none in another; time is linear in the text."""
    found: list[Quotation] = []
    before: Quotation | None = None  # the last one of the paragraph before, if it was left open
    for start, end in _paragraphs(text):
        own = [q for q in _Paragraph(text, start, end).quotations() if text[slice(*q.inner)].strip()]
        if own and before is not None and not text[start : own[0].start].strip():
            first = own[0]
            own[0] = Quotation(first.start, first.end, first.inner, first.closed, continued=True)
        before = own[-1] if own and not own[-1].closed else None
        found += own
    return found


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Give the lines that hold anything."""
    for match in re.finditer(r"[^\n\u2029]+", text):
        if not match.group().isspace():
            yield match.span()


class _Paragraph:
    """The quotations of one paragraph."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self._text, self._start, self._end = text, start, end

    def quotations(self) -> Iterator[Quotation]:
        """Give the outermost ones as they close; what stays open ends with the paragraph."""
        stack: list[tuple[str, int]] = []
        for match in _MARKS.finditer(self._text, self._start, self._end):
            mark, at, after = match.group(), match.start(), match.end()
            if mark in ("'", "’") and not self._is_quote(stack, mark, at):
                continue
            opens = self._opens(at, after)
            level = self._closed_level(stack, mark)
            if level is not None and not (opens and self._is_forgotten(stack, level, mark)):
                opener, began = stack[level]
                del stack[level:]
                if not stack:
                    yield from self._whole(opener, began, after, len(mark))
            elif mark in _CLOSERS and (opens or mark in ("“", "„", "«", "‘", "「", "『", "``")):
                if stack and level is not None:  # the one before was never closed
                    yield self._open_ended(stack[0], at)
                    stack = []
                stack.append((mark, at))
        while stack and stack[0][0] not in _DOUBLE:
            stack.pop(0)  # a lone single mark is an apostrophe
        if stack:
            yield self._open_ended(stack[0], self._end)

    def _closed_level(self, stack: list[tuple[str, int]], mark: str) -> int | None:
        """Return the innermost open quotation that a mark can close."""
        for level in range(len(stack) - 1, -1, -1):
            closers = _CLOSERS[stack[level][0]]
            if mark == closers or (len(mark) == 1 and mark in closers and closers != "''"):
                return level
        return None

    def _is_forgotten(self, stack: list[tuple[str, int]], level: int, mark: str) -> bool:
        """Whether a mark that could open begins a new quotation, rather than closing: its like is already open."""
        return stack[level][0] == mark or (mark == "“" and stack[level][0] == '"')

    def _whole(self, opener: str, start: int, end: int, closing: int) -> Iterator[Quotation]:
        inner = (start + len(opener), end - closing)
        if opener in _DOUBLE or _LEAST_SINGLE <= inner[1] - inner[0] <= _LONGEST_SINGLE:
            yield Quotation(start, end, inner, closed=True)

    def _open_ended(self, opened: tuple[str, int], end: int) -> Quotation:
        opener, start = opened
        end = start + len(self._text[start:end].rstrip())
        return Quotation(start, end, (min(end, start + len(opener)), end), closed=False)

    def _is_quote(self, stack: list[tuple[str, int]], mark: str, at: int) -> bool:
        """Whether a single mark is a quotation mark and no apostrophe."""
        before = self._text[at - 1] if at > self._start else " "
        after = self._text[at + 1] if at + 1 < self._end else " "
        if before.isalnum() and after.isalnum():
            return False
        single_open = any(opener in ("'", "‘") for opener, _ in stack)
        if mark == "’":
            return single_open and not after.isalnum()
        if single_open:
            return not after.isalnum() and not before.isspace()
        return self._opens(at, at + 1) and after.isalpha()

    def _opens(self, at: int, after: int) -> bool:
        before = self._text[at - 1] if at > self._start else " "
        following = self._text[after] if after < self._end else " "
        return bool(_OPENS_AFTER.match(before)) and not following.isspace()
