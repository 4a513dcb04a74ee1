"""Which suggestions an annotator is offered, and which of them a new run replaces. Pure functions.

A suggestion is *decided* for an annotator who accepted or rejected it. Two suggestions are *equal* if label
and fragments are equal. Offered (open) is a suggestion that this annotator has not decided, that is equal
to none of this annotator's spans in the article, and equal to none that this annotator has decided before,
in whichever run. A new run of a pipeline replaces what earlier runs of the same pipeline suggested for
the article and nobody has decided; what somebody decided is kept, as the provenance of that decision.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from annotation_schema.model import Attributes, AttributeValue, Fragment, Fragments, Span, Suggestion, SuggestionId
from desktop.core.prelabel.label_map import LabelMap
from desktop.core.prelabel.protocol import FoundSpan

Key = tuple[str, Fragments]
"""What makes two suggestions, or a suggestion and a span, equal."""


@dataclass(frozen=True, slots=True)
class NewSuggestion:
    """A suggestion as a run gives it, before the project has given it an id."""

    label: str
    source_label: str
    fragments: Fragments
    attributes: Attributes = field(default_factory=dict[str, AttributeValue])
    score: float | None = None


def key(item: Span | Suggestion | NewSuggestion) -> Key:
    """Return what makes two of them equal."""
    return item.label, item.fragments


def mapped(found: Iterable[FoundSpan], label_map: LabelMap) -> list[NewSuggestion]:
    """Return what the pipeline found in the project's labels, in text order, without equal ones.

    Of equal ones the first wins: ``ents`` before span groups, as the worker sends them.
    """
    kept: dict[Key, NewSuggestion] = {}
    for span in found:
        target = label_map.get(span.label)
        if target is not None:
            new = NewSuggestion(
                target.label, span.label, (Fragment(span.start, span.end),), target.attributes, span.score
            )
            kept.setdefault(key(new), new)
    return sorted(kept.values(), key=lambda s: (s.fragments[0].start, -s.fragments[-1].end, s.label))


def open_suggestions(
    suggestions: Sequence[Suggestion], spans: Iterable[Span], *, annotator: str
) -> tuple[Suggestion, ...]:
    """Return the suggestions that this annotator is offered, in the order given; see the module's rule.

    ``suggestions`` are all of one article, decided ones included; ``spans`` those of this annotator.
    Of equal open ones (two pipelines found the same) only the first is offered.
    """
    taken: set[Key] = {key(s) for s in spans}
    undecided: list[Suggestion] = []
    for suggestion in suggestions:
        if any(d.annotator == annotator for d in suggestion.verdicts):
            taken.add(key(suggestion))
        else:
            undecided.append(suggestion)
    offered: list[Suggestion] = []
    for suggestion in undecided:
        if key(suggestion) not in taken:
            taken.add(key(suggestion))
            offered.append(suggestion)
    return tuple(offered)


def replaced(suggestions: Iterable[Suggestion], *, pipeline: str) -> list[SuggestionId]:
    """Return the suggestions of an article that a new run of ``pipeline`` removes before adding its own."""
    return [s.id for s in suggestions if s.pipeline == pipeline and not s.verdicts]
