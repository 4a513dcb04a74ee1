"""Label schemas in files: what is accepted, and what a person reads when there is a mistake in one."""

from __future__ import annotations

import copy
import json
from pathlib import Path

import pytest
from adversarial import plain
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

import annotation_schema
from annotation_schema.schema import AttributeKind
from annotation_schema.schema_json import SchemaError, dump, load
from desktop.core.resources import default_schema, resource_path

PUBLISHED = json.loads(Path(annotation_schema.__file__).with_name("label-schema.schema.json").read_text("utf-8"))
VALIDATOR = Draft202012Validator(PUBLISHED)
DEFAULT = json.loads(resource_path("schemas", "news-claims.json").read_text("utf-8"))

SMALL = {
    "format": "pressmark-schema/1",
    "name": "people",
    "version": "1",
    "title": "People",
    "labels": [
        {
            "name": "PERSON",
            "title": "Person",
            "key": "P",
            "cue": "underline",
            "light": {"ink": "#000000", "tint": "#ffffff"},
            "dark": {"ink": "#ffffff", "tint": "#000000"},
            "attributes": [
                {"name": "role", "title": "Role", "kind": "enum", "choices": [{"value": "a", "title": "A"}]},
                {"name": "age", "title": "Age", "kind": "number", "minimum": 0, "maximum": 150, "whole": True},
                {"name": "field", "title": "Field", "kind": "hierarchy", "codebook": "fields", "multiple": True},
            ],
        }
    ],
    "relations": [
        {
            "name": "KNOWS",
            "title": "Knows",
            "domain": ["PERSON"],
            "range": ["PERSON"],
            "alternatives": [{"value": "a", "title": "A"}],
            "alternative_attribute": "role",
        }
    ],
    "article_attributes": [{"name": "note", "title": "Note", "kind": "text"}],
    "codebooks": {"fields": [{"value": "x", "title": "X", "children": [{"value": "y", "title": "Y"}]}]},
}


def changed(place: str, value: object) -> dict:
    """Return the small schema with one thing in it changed (``...`` takes it away)."""
    data = copy.deepcopy(SMALL)
    at: dict | list = data
    *path, last = [int(p) if p.isdigit() else p for p in place.split(".")]
    for step in path:
        at = at[step]
    if value is ...:
        del at[last]
    else:
        at[last] = value
    return data


def findings(data: object) -> tuple[str, ...]:
    with pytest.raises(SchemaError) as caught:
        load(json.dumps(data))
    return caught.value.findings


def test_the_published_form_is_a_json_schema_and_takes_the_default_schema():
    Draft202012Validator.check_schema(PUBLISHED)
    assert [e.message for e in VALIDATOR.iter_errors(DEFAULT)] == []
    assert [e.message for e in VALIDATOR.iter_errors(SMALL)] == []


def test_a_schema_comes_back_equal_from_what_is_written():
    for schema in (default_schema(), load(json.dumps(SMALL))):
        written = dump(schema)
        assert list(VALIDATOR.iter_errors(json.loads(json.dumps(written)))) == []
        assert load(json.dumps(written)) == schema
        assert dump(load(json.dumps(written))) == written


def test_choices_of_a_codebook_are_resolved_into_paths():
    field = load(json.dumps(SMALL)).label("PERSON").attribute("field")
    assert field.kind is AttributeKind.HIERARCHY
    assert field.values() == ("x", "x/y")


# -- the file


def test_a_file_is_read_with_or_without_a_byte_order_mark(tmp_path):
    path = tmp_path / "people.json"
    for mark in (b"", b"\xef\xbb\xbf"):
        path.write_bytes(mark + json.dumps(SMALL).encode())
        assert load(path).name == "people"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (
            b'{\n  "name": "x",\n  "version" "1"\n}',
            "line 3, column 13: this is not valid JSON: expecting ':' delimiter.",
        ),
        (b"", "line 1, column 1: this is not valid JSON: expecting value."),
        (b'{\n\n "title": "\xff"}', "line 3: the file is not UTF-8 (byte 15)."),
        (b"[]", "a label schema is a JSON object, not a list."),
        (b"[" * 200_000, "this JSON is nested too deeply."),
        (b"9" * 5000, "this JSON holds a number with too many digits."),
    ],
)
def test_a_file_that_is_no_json_object_names_line_and_column(tmp_path, content, words):
    path = tmp_path / "people.json"
    path.write_bytes(content)
    with pytest.raises(SchemaError) as caught:
        load(path)
    assert caught.value.findings == (words,)
    assert str(caught.value) == f"people.json: {words}"


def test_a_file_that_cannot_be_read_says_so(tmp_path):
    with pytest.raises(SchemaError, match=r"gone\.json: the file cannot be read \(No such file"):
        load(tmp_path / "gone.json")
    with pytest.raises(SchemaError, match="the file cannot be read"):
        load(tmp_path)


def test_all_mistakes_are_told_at_once():
    data = changed("labels.0.key", "person")
    data["labels"][0]["cue"] = "dotted"
    data["labels"][0]["light"]["ink"] = "blue"
    assert findings(data) == (
        "labels[0].key: must be one capital letter or digit, not “person”.",
        "labels[0].light.ink: must be a colour such as #b45f06, not “blue”.",
        "labels[0].cue: must be one of bracket, underline, double-underline, wavy, not “dotted”.",
    )


def test_a_field_that_stands_twice_is_named():
    text = json.dumps(SMALL).replace('"key": "P"', '"key": "P", "key": "Q"')
    with pytest.raises(SchemaError) as caught:
        load(text)
    assert caught.value.findings == ("labels[0].key: stands here twice.",)


def test_a_misspelt_field_is_named_with_the_right_one():
    assert findings(changed("labels.0.definitoin", "x")) == (
        "labels[0]: unknown field “definitoin”; did you mean “definition”?",
    )


A = "labels.0.attributes"
AT = "labels[0].attributes"
STRUCTURAL = [
    ("format", ..., "format: is missing."),
    ("format", "pressmark-schema/2", "format: must be “pressmark-schema/1”, not “pressmark-schema/2”."),
    ("name", "my schema", "name: must be a name of letters"),
    ("version", 1.0, "version: must be text, not 1.0."),
    ("version", " ", "version: must not be empty."),
    ("title", ..., "title: is missing."),
    ("labels", [], "labels: must not be empty."),
    ("labels", {}, "labels: must be a list, not an object."),
    ("labels.0", "PERSON", "labels[0]: must be an object, not “PERSON”."),
    ("labels.0.name", None, "labels[0].name: must be text, not null."),
    ("labels.0.key", "p", "labels[0].key: must be one capital letter or digit, not “p”."),
    ("labels.0.letter", "PE", "labels[0].letter: must be one capital letter or digit, not “PE”."),
    ("labels.0.light", ..., "labels[0].light: is missing."),
    ("labels.0.dark.tint", ..., "labels[0].dark.tint: is missing."),
    ("labels.0.dark.tint", "#fff", "labels[0].dark.tint: must be a colour"),
    ("labels.0.max_fragments", 0, "labels[0].max_fragments: must be a whole number of 1 or more"),
    ("labels.0.max_fragments", "1", "labels[0].max_fragments: must be a whole number of 1 or more"),
    ("labels.0.max_fragments", True, "labels[0].max_fragments: must be a whole number of 1 or more"),
    ("labels.0.nesting", "some", "labels[0].nesting: must be one of any, other-labels, none, not “some”."),
    ("labels.0.enabled", "yes", "labels[0].enabled: must be true or false, not “yes”."),
    ("labels.0.examples", ["a", ""], "labels[0].examples[1]: must be text that is not empty, not “”."),
    ("labels.0.colour", "red", "labels[0]: unknown field “colour”."),
    (f"{A}.0.kind", ..., f"{AT}[0].kind: is missing."),
    (f"{A}.0.kind", "list", f"{AT}[0].kind: must be one of enum, hierarchy, boolean, text, date, number, not “list”."),
    (f"{A}.0.choices", ..., f"{AT}[0].choices: an attribute of kind enum needs at least one."),
    (f"{A}.0.choices", [], f"{AT}[0].choices: an attribute of kind enum needs at least one."),
    (f"{A}.0.choices", ["a"], f"{AT}[0].choices[0]: must be an object, not “a”."),
    (f"{A}.0.choices.0.value", " a", f"{AT}[0].choices[0].value: must be a value without space around it"),
    (f"{A}.0.choices.0.title", ..., f"{AT}[0].choices[0].title: is missing."),
    (f"{A}.0.choices.0.children", [], f"{AT}[0].choices[0]: unknown field “children”"),
    (f"{A}.0.codebook", "fields", f"{AT}[0].codebook: only a hierarchy takes one, not an attribute of kind enum."),
    (f"{A}.0.minimum", 1, f"{AT}[0].minimum: only a number takes it, not an attribute of kind enum."),
    (f"{A}.0.minimum", 0, f"{AT}[0].minimum: only a number takes it, not an attribute of kind enum."),
    (f"{A}.0.default", 5, f"{AT}[0].default: must be one of a, not 5."),
    (f"{A}.1.choices", [{"value": "a", "title": "A"}], f"{AT}[1].choices: only an enum or a hierarchy takes them"),
    (f"{A}.1.multiple", True, f"{AT}[1].multiple: only an enum or a hierarchy takes several values"),
    (f"{A}.1.default", "5", f"{AT}[1].default: must be a number, not “5”."),
    (f"{A}.1.minimum", "0", f"{AT}[1].minimum: must be a number, not “0”."),
    (f"{A}.2.codebook", ..., f"{AT}[2].choices: an attribute of kind hierarchy needs at least one."),
    (
        f"{A}.2.choices",
        [{"value": "a", "title": "A"}],
        f"{AT}[2].choices: are given although the codebook “fields” has",
    ),
    (f"{A}.2.default", "x", f"{AT}[2].default: takes a list of values, not “x”."),
    ("relations.0.domain", [], "relations[0].domain: must not be empty."),
    ("relations.0.range", "PERSON", "relations[0].range: must be a list, not “PERSON”."),
    ("relations.0.max_per_source", -1, "relations[0].max_per_source: must be a whole number of 1 or more"),
    ("relations.0.alternatives", ..., "relations[0].alternatives: is missing: alternatives and the attribute"),
    ("relations.0.alternative_attribute", ..., "relations[0].alternative_attribute: is missing: alternatives"),
    ("article_attributes.0.required", 1, "article_attributes[0].required: must be true or false, not 1."),
    ("codebooks", [], "codebooks: must be an object, not a list."),
    ("codebooks.fields", [], "codebooks.fields: must not be empty."),
    (
        "codebooks.fields.0.children.0.value",
        "a/b",
        "codebooks.fields[0].children[0].value: must be a value without “/”",
    ),
    ("$schema", 5, "$schema: must be text, not 5."),
]


@pytest.mark.parametrize(("place", "value", "words"), STRUCTURAL, ids=[f"{x[0]}={x[1]!r}" for x in STRUCTURAL])
def test_a_mistake_of_form_is_named_and_the_published_form_refuses_it_too(place, value, words):
    data = changed(place, value)
    assert any(f.startswith(words) for f in findings(data)), findings(data)
    assert not VALIDATOR.is_valid(data)


BETWEEN = [
    ("relations.0.range", ["GHOST"], "relations[0].range[0]: the schema has no label “GHOST”."),
    ("relations.0.domain", ["PERSON", "PERSON"], "relations[0].domain[1]: “PERSON” stands here twice."),
    ("relations.0.alternative_attribute", "rule", "the label PERSON has no attribute “rule”."),
    ("relations.0.alternative_attribute", "age", "the attribute “age” of PERSON must be an enum of one value."),
    ("relations.0.alternatives.0.value", "b", "the attribute “role” of PERSON has no choice “b”."),
    (f"{A}.1.name", "role", f"{AT}[1].name: “role” is taken by {AT}[0]."),
    (f"{A}.1.minimum", 200, f"{AT}[1].minimum: 200 is more than the maximum, 150."),
    (f"{A}.1.default", 151, f"{AT}[1].default: must be 150 or less, not 151."),
    (f"{A}.0.default", "b", f"{AT}[0].default: must be one of a, not “b”."),
    (f"{A}.2.codebook", "topics", f"{AT}[2].codebook: the schema has no codebook “topics”."),
    (f"{A}.2.default", ["x/z"], f"{AT}[2].default: must be one of x, x/y, not “x/z”."),
    (
        f"{A}.0.choices",
        [{"value": "a", "title": "A"}] * 2,
        f"{AT}[0].choices[1].value: “a” is taken by {AT}[0].choices[0].",
    ),
    (
        "codebooks.fields.0.children",
        [{"value": "y", "title": "Y"}] * 2,
        "codebooks.fields[0].children[1].value: “y” is",
    ),
    ("labels", SMALL["labels"] * 2, "labels[1].key: “P” is taken by labels[0]."),
]


@pytest.mark.parametrize(("place", "value", "words"), BETWEEN, ids=[f"{x[0]}={x[1]!r}"[:60] for x in BETWEEN])
def test_parts_that_do_not_fit_each_other_are_named(place, value, words):
    told = findings(changed(place, value))
    assert any(words in f for f in told), told


def places(node: object) -> list[tuple[dict | list, str | int]]:
    keys = node if isinstance(node, dict) else range(len(node)) if isinstance(node, list) else ()
    return [p for key in keys for p in [(node, key), *places(node[key])]]


@settings(max_examples=400)
@given(st.data())
def test_whatever_is_changed_what_we_load_the_published_form_accepts(data):
    """And what we do not load is refused with sentences that name a place, never with another error."""
    schema = copy.deepcopy(SMALL)
    holder, key = data.draw(st.sampled_from(places(schema)))
    fields = sorted({k for h, k in places(DEFAULT) if isinstance(h, dict) and isinstance(k, str)})
    change = data.draw(st.sampled_from(["value", "take away", "add"]))
    values = plain | st.sampled_from(
        ["", "a", "x/y", "PERSON", "enum", "text", "hierarchy", "fields", 0, 1, True, [], {}, None]
    )
    if change == "take away":
        del holder[key]
    elif change == "add" and isinstance(holder, dict):
        holder[data.draw(st.sampled_from(fields))] = data.draw(values)
    else:
        holder[key] = data.draw(values)
    try:
        loaded = load(json.dumps(schema))
    except SchemaError as error:
        assert error.findings
        assert all(f.endswith((".", "?")) and (": " in f) for f in error.findings)
        return
    assert [e.message for e in VALIDATOR.iter_errors(schema)] == []
    assert load(json.dumps(dump(loaded))) == loaded


def test_there_are_more_labels_than_keys():
    labels = [{**SMALL["labels"][0], "name": f"label-{n}", "title": f"Label {n}"} for n in range(60)]
    for label in labels:
        label.pop("key")
        label.pop("letter", None)
    schema = load(json.dumps({**SMALL, "labels": [*SMALL["labels"], *labels]}))
    assert [x.key for x in schema.labels[1:]] == [""] * 60
    assert {x.letter for x in schema.labels[1:]} == {"L"}
    assert load(json.dumps(dump(schema))) == schema
    assert all("key" not in x for x in dump(schema)["labels"][1:])
