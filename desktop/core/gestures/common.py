"""What gestures share: where time and ids come from, look-ups that refuse, and the rule of where a span may be."""

from __future__ import annotations

from collections.abc import Callable, Iterable
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
from annotation_schema.validation import may_overlap
from annotation_schema.wording import translate
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
        raise refused(translate("Gestures", "The span is no longer there."))
    return span


def the_label(schema: LabelSchema, name: str) -> Label:
    """Return a label of the schema, or refuse."""
    label = schema.label(name)
    if label is None:
        raise refused(translate("Gestures", "The label schema has no label {label}.").format(label=name))
    return label


def defaults(specs: Iterable[AttributeSpec]) -> dict[str, AttributeValue]:
    """Return the values that a new span or relation starts with."""
    return {a.name: a.default for a in specs if a.enabled and a.default is not None}


def placed_in(view: ArticleView, fragments: Iterable[Fragment]) -> Fragments:
    """Return the fragments merged, or refuse what is empty or outside the text."""
    merged = merge(fragments)
    if not merged:
        raise refused(translate("Gestures", "No text is selected."), translate("Gestures", "Select some text first."))
    if merged[-1].end > len(view.article.text):
        raise refused(translate("Gestures", "The selection goes beyond the end of the article."))
    return merged


class Places:
    """Where spans are already, and so where another may not be; made once for a step that makes many."""

    def __init__(self, view: ArticleView, schema: LabelSchema | None, *, without: SpanId | None = None) -> None:
        """Take the spans of a view, but the one that the step changes."""
        self._text = view.article.text
        self._schema = schema
        self._spans = [s for s in view.spans if s.id != without]
        self._taken = {(s.label, s.fragments) for s in self._spans}
        self._strict = schema is not None and any(x.nesting is not Nesting.ANY for x in schema.labels)

    def add(self, span: Span) -> None:
        """Count a span that the step makes."""
        self._spans.append(span)
        self._taken.add((span.label, span.fragments))

    def check(self, label: str, fragments: Fragments) -> None:
        """Refuse a span that is there already, has too many parts, or may not overlap what is there."""
        schema = self._schema
        if (label, fragments) in self._taken:
            raise refused(
                translate("Gestures", "{text} is already tagged as {label}.").format(
                    text=quoted(self._text, fragments), label=label_title(label, schema)
                )
            )
        if schema is None:
            return
        kind = the_label(schema, label)
        if kind.max_fragments is not None and len(fragments) > kind.max_fragments:
            sentence = translate(
                "Gestures",
                "A span of {label} has at most one part.|A span of {label} has at most %n parts.",
                kind.max_fragments,
            )
            raise refused(
                sentence.format(label=kind.title), translate("Gestures", "Tag the other part as a span of its own.")
            )
        if not self._strict:
            return
        rivals = {name for name in {s.label for s in self._spans} if not may_overlap(schema, label, name)}
        for span in self._spans:
            if span.label in rivals and overlap(span.fragments, fragments):
                raise refused(
                    translate("Gestures", "A span of {label} may not overlap {span}.").format(
                        label=kind.title, span=span_words(self._text, span, schema)
                    )
                )


def check_place(
    view: ArticleView,
    schema: LabelSchema | None,
    label: str,
    fragments: Fragments,
    *,
    without: SpanId | None = None,
) -> None:
    """Refuse a place for one span; see ``Places.check``."""
    Places(view, schema, without=without).check(label, fragments)


def with_value(attributes: Attributes, name: str, value: AttributeValue | None) -> Attributes:
    """Return attributes with one value set, or taken away (None)."""
    changed = {k: v for k, v in attributes.items() if k != name}
    if value is not None and value != ():
        changed[name] = value
    return changed


def without_part(span: Span, fragment: Fragment) -> Fragments:
    """Return the other parts of a span, maybe none; raises AppError EDIT_REFUSED if the fragment is not one of them."""
    if fragment not in span.fragments:
        raise refused(translate("Gestures", "This is not a part of the span."))
    return tuple(f for f in span.fragments if f != fragment)
