"""Letting a pipeline read some articles without storing anything: for previews and comparisons."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from annotation_schema.model import ArticleId
from annotation_schema.schema import LabelSchema
from annotation_schema.wording import translate
from desktop.core.errors import AppError, ErrorCode
from desktop.core.prelabel import troubles
from desktop.core.prelabel.client import WorkerClient
from desktop.core.prelabel.merge import Mapper
from desktop.core.prelabel.messages import ArticleText, Done, Error, Failed, Load, Loaded, Prelabel, Spans
from desktop.core.prelabel.run_options import RunOptions
from desktop.core.view import LabelMap, NewSuggestion

_LOOK_S = 0.05
_MOST_AT_ONCE = 16


@dataclass(frozen=True, slots=True)
class Trial:
    """What a pipeline found: one answer for each article, in their order; fewer if it was given up."""

    info: Loaded
    answers: tuple[Spans | Failed, ...]


def read(
    command: Sequence[str],
    pipeline: str,
    articles: Sequence[ArticleText],
    *,
    options: RunOptions | None = None,
    progress: Callable[[int], None] = lambda done: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Trial:
    """Return what a pipeline finds in some articles, in a worker of its own that ends with it.

    ``command`` starts a worker, ``pipeline`` is what it can load. ``progress`` is told how many articles are read.
    Raises AppError: pipeline-not-found, worker-failed, or cancelled before the pipeline was loaded.
    """
    wanted = options or RunOptions()
    with WorkerClient(command) as client:
        client.send(Load(pipeline, wanted.claims, wanted.rules, alike=wanted.alike, gpu=wanted.gpu))
        while (loaded := client.wait(_LOOK_S)) is None:
            if cancelled():
                raise AppError(ErrorCode.CANCELLED, translate("Prelabel", "Cancelled."))
        if isinstance(loaded, Error):
            raise troubles.not_loaded(loaded.reason)
        if not isinstance(loaded, Loaded):
            raise troubles.unasked()
        answers: dict[int, Spans | Failed] = {}
        for job, place in enumerate(range(0, len(articles), _MOST_AT_ONCE)):
            client.send(Prelabel(job, tuple(articles[place : place + _MOST_AT_ONCE])))
            while not isinstance(answer := client.wait(_LOOK_S), Done) and not cancelled():
                if isinstance(answer, Error):
                    raise AppError(ErrorCode.WORKER_FAILED, answer.reason)
                if isinstance(answer, Spans | Failed):
                    answers[answer.id] = answer
                    progress(len(answers))
            if cancelled():
                break
    return Trial(loaded, tuple(answers[a.id] for a in articles if a.id in answers))


def sample(articles: Sequence[ArticleId], size: int, *, seed: int = 0) -> list[ArticleId]:
    """Return some of the articles in their order, by chance but the same for the same seed."""
    if size >= len(articles):
        return list(articles)
    return sorted(random.Random(seed).sample(list(articles), size))


def suggestions(trial: Trial, label_map: LabelMap, schema: LabelSchema) -> dict[int, tuple[NewSuggestion, ...]]:
    """Return by article what the project would be offered; articles that could not be read are not in it."""
    mapper = Mapper(label_map, schema)
    return {a.id: mapper.mapped(a.spans, a.relations).spans for a in trial.answers if isinstance(a, Spans)}
