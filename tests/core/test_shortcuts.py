"""Keys of one's own: applied, conflicts refused by name, and never a conflict from a settings file."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core import actions, shortcuts
from desktop.core.actions import ActionSpec, Group, Scope
from desktop.core.resources import default_schema

TABLE = actions.table(default_schema())
BY_ID = {s.id: s for s in TABLE}
KEYS = st.sampled_from(
    ["A", "C", "Shift+C", "Ctrl+K", "ctrl+k", "F9", "Return", "Ctrl+Z", "Ctrl+Shift+Z", "?", "no key"]
)


@pytest.mark.parametrize(
    ("written", "canonical"),
    [
        ("ctrl+shift+z", "Ctrl+Shift+Z"),
        ("Shift+Ctrl+z", "Ctrl+Shift+Z"),
        ("Ctrl++", "Ctrl++"),
        ("+", "+"),
        (",", ","),
        ("escape", "Esc"),
        ("Delete", "Del"),
        ("f12", "F12"),
        ("Enter", "Enter"),
        ("", ""),
        ("Ctrl", ""),
        ("Ctrl+Ctrl+A", ""),
        ("Hyper+A", ""),
        ("Ctrl+K, Ctrl+C", ""),
        ("F99", ""),
    ],
)
def test_one_form_for_all_ways_to_write_a_chord(written, canonical):
    assert shortcuts.canonical(written) == canonical


def test_no_key_of_the_table_would_be_refused():
    for spec in TABLE:
        for key in spec.shortcuts:
            assert shortcuts.refusal(TABLE, spec, key) == "", spec.id


def test_a_conflict_is_refused_with_the_other_commands_name():
    undo, word = BY_ID["edit.undo"], BY_ID["select.word"]
    assert shortcuts.refusal(TABLE, undo, "Ctrl+O") == "Ctrl O is the key of “Open project” already."
    assert shortcuts.refusal(TABLE, word, "c") == "C is the key of a label: “Tag as Claim”."
    assert shortcuts.refusal(TABLE, word, "shift+ctrl+Z") == "Ctrl Shift Z is the key of “Redo” already."
    assert "needed for typing" in shortcuts.refusal(TABLE, undo, "U")
    assert "needed for typing" in shortcuts.refusal(TABLE, undo, "Backspace")
    assert "cannot be" not in shortcuts.refusal(TABLE, undo, "F9")
    assert "not a key" in shortcuts.refusal(TABLE, undo, "Ctrl+")
    assert shortcuts.refusal(TABLE, undo, "Ctrl+Z") == ""  # its own


def test_two_panes_may_use_one_key_and_the_window_shares_its_keys_with_all():
    one = ActionSpec("a", "One", Group.EDIT, ("J",), Scope.ARTICLE)
    everywhere = ActionSpec("b", "Two", Group.EDIT, ("Ctrl+J",))
    assert shortcuts.meet(one, everywhere)
    assert shortcuts.meet(one, replace(one, id="c"))
    assert shortcuts.owner([one, everywhere], replace(one, id="c"), "ctrl+j") is everywhere


def test_keys_are_laid_over_the_table():
    changed = {s.id: s for s in shortcuts.apply(TABLE, {"edit.undo": ("F9", "Ctrl+U"), "file.quit": ()})}
    assert changed["edit.undo"].shortcuts == ("F9", "Ctrl+U")
    assert changed["file.quit"].shortcuts == ()
    assert [s.id for s in shortcuts.apply(TABLE, {"edit.undo": ("F9",)})] == [s.id for s in TABLE]
    assert shortcuts.apply(TABLE, {"no.such": ("F9",)}) == TABLE


def test_the_users_key_goes_before_a_default_one_and_a_labels_before_both():
    changed = {s.id: s for s in shortcuts.apply(TABLE, {"edit.undo": ("Ctrl+O",), "select.word": ("C", "F8")})}
    assert changed["edit.undo"].shortcuts == ("Ctrl+O",)
    assert changed["file.open"].shortcuts == ()
    assert changed["select.word"].shortcuts == ("F8",)
    assert changed["tag.CLAIM"].shortcuts == ("C",)


def test_the_tables_own_keys_need_no_place_in_the_settings():
    keys = shortcuts.changed({}, TABLE, "edit.undo", ("F9",))
    assert keys == {"edit.undo": ("F9",)}
    assert shortcuts.changed(keys, TABLE, "edit.undo", ("Ctrl+Z",)) == {}
    assert shortcuts.changed(keys, TABLE, "file.quit", ()) == {"edit.undo": ("F9",), "file.quit": ()}


@given(st.dictionaries(st.sampled_from(sorted(BY_ID)), st.lists(KEYS, max_size=3).map(tuple), max_size=12))
def test_whatever_the_settings_hold_there_is_no_conflict(overrides):
    found = shortcuts.apply(TABLE, overrides)
    assert actions.conflicts(found) == []
    assert [s.id for s in found] == [s.id for s in TABLE]
    for spec in found:
        assert all(shortcuts.refused_kind(spec, key) == "" for key in spec.shortcuts)


def cue_schema():
    """The shipped schema with the label switched on whose key is that of “Select the quotation” otherwise."""
    schema = default_schema()
    return replace(schema, labels=tuple(replace(x, enabled=True) for x in schema.labels))


def test_a_label_that_is_switched_on_takes_its_key_and_the_other_command_says_so():
    off = {s.id: s for s in TABLE}
    assert off["select.quotation"].shortcuts == ("Q", '"')
    assert (off["select.quotation"].lost, "tag.CUE" in off) == ((), False)
    on = {s.id: s for s in actions.table(cue_schema())}
    assert on["tag.CUE"].shortcuts == ("Q",)
    assert on["select.quotation"].shortcuts == ('"',)
    assert on["select.quotation"].explained == (
        "Around the caret, without quote marks. Q is the key of “Tag as Cue” here."
    )
    assert actions.conflicts(on.values()) == []
    refused = shortcuts.refusal(on.values(), on["select.quotation"], "q")
    assert refused == "Q is the key of a label: “Tag as Cue”."


def test_a_key_comes_back_where_the_label_got_another_one():
    table = actions.table(cue_schema())
    found = {s.id: s for s in shortcuts.apply(table, {"tag.CUE": ("K",)})}
    assert found["tag.CUE"].shortcuts == ("K",)
    assert found["select.quotation"].shortcuts == ("Q", '"')
    assert found["select.quotation"].lost == ()
    assert actions.conflicts(found.values()) == []


def test_a_key_of_ones_own_that_a_label_has_is_told_of_not_hidden():
    found = {s.id: s for s in shortcuts.apply(actions.table(cue_schema()), {"select.word": ("Q", "W")})}
    assert found["select.word"].shortcuts == ("W",)
    assert found["select.word"].lost == (("Q", "Tag as Cue"),)
    assert found["select.word"].explained == "Under the caret. Q is the key of “Tag as Cue” here."
    taken = {s.id: s for s in shortcuts.apply(TABLE, {"select.sentence": ("W",)})}
    assert taken["select.word"].lost == (("W", "Select the sentence"),)


def test_two_ways_to_write_a_chord_are_one_key_for_the_check_at_the_start():
    specs = [
        ActionSpec("a", "One", Group.EDIT, ("Ctrl+Shift+Z",)),
        ActionSpec("b", "Two", Group.EDIT, ("shift+ctrl+z",)),
    ]
    assert len(actions.conflicts(specs)) == 1


def test_a_command_named_twice_for_one_key_has_lost_nothing():
    found = {s.id: s for s in shortcuts.apply(TABLE, {"select.word": ("W", "w")})}
    assert (found["select.word"].shortcuts, found["select.word"].lost) == (("W",), ())
