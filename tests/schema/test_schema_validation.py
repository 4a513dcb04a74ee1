"""What is wrong with annotations, and what is still missing, in sentences."""

from __future__ import annotations

from dataclasses import replace

import pytest
from adversarial import annotation_sets, some_text
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotation_schema.model import AnnotationSet, Article, Fragment, Relation, RelationId, Span, SpanId
from annotation_schema.schema import LabelSchema, Nesting
from annotation_schema.validation import Code, missing, nesting_problem, validate
from desktop.core.resources import default_schema

TEXT = "Clara Ortega said in Geneva that the dam will hold, “for ever.”"
ARTICLE = Article("a1", "The dam", TEXT)
SCHEMA = default_schema()


def at(*words: str) -> tuple[Fragment, ...]:
    return tuple(Fragment(TEXT.index(w), TEXT.index(w) + len(w)) for w in words)


ACTOR = Span(SpanId(1), "ACTOR", at("Clara Ortega"), {"type": "person"})
PLACE = Span(SpanId(2), "LOCATION", at("Geneva"), {"reading": "literal"})
CLAIM = Span(
    SpanId(3), "CLAIM", at("the dam will hold", "“for ever.”"), {"kind": "prediction", "category": ("disasters",)}
)
CLAIMANT = Relation(RelationId(1), "CLAIMANT", CLAIM.id, ACTOR.id)


def made(*spans: Span, relations: tuple[Relation, ...] = (), **article) -> AnnotationSet:
    return AnnotationSet("Ana", attributes=article, spans=spans, relations=relations)


def found(annotations: AnnotationSet, schema: LabelSchema = SCHEMA) -> list[str]:
    findings = validate(schema, ARTICLE, annotations)
    assert all(f.article_uid == "a1" for f in findings)
    return [f.message for f in findings]


def changed_label(name: str, **changes) -> LabelSchema:
    return replace(SCHEMA, labels=tuple(replace(x, **changes) if x.name == name else x for x in SCHEMA.labels))


def changed_relation(name: str, **changes) -> LabelSchema:
    return replace(SCHEMA, relations=tuple(replace(x, **changes) if x.name == name else x for x in SCHEMA.relations))


def test_a_well_tagged_article_has_no_findings_and_misses_nothing():
    annotations = made(ACTOR, PLACE, CLAIM, relations=(CLAIMANT,), relevance="relevant")
    assert found(annotations) == []
    assert missing(SCHEMA, annotations) == []


@pytest.mark.parametrize(
    ("span", "message"),
    [
        (replace(PLACE, label="PLACE"), "“PLACE” “Geneva” has the label “PLACE”, which the schema does not have."),
        (replace(PLACE, fragments=()), "Location covers no text."),
        (
            replace(PLACE, fragments=(Fragment(60, 90),)),
            "Location “r.”” reaches outside the text: 60 to 90, and the text has 63 characters.",
        ),
        (
            replace(CLAIM, fragments=(Fragment(6, 12), Fragment(0, 5))),
            "Claim “Ortega … Clara” has a fragment (0 to 5) that does not lie after the one before it, with a gap.",
        ),
        (
            replace(PLACE, fragments=at("Geneva", "dam")),
            "Location “Geneva … dam” has 2 fragments, and Location takes 1 at most.",
        ),
        (replace(PLACE, attributes={"colour": "red"}), "Location “Geneva”: the schema has no attribute “colour” here."),
        (
            replace(PLACE, attributes={"reading": "both"}),
            "Location “Geneva”: Reading must be one of literal, associative, not “both”.",
        ),
        (replace(PLACE, attributes={"latitude": 91}), "Location “Geneva”: Latitude must be 90 or less, not 91."),
        (replace(PLACE, attributes={"latitude": "46"}), "Location “Geneva”: Latitude must be a number, not “46”."),
        (
            replace(PLACE, attributes={"geonames_id": 2.5}),
            "Location “Geneva”: GeoNames id must be a whole number, not 2.5.",
        ),
        (
            replace(PLACE, attributes={"geonames_id": True}),
            "Location “Geneva”: GeoNames id must be a number, not true.",
        ),
        (
            replace(PLACE, attributes={"not_resolvable": "yes"}),
            "Location “Geneva”: Not resolvable must be true or false, not “yes”.",
        ),
    ],
)
def test_a_span_that_breaks_a_rule_is_named_by_its_words(span, message):
    assert found(made(span)) == [message]


@pytest.mark.parametrize(
    ("attributes", "message"),
    [
        ({"category": "economy"}, "Category takes a list of values, not “economy”."),
        ({"category": ("economy/tax", "taxes")}, "Category must be one of the codebook “topics”, not “taxes”."),
        ({"category": ("economy", "economy")}, "Category has “economy” twice."),
        ({"kind": ("demand",)}, "Kind must be one of demand, evaluation, factual, prediction, promise, not a list."),
        ({"date": "2025-02-30"}, "Date must be a date such as 2025, 2025-01 or 2025-01-29, not “2025-02-30”."),
        ({"date": "29.1.2025"}, "Date must be a date such as 2025, 2025-01 or 2025-01-29, not “29.1.2025”."),
        ({"note": "\ud83d"}, "Note contains half of a surrogate pair, which is not a character."),
    ],
)
def test_a_claim_with_a_wrong_value_is_told_what_would_be_right(attributes, message):
    (words,) = found(made(replace(CLAIM, attributes=attributes)))
    assert words == f"Claim “the dam will hold … “for ever.””: {message}"


@pytest.mark.parametrize("date", ["2025", "2025-01", "2024-02-29"])
def test_a_date_may_be_a_year_a_month_or_a_day(date):
    assert found(made(replace(CLAIM, attributes={"kind": "factual", "date": date}))) == []


def test_what_is_switched_off_is_not_wrong_where_it_was_tagged_before():
    cue = Span(SpanId(9), "CUE", at("said"))
    claim = replace(CLAIM, attributes={**CLAIM.attributes, "check_worthiness": "high"})
    annotations = made(ACTOR, claim, cue, relations=(Relation(RelationId(2), "CUE_OF", cue.id, claim.id),))
    assert found(annotations) == []
    assert missing(SCHEMA, annotations) == []


def test_the_articles_own_attributes_are_looked_at():
    assert found(made(relevance="very")) == [
        "The article: Relevance must be one of relevant, irrelevant, unsure, not “very”."
    ]


def test_the_same_words_tagged_twice_are_a_warning():
    (finding,) = validate(SCHEMA, ARTICLE, made(PLACE, replace(PLACE, id=SpanId(8))))
    assert (finding.code, finding.severity, finding.span) == (Code.DUPLICATE_SPAN, "warning", SpanId(8))
    assert found(made(PLACE, replace(PLACE, id=SpanId(8), label="ACTOR", attributes={}))) == []


@pytest.mark.parametrize(
    ("relation", "message"),
    [
        (replace(CLAIMANT, type="SAYS"), "The relation “SAYS” has a type that the schema does not have."),
        (replace(CLAIMANT, target=SpanId(77)), "The relation Claimant has a target that does not exist."),
        (replace(CLAIMANT, source=SpanId(77)), "The relation Claimant has a source that does not exist."),
        (
            replace(CLAIMANT, target=PLACE.id),
            "The relation Claimant ends at Location “Geneva”; it must end at ACTOR.",
        ),
        (
            replace(CLAIMANT, type="OBJECT", source=ACTOR.id, target=PLACE.id),
            "The relation Object starts at Actor “Clara Ortega”; it must start at CLAIM.",
        ),
        (
            replace(CLAIMANT, type="AFFILIATION", source=ACTOR.id, target=ACTOR.id),
            "The relation Affiliation links a span to itself.",
        ),
        (
            replace(CLAIMANT, type="PLACE_OF", target=PLACE.id, attributes={"kind": "near"}),
            "The relation Place: Kind must be one of about, made at, not “near”.",
        ),
    ],
)
def test_a_relation_that_breaks_a_rule_is_told_which(relation, message):
    assert found(made(ACTOR, PLACE, CLAIM, relations=(relation,))) == [message]


def test_the_same_link_made_twice_is_a_warning():
    twice = made(ACTOR, CLAIM, relations=(CLAIMANT, replace(CLAIMANT, id=RelationId(2))))
    (finding,) = validate(SCHEMA, ARTICLE, twice)
    assert (finding.code, finding.severity, finding.relation) == (Code.DUPLICATE_RELATION, "warning", RelationId(2))


def test_more_links_than_the_schema_allows_are_found_once():
    others = [replace(ACTOR, id=SpanId(10 + i), fragments=at(w)) for i, w in enumerate(["Clara", "Ortega"])]
    links = (CLAIMANT, *(Relation(RelationId(10 + i), "CLAIMANT", CLAIM.id, s.id) for i, s in enumerate(others)))
    annotations = made(ACTOR, CLAIM, *others, relations=links)
    assert found(annotations) == []
    assert found(annotations, changed_relation("CLAIMANT", max_per_source=1)) == [
        "The relation Claimant is one too many: Claimant takes 1 for a span."
    ]


def test_a_claim_by_the_author_that_also_has_a_claimant_is_a_warning():
    claim = replace(CLAIM, attributes={"kind": "demand", "claimant": "AUTHOR"})
    (finding,) = validate(SCHEMA, ARTICLE, made(ACTOR, claim, relations=(CLAIMANT,)))
    assert (finding.code, finding.severity) == (Code.ALTERNATIVE, "warning")


# -- nesting


@pytest.mark.parametrize(
    ("nesting", "same_label", "other_label"),
    [(Nesting.ANY, True, True), (Nesting.OTHER_LABELS, False, True), (Nesting.NONE, False, False)],
)
def test_nesting_as_the_schema_allows_it(nesting, same_label, other_label):
    schema = changed_label("ACTOR", nesting=nesting)
    inner = Span(SpanId(5), "ACTOR", at("Ortega"), {"type": "person"})
    place = Span(SpanId(6), "LOCATION", at("Ortega"), {"reading": "literal"})
    assert (found(made(ACTOR, inner), schema) == []) is same_label
    assert (found(made(ACTOR, place), schema) == []) is other_label
    if not same_label:
        assert found(made(ACTOR, inner), schema) == ["Actor “Ortega” may not overlap Actor “Clara Ortega”."]


def test_a_span_in_the_gap_of_a_claim_does_not_nest_in_it():
    schema = changed_label("CLAIM", nesting=Nesting.NONE)
    claim = replace(CLAIM, fragments=at("Clara", "dam"))
    assert found(made(claim, PLACE), schema) == []
    assert nesting_problem(schema, claim, [PLACE]) is None
    assert nesting_problem(schema, claim, [PLACE, ACTOR]) == ACTOR
    assert nesting_problem(schema, claim, [claim]) is None


# -- what is missing


def test_starred_attributes_are_asked_for():
    annotations = made(*(replace(s, attributes={}) for s in (ACTOR, PLACE, CLAIM)))
    assert found(annotations) == []
    findings = missing(SCHEMA, annotations, article=ARTICLE)
    assert [f.message for f in findings] == [
        "Actor “Clara Ortega” needs a value for Type.",
        "Location “Geneva” needs a value for Reading.",
        "Claim “the dam will hold … “for ever.”” needs a value for Kind.",
    ]
    assert {(f.code, f.article_uid, f.span) for f in findings} == {
        (Code.MISSING_ATTRIBUTE, "a1", s.id) for s in (ACTOR, PLACE, CLAIM)
    }


def test_a_required_relation_is_met_by_a_link_or_by_an_alternative_value():
    schema = changed_relation("CLAIMANT", required=True)
    assert [f.message for f in missing(schema, made(CLAIM))] == [
        "Claim at 33 to 63 needs the relation Claimant or the value Author or the value Implicit."
    ]
    assert missing(schema, made(ACTOR, CLAIM, relations=(CLAIMANT,))) == []
    for value in ("AUTHOR", "IMPLICIT"):
        assert missing(schema, made(replace(CLAIM, attributes={"kind": "demand", "claimant": value}))) == []
    assert len(missing(schema, made(replace(CLAIM, attributes={"kind": "demand", "claimant": "?"})))) == 1


def test_a_required_value_that_is_false_counts_and_a_blank_one_does_not():
    note, negated = (replace(SCHEMA.label("CLAIM").attribute(name), required=True) for name in ("note", "negated"))
    schema = changed_label("CLAIM", attributes=(note, negated))
    blank = replace(CLAIM, attributes={"note": " ", "negated": False})
    assert [f.message for f in missing(schema, made(blank))] == ["Claim at 33 to 63 needs a value for Note."]


# -- anything


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_annotations_of_whatever_kind_give_findings_and_never_an_error(data):
    text = data.draw(some_text)
    annotations = data.draw(annotation_sets(text, "Ana", set()))
    labels = st.sampled_from(["CLAIM", "ACTOR", "LOCATION", "?"])
    types = st.sampled_from(["CLAIMANT", "PLACE_OF", "?"])
    values = st.none() | st.lists(st.none() | st.integers()) | st.dictionaries(st.text(), st.text()) | st.floats()
    names = st.sampled_from(["kind", "category", "date", "latitude", "geonames_id", "claimant", "negated"])
    attributes = st.dictionaries(names, values | values.map(lambda v: (v,)), max_size=3)
    annotations = replace(
        annotations,
        spans=tuple(replace(s, label=data.draw(labels), attributes=data.draw(attributes)) for s in annotations.spans),
        relations=tuple(replace(r, type=data.draw(types)) for r in annotations.relations),
    )
    shorter = Article("a1", "", text[: len(text) // 2])
    for schema in (SCHEMA, changed_label("CLAIM", nesting=Nesting.NONE)):
        for finding in [*validate(schema, shorter, annotations), *missing(schema, annotations)]:
            assert finding.message.endswith(".")
            assert finding.article_uid in ("a1", "")
            assert finding.code in set(Code)


def test_reserved_attributes_are_known_everywhere_and_checked():
    place = replace(PLACE, attributes={**PLACE.attributes, "note": "why?"})
    assert found(made(place, suggestions_hidden=True)) == []
    place = replace(PLACE, attributes={**PLACE.attributes, "note": True})
    assert found(made(place, suggestions_hidden="yes")) == [
        "The article: Suggestions hidden must be true or false, not “yes”.",
        "Location “Geneva”: Note must be text, not true.",
    ]
