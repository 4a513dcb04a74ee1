"""Scrolling to a place: at once, or over a moment so that the eye can follow. Nothing ever waits for it."""

from __future__ import annotations

from collections.abc import Callable
from time import perf_counter

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QScrollBar

DURATION_MS = 120
_FRAME_MS = 8
_FARTHEST = 1.2
"""Screens that are passed through; what is further away is jumped over, in the right direction."""


class Scroller(QObject):
    """Moves a scroll bar towards a goal, which may itself move while heights become exact."""

    def __init__(self, bar: QScrollBar) -> None:
        """Belong to the bar."""
        super().__init__(bar)
        self._bar = bar
        self._goal: Callable[[], int] | None = None
        self._distance = 0.0
        self._begun = 0.0
        self._timer = QTimer(self)
        self._timer.setInterval(_FRAME_MS)
        self._timer.timeout.connect(self._step)
        self._own = False
        bar.valueChanged.connect(self._moved)

    @property
    def active(self) -> bool:
        """Whether it is moving."""
        return self._goal is not None

    @property
    def target(self) -> int:
        """Where the bar is, or will be in a moment."""
        goal = self._bar.value() if self._goal is None else self._goal()
        return max(self._bar.minimum(), min(self._bar.maximum(), goal))

    def jump(self, value: int) -> None:
        """Be at a place now."""
        self.stop()
        self._bar.setValue(value)

    def set_range(self, maximum: int) -> None:
        """Let the bar go from 0 to ``maximum``; a movement goes on."""
        self._own = True
        self._bar.setRange(0, maximum)
        self._own = False

    def _moved(self) -> None:
        if not self._own:  # somebody else moved the bar: the movement is over
            self.stop()

    def glide(self, goal: Callable[[], int]) -> None:
        """Move to a place within ``DURATION_MS``."""
        self._goal = goal
        farthest = _FARTHEST * self._bar.pageStep()
        distance = self.target - self._bar.value()
        self._distance = max(-farthest, min(farthest, float(distance)))
        if not distance:
            self.stop()
            return
        self._begun = perf_counter()
        self._timer.start()
        self._step()

    def stop(self) -> None:
        """Stay where the bar is now."""
        self._goal = None
        self._timer.stop()

    def finish(self) -> None:
        """Be at the goal now."""
        if self._goal is not None:
            self.jump(self.target)

    def _step(self) -> None:
        passed = (perf_counter() - self._begun) * 1_000 / DURATION_MS
        if passed >= 1:
            self.finish()
            return
        rest = (1 - passed) ** 3
        self._own = True
        self._bar.setValue(round(self.target - self._distance * rest))
        self._own = False
