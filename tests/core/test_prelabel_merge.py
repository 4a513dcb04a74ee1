"""From a pipeline's labels to ours: the map as data, and what becomes of what was found."""

import json
from dataclasses import replace

import pytest

from annotation_schema.model import Fragment
from desktop.core.errors import AppError
from desktop.core.prelabel.label_map import check, default_label_map, dump, parse, restrict, with_new_names
from desktop.core.prelabel.merge import Mapper
from desktop.core.prelabel.messages import FoundRelation, FoundSpan
from desktop.core.resources import default_schema
from desktop.core.view import NewRelation


def test_default_map_fits_the_default_schema():
    assert check(default_label_map(), default_schema()) == []
    assert restrict(default_label_map(), default_schema()) == default_label_map()


@pytest.mark.parametrize(
    ("theirs", "ours"),
    [
        ("PERSON", "ACTOR"),
        ("ORG", "ACTOR"),
        ("NORP", "ACTOR"),
        ("GPE", "LOCATION"),
        ("LOC", "LOCATION"),
        ("FAC", "LOCATION"),
        ("PER", "ACTOR"),
    ],
)
def test_default_map_of_ontonotes_labels(theirs, ours):
    label, attributes = default_label_map()[theirs]
    assert label == ours
    assert attributes == {
        "PERSON": {"type": "person"},
        "PER": {"type": "person"},
        "NORP": {"type": "public or group"},
    }.get(theirs, {})


def test_map_survives_its_json():
    odd = parse({"A b": ["CLAIM", {"category": ["x", "y"], "negated": True, "n": 1.5}]})
    assert parse(json.loads(json.dumps(dump(odd)))) == odd


@pytest.mark.parametrize(
    ("value", "named"),
    [
        ([], "object"),
        ({"": ["ACTOR", {}]}, "empty"),
        ({"GPE": "LOCATION"}, "GPE"),
        ({"GPE": ["LOCATION"]}, "GPE"),
        ({"GPE": [1, {}]}, "GPE"),
        ({"GPE": ["LOCATION", []]}, "GPE"),
        ({"GPE": ["LOCATION", {"a": None}]}, "“a”"),
        ({"GPE": ["LOCATION", {"a": [1]}]}, "“a”"),
    ],
)
def test_wrong_maps_are_refused_and_the_entry_is_named(value, named):
    with pytest.raises(AppError, match=named):
        parse(value)


def test_what_does_not_fit_the_schema_is_named_and_left_out():
    given = parse({"GPE": ["PLACE", {}], "PER": ["ACTOR", {"type": "martian", "mood": "x"}], "ORG": ["ACTOR", {}]})
    sentences = check(given, default_schema())
    assert len(sentences) == 3
    assert "PLACE" in sentences[0] and "martian" in sentences[1] and "mood" in sentences[2]
    assert restrict(given, default_schema()) == {"PER": ("ACTOR", {}), "ORG": ("ACTOR", {})}


def test_mapped_keeps_text_order_and_one_of_equal_ones():
    found = [
        FoundSpan((Fragment(10, 12),), "GPE"),
        FoundSpan((Fragment(0, 4),), "PERSON"),
        FoundSpan((Fragment(0, 9),), "ORG"),
        FoundSpan((Fragment(0, 4),), "DATE"),
        FoundSpan((Fragment(10, 12),), "LOC", 0.7),
        FoundSpan((Fragment(10, 12),), "GPE", 0.1),
    ]
    answer = Mapper(default_label_map(), default_schema()).mapped(found)
    got = answer.spans
    assert answer.left_out == {"DATE": 1}
    assert [(s.label, s.source_label, s.fragments, s.score) for s in got] == [
        ("ACTOR", "ORG", (Fragment(0, 9),), None),
        ("ACTOR", "PERSON", (Fragment(0, 4),), None),
        ("LOCATION", "GPE", (Fragment(10, 12),), 0.7),
    ]
    assert got[1].attributes == {"type": "person"}


def at(*pairs):
    return tuple(Fragment(a, b) for a, b in pairs)


def schema_with(*labels, links=()):
    """The default schema with some labels and links switched on."""
    schema = default_schema()
    return replace(
        schema,
        labels=tuple(replace(x, enabled=x.enabled or x.name in labels) for x in schema.labels),
        relations=tuple(replace(r, enabled=r.enabled or r.name in links) for r in schema.relations),
    )


CLAIM = FoundSpan(at((0, 9), (20, 30)), "CLAIM", 0.8, {"form": "direct quote", "mood": "cross"})
SHE = FoundSpan(at((12, 15)), "ACTOR", 0.6, {"mention": "pronoun", "type": "person"})
CUE = FoundSpan(at((16, 20)), "CUE")


def test_a_claim_comes_with_its_claimant_and_attributes_that_the_schema_has():
    relations = [FoundRelation("claimant", 1, 0, "", 0.9), FoundRelation("cue", 2, 1), FoundRelation("mood", 1, 0)]
    got = Mapper(default_label_map(), default_schema()).mapped([SHE, CLAIM, CUE], relations)
    assert [(s.label, s.fragments, s.attributes, s.score) for s in got.spans] == [
        ("CLAIM", CLAIM.fragments, {"form": "direct quote"}, 0.8),
        ("ACTOR", SHE.fragments, {"mention": "pronoun", "type": "person"}, 0.6),
    ]
    assert got.relations == (NewRelation("CLAIMANT", 0, 1, 0.9),)
    assert got.left_out == {"CLAIM.mood": 1, "mood": 1}  # CUE is switched off: known, and passed over


def test_cues_come_where_the_project_has_them():
    schema = schema_with("CUE", links=("CUE_OF",))
    got = Mapper(default_label_map(), schema).mapped([CLAIM, CUE], [FoundRelation("cue", 1, 0)])
    assert [s.label for s in got.spans] == ["CLAIM", "CUE"]
    assert got.relations == (NewRelation("CUE_OF", 1, 0),)


def test_nobody_in_the_text_is_an_attribute_of_the_claim():
    mapper = Mapper(default_label_map(), default_schema())
    author = FoundRelation("claimant", 0, None, "AUTHOR")
    assert mapper.mapped([CLAIM], [author]).spans[0].attributes["claimant"] == "AUTHOR"
    for links in ([author, FoundRelation("claimant", 0, 1)], [FoundRelation("claimant", 0, 1), author]):
        both = mapper.mapped([CLAIM, SHE], links)
        assert "claimant" not in both.spans[0].attributes and len(both.relations) == 1
    odd = mapper.mapped([CLAIM, SHE], [FoundRelation("claimant", 0, None, "NOBODY"), FoundRelation("claimant", 1, 0)])
    assert odd.left_out["claimant"] == 2 and odd.relations == () and "claimant" not in odd.spans[0].attributes


def test_too_many_parts_and_equal_ones_and_a_link_to_what_is_left_out():
    mapper = Mapper(default_label_map(), default_schema())
    parts = FoundSpan(at((12, 15), (40, 50)), "PERSON")
    touching = FoundSpan(at((0, 9), (9, 11)), "CLAIM")
    got = mapper.mapped([parts, touching, SHE, FoundSpan(at((12, 15)), "ORG", 0.1)], [FoundRelation("claimant", 1, 0)])
    assert got.left_out == {"PERSON": 1}
    assert [s.fragments for s in got.spans] == [at((0, 11)), at((12, 15))]
    assert got.spans[1].score == 0.6 and got.spans[1].attributes == {"mention": "pronoun", "type": "person"}
    assert got.relations == ()


def test_links_meet_again_after_equal_ones_have_become_one():
    name = FoundSpan(at((12, 15)), "PERSON", None, {"mention": "name"})
    links = [FoundRelation("claimant", 0, 1), FoundRelation("claimant", 0, 2)]
    got = Mapper(default_label_map(), default_schema()).mapped([CLAIM, name, SHE], links)
    assert got.relations == (NewRelation("CLAIMANT", 0, 1),)
    assert got.spans[1].attributes == {"type": "person", "mention": "name"} and got.spans[1].score == 0.6


def test_stored_maps_of_before_learn_the_new_names():
    before = json.dumps({"CLAIM": ["CLAIM", {}], "claimant": ["OBJECT", {}]})
    after = parse(json.loads(with_new_names(before)))
    assert after["cue"] == ("CUE_OF", {}) and after["claimant"] == ("OBJECT", {})
    assert with_new_names('{"GPE": ["LOCATION", {}]}') == '{"GPE": ["LOCATION", {}]}'
