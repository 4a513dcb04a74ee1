"""Applies a mapping to a foreign record: an ``ArticleRecord`` with labels of the project, and what did not fit."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from annotation_schema import ids
from annotation_schema.model import (
    AnnotationSet,
    ArticleRecord,
    Attributes,
    AttributeValue,
    Origin,
    OriginKind,
    Relation,
    RelationId,
    Span,
    SpanId,
    Status,
)
from annotation_schema.reserved import ARTICLE_ATTRIBUTES, NOTE
from annotation_schema.schema import AttributeKind, AttributeSpec, LabelSchema, RelationType
from annotation_schema.values import attribute_problem
from annotation_schema.wording import translate
from desktop.core.foreign import layers
from desktop.core.foreign.inventory import ARTICLE
from desktop.core.foreign.mapping import AttributeTarget, EventTarget, LabelTarget, Mapping, RelationTarget
from desktop.core.foreign.model import (
    ForeignEvent,
    ForeignRecord,
    ForeignRelation,
    ForeignSet,
    ForeignSpan,
    Value,
    word,
)
from desktop.core.foreign.proposal import attribute_target

_WHOLE = re.compile(r"[+-]?\d{1,400}", re.ASCII)


def apply(
    record: ForeignRecord, mapping: Mapping, schema: LabelSchema, *, format: str, annotator: str, now: str
) -> tuple[ArticleRecord, list[Remark]]:
    """Return the record in the project's terms, and a remark on each thing that has no place there.

    ``format`` is noted in the origin of each span; ``annotator`` stands where the source names nobody; ``now`` is the
    time of the import (ISO 8601, UTC). Ids that are ours are kept.
    """
    remarks: dict[Remark, None] = {}
    sets = tuple(_Set(held, mapping, schema, format, now, remarks).made(annotator) for held in record.sets)
    return ArticleRecord(record.article, sets), list(remarks)


@dataclass(frozen=True, slots=True)
class Remark:
    """A sentence on what was left out; ``general``: it holds for all of its kind, and is worth telling once."""

    sentence: str
    general: bool


@dataclass
class _Set:
    held: ForeignSet
    mapping: Mapping
    schema: LabelSchema
    format: str
    now: str
    remarks: dict[Remark, None]
    spans: dict[str, Span] = field(default_factory=dict[str, Span])
    relations: list[Relation] = field(default_factory=list[Relation])

    def made(self, annotator: str) -> AnnotationSet:
        events = {event.key: event for event in self.held.events}
        given = self._given(events)
        for span in self.held.spans:
            made = self._span(span, given.get(span.key, ()))
            if made is not None:
                self.spans[span.key] = made
        for relation in self.held.relations:
            target = self._relation_target(relation.type)
            if target is not None:
                self._link(target, relation.source, relation.target, relation)
        for event in self.held.events:
            self._event(event, events)
        status = self.held.status or (Status.STARTED if self.spans else Status.TODO)
        spans = tuple(sorted(self.spans.values(), key=lambda s: (s.start, -s.end, s.id)))
        relations = tuple(sorted(self.relations, key=lambda r: r.id))
        return AnnotationSet(self.held.annotator or annotator, status, self._about(), spans, relations)

    def _about(self) -> Attributes:
        values: dict[str, AttributeValue] = {}
        for name, value in self.held.values.items():
            to = attribute_target(self.mapping, ARTICLE, name)
            if to is not None:
                self._put(values, (*self.schema.article_attributes, *ARTICLE_ATTRIBUTES), to, value, name)
        return values

    # --- spans -----------------------------------------------------------------------------

    def _label(self, kind: str) -> LabelTarget | None:
        if kind in self.mapping.types:
            target = self.mapping.types[kind]
            if target is None:
                return None
        else:
            target = LabelTarget(kind)
        if self.schema.label(target.label) is None:
            sentence = translate(
                "Import", "The project has no label “{label}” (for “{type}”); such spans are left out."
            )
            self._tell(sentence.format(label=target.label, type=kind))
            return None
        return target

    def _span(self, span: ForeignSpan, events: Sequence[ForeignEvent]) -> Span | None:
        target = self._label(span.type)
        if target is None:
            return None
        label = self.schema.label(target.label)
        assert label is not None
        if label.max_fragments is not None and len(span.fragments) > label.max_fragments:
            sentence = translate("Import", "{key} has {n} parts; {label} takes {most}. It is left out.")
            words = sentence.format(key=span.key, n=len(span.fragments), label=label.title, most=label.max_fragments)
            self._tell(words, general=False)
            return None
        values: dict[str, AttributeValue] = dict(target.attributes)
        given = [(span.type, name, value) for name, value in span.values.items()]
        given += [(event.type, name, value) for event in events for name, value in event.values.items()]
        for kind, name, value in given:
            to = attribute_target(self.mapping, kind, name)
            if to is not None:
                self._put(values, (*label.attributes, NOTE), to, value, span.key)
        if span.note:
            values.setdefault(NOTE.name, span.note)
        details = {"format": self.format, **span.kept}
        if layers.ANNOTATION in details or layers.GROUPS in details:
            details[layers.MADE] = layers.made(label.name, values)
        origin = Origin(OriginKind.IMPORTED, details)
        number = ids.parse_id(span.key)
        made = SpanId(number if number is not None else ids.new_id())
        return Span(made, label.name, span.fragments, values, origin, self.now, self.now)

    def _put(
        self,
        values: dict[str, AttributeValue],
        specs: Iterable[AttributeSpec],
        to: AttributeTarget,
        value: Value,
        key: str,
    ) -> None:
        spec = next((s for s in specs if s.name == to.attribute), None)
        if spec is None:
            sentence = translate("Import", "There is no attribute “{attribute}” for it; its values are left out.")
            self._tell(sentence.format(attribute=to.attribute))
            return
        fitting = _fitted(spec, _renamed(value, to))
        problem = attribute_problem(spec, fitting, spec.title)
        if problem is None:
            values[spec.name] = fitting
        else:
            self._tell(f"{key}: {problem}", general=False)

    # --- links -----------------------------------------------------------------------------

    def _relation_target(self, name: str) -> RelationTarget | None:
        target = self.mapping.relations.get(name, RelationTarget(name))
        if target is not None and self.schema.relation(target.relation) is None:
            sentence = translate("Import", "The project has no relation “{relation}”; such links are left out.")
            self._tell(sentence.format(relation=target.relation))
            return None
        return target

    def _link(self, to: RelationTarget, source: str, target: str, given: ForeignRelation | None = None) -> None:
        if to.reverse:
            source, target = target, source
        first, second = self.spans.get(source), self.spans.get(target)
        if first is None or second is None:
            return  # an end was left out; that has been told
        kind = self.schema.relation(to.relation)
        assert kind is not None
        if first.label not in kind.domain or second.label not in kind.range:
            sentence = translate(
                "Import", "{relation} does not lead from {source} to {target}; such links are left out."
            )
            self._tell(sentence.format(relation=kind.title, source=first.label, target=second.label))
            return
        same = [r for r in self.relations if r.type == kind.name and r.source == first.id]
        there = next((r for r in same if r.target == second.id), None)
        if there is not None:
            if given is not None and self._values(given, kind) != there.attributes:
                sentence = translate(
                    "Import", "{key}: {relation} links the two already, with other values; it is left out."
                )
                self._tell(sentence.format(key=given.key, relation=kind.title), general=False)
            return
        if kind.max_per_source is not None and len(same) >= kind.max_per_source:
            sentence = translate("Import", "{key}: {relation} takes {most} at most; a further one is left out.")
            self._tell(sentence.format(key=source, relation=kind.title, most=kind.max_per_source), general=False)
            return
        number = ids.parse_id(given.key) if given is not None else None
        made = RelationId(number if number is not None else ids.new_id())
        values: Attributes = self._values(given, kind) if given is not None else {}
        self.relations.append(Relation(made, kind.name, first.id, second.id, values))

    def _values(self, given: ForeignRelation, kind: RelationType) -> Attributes:
        values: dict[str, AttributeValue] = {}
        for name, value in given.values.items():
            into = attribute_target(self.mapping, ARTICLE + given.type, name)
            if into is not None:
                self._put(values, kind.attributes, into, value, given.key)
        return values

    def _given(self, events: dict[str, ForeignEvent]) -> dict[str, list[ForeignEvent]]:
        """Return the events whose values each span takes over."""
        given: dict[str, list[ForeignEvent]] = {}
        for event in self.held.events:
            if event.values:
                for head in _heads(event, self.mapping.events.get(event.type), events):
                    given.setdefault(head, []).append(event)
        return given

    def _event(self, event: ForeignEvent, events: dict[str, ForeignEvent]) -> None:
        target = self.mapping.events.get(event.type)
        if target is None:
            return
        heads = _heads(event, target, events)
        if not heads:
            sentence = translate("Import", "{key}: {event} has no {role}; its links are left out.")
            self._tell(sentence.format(key=event.key, event=event.type, role=target.span), general=False)
        for role, key in event.arguments:
            to = target.arguments.get(role)
            if to is None or self.schema.relation(to.relation) is None:
                continue
            for head in heads:
                self._link(to, head, _place(key, events))

    def _tell(self, sentence: str, *, general: bool = True) -> None:
        self.remarks[Remark(sentence, general)] = None


def _place(key: str, events: dict[str, ForeignEvent]) -> str:
    """Return the span that a key means: that of an event is its trigger."""
    return events[key].trigger if key in events else key


def _heads(event: ForeignEvent, target: EventTarget | None, events: dict[str, ForeignEvent]) -> list[str]:
    """Return the spans that stand for an event."""
    if target is None or not target.span:
        return [event.trigger]
    return [_place(key, events) for role, key in event.arguments if role == target.span]


def _renamed(value: Value, to: AttributeTarget) -> Value:
    if isinstance(value, tuple):
        return tuple(to.values.get(one, one) for one in value)
    return to.values.get(word(value), value)


def _fitted(spec: AttributeSpec, value: Value) -> AttributeValue:
    """Return a value in the type that the attribute takes, where that is the same in other words."""
    if spec.multiple and not isinstance(value, tuple):
        value = (str(value),)
    if isinstance(value, tuple):
        return tuple(dict.fromkeys(_choice(spec, one) for one in value)) if spec.multiple else ", ".join(value)
    if spec.kind is AttributeKind.TEXT:
        return value if isinstance(value, str) else str(value).lower() if isinstance(value, bool) else str(value)
    if spec.kind is AttributeKind.BOOLEAN and isinstance(value, str):
        return {"true": True, "false": False, "yes": True, "no": False, "1": True, "0": False}.get(
            value.strip().lower(), value
        )
    if spec.kind is AttributeKind.NUMBER and isinstance(value, str):
        if _WHOLE.fullmatch(value):  # exactly: an id may have more digits than a float holds
            return int(value)
        try:
            number = float(value)
        except ValueError:
            return value
        return int(number) if number.is_integer() and "." not in value else number
    return _choice(spec, value) if isinstance(value, str) else value


def _choice(spec: AttributeSpec, value: str) -> str:
    """Return the choice that a word means: its value or its title, in whatever case."""
    if spec.kind is not AttributeKind.ENUM:
        return value
    word = value.strip().casefold()
    return next((c.value for c in spec.choices if word in (c.value.casefold(), c.title.casefold())), value.strip())
