"""The session when something goes wrong: crashes, late and wrong answers, pipelines that cannot be loaded."""

import json

import pytest
from session_host import FakeProject, Host, texts

from annotation_schema.model import Fragment
from desktop.core.errors import AppError, ErrorCode
from desktop.core.prelabel.messages import (
    PROTOCOL,
    DocbinDone,
    Done,
    Error,
    Failed,
    FoundSpan,
    Ready,
    Spans,
)
from desktop.core.prelabel.protocol import encode
from desktop.core.prelabel.session_types import (
    ArticleFailed,
    Finished,
    Outcome,
)


def test_answers_for_another_text_job_or_worker_are_dropped():
    project = FakeProject(texts(3, 10))
    host = Host(project)
    host.load()
    job = host.jobs[1][0]
    first = job.articles[0]
    host.say(1, Spans(job.job, first.id, "0" * 64, (), 1))
    host.say(1, Spans(job.job + 50, first.id, first.sha256, (), 1))
    host.say(1, Spans(job.job, 999, first.sha256, (), 1))
    host.say(1, Done(job.job + 50))
    host.say(9, Spans(job.job, first.id, first.sha256, (), 1))
    assert host.session.tally.articles == 0
    host.say(1, Spans(job.job, first.id, first.sha256, (), 1))
    host.say(1, Spans(job.job, first.id, first.sha256, (), 1))
    assert host.session.tally.articles == 1


def test_an_article_that_is_never_answered_counts_as_failed():
    project = FakeProject(texts(2, 10))
    host = Host(project)
    host.load()
    job = host.jobs[1].pop(0)
    host.say(1, Done(job.job))
    assert set(project.failed) == {1, 2}
    assert host.finished == Finished(Outcome.DONE)


def test_positions_beyond_the_text_fail_the_article():
    project = FakeProject(["abc", "abcdef"])
    host = Host(project)
    host.load()
    host.answer(1, spans=(FoundSpan((Fragment(0, 4),), "GPE"),))
    assert list(project.failed) == [1] and "beyond" in project.failed[1]
    assert project.saved_ids == [2]


def test_a_failed_article_is_named_and_the_rest_goes_on():
    project = FakeProject(texts(3, 10))
    host = Host(project)
    host.load()
    job = host.jobs[1][0]
    host.say(1, Failed(job.job, 2, "The pipeline failed: X"))
    host.answer(1)
    assert host.failed == [ArticleFailed(2, "Title 2", "The pipeline failed: X")]
    assert project.failed == {2: "The pipeline failed: X"} and sorted(project.saved_ids) == [1, 3]
    assert host.session.tally.failed == 1


def test_a_crash_names_the_article_and_starts_again():
    project = FakeProject(texts(30))
    host = Host(project, first=4)
    host.load()
    host.crash(1)
    assert host.told == ["The worker process was killed by SIGKILL while it read “Title 4”. It is started again."]
    assert host.alive == [2]
    host.load(2)
    host.run_to_end()
    assert sorted(project.saved_ids) == list(range(1, 31)) and len(project.saved_ids) == 30
    assert project.failed == {}


def test_an_article_that_crashes_twice_is_left_out_and_the_rest_goes_on():
    project = FakeProject(texts(30, 1_000))
    host = Host(project)
    host.load()
    crashes = 0
    while host.finished is None:
        worker = host.alive[0]
        if not host.jobs[worker]:
            host.load(worker)
        job = host.jobs[worker][0]
        if 5 in [a.id for a in job.articles]:
            for a in job.articles:  # those before it in the batch are answered
                if a.id == 5:
                    break
                host.say(worker, Spans(job.job, a.id, a.sha256, (), 1))
            crashes += 1
            host.crash(worker)
        else:
            host.answer(worker)
    assert crashes == 2
    assert [f.article for f in host.failed] == [5] and "twice" in host.failed[0].reason
    assert sorted(project.saved_ids) == [i for i in range(1, 31) if i != 5]
    assert "“Title 5” or one of the 3 after it" in host.told[0]
    assert host.finished == Finished(Outcome.DONE)


def test_after_a_crash_the_suspects_are_read_one_by_one():
    project = FakeProject(texts(30, 1_000))
    host = Host(project)
    host.load()
    size = len(host.jobs[1][0].articles)
    assert size > 1
    host.crash(1)
    host.load(2)
    for expected in range(1, size + 1):
        assert [[a.id for a in j.articles] for j in host.jobs[2]] == [[expected]]
        host.answer(2)
    assert len(host.jobs[2]) == 2


def test_endless_crashes_end_the_session_and_blame_few_articles():
    project = FakeProject(texts(100, 1_000))
    host = Host(project)
    host.load()
    for _ in range(20):
        if host.finished:
            break
        host.crash(host.alive[0])
        if host.alive:
            host.load(host.alive[0])
    assert host.finished.outcome is Outcome.FAILED
    assert host.finished.error.code is ErrorCode.WORKER_FAILED and "in a row" in host.finished.error.message
    assert host.finished.error.details == "tail"
    assert len(project.failed) < 6 and not project.finished


def test_a_crash_while_loading_is_tried_once_more():
    host = Host(FakeProject(texts(1)))
    host.crash(1)
    assert "while it loaded the pipeline" in host.told[0] and host.alive == [2]
    host.crash(2)
    assert host.finished.outcome is Outcome.FAILED and host.finished.error.code is ErrorCode.WORKER_FAILED


def test_a_pipeline_that_cannot_be_loaded_ends_the_session_with_its_sentence():
    host = Host(FakeProject(texts(1)))
    host.say(1, Ready(PROTOCOL, "3.8"))
    host.say(1, Error("There is no pipeline “pipe”."))
    error = host.finished.error
    assert isinstance(error, AppError) and error.code is ErrorCode.PIPELINE_NOT_FOUND
    assert error.message == "There is no pipeline “pipe”." and host.alive == []


@pytest.mark.parametrize(
    "line",
    [
        b'{"kind":"ready","protocol":99,"spacy":"3.8"}\n',
        b'{"kind":"novel"}\n',
        encode(DocbinDone(1, 0, 0, {}, (), ())),
        encode(Ready(PROTOCOL, "")),
    ],
)
def test_a_worker_that_speaks_otherwise_is_refused(line):
    host = Host(FakeProject(texts(1)))
    host.do(host.session.received(1, line))
    assert host.finished.outcome is Outcome.FAILED and host.finished.error.code is ErrorCode.WORKER_FAILED


def test_lines_before_the_worker_speaks_are_passed_over():
    host = Host(FakeProject(texts(1)))
    host.do(host.session.received(1, b"Loading configuration ...\n"))
    assert host.finished is None
    host.load()
    host.do(host.session.received(1, b"chatter\n"))
    assert host.finished.outcome is Outcome.FAILED


def test_one_of_several_workers_that_cannot_load_is_done_without():
    project = FakeProject(texts(10))
    host = Host(project, workers=2)
    host.load(1)
    host.crash(2)
    host.crash(3)
    host.run_to_end()
    assert host.finished.outcome is Outcome.DONE and len(project.saved_ids) == 10


def test_an_article_that_is_gone_is_passed_over():
    project = FakeProject(texts(3, 10))
    host = Host(project, first=2)
    pending = project.pending(1, 2)
    project.pending = lambda run, first, covers: pending
    del project.articles[2]
    host.load()
    host.run_to_end()
    assert project.saved_ids == [1, 3]


def test_errors_of_the_project_reach_the_host():
    project = FakeProject(texts(3, 10))

    def full(run, answers):
        raise AppError(ErrorCode.SAVE_FAILED, "The disk is full.")

    project.add_answers = full
    host = Host(project)
    host.load()
    with pytest.raises(AppError, match="full"):
        host.answer(1)


def test_lines_are_json_objects_with_a_kind():
    host = Host(FakeProject(texts(1, 5)))
    host.load()
    assert all(json.loads(encode(c))["kind"] for c in host.commands)
