"""A real window over a project in a temporary home, driven by key presses: fixtures for the folders that need it."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent / "window"))
from window_driver import Driver, FakeAsk, discard, make_project

from desktop import app as composition
from desktop.core import paths, settings


@pytest.fixture
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("PRESSMARK_HOME", str(tmp_path / "home"))
    quiet = settings.Settings(work=settings.Work(prelabel_on_open=False, annotator="Tester", quick_fill=False))
    quiet = replace(quiet, appearance=settings.Appearance(theme="light", language="en"))
    settings.save(quiet, paths.settings_file())
    return tmp_path / "home"


@pytest.fixture
def project_file(home):
    path = home / "projects" / "test.pressmark"
    make_project(path)
    return path


@pytest.fixture
def start(home, qapp, qtbot):
    """Start the window on a project (or none); closed at the end of the test."""
    running = []
    look = (qapp.palette(), qapp.font(), qapp.styleSheet())

    def begin(project: Path | None = None, *, ask: FakeAsk | None = None) -> Driver:
        session = composition.Session(composition.application(), composition.Options(project))
        session.ask = ask or FakeAsk()
        running.append(session)
        session.show()
        qtbot.waitUntil(lambda: session.ready)
        session.crash.remove()  # a test is to see exceptions itself
        with qtbot.waitActive(session.window):
            session.window.activateWindow()
        return Driver(session, qtbot)

    yield begin
    for session in running:
        discard(session)
    qapp.setPalette(look[0])
    qapp.setFont(look[1])
    qapp.setStyleSheet(look[2])


@pytest.fixture
def window(start, project_file):
    driver = start(project_file)
    assert driver.pane.hasFocus()
    return driver
