"""Filling the slots of the current card: one by its digit, or by quick fill slot after slot.

A link is asked for by link mode, a value by the picker beside the slot; each answer is one step, saved at once.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeyEvent

from annotation_schema.model import OriginKind, Span, SpanId
from annotation_schema.schema import AttributeKind, Cue
from annotation_schema.wording import translate
from desktop.core.edits import AddSpan, Step
from desktop.core.slots import Slot, is_filled, quick_order, slots_of, to_fill, value_of
from desktop.core.value_search import used_here
from desktop.core.words import inside
from desktop.ui.article.pane import ArticlePane
from desktop.ui.claims.asking import End
from desktop.ui.claims.panel import CardsPanel
from desktop.ui.claims.picker import Question, ValuePicker
from desktop.ui.controller import Controller
from desktop.ui.linking import LinkMode
from desktop.ui.theme import Look


class QuickFill(QObject):
    """For one window. ``automatic`` says whether a claim just tagged is asked about at once."""

    def __init__(
        self, controller: Controller, pane: ArticlePane, cards: CardsPanel, look: Look, automatic: Callable[[], bool]
    ) -> None:
        """Belong to a controller, its pane and its cards; nothing is asked."""
        super().__init__(pane)
        self._controller = controller
        self._pane = pane
        self._cards = cards
        self._automatic = automatic
        self.links = LinkMode(controller, pane)
        self.picker = ValuePicker(cards, look, pane)
        self._span: SpanId | None = None
        self._slot: Slot | None = None
        self._order: tuple[Slot, ...] = ()
        """What quick fill asks for; empty while a single slot is filled."""
        self._fresh: SpanId | None = None
        self._answering = False
        self.links.ended.connect(self._ended)
        self.links.other_slot.connect(self.fill_slot)
        self.picker.ended.connect(self._ended)
        self.picker.chosen.connect(self._chosen)
        self.picker.moved.connect(self._moved)
        controller.stepped.connect(self._stepped)
        controller.shown.connect(self._follow)
        controller.opened.connect(self.stop)

    @property
    def asked(self) -> Slot | None:
        """The slot that is asked for."""
        return self._slot

    def stop(self, *_: object) -> None:
        """Ask for nothing any more."""
        self._fresh = None
        self._close()

    def _close(self) -> None:
        if self._slot is None:
            return
        self._slot, self._order = None, ()
        self.links.leave()
        self.picker.leave()
        self._cards.ask("")

    # --- beginning -------------------------------------------------------------------------

    def fill_slot(self, digit: str) -> None:
        """Ask for one slot of the current span; a yes-or-no is turned over at once."""
        span, schema = self._controller.current_span(), self._controller.schema
        if span is None or schema is None or self._controller.in_past:
            return
        slot = next((s for s in slots_of(schema, span.label) if s.digit == digit), None)
        if slot is None:
            self._controller.hint.emit(translate("Hints", "This card has no slot {digit}.").format(digit=digit))
            return
        self._fill(span, slot)

    def fill_named(self, name: str) -> None:
        """Ask for the slot of the current span that a relation type or an attribute of that name fills."""
        span, schema = self._controller.current_span(), self._controller.schema
        if span is not None and schema is not None and not self._controller.in_past:
            slot = next((s for s in slots_of(schema, span.label) if s.name == name), None)
            if slot is not None:
                self._fill(span, slot)

    def _fill(self, span: Span, slot: Slot) -> None:
        self._close()
        self._span = span.id
        if slot.attribute is not None and slot.attribute.kind is AttributeKind.BOOLEAN:
            value = None if span.attributes.get(slot.name) is True else True
            self._controller.set_attribute(span.id, slot.name, value)
            return
        self._ask(slot)

    def start(self) -> None:
        """Ask for what is missing on the current span, slot after slot."""
        span, schema, view = self._controller.current_span(), self._controller.schema, self._controller.view
        if span is None or schema is None or view is None or self._controller.in_past:
            return
        if not to_fill(view, schema, span):
            words = translate("Hints", "Nothing is missing on {name}. 1 to 9 change a slot.")
            self._controller.hint.emit(words.format(name=self._name(span)))
            return
        self._close()
        self._span = span.id
        self._order = quick_order(schema, span.label)
        self._go_on(0, 1)

    def _stepped(self, step: Step) -> None:
        """Note a claim that was tagged by hand: it is asked about as soon as it is shown."""
        self._fresh = None
        schema = self._controller.schema
        if self._answering or schema is None or len(step.parts) != 1 or not self._automatic():
            return
        match step.parts[0].edits:
            case (AddSpan(span),) if span.origin.kind is OriginKind.MANUAL:
                label = schema.label(span.label)
                if label is not None and label.cue is Cue.BRACKET:
                    self._fresh = span.id
            case _:
                pass

    def _follow(self) -> None:
        """Stop where the span is no longer current; begin where one was just tagged."""
        view = self._controller.view
        if self._fresh is not None and self._pane.current == self._fresh and view is not None:
            if view.span(self._fresh) is not None:
                self._fresh = None
                self.start()
            return
        # Link mode sees for itself whether it goes on: it knows clicks on mentions from turning away.
        if self._slot is None or self._answering or self._span is None or self.links.kind is not None:
            return
        span = view.span(self._span) if view is not None else None
        if span is None or self._pane.current != self._span:
            self._close()
        elif self.picker.question is not None and view is not None:
            value = value_of(view, span, self._slot)
            if value != self.picker.question.value:  # undone, for example
                self._ask(self._slot)

    # --- asking ----------------------------------------------------------------------------

    def _name(self, span: Span) -> str:
        schema = self._controller.schema
        label = schema.label(span.label) if schema else None
        return self._pane.number_of(span.id) or (label.title if label else span.label)

    def _current(self) -> Span | None:
        view = self._controller.view
        return view.span(self._span) if view is not None and self._span is not None else None

    def _ask(self, slot: Slot) -> None:
        span, view = self._current(), self._controller.view
        if span is None or view is None:
            self._close()
            return
        self._slot = slot
        asking = bool(self._order)
        place = self._cards.ask(slot.name)
        if slot.relation is not None:
            self.picker.leave()
            self._slot = slot
            if not self.links.start(span.id, slot.relation, name=self._name(span), asking=asking):
                self._close()
        elif slot.attribute is not None:
            self.links.leave()
            self._slot = slot
            spec = slot.attribute
            self._controller.hint.emit(self._words(span, slot, asking=asking))
            first = used_here(view, span.label, spec.name)
            self.picker.ask(Question(spec, value_of(view, span, slot), first, asking), place)

    def _words(self, span: Span, slot: Slot, *, asking: bool) -> str:
        skip, clear = translate("Hints", "Tab skips, Esc ends"), translate("Hints", "Backspace clears, Esc to stop")
        end = skip if asking else clear
        return f"{self._name(span)} → {slot.title}: {end}"

    def _go_on(self, index: int, step: int) -> None:
        """Ask for the next slot that is empty, or going back for the one before, whatever it holds."""
        span, view = self._current(), self._controller.view
        while span is not None and view is not None and 0 <= index < len(self._order):
            slot = self._order[index]
            if step < 0 or not is_filled(view, span, slot):
                self._ask(slot)
                return
            index += step
        if index < 0 and self._slot is not None:
            self._ask(self._slot)
            return
        self._finish(span)

    def _finish(self, span: Span | None) -> None:
        view, schema = self._controller.view, self._controller.schema
        self._close()
        self._pane.setFocus(Qt.FocusReason.OtherFocusReason)
        if span is not None and view is not None and schema is not None:
            rest = [inside(s.title) for s in to_fill(view, schema, span)]
            words = translate("Hints", "{name}: all filled in.")
            if rest:
                words = translate("Hints", "{name}: {slots} left open; F asks again.")
            self._controller.hint.emit(words.format(name=self._name(span), slots=", ".join(rest)))

    # --- answers ---------------------------------------------------------------------------

    def _chosen(self, value: object, stay: bool) -> None:
        slot, span = self._slot, self._span
        if slot is None or span is None:
            return
        self._answering = True
        try:
            self._controller.set_attribute(span, slot.name, value)  # pyright: ignore[reportArgumentType]
        finally:
            self._answering = False
        if self._slot is not slot:  # the article is gone
            return
        if stay:
            self._ask(slot)
        else:
            self._ended(End.FILLED)

    def _ended(self, why: End) -> None:
        """Go on after a slot."""
        slot, order = self._slot, self._order
        if slot is None:
            return
        self._cards.ask("")
        if not order or why is End.STOPPED:
            focused = why is not End.STOPPED or self._pane.window().focusWidget() is None or self._pane.hasFocus()
            self._close()
            self._controller.hint.emit("")
            if focused:
                self._pane.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        step = -1 if why is End.BACK else 1
        self._go_on(order.index(slot) + step, step)

    def _moved(self, event: QKeyEvent) -> None:
        """Give a motion that ended the picker to the article."""
        self._pane.setFocus(Qt.FocusReason.OtherFocusReason)
        self._pane.keyPressEvent(event)
