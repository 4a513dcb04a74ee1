"""Records of an annotated article: frozen, typed, without behaviour beyond their own invariants.

Offsets everywhere are half-open ``[start, end)`` in Unicode code points of ``Article.text``.
Times are ISO 8601 in UTC with milliseconds, ``2026-01-31T12:00:00.000Z``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NewType

ArticleId = NewType("ArticleId", int)
"""Row number of an article within one project file; never exported (``Article.uid`` is)."""
SpanId = NewType("SpanId", int)
"""63-bit number, unique within a project; exported as text by ``annotation_schema.ids``."""
RelationId = NewType("RelationId", int)
SuggestionId = NewType("SuggestionId", int)

AttributeValue = str | bool | int | float | tuple[str, ...]
"""Enum, hierarchical enum, text and date values are ``str``; several values are a tuple of ``str``."""
Attributes = Mapping[str, AttributeValue]


class Status(StrEnum):
    """How far one annotator is with one article."""

    TODO = "todo"  # nothing decided yet; suggestions do not count
    STARTED = "started"  # at least one decision was made
    DONE = "done"  # the annotator said so
    FLAGGED = "flagged"  # set aside for discussion


class OriginKind(StrEnum):
    """Where a span came from."""

    MANUAL = "manual"
    SUGGESTION = "suggestion"
    IMPORTED = "imported"
    PROPAGATED = "propagated"


class Verdict(StrEnum):
    """What an annotator decided about a suggestion; none means it is still open."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True, order=True)
class Fragment:
    """One contiguous stretch of an article, in code points, half-open, never empty."""

    start: int
    end: int

    def __post_init__(self) -> None:
        """Raise ValueError unless ``0 <= start < end``."""
        if not 0 <= self.start < self.end:
            raise ValueError(f"fragment {self.start}..{self.end} is empty, reversed or negative")


Fragments = tuple[Fragment, ...]
"""One or more fragments in text order that neither overlap nor touch (see ``offsets.merge``)."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Provenance of a span; kept for ever, also after the span was edited.

    ``details`` of a suggestion: ``suggestion`` (id as text), ``pipeline``, ``version``,
    ``score`` (when there is one); of an import: ``format`` and what the source gave.
    """

    kind: OriginKind = OriginKind.MANUAL
    details: Mapping[str, str | int | float | bool] = field(default_factory=dict[str, str | int | float | bool])


@dataclass(frozen=True, slots=True)
class Span:
    """A labelled stretch of an article made by an annotator."""

    id: SpanId
    label: str
    fragments: Fragments
    attributes: Attributes = field(default_factory=dict[str, AttributeValue])
    origin: Origin = field(default_factory=Origin)
    created: str = ""
    updated: str = ""

    @property
    def start(self) -> int:
        """First code point of the first fragment."""
        return self.fragments[0].start

    @property
    def end(self) -> int:
        """Code point after the last fragment."""
        return self.fragments[-1].end


@dataclass(frozen=True, slots=True)
class Relation:
    """A typed, directed link between two spans of one annotator in one article."""

    id: RelationId
    type: str
    source: SpanId
    target: SpanId
    attributes: Attributes = field(default_factory=dict[str, AttributeValue])


@dataclass(frozen=True, slots=True)
class Decision:
    """One annotator's verdict on a suggestion; ``span`` is what accepting it made, ``at`` the time, "" if unknown."""

    annotator: str
    verdict: Verdict
    span: SpanId | None = None
    at: str = ""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A span that a pipeline proposes; never a label until a person accepts it."""

    id: SuggestionId
    label: str
    source_label: str
    fragments: Fragments
    pipeline: str
    version: str
    attributes: Attributes = field(default_factory=dict[str, AttributeValue])
    score: float | None = None
    verdicts: tuple[Decision, ...] = ()

    @property
    def start(self) -> int:
        """First code point of the first fragment."""
        return self.fragments[0].start

    @property
    def end(self) -> int:
        """Code point after the last fragment."""
        return self.fragments[-1].end


@dataclass(frozen=True, slots=True)
class SuggestedRelation:
    """A relation that a pipeline proposes between two of its own suggestions."""

    id: RelationId
    type: str
    source: SuggestionId
    target: SuggestionId
    score: float | None = None


@dataclass(frozen=True, slots=True)
class Annotator:
    """A person who labels; ``name`` is unique in a project."""

    id: int
    name: str


@dataclass(frozen=True, slots=True)
class Article:
    """A news article as imported. ``text`` never changes after that."""

    uid: str
    title: str
    text: str
    byline: str = ""
    publisher: str = ""
    published: str = ""
    url: str = ""
    language: str = ""
    section: str = ""
    meta: Mapping[str, object] = field(default_factory=dict[str, object])


@dataclass(frozen=True, slots=True)
class AnnotationSet:
    """All that one annotator decided about one article; spans in text order, relations by id."""

    annotator: str
    status: Status = Status.TODO
    attributes: Attributes = field(default_factory=dict[str, AttributeValue])
    spans: tuple[Span, ...] = ()
    relations: tuple[Relation, ...] = ()


@dataclass(frozen=True, slots=True)
class SuggestionSet:
    """All suggestions for one article, in text order."""

    spans: tuple[Suggestion, ...] = ()
    relations: tuple[SuggestedRelation, ...] = ()


@dataclass(frozen=True, slots=True)
class ArticleRecord:
    """One line of the interchange form ``pressmark/1``; ``suggestions`` is None when left out."""

    article: Article
    annotations: tuple[AnnotationSet, ...] = ()
    suggestions: SuggestionSet | None = None
