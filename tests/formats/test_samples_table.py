"""All samples by others in one table: what a project holds after the import is what independent counts give.

A file is imported into a project of its own, since many samples are the same text in several forms; a row is the sum
over the files of a source. The counts beside are made from the raw files by the tests of each family, without our
readers. brat has its own table (``test_brat_samples``).
"""

from __future__ import annotations

import re
import sqlite3
import zipfile
from contextlib import closing
from pathlib import Path

import pytest
from harness import SCHEMA
from test_cas_samples import pairs, raw_cas, raw_tsv
from test_tasks_samples import conll, conllu, doccano, label_studio, prodigy

from desktop.core.importing import import_sources
from desktop.core.project import Project

SAMPLES = Path(__file__).resolve().parents[3] / "shared" / "data" / "formats"
pytestmark = pytest.mark.skipif(not SAMPLES.is_dir(), reason="the samples of others are not here (../shared)")

TABLE = {
    # source: format, extensions, (files, articles, annotators, spans, relations)
    "webanno-tsv": ("webanno-tsv", ".tsv", (64, 64, 4, 6082, 751)),
    "webanno-tsv/suite": ("cas-xmi", ".xmi", (37, 37, 1, 103, 18)),
    "uima-xmi": ("cas-xmi", ".xmi", (9, 8, 1, 20, 0)),
    "cas-json": ("cas-json", ".json", (8, 5, 1, 9, 0)),
    "conll": ("conll2003", "", (6, 51, 1, 189, 0)),
    "conllu": ("conllu", "", (6, 6, 0, 0, 0)),
    "prodigy": ("prodigy", "", (2, 502, 1, 725, 0)),
    "doccano": ("doccano", "", (2, 4, 1, 7, 3)),
    "label-studio": ("label-studio", "", (2, 2, 1, 1, 0)),
    "web-annotation": ("web-annotation", ".json", (40, 0, 0, 0, 0)),
    "dna": ("dna", ".dna", (1, 7, 2, 41, 0)),
    "refi-qda": ("refi-qda", ".qdpx", (1, 2, 1, 205, 0)),
}
SOFA = re.compile(r'"?sofaString"?\s*[=:]\s*"[^"]')
BY_HAND = {"conll": conll, "conllu": conllu, "prodigy": prodigy, "doccano": doccano, "label-studio": label_studio}


def files(source: str) -> list[Path]:
    ending = TABLE[source][1]
    found = (p for p in sorted((SAMPLES / source).rglob(f"*{ending}")) if p.is_file())
    return [p for p in found if source != "cas-json" or p.name.startswith("data")]


def raw(source: str, path: Path) -> tuple[int, int, int | None]:
    """Articles, spans and relations of a file, counted from its bytes; None: its relations are not counted."""
    match source:
        case "webanno-tsv":
            spans, relations, empty = raw_tsv(path)
            return 1, spans, None if empty else relations
        case "webanno-tsv/suite":  # the same document, counted from its twin
            return raw("webanno-tsv", path.with_suffix(".tsv"))
        case "uima-xmi" | "cas-json":
            return len(SOFA.findall(path.read_text(encoding="utf-8"))), raw_cas(path), None
        case "web-annotation":
            return 0, 0, 0  # none of these files has the text that it is about
        case "dna":
            with closing(sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True)) as db:
                count = "SELECT (SELECT count(*) FROM DOCUMENTS), (SELECT count(*) FROM STATEMENTS), 0"
                return db.execute(count).fetchone()
        case "refi-qda":
            with zipfile.ZipFile(path) as archive:
                project = archive.read("project.qde").decode("utf-8")
            return tuple(len(re.findall(f"<{name} ", project)) for name in ("TextSource", "Coding", "Link"))
        case _:
            articles, labels, relations = BY_HAND[source](path)
            return articles, labels.total(), relations


@pytest.mark.parametrize("source", TABLE)
def test_the_project_holds_what_the_files_hold(tmp_path, source):
    format, _, row = TABLE[source]
    found = [0, 0, 0]
    annotators: set[str] = set()
    for number, path in enumerate(files(source)):
        with Project.create(tmp_path / f"{number}.pressmark", SCHEMA, annotator="Ada") as project:
            report = import_sources(project, [path], format=format)
            records = list(project.records())
        sets = [held for r in records for held in r.annotations]
        annotators |= {held.annotator for held in sets}
        held = (len(records), sum(len(s.spans) for s in sets), sum(len(s.relations) for s in sets))
        articles, spans, relations = raw(source, path)
        assert held[1] == spans == report.spans, path
        twice = sum("links the two already" in p.reason for p in report.problems)
        assert relations is None or held[2] + twice == relations == report.relations + twice, path
        assert held[0] + report.duplicates + report.extended == articles, path
        found = [a + b for a, b in zip(found, held, strict=True)]
    assert (len(files(source)), found[0], len(annotators), *found[1:]) == row


def test_every_source_is_in_a_table():
    assert pairs()
    ours = {p.name for p in SAMPLES.iterdir() if p.is_dir()}
    annotated = {"brat", "inception-project", "pubannotation"} | {name.split("/")[0] for name in TABLE}
    texts = {"docx", "europresse", "factiva", "feeds", "html", "mail", "newsml-1", "newsml-g2", "nexis", "ninjs"}
    texts |= {"nitf", "pdf", "plain-text", "reuters-21578", "rtf", "tables", "warc"}
    assert ours <= annotated | texts
