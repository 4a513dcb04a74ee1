"""Where a selection should begin and end: without outer white space, at the borders of words.

Words are those of ``boundaries``, close to a pipeline's tokens, which need not be at hand: "Ukraine" may be tagged
in "Ukraine's", and "Kyiv" in "Kyiv-based". Offsets are code points, half-open.
"""

from __future__ import annotations

from desktop.core.boundaries import word_at


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the stretch without white space at its ends; ``(start, start)`` if nothing else is in it."""
    start, end = sorted(min(max(position, 0), len(text)) for position in (start, end))
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def snap(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the stretch, trimmed, with words that it begins or ends inside of taken in whole.

    An empty stretch stays empty.
    """
    start, end = trim(text, start, end)
    if start == end:
        return start, end
    first, last = word_at(text, start), word_at(text, end)
    if first is not None and first[0] < start < first[1]:
        start = first[0]
    if last is not None and last[0] < end < last[1]:
        end = last[1]
    return start, end
