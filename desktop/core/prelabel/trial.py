"""Letting a pipeline read some articles without storing anything: for previews and comparisons."""

from __future__ import annotations

import random
from collections import deque
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
from desktop.core.prelabel.run_options import RunOptions, allowed_s
from desktop.core.view import LabelMap, NewSuggestion

_LOOK_S = 0.05
_MOST_AT_ONCE = 16
_MOST_IN_VAIN = 6  # workers that end without one answer between them: then it is not the articles


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
    """Return what a pipeline finds in some articles, in workers of its own that end with it.

    ``command`` starts a worker, ``pipeline`` is what it can load. ``progress`` is told how many articles are read.
    An article that ends the worker, or takes longer than the limit, is answered by ``Failed``, and another worker goes
    on. Raises AppError: pipeline-not-found, worker-failed, or cancelled before the pipeline was loaded.
    """
    wanted = options or RunOptions()
    answers: dict[int, Spans | Failed] = {}
    batches = deque(list(articles[at : at + _MOST_AT_ONCE]) for at in range(0, len(articles), _MOST_AT_ONCE))
    info: Loaded | None = None
    in_vain = 0
    while info is None or (batches and not cancelled()):
        with WorkerClient(command) as client:
            info = _load(client, pipeline, wanted, cancelled)
            known = len(answers)
            trouble = _read(client, batches, answers, wanted.limit_s, progress, cancelled)
        in_vain = 0 if len(answers) > known else in_vain + 1
        if trouble and in_vain >= _MOST_IN_VAIN:
            raise AppError(ErrorCode.WORKER_FAILED, trouble)
        if trouble:
            left = [a for a in batches.popleft() if a.id not in answers]
            if len(left) == 1:
                answers[left[0].id] = Failed(0, left[0].id, trouble)
                progress(len(answers))
            else:  # to know which it is
                batches.extendleft([a] for a in reversed(left))
    return Trial(info, tuple(answers[a.id] for a in articles if a.id in answers))


def _load(client: WorkerClient, pipeline: str, wanted: RunOptions, cancelled: Callable[[], bool]) -> Loaded:
    client.send(Load(pipeline, wanted.claims, wanted.rules, alike=wanted.alike, gpu=wanted.gpu))
    while (loaded := client.wait(_LOOK_S)) is None:
        if cancelled():
            raise AppError(ErrorCode.CANCELLED, translate("Prelabel", "Cancelled."))
    if isinstance(loaded, Error):
        raise troubles.not_loaded(loaded.reason, wanted.rules)
    if not isinstance(loaded, Loaded):
        raise troubles.unasked()
    return loaded


def _read(
    client: WorkerClient,
    batches: deque[list[ArticleText]],
    answers: dict[int, Spans | Failed],
    limit_s: int,
    progress: Callable[[int], None],
    cancelled: Callable[[], bool],
) -> str:
    """Read batches until all are read or somebody cancels; return what ended the worker in the first of those left."""
    while batches and not cancelled():
        batch = batches[0]
        allowed = allowed_s(limit_s, max(len(a.text) for a in batch))
        client.send(Prelabel(0, tuple(batch)))
        silent_s = 0.0
        while not cancelled():
            try:
                answer = client.wait(_LOOK_S)
            except AppError as error:  # it has ended
                return error.message
            silent_s = silent_s + _LOOK_S if answer is None else 0.0
            if limit_s and silent_s > allowed:
                client.kill()
                return troubles.too_slow(allowed)
            if isinstance(answer, Error):
                raise AppError(ErrorCode.WORKER_FAILED, answer.reason)
            if isinstance(answer, Spans | Failed):
                answers[answer.id] = answer
                progress(len(answers))
            if isinstance(answer, Done):
                break
        if not cancelled():
            batches.popleft()
    return ""


def sample(articles: Sequence[ArticleId], size: int, *, seed: int = 0) -> list[ArticleId]:
    """Return some of the articles in their order, by chance but the same for the same seed."""
    if size >= len(articles):
        return list(articles)
    return sorted(random.Random(seed).sample(list(articles), size))


def suggestions(trial: Trial, label_map: LabelMap, schema: LabelSchema) -> dict[int, tuple[NewSuggestion, ...]]:
    """Return by article what the project would be offered; articles that could not be read are not in it."""
    mapper = Mapper(label_map, schema)
    return {a.id: mapper.mapped(a.spans, a.relations).spans for a in trial.answers if isinstance(a, Spans)}
