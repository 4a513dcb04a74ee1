"""Borders of characters by Unicode Annex 29, without Qt."""

from __future__ import annotations

import sys
import unicodedata
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core import graphemes

sys.path.insert(0, str(Path(__file__).parents[1] / "schema"))
from adversarial import PIECES

texts = st.lists(st.sampled_from(PIECES) | st.text(max_size=4), max_size=8).map("".join)


def clusters(text: str) -> list[str]:
    borders = [i for i in range(len(text) + 1) if graphemes.is_border(text, i)]
    return [text[a:b] for a, b in pairwise(borders)]


@pytest.mark.parametrize(
    "text",
    [
        "👨🏻‍🚒|a",
        "e\u0301|n\u0303|x",
        "🇺🇦|🇵🇱|🇩|x",
        "🚒|🇺🇦",
        "\r\n|\n|\r|a",
        "\u1100\u1161\u11a8|가|각\u11a8|a",
        "क्ष|त्र|क",
        "1\ufe0f\u20e3|#\ufe0f\u20e3",
        "❤️‍🔥|a",
        "👩‍👩‍👧‍👦|👍🏽",
        "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f|x",
        "ก|นำ|x",
        "\u0600a|b",
        "a\u200d|b",  # a joiner between letters joins to the left only
        "a\u00ad|b".replace("\u00ad", "|\u00ad"),  # a soft hyphen is a control
        "ש\u05b8ׁ|ל",
        "a|\u2028|b",
    ],
)
def test_characters_are_kept_whole(text: str) -> None:
    wanted = text.split("|")
    assert clusters("".join(wanted)) == wanted


@given(texts, st.integers(0, 60))
def test_floor_and_ceil_are_the_nearest_borders(text: str, at: int) -> None:
    at = min(at, len(text))
    low, high = graphemes.floor(text, at), graphemes.ceil(text, at)
    assert low <= at <= high
    assert graphemes.is_border(text, low) and graphemes.is_border(text, high)
    assert not any(graphemes.is_border(text, i) for i in range(low + 1, high) if i != at or low != high)
    if at < len(text):
        assert graphemes.preceding(text, graphemes.following(text, at)) <= at < graphemes.following(text, at)


@given(texts)
def test_a_mark_is_never_alone_after_a_letter(text: str) -> None:
    for i in range(1, len(text)):
        if unicodedata.category(text[i]) == "Mn" and text[i - 1].isalpha():
            assert not graphemes.is_border(text, i)


def test_a_devanagari_syllable_is_one_character() -> None:
    assert clusters("कहा क्षत्रिय ने") == ["क", "हा", " ", "क्ष", "त्रि", "य", " ", "ने"]


@given(texts)
def test_following_visits_every_border_and_preceding_goes_back(text: str) -> None:
    borders = [i for i in range(len(text) + 1) if graphemes.is_border(text, i)]
    at, forward = 0, [0]
    while at < len(text):
        at = graphemes.following(text, at)
        forward.append(at)
    assert forward == borders
    back = [at]
    while at > 0:
        at = graphemes.preceding(text, at)
        back.append(at)
    assert back[::-1] == borders


@pytest.mark.parametrize("text", ["\U0001f1fa\U0001f1e6" * 400, "e" + "\u0301" * 900 + "x", "\U0001f468\u200d" * 300])
def test_long_runs_without_a_plain_letter_end_at_a_border(text: str) -> None:
    at = 0
    while at < len(text):
        following = graphemes.following(text, at)
        assert following > at
        at = following
    assert at == len(text)
