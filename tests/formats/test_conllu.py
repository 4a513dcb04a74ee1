"""CoNLL-U: out and back, as the library conllu and spaCy read it, and sentences that others made."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import pytest
from harness import differences, projects, there_and_back
from hypothesis import given, settings

from desktop.core.readers.conllu import read
from desktop.core.readers.report import Report

conllu = pytest.importorskip("conllu")


@given(records=projects())
@settings(max_examples=15)
def test_out_and_back_is_the_same_but_for_what_the_report_names(records):
    with tempfile.TemporaryDirectory() as folder:
        trip = there_and_back("conllu", records, Path(folder))
    assert differences(trip, pooled=True, attributes=False, relations=False) == []
    assert {r.article.uid for r in trip.after} == {r.article.uid for r in trip.before}
    assert trip.first == trip.second
    assert trip.imported.problems == ()


@given(records=projects())
@settings(max_examples=15)
def test_the_library_reads_every_token_in_its_place_and_writes_the_same(records):
    with tempfile.TemporaryDirectory() as folder:
        trip = there_and_back("conllu", records, Path(folder))
    data = trip.first[""].decode()
    sentences = conllu.parse(data)
    texts = {r.article.uid: r.article.text for r in trip.before}
    uid = ""
    for sentence in sentences:
        uid = sentence.metadata.get("newdoc id", uid)
        assert [t["id"] for t in sentence] == list(range(1, len(sentence) + 1))
        for token in sentence:
            start, end = int(token["misc"]["start"]), int(token["misc"]["end"])
            assert texts[uid][start:end] == token["form"]
        words = "".join(t["form"] for t in sentence)
        assert "".join(sentence.metadata["text"].split()) == words
    assert "".join(sentence.serialize() for sentence in sentences) == data


@given(records=projects())
@settings(max_examples=10)
def test_spacy_converts_the_same_entities(records):
    converters = pytest.importorskip("spacy.training.converters")
    with tempfile.TemporaryDirectory() as folder:
        trip = there_and_back("conllu", records, Path(folder))
    docs = list(converters.conllu_to_docs(trip.first[""].decode(), n_sents=1, no_print=True))
    assert sum(len(doc.ents) for doc in docs) == trip.report.spans
    labels = {s.label for r in trip.after for held in r.annotations for s in held.spans}
    assert {e.label_ for doc in docs for e in doc.ents} == labels


def found(tmp_path: Path, data: str) -> tuple[list, Report]:
    path = tmp_path / "x.conllu"
    path.write_bytes(data.encode())
    report = Report()
    return list(read(path, report)), report


def row(number: object, form: str, misc: str = "_") -> str:
    return f"{number}\t{form}" + "\t_" * 7 + f"\t{misc}\n"


def spans(records: list) -> list[list[tuple[str, str]]]:
    return [
        [(s.type, r.article.text[s.fragments[0].start : s.fragments[0].end]) for held in r.sets for s in held.spans]
        for r in records
    ]


def test_words_paragraphs_and_empty_nodes_make_the_text(tmp_path):
    data = (
        "# newdoc id = d1\n# newpar\n# text = Er geht zum See.\n"
        + row(1, "Er")
        + row(2, "geht")
        + row("3-4", "zum")
        + row(3, "zu", "name=B-LOC")
        + row(4, "dem", "name=I-LOC")
        + row("4.1", "gehen")
        + row(5, "See", "name=I-LOC|SpaceAfter=No")
        + row(6, ".")
        + "\n# newpar\n"
        + row(1, "Ja", "SpaceAfter=No")
        + row(2, "!")
        + "\n"
        + row(1, "Gut")
        + "\n# newdoc id = d2\r\n# text = Rom\r\n"
        + row(1, "Rom", "NE=S-LOC")
    )
    records, report = found(tmp_path, data)
    assert [r.article.text for r in records] == ["Er geht zum See.\n\nJa! Gut", "Rom"]
    assert spans(records) == [[("LOC", "zum See")], [("LOC", "Rom")]]
    assert report.problems == ()


def test_a_sentence_that_is_none_is_told_by_line_and_costs_no_other(tmp_path):
    records, report = found(tmp_path, row(1, "Rom", "name=B-LOC") + "\nx y\n\n" + row("a", "b") + "\n" + row(1, "fiel"))
    assert [r.article.text for r in records] == ["Rom fiel"]
    assert [p.line for p in report.problems] == [3, 5]


def test_places_that_do_not_fit_are_told(tmp_path):
    records, report = found(tmp_path, row(1, "Rom", "start=0|end=3|name=B-LOC") + row(2, "fiel", "start=9|end=13"))
    assert spans(records) == [[("LOC", "Rom")]]
    assert len(report.problems) == 1 and report.skipped == 0


def test_without_the_library_the_extra_is_named(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "conllu", None)
    records, report = found(tmp_path, row(1, "Rom"))
    assert records == [] and "conllu" in report.problems[0].reason
