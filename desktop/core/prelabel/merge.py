"""From what a pipeline found to suggestions, and the rule of what is offered. Pure functions.

Two suggestions are equal if label and fragments are equal. A run's answer for an article replaces what
earlier runs of the same pipeline suggested there and nobody has decided; what somebody accepted or rejected
stays, and nothing equal to it is added again (``storage.suggestions.store``). An annotator is offered what
they have not decided and what equals none of their spans (``storage.articles.OPEN_SUGGESTION``).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from annotation_schema.model import ArticleId, Fragment, Fragments
from desktop.core.prelabel.protocol import FoundSpan
from desktop.core.view import LabelMap, NewSuggestion

Key = tuple[str, Fragments]
"""What makes two suggestions equal."""


@dataclass(frozen=True, slots=True)
class RunAnswer:
    """A run's answer for one article; ``text_sha256`` says for which text, in hex digits."""

    article: ArticleId
    text_sha256: str
    spans: tuple[NewSuggestion, ...]


def mapped(found: Iterable[FoundSpan], label_map: LabelMap) -> tuple[NewSuggestion, ...]:
    """Return what a pipeline found in the project's labels, in text order, longer ones first.

    Labels that the map does not have are left out. Of equal ones the first stays (the worker sends entities
    before span groups), and takes the score of a later one if it has none.
    """
    kept: dict[Key, NewSuggestion] = {}
    for span in found:
        target = label_map.get(span.label)
        if target is None:
            continue
        label, attributes = target
        fragments = (Fragment(span.start, span.end),)
        known = kept.get((label, fragments))
        if known is None:
            kept[label, fragments] = NewSuggestion(label, span.label, fragments, attributes, span.score)
        elif known.score is None and span.score is not None:
            kept[label, fragments] = NewSuggestion(label, known.source_label, fragments, known.attributes, span.score)
    return tuple(sorted(kept.values(), key=lambda s: (s.fragments[0].start, -s.fragments[-1].end, s.label)))
