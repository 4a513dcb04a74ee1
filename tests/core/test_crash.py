"""A process killed at any moment: every step that it had reported as saved is there, and the file is sound."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from builders import article, new_project

from annotation_schema.model import ArticleId
from desktop.core.project import Project
from desktop.core.storage.connection import open_connection

ROOT = Path(__file__).resolve().parents[2]

_WORK = """
import sys
from pathlib import Path
from annotation_schema.model import ArticleId, Fragment
from desktop.core import gestures
from desktop.core.project import Project
project = Project.open(Path(sys.argv[1]))
one = ArticleId(1)
while True:
    view = project.view(one)
    if len(view.spans) % 7 == 6:
        step = gestures.delete(view, view.spans[3].id)
    else:
        n = len(project.view(one).spans) + (project._db.conn.execute("SELECT count(*) FROM journal").fetchone()[0] % 60)
        try:
            step = gestures.tag(view, project.schema, "CLAIM", [Fragment(n, n + 5), Fragment(n + 7, n + 9)])
        except Exception:
            step = gestures.delete(view, view.spans[0].id)
    number = project.apply(step)
    print(number, len(project.view(one).spans), flush=True)
"""

_IMPORT = """
import sys
from pathlib import Path
from annotation_schema.model import Article
from desktop.core.project import Project
project = Project.open(Path(sys.argv[1]))
project.subscribe(lambda change: print(max(change.articles), flush=True))
project.add_articles(Article(f"n{i}", f"Title {i}", f"Text {i} " * 200) for i in range(100000))
"""


def killed(code: str, path: Path, *, after: float) -> list[str]:
    """Run code on a project, kill it some time after its first line, and return the whole lines it printed."""
    child = subprocess.Popen([sys.executable, "-c", code, str(path)], cwd=ROOT, stdout=subprocess.PIPE)
    assert child.stdout is not None
    try:
        first = child.stdout.readline()
        time.sleep(after)
    finally:
        child.send_signal(signal.SIGKILL)
        rest, _ = child.communicate()
    text = (first + rest).decode()
    return text[: text.rindex("\n")].splitlines()


@pytest.mark.parametrize("seed", range(4))
def test_a_kill_loses_nothing_that_was_saved(tmp_path: Path, seed: int) -> None:
    new_project(tmp_path, article(text="word " * 40)).close()
    path = tmp_path / "test.pressmark"
    said = killed(_WORK, path, after=random.Random(seed).uniform(0.02, 0.4))
    number, spans = (int(part) for part in said[-1].split())
    with Project.open(path) as project:
        assert project.check() == []
        saved = project._db.conn.execute("SELECT max(id), count(*) FROM journal").fetchone()
        assert saved[0] in (number, number + 1)  # at most the step that it was in the middle of
        assert saved[0] == saved[1]
        if saved[0] == number:
            assert len(project.view(ArticleId(1)).spans) == spans
        while project.undo() is not None:
            pass
        assert project.view(ArticleId(1)).spans == ()
        assert project.counts().todo == 1


def test_a_killed_import_keeps_whole_pieces(tmp_path: Path) -> None:
    new_project(tmp_path).close()
    path = tmp_path / "test.pressmark"
    said = killed(_IMPORT, path, after=0.3)
    with Project.open(path) as project:
        assert project.counts().total >= int(said[-1])
        assert project.check() == []
    conn = open_connection(path)
    assert conn.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    conn.close()
