"""DocBin: our exports come back, and files that spaCy wrote: entities, span groups, what is missing, what is broken."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from harness import differences, projects, there_and_back
from hypothesis import given, settings

from desktop.core.readers.docbin import read
from desktop.core.readers.report import Report

spacy = pytest.importorskip("spacy")


@given(records=projects(articles=3))
@settings(max_examples=3)
def test_out_and_back_is_the_same_but_for_what_the_report_names(records):
    with tempfile.TemporaryDirectory() as folder:
        trip = there_and_back("docbin", records, Path(folder))
    assert differences(trip, pooled=True, attributes=False, relations=False) == []
    assert {r.article.uid for r in trip.after} == {r.article.uid for r in trip.before}


def found(tmp_path: Path, *docs: object) -> tuple[list, Report]:
    from spacy.tokens import DocBin

    path = tmp_path / "x.spacy"
    DocBin(docs=docs, store_user_data=True).to_disk(path)
    report = Report()
    return list(read(path, report)), report


def spans(record: object) -> set[tuple[str, str]]:
    return {
        (s.type, "|".join(record.article.text[f.start : f.end] for f in s.fragments))
        for held in record.sets
        for s in held.spans
    }


def test_entities_and_groups_of_others_are_spans_each_once(tmp_path):
    from spacy.tokens import Span

    doc = spacy.blank("en")("Ann \U0001f327 went to\r\nNew York and Rome.")
    where = {t.text: t.i for t in doc}
    york = (where["New"], where["York"] + 1)
    doc.ents = [Span(doc, 0, 1, "PERSON", kb_id="Q1"), Span(doc, *york, "GPE")]
    doc.spans["sc"] = [Span(doc, *york, "GPE"), Span(doc, 0, york[1], "CLAIM")]
    doc.spans["coref"] = [Span(doc, where["Rome"], where["Rome"] + 1)]
    (record,), report = found(tmp_path, doc)
    assert record.article.text == "Ann \U0001f327 went to\nNew York and Rome."
    assert spans(record) == {
        ("PERSON", "Ann"),
        ("GPE", "New York"),
        ("CLAIM", "Ann \U0001f327 went to\nNew York"),
        ("coref", "Rome"),
    }
    kept = {s.type: dict(s.kept) for s in record.sets[0].spans}
    assert kept["PERSON"] == {"kb_id": "Q1"} and kept["coref"] == {"group": "coref"}
    assert report.problems == ()


def test_entities_that_are_missing_are_no_annotations_and_those_that_are_not_there_are(tmp_path):
    nlp = spacy.blank("en")
    missing, outside = nlp("Nobody looked."), nlp("Nothing here.")
    missing.set_ents([], default="missing")
    outside.set_ents([], default="outside")
    (first, second), _ = found(tmp_path, missing, outside)
    assert first.sets == () and len(second.sets) == 1 and second.sets[0].spans == ()


@pytest.mark.parametrize("data", [b"", b"no DocBin", b"x\x9c\x03\x00\x00\x00\x00\x01"])
def test_a_file_that_is_none_is_refused_with_a_sentence(tmp_path, data):
    path = tmp_path / "x.spacy"
    path.write_bytes(data)
    report = Report()
    assert list(read(path, report)) == []
    assert len(report.problems) == 1 and "DocBin" in report.problems[0].reason


def test_an_empty_doc_is_told_and_costs_no_other(tmp_path):
    nlp = spacy.blank("en")
    records, report = found(tmp_path, nlp(""), nlp("Rome"))
    assert [r.article.text for r in records] == ["Rome"]
    assert [p.record for p in report.problems] == ["1"]
