"""CoNLL-2003, IOB2 and IOBES: out and back, as spaCy and seqeval read them, and what other programs write."""

from __future__ import annotations

import tempfile
from collections import Counter
from pathlib import Path

import pytest
from harness import SCHEMA, differences, projects, there_and_back
from hypothesis import given, settings

from annotation_schema.model import AnnotationSet, Article, ArticleRecord, Fragment, Span, SpanId, Status
from desktop.core.exporters.door import export
from desktop.core.exporters.report import Alignment, Discontinuous, ExportOptions, Overlap
from desktop.core.importing import import_sources
from desktop.core.project import Project
from desktop.core.readers.conll import read
from desktop.core.readers.report import Report
from desktop.core.resources import sample_record_file

FORMATS = ("conll2003", "iob2", "iobes")
DOCSTART = "-DOCSTART- -X- O O"


@pytest.mark.parametrize("format", FORMATS)
@given(records=projects())
@settings(max_examples=10)
def test_out_and_back_is_the_same_but_for_what_the_report_names(format, records):
    with tempfile.TemporaryDirectory() as folder:
        trip = there_and_back(format, records, Path(folder))
    assert differences(trip, pooled=True, attributes=False, relations=False) == []
    assert [r.article.text for r in trip.after] == [r.article.text for r in trip.before]
    assert trip.first == trip.second
    assert trip.imported.problems == ()


@given(records=projects())
@settings(max_examples=4)
def test_no_policy_writes_what_cannot_be_read_back(records):
    for overlap in (Overlap.FIRST, Overlap.LABEL_ORDER):
        for parts in (Discontinuous.HULL, Discontinuous.SKIP):
            for alignment in (Alignment.CONTRACT, Alignment.SKIP):
                options = ExportOptions(overlap=overlap, discontinuous=parts, alignment=alignment)
                with tempfile.TemporaryDirectory() as folder:
                    trip = there_and_back("iob2", records, Path(folder), options=options)
                assert trip.first == trip.second
                assert trip.report.read_back == trip.report.spans


def rows_of(data: bytes) -> list[list[list[str]]]:
    """The documents of a file as rows of columns, empty rows for empty lines; from the description alone."""
    documents: list[list[list[str]]] = []
    for line in data.decode().split("\n"):
        if line == DOCSTART:
            documents.append([])
        elif documents:
            documents[-1].append(line.split(" ") if line else [])
    return documents


@given(records=projects(annotators=1))
@settings(max_examples=10)
def test_each_row_is_a_word_of_the_text_in_one_place(records):
    with tempfile.TemporaryDirectory() as folder:
        trip = there_and_back("conll2003", records, Path(folder))
    documents = rows_of(trip.first[""])
    assert len(documents) == len(records)
    for record, rows in zip(trip.before, documents, strict=True):
        text = record.article.text
        seen = 0
        for word, part_of_speech, place, tag in filter(None, rows):
            start, end = map(int, place.split(":")[:2])
            assert text[start:end] == word
            assert text[seen:start].strip() == ""
            assert part_of_speech == "-X-" and (tag == "O" or tag[:2] in ("B-", "I-"))
            seen = end
        assert text[seen:].strip() == ""


@given(records=projects())
@settings(max_examples=10)
def test_spacy_finds_the_same_words_and_entities(records):
    converters = pytest.importorskip("spacy.training.converters")
    with tempfile.TemporaryDirectory() as folder:
        trip = there_and_back("conll2003", records, Path(folder))
    docs = list(converters.conll_ner_to_docs(trip.first[""].decode(), no_print=True))
    assert len(docs) == len(records)
    assert sum(len(doc.ents) for doc in docs) == trip.report.spans
    for doc, rows in zip(docs, rows_of(trip.first[""]), strict=True):
        held = [row for row in rows if row]
        assert [token.text for token in doc] == [row[0] for row in held]
        assert Counter(e.label_ for e in doc.ents) == Counter(r[-1][2:] for r in held if r[-1].startswith("B-"))


@pytest.mark.parametrize(("format", "converter"), [("conll2003", "ner"), ("conllu", "conllu")])
def test_spacy_convert_makes_a_docbin_of_the_sample_project(tmp_path, format, converter):
    convert = pytest.importorskip("spacy.cli.convert").convert
    from spacy import blank
    from spacy.tokens import DocBin

    source = tmp_path / f"corpus.{format}"
    with Project.create(tmp_path / "p.pressmark", SCHEMA, annotator="Ada") as project:
        import_sources(project, [sample_record_file()])
        report = export(project, source, format=format)
    convert(source, tmp_path, converter=converter, file_type="spacy", lang="en")
    docs = list(DocBin().from_disk(tmp_path / "corpus.spacy").get_docs(blank("en").vocab))
    assert sum(len(doc.ents) for doc in docs) == report.spans > 50
    if format == "conllu":
        return
    with Project.create(tmp_path / "q.pressmark", SCHEMA, annotator="Ada") as project:  # and what it made comes in
        assert import_sources(project, [tmp_path / "corpus.spacy"]).spans == report.spans


@pytest.mark.parametrize("format", ["iob2", "iobes"])
@given(records=projects())
@settings(max_examples=10)
def test_seqeval_finds_the_same_spans_strictly(format, records):
    labeling = pytest.importorskip("seqeval.metrics.sequence_labeling")
    scheme = pytest.importorskip("seqeval.scheme")
    with tempfile.TemporaryDirectory() as folder:
        trip = there_and_back(format, records, Path(folder))
    sentences: list[list[str]] = [[]]
    for line in trip.first[""].decode().split("\n"):
        if line and line != DOCSTART:
            sentences[-1].append(line.split(" ")[-1])
        elif sentences[-1]:
            sentences.append([])
    strict = scheme.Entities(sentences, {"iob2": scheme.IOB2, "iobes": scheme.IOBES}[format])
    assert sum(map(len, strict.entities)) == trip.report.spans
    lenient = labeling.get_entities([tag for sentence in sentences for tag in [*sentence, "O"]])
    assert len(lenient) == trip.report.spans


def record(text: str, *spans: Span) -> ArticleRecord:
    return ArticleRecord(Article("a", "t", text), (AnnotationSet("Ada", Status.STARTED, {}, spans),))


def test_the_lines_are_as_documented(tmp_path):
    spans = (
        Span(SpanId(8), "CLAIM", (Fragment(5, 22),)),
        Span(SpanId(9), "LOCATION", (Fragment(12, 16),)),
    )
    trip = there_and_back("conll2003", [record("Hm:\n\nRain. Kyiv is\u00a0\U0001f327.\n", *spans)], tmp_path)
    assert trip.first[""].decode() == (
        f"{DOCSTART}\n\nHm -X- 0:2 O\n: -X- 2:3 O\n\n"
        "Rain -X- 5:9:\\n\\n B-CLAIM\n. -X- 9:10 I-CLAIM\nKyiv -X- 11:15 I-CLAIM\nis -X- 16:18 I-CLAIM\n"
        "\U0001f327 -X- 19:20:\\u00a0 I-CLAIM\n. -X- 20:21::\\n I-CLAIM\n\n"
    )
    assert [loss.reason for loss in trip.report.dropped] == [
        "Its borders are not those of words: it was written with other ones.",
        "Its borders are not those of words: it was written with other ones.",
        "It overlaps a span that is written.",
    ]


def test_two_spans_side_by_side_stay_two(tmp_path):
    spans = tuple(Span(SpanId(8 + n), "ACTOR", (Fragment(*p),)) for n, p in enumerate([(0, 3), (4, 7), (8, 11)]))
    for format in FORMATS:
        trip = there_and_back(format, [record("Ann Bob Cem", *spans)], tmp_path / format)
        assert differences(trip) == [] and trip.report.spans == 3


def found(tmp_path: Path, data: str | bytes) -> tuple[list, Report]:
    path = tmp_path / "x.conll"
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    report = Report()
    return list(read(path, report)), report


def spans(records: list) -> list[list[tuple[str, str]]]:
    return [
        [(s.type, r.article.text[s.fragments[0].start : s.fragments[0].end]) for held in r.sets for s in held.spans]
        for r in records
    ]


@pytest.mark.parametrize(
    "tags",
    ["I-P I-P O I-L", "B-P I-P O B-L", "B-P E-P O S-L", "B-P L-P O U-L", "B-P M-P O W-L"],
)
def test_every_way_of_tagging_gives_the_same_spans(tmp_path, tags):
    rows = "\n".join(f"{w}\t{t}" for w, t in zip(["Ann", "Lee", "in", "Rome"], tags.split(), strict=True))
    records, report = found(tmp_path, rows)
    assert spans(records) == [[("P", "Ann Lee"), ("L", "Rome")]]
    assert report.problems == ()


def test_four_columns_documents_and_line_ends_of_windows(tmp_path):
    data = (
        f"{DOCSTART}\r\n\r\nEU NNP B-NP B-ORG\r\nrejects VBZ B-VP O\r\n\r\n{DOCSTART}\r\n\r\nPeter NNP I-NP I-PER\r\n"
    )
    records, _ = found(tmp_path, data)
    assert [r.article.text for r in records] == ["EU rejects", "Peter"]
    assert spans(records) == [[("ORG", "EU")], [("PER", "Peter")]]


def test_comments_give_the_text_its_spaces(tmp_path):
    data = "# newdoc id = d1\n# text = (Rome, we went)\n1\t(\tO\t-\t-\n2\tRome\tB-LOC\t-\tx\n3\t,\tO\t-\t-\n"
    data += "4\twe\tO\t-\t-\n5\twent\tO\t-\t-\n6\t)\tO\t-\t-\n\n# sent_id = 2\n1\t#\tO\t-\t-\n"
    records, report = found(tmp_path, data)
    assert [r.article.text for r in records] == ["(Rome, we went)\n#"]
    assert spans(records) == [[("LOC", "Rome")]]
    assert report.problems == ()


def test_a_row_without_a_tag_is_told_by_line_and_costs_no_other(tmp_path):
    records, report = found(tmp_path, "Rome\tB-LOC\nis\nfine\tO\nfar\tX\nAnn\tB-PER\n")
    assert spans(records) == [[("LOC", "Rome"), ("PER", "Ann")]]
    assert records[0].article.text == "Rome is fine far Ann"
    assert [p.line for p in report.problems] == [2, 4]


@pytest.mark.parametrize("data", ["", "\n\n", "one\ntwo\n", "a b c\nd e f\n", "# only = a comment\n"])
def test_what_has_no_tags_is_refused_with_a_sentence(tmp_path, data):
    records, report = found(tmp_path, data)
    assert records == [] and len(report.problems) == 1


def test_places_that_do_not_agree_are_not_trusted(tmp_path):
    records, _ = found(tmp_path, f"{DOCSTART}\n\nRome 0:4 B-LOC\nfell 7:11 O\n")
    assert records[0].article.text == "Rome fell"
    assert spans(records) == [[("LOC", "Rome")]]
