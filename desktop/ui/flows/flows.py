"""The flows of one window: builds them around controller and pane, and gives their handlers and their place."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QSplitter, QWidget

from desktop.core.borders import BorderRules
from desktop.core.gestures import Side, Unit
from desktop.core.settings import Work
from desktop.ui.flows.acceptance import AcceptanceFlow
from desktop.ui.flows.beside import Beside
from desktop.ui.flows.blind import Blind
from desktop.ui.flows.borders import BorderKeys
from desktop.ui.flows.claims_switch import ClaimsSwitch
from desktop.ui.flows.drawer import Drawer
from desktop.ui.flows.findings import Findings
from desktop.ui.flows.occurrences import OccurrenceFlow
from desktop.ui.flows.past import Past
from desktop.ui.flows.spans import SpanFlows
from desktop.ui.flows.sweep import SweepFlow

if TYPE_CHECKING:
    from desktop.ui.workbench import Workbench


class Flows(QObject):
    """See the module."""

    def __init__(self, bench: Workbench) -> None:
        """Belong to a workbench."""
        super().__init__(bench)
        self._bench = bench
        self.drawer = Drawer(bench.look)
        self.beside = Beside(bench)
        self.spans = SpanFlows(bench.controller, bench.pane)
        self.borders = BorderKeys(bench.controller, bench.pane)
        self.occurrences = OccurrenceFlow(bench, self.drawer, self.beside, self.spans)
        self.sweep = SweepFlow(bench, self.drawer)
        self.findings = Findings(bench, self.drawer)
        self.past = Past(bench, self.drawer)
        self.blind = Blind(bench)
        self.acceptance = AcceptanceFlow(bench, self.drawer)
        self.claims = ClaimsSwitch(bench)
        self.drawer.left.connect(bench.focus_article)
        bench.controller.shown.connect(self._follow)
        bench.controller.opened.connect(lambda _: self._follow())
        self.use(bench.settings.work)

    def table(self) -> Mapping[str, Callable[[], object]]:
        """Return the handlers by action id."""
        found: dict[str, Callable[[], object]] = {
            "span.remove-fragment": self.spans.remove_part,
            "span.to-selection": self.spans.set_borders,
            "span.again": self.spans.again,
            "span.join": self.spans.join,
            "span.split": self.spans.split,
            "span.note": self.spans.write_note,
            "occurrences.article": partial(self.occurrences.begin, corpus=False),
            "occurrences.corpus": partial(self.occurrences.begin, corpus=True),
            "suggestion.accept-label": partial(self.sweep.begin, by_score=False),
            "suggestion.accept-above": partial(self.sweep.begin, by_score=True),
            "suggestion.hide-share": self.blind.choose,
            "suggestion.acceptance": self.acceptance.show_list,
            "prelabel.claims": self.claims.toggle,
            "article.findings": self.findings.show_list,
            "article.history": self.past.show_list,
        }
        for name, direction in (("back", -1), ("on", 1)):
            for side in Side:
                for unit in Unit:
                    action = f"border.{side.value}-{name}.{unit.value}"
                    found[action] = partial(self.borders.move, side, unit, direction)
        return found

    def use(self, work: Work) -> None:
        """Follow the settings."""
        rules = BorderRules(work.trim_space, work.trim_quotes, work.trim_punctuation, work.whole_words)
        if rules != self._bench.controller.rules:
            self._bench.controller.rules = rules
            self.findings.rules_changed()

    def framed(self, middle: QWidget) -> QWidget:
        """Return the middle of the window with a place for lists beneath it."""
        split = QSplitter(Qt.Orientation.Vertical)
        split.setHandleWidth(1)
        split.setChildrenCollapsible(False)
        split.addWidget(middle)
        split.addWidget(self.drawer)
        split.setStretchFactor(0, 1)
        split.setStretchFactor(1, 0)
        split.splitterMoved.connect(self.drawer.note_height)
        return split

    def _follow(self) -> None:
        """Keep the list of suggestions in step; other lists follow by themselves."""
        self.claims.show()
        if self.drawer.panel is self.sweep.panel:
            self.sweep.panel.follow()

    # --- projects --------------------------------------------------------------------------

    def close(self) -> None:
        """End all work: the project closes."""
        self.beside.close()
        self.acceptance.close()
        self.drawer.close_panel()
