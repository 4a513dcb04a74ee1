"""Annotations by others (../shared/data/formats): what is imported is what an independent count of the raw files gives."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from desktop.core import readers
from desktop.core.readers.report import Report

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


def raw_tsv(path):
    """Count annotations in the raw columns: (spans, relations, of no length)."""
    header, rows = [], []
    for line in path.read_text(encoding="utf-8").split("\n"):
        line = line.rstrip("\r")
        if line.startswith("#T_"):
            name, *columns = line[6:].split("|")
            header.append((line[3:5], name, columns))
        elif re.match(r"\d+-\d+(\.\d+)?\t", line):
            rows.append(line.split("\t"))

    def split(cell, sign="|"):
        return re.split(rf"(?<!\\){re.escape(sign)}", cell.replace("\\\\", "\x00"))

    marks, relations = {}, 0
    at = 3
    tokens = set()
    for kind, name, columns in header:
        slots = {n + 1 for n, c in enumerate(columns) if c.startswith("ROLE_")}
        for row in rows:
            cells = row[at : at + len(columns)]
            begin, end = map(int, row[1].split("-"))
            if kind == "RL":
                for reference in split(cells[-1]) if cells[-1] != "_" else ():
                    relations += 1
                    base = columns[-1].removeprefix("BT_")
                    if base not in {n for _, n, _ in header}:
                        tokens |= {(base, row[0]), (base, reference.split("[")[0])}
                continue
            if all(c == "_" for c in cells):
                continue
            for number in range(max(len(split(c)) for c in cells)):
                here = [split(c)[number] if number < len(split(c)) else "_" for c in cells]
                if kind == "CH":
                    link = next((re.search(r"->(\d+)-(\d+)$", c) for c in here if "->" in c), None)
                    key = (name, "link", link[0]) if link else None
                else:
                    ties = [re.search(r"(?<!\\)\[(\d+)\]$", c) for n, c in enumerate(here) if n not in slots]
                    tie = next((t[1] for t in ties if t), None)
                    key = (name, tie) if tie else (name, row[0], number)
                if key is not None:
                    old = marks.get(key, (begin, end))
                    marks[key] = (min(old[0], begin), max(old[1], end))
                for n in slots:
                    if n < len(here) and here[n] not in ("_", "*"):
                        relations += len([p for p in split(here[n], ";") if p not in ("*", "_")])
        at += len(columns)
    links = Counter((k[0], k[2].split("-")[1]) for k in marks if k[1] == "link")
    relations += sum(n - 1 for n in links.values())
    empty = sum(a == b for a, b in marks.values())
    return len(marks) - empty + len(tokens), relations, empty


@pytest.mark.parametrize("path", tsv_files(), ids=lambda p: f"{p.parent.name}/{p.name}")
def test_webanno_tsv_holds_what_its_columns_hold(path):
    (record,), report = read("webanno-tsv", path)
    spans, relations, empty = raw_tsv(path)
    _, _, found, linked = counts([record])
    assert found == spans
    assert [p for p in report.problems if "no length" not in p.reason] == []
    assert len(report.problems) == empty
    if not empty:
        assert linked == relations
    else:
        assert linked <= relations
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line.startswith("#Text=") and "\\" not in line:
            assert line.removeprefix("#Text=").rstrip("\r") in record.article.text


def test_webanno_tsv_as_a_whole():
    records = [record for path in tsv_files() for record in read("webanno-tsv", path)[0]]
    print(counts(records))
    assert len(records) == len(tsv_files())
