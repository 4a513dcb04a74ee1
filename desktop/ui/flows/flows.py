"""The flows of one window: builds them around controller and pane, and gives their handlers and their place."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QSplitter, QWidget

from desktop.core.actions.flows_table import BORDERS
from desktop.core.borders import BorderRules
from desktop.core.gestures import Side, Unit
from desktop.core.settings import Work
from desktop.ui.flows.borders import BorderKeys
from desktop.ui.flows.spans import SpanFlows

if TYPE_CHECKING:
    from desktop.ui.workbench import Workbench


class Flows(QObject):
    """See the module."""

    def __init__(self, bench: Workbench) -> None:
        """Belong to a workbench."""
        super().__init__(bench)
        self._bench = bench
        self.spans = SpanFlows(bench.controller, bench.pane)
        self.borders = BorderKeys(bench.controller, bench.pane)
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
        }
        for name, _, _, direction in BORDERS:
            side = Side.START if name.startswith("start") else Side.END
            for unit in Unit:
                found[f"border.{name}.{unit.value}"] = partial(self.borders.move, side, unit, direction)
        return found

    def use(self, work: Work) -> None:
        """Follow the settings."""
        self._bench.controller.rules = BorderRules(
            work.trim_space, work.trim_quotes, work.trim_punctuation, work.whole_words
        )

    def framed(self, middle: QWidget) -> QWidget:
        """Return the middle of the window with a place for lists beneath it."""
        split = QSplitter(Qt.Orientation.Vertical)
        split.setHandleWidth(1)
        split.setChildrenCollapsible(False)
        split.addWidget(middle)
        return split

    def close(self) -> None:
        """End all work: the project closes."""
