"""One article as one annotator sees it, now or after a step of the past."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from typing import TYPE_CHECKING

from annotation_schema.model import Annotator, Article, ArticleId
from annotation_schema.wording import translate
from desktop.core import blind_share
from desktop.core.storage import annotations, offers, settings, suggestions
from desktop.core.storage.annotations import refused
from desktop.core.view import ArticleView

if TYPE_CHECKING:
    from desktop.core.history import HistoryId


def view(conn: sqlite3.Connection, article_id: ArticleId, article: Article, me: Annotator) -> ArticleView:
    """Return the article as it is now."""
    whole = _whole(conn, article_id, article, me)
    offered = offers.offered(whole.suggestions, whole.spans)
    known = {s.id for s in offered} | whole.stands_for.keys()
    links = tuple(r for r in whole.suggested_relations if r.source in known and r.target in known)
    return _rule(conn).shown(replace(whole, suggestions=offered, suggested_relations=links))


def _rule(conn: sqlite3.Connection) -> blind_share.BlindShare:
    return blind_share.parse(settings.get(conn, blind_share.SETTING))


def _whole(conn: sqlite3.Connection, article_id: ArticleId, article: Article, me: Annotator) -> ArticleView:
    """Return the article with all suggestions, decided ones as well."""
    suggested = suggestions.of_article(conn, article_id, me)
    spans = annotations.spans(conn, article_id, me.id)
    return ArticleView(
        id=article_id,
        article=article,
        annotator=me.name,
        state=annotations.state(conn, article_id, me.id),
        spans=tuple(spans),
        relations=tuple(annotations.relations(conn, article_id, me.id)),
        suggestions=tuple(suggested),
        suggested_relations=tuple(suggestions.suggested_relations(conn, article_id)),
        decided={s.id: s.verdicts[0] for s in suggested if s.verdicts},
        stands_for=offers.stands_for(suggested, spans),
    )


def view_at(
    conn: sqlite3.Connection, article_id: ArticleId, article: Article, me: Annotator, entry: HistoryId | None
) -> ArticleView:
    """Return the article as it was after a step, for who made it; before all steps of ``me`` for None.

    A step that is undone now is shown as if it were brought back. Raises AppError EDIT_REFUSED for one that was
    dropped, KeyError if there is none of that number.
    """
    from desktop.core.history import HistoryState, Picture, replayed
    from desktop.core.storage import history

    who, state = me, HistoryState.APPLIED
    if entry is not None:
        found = history.whose(conn, entry)
        if found is None:
            raise KeyError(entry)
        who, state = found
    if state is HistoryState.DROPPED:
        raise refused(
            translate(
                "Storage",
                "This step was undone and something else done since, so the article cannot be shown as it was.",
            ),
            translate("Storage", "Choose another step."),
        )
    whole = _whole(conn, article_id, article, who)
    number = entry or 0
    back = history.applied_after(conn, article_id, who.id, number)
    forth = history.undone_until(conn, article_id, who.id, number)
    picture = replayed(Picture.of(whole), article_id, back, forth)
    return _rule(conn).shown(picture.view(whole))
