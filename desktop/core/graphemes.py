"""Borders of user-perceived characters in code points, without Qt: no border of a span may lie inside one.

Rules: Unicode Annex 29, extended grapheme clusters (GB3 to GB13, with GB9c for the Indic scripts it names). Most
classes follow from ``unicodedata``; the ranges below are those that general categories do not tell.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from enum import IntEnum
from functools import lru_cache

_LOOK_BACK = 256  # code points; a longer cluster counts as ending there


class _Class(IntEnum):
    OTHER = 0
    CR = 1
    LF = 2
    CONTROL = 3
    EXTEND = 4
    ZWJ = 5
    SPACING = 6
    PREPEND = 7
    L = 8
    V = 9
    T = 10
    LV = 11
    LVT = 12
    FLAG = 13  # Regional_Indicator
    PICTURE = 14  # Extended_Pictographic


_Ranges = Sequence[tuple[int, int]]
_PREPEND: _Ranges = (
    (0x600, 0x605),
    (0x6DD, 0x6DD),
    (0x70F, 0x70F),
    (0x890, 0x891),
    (0x8E2, 0x8E2),
    (0xD4E, 0xD4E),
    (0x110BD, 0x110BD),
    (0x110CD, 0x110CD),
    (0x111C2, 0x111C3),
    (0x113D1, 0x113D1),
    (0x1193F, 0x1193F),
    (0x11941, 0x11941),
    (0x11A3A, 0x11A3A),
    (0x11A84, 0x11A89),
    (0x11D46, 0x11D46),
    (0x11F02, 0x11F02),
)
_EXTEND: _Ranges = (  # besides Mn and Me
    (0x9BE, 0x9BE),
    (0x9D7, 0x9D7),
    (0xB3E, 0xB3E),
    (0xB57, 0xB57),
    (0xBBE, 0xBBE),
    (0xBD7, 0xBD7),
    (0xCC0, 0xCC0),
    (0xCC2, 0xCC2),
    (0xCC7, 0xCC8),
    (0xCCA, 0xCCB),
    (0xCD5, 0xCD6),
    (0xD3E, 0xD3E),
    (0xD57, 0xD57),
    (0xDCF, 0xDCF),
    (0xDDF, 0xDDF),
    (0x1715, 0x1715),
    (0x1734, 0x1734),
    (0x1B35, 0x1B35),
    (0x1B3B, 0x1B3B),
    (0x1B3D, 0x1B3D),
    (0x1B43, 0x1B44),
    (0x1BAA, 0x1BAA),
    (0x1BF2, 0x1BF3),
    (0x200C, 0x200C),
    (0x302E, 0x302F),
    (0xA953, 0xA953),
    (0xA9C0, 0xA9C0),
    (0xFF9E, 0xFF9F),
    (0x111C0, 0x111C0),
    (0x11235, 0x11235),
    (0x1133E, 0x1133E),
    (0x1134D, 0x1134D),
    (0x11357, 0x11357),
    (0x113B8, 0x113B8),
    (0x113C2, 0x113C2),
    (0x113C5, 0x113C5),
    (0x113C7, 0x113C9),
    (0x113CF, 0x113CF),
    (0x114B0, 0x114B0),
    (0x114BD, 0x114BD),
    (0x115AF, 0x115AF),
    (0x116B6, 0x116B6),
    (0x11930, 0x11930),
    (0x1193D, 0x1193D),
    (0x11F41, 0x11F41),
    (0x16FF0, 0x16FF1),
    (0x1D165, 0x1D166),
    (0x1D16D, 0x1D172),
    (0x1F3FB, 0x1F3FF),
    (0xE0020, 0xE007F),
)
_NOT_SPACING: _Ranges = (  # Mc that stand by themselves
    (0x102B, 0x102C),
    (0x1038, 0x1038),
    (0x1062, 0x1064),
    (0x1067, 0x106D),
    (0x1083, 0x1083),
    (0x1087, 0x108C),
    (0x108F, 0x108F),
    (0x109A, 0x109C),
    (0x1A61, 0x1A61),
    (0x1A63, 0x1A64),
    (0xAA7B, 0xAA7B),
    (0xAA7D, 0xAA7D),
    (0x11720, 0x11721),
)
_PICTURES: _Ranges = (
    (0xA9, 0xA9),
    (0xAE, 0xAE),
    (0x203C, 0x203C),
    (0x2049, 0x2049),
    (0x2122, 0x2122),
    (0x2139, 0x2139),
    (0x2194, 0x2199),
    (0x21A9, 0x21AA),
    (0x231A, 0x231B),
    (0x2328, 0x2328),
    (0x2388, 0x2388),
    (0x23CF, 0x23CF),
    (0x23E9, 0x23F3),
    (0x23F8, 0x23FA),
    (0x24C2, 0x24C2),
    (0x25AA, 0x25AB),
    (0x25B6, 0x25B6),
    (0x25C0, 0x25C0),
    (0x25FB, 0x25FE),
    (0x2600, 0x2605),
    (0x2607, 0x2612),
    (0x2614, 0x2685),
    (0x2690, 0x2705),
    (0x2708, 0x2712),
    (0x2714, 0x2714),
    (0x2716, 0x2716),
    (0x271D, 0x271D),
    (0x2721, 0x2721),
    (0x2728, 0x2728),
    (0x2733, 0x2734),
    (0x2744, 0x2744),
    (0x2747, 0x2747),
    (0x274C, 0x274C),
    (0x274E, 0x274E),
    (0x2753, 0x2755),
    (0x2757, 0x2757),
    (0x2763, 0x2767),
    (0x2795, 0x2797),
    (0x27A1, 0x27A1),
    (0x27B0, 0x27B0),
    (0x27BF, 0x27BF),
    (0x2934, 0x2935),
    (0x2B05, 0x2B07),
    (0x2B1B, 0x2B1C),
    (0x2B50, 0x2B50),
    (0x2B55, 0x2B55),
    (0x3030, 0x3030),
    (0x303D, 0x303D),
    (0x3297, 0x3297),
    (0x3299, 0x3299),
    (0x1F000, 0x1F0FF),
    (0x1F10D, 0x1F10F),
    (0x1F12F, 0x1F12F),
    (0x1F16C, 0x1F171),
    (0x1F17E, 0x1F17F),
    (0x1F18E, 0x1F18E),
    (0x1F191, 0x1F19A),
    (0x1F1AD, 0x1F1E5),
    (0x1F201, 0x1F20F),
    (0x1F21A, 0x1F21A),
    (0x1F22F, 0x1F22F),
    (0x1F232, 0x1F23A),
    (0x1F23C, 0x1F23F),
    (0x1F249, 0x1F3FA),
    (0x1F400, 0x1F53D),
    (0x1F546, 0x1F64F),
    (0x1F680, 0x1F6FF),
    (0x1F774, 0x1F77F),
    (0x1F7D5, 0x1F7FF),
    (0x1F80C, 0x1F80F),
    (0x1F848, 0x1F84F),
    (0x1F85A, 0x1F85F),
    (0x1F888, 0x1F88F),
    (0x1F8AE, 0x1F8FF),
    (0x1F90C, 0x1F93A),
    (0x1F93C, 0x1F945),
    (0x1F947, 0x1FAFF),
    (0x1FC00, 0x1FFFD),
)
# Indic_Conjunct_Break: viramas that join consonants, and the consonants.
_LINKERS = frozenset("\u094d\u09cd\u0acd\u0b4d\u0c4d\u0d4d")
_CONSONANTS: _Ranges = (
    (0x915, 0x939),
    (0x958, 0x95F),
    (0x978, 0x97F),
    (0x995, 0x9A8),
    (0x9AA, 0x9B0),
    (0x9B2, 0x9B2),
    (0x9B6, 0x9B9),
    (0x9DC, 0x9DD),
    (0x9DF, 0x9DF),
    (0x9F0, 0x9F1),
    (0xA95, 0xAA8),
    (0xAAA, 0xAB0),
    (0xAB2, 0xAB3),
    (0xAB5, 0xAB9),
    (0xAF9, 0xAF9),
    (0xB15, 0xB28),
    (0xB2A, 0xB30),
    (0xB32, 0xB33),
    (0xB35, 0xB39),
    (0xB5C, 0xB5D),
    (0xB5F, 0xB5F),
    (0xB71, 0xB71),
    (0xC15, 0xC28),
    (0xC2A, 0xC39),
    (0xC58, 0xC5A),
    (0xD15, 0xD3A),
)
_SPECIAL = {
    "\r": _Class.CR,
    "\n": _Class.LF,
    "\u200d": _Class.ZWJ,
    "\u0e33": _Class.SPACING,
    "\u0eb3": _Class.SPACING,
}


def _within(code: int, ranges: _Ranges) -> bool:
    return any(first <= code <= last for first, last in ranges)


@lru_cache(maxsize=4096)
def _class(character: str) -> _Class:
    special = _SPECIAL.get(character)
    if special is not None:
        return special
    code = ord(character)
    if 0xAC00 <= code <= 0xD7A3:
        return _Class.LVT if (code - 0xAC00) % 28 else _Class.LV
    for found, ranges in (
        (_Class.PREPEND, _PREPEND),
        (_Class.EXTEND, _EXTEND),
        (_Class.L, ((0x1100, 0x115F), (0xA960, 0xA97C))),
        (_Class.V, ((0x1160, 0x11A7), (0xD7B0, 0xD7C6))),
        (_Class.T, ((0x11A8, 0x11FF), (0xD7CB, 0xD7FB))),
        (_Class.FLAG, ((0x1F1E6, 0x1F1FF),)),
        (_Class.PICTURE, _PICTURES),
    ):
        if _within(code, ranges):
            return found
    category = unicodedata.category(character)
    if category in ("Mn", "Me"):
        return _Class.EXTEND
    if category == "Mc":
        return _Class.OTHER if _within(code, _NOT_SPACING) else _Class.SPACING
    if category in ("Cc", "Cf", "Cs", "Zl", "Zp"):
        return _Class.CONTROL
    return _Class.OTHER


_HARD = frozenset({_Class.CR, _Class.LF, _Class.CONTROL})
_JOINS: dict[_Class, frozenset[_Class]] = {
    _Class.L: frozenset({_Class.L, _Class.V, _Class.LV, _Class.LVT}),
    _Class.LV: frozenset({_Class.V, _Class.T}),
    _Class.V: frozenset({_Class.V, _Class.T}),
    _Class.LVT: frozenset({_Class.T}),
    _Class.T: frozenset({_Class.T}),
}
_FOLLOWS = frozenset({_Class.EXTEND, _Class.ZWJ, _Class.SPACING})


def is_border(text: str, position: int) -> bool:
    """Say whether a cluster begins at a position (0 and the length always are borders)."""
    if position <= 0 or position >= len(text):
        return True
    left, right = text[position - 1], text[position]
    if left < "\u0300" and right < "\u0300":  # Latin-1 and the like: only CR LF belong together
        return not (left == "\r" and right == "\n")
    before, after = _class(left), _class(right)
    if before in _HARD or after in _HARD:
        return True  # CR LF was answered above
    if after in _FOLLOWS or before is _Class.PREPEND or after in _JOINS.get(before, ()):
        return False
    if after is _Class.FLAG and before is _Class.FLAG:
        return _flags_before(text, position) % 2 == 0
    if after is _Class.PICTURE and before is _Class.ZWJ:
        return not _picture_before(text, position - 1)
    if before in (_Class.EXTEND, _Class.ZWJ) and _within(ord(right), _CONSONANTS):
        return not _conjunct_before(text, position)
    return True


def _flags_before(text: str, position: int) -> int:
    at = position
    while at > 0 and _class(text[at - 1]) is _Class.FLAG:
        at -= 1
    return position - at


def _picture_before(text: str, joiner: int) -> bool:
    at = joiner
    while at > 0 and joiner - at < _LOOK_BACK and _class(text[at - 1]) is _Class.EXTEND:
        at -= 1
    return at > 0 and _class(text[at - 1]) is _Class.PICTURE


def _conjunct_before(text: str, position: int) -> bool:
    at, linked = position, False
    while at > 0 and position - at < _LOOK_BACK and _class(text[at - 1]) in (_Class.EXTEND, _Class.ZWJ):
        linked = linked or text[at - 1] in _LINKERS
        at -= 1
    return linked and at > 0 and _within(ord(text[at - 1]), _CONSONANTS)


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
    """Return the next border after a position, or the length of the text."""
    return ceil(text, position + 1)


def preceding(text: str, position: int) -> int:
    """Return the last border before a position, or 0."""
    return floor(text, position - 1)
