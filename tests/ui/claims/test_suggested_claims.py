"""Suggested claims in the real window: accepted with their claimants, refused, and read again."""

from __future__ import annotations

import pytest
from claims_driver import BRIDGE

from annotation_schema.model import Fragment
from desktop.core.prelabel.merge import RunAnswer
from desktop.core.view import NewRelation, NewSuggestion


@pytest.fixture
def suggest(claims):
    """Have a pipeline suggest the claim, its claimant and the link between them."""
    project, view = claims.bench.project, claims.window.view

    def place(words):
        start = claims.text.index(words)
        return Fragment(start, start + len(words))

    def go(version="1"):
        spans = (
            NewSuggestion("CLAIM", "CLAIM", (place(BRIDGE),), {"form": "indirect"}, 0.9),
            NewSuggestion("ACTOR", "PERSON", (place("Mayor Ana Kovač"),), {"mention": "name"}, 0.8),
        )
        run = project.start_run("claims", version)
        links = (NewRelation("CLAIMANT", 0, 1, 0.7),)
        project.add_answers(run, [RunAnswer(view.id, project.text_sha256(view.id), spans, links)])
        claims.window.qtbot.waitUntil(lambda: claims.window.view == project.view(view.id))

    return go


def suggestion(claims, label):
    return next(s for s in claims.window.view.suggestions if s.label == label and s.pipeline == "claims")


def test_enter_accepts_a_claim_with_its_claimant_in_one_step(claims, suggest):
    suggest()
    window = claims.window
    claims.go(suggestion(claims, "CLAIM").id)
    window.press("Return")
    view = window.view
    assert [(s.label, dict(s.attributes)) for s in view.spans] == [
        ("ACTOR", {"mention": "name"}),
        ("CLAIM", {"form": "indirect"}),
    ]
    assert all(s.origin.details["pipeline"] == "claims" for s in view.spans)
    (link,) = view.relations
    assert (link.type, view.span(link.source).label, view.span(link.target).label) == ("CLAIMANT", "CLAIM", "ACTOR")
    window.press("Ctrl+Z")
    assert window.view.spans == () and window.view.relations == () and suggestion(claims, "ACTOR")
    assert window.stored().decided == {}


def test_a_refused_claimant_leaves_the_slot_open_and_does_not_come_back(claims, suggest):
    suggest()
    window = claims.window
    claims.go(suggestion(claims, "ACTOR").id)
    window.press("Backspace")
    suggest("2")
    assert not any(s.label == "ACTOR" and s.pipeline == "claims" for s in window.view.suggestions)
    claims.go(suggestion(claims, "CLAIM").id)
    window.press("Return")
    assert [s.label for s in window.view.spans] == ["CLAIM"] and window.view.relations == ()
    suggest("3")
    assert not any(s.pipeline == "claims" for s in window.view.suggestions)
    assert [s.label for s in window.view.spans] == ["CLAIM"]


def test_other_borders_keep_values_and_claimant(claims, suggest):
    suggest()
    window = claims.window
    number = suggestion(claims, "CLAIM").id
    claims.go(number)
    window.select("old bridge is safe")
    assert claims.bench.controller.current_suggestion() == number
    window.press("B")
    claim = next(s for s in window.view.spans if s.label == "CLAIM")
    assert claims.text[claim.start : claim.end] == "old bridge is safe"
    assert claim.attributes["form"] == "indirect" and len(window.view.relations) == 1
