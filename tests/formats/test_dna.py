"""DNA's project files: read without writing, positions in UTF-16 units, statements with their variables."""

from __future__ import annotations

import hashlib
import sqlite3
from collections import Counter
from pathlib import Path

import pytest

from desktop.core.foreign import mapping
from desktop.core.importing import import_sources
from desktop.core.project import Project
from desktop.core.resources import default_schema, resource_path

SAMPLE = Path(__file__).parents[3] / "shared" / "data" / "formats" / "dna" / "sample.dna"
needs_sample = pytest.mark.skipif(not SAMPLE.is_file(), reason="needs the samples of formats beside the checkout")


def made(path: Path, text: str, *statements: tuple[int, int], version: str = "3.0.7") -> Path:
    """A file of DNA with one document and statements of the type "S" at these places, each with all kinds of values."""
    with sqlite3.connect(path) as db:
        db.executescript(
            """CREATE TABLE SETTINGS(Property TEXT, Value TEXT); CREATE TABLE CODERS(ID INTEGER, Name TEXT);
            CREATE TABLE DOCUMENTS(ID INTEGER, Title TEXT, Text TEXT, Coder INTEGER, Author TEXT, Source TEXT,
                Section TEXT, Notes TEXT, Type TEXT, Date INTEGER);
            CREATE TABLE STATEMENTTYPES(ID INTEGER, Label TEXT); CREATE TABLE VARIABLES(ID, Variable, DataType);
            CREATE TABLE STATEMENTS(ID INTEGER, StatementTypeId, DocumentId, Start INTEGER, Stop INTEGER, Coder);
            CREATE TABLE ENTITIES(ID, VariableId, Value);
            CREATE TABLE ATTRIBUTEVARIABLES(ID, VariableId, AttributeVariable);
            CREATE TABLE ATTRIBUTEVALUES(EntityId, AttributeVariableId, AttributeValue);
            CREATE TABLE DATABOOLEAN(StatementId, VariableId, Value);
            CREATE TABLE DATAINTEGER(StatementId, VariableId, Value);
            CREATE TABLE DATALONGTEXT(StatementId, VariableId, Value);
            CREATE TABLE DATASHORTTEXT(StatementId, VariableId, Entity);
            INSERT INTO CODERS VALUES (1, 'Cora'); INSERT INTO STATEMENTTYPES VALUES (1, 'S');
            INSERT INTO VARIABLES VALUES (1, 'person', 'short text'), (2, 'agree', 'boolean'), (3, 'n', 'integer'),
                (4, 'remark', 'long text');
            INSERT INTO ENTITIES VALUES (1, 1, 'Ann'); INSERT INTO ATTRIBUTEVARIABLES VALUES (1, 1, 'Type');
            INSERT INTO ATTRIBUTEVALUES VALUES (1, 1, 'Business');"""
        )
        db.execute("INSERT INTO SETTINGS VALUES ('version', ?)", (version,))
        db.execute("INSERT INTO DOCUMENTS VALUES (1, 'T', ?, 1, 'By', 'Src', 'Sec', '', '', 1106697600)", (text,))
        for n, (start, stop) in enumerate(statements, 1):
            db.execute("INSERT INTO STATEMENTS VALUES (?, 1, 1, ?, ?, 1)", (n, start, stop))
            db.execute("INSERT INTO DATABOOLEAN VALUES (?, 2, 0)", (n,))
            db.execute("INSERT INTO DATAINTEGER VALUES (?, 3, 7)", (n,))
            db.execute("INSERT INTO DATALONGTEXT VALUES (?, 4, 'why')", (n,))
            db.execute("INSERT INTO DATASHORTTEXT VALUES (?, 1, 1)", (n,))
    return path


def imported(tmp_path: Path, source: Path, **options: object):
    with Project.create(tmp_path / "p.pressmark", default_schema(), annotator="Ada") as project:
        report = import_sources(project, [source], **options)  # type: ignore[arg-type]
        return report, list(project.records()), project.schema


def test_positions_are_utf16_units_of_the_text_as_it_is_stored(tmp_path):
    text = "👨🏻‍🚒 said:\r\n𝒜𝒷 “No.”\r\nEnd"
    units = text.encode("utf-16-le")
    at = units.index("“No.”".encode("utf-16-le")) // 2
    report, (record,), schema = imported(tmp_path, made(tmp_path / "a.dna", text, (at, at + 5), (0, 7)))
    assert not report.problems and record.article.text == text.replace("\r\n", "\n")
    (held,) = record.annotations
    assert held.annotator == "Cora"
    assert [record.article.text[s.start : s.end] for s in held.spans] == ["👨🏻‍🚒", "“No.”"]
    assert held.spans[0].attributes == {"person": "Ann", "agree": False, "n": 7, "remark": "why"}
    assert held.spans[0].origin.details["dna.person.Type"] == "Business"
    assert schema.label("S") is not None
    found = record.article
    assert (found.title, found.byline, found.publisher, found.section) == ("T", "By", "Src", "Sec")
    assert found.published == "2005-01-26"


@pytest.mark.parametrize("place", [(-1, 3), (3, 3), (5, 2), (0, 99)])
def test_a_statement_outside_the_text_is_told_and_costs_no_other(tmp_path, place):
    report, (record,), _ = imported(tmp_path, made(tmp_path / "a.dna", "Ann said no.", place, (0, 3)))
    assert len(record.annotations[0].spans) == 1
    assert [p.record for p in report.problems] == ["1"] and "no place" in report.problems[0].reason


@pytest.mark.parametrize("kind", ["text", "other", "old", "cut", "empty"])
def test_a_file_of_another_kind_is_told(tmp_path, kind):
    path = tmp_path / "a.dna"
    if kind == "other":
        with sqlite3.connect(path) as db:
            db.execute("CREATE TABLE x(y)")
    elif kind in ("old", "cut"):
        made(path, "Ann said no.", (0, 3), version="2.0" if kind == "old" else "3.0.7")
        if kind == "cut":
            path.write_bytes(path.read_bytes()[:9000])
    else:
        path.write_bytes(b"no database" if kind == "text" else b"")
    report, records, _ = imported(tmp_path, path)
    assert not records and len(report.problems) == 1
    assert ("DNA 2.0" if kind == "old" else "Discourse Network Analyzer 3") in report.problems[0].reason


@needs_sample
def test_the_sample_holds_what_a_count_of_its_tables_says_and_is_left_as_it_was(tmp_path):
    before = hashlib.sha256(SAMPLE.read_bytes()).hexdigest(), sorted(p.name for p in SAMPLE.parent.iterdir())
    report, records, schema = imported(tmp_path, SAMPLE, mapping=mapping.load(resource_path("mappings", "dna.json")))
    assert before == (hashlib.sha256(SAMPLE.read_bytes()).hexdigest(), sorted(p.name for p in SAMPLE.parent.iterdir()))
    with sqlite3.connect(f"file:{SAMPLE}?mode=ro&immutable=1", uri=True) as db:
        places = set(db.execute("SELECT DocumentId, Start, Stop FROM STATEMENTS"))
        texts = dict(db.execute("SELECT ID, Text FROM DOCUMENTS"))
        agreed = Counter(v for (v,) in db.execute("SELECT Value FROM DATABOOLEAN"))
    spans = [(r, s) for r in records for held in r.annotations for s in held.spans]
    by_text = {text: number for number, text in texts.items()}
    assert {(by_text[r.article.text], s.start, s.end) for r, s in spans} == places
    assert (len(records), len(spans), report.relations) == (7, 41, 0) and not report.problems
    labels = Counter(s.label for _, s in spans)
    assert labels == {"CLAIM": 40, "Annotation": 1}
    stances = Counter(s.attributes["stance"] for _, s in spans if s.label == "CLAIM")
    assert stances == {"support": agreed[1], "oppose": agreed[0]}
    assert {h.annotator for r in records for h in r.annotations} == {"Coder 1", "Coder 2"}
    claim = schema.label("CLAIM")
    assert claim is not None and {"person", "organization", "concept"} <= {a.name for a in claim.attributes}
