"""Reads a project file of Discourse Network Analyzer 3, an SQLite file of its own kind; opened to be read only.

Nothing is written, nor laid beside it: the file is opened as one that does not change. Positions are UTF-16 units of
the document's text, as Java counts.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast
from urllib.parse import quote

_TABLES = ("DOCUMENTS", "STATEMENTS", "STATEMENTTYPES", "VARIABLES", "ENTITIES", "CODERS")
_VALUES = """
SELECT d.StatementId, v.Variable, v.DataType, d.Value, NULL FROM DATABOOLEAN d JOIN VARIABLES v ON v.ID = d.VariableId
UNION ALL
SELECT d.StatementId, v.Variable, v.DataType, d.Value, NULL FROM DATAINTEGER d JOIN VARIABLES v ON v.ID = d.VariableId
UNION ALL
SELECT d.StatementId, v.Variable, v.DataType, d.Value, NULL FROM DATALONGTEXT d JOIN VARIABLES v ON v.ID = d.VariableId
UNION ALL
SELECT d.StatementId, v.Variable, v.DataType, e.Value, e.ID FROM DATASHORTTEXT d
    JOIN VARIABLES v ON v.ID = d.VariableId JOIN ENTITIES e ON e.ID = d.Entity
"""


class DnaFileError(Exception):
    """The file cannot be read as one of DNA 3; ``version`` is what it says it is, "" if nothing."""

    def __init__(self, version: str = "") -> None:
        """Keep the version."""
        super().__init__(version)
        self.version = version


@dataclass(frozen=True, slots=True)
class DnaStatement:
    """A coded stretch of a document; ``known``: what the file says of the entities in it, by variable and name."""

    id: int
    type: str
    start: int
    stop: int
    coder: str
    values: dict[str, str | bool | int] = field(default_factory=dict[str, str | bool | int])
    known: dict[str, str] = field(default_factory=dict[str, str])


@dataclass(frozen=True, slots=True)
class DnaDocument:
    """A document with its statements; ``date`` is in seconds since 1970, None if there is none."""

    id: int
    title: str
    text: str
    author: str
    source: str
    section: str
    notes: str
    type: str
    date: int | None
    coder: str
    statements: tuple[DnaStatement, ...]


def documents(path: Path) -> Iterator[DnaDocument]:
    """Give the documents, one at a time. Raises DnaFileError; OSError if there is no such file."""
    path.stat()
    try:
        with closing(sqlite3.connect(f"file:{quote(str(path.absolute()))}?mode=ro&immutable=1", uri=True)) as conn:
            conn.execute("PRAGMA trusted_schema = OFF")
            _check(conn)
            names = _facts(conn)
            coders = {row[0]: str(row[1]) for row in conn.execute("SELECT ID, Name FROM CODERS")}
            for row in conn.execute(
                "SELECT ID, Title, Text, Author, Source, Section, Notes, Type, Date, Coder FROM DOCUMENTS ORDER BY ID"
            ):
                title, text, author, source, section, notes, kind = (str(value or "") for value in row[1:8])
                date = row[8] if isinstance(row[8], int) else None
                statements = tuple(_statements(conn, row[0], coders, names))
                coder = coders.get(row[9], "")
                yield DnaDocument(row[0], title, text, author, source, section, notes, kind, date, coder, statements)
    except sqlite3.Error as error:
        raise DnaFileError from error


def _check(conn: sqlite3.Connection) -> None:
    tables = {str(row[0]).upper() for row in conn.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    version = ""
    if "SETTINGS" in tables:
        row = conn.execute("SELECT Value FROM SETTINGS WHERE Property = 'version'").fetchone()
        version = str(row[0]) if row else ""
    if not tables.issuperset(_TABLES) or not version.startswith("3"):
        raise DnaFileError(version)


def _facts(conn: sqlite3.Connection) -> dict[int, dict[str, str]]:
    """Return what is said of entities: their attributes that are not empty."""
    found: dict[int, dict[str, str]] = {}
    for entity, name, value in conn.execute(
        """SELECT v.EntityId, a.AttributeVariable, v.AttributeValue FROM ATTRIBUTEVALUES v
        JOIN ATTRIBUTEVARIABLES a ON a.ID = v.AttributeVariableId WHERE v.AttributeValue <> ''"""
    ):
        found.setdefault(entity, {})[str(name)] = str(value)
    return found


def _statements(
    conn: sqlite3.Connection, document: int, coders: dict[int, str], facts: dict[int, dict[str, str]]
) -> Iterator[DnaStatement]:
    made: dict[int, DnaStatement] = {}
    for number, kind, start, stop, coder in conn.execute(
        """SELECT s.ID, t.Label, s.Start, s.Stop, s.Coder FROM STATEMENTS s
        JOIN STATEMENTTYPES t ON t.ID = s.StatementTypeId WHERE s.DocumentId = ? ORDER BY s.Start, s.ID""",
        (document,),
    ):
        made[number] = DnaStatement(number, str(kind), int(start), int(stop), coders.get(coder, ""))
    query = f"SELECT * FROM ({_VALUES}) WHERE StatementId IN (SELECT ID FROM STATEMENTS WHERE DocumentId = ?)"
    for number, variable, kind, value, entity in conn.execute(query, (document,)):
        statement = made.get(number)
        if statement is None or value is None:
            continue
        if kind == "boolean":
            statement.values[variable] = bool(value)
        elif kind == "integer":
            statement.values[variable] = cast(int, value)
        elif str(value):
            statement.values[variable] = str(value)
        for name, fact in facts.get(entity, {}).items():
            statement.known[f"{variable}.{name}"] = fact
    yield from made.values()
