"""G15: labels and openings in the real window while the worker pre-highlights the project, beside the same at rest.

And how long an article that nobody has read yet waits for its suggestions when it is opened meanwhile (issue 4).
"""

from __future__ import annotations

import time
from typing import Any

from annotation_schema.model import ArticleId
from tests.benchmarks.report import Figures, Result
from tests.benchmarks.window import labels, opened, openings, wait

UNREAD = 1_500  # articles that keep a worker busy for longer than is measured


def measure(articles: int, runs: int) -> list[Result]:
    """Measure both at work, in a project that was not pre-highlighted yet, and at rest on the same articles.

    At rest comes last: the articles then have the suggestions that they had at work, which are painted, too.
    """
    bench: Any
    with opened(max(articles, UNREAD)) as (bench, _):
        ids = bench.project.article_ids()
        bench.prelabelling.start()
        wait(lambda: all(row.open_suggestions for row in bench.project.rows(ids[: runs + 2])), 180)
        labels(bench, 5)  # fonts and caches
        work = labels(bench, runs), openings(bench, runs)
        waits = _waits(bench, ids[-200::11])
        assert bench.prelabelling.running, "pre-highlighting ended before the measurement did"
        bench.prelabelling.cancel()
        wait(lambda: not bench.prelabelling.running)
        rest = labels(bench, runs), openings(bench, runs)
    return [
        _result("label: key press to committed and painted", work[0], rest[0]),
        _result("open an article of 5,000 characters", work[1], rest[1]),
        Result(
            "I4",
            "an article opened while others are read: until its suggestions are painted (limit: 150 ms)",
            waits,
            Figures((150.0,)),
            waits.median / 150,
            1,
        ),
    ]


def _waits(bench: Any, unread: list[ArticleId]) -> Figures:
    """Return the milliseconds from opening each article, far from the last one, to its suggestions on screen."""
    from PySide6.QtTest import QTest

    values: list[float] = []
    for article in unread:
        assert not bench.project.view(article).suggestions, "it was read already"
        begin = time.perf_counter()
        bench.open_article(article)
        while not bench.controller.view.suggestions:
            QTest.qWait(1)
            assert time.perf_counter() - begin < 20, "no suggestions came"
        bench.pane.viewport().repaint()
        values.append((time.perf_counter() - begin) * 1_000)
        QTest.qWait(400)
    return Figures(tuple(values))


def _result(what: str, ours: Figures, limit: Figures) -> Result:
    named = f"{what}, while the project is pre-highlighted (limit: at rest)"
    return Result("G15", named, ours, limit, ours.p95 / limit.p95, 1.5, note="p95 against p95")
