"""Pre-highlighting as the window shows it: when it starts, progress bottom left, stop and resume, which pipeline."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from annotation_schema.model import ArticleId
from annotation_schema.wording import translate
from desktop.core.errors import AppError
from desktop.core.prelabel.pace import Pace
from desktop.core.prelabel.session_types import Finished, Outcome, Tally
from desktop.ui.pipelines.trials import Trials
from desktop.ui.prelabel_host import PrelabelHost
from desktop.ui.translation import number

if TYPE_CHECKING:
    from desktop.core.prelabel.choice import Leg
    from desktop.ui.workbench import Workbench

AHEAD = 4
"""Articles below the one on screen that are read next."""
DELAY_MS = 400
"""After a project has opened: first the window, then the worker."""


@dataclass(frozen=True, slots=True)
class _Part:
    """A run to come: what a worker loads, what is shown, and for which languages it is (None: for all)."""

    source: str
    name: str
    covers: Callable[[str], bool] | None


class Prelabelling(QObject):
    """Starts sessions and says how they do."""

    def __init__(self, bench: Workbench) -> None:
        """Belong to a workbench."""
        super().__init__(bench)
        self._bench = bench
        self._host = PrelabelHost(self)
        self._host.progressed.connect(self._show)
        self._host.noticed.connect(bench.notices.warn)
        self._host.finished.connect(self._finished)
        self._delay = QTimer(self, interval=DELAY_MS, singleShot=True)
        self._delay.timeout.connect(self._start_if_needed)
        self.trials = Trials(self)
        self._held = False
        self._left = 0  # articles that a session that was stopped has left
        self._parts: list[_Part] = []  # runs that are still to come
        self._retry = True
        self._pace = Pace()
        self._name = ""
        self._readers: list[tuple[Leg, str]] = []  # which pipeline is meant for what
        self.on_gpu: bool | None = None
        """Whether a graphics processor reads or read last; None if nothing was read yet."""

    @property
    def running(self) -> bool:
        """Whether a session is under way."""
        return self._host.running

    @property
    def busy(self) -> bool:
        """Whether a session is under way or about to start."""
        return self._host.running or self._delay.isActive()

    # --- when ------------------------------------------------------------------------------

    def project_opened(self) -> None:
        """Start soon, if the setting says so and articles wait."""
        self._left = 0
        self._name = ""
        self._readers = []
        self.on_gpu = None
        self._delay.start()

    def articles_came(self) -> None:
        """Start soon: an import brought articles."""
        if not self.running:
            self._delay.start()

    def turned_to(self, article: ArticleId) -> None:
        """The article on screen goes first, then those below it in the list: they are there when one comes to them."""
        if not self._host.running:
            return
        model = self._bench.queue.model
        row = model.place(article)
        below = (model.at(row + n) for n in range(1, AHEAD + 1)) if row >= 0 else ()
        self._host.prioritise(article, [i for i in below if i is not None])

    def hold(self, held: bool) -> None:
        """Write nothing to the project while another thread does; nothing is lost. False: go on."""
        self._held = held
        self._host.hold(held)

    def _start_if_needed(self) -> None:
        bench = self._bench
        if self._held:
            self._delay.start()
            return
        if bench.project is None or self.running or not bench.settings.work.prelabel_on_open or bench.tasks.running:
            return
        self.start(retry=False)

    def _plan(self, *, retry: bool) -> list[_Part]:
        """Return the runs in which articles wait, that of the article on screen first. Raises AppError."""
        from desktop.core.pipelines import find
        from desktop.core.prelabel import choice, run_options

        project = self._bench.project
        if project is None or not project.counts().total:
            return []
        view = self._bench.controller.view
        language = view.article.language if view is not None else ""
        legs = choice.of(project).legs(self._bench.settings.work.pipeline, first=language)
        options = run_options.of(project).dump()
        found: list[_Part] = []
        self._readers = []
        for leg in legs:
            info = find(leg.pipeline)
            part = _Part(info.source, f"{info.name} {info.version}", leg.covers if len(legs) > 1 else None)
            self._readers.append((leg, part.name))
            if not found:
                self._name = part.name
            run = project.start_run(info.name, info.version, options, retry=retry)
            if project.pending(run, None, part.covers):
                found.append(part)
        return found

    def start(self, *, retry: bool = True) -> None:
        """Pre-highlight all articles that no pipeline has seen that is meant for them, the one on screen first.

        ``retry``: also those that could not be read before.
        """
        bench = self._bench
        if bench.project is None or self.running or self._held:
            return
        try:
            self._parts = self._plan(retry=retry)
        except AppError as error:
            bench.notices.error(error)
            return
        if retry and not self._parts:
            words = translate("Prelabel", "Nothing is left to read: every article has its answer from {pipeline}.")
            bench.notices.info(words.format(pipeline=self._name or "spaCy"))
        self._retry = retry
        self._left = 0
        bench.queue.show_task("")
        self._next_part()

    def _next_part(self) -> None:
        bench = self._bench
        if bench.project is not None and self._parts:
            part = self._parts.pop(0)
            self._name = part.name
            self._pace = Pace()
            bench.queue.show_task(translate("Prelabel", "pre-highlighting: loading"), translate("Prelabel", "Pause"))
            first = bench.controller.view.id if bench.controller.view is not None else None
            self._host.start(bench.project, part.source, first=first, covers=part.covers, retry=self._retry)
        bench.update_actions()

    def start_here(self) -> None:
        """Pre-highlight the article on screen now; the rest follows."""
        view = self._bench.controller.view
        if self.running and view is not None:
            self._host.prioritise(view.id)
        else:
            self.start()

    def cancel(self) -> None:
        """Stop and let the worker go; it can be gone on with."""
        self._parts.clear()
        self._host.cancel()

    def pause_or_go_on(self) -> None:
        """Pause with the worker ready, or go on."""
        if not self.running:
            self.start()
        elif self._host.paused:
            self._host.resume()
            self._show(self._host.tally)
        else:
            self._host.pause()
            tally = self._host.tally
            left = max(0, tally.total - tally.articles - tally.failed)
            words = translate("Prelabel", "pre-highlighting paused, %Ln left|pre-highlighting paused, %Ln left", left)
            if not tally.total:  # the pipeline is still loading
                words = translate("Prelabel", "pre-highlighting paused")
            self._bench.queue.show_task(words, translate("Prelabel", "Go on"))

    def choose(self, page: str = "about") -> None:
        """Show which pipelines there are and what the project makes of them."""
        self._bench.ask.show_pipelines(self._bench, page)

    def start_anew(self) -> None:
        """Something that suggestions depend on has been changed: begin again with it."""
        self._end()
        self.start()

    def close(self) -> None:
        """End at once: the project closes."""
        self.trials.close()
        self._end()

    def _end(self) -> None:
        self._delay.stop()
        self._parts.clear()
        self._host.close()
        self._bench.queue.show_task("")

    # --- what is shown ---------------------------------------------------------------------

    def _show(self, tally: Tally) -> None:
        self._pace.take(tally)
        if tally.pipeline:
            self.on_gpu = tally.gpu
        if not tally.total or self._host.paused:
            return
        done, pace = tally.articles + tally.failed, self._pace.words()
        words = translate("Prelabel", "pre-highlighting {done} of {total}, {pace}")
        if not pace:
            words = translate("Prelabel", "pre-highlighting {done} of {total}")
        words = words.format(done=number(done), total=number(tally.total), pace=pace)
        self._bench.queue.show_task(words, translate("Prelabel", "Pause"))

    def _finished(self, finished: Finished, tally: Tally) -> None:
        bench = self._bench
        if finished.outcome is Outcome.CANCELLED:
            self._left = max(0, tally.total - tally.articles - tally.failed)
            words = translate(
                "Prelabel", "pre-highlighting stopped, %Ln left|pre-highlighting stopped, %Ln left", self._left
            )
            bench.queue.show_task(words, translate("Prelabel", "Go on"))
        else:
            bench.queue.show_task("")
        if finished.outcome is Outcome.DONE and self._parts:
            self._next_part()
            return
        self._parts.clear()
        if finished.error is not None:
            bench.notices.error(finished.error, button=(translate("Prelabel", "Try again"), self.start))
        bench.update_actions()

    def show_pipeline(self, open_suggestions: int) -> None:
        """Show in the status line which pipeline it is and how many suggestions the article still has."""
        bench = self._bench
        view = bench.controller.view
        language = view.article.language if view is not None else ""
        name = next((name for leg, name in self._readers if leg.covers(language)), self._name)
        parts = [name] if name else []
        if self.on_gpu and parts:
            parts.append(translate("Prelabel", "graphics processor"))
        if bench.controller.view is not None and (open_suggestions or self._name or bench.flows.blind.hidden()):
            words = translate("Prelabel", "%n suggestion left|%n suggestions left", open_suggestions)
            hidden = translate("Prelabel", "suggestions hidden here")
            parts.append(hidden if self._bench.flows.blind.hidden() else words)
        self._bench.status.show_pipeline(" · ".join(parts))
