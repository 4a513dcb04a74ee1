"""A run whose answers are kept in memory: for judging a pipeline, or comparing two, without a trace in the project."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Protocol

from annotation_schema.model import Article, ArticleId
from annotation_schema.schema import LabelSchema
from desktop.core.prelabel.merge import RunAnswer
from desktop.core.view import LabelMap, RunId


class Source(Protocol):
    """Where articles and settings come from: a project, which may be open to be read only."""

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


class DryRun:
    """Stands for a project in a run (``session_types.PrelabelProject``) over some of its articles."""

    def __init__(self, source: Source, articles: Iterable[ArticleId]) -> None:
        """Take the articles to read."""
        self._source = source
        self._waiting = list(articles)
        self.answers: dict[ArticleId, RunAnswer] = {}
        self.failed: dict[ArticleId, str] = {}

    @property
    def schema(self) -> LabelSchema:
        """The source's label schema."""
        return self._source.schema

    @property
    def label_map(self) -> LabelMap:
        """The source's label map."""
        return self._source.label_map

    def article(self, article_id: ArticleId) -> Article:
        """Return an article; raises KeyError."""
        return self._source.article(article_id)

    def setting(self, key: str) -> str:
        """Return something kept with the source."""
        return self._source.setting(key)

    def start_run(self, pipeline: str, version: str, options: str = "", *, retry: bool = True) -> RunId:
        """Return the number of this one run."""
        return RunId(0)

    def pending(
        self, run: RunId, first: ArticleId | None = None, covers: Callable[[str], bool] | None = None
    ) -> list[ArticleId]:
        """Return the articles that have no answer yet."""
        return [i for i in self._waiting if i not in self.answers and i not in self.failed]

    def add_answers(self, run: RunId, answers: Sequence[RunAnswer]) -> int:
        """Keep answers; return how many suggestions they hold."""
        self.answers.update((a.article, a) for a in answers)
        return sum(len(a.spans) for a in answers)

    def fail_article(self, run: RunId, article_id: ArticleId, reason: str) -> None:
        """Keep why there is no answer."""
        self.failed[article_id] = reason

    def finish_run(self, run: RunId) -> None:
        """Do nothing: answers are there as soon as they came."""
