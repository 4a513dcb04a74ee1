"""Killing the process after any key press loses at most an edit that was not yet shown as saved (no screen needed)."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.core.importing import import_sources
from desktop.core.project import Project
from desktop.core.resources import default_schema, sample_record_file

CHILD = """
import random, sys
from pathlib import Path
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from desktop import app as composition
app = composition.application()
session = composition.Session(app, composition.Options(Path(sys.argv[1])))
session.show()
rng = random.Random(int(sys.argv[2]))
keys = [Qt.Key.Key_A, Qt.Key.Key_L, Qt.Key.Key_C, Qt.Key.Key_Right, Qt.Key.Key_Delete]
def step():
    if not session.ready:
        QTimer.singleShot(20, step)
        return
    bench = session.bench
    for _ in range(rng.randrange(1, 6)):
        QTest.keyClick(bench.pane, Qt.Key.Key_Right)
    QTest.keyClick(bench.pane, rng.choice(keys))
    if bench.status.saved_words() == "● Saved":
        view = bench.controller.view
        print(" ".join(str(s.id) for s in view.spans) or "-", flush=True)
    QTimer.singleShot(0, step)
QTimer.singleShot(20, step)
app.exec()
"""


@pytest.mark.slow
def test_what_the_status_line_called_saved_is_there_after_a_sigkill(tmp_path):
    home = tmp_path / "home"
    path = home / "projects" / "sample.pressmark"
    project = Project.create(path, default_schema(), annotator="Eva")
    import_sources(project, [sample_record_file()])
    project.close()
    (home / "settings.json").write_text('{"work": {"prelabel_on_open": false}}')
    root = Path(__file__).resolve().parents[2]
    env = {**os.environ, "PRESSMARK_HOME": str(home), "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(root)}
    rng = random.Random(7)
    for seed in range(4):
        child = subprocess.Popen(
            [sys.executable, "-c", CHILD, str(path), str(seed)], env=env, stdout=subprocess.PIPE, text=True
        )
        last = ""
        for _ in range(rng.randrange(5, 25)):
            last = child.stdout.readline().strip()
            assert last, "the program ended by itself"
        child.send_signal(signal.SIGKILL)
        # What it said between our last look and its end was said before the kill, too.
        rest = [line.strip() for line in child.stdout.read().splitlines() if line.strip()]
        child.wait(10)
        child.stdout.close()
        said = rest[-1] if rest else last
        with Project.open(path) as opened:
            stored = {str(s.id) for s in opened.view(opened.article_ids()[0]).spans}
            before = set(said.split()) - {"-"}
            # One key press may have been committed and not yet said; none that was said may be missing or undone.
            assert len(before ^ stored) <= 1, (before, stored)
            assert not [f for f in opened.check() if "error" in str(f).lower()]
