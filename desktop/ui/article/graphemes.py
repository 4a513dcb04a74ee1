"""Borders of user-perceived characters: the caret stands at these and nowhere else.

Rules are Qt's (Unicode Annex 29, extended grapheme clusters); positions here are code points.
"""

from __future__ import annotations

from bisect import bisect_left

from PySide6.QtCore import QTextBoundaryFinder

from annotation_schema.offsets import Utf16Map

_LOOK_BACK = 256
_LOOK_AHEAD = 64


def _plain(character: str) -> bool:
    """A character that never joins with a plain neighbour."""
    return " " <= character <= "~"


def _borders(text: str, position: int) -> list[int]:
    """Return the borders around a position, ascending; reliable from one character before it to some after it."""
    start = max(0, position - 2)
    lowest = max(0, position - _LOOK_BACK)
    # A border lies before every plain character, so counting from one gives the same borders as from the beginning.
    while start > lowest and not _plain(text[start]):
        start -= 1
    if start > 0 and text[start - 1 : start + 1] == "\r\n":
        start -= 1
    piece = text[start : position + _LOOK_AHEAD].encode("utf-16-le", "replace").decode("utf-16-le")
    units = Utf16Map(piece)
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Grapheme, piece)
    found = [start]
    at = finder.toNextBoundary()
    while at >= 0:
        found.append(start + units.to_code_point(at))
        at = finder.toNextBoundary()
    return found


def is_border(text: str, position: int) -> bool:
    """Say whether a caret may stand at ``position`` (0 to the length)."""
    if position <= 0 or position >= len(text) or (_plain(text[position - 1]) and _plain(text[position])):
        return True
    found = _borders(text, position)
    index = bisect_left(found, position)
    return index < len(found) and found[index] == position


def floor(text: str, position: int) -> int:
    """Return the nearest border at or before a position."""
    position = max(0, min(position, len(text)))
    while not is_border(text, position):
        position -= 1
    return position


def ceil(text: str, position: int) -> int:
    """Return the nearest border at or after a position."""
    position = max(0, min(position, len(text)))
    while not is_border(text, position):
        position += 1
    return position


def following(text: str, position: int) -> int:
    """Return the next border, or the length of the text."""
    if position >= len(text):
        return len(text)
    return ceil(text, position + 1)


def preceding(text: str, position: int) -> int:
    """Return the border before, or 0."""
    return floor(text, position - 1) if position > 0 else 0
