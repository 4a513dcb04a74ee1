"""The words of steps: "tag “Kyiv” as Location", as they complete "Undo: …".

They are put together in the language of the moment and stored so in the journal.
"""

from __future__ import annotations

from annotation_schema.model import Fragments, Span, Status
from annotation_schema.offsets import display_surface
from annotation_schema.schema import LabelSchema
from annotation_schema.wording import translate

_LONGEST = 30
_CASE = "LOWER_CASE_TITLES"
"""Translated by another word where titles keep their capitals inside a sentence, as German nouns do."""


def status_title(status: Status) -> str:
    """Return what a status is called on screen."""
    match status:
        case Status.TODO:
            return translate("Words", "to do")
        case Status.STARTED:
            return translate("Words", "started")
        case Status.DONE:
            return translate("Words", "done")
        case Status.FLAGGED:
            return translate("Words", "flagged")


def quoted(text: str, fragments: Fragments) -> str:
    """Return the covered text in quotation marks, on one line, shortened to 30 characters."""
    # A claim can be a whole article long: what is cut off anyway is not put together first.
    first = fragments[0]
    head = text[first.start : min(first.end, first.start + 8 * _LONGEST)]
    full = display_surface(text, fragments) if len(fragments) > 1 and len(head) < _LONGEST else head
    line = " ".join(full.split())
    if len(line) > _LONGEST:
        line = line[: _LONGEST - 1].rstrip() + "…"
    return translate("Words", "“{text}”").format(text=line)


def label_title(name: str, schema: LabelSchema | None) -> str:
    """Return what a label is called on screen; a label that is not in the schema by its name."""
    label = schema.label(name) if schema else None
    return label.title if label else name.replace("_", " ").capitalize()


def relation_title(name: str, schema: LabelSchema | None) -> str:
    """Return what a relation type is called on screen."""
    found = schema.relation(name) if schema else None
    return found.title if found else name.replace("_", " ").capitalize()


def number(n: int) -> str:
    """Return a number with the separators of thousands."""
    return translate("Words", "%Ln|%Ln", n)


def inside(title: str) -> str:
    """Return a title as it stands inside a sentence: in English in lower case."""
    return title.lower() if translate("Words", "LOWER_CASE_TITLES") == _CASE else title


def named(title: str, surface: str) -> str:
    """Return a span as in "Location “Kyiv”", from its label's title and its quoted words."""
    return translate("Words", "{label} {text}").format(label=title, text=surface)


def not_undone(words: str, reason: str, *, undo: bool) -> str:
    """Return the sentence about a step that cannot be taken back, or not done again."""
    sentence = (
        translate("Words", "“{step}” cannot be undone: {reason}")
        if undo
        else translate("Words", "“{step}” cannot be redone: {reason}")
    )
    return sentence.format(step=words, reason=reason)


def span_words(text: str, span: Span, schema: LabelSchema | None) -> str:
    """Return a span as in "Location “Kyiv”"."""
    return named(label_title(span.label, schema), quoted(text, span.fragments))
