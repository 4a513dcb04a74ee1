"""Steps that one held key makes, as one step: undo takes all of them back at once.

Each press is committed at once; the next one of the same held key goes into the journal row of the first.
"""

from __future__ import annotations

from desktop.core.edits import ArticleEdits, ChangeSpan, Edit, SetState, Step


def merged(first: Step, second: Step) -> Step | None:
    """Return the step that does what both do, under the words of the first.

    Only for steps in the same one article; None for others. Changes of one span that follow each other become one.
    """
    if len(first.parts) != 1 or len(second.parts) != 1 or first.articles != second.articles:
        return None
    edits: list[Edit] = list(first.parts[0].edits)
    for edit in second.parts[0].edits:
        place = _continued(edits, edit)
        if place is None:
            edits.append(edit)
        else:
            earlier = edits[place]
            assert isinstance(earlier, ChangeSpan) and isinstance(edit, ChangeSpan)
            edits[place] = ChangeSpan(earlier.before, edit.after)
    return Step(first.words, (ArticleEdits(first.articles[0], tuple(edits)),))


def _continued(edits: list[Edit], edit: Edit) -> int | None:
    """Return the place of the change that an edit goes on with; what comes after it does not touch that span."""
    if not isinstance(edit, ChangeSpan):
        return None
    for place in range(len(edits) - 1, -1, -1):
        match edits[place]:
            case ChangeSpan(_, after) if after == edit.before:
                return place
            case SetState():
                continue
            case ChangeSpan(_, after) if after.id != edit.before.id:
                continue
            case _:
                return None  # it may need the span as it was in between
    return None
