"""What a person does to an article, as pure functions from a view to a step.

They change nothing: ``project.apply`` carries the step out. Each raises AppError EDIT_REFUSED with a
sentence if the gesture does not make sense there. ``schema`` brings titles for the words, defaults of
attributes and the rules of the labels; ``sources`` gives time and ids, for tests.
"""

from __future__ import annotations

from desktop.core.gestures.common import REAL, Sources
from desktop.core.gestures.linked import accept_and_link, tag_and_link
from desktop.core.gestures.memory import Memory, load_memory, repeat, tag_remembering
from desktop.core.gestures.moves import Side, Unit, join, move_border, split_at, split_off
from desktop.core.gestures.notes import set_note
from desktop.core.gestures.relations import link, set_alternative, set_relation_attribute, unlink
from desktop.core.gestures.spans import (
    add_fragment,
    delete,
    relabel,
    remove_fragment,
    set_article_attribute,
    set_attribute,
    set_fragments,
    set_status,
    tag,
)
from desktop.core.gestures.suggestions import accept, accept_above, accept_all, accept_label, reject, scored_above

__all__ = [
    "REAL",
    "Memory",
    "Side",
    "Sources",
    "Unit",
    "accept",
    "accept_above",
    "accept_all",
    "accept_and_link",
    "accept_label",
    "add_fragment",
    "delete",
    "join",
    "link",
    "load_memory",
    "move_border",
    "reject",
    "relabel",
    "remove_fragment",
    "repeat",
    "scored_above",
    "set_alternative",
    "set_article_attribute",
    "set_attribute",
    "set_fragments",
    "set_note",
    "set_relation_attribute",
    "set_status",
    "split_at",
    "split_off",
    "tag",
    "tag_and_link",
    "tag_remembering",
    "unlink",
]
