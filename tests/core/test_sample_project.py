"""The bundled sample: five articles labelled by hand, valid, rich in the cases that make news hard."""

import json

import pytest

from annotation_schema import offsets, records, validation
from annotation_schema.model import ArticleRecord, Status
from desktop.core.resources import default_schema, sample_record_file


@pytest.fixture(scope="module")
def sample() -> list[ArticleRecord]:
    lines = sample_record_file().read_bytes().split(b"\n")
    assert lines.pop() == b""
    found = []
    for line in lines:
        record, problems = records.from_json(json.loads(line))
        assert not problems
        assert records.to_line(record).encode().rstrip(b"\n") == line, "the sample is in canonical form"
        found.append(record)
    return found


def test_five_articles_labelled_by_hand_and_valid(sample):
    schema = default_schema()
    assert len(sample) == 5
    for record in sample:
        assert record.article.text.startswith(record.article.title + "\n\n")
        assert record.annotations
        for annotations in record.annotations:
            assert validation.validate(schema, record.article, annotations) == []
            if annotations.status is Status.DONE:
                assert validation.missing(schema, annotations) == []


def test_it_shows_the_cases_that_make_news_hard(sample):
    sets = [s for r in sample for s in r.annotations]
    spans = [x for s in sets for x in s.spans]
    assert sum(len(x.fragments) > 1 for x in spans) >= 4, "interrupted quotes"
    assert any(x.attributes.get("type") == "unnamed source" for x in spans)
    assert any(x.attributes.get("reading") == "associative" for x in spans), "metonymic places"
    assert {x.attributes.get("claimant") for x in spans} >= {"AUTHOR", "IMPLICIT"}
    assert any(a.start == b.start and a.end == b.end for s in sets for a in s.spans for b in s.spans if a.id != b.id)
    assert {s.annotator for s in sets} == {"Ana K.", "Ben O."}
    assert any(ord(c) > 0xFFFF for r in sample for c in r.article.text)


def test_every_covered_text_is_what_was_meant(sample):
    for record in sample:
        for annotations in record.annotations:
            for span in annotations.spans:
                for fragment in span.fragments:
                    surface = offsets.surface(record.article.text, (fragment,))
                    assert surface == surface.strip() and surface
                    assert surface[0] not in "”,.;:" and surface[-1] not in "“,;:"
