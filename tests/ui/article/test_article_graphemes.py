"""Borders of graphemes, against Qt's own count over the whole text."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QTextBoundaryFinder

from annotation_schema.offsets import Utf16Map
from desktop.core import graphemes

EMOJI = ["\u200d", "\ufe0f", "\U0001f468", "\U0001f3fb", "\U0001f692", "\U0001f1fa", "\U0001f1e6"]
LETTERS = ["a", "B", "e\u0301", "\u0301", "שָׁ", "ك", "क्ष", "\u1112", "\u1161", "\u11ab", "記", "\U00020000"]
PARTS = st.sampled_from([*EMOJI, *LETTERS, " ", ".", "\n", "\r\n", "\u00ad", "\u2028", "\x00"])
TEXT = st.lists(PARTS, max_size=40).map("".join)


def all_borders(text):
    units = Utf16Map(text)
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Grapheme, text)
    found = {0, len(text)}
    at = finder.toNextBoundary()
    while at >= 0:
        found.add(units.to_code_point(at))
        at = finder.toNextBoundary()
    return sorted(found)


def borders_of(text):
    return [p for p in range(len(text) + 1) if graphemes.is_border(text, p)]


@given(TEXT.filter(lambda text: "क" not in text))
def test_borders_are_those_of_the_whole_text(text):
    # Qt 6.11 carries the state of a Devanagari syllable over a space to joiners that follow it later; a short piece of
    # the text does better there, so that the whole text is no measure.
    assert borders_of(text) == all_borders(text)


def test_a_devanagari_syllable_is_one_grapheme():
    text = "कहा क्षत्रिय ने"
    assert [text[a:b] for a, b in pairwise(borders_of(text))] == ["क", "हा", " ", "क्ष", "त्रि", "य", " ", "ने"]


@given(TEXT)
def test_following_visits_every_border_and_preceding_goes_back(text):
    borders = borders_of(text)
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


@given(TEXT, st.integers(0, 80))
def test_floor_and_ceil_are_the_nearest_borders(text, position):
    position = min(position, len(text))
    borders = borders_of(text)
    assert graphemes.floor(text, position) == max(b for b in borders if b <= position)
    assert graphemes.ceil(text, position) == min(b for b in borders if b >= position)


def test_one_fireman_is_one_step():
    text = "x\U0001f468\U0001f3fb\u200d\U0001f692y"
    assert graphemes.following(text, 1) == 5
    assert graphemes.preceding(text, 5) == 1


@pytest.mark.parametrize("text", ["\U0001f1fa\U0001f1e6" * 400, "e" + "\u0301" * 900 + "x", "\U0001f468\u200d" * 300])
def test_long_runs_without_a_plain_letter_end_at_a_border(text):
    at = 0
    while at < len(text):
        following = graphemes.following(text, at)
        assert following > at
        at = following
    assert at == len(text)
