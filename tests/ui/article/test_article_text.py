"""The text as it is laid out: placeholders, directions, and how an article falls into blocks."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core import graphemes
from desktop.ui.article.display_text import displayed, has_mixed_direction, runs_right_to_left
from desktop.ui.article.text_layout import PIECE, Kind, split_article

TEXT = st.text(st.characters(codec=None), max_size=80)
LINES = st.text(st.sampled_from("ab \t\n\r.e\u0301\U0001f1fa\U0001f468\u200d\u00a0א"), max_size=60)


def utf16_length(text):
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


@given(TEXT)
def test_what_is_shown_is_as_long_as_the_text(text):
    shown = displayed(text)
    assert len(shown) == len(text)
    assert utf16_length(shown) == utf16_length(text)
    for a, b in zip(text, shown, strict=True):
        assert utf16_length(a) == utf16_length(b)


@pytest.mark.parametrize(
    "character", ["\u2028", "\u2029", "\x00", "\x0b", "\x0c", "\x85", "\x1b", "\ufffc", "\r", "\x7f"]
)
def test_what_would_break_a_line_or_has_no_glyph_has_a_placeholder(character):
    shown = displayed(f"a{character}b")
    assert shown[0] == "a"
    assert shown[2] == "b"
    assert shown[1] != character
    assert shown[1].isprintable()


@pytest.mark.parametrize(
    "text", ["plain", "a\u00a0b", "soft\u00adhyphen", "a\u200bb", "שלום", "a\tb", "\U0001f468\u200d\U0001f692"]
)
def test_everything_else_is_shown_as_it_is(text):
    assert displayed(text) == text


@pytest.mark.parametrize(
    ("text", "right_to_left", "mixed"),
    [
        ("Kyiv", False, False),
        ("2025 שלום", True, True),
        ("“قال", True, True),
        ("Kyiv שלום", False, True),
        ("café 記者", False, False),
        ("123", False, False),
    ],
)
def test_direction_is_that_of_the_first_strong_letter(text, right_to_left, mixed):
    assert runs_right_to_left(text) is right_to_left
    assert has_mixed_direction(text) is mixed


@given(LINES)
def test_pieces_hold_every_letter_once_and_no_line_feed(text):
    pieces = split_article(text)
    held = [i for p in pieces for i in range(p.start, p.end)]
    assert held == sorted(set(held))
    assert not any(text[i] == "\n" for i in held)
    assert all(text[i] in " \t\r\n" for i in set(range(len(text))) - set(held))


def test_blank_lines_are_counted_and_belong_to_no_piece():
    pieces = split_article("\none\n\n\n \ntwo\nthree\n")
    assert [(p.start, p.end, p.blanks) for p in pieces] == [(1, 4, 1), (9, 12, 3), (13, 18, 0)]


def test_a_carriage_return_before_the_line_feed_is_not_a_place_for_the_caret():
    assert [(p.start, p.end) for p in split_article("one\r\ntwo\r\n")] == [(0, 3), (5, 8)]


@pytest.mark.parametrize(
    ("text", "title", "headline"),
    [
        ("Storm hits\n\nIt rained.", "Storm hits", 1),
        ("Storm hits\r\n\r\nIt rained.", "Storm hits", 1),
        ("\n Storm hits\nIt rained.", "Storm hits", 1),
        ("Storm hits coast\nIt rained.", "Storm hits", 0),
        ("It rained.\nStorm hits", "Storm hits", 0),
        ("Storm hits\nIt rained.", "", 0),
        ("Storm\nhits\nIt rained.", "Storm\nhits", 2),
        ("Storm hits", "Storm hits", 1),
    ],
)
def test_the_headline_is_the_title_at_the_beginning(text, title, headline):
    assert sum(p.kind is Kind.HEADLINE for p in split_article(text, title)) == headline


@pytest.mark.parametrize("unit", ["word ", "x", "e\u0301", "\U0001f468\u200d\U0001f692", " \u0301"])
def test_a_long_paragraph_is_cut_between_characters(unit):
    text = "Ab " + unit * (3 * PIECE // len(unit)) + "\nnext"
    pieces = split_article(text)
    assert [p.joined for p in pieces] == [False] + [True] * (len(pieces) - 2) + [False]
    assert len(pieces) >= 4
    for before, after in pairwise(pieces):
        assert before.end - before.start <= PIECE
        if after.joined:
            assert before.end == after.start
            assert graphemes.is_border(text, after.start)


def test_a_cut_falls_behind_a_space_if_there_is_one():
    text = "word " * 5000
    assert all(text[p.start - 1] == " " for p in split_article(text) if p.joined)
