"""Selections brought to the borders of words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.surface_rules import snap, trim

texts = st.text(alphabet="ab é'’-. ,\n\u00a01٣שק\u0301👨🏻\u200d🚒“", max_size=40)
positions = st.integers(-3, 45)


@pytest.mark.parametrize(
    ("text", "selected", "whole"),
    [
        ("in Kyiv today", "yi", "Kyiv"),
        ("in Kyiv today", " Kyiv ", "Kyiv"),
        ("in Kyiv today", "v tod", "Kyiv today"),
        ("Ukraine's army", "Ukraine", "Ukraine"),
        ("Ukraine’s army", "kraine", "Ukraine"),
        ("the Kyiv-based firm", "Kyiv", "Kyiv"),
        ("the Kyiv-based firm", "Kyi", "Kyiv"),
        ("paid 60,000 euros", "0,0", "60,000"),
        ("the U.S. army", "U", "U.S."),
        ("a cafe\u0301 there", "caf", "cafe\u0301"),
        ("“Kyiv”", "“Kyiv”", "“Kyiv”"),
        ("قال الرئيس اليوم", "رئي", "الرئيس"),
        ("हिन्दी में", "हि", "हिन्दी"),
    ],
)
def test_words_are_taken_in_whole(text: str, selected: str, whole: str) -> None:
    start = text.index(selected)
    a, b = snap(text, start, start + len(selected))
    assert text[a:b] == whole


@given(texts, positions, positions)
def test_the_result_is_inside_the_text_and_holds_the_selection(text: str, start: int, end: int) -> None:
    a, b = trim(text, start, end)
    assert 0 <= a <= b <= len(text)
    if a < b:
        assert not text[a].isspace()
        assert not text[b - 1].isspace()
        assert text[a:b] == text[max(0, min(start, end)) : max(0, start, end)].strip()
        c, d = snap(text, start, end)
        assert c <= a < b <= d
        assert snap(text, c, d) == (c, d)
    else:
        assert snap(text, start, end)[0] == snap(text, start, end)[1]


def test_a_word_without_end_is_cut() -> None:
    text = "a" * 3_000_000
    start, end = snap(text, 1_500_000, 1_500_001)
    assert end - start < 5000
