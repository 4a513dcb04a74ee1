"""Where the embedded pipeline's places begin and end, and what is a place by the words around it."""

import random

import pytest

from desktop.worker.consistency import Name
from desktop.worker.place_borders import tidied


def after(text, *names):
    """Give what becomes of names, each (words, label), found at their first place in blank-separated tokens."""
    words = text.split()
    found = []
    for surface, label in names:
        parts = surface.split()
        at = next(i for i in range(len(words)) if words[i : i + len(parts)] == parts)
        found.append(Name(at, at + len(parts), label))
    return [(" ".join(words[name.first : name.last]), name.label) for name in tidied(words, found)]


@pytest.mark.parametrize(
    ("text", "name", "label", "expected"),
    [
        ("Rain in southeast Asia today", "southeast Asia", "LOC", "Asia"),
        ("on the island of Réunion today", "island of Réunion", "LOC", "Réunion"),
        ("An Olmsted County jury", "An Olmsted County", "GPE", "Olmsted County"),
        ("in la Paz today", "la Paz", "GPE", "la Paz"),
        ("from Motutapu island to", "Motutapu island", "LOC", "Motutapu"),
        ("the Zaporizhzhia nuclear plant", "Zaporizhzhia nuclear plant", "FAC", "Zaporizhzhia nuclear plant"),
        ("endemic in Asia - but not here", "Asia -", "LOC", "Asia"),
        ("the Edgar County Sheriff 's Department", "Edgar County Sheriff", "GPE", "Edgar County"),
        ("in Cass County Circuit Court on Monday", "Cass County Circuit Court", "GPE", "Cass County"),
        ("the Anderson County Jail was full", "Anderson County Jail", "FAC", "Anderson County Jail"),
        ("A Lexington County jury met", "Lexington", "GPE", "Lexington County"),
        ("of Lexington County Council", "Lexington", "GPE", "Lexington"),
        ("in ST. PARIS — Scott", "PARIS", "GPE", "ST. PARIS"),
        ("from Melville , Sask . believes", "Sask", "GPE", "Sask ."),
        ("at Nordland Ave . , he said", "Nordland Ave", "FAC", "Nordland Ave ."),
        ("They met in Paris . Then", "Paris", "GPE", "Paris"),
        ("in St. Peter 's Square today", "St. Peter", "GPE", "St. Peter 's Square"),
        ("in London 's streets", "London", "GPE", "London"),
    ],
)
def test_places_end_where_they_should(text, name, label, expected):
    assert after(text, (name, label)) == [(expected, label)]


def test_a_place_that_is_called_council_is_an_organisation():
    assert after("The West Columbia City Council met", ("West Columbia City Council", "GPE")) == [
        ("West Columbia City Council", "ORG")
    ]


def test_other_names_keep_their_borders():
    text = "In the late autumn the Allegheny County Court and said Jane Roe , Jr. left"
    names = [("the Allegheny County Court", "ORG"), ("said Jane Roe", "PERSON")]
    assert after(text, *names) == names


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        ("COLUMBUS -- Most pupils", "COLUMBUS", "GPE"),
        ("It is over . RIDGE FARM (AP) — A mine".replace("(AP)", "( AP )"), "RIDGE FARM", "GPE"),
        ("UNICEF - which helps", "UNICEF", "ORG"),
        ("NATO - A history", "NATO", "ORG"),
        ("at the COLUMBUS -- Most", "COLUMBUS", "ORG"),
        ("Columbus -- Most pupils", "Columbus", "ORG"),
    ],
)
def test_what_a_report_begins_with_in_capitals_is_a_place(text, name, label):
    assert after(text, (name, "ORG")) == [(name, label)]


def test_a_state_after_a_comma_is_a_place_and_so_is_its_town():
    assert after("He met Henderson , Nev. , people", ("Henderson", "PERSON")) == [("Henderson", "GPE"), ("Nev.", "GPE")]
    assert after("of Glen Allen , Va. , and Jane Roe", ("Jane Roe", "PERSON")) == [
        ("Glen Allen", "GPE"), ("Va.", "GPE"), ("Jane Roe", "PERSON")
    ]  # fmt: skip
    assert after("of Ames , Iowa , and Jane", ("Jane", "PERSON")) == [("Jane", "PERSON")]


def test_names_stay_in_order_and_apart_whatever_the_words():
    rng = random.Random(7)
    pieces = ["County", "St.", "ST", ".", ",", "'s", "Ga.", "Va.", "the", "of", "Paris", "Madison", "PARIS", "--",
              "(", ")", "-", "Council", "\n", "Hospital", "a", "An"]  # fmt: skip
    changed = 0
    for _ in range(3000):
        words = rng.choices(pieces, k=rng.randrange(1, 14))
        cuts = sorted(rng.sample(range(len(words) + 1), k=min(len(words) + 1, 2 * rng.randrange(0, 4))))
        names = [
            Name(first, last, rng.choice(("GPE", "LOC", "FAC", "PERSON", "ORG", "NORP")))
            for first, last in zip(cuts[::2], cuts[1::2], strict=False)
        ]
        found = tidied(words, names)
        changed += found != names
        ends = [0]
        for name in found:
            assert ends[-1] <= name.first < name.last <= len(words), (words, names, found)
            ends.append(name.last)
    assert changed > 500
