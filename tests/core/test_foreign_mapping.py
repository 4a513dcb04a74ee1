"""From a source's own types to a project's labels: what is proposed, what is created, what has no place and is told."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from annotation_schema.model import Article, Fragment
from annotation_schema.schema_checks import check
from annotation_schema.schema_json import dump, load
from desktop.core.errors import AppError
from desktop.core.foreign import mapping as mappings
from desktop.core.foreign.apply import apply
from desktop.core.foreign.inventory import inventory
from desktop.core.foreign.mapping import AttributeTarget, EventTarget, LabelTarget, Mapping, Missing, RelationTarget
from desktop.core.foreign.model import ForeignEvent, ForeignRecord, ForeignRelation, ForeignSet, ForeignSpan
from desktop.core.foreign.proposal import completed, propose, schema_with
from desktop.core.resources import default_schema
from desktop.core.schema_growth import losses

SCHEMA = default_schema()
ARTICLE = Article("a", "T", "Ann said no. " * 20)


def span(key: str, type_: str, start: int, *more: int, **values: object) -> ForeignSpan:
    places = tuple(Fragment(at, at + 3) for at in (start, *more))
    return ForeignSpan(key, type_, places, values)  # type: ignore[arg-type]


def record(*spans: ForeignSpan, **fields: object) -> ForeignRecord:
    return ForeignRecord(ARTICLE, (ForeignSet("bo", spans, **fields),))  # type: ignore[arg-type]


def applied(held: ForeignRecord, mapping: Mapping | None = None):
    found = inventory([held])
    used = completed(mapping, found, SCHEMA)
    grown = schema_with(SCHEMA, used, found)
    assert not list(check(grown)) and not list(losses(SCHEMA, grown))
    assert load(json.dumps(dump(grown))) == grown
    made, remarks = apply(held, used, grown, format="x", annotator="me", now="2026-01-31T12:00:00.000Z")
    return made.annotations[0], [r.sentence for r in remarks], grown


def test_equal_names_map_to_themselves_and_nothing_is_created():
    held = record(span("1", "CLAIM", 0, kind="demand"), span("2", "actor", 4), span("3", "x.y.Location", 8))
    made, remarks, grown = applied(held)
    assert [s.label for s in made.spans] == ["CLAIM", "ACTOR", "LOCATION"] and not remarks
    assert grown == SCHEMA and made.spans[0].attributes == {"kind": "demand"}


def test_sixty_types_become_sixty_labels_the_keys_of_actions_stay():
    held = record(*(span(str(n), f"type {n:02}", n) for n in range(60)))
    made, remarks, grown = applied(held)
    assert not remarks and len({s.label for s in made.spans}) == 60
    new = grown.labels[len(SCHEMA.labels) :]
    keys = [label.key for label in new if label.key]
    assert keys and len(set(keys)) == len(keys) and not set(keys) & set("BRZXJTMOGVFNP123456789")
    assert sum(not label.key for label in new) >= 50


def test_the_schema_grows_by_attributes_choices_parts_and_ends_of_links():
    held = record(
        span("1", "ACTOR", 0, 10, type="robot", mood=True, size=3, tags=("a", "b")),
        span("2", "LOCATION", 4),
        relations=(ForeignRelation("r", "OBJECT", "1", "2", {"sure": "yes"}),),
        values={"source quality": "good"},
    )
    made, remarks, grown = applied(held)
    actor, link = grown.label("ACTOR"), grown.relation("OBJECT")
    assert actor is not None and link is not None and not remarks
    assert actor.max_fragments is None and "robot" in actor.attribute("type").values()
    assert {a.name: a.kind.value for a in actor.attributes if a.name in ("mood", "size", "tags")} == {
        "mood": "boolean",
        "size": "number",
        "tags": "enum",
    }
    assert link.domain == ("CLAIM", "ACTOR") and link.range == ("ACTOR", "LOCATION")
    assert made.relations[0].attributes == {"sure": "yes"}
    assert made.spans[0].attributes == {"type": "robot", "mood": True, "size": 3, "tags": ("a", "b")}
    assert made.attributes == {"source_quality": "good"}


def test_a_link_whose_place_a_value_may_take_does_not_start_elsewhere_and_that_is_told():
    ends = span("1", "ACTOR", 0), span("2", "ACTOR", 4)
    made, remarks, grown = applied(record(*ends, relations=(ForeignRelation("r", "CLAIMANT", "1", "2"),)))
    assert not made.relations and grown == SCHEMA
    assert remarks == ["Claimant does not lead from ACTOR to ACTOR; such links are left out."]


def test_an_event_becomes_the_span_of_its_argument():
    held = record(
        span("t", "Says", 4),
        span("s", "Who", 0),
        span("c", "What", 8),
        events=(ForeignEvent("e", "Says", "t", (("By", "s"), ("That", "c")), {"negated": True}),),
    )
    wanted = Mapping(
        types={"Says": None, "Who": LabelTarget("ACTOR", {"type": "person"}), "What": LabelTarget("CLAIM")},
        attributes={"Says.negated": AttributeTarget("negated")},
        events={"Says": EventTarget("That", {"By": RelationTarget("CLAIMANT")})},
    )
    made, remarks, grown = applied(held, wanted)
    assert not remarks and grown == SCHEMA
    assert [(s.label, dict(s.attributes)) for s in made.spans] == [
        ("ACTOR", {"type": "person"}),
        ("CLAIM", {"negated": True}),
    ]
    (link,) = made.relations
    assert (link.type, link.source, link.target) == ("CLAIMANT", made.spans[1].id, made.spans[0].id)


def test_what_is_left_out_is_told_unless_that_was_wanted():
    held = record(span("1", "Odd", 0), span("2", "ACTOR", 4, type="robot"), span("3", "Bye", 8))
    made, remarks, grown = applied(held, Mapping(missing=Missing.LEAVE, types={"Bye": None}))
    assert grown == SCHEMA and [s.label for s in made.spans] == ["ACTOR"]
    assert len(remarks) == 2 and "Odd" in remarks[0] and "robot" in remarks[1]


def test_values_get_other_words_and_links_turn_round():
    held = record(
        span("1", "ACTOR", 0, role="p", agree=False),
        span("2", "CLAIM", 4),
        relations=(ForeignRelation("r", "says", "1", "2"),),
    )
    wanted = Mapping(
        attributes={
            "*.role": AttributeTarget("type", {"p": "person"}),
            "ACTOR.agree": AttributeTarget("view", {"false": "against"}),
        },
        relations={"says": RelationTarget("CLAIMANT", reverse=True)},
    )
    made, remarks, _ = applied(held, wanted)
    assert made.spans[0].attributes["type"] == "person" and not remarks
    assert (made.relations[0].source, made.relations[0].target) == (made.spans[1].id, made.spans[0].id)


def test_what_a_format_keeps_and_the_annotator_stay_with_the_span():
    held = record(replace(span("1", "ACTOR", 0), kept={"brat": "T1"}, note="who?"))
    made, _, _ = applied(held)
    assert made.annotator == "bo" and made.spans[0].attributes["note"] == "who?"
    assert made.spans[0].origin.details == {"format": "x", "brat": "T1"}


def test_a_proposal_survives_its_file(tmp_path):
    held = record(
        span("t", "Says", 4, mood="x"),
        span("s", "Who", 0),
        events=(ForeignEvent("e", "Says", "t", (("By", "s"),)),),
        relations=(ForeignRelation("r", "knows", "s", "t"),),
    )
    proposed = propose(inventory([held]), SCHEMA)
    mappings.save(proposed, tmp_path / "m.json")
    assert mappings.load(tmp_path / "m.json") == proposed


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{",
        '{"format": "x"}',
        '{"format": "pressmark-mapping/1", "missing": "maybe"}',
        '{"format": "pressmark-mapping/1", "types": []}',
        '{"format": "pressmark-mapping/1", "types": {"A": {"label": 3}}}',
        '{"format": "pressmark-mapping/1", "types": {"A": {"label": "B", "attributes": {"x": {}}}}}',
        '{"format": "pressmark-mapping/1", "attributes": {"A.b": 1}}',
        '{"format": "pressmark-mapping/1", "relations": {"A": {}}}',
        '{"format": "pressmark-mapping/1", "events": {"A": {"span": "", "arguments": {"r": 1}}}}',
    ],
)
def test_a_broken_mapping_is_refused_with_its_name(tmp_path, text):
    (tmp_path / "wrong.json").write_text(text)
    with pytest.raises(AppError) as refused:
        mappings.load(tmp_path / "wrong.json")
    assert "wrong.json" in refused.value.message
