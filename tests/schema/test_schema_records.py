"""Articles leave as records and come back the same, also with ids that other programs gave."""

from __future__ import annotations

import copy
from dataclasses import replace
from itertools import count

import pytest
from adversarial import FIREMAN, records
from example_record import plain_example
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotation_schema import record_reader
from annotation_schema.ids import id_text, parse_id
from annotation_schema.model import (
    AnnotationSet,
    Article,
    ArticleRecord,
    OriginKind,
    Status,
    SuggestionSet,
)
from annotation_schema.records import from_json, from_line, to_json, to_line
from annotation_schema.sound_span import sound_span
from annotation_schema.span_columns import SpanColumns

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
