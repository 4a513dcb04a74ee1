"""Two sets of suggestions side by side: who stands beside whom, agreement, what each has alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotation_schema.model import ArticleId, Fragment
from desktop.core.comparison import Comparison, Kind, pairs
from desktop.core.prelabel.trial import sample
from desktop.core.view import NewSuggestion

TEXT = "Mayor Ana Kovač of Zagreb met Ivo Horvat."


def one(words, label="ACTOR", text=TEXT):
    start = text.index(words)
    return NewSuggestion(label, label, (Fragment(start, start + len(words)),), {})


def test_each_is_beside_the_one_that_fits_best():
    first = [one("Ana Kovač"), one("Zagreb", "LOCATION"), one("Ivo Horvat")]
    second = [one("Mayor Ana Kovač"), one("Zagreb"), one("Ivo Horvat"), one("Mayor", "CUE")]
    kinds = [(p.kind, p.first and p.first.label, p.second and p.second.label) for p in pairs(first, second)]
    assert kinds == [
        (Kind.ALONE, None, "CUE"),
        (Kind.BORDERS, "ACTOR", "ACTOR"),
        (Kind.LABEL, "LOCATION", "ACTOR"),
        (Kind.SAME, "ACTOR", "ACTOR"),
    ]


def test_totals():
    compared = Comparison()
    compared.add(TEXT, [one("Ana Kovač"), one("Ivo Horvat")], [one("Ivo Horvat"), one("Kovač"), one("Zagreb")])
    compared.add("no names", [], [])
    actor = compared.by_label["ACTOR"]
    assert compared.articles == 2
    assert (actor.first, actor.second, actor.same, actor.overlap) == (2, 3, 1, 2)
    assert actor.agreement == pytest.approx(2 / 5) and actor.overlap_agreement == pytest.approx(4 / 5)
    assert compared.total == actor
    assert compared.first_alone == {} and compared.second_alone == {("ACTOR", "Zagreb"): 1}


def test_two_that_found_nothing_agree():
    assert Comparison().total.agreement == 1.0


SPANS = st.lists(
    st.tuples(st.sampled_from(["A", "B"]), st.integers(0, 20), st.integers(1, 6)).map(
        lambda x: NewSuggestion(x[0], x[0], (Fragment(x[1], x[1] + x[2]),), {})
    ),
    max_size=8,
    unique_by=lambda s: (s.label, s.fragments),
)


@given(SPANS, SPANS)
def test_everything_is_counted_once(first, second):
    found = pairs(first, second)
    left = [p.first for p in found if p.first is not None]
    right = [p.second for p in found if p.second is not None]
    order = lambda s: (s.label, s.fragments)  # noqa: E731
    assert sorted(left, key=order) == sorted(first, key=order)
    assert sorted(right, key=order) == sorted(second, key=order)
    equal = {order(s) for s in first} & {order(s) for s in second}
    assert sum(p.kind is Kind.SAME for p in found) == len(equal)


def test_a_sample_is_by_chance_but_the_same_again():
    articles = [ArticleId(n) for n in range(1_000)]
    assert sample(articles, 20) == sample(articles, 20) != sample(articles, 20, seed=1)
    assert sample(articles, 20) == sorted(set(sample(articles, 20))) and len(sample(articles, 20)) == 20
    assert sample(articles[:5], 20) == articles[:5]
