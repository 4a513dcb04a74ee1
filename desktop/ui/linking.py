"""Link mode: letters on the mentions near a span; one letter links, and so does a click.

The keyboard stays in the article, so that words can be selected as usual: Enter tags and links them in one step.
Letters, Enter, Backspace, Tab and Esc are the mode's own while it lasts; every other key means what it always means.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent

from annotation_schema.model import SpanId, SuggestionId
from annotation_schema.schema import LabelSchema, RelationType
from annotation_schema.wording import translate
from desktop.core import gestures, linking
from desktop.core.edits import Step
from desktop.core.errors import AppError
from desktop.core.linking import Candidate
from desktop.core.shortcuts import shown
from desktop.core.view import ArticleView
from desktop.core.words import inside
from desktop.ui.article.pane import ArticlePane
from desktop.ui.claims.asking import PASSING, End
from desktop.ui.controller import Controller
from desktop.ui.key_places import typed
from desktop.ui.translation import one_of

_PLAIN = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
Make = Callable[[ArticleView, LabelSchema], Step]


class LinkMode(QObject):
    """For one pane. ``ended`` tells why it is over; nothing is emitted when it is left because the article changed."""

    ended = Signal(object)  # End
    other_slot = Signal(str)  # a digit that is not a value here

    def __init__(self, controller: Controller, pane: ArticlePane) -> None:
        """Belong to a controller and its pane; not on."""
        super().__init__(pane)
        self._controller = controller
        self._pane = pane
        self._span: SpanId | None = None
        self._kind: RelationType | None = None
        self._asking = False
        self._lead = ""
        self._found: tuple[Candidate, ...] = ()
        self._seen: ArticleView | None = None
        self._pointing = False
        self._busy = False
        pane.hint_clicked.connect(self._clicked)
        pane.activated_span.connect(self._clicked)
        controller.shown.connect(self._refresh)
        controller.opened.connect(self.leave)

    @property
    def kind(self) -> RelationType | None:
        """The relation type that is being filled; None: the mode is not on."""
        return self._kind

    @property
    def candidates(self) -> tuple[Candidate, ...]:
        """What letters stand on."""
        return self._found

    def start(self, span: SpanId, kind: RelationType, *, name: str, asking: bool = False) -> bool:
        """Show the letters; ``name`` is what the span is called (C2). ``asking``: quick fill asks, so Tab skips.

        Returns whether the mode is on: not if the link makes no sense there.
        """
        self.leave()
        view, schema = self._controller.view, self._controller.schema
        if view is None or schema is None:
            return False
        self._span, self._kind, self._asking = span, kind, asking
        lead = translate("Hints", "Linking {name} → {slot}") if name else translate("Hints", "Linking → {slot}")
        self._lead = lead.format(name=name, slot=kind.title)
        self._pane.clear_selection()
        self._seen = None
        self._pane.installEventFilter(self)
        self._pane.viewport().installEventFilter(self)
        self._pane.setFocus(Qt.FocusReason.OtherFocusReason)
        self._refresh()
        return self._kind is not None

    def leave(self, *_: object) -> None:
        """Take the letters away, without telling anybody."""
        if self._kind is None:
            return
        self._kind = self._span = self._seen = None
        self._found = ()
        self._pointing = False
        self._pane.removeEventFilter(self)
        self._pane.viewport().removeEventFilter(self)
        self._pane.clear_hints()
        self._controller.hint.emit("")

    def _end(self, why: End) -> None:
        self.leave()
        self.ended.emit(why)

    # --- what is shown ---------------------------------------------------------------------

    def _refresh(self) -> None:
        """Follow the article: new letters for a new view, and the end where the span is no longer current."""
        if self._kind is None or self._span is None or self._busy:
            return
        view, schema = self._controller.view, self._controller.schema
        if view is None or schema is None or view.span(self._span) is None or self._controller.in_past:
            self._end(End.STOPPED)
            return
        if self._pane.current != self._span:
            if not self._pointing:
                self._end(End.STOPPED)
            elif self._pane.current is None:  # a click beside everything
                self._pane.set_current(self._span, reveal=False)
            return
        if view is not self._seen:
            self._seen = view
            try:
                self._found = linking.candidates(view, schema, self._span, self._kind.name)
            except AppError:
                self._end(End.STOPPED)
                return
        selected = self._pane.selection() is not None
        self._pane.set_hints({} if selected else {c.item.id: c.letter for c in self._found})
        self._controller.hint.emit(self._words(schema, self._kind, selected=selected))

    def _words(self, schema: LabelSchema, kind: RelationType, *, selected: bool) -> str:
        if selected:
            keys = [shown(key) for label, key in self._controller.label_keys.items() if label in kind.range]
            words = translate("Hints", "{keys} tags the selected words and links them, Esc to stop")
            return f"{self._lead}: {words.format(keys=one_of(['Enter', *keys]))}"
        first = translate("Hints", "select the words of a mention and press Enter")
        if self._found:
            first = translate("Hints", "press the letter shown on a mention")
        parts = [first]
        parts += [f"{v.key} {inside(v.choice.title)}" for v in linking.value_keys(kind)]
        skip, stop = translate("Hints", "Tab skips, Esc ends"), translate("Hints", "Esc to stop")
        parts.append(skip if self._asking else stop)
        return f"{self._lead}: {', '.join(parts)}"

    # --- keys ------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the mode's own keys before shortcuts and caret see them; mark where a click comes from."""
        kind = event.type()
        if watched is self._pane and isinstance(event, QKeyEvent):
            self._pointing = False
            if kind == QEvent.Type.ShortcutOverride and self._is_mine(event):
                event.accept()
                return True
            if kind == QEvent.Type.KeyPress and self._is_mine(event):
                self._press(event)
                return True
        elif watched is self._pane and isinstance(event, QFocusEvent) and kind == QEvent.Type.FocusOut:
            if event.reason() not in PASSING:
                self._end(End.STOPPED)
        elif kind == QEvent.Type.MouseButtonRelease:
            self._pointing = True
        elif kind == QEvent.Type.MouseButtonPress:
            self._pointing = False
        return super().eventFilter(watched, event)

    def _is_mine(self, event: QKeyEvent) -> bool:
        if event.modifiers() & ~_PLAIN:
            return False
        key = event.key()
        if key in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Backspace):
            return True
        if key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            return self._asking
        text = typed(event)
        return text.isalpha() or text.isdigit()  # with Shift, too: that is how a French keyboard writes digits

    def _press(self, event: QKeyEvent) -> None:
        stay = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        key, text = event.key(), typed(event).lower()
        selected = self._pane.selection() is not None
        if key == Qt.Key.Key_Escape:
            if selected:
                self._pane.clear_selection()
            else:
                self._end(End.STOPPED)
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self._end(End.BACK if stay or key == Qt.Key.Key_Backtab else End.SKIPPED)
        elif event.isAutoRepeat():
            return
        elif key == Qt.Key.Key_Backspace:
            self._take_away()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if selected:
                self._tag_and_link("", stay=stay)
            elif self._found:
                self._take(self._found[0].item.id, stay=stay)
        elif text.isdigit():
            self._digit(text)
        elif selected:
            self._by_label(text, stay=stay)
        else:
            chosen = next((c for c in self._found if c.letter == text), None)
            if chosen is not None:
                self._take(chosen.item.id, stay=stay)

    def _digit(self, text: str) -> None:
        kind, span = self._kind, self._span
        if kind is None or span is None:
            return
        value = next((v for v in linking.value_keys(kind) if v.key == text), None)
        if value is None:
            self.other_slot.emit(text)
            return
        choice = value.choice.value
        self._do(lambda view, schema: gestures.set_alternative(view, schema, span, kind.name, choice), stay=False)

    def _by_label(self, text: str, *, stay: bool) -> None:
        schema, kind = self._controller.schema, self._kind
        if schema is None or kind is None:
            return
        keys = self._controller.label_keys
        label = next((name for name, key in keys.items() if key.lower() == text and name in kind.range), None)
        if label is not None:
            self._tag_and_link(label, stay=stay)

    def _tag_and_link(self, label: str, *, stay: bool) -> None:
        schema, kind, span = self._controller.schema, self._kind, self._span
        if schema is None or kind is None or span is None:
            return
        enabled = {x.name for x in schema.enabled_labels}
        wanted = label or next((x for x in kind.range if x in enabled), "")
        fragment = self._controller.fragment_for(wanted)
        if fragment is None:
            return

        def make(view: ArticleView, schema: LabelSchema) -> Step:
            return gestures.tag_and_link(view, schema, kind.name, span, (fragment,), label=wanted)

        self._do(make, stay=stay)

    def _take(self, item: int, *, stay: bool) -> None:
        """Link to a mention; a suggestion is accepted by it."""
        kind, span = self._kind, self._span
        if kind is None or span is None:
            return

        def make(view: ArticleView, schema: LabelSchema) -> Step:
            if view.span(SpanId(item)) is not None:
                return gestures.link(view, schema, kind.name, span, SpanId(item))
            return gestures.accept_and_link(view, schema, kind.name, span, SuggestionId(item))

        self._do(make, stay=stay)

    def _take_away(self) -> None:
        """Take away the value, or the link made last."""
        view, kind, span = self._controller.view, self._kind, self._span
        if view is None or kind is None or span is None:
            return
        mine = [r for r in view.relations if r.type == kind.name and r.source == span]
        if mine:
            self._do(lambda view, schema: gestures.unlink(view, mine[-1].id, schema=schema), stay=True)
        elif kind.alternative_attribute:
            self._do(lambda view, schema: gestures.set_alternative(view, schema, span, kind.name, None), stay=True)

    def _do(self, make: Make, *, stay: bool) -> None:
        span = self._span
        self._busy = True
        try:
            step = self._controller.do(make)
            if step is not None:
                self._pane.clear_selection()
                # Nothing may follow this span elsewhere while it is being reloaded.
                self._controller.reload(span)
        finally:
            self._busy = False
        if step is None or self._kind is None:
            return
        if stay:
            self._refresh()
        else:
            self._end(End.FILLED)

    # --- the pointer -----------------------------------------------------------------------

    def _clicked(self, item: int) -> None:
        """Link to the mention that was clicked; a click on anything else changes nothing."""
        kind, span = self._kind, self._span
        if kind is None or span is None or self._busy:
            return
        found = self._pane.item(item)
        if found is not None and item != span and found.label in kind.range:
            self._take(item, stay=False)
        elif self._pane.current != span:
            self._pane.set_current(span, reveal=False)
