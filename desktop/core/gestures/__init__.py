"""What a person does to an article, as pure functions from a view to a step.

They change nothing: ``project.apply`` carries the step out. Each raises AppError EDIT_REFUSED with a
sentence if the gesture does not make sense there. ``schema`` brings titles for the words, defaults of
attributes and the rules of the labels; ``sources`` gives time and ids, for tests.
"""

from __future__ import annotations

from desktop.core.gestures.common import REAL, Sources
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
from desktop.core.gestures.suggestions import accept, accept_all, reject

__all__ = [
    "REAL",
    "Sources",
    "accept",
    "accept_all",
    "add_fragment",
    "delete",
    "link",
    "reject",
    "relabel",
    "remove_fragment",
    "set_alternative",
    "set_article_attribute",
    "set_attribute",
    "set_fragments",
    "set_relation_attribute",
    "set_status",
    "tag",
    "unlink",
]
