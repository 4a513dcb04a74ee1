"""What the mouse does in the article: click, drag, double and triple click, and scrolling while dragging."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QObject, QPointF, QTimer
from PySide6.QtGui import QGuiApplication

from desktop.core import boundaries
from desktop.ui.article.caret import Caret

if TYPE_CHECKING:
    from desktop.ui.article.pane import ArticlePane

_EDGE = 28.0
_FRAME_MS = 16


class Pointer(QObject):
    """Turns mouse events of the pane's viewport into caret, selection and current item."""

    def __init__(self, pane: ArticlePane) -> None:
        """Belong to a pane."""
        super().__init__(pane)
        self._pane = pane
        self._pressed_at: QPointF | None = None
        self._dragging = False
        self._plain = False  # a press that may become a click on a span
        self._unit = ""  # "word" or "sentence" while dragging on from a double or triple click
        self._origin = (0, 0)
        self._last = QPointF()
        self._since_double = QElapsedTimer()
        self._double_at = QPointF()
        self._scroll = QTimer(self)
        self._scroll.setInterval(_FRAME_MS)
        self._scroll.timeout.connect(self._scroll_on)

    def press(self, point: QPointF, *, extend: bool) -> None:
        """Begin a click or a drag."""
        self._pressed_at, self._last, self._dragging, self._unit = point, point, False, ""
        self._plain = False
        if self._is_third(point):
            self._take("sentence", point)
            return
        if self._pane.press_above(point):
            self._pressed_at = None
            return
        beside = self._pane.margin_item_at(point)
        if beside is not None:
            self._pressed_at = None
            self._pane.choose(beside)
            return
        hit = self._pane.hit_at(point)
        if extend:
            self._pane.place(self._pane.caret_state.moved(hit.position, extend=True, upstream=hit.upstream))
        else:
            self._plain = True
            self._pane.place(Caret.at(hit.position, upstream=hit.upstream))

    def drag(self, point: QPointF) -> None:
        """Extend the selection to a point; near the upper or lower edge the article scrolls."""
        if self._pressed_at is None:
            return
        far = (point - self._pressed_at).manhattanLength() >= QGuiApplication.styleHints().startDragDistance()
        if not self._dragging and not far:
            return
        self._dragging, self._last = True, point
        self._extend_to(point)
        if self._beyond(point):
            if not self._scroll.isActive():
                self._scroll.start()
        else:
            self._scroll.stop()

    def release(self, point: QPointF) -> None:
        """End a drag; without one, the press was a click: make the span there current."""
        self._scroll.stop()
        clicked = self._pressed_at is not None and self._plain and not self._dragging
        self._pressed_at, self._dragging = None, False
        if clicked:
            self._pane.choose_at(self._pane.hit_at(point).character)

    def double_click(self, point: QPointF) -> None:
        """Take the word."""
        self._since_double.start()
        self._double_at = point
        self._pressed_at, self._dragging, self._plain = point, False, False
        self._take("word", point)

    def stop(self) -> None:
        """Forget a press, for example because the article changed."""
        self._scroll.stop()
        self._pressed_at, self._dragging = None, False

    def _is_third(self, point: QPointF) -> bool:
        hints = QGuiApplication.styleHints()
        soon = self._since_double.isValid() and self._since_double.elapsed() < hints.mouseDoubleClickInterval()
        return soon and (point - self._double_at).manhattanLength() <= hints.mouseDoubleClickDistance() + 2

    def _take(self, unit: str, point: QPointF) -> None:
        self._unit = unit
        found = self._unit_at(point)
        if found is not None:
            self._origin = found
            self._pane.place(Caret.over(*found))
        else:
            self._unit = ""

    def _unit_at(self, point: QPointF) -> tuple[int, int] | None:
        hit = self._pane.hit_at(point)
        at = hit.position if hit.character is None else hit.character
        take = boundaries.word_at if self._unit == "word" else boundaries.sentence_at
        return take(self._pane.text, at)

    def _extend_to(self, point: QPointF) -> None:
        pane = self._pane
        if not self._unit:
            hit = pane.hit_at(point)
            pane.place(pane.caret_state.moved(hit.position, extend=True, upstream=hit.upstream), reveal=False)
            return
        position = pane.hit_at(point).position
        start, end = self._unit_at(point) or (position, position)
        if position < self._origin[0]:
            pane.place(Caret(start, self._origin[1]), reveal=False)
        else:
            pane.place(Caret(max(end, self._origin[1]), self._origin[0], upstream=True), reveal=False)

    def _beyond(self, point: QPointF) -> float:
        """How far a point lies in the zone where dragging scrolls: negative above, positive below, 0 between."""
        height = self._pane.viewport().height()
        edge = min(_EDGE, height / 4)
        return min(0.0, point.y() - edge) + max(0.0, point.y() - (height - edge))

    def _scroll_on(self) -> None:
        beyond = self._beyond(self._last)
        if self._pressed_at is None or not beyond:
            self._scroll.stop()
            return
        bar = self._pane.verticalScrollBar()
        bar.setValue(bar.value() + round(max(-60.0, min(60.0, beyond / 2))) + (1 if beyond > 0 else -1))
        self._extend_to(self._last)
