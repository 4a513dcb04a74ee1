"""The whole way with real parts: project file, worker processes, a pipeline on disk, and crashes in the middle."""

import os
import signal
import threading
import time
from pathlib import Path

import pytest

from annotation_schema.model import Article, ArticleId
from desktop.core.errors import AppError, ErrorCode
from desktop.core.prelabel.runner import run_blocking
from desktop.core.project import Project
from desktop.core.resources import default_schema


@pytest.fixture
def project(tmp_path):
    with Project.create(tmp_path / "p.pressmark", default_schema(), annotator="Ada") as project:
        yield project


def add(project, *texts):
    project.add_articles(Article(f"u{i}", f"Title {i}", text) for i, text in enumerate(texts))
    return [project.article_id(f"u{i}") for i in range(len(texts))]


def offered(project, article):
    return [
        (s.label, s.source_label, project.article(article).text[s.start : s.end])
        for s in project.view(article).suggestions
    ]


def test_suggestions_are_in_the_project(project, command, pipeline):
    ids = add(project, "👍 Angela Merkel went to Kyiv on Monday.", "", "كييف", "nothing")
    told = []
    result = run_blocking(project, command, pipeline, progress=told.append)
    assert result.summary() | {"seconds": 0} == {
        "articles": 4,
        "suggestions": 3,
        "failed": 0,
        "words": 10,
        "seconds": 0,
        "unmapped": {"DATE": 1},
        "gpu": False,
    }
    assert result.seconds > 0 and (result.pipeline, result.version) == ("en_tiny", "1.2.3") and not result.cancelled
    assert offered(project, ids[0]) == [("ACTOR", "PERSON", "Angela Merkel"), ("LOCATION", "GPE", "Kyiv")]
    assert project.view(ids[0]).suggestions[0].attributes == {"type": "person", "mention": "name"}
    assert offered(project, ids[2]) == [("LOCATION", "GPE", "كييف")]
    assert told[-1].articles == told[-1].total == 4


def test_a_second_run_has_nothing_to_do_and_new_articles_are_taken(project, command, pipeline):
    add(project, "Kyiv")
    assert run_blocking(project, command, pipeline).articles == 1
    assert run_blocking(project, command, pipeline).articles == 0
    project.add_articles([Article("new", "New", "Kyiv, again")])
    result = run_blocking(project, command, pipeline)
    assert (result.articles, result.suggestions) == (1, 1)
    assert project.stats().suggestions["open"] == 2


def test_several_workers(project, command, pipeline):
    add(project, *(f"Report {i} from Kyiv" for i in range(300)))
    result = run_blocking(project, command, pipeline, workers=2)
    assert (result.articles, result.suggestions, result.failed) == (300, 300, 0)


def test_a_raising_component_fails_one_article(project, odd_command, odd_pipeline):
    ids = add(project, "Kyiv", "RAISE Kyiv", "Kyiv")
    told = []
    result = run_blocking(project, odd_command, odd_pipeline, notice=told.append)
    assert (result.articles, result.failed, result.suggestions) == (2, 1, 2)
    assert [(f.article, f.title) for f in result.left_out] == [(ids[1], "Title 1")]
    assert told == ["“Title 1” is left out: The pipeline failed: ValueError: cannot read this article"]


def test_an_article_that_kills_the_worker_is_left_out(project, odd_command, odd_pipeline):
    texts = [f"Kyiv {i}" for i in range(40)]
    texts[17] = "Kyiv KILLME"
    ids = add(project, *texts)
    told = []
    result = run_blocking(project, odd_command, odd_pipeline, notice=told.append)
    assert (result.articles, result.failed, result.suggestions) == (39, 1, 39)
    assert result.left_out[0].article == ids[17] and "was killed by SIGKILL twice" in result.left_out[0].reason
    assert "was killed by SIGKILL while it read “Title" in told[0] and "“Title 17” is left out" in told[-1]


def test_an_article_that_kills_the_worker_once_is_read_after_the_restart(
    project, odd_command, odd_pipeline, tmp_path, monkeypatch
):
    monkeypatch.setenv("KILLED_MARK", str(tmp_path / "mark"))
    add(project, "Kyiv 0", "KILLONCE Kyiv", "Kyiv 2")
    told = []
    result = run_blocking(project, odd_command, odd_pipeline, notice=told.append)
    assert (result.articles, result.failed, result.suggestions) == (3, 0, 3) and len(told) == 1


@pytest.fixture(autouse=True)
def others():
    """Processes of the test run that are no workers: another test's virtual screen lives as long as the run."""
    _others.clear()
    _others.update(children())


_others: set[int] = set()


def children():
    found = []
    for stat in os.listdir("/proc"):
        if stat.isdigit():
            try:
                fields = Path(f"/proc/{stat}/stat").read_text(encoding="utf-8").rsplit(")", 1)[1].split()
            except OSError:
                continue
            if int(fields[1]) == os.getpid() and fields[0] != "Z" and int(stat) not in _others:
                found.append(int(stat))
    return found


@pytest.mark.skipif(not os.path.isdir("/proc/self"), reason="finds the worker process in /proc")
def test_kill_from_outside_in_mid_article_loses_nothing(project, odd_command, odd_pipeline):
    add(project, *(f"SLOW {i} Kyiv" for i in range(12)))
    told = []
    killed = threading.Event()

    def progress(tally):
        if tally.articles >= 2 and not killed.is_set():
            (pid,) = children()
            os.kill(pid, signal.SIGKILL)
            killed.set()

    result = run_blocking(project, odd_command, odd_pipeline, progress=progress, notice=told.append)
    assert killed.is_set() and any("was killed by SIGKILL while it read “Title" in t for t in told)
    assert (result.articles, result.failed, result.suggestions) == (12, 0, 12)
    assert children() == []


def test_cancel_keeps_what_was_found_and_the_next_run_goes_on(project, odd_command, odd_pipeline):
    add(project, *(f"SLOW {i} Kyiv" for i in range(20)))
    seen = []
    result = run_blocking(
        project, odd_command, odd_pipeline, progress=lambda t: seen.append(t.articles), cancelled=lambda: seen[-1] >= 2
    )
    assert result.cancelled and 2 <= result.articles < 20
    assert project.stats().suggestions["open"] == result.articles
    rest = run_blocking(project, odd_command, odd_pipeline, workers=2)
    assert not rest.cancelled and rest.articles == 20 - result.articles
    assert project.stats().suggestions["open"] == 20


def test_cancel_in_a_very_slow_article_is_quick(project, odd_command, odd_pipeline):
    add(project, "VERYSLOW")
    began = time.monotonic()
    result = run_blocking(project, odd_command, odd_pipeline, cancelled=lambda: time.monotonic() - began > 3)
    assert result.cancelled
    if os.path.isdir("/proc/self"):
        assert children() == []


def test_the_article_on_screen_is_answered_first(project, odd_command, odd_pipeline):
    ids = add(project, *(f"SLOW {i} Kyiv" for i in range(8)))
    order = []
    project.subscribe(lambda change: order.extend(change.articles))
    run_blocking(project, odd_command, odd_pipeline, first=ids[5])
    assert order[0] == ids[5] and sorted(order) == ids


def test_pipelines_that_are_missing_or_broken_give_a_sentence(project, command, pipeline, tmp_path):
    add(project, "Kyiv")
    with pytest.raises(AppError, match="no pipeline “no_such_thing”") as caught:
        run_blocking(project, command, "no_such_thing")
    assert caught.value.code is ErrorCode.PIPELINE_NOT_FOUND
    import shutil

    broken = tmp_path / "broken"
    shutil.copytree(pipeline, broken)
    (broken / "tokenizer").write_bytes(b"nonsense")
    with pytest.raises(AppError, match="cannot be loaded") as caught:
        run_blocking(project, command, str(broken))
    assert caught.value.code is ErrorCode.PIPELINE_NOT_FOUND
    assert project.stats().suggestions["open"] == 0


def test_a_failing_project_ends_the_workers(project, command, pipeline, monkeypatch):
    add(project, "Kyiv")

    def full(run, answers):
        raise AppError(ErrorCode.SAVE_FAILED, "The disk is full.")

    monkeypatch.setattr(project, "add_answers", full)
    with pytest.raises(AppError, match="full"):
        run_blocking(project, command, pipeline)
    if os.path.isdir("/proc/self"):
        assert children() == []


def test_a_rerun_of_a_newer_version_replaces_open_suggestions_only(project, command, pipeline, tmp_path):
    from desktop.core import gestures

    (article,) = add(project, "Angela Merkel, Kyiv, Kyiv, Kyiv")
    run_blocking(project, command, pipeline)
    view = project.view(article)
    _, first, second, third = view.suggestions
    project.apply(gestures.reject(view, first.id))
    project.apply(gestures.accept(project.view(article), second.id))
    import json
    import shutil

    newer = tmp_path / "newer"
    shutil.copytree(pipeline, newer)
    meta = json.loads((newer / "meta.json").read_text())
    (newer / "meta.json").write_text(json.dumps(meta | {"version": "2.0.0"}))
    run_blocking(project, command, str(newer))
    offers = project.view(article).suggestions
    assert [(s.start, s.version) for s in offers] == [(0, "2.0.0"), (third.start, "2.0.0")]


def test_two_megabytes_in_the_project(project, command, pipeline):
    text = "👩‍🚀 Quiet in Kyiv.\u2028" * 100_000
    (article,) = add(project, text)
    result = run_blocking(project, command, pipeline)
    assert result.suggestions == 100_000
    view = project.view(ArticleId(article))
    assert {text[s.start : s.end] for s in view.suggestions} == {"Kyiv"}
