"""Carrying out a step, in one article or in thousands: what the project adds to it, and its edits in order."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

from annotation_schema.model import Annotator, Article, ArticleId
from annotation_schema.schema import LabelSchema
from desktop.core import blind_share, step_rules
from desktop.core.clock import utc_now
from desktop.core.edits import Step
from desktop.core.storage import annotations, settings

ArticleOf = Callable[[ArticleId], Article]
Watch = Callable[[int, int], None]
"""Told how many of how many articles are done; what it raises takes everything back."""


def check(step: Step, schema: LabelSchema) -> None:
    """Refuse what the schema does not know or allow."""
    for part in step.parts:
        for edit in part.edits:
            step_rules.check(edit, schema)


def completed(conn: sqlite3.Connection, step: Step, article_of: ArticleOf, me: Annotator) -> Step:
    """Return the step with what follows from it.

    Verdicts get their time, an article is started, and marked if its suggestions are hidden.
    """
    rule = blind_share.parse(settings.get(conn, blind_share.SETTING))
    parts = [p for p in step.parts if p.edits]
    moment = utc_now()
    for number, part in enumerate(parts):
        part = step_rules.timed(part, moment)
        now = annotations.state(conn, part.article, me.id)
        part = step_rules.with_start(part, now)
        parts[number] = rule.marked(part, article_of(part.article).uid, now) if rule.share else part
    return Step(step.words, tuple(parts))


def carry_out(
    conn: sqlite3.Connection, step: Step, article_of: ArticleOf, me: Annotator, watch: Watch | None = None
) -> None:
    """Carry out the edits of a step; must run inside a transaction. Raises AppError EDIT_REFUSED."""
    for number, part in enumerate(step.parts):
        if watch is not None:
            watch(number, len(step.parts))
        target = annotations.Target(part.article, article_of(part.article).text, me)
        annotations.carry_out(conn, target, part)
