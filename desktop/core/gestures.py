"""What a person does to an article, as pure functions from a view to a step.

They change nothing: ``project.apply`` carries the step out. Each raises AppError EDIT_REFUSED with a
sentence if the gesture does not make sense there. ``schema`` brings titles for the words, defaults of
attributes and the rules of the labels; ``sources`` gives time and ids, for tests.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from annotation_schema.ids import id_text, new_id
from annotation_schema.model import (
    Attributes,
    AttributeValue,
    Decision,
    Fragment,
    Fragments,
    Origin,
    OriginKind,
    Relation,
    RelationId,
    Span,
    SpanId,
    Status,
    Suggestion,
    SuggestionId,
    Verdict,
)
from annotation_schema.offsets import merge, overlap
from annotation_schema.schema import AttributeSpec, Label, LabelSchema, Nesting, RelationType
from desktop.core.clock import utc_now
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
from desktop.core.errors import AppError, ErrorCode
from desktop.core.view import ArticleView
from desktop.core.words import STATUS_TITLES, label_title, quoted, relation_title, span_words


@dataclass(frozen=True)
class Sources:
    """Where the time and new ids come from."""

    now: Callable[[], str] = utc_now
    new_id: Callable[[], int] = new_id


REAL = Sources()


def _refused(message: str, hint: str = "") -> AppError:
    return AppError(ErrorCode.EDIT_REFUSED, message, hint=hint)


def _span(view: ArticleView, span_id: SpanId) -> Span:
    span = view.span(span_id)
    if span is None:
        raise _refused("The span is no longer there.")
    return span


def _label(schema: LabelSchema, name: str) -> Label:
    label = schema.label(name)
    if label is None:
        raise _refused(f"The label schema has no label {name}.")
    return label


def _defaults(specs: Iterable[AttributeSpec]) -> dict[str, AttributeValue]:
    return {a.name: a.default for a in specs if a.enabled and a.default is not None}


def _placed(view: ArticleView, fragments: Iterable[Fragment]) -> Fragments:
    merged = merge(fragments)
    if not merged:
        raise _refused("No text is selected.", "Select some text first.")
    if merged[-1].end > len(view.article.text):
        raise _refused("The selection goes beyond the end of the article.")
    return merged


def _check_place(
    view: ArticleView,
    schema: LabelSchema | None,
    label: str,
    fragments: Fragments,
    *,
    ignore: frozenset[SpanId] = frozenset(),
    more: Sequence[Span] = (),
) -> None:
    """Refuse a span that is there already, has too many parts, or may not overlap what is there.

    ``more``: spans that the same step makes; ``ignore``: those that it changes.
    """
    there = [s for s in (*view.spans, *more) if s.id not in ignore]
    for span in there:
        if span.label == label and span.fragments == fragments:
            words = quoted(view.article.text, fragments)
            raise _refused(f"{words} is already tagged as {label_title(label, schema)}.")
    found = schema.label(label) if schema else None
    if schema is None or found is None:
        return
    if found.max_fragments is not None and len(fragments) > found.max_fragments:
        parts = "one part" if found.max_fragments == 1 else f"{found.max_fragments} parts"
        raise _refused(f"A span of {found.title} has at most {parts}.", "Tag the other part as a span of its own.")
    for span in there:
        if overlap(span.fragments, fragments) and not _may_overlap(found, span.label, schema):
            raise _refused(f"A span of {found.title} may not overlap {span_words(view.article.text, span, schema)}.")


def _may_overlap(label: Label, other: str, schema: LabelSchema) -> bool:
    rules = [label.nesting]
    other_label = schema.label(other)
    if other_label is not None:
        rules.append(other_label.nesting)
    if Nesting.NONE in rules:
        return False
    return not (Nesting.OTHER_LABELS in rules and label.name == other)


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
    kind = _label(schema, label)
    placed = _placed(view, fragments)
    _check_place(view, schema, label, placed)
    values = {**_defaults(kind.attributes), **(attributes or {})}
    now = sources.now()
    span = Span(SpanId(sources.new_id()), label, placed, values, Origin(OriginKind.MANUAL), now, now)
    return Step.of(view.id, f"tag {quoted(view.article.text, placed)} as {kind.title}", AddSpan(span))


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
    span = _span(view, span_id)
    fragments = _placed(view, (*span.fragments, fragment))
    if fragments == span.fragments:
        raise _refused("The selection is already part of this span.")
    _check_place(view, schema, span.label, fragments, ignore=frozenset({span_id}))
    words = f"add a part to {span_words(view.article.text, span, schema)}"
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
    span = _span(view, span_id)
    if fragment not in span.fragments:
        raise _refused("This is not a part of the span.")
    rest = tuple(f for f in span.fragments if f != fragment)
    if not rest:
        raise _refused("This is the span's only part.", "Delete the span instead.")
    _check_place(view, schema, span.label, rest, ignore=frozenset({span_id}))
    words = f"take a part out of {span_words(view.article.text, span, schema)}"
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
    span = _span(view, span_id)
    placed = _placed(view, fragments)
    if placed == span.fragments:
        raise _refused("The span already has these borders.")
    _check_place(view, schema, span.label, placed, ignore=frozenset({span_id}))
    words = f"change the borders of {span_words(view.article.text, span, schema)}"
    return _change(view, span, words, replace(span, fragments=placed), sources)


def delete(view: ArticleView, span_id: SpanId, *, schema: LabelSchema | None = None) -> Step:
    """Delete a span, its relations first.

    If it came from accepting a suggestion, that suggestion counts as rejected from then on, so that it
    is not offered again.
    """
    span = _span(view, span_id)
    edits: list[Edit] = [RemoveRelation(r) for r in view.relations_of(span_id)]
    for suggestion, decision in view.decided.items():
        if decision.span == span_id:
            edits.append(Decide(suggestion, decision, Decision(view.annotator, Verdict.REJECTED)))
    words = f"delete {span_words(view.article.text, span, schema)}"
    return Step.of(view.id, words, *edits, RemoveSpan(span))


def relabel(view: ArticleView, schema: LabelSchema, span_id: SpanId, label: str, *, sources: Sources = REAL) -> Step:
    """Give a span another label.

    Attributes that the new label has, too, are kept; relations that its spans cannot have are removed.
    """
    span = _span(view, span_id)
    kind = _label(schema, label)
    if span.label == label:
        raise _refused(f"This span is already a span of {kind.title}.")
    _check_place(view, schema, label, span.fragments, ignore=frozenset({span_id}))
    attributes = _defaults(kind.attributes)
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
    words = f"relabel {quoted(view.article.text, span.fragments)} as {kind.title}"
    after = replace(span, label=label, attributes=attributes, updated=sources.now())
    return Step.of(view.id, words, *edits, ChangeSpan(span, after))


def _with_value(attributes: Attributes, name: str, value: AttributeValue | None) -> Attributes:
    changed = {k: v for k, v in attributes.items() if k != name}
    if value is not None and value != ():
        changed[name] = value
    return changed


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
    span = _span(view, span_id)
    after = replace(span, attributes=_with_value(span.attributes, name, value))
    label = schema.label(span.label) if schema else None
    if label is not None and value is not None and label.attribute(name) is None:
        raise _refused(f"Spans of {label.title} have no attribute {name}.")
    words = f"set {_attribute_title(label, name)} of {span_words(view.article.text, span, schema)}"
    if after.attributes == span.attributes:
        return Step(words, ())
    return _change(view, span, words, after, sources)


def _attribute_title(owner: Label | None, name: str) -> str:
    spec = owner.attribute(name) if owner else None
    return (spec.title if spec else name).lower()


def set_article_attribute(view: ArticleView, schema: LabelSchema, name: str, value: AttributeValue | None) -> Step:
    """Set an attribute of the whole article, or take it away (None). No change gives an empty step."""
    spec = next((a for a in schema.article_attributes if a.name == name), None)
    if spec is None and value is not None:
        raise _refused(f"Articles have no attribute {name}.")
    words = f"set {(spec.title if spec else name).lower()} of the article"
    attributes = _with_value(view.state.attributes, name, value)
    if attributes == view.state.attributes:
        return Step(words, ())
    status = Status.STARTED if view.status == Status.TODO else view.status
    return Step.of(view.id, words, SetState(view.state, State(status, attributes)))


def set_status(view: ArticleView, status: Status) -> Step:
    """Say how far the annotator is with the article. No change gives an empty step."""
    words = f"mark the article as {STATUS_TITLES[status]}"
    if view.status == status:
        return Step(words, ())
    return Step.of(view.id, words, SetState(view.state, State(status, view.state.attributes)))


# relations


def _relation_type(schema: LabelSchema, name: str) -> RelationType:
    found = schema.relation(name)
    if found is None:
        raise _refused(f"The label schema has no link {name}.")
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
    start, end = _span(view, source), _span(view, target)
    if source == target:
        raise _refused("A span cannot be linked to itself.")
    for span, allowed, role in ((start, kind.domain, "starts"), (end, kind.range, "ends")):
        if span.label not in allowed:
            titles = " or ".join(label_title(name, schema) for name in allowed)
            raise _refused(f"{kind.title} {role} at a span of {titles}, not of {label_title(span.label, schema)}.")
    same = [r for r in view.relations if r.type == type and r.source == source]
    if any(r.target == target for r in same):
        raise _refused("These two are already linked like this.")
    if kind.max_per_source is not None and len(same) >= kind.max_per_source:
        raise _refused(f"{label_title(start.label, schema)} has at most {kind.max_per_source} × {kind.title}.")
    edits: list[Edit] = []
    if kind.alternative_attribute and kind.alternative_attribute in start.attributes:
        freed = _with_value(start.attributes, kind.alternative_attribute, None)
        edits.append(ChangeSpan(start, replace(start, attributes=freed, updated=sources.now())))
    values = {**_defaults(kind.attributes), **(attributes or {})}
    relation = Relation(RelationId(sources.new_id()), type, source, target, values)
    text = view.article.text
    words = f"link {quoted(text, start.fragments)} to {quoted(text, end.fragments)} as {kind.title}"
    return Step.of(view.id, words, *edits, AddRelation(relation))


def unlink(view: ArticleView, relation_id: RelationId, *, schema: LabelSchema | None = None) -> Step:
    """Take a link away."""
    relation = _relation(view, relation_id)
    text = view.article.text
    start, end = _span(view, relation.source), _span(view, relation.target)
    title = relation_title(relation.type, schema)
    words = f"take away {title} from {quoted(text, start.fragments)} to {quoted(text, end.fragments)}"
    return Step.of(view.id, words, RemoveRelation(relation))


def _relation(view: ArticleView, relation_id: RelationId) -> Relation:
    found = next((r for r in view.relations if r.id == relation_id), None)
    if found is None:
        raise _refused("The link is no longer there.")
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
    words = f"set {name} of {relation_title(relation.type, schema)}"
    attributes = _with_value(relation.attributes, name, value)
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
    span = _span(view, span_id)
    if not kind.alternative_attribute:
        raise _refused(f"{kind.title} has no values that stand for a span.")
    choice = next((c for c in kind.alternatives if c.value == value), None)
    if value is not None and choice is None:
        raise _refused(f"{kind.title} cannot be {value}.")
    edits: list[Edit] = []
    if value is not None:
        edits += [RemoveRelation(r) for r in view.relations if r.type == type and r.source == span_id]
    attributes = _with_value(span.attributes, kind.alternative_attribute, value)
    if attributes != span.attributes:
        edits.append(ChangeSpan(span, replace(span, attributes=attributes, updated=sources.now())))
    words = f"set {kind.title.lower()} of {span_words(view.article.text, span, schema)}"
    return Step.of(view.id, words, *edits) if edits else Step(words, ())


# suggestions


def _suggestion(view: ArticleView, suggestion_id: SuggestionId) -> Suggestion:
    found = view.suggestion(suggestion_id)
    if found is None:
        raise _refused("The suggestion is no longer open.")
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
    attributes = {**(_defaults(label.attributes) if label else {}), **one.attributes}
    now = sources.now()
    origin = Origin(OriginKind.SUGGESTION, details)
    span = Span(SpanId(sources.new_id()), one.label, one.fragments, attributes, origin, now, now)
    return span, Decide(one.id, None, Decision(view.annotator, Verdict.ACCEPTED, span.id))


def accept(
    view: ArticleView,
    suggestion_id: SuggestionId,
    *,
    schema: LabelSchema | None = None,
    sources: Sources = REAL,
) -> Step:
    """Make a suggestion a span."""
    one = _suggestion(view, suggestion_id)
    _check_place(view, schema, one.label, one.fragments)
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
    for suggestion_id in dict.fromkeys(wanted):
        one = _suggestion(view, suggestion_id)
        try:
            _check_place(view, schema, one.label, one.fragments, more=made)
        except AppError as error:
            problem = error
            continue
        span, decide = _accepted(view, one, schema, sources)
        made.append(span)
        edits += (AddSpan(span), decide)
    if not made:
        raise problem or _refused("There are no open suggestions in this article.")
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
