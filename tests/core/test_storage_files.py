"""Opening, creating, locking and upgrading project files: each wrong file gets its own sentence."""

from __future__ import annotations

import errno
import json
import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from builders import article, lines, new_project

from annotation_schema.model import Status
from desktop.core import gestures
from desktop.core.errors import AppError, ErrorCode
from desktop.core.project import Project
from desktop.core.resources import default_schema
from desktop.core.storage import connection, migrations
from desktop.core.storage.connection import APPLICATION_ID, open_connection, transaction
from desktop.core.storage.lock import FileLock

ROOT = Path(__file__).resolve().parents[2]


def refusal(path: Path) -> AppError:
    with pytest.raises(AppError) as caught:
        Project.open(path)
    assert str(path) in caught.value.message
    assert caught.value.hint
    return caught.value


def test_a_new_project_is_one_complete_file(tmp_path: Path) -> None:
    path = tmp_path / "folder" / "news.pressmark"
    with Project.create(path, default_schema(), annotator="  Ada  Lovelace ") as project:
        assert project.annotator.name == "Ada Lovelace"
        assert project.name == "news"
        assert project.schema == default_schema()
        assert project.article_ids() == []
    assert [p.name for p in path.parent.iterdir()] == ["news.pressmark"]
    head = path.read_bytes()[:100]
    assert int.from_bytes(head[68:72], "big") == APPLICATION_ID


def test_a_new_project_never_takes_the_place_of_a_file(tmp_path: Path) -> None:
    path = tmp_path / "x.pressmark"
    path.write_text("mine")
    with pytest.raises(AppError) as caught:
        Project.create(path, default_schema(), annotator="Ada")
    assert caught.value.code == ErrorCode.FILE_EXISTS
    assert path.read_text() == "mine"
    assert list(tmp_path.iterdir()) == [path]


def test_a_project_that_cannot_be_made_says_so(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(AppError) as caught:
        Project.create(tmp_path / "file" / "x.pressmark", default_schema(), annotator="Ada")
    assert caught.value.code == ErrorCode.SAVE_FAILED


def test_an_annotator_needs_a_name(tmp_path: Path) -> None:
    with pytest.raises(AppError) as caught:
        Project.create(tmp_path / "x.pressmark", default_schema(), annotator=" ")
    assert caught.value.code == ErrorCode.USAGE
    assert list(tmp_path.iterdir()) == []


def test_files_that_are_no_project(tmp_path: Path) -> None:
    text = tmp_path / "a.txt"
    text.write_text("Kyiv and Lviv agreed." * 20)
    assert refusal(text).code == ErrorCode.NOT_A_PROJECT
    empty = tmp_path / "empty.pressmark"
    empty.touch()
    assert "empty" in refusal(empty).message
    short = tmp_path / "short.pressmark"
    short.write_bytes(b"SQLite format 3\x00")
    assert refusal(short).code == ErrorCode.NOT_A_PROJECT
    assert "folder" in refusal(tmp_path).message
    assert refusal(tmp_path / "none.pressmark").code == ErrorCode.FILE_NOT_FOUND
    other = tmp_path / "other.db"
    conn = sqlite3.connect(other)
    conn.execute("CREATE TABLE t(x)")
    conn.close()
    assert "another program" in refusal(other).message
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.txt", "empty.pressmark", "other.db", "short.pressmark"]


def test_a_damaged_project_is_called_damaged(tmp_path: Path) -> None:
    new_project(tmp_path, article()).close()
    path = tmp_path / "test.pressmark"
    data = bytearray(path.read_bytes())
    data[100:4096] = os.urandom(3996)
    path.write_bytes(data)
    assert refusal(path).code == ErrorCode.PROJECT_DAMAGED


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root may read and write everything")
def test_a_project_without_permission(tmp_path: Path) -> None:
    new_project(tmp_path).close()
    path = tmp_path / "test.pressmark"
    path.chmod(0)
    assert refusal(path).code == ErrorCode.FILE_UNREADABLE
    path.chmod(0o400)
    assert "written" in refusal(path).message


def test_a_newer_project_names_its_version(tmp_path: Path) -> None:
    Project.create(tmp_path / "x.pressmark", default_schema(), annotator="Ada", program="9.1.2").close()
    conn = sqlite3.connect(tmp_path / "x.pressmark")
    conn.execute("PRAGMA user_version = 99")
    conn.close()
    error = refusal(tmp_path / "x.pressmark")
    assert error.code == ErrorCode.PROJECT_TOO_NEW
    assert "9.1.2" in error.message


def test_opening_again_gives_the_last_annotator_unless_told(tmp_path: Path) -> None:
    new_project(tmp_path, annotator="Ada").close()
    path = tmp_path / "test.pressmark"
    with Project.open(path, annotator="Ben") as project:
        assert project.annotator.name == "Ben"
    with Project.open(path) as project:
        assert project.annotator.name == "Ben"
        assert project.stats().annotators == ("Ada", "Ben")


def test_the_hot_path_does_not_import_sqlite_utils(tmp_path: Path) -> None:
    new_project(tmp_path, article()).close()
    code = (
        "import sys; from pathlib import Path; from desktop.core.project import Project\n"
        f"p = Project.open(Path({str(tmp_path / 'test.pressmark')!r})); p.view(p.article_ids()[0]); p.close()\n"
        "print([m for m in ('sqlite_utils', 'spacy', 'numpy', 'PySide6', 'platformdirs') if m in sys.modules])"
    )
    out = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert out.stdout.strip() == "[]"


# locking


def test_a_second_opening_is_told_who_has_the_project(tmp_path: Path) -> None:
    with new_project(tmp_path) as project:
        error = refusal(project.path)
        assert error.code == ErrorCode.PROJECT_IN_USE
        assert f"process {os.getpid()}" in error.message
    Project.open(tmp_path / "test.pressmark").close()


def test_reading_needs_no_lock_and_changes_nothing(tmp_path: Path) -> None:
    with new_project(tmp_path, article(), annotator="Ada") as working:
        with Project.open(working.path, readonly=True) as reading:
            assert reading.annotator == working.annotator
            assert reading.stats().articles == 1
            assert reading.check() == []
            assert [r.article.uid for r in reading.records()] == [working.article(working.article_ids()[0]).uid]
            # It sees what is saved meanwhile.
            working.add_articles([article(uid="second")])
            assert reading.counts().total == 2
            view, beside = reading.view(reading.article_ids()[0]), reading.side()
            refused = (
                lambda: reading.add_articles([article(uid="third")]),
                lambda: reading.apply(gestures.set_status(view, Status.DONE)),
                lambda: reading.start_run("p", "1"),
                lambda: reading.set_label_map({}),
                lambda: beside.start_run("p", "1"),
            )
            for change in refused:
                with pytest.raises(AppError) as caught:
                    change()
                assert (caught.value.code, "only for reading" in caught.value.message) == (ErrorCode.SAVE_FAILED, True)
            beside.close()
            with pytest.raises(AppError) as caught:
                Project.open(working.path, annotator="Ben", readonly=True)
            assert "Ben" in caught.value.message
            assert reading.stats().annotators == ("Ada",)
        assert refusal(working.path).code == ErrorCode.PROJECT_IN_USE
        working.add_articles([article(uid="third")])
    assert sorted(p.name for p in tmp_path.iterdir()) == ["test.pressmark"]


def test_a_project_that_cannot_be_written_can_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    new_project(tmp_path, article()).close()
    path = tmp_path / "test.pressmark"
    before = path.read_bytes()
    monkeypatch.setattr(connection, "_writable", lambda path: False)  # chmod means nothing to root
    assert refusal(path).code == ErrorCode.SAVE_FAILED
    with Project.open(path, readonly=True) as reading:
        assert reading.check() == []
        assert len(list(reading.records())) == 1
        assert [p.name for p in tmp_path.iterdir()] == ["test.pressmark"]
    assert path.read_bytes() == before


def test_an_older_project_is_not_upgraded_for_reading(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    new_project(tmp_path, article()).close()
    path = tmp_path / "test.pressmark"
    monkeypatch.setattr(migrations, "pending", lambda conn: ["m9999_later"])
    with pytest.raises(AppError) as caught:
        Project.open(path, readonly=True)
    assert caught.value.code == ErrorCode.PROJECT_TOO_OLD
    assert [p.name for p in tmp_path.iterdir()] == ["test.pressmark"]


def test_a_full_disk_does_not_keep_a_project_closed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    new_project(tmp_path).close()

    def full(*_: object) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "write", full)
    with Project.open(tmp_path / "test.pressmark"):
        assert "another process" in refusal(tmp_path / "test.pressmark").message


_HOLDER = """
import sys, time
from pathlib import Path
from desktop.core.project import Project
project = Project.open(Path(sys.argv[1]))
print("open", flush=True)
time.sleep(60)
"""


def test_a_killed_process_does_not_keep_its_lock(tmp_path: Path) -> None:
    new_project(tmp_path, article()).close()
    path = tmp_path / "test.pressmark"
    child = subprocess.Popen([sys.executable, "-c", _HOLDER, str(path)], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    try:
        assert child.stdout is not None
        assert child.stdout.readline() == "open\n"
        error = refusal(path)
        assert f"process {child.pid}" in error.message
        assert json.loads(error.details)["host"] in error.message
    finally:
        child.send_signal(signal.SIGKILL)
        child.communicate()
    assert path.with_name("test.pressmark.lock").exists()
    with Project.open(path) as project:
        assert len(project.article_ids()) == 1
    assert not path.with_name("test.pressmark.lock").exists()


def test_a_lock_file_with_nonsense_in_it_is_taken_over(tmp_path: Path) -> None:
    path = tmp_path / "x.pressmark"
    lock_path = tmp_path / "x.pressmark.lock"
    lock_path.write_bytes(b"\xff\x00 not json")
    first = FileLock.acquire(path)
    assert json.loads(lock_path.read_bytes())["pid"] == os.getpid()
    first.release()
    first.release()
    FileLock.acquire(path).release()


# upgrading


def step_two(db: object) -> None:
    db.conn.execute("ALTER TABLE annotator ADD COLUMN colour TEXT")  # type: ignore[attr-defined]


def step_fails(db: object) -> None:
    db.conn.execute("DROP TABLE journal_article")  # type: ignore[attr-defined]
    raise RuntimeError("step three went wrong")


def test_an_older_file_is_copied_and_brought_up_to_date(tmp_path: Path) -> None:
    new_project(tmp_path, article()).close()
    path = tmp_path / "test.pressmark"
    conn = open_connection(path)
    steps = (*migrations.STEPS, ("m0002_colour", step_two))
    assert migrations.pending(conn, steps) == ["m0002_colour"]
    conn = migrations.upgrade(conn, path, steps)
    assert migrations.pending(conn, steps) == []
    conn.execute("SELECT colour FROM annotator")
    conn.close()
    copy = open_connection(tmp_path / "test.pressmark.before-upgrade")
    with pytest.raises(sqlite3.OperationalError):
        copy.execute("SELECT colour FROM annotator")
    copy.close()


def test_a_failed_upgrade_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    with new_project(tmp_path, article()) as project:
        before = lines(project)
    path = tmp_path / "test.pressmark"
    steps = (*migrations.STEPS, ("m0002_colour", step_two), ("m0003_fails", step_fails))
    with pytest.raises(AppError) as caught:
        migrations.upgrade(open_connection(path), path, steps)
    assert caught.value.code == ErrorCode.PROJECT_DAMAGED
    assert "step three went wrong" in caught.value.details
    assert [p.name for p in tmp_path.iterdir()] == ["test.pressmark"]
    conn = open_connection(path)
    assert migrations.pending(conn, steps) == ["m0002_colour", "m0003_fails"]
    conn.close()
    with Project.open(path) as project:
        assert lines(project) == before
        assert project.check() == []


# the surroundings


def test_a_full_disk_is_told_and_nothing_is_half_done(tmp_path: Path) -> None:
    with new_project(tmp_path, article()) as project:
        before = lines(project)
        pages = project._db.conn.execute("PRAGMA page_count").fetchone()[0]
        project._db.conn.execute(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(AppError) as caught:
            project.add_articles(article(f"b{i}", text="word " * 5000) for i in range(20))
        assert caught.value.code == ErrorCode.SAVE_FAILED
        assert "full" in caught.value.message
        project._db.conn.execute("PRAGMA max_page_count = 1000000")
        assert lines(project) == before
        assert project.counts().total == 1
        assert project.add_articles([article("b1")]).articles == 1


def test_a_program_that_writes_is_waited_for_and_then_named(tmp_path: Path) -> None:
    with new_project(tmp_path, article()) as project:
        project._db.conn.execute("PRAGMA busy_timeout = 50")
        other = open_connection(project.path)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(AppError) as caught:
            project.add_articles([article("b1")])
        assert caught.value.code == ErrorCode.SAVE_FAILED
        other.execute("ROLLBACK")
        other.close()
        assert project.add_articles([article("b1")]).articles == 1


def test_a_write_protected_database_is_told(tmp_path: Path) -> None:
    with new_project(tmp_path, article()) as project:
        project._db.conn.execute("PRAGMA query_only = ON")
        with pytest.raises(AppError) as caught:
            project.start_run("p", "1")
        assert caught.value.code == ErrorCode.SAVE_FAILED


def test_our_own_mistakes_are_not_dressed_up(tmp_path: Path) -> None:
    with new_project(tmp_path) as project:
        with pytest.raises(sqlite3.OperationalError), project._db.write() as conn:
            conn.execute("SELECT * FROM no_such_table")
        with pytest.raises(sqlite3.IntegrityError), project._db.write() as conn:
            conn.execute("INSERT INTO annotator(name) VALUES ('Ada')")
        assert not project._db.conn.in_transaction


def test_a_transaction_is_undone_by_any_exception(tmp_path: Path) -> None:
    with new_project(tmp_path) as project:
        conn = project._db.conn
        with pytest.raises(KeyboardInterrupt), transaction(conn):
            conn.execute("INSERT INTO annotator(name) VALUES ('Zoe')")
            raise KeyboardInterrupt
        assert project.stats().annotators == ("Ada",)
