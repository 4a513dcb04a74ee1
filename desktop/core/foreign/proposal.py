"""A mapping proposed for a source, and the label schema with what the mapping creates."""

from __future__ import annotations

import re
from collections.abc import Mapping as Map
from collections.abc import Sequence
from dataclasses import replace

from annotation_schema.reserved import SPAN_ATTRIBUTES
from annotation_schema.schema import (
    AttributeKind,
    AttributeSpec,
    Choice,
    Colours,
    Cue,
    Label,
    LabelSchema,
    RelationType,
)
from desktop.core.foreign.inventory import Inventory, ValueCounts
from desktop.core.foreign.mapping import (
    AttributeTarget,
    EventTarget,
    LabelTarget,
    Mapping,
    Missing,
    RelationTarget,
)
from desktop.core.view import LabelMap

_KEYS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ1234567890"
_COLOURS: tuple[tuple[Colours, Colours], ...] = (  # ink and tint, light and dark; contrast as the default schema's
    (Colours("#8a3ffc", "#e9dcfd"), Colours("#c4a2ff", "#35244f")),
    (Colours("#9a5b00", "#f7e6c8"), Colours("#f0b35c", "#4a3920")),
    (Colours("#00695f", "#cdeee9"), Colours("#5fd3c4", "#123d38")),
    (Colours("#a2246b", "#f8dcea"), Colours("#f29ac6", "#4a2038")),
    (Colours("#2f5fb3", "#dbe7fa"), Colours("#8ab8f0", "#1f3557")),
    (Colours("#4f6b12", "#e4eecb"), Colours("#b7d36b", "#303d12")),
)


def safe_name(name: str) -> str:
    """Return a name that a label schema takes for a foreign one: letters, digits, - and _."""
    found = re.sub(r"[^A-Za-z0-9_-]+", "_", name.rsplit(".", 1)[-1]).strip("_-")
    return (found if found[:1].isalpha() else f"X{found}")[:64]


def _plain(name: str) -> str:
    return re.sub(r"[\W_]+", "", name).casefold()


def propose(found: Inventory, schema: LabelSchema, label_map: LabelMap | None = None) -> Mapping:
    """Return the mapping that fits by name: equal names first, then the label map of pipelines (PERSON, GPE, …).

    What has no counterpart gets one of its own name, which ``schema_with`` then creates.
    """
    by_name = {_plain(x.name): x.name for x in schema.labels} | {_plain(x.title): x.name for x in schema.labels}
    piped = {_plain(name): entry for name, entry in (label_map or {}).items()}
    types: dict[str, LabelTarget | None] = {}
    for name in sorted(found.types):
        last = _plain(name.rsplit(".", 1)[-1])
        if schema.label(name) is not None:
            types[name] = LabelTarget(name)
        elif last in by_name:
            types[name] = LabelTarget(by_name[last])
        elif last in piped and schema.label(piped[last][0]) is not None:
            types[name] = LabelTarget(*piped[last])
        else:
            types[name] = LabelTarget(safe_name(name))
    attributes: dict[str, AttributeTarget | None] = {
        f"{kind}.{name}": AttributeTarget(_attribute_name(types.get(kind), name, schema))
        for kind, name in sorted(found.attributes)
        if kind in types
    }
    relations: dict[str, RelationTarget | None] = {
        name: RelationTarget(_relation_name(name, schema)) for name in sorted(found.relations)
    }
    events: dict[str, EventTarget | None] = {}
    for name in sorted(found.events):
        roles = sorted({role for event, role, _ in found.roles if event == name})
        events[name] = EventTarget("", {role: RelationTarget(_relation_name(role, schema)) for role in roles})
    return Mapping("", Missing.CREATE, types, attributes, relations, events)


def _attribute_name(target: LabelTarget | None, name: str, schema: LabelSchema) -> str:
    label = schema.label(target.label) if target is not None else None
    for spec in (*(label.attributes if label is not None else ()), *SPAN_ATTRIBUTES):
        if _plain(name) in (_plain(spec.name), _plain(spec.title)):
            return spec.name
    return safe_name(name)


def _relation_name(name: str, schema: LabelSchema) -> str:
    for kind in schema.relations:
        if _plain(name) in (_plain(kind.name), _plain(kind.title)):
            return kind.name
    return safe_name(name)


def schema_with(schema: LabelSchema, mapping: Mapping, found: Inventory) -> LabelSchema:
    """Return the schema with all that the mapping names and the schema lacks; itself if that is nothing.

    Only adds: labels, attributes, choices of enums, relation types and the labels that may stand at their ends.
    """
    if mapping.missing is Missing.LEAVE:
        return schema
    labels = {label.name: label for label in schema.labels}
    for target in mapping.types.values():
        if target is not None and target.label not in labels:
            labels[target.label] = _new_label(target.label, tuple(labels.values()))
    for (kind, name), counts in sorted(found.attributes.items()):
        target, to = mapping.types.get(kind), attribute_target(mapping, kind, name)
        if target is not None and to is not None and to.attribute not in {s.name for s in SPAN_ATTRIBUTES}:
            labels[target.label] = _with_attribute(labels[target.label], to, counts)
    relations = {kind.name: kind for kind in schema.relations}
    for name, ends in _ends(mapping, found).items():
        known = relations.get(name)
        domain = _joined(known.domain if known else (), {a for a, _ in ends})
        reach = _joined(known.range if known else (), {b for _, b in ends})
        if known is None:
            relations[name] = RelationType(name, _title(name), domain, reach)
        else:
            relations[name] = replace(known, domain=domain, range=reach)
    made = replace(schema, labels=tuple(labels.values()), relations=tuple(relations.values()))
    return schema if made == schema else made


def attribute_target(mapping: Mapping, kind: str, name: str) -> AttributeTarget | None:
    """Return where an attribute goes; None if it is left out."""
    for key in (f"{kind}.{name}", f"*.{name}"):
        if key in mapping.attributes:
            return mapping.attributes[key]
    return AttributeTarget(safe_name(name)) if mapping.missing is Missing.CREATE else None


def _ends(mapping: Mapping, found: Inventory) -> dict[str, set[tuple[str, str]]]:
    """Return the pairs of labels that each of our relation types joins in the source."""
    ends: dict[str, set[tuple[str, str]]] = {}

    def note(to: RelationTarget | None, source: LabelTarget | None, target: LabelTarget | None) -> None:
        if to is not None and source is not None and target is not None:
            pair = (target.label, source.label) if to.reverse else (source.label, target.label)
            ends.setdefault(to.relation, set()).add(pair)

    for name, pairs in found.relations.items():
        for source, target in pairs:
            note(mapping.relations.get(name), mapping.types.get(source), mapping.types.get(target))
    for name, event in mapping.events.items():
        if event is None:
            continue
        roles = [(role, kind) for (at, role, kind) in found.roles if at == name]
        heads = [kind for role, kind in roles if role == event.span] if event.span else [name]
        for role, kind in roles:
            for head in heads:
                note(event.arguments.get(role), mapping.types.get(head), mapping.types.get(kind))
    return ends


def _joined(known: Sequence[str], more: set[str]) -> tuple[str, ...]:
    return (*known, *sorted(more - set(known)))


def _title(name: str) -> str:
    return name.replace("_", " ").replace("-", " ").strip().capitalize() or name


def _new_label(name: str, known: Sequence[Label]) -> Label:
    taken = {label.key for label in known}
    wanted = [c for c in name.upper() if c in _KEYS]
    key = next((c for c in (*wanted, *_KEYS) if c not in taken), "")
    letter = key or next(iter(wanted), "X")
    light, dark = _COLOURS[len(known) % len(_COLOURS)]
    cue = (Cue.UNDERLINE, Cue.WAVY, Cue.DOUBLE_UNDERLINE)[len(known) % 3]
    return Label(name, _title(name), key, light, dark, cue, letter)


def _with_attribute(label: Label, to: AttributeTarget, counts: ValueCounts) -> Label:
    values = sorted({to.values.get(value, value) for value in counts.values})
    known = label.attribute(to.attribute)
    if known is None:
        return replace(label, attributes=(*label.attributes, _new_attribute(to.attribute, values, counts)))
    if known.kind is not AttributeKind.ENUM or counts.free:
        return label
    there = {_plain(x) for choice in known.choices for x in (choice.value, choice.title)}
    new = tuple(
        Choice(value.strip(), value.strip()) for value in values if value.strip() and _plain(value) not in there
    )
    if not new:
        return label
    specs = tuple(replace(s, choices=(*s.choices, *new)) if s is known else s for s in label.attributes)
    return replace(label, attributes=specs)


def _new_attribute(name: str, values: Sequence[str], counts: ValueCounts) -> AttributeSpec:
    if counts.kinds == {bool}:
        return AttributeSpec(name, _title(name), AttributeKind.BOOLEAN)
    if counts.kinds <= {int, float}:
        return AttributeSpec(name, _title(name), AttributeKind.NUMBER)
    choices = tuple(Choice(value, value) for value in dict.fromkeys(v.strip() for v in values) if value)
    if counts.several and choices and not counts.free:
        return AttributeSpec(name, _title(name), AttributeKind.ENUM, choices, multiple=True)
    return AttributeSpec(name, _title(name), AttributeKind.TEXT)


def labels_of(mapping: Mapping) -> Map[str, str]:
    """Return our label for each type that has one."""
    return {kind: target.label for kind, target in mapping.types.items() if target is not None}
