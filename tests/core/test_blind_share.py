"""Suggestions hidden for a share of articles: which, for whom, and how the export tells."""

from __future__ import annotations

from dataclasses import replace

import pytest
from builders import TEXT, article, at, lines, suggest
from hypothesis import given
from hypothesis import strategies as st

from annotation_schema import records
from annotation_schema.model import ArticleId, Status
from annotation_schema.validation import validate
from desktop.core import blind_share, gestures
from desktop.core.blind_share import SETTING, BlindShare
from desktop.core.edits import State
from desktop.core.project import Project
from desktop.core.resources import default_schema
from desktop.core.view import ArticleFilter

SCHEMA = default_schema()
ONE = ArticleId(1)
KYIV, LVIV = at(TEXT, "Kyiv"), at(TEXT, "Lviv")
ALL = BlindShare(1.0, "s")
TODO, STARTED = State(Status.TODO, {}), State(Status.STARTED, {})
FIXED = ["a2", "a8", "a19", "a20"]
MARK = {"suggestions_hidden": True}


def test_the_share_is_kept_and_grows_without_changing() -> None:
    uids = [f"a{n}" for n in range(4000)]
    picked = {share: {u for u in uids if BlindShare(share, "x").picks(u)} for share in (0.0, 0.1, 0.3, 1.0)}
    assert picked[0.0] == set() and picked[1.0] == set(uids)
    assert picked[0.1] < picked[0.3]
    assert abs(len(picked[0.1]) - 400) < 80 and abs(len(picked[0.3]) - 1200) < 120
    other = {u for u in uids if BlindShare(0.3, "y").picks(u)}
    assert len(other & picked[0.3]) < 500, "another seed picks others"
    few = [u for u in uids[:30] if BlindShare(0.2, "fixed").picks(u)]
    assert few == FIXED, "the same on every machine and in every version"


@given(st.floats(0, 1), st.text(), st.text())
def test_what_is_stored_is_what_was_set(share: float, seed: str, uid: str) -> None:
    rule = BlindShare(share, seed)
    assert blind_share.parse(rule.dump()) == rule
    assert blind_share.parse(rule.dump()).picks(uid) == rule.picks(uid)


@pytest.mark.parametrize("text", ["", "x", "[]", '{"share": 2}', '{"share": null}', '{"share": "NaN"}', "3"])
def test_a_broken_setting_hides_nothing(text: str) -> None:
    assert blind_share.parse(text) == BlindShare()


@pytest.mark.parametrize("share", [-0.1, 1.1, float("nan"), float("inf")])
def test_a_share_lies_between_0_and_1(share: float) -> None:
    with pytest.raises(ValueError, match="share"):
        BlindShare(share)


def test_what_was_begun_in_sight_is_never_hidden_and_the_other_way_round() -> None:
    assert ALL.hides("a1", TODO)
    assert not ALL.hides("a1", STARTED)
    assert BlindShare().hides("a1", State(Status.DONE, MARK)), "stays hidden when the setting is switched off"
    assert not BlindShare().hides("a1", TODO)


def test_hidden_suggestions_are_not_in_the_view_and_the_export_tells(project: Project) -> None:
    suggest(project, ONE, ("LOCATION", LVIV))
    assert len(project.view(ONE).suggestions) == 1
    project.set_setting(SETTING, ALL.dump())
    assert project.view(ONE).suggestions == ()
    before = lines(project)
    project.apply(gestures.tag(project.view(ONE), SCHEMA, "LOCATION", [KYIV]))
    assert project.view(ONE).state == State(Status.STARTED, MARK)
    project.set_setting(SETTING, "")
    assert project.view(ONE).suggestions == (), "as it was begun"
    (record,) = project.records()
    assert dict(record.annotations[0].attributes) == MARK
    assert validate(SCHEMA, record.article, record.annotations[0]) == []
    assert records.from_json(records.to_json(record)) == (record, [])
    assert project.check() == []
    project.undo()
    assert lines(project) == before
    assert len(project.view(ONE).suggestions) == 1
    project.redo()
    assert project.view(ONE).state.attributes == MARK


def test_every_way_to_begin_is_marked(project: Project) -> None:
    project.set_setting(SETTING, ALL.dump())
    for number, step in (
        (2, lambda v: gestures.set_status(v, Status.DONE)),
        (3, lambda v: gestures.set_article_attribute(v, SCHEMA, "genre", "interview")),
        (4, lambda v: gestures.tag(v, SCHEMA, "ACTOR", [LVIV])),
    ):
        project.add_articles([article(f"a{number}")])
        view = project.view(ArticleId(number))
        project.apply(step(view))
        after = project.view(ArticleId(number)).state
        assert after.attributes["suggestions_hidden"] is True and after.status is not Status.TODO
    project.apply(gestures.set_article_attribute(project.view(ArticleId(3)), SCHEMA, "genre", None))
    assert project.view(ArticleId(3)).state.attributes == MARK


def test_another_annotator_decides_anew(project: Project) -> None:
    suggest(project, ONE, ("LOCATION", LVIV))
    project.apply(gestures.tag(project.view(ONE), SCHEMA, "LOCATION", [KYIV]))
    project.set_setting(SETTING, ALL.dump())
    assert len(project.view(ONE).suggestions) == 1, "begun in sight"
    path = project.path
    project.close()
    with Project.open(path, annotator="Ben") as other:
        assert other.view(ONE).suggestions == ()
        other.apply(gestures.tag(other.view(ONE), SCHEMA, "LOCATION", [KYIV]))
        assert {a.annotator: dict(a.attributes) for a in next(other.records()).annotations} == {"Ada": {}, "Ben": MARK}


def test_nothing_to_hide_is_nothing_to_do(project: Project) -> None:
    view = project.view(ONE)
    assert ALL.shown(view) is view
    assert replace(ALL, share=0.0).shown(view) is view


def test_own_keys_only(project: Project) -> None:
    project.set_setting("memory.Ada", "{}")
    assert project.setting("memory.Ada") == "{}" and project.setting("memory.Ben") == ""
    with pytest.raises(ValueError, match="project itself"):
        project.set_setting("schema", "")


def test_the_queue_does_not_tell_that_there_are_hidden_suggestions(project: Project) -> None:
    suggest(project, ONE, ("LOCATION", LVIV))
    wanted = ArticleFilter(with_open_suggestions=True)
    assert project.rows([ONE])[0].open_suggestions == 1 and project.article_ids(wanted) == [ONE]
    project.set_setting(SETTING, ALL.dump())
    assert project.rows([ONE])[0].open_suggestions == 0 and project.article_ids(wanted) == []
    project.apply(gestures.tag(project.view(ONE), SCHEMA, "LOCATION", [KYIV]))
    project.set_setting(SETTING, "")
    assert project.rows([ONE])[0].open_suggestions == 0 and project.article_ids(wanted) == [], "as it was begun"
    project.undo()
    assert project.rows([ONE])[0].open_suggestions == 1 and project.article_ids(wanted) == [ONE]
