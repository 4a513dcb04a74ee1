"""Stretches in capitals: which they are, what a pipeline reads instead, and that no offset moves."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.prelabel.messages import ArticleText, Spans
from desktop.core.prelabel.rule_lists import Rule, RuleList, When, dump
from desktop.core.resources import embedded_pipeline, resource_path
from desktop.worker import capitals
from desktop.worker.common_words import common_words
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
        "The ARDI agency Warns Lenders \n The ARDI agency warned"
    )
    assert capitals.as_titles(["THE", "ACME", "COMPANY", "WARNS"], {"ACME"}.__contains__)[1] == "ACME"


COMMON = frozenset(("says", "talks", "possible", "may", "force", "the", "will", "in", "no"))


def read(text, listed=()):
    return " ".join(capitals.as_titles(text.split(" "), lambda word: word in listed, COMMON))


def test_common_words_are_read_small():
    assert read("PUTIN SAYS UKRAINE TALKS POSSIBLE") == "Putin says Ukraine talks possible"
    assert read("TALKS IN THE UKRAINE POSSIBLE") == "Talks in the Ukraine possible", "as a sentence begins"


def test_how_the_article_writes_a_word_counts_before_the_list():
    assert read("ADA MAY SAYS NO TALKS . He met May") == "Ada May says no talks . He met May"
    assert read("AN OBSCURE WORD IN UKRAINE . One obscure word").startswith("An obscure word in Ukraine")
    assert read("ADA MAY SAYS NO TALKS . May he") == "Ada may says no talks . May he", "any word begins a sentence so"


def test_a_listed_word_after_a_name_is_a_part_of_it():
    assert read("THE ULSTER FORCE SAYS NO", ["Force"]) == "The Ulster Force says no"
    assert read("THE FORCE SAYS NO TALKS", ["Force"]) == "The force says no talks"


def test_the_list_is_small_words_with_a_licence_and_without_names():
    held = common_words("en")
    assert len(held) > 10_000 and all(word.isalpha() and word.islower() for word in held)
    assert {"says", "talks", "possible", "arrest", "attack"} <= held
    assert held.isdisjoint({"ukraine", "putin", "russia", "london", "merkel", "trump", "obama", "nato"})
    assert "CC BY-SA" in resource_path("common-words", "en.txt").read_text(encoding="utf-8")[:600]
    assert common_words("xx") == frozenset()


def test_headlines_in_capitals_give_their_names_and_no_more():
    headlines = {
        "PUTIN SAYS UKRAINE TALKS POSSIBLE": ["PUTIN", "UKRAINE"],
        "UN WARNS OF FAMINE IN NORTHERN GAZA": ["UN", "GAZA"],
        "GOOGLE FINED $2.7 BILLION BY EUROPEAN COMMISSION": ["GOOGLE", "EUROPEAN COMMISSION"],
        "COURT IN OSTRAVA-ON-SEA ORDERS RELEASE OF JAILED EDITOR": ["OSTRAVA-ON-SEA"],
        "FIRE KILLS SIX IN NEW YORK CITY APARTMENT BUILDING": ["NEW YORK CITY"],
        "MAYOR SAYS SCHOOL BUDGET IS SAFE": [],
    }
    texts = [ArticleText.of(n, text) for n, text in enumerate(headlines)]
    answers = Pipeline.load(str(embedded_pipeline())).find(1, texts, cancelled=lambda: False)
    found = {
        texts[a.id].text: [texts[a.id].text[s.fragments[0].start : s.fragments[0].end] for s in a.spans]
        for a in answers
        if isinstance(a, Spans)
    }
    assert found == headlines


def test_a_parser_reads_small_letters_but_for_names():
    words = HEADLINE.split(" ")
    assert capitals.as_sentences(words, capitals.as_titles(words), {1, 2})[:4] == ["mayor", "Ana", "Kovač", "of"]


@given(st.lists(st.text(alphabet="ABCDEßſŉİIı'’-.ÀŒab 1", min_size=1, max_size=9), max_size=12))
def test_no_word_changes_its_length(words):
    small = capitals.as_titles(words, common={"abc", "a", "ab", "b", "ba", "œà"})
    for changed in (capitals.as_titles(words), small, capitals.as_sentences(words, words, {0, 2})):
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
