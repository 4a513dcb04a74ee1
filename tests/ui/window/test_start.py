"""Starting: what is imported before the first paint, options, failures, what a crash does, None's reference count."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget
from window_driver import FakeAsk, discard

from desktop import app as composition
from desktop.core import paths
from desktop.ui.crash import Crash

PROBE = """
import json, sys
from PySide6 import QtCore
lazy = "Qt" not in vars(QtCore)
from desktop import app as composition
from PySide6.QtCore import QTimer
app = composition.application()
session = composition.Session(app, composition.parse(sys.argv[1:]))
seen = {}
def painted():
    seen.setdefault("paint", sorted(sys.modules))
    seen.setdefault("enums", lazy and "Qt" in vars(QtCore))
session.window.ground.painted.connect(painted)
def look():
    if not session.ready:
        QTimer.singleShot(20, look)
        return
    seen["ready"] = sorted(sys.modules)
    session.window.close()
session.show()
QTimer.singleShot(20, look)
app.exec()
session.end()
print(json.dumps(seen))
"""
HEAVY = {"spacy", "thinc", "numpy", "sqlite_utils", "typer", "platformdirs", "multiprocessing", "asyncio"}


def test_nothing_heavy_is_imported_before_the_first_paint_nor_for_the_queue(project_file):
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "LC_ALL": "C"}
    done = subprocess.run(
        [sys.executable, "-c", PROBE, str(project_file)], env=env, capture_output=True, text=True, timeout=60
    )
    assert done.returncode == 0, done.stderr
    seen = json.loads(done.stdout)
    paint = {m.split(".")[0] for m in seen["paint"]}
    assert not HEAVY & paint
    assert "sqlite3" not in paint
    assert not seen["enums"], "something asks for an enum of Qt, of which PySide then makes a hundred"
    assert not [m for m in seen["paint"] if m.startswith(("desktop.core.project", "desktop.ui.article"))]
    assert not HEAVY & {m.split(".")[0] for m in seen["ready"]}


def test_options():
    assert composition.parse([]) == composition.Options()
    found = composition.parse(["a.pressmark", "--screenshot", "x.png", "--quit-after-ready"])
    assert (found.project.name, found.screenshot.name, found.quit_after_ready) == ("a.pressmark", "x.png", True)
    for wrong in (["--what"], ["a", "b"], ["--screenshot"]):
        with pytest.raises(SystemExit):
            composition.parse(wrong)


def test_a_project_that_is_none_gets_a_sentence_and_the_welcome_page(start, home, tmp_path):
    file = tmp_path / "notes.pressmark"
    file.write_text("these are notes")
    driver = start(file)
    assert len(driver.bench.notices.messages()) == 1
    assert "notes.pressmark" in driver.bench.notices.messages()[0]
    assert driver.bench.middle.currentWidget() is driver.bench.welcome
    assert driver.session.status == 1


def test_a_missing_recent_project_does_not_stop_the_start(start, project_file):
    one = start(project_file)
    one.window.close()
    for f in project_file.parent.iterdir():
        f.unlink()
    two = start()
    assert two.bench.project is None
    assert two.bench.notices.messages() == []


def test_broken_settings_are_told_and_set_aside(start, home):
    paths.settings_file().write_text("{")
    driver = start()
    assert "could not be read" in driver.bench.notices.messages()[0]


def test_an_open_project_is_told_to_a_second_window(start, project_file):
    start(project_file)
    two = start(project_file)
    assert two.bench.project is None
    assert len(two.bench.notices.messages()) == 1


def test_the_sample_is_made_imported_and_kept(start, home, qtbot):
    driver = start()
    assert driver.bench.welcome.first.hasFocus()
    assert not driver.bench.queue.bar.filter.isEnabled() and not driver.bench.queue.bar.order.isEnabled()
    driver.press("Return")
    qtbot.waitUntil(lambda: not driver.bench.tasks.running and driver.view is not None, timeout=15_000)
    assert driver.bench.queue.model.rowCount() == 5 and driver.bench.queue.bar.filter.isEnabled()
    assert driver.bench.notices.messages() == []
    path = driver.bench.project.path
    driver.bench.close_project()
    assert driver.bench.middle.currentWidget() is driver.bench.welcome
    driver.bench.actions["file.sample"].trigger()
    assert driver.bench.project.path == path
    assert driver.bench.queue.model.rowCount() == 5


def test_zoom_and_theme_are_kept(start, project_file):
    one = start(project_file)
    one.press("Ctrl+=", "Ctrl+=")
    assert one.bench.settings.appearance.zoom == 120
    one.window.close()
    two = start(project_file)
    assert two.pane.reading_size == round(17 * 1.2)
    two.press("Ctrl+0")
    assert two.pane.reading_size == 17


def test_an_unexpected_error_is_logged_shown_once_and_closes(qapp, qtbot, tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    shown, closed = [], []
    crash = Crash(tmp_path / "logs", shown.append, lambda: closed.append(1))
    crash.install()
    try:
        for _ in range(2):
            try:
                raise RuntimeError("the bug")
            except RuntimeError:
                sys.excepthook(*sys.exc_info())
        qtbot.waitUntil(lambda: bool(closed))
    finally:
        crash.remove()
    assert len(shown) == 1 and "RuntimeError: the bug" in shown[0] and "Qt 6" in shown[0]
    assert "RuntimeError: the bug" in (tmp_path / "logs" / "pressmark.log").read_text("utf-8")


def test_a_native_crash_of_an_earlier_run_is_offered_once(qapp, tmp_path):
    folder = tmp_path / "logs"
    folder.mkdir()
    (folder / "fault.log").write_text("Fatal Python error: Segmentation fault")
    first = Crash(folder, print, lambda: None)
    first.install()
    first.remove()
    assert "Segmentation" in first.fault
    second = Crash(folder, print, lambda: None)
    second.install()
    second.remove()
    assert second.fault == ""


def test_void_calls_of_qt_leave_nones_reference_count_alone(qapp):
    """PySide6 6.12.0 loses a reference to None at each void call on Python before 3.12 and aborts after thousands."""
    thing, widget = QObject(), QWidget()
    for _ in range(200):
        thing.setObjectName("warm")
        widget.update()
    before = sys.getrefcount(None)
    for _ in range(5000):
        thing.setObjectName("x")
        widget.update()
    assert before - sys.getrefcount(None) < 1000
    widget.deleteLater()


def test_quit_after_ready_writes_the_picture(home, project_file, tmp_path):
    picture = tmp_path / "window.png"
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    code = (
        "import sys; from desktop.app import main; "
        "sys.exit(main([sys.argv[1], '--screenshot', sys.argv[2], '--quit-after-ready']))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(project_file), str(picture)], env=env, capture_output=True, timeout=90
    )
    assert done.returncode == 0, done.stderr
    assert picture.read_bytes().startswith(b"\x89PNG")


def test_the_window_closes_while_it_is_being_built(home, project_file, qapp, qtbot):
    session = composition.Session(composition.application(), composition.Options(project_file))
    session.ask = FakeAsk()
    with qtbot.captureExceptions() as caught:
        session.window.show()
        QTimer.singleShot(0, session.window.close)
        session.open()
        assert session.project is not None
        qtbot.wait(200)
        assert session.bench is None
    assert caught == []
    discard(session)
