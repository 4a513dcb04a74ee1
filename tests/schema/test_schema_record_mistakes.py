"""Broken records say what is wrong, and lose nothing else."""

from __future__ import annotations

import copy
import math

import pytest
from adversarial import plain, texts
from example_record import ACTOR, PLACE, TEXT, plain_example
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotation_schema.ids import id_text
from annotation_schema.model import (
    ArticleRecord,
)
from annotation_schema.records import RecordError, from_json, from_line, to_line


def read(data: object) -> tuple[ArticleRecord, str]:
    """Read a record that has exactly one thing wrong and return its sentence."""
    record, problems = from_json(data)
    assert len(problems) == 1, problems
    return record, problems[0]


# -- the article is unusable


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"format": "pressmark/2"}, "format: this version reads “pressmark/1”, not “pressmark/2”."),
        ({"format": None}, "format: this version reads “pressmark/1”, not null."),
        ({"uid": ""}, "uid: is empty."),
        ({"uid": 5}, "uid: must be text, not 5."),
        ({"text": " \n"}, "text: is empty."),
        ({"text": ["a"]}, "text: must be text, not a list."),
        ({"title": {}}, "title: must be text, not an object."),
        ({"text": "half \ud83d of it"}, "text: contains half of a surrogate pair, which is not a character."),
        ({"uid": "\udc00"}, "uid: contains half of a surrogate pair, which is not a character."),
    ],
)
def test_an_unusable_article_is_refused_with_a_sentence(change, words):
    with pytest.raises(RecordError) as caught:
        from_json({**plain_example(), **change})
    assert str(caught.value) == words


@pytest.mark.parametrize("key", ["uid", "text"])
def test_an_article_without_what_it_needs_is_refused(key):
    data = plain_example()
    del data[key]
    with pytest.raises(RecordError, match=f"{key}: is missing"):
        from_json(data)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("", "column 1: this is not valid JSON"),
        ('{"format": "pressmark/1",', "column 26: this is not valid JSON"),
        (b'{"uid": "\xff"}', "the line is not UTF-8 (byte 10)"),
        ("[1, 2]", "a record is a JSON object, not a list"),
        ("NaN", "a record is a JSON object, not nan"),
        ("[" * 200_000, "this JSON is nested too deeply"),
        ('{"meta": ' + "9" * 5000 + "}", "this JSON holds a number with too many digits"),
    ],
)
def test_a_broken_line_is_refused_with_its_place(line, words):
    with pytest.raises(RecordError) as caught:
        from_line(line)
    assert words in str(caught.value)


# -- one part is bad, the rest is kept


FRAGMENT_MISTAKES = [
    ({"start": "0"}, "fragments[0].start must be a whole number, not “0”"),
    ({"start": 0.0}, "fragments[0].start must be a whole number, not 0.0"),
    ({"start": True}, "fragments[0].start must be a whole number, not true"),
    ({"start": math.nan}, "fragments[0].start must be a whole number, not nan"),
    ({"end": None}, "fragments[0].end must be a whole number, not null"),
    ({"start": -1}, "fragments[0] (-1 to 15) lies outside the text, which has 46 characters"),
    ({"end": 47}, "fragments[0] (0 to 47) lies outside the text, which has 46 characters"),
    ({"end": 10**60}, "fragments[0] (0 to a number of more than 40 digits) lies outside the text"),
    ({"start": 15, "end": 0}, "fragments[0] (15 to 0) ends before it starts"),
    ({"end": 0}, "fragments[0] (0 to 0) is empty"),
    ({"text": "We will go"}, "fragments[0] (0 to 15) says “We will go”, but the article has ““We will stay,”” there"),
    ({"text": None}, "fragments[0] (0 to 15) says null, but"),
    ({"start": 1}, "but the article has “We will stay,””"),
]


@pytest.mark.parametrize(("change", "words"), FRAGMENT_MISTAKES)
def test_a_span_with_wrong_offsets_is_named_and_left_out_and_the_rest_is_kept(change, words):
    data = plain_example()
    data["annotations"][0]["relations"] = []
    data["annotations"][0]["spans"][0]["fragments"][0].update(change)
    record, sentence = read(data)
    assert sentence.startswith("annotations[0].spans[0]: ")
    assert words in sentence
    assert sentence.endswith("; it was left out.")
    assert [s.id for s in record.annotations[0].spans] == [ACTOR, PLACE]
    assert len(record.annotations) == 2


@pytest.mark.parametrize(
    ("fragments", "words"),
    [
        ([], "fragments must not be empty"),
        (None, "fragments must be a list, not null"),
        ("0-5", "fragments must be a list, not “0-5”"),
        ([7], "fragments[0] must be an object, not 7"),
        (
            [{"start": 3, "end": 5, "text": " w"}, {"start": 1, "end": 3, "text": "We"}],
            "must come after the one before",
        ),
        ([{"start": 1, "end": 3, "text": "We"}, {"start": 3, "end": 5, "text": " w"}], "with a gap"),
        ([{"start": 1, "end": 3, "text": "We"}, {"start": 2, "end": 3, "text": "e"}], "with a gap"),
    ],
)
def test_fragments_that_are_no_fragments_are_named(fragments, words):
    data = plain_example()
    data["annotations"][0]["relations"] = []
    data["annotations"][0]["spans"][0]["fragments"] = fragments
    record, sentence = read(data)
    assert words in sentence
    assert len(record.annotations[0].spans) == 2


def test_a_relation_of_a_span_that_was_left_out_is_named_too():
    data = plain_example()
    data["annotations"][0]["spans"][0]["fragments"][0]["start"] = "0"
    record, problems = from_json(data)
    assert len(problems) == 2
    assert problems[1].startswith("annotations[0].relations[0]: “from” names")
    assert record.annotations[0].relations == ()
    assert len(record.annotations[0].spans) == 2


MISTAKES = [
    ("annotations", "all", "annotations: must be a list, not “all”; it was left out."),
    ("annotations.0", 5, "annotations[0]: must be an object, not 5; it was left out."),
    ("annotations.0.annotator", " ", "annotations[0]: annotator must be a name, not “ ”; it was left out."),
    ("annotations.1.annotator", "Ana", "annotations[1]: “Ana” has an entry in this record already; it was left out."),
    (
        "annotations.0.status",
        "ready",
        "annotations[0].status: must be one of todo, started, done, flagged, not “ready”",
    ),
    ("annotations.0.attributes", [], "annotations[0].attributes: must be an object, not a list; it was left out."),
    ("annotations.0.attributes.note", None, "annotations[0].attributes.note: must be text, a number, true or false"),
    (
        "annotations.0.attributes.note",
        math.inf,
        "annotations[0].attributes.note: must be text, a number, true or false",
    ),
    ("annotations.0.attributes.note", "\ud83d", "annotations[0].attributes.note: contains half of a surrogate pair"),
    ("annotations.0.attributes.note", ["a", 1], "annotations[0].attributes.note: must list texts only"),
    ("annotations.0.spans.2.label", "", "annotations[0].spans[2]: label must be text, not “”; it was left out."),
    ("annotations.0.spans.2.id", [], "annotations[0].spans[2]: id must be text, not a list; it was left out."),
    ("annotations.0.spans.2.id", id_text(101), "is taken by an earlier one; it was left out."),
    ("annotations.0.spans.2.created", 2025, "annotations[0].spans[2].created: must be text, not 2025"),
    ("annotations.0.spans.2.origin", "me", "annotations[0].spans[2].origin: must be an object, not “me”"),
    ("annotations.0.spans.2.origin.kind", "magic", "annotations[0].spans[2].origin.kind: must be one of manual, sugg"),
    ("annotations.0.spans.2.origin.score", [1], "annotations[0].spans[2].origin.score: must be text, a number"),
    ("annotations.0.spans.2.colour", "red", "annotations[0].spans[2]: the unknown field “colour” was ignored."),
    ("annotations.0.relations.0.to", "T9", "annotations[0].relations[0]: “to” names “T9”, which is none of the spans"),
    ("annotations.0.relations.0.type", None, "annotations[0].relations[0]: type must be text, not null"),
    ("suggestions", [], "suggestions: must be an object, not a list; it was left out."),
    ("suggestions.spans.0.score", "high", "suggestions.spans[0].score: must be a number, not “high”"),
    ("suggestions.spans.0.score", math.nan, "suggestions.spans[0].score: must be a number, not nan"),
    ("suggestions.spans.0.pipeline", None, "suggestions.spans[0]: pipeline must be text, not null; it was left out."),
    ("suggestions.spans.0.verdicts.1.verdict", "maybe", "verdicts[1]: verdict must be one of accepted, rejected, not"),
    ("suggestions.spans.0.verdicts.1.annotator", "Ana", "verdicts[1]: “Ana” has decided already; it was left out."),
    ("suggestions.spans.0.verdicts.0.span", "T9", "verdicts[0].span: “T9” is none of the spans of “Ana”"),
    ("byline", 7, "byline: must be text, not 7; it was left out."),
    ("url", "\udc00", "url: contains half of a surrogate pair, which is not a character; it was left out."),
    ("meta", 7, "meta: must be an object, not 7; it was left out."),
    ("meta.zone", math.nan, "meta.zone: must be text, a number, true or false, not nan; it was left out."),
    ("meta.zone", [{"a": "\ud83d"}], "meta.zone: contains half of a surrogate pair"),
    ("rating", 5, "the record: the unknown field “rating” was ignored."),
]


@pytest.mark.parametrize(("place", "value", "words"), MISTAKES, ids=[f"{m[0]}={m[1]!r}" for m in MISTAKES])
def test_one_mistake_gives_one_sentence_and_the_article_is_still_read(place, value, words):
    data = plain_example()
    at: dict | list = data
    *path, last = [int(p) if p.isdigit() else p for p in place.split(".")]
    for step in path:
        at = at[step]
    at[last] = value
    record, sentence = read(data)
    assert words in sentence
    assert record.article.text == TEXT
    assert from_line(to_line(record))[1] == []


def test_a_title_that_nests_without_end_is_left_out():
    deep: list = []
    for _ in range(500):
        deep = [deep]
    record, sentence = read({**plain_example(), "meta": {"deep": deep, "kept": 1}})
    assert sentence == "meta.deep: is nested more than 50 levels deep; it was left out."
    assert record.article.meta == {"kept": 1}


@settings(suppress_health_check=[HealthCheck.too_slow], max_examples=300)
@given(st.data())
def test_whatever_stands_in_a_record_it_is_read_or_refused_with_a_sentence(data):
    """Put something arbitrary in one arbitrary place of a good record."""
    record = copy.deepcopy(plain_example())
    places: list[tuple[dict | list, str | int]] = []

    def walk(node):
        for key in node if isinstance(node, dict) else range(len(node)) if isinstance(node, list) else ():
            places.append((node, key))
            walk(node[key])

    walk(record)
    holder, key = data.draw(st.sampled_from(places))
    holder[key] = data.draw(plain | st.just(math.nan) | st.just("\ud800") | texts | st.just([[]]) | st.just([{}]))
    try:
        result, problems = from_json(record)
    except RecordError as error:
        assert str(error).endswith(".")
        return
    assert all(p.endswith(".") for p in problems)
    again, more = from_line(to_line(result))
    assert (again, more) == (result, [])
