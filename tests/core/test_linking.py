"""Link mode: who is offered first, under which letter."""

from __future__ import annotations

from dataclasses import replace

import pytest
from builders import article, at, relation, span
from hypothesis import given
from hypothesis import strategies as st

from annotation_schema.model import ArticleId, Fragment, Span, Suggestion, SuggestionId
from desktop.core import linking
from desktop.core.edits import State
from desktop.core.errors import AppError
from desktop.core.linking import LETTERS, candidates
from desktop.core.reporting_verbs import ReportingVerbs, for_language, for_text, parse
from desktop.core.resources import default_schema
from desktop.core.view import ArticleView, Status

SCHEMA = default_schema()
TEXT = (
    "Council waits\n\n"
    "Residents of Velmora met Rosa Amankwah at the town hall. “We will not sell the beach,” Mayor Tomas Wilder told "
    "the crowd, “to a company that has not paid.” Northline Ferries rejected the charge.\n\n"
    "The plan would ruin the market, according to the Merchants’ Guild, while Samuel Obi slept."
)


def place(label: str, words: str, **fields: object) -> Span:
    return span(label, at(TEXT, words), **fields)


CLAIM = span("CLAIM", at(TEXT, "We will not sell the beach"), at(TEXT, "to a company that has not paid"))
MARKET = place("CLAIM", "The plan would ruin the market")
ROSA, TOMAS, FERRIES = (
    place("ACTOR", "Rosa Amankwah"),
    place("ACTOR", "Mayor Tomas Wilder"),
    place("ACTOR", "Northline"),
)
GUILD, OBI, VELMORA = place("ACTOR", "Merchants’ Guild"), place("ACTOR", "Samuel Obi"), place("LOCATION", "Velmora")
RESIDENTS = place("ACTOR", "Residents")


def view(*spans: Span, text: str = TEXT, language: str = "en", **fields: object) -> ArticleView:
    ordered = tuple(sorted(spans, key=lambda s: (s.start, -s.end, s.id)))
    one = article(text=text, language=language)
    values = {"article": one, "annotator": "Ada", "state": State(Status.TODO, {}), "spans": ordered, **fields}
    return ArticleView(ArticleId(1), **values)  # type: ignore[arg-type]


EVERYTHING = view(CLAIM, MARKET, ROSA, TOMAS, FERRIES, GUILD, OBI, VELMORA, RESIDENTS)


def names(found: tuple[linking.Candidate, ...], text: str = TEXT) -> list[str]:
    return [text[c.item.start : c.item.end] for c in found]


def test_who_stands_beside_a_reporting_verb_comes_first() -> None:
    found = candidates(EVERYTHING, SCHEMA, CLAIM.id, "CLAIMANT")
    assert names(found)[:2] == ["Mayor Tomas Wilder", "Northline"]
    assert found[0].by_verb and "Velmora" not in names(found)
    assert [c.letter for c in found] == list(LETTERS[: len(found)])
    assert [c.score for c in found] == sorted(c.score for c in found)
    assert candidates(EVERYTHING, SCHEMA, CLAIM.id, "CLAIMANT") == found, "same view, same letters"
    assert names(candidates(EVERYTHING, SCHEMA, MARKET.id, "CLAIMANT"))[0] == "Merchants’ Guild"


def test_without_words_for_the_language_distance_alone_counts() -> None:
    for v in (replace(EVERYTHING, article=article(text=TEXT, language=x)) for x in ("uk", "tlh", "../en", "Klingon")):
        found = candidates(v, SCHEMA, CLAIM.id, "CLAIMANT")
        assert not any(c.by_verb for c in found)
        assert [c.item.id for c in found][:2] == [TOMAS.id, FERRIES.id]
    assert for_language("en-GB") == for_language("EN_us") == for_language("en")


def test_a_text_without_a_language_is_looked_at() -> None:
    assert for_text("", TEXT) == for_language("en")
    assert for_text("", "Der Minister sagte in Berlin, dass die Brücke an der Elbe sicher war.") == ReportingVerbs()
    assert for_text("uk", TEXT) == for_text("", "") == ReportingVerbs()


def test_links_that_do_not_ask_who_speaks_go_by_distance() -> None:
    inside = span("LOCATION", at(TEXT, "the beach"))
    v = replace(EVERYTHING, spans=(*EVERYTHING.spans, inside))
    found = candidates(v, SCHEMA, CLAIM.id, "OBJECT")
    assert names(found)[0] == "the beach" and not any(c.by_verb for c in found)
    assert {c.item.label for c in found} == {"ACTOR", "LOCATION"}


def test_inside_the_claim_is_unlikely_to_be_who_says_it() -> None:
    inside = span("ACTOR", at(TEXT, "a company"))
    v = replace(EVERYTHING, spans=(*EVERYTHING.spans, inside))
    assert names(candidates(v, SCHEMA, CLAIM.id, "CLAIMANT")).index("a company") > 1


def test_open_suggestions_are_offered_and_linked_ones_are_not() -> None:
    tomas = Suggestion(SuggestionId(7), "ACTOR", "PER", TOMAS.fragments, "p", "1")
    v = view(CLAIM, ROSA, FERRIES, suggestions=(tomas,), relations=(relation("CLAIMANT", CLAIM, FERRIES),))
    found = candidates(v, SCHEMA, CLAIM.id, "CLAIMANT")
    assert [(c.item.id, c.is_suggestion) for c in found] == [(tomas.id, True), (ROSA.id, False)]
    again = candidates(v, SCHEMA, CLAIM.id, "ADDRESSEE")
    assert len(again) == 3, "a link of another type does not matter"


def test_a_verb_of_another_sentence_does_not_count() -> None:
    text = "No, he said. Rosa left. “We wait,” said Mr. Obi. Lia told J. Doe."
    spans = [span("ACTOR", at(text, x)) for x in ("Rosa", "Obi", "Doe", "Lia")]
    claim = span("CLAIM", at(text, "We wait"))
    found = candidates(view(claim, *spans, text=text), SCHEMA, claim.id, "CLAIMANT")
    beside = {text[c.item.start : c.item.end] for c in found if c.by_verb}
    assert beside == {"Obi", "Doe", "Lia"}


def test_keys_of_values_are_no_letters() -> None:
    kind = SCHEMA.relation("CLAIMANT")
    assert kind is not None
    keys = linking.value_keys(kind)
    assert [(k.key, k.choice.value) for k in keys] == [("1", "AUTHOR"), ("2", "IMPLICIT")]
    assert len(set(LETTERS)) == 26 and not set(LETTERS) & {k.key for k in keys}


def test_what_is_refused() -> None:
    for claim, kind, told in (
        (ROSA.id, "CLAIMANT", "A span of Actor has no claimant."),
        (CLAIM.id, "NO", "The label schema has no link NO."),
        (12345, "CLAIMANT", "The span is no longer there."),
    ):
        with pytest.raises(AppError) as caught:
            candidates(EVERYTHING, SCHEMA, claim, kind)  # type: ignore[arg-type]
        assert caught.value.message == told


def test_the_english_words_are_well_formed() -> None:
    english = for_language("en")
    assert {"said", "told", "says"} <= english.verbs and ("according", "to") in english.phrases
    assert all(v == v.lower() and v.isalpha() for v in english.verbs)
    assert not ReportingVerbs()
    with pytest.raises(ValueError, match="verbs"):
        parse({"verbs": "said"})


words = st.sampled_from(["said", "Rosa", "told", "“No,”", "he.", "\n", "قال", "👨🏻‍🚒", "according to the", "Mr.", "x"])


@given(st.lists(words, min_size=1, max_size=30).map(" ".join), st.data())
def test_every_one_of_the_range_is_offered_once(text: str, data: st.DataObject) -> None:
    spans = []
    for label in data.draw(st.lists(st.sampled_from(("CLAIM", "ACTOR", "LOCATION")), min_size=1, max_size=12)):
        start = data.draw(st.integers(0, len(text) - 1))
        spans.append(span(label, Fragment(start, data.draw(st.integers(start + 1, len(text))))))
    claim = span("CLAIM", Fragment(0, 1))
    limit = data.draw(st.integers(0, 30))
    found = candidates(view(claim, *spans, text=text), SCHEMA, claim.id, "CLAIMANT", limit=limit)
    actors = {s.id for s in spans if s.label == "ACTOR"}
    assert {c.item.id for c in found} <= actors and len(found) == min(len(actors), limit, len(LETTERS))
    assert len({c.letter for c in found}) == len(found)


def test_letters_are_enough_on_a_long_article() -> None:
    text = "Rosa Amankwah said on Tuesday that it would go on. " * 700
    claim = span("CLAIM", Fragment(17_000, 17_100))
    spans = [span("ACTOR", Fragment(n * 51, n * 51 + 13)) for n in range(700)]
    v = view(claim, *spans, text=text)
    for_language("en")
    assert len(candidates(v, SCHEMA, claim.id, "CLAIMANT")) == 26
