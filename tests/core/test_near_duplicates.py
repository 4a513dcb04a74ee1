"""Near-duplicates: found where the exact comparison finds them, not where texts share a phrase."""

from __future__ import annotations

import random

import pytest

from desktop.core.near_duplicates import SIMILAR, NearDuplicates, jaccard

WORDS = [f"word{n}" for n in range(3_000)]


def text(rng, length=400):
    return " ".join(rng.choices(WORDS, k=length))


def changed(rng, held, count):
    words = held.split()
    for _ in range(count):
        words[rng.randrange(len(words))] = "other"
    return " ".join(words)


def groups(texts):
    made = NearDuplicates()
    for one in texts:
        made.add(one)
    return made.groups(texts.__getitem__)


def exact(one, other):
    """The definition, written otherwise."""
    runs = [{tuple(x.split()[n : n + 5]) for n in range(len(x.split()) - 4)} for x in (one, other)]
    return len(runs[0] & runs[1]) / len(runs[0] | runs[1])


def test_the_index_is_that_of_runs_of_five_words():
    rng = random.Random(3)
    for count in (0, 1, 5, 20, 100):
        one = text(rng)
        other = changed(rng, one, count)
        assert jaccard(one, other) == pytest.approx(exact(one, other), abs=1e-9)
    assert jaccard("One, TWO — three!", "one two three") == 1.0
    assert jaccard("a b c", "a b d") == 0.0


def test_all_that_are_alike_are_found_and_no_others():
    rng = random.Random(8)
    texts = [text(rng) for _ in range(150)]
    texts += [changed(rng, texts[n], rng.choice((1, 3, 5, 7, 9, 12, 30))) for n in range(100)]
    found = groups(texts)
    for n in range(100):
        alike = exact(texts[n], texts[150 + n]) >= SIMILAR
        assert (found[150 + n] == n) == alike, n
    assert found[:150] == list(range(150))


def test_a_group_is_named_after_its_first():
    rng = random.Random(2)
    one = text(rng)
    assert groups([text(rng), one, changed(rng, one, 2), text(rng), one]) == [0, 1, 1, 3, 1]


def test_a_shared_sentence_makes_no_duplicate_and_empty_texts_are_alone():
    rng = random.Random(4)
    phrase = text(rng, 40)
    assert groups([f"{text(rng)} {phrase}" for _ in range(30)]) == list(range(30))
    assert groups(["", "…", "", "a b", "a b"]) == [0, 1, 2, 3, 3]


def test_the_texts_are_asked_for_only_to_compare():
    rng = random.Random(5)
    texts = [text(rng) for _ in range(50)]
    made = NearDuplicates()
    for one in texts:
        made.add(one)

    def refuse(number):
        raise AssertionError("no two are candidates")

    assert made.groups(refuse) == list(range(50))
