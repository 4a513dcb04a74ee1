"""Which format a JSON file is: told where that is certain, and left to its extension where it is not."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

import pytest
from harness import SCHEMA, projects
from hypothesis import given, settings

from desktop.core.exporters.door import export
from desktop.core.importing import import_sources
from desktop.core.project import Project
from desktop.core.readers import detect
from desktop.core.readers.sniffing import sniff

SAMPLES = Path(__file__).parents[3] / "shared" / "data" / "formats"


@pytest.mark.parametrize(("format", "name"), [("prodigy", "x.jsonl"), ("doccano", "x.jsonl"), ("label-studio", "x")])
@given(records=projects(articles=1))
@settings(max_examples=4)
def test_our_own_exports_come_back_without_a_format_being_named(format, name, records):
    with tempfile.TemporaryDirectory() as folder:
        with Project.create(Path(folder) / "a.pressmark", SCHEMA, annotator="Ada") as one:
            one.add_articles(records)
            written = export(one, Path(folder) / name, format=format)
        with Project.create(Path(folder) / "b.pressmark", SCHEMA, annotator="Ada") as two:
            report = import_sources(two, [Path(written.files[0].path)])
        assert report.spans == written.spans and report.articles == 1


@pytest.mark.parametrize(
    ("held", "format"),
    [
        ({"text": "x", "_task_hash": 3}, "prodigy"),
        ({"text": "x", "spans": [{"start": 0, "end": 1, "label": "X"}]}, "prodigy"),
        ({"text": "x", "entities": [{"id": 0, "start_offset": 0, "end_offset": 1, "label": "X"}]}, "doccano"),
        ({"text": "x", "spans": []}, ""),
        ({"text": "x", "label": "sports"}, ""),
        ({"text": "x", "entities": ["Rome"]}, ""),
        ({"format": "pressmark/1", "text": "x", "annotations": []}, ""),
        ({"data": {"text": "x"}}, ""),
        ({"data": {"text": "x"}, "annotations": []}, "label-studio"),
        ([{"data": {"text": "x"}, "predictions": []}], "label-studio"),
        ([{"text": "x"}], ""),
    ],
)
def test_only_what_is_certain_is_told(tmp_path, held, format):
    path = tmp_path / "x.jsonl"
    path.write_text(json.dumps(held) + "\n", encoding="utf-8")
    assert sniff(path) == format
    assert detect(path).format == (format or "jsonl")


def test_a_file_that_is_not_there_or_has_another_extension_is_left_to_others(tmp_path):
    assert detect(tmp_path / "none.jsonl").format == "jsonl"
    other = tmp_path / "x.txt"
    other.write_text('{"text": "x", "_task_hash": 3}', encoding="utf-8")
    assert detect(other).format == "txt"


@pytest.mark.skipif(not SAMPLES.is_dir(), reason="the samples of others are not here (../shared)")
@pytest.mark.parametrize(
    ("folder", "format"), [("prodigy", "prodigy"), ("label-studio", "label-studio"), ("cas-json", "cas-json")]
)
def test_samples_of_others_are_told_apart(folder, format):
    files = [p for p in (SAMPLES / folder).rglob("*") if p.suffix in (".json", ".jsonl")]
    assert files
    assert {sniff(path) for path in files} == {format}
