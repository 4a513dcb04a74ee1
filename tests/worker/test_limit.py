"""Components that never come back: worker processes are ended, threads left to themselves, and the rest goes on.

Time flies here while a component hangs, and stands still otherwise, so that nothing depends on how fast a machine is.
"""

from __future__ import annotations

import sys
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import pytest

from annotation_schema.model import Article
from desktop.core.prelabel import trial
from desktop.core.prelabel.client import WorkerClient
from desktop.core.prelabel.executors import ExecutorWorkers
from desktop.core.prelabel.messages import ArticleText, Failed, Spans
from desktop.core.prelabel.run_options import RunOptions
from desktop.core.prelabel.runner import run_blocking
from desktop.core.project import Project
from desktop.core.resources import default_schema
from desktop.worker.batch import prelabel_batch

TEXTS = ["Kyiv 0", "Kyiv 1", "Kyiv HANG", "Kyiv 3", "Kyiv 4"]
LATE = "had not read it after 20 s, the limit for its length"

QUICK = RunOptions(limit_s=20)


@pytest.fixture
def project(tmp_path):
    with Project.create(tmp_path / "p.pressmark", default_schema(), annotator="Ada") as made:
        made.add_articles(Article(f"u{n}", f"Title {n}", text) for n, text in enumerate(TEXTS))
        yield made


@pytest.fixture
def hanging(tmp_path, monkeypatch):
    """Return what says whether a worker hangs now."""
    marks = tmp_path / "marks"
    marks.mkdir()
    monkeypatch.setenv("HANG_MARKS", str(marks))

    def alive(pid):
        try:
            return Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rsplit(")", 1)[1].split()[0] != "Z"
        except OSError:
            return False

    return lambda: any(alive(mark.name) for mark in marks.iterdir())


class Flying:
    """A clock that advances, quickly, while something hangs."""

    def __init__(self, hangs):
        self.hangs = hangs
        self.now = 0.0

    def __call__(self):
        if self.hangs():
            self.now += 4.0
        return self.now


def suggestions(project):
    return [len(project.view(i).suggestions) for i in project.article_ids()]


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
def test_a_component_that_hangs_costs_one_article(project, odd_command, odd_pipeline, hanging):
    told = []
    result = run_blocking(project, odd_command, odd_pipeline, notice=told.append, clock=Flying(hanging), options=QUICK)
    assert (result.articles, result.failed, result.suggestions) == (4, 1, 4), told
    assert suggestions(project) == [1, 1, 0, 1, 1]
    (left_out,) = result.left_out
    assert left_out.title == "Title 2" and LATE in left_out.reason
    assert "did not answer for 20 s while it read" in told[0] and not hanging()


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
def test_a_comparison_goes_on_without_articles_that_hang_or_end_the_worker(
    odd_command, odd_pipeline, hanging, monkeypatch
):
    waits = WorkerClient.wait
    monkeypatch.setattr(WorkerClient, "wait", lambda self, s: None if hanging() else waits(self, s))
    texts = [ArticleText.of(n, t) for n, t in enumerate([*TEXTS, "Kyiv KILLME", "Kyiv 6"])]
    told = []
    read = trial.read(odd_command, odd_pipeline, texts, progress=told.append, options=RunOptions(limit_s=9))
    assert [a.id for a in read.answers] == list(range(7)) and told[-1] == 7
    assert {a.id: a.reason for a in read.answers if isinstance(a, Failed)} == {
        2: "The pipeline had not read it after 9 s, the limit for its length.",
        5: "The worker process was killed by SIGKILL in the middle of its work.",
    }
    assert not hanging()


def test_in_an_executor_the_thread_is_left_to_itself(project, odd_pipeline):
    import odd_components

    seen = len(odd_components.HUNG)
    flights = []

    def hangs():
        """Fly for a while with each text that hangs."""
        if len(odd_components.HUNG) - seen > len(flights):
            flights.append(9)
        if flights and flights[-1]:
            flights[-1] -= 1
            return True
        return False

    read = partial(prelabel_batch, limit_s=20, clock=Flying(hangs))
    workers = ExecutorWorkers(lambda: ThreadPoolExecutor(1), read)
    result = run_blocking(project, workers.start, odd_pipeline)
    workers.close()
    assert (result.articles, result.failed) == (4, 1) and suggestions(project) == [1, 1, 0, 1, 1]
    assert LATE in result.left_out[0].reason and result.left_out[0].title == "Title 2"
    answers = prelabel_batch(odd_pipeline, [ArticleText.of(1, "Kyiv")], limit_s=120).answers
    assert isinstance(answers[0], Spans), "the pipeline that hangs is not used again"
