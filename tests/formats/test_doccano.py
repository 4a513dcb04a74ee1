"""doccano: out and back, as its import reads it (a second reader from its documentation), and files by others."""

from __future__ import annotations

import json
import tempfile
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from harness import SCHEMA, differences, projects, there_and_back
from hypothesis import given, settings

from desktop.core.exporters.door import export
from desktop.core.exporters.report import Discontinuous, ExportOptions
from desktop.core.importing import import_sources
from desktop.core.project import Project
from desktop.core.readers.doccano import read
from desktop.core.readers.report import Report


@given(records=projects())
@settings(max_examples=15)
def test_out_and_back_is_the_same(records):
    with tempfile.TemporaryDirectory() as folder:
        trip = there_and_back("doccano", records, Path(folder), file="out.jsonl")
    assert trip.report.dropped == ()
    assert differences(trip) == []
    assert {r.article.uid for r in trip.after} == {r.article.uid for r in trip.before}
    assert trip.first == trip.second
    assert trip.imported.problems == ()


@given(records=projects())
@settings(max_examples=5)
def test_policies_for_parts_are_followed(records):
    for parts in (Discontinuous.HULL, Discontinuous.SKIP):
        with tempfile.TemporaryDirectory() as folder:
            options = ExportOptions(discontinuous=parts)
            trip = there_and_back("doccano", records, Path(folder), options=options, file="out.jsonl")
        assert differences(trip) == []
        assert all(len(s.fragments) == 1 for r in trip.after for held in r.annotations for s in held.spans)


def imported(line: str) -> tuple[str, list[tuple[int, int, str]], list[tuple[int, int, str]]]:
    """An example as doccano's "JSONL(Relation)" import takes it: fields and checks of its documentation."""
    row = json.loads(line)
    assert isinstance(row["text"], str) and row["text"]
    spans: dict[int, tuple[int, int, str]] = {}
    for entity in row["entities"]:
        start, end, label = entity["start_offset"], entity["end_offset"], entity["label"]
        assert 0 <= start < end <= len(row["text"])
        assert 0 < len(label) <= 100
        assert entity["id"] not in spans
        spans[entity["id"]] = (start, end, label)
    links = [(r["from_id"], r["to_id"], r["type"]) for r in row["relations"]]
    assert all(source in spans and target in spans and kind for source, target, kind in links)
    return row["text"], list(spans.values()), links


@given(records=projects())
@settings(max_examples=15)
def test_a_second_reader_finds_every_part_and_link(records):
    with tempfile.TemporaryDirectory() as folder:
        trip = there_and_back("doccano", records, Path(folder), file="out.jsonl")
    found: Counter[object] = Counter()
    links = 0
    for line in trip.first[""].decode().split("\n")[:-1]:
        text, spans, relations = imported(line)
        found.update((text, *span) for span in spans)
        links += len(relations)
    sets = [(r.article.text, held) for r in trip.before for held in r.annotations]
    assert found == Counter((t, f.start, f.end, s.label) for t, h in sets for s in h.spans for f in s.fragments)
    assert links == sum(len(held.relations) for _, held in sets)


@given(records=projects(annotators=1))
@settings(max_examples=5)
def test_without_relations_in_the_schema_it_is_the_plain_form(records):
    records = [replace(r, annotations=tuple(replace(held, relations=()) for held in r.annotations)) for r in records]
    plain = replace(SCHEMA, relations=())
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with Project.create(folder / "a.pressmark", plain, annotator="Ada") as one:
            one.add_articles(records)
            export(one, folder / "1.jsonl", format="doccano")
        with Project.create(folder / "b.pressmark", plain, annotator="Ada") as two:
            import_sources(two, [folder / "1.jsonl"], format="doccano")
            export(two, folder / "2.jsonl", format="doccano")
        lines = (folder / "1.jsonl").read_bytes()
        assert lines == (folder / "2.jsonl").read_bytes()
    for line in lines.decode().split("\n")[:-1]:
        row = json.loads(line)
        assert set(row) == {"text", "label", "pressmark"}
        assert all(0 <= start < end <= len(row["text"]) and label for start, end, label in row["label"])


def found(tmp_path: Path, *rows: dict) -> tuple[list, Report]:
    path = tmp_path / "x.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    report = Report()
    return list(read(path, report)), report


def spans(records: list) -> list[list[tuple[str, str]]]:
    return [
        [(s.type, r.article.text[s.fragments[0].start : s.fragments[0].end]) for held in r.sets for s in held.spans]
        for r in records
    ]


@pytest.mark.parametrize("text", ["text", "data", "column_data"])
@pytest.mark.parametrize("label", ["label", "labels", "entities", "annotations", "column_label", "anything"])
def test_the_names_that_its_users_chose_are_found(tmp_path, text, label):
    records, report = found(tmp_path, {text: "Rome fell", label: [[0, 4, "LOC"], [5, 9, "V"]]})
    assert spans(records) == [[("LOC", "Rome"), ("V", "fell")]]
    assert report.problems == ()


def test_relations_are_by_the_ids_of_the_file(tmp_path):
    row = {"id": 7, "text": "Ann in Rome", "relations": [{"id": 3, "from_id": 90, "to_id": 80, "type": "in"}]}
    row["entities"] = [
        {"id": 80, "start_offset": 7, "end_offset": 11, "label": "LOC"},
        {"id": 90, "start_offset": 0, "end_offset": 3, "label": "PER"},
    ]
    row["relations"].append({"id": 4, "from_id": 90, "to_id": 81, "type": "in"})
    records, report = found(tmp_path, row)
    held = records[0].sets[0]
    types = {s.key: s.type for s in held.spans}
    assert [(r.type, types[r.source], types[r.target]) for r in held.relations] == [("in", "PER", "LOC")]
    assert len(report.problems) == 1


def test_emoji_before_spans_are_told_once(tmp_path):
    row = {"text": "\U0001f327 Rome", "label": [[2, 6, "LOC"]]}
    records, report = found(tmp_path, row, row | {"text": "\U0001f327 Oslo"})
    assert spans(records) == [[("LOC", "Rome")], [("LOC", "Oslo")]]
    assert len(report.problems) == 1 and report.skipped == 0


@pytest.mark.parametrize(
    "bad", [[0, 99, "X"], [4, 4, "X"], [5, 2, "X"], [-1, 2, "X"], ["0", 4, "X"], [0, 4, ""], [0, 4], 3]
)
def test_a_label_that_is_wrong_is_told_and_costs_no_other(tmp_path, bad):
    records, report = found(tmp_path, {"text": "Rome fell", "label": [bad, [5, 9, "V"]]})
    assert spans(records) == [[("V", "fell")]]
    assert [p.line for p in report.problems] == [1]
