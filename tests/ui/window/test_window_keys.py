"""Tagging, suggestions, undo and moving on, by real key presses through the real composition."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel
from window_driver import TEXT, place

from annotation_schema.model import Fragment, OriginKind, Status


def test_tag_the_word_under_the_caret(window):
    window.to(place("Critics").start)
    window.press("A")
    assert window.surfaces() == [("ACTOR", "Critics")]
    assert window.stored() == window.view
    assert window.view.status is Status.STARTED
    assert window.bench.status.saved_words() == "● Saved"
    line = window.bench.status
    assert "Saved" in [label.accessibleName() for label in line.findChildren(QLabel)]
    line.show_not_saved("no space")
    assert "Not saved: no space" in [label.accessibleName() for label in line.findChildren(QLabel)]
    assert window.bench.status.undo_words() == "Undo: tag “Critics” as Actor"


def test_tag_a_selection_and_a_further_part_with_shift(window):
    window.select("the old bridge is safe")
    window.press("C")
    window.select("nobody 👨🏻‍🚒 should cross it")
    window.press("Shift+C")
    assert window.surfaces() == [("CLAIM", "the old bridge is safe … nobody 👨🏻‍🚒 should cross it")]
    assert window.view.spans[0].fragments == (place("the old bridge is safe"), place("nobody 👨🏻‍🚒 should cross it"))
    assert window.bench.cards.tab_titles()[0] == "Claims 1"


def test_a_selection_is_snapped_to_words_for_labels_that_say_so(window):
    start = place("Kovač").start
    window.pane.select_range(start + 1, start + 3)
    window.press("A")
    assert window.surfaces() == [("ACTOR", "Kovač")]


def test_nested_and_overlapping_spans(window):
    for words, key in (("Ana Kovač said on Monday", "C"), ("Ana Kovač", "A"), ("Ana", "A"), ("Kovač said", "C")):
        window.select(words)
        window.press(key)
    assert sorted(window.surfaces()) == sorted(
        [("CLAIM", "Ana Kovač said on Monday"), ("ACTOR", "Ana Kovač"), ("ACTOR", "Ana"), ("CLAIM", "Kovač said")]
    )


def test_the_same_span_twice_is_refused_in_words(window):
    window.select("Critics")
    window.press("A")
    window.select("Critics")
    window.press("A")
    assert len(window.view.spans) == 1
    assert any("already tagged" in m for m in window.bench.notices.messages())


def test_an_inner_word_is_tagged_and_does_not_relabel_the_claim_around_it(window):
    window.select("the old bridge is safe")
    window.press("C")
    window.press("Right")
    window.press("A")
    assert sorted(window.surfaces()) == [("ACTOR", "old"), ("CLAIM", "the old bridge is safe")]


def test_relabel_directly_and_with_r(window):
    window.select("Critics")
    window.press("A")
    window.press("L")
    assert window.surfaces() == [("LOCATION", "Critics")]
    window.press("Right", "R", "C")
    assert window.surfaces() == [("CLAIM", "Critics")]


def test_escape_leaves_relabelling(window):
    window.select("Critics")
    window.press("A", "R")
    assert "Relabel" in window.bench.status.hint()
    window.press("Escape")
    assert window.bench.status.hint() == ""
    window.press("Right")
    window.press("L")
    assert ("ACTOR", "Critics") in window.surfaces()


def test_delete_and_undo_bring_back_the_same_span(window):
    window.select("Critics")
    window.press("A")
    before = window.view.spans
    window.press("Delete")
    assert window.view.spans == ()
    window.press("Ctrl+Z")
    assert window.view.spans == before
    window.press("Ctrl+Shift+Z")
    assert window.view.spans == ()
    window.press("Ctrl+Z", "Ctrl+Y")
    assert window.view.spans == ()


def test_next_suggestion_accept_reject_and_advance(window):
    names = [TEXT[s.start : s.end] for s in window.view.suggestions]
    assert names == ["Ana Kovač", "Monday", "Zagreb", "Split", "Ivo Horvat"]
    window.press("Tab", "Return")  # Ana Kovač; on to Monday
    window.press("Backspace")  # Monday; on to Zagreb
    window.press("Return")
    assert window.surfaces() == [("ACTOR", "Ana Kovač"), ("LOCATION", "Zagreb")]
    assert window.view.spans[0].origin.kind is OriginKind.SUGGESTION
    assert [TEXT[s.start : s.end] for s in window.view.suggestions] == ["Split", "Ivo Horvat"]
    item = window.pane.current_item()
    assert TEXT[item.start : item.end] == "Split"
    window.press("Shift+Tab")
    item = window.pane.current_item()
    assert TEXT[item.start : item.end] == "Ivo Horvat"


def test_a_suggestion_is_accepted_with_another_label_in_one_step(window):
    window.press("Tab", "Tab")
    window.press("A")
    assert window.surfaces() == [("ACTOR", "Monday")]
    assert len(window.view.suggestions) == 4
    window.press("Ctrl+Z")
    assert window.view.spans == ()
    assert len(window.view.suggestions) == 5


def test_accept_all_is_one_undo_step(window):
    window.press("Ctrl+Shift+Return")
    assert len(window.view.spans) == 5
    assert window.bench.status.undo_words() == "Undo: accept 5 suggestions"
    window.press("Ctrl+Z")
    assert window.view.spans == ()
    assert len(window.view.suggestions) == 5
    assert window.view.status is Status.TODO


def test_done_and_next_skips_what_is_done(window, qtbot):
    ids = list(window.bench.queue.model.ids())
    window.press("Ctrl+Return")
    assert window.view.id == ids[1]
    assert window.bench.project.view(ids[0]).status is Status.DONE
    window.press("P")
    assert window.view.id == ids[0]
    window.press("N", "N")
    assert window.view.id == ids[2]
    window.press("N")
    assert window.view.id == ids[2]
    window.press("Ctrl+Return")
    assert window.view.id == ids[1]
    qtbot.waitUntil(lambda: window.bench.queue.footer().text() == "2 of 3 done")


def test_undo_goes_to_the_article_concerned(window):
    first = window.view.id
    window.select("Critics")
    window.press("A")
    window.press("N")
    assert window.view.id != first
    window.press("Ctrl+Z")
    assert window.view.id == first
    assert window.view.spans == ()


def test_letters_are_typed_not_tagged_outside_the_article(window, qtbot):
    window.press("Ctrl+F")
    search = window.bench.queue.search
    assert search.hasFocus()
    window.press("C", "A", "L")
    assert search.text().lower() == "cal"
    assert window.view.spans == ()
    window.press("Escape")
    assert window.pane.hasFocus()
    assert search.text() == ""


def test_search_lists_what_holds_the_words(window, qtbot):
    window.press("Ctrl+F")
    window.bench.queue.search.setText("oslo")
    qtbot.waitUntil(lambda: window.bench.queue.model.rowCount() == 2)
    window.press("Return")
    assert window.view.article.title == "Article 1"
    assert window.pane.hasFocus()
    window.bench.queue.search.setText("nothing has this word")
    qtbot.waitUntil(lambda: window.bench.queue.model.rowCount() == 0)
    window.bench.queue.search.setText('a "broken ( query* OR')
    qtbot.wait(200)
    window.bench.queue.search.setText("")
    qtbot.waitUntil(lambda: window.bench.queue.model.rowCount() == 3)


def test_chips_filter_by_status(window, qtbot):
    window.press("Ctrl+Return")
    window.bench.queue.set_statuses(frozenset({Status.DONE}))
    window.bench.refresh_queue()
    assert window.bench.queue.model.rowCount() == 1


def test_closing_and_opening_again_shows_the_same(start, project_file):
    one = start(project_file)
    one.select("the old bridge is safe")
    one.press("C")
    one.press("Tab", "Return", "Backspace")
    one.press("Ctrl+Z", "Ctrl+Z", "Ctrl+Y")
    spans, suggestions, words = one.view.spans, one.view.suggestions, one.bench.status.undo_words()
    one.window.close()
    assert one.bench.project is None
    two = start(project_file)
    assert two.view.spans == spans
    assert two.view.suggestions == suggestions
    assert two.bench.status.undo_words() == words
    two.press("Ctrl+Z")
    assert [s.label for s in two.view.spans] == ["CLAIM"]


def test_the_last_project_is_opened_at_start(start, project_file):
    one = start(project_file)
    one.press("N")
    uid = one.view.article.uid
    one.window.close()
    two = start()
    assert two.bench.project.path == project_file
    assert two.view.article.uid == uid


def test_panes_are_reached_by_keyboard(window):
    window.press("F6")
    assert window.bench.cards.isAncestorOf(window.window.focusWidget())
    window.press("F6")
    assert window.bench.queue.view.hasFocus()
    window.press("Down", "Return")
    assert window.view.article.title == "Article 1"
    assert window.pane.hasFocus()
    window.press("Ctrl+1", "Up", "Return")
    assert window.view.article.text == TEXT


def test_borders_and_parts_of_the_current_span(window):
    window.select("the old bridge")
    window.press("C")
    window.select("the old bridge is safe")
    window.press("B")
    assert window.surfaces() == [("CLAIM", "the old bridge is safe")]
    window.select("disagree")
    window.press("Shift+C")
    window.to(place("disagree").start)
    window.press("Shift+Delete")
    assert window.surfaces() == [("CLAIM", "the old bridge is safe")]
    window.press("Shift+Delete")
    assert len(window.view.spans) == 1


def test_label_keys_do_nothing_but_a_hint_where_there_is_no_word(window):
    window.pane.set_caret(len(TEXT))
    window.press("A")
    assert window.view.spans == () or window.surfaces() == [("ACTOR", "Horvat")]


@pytest.mark.parametrize("key", ["C", "A", "L"])
def test_every_label_key_works_on_a_selection_with_an_emoji(window, key):
    window.select("👨🏻‍🚒")
    window.press(key)
    start = TEXT.index("👨🏻‍🚒")
    assert window.view.spans[0].fragments == (Fragment(start, start + len("👨🏻‍🚒")),)
