"""What one worker has been given to read, which article it may be at, and how long it has been silent over it."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from annotation_schema.model import ArticleId
from desktop.core.prelabel.messages import ArticleText
from desktop.core.prelabel.run_options import allowed_s


@dataclass(slots=True)
class GivenJob:
    """A batch of articles that a worker was sent."""

    waiting: dict[ArticleId, tuple[str, int]]  # not answered yet: hash and length of the text sent
    characters: int
    alone: bool  # given out alone after a crash
    urgent: bool  # somebody looks at its article
    interrupted: bool = False  # an urgent one overtook it, perhaps in the middle
    shared: bool = False  # an article was taken back from it, which the worker may read all the same

    @staticmethod
    def of(texts: Sequence[ArticleText], *, alone: bool, urgent: bool) -> GivenJob:
        """Return the job of reading some texts."""
        waiting = {ArticleId(t.id): (t.sha256, len(t.text)) for t in texts}
        return GivenJob(waiting, sum(len(t.text) for t in texts), alone, urgent)

    @property
    def longest(self) -> int:
        """Characters of the longest article that is not answered yet."""
        return max((length for _, length in self.waiting.values()), default=self.characters)


@dataclass(slots=True)
class WorkerState:
    """One start of a worker process."""

    ready: bool = False
    spoken: bool = False  # until it has, lines of another origin are passed over
    jobs: dict[int, GivenJob] = field(default_factory=dict[int, GivenJob])  # as it reads them: urgent ones first
    busy_since: float = 0.0
    silent_s: float = 0.0  # since it was given something or last answered, as far as we were there to hear

    def put(self, number: int, job: GivenJob) -> None:
        """Add a job, an urgent one before all others: the worker reads it first, also in the middle of another."""
        if not job.urgent:
            self.jobs[number] = job
            return
        for other in self.jobs.values():
            if not other.urgent:
                other.interrupted = True
                break
        self.jobs = {number: job, **self.jobs}

    def split(self) -> tuple[list[GivenJob], list[GivenJob]]:
        """Return the jobs that it may be at, and those that it has not begun for certain."""
        jobs = list(self.jobs.values())
        urgent = [job for job in jobs if job.urgent]
        rest = jobs[len(urgent) :]
        begun = bool(rest) and (not urgent or rest[0].interrupted)
        return urgent + rest[:begun], rest[begun:]

    def take_back(self, article: ArticleId) -> bool:
        """Take an article out of a batch, so that its answer is passed over; say whether it was in one."""
        for job in self.jobs.values():
            if article in job.waiting and not job.alone and not job.urgent:
                del job.waiting[article]
                job.shared = True
                return True
        return False

    def overdue(self, passed_s: float, limit_s: int) -> float:
        """Add to the silence; return how long it was given, in seconds, once it has lasted longer, else 0."""
        if not limit_s or not self.ready or not self.jobs:
            self.silent_s = 0.0
            return 0.0
        self.silent_s += passed_s
        allowed = sum(allowed_s(limit_s, job.longest) for job in self.split()[0])
        return allowed if self.silent_s > allowed else 0.0


def take(
    source: deque[ArticleId], text_of: Callable[[ArticleId], ArticleText | None], *, most: int, characters: float
) -> list[ArticleText]:
    """Take articles off a queue, as many as fit into a batch, at least one; those without a text are passed over."""
    texts: list[ArticleText] = []
    size = 0
    while source and len(texts) < most:
        text = text_of(source[0])
        if text is not None and texts and size + len(text.text) > characters:
            break
        source.popleft()
        if text is not None:
            texts.append(text)
            size += len(text.text)
    return texts
