"""Random gestures, undo, redo and restarts against a plain model: a list of states and a place in it."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import pytest
from builders import TEXT, article, lines, new_project, suggest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from annotation_schema.model import ArticleId, Fragment, Status
from desktop.core import gestures
from desktop.core.edits import Step
from desktop.core.errors import AppError, ErrorCode
from desktop.core.project import Project
from desktop.core.view import ArticleView

ARTICLES = (ArticleId(1), ArticleId(2))
LABELS = ("ACTOR", "LOCATION", "CLAIM")
numbers = st.integers(0, 1000)
places = st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, 12)).map(
    lambda p: Fragment(p[0], min(p[0] + p[1], len(TEXT)))
)


class Journal(RuleBasedStateMachine):
    """``states[i]`` is the whole project after ``i`` steps; ``now`` says where undo and redo have led."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())

    @initialize(suggested=st.lists(st.tuples(st.sampled_from(LABELS), places), max_size=6))
    def start(self, suggested: list[tuple[str, Fragment]]) -> None:
        self.project = new_project(self.folder, article("a1"), article("a2"))
        for number in ARTICLES:
            suggest(self.project, number, *suggested)
        self.states = [lines(self.project)]
        self.words: list[str] = []
        self.now = 0

    def teardown(self) -> None:
        if hasattr(self, "project"):
            assert self.project.check() == []
            self.project.close()
        shutil.rmtree(self.folder)

    def do(self, step: Step) -> None:
        self.project.apply(step)
        if not step.parts:
            return
        del self.states[self.now + 1 :], self.words[self.now :]
        self.states.append(lines(self.project))
        self.words.append(step.words)
        self.now += 1

    def view(self, number: int) -> ArticleView:
        return self.project.view(ARTICLES[number % 2])

    def attempt(self, make: object, *args: object, **options: object) -> None:
        """Do a gesture if it makes sense there; what is refused must change nothing."""
        try:
            step = make(*args, **options)  # type: ignore[operator]
        except AppError as error:
            assert error.code == ErrorCode.EDIT_REFUSED
            return
        self.do(step)

    @rule(n=numbers, label=st.sampled_from(LABELS), parts=st.lists(places, min_size=1, max_size=3))
    def tag(self, n: int, label: str, parts: list[Fragment]) -> None:
        self.attempt(gestures.tag, self.view(n), self.project.schema, label, parts)

    @rule(n=numbers, which=numbers, part=places, label=st.sampled_from(LABELS), kind=st.integers(0, 4))
    def change(self, n: int, which: int, part: Fragment, label: str, kind: int) -> None:
        view, schema = self.view(n), self.project.schema
        if not view.spans:
            return
        span = view.spans[which % len(view.spans)]
        if kind == 0:
            self.attempt(gestures.delete, view, span.id)
        elif kind == 1:
            self.attempt(gestures.relabel, view, schema, span.id, label)
        elif kind == 2:
            self.attempt(gestures.add_fragment, view, span.id, part, schema=schema)
        elif kind == 3:
            self.attempt(gestures.set_fragments, view, span.id, [part], schema=schema)
        else:
            name, value = {
                "ACTOR": ("entity_id", str(which)),
                "LOCATION": ("geonames_id", which),
                "CLAIM": ("note", "x"),
            }[span.label]
            value = None if which % 3 == 0 else value
            self.attempt(gestures.set_attribute, view, span.id, name, value, schema=schema)

    @rule(n=numbers, first=numbers, second=numbers, kind=st.sampled_from(("CLAIMANT", "PLACE_OF", "AFFILIATION")))
    def link(self, n: int, first: int, second: int, kind: str) -> None:
        view = self.view(n)
        if view.spans:
            source, target = (view.spans[i % len(view.spans)].id for i in (first, second))
            self.attempt(gestures.link, view, self.project.schema, kind, source, target)

    @rule(n=numbers, which=numbers)
    def unlink(self, n: int, which: int) -> None:
        view = self.view(n)
        if view.relations:
            self.do(gestures.unlink(view, view.relations[which % len(view.relations)].id))

    @rule(n=numbers, which=numbers, kind=st.integers(0, 2))
    def decide(self, n: int, which: int, kind: int) -> None:
        view = self.view(n)
        if not view.suggestions:
            return
        one = view.suggestions[which % len(view.suggestions)].id
        if kind == 0:
            self.attempt(gestures.accept, view, one, schema=self.project.schema)
        elif kind == 1:
            self.do(gestures.reject(view, one))
        else:
            self.attempt(gestures.accept_all, view, schema=self.project.schema)

    @rule(n=numbers, status=st.sampled_from(Status))
    def status(self, n: int, status: Status) -> None:
        self.do(gestures.set_status(self.view(n), status))

    @precondition(lambda self: self.now > 0)
    @rule(times=st.integers(1, 3))
    def undo(self, times: int) -> None:
        for _ in range(min(times, self.now)):
            assert self.project.undo_words == self.words[self.now - 1]
            self.project.undo()
            self.now -= 1
            assert lines(self.project) == self.states[self.now]

    @precondition(lambda self: self.now < len(self.words))
    @rule()
    def redo(self) -> None:
        assert self.project.redo_words == self.words[self.now]
        self.project.redo()
        self.now += 1

    @rule()
    def restart(self) -> None:
        self.project.close()
        self.project = Project.open(self.folder / "test.pressmark")

    @invariant()
    def same(self) -> None:
        if not hasattr(self, "project"):
            return
        assert lines(self.project) == self.states[self.now]
        assert (self.project.undo_words is None) == (self.now == 0)
        assert (self.project.redo_words is None) == (self.now == len(self.words))
        for row in self.project.rows(list(ARTICLES)):
            view = self.project.view(row.id)
            assert row.open_suggestions == len(view.suggestions)
            assert sum(row.counts.values()) == len(view.spans)
            assert row.status == view.status


Journal.TestCase.settings = settings(
    max_examples=20, stateful_step_count=25, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)


class TestJournal(Journal.TestCase):
    """The machine above as a test."""


def test_the_model_would_notice(tmp_path: Path) -> None:
    """An undo that forgets something must fail the comparison that the machine makes."""
    with new_project(tmp_path, article("a1")) as project:
        before = lines(project)
        view = project.view(ARTICLES[0])
        project.apply(gestures.tag(view, project.schema, "CLAIM", [Fragment(0, 4)]))
        project.undo()
        assert lines(project) == before
        with project._db.write() as conn:
            conn.execute("INSERT INTO state(article_id, annotator_id, status) VALUES (1, 1, 'started')")
        assert lines(project) != before
        with pytest.raises(AppError):
            project.redo()
