"""Prodigy: out and back, tokens as spaCy has them, and tasks that others made."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

import pytest
from harness import differences, projects, there_and_back
from hypothesis import given, settings

from desktop.core.exporters.report import Alignment, Discontinuous, ExportOptions
from desktop.core.readers.prodigy import read
from desktop.core.readers.report import Report


@given(records=projects())
@settings(max_examples=15)
def test_out_and_back_is_the_same_but_for_what_the_report_names(records):
    with tempfile.TemporaryDirectory() as folder:
        trip = there_and_back("prodigy", records, Path(folder), file="out.jsonl")
    assert differences(trip) == []
    assert {r.article.uid for r in trip.after} == {r.article.uid for r in trip.before}
    assert trip.first == trip.second
    assert trip.imported.problems == ()


@given(records=projects(articles=1))
@settings(max_examples=10)
def test_tokens_and_spans_are_a_doc_of_spacy(records):
    spacy = pytest.importorskip("spacy")
    from spacy.tokens import Doc

    with tempfile.TemporaryDirectory() as folder:
        trip = there_and_back("prodigy", records, Path(folder), file="out.jsonl")
    nlp = spacy.blank("xx")
    for line in trip.first[""].decode().split("\n")[:-1]:
        task = json.loads(line)
        tokens = task["tokens"]
        doc = Doc(nlp.vocab, words=[t["text"] for t in tokens], spaces=[t["ws"] for t in tokens])
        assert doc.text == task["text"]
        assert [(t.idx, t.idx + len(t)) for t in doc] == [(t["start"], t["end"]) for t in tokens]
        assert [t["id"] for t in tokens] == list(range(len(doc)))
        for span in task.get("spans", []):
            there = doc.char_span(span["start"], span["end"], span["label"], alignment_mode="strict")
            assert (there.start, there.end - 1) == (span["token_start"], span["token_end"])
            assert not there.text[0].isspace() and not there.text[-1].isspace()
        for link in task.get("relations", []):
            for token, end in (("head", "head_span"), ("child", "child_span")):
                assert link[token] == link[end]["token_end"]
                assert {k: link[end][k] for k in ("start", "end", "label")} in [
                    {k: span[k] for k in ("start", "end", "label")} for span in task["spans"]
                ]


@given(records=projects())
@settings(max_examples=4)
def test_policies_are_followed_and_read_back(records):
    for parts in (Discontinuous.HULL, Discontinuous.SKIP):
        for alignment in (Alignment.CONTRACT, Alignment.SKIP):
            options = ExportOptions(discontinuous=parts, alignment=alignment)
            with tempfile.TemporaryDirectory() as folder:
                trip = there_and_back("prodigy", records, Path(folder), options=options, file="out.jsonl")
            assert differences(trip) == []
            assert all(len(s.fragments) == 1 for r in trip.after for held in r.annotations for s in held.spans)


def found(tmp_path: Path, *tasks: dict) -> tuple[list, Report]:
    path = tmp_path / "x.jsonl"
    path.write_text("".join(json.dumps(t) + "\n" for t in tasks), encoding="utf-8")
    report = Report()
    return list(read(path, report)), report


def spans(records: list) -> list[list[tuple[str, str, str]]]:
    return [
        [
            (held.annotator, s.type, "|".join(r.article.text[f.start : f.end] for f in s.fragments))
            for held in r.sets
            for s in held.spans
        ]
        for r in records
    ]


def test_only_what_was_accepted_counts_and_the_rest_is_told_once(tmp_path):
    tasks = [
        {"text": f"Rome {n}", "spans": [{"start": 0, "end": 4, "label": "LOC"}], "answer": answer}
        for n, answer in enumerate(["accept", "reject", "ignore"])
    ]
    records, report = found(tmp_path, *tasks)
    assert spans(records) == [[("", "LOC", "Rome")], [], []]
    assert len(report.problems) == 1 and report.skipped == 0


def test_offsets_are_code_points_and_survive_windows_line_ends_and_a_headline(tmp_path):
    task = {"text": "\ufeff\U0001f327\r\nRome fell", "meta": {"title": "News"}, "_session_id": "db-ann"}
    task["spans"] = [{"start": 4, "end": 8, "label": "LOC"}]
    records, report = found(tmp_path, task)
    assert records[0].article.text == "News\n\n\U0001f327\nRome fell"
    assert spans(records) == [[("db-ann", "LOC", "Rome")]]
    assert report.problems == ()


def test_relations_are_found_by_their_spans(tmp_path):
    head, child = {"start": 0, "end": 3, "label": "PER"}, {"start": 12, "end": 16, "label": "LOC"}
    task = {"text": "Ann went to Rome", "spans": [head, child]}
    task["relations"] = [
        {"head": 0, "child": 3, "head_span": head, "child_span": child, "label": "WENT"},
        {"head": 0, "child": 2, "head_span": head, "child_span": {"start": 4, "end": 8, "label": "X"}, "label": "NO"},
    ]
    records, report = found(tmp_path, task)
    (link,) = records[0].sets[0].relations
    by_key = {s.key: s.type for s in records[0].sets[0].spans}
    assert (link.type, by_key[link.source], by_key[link.target]) == ("WENT", "PER", "LOC")
    assert len(report.problems) == 1


@pytest.mark.parametrize(
    "span",
    [
        {"start": -1, "end": 4, "label": "LOC"},
        {"start": 2, "end": 2, "label": "LOC"},
        {"start": 4, "end": 2, "label": "LOC"},
        {"start": 0, "end": 99, "label": "LOC"},
        {"start": "0", "end": "4", "label": "LOC"},
        {"start": True, "end": 4, "label": "LOC"},
        {"start": 0, "end": 4, "label": " "},
        {"start": 0, "end": 4},
        {"start": 0, "end": 4, "label": "LOC", "text": "Oslo"},
        {"token_start": 0, "token_end": 7, "label": "LOC"},
    ],
)
def test_a_span_that_is_wrong_is_told_and_costs_no_other(tmp_path, span):
    records, report = found(tmp_path, {"text": "Rome fell", "spans": [span, {"start": 5, "end": 9, "label": "V"}]})
    assert spans(records) == [[("", "V", "fell")]]
    assert [p.line for p in report.problems] == [1]


def test_a_span_of_tokens_alone_has_their_place(tmp_path):
    tokens = [{"text": "Rome", "start": 0, "end": 4, "id": 0}, {"text": "fell", "start": 5, "end": 9, "id": 1}]
    task = {"text": "Rome fell", "tokens": tokens, "spans": [{"token_start": 0, "token_end": 1, "label": "S"}]}
    records, _ = found(tmp_path, task)
    assert spans(records) == [[("", "S", "Rome fell")]]
