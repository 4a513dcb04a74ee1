"""What a pre-highlighting session needs, tells its host to do, and counts."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NewType, Protocol

from annotation_schema.model import Article, ArticleId
from annotation_schema.schema import LabelSchema
from desktop.core.errors import AppError
from desktop.core.prelabel.merge import RunAnswer
from desktop.core.view import LabelMap, RunId

WorkerId = NewType("WorkerId", int)
"""One start of a worker process; a restarted one has another number."""


class PrelabelProject(Protocol):
    """What a session needs of a project."""

    @property
    def schema(self) -> LabelSchema:
        """The label schema."""
        ...

    @property
    def label_map(self) -> LabelMap:
        """The project's label map."""
        ...

    def article(self, article_id: ArticleId) -> Article:
        """Return an article; raises KeyError."""
        ...

    def setting(self, key: str) -> str:
        """Return something kept with the project, "" if there is nothing."""
        ...

    def start_run(self, pipeline: str, version: str, options: str = "", *, retry: bool = True) -> RunId:
        """Return a new run, or the one to resume; ``options`` as ``RunOptions.dump`` gives them."""
        ...

    def pending(
        self, run: RunId, first: ArticleId | None = None, covers: Callable[[str], bool] | None = None
    ) -> list[ArticleId]:
        """Return the articles without an answer in this run, of the languages that ``covers`` says yes to."""
        ...

    def add_answers(self, run: RunId, answers: Sequence[RunAnswer]) -> int:
        """Store answers in one transaction; return how many suggestions were new."""
        ...

    def fail_article(self, run: RunId, article_id: ArticleId, reason: str) -> None:
        """Note an article that the run could not answer."""
        ...

    def finish_run(self, run: RunId) -> None:
        """Note the end of a run."""
        ...


@dataclass(frozen=True, slots=True)
class Start:
    """Start a worker process and pass on its lines and its end under this number."""

    worker: WorkerId


@dataclass(frozen=True, slots=True)
class Send:
    """Write a line to a worker."""

    worker: WorkerId
    line: bytes


@dataclass(frozen=True, slots=True)
class End:
    """Let a worker go: it was told to stop; close its input, kill it after some seconds."""

    worker: WorkerId


@dataclass(frozen=True, slots=True)
class Kill:
    """End a worker's process at once: it does not answer. Nobody asks what becomes of it."""

    worker: WorkerId


@dataclass(frozen=True, slots=True)
class Notice:
    """Something to tell the user; a sentence or two."""

    message: str


@dataclass(frozen=True, slots=True)
class ArticleFailed:
    """An article that is left out of this run; ``title`` names it, ``reason`` is a sentence."""

    article: ArticleId
    title: str
    reason: str


class Outcome(StrEnum):
    """How a session ended."""

    DONE = "done"
    CANCELLED = "cancelled"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Finished:
    """The session is over; what was answered is saved. ``error`` goes with FAILED."""

    outcome: Outcome
    error: AppError | None = None


Action = Start | Send | End | Kill | Notice | ArticleFailed | Finished


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts so far. ``total``: articles that were pending at the start; ``seconds`` since then, loading included.

    ``gpu``: on a graphics processor. ``left_out``: how often a name of the worker (label, role, attribute) has no place
    in the project.
    """

    articles: int = 0
    suggestions: int = 0
    failed: int = 0
    words: int = 0
    seconds: float = 0.0
    total: int = 0
    pipeline: str = ""
    version: str = ""
    gpu: bool = False
    left_out: Mapping[str, int] = field(default_factory=dict[str, int])
