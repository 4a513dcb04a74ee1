"""What the tests of claims do more often than once, on a real window by key presses."""

from __future__ import annotations

from dataclasses import replace

from window_fixtures import Driver

from annotation_schema.model import SpanId

BRIDGE = "the old bridge is safe"
FALL = "It will fall"


class Claims:
    """What the tests of claims do more often than once."""

    def __init__(self, window: Driver) -> None:
        self.window = window
        self.bench = window.bench
        self.fill = window.bench.claims.fill
        self.pane = window.pane

    @property
    def text(self) -> str:
        return self.window.view.article.text

    def tag(self, words: str, key: str) -> SpanId:
        self.window.select(words)
        self.window.press(key)
        return self.pane.current

    def go(self, span: SpanId) -> None:
        self.bench.controller.go_to(span)
        self.bench.focus_article()

    def span(self, number: SpanId):
        return self.window.view.span(number)

    def letter(self, words: str) -> str:
        """The letter on a mention."""
        view = self.window.view
        items = {x.id: self.text[x.start : x.end] for x in (*view.spans, *view.suggestions)}
        return next(letter for item, letter in self.pane.hints.items() if items[item] == words)

    def linked(self, claim: SpanId) -> dict[str, list[str]]:
        """Return what a claim is linked to, by relation type."""
        found: dict[str, list[str]] = {}
        for r in self.window.stored().relations:
            if r.source == claim:
                target = self.window.view.span(r.target)
                found.setdefault(r.type, []).append(self.text[target.start : target.end])
        return found

    def hint(self) -> str:
        return self.bench.status.hint()

    def set_quick_fill(self, on: bool) -> None:
        settings = self.bench.settings
        self.bench.change_settings(replace(settings, work=replace(settings.work, quick_fill=on)))

    @property
    def asked(self) -> str:
        slot = self.fill.asked
        return slot.title if slot is not None else ""
