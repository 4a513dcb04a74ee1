"""The mapping: what of a project's label schema stands for each type, attribute, relation and event of a source.

JSON form, ``pressmark-mapping/1``::

    {"format": "pressmark-mapping/1", "name": "PolNeAR", "missing": "create",
     "types": {"Source": {"label": "ACTOR", "attributes": {"type": "person"}}, "Attribution": null},
     "attributes": {"Source.role": {"attribute": "type", "values": {"p": "person"}}, "*.comment": null},
     "relations": {"said_by": {"relation": "CLAIMANT", "reverse": true}},
     "events": {"Attribution": {"span": "Content", "arguments": {"Source": {"relation": "CLAIMANT"}}}}}

Attributes of the article are "@.name", those of a relation "@said_by.name". ``null`` leaves something out on purpose.
An event becomes the span of its argument ``span`` (of its trigger if that is ""), linked to its other arguments.
What is listed and the project lacks is created. ``missing`` says what happens to what is not listed: "create" makes a
label, an attribute or a relation of its name, "leave" leaves it out, unless the project has one of its name.
"""

from __future__ import annotations

import json
from collections.abc import Mapping as Map
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import cast

from annotation_schema.model import AttributeValue
from annotation_schema.schema_fields import NAME
from annotation_schema.values import is_finite, shown
from annotation_schema.wording import translate
from desktop.core.errors import AppError, ErrorCode

FORMAT = "pressmark-mapping/1"


class Missing(StrEnum):
    """What happens to what a mapping does not list."""

    CREATE = "create"
    LEAVE = "leave"


@dataclass(frozen=True, slots=True)
class LabelTarget:
    """The label for a type, and values that follow from the type alone."""

    label: str
    attributes: Map[str, AttributeValue] = field(default_factory=dict[str, AttributeValue])


@dataclass(frozen=True, slots=True)
class AttributeTarget:
    """The attribute for an attribute, and other words for its values."""

    attribute: str
    values: Map[str, str] = field(default_factory=dict[str, str])


@dataclass(frozen=True, slots=True)
class RelationTarget:
    """The relation type for a relation or a role; ``reverse``: its source is our target."""

    relation: str
    reverse: bool = False


@dataclass(frozen=True, slots=True)
class EventTarget:
    """What becomes of an event: the role whose argument is our span, and links to the other arguments."""

    span: str
    arguments: Map[str, RelationTarget] = field(default_factory=dict[str, RelationTarget])


@dataclass(frozen=True, slots=True)
class Mapping:
    """See the module; attribute keys are "type.name", or "*.name" for any type."""

    name: str = ""
    missing: Missing = Missing.CREATE
    types: Map[str, LabelTarget | None] = field(default_factory=dict[str, LabelTarget | None])
    attributes: Map[str, AttributeTarget | None] = field(default_factory=dict[str, AttributeTarget | None])
    relations: Map[str, RelationTarget | None] = field(default_factory=dict[str, RelationTarget | None])
    events: Map[str, EventTarget | None] = field(default_factory=dict[str, EventTarget | None])


def load(path: Path) -> Mapping:
    """Read a mapping from its file. Raises AppError (file-unreadable, usage) with a sentence that names the place."""
    try:
        held: object = json.loads(path.read_text(encoding="utf-8-sig"), parse_constant=_no_number, parse_float=_number)
    except OSError as error:
        reason = error.strerror or str(error)
        sentence = translate("Import", "The mapping {path} cannot be read: {reason}.")
        raise AppError(ErrorCode.FILE_UNREADABLE, sentence.format(path=path, reason=reason)) from error
    except UnicodeDecodeError as error:
        raise _refused(str(path), translate("Import", "it is not UTF-8")) from error
    except RecursionError as error:
        raise _refused(str(path), translate("Import", "The JSON is nested too deeply.")) from error
    except ValueError as error:
        raise _refused(str(path), str(error)) from error
    return parse(held, name=path.name)


def parse(held: object, *, name: str) -> Mapping:
    """Return the mapping in its JSON form. Raises AppError (usage)."""
    top = _object(held, name, name)
    if top.get("format") != FORMAT:
        raise _refused(name, translate("Import", "“format” is not “{format}”").format(format=FORMAT))
    missing = top.get("missing", "create")
    if missing not in ("create", "leave"):
        raise _refused(name, translate("Import", "“missing” is neither “create” nor “leave”"))
    return Mapping(
        str(top.get("name", "")),
        Missing(missing),
        {key: _label(v, name, key) for key, v in _entries(top, "types", name).items()},
        {key: _attribute(v, name, key) for key, v in _entries(top, "attributes", name).items()},
        {key: _relation(v, name, key) for key, v in _entries(top, "relations", name).items()},
        {key: _event(v, name, key) for key, v in _entries(top, "events", name).items()},
    )


def dump(mapping: Mapping) -> dict[str, object]:
    """Return the JSON form."""

    def relation(target: RelationTarget) -> dict[str, object]:
        return {"relation": target.relation, **({"reverse": True} if target.reverse else {})}

    return {
        "format": FORMAT,
        "name": mapping.name,
        "missing": mapping.missing.value,
        "types": {
            key: None
            if t is None
            else {"label": t.label, **({"attributes": _plain(t.attributes)} if t.attributes else {})}
            for key, t in mapping.types.items()
        },
        "attributes": {
            key: None if t is None else {"attribute": t.attribute, **({"values": dict(t.values)} if t.values else {})}
            for key, t in mapping.attributes.items()
        },
        "relations": {key: None if t is None else relation(t) for key, t in mapping.relations.items()},
        "events": {
            key: None
            if t is None
            else {"span": t.span, "arguments": {role: relation(r) for role, r in t.arguments.items()}}
            for key, t in mapping.events.items()
        },
    }


def dump_text(mapping: Mapping) -> str:
    """Return the text of a mapping's file."""
    return json.dumps(dump(mapping), ensure_ascii=False, indent=2) + "\n"


def save(mapping: Mapping, path: Path) -> None:
    """Write a mapping's file. Raises AppError (save-failed)."""
    try:
        path.write_text(dump_text(mapping), encoding="utf-8", newline="")
    except OSError as error:
        reason = error.strerror or str(error)
        sentence = translate("Import", "The mapping {path} could not be written: {reason}.")
        raise AppError(ErrorCode.SAVE_FAILED, sentence.format(path=path, reason=reason)) from error


def _no_number(name: str) -> None:
    raise ValueError(translate("Import", "{name} is no number that JSON has").format(name=name))


def _number(digits: str) -> float:
    value = float(digits)
    if not is_finite(value):
        _no_number(digits[:20])
    return value


def _plain(attributes: Map[str, AttributeValue]) -> dict[str, object]:
    return {k: list(v) if isinstance(v, tuple) else v for k, v in attributes.items()}


def _refused(name: str, what: str) -> AppError:
    return AppError(
        ErrorCode.USAGE,
        translate("Import", "The mapping {name} cannot be used: {what}.").format(name=name, what=what.rstrip(".")),
        hint=translate("Import", "Correct the file, or import without it: what is missing is then created."),
    )


def _object(held: object, name: str, key: str) -> Map[str, object]:
    if not isinstance(held, dict):
        raise _refused(name, translate("Import", "“{key}” is not a JSON object").format(key=key))
    return cast(dict[str, object], held)


def _entries(top: Map[str, object], key: str, name: str) -> Map[str, object]:
    return _object(top.get(key, {}), name, key)


def _word(held: Map[str, object], field_name: str, name: str, key: str) -> str:
    value = held.get(field_name)
    if not isinstance(value, str):
        raise _refused(name, translate("Import", "“{key}” has no text “{field}”").format(key=key, field=field_name))
    return value


def _name(held: Map[str, object], field_name: str, name: str, key: str) -> str:
    """Return a name that a label schema can have."""
    value = _word(held, field_name, name, key)
    if not NAME.pattern.fullmatch(value):
        raise _refused(name, NAME.sentence().format(place=f"{key}.{field_name}", value=shown(value)))
    return value


def _label(held: object, name: str, key: str) -> LabelTarget | None:
    if held is None:
        return None
    found = _object(held, name, key)
    values = _object(found.get("attributes", {}), name, key)
    attributes: dict[str, AttributeValue] = {}
    for attribute, value in values.items():
        if isinstance(value, list):
            attributes[attribute] = tuple(str(one) for one in cast(list[object], value))
        elif isinstance(value, str | bool | int | float):
            attributes[attribute] = value
        else:
            sentence = translate("Import", "“{key}” has a value that is neither text nor number for “{attribute}”")
            raise _refused(name, sentence.format(key=key, attribute=attribute))
    return LabelTarget(_name(found, "label", name, key), attributes)


def _attribute(held: object, name: str, key: str) -> AttributeTarget | None:
    if held is None:
        return None
    found = _object(held, name, key)
    values = {k: str(v) for k, v in _object(found.get("values", {}), name, key).items()}
    return AttributeTarget(_name(found, "attribute", name, key), values)


def _relation(held: object, name: str, key: str) -> RelationTarget | None:
    if held is None:
        return None
    found = _object(held, name, key)
    return RelationTarget(_name(found, "relation", name, key), found.get("reverse") is True)


def _event(held: object, name: str, key: str) -> EventTarget | None:
    if held is None:
        return None
    found = _object(held, name, key)
    arguments: dict[str, RelationTarget] = {}
    for role, target in _object(found.get("arguments", {}), name, key).items():
        made = _relation(target, name, f"{key}.{role}")
        if made is not None:
            arguments[role] = made
    return EventTarget(_word(found, "span", name, key), arguments)
