"""Gestures on what a pipeline suggests."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from annotation_schema.ids import id_text
from annotation_schema.model import (
    Decision,
    Origin,
    OriginKind,
    Span,
    SpanId,
    Suggestion,
    SuggestionId,
    Verdict,
)
from annotation_schema.schema import LabelSchema
from desktop.core.edits import (
    AddSpan,
    Decide,
    Edit,
    Step,
)
from desktop.core.errors import AppError
from desktop.core.gestures.common import (
    REAL,
    Places,
    Sources,
    check_place,
    defaults,
    refused,
)
from desktop.core.view import ArticleView
from desktop.core.words import label_title, quoted


def _suggestion(view: ArticleView, suggestion_id: SuggestionId) -> Suggestion:
    found = view.suggestion(suggestion_id)
    if found is None:
        raise refused("The suggestion is no longer open.")
    return found


def _accepted(view: ArticleView, one: Suggestion, schema: LabelSchema | None, sources: Sources) -> tuple[Span, Decide]:
    details: dict[str, str | int | float | bool] = {
        "suggestion": id_text(one.id),
        "pipeline": one.pipeline,
        "version": one.version,
    }
    if one.score is not None:
        details["score"] = one.score
    label = schema.label(one.label) if schema else None
    attributes = {**(defaults(label.attributes) if label else {}), **one.attributes}
    now = sources.now()
    origin = Origin(OriginKind.SUGGESTION, details)
    span = Span(SpanId(sources.new_id()), one.label, one.fragments, attributes, origin, now, now)
    return span, Decide(one.id, None, Decision(view.annotator, Verdict.ACCEPTED, span.id))


def accept(
    view: ArticleView,
    suggestion_id: SuggestionId,
    *,
    label: str | None = None,
    schema: LabelSchema | None = None,
    sources: Sources = REAL,
) -> Step:
    """Make a suggestion a span; with ``label`` under another label than suggested, without its attributes then."""
    one = _suggestion(view, suggestion_id)
    if label is not None and label != one.label:
        one = replace(one, label=label, attributes={})
    check_place(view, schema, one.label, one.fragments)
    span, decide = _accepted(view, one, schema, sources)
    words = f"accept {quoted(view.article.text, one.fragments)} as {label_title(one.label, schema)}"
    return Step.of(view.id, words, AddSpan(span), decide)


def accept_all(
    view: ArticleView,
    suggestions: Iterable[SuggestionId] | None = None,
    *,
    schema: LabelSchema | None = None,
    sources: Sources = REAL,
) -> Step:
    """Make many suggestions spans in one step (all open ones by default).

    Those that the schema does not allow beside what is there are left open; if none is left, it is refused.
    """
    wanted = [s.id for s in view.suggestions] if suggestions is None else list(suggestions)
    edits: list[Edit] = []
    made: list[Span] = []
    problem: AppError | None = None
    places = Places(view, schema)
    for suggestion_id in dict.fromkeys(wanted):
        one = _suggestion(view, suggestion_id)
        try:
            places.check(one.label, one.fragments)
        except AppError as error:
            problem = error
            continue
        span, decide = _accepted(view, one, schema, sources)
        made.append(span)
        places.add(span)
        edits += (AddSpan(span), decide)
    if not made:
        raise problem or refused("There are no open suggestions in this article.")
    if len(made) == 1:
        words = f"accept {quoted(view.article.text, made[0].fragments)} as {label_title(made[0].label, schema)}"
    else:
        words = f"accept {len(made)} suggestions"
    return Step.of(view.id, words, *edits)


def reject(view: ArticleView, suggestion_id: SuggestionId) -> Step:
    """Say that a suggestion is wrong; it is not offered again."""
    one = _suggestion(view, suggestion_id)
    decide = Decide(one.id, None, Decision(view.annotator, Verdict.REJECTED))
    return Step.of(view.id, f"reject {quoted(view.article.text, one.fragments)}", decide)
