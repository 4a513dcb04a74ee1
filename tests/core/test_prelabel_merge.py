"""From a pipeline's labels to ours: the map as data, and what becomes of what was found."""

import json

import pytest

from annotation_schema.model import Fragment
from desktop.core.errors import AppError
from desktop.core.prelabel.label_map import check, default_label_map, dump, parse, restrict
from desktop.core.prelabel.merge import mapped
from desktop.core.prelabel.protocol import FoundSpan
from desktop.core.resources import default_schema


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
        FoundSpan(10, 12, "GPE"),
        FoundSpan(0, 4, "PERSON"),
        FoundSpan(0, 9, "ORG"),
        FoundSpan(0, 4, "DATE"),
        FoundSpan(10, 12, "LOC", 0.7),
        FoundSpan(10, 12, "GPE", 0.1),
    ]
    got = mapped(found, default_label_map())
    assert [(s.label, s.source_label, s.fragments, s.score) for s in got] == [
        ("ACTOR", "ORG", (Fragment(0, 9),), None),
        ("ACTOR", "PERSON", (Fragment(0, 4),), None),
        ("LOCATION", "GPE", (Fragment(10, 12),), 0.7),
    ]
    assert got[1].attributes == {"type": "person"}
