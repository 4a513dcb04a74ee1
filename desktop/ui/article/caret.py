"""Where the caret goes: motions over the text, and the state of caret and selection. No widget here.

Without selecting, a motion goes to the beginning of the next or previous unit. Selecting forward it goes to the end
of the unit, so that a selection never takes in the space after a word; going back over what was selected it lets go
of one unit after the other and stops where the selection began.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from annotation_schema.model import Fragment
from desktop.core import boundaries, graphemes


class Motion(StrEnum):
    """All motions of the caret; the names are those of the window's action table."""

    PREVIOUS_CHAR = "previous-char"
    NEXT_CHAR = "next-char"
    PREVIOUS_WORD = "previous-word"
    NEXT_WORD = "next-word"
    PREVIOUS_SENTENCE = "previous-sentence"
    NEXT_SENTENCE = "next-sentence"
    PREVIOUS_PARAGRAPH = "previous-paragraph"
    NEXT_PARAGRAPH = "next-paragraph"
    PREVIOUS_LINE = "previous-line"
    NEXT_LINE = "next-line"
    PAGE_UP = "page-up"
    PAGE_DOWN = "page-down"
    LINE_START = "line-start"
    LINE_END = "line-end"
    ARTICLE_START = "article-start"
    ARTICLE_END = "article-end"


BACKWARD = frozenset(
    {
        Motion.PREVIOUS_CHAR,
        Motion.PREVIOUS_WORD,
        Motion.PREVIOUS_SENTENCE,
        Motion.PREVIOUS_PARAGRAPH,
        Motion.PREVIOUS_LINE,
        Motion.PAGE_UP,
        Motion.LINE_START,
        Motion.ARTICLE_START,
    }
)
ON_SCREEN = frozenset(
    {
        Motion.PREVIOUS_LINE,
        Motion.NEXT_LINE,
        Motion.PAGE_UP,
        Motion.PAGE_DOWN,
        Motion.LINE_START,
        Motion.LINE_END,
    }
)
"""Motions that depend on where lines break; ``text_motion`` knows the others."""


@dataclass(frozen=True, slots=True)
class Caret:
    """Caret and selection in code points: from ``anchor`` to ``position``, in either order.

    ``upstream``: at a position where two lines meet, show the caret at the end of the upper one. ``goal`` is the
    x that moving by lines keeps to, if it has begun.
    """

    position: int = 0
    anchor: int = 0
    upstream: bool = False
    goal: float | None = None

    @staticmethod
    def at(position: int, *, upstream: bool = False) -> Caret:
        """Return a caret without selection."""
        return Caret(position, position, upstream)

    @staticmethod
    def over(start: int, end: int) -> Caret:
        """Return a selection with the caret at its end."""
        return Caret(end, start, upstream=True)

    def moved(self, position: int, *, extend: bool, upstream: bool = False, goal: float | None = None) -> Caret:
        """Return the caret at another place, the selection extended or dropped."""
        return Caret(position, self.anchor if extend else position, upstream, goal)

    @property
    def selection(self) -> Fragment | None:
        """The selected code points, or None."""
        if self.position == self.anchor:
            return None
        return Fragment(min(self.position, self.anchor), max(self.position, self.anchor))


@dataclass(frozen=True, slots=True)
class _Unit:
    next_start: Callable[[str, int], int]
    next_end: Callable[[str, int], int]
    previous_start: Callable[[str, int], int]
    previous_end: Callable[[str, int], int]


def _paragraph_next_start(text: str, position: int) -> int:
    _, high = boundaries.paragraph(text, position)
    rest = boundaries.skip_space(text, high, len(text))
    return boundaries.paragraph(text, rest)[0] if rest < len(text) else len(text)


def _paragraph_next_end(text: str, position: int) -> int:
    _, high = boundaries.paragraph(text, position)
    if position >= high:
        _, high = boundaries.paragraph(text, _paragraph_next_start(text, position))
    return high


def _paragraph_previous_start(text: str, position: int) -> int:
    low, _ = boundaries.paragraph(text, position)
    if position > low:
        return low
    return boundaries.paragraph(text, boundaries.drop_space(text, 0, low))[0]


def _paragraph_previous_end(text: str, position: int) -> int:
    low, _ = boundaries.paragraph(text, position)
    return boundaries.drop_space(text, 0, low)


_UNITS = {
    "char": _Unit(graphemes.following, graphemes.following, graphemes.preceding, graphemes.preceding),
    "word": _Unit(
        boundaries.next_word_start,
        boundaries.next_word_end,
        boundaries.previous_word_start,
        boundaries.previous_word_end,
    ),
    "sentence": _Unit(
        boundaries.next_sentence_start,
        boundaries.next_sentence_end,
        boundaries.previous_sentence_start,
        boundaries.previous_sentence_end,
    ),
    "paragraph": _Unit(_paragraph_next_start, _paragraph_next_end, _paragraph_previous_start, _paragraph_previous_end),
}


def text_motion(text: str, caret: Caret, motion: Motion, *, extend: bool) -> int:
    """Return where a motion that does not depend on lines leads; never inside a grapheme, never out of the text.

    Raises ValueError for the motions of ``ON_SCREEN``.
    """
    if motion in ON_SCREEN:
        raise ValueError(f"{motion} depends on where lines break")
    if motion is Motion.ARTICLE_START:
        return 0
    if motion is Motion.ARTICLE_END:
        return len(text)
    direction, _, name = motion.partition("-")
    unit = _UNITS[name]
    position, anchor = caret.position, caret.anchor
    if direction == "next":
        if not extend:
            target = unit.next_start(text, position)
        elif position >= anchor:
            target = unit.next_end(text, position)
        else:
            target = min(unit.next_start(text, position), anchor)
        return graphemes.ceil(text, target)
    if not extend or position <= anchor:
        target = unit.previous_start(text, position)
    else:
        target = max(unit.previous_end(text, position), anchor)
    return graphemes.floor(text, target)
