"""Whether a pipeline fits: versions, packages, languages, labels; and which pipeline reads which articles."""

from __future__ import annotations

import importlib.metadata

import pytest

from desktop.core.pipeline_fit import allows, main_language, misfits
from desktop.core.pipelines import PipelineInfo
from desktop.core.prelabel import choice
from desktop.core.prelabel.choice import Leg, PipelineChoice
from desktop.core.prelabel.label_map import default_label_map, dump_text, key
from desktop.core.project import Project
from desktop.core.resources import default_schema


def info(**changes):
    base = {"name": "en_x", "version": "1", "path": "/p", "labels": ("PERSON",), "language": "en", "source": "/p"}
    return PipelineInfo(**(base | changes))


def said(pipeline, **changes):
    options = {"schema": default_schema(), "label_map": default_label_map()} | changes
    return misfits(pipeline, **options)


def test_what_fits_says_nothing():
    assert said(info(), languages={"en-GB": 4, "": 2, "und": 1}) == []


@pytest.mark.parametrize(
    ("pipeline", "changes", "words"),
    [
        (info(spacy_version=">=2.0,<3.0"), {}, "was made for spaCy >=2.0,<3.0"),
        (info(requirements=("no-such-package-at-all>=1",)), {}, "needs the package no-such-package-at-all"),
        (info(labels=(), finds=False), {}, "would suggest nothing"),
        (info(labels=("MISC", "EVT")), {}, "None of its labels (MISC, EVT)"),
        (info(language="de"), {"languages": {"en": 1, "de": 3}}, "“de”; 1 article is in"),
        (info(language="de"), {"languages": {"en": 1, "en-US": 1}}, "2 articles are in"),
    ],
)
def test_each_reason_has_a_sentence(pipeline, changes, words):
    (sentence,) = said(pipeline, **changes)
    assert words in sentence and sentence.endswith(".")


def test_rules_find_something_beside_any_pipeline():
    assert said(info(labels=(), finds=False), rules=True) == []
    assert said(info(labels=("MISC",)), rules=True) == []


@pytest.mark.parametrize(
    ("specifier", "version", "fits"),
    [
        (">=3.8.0,<3.9.0", "3.8.18", True),
        (">=3.7.2,<3.8.0", "3.8.0", False),
        ("~=3.8.1", "3.8.7", True),
        ("~=3.7.1", "3.8.7", False),
        ("", "3.8", True),
        ("whatever", "3.8", True),
        (">3.8", "3.8.0", False),
        ("!=3.8.0", "3.8", False),
    ],
)
def test_versions(specifier, version, fits):
    assert allows(specifier, version) is fits


def test_the_installed_spacy_is_what_is_compared():
    number = importlib.metadata.version("spacy")
    assert said(info(spacy_version=f"=={number}")) == []


@pytest.mark.parametrize(
    ("code", "main"), [("en-GB", "en"), ("EN_us", "en"), ("", ""), ("und", ""), ("xx", ""), ("nb", "nb")]
)
def test_main_language(code, main):
    assert main_language(code) == main


def test_one_pipeline_for_everything_is_one_run():
    assert PipelineChoice().legs("fallback") == [Leg("fallback")]
    assert PipelineChoice("own", {"de": "own"}).legs("fallback") == [Leg("own")]


def test_languages_have_runs_of_their_own_that_cover_each_article_once():
    chosen = PipelineChoice("", {"de": "germ", "at": "germ", "fr": "gaul"})
    legs = chosen.legs("main", first="fr-FR")
    assert legs[0].pipeline == "gaul" and {leg.pipeline for leg in legs} == {"main", "germ", "gaul"}
    for code in ("de-AT", "at", "fr", "en", "", "xx"):
        assert sum(leg.covers(code) for leg in legs) == 1


@pytest.fixture
def project(tmp_path):
    with Project.create(tmp_path / "p.pressmark", default_schema(), annotator="A") as made:
        yield made


def test_the_choice_is_kept_with_the_project(project):
    assert choice.of(project) == PipelineChoice()
    chosen = PipelineChoice("x", {"de": "y"})
    project.set_setting(choice.SETTING, chosen.dump())
    assert choice.of(project) == chosen
    project.set_setting(choice.SETTING, "[1]")
    assert choice.of(project) == PipelineChoice()


def test_a_pipeline_has_its_own_label_map_and_another_map_makes_another_run(project):
    before = project.start_run("en_x", "1")
    assert project.start_run("en_x", "1") == before
    assert choice.label_map_for(project, "en_x")["PERSON"][0] == "ACTOR"
    project.set_setting(key("en_x"), dump_text({"WHO": ("ACTOR", {"type": "person"})}))
    own = choice.label_map_for(project, "en_x")
    assert own["WHO"] == ("ACTOR", {"type": "person"}) and "PERSON" not in own
    assert own["LOCATION"] == ("LOCATION", {}), "labels that are called as the project's need no entry"
    assert "PERSON" in choice.label_map_for(project, "en_other")
    assert project.start_run("en_x", "1") != before
