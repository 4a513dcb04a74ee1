"""W3C Web Annotations: out and back, what the standard demands, positions that moved, annotations that are wrong."""

from __future__ import annotations

import json
import re
import tempfile
from pathlib import Path

import pytest
from harness import differences, projects, there_and_back
from hypothesis import given, settings

from desktop.core.readers.report import Report
from desktop.core.readers.web_annotation import read

CONTEXT = "http://www.w3.org/ns/anno.jsonld"


def without_times(files):
    return {name: re.sub(rb'"(created|modified)":"[^"]*",', b"", data) for name, data in files.items()}


@given(projects())
@settings(max_examples=15, deadline=None)
def test_round_trip(records):
    with tempfile.TemporaryDirectory() as folder:
        trip = there_and_back("web-annotation", records, Path(folder), file="out.jsonld")
    assert differences(trip) == []
    assert without_times(trip.first) == without_times(trip.second)
    assert not trip.imported.problems


@given(projects())
@settings(max_examples=10, deadline=None)
def test_a_reader_that_knows_the_recommendation_only_finds_every_span(records):
    with tempfile.TemporaryDirectory() as folder:
        trip = there_and_back("web-annotation", records, Path(folder), file="out.jsonld")
    held = json.loads(trip.first[""])
    assert held["@context"] == CONTEXT and held["type"] == "AnnotationCollection"
    items = held["first"]["items"]
    assert held["total"] == len(items) and len({item["id"] for item in items}) == len(items)
    texts = {}
    for item in items:
        if item["motivation"] == "describing":
            texts[item["target"]["id"]] = item["body"]["value"]
    spans = 0
    for item in items:
        if item["motivation"] == "tagging":
            spans += 1
            for target in item["target"].get("items", [item["target"]]):
                quote, position = target["selector"]
                text = texts[target["source"]]
                start, end = position["start"], position["end"]
                assert text[start:end] == quote["exact"]
                assert (text[:start] + quote["exact"] + text[end:]) == text
                assert text[:start].endswith(quote["prefix"]) and text[end:].startswith(quote["suffix"])
    assert spans == trip.report.spans


def annotation(number, start, end, exact, prefix="", suffix="", **more):
    selector = [
        {"type": "TextQuoteSelector", "exact": exact, "prefix": prefix, "suffix": suffix},
        {"type": "TextPositionSelector", "start": start, "end": end},
    ]
    return {
        "@context": CONTEXT,
        "id": f"http://example.org/{number}",
        "type": "Annotation",
        "body": {"type": "TextualBody", "purpose": "tagging", "value": "PER"},
        "target": {"source": "http://example.org/text.txt", "selector": selector},
        **more,
    }


def read_all(path):
    report = Report()
    return list(read(path, report)), report


def test_a_position_counts_if_its_quote_is_there_else_the_quote_with_what_is_around_it(tmp_path):
    text = "😀 Ann met Bob. Ann left; Ann slept."
    (tmp_path / "text.txt").write_text(text, encoding="utf-8")
    held = [
        annotation(1, 2, 5, "Ann"),
        annotation(2, 3, 6, "Ann", "Bob. ", " left"),  # counted in UTF-16 units
        annotation(3, 3, 6, "Ann"),  # three places, nothing to tell them apart
        annotation(4, 90, 93, "Bob", "met "),
        annotation(5, 2, 5, "Eve"),
    ]
    file = tmp_path / "marks.json"
    file.write_text(json.dumps(held), encoding="utf-8")
    (record,), report = read_all(file)
    (made,) = record.sets
    assert record.article.text == text
    assert [(s.kept["id"][-1], s.type, text[s.fragments[0].start :][:8]) for s in made.spans] == [
        ("1", "PER", "Ann met "),
        ("2", "PER", "Ann left"),
        ("4", "PER", "Bob. Ann"),
    ]
    told = {p.record[-1]: p.reason for p in report.problems}
    assert "found at 15" in told["2"] and "several times" in told["3"] and "found at 10" in told["4"]
    assert "not in the text" in told["5"]
    assert report.skipped == 2


def test_parts_of_a_composite_are_one_span_other_targets_one_each(tmp_path):
    (tmp_path / "text.txt").write_text("one two three", encoding="utf-8")
    first, second = annotation(1, 0, 3, "one")["target"], annotation(1, 8, 13, "three")["target"]
    both = annotation(1, 0, 0, "", target={"type": "Composite", "items": [first, second]}, creator={"name": "Eve"})
    each = annotation(2, 0, 0, "", target=[first, second], creator={"name": "Eve"})
    file = tmp_path / "marks.json"
    file.write_text(json.dumps({"@context": CONTEXT, "type": "AnnotationPage", "items": [both, each]}))
    (record,), report = read_all(file)
    (made,) = record.sets
    assert made.annotator == "Eve" and not report.problems
    assert [[(f.start, f.end) for f in s.fragments] for s in made.spans] == [[(0, 3), (8, 13)], [(0, 3)], [(8, 13)]]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"type": "Squirrel"}, "type"),
        ({"id": ["http://example.org/1", "http://example.org/2"]}, "id"),
        ({"target": 9}, "target"),
        ({"bodyValue": "x"}, "bodyValue"),
        ({"created": "yesterday"}, "created"),
        ({"creator": 6}, "creator"),
        ({"via": "no address"}, "via"),
        ({"body": {"type": "TextualBody"}}, "no text"),
        ({"@context": "http://example.org/other.json"}, "context"),
    ],
)
def test_what_the_recommendation_forbids_is_refused_by_name(tmp_path, change, words):
    (tmp_path / "text.txt").write_text("Ann met Bob.", encoding="utf-8")
    file = tmp_path / "marks.json"
    file.write_text(json.dumps({**annotation(1, 0, 3, "Ann"), **change}), encoding="utf-8")
    records, report = read_all(file)
    assert records == [] and report.skipped == 1
    assert words in report.problems[0].reason


def test_a_cut_collection_gives_what_is_whole_and_says_that_it_is_cut(tmp_path):
    from annotation_schema.model import AnnotationSet, Article, ArticleRecord, Fragment, Span, SpanId, Status

    spans = tuple(Span(SpanId(7 + n), "ACTOR", (Fragment(n, n + 3),)) for n in range(3))
    record = ArticleRecord(Article("a", "t", "words enough"), (AnnotationSet("Ada", Status.STARTED, {}, spans),))
    trip = there_and_back("web-annotation", [record], tmp_path, file="out.jsonld")
    file = tmp_path / "cut.jsonld"
    file.write_bytes(trip.first[""][:-300])
    (found,), report = read_all(file)
    assert len(found.sets[0].spans) == 2
    assert [p.reason for p in report.problems][-1] == "The file ends before its end."


def test_the_address_of_a_foreign_annotation_goes_out_and_comes_in_again(tmp_path):
    from harness import SCHEMA

    from desktop.core.exporters.door import export
    from desktop.core.importing import import_sources
    from desktop.core.project import Project

    (tmp_path / "text.txt").write_text("Ann met Bob.", encoding="utf-8")
    file = tmp_path / "marks.jsonld"
    file.write_text(json.dumps(annotation(1, 0, 3, "Ann")), encoding="utf-8")
    for number in (1, 2):
        with Project.create(tmp_path / f"{number}.pressmark", SCHEMA, annotator="Ada") as project:
            import_sources(project, [file], format="web-annotation")
            file = tmp_path / f"{number}.jsonld"
            export(project, file, format="web-annotation")
        (found,) = [i for i in json.loads(file.read_text())["first"]["items"] if i["motivation"] == "tagging"]
        assert found["via"] == "http://example.org/1"
