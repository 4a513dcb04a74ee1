"""The one door for edits: what it stores, refuses, journals and tells; undo and redo across restarts."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from builders import TEXT, article, at, lines, new_project, record, relation, span, suggest

from annotation_schema.model import ArticleId, Decision, Fragment, SpanId, Status, SuggestionId, Verdict
from desktop.core import gestures
from desktop.core.edits import (
    AddRelation,
    AddSpan,
    ArticleEdits,
    ChangeSpan,
    Decide,
    RemoveSpan,
    SetState,
    State,
    Step,
)
from desktop.core.errors import AppError, ErrorCode
from desktop.core.project import Project
from desktop.core.step_json import dump_step, load_step
from desktop.core.view import Change, ChangeKind

KYIV, LVIV, OLENA = at(TEXT, "Kyiv"), at(TEXT, "Lviv"), at(TEXT, "Olena Bondar")
ONE = ArticleId(1)


def tag(project: Project, label: str, *places: Fragment, number: ArticleId = ONE) -> SpanId:
    step = gestures.tag(project.view(number), project.schema, label, places)
    project.apply(step)
    return step.parts[0].edits[0].span.id  # type: ignore[union-attr]


def refused(project: Project, step: Step) -> str:
    before = lines(project), project.undo_words, project.redo_words
    with pytest.raises(AppError) as caught:
        project.apply(step)
    assert caught.value.code == ErrorCode.EDIT_REFUSED
    assert (lines(project), project.undo_words, project.redo_words) == before
    return caught.value.message


def test_a_tag_is_stored_whole_and_starts_the_article(project: Project) -> None:
    step = gestures.tag(project.view(ONE), project.schema, "CLAIM", [KYIV, OLENA], attributes={"category": ("a", "b")})
    project.apply(step)
    after = project.view(ONE)
    assert after.spans == (step.parts[0].edits[0].span,)  # type: ignore[union-attr]
    assert after.status == Status.STARTED
    assert project.counts().started == 1
    project.undo()
    assert project.view(ONE).status == Status.TODO
    assert project.counts().todo == 1


def test_a_status_that_was_set_is_not_touched_by_a_tag(project: Project) -> None:
    project.apply(gestures.set_status(project.view(ONE), Status.DONE))
    tag(project, "ACTOR", OLENA)
    assert project.view(ONE).status == Status.DONE
    project.undo()
    project.undo()
    assert project.view(ONE).state == State(Status.TODO, {})


def test_surfaces_are_stored_as_the_text_has_them(project: Project) -> None:
    tag(project, "CLAIM", KYIV, LVIV)
    row = project._db.conn.execute("SELECT surface, fragments FROM span").fetchone()
    assert row == ("Kyiv\x1fLviv", "[[0,4],[9,13]]")
    span_id = project.view(ONE).spans[0].id
    project.apply(gestures.set_fragments(project.view(ONE), span_id, [OLENA]))
    row = project._db.conn.execute("SELECT surface, fragments FROM span").fetchone()
    assert row == ("Olena Bondar", None)


def test_steps_that_do_not_fit_are_refused_and_leave_nothing(project: Project) -> None:
    tag(project, "LOCATION", KYIV)
    (kyiv,) = project.view(ONE).spans
    changed = replace(kyiv, attributes={"reading": "literal"})
    other = span("ACTOR", OLENA)
    fine = AddSpan(other)
    assert "already there" in refused(project, Step.of(ONE, "x", fine, AddSpan(kyiv)))
    assert "changed in the meantime" in refused(project, Step.of(ONE, "x", fine, RemoveSpan(changed)))
    assert "changed in the meantime" in refused(project, Step.of(ONE, "x", fine, ChangeSpan(changed, kyiv)))
    assert "no longer there" in refused(project, Step.of(ONE, "x", fine, RemoveSpan(span("ACTOR", LVIV))))
    beyond = replace(other, fragments=(Fragment(0, len(TEXT) + 1),))
    assert "after the end" in refused(project, Step.of(ONE, "x", AddSpan(beyond)))
    assert "no label" in refused(project, Step.of(ONE, "x", AddSpan(replace(other, label="NOPE"))))
    two = replace(other, fragments=(KYIV, LVIV))
    assert "at most 1 part" in refused(project, Step.of(ONE, "x", AddSpan(two)))
    link = relation("AFFILIATION", kyiv, other)
    assert "both there" in refused(project, Step.of(ONE, "x", AddRelation(link)))
    linked = (fine, AddRelation(relation("AFFILIATION", other, kyiv)))
    assert "links" in refused(project, Step.of(ONE, "x", *linked, RemoveSpan(kyiv)))
    started = State(Status.STARTED, {})
    wrong = SetState(State(Status.DONE, {}), started)
    assert "status" in refused(project, Step.of(ONE, "x", fine, wrong))
    decide = Decide(SuggestionId(9), None, Decision("Ada", Verdict.REJECTED))
    assert "suggestion" in refused(project, Step.of(ONE, "x", fine, decide))
    with pytest.raises(ValueError, match="not in order"):
        project.apply(Step.of(ONE, "x", AddSpan(replace(other, label="CLAIM", fragments=(LVIV, KYIV)))))
    with pytest.raises(KeyError):
        project.apply(Step.of(ArticleId(99), "x", fine))
    assert len(project.view(ONE).spans) == 1


def test_links_do_not_cross_articles(project: Project) -> None:
    project.add_articles([article("a2")])
    first, second = tag(project, "ACTOR", OLENA), tag(project, "ACTOR", OLENA, number=ArticleId(2))
    here, there = project.view(ONE).span(first), project.view(ArticleId(2)).span(second)
    assert here is not None
    assert there is not None
    assert "same article" in refused(project, Step.of(ONE, "x", AddRelation(relation("AFFILIATION", here, there))))


def test_one_step_may_change_many_articles(project: Project) -> None:
    project.add_articles([article("a2"), article("a3")])
    before = lines(project)
    parts = tuple(ArticleEdits(ArticleId(n), (AddSpan(span("ACTOR", OLENA)),)) for n in (1, 2, 3))
    notices: list[Change] = []
    project.subscribe(notices.append)
    project.apply(Step("tag “Olena Bondar” everywhere", parts))
    assert [notice.articles for notice in notices] == [(1, 2, 3)]
    assert [row.counts for row in project.rows([ArticleId(3), ArticleId(1)])] == [{"ACTOR": 1}, {"ACTOR": 1}]
    assert project.counts().started == 3
    project.undo()
    assert lines(project) == before
    broken = (*parts[:2], ArticleEdits(ArticleId(3), (RemoveSpan(span("ACTOR", OLENA)),)))
    refused(project, Step("x", broken))


def test_an_empty_step_does_nothing(project: Project) -> None:
    assert project.apply(Step("nothing", ())) is None
    assert project.undo_words is None


def test_undo_and_redo_survive_a_restart(project: Project) -> None:
    for place in (KYIV, LVIV):
        tag(project, "LOCATION", place)
    suggest(project, ONE, ("ACTOR", OLENA))
    path = project.path
    with_suggestion = lines(project)
    v = project.view(ONE)
    project.apply(gestures.accept(v, v.suggestions[0].id))
    accepted = lines(project)
    project.close()
    with Project.open(path) as again:
        assert again.undo_words == "accept “Olena Bondar” as Actor"
        step = again.undo()
        assert step is not None
        assert step.words == "accept “Olena Bondar” as Actor"
        assert lines(again) == with_suggestion
        assert again.view(ONE).suggestions == v.suggestions
        assert again.redo_words == "accept “Olena Bondar” as Actor"
        again.undo()
        assert again.undo_words == "tag “Kyiv” as Location"
    with Project.open(path) as again:
        assert again.redo_words == "tag “Lviv” as Location"
        again.redo()
        again.redo()
        assert again.redo() is None
        assert lines(again) == accepted


def test_a_new_step_after_undo_ends_redo_but_stays_in_history(project: Project) -> None:
    tag(project, "LOCATION", KYIV)
    project.undo()
    tag(project, "LOCATION", LVIV)
    assert project.redo_words is None
    assert project.redo() is None
    states = project._db.conn.execute("SELECT state FROM journal ORDER BY id").fetchall()
    assert states == [("dropped",), ("applied",)]
    project.undo()
    assert project.undo() is None


def test_each_annotator_undoes_only_their_own(project: Project) -> None:
    tag(project, "LOCATION", KYIV)
    path = project.path
    project.close()
    with Project.open(path, annotator="Ben") as ben:
        assert ben.undo_words is None
        assert ben.undo() is None
        assert ben.view(ONE).spans == ()
        assert ben.counts().todo == 1
        tag(ben, "LOCATION", LVIV)
    with Project.open(path, annotator="Ada") as ada:
        assert [s.fragments for s in ada.view(ONE).spans] == [(KYIV,)]
        assert ada.undo_words == "tag “Kyiv” as Location"
        ada.undo()
    with Project.open(path, annotator="Ben") as ben:
        assert [s.fragments for s in ben.view(ONE).spans] == [(LVIV,)]


def test_a_redo_that_fits_no_more_is_refused_and_given_up(project: Project) -> None:
    suggest(project, ONE, ("ACTOR", OLENA))
    v = project.view(ONE)
    project.apply(gestures.accept(v, v.suggestions[0].id))
    project.undo()
    suggest(project, ONE, ("LOCATION", KYIV), version="2")  # replaces the open suggestion
    before = lines(project)
    with pytest.raises(AppError) as caught:
        project.redo()
    assert caught.value.code == ErrorCode.EDIT_REFUSED
    assert "“accept “Olena Bondar” as Actor” cannot be redone" in caught.value.message
    assert lines(project) == before
    assert project.redo_words is None


def test_an_undo_that_fits_no_more_is_passed_over(project: Project) -> None:
    tag(project, "LOCATION", LVIV)
    tag(project, "LOCATION", KYIV)
    with project._db.write() as conn:  # what no part of the program does
        conn.execute("DELETE FROM span WHERE start = 0")
    with pytest.raises(AppError):
        project.undo()
    assert project.undo_words == "tag “Lviv” as Location"
    project.undo()
    assert project.view(ONE).spans == ()


def test_what_was_imported_against_the_rules_can_still_be_undone(tmp_path: Path) -> None:
    odd = span("ACTOR", KYIV, LVIV)  # two parts, which the schema does not allow
    unknown = span("NOBODY", OLENA)
    with new_project(tmp_path, record(article(), odd, unknown)) as project:
        before = lines(project)
        for one in (odd, unknown):
            project.apply(gestures.delete(project.view(ONE), one.id))
        project.apply(gestures.set_status(project.view(ONE), Status.DONE))
        for _ in range(3):
            project.undo()
        assert lines(project) == before
        v = project.view(ONE)
        project.apply(gestures.set_attribute(v, odd.id, "type", "person"))


def test_notices_say_what_changed_and_who_did_it(project: Project) -> None:
    notices: list[Change] = []
    stop = project.subscribe(notices.append)
    me = object()
    step = gestures.tag(project.view(ONE), project.schema, "ACTOR", [OLENA])
    project.apply(step, initiator=me)
    assert notices == [Change(frozenset({ChangeKind.ANNOTATIONS, ChangeKind.STATE}), (ONE,), me)]
    project.undo(initiator=me)
    assert notices[1] == notices[0]
    suggest(project, ONE, ("LOCATION", KYIV))
    assert notices[-1] == Change(frozenset({ChangeKind.SUGGESTIONS}), (ONE,))
    stop()
    stop()
    project.redo()
    assert len(notices) == 3


def test_a_subscriber_sees_what_was_committed(project: Project) -> None:
    seen: list[int] = []
    project.subscribe(lambda change: seen.append(len(project.view(change.articles[0]).spans)))
    tag(project, "ACTOR", OLENA)
    assert seen == [1]


def test_steps_keep_every_kind_of_edit_in_the_journal(project: Project) -> None:
    claim = span("CLAIM", KYIV, LVIV, attributes={"category": ("a/b", "c"), "negated": True, "note": "“x”\n"})
    actor = span("ACTOR", OLENA)
    link = relation("CLAIMANT", claim, actor, attributes={"n": 1.5})
    step = Step(
        "all kinds",
        (
            ArticleEdits(
                ONE,
                (
                    AddSpan(claim),
                    AddSpan(actor),
                    AddRelation(link),
                    SetState(State(Status.TODO, {}), State(Status.FLAGGED, {"genre": "news"})),
                ),
            ),
        ),
    )
    for one in (step, step.inverse()):
        assert load_step(dump_step(one), one.words) == one
    before = lines(project)
    project.apply(step)
    assert project.view(ONE).relations == (link,)
    assert project.view(ONE).spans[0] == claim
    project.undo()
    assert lines(project) == before
    with pytest.raises(ValueError, match="not a"):
        load_step('[[1, [["nonsense", null, null]]]]', "x")
