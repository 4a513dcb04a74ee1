"""Files that others made (CoNLL, CoNLL-U, Prodigy, doccano, Label Studio): what is imported is what is in them.

The counts beside are made from the raw files by a few lines of their own, not by our readers.
"""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest
from harness import SCHEMA

from desktop.core.importing import import_sources
from desktop.core.project import Project

SAMPLES = Path(__file__).parents[3] / "shared" / "data" / "formats"
pytestmark = pytest.mark.skipif(not SAMPLES.is_dir(), reason="the samples of others are not here (../shared)")

Counts = tuple[int, Counter[str], int]  # articles, spans by label, relations


def conll(path: Path) -> Counts:
    """IOB2 rows: a span begins at each B; documents at their markers."""
    lines = path.read_text(encoding="utf-8").split("\n")
    labels: Counter[str] = Counter()
    for line in lines:
        cells = line.split("\t") if "\t" in line else line.split()
        found = [c for c in cells[1:] if c.startswith("B-")]
        labels.update(c[2:] for c in found[-1:])
    documents = sum(line.startswith(("# newdoc", "-DOCSTART-")) for line in lines)
    return max(documents, 1), labels, 0


def conllu(path: Path) -> Counts:
    lines = path.read_text(encoding="utf-8").split("\n")
    return max(sum(line.startswith("# newdoc") for line in lines), 1), Counter(), 0


def prodigy(path: Path) -> Counts:
    tasks = [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]
    good = [t for t in tasks if t.get("answer", "accept") == "accept"]
    return len(tasks), Counter(s["label"] for t in good for s in t.get("spans", [])), 0


def doccano(path: Path) -> Counts:
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]
    labels = [triple[2] for r in rows for triple in r.get("column_label", [])]
    labels += [e["label"] for r in rows for e in r.get("entities", [])]
    return len(rows), Counter(labels), sum(len(r.get("relations", [])) for r in rows)


def label_studio(path: Path) -> Counts:
    held = json.loads(path.read_text(encoding="utf-8"))
    tasks = held if isinstance(held, list) else [held]
    results = [r for t in tasks for a in t.get("annotations", []) for r in a["result"]]
    regions = [label for r in results if r["type"] == "labels" for label in r["value"]["labels"]]
    return len(tasks), Counter(regions), sum(r["type"] == "relation" for r in results)


FAMILIES = {
    "conll": ("conll2003", conll),
    "conllu": ("conllu", conllu),
    "prodigy": ("prodigy", prodigy),
    "doccano": ("doccano", doccano),
    "label-studio": ("label-studio", label_studio),
}
FILES = [(name, path) for name in FAMILIES for path in sorted((SAMPLES / name).glob("*")) if path.is_file()]


@pytest.mark.parametrize(("family", "path"), FILES, ids=lambda v: v.name if isinstance(v, Path) else v)
def test_every_article_span_and_relation_of_the_file_is_in_the_project(tmp_path, family, path):
    format, count = FAMILIES[family]
    articles, labels, relations = count(path)
    with Project.create(tmp_path / "p.pressmark", SCHEMA, annotator="Ada") as project:
        report = import_sources(project, [path], format=format)
        records = list(project.records())
    assert report.skipped == 0
    assert report.articles + report.duplicates + report.extended == articles
    assert report.articles == len(records)
    assert sum(len(held.spans) for r in records for held in r.annotations) == report.spans == labels.total()
    assert report.relations == relations
    found = Counter(s.label for r in records for held in r.annotations for s in held.spans)
    expected: Counter[str] = Counter()
    for label, count_of in labels.items():  # PER and ORG are both ACTOR, say
        expected[report.mapping.types[label].label] += count_of
    assert found == expected


def test_all_samples_are_looked_at():
    assert Counter(family for family, _ in FILES) == {
        "conll": 6,
        "conllu": 6,
        "prodigy": 2,
        "doccano": 2,
        "label-studio": 2,
    }
