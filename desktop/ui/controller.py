"""The article on screen: turns actions into gestures, applies them to the project, keeps pane and cards in step.

The only place of the window that calls ``project.apply``. Nothing here opens files or shows dialogs.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Signal

from annotation_schema.model import ArticleId, AttributeValue, Fragment, RelationId, Span, SpanId, Status, SuggestionId
from annotation_schema.schema import LabelSchema
from annotation_schema.wording import translate
from desktop.core import borders, gestures
from desktop.core.edits import Step
from desktop.core.errors import AppError, ErrorCode
from desktop.core.project import Project
from desktop.core.shortcuts import shown
from desktop.core.storage.journal import JournalId
from desktop.core.view import ArticleView
from desktop.ui.article.pane import ArticlePane
from desktop.ui.claims.items import ItemId
from desktop.ui.claims.panel import CardsPanel
from desktop.ui.flows.looked_at import affected_by, made_by

HEAVY = 60_000
"""Characters of a step in the journal (some 300 spans) above which undoing it is not for the window's thread."""
Make = Callable[[ArticleView, LabelSchema], Step]


class Controller(QObject):
    """Holds the view of the article on screen."""

    opened = Signal(object)  # ArticleView | None: another article, or none, is on screen
    shown = Signal()  # the view or the current item changed
    saved = Signal()
    refused = Signal(object)  # AppError: the gesture makes no sense here
    failed = Signal(object)  # AppError: the edit could not be written
    hint = Signal(str)
    stepped = Signal(object)  # Step: one was made here
    stopping = Signal()  # Esc, while something is under way that can be stopped
    heavy = Signal(bool)  # undo (True) or redo of a step so large that it must not run on this thread

    def __init__(self, pane: ArticlePane, cards: CardsPanel, parent: QObject | None = None) -> None:
        """Tie pane and cards together; there is no project yet."""
        super().__init__(parent)
        self._pane = pane
        self._cards = cards
        self._project: Project | None = None
        self._view: ArticleView | None = None
        self._relabelling = False
        self._last_of: dict[str, SpanId] = {}
        self._past = False
        self.advance = True
        self.rules = borders.ALL
        self.memory = gestures.Memory()
        self.entry: JournalId | None = None  # of the last step made here
        self.label_keys: Mapping[str, str] = {}  # which key tags with which label
        self.locked = ""  # why nothing can be changed at the moment
        pane.current_changed.connect(self._current_changed)
        pane.selection_changed.connect(self.shown)
        cards.chosen.connect(self.go_to)
        cards.attribute_set.connect(self.set_attribute)
        cards.article_attribute_set.connect(self.set_article_attribute)
        cards.linked.connect(self.link)
        cards.unlinked.connect(self.unlink)
        cards.alternative_set.connect(self.set_alternative)

    # --- what is on screen -----------------------------------------------------------------

    @property
    def view(self) -> ArticleView | None:
        """The article on screen."""
        return self._view

    @property
    def project(self) -> Project | None:
        """The project that is worked on."""
        return self._project

    @property
    def schema(self) -> LabelSchema | None:
        """The label schema of the project."""
        return self._project.schema if self._project is not None else None

    @property
    def relabelling(self) -> bool:
        """Whether the next label key relabels."""
        return self._relabelling

    def set_project(self, project: Project | None) -> None:
        """Work on another project, or none; no article is on screen then."""
        self._project = project
        self._cards.set_schema(project.schema if project else None)
        self._show(None)

    def open(self, article: ArticleId) -> None:
        """Bring an article on screen. Raises AppError if the file cannot be read."""
        if self._project is not None:
            self._show(self._project.view(article))

    def _show(self, view: ArticleView | None) -> None:
        self._stop_relabelling()
        self._last_of.clear()
        self._leave_past()
        self._view = view
        schema = self._project.schema if self._project else None
        self._pane.set_view(view, schema)
        self._cards.show_view(view, None)
        self.opened.emit(view)
        self.shown.emit()

    def reload(self, current: ItemId | None = None) -> None:
        """Read the article on screen again; ``current`` becomes the current item, if given."""
        if self._project is None or self._view is None:
            return
        self._view = self._project.view(self._view.id)
        if self._past:
            return
        self._pane.blockSignals(True)
        self._pane.set_view(self._view, self._project.schema)
        if current is not None:
            self._pane.set_current(current)
        self._pane.blockSignals(False)
        self._remember()
        self._cards.show_view(self._view, self._current())
        self.shown.emit()

    def show_schema(self) -> None:
        """Show the article on screen with the labels that the project has now."""
        if self._project is not None:
            self._cards.set_schema(self._project.schema)
            self.reload()

    def show_quickly(self, view: ArticleView) -> None:
        """Show what a step has made of the article in the text alone; ``reload`` must follow soon."""
        if self._project is not None and not self._past:
            self._view = view
            self._pane.set_view(view, self._project.schema)

    def show_past(self, view: ArticleView, words: str) -> None:
        """Show the article as it was, with ``words`` above it, until ``show_now``; nothing can be changed then."""
        if self._project is None or self._view is None or view.id != self._view.id:
            return
        self._past = True
        self._pane.set_frozen(True, words)
        self._pane.set_view(view, self._project.schema)
        self._cards.show_view(view, self._current())
        self.shown.emit()

    def show_now(self) -> None:
        """Show the article as it is."""
        if self._past:
            self._leave_past()
            self.reload()

    def _leave_past(self) -> None:
        if self._past:
            self._past = False
            self._pane.set_frozen(False)

    @property
    def in_past(self) -> bool:
        """Whether the article is shown as it was."""
        return self._past

    def _current(self) -> ItemId | None:
        return self._pane.current  # pyright: ignore[reportReturnType]

    def current_span(self) -> Span | None:
        """Return the current span."""
        current = self._pane.current
        return self._view.span(SpanId(current)) if self._view is not None and current is not None else None

    def current_suggestion(self) -> SuggestionId | None:
        """Return the id of the current suggestion."""
        current = self._pane.current
        if self._view is None or current is None or self._view.suggestion(SuggestionId(current)) is None:
            return None
        return SuggestionId(current)

    def _current_changed(self) -> None:
        self._remember()
        self._cards.show_current(self._current())
        self.shown.emit()

    def _remember(self) -> None:
        span = self.current_span()
        if span is not None:
            self._last_of[span.label] = span.id

    def go_to(self, item: ItemId) -> None:
        """Make an item current and show it in the text."""
        self._pane.set_current(item)

    # --- the one door ----------------------------------------------------------------------

    def do(self, make: Make, *, going_on: JournalId | None = None) -> Step | None:
        """Make a step from what is on screen and apply it; None if it was refused, failed or changes nothing.

        ``going_on``: what ``entry`` was after the last press of the same held key.
        """
        project, view = self._project, self._view
        if project is None or view is None or self._is_locked():
            return None
        try:
            step = make(view, project.schema)
            if not any(part.edits for part in step.parts):
                return None
            self.entry = project.apply(step, initiator=self, going_on=going_on)
        except AppError as error:
            self._report(error)
            return None
        self.memory = self.memory.after(step, project.schema)
        self.saved.emit()
        self.stepped.emit(step)
        return step

    def _is_locked(self) -> bool:
        words = self.locked
        if self._past:
            words = translate("Hints", "This is the article as it was. Esc goes back to now.")
        if words:
            self.hint.emit(words)
        return bool(words)

    def _report(self, error: AppError) -> None:
        (self.refused if error.code == ErrorCode.EDIT_REFUSED else self.failed).emit(error)

    # --- tagging ---------------------------------------------------------------------------

    def fragment_for(self, label: str) -> Fragment | None:
        """Return what the label's key would tag: the selection by the label's rule, else the word under the caret."""
        view = self._view
        if view is None or self._project is None:
            return None
        selection = self._pane.selection()
        if selection is None:
            return self._pane.target()
        found = self._project.schema.label(label)
        return borders.tidy(view.article.text, selection.start, selection.end, found, self.rules)

    def tag(self, label: str) -> None:
        """Tag the selection or the word under the caret; without a selection, relabel the current item."""
        if self._relabelling or (self._pane.selection() is None and self._caret_rests_on_current()):
            self._relabel_current(label)
            return
        fragment = self.fragment_for(label)
        if fragment is None:
            self.hint.emit(translate("Hints", "Select some words first, or put the caret into a word."))
            return
        memory = self.memory
        self._after(self.do(lambda view, schema: gestures.tag_remembering(view, schema, memory, label, (fragment,))))

    def _caret_rests_on_current(self) -> bool:
        """Whether the caret is where making the item current put it; one moved away or into it means a word."""
        current = self._pane.current
        item = None
        if self._view is not None and current is not None:
            item = self._view.span(SpanId(current)) or self._view.suggestion(SuggestionId(current))
        return item is not None and self._pane.caret() == item.start

    def add_part(self, label: str) -> None:
        """Add the selection as a further part to the current span of the label, or the one that was current last."""
        fragment = self.fragment_for(label)
        view = self._view
        if fragment is None or view is None:
            self.hint.emit(translate("Hints", "Select the words of the further part first."))
            return
        span = self.current_span()
        target = span.id if span is not None and span.label == label else self._last_of.get(label)
        if target is None or view.span(target) is None:
            self.tag(label)
            return
        step = self.do(lambda view, schema: gestures.add_fragment(view, target, fragment, schema=schema))
        if step is not None:
            self._pane.clear_selection()
            self.reload(target)

    def start_relabelling(self) -> None:
        """Let the next label key relabel the current item."""
        if self._pane.current is None or self._project is None:
            return
        self._relabelling = True
        keys = ", ".join(shown(key) for key in self.label_keys.values())
        self.hint.emit(translate("Hints", "Relabel: press {keys}; Esc to stop").format(keys=keys))

    def _stop_relabelling(self) -> None:
        if self._relabelling:
            self._relabelling = False
            self.hint.emit("")

    def escape(self) -> None:
        """Leave relabelling; else select nothing; else no item is current."""
        if self._relabelling:
            self._stop_relabelling()
        elif self.locked:
            self.stopping.emit()
        elif self._past:
            self.show_now()
        elif self._pane.selection() is not None:
            self._pane.clear_selection()
        else:
            self._pane.set_current(None)

    def _relabel_current(self, label: str) -> None:
        self._stop_relabelling()
        suggestion = self.current_suggestion()
        if suggestion is not None:
            self._accept_as(suggestion, label)
            return
        span = self.current_span()
        if span is None:
            return
        if span.label == label:
            self.hint.emit(translate("Hints", "It has this label already."))
            return
        step = self.do(lambda view, schema: gestures.relabel(view, schema, span.id, label))
        if step is not None:
            self.reload(span.id)

    def _accept_as(self, suggestion: SuggestionId, label: str) -> None:
        """Accept a suggestion with the label that the user says, in one step."""
        self.advance_after(self.do(lambda view, schema: gestures.accept(view, suggestion, label=label, schema=schema)))

    def delete(self) -> None:
        """Delete the current span."""
        span = self.current_span()
        if span is not None and self.do(lambda view, schema: gestures.delete(view, span.id, schema=schema)):
            self.reload()

    def _after(self, step: Step | None) -> None:
        """Show the article after a step that made a span; the span becomes current."""
        if step is not None:
            self._pane.clear_selection()
            self.reload(made_by(step))

    # --- suggestions -----------------------------------------------------------------------

    def accept(self) -> None:
        """Accept the current suggestion and go on."""
        suggestion = self.current_suggestion()
        if suggestion is not None:
            self.advance_after(self.do(lambda view, schema: gestures.accept(view, suggestion, schema=schema)))

    def reject(self) -> None:
        """Reject the current suggestion and go on."""
        suggestion = self.current_suggestion()
        if suggestion is not None:
            self.advance_after(self.do(lambda view, schema: gestures.reject(view, suggestion)))

    def accept_all(self) -> None:
        """Accept all open suggestions of the article in one step."""
        if self.do(lambda view, schema: gestures.accept_all(view, schema=schema)):
            self.reload()

    def advance_after(self, step: Step | None) -> None:
        """Show the article after a verdict and go to the next suggestion, if the setting says so."""
        if step is None or self._project is None or self._view is None:
            return
        self.reload(made_by(step))
        if self.advance and self._view.suggestions:
            self._pane.next_item("suggestion")

    # --- attributes and links --------------------------------------------------------------

    def set_attribute(self, span: SpanId, name: str, value: AttributeValue | None) -> None:
        """Set or take away an attribute of a span."""
        if self.do(lambda view, schema: gestures.set_attribute(view, span, name, value, schema=schema)):
            self.reload()

    def set_article_attribute(self, name: str, value: AttributeValue | None) -> None:
        """Set or take away an attribute of the article."""
        if self.do(lambda view, schema: gestures.set_article_attribute(view, schema, name, value)):
            self.reload()

    def link(self, kind: str, source: SpanId, target: ItemId) -> None:
        """Link a span to another, or to a suggestion, which is accepted by it."""

        def make(view: ArticleView, schema: LabelSchema) -> Step:
            if view.suggestion(SuggestionId(target)) is not None:
                return gestures.accept_and_link(view, schema, kind, source, SuggestionId(target))
            return gestures.link(view, schema, kind, source, SpanId(target))

        if self.do(make):
            self.reload()

    def unlink(self, relation: RelationId) -> None:
        """Take a link away."""
        if self.do(lambda view, schema: gestures.unlink(view, relation, schema=schema)):
            self.reload()

    def set_alternative(self, span: SpanId, kind: str, value: str | None) -> None:
        """Set the value that stands where no span can (AUTHOR, IMPLICIT), or take it away."""
        if self.do(lambda view, schema: gestures.set_alternative(view, schema, span, kind, value)):
            self.reload()

    def set_status(self, status: Status) -> bool:
        """Say how far the article is; True if it is so now."""
        if self._view is None:
            return False
        if self._view.status == status:
            return True
        if self.do(lambda view, schema: gestures.set_status(view, status)) is None:
            return False
        self.reload()
        return True

    # --- undo ------------------------------------------------------------------------------

    def undo(self) -> None:
        """Take back the last step; the article it was in comes on screen."""
        self._move(undo=True)

    def redo(self) -> None:
        """Bring back the step undone last."""
        self._move(undo=False)

    def _move(self, *, undo: bool) -> None:
        self.show_now()
        if self._project is None or self._is_locked():
            return
        self._stop_relabelling()
        if self._project.move_weight(undo=undo) > HEAVY:
            self.heavy.emit(undo)
            return
        try:
            step = self._project.undo(initiator=self) if undo else self._project.redo(initiator=self)
        except AppError as error:
            self._report(error)
            self.reload()
            return
        if step is not None:
            self.show_moved(step, undone=undo)

    def show_moved(self, step: Step, *, undone: bool) -> None:
        """Show what a step was about that was taken back or brought back."""
        self.saved.emit()
        articles = step.articles
        if self._view is None or self._view.id not in articles:
            self.open(articles[0])
        if self._view is not None:
            self.reload(affected_by(step, self._view.id, undone=undone))
