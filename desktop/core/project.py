"""One open project: reading articles, changing annotations through one door, undo, import, suggestions.

Every change is one transaction with its journal row; subscribers are told after the commit. A project
object belongs to one thread at a time; ``side`` gives another one to the same file for another thread.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from annotation_schema.model import Annotator, Article, ArticleId, ArticleRecord
from annotation_schema.schema import LabelSchema
from desktop.core import blind_share
from desktop.core.edits import Step
from desktop.core.errors import AppError, ErrorCode
from desktop.core.notices import Notices, Subscriber, change_of
from desktop.core.prelabel import label_map
from desktop.core.project_runs import ProjectRuns
from desktop.core.schema_growth import SharedSchema, stored
from desktop.core.storage import articles, journal, project_file, settings, views
from desktop.core.storage.connection import Database
from desktop.core.storage.journal import JournalId
from desktop.core.storage.lock import FileLock
from desktop.core.view import (
    ArticleFilter,
    ArticleOrder,
    ArticleRow,
    ArticleView,
    Change,
    ChangeKind,
    ImportTally,
    LabelMap,
    QueueCounts,
    Stats,
)
from desktop.core.words import not_undone
from desktop.core.work_time import WorkTime

# What opening a project and showing its queue does not need is imported where it is used: the queue is to stand on
# the screen before the tenth of a second that the rest takes.
if TYPE_CHECKING:
    from annotation_schema.validation import Finding
    from desktop.core.acceptance import VerdictCount
    from desktop.core.history import HistoryEntry, HistoryId
    from desktop.core.occurrences import Batch
    from desktop.core.storage.record_lines import Line
    from desktop.core.storage.steps import Watch

_TEXT_CACHE = 8


class Project(ProjectRuns):
    """An open project file. Errors that a user can meet are AppError; anything else is a bug."""

    def __init__(
        self, db: Database, me: Annotator, lock: FileLock | None, notices: Notices, schema: SharedSchema | None = None
    ) -> None:
        """Take over an open database; use ``create`` or ``open``."""
        self._db = db
        self._annotator = me
        self._lock = lock
        self._notices = notices
        self._articles: dict[ArticleId, Article] = {}
        self.work_time = WorkTime(db, me.id)
        self._schema = schema or SharedSchema(db)

    @staticmethod
    def create(path: Path, schema: LabelSchema, *, annotator: str, program: str = "") -> Project:
        """Make a new project file and open it; ``program`` is the version noted in it (default: this one).

        The file appears under its name only when it is complete. Raises AppError FILE_EXISTS, and
        SAVE_FAILED if it cannot be written.
        """
        project_file.create(
            path,
            annotator=annotator,
            schema=stored(schema),
            label_map=label_map.dump_text(label_map.restrict(label_map.default_label_map(), schema)),
            program=program,
        )
        return Project.open(path)

    @staticmethod
    def open(path: Path, *, annotator: str | None = None, readonly: bool = False) -> Project:
        """Open a project as an annotator (default: the one who had it open last).

        ``readonly``: also while somebody else has it open; what would change it raises AppError SAVE_FAILED,
        and a file of an older version PROJECT_TOO_OLD, since nothing is upgraded.

        Raises AppError: FILE_NOT_FOUND, FILE_UNREADABLE, NOT_A_PROJECT, PROJECT_TOO_NEW, PROJECT_DAMAGED,
        PROJECT_IN_USE (names who has it), SAVE_FAILED if it cannot be written.
        """
        lock: FileLock | None = None
        if readonly:
            db, me = project_file.open_to_read(path, annotator=annotator)
        else:
            db, me, lock = project_file.open_file(path, annotator=annotator)
        try:
            return Project(db, me, lock, Notices())
        except BaseException:
            db.close()
            if lock is not None:
                lock.release()
            raise

    def side(self) -> Project:
        """Return another object for the same file with a connection of its own, for another thread.

        It shares the subscribers (who are called on the thread that made the change) and the turn to
        write: edits of this object go before bulk work of the other. Close it when its work is done.
        """
        return Project(self._db.second(), self._annotator, None, self._notices, self._schema)

    def close(self) -> None:
        """Close the file and let others open it; may be called twice."""
        self._db.close()
        if self._lock is not None:
            self._lock.release()

    def __enter__(self) -> Project:
        """Return the project itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the project."""
        self.close()

    @property
    def path(self) -> Path:
        """The project file."""
        return self._db.path

    @property
    def name(self) -> str:
        """The file's name without its ending."""
        return self._db.path.stem

    @property
    def schema(self) -> LabelSchema:
        """The project's label schema."""
        return self._schema.now

    def extend_schema(self, wanted: LabelSchema, *, initiator: object | None = None) -> bool:
        """Let the label schema grow and tell the subscribers; see ``schema_growth``. Gives whether it did."""
        return self._schema.extend(self._db, wanted, self._notices, initiator)

    @property
    def annotator(self) -> Annotator:
        """Who is annotating."""
        return self._annotator

    def annotators(self) -> list[str]:
        """Return the names of all who have annotated here, in order."""
        with self._db.read() as conn:
            return settings.annotators(conn)

    @property
    def label_map(self) -> LabelMap:
        """How a pipeline's labels become ours in this project."""
        with self._db.read() as conn:
            return label_map.parse(json.loads(settings.get(conn, "label_map")))

    def set_label_map(self, changed: LabelMap, *, initiator: object | None = None) -> None:
        """Store how a pipeline's labels become ours, for the runs to come."""
        with self._db.write() as conn:
            settings.put(conn, "label_map", label_map.dump_text(changed))
        self._notices.tell(Change(frozenset({ChangeKind.SETTINGS}), (), initiator))

    def setting(self, key: str) -> str:
        """Return something that is kept with the project for the program's own use; "" if it was never set."""
        with self._db.read() as conn:
            return settings.get(conn, key)

    def set_setting(self, key: str, value: str, *, initiator: object | None = None) -> None:
        """Keep something with the project: ``blind_share.SETTING``, or a key of one's own with a point in it."""
        if key != blind_share.SETTING and "." not in key:
            raise ValueError(f"{key} is a key of the project itself")
        with self._db.write() as conn:
            settings.put(conn, key, value)
        self._notices.tell(Change(frozenset({ChangeKind.SETTINGS}), (), initiator))

    # reading

    def article(self, article_id: ArticleId) -> Article:
        """Return an article; raises KeyError if there is none with that id."""
        found = self._articles.pop(article_id, None)
        if found is None:
            with self._db.read() as conn:
                found = articles.get(conn, article_id)
            if found is None:
                raise KeyError(article_id)
            while len(self._articles) >= _TEXT_CACHE:
                del self._articles[next(iter(self._articles))]
        self._articles[article_id] = found  # texts never change: the last few are kept, newest at the end
        return found

    def article_id(self, uid: str) -> ArticleId | None:
        """Return the id of the article with that uid."""
        with self._db.read() as conn:
            return articles.id_of(conn, uid)

    def text_sha256(self, article_id: ArticleId) -> str | None:
        """Return the stored hash of an article's text in UTF-8, as hex digits."""
        with self._db.read() as conn:
            return articles.sha256(conn, article_id)

    def view(self, article_id: ArticleId) -> ArticleView:
        """Return an article as the annotator sees it now; raises KeyError if there is none with that id."""
        article = self.article(article_id)
        with self._db.read() as conn:
            return views.view(conn, article_id, article, self._annotator)

    def history(self, article_id: ArticleId) -> tuple[HistoryEntry, ...]:
        """Return the steps of all annotators that concerned an article, newest first."""
        from desktop.core.storage import history

        with self._db.read() as conn:
            return history.entries(conn, article_id)

    def view_at(self, article_id: ArticleId, entry: HistoryId | None) -> ArticleView:
        """Return an article as it was after a step, for who made it; see ``storage.views.view_at``."""
        article = self.article(article_id)
        with self._db.read() as conn:
            return views.view_at(conn, article_id, article, self._annotator, entry)

    def articles_with(self, surface: str, *, within: Sequence[ArticleId] | None = None) -> Iterator[Batch]:
        """Give the articles whose text contains a string, some at a time, with what the annotator has there."""
        from desktop.core.storage import occurrences

        with self._db.read() as conn:
            yield from occurrences.batches(conn, surface, self._annotator.id, within)

    def article_ids(self, wanted: ArticleFilter | None = None, *, hasty: bool = False) -> list[ArticleId]:
        """Return the ids of the articles that a filter lets through, in its order (a million takes some 20 ms).

        ``hasty``: in the order as it was when it was worked out last (``settle``), what has come since at the end.
        """
        wanted = wanted or ArticleFilter()
        with self._db.read() as conn:
            found = articles.ids(conn, wanted, self._annotator.id)
            if wanted.order == ArticleOrder.IMPORTED:
                return found
            from desktop.core.storage import queue_order

            return queue_order.arranged(conn, found, wanted.order, self._annotator.id, hasty=hasty)

    def settled(self, order: ArticleOrder) -> bool:
        """Say whether articles come in an order without it being worked out."""
        from desktop.core.storage import queue_order

        with self._db.read() as conn:
            return queue_order.stands(conn, order, self._annotator.id)

    def settle(self, order: ArticleOrder) -> None:
        """Work an order out and keep it with the project (100,000 articles: 0.2 s)."""
        from desktop.core.storage import queue_order

        with self._db.read() as conn:
            found = queue_order.worked_out(conn, order, self._annotator.id)
        with self._db.write() as conn:
            queue_order.keep(conn, order, self._annotator.id, found)

    def rows(self, article_ids: Sequence[ArticleId]) -> list[ArticleRow]:
        """Return the queue's rows of some articles (about a hundred), in the order asked."""
        with self._db.read() as conn:
            return articles.rows(conn, article_ids, self._annotator.id)

    def counts(self) -> QueueCounts:
        """Return how many articles there are in each status."""
        with self._db.read() as conn:
            return articles.queue_counts(conn, self._annotator.id)

    def stats(self) -> Stats:
        """Return totals over all articles and annotators; reads everything."""
        from desktop.core.storage.stats import stats

        with self._db.read() as conn:
            return stats(conn)

    def verdicts(self, offset_s: int) -> list[VerdictCount]:
        """Return how many suggestions were accepted and rejected by day; see ``storage.verdicts``."""
        from desktop.core.storage import verdicts

        with self._db.read() as conn:
            return verdicts.counts(conn, offset_s)

    def check(self) -> list[Finding]:
        """Return what is wrong with the file or its contents, on a connection of its own; reads everything."""
        from desktop.core.storage import checks

        db = self._db.second(readonly=True)
        try:
            with db.read() as conn:
                return list(checks.findings(conn, self.schema))
        finally:
            db.close()

    def records(
        self, *, with_suggestions: bool = False, within: Collection[ArticleId] | None = None
    ) -> Iterator[ArticleRecord]:
        """Give every article (or those of a set) with all annotations as of now, by id, on a connection of its own.

        Edits meanwhile neither wait nor show. Raises AppError EXPORT_REFUSED at a span whose stored
        surface differs from the text at its place.
        """
        from desktop.core.storage import export

        return export.alone(self._db, partial(export.records, with_suggestions=with_suggestions, within=within))

    def articles(self, *, within: Collection[ArticleId] | None = None) -> Iterator[Article]:
        """Give the articles that ``records`` gives, without annotations, in half of the time."""
        from desktop.core.storage import export

        return export.alone(self._db, partial(export.articles, within=within))

    def record_lines(self, *, within: Collection[ArticleId] | None = None) -> Iterator[Line]:
        """Give what ``records`` gives as lines of the interchange form, in a quarter of the time; no suggestions."""
        from desktop.core.storage import export, record_lines

        return export.alone(self._db, partial(record_lines.lines, within=within))

    # changing

    def apply(
        self,
        step: Step,
        *,
        initiator: object | None = None,
        going_on: JournalId | None = None,
        watch: Watch | None = None,
    ) -> JournalId | None:
        """Carry out a step, write it to the journal, commit, then tell the subscribers.

        An article that was still to do becomes started by it, within the same step. An empty step does
        nothing and gives None. ``going_on``: what the last apply gave; if that is still the last step, both are
        one for undo (a held key). ``watch`` is told of progress, and may raise to take everything back.
        Nothing has changed if it raises: AppError EDIT_REFUSED if it does not fit, SAVE_FAILED and others.
        """
        if not any(part.edits for part in step.parts):
            return None
        from desktop.core.storage import steps

        steps.check(step, self.schema)
        with self._db.write() as conn:
            done = steps.completed(conn, step, self.article, self._annotator)
            steps.carry_out(conn, done, self.article, self._annotator, watch)
            number = journal.record(conn, self._annotator.id, done, going_on=going_on)
        self._notices.tell(change_of(done, initiator))
        return number

    def undo(self, *, initiator: object | None = None, watch: Watch | None = None) -> Step | None:
        """Take back the annotator's last step and return it as it was made; None if there is none.

        Raises AppError EDIT_REFUSED if it fits no more; the next undo then takes the one before.
        """
        return self._move(undo=True, initiator=initiator, watch=watch)

    def redo(self, *, initiator: object | None = None, watch: Watch | None = None) -> Step | None:
        """Bring back the step that was undone last and return it; None if there is none.

        Raises AppError EDIT_REFUSED if it fits no more; then nothing is left to redo.
        """
        return self._move(undo=False, initiator=initiator, watch=watch)

    def move_weight(self, *, undo: bool) -> int:
        """Return how much ``undo`` (or ``redo``) has to do: characters of the step; some 200 a span, 0 for none."""
        with self._db.read() as conn:
            return journal.weight(conn, self._annotator.id, undo=undo)

    @property
    def undo_words(self) -> str | None:
        """Words of the step that ``undo`` would take back."""
        with self._db.read() as conn:
            return journal.undo_words(conn, self._annotator.id)

    @property
    def redo_words(self) -> str | None:
        """Words of the step that ``redo`` would bring back."""
        with self._db.read() as conn:
            return journal.redo_words(conn, self._annotator.id)

    def _move(self, *, undo: bool, initiator: object | None, watch: Watch | None) -> Step | None:
        with self._db.read() as conn:
            entry = (journal.to_undo if undo else journal.to_redo)(conn, self._annotator.id)
        if entry is None:
            return None
        from desktop.core.storage import steps

        number, step = entry
        try:
            with self._db.write() as conn:
                done = step.inverse() if undo else step
                steps.carry_out(conn, done, self.article, self._annotator, watch)
                journal.mark(conn, number, undone=undo)
        except AppError as error:
            if error.code == ErrorCode.EDIT_REFUSED:
                with self._db.write() as conn:
                    journal.give_up(conn, number, self._annotator.id, redo=not undo)
                error.message = not_undone(step.words, error.message, undo=undo)
            raise
        self._notices.tell(change_of(step, initiator))
        return step

    # importing

    def add_articles(
        self,
        items: Iterable[Article | ArticleRecord],
        *,
        annotator: str | None = None,
        initiator: object | None = None,
    ) -> ImportTally:
        """Store articles, with annotations and suggestions where they are records, and return what was done.

        An article whose uid is there is a duplicate, except that annotations of an annotator who has none
        there are added, and suggestions made elsewhere. Ids are kept unless they are taken. ``annotator`` renames
        that of records that have just one. Commits every few hundred articles and tells the subscribers each time.
        """
        from desktop.core.prelabel.foreign import ForeignSuggestions
        from desktop.core.storage import bulk

        everything = frozenset({ChangeKind.ARTICLES, ChangeKind.ANNOTATIONS, ChangeKind.STATE, ChangeKind.SUGGESTIONS})
        return bulk.add_articles(
            self._db,
            items,
            annotator=settings.annotator_name(annotator) if annotator is not None else None,
            foreign=ForeignSuggestions(self.label_map, self.schema),
            after_chunk=lambda ids: self._notices.tell(Change(everything, ids, initiator)),
        )

    def languages(self) -> dict[str, int]:
        """Return how many articles there are in each language as the sources give it; reads every row."""
        with self._db.read() as conn:
            return articles.languages(conn)

    def subscribe(self, callback: Subscriber) -> Callable[[], None]:
        """Have ``callback`` called after every committed change, on the thread that made it; gives the way to stop."""
        return self._notices.subscribe(callback)
