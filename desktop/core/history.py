"""An article's past: who did what and when, and the article as it was after a step.

The journal holds whole records before and after, so that the past is reached from now by taking steps back, newest
first. What came in with an import is not in the journal; it is there from the beginning.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import NewType

from annotation_schema.model import (
    ArticleId,
    Decision,
    Relation,
    RelationId,
    Span,
    SpanId,
    Suggestion,
    SuggestionId,
)
from desktop.core.edits import (
    AddRelation,
    AddSpan,
    ChangeRelation,
    ChangeSpan,
    Decide,
    Edit,
    RemoveRelation,
    RemoveSpan,
    SetState,
    State,
    Step,
)
from desktop.core.view import ArticleView

HistoryId = NewType("HistoryId", int)
"""Number of a step in the journal; later ones are greater."""


class HistoryState(StrEnum):
    """What has become of a step."""

    APPLIED = "applied"
    UNDONE = "undone"  # can be brought back
    DROPPED = "dropped"  # undone, and something else was done since


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One step of somebody that concerned an article, among others perhaps."""

    id: HistoryId
    at: str  # ISO 8601 in UTC
    annotator: str
    words: str
    state: HistoryState

    @property
    def can_be_shown(self) -> bool:
        """Whether the article as it was after this step can be told."""
        return self.state is not HistoryState.DROPPED


@dataclass(frozen=True)
class Picture:
    """What one annotator had on one article at some time."""

    spans: Mapping[SpanId, Span] = field(default_factory=dict[SpanId, Span])
    relations: Mapping[RelationId, Relation] = field(default_factory=dict[RelationId, Relation])
    state: State | None = None
    decided: Mapping[SuggestionId, Decision] = field(default_factory=dict[SuggestionId, Decision])

    @staticmethod
    def of(view: ArticleView) -> Picture:
        """Return the picture that a view shows."""
        return Picture({s.id: s for s in view.spans}, {r.id: r for r in view.relations}, view.state, view.decided)

    def view(self, now: ArticleView) -> ArticleView:
        """Return the article as this picture shows it.

        Of the suggestions of ``now``, which may be all that there are, those that were open then are offered.
        """
        spans = tuple(sorted(self.spans.values(), key=lambda s: (s.start, -s.end, s.id)))
        equal = {(s.label, s.fragments): s.id for s in reversed(spans)}
        taken = {(s.label, s.fragments) for s in now.suggestions if s.id in self.decided}
        stands_for: dict[SuggestionId, SpanId] = {}
        offered: list[Suggestion] = []
        for one in now.suggestions:
            key = (one.label, one.fragments)
            verdict = self.decided.get(one.id)
            span_id = verdict.span if verdict and verdict.span is not None else equal.get(key)
            if span_id is not None and span_id in self.spans:
                stands_for[one.id] = span_id
            if key not in equal and key not in taken:
                taken.add(key)
                offered.append(replace(one, verdicts=()))
        known = {s.id for s in offered} | stands_for.keys()
        return replace(
            now,
            state=self.state or now.state,
            spans=spans,
            relations=tuple(sorted(self.relations.values(), key=lambda r: r.id)),
            suggestions=tuple(offered),
            suggested_relations=tuple(r for r in now.suggested_relations if r.source in known and r.target in known),
            decided=dict(self.decided),
            stands_for=stands_for,
        )


def carried_out(picture: Picture, step: Step, article: ArticleId) -> Picture:
    """Return the picture after a step, of which only the edits of one article count."""
    spans, relations, state, decided = (
        dict(picture.spans),
        dict(picture.relations),
        picture.state,
        dict(picture.decided),
    )
    for part in step.parts:
        if part.article != article:
            continue
        for edit in part.edits:
            if isinstance(edit, SetState):
                state = edit.after
            else:
                _carry_out(edit, spans, relations, decided)
    return Picture(spans, relations, state, decided)


def _carry_out(
    edit: Edit,
    spans: dict[SpanId, Span],
    relations: dict[RelationId, Relation],
    decided: dict[SuggestionId, Decision],
) -> None:
    # By id and without asking for "before": a picture of the past must not fail on what cannot be explained.
    match edit:
        case AddSpan(span) | ChangeSpan(_, span):
            spans[span.id] = span
        case RemoveSpan(span):
            spans.pop(span.id, None)
        case AddRelation(relation) | ChangeRelation(_, relation):
            relations[relation.id] = relation
        case RemoveRelation(relation):
            relations.pop(relation.id, None)
        case Decide(suggestion, _, after):
            if after is None:
                decided.pop(suggestion, None)
            else:
                decided[suggestion] = after
        case SetState():
            pass


def replayed(now: Picture, article: ArticleId, back: Iterable[Step], forth: Iterable[Step] = ()) -> Picture:
    """Return the picture reached by taking steps back, newest first, then carrying others out, oldest first."""
    for step in back:
        now = carried_out(now, step.inverse(), article)
    for step in forth:
        now = carried_out(now, step, article)
    return now
