"""Stretches in capitals: which they are, what a pipeline reads instead, and that no offset moves."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.prelabel.messages import ArticleText
from desktop.core.prelabel.rule_lists import Rule, RuleList, When, dump
from desktop.worker import capitals
from desktop.worker.prelabel import Pipeline

HEADLINE = "MAYOR ANA KOVAČ OF THE UN TO MEET U.S. AND CNBC IN NEW-YORK"


def titled(text):
    words = capitals.as_titles(text.split(" "))
    return None if words is None else " ".join(words)


def test_a_headline_is_read_as_a_title_and_initials_stay():
    assert titled(HEADLINE) == "Mayor Ana Kovač Of The UN To Meet U.S. And CNBC In New-York"


@pytest.mark.parametrize(
    "text",
    [
        "Mayor Ana Kovač of the UN met the FBI , CIA and NASA today",
        "WASHINGTON ( AP ) — The mayor said so",
        "1 2 3 4 5 6 7 8",
        "AB CD EF GH",
        "",
    ],
)
def test_words_in_capitals_here_and_there_stay(text):
    assert titled(text) is None


def test_what_the_article_writes_in_capitals_elsewhere_stays_so():
    assert titled("THE ARDI AGENCY WARNS LENDERS \n The ARDI agency warned") == (
        "The ARDI Agency Warns Lenders \n The ARDI agency warned"
    )
    assert capitals.as_titles(["THE", "ACME", "COMPANY", "WARNS"], {"ACME"}.__contains__)[1] == "ACME"


def test_a_parser_reads_small_letters_but_for_names():
    words = HEADLINE.split(" ")
    assert capitals.as_sentences(words, capitals.as_titles(words), {1, 2})[:4] == ["mayor", "Ana", "Kovač", "of"]


@given(st.lists(st.text(alphabet="ABCDEßſŉİIı'’-.ÀŒab 1", min_size=1, max_size=9), max_size=12))
def test_no_word_changes_its_length(words):
    for changed in (capitals.as_titles(words), capitals.as_sentences(words, words, {0, 2})):
        assert changed is None or [len(word) for word in changed] == [len(word) for word in words]
        assert changed is None or [word.upper() for word in changed] == [word.upper() for word in words]


def test_names_in_a_headline_are_found_where_they_stand(pipeline):
    text = "THE CHANCELLOR ANGELA MERKEL WENT TO KYIV\nAngela Merkel went to Kyiv on Monday.\n"
    (found,) = Pipeline.load(pipeline).find(1, [ArticleText.of(1, text)], cancelled=lambda: False)
    surfaces = [text[s.fragments[0].start : s.fragments[0].end] for s in found.spans]
    assert surfaces == ["ANGELA MERKEL", "KYIV", "Angela Merkel", "Kyiv", "Monday"]


@pytest.mark.parametrize("when", list(When))
def test_word_lists_match_what_stands_in_the_text(pipeline, when):
    text = "THE ACME COMPANY WARNS ABOUT A WAR IN LUND. Nothing else."
    rules = dump([RuleList("l.csv", when, (Rule("ORG", phrase="ACME COMPANY"), Rule("GPE", phrase="LUND")))])
    (found,) = Pipeline.load(pipeline, rules=rules).find(1, [ArticleText.of(1, text)], cancelled=lambda: False)
    assert {(text[s.fragments[0].start : s.fragments[0].end], s.label) for s in found.spans} >= {
        ("ACME COMPANY", "ORG"),
        ("LUND", "GPE"),
    }
