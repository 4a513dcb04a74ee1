"""The export door and our own records: nothing wrong leaves, nothing partial stays, nothing is lost on the way back."""

from __future__ import annotations

import hashlib
import json
import sqlite3
import sys
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from annotation_schema.ids import id_text
from annotation_schema.model import (
    AnnotationSet,
    Article,
    ArticleRecord,
    Decision,
    Fragment,
    Relation,
    RelationId,
    Span,
    SpanId,
    Status,
    Suggestion,
    SuggestionId,
    SuggestionSet,
    Verdict,
)
from annotation_schema.records import to_line
from desktop.core.errors import AppError, ErrorCode
from desktop.core.exporters import EXPORTERS
from desktop.core.exporters.door import ExportProgress, export
from desktop.core.exporters.report import ExportOptions, Grouping, SplitChoice
from desktop.core.importing import import_sources
from desktop.core.project import Project
from desktop.core.resources import default_schema, sample_record_file

sys.path.append(str(Path(__file__).parents[1] / "schema"))
from adversarial import records

TEXT = "“We will stay,” 👨🏻‍🚒 said in Kyiv, “for ever.”"
PLACE = TEXT.index("Kyiv")


def example(uid="a1"):
    base = int(hashlib.sha256(uid.encode()).hexdigest()[:12], 16)
    claim, actor, place = (SpanId(base + n) for n in range(3))
    time = "2026-01-31T12:00:00.000Z"
    spans = (
        Span(claim, "CLAIM", (Fragment(0, 15), Fragment(PLACE + 6, len(TEXT))), created=time, updated=time),
        Span(actor, "ACTOR", (Fragment(16, 20),), created=time, updated=time),
        Span(place, "LOCATION", (Fragment(PLACE, PLACE + 4),), created=time, updated=time),
    )
    relations = (Relation(RelationId(base), "CLAIMANT", claim, actor),)
    verdicts = (Decision("ann", Verdict.ACCEPTED, place), Decision("bo", Verdict.REJECTED))
    proposed = Suggestion(
        SuggestionId(base),
        "LOCATION",
        "GPE",
        (Fragment(PLACE, PLACE + 4),),
        "en_x",
        "1.0",
        score=0.25,
        verdicts=verdicts,
    )
    sets = (
        AnnotationSet("ann", Status.DONE, {"relevance": "relevant"}, spans, relations),
        AnnotationSet("bo", Status.STARTED, {}, (Span(SpanId(base + 9), "ACTOR", (Fragment(16, 20),)),)),
    )
    return ArticleRecord(Article(uid, "We will stay", TEXT), sets, SuggestionSet((proposed,)))


@pytest.fixture
def project(tmp_path):
    with Project.create(tmp_path / "p.pressmark", default_schema(), annotator="ann") as made:
        made.add_articles([example(), example("a2")])
        yield made


def leftovers(folder):
    return sorted(p.name for p in folder.iterdir() if not p.name.startswith("p.pressmark"))


def damage(project):
    """Make the stored surface of one span of a2 differ from its text, as only a fault or another program can."""
    with sqlite3.connect(project.path) as other:
        number = project.article_id("a2")
        (span,) = other.execute("SELECT id FROM span WHERE article_id = ? AND label = 'LOCATION'", (number,)).fetchone()
        other.execute("UPDATE span SET surface = 'Lviv' WHERE id = ?", (span,))
    other.close()
    return id_text(SpanId(span))


def test_records_counts_and_hashes(project, tmp_path):
    out = tmp_path / "out.jsonl"
    report = export(project, out, format="pressmark")
    data = out.read_bytes()
    assert data == b"".join(
        (to_line(ArticleRecord(r.article, r.annotations)) + "\n").encode() for r in project.records()
    )
    assert (report.articles, report.spans, report.relations, report.dropped) == (2, 8, 2, ())
    assert [(f.path, f.sha256) for f in report.files] == [(str(out), hashlib.sha256(data).hexdigest())]
    assert b"suggestions" not in data
    assert leftovers(tmp_path) == ["out.jsonl"]


def test_keys_stand_in_the_documented_order(project, tmp_path):
    out = tmp_path / "out.jsonl"
    export(project, out, format="pressmark", options=ExportOptions(with_suggestions=True))
    first = json.loads(out.read_text(encoding="utf-8").split("\n")[0])
    assert " ".join(first) == (
        "format uid title text byline publisher published url language section meta annotations suggestions"
    )
    held = first["annotations"][0]
    assert list(held) == ["annotator", "status", "attributes", "spans", "relations"]
    assert list(held["spans"][0]) == ["id", "label", "fragments", "attributes", "origin", "created", "updated"]
    assert list(held["relations"][0]) == ["id", "type", "from", "to", "attributes"]
    suggestion = first["suggestions"]["spans"][0]
    assert " ".join(suggestion) == ("id label source_label fragments attributes score pipeline version verdicts")
    assert [v["verdict"] for v in suggestion["verdicts"]] == ["accepted", "rejected"]


def test_a_span_over_another_text_is_refused_and_nothing_is_left(project, tmp_path):
    out = tmp_path / "out.jsonl"
    out.write_text("the last good export", encoding="utf-8")
    span = damage(project)
    with pytest.raises(AppError) as caught:
        export(project, out, format="pressmark")
    assert caught.value.code == ErrorCode.EXPORT_REFUSED
    assert "a2" in caught.value.message
    assert span in caught.value.message
    assert out.read_text(encoding="utf-8") == "the last good export"
    assert leftovers(tmp_path) == ["out.jsonl"]


def test_a_refused_docbin_leaves_no_folder(project, tmp_path):
    damage(project)
    with pytest.raises(AppError) as caught:
        export(project, tmp_path / "corpus", format="docbin")
    assert caught.value.code == ErrorCode.EXPORT_REFUSED
    assert leftovers(tmp_path) == []


def test_a_record_that_ends_after_its_text_is_refused(project, tmp_path, monkeypatch):
    held = example()
    short = ArticleRecord(Article("a1", "We", TEXT[:-1]), held.annotations)
    monkeypatch.setattr(project, "records", lambda **_: (r for r in [short]))
    with pytest.raises(AppError) as caught:
        export(project, tmp_path / "out.jsonl", format="jsonl-flat")
    assert caught.value.code == ErrorCode.EXPORT_REFUSED
    assert leftovers(tmp_path) == []


def test_cancelling_leaves_nothing(project, tmp_path):
    with pytest.raises(AppError) as caught:
        export(project, tmp_path / "out.jsonl", format="pressmark", cancelled=lambda: True)
    assert caught.value.code == ErrorCode.CANCELLED
    assert leftovers(tmp_path) == []


@pytest.mark.parametrize(
    "format",
    ["pressmark", "jsonl-flat", "csv", "brat", "conll2003", "geojson", "label-studio", "web-annotation", "graphml"],
)
def test_cancelling_leaves_the_old_files(project, tmp_path, format):
    def files() -> dict[str, bytes]:
        found = (p for p in tmp_path.rglob("*") if p.is_file() and not p.name.startswith("p.pressmark"))
        return {p.relative_to(tmp_path).as_posix(): p.read_bytes() for p in found}

    export(project, tmp_path / "out", format=format)
    before = files()
    asked = iter([False])  # once asked, it goes on; then it is cancelled
    with pytest.raises(AppError) as caught:
        export(project, tmp_path / "out", format=format, cancelled=lambda: next(asked, True))
    assert caught.value.code == ErrorCode.CANCELLED
    assert before and files() == before


def test_a_full_disk_is_a_sentence(project, tmp_path, monkeypatch):
    def full(record):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("desktop.core.exporters.pressmark.to_line", full)
    with pytest.raises(AppError) as caught:
        export(project, tmp_path / "out.jsonl", format="pressmark", options=ExportOptions(with_suggestions=True))
    assert caught.value.code == ErrorCode.SAVE_FAILED
    assert "No space left" in caught.value.message
    assert leftovers(tmp_path) == []


@pytest.mark.parametrize(
    ("name", "options", "code", "words"),
    [
        ("out.jsonl", {"format": "docx"}, ErrorCode.USAGE, "no format"),
        (
            "file.txt",
            {"format": "pressmark", "options": ExportOptions(split=SplitChoice((80.0, 20.0)))},
            ErrorCode.FILE_EXISTS,
            "is a file",
        ),
        (
            "out",
            {"format": "docbin", "options": ExportOptions(with_suggestions=True)},
            ErrorCode.USAGE,
            "suggestion",
        ),
        ("file.txt", {"format": "docbin"}, ErrorCode.FILE_EXISTS, "is a file"),
        ("folder", {"format": "pressmark"}, ErrorCode.USAGE, "is a folder"),
        ("p.pressmark", {"format": "pressmark"}, ErrorCode.USAGE, "project"),
        ("none/out.jsonl", {"format": "pressmark"}, ErrorCode.FILE_NOT_FOUND, "no folder"),
    ],
)
def test_targets_and_options_that_cannot_be(project, tmp_path, name, options, code, words):
    (tmp_path / "folder").mkdir()
    (tmp_path / "file.txt").write_text("x", encoding="utf-8")
    with pytest.raises(AppError) as caught:
        export(project, tmp_path / name, **options)
    assert caught.value.code == code
    assert words in caught.value.message
    assert leftovers(tmp_path) == ["file.txt", "folder"]


def test_progress_ends_with_all(project, tmp_path):
    told: list[ExportProgress] = []
    export(project, tmp_path / "out.jsonl", format="pressmark", progress=told.append)
    assert told[-1] == ExportProgress(2, 2)


def test_an_empty_project(tmp_path):
    with Project.create(tmp_path / "p.pressmark", default_schema(), annotator="ann") as empty:
        report = export(empty, tmp_path / "out.jsonl", format="pressmark")
    assert report.articles == 0
    assert (tmp_path / "out.jsonl").read_bytes() == b""


def test_the_table_of_formats():
    names = [spec.format for spec in EXPORTERS]
    assert len(names) == len(set(names)) >= 4
    assert names[0] == "pressmark"


# -- there and back


def round_trip(folder, data):
    """Import bytes, export, import that into an empty project, export again; return both exports and what was read."""
    source = folder / "source.jsonl"
    source.write_bytes(data)
    outs = []
    report = None
    for number in (1, 2):
        with Project.create(folder / f"{number}.pressmark", default_schema(), annotator="me") as made:
            now = import_sources(made, [source], format="pressmark")
            report = report or now
            if number == 2:
                assert now.problems == ()
            source = folder / f"{number}.jsonl"
            export(made, source, format="pressmark", options=ExportOptions(with_suggestions=True))
            outs.append(source.read_bytes())
            made.check()  # must not fail on any of it; foreign labels are findings
    return outs[0], outs[1], report


def test_the_example_comes_back_with_the_same_bytes(tmp_path):
    data = "".join(to_line(example(uid)) + "\n" for uid in ("b", "a")).encode()
    first, second, report = round_trip(tmp_path, data)
    assert first == data
    assert second == data
    assert (report.articles, report.spans, report.relations) == (2, 8, 2)


def test_the_sample_comes_back_with_the_same_bytes(tmp_path):
    data = sample_record_file().read_bytes()
    first, second, report = round_trip(tmp_path, data)
    assert report.problems == ()
    assert first == second
    assert report.spans == first.count(b'"created":')


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.function_scoped_fixture],
)
@given(st.lists(records(), min_size=1, max_size=3, unique_by=lambda r: r.article.uid))
def test_any_records_come_back_with_the_same_bytes(made):
    usable = [r for r in made if "\0" not in r.article.text]
    assume(usable)
    data = "".join(to_line(record) + "\n" for record in made).encode()
    with tempfile.TemporaryDirectory() as folder:
        first, second, report = round_trip(Path(folder), data)
    assert first == second
    assert (report.articles, report.skipped) == (len(usable), len(made) - len(usable))
    kept = {held["uid"]: held for held in map(json.loads, first.decode().split("\n")[:-1])}
    assert len(kept) == len(usable)
    for record in usable:
        held = kept[record.article.uid]
        text = record.article.text
        assert held["text"] == text.replace("\r\n", "\n").replace("\r", "\n")
        if "\r\n" not in text:  # then no span can lose its text
            spans = {a["annotator"]: len(a["spans"]) for a in held["annotations"]}
            assert {name: n for name, n in spans.items() if n} == {
                a.annotator: len(a.spans) for a in record.annotations if a.spans
            }


def test_a_split_writes_a_file_for_each_part(project, tmp_path):
    whole = tmp_path / "whole.jsonl"
    export(project, whole, format="pressmark")
    split = SplitChoice((1.0, 1.0), 1, Grouping.NONE)
    export(project, tmp_path / "parts", format="pressmark", options=ExportOptions(split=split))
    parts = sorted((tmp_path / "parts").iterdir())
    assert [p.name for p in parts] == ["dev.jsonl", "train.jsonl"]
    lines = [line for p in parts for line in p.read_bytes().splitlines()]
    assert sorted(lines) == sorted(whole.read_bytes().splitlines())
