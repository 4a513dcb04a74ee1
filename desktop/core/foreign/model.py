"""Annotations as another program's file gives them, before a mapping makes labels of the project out of them.

Readers of annotated formats yield ``ForeignRecord``; ``foreign.mapping`` turns it into an ``ArticleRecord``. Names of
types, attributes, relations and roles are the file's own. Offsets are code points of ``Article.text``, half-open,
whatever the file counts in: the reader converts.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from annotation_schema.model import Article, Fragments, Status

Value = str | bool | int | float | tuple[str, ...]
Scalar = str | int | float | bool


def word(value: Scalar) -> str:
    """Return how a mapping names a value."""
    return str(value).lower() if isinstance(value, bool) else str(value)


@dataclass(frozen=True, slots=True)
class ForeignSpan:
    """A labelled stretch; ``key`` is its name within its set.

    ``kept``: what the file says of it that has no place in our model, by a name that the writer of the same format
    knows; it is carried in ``Origin.details`` and written out again.
    """

    key: str
    type: str
    fragments: Fragments
    values: Mapping[str, Value] = field(default_factory=dict[str, Value])
    note: str = ""
    kept: Mapping[str, Scalar] = field(default_factory=dict[str, Scalar])


@dataclass(frozen=True, slots=True)
class ForeignRelation:
    """A directed link between two spans, named by their keys."""

    key: str
    type: str
    source: str
    target: str
    values: Mapping[str, Value] = field(default_factory=dict[str, Value])


@dataclass(frozen=True, slots=True)
class ForeignEvent:
    """A trigger span with arguments (role, key of a span or of another event), as brat has them."""

    key: str
    type: str
    trigger: str
    arguments: tuple[tuple[str, str], ...] = ()
    values: Mapping[str, Value] = field(default_factory=dict[str, Value])


@dataclass(frozen=True, slots=True)
class ForeignSet:
    """What one annotator made of one article; ``annotator`` is "" where the file names nobody.

    ``status`` is None where the file does not know one. ``values`` belong to the whole article.
    """

    annotator: str = ""
    spans: tuple[ForeignSpan, ...] = ()
    relations: tuple[ForeignRelation, ...] = ()
    events: tuple[ForeignEvent, ...] = ()
    status: Status | None = None
    values: Mapping[str, Value] = field(default_factory=dict[str, Value])


@dataclass(frozen=True, slots=True)
class ForeignRecord:
    """An article with the annotations that came with it."""

    article: Article
    sets: tuple[ForeignSet, ...] = ()
