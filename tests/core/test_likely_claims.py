"""Likely claims: quotations and what reporting verbs govern, without quote marks, those tagged already left out."""

from __future__ import annotations

import pytest
from builders import article, at, span
from hypothesis import given
from hypothesis import strategies as st

from annotation_schema.model import ArticleId, Fragment, Span, Status
from desktop.core import borders
from desktop.core.edits import State
from desktop.core.likely_claims import likely_claims, next_likely
from desktop.core.reporting_verbs import ReportingVerbs, for_language
from desktop.core.view import ArticleView

ENGLISH = for_language("en")


def view_of(text: str, *spans: Span) -> ArticleView:
    one = article(text=text, language="en")
    return ArticleView(ArticleId(1), one, "Ada", State(Status.TODO, {}), spans)


def found(text: str, verbs: ReportingVerbs = ENGLISH) -> list[str]:
    return [text[f.start : f.end] for f in likely_claims(text, 0, len(text), verbs)]


@pytest.mark.parametrize(
    ("sentence", "claims"),
    [
        (
            "Vladimir Putin stated on Tuesday that negotiations with Ukraine could take place but ruled out a visit.",
            ["negotiations with Ukraine could take place"],
        ),
        (
            "According to Michael Kofman, a senior fellow at the institute in Washington, the roads matter most.",
            ["the roads matter most"],
        ),
        (
            "According to the ministry, the plan will cost a million.",
            ["the plan will cost a million"],
        ),
        ("Prices will rise this year, according to the central bank.", ["Prices will rise this year"]),
        ("The war will end soon, the president of the council said.", ["The war will end soon"]),
        ("“If he wants to talk, I will send people,” Putin said.", ["If he wants to talk, I will send people"]),
        ("“It will fall,” said Ivo Horvat. “Nobody can stop it.”", ["It will fall", "Nobody can stop it"]),
        (
            "He called it “generally difficult,” explaining that troops are “attacking on foot.”",
            ["troops are “attacking on foot.”"],
        ),
        (
            "Officials said the plant had been closed since May and that nobody was hurt.",
            ["the plant had been closed since May", "nobody was hurt"],
        ),
        ("The union said on Friday it would strike, adding that wages had not risen.", ["wages had not risen"]),
        ("KYIV (AP) — The bridge is not safe, the mayor said.", ["The bridge is not safe"]),
        ("She told reporters in Kyiv that talks had failed; the army denied it.", ["talks had failed"]),
        ("The study was called “late”, and she said little about it.", []),
        ("Critics, who said little, left the room.", []),
        ("Nobody spoke.", []),
        ("", []),
    ],
)
def test_what_is_said_is_found(sentence: str, claims: list[str]) -> None:
    assert found(sentence) == claims


def test_without_data_for_a_language_only_quotations() -> None:
    text = "Чиновники сказали, что мост закрыт. «Мы откроем его весной», – сказал мэр."
    assert found(text, for_language("uk")) == ["Мы откроем его весной"]
    assert found("They said that the bridge is closed.", ReportingVerbs()) == []


TEXT = (
    "Title\n\nShe said that the sea is blue.\n\nNo claim here.\n\n"
    "“The sky is not blue,” he said. He says the rain will stop."
)


def test_forward_backward_and_the_ends() -> None:
    view = view_of(TEXT)
    words = []
    place = 0
    while (claim := next_likely(view, "CLAIM", place)) is not None:
        words.append(TEXT[claim.start : claim.end])
        place = claim.start + 1
    assert words == ["the sea is blue", "The sky is not blue", "the rain will stop"]
    back = []
    place = len(TEXT)
    while (claim := next_likely(view, "CLAIM", place, forward=False)) is not None:
        back.append(TEXT[claim.start : claim.end])
        place = claim.start
    assert back == words[::-1]


def test_what_is_tagged_is_left_out() -> None:
    tagged = span("CLAIM", at(TEXT, "sea is blue"))
    actor = span("ACTOR", at(TEXT, "The sky"))
    view = view_of(TEXT, tagged, actor)
    claim = next_likely(view, "CLAIM", 0)
    assert claim is not None
    assert TEXT[claim.start : claim.end] == "The sky is not blue"


def test_a_paragraph_of_two_million_characters_is_read_in_pieces() -> None:
    text = "Nothing at all was written here today by anybody. " * 40_000 + "She said that the sea is blue."
    view = view_of(text)
    assert next_likely(view, "CLAIM", 0) is None  # too far to look for it in one go
    claim = next_likely(view, "CLAIM", len(text) - 5_000)
    assert claim is not None
    assert text[claim.start : claim.end] == "the sea is blue"
    assert next_likely(view, "CLAIM", len(text), forward=False) == claim


@given(st.text(alphabet="ab \n.,;“”\"'’—ié👨\u200d", max_size=80).map(lambda s: s.replace("a", " said that ")))
def test_any_text_gives_ordered_disjoint_claims_inside_it(text: str) -> None:
    view = view_of(text or "x")
    place = 0
    previous = Fragment(0, 1)
    for _ in range(60):
        claim = next_likely(view, "CLAIM", place)
        if claim is None:
            break
        assert claim.start >= place
        assert claim.end <= len(text)
        assert place == 0 or claim.start >= previous.end
        assert borders.trim(text, claim.start, claim.end) == (claim.start, claim.end)
        previous, place = claim, claim.end
    else:
        raise AssertionError("it does not end")
