"""One function that reads some articles with a pipeline, for any executor: in a pool's process, on a cluster's node.

It takes and gives plain frozen records, keeps what it has loaded for the next call, and knows nothing of projects.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass

from desktop.core.prelabel.messages import ArticleText, Failed, Loaded, Spans
from desktop.core.prelabel.run_options import RunOptions
from desktop.core.resources import embedded_pipeline
from desktop.worker.prelabel import Pipeline

_LOADED_AT_ONCE = 2

_loaded: OrderedDict[tuple[str, RunOptions], tuple[Pipeline, threading.Lock]] = OrderedDict()
_loading = threading.Lock()


@dataclass(frozen=True, slots=True)
class BatchResult:
    """Which pipeline read, and one answer for each article, in their order."""

    info: Loaded
    answers: tuple[Spans | Failed, ...]


def prelabel_batch(pipeline: str, articles: Sequence[ArticleText], options: RunOptions | None = None) -> BatchResult:
    """Return what a pipeline finds in some articles; without articles it only loads the pipeline.

    ``pipeline``: a folder or an installed package here, "" for the one that comes with Pressmark. An article that it
    cannot read is answered by ``Failed``. Raises ValueError with a sentence if the pipeline cannot be loaded. A
    second call in the same process finds the pipeline loaded; several threads take turns.
    """
    reader, turn = _pipeline(pipeline or str(embedded_pipeline()), options or RunOptions())
    with turn:
        answers = [a for a in reader.find(0, articles, cancelled=_never) if isinstance(a, Spans | Failed)]
        return BatchResult(reader.info, tuple(answers))


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
