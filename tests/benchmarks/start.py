"""G9 and G10: from the command to the first paint and to the queue on screen; memory; in fresh processes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.benchmarks import projects
from tests.benchmarks.limits import empty_window_start
from tests.benchmarks.report import Figures, Result

# Runs the real entry point; listens for the two paints, prints when they were over and what had been imported.
LISTENER = """
import json, os, sys, time
from PySide6 import QtCore
import desktop.app as app
from desktop.ui.main_window import MainWindow
seen = {}
HEAVY = ("spacy", "thinc", "numpy", "sqlite_utils", "typer")
def note(name):
    if name not in seen:
        seen[name] = time.time()
        seen[name + " heavy"] = [m for m in HEAVY if m in sys.modules]
class Listener(QtCore.QObject):
    def eventFilter(self, watched, event):
        if event.type() == QtCore.QEvent.Type.Paint and self.queue.view.model().rowCount() > 0:
            watched.removeEventFilter(self)
            QtCore.QCoreApplication.sendEvent(watched, event)
            note("queue")
            QtCore.QTimer.singleShot(2500, leave)
            return True
        return False
def leave():
    if sys.platform == "linux":
        seen["memory"] = int(open("/proc/self/status").read().split("VmRSS:")[1].split()[0]) / 1024
    print(json.dumps(seen), flush=True)
    os._exit(0)
show, show_early = app.Session.show, MainWindow.show_early
listener = Listener()
def shown(self):
    self.window.ground.painted.connect(lambda: note("first"))
    show(self)
def shown_early(self, queue, *rest):
    listener.queue = queue
    queue.view.viewport().installEventFilter(listener)
    show_early(self, queue, *rest)
app.Session.show, MainWindow.show_early = shown, shown_early
sys.argv = ["pressmark", "open", sys.argv[1]]
from desktop.__main__ import main
main()
"""


def measure(articles: int, runs: int) -> list[Result]:
    """Start the window ``runs`` times on a project of ``articles`` articles."""
    with tempfile.TemporaryDirectory() as folder:
        path = projects.make(Path(folder) / "start.pressmark", articles)
        home = Path(folder) / "home"
        home.mkdir()
        # Pre-highlighting off: the queue's paint is measured, not the worker's start beside it.
        settings = {"version": 1, "work": {"prelabel_on_open": False}}
        (home / "settings.json").write_text(json.dumps(settings), encoding="utf-8")
        _start(path, home)
        first, queue, memory, heavy = [], [], [], set()
        limits, limits_memory = [], []
        for _ in range(runs):  # in turn, so that both meet the same moments of a shared machine
            start, megabytes = empty_window_start()
            limits.append(start)
            limits_memory.append(megabytes)
            seen = _start(path, home)
            first.append(seen["first"])
            queue.append(seen["queue"])
            memory.append(seen.get("memory", 0.0))
            heavy.update(seen["heavy"])
    limit, limit_memory = Figures(tuple(limits)), Figures(tuple(limits_memory), "MiB")
    ours = Figures(tuple(first))
    on_screen = Figures(tuple(queue))
    used = Figures(tuple(memory), "MiB")
    note = "heavy modules imported: " + (", ".join(sorted(heavy)) or "none")
    return [
        Result("G9", "start to first paint", ours, limit, ours.median / limit.median, 1.5, note=note, also=not heavy),
        Result(
            "G9",
            f"start to the queue of {articles:,} articles on screen",
            on_screen,
            limit,
            on_screen.median / limit.median,
            3,
            note=note,
            also=not heavy,
        ),
        Result(
            "G10",
            "memory of the idle window with an article open",
            used,
            limit_memory,
            used.median / limit_memory.median,
            2.5,
        ),
    ]


def _start(path: Path, home: Path) -> dict[str, object]:
    import time

    environment = {**os.environ, "PRESSMARK_HOME": str(home)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # a user's second start finds compiled modules
    begin = time.time()
    run = subprocess.run(
        [sys.executable, "-c", LISTENER, str(path)],
        capture_output=True,
        text=True,
        timeout=60,
        env=environment,
        check=False,
    )
    if run.returncode != 0 or not run.stdout.strip():
        raise RuntimeError(f"the window did not start: {run.stderr[-2000:]}")
    seen = json.loads(run.stdout.strip().split("\n")[-1])
    heavy = set(seen["first heavy"]) | set(seen["queue heavy"])
    return {
        "first": (seen["first"] - begin) * 1_000,
        "queue": (seen["queue"] - begin) * 1_000,
        "memory": seen.get("memory", 0.0),
        "heavy": heavy,
    }
