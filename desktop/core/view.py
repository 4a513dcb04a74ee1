"""What a project gives to its readers: frozen pictures of articles, of the queue and of totals."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import NewType

from annotation_schema.model import (
    Article,
    ArticleId,
    Attributes,
    AttributeValue,
    Decision,
    Fragments,
    Relation,
    Span,
    SpanId,
    Status,
    SuggestedRelation,
    Suggestion,
    SuggestionId,
)
from desktop.core.edits import State

RunId = NewType("RunId", int)
"""One run of one version of a pipeline over the project."""
LabelMap = Mapping[str, tuple[str, Attributes]]
"""From a pipeline's label to ours, with the attributes that follow from it."""


@dataclass(frozen=True)
class ArticleView:
    """One article as one annotator sees it now.

    ``spans`` are in text order (start, longest first, id), ``relations`` by id, ``suggestions`` are
    the open ones in text order: without a verdict of this annotator and not equal to a span of
    theirs. ``decided`` holds this annotator's verdicts. ``stands_for``: for each suggestion that is a span by
    now, accepted or equal to one, that span. ``suggested_relations`` join open suggestions and those.
    """

    id: ArticleId
    article: Article
    annotator: str
    state: State
    spans: tuple[Span, ...] = ()
    relations: tuple[Relation, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    suggested_relations: tuple[SuggestedRelation, ...] = ()
    decided: Mapping[SuggestionId, Decision] = field(default_factory=dict[SuggestionId, Decision])
    stands_for: Mapping[SuggestionId, SpanId] = field(default_factory=dict[SuggestionId, SpanId])

    @cached_property
    def _spans_by_id(self) -> dict[SpanId, Span]:
        return {s.id: s for s in self.spans}

    @cached_property
    def _suggestions_by_id(self) -> dict[SuggestionId, Suggestion]:
        return {s.id: s for s in self.suggestions}

    @property
    def status(self) -> Status:
        """How far the annotator is with the article."""
        return self.state.status

    @property
    def open_suggestions(self) -> tuple[Suggestion, ...]:
        """The same as ``suggestions``, by its full name."""
        return self.suggestions

    def span(self, span_id: SpanId) -> Span | None:
        """Return the span of that id, or None."""
        return self._spans_by_id.get(span_id)

    def suggestion(self, suggestion_id: SuggestionId) -> Suggestion | None:
        """Return the open suggestion of that id, or None."""
        return self._suggestions_by_id.get(suggestion_id)

    def relations_of(self, span_id: SpanId) -> tuple[Relation, ...]:
        """Return the relations that start or end at a span."""
        return tuple(r for r in self.relations if span_id in (r.source, r.target))


class ArticleOrder(StrEnum):
    """In which order the queue stands; ties by import order, articles without what it goes by at the end."""

    IMPORTED = "imported"
    PUBLISHED = "published"
    PUBLISHED_LAST_FIRST = "published-last-first"
    TITLE = "title"
    PUBLISHER = "publisher"
    STATUS = "status"  # started, flagged, to do, done
    SUGGESTIONS = "suggestions"  # most open ones first


@dataclass(frozen=True, slots=True)
class ArticleFilter:
    """Which articles the queue shows; empty fields do not restrict.

    ``text``: words that title or text must contain, the last one also as the beginning of a word;
    "…" in double quotes is a phrase; ``titles_only``: in the title. ``statuses`` and ``labels`` are those of the
    project's annotator, or of any of ``annotators``; these alone: who has begun it or has spans in it.
    """

    text: str = ""
    statuses: frozenset[Status] = frozenset()
    publishers: frozenset[str] = frozenset()
    languages: frozenset[str] = frozenset()
    labels: frozenset[str] = frozenset()  # has at least one span of one of these
    with_open_suggestions: bool = False
    order: ArticleOrder = ArticleOrder.IMPORTED
    titles_only: bool = False
    since: str = ""  # of the article's date, ISO 8601, both included; a beginning is enough
    until: str = ""
    annotators: frozenset[str] = frozenset()


def is_quick(wanted: ArticleFilter) -> bool:
    """Say whether a filter asks for words and statuses alone, which takes some 20 ms for a million articles."""
    return not (
        wanted.publishers
        or wanted.languages
        or wanted.labels
        or wanted.with_open_suggestions
        or wanted.since
        or wanted.until
        or wanted.annotators
    )


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """One line of the queue; ``counts`` are this annotator's spans by label."""

    id: ArticleId
    title: str
    publisher: str
    published: str
    status: Status
    counts: Mapping[str, int]
    open_suggestions: int
    words: int = 0
    uid: str = ""


@dataclass(frozen=True, slots=True)
class QueueCounts:
    """How many articles there are, and how many in each status for this annotator."""

    total: int = 0
    todo: int = 0
    started: int = 0
    done: int = 0
    flagged: int = 0


@dataclass(frozen=True, slots=True)
class NewSuggestion:
    """A span that a pipeline proposes, already in our labels; offsets in code points."""

    label: str
    source_label: str
    fragments: Fragments
    attributes: Attributes = field(default_factory=dict[str, AttributeValue])
    score: float | None = None


@dataclass(frozen=True, slots=True)
class NewRelation:
    """A relation that a pipeline proposes; ``source`` and ``target`` are places in the list of its suggestions."""

    type: str
    source: int
    target: int
    score: float | None = None


@dataclass(frozen=True, slots=True)
class ImportProblem:
    """Something of an article that could not be taken over; ``reason`` is a sentence."""

    uid: str
    reason: str


@dataclass(frozen=True, slots=True)
class ImportTally:
    """What ``Project.add_articles`` did.

    ``extended``: articles that were there and got suggestions, or annotations of an annotator who had none.
    ``skipped``: articles that could not be taken (see ``problems``). ``ids``: the new articles.
    """

    articles: int = 0
    duplicates: int = 0
    extended: int = 0
    skipped: int = 0
    spans: int = 0
    relations: int = 0
    suggestions: int = 0
    problems: tuple[ImportProblem, ...] = ()


@dataclass(frozen=True, slots=True)
class TimeSpent:
    """How long people worked: seconds of each annotator, on how many articles, and the median of an article."""

    annotators: Mapping[str, int] = field(default_factory=dict[str, int])
    articles: int = 0
    median_seconds: int | None = None


@dataclass(frozen=True, slots=True)
class Stats:
    """Totals of a project; ``status`` counts each article by the annotator who is furthest with it."""

    articles: int
    status: Mapping[str, int]
    spans: Mapping[str, int]
    relations: Mapping[str, int]
    suggestions: Mapping[str, int]
    annotators: tuple[str, ...]
    time: TimeSpent = TimeSpent()


class ChangeKind(StrEnum):
    """What a change notice is about."""

    ANNOTATIONS = "annotations"  # spans, relations
    STATE = "state"  # status, article attributes
    SUGGESTIONS = "suggestions"  # new ones, verdicts
    ARTICLES = "articles"  # articles were added
    SETTINGS = "settings"  # label map
    SCHEMA = "schema"  # the label schema has grown


@dataclass(frozen=True, slots=True)
class Change:
    """Notice of a committed change. ``articles`` is empty if many changed (bulk import).

    ``initiator`` is what was passed to the call that made the change, so that it can skip itself.
    """

    kinds: frozenset[ChangeKind]
    articles: tuple[ArticleId, ...] = ()
    initiator: object | None = None
