"""A pipeline of somebody else's on the command line: plugged in, mapped, compared, with word lists beside it."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1]))
import stock_pipeline

from annotation_schema.model import Article
from desktop.core.prelabel import choice, run_options
from desktop.core.project import Project
from desktop.core.resources import default_schema

TEXTS = (
    "Anna Berg said on Monday that Visby is small.",
    "In Falun the mayor, Karl Holm, was seen.",
    "Olof Dahl went to Lund.",
)


@pytest.fixture(scope="session")
def stock(tmp_path_factory):
    return stock_pipeline.make(tmp_path_factory.mktemp("stock") / "stock")


@pytest.fixture
def project(tmp_path):
    path = tmp_path / "p.pressmark"
    with Project.create(path, default_schema(), annotator="A") as made:
        made.add_articles(Article(f"u{n}", "", text, language="en") for n, text in enumerate(TEXTS))
        run_options.want_claims(made, False)
    return path


def suggested(path):
    with Project.open(path, readonly=True) as opened:
        return [
            sorted(
                (s.label, v.article.text[s.fragments[0].start : s.fragments[0].end], dict(s.attributes))
                for s in v.suggestions
            )
            for v in map(opened.view, opened.article_ids())
        ]


def test_a_stock_pipeline_is_plugged_in_with_its_own_labels(run, project, stock):
    shown = run("configure", project, "--pipeline", stock, "--json").json
    assert shown["pipeline"] == "en_stock" and shown["labels"] == {"WHERE": None, "WHO": None}
    assert "map them first" in shown["misfits"][0]
    before = run("prelabel", project, "--json")
    assert before.json["suggestions"] == 0 and set(before.json["unmapped"]) == {"WHO", "WHERE"}
    mapped = run("configure", project, "--map", "WHO=ACTOR:type=person", "--map", "WHERE=LOCATION", "--json").json
    assert mapped["misfits"] == [] and mapped["labels"]["WHO"] == ["ACTOR", {"type": "person"}]
    done = run("prelabel", project, "--json")
    assert done.code == 0 and done.json["articles"] == 3, "another map is another run"
    assert suggested(project)[0] == [
        ("ACTOR", "Anna Berg", {"type": "person"}),
        ("LOCATION", "Visby", {}),
    ]
    assert run("prelabel", project, "--json").json["articles"] == 0


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--map", "WHO"], "not of the form LABEL=OURS"),
        (["--map", "WHO=NOBODY"], "does not have"),
        (["--map", "WHO=ACTOR:type=planet"], "not one of its values"),
        (["--map", "WHO=ACTOR:person"], "not of the form attribute=value"),
        (["--language", "de"], "not of the form CODE=NAME"),
        (["--pipeline", "xx_none"], "no pipeline “xx_none”"),
        (["--remove", "none.csv"], "no list “none.csv”"),
        (["--words", "none.csv"], "cannot be read"),
        (["--when", "never"], "not “never”"),
    ],
)
def test_what_cannot_be_is_a_sentence_and_changes_nothing(run, project, stock, options, words):
    run("configure", project, "--pipeline", stock)
    before = run("configure", project, "--json").json
    refused = run("configure", project, *options)
    assert refused.code in (2, 3, 6) and words in refused.err
    assert run("configure", project, "--json").json == before


def test_word_lists_run_before_or_after_the_model(run, project, stock, tmp_path):
    (tmp_path / "towns.csv").write_text("Visby,ACTOR,type=company\nMonday,LOCATION\nBad,NOTHING\n", encoding="utf-8")
    (tmp_path / "more.jsonl").write_text('{"label":"WHERE","pattern":[{"LOWER":"mayor"}]}\n', encoding="utf-8")
    run("configure", project, "--pipeline", stock, "--map", "WHO=ACTOR", "--map", "WHERE=LOCATION")
    told = run(
        "configure", project, "--words", tmp_path / "towns.csv", "--words", tmp_path / "more.jsonl", "--json"
    ).json
    assert [x["entries"] for x in told["lists"]] == [2, 1] and "Line 3" in told["problems"][0]
    run("prelabel", project)
    first, second, _ = suggested(project)
    assert ("LOCATION", "Visby", {}) in first and ("LOCATION", "Monday", {}) in first, "after the model it fills gaps"
    assert ("LOCATION", "mayor", {}) in second
    run("configure", project, "--words", tmp_path / "towns.csv", "--when", "before", "--remove", "more.jsonl")
    run("prelabel", project)
    first, second, _ = suggested(project)
    assert ("ACTOR", "Visby", {"type": "company"}) in first, "before the model it wins"
    assert ("LOCATION", "Visby", {}) not in first and ("LOCATION", "mayor", {}) not in second


def test_a_pattern_that_spacy_refuses_is_named(run, project, stock, tmp_path):
    (tmp_path / "odd.jsonl").write_text('{"label":"X","pattern":[{"NONSENSE":1}]}\n', encoding="utf-8")
    run("configure", project, "--pipeline", stock, "--words", tmp_path / "odd.jsonl")
    refused = run("prelabel", project)
    assert refused.code == 6 and "odd.jsonl, line 1" in refused.err
    assert "Correct that list" in refused.err and "another pipeline" not in refused.err


def test_each_language_has_its_pipeline(run, project, stock):
    with Project.open(project) as opened:
        opened.add_articles([Article("d", "", "Mia Lund said on Monday that Boden is small.", language="de-AT")])
    assert run("configure", project, "--language", f"de={stock}", "--json").json["languages"] == {"de": str(stock)}
    done = run("prelabel", project, "--json").json
    assert done["articles"] == 4
    with Project.open(project, readonly=True) as opened:
        runs = {s.pipeline for i in opened.article_ids() for s in opened.view(i).suggestions}
        german = opened.view(opened.article_id("d"))
    assert "en_stock" not in runs and german.suggestions == (), "its labels have no place yet"
    assert run("configure", project, "--language", "de=", "--json").json["languages"] == {}


def test_the_labels_of_a_language_s_pipeline_are_mapped_too(run, project, tmp_path):
    german = stock_pipeline.make(tmp_path / "de", name="press", language="de")
    with Project.open(project) as opened:
        opened.add_articles([Article("d", "", "Mia Lund said on Monday that Boden is small.", language="de-AT")])
    plain = run("configure", project, "--json").json["misfits"]
    assert len(plain) == 1 and "1 article is in another language" in plain[0]
    run("configure", project, "--language", f"de={german}")
    of = ("configure", project, "--of", german)
    shown = run(*of, "--map", "WHO=ACTOR:type=person", "--map", "WHERE=LOCATION", "--json").json
    assert shown["pipeline"] == "de_press" and shown["misfits"] == []
    own = run("configure", project, "--json").json
    assert own["pipeline"] == "en_pressmark_news" and "WHO" not in own["labels"] and own["misfits"] == []
    run("prelabel", project)
    assert suggested(project)[-1] == [("ACTOR", "Mia Lund", {"type": "person"}), ("LOCATION", "Boden", {})]


def test_how_long_an_article_may_take_is_kept(run, project):
    run("prelabel", project, "--limit", 300)
    with Project.open(project, readonly=True) as opened:
        assert run_options.of(opened).limit_s == 300
    assert run("prelabel", project, "--json").json["articles"] == 0, "another limit is no other run"


def test_two_pipelines_side_by_side(run, project, stock, tmp_path):
    run("configure", project, "--pipeline", stock, "--map", "WHO=ACTOR", "--map", "WHERE=LOCATION")
    other = stock_pipeline.make(tmp_path / "other", name="other", labels=("PERSON", "GPE"))
    told = run("compare", project, stock, other, "--json").json
    assert (told["first"], told["second"], told["articles"]) == ("en_stock 3.8.1", "en_other 3.8.1", 3)
    assert told["labels"]["ACTOR"]["first"] == 3 and told["total"]["agreement"] == 1.0
    with_embedded = run("compare", project, stock, "")
    assert with_embedded.code == 0 and "Only A:" in with_embedded.out and "ACTOR" in with_embedded.out
    assert suggested(project) == [[], [], []], "nothing is stored"


def test_the_list_tells_size_licence_and_scores(run, home, stock):
    import shutil

    shutil.copytree(stock, home / "pipelines" / "stock")
    (home / "pipelines" / "poor").mkdir()
    listed = run("pipelines", "--json").json
    mine = next(x for x in listed if x["name"] == "en_stock")
    assert mine["licence"] == "MIT" and mine["scores"] == {"ents_f": 0.91} and mine["size"] > 10_000
    text = run("pipelines").out
    assert "MIT, ents_f 91.0" in text and "Cannot be used: The folder" in text


def test_a_pool_of_processes_from_the_command_line(start, project):
    done = start("prelabel", project, "--executor", "process", "--workers", "2", "--json")
    assert done.code == 0 and done.json["articles"] == 3, done.err
    assert json.loads(done.out) == done.json


@pytest.mark.parametrize("options", [["--executor", "dask"], ["--scheduler", "tcp://127.0.0.1:1"]])
def test_a_cluster_needs_an_address(run, project, options):
    refused = run("prelabel", project, *options)
    assert refused.code == 2 and "go together" in refused.err


def test_a_graphics_processor_is_told_of_and_can_be_turned_off(run, project, stock, monkeypatch):
    fake = "import spacy; spacy.prefer_gpu = lambda: True; from desktop.worker.main import main; main()"
    monkeypatch.setattr("desktop.core.prelabel.protocol.worker_command", lambda: [sys.executable, "-c", fake])
    told = run("prelabel", project, "--pipeline", stock)
    assert told.code == 0 and "by en_stock 3.8.1 on a graphics processor" in told.out + told.err
    with Project.open(project) as opened:
        opened.add_articles([Article("more", "", TEXTS[0], language="en")])
    off = run("prelabel", project, "--pipeline", stock, "--no-gpu", "--json").json
    assert (off["gpu"], off["articles"]) == (False, 1), "and it is no other run"
    with Project.open(project) as opened:
        assert not run_options.of(opened).gpu
        opened.add_articles([Article("again", "", TEXTS[1], language="en")])
    assert not run("prelabel", project, "--pipeline", stock, "--json").json["gpu"], "kept with the project"
    assert run("prelabel", project, "--pipeline", stock, "--gpu", "--json").json["articles"] == 0


def test_the_embedded_pipeline_is_kept_by_name_since_it_moves_with_the_program(run, project, stock):
    with Project.open(project) as opened:
        opened.add_articles([Article("de", "", "Das ist auf Deutsch.", language="de")])
    run("configure", project, "--pipeline", stock, "--map", "WHO=ACTOR")
    assert "another language" in run("configure", project, "--json").json["misfits"][0]
    shown = run("configure", project, "--language", "de=en_pressmark_news", "--json").json
    assert shown["languages"] == {"de": "en_pressmark_news"}
    assert shown["misfits"] == [], "that article is for the other one"
    assert (
        run("configure", project, "--pipeline", "en_pressmark_news", "--json").json["pipeline"] == "en_pressmark_news"
    )
    with Project.open(project) as opened:
        assert choice.of(opened).default == "en_pressmark_news"
