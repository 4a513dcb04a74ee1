"""What gestures share: where time and ids come from, look-ups that refuse, and the rule of where a span may be."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from annotation_schema.ids import new_id
from annotation_schema.model import (
    Attributes,
    AttributeValue,
    Fragment,
    Fragments,
    Span,
    SpanId,
)
from annotation_schema.offsets import merge, overlap
from annotation_schema.schema import AttributeSpec, Label, LabelSchema, Nesting
from desktop.core.clock import utc_now
from desktop.core.errors import AppError, ErrorCode
from desktop.core.view import ArticleView
from desktop.core.words import label_title, quoted, span_words


@dataclass(frozen=True)
class Sources:
    """Where the time and new ids come from."""

    now: Callable[[], str] = utc_now
    new_id: Callable[[], int] = new_id


REAL = Sources()


def refused(message: str, hint: str = "") -> AppError:
    """Return the error of a gesture that does not make sense."""
    return AppError(ErrorCode.EDIT_REFUSED, message, hint=hint)


def the_span(view: ArticleView, span_id: SpanId) -> Span:
    """Return a span of the view, or refuse."""
    span = view.span(span_id)
    if span is None:
        raise refused("The span is no longer there.")
    return span


def the_label(schema: LabelSchema, name: str) -> Label:
    """Return a label of the schema, or refuse."""
    label = schema.label(name)
    if label is None:
        raise refused(f"The label schema has no label {name}.")
    return label


def defaults(specs: Iterable[AttributeSpec]) -> dict[str, AttributeValue]:
    """Return the values that a new span or relation starts with."""
    return {a.name: a.default for a in specs if a.enabled and a.default is not None}


def placed_in(view: ArticleView, fragments: Iterable[Fragment]) -> Fragments:
    """Return the fragments merged, or refuse what is empty or outside the text."""
    merged = merge(fragments)
    if not merged:
        raise refused("No text is selected.", "Select some text first.")
    if merged[-1].end > len(view.article.text):
        raise refused("The selection goes beyond the end of the article.")
    return merged


def check_place(
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
            raise refused(f"{words} is already tagged as {label_title(label, schema)}.")
    found = schema.label(label) if schema else None
    if schema is None or found is None:
        return
    if found.max_fragments is not None and len(fragments) > found.max_fragments:
        parts = "one part" if found.max_fragments == 1 else f"{found.max_fragments} parts"
        raise refused(f"A span of {found.title} has at most {parts}.", "Tag the other part as a span of its own.")
    for span in there:
        if overlap(span.fragments, fragments) and not _may_overlap(found, span.label, schema):
            raise refused(f"A span of {found.title} may not overlap {span_words(view.article.text, span, schema)}.")


def _may_overlap(label: Label, other: str, schema: LabelSchema) -> bool:
    rules = [label.nesting]
    other_label = schema.label(other)
    if other_label is not None:
        rules.append(other_label.nesting)
    if Nesting.NONE in rules:
        return False
    return not (Nesting.OTHER_LABELS in rules and label.name == other)


def with_value(attributes: Attributes, name: str, value: AttributeValue | None) -> Attributes:
    """Return attributes with one value set, or taken away (None)."""
    changed = {k: v for k, v in attributes.items() if k != name}
    if value is not None and value != ():
        changed[name] = value
    return changed
