"""Filters kept under names with the project, and what an export of one takes."""

from __future__ import annotations

import json

import pytest
from builders import article, at, record, span

from annotation_schema.model import ArticleRecord, Status
from desktop.core import saved_filters
from desktop.core.errors import AppError, ErrorCode
from desktop.core.exporters.card import command
from desktop.core.exporters.door import export
from desktop.core.exporters.preview import preview
from desktop.core.exporters.report import ExportFilter, ExportOptions
from desktop.core.project import Project
from desktop.core.resources import default_schema
from desktop.core.view import ArticleFilter, ArticleOrder

TEXT = "Olena spoke in Kyiv."
FULL = ArticleFilter(
    text='"in Kyiv" ol',
    statuses=frozenset({Status.DONE, Status.TODO}),
    publishers=frozenset({"The Paper"}),
    languages=frozenset({"en"}),
    labels=frozenset({"ACTOR"}),
    with_open_suggestions=True,
    order=ArticleOrder.TITLE,
    titles_only=True,
    since="2024",
    until="2024-05",
    annotators=frozenset({"Ada", "Bo"}),
)


@pytest.fixture
def project(tmp_path):
    """Four articles: Ada has finished a and begun b with an actor, Bo has finished b and c with a place."""
    with Project.create(tmp_path / "p.pressmark", default_schema(), annotator="Ada") as made:
        for n, uid in enumerate("abcd", 1):
            one = article(uid, text=TEXT, published=f"2024-0{n}-01", publisher="The Paper")
            ada = record(one, span("ACTOR", at(TEXT, "Olena")), status=Status.DONE if uid == "a" else Status.STARTED)
            bo = record(one, span("LOCATION", at(TEXT, "Kyiv")), annotator="Bo", status=Status.DONE)
            sets = (ada.annotations if uid in "ab" else ()) + (bo.annotations if uid in "bc" else ())
            made.add_articles([ArticleRecord(one, sets) if sets else one])
        yield made


def listed(project, **wanted):
    return "".join(project.article(i).uid for i in project.article_ids(ArticleFilter(**wanted)))


def test_saved_chosen_renamed_deleted(project, tmp_path):
    assert saved_filters.saved(project) == ()
    saved_filters.save(project, "  my\tlist ", FULL)
    saved_filters.save(project, "All of Bo", ArticleFilter(annotators=frozenset({"Bo"})))
    names = [one.name for one in saved_filters.saved(project)]
    assert names == ["All of Bo", "my list"]
    found = saved_filters.find(project, "my list").wanted
    assert found.order is ArticleOrder.IMPORTED  # which articles, not how they stand
    assert saved_filters.same(found, FULL) and not saved_filters.same(found, ArticleFilter())
    saved_filters.save(project, "my list", ArticleFilter(text="Kyiv"))
    assert saved_filters.find(project, "my list").wanted == ArticleFilter(text="Kyiv")
    with pytest.raises(AppError, match="already"):
        saved_filters.rename(project, "my list", "All of Bo")
    saved_filters.rename(project, "my list", "Kyiv")
    project.close()
    with Project.open(tmp_path / "p.pressmark") as again:
        assert [one.name for one in saved_filters.saved(again)] == ["All of Bo", "Kyiv"]
        saved_filters.delete(again, "Kyiv")
        saved_filters.delete(again, "never there")
        assert [one.name for one in saved_filters.saved(again)] == ["All of Bo"]


def test_what_is_asked_wrongly_is_said(project):
    with pytest.raises(AppError) as refused:
        saved_filters.find(project, "x")
    assert refused.value.code is ErrorCode.USAGE and "none yet" in refused.value.hint
    with pytest.raises(AppError, match="name"):
        saved_filters.save(project, " \n", FULL)
    saved_filters.save(project, "one", FULL)
    with pytest.raises(AppError) as refused:
        saved_filters.rename(project, "two", "three")
    assert "one" in refused.value.hint


def test_json_of_other_programs_asks_for_what_is_known(project):
    assert saved_filters.parse(json.dumps(saved_filters.dump(FULL))) == saved_filters.parse(
        json.dumps({**saved_filters.dump(FULL), "mood": "sad", "statuses": ["done", "todo", "lost"]})
    )
    for nothing in ("", "{", "[]", '{"text": 3, "labels": "ACTOR"}'):
        assert saved_filters.parse(nothing) == ArticleFilter()
    project.set_setting(saved_filters.KEY, json.dumps({"format": "pressmark-filters/9", "filters": 4}))
    assert saved_filters.saved(project) == ()


def test_in_words(project):
    words = saved_filters.words(FULL, project.schema)
    assert (
        words == '“"in Kyiv" ol” · to do · done · Actor · Ada · Bo · The Paper · en · 2024 – 2024-05 · open suggestions'
    )
    assert saved_filters.words(ArticleFilter(order=ArticleOrder.TITLE), project.schema) == ""
    assert saved_filters.words(ArticleFilter(since="2024"), project.schema) == "since 2024"


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ({}, "abcd"),
        ({"annotators": {"Bo"}}, "bc"),
        ({"annotators": {"Ada", "Bo"}}, "abc"),
        ({"annotators": {"Nobody"}}, ""),
        ({"statuses": {Status.DONE}}, "a"),
        ({"statuses": {Status.DONE}, "annotators": {"Bo"}}, "bc"),
        ({"statuses": {Status.DONE}, "annotators": {"Ada", "Bo"}}, "abc"),
        ({"statuses": {Status.TODO}, "annotators": {"Bo"}}, "ad"),
        ({"statuses": {Status.TODO}, "annotators": {"Nobody"}}, ""),
        ({"labels": {"LOCATION"}}, ""),
        ({"labels": {"LOCATION"}, "annotators": {"Bo"}}, "bc"),
        ({"labels": {"LOCATION"}, "annotators": {"Bo"}, "until": "2024-02"}, "b"),
        ({"labels": {"ACTOR"}, "statuses": {Status.STARTED}}, "b"),
    ],
)
def test_whose_statuses_and_labels_count(project, wanted, expected):
    fields = {key: frozenset(value) if isinstance(value, set) else value for key, value in wanted.items()}
    assert listed(project, **fields) == expected


def test_an_export_takes_the_articles_of_a_filter_with_all_their_annotations(project, tmp_path):
    saved_filters.save(project, "Bo's", ArticleFilter(annotators=frozenset({"Bo"})))
    saved_filters.save(project, "finished", ArticleFilter(statuses=frozenset({Status.DONE})))

    def uids(name, **more):
        options = ExportOptions(filter=ExportFilter(saved=saved_filters.for_export(project, name), **more))
        seen = preview(project, format="pressmark", options=options)
        report = export(project, tmp_path / "out.jsonl", format="pressmark", options=options)
        lines = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text("utf-8").splitlines()]
        assert report.articles == seen.articles == len(lines)
        return {line["uid"]: [held["annotator"] for held in line["annotations"]] for line in lines}

    assert uids("Bo's") == {"b": ["Ada", "Bo"], "c": ["Bo"]}
    assert uids("Bo's", annotators=frozenset({"Ada"})) == {"b": ["Ada"]}
    assert uids("Bo's", since="2024-03") == {"c": ["Bo"]}
    assert uids("finished") == {"a": ["Ada"]}  # as the queue of Ada shows it
    assert saved_filters.for_export(project, "finished").wanted.annotators == {"Ada"}


def test_the_card_repeats_the_filter_and_the_manifest_says_what_it_was(project, tmp_path):
    saved_filters.save(project, "Kyiv, done", ArticleFilter(statuses=frozenset({Status.DONE})))
    options = ExportOptions(card=True, filter=ExportFilter(saved=saved_filters.for_export(project, "Kyiv, done")))
    export(project, tmp_path / "set", format="jsonl-flat", options=options)
    assert "--filter 'Kyiv, done'" in command("jsonl-flat", options)
    held = json.loads((tmp_path / "set" / "manifest.json").read_text("utf-8"))["export"]["options"]["filter"]["saved"]
    assert held["name"] == "Kyiv, done"
    assert held["wanted"]["statuses"] == ["done"] and held["wanted"]["annotators"] == ["Ada"]
