"""The preview says what the export then does."""

from __future__ import annotations

import tempfile
from collections import Counter

import pytest
from test_division import made
from test_exporting import example

from desktop.core.errors import AppError, ErrorCode
from desktop.core.exporters import EXPORTERS
from desktop.core.exporters.door import export
from desktop.core.exporters.preview import preview
from desktop.core.exporters.report import ExportFilter, ExportOptions, SplitChoice
from desktop.core.project import Project
from desktop.core.resources import default_schema


@pytest.fixture
def project(tmp_path):
    with Project.create(tmp_path / "p.pressmark", default_schema(), annotator="ann") as opened:
        opened.add_articles([example()])
        opened.add_articles([made(n) for n in range(70)])
        yield opened


@pytest.mark.parametrize("spec", [s for s in EXPORTERS if s.format != "docbin"], ids=lambda s: s.format)
def test_it_is_what_the_export_writes(project, tmp_path, spec):
    if spec.format == "hf":
        pytest.importorskip("pyarrow")
    seen = preview(project, format=spec.format, sample=1_000)
    report = export(project, tmp_path / f"out{spec.extension}", format=spec.format)
    assert (seen.articles, seen.sampled) == (71, report.articles)
    assert dict(seen.losses) == dict(report.losses)
    if seen.file:
        whole = tmp_path / f"out{spec.extension}"
        data = (whole / seen.file if whole.is_dir() else whole).read_text("utf-8")
        assert data.startswith(seen.first)
        assert len(seen.first) > 20


def test_counts_are_of_all_losses_of_the_sample_and_parts_those_of_the_split(project, tmp_path):
    split = ExportOptions(split=SplitChoice((60.0, 20.0, 20.0)), filter=ExportFilter(labels=frozenset({"ACTOR"})))
    seen = preview(project, format="jsonl-flat", options=split, sample=5)
    report = export(project, tmp_path / "out", format="jsonl-flat", options=split)
    assert seen.sampled == 5
    assert seen.parts == report.split.parts
    assert sum(n for *_, n in seen.labels) == report.spans == seen.spans
    by_part = Counter()
    for part, _, n in seen.labels:
        by_part[part] += n
    for part, n in by_part.items():
        assert (tmp_path / "out" / f"{part}.jsonl").read_text("utf-8").count("\n") == n
    assert 0 < sum(n for _, n in seen.losses) < sum(n for _, n in report.losses)


def test_nothing_is_left_and_it_can_be_cancelled(project, tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temp"))
    (tmp_path / "temp").mkdir()
    preview(project, format="pressmark")
    with pytest.raises(AppError) as caught:
        preview(project, format="pressmark", cancelled=lambda: True)
    assert caught.value.code == ErrorCode.CANCELLED
    with pytest.raises(AppError):
        preview(project, format="nothing")
    assert list((tmp_path / "temp").iterdir()) == []


def test_an_empty_project(tmp_path):
    with Project.create(tmp_path / "p.pressmark", default_schema(), annotator="ann") as opened:
        seen = preview(opened, format="pressmark")
    assert (seen.articles, seen.first, seen.file) == (0, "", "")
