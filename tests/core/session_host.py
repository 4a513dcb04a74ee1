"""A project and a host of worker processes in a few lines, for tests of the session."""

from annotation_schema.model import Article, Fragment
from desktop.core.prelabel.label_map import default_label_map
from desktop.core.prelabel.messages import (
    PROTOCOL,
    Done,
    FoundSpan,
    Loaded,
    Prelabel,
    Ready,
    Spans,
)
from desktop.core.prelabel.protocol import decode_command, encode
from desktop.core.prelabel.session import Session
from desktop.core.prelabel.session_types import (
    ArticleFailed,
    End,
    Finished,
    Kill,
    Notice,
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
        self.killed = []
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
                case Kill(worker):
                    self.alive.remove(worker)
                    self.killed.append(worker)
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

    def wait(self, seconds):
        """Let time pass as it does where somebody looks twice a second."""
        for _ in range(int(seconds * 2)):
            self.clock.now += 0.5
            self.do(self.session.tick())

    def crash(self, worker):
        self.alive.remove(worker)
        self.do(self.session.ended(worker, "was killed by SIGKILL", "tail"))


def texts(n, size=3_000):
    return ["x" * size for _ in range(n)]
