"""The tables of a project file and how older files become newer ones.

A step is never edited after a release. ``sqlite_utils`` is imported only when a step is pending,
since that costs 0.2 s; whether one is pending is asked with a plain query.
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from annotation_schema.wording import translate
from desktop.core.errors import AppError, ErrorCode
from desktop.core.storage.connection import APPLICATION_ID, FORMAT_LEVEL, connect, explain

if TYPE_CHECKING:
    from sqlite_utils import Database as UtilsDatabase

SET_NAME = "pressmark"
MigrationStep = tuple[str, Callable[["UtilsDatabase"], None]]


def m0001_initial(db: UtilsDatabase) -> None:
    """Create everything of the first released format."""
    for statement in _INITIAL:
        db.conn.execute(statement)


_INITIAL = (
    f"PRAGMA application_id = {APPLICATION_ID}",
    f"PRAGMA user_version = {FORMAT_LEVEL}",
    "CREATE TABLE project(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
    "CREATE TABLE annotator(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE)",
    # The text lies apart: rows of the queue then share pages, and a million of them can be listed at once.
    """CREATE TABLE article(
        id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, title TEXT NOT NULL, byline TEXT NOT NULL,
        publisher TEXT NOT NULL, published TEXT NOT NULL, url TEXT NOT NULL, language TEXT NOT NULL,
        section TEXT NOT NULL, meta TEXT, words INTEGER NOT NULL, sha256 BLOB NOT NULL)""",
    "CREATE TABLE article_text(id INTEGER PRIMARY KEY REFERENCES article(id), text TEXT NOT NULL)",
    """CREATE VIEW article_content(id, title, text) AS
        SELECT article.id, article.title, article_text.text FROM article JOIN article_text USING (id)""",
    """CREATE VIRTUAL TABLE article_fts USING fts5(
        title, text, content='article_content', content_rowid='id', tokenize='unicode61 remove_diacritics 2')""",
    """CREATE TABLE state(
        article_id INTEGER NOT NULL REFERENCES article(id), annotator_id INTEGER NOT NULL REFERENCES annotator(id),
        status TEXT NOT NULL CHECK (status IN ('todo', 'started', 'done', 'flagged')), attributes TEXT,
        PRIMARY KEY (article_id, annotator_id)) WITHOUT ROWID""",
    "CREATE INDEX state_status ON state(annotator_id, status)",
    # fragments: JSON [[start, end], …] if there are two or more; surface: their texts joined by U+001F;
    # origin_kind: a number of codec.ORIGIN_CODES, origin: JSON of the details;
    # created, updated: milliseconds since 1970 as a number, or the text as it was given; updated NULL: as created.
    """CREATE TABLE span(
        id INTEGER PRIMARY KEY, article_id INTEGER NOT NULL REFERENCES article(id),
        annotator_id INTEGER NOT NULL REFERENCES annotator(id), label TEXT NOT NULL,
        start INTEGER NOT NULL, "end" INTEGER NOT NULL, fragments TEXT, surface TEXT NOT NULL,
        attributes TEXT, origin_kind INTEGER NOT NULL, origin TEXT, created, updated,
        CHECK (start >= 0 AND start < "end"))""",
    "CREATE INDEX span_article ON span(article_id, start)",
    """CREATE TABLE relation(
        id INTEGER PRIMARY KEY, article_id INTEGER NOT NULL REFERENCES article(id),
        annotator_id INTEGER NOT NULL REFERENCES annotator(id), type TEXT NOT NULL,
        source_id INTEGER NOT NULL REFERENCES span(id), target_id INTEGER NOT NULL REFERENCES span(id),
        attributes TEXT)""",
    "CREATE INDEX relation_article ON relation(article_id)",
    "CREATE INDEX relation_source ON relation(source_id)",
    "CREATE INDEX relation_target ON relation(target_id)",
    """CREATE TABLE run(
        id INTEGER PRIMARY KEY, pipeline TEXT NOT NULL, version TEXT NOT NULL, label_map TEXT NOT NULL,
        started TEXT NOT NULL, finished TEXT)""",
    """CREATE TABLE suggestion(
        id INTEGER PRIMARY KEY, run_id INTEGER NOT NULL REFERENCES run(id),
        article_id INTEGER NOT NULL REFERENCES article(id), label TEXT NOT NULL, source_label TEXT NOT NULL,
        start INTEGER NOT NULL, "end" INTEGER NOT NULL, fragments TEXT, attributes TEXT, score REAL)""",
    "CREATE INDEX suggestion_article ON suggestion(article_id, start)",
    """CREATE TABLE suggested_relation(
        id INTEGER PRIMARY KEY, article_id INTEGER NOT NULL REFERENCES article(id), type TEXT NOT NULL,
        source_id INTEGER NOT NULL REFERENCES suggestion(id) ON DELETE CASCADE,
        target_id INTEGER NOT NULL REFERENCES suggestion(id) ON DELETE CASCADE, score REAL)""",
    "CREATE INDEX suggested_relation_article ON suggested_relation(article_id)",
    "CREATE INDEX suggested_relation_source ON suggested_relation(source_id)",
    "CREATE INDEX suggested_relation_target ON suggested_relation(target_id)",
    # A suggestion with a verdict is never deleted; span_id: what accepting made.
    """CREATE TABLE verdict(
        suggestion_id INTEGER NOT NULL REFERENCES suggestion(id),
        annotator_id INTEGER NOT NULL REFERENCES annotator(id),
        verdict TEXT NOT NULL CHECK (verdict IN ('accepted', 'rejected')),
        span_id INTEGER REFERENCES span(id) DEFERRABLE INITIALLY DEFERRED,
        PRIMARY KEY (suggestion_id, annotator_id)) WITHOUT ROWID""",
    "CREATE INDEX verdict_span ON verdict(span_id) WHERE span_id IS NOT NULL",
    """CREATE TABLE prelabelled(
        run_id INTEGER NOT NULL REFERENCES run(id), article_id INTEGER NOT NULL REFERENCES article(id),
        PRIMARY KEY (run_id, article_id)) WITHOUT ROWID""",
    """CREATE TABLE failed_article(
        run_id INTEGER NOT NULL REFERENCES run(id), article_id INTEGER NOT NULL REFERENCES article(id),
        reason TEXT NOT NULL, PRIMARY KEY (run_id, article_id)) WITHOUT ROWID""",
    """CREATE TABLE journal(
        id INTEGER PRIMARY KEY, annotator_id INTEGER NOT NULL REFERENCES annotator(id), at TEXT NOT NULL,
        words TEXT NOT NULL, step TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('applied', 'undone', 'dropped')))""",
    "CREATE INDEX journal_stack ON journal(annotator_id, state)",
    """CREATE TABLE journal_article(
        article_id INTEGER NOT NULL REFERENCES article(id), journal_id INTEGER NOT NULL REFERENCES journal(id),
        PRIMARY KEY (article_id, journal_id)) WITHOUT ROWID""",
)


def m0002_work_time(db: UtilsDatabase) -> None:
    """Keep how long annotators work on articles. Older programs still work with the file, and do not look there."""
    db.conn.execute(
        """CREATE TABLE work_time(
            article_id INTEGER NOT NULL REFERENCES article(id),
            annotator_id INTEGER NOT NULL REFERENCES annotator(id),
            milliseconds INTEGER NOT NULL CHECK (milliseconds >= 0),
            PRIMARY KEY (article_id, annotator_id)) WITHOUT ROWID"""
    )


def m0003_suggestions(db: UtilsDatabase) -> None:
    """Keep when a verdict was given and what a run was asked for; the worker's new names get their place.

    ``verdict.at`` as ``span.created``, NULL for verdicts of before; ``run.options`` as ``run_options`` dumps them.
    """
    from desktop.core.prelabel.label_map import with_new_names

    db.conn.execute("ALTER TABLE verdict ADD COLUMN at")
    db.conn.execute("ALTER TABLE run ADD COLUMN options TEXT NOT NULL DEFAULT ''")
    for key, change in (("label_map", with_new_names),):
        row = db.conn.execute("SELECT value FROM project WHERE key = ?", (key,)).fetchone()
        if row is not None:
            db.conn.execute("UPDATE project SET value = ? WHERE key = ?", (change(row[0]), key))


STEPS: tuple[MigrationStep, ...] = (
    ("m0001_initial", m0001_initial),
    ("m0002_work_time", m0002_work_time),
    ("m0003_suggestions", m0003_suggestions),
)


def pending(conn: sqlite3.Connection, steps: Sequence[MigrationStep] = STEPS) -> list[str]:
    """Return the names of steps that the file has not seen, in order."""
    if not conn.execute("SELECT 1 FROM sqlite_master WHERE name = '_sqlite_migrations'").fetchone():
        return [name for name, _ in steps]
    query = "SELECT name FROM _sqlite_migrations WHERE migration_set = ?"
    seen = {row[0] for row in conn.execute(query, (SET_NAME,))}
    return [name for name, _ in steps if name not in seen]


def apply_pending(conn: sqlite3.Connection, steps: Sequence[MigrationStep] = STEPS) -> None:
    """Run the pending steps, each in one transaction with its record; steps before a failing one stay."""
    from sqlite_utils import Database as UtilsDatabase
    from sqlite_utils import Migrations

    migrations: Any = Migrations(SET_NAME)
    for name, function in steps:
        migrations(name=name)(function)
    migrations.apply(UtilsDatabase(conn, execute_plugins=False))


def upgrade(conn: sqlite3.Connection, path: Path, steps: Sequence[MigrationStep] = STEPS) -> sqlite3.Connection:
    """Bring an existing file up to date and return the connection to go on with.

    If something is pending, the file is copied beside itself first, as ``<name>.before-upgrade``.
    If a step fails the copy is put back and AppError PROJECT_DAMAGED raised; the copy stays otherwise.
    """
    if not pending(conn, steps):
        return conn
    backup = path.with_name(path.name + ".before-upgrade")
    copy_database(conn, backup)
    try:
        apply_pending(conn, steps)
    except Exception as error:
        conn.close()
        for extra in ("-wal", "-shm"):
            with contextlib.suppress(FileNotFoundError):
                path.with_name(path.name + extra).unlink()
        backup.replace(path)
        known = explain(error, path) if isinstance(error, sqlite3.Error) else None
        raise known or AppError(
            ErrorCode.PROJECT_DAMAGED,
            translate("Storage", "{path} could not be brought to this version's format; it was left as it was.").format(
                path=path
            ),
            hint=translate("Storage", "Open it with the version that made it, and report this with the details."),
            details=f"{type(error).__name__}: {error}",
        ) from error
    return conn


def copy_database(conn: sqlite3.Connection, target: Path) -> None:
    """Write a consistent copy of the whole database to ``target``, which never exists half done."""
    unfinished = target.with_name(target.name + ".part")
    with contextlib.suppress(FileNotFoundError):
        unfinished.unlink()
    copy = sqlite3.connect(unfinished)
    try:
        conn.backup(copy)
    finally:
        copy.close()
    unfinished.replace(target)


def create_file(path: Path) -> sqlite3.Connection:
    """Make an empty file into a project database with all tables and return the connection."""
    path.touch()
    conn = connect(path)
    try:
        apply_pending(conn)
    except BaseException:
        conn.close()
        raise
    return conn
