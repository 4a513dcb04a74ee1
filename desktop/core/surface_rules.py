"""Where a selection should begin and end: without outer white space, at the borders of words.

Used as long as no tokens of a pipeline are at hand. Offsets are code points, half-open.
"""

from __future__ import annotations

import re

# A word goes on over an apostrophe, a hyphen, or a point between digits: "Ukraine's", "ex-minister", "1,000.5".
_JOINED = re.compile(r"[\w\u0300-\u036f]+(?:['’\-‑\u00ad\u200c\u200d][\w\u0300-\u036f]+|(?<=\d)[.,](?=\d)\d+)*")
_REACH = 256
_WORD_PART = re.compile(r"[\w'’\-‑.,\u00ad\u0300-\u036f\u200c\u200d]")


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the stretch without white space at its ends; ``(start, start)`` if nothing else is in it."""
    start, end = max(0, min(start, end)), min(len(text), max(start, end))
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def snap(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the stretch, trimmed, with words that it begins or ends inside of taken in whole.

    Words of more than 256 characters on either side are cut there. An empty stretch stays as it is.
    """
    start, end = trim(text, start, end)
    if start == end:
        return start, end
    left = start
    while left > 0 and start - left < _REACH and _WORD_PART.match(text[left - 1]):
        left -= 1
    right = end
    while right < len(text) and right - end < _REACH and _WORD_PART.match(text[right]):
        right += 1
    first, last = start, end
    for word in _JOINED.finditer(text, left, right):
        if word.start() < start < word.end():
            first = word.start()
        if word.start() < end < word.end():
            last = word.end()
    return first, last


def word_at(text: str, position: int) -> tuple[int, int] | None:
    """Return the word that a position is in or at the border of, the one that begins there first; or None."""
    position = max(0, min(position, len(text)))
    left = position
    while left > 0 and position - left < _REACH and _WORD_PART.match(text[left - 1]):
        left -= 1
    best: tuple[int, int] | None = None
    for word in _JOINED.finditer(text, left, min(len(text), position + _REACH)):
        if word.start() <= position < word.end():
            return word.span()
        if word.end() == position:
            best = word.span()
    return best
