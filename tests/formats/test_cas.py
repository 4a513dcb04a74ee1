"""CAS as XMI and JSON: out and back; dkpro-cassis, told nothing of us, finds every span where it was."""

from __future__ import annotations

import io
import tempfile
from pathlib import Path

import pytest
from harness import differences, projects, there_and_back
from hypothesis import Phase, given, settings

from annotation_schema.ids import id_text
from annotation_schema.model import AnnotationSet, Article, ArticleRecord, Fragment, Span, SpanId, Status
from desktop.core.exporters.report import What
from desktop.core.readers.cas import read_xmi
from desktop.core.readers.report import Report

cassis = pytest.importorskip("cassis")
NO_SHRINKING = (Phase.explicit, Phase.reuse, Phase.generate)  # each example makes two projects


@pytest.mark.parametrize("format", ["cas-xmi", "cas-json"])
@given(records=projects())
@settings(max_examples=12, deadline=None, phases=NO_SHRINKING)
def test_round_trip(format, records):
    with tempfile.TemporaryDirectory() as folder:
        trip = there_and_back(format, records, Path(folder))
    assert differences(trip) == []
    if all(d.what is not What.ATTRIBUTE for d in trip.report.dropped):
        assert trip.first == trip.second
    assert not trip.imported.problems


def load(files, name):
    if name.endswith(".json"):
        return cassis.load_cas_from_json(files[name].decode())
    types = cassis.load_typesystem(io.BytesIO(files["TypeSystem.xml"]))
    return cassis.load_cas_from_xmi(io.BytesIO(files[name]), typesystem=types)


@pytest.mark.parametrize("format", ["cas-xmi", "cas-json"])
@given(records=projects())
@settings(max_examples=8, deadline=None, phases=NO_SHRINKING)
def test_cassis_finds_every_span_relation_and_token(format, records):
    with tempfile.TemporaryDirectory() as folder:
        trip = there_and_back(format, records, Path(folder))
    for record in trip.before:
        replaced = any(d.article == record.article.uid and d.what is What.ARTICLE for d in trip.report.dropped)
        names = sorted(n for n in trip.first if n.startswith(f"annotation/{record.article.uid}.txt/"))
        assert len(names) == max(1, len(record.annotations))
        for name, held in zip(names, sorted(record.annotations, key=lambda s: s.annotator), strict=False):
            cas = load(trip.first, name)
            assert cas.sofa_string == record.article.text or replaced
            found = {}
            for mark in cas.select("webanno.custom.Span"):
                found.setdefault((mark.pressmark_id, mark.label), []).append((mark.begin, mark.end))
                assert replaced or mark.get_covered_text() == record.article.text[mark.begin : mark.end]
            assert {k: sorted(v) for k, v in found.items()} == {
                (id_text(s.id), s.label): [(f.start, f.end) for f in s.fragments] for s in held.spans
            }
            links = cas.select("webanno.custom.Relation")
            assert sorted((x.Governor.pressmark_id, x.label, x.Dependent.pressmark_id) for x in links) == sorted(
                (id_text(r.source), r.type, id_text(r.target)) for r in held.relations
            )
            for token in cas.select("de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token"):
                assert token.get_covered_text() == token.get_covered_text().strip() != ""


def test_positions_in_the_file_are_utf16(tmp_path):
    span = Span(SpanId(100), "ACTOR", (Fragment(2, 5),))
    record = ArticleRecord(Article("a", "t", "😀 Ann"), (AnnotationSet("Ada", Status.STARTED, {}, (span,)),))
    trip = there_and_back("cas-xmi", [record], tmp_path)
    (made,) = (x for x in trip.first["annotation/a.txt/Ada.xmi"].split(b"<") if x.startswith(b"custom:Span"))
    assert b'begin="3" end="6"' in made


def test_what_xml_cannot_hold_is_told_and_comes_back_from_the_source_beside(tmp_path):
    text = "a\x0bb \ufffe😀 c"
    span = Span(SpanId(100), "ACTOR", (Fragment(5, 6),))
    record = ArticleRecord(Article("a", "t", text), (AnnotationSet("Ada", Status.STARTED, {}, (span,)),))
    trip = there_and_back("cas-xmi", [record], tmp_path)
    assert [d.what for d in trip.report.dropped] == [What.ARTICLE]
    assert [r.article.text for r in trip.after] == [text] and differences(trip) == []


XMI = """<?xml version="1.0"?>{doctype}
<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore" xmlns:c="http:///my/types.ecore" \
xmi:version="2.0"><cas:NULL xmi:id="0"/><c:Person xmi:id="2" sofa="1" begin="0" end="3" role="guest"/>\
<c:Person xmi:id="3" sofa="1" begin="8" end="11"/><c:Knows xmi:id="4" sofa="1" begin="8" end="11" Governor="2" \
Dependent="3"/>{more}<cas:Sofa xmi:id="1" sofaNum="1" sofaID="_InitialView" mimeType="text" sofaString="{text}"/>\
<cas:View sofa="1" members="2 3 4"/></xmi:XMI>"""


def read(tmp_path, **parts):
    file = tmp_path / "x.xmi"
    file.write_text(XMI.format(**{"doctype": "", "more": "", "text": "Ann met Bob."} | parts), encoding="utf-8")
    report = Report()
    return list(read_xmi(file, report)), report


def test_without_a_type_system_the_types_are_taken_from_the_file(tmp_path):
    (record,), report = read(tmp_path)
    (made,) = record.sets
    assert [(s.type, s.fragments, s.values) for s in made.spans] == [
        ("Person", (Fragment(0, 3),), {"role": "guest"}),
        ("Person", (Fragment(8, 11),), {}),
    ]
    assert [(r.type, r.source, r.target) for r in made.relations] == [("Knows", made.spans[0].key, made.spans[1].key)]
    assert "type system" in report.problems[0].reason and report.skipped == 0


def test_line_ends_become_one_character(tmp_path):
    (record,), _ = read(tmp_path, text="Ann&#13;&#10;me&#13;&#10;Bob")
    assert record.article.text == "Ann\nme\nBob"
    assert [record.article.text[s.fragments[0].start : s.fragments[0].end] for s in record.sets[0].spans] == [
        "Ann",
        "Bo",
    ]


@pytest.mark.parametrize(
    "doctype",
    [
        '<!DOCTYPE x [<!ENTITY a "b">]>',
        '<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd">',
        '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>',
    ],
)
def test_entities_are_refused_before_the_library_sees_them(tmp_path, doctype):
    records, report = read(tmp_path, doctype=doctype)
    assert records == [] and "document type" in report.problems[0].reason


@pytest.mark.parametrize("text", ["", "<a/>", "<xmi:XMI", "\0\0", "{}"])
def test_what_is_no_xmi_is_refused(tmp_path, text):
    file = tmp_path / "x.xmi"
    file.write_text(text)
    report = Report()
    assert list(read_xmi(file, report)) == [] and report.skipped == 1
