"""The label map: which label (and attributes) of the project stands for which label of a pipeline.

JSON form, one entry a pipeline label: ``{"PERSON": ["ACTOR", {"type": "person"}], "GPE": ["LOCATION", {}]}``. The
worker's roles are entries, too, and point to relation types: ``{"claimant": ["CLAIMANT", {}]}``.
What is not listed is not suggested. The default is ``resources/label-maps/spacy.json``; each
project keeps its own copy, which can be changed.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import cast

from annotation_schema.model import Attributes, AttributeValue
from annotation_schema.schema import AttributeKind, AttributeSpec, LabelSchema
from annotation_schema.wording import translate
from desktop.core.errors import AppError, ErrorCode
from desktop.core.resources import resource_path
from desktop.core.view import LabelMap


def default_label_map() -> LabelMap:
    """Return the map that a new project gets."""
    return parse(json.loads(resource_path("label-maps", "spacy.json").read_text(encoding="utf-8")))


def key(pipeline: str) -> str:
    """Return the key among a project's settings of a pipeline's own label map; without one the project's is used."""
    return f"labels.{pipeline}"


def parse(value: object) -> LabelMap:
    """Return the map in its JSON form; raises AppError (usage) with a sentence that names the entry."""
    if not isinstance(value, Mapping):
        raise _refused(translate("Prelabel", "it is not a JSON object"))
    built: dict[str, tuple[str, Attributes]] = {}
    for name, entry in cast(Mapping[object, object], value).items():
        if not isinstance(name, str) or not name:
            raise _refused(translate("Prelabel", "a pipeline label is empty or not text"))
        parts = list(cast(list[object], entry)) if isinstance(entry, list | tuple) else []
        if len(parts) != 2 or not isinstance(parts[0], str) or not isinstance(parts[1], Mapping):
            sentence = translate("Prelabel", "“{name}” is not of the form {form}")
            raise _refused(sentence.format(name=name, form="[label, {attribute: value}]"))
        attributes = cast(Mapping[object, object], parts[1])
        built[name] = (parts[0], {_name(name, k): _value(name, k, v) for k, v in attributes.items()})
    return built


def dump_text(label_map: LabelMap) -> str:
    """Return the JSON text of a label map, the same for equal ones."""
    return json.dumps(dump(label_map), ensure_ascii=False, sort_keys=True)


def dump(label_map: LabelMap) -> dict[str, list[object]]:
    """Return the JSON form."""
    return {
        name: [label, {k: list(v) if isinstance(v, tuple) else v for k, v in attributes.items()}]
        for name, (label, attributes) in label_map.items()
    }


def check(label_map: LabelMap, schema: LabelSchema) -> list[str]:
    """Return a sentence for each entry whose label (or relation type) or attributes the schema does not have."""
    found: list[str] = []
    for name, (target, attributes) in label_map.items():
        label = schema.label(target)
        if label is None and schema.relation(target) is not None:
            continue
        if label is None:
            found.append(
                translate(
                    "Prelabel", "Label map: “{name}” points to {label}, which the label schema does not have."
                ).format(name=name, label=target)
            )
            continue
        for key, value in attributes.items():
            spec = label.attribute(key)
            if spec is None:
                found.append(
                    translate(
                        "Prelabel", "Label map: “{name}” sets “{attribute}”, which {label} does not have."
                    ).format(name=name, attribute=key, label=target)
                )
            elif not takes(spec, value):
                found.append(
                    translate(
                        "Prelabel",
                        "Label map: “{name}” sets “{attribute}” to “{value}”, which is not one of its values.",
                    ).format(name=name, attribute=key, value=value)
                )
    return found


def restrict(label_map: LabelMap, schema: LabelSchema) -> LabelMap:
    """Return the part of the map that fits the schema: unknown labels, links and unfit attributes left out."""
    kept: dict[str, tuple[str, Attributes]] = {}
    for name, (target, attributes) in label_map.items():
        label = schema.label(target)
        if label is not None:
            specs = {a.name: a for a in label.attributes}
            fit = {k: v for k, v in attributes.items() if k in specs and takes(specs[k], v)}
            kept[name] = (target, fit)
        elif schema.relation(target) is not None:
            kept[name] = (target, {})
    return kept


def with_new_names(text: str) -> str:
    """Return a stored map of before with the names that the worker has learned since, where it knows claims."""
    stored = parse(json.loads(text))
    if "CLAIM" not in stored:
        return text
    learned: LabelMap = {"CUE": ("CUE", {}), "claimant": ("CLAIMANT", {}), "cue": ("CUE_OF", {})}
    return dump_text({**learned, **stored})


class ValueCheck:
    """Which values the attributes of a label take; codebooks are spread out once."""

    def __init__(self, specs: Sequence[AttributeSpec]) -> None:
        """Take a label's attributes."""
        self._specs = {a.name: a for a in specs}
        self._known: dict[str, frozenset[str]] = {}

    def allows(self, name: str, value: AttributeValue) -> bool:
        """Say whether there is such an attribute, switched on, that takes the value."""
        spec = self._specs.get(name)
        if spec is None or not spec.enabled or (isinstance(value, tuple) and not spec.multiple):
            return False
        if spec.kind not in (AttributeKind.ENUM, AttributeKind.HIERARCHY):
            return takes(spec, value)
        if name not in self._known:
            self._known[name] = frozenset(spec.values())
        return {*value} <= self._known[name] if isinstance(value, tuple) else value in self._known[name]

    def switched_off(self, name: str) -> bool:
        """Say whether the project does without an attribute that the schema has."""
        return name in self._specs and not self._specs[name].enabled


def takes(spec: AttributeSpec, value: AttributeValue) -> bool:
    """Say whether an attribute, switched on or not, has such a value."""
    values = value if isinstance(value, tuple) else (value,)
    match spec.kind:
        case AttributeKind.ENUM | AttributeKind.HIERARCHY:
            return {*values} <= set(spec.values())
        case AttributeKind.BOOLEAN:
            return isinstance(value, bool)
        case AttributeKind.NUMBER:
            return isinstance(value, int | float) and not isinstance(value, bool)
        case AttributeKind.TEXT | AttributeKind.DATE:
            return isinstance(value, str)


def _name(entry: str, key: object) -> str:
    if not isinstance(key, str):
        raise _refused(translate("Prelabel", "“{name}” has an attribute whose name is not text").format(name=entry))
    return key


def _value(entry: str, key: object, value: object) -> AttributeValue:
    if isinstance(value, str | bool | int | float):
        return value
    if isinstance(value, list | tuple):
        items = list(cast(list[object], value))
        if all(isinstance(i, str) for i in items):
            return tuple(cast(list[str], items))
    sentence = translate(
        "Prelabel", "“{name}”: the value of “{attribute}” is neither text, number, true or false nor a list of texts"
    )
    raise _refused(sentence.format(name=entry, attribute=key))


def _refused(what: str) -> AppError:
    return AppError(
        ErrorCode.USAGE,
        translate("Prelabel", "The label map cannot be used: {problem}.").format(problem=what),
        hint=translate("Prelabel", "See the default in resources."),
    )
