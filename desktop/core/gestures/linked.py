"""Gestures that link a span to something that is not tagged yet, in the same step."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from annotation_schema.model import Fragment, Span, SpanId, SuggestionId
from annotation_schema.schema import LabelSchema
from annotation_schema.wording import translate
from desktop.core.edits import AddSpan, Edit, Step
from desktop.core.gestures.common import REAL, Sources, placed_in, refused
from desktop.core.gestures.relations import link
from desktop.core.gestures.spans import tag
from desktop.core.gestures.suggestions import accept
from desktop.core.view import ArticleView


def tag_and_link(
    view: ArticleView,
    schema: LabelSchema,
    type: str,
    source: SpanId,
    fragments: Iterable[Fragment],
    *,
    label: str | None = None,
    sources: Sources = REAL,
) -> Step:
    """Tag a stretch and link a span to it; one that is tagged so already is only linked.

    ``label`` is by default the first that the link may end at. An open suggestion of the same label and place is
    accepted.
    """
    kind = schema.relation(type)
    if kind is None:
        raise refused(translate("Gestures", "The label schema has no link {link}.").format(link=type))
    enabled = [x.name for x in schema.enabled_labels if x.name in kind.range]
    wanted = label or (enabled[0] if enabled else "")
    placed = placed_in(view, fragments)
    there = next((s for s in view.spans if s.label == wanted and s.fragments == placed), None)
    if there is not None:
        return link(view, schema, type, source, there.id, sources=sources)
    offered = next((s for s in view.suggestions if s.label == wanted and s.fragments == placed), None)
    if offered is not None:
        return accept_and_link(view, schema, type, source, offered.id, sources=sources)
    return _linked(view, schema, type, source, tag(view, schema, wanted, placed, sources=sources), sources)


def accept_and_link(
    view: ArticleView,
    schema: LabelSchema,
    type: str,
    source: SpanId,
    suggestion: SuggestionId,
    *,
    sources: Sources = REAL,
) -> Step:
    """Accept a suggestion and link a span to what it becomes."""
    return _linked(view, schema, type, source, accept(view, suggestion, schema=schema, sources=sources), sources)


def _linked(view: ArticleView, schema: LabelSchema, type: str, source: SpanId, first: Step, sources: Sources) -> Step:
    edits: tuple[Edit, ...] = first.parts[0].edits
    made: list[Span] = [e.span for e in edits if isinstance(e, AddSpan)]
    second = link(replace(view, spans=(*view.spans, *made)), schema, type, source, made[0].id, sources=sources)
    return Step.of(view.id, second.words, *edits, *second.parts[0].edits)
