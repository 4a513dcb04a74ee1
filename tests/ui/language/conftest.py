"""A real window in another language: over a project in which nothing but the interface is written in Latin letters."""

from __future__ import annotations

import pytest
from foreign import foreign_project
from PySide6.QtCore import QLocale, Qt
from seen import Walk
from window_fixtures import discard, home, start

from annotation_schema import wording
from desktop import app as composition
from desktop.ui import translation

__all__ = ["home", "start"]


@pytest.fixture
def walk(home, qapp, qtbot, monkeypatch):
    """Begin a walk through the whole window: a function of the language's setting and of the window's size."""
    running = []
    look = (qapp.palette(), qapp.font(), qapp.styleSheet(), QLocale())
    project = home / "projects" / "проба.pressmark"
    foreign_project(project)

    def begin(language: str, size: tuple[int, int] = (1280, 720), *, opened: bool = True) -> Walk:
        options = composition.Options(project if opened else None)
        session = composition.Session(composition.application(), options)
        running.append(session)
        translation.take(qapp, language)
        session.show()
        session.window.resize(*size)
        qtbot.waitUntil(lambda: session.ready, timeout=20_000)
        session.crash.remove()
        session.window.resize(*size)
        with qtbot.waitActive(session.window):
            session.window.activateWindow()
        return Walk(session, qtbot, monkeypatch)

    yield begin
    for session in running:
        discard(session)
    translation.take(qapp, "en")
    wording.install()
    QLocale.setDefault(look[3])
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    qapp.setPalette(look[0])
    qapp.setFont(look[1])
    qapp.setStyleSheet(look[2])
