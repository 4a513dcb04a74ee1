"""Keys on claims: slots, quick fill and likely claims; links shown for the current item; values remembered."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from annotation_schema.schema import Cue, Label
from annotation_schema.wording import translate
from desktop.core import gestures
from desktop.core.actions.claims_table import SLOTS
from desktop.core.errors import AppError
from desktop.core.likely_claims import next_likely
from desktop.core.project import Project
from desktop.core.shortcuts import shown
from desktop.core.view import ArticleView
from desktop.ui.quick_fill import QuickFill

if TYPE_CHECKING:
    from desktop.ui.workbench import Workbench


class ClaimKeys(QObject):
    """Belongs to one workbench; ``table`` gives the handlers of ``claims_table``."""

    def __init__(self, bench: Workbench) -> None:
        """Tie the parts to the workbench's controller, pane and cards."""
        super().__init__(bench)
        self._controller = bench.controller
        self._pane = bench.pane
        self._project: Project | None = None
        self._kept = gestures.Memory()
        self._linked: ArticleView | None = None
        self._came_from: int | None = None
        self.fill = QuickFill(
            bench.controller, bench.pane, bench.cards, bench.look, lambda: bench.settings.work.quick_fill
        )
        bench.controller.opened.connect(self._opened)
        bench.controller.shown.connect(self._show_links)

    def table(self) -> Mapping[str, Callable[[], object]]:
        """Return the handlers by action id."""
        found: dict[str, Callable[[], object]] = {
            "claim.next-likely": partial(self._likely, forward=True),
            "claim.previous-likely": partial(self._likely, forward=False),
            "span.quick-fill": self.fill.start,
            "link.follow": self._follow_link,
        }
        for n in range(1, SLOTS + 1):
            found[f"slot.{n}"] = partial(self.fill.fill_slot, str(n))
        return found

    # --- likely claims ---------------------------------------------------------------------

    def _claim_label(self) -> Label | None:
        schema = self._controller.schema
        return next((x for x in schema.enabled_labels if x.cue is Cue.BRACKET), None) if schema else None

    def _likely(self, *, forward: bool) -> None:
        """Select the words of the next (previous) likely claim, from the other end of the article if need be."""
        view, label = self._controller.view, self._claim_label()
        if view is None or label is None or self._controller.in_past:
            return
        selection = self._pane.selection()
        at = self._pane.caret()
        if selection is not None:
            at = selection.start + 1 if forward else selection.start
        end = 0 if forward else len(view.article.text)
        found = next_likely(view, label.name, at, forward=forward)
        found = found or next_likely(view, label.name, end, forward=forward)
        if found is None:
            self._controller.hint.emit(
                translate("Hints", "There is no other quotation or reported clause to tag here.")
            )
            return
        self._pane.ensure_visible(found.start, found.end, animated=True)
        self._pane.select_range(found.start, found.end)
        words = translate("Hints", "{key} tags it as {label}, V goes on to the next")
        self._controller.hint.emit(
            words.format(key=shown(self._controller.label_keys.get(label.name, "–")), label=label.title)
        )

    # --- links -----------------------------------------------------------------------------

    def _follow_link(self) -> None:
        """Make the item at the other end of a link current; pressed again, go on to its other links, and back."""
        current = self._pane.current
        if current is None:
            return
        ends = [partner.item for partner in self._pane.linked_items(current) if partner.item != current]
        if not ends:
            self._controller.hint.emit(translate("Hints", "Nothing is linked to this one."))
            return
        last = ends.index(self._came_from) if self._came_from in ends else -1
        self._came_from = current
        self._pane.set_current(ends[(last + 1) % len(ends)])

    def _show_links(self) -> None:
        """Give the pane the links of what is on screen; it shows those of the current item."""
        view, schema = self._controller.view, self._controller.schema
        if view is self._linked or view is None or schema is None:
            return
        self._linked = view
        titles = {r.name: r.title for r in schema.relations}
        found: list[tuple[int, int, str]] = [(r.source, r.target, titles.get(r.type, r.type)) for r in view.relations]
        for link in view.suggested_relations:
            source = view.stands_for.get(link.source, link.source)
            target = view.stands_for.get(link.target, link.target)
            if not any(source == a and target == b for a, b, _ in found):
                found.append((source, target, f"{titles.get(link.type, link.type)}?"))
        self._pane.set_links(found)

    # --- memory ----------------------------------------------------------------------------

    def _opened(self, _view: ArticleView | None) -> None:
        """Keep what was learnt with the last article; another project has a memory of its own."""
        self._linked = None
        self.keep()
        project = self._controller.project
        if project is self._project:
            return
        self._project = project
        loaded = gestures.Memory()
        if project is not None:
            with contextlib.suppress(ValueError, AttributeError):  # from elsewhere, or by hand
                data: object = json.loads(project.setting(_key(project)) or "{}")
                if isinstance(data, dict):
                    loaded = gestures.load_memory(data)  # pyright: ignore[reportUnknownArgumentType]
        self._kept = self._controller.memory = loaded

    def keep(self) -> None:
        """Write what is remembered into the project, if it changed."""
        memory = self._controller.memory
        if self._project is None or memory == self._kept:
            return
        # It only saves key presses; the edits themselves are on disk, and a project that cannot be written says so.
        with contextlib.suppress(AppError):
            words = json.dumps(memory.dump(), ensure_ascii=False)
            self._project.set_setting(_key(self._project), words, initiator=self._controller)
        self._kept = memory


def _key(project: Project) -> str:
    return f"memory.{project.annotator.id}"
