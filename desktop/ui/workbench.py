"""The parts of the window tied together around one open project.

Owns the project: opens, shows and closes it, keeps queue, article, cards, tool bar and status line in step with it.
Long tasks and pre-highlighting are in ``tasks`` and ``prelabelling``; what keys and menus do is in ``handlers``.
"""

from __future__ import annotations

import getpass
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget

from annotation_schema.model import ArticleId
from annotation_schema.wording import translate
from desktop.core import actions, paths, settings, shortcuts
from desktop.core.errors import AppError, ErrorCode
from desktop.core.project import Project
from desktop.core.settings import Settings
from desktop.core.view import ArticleFilter, ArticleView, ChangeKind, QueueCounts
from desktop.ui import key_places
from desktop.ui.action_set import ActionSet
from desktop.ui.article.caret import Caret
from desktop.ui.article.colours import ArticleColours
from desktop.ui.article.pane import ArticlePane
from desktop.ui.changes import ChangeFeed, Gathered
from desktop.ui.claim_keys import ClaimKeys
from desktop.ui.claims.panel import CardsPanel
from desktop.ui.commands import Commands
from desktop.ui.controller import Controller
from desktop.ui.dialogs.ask import Ask
from desktop.ui.flows.flows import Flows
from desktop.ui.handlers import Handlers
from desktop.ui.main_window import MainWindow
from desktop.ui.notices import Notices
from desktop.ui.prelabelling import Prelabelling
from desktop.ui.queue.listing import Listing
from desktop.ui.queue.panel import QueuePanel
from desktop.ui.status_line import StatusLine
from desktop.ui.tasks import Tasks
from desktop.ui.theme import Look
from desktop.ui.toolbar import ToolBar
from desktop.ui.welcome import NoArticle, Welcome
from desktop.ui.window_state import Desk, Place, WindowState, place_of, return_to
from desktop.ui.work_clock import ArticleClock

READING_PIXELS = 17


class Workbench(QObject):
    """See the module. Errors that a user can meet go to the notice bar; nothing here raises them."""

    def __init__(
        self, window: MainWindow, look: Look, chosen: Settings, state: WindowState, ask: Ask, queue: QueuePanel
    ) -> None:
        """Build all parts around the queue; there is no project yet."""
        super().__init__(window)
        self.window, self.look, self.settings, self.state, self.ask = window, look, chosen, state, ask
        self.project: Project | None = None
        self.queue = queue
        self.cards = CardsPanel(look)
        self.pane = ArticlePane()
        self.toolbar = ToolBar(look)
        self.status = StatusLine()
        self.notices = Notices()
        self.controller = Controller(self.pane, self.cards, self)
        self.controller.advance = chosen.work.advance_after_verdict
        self.feed = ChangeFeed(self.controller, self)
        self.actions = ActionSet(window, self.pane)
        self.tasks = Tasks(self)
        self.prelabelling = Prelabelling(self)
        self.commands = Commands(self)
        self.flows = Flows(self)
        self.listing = Listing(self)
        self.claims = ClaimKeys(self)
        self.handlers = Handlers(self)
        self._undo: str | None = None
        self._redo: str | None = None
        self.clock = ArticleClock(self)
        self._closers: list[Callable[[], None]] = []
        self.rebuild_actions()
        self.welcome = Welcome(self.actions["file.sample"], self.actions["file.new"], self.actions["file.open"])
        self.no_article = NoArticle(self.actions["file.import"])
        self.middle = QStackedWidget()
        for page in (self.welcome, self.no_article, self.pane):
            self.middle.addWidget(page)
        self.toolbar.set_menu(self.actions.menu(self.toolbar.menu_button))
        self._connect()
        self.recolour()
        self.set_zoom(chosen.appearance.zoom)
        self.commands.show_reading()
        self._show_no_project()

    def _connect(self) -> None:
        self.look.changed.connect(self.recolour)
        self.window.closing.connect(self.close_project)
        self.window.dropped.connect(self.handlers.dropped)
        self.window.unclaimed.connect(self._by_place)
        self.queue.chosen.connect(self.open_article)
        self.queue.left.connect(self.focus_article)
        self.queue.task_clicked.connect(self.prelabelling.pause_or_go_on)
        self.cards.left.connect(self.focus_article)
        self.status.undo_clicked.connect(self.controller.undo)
        self.controller.opened.connect(self._article_opened)
        self.controller.shown.connect(self.update_actions)
        self.controller.saved.connect(self._saved)
        self.controller.refused.connect(lambda error: self.notices.info(str(error)))
        self.controller.failed.connect(self._not_saved)
        self.controller.hint.connect(self.status.show_hint)
        self.feed.changed.connect(self._changed)
        self.welcome.recent_chosen.connect(self.open_project)
        self.pane.reading_size_changed.connect(self._pane_zoomed)

    def assemble(self) -> None:
        """Put the parts into the window."""
        middle = self.flows.framed(self.middle)
        self.window.assemble(self.toolbar, self.notices, self.queue, middle, self.cards, self.status)
        self.state.restore_panes(self.window)

    # --- projects --------------------------------------------------------------------------

    def annotator_name(self) -> str:
        """Return the name to label under: the setting, else the account's."""
        if self.settings.work.annotator.strip():
            return self.settings.work.annotator.strip()
        try:
            return getpass.getuser()
        except (OSError, KeyError, ImportError):
            return "annotator"

    def open_project(self, path: Path) -> bool:
        """Close the open project and open another; a failure is shown and leaves no project open."""
        return self._take(path, lambda: Project.open(path))

    def create_project(self, path: Path, make: Callable[[], Project]) -> bool:
        """Close the open project and make another."""
        return self._take(path, make)

    def adopt(self, project: Project) -> None:
        """Show a project that was opened before this object was there."""
        self._show_project(project)

    def fail(self, path: Path, error: AppError) -> None:
        """Say that a project could not be opened."""
        if error.code == ErrorCode.FILE_NOT_FOUND:
            self.change_settings(self.settings.without_recent(path.absolute()))
        self.notices.error(error)
        self._show_no_project()

    def _take(self, path: Path, make: Callable[[], Project]) -> bool:
        if self.project is not None and self.project.path == path.absolute():
            return True
        self.close_project()
        try:
            project = make()
        except AppError as error:
            self.fail(path, error)
            return False
        self._show_project(project)
        return True

    def _show_project(self, project: Project) -> None:
        self.project = project
        self.change_settings(self.settings.with_recent(project.path))
        self._show_schema(project)
        self.state.restore_panes(self.window, project.path)
        self.state.restore_filter(self.queue, project.path)
        self.window.setWindowTitle(f"{project.name} – Pressmark")
        self.feed.listen(project)
        self.clock.begin()
        self.controller.set_project(project)
        self.status.show_saved()
        self._show_undo()
        self.listing.begin()
        self._open_first()
        self._restore_desk(self.state.desk(project.path))
        self.prelabelling.project_opened()

    def _show_schema(self, project: Project) -> None:
        self.toolbar.show_project(project.schema, project.path.name, project.annotator.name)
        self.rebuild_actions()
        self.queue.set_schema(project.schema)
        self.controller.show_schema()

    def _open_first(self) -> None:
        """Bring the article on screen where the work was left, else the first of the queue."""
        if self.project is None:
            return
        place = self.state.place(self.project.path)
        article = self.project.article_id(place.uid) if place.uid else None
        if article is not None:
            self.open_article(article)
            # Lines break anew when the pane gets its width, which it does before the timer fires.
            QTimer.singleShot(0, self, lambda: self._return_to(article, place))
            return
        article = self.queue.model.at(0)
        if article is not None:
            self.open_article(article)

    def _restore_desk(self, desk: Desk) -> None:
        self.cards.bring_to_front(desk.tab)
        self.flows.drawer.chosen_height = desk.drawer
        if desk.zoom:
            self.set_zoom(desk.zoom)

    def _desk(self) -> Desk:
        return Desk(
            tab=self.cards.front(),
            zoom=self.settings.appearance.zoom,
            search=self.queue.words(),
            statuses=" ".join(sorted(self.queue.statuses())),
            filter=self.listing.kept(),
            order=self.queue.order.value,
            drawer=self.flows.drawer.chosen_height,
        )

    def _return_to(self, article: ArticleId, place: Place) -> None:
        view = self.controller.view
        if view is not None and view.id == article and self.pane.caret_state == Caret.at(self.pane.caret()):
            return_to(self.pane, place)

    def close_project(self) -> None:
        """End all work on the project and close it; the parts show none."""
        project = self.project
        self.state.save(self.window, project.path if project is not None else None)
        if project is None:
            return
        self.state.set_desk(project.path, self._desk())
        view = self.controller.view
        if view is not None:
            self.state.set_place(project.path, place_of(self.pane, view.article.uid))
        # Leaving a field takes what was typed in it, which must happen while the project is open.
        focused = self.window.focusWidget()
        if focused is not None:
            focused.clearFocus()
        self.commands.close()
        self.tasks.close()
        self.listing.close()
        self.flows.close()
        self.prelabelling.close()
        self.feed.listen(None)
        self.clock.end()
        self.controller.set_project(None)
        self.project = None
        project.close()
        self._show_no_project()

    def _show_no_project(self) -> None:
        self.queue.ask_for(ArticleFilter())
        self.queue.show_queue(None, [])
        self.queue.show_counts(self.counts())
        self.queue.show_empty(translate("Window", "The articles of a project are listed here."))
        self.queue.set_schema(None)
        self.queue.show_task("")
        self.toolbar.show_project(None, "", "")
        self.window.setWindowTitle("Pressmark")
        self.status.show_nothing()
        self._show_undo()
        self.status.show_pipeline("")
        self.status.show_time(None)
        self.welcome.show_recent([Path(p) for p in self.settings.places.recent])
        self.middle.setCurrentWidget(self.welcome)

    # --- queue -----------------------------------------------------------------------------

    def counts(self) -> QueueCounts:
        """Return the project's counts, zeros without one."""
        return self.project.counts() if self.project is not None else QueueCounts()

    def refresh_queue(self) -> None:
        """List the articles that search, chips and filter let through."""
        self.listing.refresh()

    def show_no_article(self) -> None:
        """Say in the middle that no article is open, or that there is none yet."""
        if self.project is None:
            return
        if self.project.counts().total:
            self.no_article.show_words(
                translate("Window", "No article is open"),
                translate("Window", "Choose one on the left."),
                importing=False,
            )
        else:
            words = translate("Window", "Import text files, tables (CSV, TSV) or JSON Lines. Each text stays as it is.")
            self.no_article.show_words(translate("Window", "This project has no articles yet"), words, importing=True)
        self.middle.setCurrentWidget(self.no_article)

    # --- article ---------------------------------------------------------------------------

    def open_article(self, article: ArticleId) -> None:
        """Bring an article on screen and give it the keyboard."""
        try:
            self.controller.open(article)
        except (AppError, KeyError) as error:
            self.notices.error(
                error
                if isinstance(error, AppError)
                else AppError(ErrorCode.FILE_NOT_FOUND, translate("Window", "This article is gone."))
            )
            return
        self.focus_article()

    def _article_opened(self, view: ArticleView | None) -> None:
        if view is None:
            self.show_no_article()
            return
        self.middle.setCurrentWidget(self.pane)
        self.queue.show_current(view.id)
        self.prelabelling.turned_to(view.id)

    def focus_article(self) -> None:
        """Give the keyboard to the article."""
        if self.middle.currentWidget() is self.pane:
            self.pane.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- keeping in step -------------------------------------------------------------------

    def _saved(self) -> None:
        self.status.show_saved()
        self._show_undo()

    def _show_undo(self) -> None:
        """Show what undo and redo would do, in the status line and on their actions."""
        project = self.project
        words = (project.undo_words, project.redo_words) if project is not None else (None, None)
        if words != (self._undo, self._redo):
            self._undo, self._redo = words
            self.status.show_undo(self._undo)
            self.actions.name_step("edit.undo", translate("Window", "Undo: {step}"), self._undo)
            self.actions.name_step("edit.redo", translate("Window", "Redo: {step}"), self._redo)
        self.update_actions()

    def _not_saved(self, error: AppError) -> None:
        self.status.show_not_saved(error.message)
        self.notices.error(error)

    def _changed(self, change: Gathered) -> None:
        """Refresh what a change concerns; it may come from an import or from pre-highlighting."""
        if self.project is None:
            return
        view = self.controller.view
        if ChangeKind.SCHEMA in change.kinds:
            self._show_schema(self.project)
        if ChangeKind.ARTICLES in change.kinds:
            self.refresh_queue()
        elif change.everything:
            self.queue.model.refresh_all()
        else:
            self.queue.model.refresh(change.articles)
        if ChangeKind.STATE in change.kinds:
            self.queue.show_counts(self.project.counts())
        concerned = view is not None and (change.everything or view.id in change.foreign)
        if concerned and self.project.view(view.id) != view:  # pyright: ignore[reportOptionalMemberAccess]
            self.controller.reload()

    def rebuild_actions(self) -> None:
        """Make the actions for the project's labels with the user's keys, and the tool bar that shows them."""
        schema = self.project.schema if self.project is not None else None
        specs = shortcuts.apply(actions.table(schema), self.settings.keys)
        built = self.actions.build(specs, self.handlers.table(schema))
        self.commands.show_keys(specs)
        if schema is not None:
            self.toolbar.fill(specs, built)

    def _by_place(self, event: QKeyEvent) -> None:
        """Let a key that writes no Latin letter do what the one at its place does."""
        held = event.isAutoRepeat()
        if self.actions.press(key_places.chords(event), in_article=self.pane.hasFocus(), held=held):
            event.accept()

    def context(self) -> actions.UiContext:
        """Return what decides which actions make sense."""
        view = self.controller.view
        return actions.UiContext(
            project=self.project is not None,
            article=view is not None,
            selection=self.pane.selection() is not None,
            span=self.controller.current_span() is not None,
            suggestion=self.controller.current_suggestion() is not None,
            open_suggestions=len(view.suggestions) if view is not None else 0,
            can_undo=self._undo is not None,
            can_redo=self._redo is not None,
            task=self.tasks.running,
            prelabelling=self.prelabelling.running,
        )

    def update_actions(self) -> None:
        """Switch actions on and off, and the counts that buttons show."""
        context = self.context()
        self.actions.update(context)
        self.toolbar.show_open_suggestions(context.open_suggestions)
        self.prelabelling.show_pipeline(context.open_suggestions)

    # --- settings --------------------------------------------------------------------------

    def change_settings(self, changed: Settings) -> None:
        """Keep and write other settings; a failure to write is shown."""
        if changed == self.settings:
            return
        self.settings = changed
        self.controller.advance = changed.work.advance_after_verdict
        self.flows.use(changed.work)
        try:
            settings.save(changed, paths.settings_file())
        except OSError as error:
            reason = error.strerror or str(error)
            words = translate("Window", "The settings could not be written: {reason}.").format(reason=reason)
            self.notices.error(AppError(ErrorCode.SAVE_FAILED, words))

    def recolour(self) -> None:
        """Hand the theme to the article."""
        theme = self.look.theme
        self.pane.set_palette(ArticleColours.from_roles(theme.roles, dark=theme.dark))

    def set_zoom(self, percent: int) -> None:
        """Set the size of the article's text, in percent."""
        percent = min(300, max(50, percent))
        self.pane.set_reading_size(round(READING_PIXELS * percent / 100))
        look = replace(self.settings.appearance, zoom=percent)
        self.change_settings(replace(self.settings, appearance=look))

    def _pane_zoomed(self, pixels: int) -> None:
        percent = round(100 * pixels / READING_PIXELS)
        if round(READING_PIXELS * self.settings.appearance.zoom / 100) != pixels:
            look = replace(self.settings.appearance, zoom=percent)
            self.change_settings(replace(self.settings, appearance=look))
