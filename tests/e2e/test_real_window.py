"""The whole path in a real window by real key presses, and what survives a SIGKILL after any of them."""

from __future__ import annotations

import io
import json
import shutil
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest
from screen import ROOT, wait_for

from annotation_schema.model import Fragment
from desktop.core.importing import import_sources
from desktop.core.project import Project
from desktop.core.resources import default_schema, embedded_pipeline, sample_record_file
from desktop.ui.article.caret import Caret, Motion, text_motion

pytestmark = [pytest.mark.xvfb, pytest.mark.slow]
ME = "Eva Test"
FRESH = ("Escape", "Escape", "ctrl+Home", "bracketright")
"""Keys after which the window looks the same whatever was done before: the first item is current."""
TITLE = "Mountain province braces for third week without rain"


def make_sample(home: Path) -> Path:
    """The sample as a person of another name finds it: no labels of theirs yet."""
    path = home / "projects" / "sample.pressmark"
    project = Project.create(path, default_schema(), annotator=ME)
    import_sources(project, [sample_record_file()])
    project.close()
    return path


def rows(path: Path, sql: str, *values):
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True, timeout=10)) as conn:
        return conn.execute(sql, values).fetchall()


def sample_text(title: str) -> str:
    records = [json.loads(line) for line in sample_record_file().read_text("utf-8").splitlines()]
    return next(r["text"] for r in records if r["title"] == title)


def presses(text: str, start: int, end: int) -> list[str]:
    """The keys that put the caret from the beginning to ``start`` by word and select to ``end``."""
    found = ["ctrl+Home"]
    caret = Caret.at(0)
    while caret.position < start:
        caret = Caret.at(text_motion(text, caret, Motion.NEXT_WORD, extend=False))
        found.append("Right")
    assert caret.position == start, (text[start:end], text[caret.position : caret.position + 20])
    while caret.position < end:
        caret = caret.moved(text_motion(text, caret, Motion.NEXT_WORD, extend=True), extend=True, upstream=True)
        found.append("shift+Right")
    assert caret.position == end, (text[start:end], text[start : caret.position])
    return found


def export(path: Path, out: Path) -> dict:
    done = subprocess.run(
        [sys.executable, "-m", "desktop", "export", str(path), str(out), "--format", "pressmark", "--with-suggestions"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    records = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    return next(r for r in records if r["title"] == TITLE)


def settled(path: Path, count: int, table: str = "journal") -> None:
    wait_for(lambda: rows(path, f"SELECT count(*) FROM {table}")[0][0] >= count, f"{count} rows in {table}", 20)


@pytest.mark.skipif(not (embedded_pipeline() / "config.cfg").is_file(), reason="the embedded pipeline is not here")
def test_tag_accept_reject_undo_redo_close_and_open_again(program, tmp_path):
    path = make_sample(tmp_path / "home")
    one = program("open", str(path))
    one.wait_for_window("sample – Pressmark")
    wait_for(lambda: rows(path, "SELECT count(*) FROM prelabelled")[0][0] == 5, "suggestions for five articles", 90)
    time.sleep(1.0)
    one.keys("n")  # the second article
    text = sample_text(TITLE)
    article = rows(path, "SELECT id FROM article WHERE title = ?", TITLE)[0][0]
    offered = rows(path, 'SELECT start, "end" FROM suggestion WHERE article_id = ? ORDER BY start, "end" DESC', article)
    assert len(offered) >= 5

    def span_of(words: str) -> Fragment:
        start = text.index(words)
        return Fragment(start, start + len(words))

    first, second = span_of("There is grass for ten days"), span_of("we buy hay or we stop")
    actor, place = span_of("farmers’ union"), span_of("third week")
    one.keys(*presses(text, first.start, first.end), "c")
    one.keys(*presses(text, second.start, second.end), "shift+c")
    one.keys(*presses(text, actor.start, actor.end), "a")
    one.keys(*presses(text, place.start, place.end), "l")
    settled(path, 4)
    one.keys("ctrl+Home", "Tab", "Return", "Return", "Return", "BackSpace")
    settled(path, 8)
    one.keys("ctrl+z", "ctrl+z", "ctrl+y", *FRESH)
    time.sleep(1.0)
    before = one.picture()
    (tmp_path / "before.png").write_bytes(before)
    assert one.close_by_button() == 0

    record = export(path, tmp_path / "out.jsonl")
    mine = next(a for a in record["annotations"] if a["annotator"] == ME)
    found = {(s["label"], tuple((f["start"], f["end"]) for f in s["fragments"])) for s in mine["spans"]}
    by_hand = {
        ("CLAIM", ((first.start, first.end), (second.start, second.end))),
        ("ACTOR", ((actor.start, actor.end),)),
        ("LOCATION", ((place.start, place.end),)),
    }
    assert by_hand <= found
    accepted = [s for s in mine["spans"] if s["origin"]["kind"] == "suggestion"]
    assert len(accepted) == 3
    assert len(mine["spans"]) == 6
    for span in mine["spans"]:
        for f in span["fragments"]:
            assert text[f["start"] : f["end"]] == f["text"]
    verdicts = [v["verdict"] for s in record["suggestions"]["spans"] for v in s["verdicts"] if v["annotator"] == ME]
    assert verdicts == ["accepted"] * 3  # the rejection was undone

    two = program()  # the last project, the last article
    two.wait_for_window("sample – Pressmark")
    time.sleep(2.5)
    two.keys(*FRESH)
    time.sleep(0.8)
    after = two.picture()
    (tmp_path / "after.png").write_bytes(after)
    keep = Path(tmp_path.parent / "real-window")
    keep.mkdir(exist_ok=True)
    shutil.copy(tmp_path / "before.png", keep)
    shutil.copy(tmp_path / "after.png", keep)
    assert differing(before, after) < 0.002, f"the screens differ: {keep}"
    two.keys("ctrl+shift+z")  # what was undone last before closing comes back after it
    settled(path, 8)
    wait_for(lambda: rows(path, "SELECT count(*) FROM verdict WHERE verdict = 'rejected'")[0][0] == 1, "the rejection")
    assert two.close_by_button() == 0


def differing(first: bytes, second: bytes) -> float:
    """Share of pixels that differ, the status line (which holds a clock) left out."""
    from PySide6.QtGui import QImage

    a, b = QImage.fromData(first, "PNG"), QImage.fromData(second, "PNG")
    assert a.size() == b.size() and a.width() >= 1280
    height = a.height() - 27
    a, b = (x.convertToFormat(QImage.Format.Format_RGB32).copy(0, 0, a.width(), height) for x in (a, b))
    pixels = a.width() * height
    one, two = bytes(a.constBits()), bytes(b.constBits())
    different = sum(one[i : i + 3] != two[i : i + 3] for i in range(0, 4 * pixels, 4))
    return different / pixels


def test_sigkill_after_any_key_press_loses_nothing_that_was_saved(program, tmp_path):
    home = tmp_path / "home"
    path = make_sample(home)
    (home / "settings.json").write_text('{"work": {"prelabel_on_open": false}}')
    text = sample_text(rows(path, "SELECT title FROM article ORDER BY id LIMIT 1")[0][0])
    words = [w for w in ("harbour", "Velmora", "Tuesday", "residents", "traders") if w in text]
    mine = 'SELECT start, "end" FROM span JOIN annotator a ON a.id = annotator_id WHERE a.name = ?'
    for n, word in enumerate(words):
        one = program("open", str(path))
        one.wait_for_window("sample – Pressmark")
        start = text.index(word)
        one.keys(*presses(text, start, start + len(word)), "a")
        settled(path, n + 1)  # from here on it is on disk, whatever happens
        one.keys(*["Right"] * n)
        one.kill()
        assert {text[a:b] for a, b in rows(path, mine, ME)} == set(words[: n + 1])
    with Project.open(path) as project:
        assert [f for f in project.check() if "error" in str(f).lower()] == []
        for _ in words:
            assert project.undo() is not None
        assert project.undo() is None
        assert project.view(project.article_ids()[0]).spans == ()


def test_the_window_appears_with_a_dark_theme_and_at_double_scale(program, tmp_path):
    home = tmp_path / "home"
    path = make_sample(home)
    (home / "settings.json").write_text('{"work": {"prelabel_on_open": false}, "appearance": {"theme": "dark"}}')
    one = program("open", str(path), QT_SCALE_FACTOR="2")
    one.wait_for_window("sample – Pressmark")
    time.sleep(1.5)
    picture = one.picture()
    from PySide6.QtGui import QImage

    image = QImage.fromData(io.BytesIO(picture).getvalue(), "PNG")
    assert image.pixelColor(300, 10).lightness() < 80
    assert one.close_by_button() == 0
