"""The schema a new project starts with: news-claims 1.0, as the guidelines for annotators promise it."""

from __future__ import annotations

import re

import pytest

from annotation_schema.schema import AttributeKind, AttributeSpec, Choice, Cue
from desktop.core.resources import default_schema

SCHEMA = default_schema()
EVERY_ATTRIBUTE: list[tuple[str, AttributeSpec]] = [
    *((x.name, a) for x in SCHEMA.labels for a in x.attributes),
    *((x.name, a) for x in SCHEMA.relations for a in x.attributes),
    *(("article", a) for a in SCHEMA.article_attributes),
]


def test_name_and_version():
    assert (SCHEMA.name, SCHEMA.version) == ("news-claims", "1.0")


def test_labels_keys_and_what_is_switched_on():
    assert [(x.name, x.key, x.enabled) for x in SCHEMA.labels] == [
        ("CLAIM", "C", True),
        ("ACTOR", "A", True),
        ("LOCATION", "L", True),
        ("CUE", "Q", False),
    ]
    assert SCHEMA.label("CLAIM").max_fragments is None


@pytest.mark.parametrize(
    ("owner", "attributes"),
    [
        ("CLAIM", "kind* form category stance negated check_worthiness- date certainty claimant note"),
        ("ACTOR", "type* mention entity_id"),
        ("LOCATION", "reading* geonames_id latitude longitude not_resolvable feature_class"),
        ("CUE", ""),
        ("PLACE_OF", "kind"),
        ("article", "relevance genre dateline note"),
    ],
)
def test_attributes_with_a_star_are_needed_and_those_with_a_minus_are_off(owner, attributes):
    told = [a.name + "*" * a.required + "-" * (not a.enabled) for o, a in EVERY_ATTRIBUTE if o == owner]
    assert told == attributes.split()


@pytest.mark.parametrize(
    ("label", "attribute", "values"),
    [
        ("CLAIM", "kind", "demand, evaluation, factual, prediction, promise"),
        ("CLAIM", "form", "direct quote, indirect, mixed"),
        ("CLAIM", "stance", "support, oppose, neutral, unclear"),
        ("CLAIM", "check_worthiness", "none, low, high"),
        ("CLAIM", "claimant", "AUTHOR, IMPLICIT"),
        (
            "ACTOR",
            "type",
            "person, party, government or authority, parliament, court, armed forces, international organisation, "
            "company, NGO or movement, expert or science, media, public or group, unnamed source, document, other",
        ),
        ("ACTOR", "mention", "name, description, pronoun"),
        ("LOCATION", "reading", "literal, associative"),
        ("PLACE_OF", "kind", "about, made at"),
        ("article", "relevance", "relevant, irrelevant, unsure"),
    ],
)
def test_values_to_choose_from(label, attribute, values):
    (spec,) = [a for o, a in EVERY_ATTRIBUTE if (o, a.name) == (label, attribute)]
    assert ", ".join(spec.values()) == values


def test_relations_their_ends_and_what_is_switched_on():
    assert [f"{r.name}{'' if r.enabled else '-'} {r.domain} {r.range}".replace("'", "") for r in SCHEMA.relations] == [
        "CLAIMANT (CLAIM,) (ACTOR,)",
        "ADDRESSEE (CLAIM,) (ACTOR,)",
        "OBJECT (CLAIM,) (ACTOR, LOCATION)",
        "PLACE_OF (CLAIM,) (LOCATION,)",
        "CUE_OF (CUE,) (CLAIM,)",
        "AFFILIATION (ACTOR,) (ACTOR,)",
        "SUPPORTS- (CLAIM,) (CLAIM,)",
        "CONTRADICTS- (CLAIM,) (CLAIM,)",
        "REPEATS- (CLAIM,) (CLAIM,)",
    ]
    assert all(r.max_per_source is None for r in SCHEMA.relations)


def test_without_cues_nothing_links_a_cue():
    names = [r.name for r in SCHEMA.enabled_relations]
    assert names == ["CLAIMANT", "ADDRESSEE", "OBJECT", "PLACE_OF", "AFFILIATION"]


def test_a_claim_without_a_claimant_in_the_text_has_a_value_instead():
    claimant = SCHEMA.relation("CLAIMANT")
    assert [c.value for c in claimant.alternatives] == ["AUTHOR", "IMPLICIT"]
    assert claimant.alternative_attribute == "claimant"


def test_the_category_codebook_has_two_levels():
    category = SCHEMA.label("CLAIM").attribute("category")
    assert (category.kind, category.codebook, category.multiple) == (AttributeKind.HIERARCHY, "topics", True)
    depths = {path.count("/") for path in category.values()}
    assert depths == {0, 1}
    assert {"economy/tax", "health", "defence", "migration/asylum", "environment/climate", "war/combat"} < set(
        category.values()
    )
    alone = [c.value for c in category.choices if not c.children]
    assert alone == ["other"]


@pytest.mark.parametrize("label", SCHEMA.labels, ids=lambda x: x.name)
def test_annotators_find_a_definition_and_examples_of_both_kinds(label):
    assert len(label.definition) > 100
    assert len(label.examples) >= 2
    assert len(label.counter_examples) >= 2
    for example in (*label.examples, *label.counter_examples):
        assert example.count("[") == example.count("]")
    assert all("[" in example for example in label.examples)


@pytest.mark.parametrize(("owner", "spec"), EVERY_ATTRIBUTE, ids=lambda x: x if isinstance(x, str) else x.name)
def test_annotators_find_a_definition_of_every_attribute_and_choice(owner, spec):
    assert spec.definition
    if not spec.codebook:
        assert all(c.definition for c in spec.choices)


def test_annotators_find_a_definition_of_every_relation_and_main_category():
    assert all(r.definition for r in SCHEMA.relations)
    assert all(c.definition for c in SCHEMA.codebooks["topics"])


def test_every_label_is_told_apart_without_colour():
    assert [(x.cue, x.letter) for x in SCHEMA.labels] == [
        (Cue.BRACKET, "C"),
        (Cue.UNDERLINE, "A"),
        (Cue.DOUBLE_UNDERLINE, "L"),
        (Cue.WAVY, "Q"),
    ]


def luminance(colour: str) -> float:
    """Relative luminance of a colour (WCAG 2.2)."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("label", SCHEMA.labels, ids=lambda x: x.name)
@pytest.mark.parametrize(("theme", "paper", "ink"), [("light", "#fbfaf7", "#1f2328"), ("dark", "#1b1d20", "#e6e3dc")])
def test_lines_and_letters_can_be_seen_and_text_can_be_read_on_the_tint(label, theme, paper, ink):
    def contrast(a: str, b: str) -> float:
        light, dark = sorted((luminance(a), luminance(b)), reverse=True)
        return (light + 0.05) / (dark + 0.05)

    colours = getattr(label, theme)
    assert contrast(colours.ink, paper) >= 3
    assert contrast(ink, colours.tint) >= 4.5


def all_choices(choices: tuple[Choice, ...]) -> list[Choice]:
    return [x for c in choices for x in (c, *all_choices(c.children))]


def test_titles_are_words_for_people():
    titles = [
        *(x.title for x in (*SCHEMA.labels, *SCHEMA.relations)),
        *(a.title for _, a in EVERY_ATTRIBUTE),
        *(c.title for _, a in EVERY_ATTRIBUTE for c in all_choices(a.choices)),
    ]
    assert [t for t in titles if not re.fullmatch(r"[A-Z][^_]*", t)] == []
