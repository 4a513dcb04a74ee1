"""Pre-highlighting as the window shows it: when it starts, progress bottom left, stop and resume, which pipeline."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from annotation_schema.model import ArticleId
from annotation_schema.wording import translate
from desktop.core.errors import AppError
from desktop.core.prelabel.session_types import Finished, Outcome, Tally
from desktop.ui.prelabel_host import PrelabelHost
from desktop.ui.translation import number

if TYPE_CHECKING:
    from desktop.ui.workbench import Workbench

DELAY_MS = 400
"""After a project has opened: first the window, then the worker."""


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
        self._held = False
        self._left = 0  # articles that a session that was stopped has left
        self._name = ""

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
        self._delay.start()

    def articles_came(self) -> None:
        """Start soon: an import brought articles."""
        if not self.running:
            self._delay.start()

    def turned_to(self, article: ArticleId) -> None:
        """The article on screen goes first."""
        self._host.prioritise(article)

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
        if self._pending():
            self.start()
        bench.update_actions()

    def _pending(self) -> bool:
        """Whether the pipeline has not seen all articles; unknown counts as yes."""
        from desktop.core.pipelines import find

        project = self._bench.project
        if project is None or not project.counts().total:
            return False
        try:
            info = find(self._bench.settings.work.pipeline)
            self._name = f"{info.name} {info.version}"
            return bool(project.pending(project.start_run(info.name, info.version)))
        except AppError as error:
            self._bench.notices.error(error)
            return False

    def start(self) -> None:
        """Pre-highlight all articles that the pipeline has not seen, the one on screen first."""
        from desktop.core.pipelines import find

        bench = self._bench
        if bench.project is None or self.running or self._held:
            return
        try:
            info = find(bench.settings.work.pipeline)
        except AppError as error:
            bench.notices.error(error)
            return
        self._name = f"{info.name} {info.version}"
        view = bench.controller.view
        self._left = 0
        bench.queue.show_task(translate("Prelabel", "pre-highlighting: loading"), translate("Prelabel", "Stop"))
        self._host.start(bench.project, info.source, first=view.id if view is not None else None)
        bench.update_actions()

    def start_here(self) -> None:
        """Pre-highlight the article on screen now; the rest follows."""
        view = self._bench.controller.view
        if self.running and view is not None:
            self._host.prioritise(view.id)
        else:
            self.start()

    def cancel(self) -> None:
        """Stop; it can be gone on with."""
        self._host.cancel()

    def button_clicked(self) -> None:
        """The button beside the progress: stop, or go on."""
        if self.running:
            self.cancel()
        else:
            self.start()

    def choose(self) -> None:
        """Ask for another pipeline and use it."""
        bench = self._bench
        chosen = bench.ask.pipeline(bench.settings.work.pipeline)
        if chosen is None:
            return
        bench.change_settings(replace(bench.settings, work=replace(bench.settings.work, pipeline=chosen)))
        self.close()
        self.start()

    def close(self) -> None:
        """End at once: the project closes, or another pipeline is to start."""
        self._delay.stop()
        self._host.close()
        self._bench.queue.show_task("")

    # --- what is shown ---------------------------------------------------------------------

    def _show(self, tally: Tally) -> None:
        if not tally.total:
            return
        done = tally.articles + tally.failed
        words, left = translate("Prelabel", "pre-highlighting {done} of {total}"), 0.0
        if done >= 3 and tally.seconds > 1:
            left = (tally.total - done) * tally.seconds / done
            words = translate("Prelabel", "pre-highlighting {done} of {total}, {time} left")
        words = words.format(done=number(done), total=number(tally.total), time=_duration(left))
        self._bench.queue.show_task(words, translate("Prelabel", "Stop"))

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
        if finished.error is not None:
            bench.notices.error(finished.error, button=(translate("Prelabel", "Try again"), self.start))
        bench.update_actions()

    def show_pipeline(self, open_suggestions: int) -> None:
        """Show in the status line which pipeline it is and how many suggestions the article still has."""
        parts = [self._name] if self._name else []
        bench = self._bench
        if bench.controller.view is not None and (open_suggestions or self._name or bench.flows.blind.hidden()):
            words = translate("Prelabel", "%n suggestion left|%n suggestions left", open_suggestions)
            hidden = translate("Prelabel", "suggestions hidden here")
            parts.append(hidden if self._bench.flows.blind.hidden() else words)
        self._bench.status.show_pipeline(" · ".join(parts))


def _duration(seconds: float) -> str:
    if seconds < 90:
        return translate("Prelabel", "{n} s").format(n=max(1, round(seconds)))
    return translate("Prelabel", "{n} min").format(n=round(seconds / 60))
