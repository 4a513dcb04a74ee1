"""G1, G2 and G12: import of articles with and without spans, export of records, beside plain SQLite and JSON.

"I5" is the import with spans beside plain SQLite that writes the same rows into the same tables.
"""

from __future__ import annotations

import hashlib
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from annotation_schema import ids
from annotation_schema.records import to_line
from desktop.core.exporters.door import export
from desktop.core.importing import import_sources
from desktop.core.project import Project
from desktop.core.resources import default_schema
from tests.benchmarks import projects
from tests.benchmarks.corpus import write_json_lines
from tests.benchmarks.limits import JSON, dumps, loads, raw_connection, raw_import
from tests.benchmarks.report import Figures, Result, timed_ms

ROUNDS = 5
LABELS = {"ACTOR": 0, "CLAIM": 1, "LOCATION": 2}


def measure(articles: int, runs: int) -> list[Result]:
    """Import and export ``articles`` articles in turns with the limit, at most five rounds."""
    rounds = max(1, min(runs, ROUNDS))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        plain, spans = folder / "plain.jsonl", folder / "spans.jsonl"
        write_json_lines(plain, articles)
        with spans.open("w", encoding="utf-8", newline="\n") as file:
            for record in projects.records(articles):
                file.write(to_line(record) + "\n")
        with_spans = _turns(rounds, lambda n: _import(spans, folder / f"s{n}.pressmark"), _raw(spans, folder))
        same_rows = _turns(
            rounds, lambda n: _import(spans, folder / f"r{n}.pressmark"), lambda n: _raw_same(spans, folder, n)
        )
        text_only = _turns(
            rounds,
            lambda n: _import(plain, folder / f"p{n}.pressmark"),
            lambda n: raw_import(plain, folder / f"p{n}.db"),
        )
        out = _turns(rounds, _export(folder / "s0.pressmark", folder), _raw_export(folder / "s0.db", folder, articles))
    return [
        _slower("G1", f"import of {articles:,} articles with 61 spans each and full text search", with_spans, 2.0),
        Result(
            "I5",
            f"import of {articles:,} articles with 61 spans each, the same rows",
            *same_rows,
            same_rows[1].median / same_rows[0].median,
            0.4,
            higher_is_better=True,
            note="ratio of rates",
        ),
        _slower("G2", f"import of {articles:,} articles of text only with full text search", text_only, 1.7),
        Result(
            "G12",
            f"export of {articles:,} articles with all spans as JSON Lines",
            *out,
            out[1].median / out[0].median,
            0.5,
            higher_is_better=True,
            note=f"ratio of rates; {articles / out[0].median * 1_000:,.0f} articles/s; the limit writes with {JSON}",
        ),
    ]


def _slower(goal: str, what: str, both: tuple[Figures, Figures], allowed: float) -> Result:
    ours, limit = both
    return Result(goal, what, ours, limit, ours.median / limit.median, allowed)


def _turns(rounds: int, ours: Callable[[int], object], limit: Callable[[int], object]) -> tuple[Figures, Figures]:
    """Measure both in turns, so that what else the machine does falls on both."""
    a, b = [], []
    for n in range(rounds):
        a.append(timed_ms(lambda n=n: ours(n)))
        b.append(timed_ms(lambda n=n: limit(n)))
    return Figures(tuple(a)), Figures(tuple(b))


def _import(source: Path, target: Path) -> None:
    with Project.create(target, default_schema(), annotator=projects.ANNOTATOR) as project:
        report = import_sources(project, [source])
    if report.problems or not report.articles:
        raise RuntimeError(f"the import went wrong: {report}")


def _raw_same(source: Path, folder: Path, n: int) -> None:
    """The limit of I5: each line parsed, nothing checked, the rows that a project has for it."""
    path = folder / f"same{n}.pressmark"
    Project.create(path, default_schema(), annotator=projects.ANNOTATOR).close()
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("BEGIN")
    (annotator,) = connection.execute("SELECT id FROM annotator").fetchone()
    with source.open("rb") as lines:
        for number, line in enumerate(lines, start=1):
            held = loads(line)
            text, own = held["text"], held["annotations"][0]
            words, digest = len(text.split()), hashlib.sha256(text.encode()).digest()
            fields = [
                held[k] for k in ("uid", "title", "byline", "publisher", "published", "url", "language", "section")
            ]
            connection.execute(
                f"INSERT INTO article VALUES ({', '.join('?' * 12)})", (number, *fields, None, words, digest)
            )
            connection.execute("INSERT INTO article_text VALUES (?, ?)", (number, text))
            connection.execute(
                "INSERT INTO article_fts(rowid, title, text) VALUES (?, ?, ?)", (number, held["title"], text)
            )
            connection.execute("INSERT INTO state VALUES (?, ?, ?, NULL)", (number, annotator, own["status"]))
            connection.executemany(
                f"INSERT INTO span VALUES ({', '.join('?' * 13)})",
                [
                    (
                        ids.parse_id(span["id"]),
                        number,
                        annotator,
                        span["label"],
                        span["fragments"][0]["start"],
                        span["fragments"][-1]["end"],
                        None,
                        span["fragments"][0]["text"],
                        None,
                        2,
                        None,
                        1_767_225_600_000,
                        None,
                    )
                    for span in own["spans"]
                ],
            )
    connection.execute("COMMIT")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()


def _export(project: Path, folder: Path) -> Callable[[int], object]:
    def run(n: int) -> None:
        with Project.open(project, readonly=True) as opened:
            export(opened, folder / f"out{n}.jsonl", format="pressmark")

    return run


def _raw(source: Path, folder: Path) -> Callable[[int], object]:
    """Return the limit of G1: the same file into the plainest tables."""

    def run(n: int) -> None:
        connection = raw_connection(folder / f"s{n}.db")
        connection.execute("BEGIN")
        with source.open("rb") as lines:
            for number, line in enumerate(lines, start=1):
                held = loads(line)
                values = (number, held["uid"], held["title"], held["publisher"], held["published"], held["url"])
                connection.execute("INSERT INTO article VALUES (?, ?, ?, ?, ?, ?, ?)", (*values, held["text"]))
                connection.executemany(
                    "INSERT INTO span(article, start, end, label, status) VALUES (?, ?, ?, ?, 0)",
                    (
                        (number, part["start"], part["end"], LABELS[span["label"]])
                        for span in held["annotations"][0]["spans"]
                        for part in span["fragments"]
                    ),
                )
        connection.execute("INSERT INTO fts(fts) VALUES ('rebuild')")
        connection.execute("COMMIT")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.close()

    return run


def _raw_export(database: Path, folder: Path, articles: int) -> Callable[[int], object]:
    """Return the limit of G12: all articles with all spans, one object a line, nothing checked."""
    names = {number: name for name, number in LABELS.items()}

    def run(n: int) -> None:
        connection = sqlite3.connect(database)
        spans = _grouped(connection.execute("SELECT article, start, end, label FROM span ORDER BY article, start"))
        written = 0
        with (folder / f"raw{n}.jsonl").open("wb", buffering=1 << 20) as file:
            query = "SELECT pk, id, title, publisher, date, text FROM article ORDER BY pk"
            for number, uid, title, publisher, date, text in connection.execute(query):
                own = [{"start": a, "end": b, "label": names[label]} for _, a, b, label in next(spans)[1]]
                held = {"id": uid, "title": title, "publisher": publisher, "date": date, "text": text, "spans": own}
                file.write(dumps(held) + b"\n")
                written += bool(number)
        connection.close()
        if written != articles:
            raise RuntimeError("the limit wrote something else")

    return run


def _grouped(rows: Iterator[tuple[int, int, int, int]]) -> Iterator[tuple[int, list[tuple[int, int, int, int]]]]:
    from itertools import groupby
    from operator import itemgetter

    return ((number, list(own)) for number, own in groupby(rows, key=itemgetter(0)))
