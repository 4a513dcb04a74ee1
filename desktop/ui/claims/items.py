"""What the right pane says about spans, as plain records made from an article's view; nothing here paints."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from annotation_schema.model import AttributeValue, Relation, RelationId, Span, SpanId, Suggestion, SuggestionId
from annotation_schema.offsets import display_surface
from annotation_schema.schema import AttributeKind, AttributeSpec, Choice, Cue, Label, LabelSchema, RelationType
from desktop.core.view import ArticleView

ItemId = SpanId | SuggestionId
PILL_LENGTH = 34


class PillKind(StrEnum):
    """How a pill looks: what it says is linked, a value, missing, or only suggested."""

    SPAN = "span"
    VALUE = "value"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Pill:
    """A few words in a slot; ``label`` colours it; ``relation`` and ``target`` tell what it stands for."""

    text: str
    kind: PillKind
    label: str = ""
    relation: RelationId | None = None
    target: SpanId | None = None


@dataclass(frozen=True, slots=True)
class Slot:
    """One line of a card."""

    title: str
    pills: tuple[Pill, ...]


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
        return spec.title.lower() if value else f"not {spec.title.lower()}"
    return choice_title(spec.choices, value) if isinstance(value, str) else str(value)


def relation_types(schema: LabelSchema, label: str) -> tuple[RelationType, ...]:
    """Return the relation types that may start at a span of the label and are switched on."""
    enabled = {x.name for x in schema.enabled_labels}
    return tuple(
        r for r in schema.relations if r.enabled and label in r.domain and any(target in enabled for target in r.range)
    )


def attribute_specs(schema: LabelSchema, label: Label) -> tuple[AttributeSpec, ...]:
    """Return the attributes to edit: switched on, and not those that a relation's slot shows."""
    shown = {r.alternative_attribute for r in schema.relations if label.name in r.domain}
    return tuple(a for a in label.attributes if a.enabled and a.name not in shown)


class Cards:
    """Builds the cards of one view; keeps what several cards need."""

    def __init__(self, view: ArticleView, schema: LabelSchema) -> None:
        """Prepare for a view."""
        self._view = view
        self._schema = schema
        self._kinds: dict[str, tuple[RelationType, ...]] = {}
        self._specs: dict[str, tuple[AttributeSpec, ...]] = {}
        self._relations: dict[SpanId, list[Relation]] = {}
        for relation in view.relations:
            self._relations.setdefault(relation.source, []).append(relation)

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
                pills = (Pill("choose…", PillKind.MISSING),)
            if pills:
                found.append(Slot(kind.title, pills))
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
        values: list[str] = []
        missing = any(k.required and not self.pills(span, k) for k in self._kinds_of(label.name))
        for spec in self._specs_of(label):
            value = span.attributes.get(spec.name)
            if value is None or value == "" or value == ():
                if spec.required:
                    missing = True
                    slots.append(Slot(spec.title, (Pill("choose…", PillKind.MISSING),)))
            elif spec.kind not in (AttributeKind.TEXT, AttributeKind.NUMBER) and value is not False:
                words = value_words(spec, value).rsplit(" › ", 1)[-1]
                values.append(words.lower() if spec.kind is AttributeKind.ENUM else words)
        parts = [f"{len(span.fragments)} parts"] if len(span.fragments) > 1 else []
        quote = " ".join(display_surface(self._view.article.text, span.fragments).split())
        return Card(
            id=span.id,
            label=span.label,
            number=number,
            meta=" · ".join([*parts, *values]),
            quote=quote,
            slots=tuple(slots),
            suggested=False,
            incomplete=missing,
        )

    def _of_suggestion(self, suggestion: Suggestion) -> Card:
        quote = " ".join(display_surface(self._view.article.text, suggestion.fragments).split())
        return Card(suggestion.id, suggestion.label, "", "suggested", quote, (), suggested=True, incomplete=False)


def candidates(view: ArticleView, span: Span, kind: RelationType, *, limit: int = 24) -> list[Span]:
    """Return spans that the relation may lead to, nearest first, without those linked already."""
    linked = {r.target for r in view.relations if r.source == span.id and r.type == kind.name}
    allowed = set(kind.range)
    found = [s for s in view.spans if s.label in allowed and s.id != span.id and s.id not in linked]

    def distance(other: Span) -> int:
        if other.end <= span.start:
            return span.start - other.end
        return max(0, other.start - span.end)

    found.sort(key=lambda s: (distance(s), s.start))
    return found[:limit]


def tab_title(label: Label, count: int) -> str:
    """Return “Claims 4”."""
    plural = label.title if label.title.endswith("s") else f"{label.title}s"
    return f"{plural} {count}" if count else plural


def label_counts(view: ArticleView) -> Mapping[str, int]:
    """Return the number of spans by label."""
    found: dict[str, int] = {}
    for span in view.spans:
        found[span.label] = found.get(span.label, 0) + 1
    return found
