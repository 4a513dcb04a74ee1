"""Whatever the schema package tells a person went through translation, as one whole sentence."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from bracketing import bracketed, is_whole, strays
from example_record import plain_example
from hypothesis import given
from hypothesis import strategies as st
from test_schema_json import BETWEEN, STRUCTURAL, changed
from test_schema_record_mistakes import FRAGMENT_MISTAKES, MISTAKES

from annotation_schema import wording
from annotation_schema.model import AnnotationSet, Article, Fragment, Relation, RelationId, Span, SpanId
from annotation_schema.records import RecordError, from_json, from_line
from annotation_schema.schema import AttributeKind, AttributeSpec, Choice, LabelSchema, Nesting
from annotation_schema.schema_json import SchemaError, load
from annotation_schema.validation import missing, validate
from annotation_schema.values import attribute_problem

SCHEMA = load(Path(__file__).parents[2] / "resources" / "schemas" / "news-claims.json")
NO_JSON = [b"\xff", "{", "[]", "1" * 5000, "[" * 100_000]
TEXT = "Kyiv and Lviv agreed, Olena Bondar said."
STRICT = replace(
    SCHEMA,
    labels=tuple(replace(x, nesting=Nesting.NONE if x.name == "LOCATION" else x.nesting) for x in SCHEMA.labels),
    relations=tuple(replace(x, required=True) for x in SCHEMA.relations),
    article_attributes=tuple(replace(x, required=True) for x in SCHEMA.article_attributes),
)


@pytest.mark.parametrize(("place", "value"), [x[:2] for x in STRUCTURAL + BETWEEN])
def test_every_mistake_of_a_label_schema(place: str, value: object) -> None:
    with bracketed(), pytest.raises(SchemaError) as caught:
        load(json.dumps(changed(place, value)))
    assert caught.value.findings
    assert not strays(caught.value.findings)


@pytest.mark.parametrize("data", NO_JSON, ids=["utf-8", "json", "list", "digits", "deep"])
def test_a_schema_file_that_is_none(data: bytes | str) -> None:
    with bracketed(), pytest.raises(SchemaError) as caught:
        load(data)
    assert not strays(caught.value.findings)


def test_a_schema_file_that_cannot_be_read(tmp_path: Path) -> None:
    with bracketed(), pytest.raises(SchemaError) as caught:
        load(tmp_path / "gone.json")
    assert not strays(caught.value.findings)


@pytest.mark.parametrize(("place", "value"), [x[:2] for x in MISTAKES])
def test_every_part_of_a_record_that_is_left_out(place: str, value: object) -> None:
    with bracketed():
        _, problems = from_json(edited(place, value))
    assert problems
    assert not strays(problems)


FRAGMENT = "annotations.0.spans.0.fragments"
FRAGMENTS = [[], None, "0-5", [7], [{"start": 3, "end": 5, "text": " w"}, {"start": 1, "end": 3, "text": "We"}]]


@pytest.mark.parametrize("change", [x[0] for x in FRAGMENT_MISTAKES], ids=repr)
def test_every_fragment_that_does_not_fit(change: dict[str, object]) -> None:
    data = plain_example()
    data["annotations"][0]["spans"][0]["fragments"][0].update(change)
    with bracketed():
        _, problems = from_json(data)
    assert problems
    assert not strays(problems)


@pytest.mark.parametrize("value", FRAGMENTS, ids=repr)
def test_fragments_that_are_no_fragments(value: object) -> None:
    with bracketed():
        _, problems = from_json(edited(FRAGMENT, value))
    assert problems
    assert not strays(problems)


@pytest.mark.parametrize(
    ("place", "value"),
    [("format", "pressmark/9"), ("uid", 5), ("uid", " "), ("text", ""), ("title", None), ("title", "\ud83d")],
)
def test_every_record_that_cannot_be_used(place: str, value: object) -> None:
    with bracketed(), pytest.raises(RecordError) as caught:
        from_json(edited(place, value))
    assert is_whole(str(caught.value))


def test_a_record_without_its_article() -> None:
    for lacking in ([], {"format": "pressmark/1"}):
        with bracketed(), pytest.raises(RecordError) as caught:
            from_json(lacking)
        assert is_whole(str(caught.value))


@pytest.mark.parametrize("line", NO_JSON, ids=["utf-8", "json", "list", "digits", "deep"])
def test_a_line_that_is_no_record(line: bytes | str) -> None:
    with bracketed(), pytest.raises(RecordError) as caught:
        from_line(line)
    assert is_whole(str(caught.value))


def edited(place: str, value: object) -> object:
    """Return a record with one thing in it changed."""
    data = plain_example()
    at: object = data
    *path, last = [int(p) if p.isdigit() else p for p in place.split(".")]
    for step in path:
        at = at[step]  # type: ignore[index]
    at[last] = value  # type: ignore[index]
    return data


labels = st.sampled_from([x.name for x in SCHEMA.labels] + ["GHOST"])
ids = st.integers(1, 5).map(SpanId)
attributes = st.dictionaries(
    st.sampled_from([a.name for x in SCHEMA.labels for a in x.attributes] + ["note", "ghost", "suggestions_hidden"]),
    st.sampled_from([5, True, "x", "AUTHOR", ("a", "a"), ()]),
    max_size=3,
)
places = st.builds(lambda start, length: Fragment(start, start + length), st.integers(0, 45), st.integers(1, 9))
spans = st.builds(Span, ids, labels, st.lists(places, max_size=3).map(tuple), attributes)
relations = st.builds(
    Relation,
    st.integers(1, 3).map(RelationId),
    st.sampled_from([x.name for x in SCHEMA.relations] + ["GHOST"]),
    ids,
    ids,
    attributes,
)
sets = st.builds(
    lambda spans, relations, attributes: AnnotationSet("Ana", attributes=attributes, spans=spans, relations=relations),
    st.lists(spans, max_size=5).map(tuple),
    st.lists(relations, max_size=4).map(tuple),
    attributes,
)


@given(sets, st.sampled_from([SCHEMA, STRICT]))
def test_every_finding(annotations: AnnotationSet, schema: LabelSchema) -> None:
    article = Article("a1", "T", TEXT)
    with bracketed():
        found = [*validate(schema, article, annotations), *missing(schema, annotations, article=article)]
    assert not strays(f.message for f in found)


CHOICES = tuple(Choice(c, c) for c in "abcdefghij")
SPECS = [
    AttributeSpec("x", "X", AttributeKind.ENUM, CHOICES[:3]),
    AttributeSpec("x", "X", AttributeKind.ENUM, CHOICES),
    AttributeSpec("x", "X", AttributeKind.HIERARCHY, CHOICES, codebook="topics", multiple=True),
    AttributeSpec("x", "X", AttributeKind.BOOLEAN),
    AttributeSpec("x", "X", AttributeKind.TEXT),
    AttributeSpec("x", "X", AttributeKind.DATE),
    AttributeSpec("x", "X", AttributeKind.NUMBER, minimum=2, maximum=4, whole=True),
]


@pytest.mark.parametrize("value", [None, "z", ("z",), ("a", "a"), "\ud800", 1, 2.5, 9, 10**50, True, {}, b""], ids=repr)
def test_every_value_that_an_attribute_cannot_have(value: object) -> None:
    with bracketed():
        told = [attribute_problem(spec, value, "X") for spec in SPECS]
    assert any(told)
    assert not strays(words for words in told if words)


def test_a_sentence_counts_in_two_forms() -> None:
    english = [wording.translate("Import", "%n byte is|%n bytes are", n) for n in (0, 1, 2)]
    assert english == ["0 bytes are", "1 byte is", "2 bytes are"]
