"""Borders of the current span by held keys: each press is committed, all presses of one hold are one step for undo.

A press must be on screen within a frame also among hundreds of spans, so while a key is held only the text follows;
cards, queue and findings do when it is let go, or has rested.
"""

from __future__ import annotations

from bisect import insort
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QKeyEvent

from annotation_schema.model import Span, SpanId
from annotation_schema.schema import LabelSchema
from annotation_schema.wording import translate
from desktop.core import gestures
from desktop.core.edits import ChangeSpan, Step
from desktop.core.errors import AppError, ErrorCode
from desktop.core.gestures import Side, Unit
from desktop.core.storage.journal import JournalId
from desktop.core.view import ArticleView
from desktop.ui.article.pane import ArticlePane
from desktop.ui.controller import Controller

REST_MS = 160
"""After so long without a press everything else follows."""


class BorderKeys(QObject):
    """Moves borders. Watches the pane's keys to know which presses are repeats of a held key."""

    def __init__(self, controller: Controller, pane: ArticlePane) -> None:
        """Belong to a controller and its pane."""
        super().__init__(pane)
        self._controller = controller
        self._pane = pane
        self._repeat = False
        self._hold: tuple[SpanId, Side, Unit, int] | None = None
        self._entry: JournalId | None = None
        self._rest = QTimer(self, interval=REST_MS, singleShot=True)
        self._rest.timeout.connect(self._follow)
        pane.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note whether a press is a repeat, and when the key is let go."""
        if isinstance(event, QKeyEvent):
            if event.type() in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
                self._repeat = event.isAutoRepeat()
                if not self._repeat:
                    self.settle()  # the next action is to find everything as it is
            elif event.type() == QEvent.Type.KeyRelease and not event.isAutoRepeat():
                self._hold = None
                self.settle()
        elif event.type() == QEvent.Type.FocusOut:
            self._hold = None
        return False

    def move(self, side: Side, unit: Unit, direction: int) -> None:
        """Move a border of the current span by a word or a character, back (-1) or on (1)."""
        c = self._controller
        span = c.current_span()
        if span is None:
            c.hint.emit(translate("Hints", "Go to a span first: ] is the next one. A suggestion is accepted first."))
            return
        wanted = (span.id, side, unit, direction)
        going_on = self._entry if self._repeat and wanted == self._hold else None

        def make(view: ArticleView, schema: LabelSchema) -> Step:
            try:
                step = gestures.move_border(view, span.id, side, unit, direction, schema=schema)
                if step is None:
                    words = translate("Hints", "The end of the span cannot go further.")
                    if side is Side.START:
                        words = translate("Hints", "The start of the span cannot go further.")
                    raise AppError(ErrorCode.EDIT_REFUSED, words)
            except AppError:
                if going_on is None:
                    raise
                return Step("", ())  # a held key would say so thirty times a second
            return step

        step = c.do(make, going_on=going_on)
        if step is None or c.view is None:
            return
        self._hold, self._entry = wanted, c.entry
        after = next(e.after for e in step.parts[0].edits if isinstance(e, ChangeSpan))
        c.show_quickly(with_span(c.view, after))
        # What is at the border is to be seen.
        edge = after.start if side is Side.START else after.end
        self._pane.ensure_visible(max(0, edge - 1), edge)
        self._rest.start()

    def settle(self) -> None:
        """Let everything else follow now, if it has not yet."""
        if self._rest.isActive():
            self._rest.stop()
            self._follow()

    def _follow(self) -> None:
        span = self._controller.current_span()
        self._controller.reload(span.id if span is not None else None)


def with_span(view: ArticleView, after: Span) -> ArticleView:
    """Return the view with a span as it is now, in its place in the text.

    Suggestions stay as they were, though one that the span has come to equal is no longer open.
    """
    spans = [s for s in view.spans if s.id != after.id]
    insort(spans, after, key=lambda s: (s.start, -s.end, s.id))
    return replace(view, spans=tuple(spans))
