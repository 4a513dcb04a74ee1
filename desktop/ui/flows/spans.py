"""Borders from the selection, parts, joining, splitting, tagging again, and the note on the current span."""

from __future__ import annotations

from annotation_schema.model import Fragment, Span, SpanId, Suggestion
from annotation_schema.schema import LabelSchema
from annotation_schema.wording import mark, marked, translate
from desktop.core import gestures
from desktop.core.edits import Step
from desktop.core.view import ArticleView
from desktop.ui.article.pane import ArticlePane
from desktop.ui.controller import Controller
from desktop.ui.flows.looked_at import made_by
from desktop.ui.flows.note_editor import NoteEditor

FIRST = mark("Hints", "Go to a span first: ] is the next one.")


class SpanFlows:
    """Keys on the current span. Remembers which spans were current, for joining."""

    def __init__(self, controller: Controller, pane: ArticlePane) -> None:
        """Belong to a controller and its pane."""
        self._controller = controller
        self._pane = pane
        self._visited: list[SpanId] = []
        self._note = NoteEditor(pane)
        self._note.written.connect(self._write_note)
        pane.current_changed.connect(self._visit)
        controller.shown.connect(self._visit)
        controller.opened.connect(self._forget)

    def _forget(self, _view: ArticleView | None) -> None:
        self._visited.clear()
        self._note.leave()

    def _visit(self) -> None:
        span = self._controller.current_span()
        if span is None or (self._visited and self._visited[-1] == span.id):
            return
        if span.id in self._visited:
            self._visited.remove(span.id)
        self._visited.append(span.id)

    def _say(self, words: str) -> None:
        self._controller.hint.emit(words)

    def current(self) -> Span | None:
        """Return the current span; without one, say what to do."""
        span = self._controller.current_span()
        if span is None:
            item = self._pane.current_item()
            accept = translate("Hints", "Accept the suggestion first: Enter.")
            self._say(accept if isinstance(item, Suggestion) else marked("Hints", FIRST))
        return span

    # --- borders and parts -----------------------------------------------------------------

    def set_borders(self) -> None:
        """Set the borders of the current span to the selection; accept the current suggestion with these borders."""
        c = self._controller
        item = self._pane.current_item()
        if item is None:
            self._say(translate("Hints", "Go to a span first: ] is the next one, Tab the next suggestion."))
            return
        fragment = c.fragment_for(item.label) if self._pane.selection() is not None else None
        if fragment is None:
            self._say(translate("Hints", "Select the words that the span should cover."))
            return
        suggestion, span = c.current_suggestion(), c.current_span()
        if suggestion is not None:
            step = c.do(lambda view, schema: gestures.accept(view, suggestion, fragments=(fragment,), schema=schema))
            if step is not None:
                self._pane.clear_selection()
                c.advance_after(step)
        elif span is not None and c.do(
            lambda view, schema: gestures.set_fragments(view, span.id, (fragment,), schema=schema)
        ):
            self._pane.clear_selection()
            c.reload(span.id)

    def _part(self, span: Span) -> Fragment | None:
        """Return the part of a span that the caret is in or at."""
        at = self._pane.caret()
        return next((f for f in span.fragments if f.start <= at <= f.end), None)

    def remove_part(self) -> None:
        """Take the part under the caret out of the current span."""
        span = self.current()
        if span is None:
            return
        part = self._part(span)
        if part is None:
            self._say(translate("Hints", "Put the caret into the part to remove."))
        elif self._controller.do(lambda view, schema: gestures.remove_fragment(view, span.id, part, schema=schema)):
            self._controller.reload(span.id)

    # --- joining and splitting -------------------------------------------------------------

    def join(self) -> None:
        """Join the current span with the one of its label that was current last, else with the next in the text."""
        c, span = self._controller, self.current()
        if span is None or c.view is None:
            return
        other = self._partner(c.view, span)
        if other is None:
            self._say(translate("Hints", "There is no other span of this label to join with."))
            return
        step = c.do(lambda view, schema: gestures.join(view, (span.id, other.id), schema=schema))
        if step is not None:
            c.reload(span.id if c.view.spans.index(span) < c.view.spans.index(other) else other.id)

    def _partner(self, view: ArticleView, span: Span) -> Span | None:
        for number in reversed(self._visited):
            other = view.span(number)
            if other is not None and other.id != span.id and other.label == span.label:
                return other
        same = [s for s in view.spans if s.label == span.label]
        place = same.index(span)
        return same[place + 1] if place + 1 < len(same) else None

    def split(self) -> None:
        """Make the part under the caret a span of its own; a span of one part is split at the caret."""
        c, span = self._controller, self.current()
        if span is None:
            return
        caret = self._pane.caret()

        def make(view: ArticleView, schema: LabelSchema) -> Step:
            part = self._part(span)
            if len(span.fragments) > 1 and part is not None:
                return gestures.split_off(view, span.id, part, schema=schema)
            return gestures.split_at(view, span.id, caret, schema=schema)

        step = c.do(make)
        if step is not None:
            c.reload(made_by(step))

    # --- again, and the note ---------------------------------------------------------------

    def again(self) -> None:
        """Tag the selection, or the word under the caret, with the label that was used last."""
        label = self._controller.memory.label
        if not label:
            self._say(
                translate("Hints", "Nothing was tagged yet that could be repeated. Press the key of a label first.")
            )
        elif self._pane.selection() is None and self._pane.target() is None:
            self._say(translate("Hints", "Select some words first, or put the caret into a word."))
        else:
            self._controller.tag(label)

    def write_note(self) -> None:
        """Open the little editor for the note on the current span."""
        span = self.current()
        if span is not None and not self._controller.in_past:
            self._note.open(span)

    def _write_note(self, span: int, words: str) -> None:
        number = SpanId(span)
        if self._controller.do(lambda view, schema: gestures.set_note(view, number, words, schema=schema)):
            self._controller.reload(number)
