"""Splits by article: shares, the same for the same seed, and nothing moves when articles are added."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.errors import AppError, ErrorCode
from desktop.core.split import Stratified, assign, parse_ratios

UIDS = [f"a{i:05d}" for i in range(100)]


def counts(parts):
    return [sum(p == part for p in parts.values()) for part in ("train", "dev", "test")]


def test_counts_follow_the_ratios():
    many = [f"a{i:05d}" for i in range(20_000)]
    for ratios in ((80, 10, 10), (8, 2), (1, 1, 2)):
        found = counts(assign(many, ratios, 0))
        for count, ratio in zip(found, ratios, strict=False):
            assert count / len(many) == pytest.approx(ratio / sum(ratios), abs=0.01)
    assert counts(assign([], (80, 10, 10), 0)) == [0, 0, 0]


def test_the_seed_matters():
    assert assign(UIDS, (80, 10, 10), 7) != assign(UIDS, (80, 10, 10), 8)


def test_the_split_of_a_seed_never_changes_between_versions():
    parts = assign(UIDS[:20], (60, 20, 20), 1)
    assert sorted(uid for uid, part in parts.items() if part == "dev") == ["a00010", "a00011", "a00014", "a00018"]


RATIOS = st.lists(st.integers(0, 100), min_size=2, max_size=3).filter(lambda r: sum(x > 0 for x in r) >= 2 and r[0] > 0)
NAMES = st.sets(st.text(st.characters(exclude_categories=["Cs"])), max_size=50)


@given(NAMES, NAMES, RATIOS, st.integers())
def test_adding_articles_moves_none(uids, more, ratios, seed):
    before, after = assign(uids, ratios, seed), assign(uids | more, ratios, seed)
    assert before.keys() == uids
    assert {uid: after[uid] for uid in uids} == before
    shares = dict(zip(("train", "dev", "test"), ratios, strict=False))
    assert all(shares[part] > 0 for part in after.values())


@given(st.lists(st.sampled_from("abc"), max_size=300), st.integers(0, 1000))
def test_each_stratum_is_divided_as_the_whole(strata, seed):
    made, again = Stratified((80, 10, 10), seed), Stratified((80, 10, 10), seed)
    parts = [made.part_of(stratum) for stratum in strata]
    assert [again.part_of(stratum) for stratum in strata[:100]] == parts[:100]  # what comes later moves nothing
    for stratum in "abc":
        own = [part for part, name in zip(parts, strata, strict=True) if name == stratum]
        for part, share in (("train", 0.8), ("dev", 0.1), ("test", 0.1)):
            assert abs(own.count(part) - share * len(own)) < 2.5


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
