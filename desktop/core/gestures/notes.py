"""Gestures on what a person writes about a span."""

from __future__ import annotations

from dataclasses import replace

from annotation_schema.model import SpanId
from annotation_schema.reserved import NOTE
from annotation_schema.schema import LabelSchema
from annotation_schema.wording import translate
from desktop.core.edits import ChangeSpan, Step
from desktop.core.gestures.common import REAL, Sources, the_span, with_value
from desktop.core.view import ArticleView
from desktop.core.words import span_words


def set_note(
    view: ArticleView, span_id: SpanId, note: str, *, schema: LabelSchema | None = None, sources: Sources = REAL
) -> Step:
    """Write a note on a span of any label, or take it away (only white space). No change gives an empty step."""
    span = the_span(view, span_id)
    note = note.strip()
    if NOTE.name not in span.attributes:
        words = translate("Steps", "write the note on {span}")
    elif note:
        words = translate("Steps", "change the note on {span}")
    else:
        words = translate("Steps", "take away the note on {span}")
    words = words.format(span=span_words(view.article.text, span, schema))
    attributes = with_value(span.attributes, NOTE.name, note or None)
    if attributes == span.attributes:
        return Step(words, ())
    return Step.of(view.id, words, ChangeSpan(span, replace(span, attributes=attributes, updated=sources.now())))
