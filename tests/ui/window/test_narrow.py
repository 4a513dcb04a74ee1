"""On a small screen, or at 200 %, one pane stands beside the article: the one that is wanted last, remembered."""

import pytest

from desktop.ui.main_window import CARDS, QUEUE
from desktop.ui.window_state import WindowState

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def narrow(window):
    window.window.setMinimumSize(400, 300)
    window.window.resize(640, 360)
    window.qtbot.waitUntil(lambda: not window.bench.queue.isVisible())
    return window


def test_the_article_has_room(narrow):
    bench = narrow.bench
    assert bench.cards.isVisible()
    assert bench.middle.width() >= 320
    assert bench.cards.width() >= 260
    assert bench.pane.hasFocus()


def test_f6_goes_through_all_panes_and_shows_them(narrow):
    bench = narrow.bench
    seen = []
    for _ in range(3):
        narrow.press("F6")
        focused = narrow.window.focusWidget()
        pane = next(p for p in (bench.queue, bench.cards, bench.middle) if p.isAncestorOf(focused))
        assert pane.isVisible()
        assert focused.isVisible()
        assert bench.queue.isVisible() != bench.cards.isVisible()
        seen.append(pane)
    assert set(seen) == {bench.queue, bench.cards, bench.middle}
    narrow.press("Shift+F6")
    assert narrow.window.focusWidget().isVisible()


def test_searching_shows_the_queue_and_a_slot_the_cards(narrow):
    bench = narrow.bench
    narrow.press("Ctrl+F")
    assert bench.queue.isVisible()
    assert bench.queue.search.hasFocus()
    bench.focus_article()
    narrow.press("Tab", "Return")
    assert bench.queue.isVisible()
    narrow.press("]", "[")
    bench.pane.set_current(narrow.view.spans[0].id)
    narrow.press("1")
    assert bench.cards.isVisible()
    assert not bench.queue.isVisible()
    narrow.press("Escape")


def test_with_room_both_are_there_again(narrow):
    bench = narrow.bench
    narrow.press("Ctrl+F")
    narrow.window.resize(1300, 700)
    narrow.qtbot.waitUntil(lambda: bench.cards.isVisible())
    assert bench.queue.isVisible()
    assert bench.queue.search.hasFocus()
    narrow.window.resize(640, 360)
    narrow.qtbot.waitUntil(lambda: not bench.cards.isVisible())
    assert bench.queue.isVisible()


def test_the_side_is_remembered(narrow, tmp_path):
    window = narrow.window
    assert window.side == CARDS
    narrow.press("Ctrl+F")
    state = WindowState(tmp_path / "state.ini")
    state.save(window)
    window.show_side(CARDS)
    WindowState(tmp_path / "state.ini").restore_panes(window)
    assert window.side == QUEUE
    assert narrow.bench.queue.isVisible()
    window.show_side("elsewhere")
    assert window.side == QUEUE


def test_what_keys_do_now_comes_before_what_undo_does(narrow):
    status = narrow.bench.status
    status.show_undo("set kind of Claim “The terminal will create 400 jobs”")
    assert status.undo_words()
    assert status._undo.isVisible()
    status.show_hint("Linking C1: press the letter shown on a mention, Esc to stop")
    assert not status._undo.isVisible()
    assert status.undo_words()
    narrow.qtbot.waitUntil(lambda: status._hint.width() > status.width() / 2)
    status.show_hint("")
    assert status._undo.isVisible()
