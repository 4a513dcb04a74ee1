"""What the right pane says about spans, as plain records made from an article's view; nothing here paints."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from annotation_schema.model import (
    AttributeValue,
    Relation,
    RelationId,
    Span,
    SpanId,
    SuggestedRelation,
    Suggestion,
    SuggestionId,
)
from annotation_schema.offsets import display_surface
from annotation_schema.schema import AttributeKind, AttributeSpec, Choice, Cue, Label, LabelSchema, RelationType
from annotation_schema.wording import translate
from desktop.core import linking
from desktop.core.slots import attribute_specs, relation_types
from desktop.core.view import ArticleView
from desktop.core.words import inside

ItemId = SpanId | SuggestionId
PILL_LENGTH = 34
SURE = 0.0
"""Candidates of at most this score (see ``linking``) are shown as likely: beside a reporting verb, and near."""


class PillKind(StrEnum):
    """How a pill looks: what it says is linked, a value, missing, or only suggested."""

    SPAN = "span"
    VALUE = "value"
    MISSING = "missing"
    SUGGESTED = "suggested"


@dataclass(frozen=True, slots=True)
class Pill:
    """A few words in a slot; ``label`` colours it; ``relation`` and ``target`` tell what it stands for."""

    text: str
    kind: PillKind
    label: str = ""
    relation: RelationId | None = None
    target: SpanId | None = None
    offered: ItemId | None = None  # of a suggested pill: what it would be linked to


@dataclass(frozen=True, slots=True)
class Slot:
    """One line of a card; ``relation`` names the relation type that it is about, if it is."""

    title: str
    pills: tuple[Pill, ...]
    relation: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """One span or open suggestion as the pane shows it."""

    id: ItemId
    label: str
    number: str  # “C2”; empty for labels that are not numbered
    meta: str  # “2 parts · direct quote”
    quote: str
    slots: tuple[Slot, ...]
    suggested: bool
    incomplete: bool
    aside: str = ""  # of a suggestion: what else is suggested, beside its links
    members: tuple[ItemId, ...] = ()  # of a card that stands for several mentions: all of them, in text order

    @property
    def lines(self) -> tuple[object, ...]:
        """What decides about its height at a width."""
        return self.quote, len(self.slots), bool(self.number), self.suggested


def shorten(text: str, length: int = PILL_LENGTH) -> str:
    """Return ``text`` on one line, at most ``length`` characters, an ellipsis for the rest."""
    flat = " ".join(text.split())
    return flat if len(flat) <= length else flat[: length - 1].rstrip() + "…"


def choice_title(choices: Iterable[Choice], value: str) -> str:
    """Return the title of an enum's value, or of a codebook's path ("economy/tax" is “Economy › Tax”)."""
    titles: list[str] = []
    level = tuple(choices)
    whole = next((c for c in level if c.value == value), None)
    if whole is not None:
        return whole.title
    for part in value.split("/"):
        found = next((c for c in level if c.value == part), None)
        if found is None:
            return value
        titles.append(found.title)
        level = found.children
    return " › ".join(titles)


def value_words(spec: AttributeSpec, value: AttributeValue) -> str:
    """Return an attribute's value for people."""
    if isinstance(value, tuple):
        return ", ".join(choice_title(spec.choices, v) for v in value)
    if spec.kind is AttributeKind.BOOLEAN:
        return inside(spec.title) if value else translate("Claims", "not {value}").format(value=inside(spec.title))
    return choice_title(spec.choices, value) if isinstance(value, str) else str(value)


def _places(view: ArticleView) -> list[object]:
    """Return what guesses depend on: which spans and suggestions stand where."""
    return [*((s.id, s.label, s.fragments) for s in view.spans), *(s.id for s in view.suggestions)]


class Cards:
    """Builds the cards of one view; keeps what several cards need."""

    def __init__(self, view: ArticleView, schema: LabelSchema, before: Cards | None = None) -> None:
        """Prepare for a view; ``before``: those of the last one, whose guesses hold where only values have changed.

        Where they may not hold, they stand until ``guess_anew``: finding them is not worth a frame's time.
        """
        self._view = view
        self._schema = schema
        self._kinds: dict[str, tuple[RelationType, ...]] = {}
        self._specs: dict[str, tuple[AttributeSpec, ...]] = {}
        known = before.guesses if before is not None and before.view.id == view.id else {}
        self._outdated = before is not None and not (known and _places(before.view) == _places(view))
        self._guesses: dict[tuple[ItemId, str], Pill | None] = known
        self._relations: dict[SpanId, list[Relation]] = {}
        for relation in view.relations:
            self._relations.setdefault(relation.source, []).append(relation)
        self._suggested: dict[SuggestionId, list[SuggestedRelation]] = {}
        for link in view.suggested_relations:
            self._suggested.setdefault(link.source, []).append(link)

    @property
    def view(self) -> ArticleView:
        """The view that the cards are of."""
        return self._view

    @property
    def outdated(self) -> bool:
        """Whether the guesses are those of an earlier view, or none were made yet."""
        return self._outdated

    def guess_anew(self) -> None:
        """Have guesses made from this view from now on."""
        self._outdated, self._guesses = False, {}

    @property
    def guesses(self) -> dict[tuple[ItemId, str], Pill | None]:
        """What was found out about empty links so far."""
        return self._guesses

    def of_label(self, label: Label, *, with_suggestions: bool = True) -> list[Card]:
        """Return the label's spans and open suggestions in text order."""
        numbered = label.cue is Cue.BRACKET
        cards: list[tuple[tuple[int, int, int], Card]] = []
        spans = [s for s in self._view.spans if s.label == label.name]
        for n, span in enumerate(spans, 1):
            card = self._of_span(span, label, f"{label.letter}{n}" if numbered else "")
            cards.append(((span.start, -span.end, 0), card))
        if with_suggestions:
            for suggestion in self._view.suggestions:
                if suggestion.label == label.name:
                    cards.append(((suggestion.start, -suggestion.end, 1), self._of_suggestion(suggestion)))
        cards.sort(key=lambda x: x[0])
        return [card for _, card in cards]

    def slots(self, span: Span) -> tuple[Slot, ...]:
        """Return the slots of the relation types that are filled or needed."""
        found: list[Slot] = []
        for kind in self._kinds_of(span.label):
            pills = self.pills(span, kind)
            # Where a value can stand for the span there is always an answer, so its absence is shown.
            if not pills and (kind.required or kind.alternatives):
                pills = (Pill(translate("Claims", "choose…"), PillKind.MISSING),)
            if pills:
                found.append(Slot(kind.title, pills, kind.name))
        return tuple(found)

    def pills(self, span: Span, kind: RelationType) -> tuple[Pill, ...]:
        """Return what fills one relation slot of a span: linked spans, or the value that stands for one."""
        found: list[Pill] = []
        for relation in self._relations.get(span.id, ()):
            target = self._view.span(relation.target)
            if relation.type == kind.name and target is not None:
                found.append(Pill(self.surface(target), PillKind.SPAN, target.label, relation.id, target.id))
        if kind.alternative_attribute:
            value = span.attributes.get(kind.alternative_attribute)
            if isinstance(value, str):
                found.append(Pill(choice_title(kind.alternatives, value), PillKind.VALUE))
        return tuple(found)

    def guess(self, span_id: ItemId, relation: str, *, now: bool = False) -> Pill | None:
        """Return what an empty link most likely leads to: what a pipeline suggests, else who speaks beside a verb.

        While the guesses are outdated only the one that is asked for ``now`` is made.
        """
        key = (span_id, relation)
        if self._outdated and not now:
            return self._guesses.get(key)
        if self._outdated or key not in self._guesses:
            span, kind = self._view.span(SpanId(span_id)), self._schema.relation(relation)
            item = self._likely(span, kind) if span is not None and kind is not None else None
            pill = None
            if item is not None:
                pill = Pill(f"{self.surface(item)}?", PillKind.SUGGESTED, item.label, offered=item.id)
            self._guesses[key] = pill
        return self._guesses[key]

    def _likely(self, span: Span, kind: RelationType) -> Span | Suggestion | None:
        view = self._view
        for link in view.suggested_relations:
            if link.type == kind.name and view.stands_for.get(link.source) == span.id:
                stands = view.stands_for.get(link.target)
                found = view.suggestion(link.target) or (view.span(stands) if stands is not None else None)
                if found is not None:
                    return found
        if not kind.alternatives or span.label not in kind.domain:
            return None
        best = next(iter(linking.candidates(view, self._schema, span.id, kind.name, limit=1)), None)
        return best.item if best is not None and best.by_verb and best.score <= SURE else None

    def _kinds_of(self, label: str) -> tuple[RelationType, ...]:
        if label not in self._kinds:
            self._kinds[label] = relation_types(self._schema, label)
        return self._kinds[label]

    def _specs_of(self, label: Label) -> tuple[AttributeSpec, ...]:
        if label.name not in self._specs:
            self._specs[label.name] = attribute_specs(self._schema, label)
        return self._specs[label.name]

    def surface(self, item: Span | Suggestion) -> str:
        """Return the words of a span, shortened for a pill."""
        return shorten(display_surface(self._view.article.text, item.fragments))

    def _of_span(self, span: Span, label: Label, number: str) -> Card:
        slots = list(self.slots(span))
        specs = self._specs_of(label)
        missing = any(k.required and not self.pills(span, k) for k in self._kinds_of(label.name))
        for spec in specs:
            if spec.required and span.attributes.get(spec.name) in (None, "", ()):
                missing = True
                slots.append(Slot(spec.title, (Pill(translate("Claims", "choose…"), PillKind.MISSING),)))
        parts = [translate("Claims", "%n part|%n parts", len(span.fragments))] if len(span.fragments) > 1 else []
        quote = " ".join(display_surface(self._view.article.text, span.fragments).split())
        return Card(
            id=span.id,
            label=span.label,
            number=number,
            meta=" · ".join([*parts, *self._values(span, specs)]),
            quote=quote,
            slots=tuple(slots),
            suggested=False,
            incomplete=missing,
        )

    def _of_suggestion(self, suggestion: Suggestion) -> Card:
        """Return what accepting it would make, as far as the pipeline says: parts, values, links."""
        quote = " ".join(display_surface(self._view.article.text, suggestion.fragments).split())
        label = self._schema.label(suggestion.label)
        pills: dict[str, list[Pill]] = {}
        for link in self._suggested.get(suggestion.id, ()):
            stands = self._view.stands_for.get(link.target)
            target = self._view.suggestion(link.target) or (self._view.span(stands) if stands is not None else None)
            if target is not None:
                pill = Pill(f"{self.surface(target)}?", PillKind.SUGGESTED, target.label, offered=target.id)
                pills.setdefault(link.type, []).append(pill)
        slots: list[Slot] = []
        for kind in self._kinds_of(suggestion.label):
            value = suggestion.attributes.get(kind.alternative_attribute) if kind.alternative_attribute else None
            if isinstance(value, str) and kind.name not in pills:
                pills[kind.name] = [Pill(f"{choice_title(kind.alternatives, value)}?", PillKind.SUGGESTED)]
            if kind.name in pills:
                slots.append(Slot(kind.title, tuple(pills[kind.name]), kind.name))
        parts = [translate("Claims", "%n part|%n parts", n)] if (n := len(suggestion.fragments)) > 1 else []
        values = self._values(suggestion, self._specs_of(label)) if label is not None else []
        return Card(
            id=suggestion.id,
            label=suggestion.label,
            number="",
            meta=" · ".join([translate("Claims", "suggested"), *parts, *values]),
            quote=quote,
            slots=tuple(slots),
            suggested=True,
            incomplete=False,
            aside=" · ".join([*parts, *values]),
        )

    def _values(self, item: Span | Suggestion, specs: Iterable[AttributeSpec]) -> list[str]:
        """Return the values that a card shows beside its number: neither texts nor numbers, nor what is not so."""
        values: list[str] = []
        for spec in specs:
            value = item.attributes.get(spec.name)
            if value in (None, "", (), False) or spec.kind in (AttributeKind.TEXT, AttributeKind.NUMBER):
                continue
            words = value_words(spec, value).rsplit(" › ", 1)[-1]
            values.append(inside(words) if spec.kind is AttributeKind.ENUM else words)
        return values


def grouped(cards: Iterable[Card], keys: Mapping[ItemId, str], current: ItemId | None) -> list[Card]:
    """Return one card for all mentions of the same thing, at the place of the first.

    ``keys``: the entity of each mention that has one; the others go together by their words. A group shows what is
    said about the current mention, if it is one of them.
    """
    groups: dict[str, list[Card]] = {}
    known: dict[str, str] = {}  # what is named by words of which another mention has an entity
    cards = list(cards)
    for card in cards:
        if keys.get(card.id):
            known.setdefault(card.quote.casefold(), f"id:{keys[card.id]}")
    for card in cards:
        words = card.quote.casefold()
        entity = keys.get(card.id, "")
        groups.setdefault(f"id:{entity}" if entity else known.get(words, words), []).append(card)
    return [_one_card(group, current) for group in groups.values()]


def _one_card(group: list[Card], current: ItemId | None) -> Card:
    accepted = [c for c in group if not c.suggested]
    shown = next((c for c in group if c.id == current), accepted[0] if accepted else group[0])
    if len(group) == 1:
        return replace(shown, members=(shown.id,))
    open_ones = len(group) - len(accepted)
    counts = [f"{len(group)}×"]
    if accepted and open_ones:
        counts.append(translate("Claims", "%n suggested|%n suggested", open_ones))
    if current is not None and current == shown.id:
        at = [c.id for c in group].index(current) + 1
        counts[0] = translate("Claims", "{n} of {total}").format(n=at, total=len(group))
    return replace(shown, meta=" · ".join(x for x in (*counts, shown.meta) if x), members=tuple(c.id for c in group))


def entity_keys(view: ArticleView, label: Label) -> dict[ItemId, str]:
    """Return the entity of each mention of a label: the value of its first attribute that is an id."""
    name = next((a.name for a in label.attributes if a.enabled and a.name.endswith("_id")), "")
    found: dict[ItemId, str] = {}
    for item in (*view.spans, *view.suggestions):
        value = item.attributes.get(name) if name and item.label == label.name else None
        if value is not None and value != "":
            found[item.id] = str(value)
    return found


def noted(view: ArticleView, schema: LabelSchema) -> list[Card]:
    """Return a card for each span that has a note, with the note as its words."""
    numbers: dict[str, int] = {}
    found: list[Card] = []
    for span in view.spans:
        numbers[span.label] = numbers.get(span.label, 0) + 1
        note = span.attributes.get("note")
        label = schema.label(span.label)
        if not isinstance(note, str) or not note.strip() or label is None:
            continue
        number = f"{label.letter}{numbers[span.label]}" if label.cue is Cue.BRACKET else label.letter
        words = shorten(display_surface(view.article.text, span.fragments), 60)
        found.append(Card(span.id, span.label, number, words, " ".join(note.split()), (), False, False))
    return found


def tab_title(label: Label, count: int) -> str:
    """Return “Claims 4”."""
    plural = label.title if label.title.endswith("s") else translate("Claims", "{label}s").format(label=label.title)
    return f"{plural} {count}" if count else plural


def label_counts(view: ArticleView) -> Mapping[str, int]:
    """Return the number of spans by label."""
    found: dict[str, int] = {}
    for span in view.spans:
        found[span.label] = found.get(span.label, 0) + 1
    return found
