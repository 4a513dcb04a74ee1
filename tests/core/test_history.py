"""The past of an article: entries, and the article as it was, against what was really seen at the time."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from builders import TEXT, article, at, new_project, record, span, suggest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotation_schema.model import ArticleId, Fragment, Status
from desktop.core import gestures
from desktop.core.edits import ArticleEdits, State, Step
from desktop.core.errors import AppError, ErrorCode
from desktop.core.gestures import Side, Unit
from desktop.core.history import HistoryId, HistoryState, Picture, carried_out, replayed
from desktop.core.project import Project
from desktop.core.resources import default_schema
from desktop.core.view import ArticleView

SCHEMA = default_schema()
ONE, TWO = ArticleId(1), ArticleId(2)
KYIV, LVIV, OLENA = at(TEXT, "Kyiv"), at(TEXT, "Lviv"), at(TEXT, "Olena Bondar")
QUOTE = (at(TEXT, "We wait"), at(TEXT, "and hope"))


def tag(project: Project, label: str, *fragments: Fragment, article_id: ArticleId = ONE) -> HistoryId:
    number = project.apply(gestures.tag(project.view(article_id), SCHEMA, label, fragments))
    assert number is not None
    return HistoryId(number)


def seen(view: ArticleView) -> tuple[object, ...]:
    return view.spans, view.relations, view.state, view.suggestions, dict(view.decided), dict(view.stands_for)


def test_entries_tell_who_what_and_when(project: Project) -> None:
    tag(project, "LOCATION", KYIV)
    second = tag(project, "LOCATION", LVIV)
    project.undo()
    newest, first = project.history(ONE)
    assert (newest.id, newest.words, newest.annotator, newest.state) == (
        second,
        "tag “Lviv” as Location",
        "Ada",
        HistoryState.UNDONE,
    )
    assert first.state is HistoryState.APPLIED and first.at <= newest.at
    tag(project, "ACTOR", OLENA)
    assert [e.state for e in project.history(ONE)] == ["applied", "dropped", "applied"]
    assert [e.can_be_shown for e in project.history(ONE)] == [True, False, True]
    assert project.history(TWO) == ()


def test_the_article_as_it_was(project: Project) -> None:
    suggest(project, ONE, ("LOCATION", LVIV), ("ACTOR", OLENA))
    begin = seen(project.view(ONE))
    first = tag(project, "LOCATION", KYIV)
    after_first = seen(project.view(ONE))
    accepted = project.apply(gestures.accept(project.view(ONE), project.view(ONE).suggestions[0].id, schema=SCHEMA))
    after_accept = seen(project.view(ONE))
    project.apply(gestures.reject(project.view(ONE), project.view(ONE).suggestions[0].id))
    rejected = project.history(ONE)[0].id
    after_reject = seen(project.view(ONE))
    assert accepted is not None
    for _ in range(2):
        assert seen(project.view_at(ONE, None)) == begin
        assert seen(project.view_at(ONE, first)) == after_first
        assert seen(project.view_at(ONE, HistoryId(accepted))) == after_accept
        assert seen(project.view_at(ONE, rejected)) == after_reject
        project.undo()  # what is undone can still be shown
        project.undo()


def test_what_was_imported_is_there_from_the_beginning(tmp_path: Path) -> None:
    kyiv = span("LOCATION", KYIV)
    with new_project(tmp_path, record(article(), kyiv)) as project:
        project.apply(gestures.delete(project.view(ONE), kyiv.id))
        assert project.view(ONE).spans == ()
        assert project.view_at(ONE, None).spans == (kyiv,)


def test_each_annotator_has_a_past_of_their_own(project: Project) -> None:
    by_ada = tag(project, "LOCATION", KYIV)
    path = project.path
    project.close()
    with Project.open(path, annotator="Ben") as other:
        by_ben = tag(other, "ACTOR", OLENA)
        assert [(e.annotator, e.id) for e in other.history(ONE)] == [("Ben", by_ben), ("Ada", by_ada)]
        shown = other.view_at(ONE, by_ada)
        assert shown.annotator == "Ada" and [s.label for s in shown.spans] == ["LOCATION"]
        assert [s.label for s in other.view_at(ONE, by_ben).spans] == ["ACTOR"]


def test_dropped_and_unknown_steps_are_refused(project: Project) -> None:
    gone = tag(project, "LOCATION", KYIV)
    project.undo()
    tag(project, "LOCATION", LVIV)
    with pytest.raises(AppError) as caught:
        project.view_at(ONE, gone)
    assert caught.value.code == ErrorCode.EDIT_REFUSED and "cannot be shown" in caught.value.message
    with pytest.raises(KeyError):
        project.view_at(ONE, HistoryId(99))


def test_a_step_over_many_articles_is_in_the_past_of_each(project: Project) -> None:
    project.add_articles([article("a2")])
    parts = [
        ArticleEdits(i, gestures.tag(project.view(i), SCHEMA, "LOCATION", [KYIV]).parts[0].edits) for i in (ONE, TWO)
    ]
    project.apply(Step("tag every “Kyiv” as Location", tuple(parts)))
    later = tag(project, "LOCATION", LVIV, article_id=TWO)
    assert [e.words for e in project.history(ONE)] == ["tag every “Kyiv” as Location"]
    assert len(project.history(TWO)) == 2
    assert len(project.view_at(TWO, project.history(TWO)[1].id).spans) == 1
    assert len(project.view_at(TWO, later).spans) == 2


PLACES = [KYIV, LVIV, OLENA, *QUOTE, Fragment(0, 20), Fragment(3, 9)]


def act(project: Project, choice: str, data: st.DataObject) -> Step | None:
    view = project.view(ONE)
    labels = st.sampled_from(("CLAIM", "ACTOR", "LOCATION"))
    place = data.draw(st.sampled_from(PLACES))
    if choice == "tag" or not view.spans:
        return gestures.tag(view, SCHEMA, data.draw(labels), [place])
    one = data.draw(st.sampled_from(view.spans))
    other = data.draw(st.sampled_from(view.spans))
    match choice:
        case "delete":
            return gestures.delete(view, one.id)
        case "relabel":
            return gestures.relabel(view, SCHEMA, one.id, data.draw(labels))
        case "part":
            return gestures.add_fragment(view, one.id, place, schema=SCHEMA)
        case "move":
            side, unit = data.draw(st.sampled_from(Side)), data.draw(st.sampled_from(Unit))
            return gestures.move_border(view, one.id, side, unit, data.draw(st.sampled_from((-1, 1))), schema=SCHEMA)
        case "note":
            return gestures.set_note(view, one.id, data.draw(st.sampled_from(("", "a", "b"))))
        case "join":
            return gestures.join(view, [one.id, other.id], schema=SCHEMA)
        case "split":
            return gestures.split_at(view, one.id, one.start + 4, schema=SCHEMA)
        case "link":
            kind = data.draw(st.sampled_from(("CLAIMANT", "AFFILIATION", "OBJECT")))
            return gestures.link(view, SCHEMA, kind, one.id, other.id)
        case "status":
            return gestures.set_status(view, data.draw(st.sampled_from(Status)))
        case "accept":
            return gestures.accept_all(view, schema=SCHEMA)
        case _:
            wanted = view.suggestions[:1]
            return gestures.reject(view, wanted[0].id) if wanted else None


CHOICES = ("tag", "tag", "tag", "delete", "relabel", "part", "move", "note", "join", "split", "link", "link")
CHOICES += ("status", "accept", "reject", "undo", "redo")


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    with TemporaryDirectory() as name:
        yield Path(name)


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_the_past_is_what_was_seen(folder: Path, data: st.DataObject) -> None:
    number = sum(1 for _ in folder.iterdir())
    (folder / str(number)).mkdir()
    with new_project(folder / str(number), article()) as project:
        suggest(project, ONE, ("LOCATION", LVIV), ("ACTOR", OLENA), ("CLAIM", QUOTE[0]))
        begin = seen(project.view(ONE))
        then: dict[HistoryId, tuple[object, ...]] = {}
        for choice in data.draw(st.lists(st.sampled_from(CHOICES), min_size=4, max_size=25)):
            if choice in ("undo", "redo"):
                (project.undo if choice == "undo" else project.redo)()
                continue
            try:
                step = act(project, choice, data)
            except AppError:
                continue
            done = project.apply(step) if step is not None else None
            if done is not None:
                then[HistoryId(done)] = seen(project.view(ONE))
        entries = project.history(ONE)
        assert {e.id for e in entries} == then.keys()
        for entry in entries:
            if entry.can_be_shown:
                assert seen(project.view_at(ONE, entry.id)) == then[entry.id]
        assert seen(project.view_at(ONE, None)) == begin


@given(st.lists(st.sampled_from(PLACES), max_size=6))
def test_replaying_back_and_forth_is_where_it_began(places: list[Fragment]) -> None:
    picture, steps = Picture(), []
    for place in places:
        view = picture.view(_empty())
        step = gestures.tag(view, SCHEMA, "CLAIM", [place]) if not view.spans else None
        if step is None:
            step = gestures.set_note(view, view.spans[0].id, f"at {place.start}")
        steps.append(step)
        picture = carried_out(picture, step, ONE)
    back = replayed(picture, ONE, reversed(steps))
    assert (dict(back.spans), dict(back.relations)) == ({}, {})
    assert replayed(back, ONE, (), steps) == picture
    assert replayed(picture, TWO, reversed(steps)) == picture, "edits of other articles do not count"


def _empty() -> ArticleView:
    return ArticleView(ONE, article(), "Ada", State(Status.TODO, {}))
