"""The part of a project that pipelines write to: runs, which articles they have still to answer, their suggestions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from annotation_schema.model import Article, ArticleId
from desktop.core.notices import Notices
from desktop.core.prelabel import label_map
from desktop.core.storage import settings, suggestions
from desktop.core.storage.connection import Database
from desktop.core.view import Change, ChangeKind, NewSuggestion, RunId

if TYPE_CHECKING:
    from desktop.core.prelabel.merge import RunAnswer


class ProjectRuns:
    """See ``Project``, which is one of these."""

    _db: Database
    _notices: Notices

    def article(self, article_id: ArticleId) -> Article:
        """Return an article with its text."""
        raise NotImplementedError

    def start_run(self, pipeline: str, version: str, options: str = "", *, retry: bool = True) -> RunId:
        """Return the run to add suggestions to.

        It is the pipeline's last one, to be gone on with, if version, options and the label map are the same as
        then; else a new one. ``retry``: articles that it could not answer are waiting again.
        """
        with self._db.write() as conn:
            labels = settings.get(conn, label_map.key(pipeline)) or settings.get(conn, "label_map")
            return suggestions.start_run(conn, pipeline, version, labels, options, retry=retry)

    def pending(
        self, run: RunId, first: ArticleId | None = None, covers: Callable[[str], bool] | None = None
    ) -> list[ArticleId]:
        """Return the articles that a run has not answered, ``first`` at the front; see ``suggestions.pending``."""
        with self._db.read() as conn:
            return suggestions.pending(conn, run, first, covers)

    def add_suggestions(self, run: RunId, article_id: ArticleId, sha256: str, spans: Sequence[NewSuggestion]) -> int:
        """Store a run's answer for one article; see ``add_answers``."""
        from desktop.core.prelabel.merge import RunAnswer

        return self.add_answers(run, [RunAnswer(article_id, sha256, tuple(spans))])

    def add_answers(self, run: RunId, answers: Sequence[RunAnswer], *, initiator: object | None = None) -> int:
        """Store a run's answers for some articles in one transaction and return how many suggestions are new.

        Raises ValueError if an answer was made for another text or does not fit the text; then none is stored.
        """
        with self._db.write() as conn:
            added = suggestions.store_all(conn, run, answers, self.article)
        if answers:
            self._notices.tell(
                Change(frozenset({ChangeKind.SUGGESTIONS}), tuple(a.article for a in answers), initiator)
            )
        return added

    def fail_article(self, run: RunId, article_id: ArticleId, reason: str) -> None:
        """Note that a run could not answer for an article; it is not tried again in this run."""
        with self._db.write() as conn:
            suggestions.fail(conn, run, article_id, reason)

    def finish_run(self, run: RunId) -> None:
        """Note that a run has come to its end."""
        with self._db.write() as conn:
            suggestions.finish_run(conn, run)
