"""The session against a project and a worker that are both a few lines: order, batches, late answers, crashes."""

import json

import pytest

from annotation_schema.model import Article, Fragment
from desktop.core.errors import AppError, ErrorCode
from desktop.core.prelabel import session as session_module
from desktop.core.prelabel.label_map import default_label_map
from desktop.core.prelabel.messages import (
    PROTOCOL,
    Cancel,
    DocbinDone,
    Done,
    Error,
    Failed,
    FoundSpan,
    Load,
    Loaded,
    Prelabel,
    Ready,
    Spans,
    Stop,
)
from desktop.core.prelabel.protocol import decode_command, encode
from desktop.core.prelabel.session import Session
from desktop.core.prelabel.session_types import (
    ArticleFailed,
    End,
    Finished,
    Notice,
    Outcome,
    PrelabelProject,
    Send,
    Start,
)
from desktop.core.resources import default_schema

ONE_SPAN = (FoundSpan((Fragment(0, 1),), "GPE"),)


class FakeProject:
    schema = default_schema()

    def __init__(self, texts):
        self.label_map = default_label_map()
        self.articles = {i + 1: Article(f"u{i + 1}", f"Title {i + 1}", t) for i, t in enumerate(texts)}
        self.saved = []
        self.failed = {}
        self.finished = False
        self.runs = []
        self.settings = {}

    def article(self, article_id):
        return self.articles[article_id]

    def setting(self, key):
        return self.settings.get(key, "")

    def start_run(self, pipeline, version, options="", *, retry=True):
        self.runs.append((pipeline, version))
        self.options = options
        return 1

    def pending(self, run, first=None, covers=None):
        done = {a.article for batch in self.saved for a in batch}
        ids = [i for i in self.articles if i not in done]
        return sorted(ids, key=lambda i: i != first)

    def add_answers(self, run, answers):
        self.saved.append(list(answers))
        return sum(len(a.spans) for a in answers)

    def fail_article(self, run, article_id, reason):
        self.failed[article_id] = reason

    def finish_run(self, run):
        self.finished = True

    @property
    def saved_ids(self):
        return [a.article for batch in self.saved for a in batch]


class Clock:
    now = 100.0

    def __call__(self):
        return self.now


class Host:
    """Plays the processes: each worker keeps the jobs it was sent; a test answers them as it likes."""

    def __init__(self, project, **options):
        self.clock = Clock()
        self.session = Session(project, "pipe", clock=self.clock, **options)
        self.jobs = {}
        self.commands = []
        self.alive = []
        self.told = []
        self.failed = []
        self.finished = None
        self.do(self.session.start())

    def do(self, actions):
        for action in actions:
            match action:
                case Start(worker):
                    self.alive.append(worker)
                    self.jobs[worker] = []
                case Send(worker, line):
                    command = decode_command(line)
                    self.commands.append(command)
                    if isinstance(command, Prelabel):
                        self.jobs[worker].insert(0 if command.urgent else len(self.jobs[worker]), command)
                case End(worker):
                    self.alive.remove(worker)
                case Notice(message):
                    self.told.append(message)
                case ArticleFailed():
                    self.failed.append(action)
                case Finished():
                    assert self.finished is None
                    self.finished = action

    def say(self, worker, answer):
        self.do(self.session.received(worker, encode(answer)))

    def load(self, worker=None):
        for one in [worker] if worker else list(self.alive):
            self.say(one, Ready(PROTOCOL, "3.8"))
            self.say(one, Loaded("en_x", "1.0", "/p", ("GPE",), "en"))

    def answer(self, worker, *, done=True, seconds=0.0, spans=ONE_SPAN):
        job = self.jobs[worker].pop(0)
        self.clock.now += seconds
        for a in job.articles:
            self.say(worker, Spans(job.job, a.id, a.sha256, spans if a.text else (), len(a.text.split())))
        if done:
            self.say(worker, Done(job.job))
        return [a.id for a in job.articles]

    def run_to_end(self):
        while self.finished is None:
            for worker in list(self.alive):
                if self.jobs[worker]:
                    self.answer(worker)

    def crash(self, worker):
        self.alive.remove(worker)
        self.do(self.session.ended(worker, "was killed by SIGKILL", "tail"))


def texts(n, size=3_000):
    return ["x" * size for _ in range(n)]


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
        encode(DocbinDone(1, 0, 0, {}, ())),
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
