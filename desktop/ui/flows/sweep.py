"""Accepting many suggestions of the article at once: all of a label, or all above a score, seen in context first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotation_schema.model import Suggestion
from annotation_schema.schema import LabelSchema
from annotation_schema.wording import translate
from desktop.core import gestures
from desktop.core.view import ArticleView
from desktop.core.words import label_title
from desktop.ui.flows.context_list import ContextRow
from desktop.ui.flows.context_panel import ContextPanel
from desktop.ui.flows.drawer import Drawer
from desktop.ui.translation import number

if TYPE_CHECKING:
    from desktop.ui.workbench import Workbench

CONTEXT = 60
STEP = 5
START = 80
"""Scores are in hundredths here, so that steps add up."""


class SweepPanel(ContextPanel):
    """The suggestions of one label, or those from a score on; Left and Right choose which."""

    def __init__(self, bench: Workbench) -> None:
        """Belong to a workbench."""
        super().__init__(bench.look, translate("Lists", "Suggestions"))
        self._bench = bench
        self._by_score = False
        self._score = START
        self._label = ""
        self._shown: tuple[Suggestion, ...] | None = None

    def begin(self, *, by_score: bool) -> None:
        """List the suggestions; of the current one's label, or from the score that was chosen last."""
        view = self._bench.controller.view
        if view is None or not view.suggestions:
            return
        self._by_score = by_score
        current = self._bench.controller.current_suggestion()
        one = view.suggestion(current) if current is not None else None
        if not by_score:
            self._label = one.label if one is not None else view.suggestions[0].label
        self._shown = None
        self.follow()

    def follow(self) -> None:
        """List what is open now, if it is other than what is listed."""
        view, project = self._bench.controller.view, self._bench.project
        if view is None or project is None or not view.suggestions:
            self._shown = ()
            self.model.set_rows([])
            self.say(translate("Lists", "No suggestion is open in this article."))
            self.changed.emit()
            return
        self.set_schema(project.schema)
        if self._by_score:
            found = gestures.scored_above(view, self._score / 100)
        else:
            if self._label not in self._labels(view, project.schema):
                self._label = view.suggestions[0].label
            found = tuple(s for s in view.suggestions if s.label == self._label)
        if found != self._shown:
            self._shown = found
            self.model.set_rows([_row(view, one) for one in found])
        scored = any(s.score is not None for s in view.suggestions)
        none = translate("Lists", "No open suggestion has this score. Left lowers it.")
        self.say(
            none
            if scored
            else translate("Lists", "The suggestions of this pipeline have no scores. Choose them by label.")
        )
        self.changed.emit()

    @staticmethod
    def _labels(view: ArticleView, schema: LabelSchema) -> list[str]:
        there = {s.label for s in view.suggestions}
        return [x.name for x in schema.labels if x.name in there]

    # --- what the drawer shows ------------------------------------------------------------

    def heading(self) -> str:
        """Return what is listed."""
        if self._by_score:
            return translate("Lists", "Accept what is scored {score} or more").format(
                score=number(self._score / 100, 2)
            )
        project = self._bench.project
        title = label_title(self._label, project.schema if project else None)
        return translate("Lists", "Accept suggestions of {title}").format(title=title)

    def note(self) -> str:
        """Return how many are ticked, of how many open ones."""
        view = self._bench.controller.view
        total = len(view.suggestions) if view is not None else 0
        return translate("Lists", "{ticked} · {total} open").format(ticked=self.ticked_words(), total=number(total))

    def keys(self) -> tuple[tuple[str, str], ...]:
        """Return the keys."""
        other = translate("Lists", "score") if self._by_score else translate("Lists", "label")
        return (
            ("Return", translate("Lists", "accept the ticked")),
            ("Left", ""),
            ("Right", other),
            ("Space", translate("Lists", "tick")),
            ("Esc", translate("Lists", "close")),
            ("A", translate("Lists", "all")),
        )

    # --- what keys do ----------------------------------------------------------------------

    def pressed(self, key: str) -> None:
        """Left and Right choose another score or label."""
        view, project = self._bench.controller.view, self._bench.project
        if key not in ("Left", "Right") or view is None or project is None:
            super().pressed(key)
            return
        step = 1 if key == "Right" else -1
        if self._by_score:
            self._score = max(0, min(100, self._score + step * STEP))
        else:
            labels = self._labels(view, project.schema)
            if self._label in labels:
                self._label = labels[(labels.index(self._label) + step) % len(labels)]
        self.follow()

    def take(self) -> None:
        """Accept what is ticked, in one step."""
        chosen = [row.key.id for row in self.model.ticked() if isinstance(row.key, Suggestion)]
        if not chosen:
            self._bench.status.show_hint(translate("Lists", "Nothing is ticked. Space ticks a line, A all."))
            return
        c, project = self._bench.controller, self._bench.project
        score = self._score / 100 if self._by_score else None
        title = "" if self._by_score else label_title(self._label, project.schema if project else None)
        if c.do(lambda view, schema: gestures.accept_all(view, chosen, title=title, score=score, schema=schema)):
            self.left.emit()
            c.reload()


def _row(view: ArticleView, one: Suggestion) -> ContextRow:
    text, first, last = view.article.text, one.fragments[0], one.fragments[-1]
    before = text[max(0, first.start - CONTEXT) : first.start].rpartition("\n")[2]
    after = text[last.end : last.end + CONTEXT].partition("\n")[0]
    words = " … ".join(text[f.start : f.end] for f in one.fragments)
    note = number(one.score, 2) if one.score is not None else ""
    return ContextRow(before, words, after, one.label, note=note, key=one)


class SweepFlow:
    """The two actions."""

    def __init__(self, bench: Workbench, drawer: Drawer) -> None:
        """Belong to a workbench."""
        self._drawer = drawer
        self.panel = SweepPanel(bench)

    def begin(self, *, by_score: bool) -> None:
        """Show the list."""
        self.panel.begin(by_score=by_score)
        self._drawer.show_panel(self.panel)
