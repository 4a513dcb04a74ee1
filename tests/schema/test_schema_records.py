"""Articles leave as records and come back the same; broken records say what is wrong and lose nothing else."""

from __future__ import annotations

import copy
import json
import math
from dataclasses import replace
from itertools import count

import pytest
from adversarial import FIREMAN, plain, records, texts
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotation_schema import record_reader
from annotation_schema.ids import id_text, parse_id
from annotation_schema.model import (
    AnnotationSet,
    Article,
    ArticleRecord,
    Decision,
    Fragment,
    Origin,
    OriginKind,
    Relation,
    RelationId,
    Span,
    SpanId,
    Status,
    Suggestion,
    SuggestionId,
    SuggestionSet,
    Verdict,
)
from annotation_schema.records import RecordError, from_json, from_line, to_json, to_line
from annotation_schema.sound_span import sound_span
from annotation_schema.span_columns import SpanColumns

TEXT = f"“We will stay,” {FIREMAN} said in Kyiv, “for ever.”"
CLAIM, ACTOR, PLACE = SpanId(101), SpanId(102), SpanId(103)


def example() -> ArticleRecord:
    place = TEXT.index("Kyiv")
    return ArticleRecord(
        Article(
            uid="a1",
            title="We will stay",
            text=TEXT,
            byline="By Ana K.",
            publisher="The Daily",
            published="2025-01-29",
            url="https://news.example/1",
            language="en",
            section="World",
            meta={"zone": 4, "authors": ["Ana", {"role": None}]},
        ),
        (
            AnnotationSet(
                "Ana",
                Status.DONE,
                {"relevance": "relevant", "dateline": "KYIV"},
                (
                    Span(
                        CLAIM,
                        "CLAIM",
                        (Fragment(0, 15), Fragment(TEXT.index("“for"), len(TEXT))),
                        {"kind": "promise", "category": ("war/combat", "defence"), "negated": False},
                        Origin(),
                        "2026-01-31T12:00:00.000Z",
                        "2026-01-31T12:00:01.000Z",
                    ),
                    Span(ACTOR, "ACTOR", (Fragment(16, 20),)),
                    Span(
                        PLACE,
                        "LOCATION",
                        (Fragment(place, place + 4),),
                        {"latitude": 50.45, "geonames_id": 703448},
                        Origin(OriginKind.SUGGESTION, {"pipeline": "embedded-en", "version": "1.0", "score": 0.5}),
                    ),
                ),
                (Relation(RelationId(201), "CLAIMANT", CLAIM, ACTOR),),
            ),
            AnnotationSet("Ben"),
        ),
        SuggestionSet(
            (
                Suggestion(
                    SuggestionId(301),
                    "LOCATION",
                    "GPE",
                    (Fragment(place, place + 4),),
                    "embedded-en",
                    "1.0",
                    score=0.5,
                    verdicts=(Decision("Ana", Verdict.ACCEPTED, PLACE), Decision("Ben", Verdict.REJECTED)),
                ),
            )
        ),
    )


def plain_example() -> dict:
    return json.loads(to_line(example()))


def read(data: object) -> tuple[ArticleRecord, str]:
    """Read a record that has exactly one thing wrong and return its sentence."""
    record, problems = from_json(data)
    assert len(problems) == 1, problems
    return record, problems[0]


# -- there and back


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(records())
def test_every_record_comes_back_equal_and_gives_the_same_bytes(record):
    line = to_line(record)
    assert "\n" not in line
    again, problems = from_line(line.encode())
    assert problems == []
    assert again == record
    assert to_line(again) == line


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(records(), st.randoms())
def test_equal_records_give_the_same_bytes_in_whatever_order_their_parts_were_made(record, random):
    def shuffled(items):
        return tuple(random.sample(items, len(items)))

    def turned(mapping):
        return dict(shuffled(list(mapping.items())))

    mixed = ArticleRecord(
        Article(**{**{f: getattr(record.article, f) for f in Article.__slots__}, "meta": turned(record.article.meta)}),
        shuffled(
            [
                AnnotationSet(a.annotator, a.status, turned(a.attributes), shuffled(a.spans), shuffled(a.relations))
                for a in record.annotations
            ]
        ),
        record.suggestions
        and SuggestionSet(shuffled(record.suggestions.spans), shuffled(record.suggestions.relations)),
    )
    assert to_line(mixed) == to_line(record)
    assert from_json(to_json(mixed))[0] == record


def test_the_keys_stand_in_the_documented_order():
    data = plain_example()
    assert list(data) == [
        "format", "uid", "title", "text", "byline", "publisher", "published", "url", "language", "section", "meta",
        "annotations", "suggestions",
    ]  # fmt: skip
    ana = data["annotations"][0]
    assert list(ana) == ["annotator", "status", "attributes", "spans", "relations"]
    assert list(ana["spans"][0]) == ["id", "label", "fragments", "attributes", "origin", "created", "updated"]
    assert list(ana["spans"][0]["fragments"][0]) == ["start", "end", "text"]
    assert next(iter(ana["spans"][0]["origin"])) == "kind"
    assert list(ana["relations"][0]) == ["id", "type", "from", "to", "attributes"]
    assert list(data["suggestions"]) == ["spans", "relations"]
    assert list(data["suggestions"]["spans"][0]) == [
        "id", "label", "source_label", "fragments", "attributes", "score", "pipeline", "version", "verdicts",
    ]  # fmt: skip


def test_spans_stand_in_text_order_and_annotators_by_name():
    data = plain_example()
    assert [a["annotator"] for a in data["annotations"]] == ["Ana", "Ben"]
    assert [s["fragments"][0]["text"] for s in data["annotations"][0]["spans"]] == ["“We will stay,”", FIREMAN, "Kyiv"]


def test_suggestions_are_there_only_if_asked_for():
    record = ArticleRecord(Article("a1", "T", "Text"))
    assert "suggestions" not in to_json(record)
    assert from_json(to_json(record))[0].suggestions is None


def test_emoji_and_arabic_are_written_as_they_are():
    line = to_line(ArticleRecord(Article("a1", "قال", f"{FIREMAN}\u2028")))
    assert FIREMAN in line and "قال" in line and "\\u" not in line


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


# -- ids of other programs


def test_ids_of_another_program_are_replaced_and_relations_still_hold():
    data = plain_example()
    for entry in data["annotations"]:
        names = {s["id"]: f"T{i}" for i, s in enumerate(entry["spans"])}
        for span in entry["spans"]:
            span["id"] = names[span["id"]]
        for relation in entry["relations"]:
            relation.update(id=7, **{k: names[relation[k]] for k in ("from", "to")})
    data["suggestions"]["spans"][0]["verdicts"][0]["span"] = "T2"
    record, problems = from_json(data)
    assert problems == []
    spans = {s.label: s for s in record.annotations[0].spans}
    assert all(parse_id(id_text(s.id)) for s in spans.values())
    (relation,) = record.annotations[0].relations
    assert (relation.source, relation.target) == (spans["CLAIM"].id, spans["ACTOR"].id)
    assert record.suggestions.spans[0].verdicts[0].span == spans["LOCATION"].id


def test_two_annotators_of_another_program_may_use_the_same_ids():
    data = plain_example()
    data["annotations"][0]["relations"] = []
    for i, span in enumerate(data["annotations"][0]["spans"]):
        span["id"] = f"T{i}"
    data["annotations"][1]["spans"] = copy.deepcopy(data["annotations"][0]["spans"])
    data["suggestions"] = None
    record, problems = from_json(data)
    assert problems == []
    assert len({s.id for a in record.annotations for s in a.spans}) == 6


def test_a_copied_entry_of_an_annotator_keeps_its_relations_under_new_ids():
    data = plain_example()
    data["annotations"][1] = {**copy.deepcopy(data["annotations"][0]), "annotator": "Ben"}
    record, problems = from_json(data)
    assert len(problems) == 4
    assert all("it got a new one" in p for p in problems)
    ana, ben = record.annotations
    assert not {s.id for s in ana.spans} & {s.id for s in ben.spans}
    assert {ben.relations[0].source, ben.relations[0].target} < {s.id for s in ben.spans}


def test_spans_without_ids_and_origin_are_taken_as_imported():
    data = plain_example()
    data["annotations"] = [
        {"annotator": "Ana", "spans": [{"label": "ACTOR", "fragments": [{"start": 1, "end": 3, "text": "We"}]}] * 2}
    ]
    data["suggestions"] = None
    record, problems = from_json(data)
    assert problems == []
    first, second = record.annotations[0].spans
    assert first.id != second.id
    assert first.origin.kind is OriginKind.IMPORTED
    assert record.annotations[0].status is Status.TODO


@given(records(), st.data())
def test_the_quick_way_for_spans_gives_what_the_long_way_gives(record, data):
    plain = to_json(record)
    spans = [s for held in plain["annotations"] for s in held["spans"]]
    if spans and data.draw(st.booleans()):  # one that is not as we write it
        one = data.draw(st.sampled_from(spans))
        place = data.draw(st.sampled_from([one, one["fragments"][0], one["attributes"], one["origin"]]))
        keys = st.sampled_from([*place, "unknown"])
        place[data.draw(keys)] = data.draw(
            st.sampled_from([None, True, 1, -1, 1.5, "", " ", "é", "\ud800", [], {}, [1]])
        )
    results = []
    for quick, columns in ((sound_span, False), (lambda *_: None, False), (sound_span, True)):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(record_reader, "sound_span", quick)
            patch.setattr(record_reader, "new_id", count(2**50).__next__)
            read, problems = from_json(plain, columns=columns)
            sets = tuple(replace(held, spans=tuple(held.spans)) for held in read.annotations)
            results.append((repr(replace(read, annotations=sets)), problems))
    assert results[0] == results[1]
    assert results[2] == results[1]


def test_spans_as_columns_can_do_what_a_tuple_of_them_can():
    read, problems = from_json(plain_example(), columns=True)
    plain, _ = from_json(plain_example())
    assert problems == []
    for held, expected in zip(read.annotations, plain.annotations, strict=True):
        assert held == expected
        assert expected == held
        if not expected.spans:
            continue
        assert isinstance(held.spans, SpanColumns)
        assert len(held.spans) == len(expected.spans)
        assert held.spans[-1] == expected.spans[-1]
        assert held.spans[1:] == expected.spans[1:]
        assert held.spans != expected.spans[1:]
    assert to_line(read) == to_line(plain)
