"""The limits: what SQLite, Qt and spaCy do with the same data and none of our code."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from tests.benchmarks.corpus import Sample
from tests.benchmarks.report import Figures, timed_ms

try:
    import orjson
except ImportError:
    orjson = None

JSON = "orjson" if orjson else "json, as orjson is not installed"
"""What the limits read and write JSON with, for the report."""

RAW_SCHEMA = """
CREATE TABLE article(
  pk INTEGER PRIMARY KEY, id TEXT UNIQUE, title TEXT, publisher TEXT, date TEXT, url TEXT, text TEXT
);
CREATE TABLE span(pk INTEGER PRIMARY KEY, article INTEGER, start INTEGER, end INTEGER, label INTEGER, status INTEGER);
CREATE INDEX span_article ON span(article, start);
CREATE VIRTUAL TABLE fts USING fts5(title, text, content='article', content_rowid='pk');
"""

EMPTY_WINDOW = """
import time
from PySide6 import QtCore, QtWidgets
class Window(QtWidgets.QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        QtCore.QTimer.singleShot(0, done)
def done():
    print(time.time(), open('/proc/self/status').read().split('VmRSS:')[1].split()[0] if %(memory)r else 0, flush=True)
    import os
    os._exit(0)
app = QtWidgets.QApplication([])
w = Window(); w.resize(1200, 800); w.show()
app.exec()
"""


def loads(line: bytes) -> dict[str, Any]:
    """Return the object in a line, as fast as it goes."""
    return orjson.loads(line) if orjson else json.loads(line)


def dumps(held: dict[str, Any]) -> bytes:
    """Return an object as a line without its end, as fast as it goes."""
    return orjson.dumps(held) if orjson else json.dumps(held, ensure_ascii=False).encode()


def raw_connection(path: Path) -> sqlite3.Connection:
    """Return a connection with the settings a project has (WAL, synchronous=FULL) and the plainest schema."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("PRAGMA foreign_keys=ON")
    connection.executescript(RAW_SCHEMA)
    return connection


def raw_commits(path: Path, count: int = 200) -> Figures:
    """Measure one inserted span committed with synchronous=FULL, in milliseconds."""
    connection = raw_connection(path)
    values = [
        timed_ms(
            lambda i=i: connection.execute(
                "INSERT INTO span(article, start, end, label, status) VALUES (?, ?, ?, 1, 0)", (i % 50, i, i + 5)
            )
        )
        for i in range(count)
    ]
    connection.close()
    return Figures(tuple(values))


def raw_import(source: Path, target: Path) -> float:
    """Import plain article lines into the raw schema with FTS; returns seconds."""
    connection = raw_connection(target)
    begin = time.perf_counter()
    connection.execute("BEGIN")
    with source.open("rb") as lines:
        connection.executemany(
            "INSERT INTO article(id, title, publisher, date, url, text) VALUES (?, ?, ?, ?, ?, ?)",
            (
                (r["id"], r["title"], r["publisher"], r["published"], r["url"], r["text"])
                for r in (loads(line) for line in lines)
            ),
        )
    connection.execute("INSERT INTO fts(fts) VALUES ('rebuild')")
    connection.execute("COMMIT")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    seconds = time.perf_counter() - begin
    connection.close()
    return seconds


def text_edit_opens(articles: Iterable[Sample], *, width: int = 900, height: int = 700) -> Figures:
    """Measure set text, 61 selections and paint in a plain QTextEdit, in milliseconds; needs a QApplication."""
    from PySide6 import QtGui, QtWidgets

    edit = QtWidgets.QTextEdit()
    edit.setReadOnly(True)
    edit.resize(width, height)
    edit.show()
    edit.viewport().repaint()
    values: list[float] = []
    for sample in articles:
        begin = time.perf_counter()
        edit.setPlainText(sample.text)
        selections: list[QtWidgets.QTextEdit.ExtraSelection] = []
        for start, end, _label in sample.spans:
            selection = QtWidgets.QTextEdit.ExtraSelection()
            cursor = QtGui.QTextCursor(edit.document())
            cursor.setPosition(start)
            cursor.setPosition(end, QtGui.QTextCursor.MoveMode.KeepAnchor)
            selection.cursor = cursor  # pyright: ignore[reportAttributeAccessIssue]
            selection.format.setBackground(QtGui.QColor("#ffd28a"))  # pyright: ignore[reportAttributeAccessIssue]
            selections.append(selection)
        edit.setExtraSelections(selections)
        edit.viewport().repaint()
        values.append((time.perf_counter() - begin) * 1_000)
    edit.close()
    edit.deleteLater()
    return Figures(tuple(values))


def empty_window_start() -> tuple[float, float]:
    """Start an empty QMainWindow in a fresh process; returns milliseconds to its first paint and its memory in MiB."""
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    begin = time.time()
    output = subprocess.run(
        [sys.executable, "-c", EMPTY_WINDOW % {"memory": sys.platform == "linux"}],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
        env=environment,
    ).stdout.split()
    return (float(output[0]) - begin) * 1_000, int(output[1]) / 1_024
