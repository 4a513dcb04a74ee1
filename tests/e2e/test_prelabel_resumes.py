"""Pre-highlighting that is interrupted goes on where it was: worker killed, window closed, program killed."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest
from screen import wait_for

from annotation_schema.model import Article
from desktop.core.project import Project
from desktop.core.resources import default_schema, embedded_pipeline

ROOT = Path(__file__).resolve().parents[2]
ARTICLES = 1_000
MOST_LOST_S = 2.0  # G16

needs_pipeline = pytest.mark.skipif(
    not (embedded_pipeline() / "config.cfg").is_file(), reason="the embedded pipeline is not in this checkout"
)


def make(path: Path) -> None:
    with Project.create(path, default_schema(), annotator="Eva") as project:
        project.add_articles(
            Article(
                f"a{n:04}",
                f"Bridge {n}",
                f"Bridge {n}\n\n" + f"Mayor Ana Kovač said in Zagreb on Monday that bridge {n} is safe. " * 12,
                language="en",
            )
            for n in range(ARTICLES)
        )


def ask(path: Path, query: str):
    db = sqlite3.connect(f"file:{path}?mode=ro", uri=True, timeout=10)
    try:
        return db.execute(query).fetchall()
    finally:
        db.close()


def answered(path: Path) -> int:
    return ask(path, "SELECT count(*) FROM prelabelled")[0][0]


def worker_of(parent: int) -> int | None:
    """Return the process id of the worker that a program has started."""
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            try:
                status = (folder / "stat").read_text().rsplit(")", 1)[1].split()
                command = (folder / "cmdline").read_bytes()
            except OSError:
                continue
            if int(status[1]) == parent and b"--worker" in command:
                return int(folder.name)
    return None


@pytest.mark.xvfb
@pytest.mark.slow
@pytest.mark.timeout(600)
@needs_pipeline
@pytest.mark.skipif(sys.platform != "linux", reason="looks for the worker in /proc")
def test_worker_killed_window_closed_and_opened_again(program, tmp_path):
    path = tmp_path / "home" / "projects" / "news.pressmark"
    make(path)
    first = program("open", str(path))
    first.wait_for_window("news")
    wait_for(lambda: answered(path) >= 50, "the first articles to be read", 120)
    os.kill(wait_for(lambda: worker_of(first.process.pid), "the worker"), signal.SIGKILL)
    first.close_by_button()
    before = answered(path)
    kept = ask(path, "SELECT id, article_id FROM suggestion ORDER BY id")
    assert 50 <= before < ARTICLES and kept
    time.sleep(0.5)
    assert answered(path) == before, "nothing goes on behind a closed window"
    second = program("open", str(path))
    second.wait_for_window("news")
    wait_for(lambda: answered(path) == ARTICLES, "the rest to be read", 400)
    second.close_by_button()
    assert set(kept) <= set(ask(path, "SELECT id, article_id FROM suggestion")), "what was there was not made anew"
    assert ask(path, "SELECT count(*), count(DISTINCT article_id) FROM prelabelled") == [(ARTICLES, ARTICLES)]
    assert ask(path, "SELECT count(*) FROM run") == [(1,)] and ask(path, "SELECT count(*) FROM failed_article") == [
        (0,)
    ]
    with Project.open(path) as project:
        assert not [f for f in project.check() if f.severity == "error"]


CHILD = """
import sys, time
from pathlib import Path
from desktop.core.prelabel.protocol import worker_command
from desktop.core.prelabel.runner import run_blocking
from desktop.core.project import Project
with Project.open(Path(sys.argv[1])) as project:
    run_blocking(project, worker_command(), progress=lambda t: print(time.monotonic(), t.articles, flush=True))
"""


@pytest.mark.slow
@needs_pipeline
def test_a_killed_run_loses_at_most_two_seconds_of_work(tmp_path):
    path = tmp_path / "news.pressmark"
    make(path)
    env = {**os.environ, "PRESSMARK_HOME": str(tmp_path / "home"), "PYTHONPATH": str(ROOT)}
    child = subprocess.Popen([sys.executable, "-c", CHILD, str(path)], env=env, stdout=subprocess.PIPE, text=True)
    told: list[tuple[float, int]] = []
    while not told or told[-1][1] < 120:
        line = child.stdout.readline()
        assert line, "the run ended by itself"
        moment, articles = line.split()
        told.append((float(moment), int(articles)))
    killed = time.monotonic()
    child.send_signal(signal.SIGKILL)
    rest = child.stdout.read().split("\n")
    child.stdout.close()
    child.wait(10)
    told += [(float(a), int(b)) for a, _, b in (x.partition(" ") for x in rest) if b]
    stored = answered(path)
    assert stored < ARTICLES
    # The moment at which as many articles had been read as are stored: what came after it is lost.
    reached = max((moment for moment, articles in told if articles <= stored), default=told[0][0])
    assert killed - reached <= MOST_LOST_S, (stored, told[-5:])
    print(f"lost {max(0, told[-1][1] - stored)} articles, {killed - reached:.2f} s of work")
    done = subprocess.run(
        [sys.executable, "-c", CHILD, str(path)], env=env, capture_output=True, text=True, timeout=300
    )
    assert done.returncode == 0, done.stderr
    assert answered(path) == ARTICLES
    assert int(done.stdout.split()[-1]) == ARTICLES - stored, "only the rest was read"
