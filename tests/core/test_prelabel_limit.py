"""The session and workers that do not answer: a limit by the length of the article, who is to blame, what goes on."""

from session_host import FakeProject, Host, texts

from desktop.core.prelabel import run_options
from desktop.core.prelabel.messages import Done, Progress, Spans
from desktop.core.prelabel.run_options import LIMIT_S, RunOptions
from desktop.core.prelabel.session_types import Finished, Outcome


def hang_in(host, *articles):
    """Answer everything until a worker reads only what hangs; return that worker."""
    while True:
        for worker in list(host.alive):
            if not host.jobs[worker]:
                host.load(worker)
            job = host.jobs[worker][0]
            if not any(a.id in articles for a in job.articles):
                host.answer(worker)
                continue
            for a in job.articles:
                if a.id in articles:
                    return worker
                host.say(worker, Spans(job.job, a.id, a.sha256, (), 1))


def test_the_limit_is_in_proportion_to_the_length_and_can_be_set_or_switched_off():
    assert run_options.allowed_s(60, 0) == 60 and run_options.allowed_s(60, 25_000) == 210
    assert RunOptions(limit_s=30).dump() == RunOptions().dump(), "it makes no run another"
    for limit in (0, 30, LIMIT_S):
        assert run_options.parse(RunOptions(limit_s=limit).stored()).limit_s == limit
    assert run_options.parse('{"limit_s": "x"}') == run_options.parse('{"limit_s": null}') == RunOptions()


def test_an_article_that_hangs_alone_is_left_out_once_its_time_is_over_and_the_rest_goes_on():
    project = FakeProject(texts(3, 20_000))  # each a batch of its own
    host = Host(project, options=RunOptions(limit_s=10))
    host.load()
    host.answer(1)
    host.wait(29)
    assert host.killed == [] and host.failed == []
    host.wait(2)
    assert host.killed == [1] and [f.article for f in host.failed] == [2] and host.alive == [2]
    assert host.failed[0].reason == project.failed[2]
    assert "had not read it after 30 s, the limit for its length" in project.failed[2]
    host.load(2)
    host.run_to_end()
    assert project.saved_ids == [1, 3] and host.finished == Finished(Outcome.DONE)
    assert host.session.tally.failed == 1


def test_of_a_batch_the_articles_are_read_one_by_one_to_find_which_one_hangs():
    project = FakeProject(texts(12, 1_000))
    host = Host(project, options=RunOptions(limit_s=10))
    host.load()
    worker = hang_in(host, 5)
    host.wait(12)
    assert host.killed == [worker] and host.failed == [], "nobody knows yet which one it was"
    assert "did not answer for 11 s while it read “Title 5” or one of the" in host.told[-1]
    worker = hang_in(host, 5)
    assert [a.id for a in host.jobs[worker][0].articles] == [5]
    host.wait(12)
    assert [f.article for f in host.failed] == [5]
    host.load(host.alive[0])
    host.run_to_end()
    assert sorted(project.saved_ids) == [n for n in range(1, 13) if n != 5]
    assert host.finished == Finished(Outcome.DONE)


def test_who_turned_to_an_article_meanwhile_does_not_lose_it():
    project = FakeProject(texts(2, 20_000))
    host = Host(project, options=RunOptions(limit_s=10))
    host.load()
    host.wait(5)
    host.do(host.session.prioritise(2))  # the worker hangs in the first and cannot get to it
    assert host.jobs[1][0].urgent
    host.wait(60)
    assert host.failed == [] and host.alive == [2]
    host.load(2)
    assert [[a.id for a in j.articles] for j in host.jobs[2]] == [[2]]
    host.answer(2)
    host.wait(60)
    assert [f.article for f in host.failed] == [1] and project.saved_ids == [2]


def test_answers_of_others_progress_and_time_asleep():
    project = FakeProject(texts(3, 10_000))
    host = Host(project, options=RunOptions(limit_s=10))
    host.load()
    host.clock.now += 3_600  # the machine slept
    host.do(host.session.tick())
    assert host.killed == []
    host.wait(14)
    host.answer(1)  # in time: the next one has its own
    host.wait(19)
    assert host.killed == []
    job = host.jobs[1][0]
    host.say(1, Progress(job.job, job.articles[0].id, 5_000, 10_000))  # a part is not the article
    host.wait(2)
    assert host.killed == [1] and [f.article for f in host.failed] == [2]


def test_a_worker_that_reads_what_was_taken_back_blames_nobody_else():
    project = FakeProject(texts(2, 10))
    host = Host(project, options=RunOptions(limit_s=10), workers=2)
    host.load(1)
    host.load(2)
    host.do(host.session.prioritise(2))  # taken back from the first worker, given to the second
    assert [a.id for a in host.jobs[2][0].articles] == [2]
    host.wait(5)
    host.answer(2)
    host.wait(6)
    assert host.killed == [1] and host.failed == []


def test_no_limit_no_watch_and_nothing_to_do():
    for options in ({"options": RunOptions(limit_s=0)}, {"watch": False}):
        host = Host(FakeProject(texts(2, 10)), **options)
        host.load()
        host.wait(4_000)
        assert host.killed == [] and host.finished is None
    host = Host(FakeProject(texts(1, 10)), options=RunOptions(limit_s=1))
    host.wait(600)  # a pipeline may take long to load
    assert host.killed == [] and host.alive == [1]


def test_a_pipeline_that_hangs_over_everything_ends_the_run():
    project = FakeProject(texts(100, 1_000))
    host = Host(project, options=RunOptions(limit_s=1))
    host.load()
    for _ in range(20):
        if host.finished:
            break
        host.wait(10)
        if host.alive:
            host.load(host.alive[0])
    assert host.finished.outcome is Outcome.FAILED and "did not answer for" in host.finished.error.message
    assert len(project.failed) < 6 and not project.finished


def test_a_worker_that_was_ended_has_nothing_more_to_say():
    project = FakeProject(texts(2, 20_000))
    host = Host(project, options=RunOptions(limit_s=1))
    host.load()
    job = host.jobs[1][0]
    host.wait(4)
    host.say(1, Spans(job.job, 1, job.articles[0].sha256, (), 1))
    host.say(1, Done(job.job))
    host.do(host.session.ended(1, "was killed by SIGKILL", ""))
    assert host.session.tally.articles == 0 and host.alive == [2]
