"""Places with hyphens: put together where their spelling tells, and nothing else."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.prelabel.messages import ArticleText, Spans
from desktop.core.resources import embedded_pipeline
from desktop.worker.consistency import Name
from desktop.worker.hyphens import rejoined
from desktop.worker.prelabel import Pipeline


def words_of(text):
    return re.findall(r"[^\W_]+|[^\w\s]", text)


def put_together(text, *names):
    """Return the names, given as (words, label), after the rules."""
    words = words_of(text)
    found, at = [], 0
    for surface, label in names:
        own = words_of(surface)
        at = next(n for n in range(at, len(words)) if words[n : n + len(own)] == own)
        found.append(Name(at, at + len(own), label))
        at += len(own)
    return [("".join(words[n.first : n.last]), n.label) for n in rejoined(words, found)]


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("Ostrava-on-Sea", "Ostrava"),
        ("Stratford-upon-Avon", "Avon"),
        ("Weston-super-Mare", "Weston"),
        ("Port-au-Prince", "Prince"),
        ("Saint-Denis", "Denis"),
        ("OSTRAVA-ON-SEA", "OSTRAVA"),
        ("Baden-Baden", "Baden"),
        ("Villers-sur-le-Roule", "Villers"),
        ("Saint-Rémy-de-Provence", "Provence"),
    ],
)
def test_cut_places_are_whole(text, cut):
    assert put_together(f"A court in {text} ordered it", (cut, "GPE")) == [(text, "GPE")]


def test_two_halves_become_one():
    assert put_together("to Baden-Baden today", ("Baden", "GPE"), ("Baden", "LOC")) == [("Baden-Baden", "GPE")]
    assert put_together("in Rostov-on-Don .", ("Rostov", "GPE"), ("Don", "LOC")) == [("Rostov-on-Don", "GPE")]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("the London-based firm", [("London", "GPE")]),
        ("the London-Paris train", [("London", "GPE"), ("Paris", "GPE")]),
        ("the Paris-born Ada", [("Paris", "GPE"), ("Ada", "PERSON")]),
        ("a Berlin-on-the-Spree .", [("Spree", "PERSON")]),
        ("a made-in-China label", [("China", "GPE")]),
        ("Aston-on-Trent", [("Aston", "GPE"), ("Trent", "ORG")]),
        ("London -", [("London", "GPE")]),
        ("-on-Sea", [("Sea", "LOC")]),
    ],
)
def test_others_stay_as_they_are(text, names):
    assert put_together(text, *names) == names


@given(
    st.lists(st.sampled_from(["Baden", "-", "on", "Sea", "Saint", "the", ".", "Ada", "super"]), max_size=12),
    st.data(),
)
def test_names_stay_apart_in_order_and_whole(words, data):
    names, at = [], 0
    while at < len(words):
        end = data.draw(st.integers(at + 1, min(at + 3, len(words))))
        if data.draw(st.booleans()):
            names.append(Name(at, end, data.draw(st.sampled_from(["GPE", "LOC", "ORG", "PERSON"]))))
        at = end
    found = rejoined(words, names)
    assert all(a.last <= b.first for a, b in pairwise(found))
    covered = [(n.first, n.last) for n in found]
    assert all(any(a <= n.first and n.last <= b for a, b in covered) for n in names)
    assert [n for n in found if n.label in ("ORG", "PERSON")] == [n for n in names if n.label in ("ORG", "PERSON")]
    assert all(0 <= a < b <= len(words) for a, b in covered)


def test_the_embedded_pipeline_suggests_them_whole():
    text = "A court in Ostrava-on-Sea ordered the release. Players left Baden-Baden; Baden-Baden is a spa town."
    (answer,) = Pipeline.load(str(embedded_pipeline())).find(1, [ArticleText.of(1, text)], cancelled=lambda: False)
    assert isinstance(answer, Spans)
    places = [text[s.fragments[0].start : s.fragments[0].end] for s in answer.spans]
    assert places == ["Ostrava-on-Sea", "Baden-Baden", "Baden-Baden"]
