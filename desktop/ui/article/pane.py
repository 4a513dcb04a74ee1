"""The article pane: shows one article with its spans and suggestions, and knows caret, selection and current item.

It changes nothing: keys that tag, accept or delete belong to the window, which reads ``selection``, ``target`` and
``current`` here, applies an edit to the project and gives the new view back by ``set_view``. All positions are code
points of ``Article.text``.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from annotation_schema.model import Fragment, Span, SpanId, Suggestion, SuggestionId
from annotation_schema.schema import LabelSchema
from annotation_schema.wording import translate
from desktop.core import boundaries, graphemes
from desktop.core.view import ArticleView
from desktop.ui.article import geometry, keys
from desktop.ui.article.assistive import Assistive
from desktop.ui.article.caret import BACKWARD, ON_SCREEN, Caret, Motion, text_motion
from desktop.ui.article.marks import Mark
from desktop.ui.article.pointer import Pointer
from desktop.ui.article.speech import Speech, describe
from desktop.ui.article.surface import ArticleSurface
from desktop.ui.article.text_layout import ArticleLayout

_LATE_MS = 1500


class ArticlePane(ArticleSurface):
    """See the module. Ids are those of spans and suggestions; they are unique over both."""

    selection_changed = Signal()
    caret_moved = Signal()
    activated_span = Signal(object)  # int; an id has 63 bits, which Signal(int) would cut

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._wheel = 0
        self._motion_keys = keys.DEFAULT
        self._pointer = Pointer(self)
        self._speech = Speech(self)
        self._assistive: Assistive | None = None
        self.announced = self._speech.said
        self.setObjectName("article")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(translate("Article", "Article text"))
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)

    def set_motion_keys(self, table: keys.MotionKeys) -> None:
        """Take the keys that move the caret (``keys.motion_keys``)."""
        self._motion_keys = table

    def set_speaking(self, speaking: bool | None) -> None:
        """Announce the current item and what the caret passes over; None: while a screen reader listens."""
        self._speech.on = speaking

    def describe(self, item: int) -> str:
        """Return an item in a few words for screen readers: "Claim 2, 2 parts, claimant Vladimir Putin"."""
        return describe(self, item)

    def set_view(self, view: ArticleView | None, schema: LabelSchema | None = None) -> None:
        """Show an article, or nothing. The same article again keeps scroll, caret, selection and current item."""
        super().set_view(view, schema)
        self._assist()
        self._update_description()

    @property
    def assistive(self) -> Assistive | None:
        """Text and spans for assistive technology; None while there was none yet."""
        return self._assistive

    def _assist(self) -> None:
        """Be in step with an assistive technology, if there is one."""
        if self._assistive is not None:
            self._assistive.refresh()
        elif QAccessible.isActive():
            self._assistive = Assistive(self)
            self._update_description()

    def set_links(self, all_links: Sequence[tuple[int, int, str]]) -> None:
        """Take the links of the article as (source, target, role in words); shown for the current item only."""
        super().set_links(all_links)
        self._update_description()

    def _make_current(self, item: int | None) -> None:
        changed = item != self._current
        super()._make_current(item)
        if changed:
            self._update_description()
            self._speech.current()

    def _update_description(self) -> None:
        if self._view is not None:
            title = self._view.article.title
            words = self.describe(self._current) if self._current is not None else ""
            self.setAccessibleDescription(f"{title}. {words}" if words else title)
            if self._assistive is not None:
                self._assistive.describe(self.accessibleDescription())

    def _open(self, view: ArticleView | None) -> None:
        self._pointer.stop()
        had_selection = self._caret.selection is not None
        super()._open(view)
        if had_selection:
            self.selection_changed.emit()
        self.caret_moved.emit()

    # Caret and selection

    def caret(self) -> int:
        """Return where the caret stands."""
        return self._caret.position

    @property
    def caret_state(self) -> Caret:
        """Caret and selection as they are now."""
        return self._caret

    def selection(self) -> Fragment | None:
        """Return the selected code points, or None."""
        return self._caret.selection

    def target(self) -> Fragment | None:
        """Return what a label key would tag: the selection, else the word under the caret, else None."""
        if self._caret.selection is not None:
            return self._caret.selection
        found = boundaries.word_at(self.text, self._caret.position)
        return None if found is None else Fragment(*found)

    def place(self, caret: Caret, *, reveal: bool = True) -> None:
        """Set caret and selection; they move to borders of graphemes."""
        if self._layout is None:
            return
        old = self._caret
        self._caret = self._snapped(caret, self._layout)
        if reveal:
            self._reveal_caret()
        if self._caret != old:
            for each in (old, self._caret):
                self._repaint_range(min(each.position, each.anchor), max(each.position, each.anchor))
        if self._caret.selection != old.selection:
            self.selection_changed.emit()
        if self._caret.position != old.position:
            self.caret_moved.emit()

    def _snapped(self, caret: Caret, layout: ArticleLayout) -> Caret:
        text = layout.text
        forward = caret.position >= caret.anchor
        if caret.position == caret.anchor:
            at = layout.nearest(graphemes.floor(text, caret.position))
            return Caret(at, at, caret.upstream, caret.goal)
        position = (graphemes.ceil if forward else graphemes.floor)(text, caret.position)
        anchor = (graphemes.floor if forward else graphemes.ceil)(text, caret.anchor)
        return Caret(position, anchor, caret.upstream, caret.goal)

    def set_caret(self, position: int) -> None:
        """Put the caret somewhere, without selection, and show it."""
        self.place(Caret.at(position))

    def select_range(self, start: int, end: int) -> None:
        """Select ``[start, end)`` with the caret at its end, and show it."""
        self.place(Caret.over(start, end))

    def clear_selection(self) -> None:
        """Select nothing; the caret stays."""
        self.place(Caret.at(self._caret.position, upstream=self._caret.upstream), reveal=False)

    def select_all(self) -> None:
        """Select the whole text."""
        if self._layout is not None:
            self.place(Caret(len(self.text), 0, upstream=True), reveal=False)

    def select_word(self) -> bool:
        """Select the word under the caret; return whether there is one."""
        return self._take(boundaries.word_at(self.text, self._caret.position))

    def select_sentence(self) -> bool:
        """Select the sentence under the caret; return whether there is one."""
        return self._take(boundaries.sentence_at(self.text, self._caret.position))

    def select_quotation(self) -> bool:
        """Select the quotation around the caret, or the next in the paragraph, without its marks."""
        return self._take(boundaries.quotation_at(self.text, self._caret.position))

    def _take(self, found: tuple[int, int] | None) -> bool:
        if found is not None:
            self.select_range(*found)
        return found is not None

    def move_caret(self, motion: Motion | str, *, extend: bool = False) -> None:
        """Move the caret; raises ValueError for an unknown motion."""
        motion = Motion(motion)
        layout = self._layout
        if layout is None or not layout.pieces:
            return
        if self.frozen:  # there is no caret: keys scroll
            self._scroll_by(keys.scrolling(motion, layout.typography.body_line, self.viewport().height()))
            return
        if motion in ON_SCREEN:
            self.place(self._moved_on_screen(layout, motion, extend=extend))
        else:
            target = text_motion(layout.text, self._caret, motion, extend=extend)
            target = layout.nearest(target, forward=motion not in BACKWARD)
            self.place(self._caret.moved(target, extend=extend, upstream=extend and motion not in BACKWARD))
        self._speech.moved(motion, extend=extend)

    def _moved_on_screen(self, layout: ArticleLayout, motion: Motion, *, extend: bool) -> Caret:
        caret = self._caret
        if motion in (Motion.LINE_START, Motion.LINE_END):
            start, end = geometry.line_range(layout, caret.position, upstream=caret.upstream)
            at_end = motion is Motion.LINE_END
            return caret.moved(end if at_end else start, extend=extend, upstream=at_end)
        bar = geometry.caret_bar(layout, caret.position, upstream=caret.upstream)
        goal = bar.left() if caret.goal is None else caret.goal
        if motion in (Motion.PREVIOUS_LINE, Motion.NEXT_LINE):
            step = 1 if motion is Motion.NEXT_LINE else -1
            found = geometry.neighbour_line(layout, caret.position, goal, step, upstream=caret.upstream)
        else:
            page = max(layout.typography.body_line, self.viewport().height() - 2 * layout.typography.body_line)
            distance = page if motion is Motion.PAGE_DOWN else -page
            self._scroll_by(distance)
            found = geometry.hit(layout, goal, bar.center().y() + distance)
        return caret.moved(found.position, extend=extend, upstream=found.upstream, goal=goal)

    def copy(self) -> None:
        """Put the selected text on the clipboard, exactly as the article has it."""
        selection = self._caret.selection
        if selection is not None:
            QGuiApplication.clipboard().setText(self.text[selection.start : selection.end])

    # The current item

    @property
    def current(self) -> int | None:
        """Id of the current span or suggestion."""
        return self._current

    def current_item(self) -> Span | Suggestion | None:
        """Return the current span or suggestion."""
        return self.item(self._current) if self._current is not None else None

    def item(self, item: int) -> Span | Suggestion | None:
        """Return a span or suggestion of the article on screen."""
        if self._view is None:
            return None
        return self._view.span(SpanId(item)) or self._view.suggestion(SuggestionId(item))

    def caret_on_current(self) -> bool:
        """Say whether the caret stands in or at the current item: whether a key plainly means that item."""
        mark = self._marks.by_id.get(self._current) if self._current is not None else None
        return mark is not None and any(f.start <= self._caret.position <= f.end for f in mark.fragments)

    def set_current(self, item: int | None, *, reveal: bool = True) -> None:
        """Make a span or suggestion current: the caret goes to its beginning, and it is scrolled into view.

        An unknown id means none.
        """
        mark = self._marks.by_id.get(item) if item is not None else None
        if mark is not None and self._layout is not None:
            if reveal:
                self.ensure_visible(mark.fragments[0].start, mark.fragments[0].end, animated=True)
            self.place(Caret.at(mark.start), reveal=False)
        self._make_current(mark.id if mark is not None else None)

    def choose(self, item: int) -> None:
        """Make an item current because the user pointed at it."""
        self.set_current(item, reveal=False)
        self.activated_span.emit(item)

    def choose_at(self, character: int | None) -> None:
        """Make the innermost item over a character current; again: the next one outward; none there: none."""
        found = self.items_at(character) if character is not None else []
        if not found:
            self._make_current(None)
            return
        following = found.index(self._current) + 1 if self._current in found else 0
        self._make_current(found[following % len(found)])
        self.activated_span.emit(self._current)

    def next_item(self, kind: str = "suggestion", *, forward: bool = True, wrap: bool = True) -> bool:
        """Make the next ``"suggestion"``, ``"span"`` or ``"any"`` current, counted from the current one or the caret.

        Returns whether there is one. Raises ValueError for another kind.
        """
        if kind not in ("suggestion", "span", "any"):
            raise ValueError(f"there is no kind of item called {kind}")
        found = [m for m in self._marks.items if kind == "any" or m.suggested == (kind == "suggestion")]
        if not found:
            return False
        index = self._next_index(found, forward)
        if not 0 <= index < len(found) and not wrap:
            return False
        self.set_current(found[index % len(found)].id)
        return True

    def _next_index(self, found: list[Mark], forward: bool) -> int:
        at = self._caret.position
        if self.caret_on_current():
            ids = [m.id for m in found]
            if self._current in ids:
                return ids.index(self._current) + (1 if forward else -1)
        if forward:
            return next((i for i, m in enumerate(found) if m.start >= at), len(found))
        return next((i for i in range(len(found) - 1, -1, -1) if found[i].start < at), -1)

    # Events

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the focus on where an assistive technology came after the article."""
        super().focusInEvent(event)
        if self._assistive is None and QAccessible.isActive():
            QTimer.singleShot(0, self, self._assist)  # not while Qt moves the focus

    def showEvent(self, event: QShowEvent) -> None:
        """Look for an assistive technology: the system tells Qt of it some time after the start."""
        super().showEvent(event)
        QTimer.singleShot(_LATE_MS, self, self._look_for_assistive)

    def _look_for_assistive(self) -> None:
        if self._assistive is None:
            self._assist()

    def event(self, event: QEvent) -> bool:
        """Claim the keys of pure motions before shortcuts see them, so that holding them is quick."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and self._motion_of(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the caret or copy; leave every other key to the window."""
        found = self._motion_of(event)
        if found is not None:
            motion, extend = found
            self.move_caret(keys.mirrored(motion) if self._in_right_to_left() else motion, extend=extend)
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self.select_all()
        else:
            event.ignore()

    def _motion_of(self, event: QKeyEvent) -> tuple[Motion, bool] | None:
        return keys.motion_of(event, self._motion_keys)

    def _in_right_to_left(self) -> bool:
        layout = self._layout
        if layout is None or not layout.pieces:
            return False
        return layout.laid(layout.index_of(self._caret.position)).block.right_to_left

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a click or a drag."""
        if event.button() != Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
        elif self._layout is not None:
            self._pointer.press(event.position(), extend=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on dragging."""
        self._pointer.drag(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a click or a drag."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pointer.release(event.position())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Take the word."""
        if event.button() == Qt.MouseButton.LeftButton and self._layout is not None:
            self._pointer.double_click(event.position())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; with Ctrl, change the reading size."""
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
            return
        self._wheel += event.angleDelta().y()
        steps, self._wheel = int(self._wheel / 120), self._wheel - int(self._wheel / 120) * 120
        if steps:
            self.set_reading_size(self._typography.size + steps)
        event.accept()
