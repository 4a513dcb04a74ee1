"""In which order a run reads what waits."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence

from annotation_schema.model import ArticleId

LONGEST = 50_000
"""A queue beyond it is not searched: that would take longer than a frame."""


def bring_forward(queue: deque[ArticleId], following: Sequence[ArticleId]) -> None:
    """Put the articles that come next on screen at the front, in their order, as far as they still wait."""
    if len(queue) > LONGEST:
        return
    for article in reversed(following):
        if article in queue:
            queue.remove(article)
            queue.appendleft(article)
