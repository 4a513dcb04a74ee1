"""Motions of the caret over the text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotation_schema.model import Fragment
from desktop.core import graphemes
from desktop.ui.article.caret import BACKWARD, ON_SCREEN, Caret, Motion, text_motion

IN_TEXT = sorted(set(Motion) - ON_SCREEN)
PARTS = st.sampled_from(
    [
        "ab",
        "C",
        " ",
        ". ",
        "\n",
        "\n\n",
        "e\u0301",
        "\U0001f468\u200d\U0001f692",
        "\U0001f1fa\U0001f1e6",
        "“x”",
        "שָׁ",
        "\u2028",
    ]
)
TEXT = st.lists(PARTS, max_size=30).map("".join)


@given(TEXT, st.sampled_from(IN_TEXT), st.booleans(), st.integers(0, 90), st.integers(0, 90))
def test_every_motion_ends_on_a_border_on_its_side(text, motion, extend, position, anchor):
    position = graphemes.floor(text, min(position, len(text)))
    anchor = graphemes.floor(text, min(anchor, len(text))) if extend else position
    target = text_motion(text, Caret(position, anchor), motion, extend=extend)
    assert 0 <= target <= len(text)
    assert graphemes.is_border(text, target)
    if motion in BACKWARD:
        assert target < position or position == 0
    else:
        assert target > position or position == len(text)


@given(TEXT, st.sampled_from(["char", "word", "sentence", "paragraph"]))
def test_going_on_reaches_both_ends(text, unit):
    for motion, end in ((Motion(f"next-{unit}"), len(text)), (Motion(f"previous-{unit}"), 0)):
        caret = Caret.at(len(text) - end)
        for _ in range(len(text) + 1):
            caret = caret.moved(text_motion(text, caret, motion, extend=False), extend=False)
        assert caret.position == end


def steps(text, start, *motions):
    caret = Caret.at(start)
    for motion in motions:
        caret = caret.moved(text_motion(text, caret, Motion(motion), extend=True), extend=True)
    selection = caret.selection
    return text[selection.start : selection.end] if selection else ""


def test_selecting_by_words_takes_no_space_behind_them():
    text = "the Kyiv City Council said"
    assert steps(text, 4, "next-word") == "Kyiv"
    assert steps(text, 4, "next-word", "next-word") == "Kyiv City"


def test_selecting_back_lets_go_of_one_word_after_the_other():
    text = "the Kyiv City Council said"
    assert steps(text, 4, *["next-word"] * 3, "previous-word") == "Kyiv City"
    assert steps(text, 4, "next-word", "previous-word") == ""
    assert steps(text, 4, "next-word", "previous-word", "previous-word") == "the "
    assert steps(text, 13, "previous-word", "previous-word", "next-word") == "City"
    assert steps(text, 13, "previous-word", "next-word") == ""


def test_selecting_by_sentences_and_paragraphs():
    text = "One two. Three four.\n\nFive. Six"
    assert steps(text, 0, "next-sentence") == "One two."
    assert steps(text, 0, "next-sentence", "next-sentence") == "One two. Three four."
    assert steps(text, 0, "next-paragraph") == "One two. Three four."
    assert steps(text, 0, "next-paragraph", "next-paragraph") == text
    assert steps(text, len(text), "previous-paragraph") == "Five. Six"


def test_selection_is_ordered_whichever_way_it_was_made():
    assert Caret(3, 7).selection == Caret(7, 3).selection == Fragment(3, 7)
    assert Caret(4, 4).selection is None


@pytest.mark.parametrize("motion", sorted(ON_SCREEN))
def test_motions_by_lines_need_the_screen(motion):
    with pytest.raises(ValueError, match="lines break"):
        text_motion("text", Caret(), motion, extend=False)
