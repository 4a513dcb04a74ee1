"""Whatever is told of project files, imports and exports went through translation, as one whole sentence."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

from builders import ME, TEXT, article, at, new_project, record, relation, span, suggest
from telling import bracketed, is_whole, refusal, strays, told

from annotation_schema.model import ArticleId, Fragment, Relation, RelationId, SpanId
from annotation_schema.model import SuggestionId as Sid
from desktop.core import gestures, split
from desktop.core.edits import AddRelation, AddSpan, ChangeSpan, Decide, RemoveRelation, RemoveSpan, Step
from desktop.core.exporters.door import export
from desktop.core.importing import import_sources
from desktop.core.project import Project
from desktop.core.readers.report import MAX_LISTED, Report
from desktop.core.resources import default_schema
from desktop.core.storage import connection

SCHEMA = default_schema()
ONE = ArticleId(1)


# -- the project file


def test_every_file_that_is_no_project(tmp_path: Path) -> None:
    (tmp_path / "empty.pressmark").touch()
    (tmp_path / "text.pressmark").write_text("Kyiv " * 40)
    (tmp_path / "other.pressmark").write_bytes(b"SQLite format 3\x00" + bytes(200))
    (tmp_path / "damaged.pressmark").write_bytes(b"SQLite format 3\x00" + bytes(52) + b"PRMK" + bytes(300))
    for name in ("", "gone.pressmark", "empty.pressmark", "text.pressmark", "other.pressmark", "damaged.pressmark"):
        refusal(Project.open, tmp_path / name)
    refusal(Project.create, tmp_path / "empty.pressmark", SCHEMA, annotator=ME)
    refusal(Project.create, tmp_path / "text.pressmark" / "x.pressmark", SCHEMA, annotator=ME)
    refusal(Project.create, tmp_path / "new.pressmark", SCHEMA, annotator=" ")


def test_every_error_of_sqlite_that_has_words() -> None:
    class Failure(connection.sqlite3.Error):
        pass

    codes = [*connection._ENVIRONMENT, *connection._DAMAGED]  # pyright: ignore[reportPrivateUsage]
    assert len(codes) == 10
    for code in codes:
        error = Failure("words of SQLite")
        error.sqlite_errorcode = code
        with bracketed():
            known = connection.explain(error, Path("x.pressmark"))
        assert known is not None
        assert not strays(told(known))


def test_a_project_that_somebody_has_or_that_is_newer(tmp_path: Path) -> None:
    with new_project(tmp_path, article()) as project:
        refusal(Project.open, project.path)
    with connection.sqlite3.connect(tmp_path / "test.pressmark") as conn:
        conn.execute("PRAGMA user_version = 99")
    conn.close()
    refusal(Project.open, tmp_path / "test.pressmark")


def test_every_edit_that_does_not_fit_what_is_there(project: Project) -> None:
    kyiv, lviv = span("LOCATION", at(TEXT, "Kyiv")), span("LOCATION", at(TEXT, "Lviv"))
    olena = span("ACTOR", at(TEXT, "Olena Bondar"))
    said = relation("CLAIMANT", kyiv, olena)
    project.apply(Step.of(ONE, "x", AddSpan(kyiv), AddSpan(olena), AddRelation(said)))
    beyond = replace(lviv, fragments=(Fragment(0, 999),))
    other = replace(kyiv, attributes={"reading": "literal"})
    for edit in (
        AddSpan(kyiv),
        AddSpan(beyond),
        RemoveSpan(kyiv),
        RemoveSpan(other),
        RemoveSpan(lviv),
        ChangeSpan(lviv, replace(lviv, attributes={"reading": "literal"})),
        AddRelation(said),
        AddRelation(relation("CLAIMANT", kyiv, lviv)),
        RemoveRelation(replace(said, attributes={"x": 1})),
        RemoveRelation(relation("CLAIMANT", kyiv, olena)),
        Decide(Sid(5), None, None),
    ):
        refusal(project.apply, Step.of(ONE, "x", edit))


def test_a_step_that_cannot_be_undone_keeps_its_own_words(project: Project) -> None:
    kyiv = span("LOCATION", at(TEXT, "Kyiv"))
    with bracketed():
        project.apply(gestures.tag(project.view(ONE), SCHEMA, "LOCATION", [at(TEXT, "Kyiv")]))
    assert project.undo_words is not None
    assert is_whole(project.undo_words)
    (made,) = project.view(ONE).spans
    assert made.fragments == kyiv.fragments
    with connection.sqlite3.connect(project.path) as conn:
        conn.execute("DELETE FROM span")
    conn.close()
    refusal(project.undo)


def test_every_finding_of_the_project_check(tmp_path: Path) -> None:
    kyiv, olena = span("LOCATION", at(TEXT, "Kyiv")), span("GHOST", at(TEXT, "Olena Bondar"))
    with new_project(tmp_path, record(article(), kyiv, olena), article("a2", text="Nothing."), article("a3")) as made:
        suggest(made, ONE, ("ACTOR", at(TEXT, "Lviv")))
    with connection.sqlite3.connect(tmp_path / "test.pressmark") as conn:
        conn.executescript(
            "UPDATE article_text SET text = 'Something.' WHERE id = 2; DELETE FROM article_text WHERE id = 3;"
            "UPDATE span SET surface = 'Kiev' WHERE label = 'LOCATION'; DELETE FROM article_fts WHERE rowid = 1;"
        )
    conn.close()
    with Project.open(tmp_path / "test.pressmark") as project, bracketed():
        found = list(project.check())
    assert {f.code for f in found} >= {"text-changed", "text-missing", "surface-changed", "unknown-label"}
    assert not strays(f.message for f in found)


# -- in and out


SOURCES = {
    "empty.txt": b"",
    "blank.txt": b" \n",
    "nul.txt": b"a\0b",
    "odd.txt": b"\x81\x8d\x8f\x90\x9d" * 20,
    "old.txt": "Café in Kyiv".encode("cp1252"),
    "bad.txt": "Київ і Львів ".encode() * 20 + b"\xff",
    "huge.csv": b"",
    "none.csv": b"a,b\n1,2\n",
    "head.csv": b"title,text\n",
    "rows.csv": b'title,text\nx\ny,"open\nz,a "b" c,d\n,\n"a"b,c\n',
    "quote.csv": b'"title',
    "lines.jsonl": b"\n".join(
        [
            b"{",
            b"[1]",
            b'"x"',
            b"5",
            b"null",
            b'{"a": 1}',
            b'{"text": 5}',
            b'{"text": ""}',
            b'{"text": "x\\u0000"}',
            b'{"title": "\\u0000", "text": "b"}',
            b'{"byline": "\\u0000", "text": "c"}',
            b'{"text": "\\ud83d"}',
            b'{"text": "x", "n": ' + b"9" * 5000 + b"}",
            b'{"text": "\xff\xfe"}',
            b'{"text": "a", "n": NaN, "spans": [1]}',
            b'{"format": "pressmark/9"}',
            b'{"format": "pressmark/1", "uid": 5}',
            b"[" * 100_000,
            b'{"text": "x", "deep": ' + b"[" * 300 + b"]" * 300 + b"}",
        ]
    ),
    "blank.jsonl": b"\n",
    "own.jsonl": json.dumps(
        {"format": "pressmark/1", "uid": "u", "title": "T", "text": "a\r\nb\0", "annotations": 5}
    ).encode(),
    "crlf.jsonl": json.dumps(
        {
            "format": "pressmark/1",
            "uid": "v",
            "title": "T",
            "text": "a\r\nb",
            "annotations": [
                {
                    "annotator": "A",
                    "spans": [{"label": "ACTOR", "fragments": [{"start": 2, "end": 3, "text": "\n"}]}, 7],
                }
            ],
        }
    ).encode(),
    "what.docx": b"PK",
    "other.pressmark": b"SQLite format 3",
}


def test_every_problem_of_an_import(tmp_path: Path, project: Project) -> None:
    for name, data in SOURCES.items():
        (tmp_path / name).write_bytes(data)
    (tmp_path / "folder").mkdir()
    sources = [tmp_path / name for name in (*SOURCES, "folder", "gone.txt")]
    with bracketed():
        found = import_sources(project, sources).problems
        found += import_sources(project, [tmp_path / "lines.jsonl"], format="pressmark").problems
    assert len(found) > 40
    assert not strays(p.reason for p in found), strays(p.reason for p in found)


def test_problems_that_are_not_listed_are_counted_in_a_sentence() -> None:
    report = Report()
    for _ in range(MAX_LISTED + 2):
        report.problem("a.txt", None, None, "⟦x⟧")
    with bracketed():
        assert is_whole(report.problems[-1].reason)
        assert is_whole(str(replace(report.problems[0], line=3)))
        assert is_whole(str(replace(report.problems[0], record="r")))


def test_articles_that_do_not_fit_what_is_there(project: Project) -> None:
    beyond = span("ACTOR", Fragment(0, 999))
    stray = Relation(RelationId(7), "CLAIMANT", SpanId(1), SpanId(2))
    with bracketed():
        tally = project.add_articles([article(text="Another."), record(article("a9"), beyond, relations=[stray])])
    assert len(tally.problems) == 3
    assert not strays(p.reason for p in tally.problems)


def test_every_export_that_is_refused(tmp_path: Path, project: Project) -> None:
    (tmp_path / "file").touch()
    for out, options in (
        ("x", {"format": "nope"}),
        ("file", {"format": "docbin"}),
        ("", {"format": "pressmark"}),
        ("x.pressmark", {"format": "pressmark"}),
        ("no/x", {"format": "pressmark"}),
        ("x", {"format": "pressmark", "cancelled": lambda: True}),
    ):
        refusal(export, project, tmp_path / out, **options)
    refusal(export, project, Path("/"), format="pressmark")
    refusal(import_sources, project, [], format="nope")
    refusal(split.parse_ratios, "all")


def test_an_export_of_a_changed_text_is_refused(project: Project) -> None:
    project.apply(gestures.tag(project.view(ONE), SCHEMA, "LOCATION", [at(TEXT, "Kyiv")]))
    with connection.sqlite3.connect(project.path) as conn:
        conn.execute("UPDATE span SET surface = 'Kiev'")
    conn.close()
    refusal(lambda: list(project.records()))


def test_what_is_exported_and_stored_is_the_same_in_every_language(tmp_path: Path, project: Project) -> None:
    project.apply(gestures.tag(project.view(ONE), SCHEMA, "LOCATION", [at(TEXT, "Kyiv")]))
    export(project, tmp_path / "plain.jsonl", format="pressmark")
    with bracketed():
        export(project, tmp_path / "told.jsonl", format="pressmark")
    assert (tmp_path / "told.jsonl").read_bytes() == (tmp_path / "plain.jsonl").read_bytes()


def test_the_manifest_of_a_dataset_is_english(tmp_path: Path, project: Project) -> None:
    parts = [at(TEXT, "Lviv"), at(TEXT, "Olena")]
    project.apply(gestures.tag(project.view(ONE), SCHEMA, "CLAIM", parts))
    project.apply(gestures.tag(project.view(ONE), SCHEMA, "LOCATION", [Fragment(1, 6)]))
    with bracketed():
        report = export(project, tmp_path / "told", format="docbin")
    assert report.dropped
    assert "⟦" not in (tmp_path / "told" / "manifest.json").read_text("utf-8")
