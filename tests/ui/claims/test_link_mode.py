"""Link mode by real key presses: two presses a link, suggestions and words not yet tagged included."""

from __future__ import annotations

import pytest
from claims_driver import BRIDGE, FALL
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from annotation_schema.model import OriginKind


def test_two_presses_link_and_leave_the_mode(claims, window):
    claims.tag("Ana Kovač", "A")
    claims.tag("Critics", "A")
    claim = claims.tag(BRIDGE, "C")
    window.press("1")
    assert claims.hint().startswith("Linking C1 → Claimant: press the letter shown on a mention")
    assert "1 author" in claims.hint() and "Esc to stop" in claims.hint()
    window.press(claims.letter("Ana Kovač"))
    assert claims.linked(claim) == {"CLAIMANT": ["Ana Kovač"]}
    assert claims.pane.hints == {}
    assert claims.hint() == ""
    assert claims.pane.current == claim
    assert window.bench.status.undo_words().startswith("Undo: link ")


def test_shift_links_and_stays_for_several(claims, window):
    claims.tag("Critics", "A")
    claim = claims.tag(BRIDGE, "C")
    window.press("1")
    window.press(f"Shift+{claims.letter('Critics')}")
    assert claims.linked(claim) == {"CLAIMANT": ["Critics"]}
    assert "Critics" not in hinted(claims)
    window.press(claims.letter("Ivo Horvat"))
    assert claims.linked(claim) == {"CLAIMANT": ["Critics", "Ivo Horvat"]}
    assert claims.pane.hints == {}


def hinted(claims):
    view = claims.window.view
    items = {x.id: claims.text[x.start : x.end] for x in (*view.spans, *view.suggestions)}
    return [items[x] for x in claims.pane.hints]


def test_a_suggestion_is_accepted_by_linking_to_it_in_one_step(claims, window):
    claim = claims.tag(FALL, "C")
    window.press("1")
    window.press(claims.letter("Ivo Horvat"))
    assert claims.linked(claim) == {"CLAIMANT": ["Ivo Horvat"]}
    actor = next(s for s in window.view.spans if s.label == "ACTOR")
    assert actor.origin.kind is OriginKind.SUGGESTION
    assert len(window.view.suggestions) == 4
    window.press("Ctrl+Z")
    assert len(window.view.suggestions) == 5
    assert [s.label for s in window.view.spans] == ["CLAIM"]


def test_enter_takes_the_likeliest(claims, window):
    claim = claims.tag(FALL, "C")
    window.press("1", "Return")
    assert claims.linked(claim) == {"CLAIMANT": ["Ivo Horvat"]}


@pytest.mark.parametrize(("key", "value"), [("1", "AUTHOR"), ("2", "IMPLICIT")])
def test_values_that_stand_for_a_claimant_have_one_key_each(claims, window, key, value):
    claim = claims.tag(FALL, "C")
    window.press("1", key)
    assert claims.span(claim).attributes["claimant"] == value
    assert claims.pane.hints == {}


def test_words_that_are_not_tagged_yet_are_tagged_and_linked_in_one_step(claims, window):
    claim = claims.tag(FALL, "C")
    window.press("2")
    claims.pane.set_caret(claims.text.index("Critics"))
    window.press("Shift+Right")
    assert "Enter or A tags the selected words" in claims.hint()
    assert claims.pane.hints == {}
    window.press("Return")
    assert claims.linked(claim) == {"ADDRESSEE": ["Critics"]}
    assert claims.pane.current == claim
    window.press("Ctrl+Z")
    assert [s.label for s in window.view.spans] == ["CLAIM"]


def test_a_label_key_says_what_the_selected_words_are(claims, window):
    claim = claims.tag(FALL, "C")
    window.press("3")  # the object: an actor or a location
    claims.pane.set_caret(claims.text.index("Critics"))
    window.press("Shift+Right", "L")
    assert claims.linked(claim) == {"OBJECT": ["Critics"]}
    assert ("LOCATION", "Critics") in window.surfaces()


def test_letters_are_swallowed_only_in_link_mode(claims, window):
    claim = claims.tag(FALL, "C")
    window.press("1")
    unused = next(x for x in "zxbn" if x not in claims.pane.hints.values())
    window.press(unused.upper())
    assert claims.pane.hints
    window.press("Escape")
    assert claims.pane.hints == {}
    assert claims.pane.current == claim
    window.press("Right", "A")
    assert ("ACTOR", "will") in window.surfaces()


def test_a_click_on_a_mention_links(claims, window):
    claims.tag("Critics", "A")
    claim = claims.tag(FALL, "C")
    window.press("1")
    rect = claims.pane.item_rects(next(s.id for s in window.view.spans if s.label == "ACTOR"))[0]
    QTest.mouseClick(claims.pane.viewport(), Qt.MouseButton.LeftButton, pos=rect.center().toPoint())
    assert claims.linked(claim) == {"CLAIMANT": ["Critics"]}
    assert claims.pane.current == claim


def test_a_click_on_a_letter_links_and_one_beside_changes_nothing(claims, window):
    claim = claims.tag(FALL, "C")
    window.press("1")
    QTest.mouseClick(claims.pane.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(30, 300))
    assert claims.pane.current == claim
    badge = next(b for b in claims.pane.badges() if b.letter == claims.letter("Ivo Horvat"))
    QTest.mouseClick(claims.pane.viewport(), Qt.MouseButton.LeftButton, pos=badge.rect.center().toPoint())
    assert claims.linked(claim) == {"CLAIMANT": ["Ivo Horvat"]}


def test_backspace_takes_away_the_link_made_last(claims, window):
    claim = claims.tag(FALL, "C")
    window.press("1", "Return", "1", "Backspace")
    assert claims.linked(claim) == {}
    assert "Ivo Horvat" in hinted(claims)
    window.press("1")
    window.press("1", "Backspace")
    assert "claimant" not in claims.span(claim).attributes


def test_another_digit_goes_to_another_slot(claims, window):
    claims.tag(FALL, "C")
    window.press("2")
    assert "Addressee" in claims.hint()
    window.press("4")
    assert "Place" in claims.hint()
    assert set(hinted(claims)) <= {"Monday", "Zagreb", "Split"}


def test_the_mode_ends_where_the_claim_is_no_longer_current(claims, window):
    claims.tag(FALL, "C")
    for key in ("]", "Delete", "Ctrl+Z"):
        claims.go(next(s.id for s in window.view.spans if s.label == "CLAIM"))
        window.press("2")
        assert claims.fill.links.kind is not None
        window.press(key)
        assert claims.fill.links.kind is None, key
        assert claims.asked == ""
        if key == "Delete":
            window.press("Ctrl+Z")
        elif key == "Ctrl+Z":
            window.press("Ctrl+Y")


def test_the_mode_ends_when_the_keyboard_goes_elsewhere(claims, window):
    claims.tag(FALL, "C")
    window.press("1", "Ctrl+F")
    assert claims.fill.links.kind is None
    assert claims.pane.hints == {}
    window.press("X")
    assert window.bench.queue.search.text() == "x"


def test_links_of_the_current_item_are_given_to_the_pane(claims, window):
    claim = claims.tag(FALL, "C")
    window.press("1", "Return")
    actor = next(s.id for s in window.view.spans if s.label == "ACTOR")
    assert [(p.item, p.role) for p in claims.pane.linked_items(claim)] == [(actor, "Claimant")]
    assert [(p.item, p.role) for p in claims.pane.linked_items(actor)] == [(claim, "Claimant")]
