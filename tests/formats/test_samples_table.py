"""All samples by others in one table: what a project holds after the import is what independent counts give.

A file is imported into a project of its own, since many samples are the same text in several forms; a row is the sum
over the files of a source. The counts beside are made from the raw files (``raw_counts`` and the tests of tasks and
tokens), without our readers: articles, annotators by name, spans and relations of each file. brat has its own table
(``test_brat_samples``).
"""

from __future__ import annotations

from pathlib import Path

import pytest
import raw_counts
from harness import SCHEMA
from raw_counts import Raw
from test_cas_samples import pairs
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
BY_ROW = {"conll": conll, "conllu": conllu, "prodigy": prodigy, "doccano": doccano, "label-studio": label_studio}


def files(source: str) -> list[Path]:
    ending = TABLE[source][1]
    found = (p for p in sorted((SAMPLES / source).rglob(f"*{ending}")) if p.is_file())
    return [p for p in found if source != "cas-json" or p.name.startswith("data")]


def raw(source: str, path: Path) -> Raw:
    """What a file holds, counted from its bytes."""
    match source:
        case "webanno-tsv":
            held, empty = raw_counts.webanno_tsv(path)
            if empty:  # which relations end at what has no length: told by the same document as XMI
                held.relations = raw("webanno-tsv/suite", path.with_suffix(".xmi")).relations
            return held
        case "webanno-tsv/suite":
            return raw_counts.cas(path, SAMPLES / "webanno-tsv" / "types")
        case "uima-xmi" | "cas-json":
            return raw_counts.cas(path, SAMPLES / "uima-xmi" / "typesystems")
        case "web-annotation":
            return Raw()  # none of these files has the text that it is about
        case "dna":
            return raw_counts.dna(path)
        case "refi-qda":
            return raw_counts.refi_qda(path)
        case _:
            articles, labels, relations = BY_ROW[source](path)
            return Raw(articles, labels.total(), relations, raw_counts.annotators(source, path))


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
        held = (len(records), sum(len(s.spans) for s in sets), sum(len(s.relations) for s in sets))
        counted = raw(source, path)
        assert held[1] == counted.spans == report.spans, path
        twice = sum("links the two already" in p.reason for p in report.problems)
        assert held[2] + twice == counted.relations == report.relations + twice, path
        assert held[0] + report.duplicates + report.extended == counted.articles, path
        names = {s.annotator for s in sets}
        assert names == {name or "Ada" for name in counted.annotators}, path  # who is not named is who imports
        annotators |= names
        found = [a + b for a, b in zip(found, held, strict=True)]
    assert (len(files(source)), found[0], len(annotators), *found[1:]) == row


def test_every_source_is_in_a_table():
    assert pairs()
    ours = {p.name for p in SAMPLES.iterdir() if p.is_dir()}
    annotated = {"brat", "inception-project", "pubannotation"} | {name.split("/")[0] for name in TABLE}
    texts = {"docx", "europresse", "factiva", "feeds", "html", "mail", "newsml-1", "newsml-g2", "nexis", "ninjs"}
    texts |= {"nitf", "pdf", "plain-text", "reuters-21578", "rtf", "tables", "warc"}
    assert ours <= annotated | texts
