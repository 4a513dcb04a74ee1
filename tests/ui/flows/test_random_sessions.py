"""Random sessions in the real window against plain dictionaries: after each action the file holds what they hold.

``PRESSMARK_ACTIONS=200`` runs sessions of 200 actions (some minutes), otherwise of a few dozen.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from plain_model import PlainModel, of_project
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from window_driver import Driver, FakeAsk, discard

from annotation_schema.ids import new_id
from annotation_schema.model import (
    AnnotationSet,
    Article,
    ArticleRecord,
    Fragment,
    Origin,
    OriginKind,
    Span,
    SpanId,
    Status,
)
from desktop import app as composition
from desktop.core.edits import Step
from desktop.core.project import Project
from desktop.core.resources import default_schema
from desktop.core.view import NewSuggestion

ACTIONS = int(os.environ.get("PRESSMARK_ACTIONS", "0"))
STEPS, SESSIONS = (ACTIONS, 10) if ACTIONS else (30, 20)
TEXTS = {
    "a1": "Kyiv waits\n\n“Kyiv will not wait,” said Ana Kovač of Lviv. Ana Kovač left Kyiv; Lviv no.\n\n👨🏻‍🚒 Split.",
    "a2": "Lviv\n\nIn Lviv, Ana Kovač said: “Kyiv’s mayor agreed.” The mayor of Kyiv did not.",
    "a3": "Split\n\nمدينة Split and Kyiv-based Ana Kovač, e\u0301lan vital.",
}
NAMES = ("Kyiv", "Ana Kovač", "Lviv", "Split", "mayor")
KEYS = {"CLAIM": "C", "ACTOR": "A", "LOCATION": "L"}
BORDERS = {
    "Z": (Qt.Key.Key_Z, "z"),
    "X": (Qt.Key.Key_X, "x"),
    ",": (Qt.Key.Key_Comma, ","),
    ".": (Qt.Key.Key_Period, "."),
}
numbers = st.integers(0, 999)
labels = st.sampled_from(sorted(KEYS))


def _record(uid: str, text: str, tagged: list[tuple[str, str]]) -> ArticleRecord:
    """Return an article with names tagged as they came from somewhere."""
    time = "2026-01-31T12:00:00.000Z"
    spans = [
        Span(SpanId(new_id()), label, (Fragment(at, at + len(name)),), {}, Origin(OriginKind.IMPORTED), time, time)
        for name, label in tagged
        if (at := text.find(name)) >= 0
    ]
    spans.sort(key=lambda x: (x.start, -x.end, x.id))
    article = Article(uid, text.partition("\n")[0], text)
    return ArticleRecord(article, (AnnotationSet("Tester", Status.STARTED, {}, tuple(spans)),) if uid != "a3" else ())


class Sessions(RuleBasedStateMachine):
    """The window over one project, and the plain model beside it."""

    qtbot: object = None

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.session = None
        self.steps: list[Step] = []

    # --- the session -----------------------------------------------------------------------

    @initialize(
        tagged=st.lists(st.tuples(st.sampled_from(NAMES), labels), min_size=3, max_size=8, unique=True),
        suggested=st.lists(st.tuples(st.sampled_from(NAMES), labels), min_size=3, max_size=8, unique=True),
    )
    def begin(self, tagged: list[tuple[str, str]], suggested: list[tuple[str, str]]) -> None:
        self.path = self.folder / "random.pressmark"
        with Project.create(self.path, default_schema(), annotator="Tester") as project:
            project.add_articles(_record(uid, text, tagged) for uid, text in TEXTS.items())
            run = project.start_run("test", "1")
            for uid in ("a1", "a2"):
                text, number = TEXTS[uid], project.article_id(uid)
                found = [(n, text.rfind(n), label) for n, label in suggested if n in text]
                spans = [NewSuggestion(label, "X", (Fragment(at, at + len(n)),)) for n, at, label in found]
                project.add_suggestions(run, number, project.text_sha256(number), spans)
            uids = {project.article_id(uid): uid for uid in TEXTS}
            self.model = PlainModel(of_project(project), uids, TEXTS)
        self.start()

    def start(self) -> None:
        self.session = composition.Session(composition.application(), composition.Options(self.path))
        self.session.ask = FakeAsk()
        self.session.show()
        self.qtbot.waitUntil(lambda: self.session.ready)
        self.session.crash.remove()
        with self.qtbot.waitActive(self.session.window):
            self.session.window.activateWindow()
        self.window = Driver(self.session, self.qtbot)
        self.bench = self.window.bench
        self.bench.controller.stepped.connect(self.steps.append)

    def stop(self) -> None:
        if self.session is not None:
            discard(self.session)
            self.session = None

    def teardown(self) -> None:
        try:
            if self.session is not None:
                self.undo_everything()
        finally:
            self.stop()
            shutil.rmtree(self.folder, ignore_errors=True)

    def undo_everything(self) -> None:
        project = self.bench.project
        while project.undo_words is not None:
            self.press("Ctrl+Z")
            self.settled()
        assert of_project(project) == self.model.states[0]
        assert project.check() == []

    # --- helpers ---------------------------------------------------------------------------

    def settled(self) -> None:
        flows = self.bench.flows
        self.qtbot.waitUntil(lambda: not flows.beside.busy and not flows.borders._rest.isActive())

    def press(self, *keys: str) -> None:
        self.window.press(*keys)

    @property
    def view(self):
        return self.window.view

    def follow(self, *, holds: bool = False) -> int:
        """Let the model do what the window said that it did; return the number of steps."""
        made, self.steps[:] = list(self.steps), []
        for number, step in enumerate(made):
            self.model.do(step, going_on=holds and number > 0)
        return len(made)

    def choose(self, which: int, *, suggestion: bool = False) -> object | None:
        """Make a span or suggestion of the article current."""
        found = self.view.suggestions if suggestion else self.view.spans
        if not found:
            return None
        one = found[which % len(found)]
        self.bench.controller.go_to(one.id)
        self.bench.focus_article()
        return one

    # --- actions ---------------------------------------------------------------------------

    @rule(at=numbers, length=st.integers(1, 25), label=labels)
    def tag(self, at: int, length: int, label: str) -> None:
        start = at % len(self.view.article.text)
        self.window.pane.select_range(start, min(len(self.view.article.text), start + length))
        before = {s.id for s in self.view.spans}
        self.press(KEYS[label])
        if self.follow():
            (made,) = (s for s in self.view.spans if s.id not in before)
            assert made.label == label and self.window.pane.current == made.id

    @rule(name=st.sampled_from(NAMES), label=labels, again=st.booleans())
    def tag_name(self, name: str, label: str, again: bool) -> None:
        at = self.view.article.text.find(name)
        if at >= 0:
            self.window.pane.select_range(at, at + len(name))
            self.press("T" if again else KEYS[label])
            self.follow()

    @rule(which=numbers, at=numbers, length=st.integers(1, 12))
    def add_part(self, which: int, at: int, length: int) -> None:
        span = self.choose(which)
        if span is None or span.label == "LOCATION":
            return
        start = at % len(self.view.article.text)
        self.window.pane.select_range(start, min(len(self.view.article.text), start + length))
        self.press(f"Shift+{KEYS[span.label]}")
        self.follow()

    @rule(which=numbers, key=st.sampled_from(sorted(BORDERS)), shift=st.booleans(), times=st.integers(1, 4))
    def resize(self, which: int, key: str, shift: bool, times: int) -> None:
        span = self.choose(which)
        if span is None:
            return
        modifier = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
        code, text = BORDERS[key]
        for number in range(times):
            QTest.simulateEvent(self.window.pane, True, code.value, modifier, text, number > 0)
        QTest.keyRelease(self.window.pane, code, modifier)
        self.settled()
        self.follow(holds=True)
        after = self.view.span(span.id)
        assert after is not None and len(after.fragments) <= len(span.fragments)

    @rule(which=numbers, keys=st.sampled_from(("Delete", "Shift+Delete", "J", "Shift+J", "R+C", "R+A", "R+L")))
    def change(self, which: int, keys: str) -> None:
        if self.choose(which) is not None:
            self.press(*(keys.split("+") if keys.startswith("R") else [keys]))
            self.press("Escape")
            self.follow()

    @rule(which=numbers, words=st.sampled_from(("", "why?", "Ünsure")))
    def note(self, which: int, words: str) -> None:
        span = self.choose(which)
        if span is None:
            return
        self.press("M")
        field = self.window.window.focusWidget()
        field.setPlainText(words)
        self.press("Return")
        self.follow()
        assert self.view.span(span.id).attributes.get("note", "") == words

    @rule(first=numbers, second=numbers, kind=st.sampled_from(("CLAIMANT", "PLACE_OF", "AFFILIATION")))
    def link(self, first: int, second: int, kind: str) -> None:
        spans = self.view.spans
        if spans:
            source, target = spans[first % len(spans)], spans[second % len(spans)]
            self.bench.controller.link(kind, source.id, target.id)
            self.follow()

    @rule(which=numbers)
    def unlink(self, which: int) -> None:
        if self.view.relations:
            self.bench.controller.unlink(self.view.relations[which % len(self.view.relations)].id)
            assert self.follow() == 1

    @rule(which=numbers, key=st.sampled_from(("Return", "Backspace", "C", "B")))
    def decide(self, which: int, key: str) -> None:
        one = self.choose(which, suggestion=True)
        if one is None:
            return
        if key == "B":
            self.window.pane.select_range(max(0, one.start - 4), one.end)
        self.press(key)
        if self.follow():
            assert self.view.suggestion(one.id) is None and one.id in self.view.decided

    @rule(which=st.sampled_from(("Ctrl+Shift+Return", "label")))
    def accept_many(self, which: str) -> None:
        if not self.view.suggestions:
            return
        if which == "label":
            self.bench.actions["suggestion.accept-label"].trigger()
            self.press("Return")
            self.bench.flows.drawer.close_panel()
        else:
            self.press(which)
        assert self.follow() <= 1

    @rule(which=numbers, corpus=st.booleans())
    def others(self, which: int, corpus: bool) -> None:
        span = self.choose(which)
        if span is None or len(span.fragments) > 1 or not self._is_plain(span):
            return  # where words end is a matter of its own (tests of boundaries)
        panel = self.bench.flows.occurrences.panel
        self.press("Shift+O" if corpus else "O")
        if self.bench.flows.drawer.panel is not panel:
            return  # refused
        self.qtbot.waitUntil(lambda: not panel.searching)
        self.press("Return")
        self.settled()
        self.bench.flows.drawer.close_panel()
        uid = self.view.article.uid
        rejected = {
            (a, s.label, s.start, s.end)
            for number, a in self.model.uids.items()
            for s in self._suggestions(number)
            if self.model.state[a]["verdicts"].get(s.id, ("",))[0] == "rejected"
        }
        file = of_project(self.bench.project)
        if self.model.tag_others(uid, span.id, list(TEXTS) if corpus else [uid], rejected, file):
            self.model.words[-1] = self.bench.project.undo_words
            assert self.model.words[-1].startswith("tag ")

    def _suggestions(self, number: int) -> list:
        uid = self.model.uids[number]
        return [
            s
            for r in self.bench.project.records(with_suggestions=True)
            if r.article.uid == uid
            for s in r.suggestions.spans
        ]

    def _is_plain(self, span: object) -> bool:
        words = self.view.article.text[span.start : span.end]
        return words in NAMES

    @rule(status=st.sampled_from(Status))
    def status(self, status: Status) -> None:
        self.bench.controller.set_status(status)
        self.follow()

    @precondition(lambda self: self.model.now > 0)
    @rule(times=st.integers(1, 3))
    def undo(self, times: int) -> None:
        for _ in range(min(times, self.model.now)):
            words = self.model.words[self.model.now - 1]
            assert self.bench.status.undo_words() == f"Undo: {words}"
            self.press("Ctrl+Z")
            self.settled()
            self.model.now -= 1

    @precondition(lambda self: self.model.now < len(self.model.words))
    @rule()
    def redo(self) -> None:
        assert self.bench.project.redo_words == self.model.words[self.model.now]
        self.press("Ctrl+Y")
        self.settled()
        self.model.now += 1

    @rule(key=st.sampled_from(("N", "P")))
    def other_article(self, key: str) -> None:
        self.bench.focus_article()
        self.press(key)

    @rule()
    def look_back(self) -> None:
        """Look at the article as it was; nothing comes of pressing keys there."""
        self.press("Ctrl+H", "End", "Return")
        self.bench.focus_article()
        if self.bench.controller.in_past:
            self.press("A", "Delete")
        self.press("Escape")
        self.bench.flows.drawer.close_panel()
        self.bench.focus_article()
        assert not self.bench.controller.in_past and self.steps == []

    @precondition(lambda self: self.model.now > 2)
    @rule(sure=st.integers(0, 3))
    def restart(self, sure: int) -> None:
        if sure == 0:
            self.stop()
            self.start()

    # --- what must hold --------------------------------------------------------------------

    @invariant()
    def the_file_is_as_the_model(self) -> None:
        if self.session is None:
            return
        self.follow()
        project, model = self.bench.project, self.model
        assert of_project(project) == model.state
        assert project.undo_words == (model.words[model.now - 1] if model.now else None)
        assert project.redo_words == (model.words[model.now] if model.now < len(model.words) else None)
        assert self.view == project.view(self.view.id), "what is on screen is what is in the file"
        assert {s.id for s in self.view.spans} == {SpanId(x) for x in model.state[self.view.article.uid]["spans"]}
        assert self.window.pane._view == self.view
        row = project.rows([self.view.id])[0]
        assert row.open_suggestions == len(self.view.suggestions) and row.status is self.view.status


@pytest.mark.timeout(1200)
def test_random_sessions(qapp, qtbot, tmp_path, monkeypatch):
    monkeypatch.setenv("PRESSMARK_HOME", str(tmp_path / "home"))
    (tmp_path / "home").mkdir()
    wanted = (
        '{"version": 2, "work": {"prelabel_on_open": false, "annotator": "Tester"}, "appearance": {"theme": "light"}}'
    )
    (tmp_path / "home" / "settings.json").write_text(wanted, encoding="utf-8")
    look = (qapp.palette(), qapp.font(), qapp.styleSheet())
    Sessions.qtbot = qtbot
    try:
        run_state_machine_as_test(
            Sessions,
            _min_steps=STEPS,  # else most sessions are of a few actions
            settings=settings(
                max_examples=SESSIONS,
                stateful_step_count=STEPS,
                deadline=None,
                print_blob=True,
                suppress_health_check=list(HealthCheck),
            ),
        )
    finally:
        Sessions.qtbot = None
        qapp.setPalette(look[0])
        qapp.setFont(look[1])
        qapp.setStyleSheet(look[2])
