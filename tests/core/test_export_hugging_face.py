"""The folder for ``datasets``: loaded by it without a network, with every span where it should be."""

from __future__ import annotations

import json

import pytest

from desktop.core.exporters.door import export
from desktop.core.exporters.report import ExportOptions, SplitChoice
from desktop.core.importing import import_sources
from desktop.core.project import Project
from desktop.core.resources import default_schema, sample_record_file


@pytest.fixture
def project(tmp_path):
    made = Project.create(tmp_path / "p.pressmark", default_schema(), annotator="Ada")
    import_sources(made, [sample_record_file()])
    yield made
    made.close()


def test_datasets_loads_the_folder_offline(project, tmp_path, monkeypatch):
    for name in ("HF_HUB_OFFLINE", "HF_DATASETS_OFFLINE"):
        monkeypatch.setenv(name, "1")
    monkeypatch.setenv("HF_HOME", str(tmp_path / "hub"))
    datasets = pytest.importorskip("datasets", reason="datasets is not installed")
    out = tmp_path / "set"
    report = export(project, out, format="hf", options=ExportOptions(split=SplitChoice((3.0, 1.0, 1.0), 2)))
    loaded = datasets.load_dataset(str(out), cache_dir=str(tmp_path / "cache"))
    assert set(loaded) == {"train", "validation", "test"}
    found = {row["uid"]: row for part in loaded.values() for row in part}
    records = list(project.records())
    assert set(found) == {r.article.uid for r in records}
    spans = 0
    for record in records:
        row = found[record.article.uid]
        assert row["text"] == record.article.text
        for held, given in zip(record.annotations, row["annotations"], strict=True):
            assert len(held.relations) == len(given["relations"])
            for span, one in zip(held.spans, given["spans"], strict=True):
                assert [(f.start, f.end) for f in span.fragments] == [(f["start"], f["end"]) for f in one["fragments"]]
                assert " … ".join(row["text"][f["start"] : f["end"]] for f in one["fragments"]) == one["text"]
                values = {a["name"]: json.loads(a["value"]) for a in one["attributes"]}
                assert values == {k: list(v) if isinstance(v, tuple) else v for k, v in span.attributes.items()}
                spans += 1
    assert spans == report.spans > 100


def test_the_same_project_gives_the_same_bytes(project, tmp_path):
    pytest.importorskip("pyarrow", reason="pyarrow is not installed")
    one, two = (export(project, tmp_path / name, format="hf") for name in ("one", "two"))
    assert [f.sha256 for f in one.files] == [f.sha256 for f in two.files]
