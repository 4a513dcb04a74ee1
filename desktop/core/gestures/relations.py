"""Gestures on links between spans."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from annotation_schema.model import (
    AttributeValue,
    Relation,
    RelationId,
    SpanId,
)
from annotation_schema.schema import LabelSchema, RelationType
from annotation_schema.values import either
from annotation_schema.wording import translate
from desktop.core.edits import (
    AddRelation,
    ChangeRelation,
    ChangeSpan,
    Edit,
    RemoveRelation,
    Step,
)
from desktop.core.gestures.common import (
    REAL,
    Sources,
    defaults,
    refused,
    the_span,
    with_value,
)
from desktop.core.view import ArticleView
from desktop.core.words import inside, label_title, quoted, relation_title, span_words


def _relation_type(schema: LabelSchema, name: str) -> RelationType:
    found = schema.relation(name)
    if found is None:
        raise refused(translate("Gestures", "The label schema has no link {link}.").format(link=name))
    return found


def link(
    view: ArticleView,
    schema: LabelSchema,
    type: str,
    source: SpanId,
    target: SpanId,
    *,
    attributes: Mapping[str, AttributeValue] | None = None,
    sources: Sources = REAL,
) -> Step:
    """Link two spans. A value that stands for the link's absence (AUTHOR, IMPLICIT) is taken away."""
    kind = _relation_type(schema, type)
    start, end = the_span(view, source), the_span(view, target)
    if source == target:
        raise refused(translate("Gestures", "A span cannot be linked to itself."))
    for span, allowed in ((start, kind.domain), (end, kind.range)):
        if span.label not in allowed:
            sentence = (
                translate("Gestures", "{link} starts at a span of {labels}, not of {label}.")
                if span is start
                else translate("Gestures", "{link} ends at a span of {labels}, not of {label}.")
            )
            labels = either(label_title(name, schema) for name in allowed)
            raise refused(sentence.format(link=kind.title, labels=labels, label=label_title(span.label, schema)))
    same = [r for r in view.relations if r.type == type and r.source == source]
    if any(r.target == target for r in same):
        raise refused(translate("Gestures", "These two are already linked like this."))
    if kind.max_per_source is not None and len(same) >= kind.max_per_source:
        raise refused(
            translate("Gestures", "{label} has at most {most} × {link}.").format(
                label=label_title(start.label, schema), most=kind.max_per_source, link=kind.title
            )
        )
    edits: list[Edit] = []
    if kind.alternative_attribute and kind.alternative_attribute in start.attributes:
        freed = with_value(start.attributes, kind.alternative_attribute, None)
        edits.append(ChangeSpan(start, replace(start, attributes=freed, updated=sources.now())))
    values = {**defaults(kind.attributes), **(attributes or {})}
    relation = Relation(RelationId(sources.new_id()), type, source, target, values)
    text = view.article.text
    words = translate("Steps", "link {source} to {target} as {link}").format(
        source=quoted(text, start.fragments), target=quoted(text, end.fragments), link=kind.title
    )
    return Step.of(view.id, words, *edits, AddRelation(relation))


def unlink(view: ArticleView, relation_id: RelationId, *, schema: LabelSchema | None = None) -> Step:
    """Take a link away."""
    relation = _relation(view, relation_id)
    text = view.article.text
    start, end = the_span(view, relation.source), the_span(view, relation.target)
    title = relation_title(relation.type, schema)
    words = translate("Steps", "take away {link} from {source} to {target}").format(
        link=title, source=quoted(text, start.fragments), target=quoted(text, end.fragments)
    )
    return Step.of(view.id, words, RemoveRelation(relation))


def _relation(view: ArticleView, relation_id: RelationId) -> Relation:
    found = next((r for r in view.relations if r.id == relation_id), None)
    if found is None:
        raise refused(translate("Gestures", "The link is no longer there."))
    return found


def set_relation_attribute(
    view: ArticleView,
    relation_id: RelationId,
    name: str,
    value: AttributeValue | None,
    *,
    schema: LabelSchema | None = None,
) -> Step:
    """Set an attribute of a link, or take it away (None). No change gives an empty step."""
    relation = _relation(view, relation_id)
    words = translate("Steps", "set {attribute} of {link}").format(
        attribute=name, link=relation_title(relation.type, schema)
    )
    attributes = with_value(relation.attributes, name, value)
    if attributes == relation.attributes:
        return Step(words, ())
    return Step.of(view.id, words, ChangeRelation(relation, replace(relation, attributes=attributes)))


def set_alternative(
    view: ArticleView,
    schema: LabelSchema,
    span_id: SpanId,
    type: str,
    value: str | None,
    *,
    sources: Sources = REAL,
) -> Step:
    """Say that what a link would point to is not in the text (AUTHOR, IMPLICIT), or take that back (None).

    Links of that type from the span are removed.
    """
    kind = _relation_type(schema, type)
    span = the_span(view, span_id)
    if not kind.alternative_attribute:
        raise refused(translate("Gestures", "{link} has no values that stand for a span.").format(link=kind.title))
    choice = next((c for c in kind.alternatives if c.value == value), None)
    if value is not None and choice is None:
        raise refused(translate("Gestures", "{link} cannot be {value}.").format(link=kind.title, value=value))
    edits: list[Edit] = []
    if value is not None:
        edits += [RemoveRelation(r) for r in view.relations if r.type == type and r.source == span_id]
    attributes = with_value(span.attributes, kind.alternative_attribute, value)
    if attributes != span.attributes:
        edits.append(ChangeSpan(span, replace(span, attributes=attributes, updated=sources.now())))
    words = translate("Steps", "set {link} of {span}").format(
        link=inside(kind.title), span=span_words(view.article.text, span, schema)
    )
    return Step.of(view.id, words, *edits) if edits else Step(words, ())
