"""Each command: its JSON keys, its sentences, its exit code."""

from __future__ import annotations

import io
import json
import os
import sqlite3
import sys

import pytest

from annotation_schema.model import Status
from desktop.cli import common
from desktop.core import saved_filters
from desktop.core.errors import ErrorCode
from desktop.core.exporters import EXPORTERS
from desktop.core.importing import formats
from desktop.core.project import Project
from desktop.core.resources import sample_record_file
from desktop.core.view import ArticleFilter


@pytest.fixture
def project(run, tmp_path):
    path = tmp_path / "p.pressmark"
    assert run("new", path).code == 0
    return path


@pytest.fixture
def sample(run, project):
    assert run("import", project, sample_record_file()).code == 0
    return project


def test_every_error_has_an_exit_code():
    assert set(common.EXIT_CODES) == set(ErrorCode)
    assert all(code > 0 for code in common.EXIT_CODES.values())


def test_a_wrong_format_lists_all(run, project, tmp_path):
    refused = run("import", project, tmp_path, "--format", "docx")
    assert refused.code == 2
    assert all(name in refused.err for name in formats())
    refused = run("export", project, tmp_path / "out", "--format", "docx")
    assert refused.code == 2
    assert all(spec.format in refused.err for spec in EXPORTERS)


@pytest.mark.parametrize(
    "command", ["", "open", "new", "import", "prelabel", "export", "stats", "check", "pipelines", "evaluate"]
)
def test_help_names_the_exit_codes_and_every_command_takes_json(command):
    from typer.testing import CliRunner

    shown = CliRunner().invoke(common.app, [command, "--help"] if command else ["--help"])
    assert shown.exit_code == 0
    words = " ".join(shown.output.split())
    assert "Exit codes: 0 done" in words
    assert "130 cancelled" in words
    assert not command or "--json" in words


def test_version(run):
    assert run("--version").out.startswith("pressmark ")


def test_new(run, tmp_path):
    path = tmp_path / "p.pressmark"
    made = run("new", path, "--annotator", "Ana", "--json")
    assert made.code == 0
    assert made.json == {
        "project": str(path),
        "schema": {"name": "news-claims", "version": "1.0"},
        "annotator": "Ana",
    }
    again = run("new", path)
    assert again.code == 4
    assert "already there" in again.err
    assert again.out == ""


def test_new_with_a_schema_that_has_mistakes(run, tmp_path):
    schema = tmp_path / "mine.json"
    for text, words in [
        ('{"name": "x",\n "version": }', "line 2"),
        ('{"name": "x", "version": "1", "title": "X", "labels": [{"name": 5}]}', "labels[0]"),
        ("[]", "object"),
    ]:
        schema.write_text(text, encoding="utf-8")
        refused = run("new", tmp_path / "p.pressmark", "--schema", schema, "--json")
        assert refused.code == 3
        assert refused.json["error"]["code"] == "schema-invalid"
        assert str(schema) in refused.err
        assert words in refused.err
        assert not (tmp_path / "p.pressmark").exists()
    missing = run("new", tmp_path / "p.pressmark", "--schema", tmp_path / "none.json")
    assert missing.code == 3
    assert "none.json is not there" in missing.err


def test_new_with_a_schema_of_ones_own(run, tmp_path):
    from desktop.core.resources import resource_path

    schema = tmp_path / "mine.json"
    held = json.loads(resource_path("schemas", "news-claims.json").read_text(encoding="utf-8"))
    schema.write_text(json.dumps(held | {"name": "mine", "version": "2.1"}), encoding="utf-8")
    made = run("new", tmp_path / "p.pressmark", "--schema", schema, "--json")
    assert made.json["schema"] == {"name": "mine", "version": "2.1"}


def test_import_keys_and_sentences(run, project, tmp_path):
    (tmp_path / "a.csv").write_text("title,text\nRain,It rained.\nbroken\n", encoding="utf-8")
    first = run("import", project, tmp_path / "a.csv", "--json")
    assert first.code == 0
    assert first.json == {
        "articles": 1,
        "duplicates": 0,
        "skipped": 1,
        "spans": 0,
        "relations": 0,
        "suggestions": 0,
        "problems": [
            {
                "file": str(tmp_path / "a.csv"),
                "record": "2",
                "line": 3,
                "reason": "The row has 1 field, the header has 2.",
            }
        ],
    }
    assert list(first.json) == ["articles", "duplicates", "skipped", "spans", "relations", "suggestions", "problems"]
    again = run("import", project, tmp_path / "a.csv")
    assert again.code == 0
    assert "0 articles imported." in again.out
    assert "1 article already in the project. Nothing was added." in again.out
    assert "a.csv, line 3, record 2: The row has 1 field" in again.out


def test_import_of_nothing_usable(run, project, tmp_path):
    (tmp_path / "empty.txt").write_bytes(b"")
    failed = run("import", project, tmp_path / "empty.txt", tmp_path / "none.txt", "--json")
    assert failed.code == 3
    assert failed.json["skipped"] == 2
    assert [p["line"] for p in failed.json["problems"]] == [None, None]


def test_import_with_an_annotators_name(run, project, tmp_path):
    from desktop.core.project import Project

    lines = sample_record_file().read_text(encoding="utf-8").split("\n")
    (tmp_path / "one.jsonl").write_text(lines[0] + "\n", encoding="utf-8")
    found = run("import", project, tmp_path / "one.jsonl", "--annotator", "Bo", "--json")
    assert found.json["spans"] > 0
    with Project.open(project) as opened:
        assert [a.annotator for r in opened.records() for a in r.annotations] == ["Bo"]


def test_stats_keys(run, sample):
    found = run("stats", sample, "--json")
    assert found.code == 0
    held = found.json
    assert list(held) == ["articles", "status", "spans", "relations", "suggestions", "annotators", "time"]
    assert held["articles"] == 5
    assert sum(held["status"].values()) == 5
    assert held["spans"]["CLAIM"] > 0
    assert held["relations"]["CLAIMANT"] > 0
    assert set(held["suggestions"]) == {"open", "accepted", "rejected"}
    assert held["annotators"]
    assert held["time"] == {"annotators": {}, "articles": 0, "median_seconds": None}
    with Project.open(sample) as opened:
        first, second, third = opened.article_ids()[:3]
        opened.work_time.add({first: 60.0, second: 90.0, third: 3600.0})
        name = opened.annotator.name
    assert run("stats", sample, "--json").json["time"] == {
        "annotators": {name: 3750},
        "articles": 3,
        "median_seconds": 90,
    }
    words = run("stats", sample).out
    assert f"Time         {name} 1:02:30" in words
    assert "An article   1:30 (median of 3)" in words
    assert "Articles     5" in run("stats", sample).out


def test_export_keys(run, sample, tmp_path):
    out = tmp_path / "out.jsonl"
    done = run("export", sample, out, "--format", "pressmark", "--json")
    assert done.code == 0
    held = done.json
    assert list(held) == ["articles", "spans", "relations", "dropped", "files", "losses", "read_back", "split"]
    assert held["articles"] == 5
    assert held["dropped"] == []
    assert [f["path"] for f in held["files"]] == [str(out)]
    counted = run("stats", sample, "--json").json
    assert held["spans"] == sum(counted["spans"].values())
    assert held["relations"] == sum(counted["relations"].values())


def test_export_to_docbin_reports_what_is_dropped(run, sample, tmp_path):
    done = run(
        "export", sample, tmp_path / "corpus", "--format", "docbin", "--split", "60/20/20", "--seed", "1", "--json"
    )
    assert done.code == 0
    assert [f["path"].rpartition("/")[2] for f in done.json["files"]] == [
        "train.spacy",
        "dev.spacy",
        "test.spacy",
        "manifest.json",
    ]
    assert all(set(d) == {"article", "span", "reason", "what"} for d in done.json["dropped"])
    manifest = json.loads((tmp_path / "corpus" / "manifest.json").read_text(encoding="utf-8"))
    # Actors and places of which one covers the other; no claim is lost, though most hold or are interrupted by some.
    spans = [d for d in done.json["dropped"] if d["what"] == "span"]
    assert {d["reason"].split(" (")[0].partition(": ")[2] for d in spans} <= {
        f"{one} overlaps a longer or earlier {other}" for one in manifest["entities"] for other in manifest["entities"]
    }
    assert set(manifest["entities"]) == {"ACTOR", "LOCATION"}
    written = sum(manifest["labels"][label] for label in manifest["entities"])
    assert sum(manifest["entities"].values()) == written - len(spans) > 0.8 * written
    assert {d["what"] for d in done.json["dropped"]} == {"span", "relation", "attribute"}


def test_export_of_a_choice(run, sample, tmp_path):
    out = tmp_path / "out.jsonl"
    done = run(
        "export", sample, out, "--format", "pressmark", "--label", "ACTOR", "--finished-only", "--text", "the", "--json"
    )
    assert done.code == 0
    rows = [json.loads(line) for line in out.read_text(encoding="utf-8").split("\n") if line]
    assert len(rows) == done.json["articles"] <= 5
    assert {s["label"] for r in rows for a in r["annotations"] for s in a["spans"]} <= {"ACTOR"}
    assert all(a["status"] == "done" for r in rows for a in r["annotations"])
    wrong = run("export", sample, out, "--format", "pressmark", "--annotator", "Nobody Here", "--json")
    assert wrong.code == 2
    assert "Nobody Here" in wrong.json["error"]["message"]


def test_export_of_a_saved_filter(run, sample, tmp_path):
    out = tmp_path / "out.jsonl"
    with Project.open(sample) as project:
        saved_filters.save(project, "The ferry", ArticleFilter(text="ferry", statuses=frozenset({Status.TODO})))
        expected = len(project.article_ids(ArticleFilter(text="ferry")))
    done = run("export", sample, out, "--format", "pressmark", "--filter", "The ferry", "--json")
    assert done.code == 0 and 0 < done.json["articles"] == expected < 5
    assert run("export", sample, out, "--format", "pressmark", "--filter", "The ferry", "--preview").code == 0
    wrong = run("export", sample, out, "--format", "pressmark", "--filter", "Ferry", "--json")
    assert wrong.code == 2 and "The ferry" in wrong.json["error"]["hint"]


def test_export_of_a_dataset_folder(run, sample, tmp_path):
    out = tmp_path / "set"
    words = ("--format", "claims", "--card", "--licence", "CC0-1.0", "--split", "60/20/20", "--seed", "1")
    done = run("export", sample, out, *words, "--group-by", "none", "--stratify")
    assert done.code == 0
    assert "Split: train " in done.out
    assert "5 articles were compared." in done.out
    assert {"README.md", "manifest.json", "losses.jsonl", "data", "plots"} == {p.name for p in out.iterdir()}
    manifest = json.loads((out / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["export"]["options"]["split"]["stratified"] is True


def test_a_preview_writes_nothing(run, sample, tmp_path):
    before = sorted(tmp_path.iterdir())
    seen = run(
        "export", sample, tmp_path / "out", "--format", "jsonl-flat", "--preview", "--split", "60/20/20", "--json"
    )
    assert seen.code == 0
    assert json.loads(seen.json["first"])["label"]
    assert sum(n for _, n in seen.json["parts"]) == seen.json["articles"] == 5
    assert sum(n for *_, n in seen.json["labels"]) == seen.json["spans"] > 100
    words = run("export", sample, tmp_path / "out", "--format", "jsonl-flat", "--preview").out
    assert "Losses in the first 5 articles:" in words
    assert sorted(tmp_path.iterdir()) == before


def test_export_that_is_refused(run, sample, tmp_path):
    with sqlite3.connect(sample) as other:
        other.execute("UPDATE span SET surface = 'something else' WHERE id = (SELECT min(id) FROM span)")
    other.close()
    refused = run("export", sample, tmp_path / "out.jsonl", "--format", "pressmark", "--json")
    assert refused.code == 5
    assert refused.json["error"]["code"] == "export-refused"
    assert "span" in refused.err
    assert not (tmp_path / "out.jsonl").exists()
    checked = run("check", sample, "--json")
    assert checked.code == 5
    assert checked.json["ok"] is False
    assert "surface-changed" in [f["code"] for f in checked.json["findings"]]


def test_check_keys(run, sample):
    done = run("check", sample, "--json")
    assert done.code == 0
    assert list(done.json) == ["ok", "findings"]
    assert done.json["ok"] is True
    assert "No errors" in run("check", sample).out


def test_pipelines_keys(run):
    done = run("pipelines", "--json")
    assert done.code == 0
    assert isinstance(done.json, list)
    keys = ["name", "version", "path", "labels", "language", "components", "description", "author", "licence"]
    keys += ["spacy_version", "requirements", "scores", "label_scores", "size"]
    assert all(list(one) == keys for one in done.json)
    if not done.json:
        pytest.skip("no pipeline is embedded or installed")
    assert done.json[0]["name"] in run("pipelines").out


def test_a_pipeline_that_is_not_there(run, project):
    refused = run("prelabel", project, "--pipeline", "xx_none", "--json")
    assert refused.code == 6
    assert refused.json["error"]["code"] == "pipeline-not-found"
    assert "xx_none" in refused.err


@pytest.mark.parametrize(
    "command", [["stats"], ["check"], ["import", "x.txt"], ["prelabel"], ["export", "o", "--format", "docbin"]]
)
def test_projects_that_are_none(run, tmp_path, command):
    text = tmp_path / "text.pressmark"
    text.write_text("This is no project.", encoding="utf-8")
    empty = tmp_path / "empty.pressmark"
    empty.touch()
    foreign = tmp_path / "foreign.pressmark"
    with sqlite3.connect(foreign) as other:
        other.execute("CREATE TABLE t(x)")
    other.close()
    for path, code in ((text, 4), (empty, 4), (foreign, 4), (tmp_path / "none.pressmark", 3)):
        before = path.read_bytes() if path.exists() else None
        refused = run(command[0], path, *command[1:], "--json")
        assert refused.code == code, refused
        assert set(refused.json["error"]) == {"code", "message", "hint"}
        assert path.name in refused.err
        assert refused.err.count("\n") == 1
        assert (path.read_bytes() if path.exists() else None) == before
    assert run("stats", tmp_path).code in (3, 4)


def test_what_only_reads_works_while_the_project_is_open(run, sample, tmp_path):
    with Project.open(sample) as opened:
        assert run("stats", sample, "--json").json["articles"] == 5
        assert run("check", sample, "--json").json["ok"] is True
        done = run("export", sample, tmp_path / "out.jsonl", "--format", "pressmark", "--json")
        assert (done.code, done.json["articles"]) == (0, 5)
        assert run("export", sample, tmp_path / "out", "--format", "docbin").code == 0
        for command in (["import", sample, tmp_path / "out.jsonl"], ["prelabel", sample], ["open", sample]):
            refused = run(*command)
            assert refused.code == 4
            assert f"process {os.getpid()}" in refused.err
        assert opened.counts().total == 5


@pytest.mark.parametrize(
    "argv",
    [
        ["nonsense"],
        ["import", "p.pressmark"],
        ["export", "p.pressmark", "out"],
        ["export", "p.pressmark", "out", "--format", "docbin", "--split", "all"],
        ["prelabel", "p.pressmark", "--workers", "0"],
        ["stats", "p.pressmark", "--colour"],
    ],
)
def test_wrong_usage_is_a_sentence_and_two(run, argv):
    refused = run(*argv)
    assert refused.code == 2
    assert refused.out == ""
    assert "Traceback" not in refused.err
    assert refused.err.count("\n") == 1
    assert "See: pressmark" in refused.err or "80/10/10" in refused.err
    told = run(*argv, "--json")
    assert told.code == 2
    assert told.json["error"]["code"] == "usage"


def test_open_goes_to_the_window(run, project):
    assert run("open", project, "--json").json == {"project": str(project)}
    assert run("open").code == 0
    assert run.opened == [[str(project)], []]
    assert run("open", project.with_name("none.pressmark"), "--json").code == 3
    assert len(run.opened) == 2


def test_what_is_unexpected_goes_to_the_log_file(run, project, home, monkeypatch):
    def fail(self):
        raise ZeroDivisionError("secret of the trade")

    monkeypatch.setattr("desktop.core.project.Project.stats", fail)
    failed = run("stats", project, "--json")
    assert failed.code == 1
    assert failed.json["error"]["code"] == "unexpected"
    assert "Traceback" not in failed.err
    assert str(home / "logs") in failed.err
    log = (home / "logs" / "pressmark.log").read_text(encoding="utf-8")
    assert "secret of the trade" in log
    assert "Traceback" in log


def test_an_abort_is_cancelled(run, project, monkeypatch):
    def stop(self):
        raise KeyboardInterrupt

    monkeypatch.setattr("desktop.core.project.Project.check", stop)
    assert run("check", project).code == 130


class Screen(io.StringIO):
    """Standard error of a terminal."""

    def isatty(self):
        return True


def shown(text):
    """Return what a terminal shows after the text: a carriage return writes over the line."""
    lines = []
    for line in text.split("\n"):
        now = ""
        for part in line.split("\r"):
            now = part + now[len(part) :]
        lines.append(now.rstrip())
    return lines


@pytest.mark.parametrize("terminal", [False, True])
def test_the_last_state_is_always_shown(run, project, tmp_path, monkeypatch, terminal):
    screen = Screen()
    if terminal:
        monkeypatch.setattr(sys, "stderr", screen)

    def told(*argv):
        screen.truncate(0)
        screen.seek(0)
        err = run(*argv).err
        return shown(screen.getvalue() if terminal else err)

    assert told("import", project, sample_record_file()) == ["5 records read in 1 file", ""]
    assert told("prelabel", project)[-2:] == ["5 of 5 articles", ""]
    assert told("prelabel", project)[-2:] == ["0 of 0 articles", ""]
    assert told("export", project, tmp_path / "o.jsonl", "--format", "pressmark")[-2:] == ["5 of 5 articles", ""]
    assert told("export", project, tmp_path / "o", "--format", "docbin")[-2:] == ["5 of 5 articles", ""]
    assert told("export", project, tmp_path / "o.pressmark", "--format", "pressmark")[0] != ""
