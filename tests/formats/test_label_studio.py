"""Label Studio: out and back, as its own SDK reads it, and what it exports itself, in all ways of counting."""

from __future__ import annotations

import json
import tempfile
from collections import Counter
from pathlib import Path

import pytest
from harness import SCHEMA, differences, projects, there_and_back
from hypothesis import given, settings

from annotation_schema.model import (
    AnnotationSet,
    Article,
    ArticleRecord,
    Fragment,
    Relation,
    RelationId,
    Span,
    SpanId,
    Status,
    Suggestion,
    SuggestionId,
    SuggestionSet,
)
from desktop.core.exporters.door import export
from desktop.core.exporters.label_studio_config import config
from desktop.core.exporters.report import Discontinuous, ExportOptions
from desktop.core.project import Project
from desktop.core.readers.label_studio import read
from desktop.core.readers.report import Report


@given(records=projects())
@settings(max_examples=15)
def test_out_and_back_is_the_same_but_for_what_the_report_names(records):
    with tempfile.TemporaryDirectory() as folder:
        trip = there_and_back("label-studio", records, Path(folder))
    assert differences(trip) == []
    assert {r.article.uid for r in trip.after} == {r.article.uid for r in trip.before}
    assert trip.first == trip.second
    assert trip.imported.problems == ()


def test_relations_keep_their_ids_and_attributes(tmp_path):
    places = (("LOCATION", 0), ("CLAIM", 5))
    spans = tuple(Span(SpanId(7 + at), label, (Fragment(at, at + 4),)) for label, at in places)
    (choice,) = SCHEMA.relation("PLACE_OF").attributes
    link = Relation(RelationId(99), "PLACE_OF", SpanId(12), SpanId(7), {choice.name: choice.choices[0].value})
    held = AnnotationSet("Ada", Status.STARTED, {}, spans, (link,))
    trip = there_and_back("label-studio", [ArticleRecord(Article("a", "t", "Rome fell."), (held,))], tmp_path)
    assert trip.after[0].annotations[0].relations == (link,) and trip.report.dropped == ()


@given(records=projects())
@settings(max_examples=5)
def test_policies_for_parts_are_followed(records):
    for parts in (Discontinuous.HULL, Discontinuous.SKIP):
        with tempfile.TemporaryDirectory() as folder:
            trip = there_and_back("label-studio", records, Path(folder), options=ExportOptions(discontinuous=parts))
        assert differences(trip) == []
        assert all(len(s.fragments) == 1 for r in trip.after for held in r.annotations for s in held.spans)


@given(records=projects())
@settings(max_examples=15)
def test_the_sdk_finds_every_annotation_valid(records):
    interface = pytest.importorskip("label_studio_sdk.label_interface").LabelInterface
    with tempfile.TemporaryDirectory() as folder:
        trip = there_and_back("label-studio", records, Path(folder))
    labelling = interface(trip.first["labelling-config.xml"].decode())
    labelling.validate()
    for task in json.loads(trip.first["corpus.json"]):
        for annotation in task["annotations"]:
            assert labelling.validate_annotation(annotation)
            for result in annotation["result"]:
                if result["type"] == "labels":
                    value = result["value"]
                    assert task["data"]["text"][value["start"] : value["end"]] == value["text"]


@given(records=projects(annotators=1))
@settings(max_examples=5)
def test_its_converter_counts_the_same_regions(records):
    converter = pytest.importorskip("label_studio_sdk.converter").Converter
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        trip = there_and_back("label-studio", records, folder)
        tasks = json.loads(trip.first["corpus.json"])
        for number, task in enumerate(tasks, start=1):  # as the server numbers them
            task["id"] = number
            for annotation in task["annotations"]:
                annotation |= {"id": number, "completed_by": 1}
        (folder / "tasks.json").write_text(json.dumps(tasks), encoding="utf-8")
        convert = converter(trip.first["labelling-config.xml"].decode(), str(folder), download_resources=False)
        convert.convert_to_json_min(str(folder / "tasks.json"), str(folder / "min"), is_dir=False)
        rows = json.loads((folder / "min" / "result.json").read_text(encoding="utf-8"))
    pieces = Counter(
        (r.article.text[f.start : f.end], s.label)
        for r in trip.before
        for held in r.annotations
        for s in held.spans
        for f in s.fragments
    )
    found = Counter((one["text"], one["labels"][0]) for row in rows for one in row.get("label", []))
    assert found == pieces


def test_the_configuration_has_all_that_the_label_schema_has():
    interface = pytest.importorskip("label_studio_sdk.label_interface").LabelInterface
    made = interface(config(SCHEMA))
    assert set(made.get_control("label").labels) == {label.name for label in SCHEMA.labels}
    names = {f"{label.name}.{a.name}" for label in SCHEMA.labels for a in label.attributes}
    assert names | {"label"} <= set(made._controls)


def test_suggestions_are_predictions_when_asked_and_never_else(tmp_path):
    found = (
        Suggestion(SuggestionId(7), "LOCATION", "GPE", (Fragment(0, 4),), "p", "1", score=0.75),
        Suggestion(SuggestionId(8), "CLAIM", "CLAIM", (Fragment(0, 4), Fragment(10, 12)), "q", "2"),
    )
    record = ArticleRecord(Article("a", "t", "Rome fell, they say."), (), SuggestionSet(found))
    with Project.create(tmp_path / "p.pressmark", SCHEMA, annotator="Ada") as project:
        project.add_articles([record])
        export(project, tmp_path / "with", format="label-studio", options=ExportOptions(with_suggestions=True))
        export(project, tmp_path / "without", format="label-studio")
    (task,) = json.loads((tmp_path / "with" / "corpus.json").read_text(encoding="utf-8"))
    assert [p["model_version"] for p in task["predictions"]] == ["p 1", "q 2"]
    assert task["predictions"][0]["result"][0]["score"] == 0.75
    assert len(task["predictions"][1]["result"]) == 2 and task["annotations"] == []
    interface = pytest.importorskip("label_studio_sdk.label_interface").LabelInterface
    labelling = interface((tmp_path / "with" / "labelling-config.xml").read_text(encoding="utf-8"))
    assert all(labelling.validate_prediction(one) for one in task["predictions"])
    assert b"predictions" not in (tmp_path / "without" / "corpus.json").read_bytes()
    records = list(read(tmp_path / "with" / "corpus.json", report := Report()))
    assert records[0].sets == () and len(report.problems) == 1


def region(start: object, end: object, text: str | None = None, label: str = "LOC", **more: object) -> dict:
    value = {"start": start, "end": end, "labels": [label]} | ({} if text is None else {"text": text})
    return {"id": f"r{start}", "from_name": "l", "to_name": "t", "type": "labels", "value": value} | more


def found(tmp_path: Path, held: object) -> tuple[list, Report]:
    path = tmp_path / "x.json"
    path.write_text(json.dumps(held), encoding="utf-8")
    report = Report()
    return list(read(path, report)), report


def task(text: str, *results: dict, **more: object) -> dict:
    return {"data": {"text": text}, "annotations": [{"result": list(results)} | more]}


def spans(records: list) -> list[list[tuple[str, str, str]]]:
    return [
        [
            (held.annotator, s.type, r.article.text[s.fragments[0].start : s.fragments[0].end])
            for held in r.sets
            for s in held.spans
        ]
        for r in records
    ]


@pytest.mark.parametrize(
    ("text", "start", "told"),
    [
        ("\U0001f327\U0001f327 in Rome", 6, 0),  # code points
        ("\U0001f327\U0001f327 in Rome", 8, 1),  # UTF-16 units
        ("a\r\nb\r\n in Rome", 10, 0),  # CR LF is two
        ("a\r\nb\r\n in Rome", 8, 1),  # CR LF is one
        ("\U0001f327\r\n in Rome", 7, 0),  # two ways explain it alike: the one of today
    ],
)
def test_the_way_of_counting_is_found_by_the_text_of_the_regions(tmp_path, text, start, told):
    records, report = found(tmp_path, [task(text, region(start, start + 4, "Rome"))])
    assert spans(records) == [[("", "LOC", "Rome")]]
    assert len(report.problems) == told and report.skipped == 0


def test_each_annotator_is_a_set_and_a_cancelled_annotation_none(tmp_path):
    one = task("Rome fell", region(0, 4, "Rome"), completed_by={"id": 4, "email": "a@b.c"})
    one["annotations"] += [
        {"result": [region(5, 9, "fell", "V")], "completed_by": 7},
        {"result": [region(5, 9, "fell", "W")], "completed_by": 7},
        {"result": [region(5, 9, "fell", "X")], "was_cancelled": True},
    ]
    records, report = found(tmp_path, one)
    assert spans(records) == [
        [("a@b.c", "LOC", "Rome"), ("user-7", "V", "fell"), ("user-7 (2)", "W", "fell")],
    ]
    assert len(report.problems) == 1


def test_attributes_notes_and_relations_go_by_the_ids_of_regions(tmp_path):
    results = [
        region(0, 4, "Rome", meta={"text": ["why?"]}),
        region(5, 9, "fell", "V"),
        {"id": "r0", "from_name": "sure", "type": "choices", "value": {"start": 0, "end": 4, "choices": ["a", "b"]}},
        {"id": "r0", "from_name": "topic", "type": "taxonomy", "value": {"taxonomy": [["x", "y"]]}},
        {"id": "zz", "from_name": "mood", "type": "choices", "value": {"choices": ["grim"]}},
        {"type": "relation", "from_id": "r5", "to_id": "r0", "direction": "right", "labels": ["what"]},
        {"type": "relation", "from_id": "r5", "to_id": "r0", "direction": "left", "labels": ["by"]},
        {"type": "relation", "from_id": "r5", "to_id": "no", "direction": "right", "labels": ["x"]},
    ]
    records, report = found(tmp_path, [task("Rome fell", *results)])
    (held,) = records[0].sets
    assert held.spans[0].values == {"sure": ("a", "b"), "topic": "x/y", "note": "why?"}
    assert held.values == {"mood": "grim"}
    assert [(r.type, r.source, r.target) for r in held.relations] == [("what", "r5", "r0"), ("by", "r0", "r5")]
    assert len(report.problems) == 1


@pytest.mark.parametrize(
    "bad",
    [
        region(0, 99, "Rome"),
        region(4, 4),
        region(9, 2),
        region(-3, 4),
        region("0", "4"),
        region(0, 4, "Oslo"),
        region(0, 4, "Rome", ""),
        {"id": "p", "type": "paragraphlabels", "value": {"start": "0", "end": "0", "paragraphlabels": ["X"]}},
    ],
)
def test_a_region_that_is_wrong_is_told_and_costs_no_other(tmp_path, bad):
    records, report = found(tmp_path, [task("Rome fell", bad, region(5, 9, "fell", "V"))])
    assert spans(records) == [[("", "V", "fell")]]
    assert len(report.problems) == 1


@pytest.mark.parametrize(
    "held", [3, "x", None, [], [3], {"annotations": []}, [{"data": {}}], [{"data": {"text": " "}}]]
)
def test_what_is_no_task_is_refused_with_a_sentence(tmp_path, held):
    records, report = found(tmp_path, held)
    assert records == [] and (report.problems or held == [])


def test_half_a_character_anywhere_refuses_that_task_alone(tmp_path):
    good = task("Rome fell", region(0, 4, "Rome"))
    records, report = found(tmp_path, [task("x \ud800"), task("Rome", region(0, 4, "Rome", "\ud800")), good])
    assert spans(records) == [[("", "LOC", "Rome")]]
    assert [p.record for p in report.problems] == ["1", "2"]
