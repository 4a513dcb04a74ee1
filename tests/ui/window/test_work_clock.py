"""The time spent on the article on screen, counted in a real window by a clock that the test moves."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog

from desktop.core.errors import AppError, ErrorCode
from desktop.core.project import Project
from desktop.core.work_time import IDLE_SECONDS, WorkTime


class Hours:
    """A clock that stands until it is moved."""

    def __init__(self):
        self.at = 1000.0

    def __call__(self):
        return self.at


@pytest.fixture
def clocked(window):
    """A window whose clock counts from now on by the test's hours."""
    clock = window.bench.clock
    clock._tick.stop()
    clock.tick()
    clock.write()
    window.hours = clock.now = Hours()
    clock._clock = type(clock._clock)()
    clock._turned()
    clock._written_at = window.hours.at
    window.start = clock.seconds()
    clock._tick.start(10**6)
    return window


def go_on(window, seconds, *, key=True):
    window.hours.at += seconds
    if key:
        QTest.keyClick(window.window.windowHandle(), Qt.Key.Key_Right)
    window.bench.clock.tick()


def counted(window):
    return round(window.bench.clock.seconds() - window.start)


def kept(window, article):
    return window.bench.project.work_time.seconds(article)


def test_time_runs_while_keys_and_pointer_move_and_stops_for_the_idle(clocked):
    go_on(clocked, 15)
    assert counted(clocked) == 15
    assert "0:15 on this article" in clocked.bench.status.time_words()
    go_on(clocked, 3600, key=False)
    assert counted(clocked) == 15 + IDLE_SECONDS
    assert clocked.bench.status.time_words() == "1:15 on this article, paused"
    clocked.hours.at += 100
    QTest.mouseMove(clocked.window.windowHandle(), QPoint(300, 300))
    go_on(clocked, 5)
    assert counted(clocked) == 15 + IDLE_SECONDS + 5


def test_a_key_that_tags_is_a_sign_of_life(clocked):
    clocked.hours.at += 3000
    clocked.bench.clock.tick()
    QTest.keyClick(clocked.window.windowHandle(), Qt.Key.Key_L)
    assert clocked.view.spans
    clocked.hours.at += 7
    clocked.bench.clock.tick()
    assert counted(clocked) == IDLE_SECONDS + 7


def test_time_stands_still_while_another_window_has_the_keyboard(clocked, qtbot):
    go_on(clocked, 10)
    other = QDialog()
    qtbot.addWidget(other)
    other.show()
    with qtbot.waitActive(other):
        other.activateWindow()
    go_on(clocked, 30, key=False)
    assert counted(clocked) == 10
    assert "paused" in clocked.bench.status.time_words()
    other.close()
    with qtbot.waitActive(clocked.window):
        clocked.window.activateWindow()
    go_on(clocked, 4)
    assert counted(clocked) == 14


def test_time_is_written_rarely_and_never_much_is_lost(clocked, monkeypatch):
    written = []
    add = WorkTime.add
    monkeypatch.setattr(WorkTime, "add", lambda self, worked: (written.append(dict(worked)), add(self, worked)))
    article = clocked.view.id
    before = kept(clocked, article)
    for _ in range(19):
        go_on(clocked, 1)
    assert not written
    for _ in range(12):  # a key just before each tick: it waits, but not longer than half a minute
        go_on(clocked, 1)
    assert len(written) == 1
    assert kept(clocked, article) - before == pytest.approx(29, abs=0.1)
    for _ in range(20):
        clocked.hours.at += 1
        clocked.bench.clock.tick()  # nobody presses anything
    assert len(written) == 2
    assert counted(clocked) == 51


def test_each_article_has_its_own_time_over_restarts(clocked, start, project_file):
    first = clocked.view.id
    go_on(clocked, 12)
    clocked.press("N")
    second = clocked.view.id
    assert second != first
    go_on(clocked, 8)
    clocked.press("P")
    assert clocked.view.id == first
    assert counted(clocked) == 12
    go_on(clocked, 1)
    clocked.window.close()
    with Project.open(project_file) as project:
        assert project.work_time.seconds(first) == pytest.approx(13, abs=2)
        assert project.work_time.seconds(second) == pytest.approx(8, abs=2)
    again = start(project_file)
    assert again.view.id == first
    assert again.bench.status.time_words().startswith("0:1")


def test_a_file_that_cannot_be_written_does_not_stop_the_clock(clocked, monkeypatch):
    def full(self, worked):
        raise AppError(ErrorCode.SAVE_FAILED, "The disk is full.")

    with monkeypatch.context() as broken:
        broken.setattr(WorkTime, "add", full)
        go_on(clocked, 31)
        assert counted(clocked) == 31
    go_on(clocked, 31)
    assert counted(clocked) == 62
    assert kept(clocked, clocked.view.id) == pytest.approx(62, abs=1.5)


def test_undo_leaves_the_time_alone(clocked):
    clocked.press("L")
    go_on(clocked, 31)
    clocked.press("Ctrl+Z")
    assert not clocked.view.spans
    assert counted(clocked) == 31
