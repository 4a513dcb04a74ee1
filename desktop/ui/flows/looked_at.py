"""Which span or suggestion to look at after a step."""

from __future__ import annotations

from annotation_schema.model import ArticleId, Span, SpanId
from desktop.core.edits import AddSpan, Decide, RemoveSpan, Step
from desktop.ui.claims.items import ItemId


def made_by(step: Step) -> SpanId | None:
    """Return the first span that a step made."""
    return next((e.span.id for p in step.parts for e in p.edits if isinstance(e, AddSpan)), None)


def affected_by(step: Step, article: ArticleId, *, undone: bool) -> ItemId | None:
    """Return what to look at in an article after a step was undone or done again."""
    edits = [e for p in step.parts if p.article == article for e in p.edits]
    if undone:
        edits = [e.inverse() for e in reversed(edits)]
    for edit in edits:
        if isinstance(edit, AddSpan):
            return edit.span.id
    for edit in edits:
        if isinstance(edit, Decide) and edit.after is None:
            return edit.suggestion
    for edit in edits:
        after = getattr(edit, "after", None)
        if isinstance(after, Span):
            return after.id
        if isinstance(edit, RemoveSpan):
            return None
    return None
