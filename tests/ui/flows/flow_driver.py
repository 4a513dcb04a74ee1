"""Helpers for lists and held keys, beside the driver of the window."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from window_driver import Driver


class Flow:
    """What the tests of flows do more often than once."""

    def __init__(self, window: Driver) -> None:
        self.window = window
        self.bench = window.bench
        self.flows = window.bench.flows

    def hold(self, key: Qt.Key, text: str, times: int, *, shift: bool = False) -> None:
        """Press a key and keep it down for some repeats."""
        modifier = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
        for number in range(times):
            QTest.simulateEvent(self.window.pane, True, key.value, modifier, text, number > 0)
        QTest.keyRelease(self.window.pane, key, modifier)

    def tag(self, words: str, key: str) -> object:
        """Tag words and return the span."""
        self.window.select(words)
        self.window.press(key)
        return self.bench.controller.current_span()

    def words(self) -> list[str]:
        """Return the words of the current span's parts."""
        span, text = self.bench.controller.current_span(), self.window.view.article.text
        return [text[f.start : f.end] for f in span.fragments]

    @property
    def panel(self):
        """What the drawer shows."""
        return self.flows.drawer.panel

    def listed(self) -> list[str]:
        """Return the lines of the list, ticked ones with a star."""
        model = self.panel.model
        if hasattr(model, "ticked"):
            marks = {id(r) for r in model.ticked()}
            rows = [model.at(i) for i in range(model.rowCount())]
            return [f"{'*' if id(r) in marks else ' '}{r.before}[{r.words}]{r.after}" for r in rows]
        return [str(model.index(i, 0).data()) for i in range(model.rowCount())]

    def rest(self, condition) -> None:
        """Wait until something holds."""
        self.window.qtbot.waitUntil(condition)

    def in_list(self) -> bool:
        """Say whether the keyboard is in the drawer."""
        focused = self.window.window.focusWidget()
        return focused is not None and self.flows.drawer.isAncestorOf(focused)
