r"""White space between words, written so that it stays one word itself: for formats of one word a line.

``\s`` is a blank, ``\n`` a line feed, ``\t`` a tab, ``\r`` a carriage return, ``\p`` the bar and ``\\`` the
backslash, as UDPipe has them in ``SpacesAfter``; any other character that is no plain letter for a table is
``\uXXXX`` with four hexadecimal digits or ``\UXXXXXXXX`` with eight.
"""

from __future__ import annotations

import re

_SHORT = {" ": r"\s", "\n": r"\n", "\t": r"\t", "\r": r"\r", "|": r"\p", "\\": r"\\"}
_LONG = {short[1]: char for char, short in _SHORT.items()}
_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([sntrp\\]))")


def escaped(gap: str) -> str:
    """Return white space as one word of ASCII characters."""
    return "".join(_SHORT.get(c) or (f"\\u{ord(c):04x}" if ord(c) < 0x10000 else f"\\U{ord(c):08x}") for c in gap)


def unescaped(word: str) -> str:
    """Return what ``escaped`` was given; what is no escape stays as it is."""

    def one(found: re.Match[str]) -> str:
        four, eight, short = found.groups()
        if short:
            return _LONG[short]
        number = int(four or eight, 16)
        return chr(number) if number < 0x110000 and not 0xD800 <= number < 0xE000 else "\ufffd"

    return _ESCAPE.sub(one, word)
