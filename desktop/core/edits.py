"""Every change to annotations as a small frozen record with its inverse.

A ``Step`` is one gesture of a user: its edits are committed together and undone together.
Edits hold whole records before and after, so that an inverse needs nothing from the database.
The journal's JSON form of a step is in ``desktop.core.step_json``.
"""

from __future__ import annotations

from dataclasses import dataclass

from annotation_schema.model import (
    AnnotationSet,
    ArticleId,
    Attributes,
    Decision,
    Relation,
    Span,
    Status,
    SuggestionId,
)


@dataclass(frozen=True, slots=True)
class State:
    """An annotator's status and article-level attributes for one article."""

    status: Status
    attributes: Attributes

    @staticmethod
    def of(annotations: AnnotationSet) -> State:
        """Return the state part of an annotation set."""
        return State(annotations.status, annotations.attributes)


@dataclass(frozen=True, slots=True)
class AddSpan:
    """Create a span (with its id, so that undoing a removal restores the same one)."""

    span: Span

    def inverse(self) -> Edit:
        """Return the removal of the same span."""
        return RemoveSpan(self.span)


@dataclass(frozen=True, slots=True)
class RemoveSpan:
    """Remove a span; its relations must be removed by earlier edits of the same step."""

    span: Span

    def inverse(self) -> Edit:
        """Return the creation of the same span."""
        return AddSpan(self.span)


@dataclass(frozen=True, slots=True)
class ChangeSpan:
    """Change label, fragments, attributes or provenance of a span; the id stays."""

    before: Span
    after: Span

    def inverse(self) -> Edit:
        """Return the change back."""
        return ChangeSpan(self.after, self.before)


@dataclass(frozen=True, slots=True)
class AddRelation:
    """Create a relation between two spans that exist."""

    relation: Relation

    def inverse(self) -> Edit:
        """Return the removal of the same relation."""
        return RemoveRelation(self.relation)


@dataclass(frozen=True, slots=True)
class RemoveRelation:
    """Remove a relation."""

    relation: Relation

    def inverse(self) -> Edit:
        """Return the creation of the same relation."""
        return AddRelation(self.relation)


@dataclass(frozen=True, slots=True)
class ChangeRelation:
    """Change type, ends or attributes of a relation; the id stays."""

    before: Relation
    after: Relation

    def inverse(self) -> Edit:
        """Return the change back."""
        return ChangeRelation(self.after, self.before)


@dataclass(frozen=True, slots=True)
class SetState:
    """Change the status or the article-level attributes."""

    before: State
    after: State

    def inverse(self) -> Edit:
        """Return the change back."""
        return SetState(self.after, self.before)


@dataclass(frozen=True, slots=True)
class Decide:
    """Give, change or take back (None) this annotator's verdict on a suggestion."""

    suggestion: SuggestionId
    before: Decision | None
    after: Decision | None

    def inverse(self) -> Edit:
        """Return the change back."""
        return Decide(self.suggestion, self.after, self.before)


Edit = AddSpan | RemoveSpan | ChangeSpan | AddRelation | RemoveRelation | ChangeRelation | SetState | Decide


@dataclass(frozen=True, slots=True)
class ArticleEdits:
    """The edits of one gesture that concern one article, in order."""

    article: ArticleId
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """One gesture, in one article or in many; one transaction, one journal row, one undo.

    ``words`` complete the sentence "Undo: …" (tag “Kyiv” as Location).
    """

    words: str
    parts: tuple[ArticleEdits, ...]

    @staticmethod
    def of(article: ArticleId, words: str, *edits: Edit) -> Step:
        """Return a step that changes one article."""
        return Step(words, (ArticleEdits(article, edits),))

    @property
    def articles(self) -> tuple[ArticleId, ...]:
        """The articles it changes, in order."""
        return tuple(p.article for p in self.parts)

    def inverse(self) -> Step:
        """Return the step that takes this one back, in reverse order."""
        return Step(
            self.words,
            tuple(ArticleEdits(p.article, tuple(e.inverse() for e in reversed(p.edits))) for p in reversed(self.parts)),
        )
