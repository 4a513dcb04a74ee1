"""Imports: whatever is wrong with one source, the others come in, and twice is once."""

from __future__ import annotations

import json
import os

import pytest

from annotation_schema.ids import id_text
from annotation_schema.model import Status
from desktop.core import readers
from desktop.core.errors import AppError, ErrorCode
from desktop.core.importing import ImportProgress, formats, import_sources
from desktop.core.project import Project
from desktop.core.readers.report import MAX_LISTED, Report
from desktop.core.resources import default_schema


@pytest.fixture
def project(tmp_path):
    with Project.create(tmp_path / "p.pressmark", default_schema(), annotator="ann") as made:
        yield made


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "sources"
    made.mkdir()
    return made


def texts(project):
    return [record.article.text for record in project.records()]


def line(uid, annotator, text="Kyiv said no.", spans=1, **more):
    fragments = [{"start": 0, "end": 4, "text": "Kyiv"}]
    base = {"label": "LOCATION", "fragments": fragments, "attributes": {}, "origin": {"kind": "manual"}}
    made = [base | {"id": f"{annotator}{n}", "created": "", "updated": ""} for n in range(spans)]
    held = {"annotator": annotator, "status": "done", "attributes": {}, "spans": made, "relations": []}
    return json.dumps({"format": "pressmark/1", "uid": uid, "title": "T", "text": text, "annotations": [held]} | more)


def test_everything_sound_comes_in_and_everything_else_is_named(project, folder):
    (folder / "a.txt").write_text("Rain\n\nIt rained.", encoding="utf-8")
    (folder / "b.txt").write_bytes(b"")
    (folder / "c.csv").write_text("title,text\nSun,It shone.\nragged\n", encoding="utf-8")
    (folder / "d.jsonl").write_text('{"text": "It snowed."}\n{"text": \n', encoding="utf-8")
    (folder / "e.xyz").write_text("T1\tPER 0 4\tRain", encoding="utf-8")
    missing = folder / "none.txt"
    report = import_sources(project, [folder, missing, folder / "e.xyz"])
    assert texts(project) == ["Rain\n\nIt rained.", "Sun\n\nIt shone.", "It snowed."]
    assert (report.articles, report.duplicates, report.skipped) == (3, 0, 5)
    assert [(os.path.basename(p.file), p.line) for p in report.problems] == [
        ("b.txt", None),
        ("c.csv", 3),
        ("d.jsonl", 2),
        ("none.txt", None),
        ("e.xyz", None),
    ]
    assert all(p.reason.endswith(".") for p in report.problems)
    assert not report.nothing_usable


def test_the_same_again_adds_nothing_and_says_so(project, folder):
    (folder / "a.txt").write_text("Rain\n\nIt rained.", encoding="utf-8")
    (folder / "copy.txt").write_text("Rain\n\nIt rained.", encoding="utf-8")
    (folder / "c.csv").write_text("id,title,text\n1,Sun,It shone.\n", encoding="utf-8")
    first = import_sources(project, [folder])
    assert (first.articles, first.duplicates) == (2, 1)
    second = import_sources(project, [folder])
    assert (second.articles, second.duplicates, second.problems) == (0, 3, ())
    assert len(texts(project)) == 2


def test_annotations_of_a_new_annotator_are_added_and_of_a_known_one_are_not(project, folder):
    file = folder / "records.jsonl"
    file.write_text(line("u1", "ann") + "\n", encoding="utf-8")
    first = import_sources(project, [file])
    assert (first.articles, first.spans) == (1, 1)
    file.write_text(line("u1", "ann", spans=2) + "\n" + line("u1", "bo") + "\n", encoding="utf-8")
    second = import_sources(project, [file])
    assert (second.articles, second.duplicates, second.extended, second.spans) == (0, 1, 1, 1)
    (record,) = project.records()
    assert [(a.annotator, a.status, len(a.spans)) for a in record.annotations] == [
        ("ann", Status.DONE, 1),
        ("bo", Status.DONE, 1),
    ]
    assert len({id_text(s.id) for a in record.annotations for s in a.spans}) == 2


def test_the_annotator_can_be_named(project, folder):
    file = folder / "records.jsonl"
    file.write_text(line("u1", "ann"), encoding="utf-8")
    import_sources(project, [file], annotator="cy")
    (record,) = project.records()
    assert [a.annotator for a in record.annotations] == ["cy"]


def test_what_the_project_refuses_is_named_with_file_and_line(project, folder):
    file = folder / "records.jsonl"
    file.write_text(line("u1", "ann") + "\n\n" + line("u1", "bo", text="Kyiv said yes."), encoding="utf-8")
    report = import_sources(project, [file])
    assert (report.articles, report.skipped) == (1, 1)
    (problem,) = report.problems
    assert (problem.file, problem.record, problem.line) == (str(file), "u1", 3)
    assert "another text" in problem.reason


def test_formats_can_be_named(project, folder):
    file = folder / "notes.md"
    file.write_text("Rain\n\nIt rained.", encoding="utf-8")
    assert "known" in import_sources(project, [file]).problems[0].reason
    assert import_sources(project, [file], format="txt").articles == 1
    refused = import_sources(project, [file], format="pressmark")
    assert refused.nothing_usable
    with pytest.raises(AppError) as caught:
        import_sources(project, [file], format="docx")
    assert caught.value.code == ErrorCode.USAGE
    assert formats()[:5] == ("auto", "txt", "csv", "jsonl", "pressmark")
    assert {"brat", "conll2003", "prodigy", "doccano", "label-studio", "conllu", "docbin"} < set(formats())


def test_a_project_is_no_source(project, folder):
    report = import_sources(project, [project.path])
    assert "project" in report.problems[0].reason
    assert report.nothing_usable


def test_an_unreadable_file_does_not_stop_the_others(project, folder):
    (folder / "a.txt").write_text("It rained.", encoding="utf-8")
    (folder / "b.txt").write_text("It shone.", encoding="utf-8")
    (folder / "a.txt").chmod(0)
    if os.access(folder / "a.txt", os.R_OK):
        pytest.skip("this account may read every file")
    report = import_sources(project, [folder])
    assert texts(project) == ["It shone."]
    assert "permission" in report.problems[0].reason


def test_errors_while_reading_are_reported(project, folder, monkeypatch):
    for name in ("a.txt", "b.txt", "c.txt"):
        (folder / name).write_text(f"It rained in {name}.", encoding="utf-8")

    def failing(path, report):
        if path.name == "a.txt":
            raise PermissionError(13, "Permission denied")
        if path.name == "b.txt":
            raise ZeroDivisionError
        return readers.plain_text.read(path, report)

    spec = readers.ReaderSpec("txt", "Plain text", (".txt",), failing)
    monkeypatch.setattr("desktop.core.importing.detect", lambda path: spec)
    report = import_sources(project, [folder])
    assert texts(project) == ["It rained in c.txt."]
    assert ["permission denied" in report.problems[0].reason, "ZeroDivision" in report.problems[1].reason] == [True] * 2


def test_cancelling_keeps_what_was_read_and_the_next_run_adds_the_rest(project, folder):
    for number in range(20):
        (folder / f"{number:02}.txt").write_text(f"Article {number}\n\nText.", encoding="utf-8")
    asked = 0

    def cancelled():
        nonlocal asked
        asked += 1
        return asked > 11

    report = import_sources(project, [folder], cancelled=cancelled)
    assert report.cancelled
    assert 0 < report.articles < 20
    assert len(texts(project)) == report.articles
    rest = import_sources(project, [folder])
    assert (rest.articles + report.articles, rest.duplicates) == (20, report.articles)


def test_progress_is_told(project, folder):
    (folder / "a.txt").write_text("It rained.", encoding="utf-8")
    told: list[ImportProgress] = []
    import_sources(project, [folder], progress=told.append)
    assert told[-1] == ImportProgress(1, 1, "")


def test_adversarial_text_is_stored_exactly(project, folder):
    body = "👨🏻‍🚒 firemen drive trucks\r\nline\u2028next\u00a0space السلام \u202eabc\u202c e\u0301 \x0b\x85 \ufeff."
    (folder / "a.txt").write_bytes(body.encode())
    big = "Ünïcödé 🇺🇦 word. " * 120_000
    (folder / "big.txt").write_text(big, encoding="utf-8")
    report = import_sources(project, [folder])
    assert report.articles == 2
    assert texts(project) == [body.replace("\r\n", "\n"), big]


def test_problems_are_counted_beyond_the_listed_ones():
    report = Report()
    for number in range(MAX_LISTED + 5):
        report.problem("f", None, number, "Bad.")
    assert report.skipped == MAX_LISTED + 5
    assert len(report.problems) == MAX_LISTED + 1
    assert "5 further" in report.problems[-1].reason


def test_names_that_are_no_text_do_not_break_the_report(project, folder):
    name = os.path.join(os.fsencode(folder), b"caf\xe9.txt")
    try:
        with open(name, "wb") as file:
            file.write(b"It rained all day.\nAnd all night.")
    except OSError:
        pytest.skip("this file system has names in UTF-8 only")
    report = import_sources(project, [folder])
    assert report.articles == 1
    (record,) = project.records()
    assert record.article.title == "caf?"
