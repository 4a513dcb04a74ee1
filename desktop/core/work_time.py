"""How long somebody works on an article: a clock that stops for the idle, and the sums kept in the project file.

The time stays in the project file: the interchange form has no place for it, and no export holds it.
"""

from __future__ import annotations

import math
from collections.abc import Mapping

from annotation_schema.model import ArticleId
from desktop.core.storage import work_time
from desktop.core.storage.connection import Database

IDLE_SECONDS = 60.0
"""Without a key or a movement of the pointer for so long, nobody is working; the minute itself counts as reading."""


def duration(seconds: int) -> str:
    """Return seconds for people: "0:05", "12:30", "1:02:03"."""
    minutes, rest = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02d}:{rest:02d}" if hours else f"{minutes}:{rest:02d}"


class WorkClock:
    """Counts the seconds between ``run`` and ``stop`` in which somebody was not idle. Moments come from the caller.

    They are seconds of a clock that never goes back. Whoever is told nothing for a while loses nothing: what was
    worked since is added up at the next call.
    """

    def __init__(self, *, idle: float = IDLE_SECONDS) -> None:
        """Stand still at zero."""
        self._idle = idle
        self._running = False
        self._last = -math.inf
        self._counted = 0.0
        self._sum = 0.0

    def run(self, now: float, *, running: bool = True) -> None:
        """Go on, or stand still; going on is a sign of life."""
        self._settle(now)
        if running and not self._running:
            self._last = now
        self._running = running

    def sign_of_life(self, now: float) -> None:
        """Note that a key was pressed or the pointer moved."""
        self._settle(now)
        self._last = now

    def take(self, now: float) -> float:
        """Return the seconds worked since the last call."""
        self._settle(now)
        found, self._sum = self._sum, 0.0
        return found

    def is_counting(self, now: float) -> bool:
        """Say whether the time runs at this moment."""
        return self._running and now - self._last < self._idle

    def quiet_for(self, now: float) -> float:
        """Return the seconds since the last sign of life."""
        return now - self._last

    def _settle(self, now: float) -> None:
        if self._running:
            self._sum += max(0.0, min(now, self._last + self._idle) - self._counted)
        self._counted = now


class WorkTime:
    """What is kept of it in one project file for its annotator."""

    def __init__(self, db: Database, annotator_id: int) -> None:
        """Belong to an open database."""
        self._db = db
        self._annotator_id = annotator_id

    def seconds(self, article: ArticleId) -> float:
        """Return how long the annotator has worked on an article."""
        with self._db.read() as conn:
            return work_time.milliseconds(conn, article, self._annotator_id) / 1000

    def add(self, worked: Mapping[ArticleId, float]) -> None:
        """Add seconds to articles, in one transaction; no step and nothing to undo. Raises AppError SAVE_FAILED."""
        rows = [(article, round(1000 * seconds)) for article, seconds in worked.items()]
        with self._db.write() as conn:
            work_time.add(conn, self._annotator_id, [row for row in rows if row[1] > 0])
