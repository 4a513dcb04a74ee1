"""What is shown in place of characters that have no glyph or that Qt would take for a line break.

Every replacement is one code point and one UTF-16 unit for one of each, so that positions stay the same.
"""

from __future__ import annotations

import re

_LINE_SEPARATOR, _PARAGRAPH_SEPARATOR, _NEXT_LINE = 0x2028, 0x2029, 0x85


def _placeholders() -> dict[int, str]:
    table = {c: chr(0x2400 + c) for c in range(0x20) if c not in (0x09, 0x0A)}  # control pictures
    table[0x7F] = "\u2421"
    table.update(dict.fromkeys(range(128, 160), "�"))
    table[_NEXT_LINE] = "\u2424"
    table[_LINE_SEPARATOR] = "\u21b5"
    table[_PARAGRAPH_SEPARATOR] = "\u00b6"
    table[0xFFFC] = "\u25af"  # Qt would leave room for an object
    table.update(dict.fromkeys(range(55296, 57344), "�"))  # half a character; readers refuse it, Qt would choke
    return table


_PLACEHOLDERS = _placeholders()
_SPECIAL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufffc\ud800-\udfff]")
_STRONG_RTL = (
    "\u0590\u05be\u05c0\u05c3\u05c6\u05d0-\u05f4\u0608\u060b"
    "\u060d\u061b-\u064a\u066d-\u066f\u0671-\u06d5\u06e5\u06e6\u06ee\u06ef"
    "\u06fa-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff\u200f"
)
_RTL = re.compile(f"[{_STRONG_RTL}\u0591-\u05c7\u0600-\u06ff\u202b\u202e\u2067\u2066\u2068\u202a\u202d]")
_FIRST_STRONG = re.compile(rf"(?P<rtl>[{_STRONG_RTL}])|(?P<ltr>[^\W\d_]|\u200e)")


def displayed(text: str) -> str:
    """Return the text to lay out: the same length in code points and in UTF-16 units, no line breaks in it."""
    if text.isascii() and text.isprintable():
        return text
    return text.translate(_PLACEHOLDERS) if _SPECIAL.search(text) else text


def runs_right_to_left(text: str) -> bool:
    """Say whether the first strong character is one of a right-to-left script (Unicode Annex 9, rules P2 and P3)."""
    found = _FIRST_STRONG.search(text)
    return found is not None and found.lastgroup == "rtl"


def has_mixed_direction(text: str) -> bool:
    """Say whether a stretch of the text may stand in another order on screen than in memory."""
    return not text.isascii() and _RTL.search(text) is not None
