"""Borders by held keys, joining, splitting, tagging again, notes: by real key presses."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from window_driver import TEXT, place

from annotation_schema.reserved import NOTE
from desktop.core.project import Project


def test_borders_move_by_words_and_characters(window, flow):
    flow.tag("the old bridge", "C")
    for key, words in (
        (".", "the old bridge is"),
        (",", "the old bridge"),
        ("X", "old bridge"),
        ("Z", "the old bridge"),
        ("Shift+Z", " the old bridge"),
        ("Shift+X", "the old bridge"),
        ("Shift+.", "the old bridge "),
        ("Shift+,", "the old bridge"),
    ):
        window.press(key)
        assert flow.words() == [words], key
        assert window.stored() == window.view
    assert window.bench.status.undo_words() == "Undo: move the end of Claim “the old bridge”"


def test_a_hold_is_one_step_and_a_new_press_another(window, flow):
    flow.tag("the old bridge", "C")
    flow.hold(Qt.Key.Key_Period, ".", 5)
    assert flow.words() == ["the old bridge is safe, but warned, that"]
    flow.hold(Qt.Key.Key_Period, ".", 2)
    flow.hold(Qt.Key.Key_X, "x", 2)
    assert flow.words() == ["bridge is safe, but warned, that nobody 👨🏻‍🚒"]
    window.press("Ctrl+Z")
    assert flow.words() == ["the old bridge is safe, but warned, that nobody 👨🏻‍🚒"]
    window.press("Ctrl+Z")
    assert flow.words() == ["the old bridge is safe, but warned, that"]
    window.press("Ctrl+Z")
    assert flow.words() == ["the old bridge"]
    window.press("Ctrl+Y")
    assert flow.words() == ["the old bridge is safe, but warned, that"]
    assert window.stored() == window.view


def test_while_a_key_is_held_everything_is_on_disk_and_in_the_text(window, flow):
    span = flow.tag("the old bridge", "C")
    for number in range(3):
        QTest.simulateEvent(window.pane, True, Qt.Key.Key_Period.value, Qt.KeyboardModifier.NoModifier, ".", number > 0)
        assert window.stored().spans == window.view.spans
        assert window.pane.item(span.id) == window.view.spans[0]
    # Without a release (the keyboard was taken away): the rest follows by itself.
    flow.rest(lambda: not flow.flows.borders._rest.isActive())
    assert window.stored() == window.view
    window.press("Ctrl+Z")
    assert flow.words() == ["the old bridge"]


def test_a_held_key_stops_at_the_end_of_the_text_without_a_word(window, flow):
    flow.tag("Ivo Horvat", "A")
    flow.hold(Qt.Key.Key_Period, ".", 4)
    assert flow.words() == ["Ivo Horvat."]
    assert window.bench.notices.messages() == []
    window.press(".")
    assert len(window.bench.notices.messages()) == 1 and "cannot go further" in window.bench.notices.messages()[0]
    flow.tag("It will fall", "C")
    flow.hold(Qt.Key.Key_Comma, ",", 9)
    assert flow.words() == ["It"]
    assert len(window.bench.notices.messages()) == 1


def test_an_action_right_after_a_press_finds_everything_as_it_is(window, flow):
    flow.tag("the old bridge", "C")
    modifier = Qt.KeyboardModifier.NoModifier
    QTest.simulateEvent(window.pane, True, Qt.Key.Key_Period.value, modifier, ".", False)
    window.press("Delete")  # the other key is still down
    assert window.view.spans == () and window.stored() == window.view


def test_borders_need_a_span(window):
    window.press("Z")
    assert not window.bench.actions["border.start-back.word"].isEnabled()
    assert window.bench.project.undo_words is None


def test_join_with_the_one_current_before(window, flow):
    first = flow.tag("the old bridge is safe", "C")
    second = flow.tag("nobody 👨🏻‍🚒 should cross it", "C")
    flow.tag("Critics", "A")
    while window.pane.current != second.id:
        window.press("[")
    window.press("J")
    assert flow.words() == ["the old bridge is safe", "nobody 👨🏻‍🚒 should cross it"]
    assert flow.bench.controller.current_span().id == first.id
    assert window.bench.status.undo_words().startswith("Undo: join 2 spans into Claim")
    window.press("Ctrl+Z")
    assert len(window.view.spans) == 3


def test_join_without_a_partner_says_so(window, flow):
    flow.tag("Critics", "A")
    window.press("J")
    assert "no other span" in window.bench.status.hint()


def test_split_off_a_part_and_split_at_the_caret(window, flow):
    flow.tag("the old bridge is safe", "C")
    window.select("nobody 👨🏻‍🚒 should cross it")
    window.press("Shift+C")
    window.to(place("nobody").start)
    assert len(flow.words()) == 2
    window.press("Shift+J")
    assert flow.words() == ["nobody 👨🏻‍🚒 should cross it"]
    assert len(window.view.spans) == 2
    window.to(place("should").start)
    window.press("Shift+J")
    assert flow.words() == ["should cross it"]
    assert len(window.view.spans) == 3
    window.press("Shift+J")
    assert any("split" in m for m in window.bench.notices.messages())
    window.press("Ctrl+Z", "Ctrl+Z")
    assert len(window.view.spans) == 1
    assert window.stored() == window.view


def test_t_tags_with_the_last_label_also_after_a_restart(window, flow, start, project_file):
    window.press("T")
    assert "Nothing was tagged yet" in window.bench.status.hint()
    flow.tag("Zagreb", "L")
    window.select("Split")
    window.press("T")
    assert window.surfaces() == [("LOCATION", "Zagreb"), ("LOCATION", "Split")]
    flow.tag("Critics", "A")
    window.window.close()
    again = start(project_file)
    again.to(place("mayor").start)
    again.press("T")
    assert ("ACTOR", "mayor") in again.surfaces()


def test_borders_are_tidied_by_the_rules_that_are_on(window, flow):
    wanted = place("“It will fall,”")
    window.pane.select_range(wanted.start, wanted.end)
    window.press("C")
    assert window.surfaces() == [("CLAIM", "It will fall")]
    window.press("Ctrl+Z")
    work = window.bench.settings.work
    loose = type(work)(**{**{n: getattr(work, n) for n in work.__slots__}, "trim_quotes": False, "whole_words": False})
    window.bench.change_settings(type(window.bench.settings)(work=loose))
    window.pane.select_range(wanted.start, wanted.end)
    window.press("C")
    assert window.surfaces() == [("CLAIM", "“It will fall,”")]
    window.press("Ctrl+Z")
    start = place("Kovač").start
    window.pane.select_range(start + 1, start + 3)
    window.press("A")
    assert window.surfaces() == [("ACTOR", "ov")]


def test_b_on_a_suggestion_accepts_it_with_the_selection_as_borders(window, flow):
    window.press("Tab")
    suggestion = window.bench.controller.current_suggestion()
    window.pane.select_range(*_range("Mayor Ana Kovač"))
    window.press("B")
    assert window.surfaces() == [("ACTOR", "Mayor Ana Kovač")]
    assert window.view.decided[suggestion].span == window.view.spans[0].id
    item = window.pane.current_item()
    assert TEXT[item.start : item.end] == "Monday"  # on to the next
    assert window.bench.status.undo_words() == "Undo: accept “Mayor Ana Kovač” as Actor"
    window.press("[")
    window.pane.select_range(*_range("Ana Kovač"))
    window.press("B")
    assert window.surfaces() == [("ACTOR", "Ana Kovač")]


def _range(words):
    wanted = place(words)
    return wanted.start, wanted.end


def test_b_needs_a_span_and_a_selection(window, flow):
    flow.tag("Critics", "A")
    window.press("B")
    assert "Select the words" in window.bench.status.hint()


def test_a_note_is_written_in_place(window, flow):
    flow.tag("Critics", "A")
    window.press("M")
    field = window.window.focusWidget()
    assert field is flow.flows.spans._note.field
    QTest.keyClicks(field, "Who are they?")
    window.press("Return")
    assert window.pane.hasFocus()
    assert window.view.spans[0].attributes[NOTE.name] == "Who are they?"
    assert window.bench.status.undo_words() == "Undo: write the note on Actor “Critics”"
    window.press("M")
    assert field.toPlainText() == "Who are they?"
    QTest.keyClicks(field, " Really")
    window.press("Shift+Return", "Escape")
    assert window.view.spans[0].attributes[NOTE.name] == "Who are they?"
    window.press("M")
    field.selectAll()
    window.press("Delete", "Return")
    assert NOTE.name not in window.view.spans[0].attributes
    assert window.bench.status.undo_words() == "Undo: take away the note on Actor “Critics”"


def test_leaving_the_note_keeps_it_also_when_the_program_ends(window, flow, project_file):
    flow.tag("Critics", "A")
    window.press("M")
    QTest.keyClicks(window.window.focusWidget(), "Late")
    window.window.close()
    with Project.open(project_file) as project:
        assert project.view(project.article_id("0" * 20)).spans[0].attributes[NOTE.name] == "Late"
