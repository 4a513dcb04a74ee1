"""A held key is one step for undo, whatever became of each press; and a step in many articles tells of its progress."""

from __future__ import annotations

from pathlib import Path

import pytest
from builders import TEXT, article, at, lines, new_project

from annotation_schema.model import ArticleId, Fragment, SpanId, Status
from desktop.core import gestures
from desktop.core.edits import ArticleEdits, ChangeSpan, SetState, Step
from desktop.core.errors import AppError, ErrorCode
from desktop.core.gestures import Side, Unit
from desktop.core.held_steps import merged
from desktop.core.project import Project
from desktop.core.step_json import dump_step, load_step

ONE = ArticleId(1)


def tagged(project: Project, words: str = "Olena Bondar", label: str = "ACTOR") -> SpanId:
    view = project.view(ONE)
    project.apply(gestures.tag(view, project.schema, label, [at(TEXT, words)]))
    return project.view(ONE).spans[-1].id


def moved(project: Project, span: SpanId, *, on: int = 1) -> Step:
    step = gestures.move_border(project.view(ONE), span, Side.END, Unit.WORD, on)
    assert step is not None
    return step


def test_presses_of_a_held_key_are_undone_and_redone_together(tmp_path: Path) -> None:
    with new_project(tmp_path, article()) as project:
        span = tagged(project)
        before = lines(project)
        held = project.apply(moved(project, span))
        for _ in range(4):
            assert project.apply(moved(project, span), going_on=held) == held
        after = lines(project)
        assert len(project.history(ONE)) == 2
        assert project.undo_words == "move the end of Actor “Olena Bondar”"
        project.undo()
        assert lines(project) == before
        project.redo()
        assert lines(project) == after
        assert project.check() == []


def test_each_press_is_on_disk_at_once(tmp_path: Path) -> None:
    with new_project(tmp_path, article()) as project:
        span = tagged(project)
        held = project.apply(moved(project, span))
        project.apply(moved(project, span), going_on=held)
        wanted = project.view(ONE).spans
        reader = project.side()  # sees what is committed
        assert reader.view(ONE).spans == wanted
        reader.undo()
        assert project.view(ONE).spans[0].fragments == (at(TEXT, "Olena Bondar"),)
        reader.close()


def test_a_step_in_between_ends_the_hold(tmp_path: Path) -> None:
    with new_project(tmp_path, article()) as project:
        span = tagged(project)
        held = project.apply(moved(project, span))
        tagged(project, "Lviv", "LOCATION")
        number = project.apply(moved(project, span), going_on=held)
        assert number is not None and number != held
        project.undo()
        assert {s.label for s in project.view(ONE).spans} == {"ACTOR", "LOCATION"}


def test_a_hold_does_not_go_on_over_an_undo(tmp_path: Path) -> None:
    with new_project(tmp_path, article()) as project:
        span = tagged(project)
        held = project.apply(moved(project, span))
        second = project.apply(moved(project, span))
        project.undo()
        assert project.apply(moved(project, span), going_on=held) not in (held, second)
        assert project.redo_words is None


def test_the_first_press_may_start_the_article(tmp_path: Path) -> None:
    with new_project(tmp_path, article()) as project:
        span = tagged(project)
        project.apply(gestures.set_status(project.view(ONE), Status.TODO))
        before = lines(project)
        held = project.apply(moved(project, span))
        project.apply(moved(project, span), going_on=held)
        assert project.view(ONE).status is Status.STARTED
        step = project.undo()
        assert step is not None
        assert [type(e) for e in step.parts[0].edits] == [ChangeSpan, SetState]
        assert lines(project) == before


def test_only_steps_in_the_same_one_article_merge(tmp_path: Path) -> None:
    with new_project(tmp_path, article("a1"), article("a2")) as project:
        view = project.view(ONE)
        one = gestures.tag(view, project.schema, "ACTOR", [Fragment(0, 4)])
        elsewhere = Step("x", (ArticleEdits(ArticleId(2), one.parts[0].edits),))
        assert merged(one, elsewhere) is None
        assert merged(Step("x", (*one.parts, *elsewhere.parts)), one) is None
        both = merged(one, gestures.tag(view, project.schema, "ACTOR", [Fragment(9, 13)]))
        assert both is not None and len(both.parts[0].edits) == 2 and both.words == one.words


def test_a_step_can_be_watched_and_stopped_half_way(tmp_path: Path) -> None:
    with new_project(tmp_path, *(article(f"a{n}") for n in range(5))) as project:
        edits = [
            gestures.tag(project.view(ArticleId(n)), project.schema, "ACTOR", [Fragment(0, 4)]) for n in range(1, 6)
        ]
        step = Step("tag all", tuple(s.parts[0] for s in edits))
        before = lines(project)

        def stop(done: int, total: int) -> None:
            if done == 3:
                raise AppError(ErrorCode.CANCELLED, "Stopped.")

        with pytest.raises(AppError, match="Stopped"):
            project.apply(step, watch=stop)
        assert lines(project) == before and project.undo_words is None
        seen: list[tuple[int, int]] = []
        project.apply(step, watch=lambda done, total: seen.append((done, total)))
        assert seen == [(n, 5) for n in range(5)]
        after = lines(project)
        with pytest.raises(AppError, match="Stopped"):
            project.undo(watch=stop)
        assert lines(project) == after and project.undo_words == "tag all"
        assert project.move_weight(undo=True) > 5 * 100 and project.move_weight(undo=False) == 0
        project.undo()
        assert lines(project) == before


@pytest.mark.parametrize("text", ["", "{}", "[[1,[]]", "[[1,[]] [2,[]]]", "[[1,[]],]x"])
def test_what_is_no_list_of_parts_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        load_step(text, "words")


def test_a_step_of_many_parts_survives_its_json() -> None:
    step = Step("none", tuple(ArticleEdits(ArticleId(n), ()) for n in range(3)))
    assert load_step(dump_step(step), "none") == step
    assert load_step(dump_step(Step("none", ())), "none") == Step("none", ())
