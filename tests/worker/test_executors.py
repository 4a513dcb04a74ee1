"""Pre-highlighting on executors: threads, a pool of processes, a Dask cluster; poison, loss, cancelling, versions."""

from __future__ import annotations

import importlib.util
import os
import pickle
import signal
import sys
import threading
import time
from concurrent.futures import Executor, Future, ThreadPoolExecutor

import pytest

from annotation_schema.model import Article
from desktop.core.errors import AppError, ErrorCode
from desktop.core.prelabel.executors import DaskCluster, ExecutorWorkers, process_pool
from desktop.core.prelabel.messages import ArticleText, Failed, Load, Spans
from desktop.core.prelabel.protocol import encode
from desktop.core.prelabel.rule_lists import Rule, RuleList, When, dump
from desktop.core.prelabel.run_options import RunOptions
from desktop.core.prelabel.runner import run_blocking
from desktop.core.project import Project
from desktop.core.resources import default_schema
from desktop.worker.batch import BatchResult, prelabel_batch

TEXT = "Angela Merkel flew to Kyiv on Monday."


@pytest.fixture
def project(tmp_path):
    with Project.create(tmp_path / "p.pressmark", default_schema(), annotator="A") as made:
        yield made


def fill(project, texts):
    project.add_articles(Article(f"u{n:04}", f"Title {n}", text) for n, text in enumerate(texts))


def found(project):
    """Return how many suggestions each article has, by its number; None where it was not answered."""
    run = project.start_run("en_tiny", "1.2.3", RunOptions().dump(), retry=False)
    waiting = set(project.pending(run))  # without those that were left out
    ids = project.article_ids()
    return [None if i in waiting else len(project.view(i).suggestions) for i in ids]


def test_the_function_is_plain_and_gives_an_answer_for_each_article(pipeline):
    function = pickle.loads(pickle.dumps(prelabel_batch))
    texts = [ArticleText.of(4, TEXT), ArticleText.of(9, ""), ArticleText.of(2, "Kyiv")]
    result = pickle.loads(pickle.dumps(function(pipeline, texts, RunOptions())))
    assert [a.id for a in result.answers] == [4, 9, 2]
    assert [s.label for s in result.answers[0].spans] == ["PERSON", "GPE", "DATE"]
    assert (result.info.name, result.info.version) == ("en_tiny", "1.2.3")
    assert function(pipeline, ()) == BatchResult(result.info, ())
    assert {"KYIV"} == {s.label for s in function(pipeline, texts[2:], with_rules("Kyiv", "KYIV")).answers[0].spans}


def with_rules(phrase, label, when=When.BEFORE):
    return RunOptions(rules=dump([RuleList("list", when, (Rule(label, phrase),))]))


def test_one_bad_article_is_answered_as_such_and_a_pipeline_that_is_not_there_is_a_sentence(make_pipeline):
    odd = make_pipeline("odd")
    texts = [ArticleText.of(1, TEXT), ArticleText.of(2, "RAISE"), ArticleText.of(3, TEXT)]
    answers = prelabel_batch(odd, texts).answers
    assert [type(a) for a in answers] == [Spans, Failed, Spans] and "cannot read" in answers[1].reason
    with pytest.raises(ValueError, match="no pipeline “nowhere”"):
        prelabel_batch("nowhere", texts)


@pytest.mark.parametrize("threads", [1, 3])
def test_threads_share_a_pipeline_by_turns(project, pipeline, threads):
    fill(project, [TEXT] * 30)
    workers = ExecutorWorkers(lambda: ThreadPoolExecutor(threads), prelabel_batch)
    result = run_blocking(project, workers.start, pipeline, workers=threads)
    workers.close()
    assert (result.articles, result.failed, result.pipeline) == (30, 0, "en_tiny")
    assert found(project) == [2] * 30


def test_a_pipeline_that_cannot_be_loaded_ends_the_run_with_a_sentence(project):
    fill(project, [TEXT])
    workers = ExecutorWorkers(lambda: ThreadPoolExecutor(1), prelabel_batch)
    with pytest.raises(AppError) as caught:
        run_blocking(project, workers.start, "nowhere")
    workers.close()
    assert caught.value.code is ErrorCode.PIPELINE_NOT_FOUND and "nowhere" in caught.value.message


class Bounded(Executor):
    """Counts what is in flight."""

    def __init__(self, threads):
        self.pool = ThreadPoolExecutor(threads)
        self.lock = threading.Lock()
        self.now = self.most = 0

    def submit(self, fn, /, *args):
        with self.lock:
            self.now += 1
            self.most = max(self.most, self.now)
        future = self.pool.submit(fn, *args)
        future.add_done_callback(self.left)
        return future

    def left(self, _):
        with self.lock:
            self.now -= 1

    def shutdown(self, wait=True, *, cancel_futures=False):
        self.pool.shutdown(wait, cancel_futures=cancel_futures)


def test_what_is_in_flight_is_bounded_by_the_number_of_workers(project, pipeline):
    fill(project, [TEXT] * 400)
    executor = Bounded(2)
    workers = ExecutorWorkers(lambda: executor, prelabel_batch)
    assert run_blocking(project, workers.start, pipeline, workers=3).articles == 400
    workers.close()
    assert 1 <= executor.most <= 3


def wait_until(condition, seconds=60.0):
    until = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < until
        time.sleep(0.05)


def sometimes_lost(pipeline, articles, options):
    """Stands in for a node of a cluster that dies over one article."""
    if any("POISON" in a.text for a in articles):
        raise ConnectionError("the node was killed")
    return prelabel_batch(pipeline, articles, options)


def test_a_call_that_fails_costs_only_the_article_that_is_to_blame(project, pipeline):
    fill(project, [TEXT] * 20 + ["POISON " + TEXT] + [TEXT] * 20)
    said = []
    workers = ExecutorWorkers(lambda: ThreadPoolExecutor(2), sometimes_lost)
    result = run_blocking(project, workers.start, pipeline, workers=2, notice=said.append)
    workers.close()
    assert (result.articles, result.failed) == (40, 1) and result.left_out[0].title == "Title 20"
    assert "“Title 20” is left out" in said[-1]
    assert found(project) == [2] * 20 + [0] + [2] * 20


def two_versions(pipeline, articles, options):
    from dataclasses import replace

    result = prelabel_batch(pipeline, articles, options)
    return result if not articles else replace(result, info=replace(result.info, version="9"))


def test_answers_of_another_version_are_refused(project, pipeline):
    fill(project, [TEXT])
    workers = ExecutorWorkers(lambda: ThreadPoolExecutor(1), two_versions)
    with pytest.raises(AppError, match="install the same"):
        run_blocking(project, workers.start, pipeline)
    workers.close()
    assert found(project) == [None]


def test_cancelled_it_keeps_what_came_and_goes_on_later(project, pipeline):
    fill(project, [TEXT] * 300)
    workers = ExecutorWorkers(lambda: ThreadPoolExecutor(1), slow_batch)
    result = run_blocking(
        project, workers.start, pipeline, cancelled=lambda: any(c is not None for c in found(project))
    )
    workers.close()
    assert result.cancelled and 0 < result.articles < 300
    again = ExecutorWorkers(lambda: ThreadPoolExecutor(1), prelabel_batch)
    rest = run_blocking(project, again.start, pipeline)
    again.close()
    assert result.articles + rest.articles == 300 and found(project) == [2] * 300


def slow_batch(pipeline, articles, options):
    time.sleep(0.02 * len(articles))
    return prelabel_batch(pipeline, articles, options)


def deadly(pipeline, articles, options):
    if any("KILLME" in a.text for a in articles):
        os.kill(os.getpid(), signal.SIGKILL)
    return prelabel_batch(pipeline, articles, options)


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_a_pool_that_breaks_is_made_anew_and_only_the_article_to_blame_is_left_out(project, pipeline):
    fill(project, [TEXT] * 15 + ["KILLME"] + [TEXT] * 15)
    workers = ExecutorWorkers(lambda: process_pool(2), deadly)
    result = run_blocking(project, workers.start, pipeline, workers=4)
    workers.close()
    assert (result.articles, result.failed) == (30, 1) and result.left_out[0].title == "Title 15"
    assert found(project)[:15] == [2] * 15 and found(project)[16:] == [2] * 15


def test_a_scheduler_that_is_not_there_is_a_sentence(monkeypatch):
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(AppError, match=r"pressmark\[dask\]"):
        DaskCluster("tcp://127.0.0.1:1")


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")
@pytest.mark.skipif(importlib.util.find_spec("distributed") is None, reason="Dask is not installed (pressmark[dask])")
def test_a_dask_cluster_of_two_workers_labels_an_archive_also_when_one_is_killed(project, pipeline):
    from distributed import LocalCluster

    fill(project, [TEXT] * 1_000)
    killed = []
    with (
        LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None) as nodes,
        DaskCluster(nodes.scheduler_address) as cluster,
    ):
        assert cluster.workers() == 2
        client = cluster._client
        loaded_pipelines = lambda: len(__import__("desktop.worker.batch", fromlist=["batch"])._loaded)  # noqa: E731
        workers = ExecutorWorkers(cluster.executor, prelabel_batch)

        def kill(tally):
            if tally.articles and not killed:
                killed.append(client.run(os.getpid))
                wait_until(lambda: set(client.run(loaded_pipelines).values()) == {1})  # both nodes have a part in it
                os.kill(next(iter(killed[0].values())), signal.SIGKILL)

        result = run_blocking(project, workers.start, pipeline, workers=4, progress=kill)
        workers.close()
    assert (result.articles, result.failed, len(killed)) == (1_000, 0, 1)
    assert found(project) == [2] * 1_000


def test_a_future_that_comes_after_the_end_is_passed_over(pipeline):
    lines = []
    future = Future()

    class Late(Executor):
        def submit(self, fn, /, *args):
            return future

        def shutdown(self, wait=True, *, cancel_futures=False):
            pass  # it does not cancel either: the call comes to its end

    future.set_running_or_notify_cancel()
    workers = ExecutorWorkers(Late, prelabel_batch)
    worker = workers.start(on_line=lines.append, on_end=lambda *_: lines.append(b"end"))
    worker.send(encode(Load(pipeline)))
    before = list(lines)
    worker.ask_to_stop()
    workers.close()
    future.set_result(prelabel_batch(pipeline, ()))
    assert lines == before
