"""A column of heights that change often, with quick look-up both ways.

Sums are kept in chunks, so that a change among 30,000 blocks touches some hundred numbers.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

_CHUNK = 256


class Heights:
    """Where each of n items begins and ends, in pixels; each has a gap above that belongs to it."""

    def __init__(self, gaps: Sequence[float], heights: Sequence[float]) -> None:
        """Take the gaps above and the heights, the same number of each."""
        self._count = len(heights)
        self._ends: list[list[float]] = []  # from the chunk's beginning to the end of each item
        self._bases: list[float] = []
        self._heights = list(heights)
        base = 0.0
        for first in range(0, self._count, _CHUNK):
            ends: list[float] = []
            at = 0.0
            for index in range(first, min(first + _CHUNK, self._count)):
                at += gaps[index] + self._heights[index]
                ends.append(at)
            self._ends.append(ends)
            self._bases.append(base)
            base += at
        self.total = base

    def top(self, index: int) -> float:
        """Return where an item begins, below its gap."""
        return self.bottom(index) - self._heights[index]

    def bottom(self, index: int) -> float:
        """Return where an item ends."""
        chunk, rest = divmod(index, _CHUNK)
        return self._bases[chunk] + self._ends[chunk][rest]

    def height(self, index: int) -> float:
        """Return an item's height."""
        return self._heights[index]

    def set(self, index: int, height: float) -> None:
        """Change an item's height; everything below it moves."""
        change = height - self._heights[index]
        if not change:
            return
        self._heights[index] = height
        chunk, rest = divmod(index, _CHUNK)
        ends = self._ends[chunk]
        ends[rest:] = [e + change for e in ends[rest:]]
        self._bases[chunk + 1 :] = [b + change for b in self._bases[chunk + 1 :]]
        self.total += change

    def index_at(self, y: float) -> int:
        """Return the last item that begins at or above ``y``, else 0; raises ValueError if there are no items."""
        if not self._count:
            raise ValueError("there are no items")
        chunk = max(0, bisect_right(self._bases, y) - 1)
        rest = bisect_right(self._ends[chunk], y - self._bases[chunk])
        index = min(chunk * _CHUNK + rest, self._count - 1)
        while index > 0 and self.top(index) > y:  # in the gap above the item
            index -= 1
        return index
