"""The rules for a span's borders, on news text and on texts that have broken such rules before."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotation_schema.model import Fragment
from annotation_schema.offsets import merge
from desktop.core import borders, graphemes
from desktop.core.borders import ALL, NONE, BorderRules
from desktop.core.resources import default_schema

sys.path.insert(0, str(Path(__file__).parents[1] / "schema"))
from adversarial import PIECES

marks = st.sampled_from([*"“”„‟«»‹›‘’‚「」『』\"'`.,;:!?…()[]-–— ", "U.S.", "Inc.", "’s", "farmers’", "\r\n", "\u0301"])
texts = st.lists(st.sampled_from(PIECES) | marks | st.text(max_size=3), max_size=12).map("".join)
rules = st.builds(BorderRules, st.booleans(), st.booleans(), st.booleans(), st.booleans())


@st.composite
def stretches(draw: st.DrawFn) -> tuple[str, int, int]:
    text = draw(texts)
    a, b = draw(st.integers(0, len(text))), draw(st.integers(0, len(text)))
    return text, min(a, b), max(a, b)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (" Kyiv, ", "Kyiv"),
        ("“We wait,”", "We wait"),
        ("„Wir warten“", "Wir warten"),
        ("«Мы ждём».", "Мы ждём"),
        ("»Wir warten«", "Wir warten"),
        ("「待つ。」", "待つ"),
        ("“No” and “yes”", "“No” and “yes”"),
        ("“No” and yes”", "“No” and yes"),
        ("“We wait,” she said", "“We wait,” she said"),
        ('"We wait"', "We wait"),
        ('"No" and "yes"', '"No" and "yes"'),
        ("the farmers’", "the farmers’"),
        ("‘the farmers’", "the farmers"),
        ("’tis late", "’tis late"),
        ("'Yes,' he said", "'Yes,' he said"),
        ("'Kyiv's mayor'", "Kyiv's mayor"),
        ("the U.S.", "the U.S."),
        ("Northline Inc.", "Northline Inc."),
        ("he said no.", "he said no"),
        ("at 5 p.m.", "at 5 p.m."),
        ("vitamin C.", "vitamin C"),
        ("“Really?!”", "Really"),
        ("(BBC)", "(BBC)"),
        ("BBC)", "BBC"),
        ("(BBC", "BBC"),
        ("pre-", "pre-"),
        ("— he said —", "he said"),
        ("قال الرئيس،", "قال الرئيس"),
        ("…", ""),
        ("” ”", ""),
        ("", ""),
        ("we hope.” ", "we hope"),
        ("\u00a0Kyiv\u2028", "Kyiv"),
    ],
)
def test_what_is_cut_off(before: str, after: str) -> None:
    start, end = borders.trim(before, 0, len(before))
    assert before[start:end] == after


def test_initials_keep_their_point_within_a_sentence() -> None:
    for text, wanted in (
        ("Ann J. said", "Ann J."),
        ("Ann J., who", "Ann J."),
        ("by Ann J. Then", "by Ann J"),
    ):
        start, end = borders.trim(text, 0, text.index(".") + 1)
        assert text[start:end] == wanted


@pytest.mark.parametrize(
    ("off", "after"),
    [("space", " “Kyiv.” "), ("quotes", "“Kyiv.”"), ("punctuation", "Kyiv."), ("words", "Kyiv")],
)
def test_each_rule_can_be_switched_off(off: str, after: str) -> None:
    text = " “Kyiv.” "
    start, end = borders.trim(text, 0, len(text), replace(ALL, **{off: False}))
    assert text[start:end] == after


def test_words_are_taken_in_whole_where_the_label_asks_for_it() -> None:
    label = default_schema().labels[0]
    text = "the ex-minister’s plan"
    assert borders.tidy(text, 8, 10, replace(label, snap_to_tokens=True)) == Fragment(7, 15)
    assert borders.tidy(text, 6, 9, replace(label, snap_to_tokens=False)) == Fragment(6, 9)
    assert borders.tidy(text, 6, 9, label, BorderRules(words=False)) == Fragment(6, 9)
    assert borders.tidy(text, 3, 4, label) is None


@given(stretches(), rules)
def test_trimming_is_final_and_stays_inside(stretch: tuple[str, int, int], on: BorderRules) -> None:
    text, a, b = stretch
    start, end = borders.trim(text, a, b, on)
    if start < end:
        assert graphemes.floor(text, a) <= start and end <= graphemes.ceil(text, b)
        assert borders.trim(text, start, end, on) == (start, end)
    else:
        left = text[graphemes.floor(text, a) : graphemes.ceil(text, b)] if a < b else ""
        assert not any(c.isalnum() for c in left)


@given(stretches(), rules)
def test_no_character_is_split(stretch: tuple[str, int, int], on: BorderRules) -> None:
    text, a, b = stretch
    for found in (borders.trim(text, a, b, on), borders.trim(text, a, b, NONE)):
        assert found[0] == found[1] or all(graphemes.is_border(text, at) for at in found)
    tidied = borders.tidy(text, a, b, None, on)
    if tidied is not None:
        assert graphemes.is_border(text, tidied.start) and graphemes.is_border(text, tidied.end)
        assert tidied.end <= len(text)


@given(stretches())
def test_with_all_rules_no_white_space_is_left_at_the_ends(stretch: tuple[str, int, int]) -> None:
    text, a, b = stretch
    start, end = borders.trim(text, a, b)
    if start < end:
        for cluster in (
            text[start : graphemes.following(text, start)],
            text[graphemes.preceding(text, end) : end],
        ):
            assert not cluster.isspace()


@given(stretches())
def test_fragments_stay_in_order(stretch: tuple[str, int, int]) -> None:
    text, a, b = stretch
    pieces = [Fragment(i, min(i + 3, b)) for i in range(a, b, 5) if i < min(i + 3, b)]
    found = borders.tidy_all(text, pieces)
    assert merge(found) == found


def test_a_long_text_without_spaces_is_quick() -> None:
    text = "“" + "x" * 2_000_000 + ".”"
    assert borders.trim(text, 0, len(text)) == (1, len(text) - 2)
