"""How fast a run is and how long it still takes, from the counts that come a few times a second."""

from __future__ import annotations

from collections import deque

from annotation_schema.wording import translate
from desktop.core.prelabel.session_types import Tally

WINDOW_S = 20.0
"""Looked back so far: long enough for a steady figure, short enough for one that follows what else the machine does."""
_LEAST_S = 1.0
_LEAST_ARTICLES = 3


class Pace:
    """Remembers the last counts. Seconds are the run's own, so that a pause does not slow it."""

    def __init__(self) -> None:
        """Know nothing yet."""
        self._seen: deque[tuple[float, int, int]] = deque()
        self._total = 0

    def take(self, tally: Tally) -> None:
        """Take the counts of now."""
        done = tally.articles + tally.failed
        self._total = tally.total
        if not tally.total or (self._seen and done == self._seen[-1][1]):
            return
        self._seen.append((tally.seconds, done, tally.words))
        while len(self._seen) > 2 and self._seen[1][0] < tally.seconds - WINDOW_S:
            self._seen.popleft()

    @property
    def words_per_second(self) -> float | None:
        """The rate of late; None while too little is known."""
        known = self._known()
        return None if known is None else known[2] / known[0]

    @property
    def seconds_left(self) -> float | None:
        """How long the rest takes at the rate of late; None while too little is known."""
        known = self._known()
        if known is None:
            return None
        return (self._total - self._seen[-1][1]) * known[0] / known[1]

    def words(self) -> str:
        """Return “11,200 words a second, 3 min left”; "" while too little is known."""
        rate, left = self.words_per_second, self.seconds_left
        if rate is None or left is None:
            return ""
        rounded = round(rate, -2 if rate >= 1_000 else -1 if rate >= 100 else 0)
        speed = translate("Prelabel", "%Ln word a second|%Ln words a second", int(rounded))
        return translate("Prelabel", "{speed}, {time} left").format(speed=speed, time=duration(left))

    def _known(self) -> tuple[float, int, int] | None:
        """Return seconds, articles and words between the first and the last counts that are remembered."""
        if len(self._seen) < 2:
            return None
        (began, before, words_before), (now, done, words) = self._seen[0], self._seen[-1]
        if now - began < _LEAST_S or done - before < _LEAST_ARTICLES:
            return None
        return now - began, done - before, words - words_before


def duration(seconds: float) -> str:
    """Return a stretch of time in the unit that fits it: "40 s", "12 min", "3 h"."""
    if seconds < 90:
        return translate("Prelabel", "%Ln s|%Ln s", max(1, round(seconds)))
    if seconds < 90 * 60:
        return translate("Prelabel", "%Ln min|%Ln min", round(seconds / 60))
    return translate("Prelabel", "%Ln h|%Ln h", round(seconds / 3600))
