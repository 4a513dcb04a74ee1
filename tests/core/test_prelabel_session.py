"""The session against a project and a worker that are both a few lines: order, batches, pauses, several workers."""

from session_host import FakeProject, Host, texts

from desktop.core.prelabel import session as session_module
from desktop.core.prelabel.messages import (
    Cancel,
    Load,
    Prelabel,
    Spans,
    Stop,
)
from desktop.core.prelabel.protocol import encode
from desktop.core.prelabel.session_types import (
    Finished,
    Outcome,
    PrelabelProject,
)


def test_a_whole_run():
    project = FakeProject(texts(20))
    _: PrelabelProject = project
    host = Host(project)
    assert host.alive == [1] and host.commands == []
    host.load()
    assert isinstance(host.commands[0], Load) and host.commands[0].pipeline == "pipe"
    host.run_to_end()
    assert host.finished == Finished(Outcome.DONE)
    assert host.alive == [] and isinstance(host.commands[-1], Stop)
    assert sorted(project.saved_ids) == list(project.articles) and project.finished
    assert project.runs == [("en_x", "1.0")]
    tally = host.session.tally
    assert (tally.articles, tally.suggestions, tally.failed, tally.words, tally.total) == (20, 20, 0, 20, 20)


def test_nothing_to_do_ends_at_once():
    project = FakeProject([])
    host = Host(project)
    host.load()
    assert host.finished == Finished(Outcome.DONE) and project.finished and host.alive == []


def test_article_on_screen_goes_first_alone_and_is_saved_at_once():
    project = FakeProject(texts(10, 10))
    host = Host(project, first=7)
    host.load()
    assert [a.id for a in host.jobs[1][0].articles] == [7]
    assert len(host.jobs[1]) == 2, "the worker has the next batch before it needs it"
    host.answer(1, done=False)
    assert project.saved_ids == [7]


def test_turning_to_another_article_puts_it_at_the_front():
    project = FakeProject(texts(40))
    host = Host(project)
    host.load()
    assert len(host.jobs[1]) == 2
    host.do(host.session.prioritise(35))
    job = host.jobs[1][0]
    assert [a.id for a in job.articles] == [35] and job.urgent, "it overtakes what the worker has been given"
    assert host.answer(1) == [35]
    assert project.saved_ids == [35], "saved at once: somebody waits for it"
    host.run_to_end()
    assert sorted(project.saved_ids) == list(range(1, 41)) and len(project.saved_ids) == 40


def test_the_articles_that_follow_on_screen_are_read_next():
    project = FakeProject(texts(60, 7_000))
    host = Host(project)
    host.load()
    host.do(host.session.prioritise(30, [31, 2, 33]))
    order = []
    while len(order) < 6:
        order += host.answer(1)
    assert order[0] == 30
    assert [i for i in order[1:] if i in (31, 33)] == [31, 33] and 2 in order
    host.run_to_end()
    assert sorted(project.saved_ids) == list(range(1, 61))


def test_an_article_that_waits_in_a_batch_is_read_before_the_batch_and_stored_once():
    project = FakeProject(texts(40))
    host = Host(project)
    host.load()
    waiting = host.jobs[1][1].articles[0].id
    host.do(host.session.prioritise(waiting))
    host.do(host.session.prioritise(waiting))
    assert host.answer(1) == [waiting] and project.saved_ids == [waiting]
    host.run_to_end()
    assert sorted(project.saved_ids) == list(range(1, 41)) and len(project.saved_ids) == 40
    assert host.session.tally.articles == 40 and not host.failed


def test_a_crash_over_an_urgent_article_leaves_out_nobody_else():
    project = FakeProject(texts(12))
    host = Host(project)
    host.load()
    host.do(host.session.prioritise(12))
    host.crash(1)
    host.load()
    assert [a.id for a in host.jobs[2][0].articles] == [12]
    host.crash(2)
    host.load()
    host.run_to_end()
    assert [f.article for f in host.failed] == [12]
    assert sorted(project.saved_ids) == list(range(1, 12))


def test_paused_it_gives_nothing_out_and_goes_on_where_it_was():
    project = FakeProject(texts(40))
    host = Host(project)
    host.load()
    host.session.pause()
    host.clock.now += 5
    before = host.session.tally.seconds
    while host.jobs[1]:
        host.answer(1)
    done = len(project.saved_ids)
    assert host.session.paused and done < 40 and host.finished is None
    assert host.session.prioritise(40) == []
    host.clock.now += 100
    assert host.session.tally.seconds == before, "a pause is not work"
    host.do(host.session.resume())
    assert not host.session.paused and [a.id for a in host.jobs[1][0].articles] == [40]
    host.run_to_end()
    assert sorted(project.saved_ids) == list(range(1, 41))


def test_a_run_is_for_the_languages_that_it_is_told():
    project = FakeProject(texts(3))
    asked = []
    project.pending = lambda run, first, covers: asked.append(covers) or [1]
    host = Host(project, covers=str.isupper)
    host.load()
    host.run_to_end()
    assert asked == [str.isupper]


def test_batches_are_of_half_a_second_and_never_too_large():
    project = FakeProject(texts(200))
    host = Host(project)
    host.load()
    assert sum(len(a.text) for a in host.jobs[1][0].articles) <= session_module.FIRST_BATCH_CHARACTERS
    host.answer(1, seconds=0.1)  # 6,000 characters in 0.1 s: 30,000 in half a second
    assert len(host.jobs[1][-1].articles) == 10
    for _ in range(6):
        host.answer(1, seconds=0.000_1)
    assert sum(len(a.text) for a in host.jobs[1][-1].articles) <= session_module.MAX_BATCH_CHARACTERS


def test_a_text_longer_than_a_batch_goes_alone():
    project = FakeProject(["x" * 10, "y" * 2_000_000, "z"])
    host = Host(project)
    host.load()
    host.run_to_end()
    assert sorted(project.saved_ids) == [1, 2, 3]
    sizes = [len(c.articles) for c in host.commands if isinstance(c, Prelabel)]
    assert sizes == [1, 1, 1]


def test_answers_are_saved_together_and_not_later_than_half_a_second():
    project = FakeProject(texts(60, 100))
    host = Host(project)
    host.load()
    host.answer(1, done=False)
    assert project.saved == []
    host.clock.now += 0.49
    host.do(host.session.tick())
    assert project.saved == []
    host.clock.now += 0.02
    host.do(host.session.tick())
    assert len(project.saved) == 1 and len(project.saved[0]) > 10


def test_cancel_saves_what_is_there_tells_the_worker_and_can_be_resumed():
    project = FakeProject(texts(50))
    host = Host(project)
    host.load()
    host.answer(1, done=False)
    host.do(host.session.cancel())
    assert host.finished == Finished(Outcome.CANCELLED) and not project.finished and host.alive == []
    assert any(isinstance(c, Cancel) for c in host.commands) and isinstance(host.commands[-1], Stop)
    saved = len(project.saved_ids)
    assert saved > 0
    job = host.jobs[1][0]
    a = job.articles[0]
    assert host.session.received(1, encode(Spans(job.job, a.id, a.sha256, (), 1))) == []
    assert host.session.ended(1, "ended with status 0") == [] and host.session.cancel() == []
    assert len(project.saved_ids) == saved
    again = Host(project)
    again.load()
    again.run_to_end()
    assert sorted(project.saved_ids) == list(range(1, 51)) and len(project.saved_ids) == 50


def test_several_workers_share_the_queue():
    project = FakeProject(texts(60))
    host = Host(project, workers=3)
    assert host.alive == [1, 2, 3]
    host.load()
    assert all(len(host.jobs[w]) == 2 for w in (1, 2, 3))
    assert len(project.runs) == 1
    host.crash(2)
    assert host.alive == [1, 3, 4]
    host.load(4)
    host.run_to_end()
    assert sorted(project.saved_ids) == list(range(1, 61)) and len(project.saved_ids) == 60
