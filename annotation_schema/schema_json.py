"""Reads and writes the JSON form of a label schema (``label-schema.schema.json`` describes it)."""

from __future__ import annotations

import json
from dataclasses import MISSING, fields
from pathlib import Path
from typing import Any, cast

from annotation_schema.model import AttributeValue
from annotation_schema.schema import (
    AttributeKind,
    AttributeSpec,
    Choice,
    Colours,
    Cue,
    Label,
    LabelSchema,
    Nesting,
    RelationType,
)
from annotation_schema.schema_checks import check
from annotation_schema.schema_fields import (
    CHOICE,
    COLOUR,
    KEY,
    NAME,
    NODE,
    Fields,
    JsonObject,
)
from annotation_schema.values import shown
from annotation_schema.wording import translate

FORMAT = "pressmark-schema/1"
"""Value of the field ``format``; a form that old versions cannot read gets the next number."""


class SchemaError(ValueError):
    """A label schema that cannot be used; ``findings`` are sentences that name the place, ``name`` the file."""

    def __init__(self, findings: tuple[str, ...], *, name: str = "") -> None:
        """Keep the findings; ``str()`` gives all of them, one a line."""
        super().__init__("\n".join(f"{name}: {f}" if name else f for f in findings))
        self.findings = findings
        self.name = name


def load(data: bytes | str | Path, *, name: str = "") -> LabelSchema:
    """Return the schema that the JSON text (or the file at a path) holds.

    ``name`` is what errors call the source; a file has its own name. Raises SchemaError with every mistake
    found, also where the file cannot be read.
    """
    if isinstance(data, Path):
        name = name or data.name
        try:
            data = data.read_bytes()
        except OSError as error:
            found = translate("Schema", "the file cannot be read ({reason}).").format(reason=error.strerror or error)
            raise SchemaError((found,), name=name) from error
    value = _parse(data, name)
    findings: list[str] = []
    if not isinstance(value, dict):
        found = translate("Schema", "a label schema is a JSON object, not {value}.").format(value=shown(value))
        raise SchemaError((found,), name=name)
    schema = _schema(Fields(cast("dict[str, object]", value), "", findings))
    if not findings:
        findings.extend(check(schema))
    if findings:
        raise SchemaError(tuple(findings), name=name)
    return schema


def dump(schema: LabelSchema) -> dict[str, object]:
    """Return the JSON form as plain data; fields that have their default value are left out."""
    return {
        "format": FORMAT,
        "name": schema.name,
        "version": schema.version,
        "title": schema.title,
        **({"description": schema.description} if schema.description else {}),
        "labels": [_dump(x) for x in schema.labels],
        **({"relations": [_dump(x) for x in schema.relations]} if schema.relations else {}),
        **({"article_attributes": [_dump(x) for x in schema.article_attributes]} if schema.article_attributes else {}),
        **({"codebooks": {k: [_dump(c) for c in v] for k, v in schema.codebooks.items()}} if schema.codebooks else {}),
    }


def _parse(data: bytes | str, name: str) -> object:
    try:
        text = data.decode("utf-8-sig") if isinstance(data, bytes) else data
        return json.loads(text, object_pairs_hook=JsonObject.of)
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        sentence = translate("Schema", "line {line}: the file is not UTF-8 (byte {byte}).")
        raise SchemaError((sentence.format(line=line, byte=error.start + 1),), name=name) from error
    except json.JSONDecodeError as error:
        words = error.msg[:1].lower() + error.msg[1:]
        found = translate("Schema", "line {line}, column {column}: this is not valid JSON: {reason}.").format(
            line=error.lineno, column=error.colno, reason=words
        )
        raise SchemaError((found,), name=name) from error
    except RecursionError as error:
        raise SchemaError((translate("Schema", "this JSON is nested too deeply."),), name=name) from error
    except ValueError as error:  # Python reads numbers of up to 4300 digits
        found = translate("Schema", "this JSON holds a number with too many digits.")
        raise SchemaError((found,), name=name) from error


def _schema(f: Fields) -> LabelSchema:
    f.text("$schema")  # editors use it to offer completion
    form = f.text("format", required=True)
    if form and form != FORMAT:
        f.note(
            "format", translate("Schema", "{place}: must be “{format}”, not {value}."), format=FORMAT, value=shown(form)
        )
    codebook_fields = f.object("codebooks")
    codebooks: dict[str, tuple[Choice, ...]] = {}
    for name in codebook_fields.data:
        if not NAME.pattern.fullmatch(name):
            sentence = translate(
                "Schema",
                "{place}: a codebook's name must be a name of letters, digits, - and _ that starts with a letter.",
            )
            codebook_fields.note(name, sentence)
        codebooks[name] = _choices(codebook_fields, name, tree=True, required=True)
    schema = LabelSchema(
        name=f.text("name", required=True, form=NAME),
        version=f.text("version", required=True),
        title=f.text("title", required=True),
        description=f.text("description"),
        labels=tuple(_label(x, codebooks) for x in f.objects("labels", required=True)),
        relations=tuple(_relation(x, codebooks) for x in f.objects("relations")),
        article_attributes=_attributes(f, "article_attributes", codebooks),
        codebooks=codebooks,
    )
    f.done()
    return schema


def _label(f: Fields, codebooks: dict[str, tuple[Choice, ...]]) -> Label:
    key = f.text("key", form=KEY)
    name = f.text("name", required=True, form=NAME)
    label = Label(
        name=name,
        title=f.text("title", required=True),
        key=key,
        light=_colours(f.object("light", required=True)),
        dark=_colours(f.object("dark", required=True)),
        cue=f.choice("cue", Cue) or Cue.UNDERLINE,
        letter=f.text("letter", form=KEY) or key or name[:1].upper(),
        max_fragments=f.count("max_fragments"),
        nesting=f.choice("nesting", Nesting, default=Nesting.ANY) or Nesting.ANY,
        snap_to_tokens=f.flag("snap_to_tokens", default=True),
        enabled=f.flag("enabled", default=True),
        attributes=_attributes(f, "attributes", codebooks),
        definition=f.text("definition"),
        examples=f.texts("examples"),
        counter_examples=f.texts("counter_examples"),
    )
    f.done()
    return label


def _colours(f: Fields) -> Colours:
    colours = Colours(
        ink=f.text("ink", required=True, form=COLOUR),
        tint=f.text("tint", required=True, form=COLOUR),
    )
    f.done()
    return colours


def _relation(f: Fields, codebooks: dict[str, tuple[Choice, ...]]) -> RelationType:
    relation = RelationType(
        name=f.text("name", required=True, form=NAME),
        title=f.text("title", required=True),
        domain=f.texts("domain", required=True),
        range=f.texts("range", required=True),
        max_per_source=f.count("max_per_source"),
        alternatives=_choices(f, "alternatives", tree=False),
        alternative_attribute=f.text("alternative_attribute", form=NAME),
        required=f.flag("required", default=False),
        enabled=f.flag("enabled", default=True),
        attributes=_attributes(f, "attributes", codebooks),
        definition=f.text("definition"),
    )
    if bool(relation.alternatives) != bool(relation.alternative_attribute):
        missing = "alternative_attribute" if relation.alternatives else "alternatives"
        sentence = translate(
            "Schema", "{place}: is missing: alternatives and the attribute that holds them go together."
        )
        f.note(missing, sentence)
    f.done()
    return relation


def _attributes(f: Fields, key: str, codebooks: dict[str, tuple[Choice, ...]]) -> tuple[AttributeSpec, ...]:
    return tuple(_attribute(x, codebooks) for x in f.objects(key))


def _attribute(f: Fields, codebooks: dict[str, tuple[Choice, ...]]) -> AttributeSpec:
    kind = f.choice("kind", AttributeKind) or AttributeKind.TEXT
    choosing = kind in (AttributeKind.ENUM, AttributeKind.HIERARCHY)
    codebook = f.text("codebook", form=NAME)
    choices = _choices(f, "choices", tree=kind is AttributeKind.HIERARCHY)
    if codebook:
        if kind is not AttributeKind.HIERARCHY:
            sentence = translate("Schema", "{place}: only a hierarchy takes one, not an attribute of kind {kind}.")
            f.note("codebook", sentence, kind=kind)
        elif choices:
            sentence = translate("Schema", "{place}: are given although the codebook “{codebook}” has them.")
            f.note("choices", sentence, codebook=codebook)
        elif codebook not in codebooks:
            sentence = translate("Schema", "{place}: the schema has no codebook “{codebook}”.")
            f.note("codebook", sentence, codebook=codebook)
        choices = codebooks.get(codebook, ())
    elif choosing and not choices and "kind" in f.data:
        sentence = translate("Schema", "{place}: an attribute of kind {kind} needs at least one.")
        f.note("choices", sentence, kind=kind)
    elif choices and not choosing:
        sentence = translate(
            "Schema", "{place}: only an enum or a hierarchy takes them, not an attribute of kind {kind}."
        )
        f.note("choices", sentence, kind=kind)
    spec = AttributeSpec(
        name=f.text("name", required=True, form=NAME),
        title=f.text("title", required=True),
        kind=kind,
        choices=choices,
        codebook=codebook,
        multiple=f.flag("multiple", default=False),
        required=f.flag("required", default=False),
        default=_default(f.raw("default")),
        remembered=f.flag("remembered", default=False),
        usual=f.flag("usual", default=False),
        enabled=f.flag("enabled", default=True),
        definition=f.text("definition"),
        minimum=f.number("minimum"),
        maximum=f.number("maximum"),
        whole=f.flag("whole", default=False),
    )
    if spec.multiple and not choosing:
        sentence = translate(
            "Schema", "{place}: only an enum or a hierarchy takes several values, not an attribute of kind {kind}."
        )
        f.note("multiple", sentence, kind=kind)
    if kind is not AttributeKind.NUMBER:
        for key in ("minimum", "maximum", "whole"):
            if f.data.get(key) is not None and f.data[key] is not False:
                sentence = translate("Schema", "{place}: only a number takes it, not an attribute of kind {kind}.")
                f.note(key, sentence, kind=kind)
    f.done()
    return spec


def _default(value: object) -> AttributeValue | None:
    """Return the value with lists as tuples; ``check`` says whether the attribute can have it."""
    return cast("AttributeValue | None", tuple(cast("list[str]", value)) if isinstance(value, list) else value)


def _choices(f: Fields, key: str, *, tree: bool, required: bool = False) -> tuple[Choice, ...]:
    found: list[Choice] = []
    form = NODE if tree else CHOICE
    for x in f.objects(key, required=required):
        choice = Choice(
            value=x.text("value", required=True, form=form),
            title=x.text("title", required=True),
            definition=x.text("definition"),
            children=_choices(x, "children", tree=True) if tree else (),
        )
        x.done()
        found.append(choice)
    return tuple(found)


def _dump(record: Any) -> dict[str, object]:
    result: dict[str, object] = {}
    for field in fields(record):
        value: object = getattr(record, field.name)
        default: object = field.default
        if field.default_factory is not MISSING:
            default = field.default_factory()
        if default is not MISSING and value == default and type(value) is type(default):
            continue
        if isinstance(record, AttributeSpec) and field.name == "choices" and record.codebook:
            continue
        if isinstance(record, Label) and field.name == "key" and not value:
            continue
        result[field.name] = _plain(value)
    return result


def _plain(value: object) -> object:
    if isinstance(value, tuple):
        return [_plain(x) for x in cast("tuple[object, ...]", value)]
    if isinstance(value, Choice | AttributeSpec | Colours):
        return _dump(value)
    return str(value) if isinstance(value, str) else value
