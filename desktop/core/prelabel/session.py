"""A pre-highlighting run as a state machine without processes, pipes, threads or timers.

The host (the command line's runner, the window's QProcess host) starts the processes it is told to start
and passes on what they say; each call returns the actions to carry out next, in order. All calls come from
the thread that owns the project.

The article on screen goes first and alone, past everything that workers have been given, then the rest of the queue
in batches measured in characters, of about half a second's work as far as is known. Each worker has a second batch
waiting, so that it never idles.
Answers are saved together every half second. A crash costs what was not answered yet: the articles that the
worker was reading are given out again one by one, and one that brings it down a second time is left out. A worker that
does not answer within the limit for what it reads is ended; if that can only be one article, it is left out at once.
"""

from __future__ import annotations

import time
from collections import Counter, deque
from collections.abc import Callable, Sequence
from dataclasses import replace

from annotation_schema.model import ArticleId
from desktop.core.errors import AppError, ErrorCode
from desktop.core.prelabel import choice, run_options, troubles
from desktop.core.prelabel.fields import ProtocolError
from desktop.core.prelabel.given import GivenJob, WorkerState, take
from desktop.core.prelabel.merge import Mapper, RunAnswer
from desktop.core.prelabel.messages import (
    Answer,
    ArticleText,
    Cancel,
    Done,
    Error,
    Failed,
    Load,
    Loaded,
    Prelabel,
    Progress,
    Ready,
    Spans,
    Stop,
)
from desktop.core.prelabel.order import bring_forward
from desktop.core.prelabel.protocol import decode_answer, encode
from desktop.core.prelabel.run_options import RunOptions
from desktop.core.prelabel.session_types import (
    Action,
    ArticleFailed,
    End,
    Finished,
    Kill,
    Notice,
    Outcome,
    PrelabelProject,
    Send,
    Start,
    Tally,
    WorkerId,
)
from desktop.core.view import RunId

SAVE_EVERY_S = 0.5
BATCH_S = 0.5
"""Work that one batch should hold, so that cancelling and turning to another article are quick."""
FIRST_BATCH_CHARACTERS = 8_000
MAX_BATCH_CHARACTERS = 50_000
_MAX_BATCH_ARTICLES = 64
_JOBS_AHEAD = 2
_CRASHES_IN_ROW = 6  # without one answer between them: then it is not the articles
_MOST_UNHEARD_S = 5.0
"""Between two looks counts as no more silence than this: the machine may have slept, or we were busy ourselves."""


class Session:
    """One run over all pending articles of a project; see the module. AppError of the project passes through."""

    def __init__(
        self,
        project: PrelabelProject,
        pipeline: str,
        *,
        workers: int = 1,
        first: ArticleId | None = None,
        options: RunOptions | None = None,
        covers: Callable[[str], bool] | None = None,
        retry: bool = True,
        watch: bool = True,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Prepare a run of ``pipeline`` (a folder or a package); ``first`` is the article on screen.

        ``options`` are the project's, unless others are given. ``covers`` says of an article's language whether the
        run is for it; None: it is for all articles. ``retry``: also read what could not be read before. ``watch``:
        whether workers that do not answer in time are ended.
        """
        self._project = project
        self._pipeline = pipeline
        self._count = max(1, workers)
        self._first = first
        self._clock = clock
        self._options = options or run_options.of(project)
        self._covers = covers
        self._retry = retry
        self._watch = watch
        self._looked = 0.0
        self._paused_at: float | None = None
        self._mapper = Mapper({}, project.schema)
        self._left_out: Counter[str] = Counter()
        self._run: RunId | None = None
        self._workers: dict[WorkerId, WorkerState] = {}
        self._last_worker = 0
        self._last_job = 0
        self._queue: deque[ArticleId] = deque()
        self._urgent: deque[ArticleId] = deque()
        self._suspects: deque[ArticleId] = deque()
        self._crashes: Counter[ArticleId] = Counter()
        self._crashes_in_row = 0
        self._failed_loads = 0
        self._answers: list[RunAnswer] = []
        self._shown: set[ArticleId] = set()  # somebody looks at them: saved at once
        self._speed = 0.0  # characters a second of one worker, 0 = unknown
        self._tally = Tally()
        self._began = 0.0
        self._saved = 0.0
        self._ended_at: float | None = None

    # what the host asks

    @property
    def tally(self) -> Tally:
        """The counts until now."""
        until = self._clock() if self._ended_at is None else self._ended_at
        if self._paused_at is not None:
            until = min(until, self._paused_at)
        seconds = until - self._began if self._began else 0.0
        return replace(self._tally, seconds=seconds, left_out=dict(self._left_out))

    @property
    def over(self) -> bool:
        """Whether the session has ended."""
        return self._ended_at is not None

    # what the host tells

    def start(self) -> list[Action]:
        """Begin; called once."""
        self._began = self._saved = self._looked = self._clock()
        return [self._start_worker() for _ in range(self._count)]

    def received(self, worker: WorkerId, line: bytes) -> list[Action]:
        """Take a line that a worker wrote; lines of workers that are gone are passed over."""
        state = self._workers.get(worker)
        if state is None or self.over:
            return []
        if not state.spoken and not line.startswith(b"{"):
            return []
        try:
            answer = decode_answer(line)
        except ProtocolError as e:
            return self._fail(troubles.not_understood(e))
        state.spoken = True
        return self._take(worker, state, answer)

    def ended(self, worker: WorkerId, how: str, details: str = "") -> list[Action]:
        """Take note that a worker's process is gone; ``how`` follows "The worker process" in a sentence."""
        state = self._workers.pop(worker, None)
        if state is None or self.over:
            return []
        self._save()
        if not state.ready:
            return self._ended_while_loading(how, details)
        return self._without(state, how, details=details)

    def _without(self, state: WorkerState, how: str, *, details: str = "", too_slow: str = "") -> list[Action]:
        """Go on without a worker that had been loaded; ``too_slow``: why its article is left out if it is known."""
        self._crashes_in_row += 1
        actions = self._put_back(state, how, too_slow)
        if self._crashes_in_row >= _CRASHES_IN_ROW:
            return actions + self._fail(troubles.ended_again(how, self._crashes_in_row, details))
        if self._waiting:
            actions.append(self._start_worker())
        return actions + self._go_on()

    def tick(self) -> list[Action]:
        """Save what has waited long enough, end workers that are silent for too long; called about twice a second."""
        if self.over:
            return []
        now = self._clock()
        passed, self._looked = min(now - self._looked, _MOST_UNHEARD_S), now
        if self._answers and now - self._saved >= SAVE_EVERY_S:
            self._save()
        limit = self._options.limit_s if self._watch else 0
        late = [(w, s, allowed) for w, s in self._workers.items() if (allowed := s.overdue(passed, limit))]
        return [action for worker, state, allowed in late for action in self._give_up(worker, state, allowed)]

    def _give_up(self, worker: WorkerId, state: WorkerState, allowed: float) -> list[Action]:
        """End a worker that does not answer, and go on without it."""
        if self.over:  # an earlier one was the last
            return []
        del self._workers[worker]
        self._save()
        return [Kill(worker), *self._without(state, troubles.silent(allowed), too_slow=troubles.too_slow(allowed))]

    def prioritise(self, article: ArticleId, following: Sequence[ArticleId] = ()) -> list[Action]:
        """Have the article that the user has turned to read before all others, and soon those that follow it."""
        self._shown.add(article)
        bring_forward(self._queue, following)
        if article in self._queue:
            self._queue.remove(article)
            self._urgent.appendleft(article)
        elif not self._take_back(article):
            return []
        free = [
            (len(s.jobs), w) for w, s in self._workers.items() if s.ready and not any(j.alone for j in s.jobs.values())
        ]
        if not free or self._suspects or self._paused_at is not None:
            return []
        _, worker = min(free)
        return self._give(worker, self._workers[worker])

    def _take_back(self, article: ArticleId) -> bool:
        """Take an article out of a batch that was given out; the answer that may still come is passed over."""
        taken = any(state.take_back(article) for state in self._workers.values())
        if taken:
            self._urgent.appendleft(article)
        return taken

    @property
    def paused(self) -> bool:
        """Whether nothing is given out for now."""
        return self._paused_at is not None

    def pause(self) -> None:
        """Give nothing out until ``resume``; what workers have been given is still answered. They stay loaded."""
        if self._paused_at is None:
            self._paused_at = self._clock()

    def resume(self) -> list[Action]:
        """Go on after a pause."""
        if self._paused_at is None or self.over:
            return []
        self._began += self._clock() - self._paused_at
        self._paused_at = None
        return self._go_on()

    def cancel(self) -> list[Action]:
        """End early; the run can be resumed."""
        if self.over:
            return []
        self._save()
        cancels = [Send(w, encode(Cancel(job))) for w, s in self._workers.items() for job in s.jobs]
        return [*cancels, *self._end(Finished(Outcome.CANCELLED))]

    # answers

    def _take(self, worker: WorkerId, state: WorkerState, answer: Answer) -> list[Action]:
        match answer:
            case Ready(spacy=""):
                return self._fail(troubles.no_spacy())
            case Ready():
                wanted = self._options
                load = Load(self._pipeline, wanted.claims, wanted.rules, alike=wanted.alike, gpu=wanted.gpu)
                return [Send(worker, encode(load))]
            case Loaded():
                return self._loaded(state, answer)
            case Spans() | Failed():
                return self._answered(state, answer)
            case Done(job=number):
                return self._job_done(state, number)
            case Error(reason=reason, job=None) if not state.ready:
                return self._fail(troubles.not_loaded(reason, self._options.rules))
            case Error(reason=reason):
                return self._fail(AppError(ErrorCode.WORKER_FAILED, reason))
            case Progress():
                return []
            case _:
                return self._fail(troubles.unasked())

    def _loaded(self, state: WorkerState, info: Loaded) -> list[Action]:
        state.ready = True
        self._failed_loads = 0
        if self._run is None:
            self._mapper = Mapper(choice.label_map_for(self._project, info.name), self._project.schema)
            self._run = self._project.start_run(info.name, info.version, self._options.dump(), retry=self._retry)
            self._queue.extend(self._project.pending(self._run, self._first, self._covers))
            self._tally = replace(
                self._tally, total=len(self._queue), pipeline=info.name, version=info.version, gpu=info.gpu
            )
            first = [] if self._first is None else self.prioritise(self._first)
            return first + self._go_on()
        return self._go_on()

    def _answered(self, state: WorkerState, answer: Spans | Failed) -> list[Action]:
        state.silent_s = 0.0
        job = state.jobs.get(answer.job)
        article = ArticleId(answer.id)
        if job is None or article not in job.waiting:
            return []
        sha256, length = job.waiting[article]
        if isinstance(answer, Spans) and answer.sha256 != sha256:
            return []  # for another text; the job's end will show that this one is missing
        del job.waiting[article]
        self._crashes_in_row = 0
        self._crashes.pop(article, None)
        if isinstance(answer, Failed):
            return [self._leave_out(article, answer.reason)]
        if any(s.fragments[-1].end > length for s in answer.spans):
            return [self._leave_out(article, troubles.beyond_the_text())]
        found = self._mapper.mapped(answer.spans, answer.relations)
        self._left_out.update(found.left_out)
        self._answers.append(RunAnswer(article, sha256, found.spans, found.relations))
        t = self._tally
        self._tally = replace(t, articles=t.articles + 1, words=t.words + answer.words)
        if article in self._shown or self._clock() - self._saved >= SAVE_EVERY_S:
            self._save()
        return []

    def _job_done(self, state: WorkerState, number: int) -> list[Action]:
        state.silent_s = 0.0
        job = state.jobs.pop(number, None)
        if job is None:
            return []
        actions: list[Action] = [self._leave_out(a, troubles.no_answer()) for a in job.waiting]
        now = self._clock()
        if not job.waiting and now > state.busy_since:
            speed = job.characters / (now - state.busy_since)
            self._speed = speed if not self._speed else 0.7 * self._speed + 0.3 * speed
        state.busy_since = now
        return actions + self._go_on()

    # giving out work

    @property
    def _waiting(self) -> bool:
        return bool(self._queue or self._urgent or self._suspects)

    def _go_on(self) -> list[Action]:
        """Give work to every worker that has room, or end the session if there is none left."""
        actions: list[Action] = []
        for worker, state in self._workers.items():
            while state.ready and self._paused_at is None and len(state.jobs) < _JOBS_AHEAD:
                given = self._give(worker, state)
                if not given:
                    break
                actions += given
        if self._run is not None and not self._waiting and not any(s.jobs for s in self._workers.values()):
            self._save()
            self._project.finish_run(self._run)
            actions += self._end(Finished(Outcome.DONE))
        return actions

    def _give(self, worker: WorkerId, state: WorkerState) -> list[Action]:
        """Give a worker one more job; nothing if there is none for it now."""
        found = self._next_job(state)
        if found is None:
            return []
        job, texts = found
        if not state.jobs:
            state.busy_since, state.silent_s = self._clock(), 0.0
        self._last_job += 1
        state.put(self._last_job, job)
        return [Send(worker, encode(Prelabel(self._last_job, tuple(texts), job.urgent)))]

    def _next_job(self, state: WorkerState) -> tuple[GivenJob, Sequence[ArticleText]] | None:
        if any(j.alone for j in state.jobs.values()):
            return None
        alone = bool(self._suspects)
        if alone and state.jobs:
            return None
        source = self._suspects or self._urgent or self._queue
        single = alone or source is self._urgent
        limit = min(self._speed * BATCH_S, MAX_BATCH_CHARACTERS) if self._speed else FIRST_BATCH_CHARACTERS
        texts = take(source, self._text, most=1 if single else _MAX_BATCH_ARTICLES, characters=limit)
        if not texts:
            return None if source is self._queue else self._next_job(state) if self._waiting else None
        return GivenJob.of(texts, alone=alone, urgent=source is self._urgent), texts

    def _text(self, article: ArticleId) -> ArticleText | None:
        try:
            return ArticleText.of(article, self._project.article(article).text)
        except KeyError:  # gone in the meantime
            return None

    # what goes wrong

    def _ended_while_loading(self, how: str, details: str) -> list[Action]:
        self._failed_loads += 1
        if self._failed_loads < 2:
            return [Notice(troubles.loading_again(how)), self._start_worker()]
        if any(s.ready for s in self._workers.values()):
            return [Notice(troubles.others_go_on(how))]
        return self._fail(troubles.ended_while_loading(how, self._pipeline, details))

    def _put_back(self, state: WorkerState, how: str, too_slow: str) -> list[Action]:
        """Return to the queue what a worker had; leave out an article that ended it twice, or was the only one late."""
        at_work, later = state.split()
        reading = [article for job in at_work for article in job.waiting]
        for job in reversed(later):
            self._queue.extendleft(reversed(job.waiting))
        self._crashes.update(reading)
        if not reading:
            return [Notice(troubles.started_again(how))]
        name = self._title(reading[0])
        known = too_slow and not any(job.shared for job in at_work)
        if len(reading) == 1 and (known or self._crashes[reading[0]] > 1):
            return [self._leave_out(reading[0], too_slow or troubles.ended_twice(how))]
        self._suspects.extendleft(reversed(reading))
        return [Notice(troubles.reading_again(how, name, len(reading) - 1))]

    def _leave_out(self, article: ArticleId, reason: str) -> ArticleFailed:
        assert self._run is not None
        self._project.fail_article(self._run, article, reason)
        self._tally = replace(self._tally, failed=self._tally.failed + 1)
        return ArticleFailed(article, self._title(article), reason)

    def _title(self, article: ArticleId) -> str:
        try:
            found = self._project.article(article)
        except KeyError:
            return str(article)
        return found.title or found.uid

    def _fail(self, error: AppError) -> list[Action]:
        self._save()
        return self._end(Finished(Outcome.FAILED, error))

    def _end(self, finished: Finished) -> list[Action]:
        self._ended_at = self._clock()
        actions: list[Action] = []
        for worker in self._workers:
            actions += [Send(worker, encode(Stop())), End(worker)]
        self._workers.clear()
        return [*actions, finished]

    def _start_worker(self) -> Start:
        self._last_worker += 1
        worker = WorkerId(self._last_worker)
        self._workers[worker] = WorkerState()
        return Start(worker)

    def _save(self) -> None:
        self._saved = self._clock()
        if self._answers and self._run is not None:
            answers, self._answers = self._answers, []
            added = self._project.add_answers(self._run, answers)
            self._tally = replace(self._tally, suggestions=self._tally.suggestions + added)
