"""WebAnno TSV: out and back; a second reader, written from the specification alone, finds what we wrote."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path

import pytest
from harness import differences, projects, there_and_back
from hypothesis import Phase, given, settings

from annotation_schema.ids import id_text
from annotation_schema.model import (
    AnnotationSet,
    Article,
    ArticleRecord,
    Fragment,
    Relation,
    RelationId,
    Span,
    SpanId,
    Status,
)
from desktop.core.exporters.report import Discontinuous, ExportOptions
from desktop.core.readers.report import Report
from desktop.core.readers.webanno_tsv import read

NO_SHRINKING = (Phase.explicit, Phase.reuse, Phase.generate)  # each example makes two projects


@given(projects())
@settings(max_examples=15, deadline=None, phases=NO_SHRINKING)
def test_round_trip(records):
    with tempfile.TemporaryDirectory() as folder:
        trip = there_and_back("webanno-tsv", records, Path(folder))
    assert differences(trip) == []
    if not trip.report.dropped:
        assert trip.first == trip.second
    assert not trip.imported.problems


def by_the_book(data):
    """Read a file as appendix B of the INCEpTION user guide tells it: units with spans, and relations between them.

    Return the annotations as (begin, end, features) in UTF-16 units, relations as (source, target, features) of them.
    """
    lines = data.decode("utf-8").split("\n")
    assert lines[0] == "#FORMAT=WebAnno TSV 3.3" and lines[3] == "" and lines[4] == ""
    _, *span_columns = lines[1].removeprefix("#T_SP=").split("|")
    _, *relation_columns = lines[2].removeprefix("#T_RL=").split("|")
    assert relation_columns.pop() == "BT_webanno.custom.Span"
    marks, at, relations = {}, {}, []

    def split(text):
        found, start, i = [], 0, 0
        while i < len(text):
            if text[i] == "\\":
                i += 1
            elif text[i] == "|":
                found.append(text[start:i])
                start = i + 1
            i += 1
        return [*found, text[start:]]

    def plain(text):
        return re.sub(r"\\(->|.)", lambda m: {"t": "\t", "n": "\n", "r": "\r"}.get(m[1], m[1]), text, flags=re.DOTALL)

    waiting = []
    for line in lines[5:]:
        if not line or line.startswith("#Text="):
            continue
        assert line.endswith("\t")
        name, place, _, *columns = line[:-1].split("\t")
        begin, end = map(int, place.split("-"))
        assert len(columns) == len(span_columns) + len(relation_columns) + 1
        if columns[0] != "_":
            stacks = [split(c) for c in columns[: len(span_columns)]]
            assert len({len(s) for s in stacks}) == 1
            for number in range(len(stacks[0])):
                ties = {(re.search(r"(?<!\\)\[(\d+)\]$", s[number]) or [0, "0"])[1] for s in stacks}
                assert len(ties) == 1
                tie = ties.pop()
                values = [re.sub(r"(?<!\\)\[\d+\]$", "", s[number]) for s in stacks]
                key = tie if tie != "0" else name
                given = {c: plain(v) for c, v in zip(span_columns, values, strict=True) if v != "*"}
                held = marks.setdefault(key, [begin, end, given])
                assert held[2] == given
                held[1] = end
                at[name, tie] = key
        if columns[-1] != "_":
            stacks = [split(c) for c in columns[len(span_columns) :]]
            for values in zip(*stacks, strict=True):
                given = {c: plain(v) for c, v in zip(relation_columns, values, strict=False) if v != "*"}
                waiting.append((name, values[-1], given))
    for name, reference, given in waiting:
        found = re.fullmatch(r"([\d.-]+)(?:\[(\d+)_(\d+)\])?", reference)
        source, target = at[found[1], found[2] or "0"], at[name, found[3] or "0"]
        relations.append((marks[source], marks[target], given))
    return list(marks.values()), relations


@given(projects())
@settings(max_examples=15, deadline=None, phases=NO_SHRINKING)
def test_a_reader_written_from_the_manual_finds_the_same(records):
    with tempfile.TemporaryDirectory() as folder:
        trip = there_and_back("webanno-tsv", records, Path(folder))
    changed = {d.span for d in trip.report.dropped}
    for record in trip.before:
        utf16 = record.article.text.encode("utf-16-le")
        files = [n for n in trip.first if n.startswith(f"annotation/{record.article.uid}.txt/")]
        assert len(files) == max(1, len(record.annotations))
        for name, held in zip(sorted(files), sorted(record.annotations, key=lambda s: s.annotator), strict=False):
            marks, relations = by_the_book(trip.first[name])
            found = {}
            for begin, end, features in marks:
                covered = utf16[2 * begin : 2 * end].decode("utf-16-le")
                found.setdefault(features["pressmark_id"], []).append((features["label"], covered))
            for span in held.spans:
                if id_text(span.id) not in changed:
                    wanted = [(span.label, record.article.text[f.start : f.end]) for f in span.fragments]
                    assert sorted(found[id_text(span.id)]) == sorted(wanted)
            ends = {(a[2]["pressmark_id"], b[2]["pressmark_id"], g["label"]) for a, b, g in relations}
            for link in held.relations:
                source, target = id_text(link.source), id_text(link.target)
                assert (source, target, link.type) in ends or id_text(link.id) in changed


def one(text, *spans, relations=()):
    made = tuple(
        Span(SpanId(100 + n), label, tuple(Fragment(*f) for f in fragments))
        for n, (label, *fragments) in enumerate(spans)
    )
    return [ArticleRecord(Article("a", "t", text), (AnnotationSet("Ada", Status.STARTED, {}, made, relations),))]


def test_the_rows_of_a_small_article(tmp_path):
    records = one(
        "Annika 😀 said:\nno\\way.",
        ("ACTOR", (0, 3)),
        ("CLAIM", (15, 21)),
        ("CLAIM", (7, 8), (15, 17)),
        relations=(Relation(RelationId(900), "CLAIMANT", SpanId(101), SpanId(100)),),
    )
    trip = there_and_back("webanno-tsv", records, tmp_path)
    rows = trip.first["annotation/a.txt/Ada.tsv"].decode().split("\n")[5:]
    cells = [
        [cell for cell in row.split("\t") if cell.strip("_*") and cell not in ("*[1]", "*[2]", "*[1]|*[2]")]
        for row in rows
    ]
    ids = [id_text(100 + n) for n in range(3)]
    assert cells == [
        ["#Text=Annika 😀 said:"],
        ["1-1", "0-6", "Annika"],
        ["1-1.1", "0-3", "Ann", "ACTOR", ids[0], "CLAIMANT", id_text(900), "2-1[2_0]"],
        ["1-2", "7-9", "😀", "CLAIM", ids[2]],
        ["1-3", "10-14", "said"],
        ["1-4", "14-15", ":"],
        [],
        [r"#Text=no\\way."],
        ["2-1", "16-18", "no", "CLAIM[1]|CLAIM[2]", f"{ids[2]}[1]|{ids[1]}[2]"],
        ["2-2", "18-19", "\\", "CLAIM[2]", f"{ids[1]}[2]"],
        ["2-3", "19-22", "way", "CLAIM[2]", f"{ids[1]}[2]"],
        ["2-4", "22-23", "."],
        [],
        [],
    ]


def test_a_span_in_parts_as_one_or_not_at_all(tmp_path):
    records = one("one two three", ("CLAIM", (0, 3), (8, 13)))
    hull = there_and_back(
        "webanno-tsv", records, tmp_path / "h", options=ExportOptions(discontinuous=Discontinuous.HULL)
    )
    assert hull.after[0].annotations[0].spans[0].fragments == (Fragment(0, 13),)
    none = there_and_back(
        "webanno-tsv", records, tmp_path / "s", options=ExportOptions(discontinuous=Discontinuous.SKIP)
    )
    assert none.after[0].annotations[0].spans == () and len(none.report.dropped) == 1


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("1-2\t4-7\tWRONG\tPER\t", "is not what stands at 4–7"),
        ("1-2\t4-7\ttwo\t", "no row of the layers"),
        ("1-2\t90-93\ttwo\tPER\t", "is not what stands at 90–93"),
        ("1-2\t4-7\ttwo\tPER\tmore\t", "no row of the layers"),
        ("nonsense", "no row of the layers"),
        ("1-2.1\t4-4\t\tPER\t", "has no length"),
    ],
)
def test_a_row_that_is_wrong_costs_no_other(tmp_path, row, words):
    lines = ["#FORMAT=WebAnno TSV 3.2", "#T_SP=x.NamedEntity|value", "", "", "#Text=one two three"]
    lines += ["1-1\t0-3\tone\tPER\t", row, "1-3\t8-13\tthree\tLOC\t", ""]
    file = tmp_path / "x.tsv"
    file.write_text("\r\n".join(lines), encoding="utf-8")
    report = Report()
    (record,) = read(file, report)
    assert [(s.type, s.values) for s in record.sets[0].spans] == [
        ("NamedEntity", {"value": "PER"}),
        ("NamedEntity", {"value": "LOC"}),
    ]
    assert [p.line for p in report.problems] == [7] and words in report.problems[0].reason
    assert record.article.text == "one two three"


def test_another_file_is_refused(tmp_path):
    file = tmp_path / "x.tsv"
    file.write_text("a\tb\n1\t2\n")
    report = Report()
    assert list(read(file, report)) == [] and report.skipped == 1
