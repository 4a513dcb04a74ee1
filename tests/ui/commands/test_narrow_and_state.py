"""A narrow window cuts nothing; the window lies on its screen; caret and page come back with the project."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton

from annotation_schema.model import Article
from desktop.core.project import Project
from desktop.ui.main_window import MainWindow
from desktop.ui.widgets import SegmentButton
from desktop.ui.window_state import Place, WindowState, keep_on_screen

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.mark.parametrize("width", [700, 900, 1000, 1100, 1280, 1600])
def test_no_button_of_the_bar_is_cut(window, width):
    window.window.setMinimumSize(400, 300)
    window.window.resize(width, 720)
    window.bench.toolbar.show_open_suggestions(1234)

    def buttons():
        return [b for b in window.bench.toolbar.findChildren(SegmentButton) if b.isVisible()]

    window.qtbot.waitUntil(lambda: all(b.width() >= b.sizeHint().width() for b in buttons()))
    assert len(buttons()) >= 8
    for button in buttons():
        place = QRect(button.mapTo(window.window, button.rect().topLeft()), button.size())
        assert window.window.rect().contains(place), button.accessibleName()
    chips = [b for b in window.bench.queue.findChildren(QPushButton) if b.property("kind") == "chip"]
    assert all(c.width() >= c.sizeHint().width() for c in chips)


def test_names_for_screen_readers_stay_whole(window):
    window.window.setMinimumSize(400, 300)
    window.window.resize(640, 480)
    window.qtbot.wait(20)
    names = {b.accessibleName() for b in window.bench.toolbar.findChildren(SegmentButton)}
    assert {"Claim (C)", "Next suggestion (Tab)", "Done, next (Ctrl ↵)"} <= names


def test_words_come_back_with_the_room(window):
    window.window.resize(900, 700)
    window.qtbot.wait(20)
    assert "Next" in [b.text() for b in window.bench.toolbar.findChildren(SegmentButton)]
    window.window.resize(1600, 800)
    window.qtbot.wait(20)
    assert "Next suggestion" in [b.text() for b in window.bench.toolbar.findChildren(SegmentButton)]


def test_the_window_is_kept_on_its_screen(window, qtbot):
    frame = MainWindow(window.bench.look)
    qtbot.addWidget(frame)
    frame.setGeometry(5000, -300, 3000, 2500)
    keep_on_screen(frame)
    free = QGuiApplication.primaryScreen().availableGeometry()
    assert free.contains(frame.geometry())
    frame.setGeometry(100, 50, 1000, 700)
    keep_on_screen(frame)
    assert frame.geometry() == QRect(100, 50, 1000, 700)


def test_the_place_of_a_project_is_kept_and_nonsense_is_none(tmp_path):
    state = WindowState(tmp_path / "window.ini")
    project = tmp_path / "a, b%.pressmark"
    assert state.place(project) == Place()
    state.set_place(project, Place("uid", 5, 3, 2, -4))
    assert WindowState(tmp_path / "window.ini").place(project) == Place("uid", 5, 3, 2, -4)
    assert state.place(tmp_path / "other.pressmark") == Place()
    for n in range(80):
        state.set_place(tmp_path / f"{n}.pressmark", Place(str(n)))
    assert state.place(tmp_path / "79.pressmark").uid == "79"
    (tmp_path / "broken.ini").write_text('[places]\n%2Fx="[1,2]"\n')
    assert WindowState(tmp_path / "broken.ini").place(tmp_path / "x") == Place()


def test_caret_selection_and_page_come_back(start, home):
    path = home / "projects" / "long.pressmark"
    from desktop.core.resources import default_schema

    text = "A headline\n\n" + "\n\n".join(f"Paragraph {n} has some plain words in it. " * 12 for n in range(60))
    with Project.create(path, default_schema(), annotator="Tester") as project:
        project.add_articles([Article(uid=f"{n:020x}", title=f"No. {n}", text=text) for n in range(2)])
    one = start(path)
    one.press("N")
    for _ in range(6):
        one.press("PgDown")
    one.press("Shift+Right")
    caret, selection, value = one.pane.caret(), one.pane.selection(), one.pane.verticalScrollBar().value()
    assert value > 0
    assert selection is not None
    one.window.close()
    two = start(path)
    two.qtbot.wait(20)
    assert two.view.article.title == "No. 1"
    assert (two.pane.caret(), two.pane.selection()) == (caret, selection)
    assert abs(two.pane.verticalScrollBar().value() - value) <= 2
