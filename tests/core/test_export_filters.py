"""What a filter lets out of a project: articles, annotators, labels, relations, verdicts."""

from __future__ import annotations

import json

import pytest
from builders import article, at, record, relation, span
from test_exporting import example

from annotation_schema.model import ArticleRecord, Status
from desktop.core.errors import AppError, ErrorCode
from desktop.core.exporters.door import ExportProgress, export
from desktop.core.exporters.report import ExportFilter, ExportOptions
from desktop.core.project import Project
from desktop.core.resources import default_schema

TEXTS = {
    "old": ("2023-11-30", "Olena spoke in Lviv."),
    "may": ("2024-05-31T22:10:00+02:00", "Olena spoke in Kyiv."),
    "june": ("2024-06-01", "Olena wrote from Kyiv."),
    "undated": ("", "Olena waits."),
}


@pytest.fixture
def project(tmp_path):
    with Project.create(tmp_path / "p.pressmark", default_schema(), annotator="Ada") as made:
        for uid, (published, text) in TEXTS.items():
            one = article(uid, text=text, published=published)
            claim, actor = span("CLAIM", at(text, text[:-1])), span("ACTOR", at(text, "Olena"))
            first = record(one, claim, actor, relations=[relation("CLAIMANT", claim, actor)], status=Status.DONE)
            more = record(one, span("ACTOR", at(text, "Olena")), annotator="Bo").annotations
            made.add_articles([ArticleRecord(one, first.annotations + (more if uid in ("old", "may") else ()))])
        made.add_articles([article("bare", text="Nobody has read this of Kyiv.", published="2024-05-02")])
        yield made


def exported(project, tmp_path, *, with_suggestions=False, **wanted):
    told: list[ExportProgress] = []
    out = tmp_path / "out.jsonl"
    options = ExportOptions(with_suggestions, filter=ExportFilter(**wanted))
    report = export(project, out, format="pressmark", options=options, progress=told.append)
    held = [json.loads(line) for line in out.read_text("utf-8").split("\n") if line]
    assert report.articles == len(held)
    assert report.spans == sum(len(a["spans"]) for h in held for a in h["annotations"])
    assert report.relations == sum(len(a["relations"]) for h in held for a in h["annotations"])
    assert told[-1].done == told[-1].total  # all that was looked at
    return {h["uid"]: h for h in held}


def names(held):
    return {uid: [a["annotator"] for a in h["annotations"]] for uid, h in held.items()}


def test_nothing_asked_is_everything(project, tmp_path):
    assert list(exported(project, tmp_path)) == ["old", "may", "june", "undated", "bare"]


@pytest.mark.parametrize(
    ("wanted", "uids"),
    [
        ({"since": "2024"}, ["may", "june", "bare"]),
        ({"until": "2024-05"}, ["old", "may", "bare"]),
        ({"since": "2024-05-31", "until": "2024-05-31"}, ["may"]),
        ({"until": "2023"}, ["old"]),
        ({"text": "kyiv"}, ["may", "june", "bare"]),
        ({"text": '"spoke in"', "since": "2024"}, ["may"]),
        ({"text": "nowhere"}, []),
        ({"text": "???"}, []),
    ],
)
def test_articles_by_date_and_words(project, tmp_path, wanted, uids):
    assert list(exported(project, tmp_path, **wanted)) == uids


def test_an_annotator_s_work_only(project, tmp_path):
    assert names(exported(project, tmp_path, annotators=frozenset({"Bo"}))) == {"old": ["Bo"], "may": ["Bo"]}


def test_statuses_belong_to_an_annotator_with_an_article(project, tmp_path):
    done = exported(project, tmp_path, statuses=frozenset({Status.DONE}))
    assert names(done) == {uid: ["Ada"] for uid in ("old", "may", "june", "undated")}
    assert names(exported(project, tmp_path, statuses=frozenset({Status.TODO}))) == {"bare": []}
    todo = exported(project, tmp_path, statuses=frozenset({Status.TODO}), annotators=frozenset({"Bo"}))
    assert names(todo) == {"june": [], "undated": [], "bare": []}
    both = exported(project, tmp_path, statuses=frozenset({Status.STARTED, Status.TODO}))
    assert names(both) == {"old": ["Bo"], "may": ["Bo"], "bare": []}


def test_labels_take_relations_with_them(project, tmp_path):
    held = exported(project, tmp_path, labels=frozenset({"ACTOR"}))
    assert len(held) == 5  # an article without the label is an example of having none
    assert {s["label"] for h in held.values() for a in h["annotations"] for s in a["spans"]} == {"ACTOR"}
    assert not any(a["relations"] for h in held.values() for a in h["annotations"])
    both = exported(project, tmp_path, labels=frozenset({"ACTOR", "CLAIM"}))
    assert sum(len(a["relations"]) for h in both.values() for a in h["annotations"]) == 4


def test_suggestions_go_by_label_and_annotator(project, tmp_path):
    project.add_articles([example("proposed")])
    held = exported(project, tmp_path, with_suggestions=True, annotators=frozenset({"bo"}))
    (suggestion,) = held["proposed"]["suggestions"]["spans"]
    assert [v["annotator"] for v in suggestion["verdicts"]] == ["bo"]
    held = exported(project, tmp_path, with_suggestions=True, labels=frozenset({"ACTOR"}))
    assert held["proposed"]["suggestions"]["spans"] == []


@pytest.mark.parametrize(
    "wanted",
    [
        {"annotators": frozenset({"Nobody"})},
        {"labels": frozenset({"PERSON"})},
        {"since": "May"},
        {"until": "31.5.2024"},
    ],
)
def test_what_there_is_none_of_is_no_silent_emptiness(project, tmp_path, wanted):
    with pytest.raises(AppError) as caught:
        exported(project, tmp_path, **wanted)
    assert caught.value.code == ErrorCode.USAGE
    assert not (tmp_path / "out.jsonl").exists()
