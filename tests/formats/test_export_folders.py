"""A folder that is exported into again holds the new export alone, and nothing that is somebody else's is touched."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from harness import SCHEMA, bytes_of

from annotation_schema.model import AnnotationSet, Article, ArticleRecord, Fragment, Span, SpanId, Status
from desktop.core.errors import AppError, ErrorCode
from desktop.core.exporters.door import export
from desktop.core.exporters.report import ExportFilter, ExportOptions, SplitChoice
from desktop.core.project import Project

BOTH = ExportOptions(card=True)
ONE = ExportOptions(card=True, filter=ExportFilter(annotators=frozenset({"Ada"})))


@pytest.fixture
def project(tmp_path):
    records = []
    for n, names in enumerate([("Ada",), ("Ada", "Bob"), ("Bob",)]):
        spans = [(Span(SpanId(10 * n + k), "ACTOR", (Fragment(0, 3),)),) for k in range(1, 3)]
        sets = tuple(AnnotationSet(name, Status.DONE, {}, s) for name, s in zip(names, spans, strict=False))
        records.append(ArticleRecord(Article(f"a{n}", f"t{n}", f"Ann said {n}."), sets))
    with Project.create(tmp_path / "p.pressmark", SCHEMA, annotator="Ada") as made:
        made.add_articles(records)
        yield made


@pytest.mark.parametrize("format", ["brat", "webanno-tsv", "conll2003"])
def test_what_a_manifest_says_was_ours_goes(project, tmp_path, format):
    export(project, tmp_path / "new", format=format, options=ONE)
    export(project, tmp_path / "set", format=format, options=BOTH)
    assert bytes_of(tmp_path / "set") != bytes_of(tmp_path / "new")
    (tmp_path / "set" / "my notes.md").write_text("mine")
    report = export(project, tmp_path / "set", format=format, options=ONE)
    found = bytes_of(tmp_path / "set")
    assert found.pop("my notes.md") == b"mine"
    assert found == bytes_of(tmp_path / "new")
    assert {str(tmp_path / "set" / name) for name in found} == {f.path for f in report.files}
    assert not [p for p in (tmp_path / "set").rglob("*") if p.is_dir() and not any(p.iterdir())]


def test_without_a_card_the_files_of_the_card_go_too(project, tmp_path):
    export(project, tmp_path / "set", format="brat", options=BOTH)
    export(project, tmp_path / "set", format="brat")
    export(project, tmp_path / "new", format="brat")
    assert bytes_of(tmp_path / "set") == bytes_of(tmp_path / "new")


def refused(project: Project, out: Path, format: str, options: ExportOptions) -> str:
    before, around = bytes_of(out), sorted(out.parent.iterdir())
    with pytest.raises(AppError) as found:
        export(project, out, format=format, options=options)
    assert found.value.code == ErrorCode.FILE_EXISTS
    assert bytes_of(out) == before and sorted(out.parent.iterdir()) == around
    return found.value.message


def test_data_of_the_same_kind_that_is_not_ours_is_named_and_stays(project, tmp_path):
    out = tmp_path / "set"
    export(project, out, format="brat")
    assert "Bob/a1.ann, Bob/a2.ann." in refused(project, out, "brat", ExportOptions(filter=ONE.filter))
    with pytest.raises(AppError, match="holds data") as found:
        export(project, out, format="brat", options=ExportOptions(filter=ONE.filter))
    assert found.value.hint is not None
    assert "delete those files first" in found.value.hint and "with a dataset card" in found.value.hint
    export(project, out, format="brat")  # the same again


def test_what_was_changed_since_it_was_written_is_no_longer_ours(project, tmp_path):
    out = tmp_path / "set"
    export(project, out, format="brat", options=BOTH)
    changed = out / "data" / "Bob" / "a2.ann"
    changed.write_text(changed.read_text() + "T9\tACTOR 0 3\tAnn\n")
    assert "data/Bob/a2.ann." in refused(project, out, "brat", ONE)


def test_a_part_of_an_earlier_split_does_not_stay(project, tmp_path):
    first, second = (ExportOptions(split=SplitChoice(shares, 1)) for shares in [(1.0, 1.0, 98.0), (98.0, 1.0, 1.0)])
    export(project, tmp_path / "set", format="jsonl-flat", options=first)
    assert "test.jsonl" in refused(project, tmp_path / "set", "jsonl-flat", second)


@pytest.mark.parametrize("name", ["../beside.txt", "/etc/hostname", "a/../../beside.txt", "C:\\x", "", "."])
def test_a_manifest_reaches_nothing_outside_of_its_folder(project, tmp_path, name):
    from desktop.core.exporters.leftovers import find

    (tmp_path / "beside.txt").write_bytes(b"")
    out = tmp_path / "set"
    out.mkdir()
    empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    held = {"format": "pressmark-dataset/1", "files": [{"name": name, "sha256": empty}, 3]}
    (out / "manifest.json").write_text(json.dumps(held))
    assert list(find(out, ["data/x.ann"], ".ann")) == ["manifest.json"]
