"""What each action does: one handler for each id of the table of actions."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from annotation_schema.model import ArticleId, Status
from annotation_schema.schema import LabelSchema
from annotation_schema.wording import translate
from desktop.core import actions, paths, resources
from desktop.core.errors import AppError
from desktop.core.project import Project
from desktop.core.view import ArticleFilter
from desktop.ui.widgets import show_folder

if TYPE_CHECKING:
    from desktop.ui.workbench import Workbench

ZOOM_STEP = 10


class Handlers:
    """Bound to one workbench; ``table`` gives the handlers by action id."""

    def __init__(self, bench: Workbench) -> None:
        """Belong to a workbench."""
        self._bench = bench

    def table(self, schema: LabelSchema | None) -> Mapping[str, Callable[[], object]]:
        """Return the handlers for the actions of a schema (None: no project)."""
        b = self._bench
        c, pane = b.controller, b.pane
        found: dict[str, Callable[[], object]] = {
            "file.new": self._new,
            "file.open": self._open,
            "file.sample": self._sample,
            "file.import": self._import,
            "file.import-as": self._import_as,
            "file.import-folder": self._import_folder,
            "file.export": self._export,
            "file.stop": b.tasks.cancel,
            "file.close": b.close_project,
            "file.quit": b.window.close,
            "edit.undo": c.undo,
            "edit.redo": c.redo,
            "edit.copy": pane.copy,
            "edit.search": self._search,
            "span.delete": c.delete,
            "span.relabel": c.start_relabelling,
            "span.edit": self._edit,
            "span.next": partial(pane.next_item, "any"),
            "span.previous": partial(pane.next_item, "any", forward=False),
            "window.escape": c.escape,
            "suggestion.next": partial(pane.next_item, "suggestion"),
            "suggestion.previous": partial(pane.next_item, "suggestion", forward=False),
            "suggestion.accept": c.accept,
            "suggestion.reject": c.reject,
            "suggestion.accept-all": c.accept_all,
            "prelabel.article": b.prelabelling.start_here,
            "prelabel.all": b.prelabelling.start,
            "prelabel.cancel": b.prelabelling.cancel,
            "prelabel.pause": b.prelabelling.pause_or_go_on,
            "prelabel.choose": b.prelabelling.choose,
            "prelabel.labels": partial(b.prelabelling.choose, "labels"),
            "prelabel.lists": partial(b.prelabelling.choose, "lists"),
            "prelabel.options": partial(b.prelabelling.choose, "options"),
            "prelabel.compare": partial(b.prelabelling.choose, "compare"),
            "article.done-next": self._done_next,
            "article.next": partial(self._step, 1),
            "article.previous": partial(self._step, -1),
            "article.started": partial(c.set_status, Status.STARTED),
            "article.flag": partial(c.set_status, Status.FLAGGED),
            "select.word": pane.select_word,
            "select.sentence": pane.select_sentence,
            "select.quotation": pane.select_quotation,
            "view.queue": b.queue.focus_list,
            "view.article": b.focus_article,
            "view.cards": b.cards.take_focus,
            "view.next-pane": partial(self._pane, 1),
            "view.previous-pane": partial(self._pane, -1),
            "view.zoom-in": partial(self._zoom, ZOOM_STEP),
            "view.zoom-out": partial(self._zoom, -ZOOM_STEP),
            "view.zoom-reset": partial(b.set_zoom, 100),
            "view.theme-system": partial(self._theme, "system"),
            "view.theme-light": partial(self._theme, "light"),
            "view.theme-dark": partial(self._theme, "dark"),
            "view.menu": b.toolbar.menu_button.showMenu,
            "settings.prelabel": partial(self._toggle, "prelabel_on_open"),
            "settings.advance": partial(self._toggle, "advance_after_verdict"),
            "settings.reopen-last": partial(self._toggle, "reopen_last"),
            "help.sheet": self._help,
            "help.sheet-key": self._help,
            "help.labels": self._labels,
            "help.logs": self._logs,
            "help.about": b.ask.show_about,
        }
        found.update(b.flows.table())
        found.update(b.claims.table())
        found.update(b.listing.table())
        for name in actions.MOTIONS:
            found[f"move.{name}"] = partial(pane.move_caret, name)
            found[f"extend.{name}"] = partial(pane.move_caret, name, extend=True)
        for spec in actions.label_actions(schema) if schema is not None else ():
            act = c.tag if spec.id.startswith("tag.") else c.add_part
            found[spec.id] = partial(act, spec.label)
        return {**found, **b.commands.table()}

    # --- projects --------------------------------------------------------------------------

    def _folder(self) -> Path:
        b = self._bench
        if b.project is not None:
            return b.project.path.parent
        return paths.projects_dir()

    def _open(self) -> None:
        path = self._bench.ask.project_to_open(self._folder())
        if path is not None:
            self._bench.open_project(path)

    def _new(self) -> None:
        b = self._bench
        wanted = b.ask.new_project(self._folder(), b.annotator_name())
        if wanted is None:
            return

        def make() -> Project:
            schema = resources.default_schema()
            if wanted.schema_file is not None:
                schema = load_schema(wanted.schema_file)
            return Project.create(wanted.path, schema, annotator=wanted.annotator)

        b.create_project(wanted.path, make)

    def _sample(self) -> None:
        """Open the sample project; the first time it is made in the projects folder."""
        b = self._bench
        path = paths.projects_dir() / "sample.pressmark"
        if path.exists():
            b.open_project(path)
            return
        who, schema = resources.SAMPLE_ANNOTATOR, resources.default_schema()
        if b.create_project(path, lambda: Project.create(path, schema, annotator=who)):
            b.tasks.import_sources([resources.sample_record_file()], quiet=True)

    def _import(self) -> None:
        found = self._bench.ask.files_to_import()
        if found:
            self._bench.tasks.import_sources(found)

    def _import_as(self) -> None:
        """Ask for files, then for their format."""
        found = self._bench.ask.files_to_import()
        format = self._bench.ask.import_format(found) if found else None
        if format is not None:
            self._bench.tasks.import_sources(found, format=format)

    def _import_folder(self) -> None:
        found = self._bench.ask.folder_to_import()
        if found is not None:
            self._bench.tasks.import_sources([found])

    def dropped(self, found: list[Path]) -> None:
        """Open a dropped project, or import other dropped files."""
        b = self._bench
        projects = [p for p in found if p.suffix == ".pressmark"]
        if projects:
            b.open_project(projects[0])
        elif b.project is None:
            b.notices.warn(translate("Project", "Open or make a project first; then drop the files again."))
        elif b.tasks.running:
            b.notices.warn(
                translate("Project", "An import or export is running. Drop the files again when it has ended.")
            )
        else:
            b.tasks.import_sources(found)

    def _export(self) -> None:
        b = self._bench
        if b.project is None:
            return
        wanted = b.ask.export(b.project)
        if wanted is not None:
            b.tasks.export(wanted)

    # --- articles --------------------------------------------------------------------------

    def _step(self, distance: int) -> None:
        """Open the next or previous article of the queue."""
        b = self._bench
        view = b.controller.view
        if view is None:
            return
        row = b.queue.model.place(view.id)
        article = b.queue.model.at(row + distance if row >= 0 else 0)
        if article is None or (row < 0 and not b.queue.model.rowCount()):
            last = translate("Hints", "This is the last article of the list.")
            b.status.show_hint(last if distance > 0 else translate("Hints", "This is the first one."))
            return
        b.status.show_hint("")
        b.open_article(article)

    def _done_next(self) -> None:
        """Mark the article as done and open the next one that is not."""
        b = self._bench
        view = b.controller.view
        if view is None or b.project is None or b.flows.findings.holds_done():
            return
        if not b.controller.set_status(Status.DONE):
            return
        following = self._next_open(b.project, view.id)
        if following is None:
            b.status.show_hint(translate("Hints", "Every article of the list is done."))
        else:
            b.status.show_hint("")
            b.open_article(following)

    def _next_open(self, project: Project, article: ArticleId) -> ArticleId | None:
        waiting = set(project.article_ids(ArticleFilter(statuses=frozenset({Status.TODO, Status.STARTED}))))
        ids = self._bench.queue.model.ids()
        start = self._bench.queue.model.place(article) + 1
        return next((x for x in (*ids[start:], *ids[:start]) if x in waiting and x != article), None)

    # --- looks, panes, help ----------------------------------------------------------------

    def _search(self) -> None:
        self._bench.queue.wanted.emit()
        self._bench.queue.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._bench.queue.search.selectAll()

    def _edit(self) -> None:
        if not self._bench.cards.edit_current():
            self._bench.status.show_hint(translate("Hints", "Go to a span first: ] is the next one."))

    def _pane(self, step: int) -> None:
        b = self._bench
        panes = (b.queue.focus_list, b.focus_article, b.cards.take_focus)
        owners = (b.queue, b.middle, b.cards)
        focused = b.window.focusWidget()
        now = next((i for i, w in enumerate(owners) if focused is not None and w.isAncestorOf(focused)), 1 - step)
        panes[(now + step) % 3]()

    def _zoom(self, step: int) -> None:
        self._bench.set_zoom(self._bench.settings.appearance.zoom + step)

    def _theme(self, choice: str) -> None:
        b = self._bench
        b.change_settings(replace(b.settings, appearance=replace(b.settings.appearance, theme=choice)))
        b.look.choose(choice)
        self.show_checks()

    def _toggle(self, name: str) -> None:
        b = self._bench
        work = replace(b.settings.work, **{name: not getattr(b.settings.work, name)})
        b.change_settings(replace(b.settings, work=work))
        self.show_checks()

    def show_checks(self) -> None:
        """Tick the actions that stand for settings."""
        b = self._bench
        for choice in ("system", "light", "dark"):
            b.actions[f"view.theme-{choice}"].setChecked(b.settings.appearance.theme == choice)
        b.actions["settings.prelabel"].setChecked(b.settings.work.prelabel_on_open)
        b.actions["settings.advance"].setChecked(b.settings.work.advance_after_verdict)
        b.actions["settings.reopen-last"].setChecked(b.settings.work.reopen_last)

    def _help(self) -> None:
        self._bench.ask.show_help(self._bench.actions.specs)

    def _labels(self) -> None:
        if self._bench.project is not None:
            self._bench.ask.show_labels(self._bench.project.schema)

    def _logs(self) -> None:
        folder = paths.log_dir()
        folder.mkdir(parents=True, exist_ok=True)
        show_folder(folder)


def load_schema(file: Path) -> LabelSchema:
    """Read a label schema. Raises AppError SCHEMA_INVALID with what is wrong and where."""
    from annotation_schema import schema_json
    from desktop.core.errors import ErrorCode

    try:
        return schema_json.load(file)
    except schema_json.SchemaError as error:
        findings = [str(x) for x in error.findings]
        more = len(findings) - 1
        words = translate("Project", "{file} is not a label schema: {finding}")
        raise AppError(
            ErrorCode.SCHEMA_INVALID,
            words.format(file=file.name, finding=findings[0] if findings else error),
            hint=translate("Project", "%n more finding.|%n more findings.", more) if more > 0 else "",
            details="\n".join(findings),
        ) from error
    except OSError as error:
        reason = error.strerror or str(error)
        words = translate("Project", "{file} cannot be read: {reason}.")
        raise AppError(ErrorCode.FILE_UNREADABLE, words.format(file=file, reason=reason)) from error
