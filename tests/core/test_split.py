"""Splits by article: counts, and the same for the same seed."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.errors import AppError, ErrorCode
from desktop.core.split import assign, parse_ratios

UIDS = [f"a{i:05d}" for i in range(100)]


def counts(parts):
    return [sum(p == part for p in parts.values()) for part in ("train", "dev", "test")]


def test_counts_follow_the_ratios():
    assert counts(assign(UIDS, (80, 10, 10), 0)) == [80, 10, 10]
    assert counts(assign(UIDS, (8, 2), 0)) == [80, 20, 0]
    assert counts(assign(UIDS[:5], (80, 10, 10), 0)) == [3, 1, 1]
    assert counts(assign(UIDS[:2], (80, 10, 10), 0)) == [2, 0, 0]
    assert counts(assign([], (80, 10, 10), 0)) == [0, 0, 0]


def test_order_does_not_matter_and_the_seed_does():
    shuffled = random.Random(5).sample(UIDS, len(UIDS))
    assert assign(UIDS, (80, 10, 10), 7) == assign(shuffled, (80, 10, 10), 7)
    assert assign(UIDS, (80, 10, 10), 7) != assign(UIDS, (80, 10, 10), 8)


def test_the_split_of_a_seed_never_changes_between_versions():
    parts = assign(UIDS[:10], (60, 20, 20), 1)
    assert sorted(uid for uid, part in parts.items() if part == "dev") == ["a00002", "a00003"]


@given(
    st.sets(st.text(st.characters(exclude_categories=["Cs"])), max_size=50),
    st.lists(st.integers(0, 100), min_size=2, max_size=3).filter(lambda r: sum(x > 0 for x in r) >= 2 and r[0] > 0),
    st.integers(),
)
def test_every_article_is_in_one_part(uids, ratios, seed):
    parts = assign(uids, ratios, seed)
    assert parts.keys() == uids
    for part, ratio, count in zip(("train", "dev", "test"), ratios, counts(parts), strict=False):
        assert abs(count - len(uids) * ratio / sum(ratios)) < 3
        assert ratio > 0 or count == 0, part


@pytest.mark.parametrize("words", ["80/10/10", " 8/1/1", "80/20", "0.8/0.1/0.1", "80/0/20"])
def test_ratios(words):
    ratios = parse_ratios(words)
    assert ratios[0] / sum(ratios) == pytest.approx(0.8)


@pytest.mark.parametrize(
    "words", ["", "80", "80-10-10", "80/10/5/5", "a/b/c", "-8/1/1", "0/50/50", "100/0/0", "1e9/1", "nan/1"]
)
def test_what_is_no_split_is_refused(words):
    with pytest.raises(AppError) as caught:
        parse_ratios(words)
    assert caught.value.code == ErrorCode.USAGE
    assert "80/10/10" in caught.value.hint
