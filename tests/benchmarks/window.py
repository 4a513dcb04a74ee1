"""G5 and G7 in the real window: a label from key press to committed and painted, an article from request to painted."""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from annotation_schema.model import ArticleId
from tests.benchmarks import projects
from tests.benchmarks.corpus import samples
from tests.benchmarks.limits import raw_commits, text_edit_opens
from tests.benchmarks.report import Figures, Result, timed_ms

FRAME_MS = 16.0


@contextmanager
def opened(articles: int) -> Iterator[tuple[object, Path]]:
    """Give the window's workbench on a project of ``articles`` articles, in this process."""
    with tempfile.TemporaryDirectory() as folder:
        path = projects.make(Path(folder) / "window.pressmark", articles)
        home = Path(folder) / "home"
        home.mkdir()
        (home / "settings.json").write_text('{"version": 1, "work": {"prelabel_on_open": false}}', encoding="utf-8")
        os.environ["PRESSMARK_HOME"] = str(home)
        from PySide6.QtTest import QTest

        from desktop import app

        session = app.Session(app.application(), app.parse([str(path)]))
        session.window.resize(1_440, 900)
        session.show()
        wait(lambda: session.bench is not None and session.bench.controller.view is not None)
        QTest.qWait(300)
        app.settle()  # as main() has it done some seconds after the start
        try:
            yield session.bench, Path(folder)
        finally:
            session.window.close()
            session.end()


def wait(condition: Callable[[], bool], seconds: float = 30) -> None:
    """Let the event loop run until ``condition`` holds; raises TimeoutError."""
    from PySide6.QtTest import QTest

    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            raise TimeoutError("the window did not get there")
        QTest.qWait(5)


def measure(articles: int, runs: int) -> list[Result]:
    """Measure labels and openings in a project of ``articles`` articles."""
    with opened(articles) as (bench, folder):
        commit = raw_commits(folder / "raw.db")
        tagged = labels(bench, runs)
        opens, large = openings(bench, runs), _large(bench)
    limit = text_edit_opens(samples(runs))
    return [
        Result(
            "G5",
            f"label: key press to committed and painted, {articles:,} articles (limit: one frame and one raw commit)",
            tagged,
            Figures(tuple(v + FRAME_MS for v in commit.values)),
            tagged.p95 / (commit.p95 + FRAME_MS),
            1,
            note="p95 against p95",
        ),
        Result(
            "G7",
            f"open an article of 5,000 characters and 61 spans, {articles:,} articles",
            opens,
            limit,
            opens.median / limit.median,
            3,
            note=f"p95 {opens.p95:.1f} ms of 33",
            also=opens.p95 <= 33,
        ),
        Result(
            "G7",
            "open an article of 34,000 characters with 700 spans (limit: 150 ms)",
            large,
            Figures((150.0,)),
            large.p95 / 150,
            1,
            note="p95",
        ),
    ]


def painted_ms(pane: Any, action: Callable[[], object]) -> float:
    """Return the milliseconds until what an action changed is on screen; it is painted once, as in use."""
    from PySide6.QtCore import QCoreApplication

    def do() -> None:
        before = paints(pane)
        action()
        QCoreApplication.sendPostedEvents()
        if paints(pane) == before:
            pane.viewport().repaint()

    return timed_ms(do)


def paints(pane: Any) -> int:
    """Return how often the article was painted since this was first asked."""
    from PySide6.QtCore import QEvent, QObject

    class Counter(QObject):
        count = 0

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            self.count += event.type() == QEvent.Type.Paint
            return False

    if not hasattr(pane, "paint_counter"):
        pane.paint_counter = Counter(pane)
        pane.viewport().installEventFilter(pane.paint_counter)
    return pane.paint_counter.count


def labels(bench: Any, runs: int) -> Figures:
    """Return the milliseconds from the key of a label to committed and painted, in ``runs`` openings of articles."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    ids = bench.project.article_ids()
    values = []
    for n in range(runs):
        bench.open_article(ids[n % min(len(ids) - 1, 20)])
        QTest.qWait(20)
        view = bench.controller.view
        start = _free_word(view.article.text, view.spans, n)
        bench.pane.setFocus()
        bench.pane.select_range(*start)
        bench.pane.viewport().repaint()
        before = len(bench.project.view(view.id).spans)
        values.append(painted_ms(bench.pane, lambda: QTest.keyClick(bench.pane, Qt.Key.Key_L)))
        assert len(bench.project.view(view.id).spans) == before + 1, "the label was not made"
        QTest.qWait(20)
    return Figures(tuple(values))


def _free_word(text: str, spans, n: int) -> tuple[int, int]:
    """Return a word that starts where no span starts, another one for each ``n``."""
    import re

    taken = {s.start for s in spans}
    words = [m.span() for m in re.finditer(r"\b[a-z]{4,}\b", text) if m.start() not in taken]
    return words[(7 * n) % len(words)]


def openings(bench: Any, runs: int) -> Figures:
    """Return the milliseconds from request to painted of ``runs`` articles of 5,000 characters."""
    ids = bench.project.article_ids()
    return Figures(tuple(_open(bench, ids[1 + n % (len(ids) - 2)]) for n in range(runs)))


def _large(bench: Any) -> Figures:
    """Return the same of the large article at the end; the one before it is opened in between."""
    ids = bench.project.article_ids()
    return Figures(tuple([_open(bench, ids[-1 - n % 2]) for n in range(1, 17)][1::2]))


def _open(bench, article: ArticleId) -> float:
    from PySide6.QtTest import QTest

    spent = painted_ms(bench.pane, lambda: bench.open_article(article))
    assert bench.controller.view.id == article
    QTest.qWait(30)
    return spent
