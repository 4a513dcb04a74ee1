"""Slots of a span: digits, what quick fill asks for, and finding values by key or by typing."""

from __future__ import annotations

import json
from dataclasses import replace

from builders import article, at, relation, span

from annotation_schema import schema_json
from annotation_schema.model import ArticleId, Span, Status
from annotation_schema.schema import AttributeKind, AttributeSpec, Choice
from desktop.core.edits import State
from desktop.core.resources import default_schema
from desktop.core.slots import is_filled, quick_order, slots_of, to_fill
from desktop.core.value_search import options, search, used_here
from desktop.core.view import ArticleView

SCHEMA = default_schema()
CATEGORY = SCHEMA.label("CLAIM").attribute("category")
TEXT = "Olena said that the war will end. Taras said that taxes rise. Both said that schools close."


def view(*spans: Span, **fields: object) -> ArticleView:
    one = article(text=TEXT)
    return ArticleView(ArticleId(1), one, "Ada", State(Status.TODO, {}), spans, **fields)  # type: ignore[arg-type]


def test_claims_have_links_first_and_other_labels_attributes_first() -> None:
    claim = [(s.digit, s.title) for s in slots_of(SCHEMA, "CLAIM")]
    assert claim[:5] == [("1", "Claimant"), ("2", "Addressee"), ("3", "Object"), ("4", "Place"), ("5", "Kind")]
    assert [s.digit for s in slots_of(SCHEMA, "CLAIM")][9:] == [""] * (len(claim) - 9)
    assert slots_of(SCHEMA, "ACTOR")[0].title == "Type"
    assert slots_of(SCHEMA, "ACTOR")[-1].title == "Affiliation"
    assert slots_of(SCHEMA, "NOTHING") == ()


def test_quick_fill_asks_for_what_is_needed_and_usual_by_single_keys_first() -> None:
    assert [s.title for s in quick_order(SCHEMA, "CLAIM")] == ["Kind", "Claimant", "Stance", "Category"]
    assert [s.title for s in quick_order(SCHEMA, "ACTOR")] == ["Type"]


def test_quick_fill_leaves_out_what_is_filled() -> None:
    claim = span("CLAIM", at(TEXT, "the war will end"), attributes={"kind": "prediction", "stance": ""})
    olena = span("ACTOR", at(TEXT, "Olena"))
    linked = view(olena, claim, relations=(relation("CLAIMANT", claim, olena),))
    assert [s.title for s in to_fill(linked, SCHEMA, claim)] == ["Stance", "Category"]
    author = replace(claim, attributes={"claimant": "AUTHOR", "category": ("war",)})
    assert [s.title for s in to_fill(view(author), SCHEMA, author)] == ["Kind", "Stance"]
    assert not is_filled(view(claim), claim, slots_of(SCHEMA, "CLAIM")[0])


def test_usual_goes_through_the_schema_file() -> None:
    assert schema_json.load(json.dumps(schema_json.dump(SCHEMA))) == SCHEMA


def test_few_values_have_digits_and_letters() -> None:
    kind = SCHEMA.label("CLAIM").attribute("kind")
    assert [(o.digit, o.letter) for o in options(kind)] == [("1", "d"), ("2", "e"), ("3", "f"), ("4", "p"), ("5", "r")]
    assert {o.digit for o in options(CATEGORY)} == {""}


def test_typing_finds_a_value_at_any_level() -> None:
    found = options(CATEGORY)
    assert search(found, "asyl")[0].words == "Migration › Refugees and asylum"
    assert search(found, "Asyl migr")[0].words == "Migration › Refugees and asylum"
    assert search(found, "mig")[0].words == "Migration"
    assert search(found, "no such thing") == ()
    assert search(found, "") == found


def test_accents_and_case_do_not_matter() -> None:
    spec = AttributeSpec(
        "a", "A", AttributeKind.ENUM, tuple(Choice(str(n), t) for n, t in enumerate(("Łódź", "Évian")))
    )
    assert [o.title for o in search(options(spec), "EVI")] == ["Évian"]


def test_values_used_in_the_article_come_first() -> None:
    tax = span("CLAIM", at(TEXT, "taxes rise"), attributes={"category": ("economy/taxes",)}, updated="2")
    war = span("CLAIM", at(TEXT, "the war will end"), attributes={"category": ("war", "economy/taxes")}, updated="3")
    used = used_here(view(war, tax), "CLAIM", "category")
    assert used == ("economy/taxes", "war")
    assert used_here(view(war, tax), "ACTOR", "category") == ()
    found = options(CATEGORY)
    liked = (found[40].value, found[3].value)
    assert [o.value for o in search(found, "", first=liked)[:3]] == [*liked, found[0].value]
