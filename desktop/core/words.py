"""The words of steps: "tag “Kyiv” as Location", as they complete "Undo: …"."""

from __future__ import annotations

from annotation_schema.model import Fragments, Span, Status
from annotation_schema.offsets import display_surface
from annotation_schema.schema import LabelSchema

_LONGEST = 30
STATUS_TITLES = {
    Status.TODO: "to do",
    Status.STARTED: "started",
    Status.DONE: "done",
    Status.FLAGGED: "flagged",
}


def quoted(text: str, fragments: Fragments) -> str:
    """Return the covered text in quotation marks, on one line, shortened to 30 characters."""
    # A claim can be a whole article long: what is cut off anyway is not put together first.
    first = fragments[0]
    head = text[first.start : min(first.end, first.start + 8 * _LONGEST)]
    full = display_surface(text, fragments) if len(fragments) > 1 and len(head) < _LONGEST else head
    line = " ".join(full.split())
    if len(line) > _LONGEST:
        line = line[: _LONGEST - 1].rstrip() + "…"
    return f"“{line}”"


def label_title(name: str, schema: LabelSchema | None) -> str:
    """Return what a label is called on screen; a label that is not in the schema by its name."""
    label = schema.label(name) if schema else None
    return label.title if label else name.replace("_", " ").capitalize()


def relation_title(name: str, schema: LabelSchema | None) -> str:
    """Return what a relation type is called on screen."""
    found = schema.relation(name) if schema else None
    return found.title if found else name.replace("_", " ").capitalize()


def span_words(text: str, span: Span, schema: LabelSchema | None) -> str:
    """Return a span as in "Location “Kyiv”"."""
    return f"{label_title(span.label, schema)} {quoted(text, span.fragments)}"
