"""Hiding suggestions for a seeded share of articles, so that a project can measure whether they sway its annotators.

Which articles are picked follows from the seed and the article's uid alone: the same on every machine and for every
annotator. An article on which an annotator begins to work while its suggestions are hidden gets the reserved attribute
``suggestions_hidden``, which goes into the export, and stays hidden for that annotator whatever the setting becomes.
One that was begun with suggestions in sight is never hidden later.
"""

from __future__ import annotations

import json
import math
from dataclasses import dataclass, replace
from typing import Any

from annotation_schema.model import Status
from annotation_schema.reserved import SUGGESTIONS_HIDDEN
from desktop.core.edits import ArticleEdits, Edit, SetState, State
from desktop.core.view import ArticleView

SETTING = "blind_share"
"""Key among the project's settings."""


@dataclass(frozen=True, slots=True)
class BlindShare:
    """``share`` of the articles, 0 to 1; another ``seed`` picks others."""

    share: float = 0.0
    seed: str = ""

    def __post_init__(self) -> None:
        """Raise ValueError unless the share lies between 0 and 1."""
        if not (math.isfinite(self.share) and 0 <= self.share <= 1):
            raise ValueError(f"a share lies between 0 and 1, not {self.share}")

    def picks(self, uid: str) -> bool:
        """Say whether the article of that uid is one of the share; a greater share keeps those of a smaller one."""
        if self.share <= 0:
            return False
        from hashlib import sha256  # loads a large library, and most projects hide nothing

        digest = sha256(json.dumps([self.seed, uid]).encode()).digest()
        return int.from_bytes(digest[:8]) < self.share * 2**64

    def hides(self, uid: str, state: State) -> bool:
        """Say whether suggestions are hidden from an annotator with that state."""
        if state.attributes.get(SUGGESTIONS_HIDDEN.name) is True:
            return True
        return state.status is Status.TODO and self.picks(uid)

    def shown(self, view: ArticleView) -> ArticleView:
        """Return the view without suggestions if they are hidden there."""
        if not view.suggestions and not view.suggested_relations:
            return view
        if not self.hides(view.article.uid, view.state):
            return view
        return replace(view, suggestions=(), suggested_relations=())

    def marked(self, part: ArticleEdits, uid: str, before: State) -> ArticleEdits:
        """Return the first edits of an annotator on an article with the mark added if suggestions are hidden there.

        The edits must hold the change of status from todo.
        """
        if before.status is not Status.TODO or not self.hides(uid, before):
            return part
        edits: list[Edit] = []
        changed = False
        for edit in part.edits:
            if isinstance(edit, SetState):
                first = _mark(edit.before) if changed else edit.before
                edits.append(SetState(first, _mark(edit.after)))
                changed = True
            else:
                edits.append(edit)
        return replace(part, edits=tuple(edits))

    def dump(self) -> str:
        """Return the form that is stored with the project."""
        return json.dumps({"share": self.share, "seed": self.seed}, ensure_ascii=False)


def _mark(state: State) -> State:
    return replace(state, attributes={**state.attributes, SUGGESTIONS_HIDDEN.name: True})


def parse(text: str) -> BlindShare:
    """Return what ``BlindShare.dump`` gave; nothing hidden for "" or what is not understood."""
    try:
        data: Any = json.loads(text or "{}")
        return BlindShare(float(data.get("share", 0)), str(data.get("seed", "")))
    except (ValueError, TypeError, AttributeError):
        return BlindShare()
