"""Code points, UTF-16 and UTF-8: the same place in the same text, whatever is in it."""

from __future__ import annotations

from bisect import bisect_right
from itertools import pairwise

import pytest
from adversarial import FIREMAN, texts
from hypothesis import given
from hypothesis import strategies as st

from annotation_schema.model import Fragment
from annotation_schema.offsets import Utf8Map, Utf16Map, display_surface, hull, merge, overlap, surface

any_fragments = st.lists(
    st.tuples(st.integers(0, 30), st.integers(1, 6)).map(lambda p: Fragment(p[0], p[0] + p[1])), max_size=6
)


def covered(parts) -> set[int]:
    return {i for f in parts for i in range(f.start, f.end)}


# -- fragments


@given(any_fragments)
def test_merging_keeps_exactly_the_covered_characters_in_order_with_gaps(parts):
    merged = merge(parts)
    assert covered(merged) == covered(parts)
    assert all(a.end < b.start for a, b in pairwise(merged))
    assert merge(merged) == merged


def test_touching_fragments_become_one():
    assert merge([Fragment(5, 8), Fragment(0, 5)]) == (Fragment(0, 8),)
    assert merge([Fragment(0, 5), Fragment(6, 8)]) == (Fragment(0, 5), Fragment(6, 8))


@given(any_fragments.filter(bool))
def test_the_hull_reaches_from_the_first_to_the_last_character(parts):
    assert hull(parts) == Fragment(min(covered(parts)), max(covered(parts)) + 1)


def test_nothing_has_no_hull():
    with pytest.raises(ValueError, match="at least one"):
        hull([])


@given(any_fragments, any_fragments)
def test_spans_overlap_if_and_only_if_they_share_a_character(first, second):
    assert overlap(merge(first), merge(second)) == bool(covered(first) & covered(second))


def test_a_span_in_the_gap_of_another_does_not_overlap_it():
    assert not overlap((Fragment(0, 3), Fragment(10, 12)), (Fragment(4, 9),))


def test_the_surface_of_an_interrupted_quote():
    text = f"“No,” {FIREMAN} said, “never.”"
    parts = (Fragment(0, 5), Fragment(17, 25))
    assert surface(text, parts) == "“No,”\x1f“never.”"
    assert display_surface(text, parts) == "“No,” … “never.”"


# -- UTF-16 and UTF-8


def expected(text: str, encoding: str, unit: int) -> list[int]:
    """Position of every character and of the end, counted one character at a time."""
    positions = [0]
    for character in text:
        positions.append(positions[-1] + len(character.encode(encoding, "surrogatepass")) // unit)
    return positions


@given(texts)
def test_utf16_positions_are_right_at_every_character(text):
    positions = expected(text, "utf-16-le", 2)
    units = Utf16Map(text)
    assert [units.to_utf16(i) for i in range(len(text) + 1)] == positions
    assert units.utf16_length == positions[-1]
    back = [units.to_code_point(u) for u in range(positions[-1] + 1)]
    assert back == [bisect_right(positions, u) - 1 for u in range(positions[-1] + 1)]
    assert units.is_identity == (positions[-1] == len(text))


@given(texts | texts.map(lambda t: t * 40))
def test_utf8_positions_are_right_at_every_character(text):
    positions = expected(text, "utf-8", 1)
    units = Utf8Map(text)
    assert [units.to_utf8(i) for i in range(len(text) + 1)] == positions
    assert units.utf8_length == positions[-1]
    back = [units.to_code_point(u) for u in range(positions[-1] + 1)]
    assert back == [bisect_right(positions, u) - 1 for u in range(positions[-1] + 1)]
    assert units.is_identity == text.isascii()


def test_a_place_inside_an_emoji_is_where_the_emoji_starts():
    assert Utf16Map("a👩b").to_code_point(2) == 1
    assert [Utf8Map("a👩b").to_code_point(u) for u in range(7)] == [0, 1, 1, 1, 1, 2, 3]


def test_a_selection_after_a_fireman_is_where_qt_says():
    text = f"{FIREMAN} firemen drive firetrucks"
    units = Utf16Map(text)
    start = text.index("firemen")
    assert (start, units.to_utf16(start)) == (5, 8)


@pytest.mark.parametrize("kind", [Utf16Map, Utf8Map])
@pytest.mark.parametrize("position", [-1, 4])
def test_a_position_outside_the_text_is_refused(kind, position):
    with pytest.raises(ValueError, match="outside the text"):
        kind("abc").to_code_point(position)


def test_two_megabytes_are_mapped():
    plain = "Der Fluss führt Hochwasser. " * 75_000
    with_emoji = f"The {FIREMAN} drove. " * 120_000
    for text in (plain, with_emoji):
        units = Utf16Map(text)
        places = range(0, len(text), len(text) // 10_000)
        assert all(units.to_code_point(units.to_utf16(i)) == i for i in places)


def test_a_text_without_emoji_costs_no_memory():
    units = Utf16Map("Der Fluss führt Hochwasser. " * 75_000)
    assert units.is_identity
    assert len(units._astral) == 0
    assert len(Utf16Map("ü👩" * 1000)._astral) == 1000
