"""DocBin: our exports come back, and files that spaCy wrote: entities, span groups, what is missing, what is broken."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from harness import SCHEMA, differences, projects, there_and_back
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from desktop.core.exporters.door import export
from desktop.core.exporters.report import What
from desktop.core.importing import import_sources
from desktop.core.project import Project
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
    assert kept["PERSON"] == {"kb_id": "Q1"} and kept["coref"] == {"groups": '[["coref",0,"","",""]]'}
    assert report.problems == ()


# --- groups of other programs -----------------------------------------------------------------------


def held_in(path: Path) -> list[tuple[object, ...]]:
    """Entities and groups of each doc of a file, as spaCy has them, without the group of all spans of ours."""
    from spacy.tokens import DocBin
    from spacy.vocab import Vocab

    found = []
    for doc in DocBin().from_disk(path).get_docs(Vocab()):
        groups = {
            name: (dict(group.attrs), [(s.start_char, s.end_char, s.label_, s.id_, s.kb_id_) for s in group])
            for name, group in doc.spans.items()
            if name != "sc"
        }
        found.append((doc.text, {(e.start_char, e.end_char, e.kb_id_) for e in doc.ents}, groups))
    return found


def out_of(tmp_path: Path, path: Path, times: int) -> list[Path]:
    """What a file gives, what that gives, and so on."""
    made = []
    for number in range(times):
        with Project.create(tmp_path / f"{number}.pressmark", SCHEMA, annotator="Ada") as project:
            assert not import_sources(project, [path], format="docbin").problems
            dropped = export(project, tmp_path / f"out-{number}", format="docbin").dropped
        assert not [d for d in dropped if d.what is not What.ATTRIBUTE and "overlaps" not in d.reason]
        path = tmp_path / f"out-{number}" / "corpus.spacy"
        made.append(path)
    return made


words = st.sampled_from(["Ann", "\U0001f327", "Rome", "e\u0301", "\u05e9\u05dc\u05d5\u05dd", "12", "a"])
names_ = st.sampled_from(["", "Q1", "x \U0001f600", "\u00e9"])
plain = st.recursive(st.none() | st.booleans() | st.integers(-9, 9) | st.text(max_size=3), st.lists, max_leaves=3)


@st.composite
def docs(draw: st.DrawFn) -> list[object]:
    """Docs that differ in their texts, with entities and groups of any kind."""
    from spacy.tokens import Doc, Span, SpanGroup

    vocab = spacy.blank("en").vocab
    made = []
    for number in range(12):
        doc = Doc(vocab, words=[f"Doc{number}", *draw(st.lists(words, min_size=1, max_size=5))])

        def span(label: str, doc: Doc = doc) -> Span:
            first = draw(st.integers(0, len(doc) - 1))
            last = draw(st.integers(first + 1, len(doc)))
            return Span(doc, first, last, label, kb_id=draw(names_), span_id=draw(names_))

        doc.set_ents([span("LOCATION")] if draw(st.booleans()) else [], default="outside")
        for name in draw(st.lists(st.sampled_from(["coref", "\U0001f600 x", "sc"]), unique=True)):
            spans = [span(draw(st.sampled_from(["ACTOR", "LOCATION"]))) for _ in range(draw(st.integers(0, 3)))]
            attributes = draw(st.dictionaries(st.text(max_size=3), plain, max_size=2))
            doc.spans[name] = SpanGroup(doc, name=name, attrs=attributes, spans=spans)
        made.append(doc)
    return made


@given(docs())
@settings(max_examples=1, deadline=None, phases=(Phase.generate,))  # two processes with spaCy are begun for each file
def test_groups_their_attributes_and_ids_of_a_knowledge_base_go_out_again(held):
    from spacy.tokens import DocBin

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "in.spacy"
        DocBin(docs=held, store_user_data=True).to_disk(path)
        before = held_in(path)
        first, second = out_of(Path(folder), path, 2)
        assert first.read_bytes() == second.read_bytes()
        after = held_in(first)
    assert [text for text, _, _ in after] == [text for text, _, _ in before]
    for doc, (_, _, groups), (_, made, written) in zip(held, before, after, strict=True):
        for name, (attributes, spans) in groups.items():
            if attributes or spans or name in written:
                assert written.pop(name) == (attributes, spans)
        assert not written
        known = {span.kb_id_ for spans in (doc.ents, *doc.spans.values()) for span in spans}
        assert {kb_id for *_, kb_id in made} <= known | {""}


def test_an_entity_keeps_its_id_in_the_knowledge_base(tmp_path):
    from spacy.tokens import DocBin, Span, SpanGroup

    doc = spacy.blank("en")("Ann \U0001f327 met Bob in Rome.")
    doc.ents = [Span(doc, 0, 1, "PERSON", kb_id="Q1"), Span(doc, 5, 6, "GPE", kb_id="Q220")]
    doc.spans["coref"] = SpanGroup(doc, name="coref", attrs={"by": ["x", {"v": 1}]}, spans=[doc[3:4], doc[0:1]])
    doc.spans["empty"] = SpanGroup(doc, name="empty", attrs={"k": None})
    DocBin(docs=[doc], store_user_data=True).to_disk(tmp_path / "in.spacy")
    (first,) = out_of(tmp_path, tmp_path / "in.spacy", 1)
    assert held_in(first) == held_in(tmp_path / "in.spacy")
    records = list(read(first, Report()))
    assert len(records[0].sets[0].spans) == 4  # the two entities, and the two spans of the group, which have no label


def test_what_was_relabelled_leaves_its_groups_and_what_no_project_holds_is_told(tmp_path):
    from spacy.tokens import DocBin, Span, SpanGroup

    doc = spacy.blank("en")("Ann met Bob.")
    doc.spans["g"] = SpanGroup(doc, name="g", attrs={"a": b"1"}, spans=[Span(doc, 0, 1, "ACTOR"), doc[2:3]])
    DocBin(docs=[doc], store_user_data=True).to_disk(tmp_path / "in.spacy")
    with Project.create(tmp_path / "p.pressmark", SCHEMA, annotator="Ada") as project:
        report = import_sources(project, [tmp_path / "in.spacy"], format="docbin")
        assert ["Attributes of the group “g”" in p.reason for p in report.problems] == [True]
        (record,) = project.records()
    held = record.annotations[0]
    changed = replace(held, spans=tuple(replace(s, label="LOCATION") for s in held.spans if s.label == "ACTOR"))
    with Project.create(tmp_path / "q.pressmark", SCHEMA, annotator="Ada") as project:
        project.add_articles([replace(record, annotations=(changed,))])
        report = export(project, tmp_path / "out", format="docbin")
    assert [lost.reason for lost in report.dropped] == [
        "It was changed since its import: it is not written in the groups that it came from."
    ]
    assert held_in(tmp_path / "out" / "corpus.spacy") == [("Ann met Bob.", {(0, 3, "")}, {})]


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
