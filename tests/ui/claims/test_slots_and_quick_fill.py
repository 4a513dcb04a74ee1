"""Slots by digit and quick fill by real key presses; the picker; likely claims; what is remembered."""

from __future__ import annotations

import pytest
from claims_driver import BRIDGE, FALL

from desktop.core import gestures
from desktop.core.project import Project


def test_a_value_by_digit_or_letter(claims, window):
    claim = claims.tag(FALL, "C")
    window.press("5")
    assert claims.fill.picker.isVisible()
    assert not claims.pane.hasFocus()
    window.press("4")
    assert claims.span(claim).attributes == {"kind": "prediction"}
    assert claims.pane.hasFocus()
    window.press("5", "E")
    assert claims.span(claim).attributes == {"kind": "evaluation"}
    assert window.bench.status.undo_words().startswith("Undo: set kind of Claim")
    assert window.surfaces() == [("CLAIM", FALL)]  # the letter tagged nothing


def test_arrows_and_enter_and_backspace(claims, window):
    claim = claims.tag(FALL, "C")
    window.press("8", "Down", "Return")
    assert claims.span(claim).attributes == {"stance": "oppose"}
    window.press("8", "Backspace")
    assert claims.span(claim).attributes == {}
    assert claims.fill.picker.isVisible()
    window.press("Escape")
    assert not claims.fill.picker.isVisible()
    assert claims.pane.hasFocus()


def test_typing_finds_in_a_codebook(claims, window):
    claim = claims.tag(FALL, "C")
    window.press("7", *"asyl")
    window.press("Return")
    assert claims.span(claim).attributes == {"category": ("migration/asylum",)}
    assert window.stored() == window.view


def test_several_values_with_shift_and_those_used_here_first(claims, window):
    first = claims.tag(FALL, "C")
    window.press("7", *"asyl", "Shift+Return", *"rail", "Return")
    assert claims.span(first).attributes == {"category": ("migration/asylum", "transport/rail")}
    second = claims.tag(BRIDGE, "C")
    window.press("7")
    offered = claims.fill.picker.offered()
    assert set(offered[:2]) == {"migration/asylum", "transport/rail"}
    window.press("2")
    assert claims.span(second).attributes == {"category": (offered[1],)}
    window.press("7", *"rail", "Shift+Return") if offered[1] == "transport/rail" else window.press(
        "7", *"asyl", "Shift+Return"
    )
    assert claims.span(second).attributes == {}
    window.press("Escape")


def test_yes_or_no_is_turned_over_at_once(claims, window):
    claim = claims.tag(FALL, "C")
    window.press("9")
    assert claims.span(claim).attributes == {"negated": True}
    window.press("9")
    assert claims.span(claim).attributes == {}


def test_text_and_numbers_are_typed(claims, window):
    window.select("Zagreb")
    window.press("L", "2", *"3186886", "Return")
    span = window.view.spans[0]
    assert span.attributes["geonames_id"] == 3186886
    window.press("2", "X", "Return")
    assert claims.fill.picker.isVisible()  # “x” is no number and is not kept
    window.press("Escape")
    assert window.view.spans[0].attributes["geonames_id"] == 3186886


def test_a_digit_without_a_slot_says_so(claims, window):
    window.select("Ana Kovač")
    window.press("A", "9")
    assert claims.hint() == "This card has no slot 9."


def test_a_motion_closes_the_list_and_moves_the_caret(claims, window):
    claims.tag(FALL, "C")
    caret = claims.pane.caret()
    window.press("5", "Right")
    assert not claims.fill.picker.isVisible()
    assert claims.pane.hasFocus()
    assert claims.pane.caret() > caret


def test_quick_fill_goes_from_slot_to_slot_by_one_key_each(claims, window):
    claim = claims.tag(FALL, "C")
    window.press("F")
    assert claims.asked == "Kind"
    window.press("P")
    assert claims.asked == "Claimant"
    assert "Tab skips" in claims.hint()
    window.press(claims.letter("Ivo Horvat"))
    assert claims.asked == "Stance"
    window.press("Tab")
    assert claims.asked == "Category"
    window.press("Shift+Tab")
    assert claims.asked == "Stance"
    window.press("O")
    assert claims.asked == "Category"
    window.press(*"rail", "Return")
    assert claims.asked == ""
    assert claims.pane.hasFocus()
    assert claims.span(claim).attributes == {"kind": "prediction", "stance": "oppose", "category": ("transport/rail",)}
    assert claims.linked(claim) == {"CLAIMANT": ["Ivo Horvat"]}
    assert claims.hint() == "C1: all filled in."
    for _ in range(4):
        window.press("Ctrl+Z")
    assert claims.span(claim).attributes == {}
    assert window.view.relations == ()


def test_quick_fill_asks_only_for_what_is_missing_and_escape_ends_it(claims, window):
    claims.tag(FALL, "C")
    window.press("5", "P", "1", "1", "F")
    assert claims.asked == "Stance"
    window.press("Escape")
    assert claims.asked == ""
    window.press("F", "S", "Escape")
    assert claims.asked == ""
    window.press("F", *"rail", "Return", "F")
    assert claims.hint().startswith("Nothing is missing on C1")


def test_a_claim_just_tagged_is_asked_about_when_the_setting_is_on(claims, window):
    claims.set_quick_fill(True)
    claim = claims.tag(FALL, "C")
    assert claims.asked == "Kind"
    window.press("P", "1", "Tab", "Tab")
    assert claims.asked == ""
    assert claims.span(claim).attributes == {"kind": "prediction", "claimant": "AUTHOR"}
    assert claims.hint() == "C1: stance, category left open; F asks again."
    claims.tag("Critics", "A")
    assert claims.asked == ""


def test_undo_while_asking(claims, window):
    claims.set_quick_fill(True)
    claims.tag(FALL, "C")
    window.press("P")
    window.press("Ctrl+Z")
    assert claims.asked == "Claimant"
    window.press("Ctrl+Z")
    assert claims.asked == ""
    assert window.view.spans == ()


def test_tagging_on_without_answering(claims, window):
    claims.set_quick_fill(True)
    claims.tag(FALL, "C")
    claims.tag(BRIDGE, "C")
    assert len(window.view.spans) == 2
    assert claims.asked == "Kind"
    window.press("N")
    assert claims.asked == "Kind"  # N is typed into the list, where it means nothing
    window.press("Escape", "N")
    assert claims.asked == ""
    assert window.view.spans == ()


def test_v_goes_to_likely_claims_and_c_tags_them(claims, window):
    def selected() -> str:
        found = claims.pane.selection()
        return claims.text[found.start : found.end]

    window.press("Ctrl+Home", "V")
    assert selected() == "Old bridge is safe"  # the headline: “…, says mayor”
    window.press("V")
    assert selected() == BRIDGE
    window.press("V")
    assert selected() == "nobody 👨🏻‍🚒 should cross it in Zagreb"
    window.press("V")
    assert selected() == FALL
    assert claims.hint() == "C tags it as Claim, V goes on to the next"
    window.press("C", "V", "V")
    assert selected() == BRIDGE  # from the beginning again, without what is tagged
    window.press("Shift+V")
    assert selected() == "Old bridge is safe"
    window.press("C", "V", "C", "V", "C", "V")
    assert claims.hint() == "There is no other quotation or reported clause to tag here."
    assert len(window.view.spans) == 4


def test_what_was_done_last_is_remembered_with_the_project(start, project_file):
    one = start(project_file)
    one.select("Zagreb")
    one.press("L")
    one.window.close()
    with Project.open(project_file) as project:
        kept = project.setting(f"memory.{project.annotator.id}")
    assert '"LOCATION"' in kept
    two = start(project_file)
    assert two.bench.controller.memory == gestures.Memory("LOCATION")


@pytest.mark.parametrize("key", ["1", "5", "F"])
def test_nothing_is_asked_of_the_past_or_without_a_span(claims, window, key):
    window.press("Ctrl+Home", "Escape", key)
    assert claims.asked == ""
    claims.tag(FALL, "C")
    claims.bench.controller.show_past(window.view, "as it was")
    window.press(key)
    assert claims.asked == ""
    claims.bench.controller.show_now()
