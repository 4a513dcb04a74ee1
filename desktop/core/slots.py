"""The slots of a span: what can be said about it, under which digit, and in which order quick fill asks.

Claims (labels with a bracket) have their links first, then their attributes; other labels their attributes first. The
first nine have a digit. An attribute that only holds what stands for a missing link belongs to that link's slot.
"""

from __future__ import annotations

from dataclasses import dataclass

from annotation_schema.model import AttributeValue, Span
from annotation_schema.schema import AttributeKind, AttributeSpec, Cue, Label, LabelSchema, RelationType
from desktop.core.view import ArticleView

_CHOOSING = (AttributeKind.ENUM, AttributeKind.BOOLEAN)


@dataclass(frozen=True, slots=True)
class Slot:
    """One slot: either a relation type or an attribute; ``digit`` is "" beyond the ninth."""

    digit: str
    relation: RelationType | None = None
    attribute: AttributeSpec | None = None

    @property
    def name(self) -> str:
        """The schema's name of what fills it; relation types are written in capitals there by custom."""
        return self.relation.name if self.relation else self.attribute.name if self.attribute else ""

    @property
    def title(self) -> str:
        """What it is called on screen."""
        return self.relation.title if self.relation else self.attribute.title if self.attribute else ""


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


def slots_of(schema: LabelSchema, label_name: str) -> tuple[Slot, ...]:
    """Return the slots of a label in the order of their digits; none for a label that is not in the schema."""
    label = schema.label(label_name)
    if label is None:
        return ()
    links = [(r, None) for r in relation_types(schema, label.name)]
    values = [(None, a) for a in attribute_specs(schema, label)]
    ordered = [*links, *values] if label.cue is Cue.BRACKET else [*values, *links]
    return tuple(Slot(str(n) if n <= 9 else "", r, a) for n, (r, a) in enumerate(ordered, 1))


def value_of(view: ArticleView, span: Span, slot: Slot) -> AttributeValue | None:
    """Return an attribute slot's value, or what stands for a link; None if there is none."""
    name = slot.attribute.name if slot.attribute else slot.relation.alternative_attribute if slot.relation else ""
    value = span.attributes.get(name)
    return None if value in ("", ()) else value


def is_filled(view: ArticleView, span: Span, slot: Slot) -> bool:
    """Say whether a slot has a link or a value."""
    if value_of(view, span, slot) is not None:
        return True
    return slot.relation is not None and any(r.type == slot.name and r.source == span.id for r in view.relations)


def quick_order(schema: LabelSchema, label_name: str) -> tuple[Slot, ...]:
    """Return what quick fill asks for: what is needed, then links that always have an answer, then what is usual.

    Among the usual ones those that a single key fills come first.
    """

    def rank(slot: Slot) -> int | None:
        if slot.attribute is not None:
            if slot.attribute.required:
                return 0
            return (2 if slot.attribute.kind in _CHOOSING else 3) if slot.attribute.usual else None
        if slot.relation is not None and (slot.relation.required or slot.relation.alternatives):
            return 1
        return None

    ranked = [(r, slot) for slot in slots_of(schema, label_name) if (r := rank(slot)) is not None]
    return tuple(slot for _, slot in sorted(ranked, key=lambda x: x[0]))


def to_fill(view: ArticleView, schema: LabelSchema, span: Span) -> tuple[Slot, ...]:
    """Return the slots that quick fill has to ask for at a span: those of ``quick_order`` that are empty."""
    return tuple(slot for slot in quick_order(schema, span.label) if not is_filled(view, span, slot))
