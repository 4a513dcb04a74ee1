"""brat: out and back with nothing lost, the files as brat's own parser wants them, broken lines told by line."""

from __future__ import annotations

import re
import tempfile
from itertools import pairwise
from pathlib import Path

import pytest
from harness import SCHEMA, differences, projects, there_and_back
from hypothesis import given, settings

from desktop.core.importing import import_sources
from desktop.core.project import Project


def brat_parse(folder: Path) -> dict[str, dict[str, tuple]]:
    """A second reader, from brat's documentation: records by line as ``codecs`` cuts them, strict where brat is."""
    found = {}
    for ann in sorted(folder.rglob("*.ann")):
        text = ann.with_suffix(".txt").read_bytes().decode()
        records: dict[str, tuple] = {}
        for line in ann.read_bytes().decode().splitlines():
            key, rest = line.split("\t", 1)
            assert key == "*" or key not in records, f"{key} twice"
            if key.startswith("T"):
                head, words = rest.split("\t", 1)
                kind, places = head.split(" ", 1)
                assert re.fullmatch(r"[a-zA-Z0-9_-]+", kind)
                pairs = [tuple(map(int, p.split(" "))) for p in places.split(";")]
                assert all(0 <= a < b <= len(text) for a, b in pairs)
                assert all(one[1] <= two[0] for one, two in pairwise(pairs))
                assert " ".join(text[a:b] for a, b in pairs) == words
                records[key] = ("T", kind, tuple(pairs))
            elif key.startswith("R"):
                kind, one, two = rest.split(" ")
                assert one.startswith("Arg1:") and two.startswith("Arg2:")
                records[key] = ("R", kind, one[5:], two[5:])
            elif key.startswith("E"):
                records[key] = ("E", *(tuple(a.split(":")) for a in rest.split(" ")))
            elif key.startswith("A"):
                assert 2 <= len(rest.split(" ")) <= 3
                records[key] = ("A", *rest.split(" "))
            else:
                assert key.startswith(("#", "N")) or key == "*"
        for record in records.values():
            if record[0] == "R":
                assert record[2] in records and record[3] in records
            if record[0] == "A":
                assert record[2] in records
        found[ann.relative_to(folder).as_posix()] = records
    return found


@given(projects())
@settings(max_examples=20)
def test_all_comes_back_and_the_second_export_is_the_first(records):
    with tempfile.TemporaryDirectory() as folder:
        trip = there_and_back("brat", records, Path(folder))
        parsed = brat_parse(Path(folder) / "1-out")
    assert differences(trip) == []
    assert _lines(trip.first) == _lines(trip.second)
    written = sum(r[0] == "T" for records in parsed.values() for r in records.values())
    assert written == trip.report.spans
    links = sum(r[0] == "R" for records in parsed.values() for r in records.values())
    lost = sum(d.what == "relation" for d in trip.report.dropped)
    assert links == sum(len(s.relations) for r in trip.before for s in r.annotations) - lost
    assert {r.article.uid: r.article for r in trip.before} == {r.article.uid: r.article for r in trip.after}


def _lines(files: dict[str, bytes]) -> dict[str, list[bytes]]:
    # The index has articles in the project's order, which after an import is that of the files' names.
    return {n: sorted(b.splitlines()) if n.endswith(".index") else b.splitlines() for n, b in files.items()}


FILES = {
    "a.txt": "Ann said: “Yes.”\nBob saw Rome.\n",
    "a.ann": "T1\tHuman 0 3\tAnn\n"
    "T2\tSaying 4 8\tsaid\n"
    "T3\tQuote 10 16\t“Yes.”\n"
    "E1\tSaying:T2 Speaker:T1 What:T3\n"
    "A1\tNegation E1\n"
    "A2\tSure T1 High\n"
    "T4\tHuman 17 20\tBob\n"
    "T5\tSpot 0 3;25 29\tAnn Rome\n"
    "R1\tlives_in Arg1:T4 Arg2:T5\n"
    "N1\tReference T5 GeoNames:3169070\tRome\n"
    "#1\tAnnotatorNotes T4\twho is it\n"
    "*\tEquiv T1 T4\n",
}


def brat(folder: Path, **changed: str) -> Path:
    for name, text in {**FILES, **changed}.items():
        path = folder / name.replace("__", "/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
    return folder


def imported(folder: Path, project: Path):
    with Project.create(project, SCHEMA, annotator="Ada") as made:
        report = import_sources(made, [folder], format="brat")
        return report, list(made.records()), made.schema


def test_events_attributes_notes_and_normalisations_are_written_out_again(tmp_path):
    from desktop.core.exporters.door import export

    source = brat(tmp_path / "in")
    with Project.create(tmp_path / "p.pressmark", SCHEMA, annotator="Ada") as project:
        report = import_sources(project, [source], format="brat")
        assert not report.problems and report.spans == 5
        ((record),) = project.records()
        (held,) = record.annotations
        by_label = {s.label: s for s in held.spans}
        assert by_label["Saying"].attributes == {"Negation": True}
        assert {r.type for r in held.relations} == {"Speaker", "What", "lives_in"}
        assert [s.attributes.get("note") for s in held.spans if s.start == 17] == ["who is it"]
        export(project, tmp_path / "out", format="brat")
    (again,) = (tmp_path / "out").rglob("*.ann")
    numbers = re.compile(r"^A\d+", re.MULTILINE)  # those of attributes are given anew
    lines, before = (numbers.sub("A", text).splitlines() for text in (again.read_text(), FILES["a.ann"]))
    assert sorted(lines) == sorted(before)
    assert brat_parse(tmp_path / "out")


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("T9\tHuman 0 2\tAnn", "not the text at 0-2"),
        ("T9\tHuman 0 999\tAnn", "not the text at 0-999"),
        ("T9\tHuman 3 0\tAnn", "not the text at 3-0"),
        ("T9\tHuman 0 0\t", "not the text at 0-0"),
        ("T1\tHuman 0 3\tAnn", "taken by line 1"),
        ("T9\tHuman zero\tAnn", "none that brat writes"),
        ("R9\tx Arg1:T1 Arg2:T77", "T77, which is not there"),
        ("E9\tSaying:T77", "T77, which is not there"),
        ("A9\tSure T77 High", "T77, which is not there"),
        ("*\tEquiv T77 T1", "T77, which is not there"),
        ("whatever", "none that brat writes"),
        ("\x00\t\x00", "none that brat writes"),
    ],
)
def test_a_broken_line_is_told_and_costs_no_other(tmp_path, line, words):
    folder = brat(tmp_path / "in", **{"a.ann": FILES["a.ann"] + line + "\n"})
    report, (record,), _ = imported(folder, tmp_path / "p.pressmark")
    assert len(report.problems) == 1 and words in report.problems[0].reason
    if not line.startswith("*"):
        assert report.problems[0].line == 13
    assert len(record.annotations[0].spans) == 5 and len(record.annotations[0].relations) == 3


def test_events_that_point_in_a_circle_end(tmp_path):
    lines = "T1\tX 0 3\tAnn\nT2\tX 4 8\tsaid\nE1\tX:T1 a:E2\nE2\tX:T2 a:E1\nE3\tX:E4\nE4\tX:E3\n"
    report, (record,), _ = imported(brat(tmp_path / "in", **{"a.ann": lines}), tmp_path / "p.pressmark")
    assert len(record.annotations[0].spans) == 2 and len(record.annotations[0].relations) == 2
    assert len(report.problems) == 2


@pytest.mark.parametrize("counted", ["file", "text"])
def test_offsets_of_files_with_two_characters_at_a_line_end(tmp_path, counted):
    text = "\ufeffOne\r\nTwo 👨🏻‍🚒\r\nThree\r\n"
    plain = text[1:].replace("\r\n", "\n")
    at = (text if counted == "file" else plain).index
    lines = "".join(f"T{n}\tX {at(w)} {at(w) + len(w)}\t{w}\n" for n, w in enumerate(("One", "Two 👨🏻‍🚒", "Three"), 1))
    folder = brat(tmp_path / "in", **{"a.txt": text, "a.ann": lines})
    report, (record,), _ = imported(folder, tmp_path / "p.pressmark")
    assert not report.problems and record.article.text == plain
    covered = [plain[s.start : s.end] for s in record.annotations[0].spans]
    assert covered == ["One", "Two 👨🏻‍🚒", "Three"]


def test_whose_annotations_they_are(tmp_path):
    for name in ("ann", "bob"):
        brat(tmp_path / "folders" / name)
    _, (record,), _ = imported(tmp_path / "folders", tmp_path / "a.pressmark")
    assert [s.annotator for s in record.annotations] == ["ann", "bob"]
    suffixes = {"text__a_b.txt": "Ann said", "at__a_b_4e07.ann": "T1\tX 0 3\tAnn\n", "at__a_b_22.ann": ""}
    for name, text in suffixes.items():
        path = tmp_path / "suffix" / name.replace("__", "/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    report, (record,), _ = imported(tmp_path / "suffix", tmp_path / "b.pressmark")
    assert [s.annotator for s in record.annotations] == ["4e07"] and not report.problems
    alone = brat(tmp_path / "alone")
    _, (record,), _ = imported(alone, tmp_path / "c.pressmark")
    assert [s.annotator for s in record.annotations] == ["Ada"]


def test_a_folder_of_both_is_imported_once_and_the_article_is_the_one_of_its_text(tmp_path):
    folder = brat(tmp_path / "in")
    with Project.create(tmp_path / "p.pressmark", SCHEMA, annotator="Ada") as project:
        assert import_sources(project, [folder / "a.txt"]).articles == 1
        report = import_sources(project, [folder])
        assert (report.articles, report.extended, report.duplicates, report.spans) == (0, 1, 0, 5)
        assert not report.problems


def test_an_annotation_file_without_a_text_is_told(tmp_path):
    folder = brat(tmp_path / "in", **{"b.ann": "T1\tX 0 3\tAnn\n"})
    report, records, _ = imported(folder, tmp_path / "p.pressmark")
    assert len(records) == 1 and [p.file for p in report.problems] == [str(folder / "b.ann")]


def test_an_export_whose_text_was_changed_becomes_another_article(tmp_path):
    from harness import TIME

    from annotation_schema.model import AnnotationSet, Article, ArticleRecord, Fragment, Span, SpanId, Status
    from desktop.core.exporters.door import export

    spans = (Span(SpanId(5), "ACTOR", (Fragment(0, 3),), created=TIME, updated=TIME),)
    record = ArticleRecord(Article("Ä 1", "T", "Ann ran."), (AnnotationSet("a/b", Status.DONE, {}, spans),))
    with Project.create(tmp_path / "p.pressmark", SCHEMA, annotator="Ada") as project:
        project.add_articles([record])
        export(project, tmp_path / "out", format="brat")
        (text,) = (tmp_path / "out").rglob("*.txt")
        text.write_text("Ann ran away.")
        report = import_sources(project, [tmp_path / "out"], format="brat")
        assert report.articles == 1 and "not the one that was exported" in report.problems[0].reason
        assert [r.article.text for r in project.records()] == ["Ann ran.", "Ann ran away."]
        assert {s.annotator for r in project.records() for s in r.annotations} == {"a/b"}


def test_the_configuration_names_all_that_is_written(tmp_path):
    from desktop.core.exporters.door import export

    with Project.create(tmp_path / "p.pressmark", SCHEMA, annotator="Ada") as project:
        import_sources(project, [brat(tmp_path / "in")], format="brat")
        export(project, tmp_path / "out", format="brat")
    conf = (tmp_path / "out" / "annotation.conf").read_text()
    sections = dict(re.findall(r"^\[(\w+)\]\n(.*?)(?=^\[|\Z)", conf, re.MULTILINE | re.DOTALL))
    assert list(sections) == ["entities", "relations", "events", "attributes"]
    named = {name: [line.split("\t")[0] for line in body.split("\n") if line] for name, body in sections.items()}
    assert {"Human", "Quote", "Spot", "CLAIM"} <= set(named["entities"]) and named["events"] == ["Saying"]
    assert "Speaker*:<ANY>" in sections["events"] and "lives_in" in named["relations"]
    assert all(len(names) == len(set(names)) for names in named.values())
    assert re.search(r"^kind\t.*demand.*made%20at", conf, re.MULTILINE)  # of claims and of places, in one list
    for line in conf.split("\n"):
        assert " " not in line.split("\t")[0]
    assert "CLAIM | Claim\n" in (tmp_path / "out" / "visual.conf").read_text()
