"""Files that are damaged, or made to do harm: a sentence that a user understands, and nothing else happens."""

from __future__ import annotations

import json
import os
import zipfile

import pytest

from annotation_schema.model import AnnotationSet, Article, ArticleRecord, Fragment, Span, SpanId
from desktop.core.errors import AppError, ErrorCode
from desktop.core.exporters.door import export
from desktop.core.exporters.report import ExportFilter, ExportOptions
from desktop.core.foreign.mapping import load
from desktop.core.importing import import_sources
from desktop.core.project import Project
from desktop.core.resources import default_schema

WHOLE = {
    b"[" * 100_000 + b"]" * 100_000: "The JSON is nested too deeply.",
    b'{"a":' * 100_000 + b"1" + b"}" * 100_000: "The JSON is nested too deeply.",
    b'{"text": "x", "n": ' + b"9" * 5_000 + b"}": "It holds a number with too many digits.",
    b"": "The file is empty.",
    b" \n\n": "The file is empty.",
    b'{"text": "Kyiv"': "It is not valid JSON: Expecting ',' delimiter: line 1 column 16 (char 15).",
}


@pytest.mark.parametrize("format", ["label-studio", "web-annotation", "cas-json"])
def test_json_that_is_none_is_told_in_words_of_ours(format, tmp_path):
    with Project.create(tmp_path / "p.pressmark", default_schema(), annotator="Ada") as project:
        for number, (data, sentence) in enumerate(WHOLE.items()):
            file = tmp_path / f"{number}.json"
            file.write_bytes(data)
            report = import_sources(project, [file], format=format)
            assert [p.reason for p in report.problems] == [sentence] and report.articles == 0


@pytest.mark.parametrize("number", ["NaN", "-Infinity", "1e999"])
@pytest.mark.parametrize(
    "form", ['[{{"data": {{"text": "Kyiv", "score": {n}}}, "id": {n}}}]', '{{"text": "Kyiv", "s": {n}}}']
)
def test_a_number_that_json_does_not_have_stops_no_later_export(form, number, tmp_path):
    file = tmp_path / "x.json"
    file.write_text(form.format(n=number))
    with Project.create(tmp_path / "p.pressmark", default_schema(), annotator="Ada") as project:
        report = import_sources(project, [file], format="label-studio" if form.startswith("[") else "jsonl")
        assert [p.reason for p in report.problems] == [f"{number} is no JSON value; read as null."]
        assert export(project, tmp_path / "out.jsonl", format="pressmark").articles == 1


@pytest.mark.parametrize(
    ("held", "words"),
    [
        ('"types": {"PER": {"label": "two words"}}', "“two words”"),
        ('"types": {"PER": {"label": "ACTOR", "attributes": {"type": 1e999}}}', "1e999"),
        ('"types": {"PER": {"label": "ACTOR", "attributes": {"type": NaN}}}', "NaN"),
        ('"relations": {"x": {"relation": "NO WAY"}}', "“NO WAY”"),
        ('"types": ' + "[" * 100_000, "nested too deeply"),
    ],
)
def test_a_mapping_that_no_project_could_hold_is_refused_with_its_file(held, words, tmp_path):
    file = tmp_path / "names.json"
    file.write_text('{"format": "pressmark-mapping/1", ' + held + "}")
    with pytest.raises(AppError) as refused:
        load(file)
    assert words in str(refused.value) and "names.json" in str(refused.value)


@pytest.mark.parametrize("date", ["2024-13", "2024-02-30", "2024-99-99", "0000"])
def test_a_day_that_no_calendar_has_is_no_border_of_an_export(date, tmp_path):
    with (
        Project.create(tmp_path / "p.pressmark", default_schema(), annotator="Ada") as project,
        pytest.raises(AppError, match="is not a date"),
    ):
        export(project, tmp_path / "out", format="csv", options=ExportOptions(filter=ExportFilter(since=date)))


def test_an_export_takes_no_place_of_a_device_and_no_name_that_cannot_be(tmp_path):
    device = tmp_path / "pipe"
    try:
        os.mkfifo(device)
    except (AttributeError, OSError):
        pytest.skip("no pipes here")
    with Project.create(tmp_path / "p.pressmark", default_schema(), annotator="Ada") as project:
        for out, code in ((device, ErrorCode.USAGE), (tmp_path / ("n" * 300), ErrorCode.SAVE_FAILED)):
            for format in ("pressmark", "csv"):
                with pytest.raises(AppError) as refused:
                    export(project, out, format=format)
                assert refused.value.code is code
    assert device.is_fifo()


def test_a_whole_number_in_words_keeps_every_digit(tmp_path):
    (tmp_path / "a.txt").write_text("Kyiv")
    (tmp_path / "a.ann").write_text("T1\tLOCATION 0 4\tKyiv\nA1\tgeonames_id T1 90071992547409931\n")
    with Project.create(tmp_path / "p.pressmark", default_schema(), annotator="Ada") as project:
        import_sources(project, [tmp_path / "a.ann"], format="brat")
        (record,) = project.records()
    assert record.annotations[0].spans[0].attributes["geonames_id"] == 90071992547409931


@pytest.mark.parametrize(("format", "name"), [("prodigy", "x.jsonl"), ("refi-qda", "x.qdpx"), ("brat", "x")])
def test_a_span_that_was_moved_against_what_the_file_says_of_it_is_left_out(format, name, tmp_path):
    text = "Olena Bondar spoke in Kyiv."
    held = AnnotationSet("Ada", spans=(Span(SpanId(2**60), "ACTOR", (Fragment(0, 5),)),))
    with Project.create(tmp_path / "a.pressmark", default_schema(), annotator="Ada") as project:
        project.add_articles([ArticleRecord(Article("a", "", text), (held,))])
        export(project, tmp_path / name, format=format)
    if format == "prodigy":
        task = json.loads((tmp_path / name).read_text())
        task["spans"][0] |= {"start": 1, "end": 6}
        (tmp_path / name).write_text(json.dumps(task))
    elif format == "brat":
        file = tmp_path / name / "Ada" / "a.ann"
        file.write_text(file.read_text().replace("ACTOR 0 5", "ACTOR 1 6"))
    else:
        with zipfile.ZipFile(tmp_path / name) as old:
            parts = {one: old.read(one) for one in old.namelist()}
        with zipfile.ZipFile(tmp_path / name, "w") as new:
            for one, data in parts.items():
                new.writestr(
                    one, data.replace(b'startPosition="0" endPosition="5"', b'startPosition="1" endPosition="6"')
                )
    with Project.create(tmp_path / "b.pressmark", default_schema(), annotator="Ada") as project:
        report = import_sources(project, [tmp_path / name], format=format)
        assert (report.articles, report.spans, len(report.problems)) == (1, 0, 1)


@pytest.mark.parametrize(
    ("format", "data"),
    [
        ("conll2003", "Kyiv B-LOC\n\n\tB-PER\nOlena\tB-PER\n\n"),
        ("conll2003", "Kyiv\tB-LOC\nOlena\tB-PER\n\tB-PER\n"),
        ("conllu", "0\tKyiv\t_\t_\t_\t_\t_\t_\t_\tname=B-LOC\n1\tsaid\t_\t_\t_\t_\t_\t_\t_\t_\n\n"),
        (
            "prodigy",
            '{"text": "Kyiv", "answer": "accept", "relations": [{"label": "x", "head_span": {"start": [1]}}]}',
        ),
        (
            "label-studio",
            '[{"data": {"text": "Kyiv"}, "annotations": [{"result": [{"id": {}, "type": "labels", "value": {"labels": '
            '["LOC"], "start": 0, "end": 4}}, {"type": "choices", "from_name": "x", "value": {"choices": ["y"]}}]}]}]',
        ),
    ],
)
def test_lines_and_ids_that_are_none_are_no_fault_of_ours(format, data, tmp_path):
    (tmp_path / "x.txt").write_text(data)
    with Project.create(tmp_path / "p.pressmark", default_schema(), annotator="Ada") as project:
        report = import_sources(project, [tmp_path / "x.txt"], format=format)
    assert report.articles == 1 and not any("unexpectedly" in p.reason for p in report.problems)
