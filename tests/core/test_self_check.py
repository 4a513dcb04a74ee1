"""Files are read back before they are final: a fault in a format or its reader fails the export and changes nothing."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from test_exporting import TEXT, example, leftovers

from annotation_schema.model import Article, Fragment
from desktop.core import readers
from desktop.core.errors import AppError, ErrorCode
from desktop.core.exporters import EXPORTERS, ExporterSpec, door, exporter
from desktop.core.exporters.census import Census
from desktop.core.exporters.report import ExportOptions, Written
from desktop.core.foreign.model import ForeignRecord, ForeignSet, ForeignSpan
from desktop.core.project import Project
from desktop.core.readers import ReaderSpec
from desktop.core.resources import default_schema


def write(job, *, change=lambda row: row, tell=True):
    """A small format: one JSON object a span."""
    spans = articles = 0
    path = job.target("")
    with path.open("w", encoding="utf-8") as file:
        for record in job.records():
            articles += 1
            for held in record.annotations:
                for span in held.spans:
                    row = [record.article.uid, span.label, [[f.start, f.end] for f in span.fragments]]
                    file.write(json.dumps(change(row)) + "\n")
                    spans += 1
                    if tell:
                        job.wrote(record.article.uid, span.label, span.fragments)
    return Written((path.name,), articles, spans, 0)


def read(path, report, *, change=lambda row: row):
    for line in path.read_text("utf-8").splitlines():
        uid, label, places = change(json.loads(line))
        span = ForeignSpan("1", label, tuple(Fragment(a, b) for a, b in places))
        yield ForeignRecord(Article(uid, "", TEXT), (ForeignSet("x", (span,)),))


@pytest.fixture
def project(tmp_path):
    with Project.create(tmp_path / "p.pressmark", default_schema(), annotator="ann") as made:
        made.add_articles([example(), example("a2")])
        yield made


@pytest.fixture
def export(project, tmp_path, monkeypatch):
    (tmp_path / "out.toy").write_text("the last good export", encoding="utf-8")

    def run(writing=write, reading=read, **options):
        spec = ExporterSpec("toy", "Toy", ".toy", False, False, writing)
        monkeypatch.setattr(door, "exporter", lambda name: spec if name == "toy" else exporter(name))
        reader = ReaderSpec("toy", "Toy", (".toy",), reading, annotated=True)
        monkeypatch.setattr(readers, "READERS", (*readers.READERS, reader))
        return door.export(project, tmp_path / "out.toy", format="toy", **options)

    return run


def test_what_was_written_is_read_back(export, tmp_path):
    report = export()
    assert report.read_back == report.spans == 8
    assert len((tmp_path / "out.toy").read_text("utf-8").splitlines()) == 8


def shifted(row):
    return [row[0], row[1], [[a + 1, b] if a == 0 else [a, b] for a, b in row[2]]]


def relabelled(row):
    return [row[0], "CLAIM" if row[1] == "LOCATION" else row[1], row[2]]


def swapped(row):
    return [{"a1": "a2"}.get(row[0], row[0]), row[1], row[2]]


FAULTS = [shifted, relabelled, swapped, lambda row: [row[0], row[1], row[2][:1]]]


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("in_writing", [True, False])
def test_a_wrong_format_or_reader_fails_the_export_whole(export, tmp_path, fault, in_writing):
    writing = (lambda job: write(job, change=fault)) if in_writing else write
    reading = read if in_writing else (lambda path, report: read(path, report, change=fault))
    with pytest.raises(AppError) as caught:
        export(writing, reading)
    assert caught.value.code == ErrorCode.EXPORT_REFUSED
    assert "“toy”" in caught.value.message
    assert "8" in caught.value.message
    assert (tmp_path / "out.toy").read_text("utf-8") == "the last good export"
    assert leftovers(tmp_path) == ["out.toy"]


def test_a_span_too_few_a_silent_format_and_a_reader_that_breaks(export, tmp_path):
    def first_only(path, report):
        yield next(read(path, report))

    def broken(path, report):
        raise RuntimeError("oh")
        yield

    for writing, reading in ((write, first_only), (write, broken), (lambda job: write(job, tell=False), read)):
        with pytest.raises(AppError) as caught:
            export(writing, reading)
        assert caught.value.code == ErrorCode.EXPORT_REFUSED
    assert leftovers(tmp_path) == ["out.toy"]


def test_a_format_without_our_uids_is_compared_by_place(export):
    anonymous = lambda path, report: (  # noqa: E731
        replace(r, article=replace(r.article, uid=f"other-{r.article.uid}")) for r in read(path, report)
    )
    assert export(write, anonymous).read_back == 8
    with pytest.raises(AppError):
        export(lambda job: write(job, change=shifted), anonymous)


def test_reading_back_can_be_cancelled_and_tells(export, tmp_path):
    calls = []

    def cancelled():
        calls.append(1)
        return len(calls) > 4  # while the files are being read back

    with pytest.raises(AppError) as caught:
        export(cancelled=cancelled)
    assert caught.value.code == ErrorCode.CANCELLED
    assert (tmp_path / "out.toy").read_text("utf-8") == "the last good export"


def test_a_census_is_of_what_not_of_the_order():
    spans = [(f"u{n % 700}", f"L{n % 3}", (Fragment(n, n + 2), Fragment(n + 5, n + 6))) for n in range(2_000)]
    one, other, less = Census(), Census(), Census()
    for span in spans:
        one.add(*span)
    for span in reversed(spans):
        other.add(*span)
    for span in [*spans[:-1], spans[0]]:
        less.add(*span)
    assert one.equals(other)
    assert not one.equals(less)
    assert len(one.uids) <= 512


def test_every_format_with_a_reader_reads_back_the_sample(tmp_path):
    from desktop.core.exporters.self_check import has_reader
    from desktop.core.importing import import_sources
    from desktop.core.resources import sample_record_file

    with Project.create(tmp_path / "p.pressmark", default_schema(), annotator="ann") as made:
        import_sources(made, [sample_record_file()])
        for spec in EXPORTERS:
            if spec.read_back and has_reader(spec.format):
                report = door.export(made, tmp_path / spec.format, format=spec.format, options=ExportOptions(card=True))
                assert report.read_back > 0, spec.format
