"""The model article from open to done by key presses alone, counted: at most 90 (issue 3).

First without a screen, where the keys are found; then the same keys in a real window, light and dark, 100 % and 200 %.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from model_article import CLAIMS, UID, Keyboard, make, outcome, walk
from PySide6.QtCore import QCoreApplication, QEvent

from annotation_schema.model import Status
from desktop import app as composition
from desktop.core import paths, settings
from desktop.core.project import Project

MOST = 90
WIRE = {  # names of keys as X has them; all others are the same or a letter
    "Return": "Return", "Backspace": "BackSpace", "Ctrl": "ctrl", "Shift": "shift", "Left": "Left", "Right": "Right",
    "Home": "Home", "End": "End", "Tab": "Tab", ";": "semicolon",
}  # fmt: skip


def as_named_by_x(pressed: str) -> str:
    return "+".join(WIRE.get(part, part.lower()) for part in pressed.split("+"))


@pytest.fixture
def keyboard(tmp_path, monkeypatch, qapp, qtbot):
    monkeypatch.setenv("PRESSMARK_HOME", str(tmp_path))
    # Everything as it is out of the box, but no worker process: the run is recorded below.
    settings.save(settings.Settings(work=settings.Work(prelabel_on_open=False)), paths.settings_file())
    path = tmp_path / "model.pressmark"
    make(path)
    look = (qapp.palette(), qapp.font(), qapp.styleSheet())
    session = composition.Session(composition.application(), composition.Options(path))
    session.show()
    qtbot.waitUntil(lambda: session.ready, timeout=60_000)
    session.crash.remove()
    with qtbot.waitActive(session.window):
        session.window.activateWindow()
    yield Keyboard(session)
    session.window.close()
    session.end()
    session.window.deleteLater()
    session.look.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.setPalette(look[0])
    qapp.setFont(look[1])
    qapp.setStyleSheet(look[2])


def as_it_should_be(project: Project) -> None:
    by_label, claims = outcome(project)
    assert len(by_label["LOCATION"]) == 14
    assert len(by_label["ACTOR"]) == 20
    assert "Easter" not in by_label["LOCATION"]
    assert claims == CLAIMS


def test_the_model_article_takes_at_most_90_key_presses(keyboard):
    walk(keyboard)
    as_it_should_be(keyboard.session.bench.project)
    print(f"\nmodel article: {keyboard.count} key presses ({' '.join(keyboard.pressed)})")
    assert keyboard.count <= MOST


@pytest.mark.xvfb
@pytest.mark.slow
@pytest.mark.parametrize(("theme", "scale"), [("light", "1"), ("dark", "2")])
def test_the_same_keys_do_it_in_a_real_window(keyboard, program, tmp_path, theme, scale):
    walk(keyboard)
    home = tmp_path / "home"
    home.mkdir()
    chosen = settings.Settings(appearance=settings.Appearance(theme=theme), work=settings.Work(prelabel_on_open=False))
    settings.save(chosen, home / "settings.json")
    path = make(home / "model.pressmark")
    window = program("open", str(path), QT_SCALE_FACTOR=scale)
    window.wait_for_window("model – Pressmark")
    window.settle()
    keep = Path(tmp_path.parent / "model-article")
    keep.mkdir(exist_ok=True)
    for count, pressed in enumerate(keyboard.pressed, 1):
        window.keys(as_named_by_x(pressed))
        if count % 10 == 0:
            window.settle()
        if count in (3, 20, 27, 60):
            (keep / f"{theme}-{scale}-{count}.png").write_bytes(window.picture())
    (keep / f"{theme}-{scale}-end.png").write_bytes(window.picture())
    assert window.close_by_button() == 0
    with Project.open(path, annotator="Ada") as project:
        as_it_should_be(project)
        assert project.view(project.article_id(UID)).status is Status.DONE
