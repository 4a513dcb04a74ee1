"""Half-open code-point offsets: fragments of a span, its text, and maps to UTF-16 and UTF-8 positions.

Everything in Pressmark counts code points. Qt counts UTF-16 units, some file formats count UTF-8 bytes;
``Utf16Map`` and ``Utf8Map`` are the only places where one is turned into the other.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from annotation_schema.model import Fragment, Fragments

SURFACE_SEPARATOR = "\x1f"
"""Between the texts of two fragments in a stored surface: a control character that news text does not contain."""
_GAP = " … "
_ASTRAL = re.compile("[\U00010000-\U0010ffff]")
_BLOCK = 256  # code points between two known positions of a Utf8Map


def merge(fragments: Iterable[Fragment]) -> Fragments:
    """Return the fragments in text order, overlapping and touching ones joined; nothing gives ``()``."""
    merged: list[Fragment] = []
    for fragment in sorted(fragments):
        if merged and fragment.start <= merged[-1].end:
            if fragment.end > merged[-1].end:
                merged[-1] = Fragment(merged[-1].start, fragment.end)
        else:
            merged.append(fragment)
    return tuple(merged)


def hull(fragments: Iterable[Fragment]) -> Fragment:
    """Return the smallest fragment that covers all; raises ValueError if there are none."""
    items = tuple(fragments)
    if not items:
        raise ValueError("a span has at least one fragment")
    return Fragment(min(f.start for f in items), max(f.end for f in items))


def overlap(first: Fragments, second: Fragments) -> bool:
    """Say whether the two share a character; both must be in text order, as ``merge`` gives them."""
    i = j = 0
    while i < len(first) and j < len(second):
        a, b = first[i], second[j]
        if a.start < b.end and b.start < a.end:
            return True
        if a.end <= b.end:
            i += 1
        else:
            j += 1
    return False


def surface(text: str, fragments: Iterable[Fragment]) -> str:
    """Return the covered text exactly, fragments joined by ``SURFACE_SEPARATOR``: for storing and comparing."""
    return SURFACE_SEPARATOR.join(text[f.start : f.end] for f in fragments)


def display_surface(text: str, fragments: Iterable[Fragment]) -> str:
    """Return the covered text for people, fragments joined by an ellipsis."""
    return _GAP.join(text[f.start : f.end] for f in fragments)


class Utf16Map:
    """Turns code-point positions of one text into UTF-16 positions and back.

    Keeps one number for each character outside the Basic Multilingual Plane (emoji, for example) and
    nothing for a text without them; a look-up is a binary search. Positions run from 0 to the length,
    inclusive; others raise ValueError.
    """

    __slots__ = ("_astral", "_astral16", "_length", "_length16")

    def __init__(self, text: str) -> None:
        """Build the map; the text itself is not kept."""
        self._length = len(text)
        self._length16 = self._length if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2
        self._astral: array[int] = array("q")
        if self._length16 != self._length:
            self._astral.extend(m.start() for m in _ASTRAL.finditer(text))
        self._astral16: array[int] = array("q", (p + i for i, p in enumerate(self._astral)))

    @property
    def is_identity(self) -> bool:
        """Whether both counts are the same throughout."""
        return not self._astral

    @property
    def utf16_length(self) -> int:
        """Length of the text in UTF-16 units."""
        return self._length16

    def to_utf16(self, code_point: int) -> int:
        """Return the UTF-16 position of a code-point position."""
        _check(code_point, self._length, "code point")
        return code_point + bisect_left(self._astral, code_point) if self._astral else code_point

    def to_code_point(self, utf16: int) -> int:
        """Return the code-point position of a UTF-16 position; inside a surrogate pair, where that character starts."""
        _check(utf16, self._length16, "UTF-16 unit")
        before = bisect_left(self._astral16, utf16)
        if before and self._astral16[before - 1] + 1 == utf16:
            return self._astral[before - 1]
        return utf16 - before


class Utf8Map:
    """Turns code-point positions of one text into UTF-8 byte positions and back.

    Keeps the text and one number for each 256 characters (nothing for ASCII). Positions run from 0 to
    the length, inclusive; others raise ValueError.
    """

    __slots__ = ("_bases", "_length8", "_text")

    def __init__(self, text: str) -> None:
        """Build the map."""
        self._text = text
        self._bases: array[int] = array("q")
        self._length8 = len(text)
        if not text.isascii():
            total = 0
            for start in range(0, len(text), _BLOCK):
                self._bases.append(total)
                total += len(_utf8(text[start : start + _BLOCK]))
            self._length8 = total

    @property
    def is_identity(self) -> bool:
        """Whether both counts are the same throughout."""
        return not self._bases

    @property
    def utf8_length(self) -> int:
        """Length of the text in bytes of UTF-8."""
        return self._length8

    def to_utf8(self, code_point: int) -> int:
        """Return the byte position of a code-point position."""
        _check(code_point, len(self._text), "code point")
        if not self._bases:
            return code_point
        block = min(code_point // _BLOCK, len(self._bases) - 1)
        return self._bases[block] + len(_utf8(self._text[block * _BLOCK : code_point]))

    def to_code_point(self, utf8: int) -> int:
        """Return the code-point position of a byte position; inside a character, where that character starts."""
        _check(utf8, self._length8, "byte")
        if not self._bases:
            return utf8
        block = bisect_right(self._bases, utf8) - 1
        encoded = _utf8(self._text[block * _BLOCK : (block + 1) * _BLOCK])
        rest = utf8 - self._bases[block]
        while rest < len(encoded) and encoded[rest] & 0xC0 == 0x80:  # a continuation byte: go back to the first one
            rest -= 1
        return block * _BLOCK + len(encoded[:rest].decode("utf-8", "surrogatepass"))


def _utf8(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _check(position: int, length: int, unit: str) -> None:
    if not 0 <= position <= length:
        raise ValueError(f"{unit} position {position} lies outside the text (0 to {length})")
