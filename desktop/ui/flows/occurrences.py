"""Tag every other occurrence: a list in context that fills while the search runs, then one step beside the window."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING

from annotation_schema.model import ArticleId, Fragment
from annotation_schema.schema import LabelSchema
from annotation_schema.wording import translate
from desktop.core import occurrences
from desktop.core.edits import AddSpan, Step
from desktop.core.errors import AppError, ErrorCode
from desktop.core.occurrences import Occurrence, Source
from desktop.core.project import Project
from desktop.core.storage.steps import Watch
from desktop.core.words import label_title, quoted
from desktop.ui.flows.beside import TELL_S, Beside
from desktop.ui.flows.context_list import ContextRow
from desktop.ui.flows.context_panel import ContextPanel
from desktop.ui.flows.drawer import Drawer
from desktop.ui.flows.spans import SpanFlows
from desktop.ui.jobs import Cancelled, Task, Tell
from desktop.ui.translation import number

if TYPE_CHECKING:
    from desktop.ui.workbench import Workbench

_AT_ONCE = 400
"""Rows handed to the window at once at most."""


class OccurrencePanel(ContextPanel):
    """One search and what is chosen of it."""

    def __init__(self, bench: Workbench, beside: Beside) -> None:
        """Belong to a workbench."""
        super().__init__(bench.look, translate("Lists", "Other occurrences"))
        self._bench = bench
        self._beside = beside
        self._source: Source | None = None
        self._title = ""
        self._words = ""
        self._corpus = False
        self._search: Task | None = None
        self._done: tuple[int, int] = (0, 0)
        self._articles = 0
        beside.progressed.connect(self._applying)
        beside.ended.connect(self.changed)

    # --- the search ------------------------------------------------------------------------

    def begin(self, project: Project, source: Source, *, corpus: bool) -> None:
        """Search anew, in the source's article or in all."""
        self.end_search()
        schema = project.schema
        self.set_schema(schema)
        self.delegate.titled = corpus
        self._source, self._corpus = source, corpus
        self._words = quoted(source.surface, (Fragment(0, len(source.surface)),))
        self._title = label_title(source.label, schema)
        self._done, self._articles = (0, 0), 0
        self.model.set_rows([])
        self.say(translate("Lists", "Searching…"))
        within = None if corpus else [source.article]

        def work(tell: Tell, cancelled: Cancelled) -> object:
            side = project.side()
            try:
                _find(side, source, schema, within, tell, cancelled)
            finally:
                side.close()
            return None

        task = Task(work, self)
        self._search = task
        task.progressed.connect(self._found)
        task.succeeded.connect(self._searched)
        task.failed.connect(self._search_failed)
        task.broke.connect(self._search_broke)
        task.start()
        self.changed.emit()

    def _found(self, value: object) -> None:
        found, done, total = value  # pyright: ignore[reportGeneralTypeIssues]
        last = self.model.at(self.model.rowCount() - 1)
        known = last.group if last is not None else None
        self._articles += len({x.article for x in found} - {known})
        self.model.append([self._row(x) for x in found])
        self._done = (done, total)
        self.changed.emit()

    def _row(self, one: Occurrence) -> ContextRow:
        assert self._source is not None
        words, label = self._source.surface, self._source.label
        return ContextRow(
            one.before, words, one.after, label, one.title or translate("Window", "Untitled"), one.article, key=one
        )

    @property
    def searching(self) -> bool:
        """Whether the search is under way."""
        return self._search is not None

    def end_search(self) -> None:
        """Stop the search; what it has found stays."""
        task, self._search = self._search, None
        if task is not None:
            task.give_up()

    def _searched(self, _result: object) -> None:
        self.end_search()
        words = translate("Lists", "{words} stands nowhere else in this article, or is tagged there.")
        if self._corpus:
            words = translate("Lists", "{words} stands nowhere else in any other article, or is tagged there.")
        self.say(words.format(words=self._words))
        self.changed.emit()

    def _search_failed(self, error: AppError) -> None:
        self.end_search()
        self._bench.notices.error(error)
        self.left.emit()

    def _search_broke(self, error: Exception) -> None:
        self.end_search()
        raise error

    # --- what the drawer shows ------------------------------------------------------------

    def heading(self) -> str:
        """Return what would be tagged as what."""
        return translate("Lists", "Tag {words} as {title}").format(words=self._words, title=self._title)

    def note(self) -> str:
        """Return how far the search or the tagging is, and how many are ticked."""
        if self._beside.busy:
            return translate("Lists", "Tagging…")
        parts = [self.ticked_words()] if self.model.rowCount() else []
        if self._corpus and self._articles:
            parts.append(translate("Lists", "%Ln article|%Ln articles", self._articles))
        if self.searching and self._done[1]:
            done, total = self._done
            parts.append(
                translate("Lists", "searched {done} of {total}").format(done=number(done), total=number(total))
            )
        return " · ".join(parts)

    def keys(self) -> tuple[tuple[str, str], ...]:
        """Return the keys."""
        if self._beside.busy:
            return (("Esc", translate("Lists", "stop")),)
        stop = ("Esc", translate("Lists", "stop the search") if self.searching else translate("Lists", "close"))
        if not self.model.rowCount():
            return (stop,)
        found = [
            ("Return", translate("Lists", "tag the ticked")),
            ("Space", translate("Lists", "tick")),
            stop,
            ("A", translate("Lists", "all")),
        ]
        return (*found, ("D", translate("Lists", "all of the article"))) if self._corpus else tuple(found)

    def progress(self) -> tuple[int, int] | None:
        """Return how far it is."""
        return self._done if self.searching or self._beside.busy else None

    # --- what keys do ----------------------------------------------------------------------

    def leave(self) -> None:
        """Stop what is under way; else close."""
        if self._beside.busy:
            self._beside.cancel()
        elif self.searching:
            self.end_search()
            if not self.model.rowCount():
                self.left.emit()
            self.changed.emit()
        else:
            self.left.emit()

    def closing(self) -> None:
        """End the search."""
        self.end_search()

    def take(self) -> None:
        """Tag what is ticked, in one step."""
        project, source = self._bench.project, self._source
        if project is None or source is None or self._beside.busy:
            return
        if self.searching:
            self._bench.status.show_hint(
                translate("Lists", "The search goes on. Esc stops it; then Enter tags what is ticked.")
            )
            return
        chosen = [row.key for row in self.model.ticked() if isinstance(row.key, Occurrence)]
        if not chosen:
            self._bench.status.show_hint(translate("Lists", "Nothing is ticked. Space ticks a line, A all."))
            return
        schema = project.schema

        def work(side: Project, watch: Watch) -> Step:
            step = occurrences.tag_occurrences(side, source, schema, chosen, progress=watch)
            side.apply(step, watch=watch)
            return step

        self._done = (0, 0)
        if self._beside.run(translate("Lists", "Tagging {words}").format(words=self._words), work, self._tagged):
            self.changed.emit()

    def _applying(self, done: int, total: int) -> None:
        self._done = (done, total)
        self.changed.emit()

    def _tagged(self, result: object) -> None:
        if not isinstance(result, Step):
            return
        spans = sum(isinstance(e, AddSpan) for p in result.parts for e in p.edits)
        articles = len(result.parts)
        words = translate("Lists", "%Ln more is tagged.|%Ln more are tagged.", spans)
        if articles > 1:
            words = translate(
                "Lists", "%Ln more is tagged in {n} articles.|%Ln more are tagged in {n} articles.", spans
            )
        back = translate("Lists", "One undo (Ctrl+Z) takes all back.")
        self._bench.notices.info(f"{words.format(n=number(articles))} {back}")
        self.left.emit()


def _find(
    side: Project,
    source: Source,
    schema: LabelSchema,
    within: list[ArticleId] | None,
    tell: Tell,
    cancelled: Cancelled,
) -> None:
    """Tell (occurrences, done, total) as they are found; ends early and quietly when told to stop."""
    waiting: list[Occurrence] = []
    last = monotonic()
    seen = (0, 0)

    def hand_over() -> None:
        nonlocal waiting, last
        found, waiting, last = waiting, [], monotonic()
        tell((found, *seen))

    def progress(done: int, total: int) -> None:
        nonlocal seen
        seen = (done, total)
        if monotonic() - last >= TELL_S:
            hand_over()

    try:
        for one in occurrences.search(side, source, schema, within=within, progress=progress, cancelled=cancelled):
            waiting.append(one)
            if len(waiting) >= _AT_ONCE:
                hand_over()
    except AppError as error:
        if error.code != ErrorCode.CANCELLED:
            raise
    hand_over()


class OccurrenceFlow:
    """O and Shift+O."""

    def __init__(self, bench: Workbench, drawer: Drawer, beside: Beside, spans: SpanFlows) -> None:
        """Belong to a workbench."""
        self._bench = bench
        self._drawer = drawer
        self._spans = spans
        self.panel = OccurrencePanel(bench, beside)

    def begin(self, *, corpus: bool) -> None:
        """Look for the words of the current span elsewhere and list where they stand."""
        c, project, span = self._bench.controller, self._bench.project, self._spans.current()
        if project is None or span is None or c.view is None or c.locked or c.in_past:
            return
        try:
            source = occurrences.source_of(c.view, span.id, project.schema)
        except AppError as error:
            c.refused.emit(error)
            return
        self.panel.begin(project, source, corpus=corpus)
        self._drawer.show_panel(self.panel)
