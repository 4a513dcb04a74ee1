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
from desktop.core.actions import FIXED
from desktop.core.foreign.inventory import ARTICLE, Inventory, ValueCounts
from desktop.core.foreign.mapping import (
    AttributeTarget,
    EventTarget,
    LabelTarget,
    Mapping,
    Missing,
    RelationTarget,
)
from desktop.core.view import LabelMap

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ1234567890"
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


def propose(
    found: Inventory,
    schema: LabelSchema,
    label_map: LabelMap | None = None,
    *,
    types: Map[str, LabelTarget | None] | None = None,
) -> Mapping:
    """Return the mapping that fits by name: equal names first, then the label map of pipelines (PERSON, GPE, …).

    What has no counterpart gets one of its own name, which ``schema_with`` then creates. ``types``: where those go, if
    that is settled.
    """
    by_name = {_plain(x.name): x.name for x in schema.labels} | {_plain(x.title): x.name for x in schema.labels}
    piped = {_plain(name): entry for name, entry in (label_map or {}).items()}
    types = dict(types or {})
    for name in sorted(found.types.keys() - types.keys()):
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
        f"{kind}.{name}": AttributeTarget(_attribute_name(_specs(kind, types, schema), name))
        for kind, name in sorted(found.attributes)
        if kind in types or kind.startswith(ARTICLE)
    }
    relations: dict[str, RelationTarget | None] = {
        name: RelationTarget(_relation_name(name, schema)) for name in sorted(found.relations)
    }
    events: dict[str, EventTarget | None] = {}
    for name in sorted(found.events):
        roles = sorted({role for event, role, _ in found.roles if event == name})
        events[name] = EventTarget("", {role: RelationTarget(_relation_name(role, schema)) for role in roles})
    return Mapping("", Missing.CREATE, types, attributes, relations, events)


def completed(
    mapping: Mapping | None, found: Inventory, schema: LabelSchema, label_map: LabelMap | None = None
) -> Mapping:
    """Return a mapping with what it does not list but lets be created, as ``propose`` has it; None: all of that."""
    if mapping is not None and mapping.missing is Missing.LEAVE:
        return mapping
    rest = propose(found, schema, label_map)
    if mapping is None:
        return rest
    types = {**rest.types, **mapping.types}
    listed = {
        key: to
        for key, to in propose(found, schema, label_map, types=types).attributes.items()
        if f"*.{key.split('.', 1)[1]}" not in mapping.attributes
    }
    return replace(
        mapping,
        types=types,
        attributes={**listed, **mapping.attributes},
        relations={**rest.relations, **mapping.relations},
        events={**rest.events, **mapping.events},
    )


def _specs(kind: str, types: Map[str, LabelTarget | None], schema: LabelSchema) -> tuple[AttributeSpec, ...]:
    if kind == ARTICLE:
        return schema.article_attributes
    if kind.startswith(ARTICLE):
        relation = schema.relation(_relation_name(kind.removeprefix(ARTICLE), schema))
        return relation.attributes if relation is not None else ()
    target = types.get(kind)
    label = schema.label(target.label) if target is not None else None
    return (*(label.attributes if label is not None else ()), *SPAN_ATTRIBUTES)


def _attribute_name(specs: Sequence[AttributeSpec], name: str) -> str:
    for spec in specs:
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
    labels = {label.name: label for label in schema.labels}
    for target in mapping.types.values():
        if target is not None and target.label not in labels:
            labels[target.label] = _new_label(target.label, tuple(labels.values()))
    for kind, target in mapping.types.items():
        if target is not None and found.types[kind]:
            label = labels[target.label]
            most = None if found.in_parts[kind] else label.max_fragments
            labels[label.name] = replace(label, enabled=True, max_fragments=most)
    for (kind, name), counts in sorted(found.attributes.items()):
        target, to = mapping.types.get(_head(mapping, kind)), _may_grow(mapping, kind, name)
        if target is not None and to is not None and to.attribute not in {s.name for s in SPAN_ATTRIBUTES}:
            label = labels[target.label]
            labels[label.name] = replace(label, attributes=_with_attribute(label.attributes, to, counts))
    relations = _relations(schema, mapping, found)
    about = schema.article_attributes
    for (kind, name), counts in sorted(found.attributes.items()):
        to = _may_grow(mapping, kind, name)
        owner = mapping.relations.get(kind.removeprefix(ARTICLE)) if kind.startswith(ARTICLE) else None
        if to is not None and kind == ARTICLE:
            about = _with_attribute(about, to, counts)
        elif to is not None and owner is not None and owner.relation in relations:
            known = relations[owner.relation]
            relations[known.name] = replace(known, attributes=_with_attribute(known.attributes, to, counts))
    made = replace(schema, labels=tuple(labels.values()), relations=tuple(relations.values()), article_attributes=about)
    return schema if made == schema else made


def _relations(schema: LabelSchema, mapping: Mapping, found: Inventory) -> dict[str, RelationType]:
    relations = {kind.name: kind for kind in schema.relations}
    for name, ends in _ends(mapping, found).items():
        known = relations.get(name)
        if known is not None and known.alternative_attribute:
            # What stands for a link's missing end is a value of its source, which other labels do not have.
            ends = {(a, b) for a, b in ends if a in known.domain}
        domain = _joined(known.domain if known else (), {a for a, _ in ends})
        reach = _joined(known.range if known else (), {b for _, b in ends})
        if known is None:
            relations[name] = RelationType(name, _title(name), domain, reach)
        else:
            relations[name] = replace(known, domain=domain, range=reach, enabled=True)
    return relations


def attribute_target(mapping: Mapping, kind: str, name: str) -> AttributeTarget | None:
    """Return where an attribute goes; None if it is left out on purpose."""
    for key in (f"{kind}.{name}", f"*.{name}"):
        if key in mapping.attributes:
            return mapping.attributes[key]
    return AttributeTarget(safe_name(name))


def _may_grow(mapping: Mapping, kind: str, name: str) -> AttributeTarget | None:
    """Return where an attribute goes for which the schema may get what it lacks."""
    listed = mapping.attributes.keys() & {f"{kind}.{name}", f"*.{name}"}
    return attribute_target(mapping, kind, name) if listed or mapping.missing is Missing.CREATE else None


def _head(mapping: Mapping, kind: str) -> str:
    """Return the type whose spans stand for a type: that of the argument which becomes an event's span."""
    event = mapping.events.get(kind)
    return event.span if event is not None and event.span else kind


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
    # A label made by an import takes no key from an action; when the free ones are gone, it goes without.
    taken = {key for spec in FIXED for key in spec.shortcuts}
    taken |= {label.key for label in known} | {label.letter for label in known if label.key}
    key = next((c for c in (*name.upper(), *_LETTERS) if c in _LETTERS and not {c, f"Shift+{c}"} & taken), "")
    letter = key or name[:1].upper()
    light, dark = _COLOURS[len(known) % len(_COLOURS)]
    cue = (Cue.UNDERLINE, Cue.WAVY, Cue.DOUBLE_UNDERLINE)[len(known) % 3]
    return Label(name, _title(name), key, light, dark, cue, letter)


def _with_attribute(
    specs: tuple[AttributeSpec, ...], to: AttributeTarget, counts: ValueCounts
) -> tuple[AttributeSpec, ...]:
    values = sorted({to.values.get(value, value) for value in counts.values})
    known = next((s for s in specs if s.name == to.attribute), None)
    if known is None:
        return (*specs, _new_attribute(to, values, counts))
    if known.kind is not AttributeKind.ENUM or counts.free:
        return specs
    there = {_plain(x) for choice in known.choices for x in (choice.value, choice.title)}
    new = tuple(
        Choice(value.strip(), value.strip()) for value in values if value.strip() and _plain(value) not in there
    )
    return tuple(replace(s, choices=(*s.choices, *new)) if s is known else s for s in specs)


def _new_attribute(to: AttributeTarget, values: Sequence[str], counts: ValueCounts) -> AttributeSpec:
    name = to.attribute
    if counts.kinds == {bool} and not to.values:
        return AttributeSpec(name, _title(name), AttributeKind.BOOLEAN)
    if counts.kinds <= {int, float} and not to.values:
        return AttributeSpec(name, _title(name), AttributeKind.NUMBER)
    choices = tuple(Choice(value, value) for value in dict.fromkeys(v.strip() for v in values) if value)
    if counts.several and choices and not counts.free:
        return AttributeSpec(name, _title(name), AttributeKind.ENUM, choices, multiple=True)
    return AttributeSpec(name, _title(name), AttributeKind.TEXT)


def labels_of(mapping: Mapping) -> Map[str, str]:
    """Return our label for each type that has one."""
    return {kind: target.label for kind, target in mapping.types.items() if target is not None}
