"""What is restored with a project, through the program's own start: tabs, panes, filter, zoom, drawer, place."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from window_driver import make_project

from annotation_schema.model import Status
from desktop import app as composition
from desktop.ui.window_state import Desk, WindowState


@pytest.fixture
def main(home, qapp, qtbot, monkeypatch):
    """Run the program's ``main`` on a project; ``act`` gets its session once it is ready, and the window closes."""
    look = (qapp.palette(), qapp.font(), qapp.styleSheet())
    sessions = []

    class Noted(composition.Session):
        def __init__(self, *args):
            super().__init__(*args)
            sessions.append(self)

    monkeypatch.setattr(composition, "Session", Noted)
    hook = sys.excepthook

    def run(project: Path, act) -> int:
        problems = []

        def go() -> None:
            session = sessions[-1]
            if not session.ready:
                QTimer.singleShot(20, go)
                return
            try:
                QApplication.processEvents()
                act(session.bench)
            except BaseException as error:  # noqa: BLE001 - it is raised below, out of Qt's reach
                problems.append(error)
            finally:
                session.window.close()

        QTimer.singleShot(0, go)
        code = composition.main([str(project)])
        sessions[-1].window.deleteLater()
        QApplication.processEvents()
        if problems:
            raise problems[0]
        return code

    yield run
    sys.excepthook = hook
    qapp.setPalette(look[0])
    qapp.setFont(look[1])
    qapp.setStyleSheet(look[2])


@pytest.fixture
def two(home):
    paths = home / "projects" / "one.pressmark", home / "projects" / "two.pressmark"
    for path in paths:
        make_project(path)
    return paths


def leave(bench):
    bench.open_article(bench.queue.model.at(1))
    bench.cards.bring_to_front("LOCATION")
    bench.window.splitter.setSizes([320, 700, 400])
    bench.queue.search.setText("plain words")
    bench.queue.set_statuses(frozenset({Status.STARTED, Status.TODO}))
    bench.set_zoom(140)
    bench.flows.findings.show_list()
    split = bench.flows.drawer.parentWidget()
    split.setSizes([split.height() - 190, 190])
    split.splitterMoved.emit(0, 1)
    bench.flows.drawer.close_panel()
    bench.pane.set_caret(12)
    leave.sizes = bench.window.splitter.sizes()
    leave.height = bench.flows.drawer.chosen_height


def test_what_was_on_the_desk_is_there_again(main, two):
    assert main(two[0], leave) == 0

    def look(bench):
        assert bench.controller.view.article.title == "Article 1"
        assert bench.pane.caret() == 12
        assert bench.cards.front() == "LOCATION"
        assert all(abs(a - b) <= 1 for a, b in zip(bench.window.splitter.sizes(), leave.sizes, strict=True))
        assert bench.queue.words() == "plain words"
        assert bench.queue.statuses() == {Status.STARTED, Status.TODO}
        assert bench.queue.model.rowCount() == 2  # not the article about the bridge
        assert bench.settings.appearance.zoom == 140
        assert bench.pane.reading_size == round(17 * 1.4)
        bench.flows.findings.show_list()
        QApplication.processEvents()
        assert abs(bench.flows.drawer.height() - leave.height) <= 1

    assert main(two[0], look) == 0


def test_each_project_has_a_desk_of_its_own(main, two):
    main(two[0], leave)

    def look_and_change(bench):
        assert bench.queue.words() == ""
        assert bench.queue.statuses() == frozenset()
        assert bench.queue.model.rowCount() == 3
        assert bench.cards.front() == "CLAIM"
        bench.set_zoom(90)
        bench.open_project(two[0])  # in the same window
        assert bench.queue.words() == "plain words"
        assert bench.queue.model.rowCount() == 2
        assert bench.cards.front() == "LOCATION"
        assert bench.settings.appearance.zoom == 140
        bench.open_project(two[1])
        assert bench.queue.words() == ""
        assert bench.settings.appearance.zoom == 90

    main(two[1], look_and_change)


def test_a_desk_that_makes_no_sense_any_more_is_left_alone(main, two, home):
    state = WindowState(home / "window.ini")
    state.set_desk(two[0], Desk(tab="NOBODY", zoom=9000, search="“", statuses="todo never", drawer=-5))
    del state

    def look(bench):
        assert bench.cards.front() == "CLAIM"
        assert bench.settings.appearance.zoom == 300
        assert bench.queue.statuses() == {Status.TODO}
        bench.flows.findings.show_list()
        QApplication.processEvents()
        assert bench.flows.drawer.height() >= bench.flows.drawer.minimumHeight()

    main(two[0], look)


def test_the_notes_in_front_come_back(main, two):
    main(two[0], lambda bench: bench.cards.bring_to_front("notes"))

    def look(bench):
        assert bench.cards.front() == "notes"

    main(two[0], look)


def test_many_projects_do_not_push_out_the_one_at_hand(tmp_path):
    state = WindowState(tmp_path / "window.ini")
    for n in range(80):
        state.set_desk(tmp_path / f"{n % 60}.pressmark", Desk(search=str(n)))
        assert state.desk(tmp_path / f"{n % 60}.pressmark").search == str(n)
