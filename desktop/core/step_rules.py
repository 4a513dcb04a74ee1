"""What a step must meet, and what the project adds to it, before it is carried out. Pure functions."""

from __future__ import annotations

from dataclasses import replace

from annotation_schema.model import Status
from annotation_schema.schema import LabelSchema
from annotation_schema.wording import translate
from desktop.core.edits import AddSpan, ArticleEdits, ChangeSpan, Decide, Edit, SetState, State
from desktop.core.gestures.common import refused


def with_start(part: ArticleEdits, now: State) -> ArticleEdits:
    """Add the change from todo to started unless the part itself sets the status."""
    if now.status != Status.TODO or any(isinstance(e, SetState) for e in part.edits):
        return part
    return replace(part, edits=(*part.edits, SetState(now, replace(now, status=Status.STARTED))))


def timed(part: ArticleEdits, now: str) -> ArticleEdits:
    """Note the time of the verdicts that have none yet."""
    if not any(isinstance(e, Decide) for e in part.edits):
        return part
    return replace(part, edits=tuple(_timed(e, now) for e in part.edits))


def _timed(edit: Edit, now: str) -> Edit:
    if isinstance(edit, Decide) and edit.after is not None and not edit.after.at:
        return replace(edit, after=replace(edit.after, at=now))
    return edit


def check(edit: Edit, schema: LabelSchema) -> None:
    """Refuse a span that the schema does not know or allow."""
    # Only what a new edit brings in: what was imported may be looked at, moved and undone as it is.
    match edit:
        case AddSpan(span):
            pass
        case ChangeSpan(before, span) if (before.label, before.fragments) != (span.label, span.fragments):
            pass
        case _:
            return
    label = schema.label(span.label)
    if label is None:
        raise refused(translate("Gestures", "The label schema has no label {label}.").format(label=span.label))
    if label.max_fragments is not None and len(span.fragments) > label.max_fragments:
        sentence = translate(
            "Gestures",
            "A span of {label} has at most %n part.|A span of {label} has at most %n parts.",
            label.max_fragments,
        )
        raise refused(sentence.format(label=label.title))
