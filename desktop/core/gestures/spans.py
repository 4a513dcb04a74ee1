"""Gestures on spans, attributes and the article's status."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from annotation_schema.model import (
    AttributeValue,
    Decision,
    Fragment,
    Origin,
    OriginKind,
    Span,
    SpanId,
    Status,
    Verdict,
)
from annotation_schema.schema import Label, LabelSchema
from annotation_schema.wording import translate
from desktop.core.edits import (
    AddSpan,
    ChangeSpan,
    Decide,
    Edit,
    RemoveRelation,
    RemoveSpan,
    SetState,
    State,
    Step,
)
from desktop.core.gestures.common import (
    REAL,
    Sources,
    check_place,
    defaults,
    placed_in,
    refused,
    the_label,
    the_span,
    with_value,
    without_part,
)
from desktop.core.view import ArticleView
from desktop.core.words import inside, quoted, span_words, status_title


def tag(
    view: ArticleView,
    schema: LabelSchema,
    label: str,
    fragments: Iterable[Fragment],
    *,
    attributes: Mapping[str, AttributeValue] | None = None,
    sources: Sources = REAL,
) -> Step:
    """Make a span by hand; ``attributes`` go over the schema's defaults."""
    kind = the_label(schema, label)
    placed = placed_in(view, fragments)
    check_place(view, schema, label, placed)
    values = {**defaults(kind.attributes), **(attributes or {})}
    now = sources.now()
    span = Span(SpanId(sources.new_id()), label, placed, values, Origin(OriginKind.MANUAL), now, now)
    words = translate("Steps", "tag {text} as {label}").format(text=quoted(view.article.text, placed), label=kind.title)
    return Step.of(view.id, words, AddSpan(span))


def _change(view: ArticleView, before: Span, words: str, after: Span, sources: Sources) -> Step:
    return Step.of(view.id, words, ChangeSpan(before, replace(after, updated=sources.now())))


def add_fragment(
    view: ArticleView,
    span_id: SpanId,
    fragment: Fragment,
    *,
    schema: LabelSchema | None = None,
    sources: Sources = REAL,
) -> Step:
    """Add a stretch of text to a span; one that overlaps or touches a part makes that part longer."""
    span = the_span(view, span_id)
    fragments = placed_in(view, (*span.fragments, fragment))
    if fragments == span.fragments:
        raise refused(translate("Gestures", "The selection is already part of this span."))
    check_place(view, schema, span.label, fragments, without=span_id)
    words = translate("Steps", "add a part to {span}").format(span=span_words(view.article.text, span, schema))
    return _change(view, span, words, replace(span, fragments=fragments), sources)


def remove_fragment(
    view: ArticleView,
    span_id: SpanId,
    fragment: Fragment,
    *,
    schema: LabelSchema | None = None,
    sources: Sources = REAL,
) -> Step:
    """Take one part out of a span of several."""
    span = the_span(view, span_id)
    rest = without_part(span, fragment)
    if not rest:
        raise refused(
            translate("Gestures", "This is the span's only part."), translate("Gestures", "Delete the span instead.")
        )
    check_place(view, schema, span.label, rest, without=span_id)
    words = translate("Steps", "take a part out of {span}").format(span=span_words(view.article.text, span, schema))
    return _change(view, span, words, replace(span, fragments=rest), sources)


def set_fragments(
    view: ArticleView,
    span_id: SpanId,
    fragments: Iterable[Fragment],
    *,
    schema: LabelSchema | None = None,
    sources: Sources = REAL,
) -> Step:
    """Move a span's borders."""
    span = the_span(view, span_id)
    placed = placed_in(view, fragments)
    if placed == span.fragments:
        raise refused(translate("Gestures", "The span already has these borders."))
    check_place(view, schema, span.label, placed, without=span_id)
    words = translate("Steps", "change the borders of {span}").format(span=span_words(view.article.text, span, schema))
    return _change(view, span, words, replace(span, fragments=placed), sources)


def delete(view: ArticleView, span_id: SpanId, *, schema: LabelSchema | None = None) -> Step:
    """Delete a span, its relations first.

    If it came from accepting a suggestion, that suggestion counts as rejected from then on, so that it
    is not offered again.
    """
    span = the_span(view, span_id)
    edits: list[Edit] = [RemoveRelation(r) for r in view.relations_of(span_id)]
    for suggestion, decision in view.decided.items():
        if decision.span == span_id:
            edits.append(Decide(suggestion, decision, Decision(view.annotator, Verdict.REJECTED)))
    words = translate("Steps", "delete {span}").format(span=span_words(view.article.text, span, schema))
    return Step.of(view.id, words, *edits, RemoveSpan(span))


def relabel(view: ArticleView, schema: LabelSchema, span_id: SpanId, label: str, *, sources: Sources = REAL) -> Step:
    """Give a span another label.

    Attributes that the new label has, too, are kept; relations that its spans cannot have are removed.
    """
    span = the_span(view, span_id)
    kind = the_label(schema, label)
    if span.label == label:
        raise refused(translate("Gestures", "This span is already a span of {label}.").format(label=kind.title))
    check_place(view, schema, label, span.fragments, without=span_id)
    attributes = defaults(kind.attributes)
    old = schema.label(span.label)
    for name, value in span.attributes.items():
        if kind.attribute(name) is not None and old is not None and old.attribute(name) == kind.attribute(name):
            attributes[name] = value
    edits: list[Edit] = []
    for relation in view.relations_of(span_id):
        known = schema.relation(relation.type)
        if known is not None and not (
            (relation.source != span_id or label in known.domain)
            and (relation.target != span_id or label in known.range)
        ):
            edits.append(RemoveRelation(relation))
    words = translate("Steps", "relabel {text} as {label}").format(
        text=quoted(view.article.text, span.fragments), label=kind.title
    )
    after = replace(span, label=label, attributes=attributes, updated=sources.now())
    return Step.of(view.id, words, *edits, ChangeSpan(span, after))


def set_attribute(
    view: ArticleView,
    span_id: SpanId,
    name: str,
    value: AttributeValue | None,
    *,
    schema: LabelSchema | None = None,
    sources: Sources = REAL,
) -> Step:
    """Set an attribute of a span, or take it away (None). Setting what is already set gives an empty step."""
    span = the_span(view, span_id)
    after = replace(span, attributes=with_value(span.attributes, name, value))
    label = schema.label(span.label) if schema else None
    if label is not None and value is not None and label.attribute(name) is None:
        raise refused(
            translate("Gestures", "Spans of {label} have no attribute {attribute}.").format(
                label=label.title, attribute=name
            )
        )
    words = translate("Steps", "set {attribute} of {span}").format(
        attribute=_attribute_title(label, name), span=span_words(view.article.text, span, schema)
    )
    if after.attributes == span.attributes:
        return Step(words, ())
    return _change(view, span, words, after, sources)


def _attribute_title(owner: Label | None, name: str) -> str:
    spec = owner.attribute(name) if owner else None
    return inside(spec.title if spec else name)


def set_article_attribute(view: ArticleView, schema: LabelSchema, name: str, value: AttributeValue | None) -> Step:
    """Set an attribute of the whole article, or take it away (None). No change gives an empty step."""
    spec = next((a for a in schema.article_attributes if a.name == name), None)
    if spec is None and value is not None:
        raise refused(translate("Gestures", "Articles have no attribute {attribute}.").format(attribute=name))
    words = translate("Steps", "set {attribute} of the article").format(attribute=inside(spec.title if spec else name))
    attributes = with_value(view.state.attributes, name, value)
    if attributes == view.state.attributes:
        return Step(words, ())
    status = Status.STARTED if view.status == Status.TODO else view.status
    return Step.of(view.id, words, SetState(view.state, State(status, attributes)))


def set_status(view: ArticleView, status: Status) -> Step:
    """Say how far the annotator is with the article. No change gives an empty step."""
    words = translate("Steps", "mark the article as {status}").format(status=status_title(status))
    if view.status == status:
        return Step(words, ())
    return Step.of(view.id, words, SetState(view.state, State(status, view.state.attributes)))
