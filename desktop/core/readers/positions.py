"""A text as another program counts it, and as we hold it: without byte order mark, line ends LF, in code points."""

from __future__ import annotations

from bisect import bisect_left

from annotation_schema.model import Fragment
from annotation_schema.offsets import Utf16Map
from desktop.core.readers.text import normalise_newlines


class Positions:
    """Turns positions in a raw text into those in ``text``. Rejects nothing: what lies outside gives None."""

    def __init__(self, raw: str) -> None:
        """Build the maps."""
        self.raw = raw
        self._start = 1 if raw.startswith("\ufeff") else 0
        self.text = normalise_newlines(raw[self._start :])
        self._utf16: Utf16Map | None = None
        self._gone = [i + 1 for i in range(len(raw)) if raw.startswith("\r\n", i)] if "\r\n" in raw else []

    def of_code_points(self, start: int, end: int) -> Fragment | None:
        """Return the fragment for code points of the raw text, or None if it is empty or outside."""
        if not 0 <= start < end <= len(self.raw):
            return None
        a, b = self._moved(start), self._moved(end)
        return Fragment(a, b) if a < b else None

    def of_utf16(self, start: int, end: int) -> Fragment | None:
        """Return the fragment for UTF-16 units of the raw text, or None if it is empty or outside."""
        if self._utf16 is None:
            self._utf16 = Utf16Map(self.raw)
        if not 0 <= start < end <= self._utf16.utf16_length:
            return None
        return self.of_code_points(self._utf16.to_code_point(start), self._utf16.to_code_point(end))

    def _moved(self, position: int) -> int:
        return max(0, position - self._start - bisect_left(self._gone, position))
