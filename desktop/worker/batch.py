"""One function that reads some articles with a pipeline, for any executor: in a pool's process, on a cluster's node.

It takes and gives plain frozen records, keeps what it has loaded for the next call, and knows nothing of projects.
"""

from __future__ import annotations

import queue
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from desktop.core.prelabel.messages import ArticleText, Failed, Loaded, Spans
from desktop.core.prelabel.run_options import RunOptions, allowed_s
from desktop.core.prelabel.troubles import too_slow
from desktop.core.resources import embedded_pipeline
from desktop.worker.prelabel import Pipeline

_LOADED_AT_ONCE = 2
_LOOK_S = 0.1
_MOST_UNHEARD_S = 5.0  # between two looks counts as no more silence than this: the machine may have slept

_loaded: OrderedDict[tuple[str, RunOptions], tuple[Pipeline, threading.Lock]] = OrderedDict()
_loading = threading.Lock()


@dataclass(frozen=True, slots=True)
class BatchResult:
    """Which pipeline read, and one answer for each article, in their order."""

    info: Loaded
    answers: tuple[Spans | Failed, ...]


def prelabel_batch(
    pipeline: str,
    articles: Sequence[ArticleText],
    options: RunOptions | None = None,
    *,
    limit_s: int = 0,
    clock: Callable[[], float] = time.monotonic,
) -> BatchResult:
    """Return what a pipeline finds in some articles; without articles it only loads the pipeline.

    ``pipeline``: a folder or an installed package here, "" for the one that comes with Pressmark. An article that it
    cannot read is answered by ``Failed``, as is one that takes longer than the limit (``run_options.allowed_s``; 0:
    none). Raises ValueError with a sentence if the pipeline cannot be loaded. A second call in the same process finds
    the pipeline loaded; several threads take turns.
    """
    key = (pipeline or str(embedded_pipeline()), options or RunOptions())
    if not limit_s:
        reader, turn = _pipeline(*key)
        with turn:
            found = [a for a in reader.find(0, articles, cancelled=_never) if isinstance(a, Spans | Failed)]
            return BatchResult(reader.info, tuple(found))
    answers: dict[int, Spans | Failed] = {}
    info = _read_in_time(key, articles, answers, limit_s, clock)
    late = [a for a in articles if a.id not in answers]
    for alone in late if len(late) > 1 else ():  # to know which it is
        info = _read_in_time(key, [alone], answers, limit_s, clock)
    for article in late:
        reason = too_slow(allowed_s(limit_s, len(article.text)))
        answers.setdefault(article.id, Failed(0, article.id, reason))
    return BatchResult(info, tuple(answers[a.id] for a in articles))


def _read_in_time(
    key: tuple[str, RunOptions],
    articles: Sequence[ArticleText],
    answers: dict[int, Spans | Failed],
    limit_s: int,
    clock: Callable[[], float],
) -> Loaded:
    """Read in another thread, which is left to itself, with its pipeline, once it is silent for too long."""
    came: queue.SimpleQueue[Spans | Failed | BaseException | None] = queue.SimpleQueue()
    given_up = threading.Event()

    def read() -> None:
        try:
            for answer in reader.find(0, articles, cancelled=given_up.is_set):
                if isinstance(answer, Spans | Failed):
                    came.put(answer)
        except BaseException as error:  # noqa: BLE001  raised again where somebody waits for it
            came.put(error)
        else:
            came.put(None)

    while True:
        reader, turn = _pipeline(*key)
        with turn:
            if _loaded.get(key, (None,))[0] is not reader:  # given up while this call waited for its turn
                continue
            threading.Thread(target=read, name="reading", daemon=True).start()
            silent, looked = 0.0, clock()
            waiting = {a.id: len(a.text) for a in articles}
            while silent <= allowed_s(limit_s, max(waiting.values(), default=0)):
                try:
                    answer = came.get(timeout=_LOOK_S)
                except queue.Empty:
                    now = clock()
                    silent, looked = silent + min(now - looked, _MOST_UNHEARD_S), now
                    continue
                if answer is None:
                    return reader.info
                if isinstance(answer, BaseException):
                    raise answer
                answers[answer.id] = answer
                waiting.pop(answer.id, None)
                silent, looked = 0.0, clock()
            given_up.set()
            with _loading:
                if _loaded.get(key, (None,))[0] is reader:
                    del _loaded[key]
            return reader.info


def _pipeline(name: str, options: RunOptions) -> tuple[Pipeline, threading.Lock]:
    with _loading:
        key = (name, options)
        if key not in _loaded:
            while len(_loaded) >= _LOADED_AT_ONCE:
                _loaded.popitem(last=False)
            reader = Pipeline.load(
                name, rules=options.rules, claims=options.claims, alike=options.alike, gpu=options.gpu
            )
            _loaded[key] = (reader, threading.Lock())
        _loaded.move_to_end(key)
        return _loaded[key]


def _never() -> bool:
    return False
