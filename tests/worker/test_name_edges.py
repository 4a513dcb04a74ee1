"""Borders of names that a word tells: a sentence's first word is no name, an endowment is for something."""

import pytest

from desktop.worker.consistency import Name
from desktop.worker.edges import mended


def borders(text, *names):
    words = text.split(" ")
    found = mended(words, [Name(first, last, label) for first, last, label in names])
    return [(" ".join(words[n.first : n.last]), n.label) for n in found]


def test_a_word_that_only_begins_a_sentence_is_no_part_of_a_name():
    assert borders("Despite Trump ’s promise", (0, 2, "ORG")) == [("Trump", "ORG")]
    assert borders("He left . After Lind came", (3, 5, "PERSON")) == [("Lind", "PERSON")]
    assert borders("a line \n\n With Zagreb", (3, 5, "GPE")) == [("Zagreb", "GPE")]


def test_the_same_word_within_a_sentence_is_part_of_a_name():
    assert borders("the group After Dark played", (2, 4, "ORG")) == [("After Dark", "ORG")]
    assert borders("Despite", (0, 1, "ORG")) == [("Despite", "ORG")]
    assert borders("In the Loop", (0, 3, "ORG")) == [("In the Loop", "ORG")]


def test_a_dash_before_a_signature_is_no_part_of_it():
    assert borders("“ Fine . ” \n ― Ada Lind", (5, 8, "PERSON")) == [("Ada Lind", "PERSON")]
    assert borders("from @ ada", (1, 3, "PERSON")) == [("@ ada", "PERSON")]
    assert borders("― !", (0, 2, "ORG")) == [("!", "ORG")]


def test_an_organisation_goes_on_with_what_it_is_for():
    given = borders(
        "the Carnegie Endowment for International Peace in Oslo", (1, 3, "ORG"), (4, 6, "ORG"), (7, 8, "GPE")
    )
    assert given == [("Carnegie Endowment for International Peace", "ORG"), ("Oslo", "GPE")]


def test_a_name_does_not_end_with_an_adjective():
    text = "the Endowment for International Peace in Oslo"
    assert borders(text, (1, 4, "ORG")) == [("Endowment for International Peace", "ORG")]
    assert borders(text, (1, 4, "ORG"), (4, 5, "PERSON"))[0] == ("Endowment for International", "ORG")
    assert borders("the Amnesty International said", (1, 3, "ORG")) == [("Amnesty International", "ORG")]
    assert borders("Amnesty International", (0, 2, "ORG")) == [("Amnesty International", "ORG")]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Labour Party and Sinn Féin", ((0, 2, "ORG"), (3, 5, "ORG"))),
        ("from Google for Microsoft", ((1, 2, "ORG"), (3, 4, "ORG"))),
        ("the Action Committee for Ada Lind", ((1, 3, "ORG"), (4, 6, "PERSON"))),
        ("the Action Committee for a Reform Forum", ((1, 3, "ORG"), (5, 7, "ORG"))),
    ],
)
def test_two_organisations_stay_two(text, names):
    words = text.split(" ")
    given = [Name(*name) for name in names]
    assert mended(words, given) == given
