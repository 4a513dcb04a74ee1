"""Keys that only move the caret; the pane answers them itself so that a held key is quick.

The same motions are in the window's action table, for menus and the help sheet.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from desktop.ui.article.caret import Motion

_KEY = Qt.Key
_NONE = Qt.KeyboardModifier.NoModifier
_ALT = Qt.KeyboardModifier.AltModifier
_CTRL = Qt.KeyboardModifier.ControlModifier

_MOTIONS: dict[tuple[int, Qt.KeyboardModifier], Motion] = {
    (_KEY.Key_Left, _NONE): Motion.PREVIOUS_WORD,
    (_KEY.Key_Right, _NONE): Motion.NEXT_WORD,
    (_KEY.Key_Up, _NONE): Motion.PREVIOUS_LINE,
    (_KEY.Key_Down, _NONE): Motion.NEXT_LINE,
    (_KEY.Key_Left, _ALT): Motion.PREVIOUS_CHAR,
    (_KEY.Key_Right, _ALT): Motion.NEXT_CHAR,
    (_KEY.Key_Left, _CTRL): Motion.PREVIOUS_SENTENCE,
    (_KEY.Key_Right, _CTRL): Motion.NEXT_SENTENCE,
    (_KEY.Key_Up, _CTRL): Motion.PREVIOUS_PARAGRAPH,
    (_KEY.Key_Down, _CTRL): Motion.NEXT_PARAGRAPH,
    (_KEY.Key_Home, _NONE): Motion.LINE_START,
    (_KEY.Key_End, _NONE): Motion.LINE_END,
    (_KEY.Key_Home, _CTRL): Motion.ARTICLE_START,
    (_KEY.Key_End, _CTRL): Motion.ARTICLE_END,
    (_KEY.Key_PageUp, _NONE): Motion.PAGE_UP,
    (_KEY.Key_PageDown, _NONE): Motion.PAGE_DOWN,
}
_HORIZONTAL = {
    Motion.PREVIOUS_WORD: Motion.NEXT_WORD,
    Motion.PREVIOUS_CHAR: Motion.NEXT_CHAR,
    Motion.PREVIOUS_SENTENCE: Motion.NEXT_SENTENCE,
}
_MIRRORED = _HORIZONTAL | {b: a for a, b in _HORIZONTAL.items()}


MotionKeys = Mapping[tuple[int, Qt.KeyboardModifier], tuple[Motion, bool]]
DEFAULT: MotionKeys = {
    (key, modifiers | (Qt.KeyboardModifier.ShiftModifier if extend else _NONE)): (motion, extend)
    for (key, modifiers), motion in _MOTIONS.items()
    for extend in (False, True)
}


def motion_keys(chosen: Iterable[tuple[str, bool, Iterable[str]]]) -> MotionKeys:
    """Return a table from motions by name, whether they select, and their shortcuts in Qt's portable text."""
    found: dict[tuple[int, Qt.KeyboardModifier], tuple[Motion, bool]] = {}
    for name, extend, shortcuts in chosen:
        for text in shortcuts:
            sequence = QKeySequence(text, QKeySequence.SequenceFormat.PortableText)
            if sequence.count() == 1:
                chord = sequence[0]  # pyright: ignore[reportIndexIssue] - the stubs leave it out
                found[chord.key(), chord.keyboardModifiers()] = (Motion(name), extend)
    return found


def motion_of(event: QKeyEvent, table: MotionKeys = DEFAULT) -> tuple[Motion, bool] | None:
    """Return the motion of a key press and whether it selects, or None if the key is not one of them."""
    return table.get((event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier))


def mirrored(motion: Motion) -> Motion:
    """Return what the same arrow key means in a right-to-left paragraph."""
    return _MIRRORED.get(motion, motion)


def scrolling(motion: Motion, line: float, page: float) -> float:
    """Return how far a motion scrolls, in pixels, where there is no caret; 0 for those sideways."""
    distances = {
        Motion.NEXT_LINE: line,
        Motion.NEXT_PARAGRAPH: 3 * line,
        Motion.PAGE_DOWN: page - 2 * line,
        Motion.ARTICLE_END: 1e9,
        Motion.PREVIOUS_LINE: -line,
        Motion.PREVIOUS_PARAGRAPH: -3 * line,
        Motion.PAGE_UP: 2 * line - page,
        Motion.ARTICLE_START: -1e9,
    }
    return distances.get(motion, 0.0)
