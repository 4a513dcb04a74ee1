"""What the queue lists: filter and order, from the panel and its menus to the ids on show.

Words and statuses alone are looked up at once. What takes longer (labels, dates, other annotators, an order that has to
be worked out) is asked beside the window, on a connection of its own; until it comes, what is listed stays.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from annotation_schema.model import ArticleId
from annotation_schema.wording import marked, translate
from desktop.core.project import Project
from desktop.core.view import ArticleFilter, ArticleOrder, is_quick
from desktop.ui.jobs import Cancelled, Task, Tell
from desktop.ui.queue.bar import ORDERS
from desktop.ui.queue.panel import FEW
from desktop.ui.widgets import LetterMenu

if TYPE_CHECKING:
    from desktop.core.errors import AppError
    from desktop.ui.workbench import Workbench

MANY = 20_000
"""Articles that are put in order by status beside the window."""


@dataclass(frozen=True)
class _Found:
    project: Project
    wanted: ArticleFilter
    ids: Sequence[ArticleId]


class Listing(QObject):
    """Keeps the queue in step with what is asked for."""

    def __init__(self, bench: Workbench) -> None:
        """Belong to a workbench."""
        super().__init__(bench)
        self._bench = bench
        self._queue = bench.queue
        self._task: Task | None = None
        self._again = False
        self._shown: ArticleFilter | None = None
        self._queue.filter_changed.connect(self.refresh)
        self._queue.bar.filter_wanted.connect(self.choose_filter)
        self._queue.bar.order_wanted.connect(self.choose_order)

    def table(self) -> Mapping[str, Callable[[], object]]:
        """Return the handlers by action id."""
        return {
            "queue.filter": self.choose_filter,
            "queue.edit-filter": self.edit_filter,
            "queue.everything": partial(self.show, ArticleFilter()),
            "queue.sort": self.choose_order,
        }

    # --- what is listed --------------------------------------------------------------------

    def refresh(self, *, anew: bool = False) -> None:
        """List the articles that search, chips and filter let through; ``anew``: work the order out again."""
        project = self._bench.project
        if project is None:
            return
        wanted, counts = self._queue.asked(), project.counts()
        self._queue.show_counts(counts)
        self._name(project, wanted)
        importing = self._bench.tasks.running and wanted == self._shown  # its end refreshes again
        if counts.total <= FEW:
            self._show(_Found(project, wanted, project.article_ids(wanted)))
        elif is_quick(wanted) and (wanted.order is not ArticleOrder.STATUS or counts.total <= MANY):
            self._show(_Found(project, wanted, project.article_ids(wanted, hasty=True)))
            if not importing and (anew or not project.settled(wanted.order)):
                self._look(project, wanted, anew=anew)
        elif not importing:
            self._look(project, wanted, anew=anew)

    def begin(self) -> None:
        """List the articles of a project that was opened."""
        self._shown = None
        self.refresh(anew=self._queue.order is ArticleOrder.SUGGESTIONS)

    def close(self) -> None:
        """End what is under way: the project closes."""
        self._end()
        self._queue.bar.show_filter("", active=False)

    def _look(self, project: Project, wanted: ArticleFilter, *, anew: bool) -> None:
        if self._task is not None:
            self._again = True
            return

        def work(_tell: Tell, _cancelled: Cancelled) -> object:
            with project.side() as side:
                if anew or not side.settled(wanted.order):
                    side.settle(wanted.order)
                return _Found(project, wanted, side.article_ids(wanted))

        self._task = Task(work, self)
        self._task.succeeded.connect(self._came)
        self._task.failed.connect(self._failed)
        self._task.broke.connect(self._broke)
        self._task.start()

    def _came(self, found: _Found) -> None:
        again = self._end()
        if found.project is self._bench.project and found.wanted == self._queue.asked():
            self._show(found)
        if again:
            self.refresh()

    def _failed(self, error: AppError) -> None:
        self._end()
        self._bench.notices.error(error)

    def _broke(self, error: Exception) -> None:
        self._end()
        raise error

    def _end(self) -> bool:
        task, self._task = self._task, None
        if task is not None:
            task.give_up()
        again, self._again = self._again, False
        return again

    def _show(self, found: _Found) -> None:
        bench, first = self._bench, self._shown is None
        self._shown = found.wanted
        words = found.wanted.text.strip()
        if not found.project.counts().total:
            empty = translate("Window", "No articles yet.\n\nImport some: Ctrl I, or drop files on this window.")
        elif not is_quick(found.wanted):
            empty = translate("Queue", "No article passes the filter.\n\nAll of them, or another filter: Ctrl Shift L.")
        elif words:
            empty = translate("Window", "No article with “{words}”.").format(words=words)
        else:
            empty = translate("Window", "No article has this status.")
        self._queue.show_queue(found.project.rows, found.ids, empty=empty)
        view = bench.controller.view
        self._queue.show_current(view.id if view is not None else None)
        if view is None:
            bench.show_no_article()
            if found.ids and (first or not (words or found.wanted.statuses)):
                bench.open_article(found.ids[0])

    def kept(self) -> str:
        """Return what is asked for beyond search and chips, for ``WindowState``."""
        if self._queue.extra == ArticleFilter():
            return ""
        from desktop.core import saved_filters

        return json.dumps(saved_filters.dump(self._queue.extra), ensure_ascii=False)

    # --- choosing --------------------------------------------------------------------------

    def show(self, wanted: ArticleFilter) -> None:
        """List what a filter lets through, in the order of now."""
        self._queue.ask_for(wanted)
        self.refresh()

    def sort(self, order: ArticleOrder) -> None:
        """Put the articles in another order."""
        self._queue.set_order(order)
        self.refresh(anew=order is ArticleOrder.SUGGESTIONS)

    def choose_order(self) -> None:
        """Open the menu of orders."""
        menu = self._menu()
        for order, _, words in ORDERS:
            action = menu.addAction(marked("Queue", words))
            action.setCheckable(True)
            action.setChecked(order is self._queue.order)
            action.triggered.connect(partial(self.sort, order))
            if order is self._queue.order:
                menu.setActiveAction(action)
        self._pop_up(menu, self._queue.bar.order)

    def choose_filter(self) -> None:
        """Open the menu of filters."""
        project = self._bench.project
        if project is None:
            return
        from desktop.core import saved_filters

        now = self._queue.asked()
        menu = self._menu()
        choices = [(translate("Queue", "&All articles"), ArticleFilter())]
        for n, one in enumerate(saved_filters.saved(project), 1):
            key = f"&{n} " if n < 10 else ""
            choices.append((key + one.name.replace("&", "&&"), one.wanted))
        for words, wanted in choices:
            action = menu.addAction(words)
            action.setCheckable(True)
            action.setChecked(saved_filters.same(wanted, now))
            action.triggered.connect(partial(self.show, wanted))
            if action.isChecked():
                menu.setActiveAction(action)
        menu.addSeparator()
        menu.addAction(translate("Queue", "&Filter…"), self.edit_filter)
        self._pop_up(menu, self._queue.bar.filter)

    def edit_filter(self) -> None:
        """Ask for a filter."""
        project = self._bench.project
        if project is None:
            return
        wanted = self._bench.ask.queue_filter(project, self._queue.asked())
        if wanted is not None:
            self.show(wanted)
        else:
            self._name(project, self._queue.asked())  # one may have been saved, renamed, deleted

    def _name(self, project: Project, wanted: ArticleFilter) -> None:
        """Show the name of the filter in force, else what it asks for beyond search and chips."""
        if wanted == ArticleFilter(order=wanted.order):
            self._queue.bar.show_filter("", active=False)
            return
        from desktop.core import saved_filters

        named = next((x.name for x in saved_filters.saved(project) if saved_filters.same(x.wanted, wanted)), "")
        more = not is_quick(wanted) or wanted.titles_only
        words = named or (saved_filters.words(self._queue.extra, project.schema) if more else "")
        self._queue.bar.show_filter(words, active=bool(named or more))

    def _menu(self) -> QMenu:
        menu = LetterMenu(self._bench.window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return menu

    def _pop_up(self, menu: QMenu, below: QWidget) -> None:
        self._queue.wanted.emit()
        corner = below.rect().bottomRight() if below.isRightToLeft() else below.rect().bottomLeft()
        menu.popup(below.mapToGlobal(corner + QPoint(0, 4)))
