"""Annotations by others (../shared/data/formats): what is imported is what a count of the raw files gives."""

from __future__ import annotations

import re
import zipfile
from collections import Counter
from pathlib import Path

import pytest
import raw_counts

from desktop.core import readers
from desktop.core.foreign.apply import apply
from desktop.core.foreign.inventory import inventory
from desktop.core.foreign.proposal import propose, schema_with
from desktop.core.readers.report import Report
from desktop.core.resources import default_schema

SAMPLES = Path(__file__).resolve().parents[3] / "shared" / "data" / "formats"
pytestmark = pytest.mark.skipif(not SAMPLES.is_dir(), reason="../shared/data/formats is not here")


def read(format, path):
    spec = readers.reader(format)
    assert spec is not None
    report = Report()
    return list(spec.read(path, report)), report


def counts(records):
    """Return articles, annotators, spans and relations."""
    sets = [held for record in records for held in record.sets]
    spans = sum(len(held.spans) for held in sets)
    relations = sum(len(held.relations) for held in sets)
    return len({r.article.uid for r in records}), len({s.annotator for s in sets}), spans, relations


# --- WebAnno TSV ------------------------------------------------------------------------------


def tsv_files():
    return sorted((SAMPLES / "webanno-tsv").rglob("*.tsv"))


@pytest.mark.parametrize("path", tsv_files(), ids=lambda p: f"{p.parent.name}/{p.name}")
def test_webanno_tsv_holds_what_its_columns_hold(path):
    (record,), report = read("webanno-tsv", path)
    raw, empty = raw_counts.webanno_tsv(path)
    _, _, found, linked = counts([record])
    assert found == raw.spans
    assert [p for p in report.problems if "no length" not in p.reason] == []
    assert len(report.problems) == empty
    # Which relations end where nothing is cannot be told from the columns, but from the same document as XMI.
    twin = raw_counts.cas(path.with_suffix(".xmi"), SAMPLES / "webanno-tsv" / "types") if empty else raw
    assert linked == twin.relations and found == twin.spans
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line.startswith("#Text=") and "\\" not in line:
            assert line.removeprefix("#Text=").rstrip("\r") in record.article.text


def test_webanno_tsv_as_a_whole():
    records = [record for path in tsv_files() for record in read("webanno-tsv", path)[0]]
    print(counts(records))
    assert len(records) == len(tsv_files())


# --- the same document as TSV and as XMI, both written by INCEpTION ---------------------------


SAME = {"NamedEntity": "Span", "POS_NOUN": "POS"}  # the TSV has the layer, the XMI a subtype or a former name


def pairs():
    return sorted(p for p in (SAMPLES / "webanno-tsv" / "suite").rglob("*.xmi") if p.with_suffix(".tsv").is_file())


def marks_of(record):
    """Return the spans as (type, start, end, features that both formats hold) and relations between them."""
    kept = ("value", "role", "PosValue", "coarseValue", "referenceType", "identifier")
    (made,) = record.sets
    text = record.article.text
    by_key = {}
    for span in made.spans:
        start, end = span.fragments[0].start, span.fragments[-1].end
        start += len(text[start:end]) - len(text[start:end].lstrip())  # TSV has no white space outside of tokens
        end -= len(text[start:end]) - len(text[start:end].rstrip())
        values = (str(span.values[k]) for k in kept if k in span.values)
        by_key[span.key] = (SAME.get(span.type, span.type), start, end, *values)
    links = Counter((r.type, by_key[r.source][:3], by_key[r.target][:3]) for r in made.relations)
    return Counter(by_key.values()), links


@pytest.mark.parametrize("path", pairs(), ids=lambda p: p.parent.name)
def test_tsv_and_xmi_of_the_same_document_say_the_same(path):
    pytest.importorskip("cassis")
    (tsv,), _ = read("webanno-tsv", path.with_suffix(".tsv"))
    (xmi,), _ = read("cas-xmi", path)
    spans, links = marks_of(tsv)
    wanted, wanted_links = marks_of(xmi)
    assert spans == wanted and links == wanted_links
    held = xmi.article.text
    assert [(a, b) for a, b in zip(tsv.article.text, held, strict=False) if a != b and not (a + b).isspace()] == []


# --- CAS as XMI and JSON: (articles, annotators, spans, relations, of no length or without text) -----


CAS = {
    "uima-xmi/xmi/cas_has_fs_with_no_namespace.xmi": (1, 1, 1, 0, 0),
    "uima-xmi/xmi/cas_with_collections.xmi": (1, 1, 0, 0, 3),
    "uima-xmi/xmi/cas_with_floating_point_special_values.xmi": (1, 1, 0, 0, 0),
    "uima-xmi/xmi/cas_with_list_features.xmi": (0, 0, 0, 0, 1),
    "uima-xmi/xmi/cas_with_nonindexed_fs.xmi": (1, 1, 0, 0, 0),
    "uima-xmi/xmi/cas_with_reserved_names.xmi": (1, 1, 0, 0, 1),
    "uima-xmi/xmi/cas_with_smileys.xmi": (1, 1, 5, 0, 0),
    "uima-xmi/xmi/cas_with_two_sofas.xmi": (1, 1, 0, 0, 0),
    "uima-xmi/xmi/lenient_cas.xmi": (1, 1, 14, 0, 0),
    "cas-json/one-way/casWithBadSofaFsOrder/data-ref.json": (1, 1, 0, 0, 0),
    "cas-json/one-way/casWithBadSofaFsOrder/data.json": (1, 1, 0, 0, 0),
    "cas-json/ser-ref/casExtendingDocumentAnnotation/data.json": (1, 1, 0, 0, 0),
    "cas-json/ser-ref/casWithEmojiUnicodeTextAndAnnotations/data.json": (1, 1, 9, 0, 0),
    "cas-json/ser-ref/casWithFloatingPointSpecialValues/data.json": (0, 0, 0, 0, 1),
    "cas-json/ser-ref/casWithSofaDataArray/data.json": (0, 0, 0, 0, 1),
    "cas-json/ser-ref/casWithText/data.json": (1, 1, 0, 0, 0),
    "cas-json/ser-ref/emptyCas/data.json": (0, 0, 0, 0, 1),
}


@pytest.mark.parametrize("name", CAS)
def test_cas_holds_what_the_raw_file_holds(name):
    pytest.importorskip("cassis")
    path = SAMPLES / name
    records, report = read("cas-json" if path.suffix == ".json" else "cas-xmi", path)
    told = sum("no length" in p.reason or "holds no text" in p.reason for p in report.problems)
    assert (*counts(records), told) == CAS[name]
    raw = raw_counts.cas(path, SAMPLES / "uima-xmi" / "typesystems")
    assert (counts(records)[2:], len(records)) == ((raw.spans, raw.relations), raw.articles)


def test_every_sample_of_a_cas_is_in_the_table():
    found = {p.relative_to(SAMPLES).as_posix() for p in (SAMPLES / "uima-xmi" / "xmi").glob("*.xmi")}
    found |= {p.relative_to(SAMPLES).as_posix() for p in (SAMPLES / "cas-json").rglob("data*.json")}
    assert found == set(CAS)


# --- Web Annotations: none of the samples has its text, all that is wrong is refused by name ---------


@pytest.mark.parametrize(
    "path", sorted((SAMPLES / "web-annotation").rglob("*.json")), ids=lambda p: f"{p.parent.name}/{p.name}"
)
def test_no_web_annotation_is_imported_silently(path):
    records, report = read("web-annotation", path)
    assert records == [] and report.skipped >= 1
    reason = report.problems[0].reason
    if path.parent.name == "correct":
        assert "The text of" in reason, reason  # the annotation itself is sound
    else:
        assert "The text of" not in reason or path.name in ONLY_SHOULD, reason


ONLY_SHOULD: set[str] = set()


# --- REFI-QDA ---------------------------------------------------------------------------------


def test_the_sample_project_of_refi_qda_comes_whole():
    pytest.importorskip("lxml")
    path = SAMPLES / "refi-qda" / "demo.qdpx"
    with zipfile.ZipFile(path) as archive:
        raw = archive.read("project.qde").decode("utf-8")
        texts = [archive.read(n).decode("utf-8") for n in archive.namelist() if n.endswith(".txt")]
    records, report = read("refi-qda", path)
    assert counts(records) == (len(texts), 1, len(re.findall("<Coding ", raw)), len(re.findall("<Link ", raw)))
    assert sorted(r.article.text for r in records) == sorted(texts) and not report.problems
    places = re.findall(r'startPosition="(\d+)" endPosition="(\d+)"', raw)
    found = {(s.fragments[0].start, s.fragments[0].end) for r in records for h in r.sets for s in h.spans}
    assert found == {(int(a), int(b)) for a, b in places}


@pytest.mark.parametrize(
    ("folder", "format", "kinds"),
    [
        ("webanno-tsv", "webanno-tsv", (".tsv",)),
        ("web-annotation/correct", "web-annotation", (".json",)),
        ("uima-xmi", "cas-xmi", (".xmi",)),
        ("refi-qda", "refi-qda", (".qdpx",)),
    ],
)
def test_files_are_known_without_being_told_their_format(folder, format, kinds):
    files = [p for p in (SAMPLES / folder).rglob("*") if p.suffix in kinds]
    assert files and {spec.format for p in files if (spec := readers.detect(p))} == {format}


# --- through the mapping into the project's terms: nothing is lost on the way -------------------------


def mapped(record, format):
    """Return the record in the project's terms, with what the label schema lacks made."""
    found = inventory([record])
    schema = default_schema()
    mapping = propose(found, schema)
    return apply(
        record,
        mapping,
        schema_with(schema, mapping, found),
        format=format,
        annotator="Ada",
        now="2026-01-31T12:00:00.000Z",
    )


def every_file():
    if not SAMPLES.is_dir():
        return []
    found = [("webanno-tsv", p) for p in tsv_files()]
    found += [("cas-xmi", p) for p in (*pairs(), *sorted((SAMPLES / "uima-xmi" / "xmi").glob("*.xmi")))]
    found += [("cas-json", p) for p in sorted((SAMPLES / "cas-json").rglob("data*.json"))]
    return [*found, ("refi-qda", SAMPLES / "refi-qda" / "demo.qdpx")]


@pytest.mark.parametrize(
    ("format", "path"), every_file(), ids=lambda x: x if isinstance(x, str) else f"{x.parent.name}/{x.name}"
)
def test_what_a_reader_finds_is_what_the_project_gets(format, path):
    if format != "webanno-tsv":
        pytest.importorskip("cassis")
    records, _ = read(format, path)
    for record in records:
        made, remarks = mapped(record, format)
        for before, after in zip(record.sets, made.annotations, strict=True):
            assert Counter(s.fragments for s in before.spans) == Counter(s.fragments for s in after.spans)
            ends = {(r.type, r.source, r.target) for r in before.relations}  # a project holds equal ones once
            assert len(after.relations) == len(ends)
        assert all("links the two already" in remark.sentence for remark in remarks)
