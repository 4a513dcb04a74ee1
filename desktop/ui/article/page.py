"""The page of the article pane: layout of one article, its column, scrolling and painting; no keys, no mouse.

Blocks on screen are laid out at once; the heights of the others are found in short slices while the event loop has
nothing else to do, so that an article of any size opens at once and its scroll bar becomes exact.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil, floor
from time import perf_counter

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFocusEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QStyle, QWidget

from annotation_schema.schema import LabelSchema
from annotation_schema.wording import translate
from desktop.core.view import ArticleView
from desktop.ui.article import geometry, margin
from desktop.ui.article.byline import byline
from desktop.ui.article.caret import Caret
from desktop.ui.article.colours import LIGHT, ArticleColours
from desktop.ui.article.marks import Mark, Marks
from desktop.ui.article.painter import ArticlePainter, Scene
from desktop.ui.article.scroller import Scroller
from desktop.ui.article.text_layout import ArticleLayout
from desktop.ui.article.typography import Typography, sans

_SLICE_S = 0.006
"""Seconds of layout per turn of the event loop while nothing else is to do."""
_RIGHT_MARGIN = 40
_NARROWEST = 160
_LANES_KEPT = 3  # room in the margin that is there from the beginning, so that tagging moves nothing


class ArticlePage(QAbstractScrollArea):
    """See the module. Heights and widths in pixels, positions in code points of ``Article.text``."""

    current_changed = Signal()
    reading_size_changed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty, in light colours, at the normal reading size."""
        super().__init__(parent)
        self._view: ArticleView | None = None
        self._schema: LabelSchema | None = None
        self._colours: ArticleColours = LIGHT
        self._typography = Typography()
        self._layout: ArticleLayout | None = None
        self._marks = Marks()
        self._painter = ArticlePainter(LIGHT, None)
        self._byline = ""
        self._caret = Caret()
        self._current: int | None = None
        self._empty_text = translate("Article", "Choose an article on the left…")
        self._idle = QTimer(self)
        self._idle.setInterval(0)
        self._idle.timeout.connect(self._lay_out_some)
        self._scroller = Scroller(self.verticalScrollBar())
        self._reduced_motion = self.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration, None, self) == 0
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    # What is shown

    def set_view(self, view: ArticleView | None, schema: LabelSchema | None = None) -> None:
        """Show an article, or nothing. The same article again keeps scroll, caret, selection and current item."""
        same = self._view is not None and view is not None and self._same_text(self._view, view)
        schema_changed = schema is not self._schema
        self._view, self._schema = view, schema
        before, self._marks = self._marks, Marks(view, schema)
        if schema_changed:
            self._painter = ArticlePainter(self._colours, schema)
        if same:
            if self._current is not None and self._current not in self._marks.by_id:
                self._make_current(None)
            self._fit_column()
            self._repaint_marks(before.changed(self._marks))
        else:
            self._open(view)
        if not same or schema_changed or before.lanes != self._marks.lanes:
            self.viewport().update()

    @staticmethod
    def _same_text(old: ArticleView, new: ArticleView) -> bool:
        return old.id == new.id and (old.article is new.article or old.article == new.article)

    def _open(self, view: ArticleView | None) -> None:
        self._scroller.stop()
        self._layout = None
        self._caret = Caret()
        self._byline = byline(view.article) if view is not None else ""
        self.setAccessibleDescription(view.article.title if view is not None else self._empty_text)
        if view is not None:
            article = view.article
            self._layout = ArticleLayout(article.text, article.title, self._typography, self._column_width())
            self._layout.mirrored = self.isRightToLeft()
            self._caret = Caret.at(self._layout.nearest(0))
        self.verticalScrollBar().setValue(0)
        self._sync_scroll_bar()
        self._schedule()
        self._make_current(None)

    def _make_current(self, item: int | None) -> None:
        if item != self._current:
            self._repaint_marks(x for x in (self._current, item) if x is not None)
            self._current = item
            self.current_changed.emit()

    def _repaint_marks(self, marks: Iterable[Mark | int]) -> None:
        """Paint the lines of marks (or of items, by id) anew."""
        for one in marks:
            mark = self._marks.by_id.get(one) if isinstance(one, int) else one
            if mark is not None:
                self._repaint_range(mark.start, mark.end, whole=mark.bracket)

    def _repaint_range(self, start: int, end: int, *, whole: bool = False) -> None:
        """Paint the lines of ``[start, end)`` anew, or their paragraphs."""
        if self._layout is not None and self._layout.pieces:
            top, size = self.verticalScrollBar().value(), self.viewport().size()
            found = geometry.band(self._layout, start, end, top, top + size.height(), whole=whole)
            if found is not None:
                self.viewport().update(0, floor(found[0]) - top, size.width(), ceil(found[1] - found[0]) + 1)

    def set_palette(self, colours: ArticleColours) -> None:
        """Take the theme's colours."""
        self._colours = colours
        self._painter = ArticlePainter(colours, self._schema)
        self.viewport().update()

    def set_empty_text(self, words: str) -> None:
        """Say what is shown while there is no article."""
        self._empty_text = words
        self.viewport().update()

    @property
    def reduced_motion(self) -> bool:
        """Whether scrolling to an item is not animated; at first what the system says."""
        return self._reduced_motion

    @property
    def scrolling(self) -> bool:
        """Whether an animated movement is under way."""
        return self._scroller.active

    def set_reduced_motion(self, reduced: bool) -> None:
        """Animate nothing, or scrolling to an item (``scroller.DURATION_MS``)."""
        self._reduced_motion = reduced
        self._scroller.finish()

    @property
    def reading_size(self) -> int:
        """Size of the text in pixels."""
        return self._typography.size

    def set_reading_size(self, px: int) -> None:
        """Set the size of the text (``typography.SMALLEST`` to ``LARGEST``); the top line stays where it is."""
        typography = self._typography.resized(px)
        if typography.size == self._typography.size:
            return
        self._typography = typography
        self._restyle()
        self.reading_size_changed.emit(typography.size)

    def set_reading_face(self, family: str, characters: int) -> None:
        """Set typeface ("" for the bundled one) and length of a line in characters; the top line stays there."""
        typography = Typography(self._typography.size, family=family, characters=characters)
        if (typography.family, typography.characters) != (self._typography.family, self._typography.characters):
            self._typography = typography
            self._restyle()

    @property
    def text(self) -> str:
        """The article's text exactly, or nothing."""
        return self._view.article.text if self._view is not None else ""

    @property
    def page_layout(self) -> ArticleLayout | None:
        """The lines of the article on screen."""
        return self._layout

    # Places

    def number_of(self, item: int) -> str:
        """Return "C2" for a span that has a number, else nothing."""
        mark = self._marks.by_id.get(item)
        return mark.number if mark is not None else ""

    def item_rects(self, item: int) -> list[QRectF]:
        """Return the stretches that an item covers, in the viewport's coordinates, also those out of view."""
        mark = self._marks.by_id.get(item)
        if mark is None or self._layout is None:
            return []
        left, top = self._column_left(), self.verticalScrollBar().value()
        rects = (r for f in mark.fragments for r in geometry.range_rects(self._layout, f.start, f.end))
        return [QRectF(r.left + left, r.top - top, r.right - r.left, r.bottom - r.top) for r in rects]

    def rects_on_screen(self, item: int) -> list[QRectF]:
        """Return the stretches of an item on lines that are in view, in the viewport's coordinates."""
        mark, layout = self._marks.by_id.get(item), self._layout
        if mark is None or layout is None or not layout.pieces:
            return []
        top = float(self.verticalScrollBar().value())
        rects = geometry.rects_between(layout, mark.fragments, top, top + self.viewport().height())
        return [self.on_screen(QRectF(r.left, r.top, r.right - r.left, r.bottom - r.top)) for r in rects]

    def on_screen(self, rect: QRectF) -> QRectF:
        """Return a rectangle of the column in the viewport's coordinates."""
        return rect.translated(self._column_left(), -self.verticalScrollBar().value())

    def item_ids(self) -> list[int]:
        """Return all spans and suggestions in text order."""
        return [m.id for m in self._marks.items]

    def items_at(self, character: int) -> list[int]:
        """Return the spans and suggestions over a character, innermost first."""
        return [m.id for m in self._marks.at(character)]

    def hit_at(self, point: QPointF) -> geometry.Hit:
        """Return what lies under a point of the viewport."""
        if self._layout is None:
            return geometry.Hit(0)
        return geometry.hit(self._layout, point.x() - self._column_left(), point.y() + self.verticalScrollBar().value())

    def margin_item_at(self, point: QPointF) -> int | None:
        """Return the item whose bracket or number lies under a point of the viewport.

        Where several share the place: the one after the current one, so that clicking again reaches each.
        """
        if self._layout is None:
            return None
        x, y = point.x() - self._column_left(), point.y() + self.verticalScrollBar().value()
        found = [m.id for m in margin.marks_at(self._layout, self._marks, x, y)]
        if not found:
            return None
        return found[(found.index(self._current) + 1) % len(found)] if self._current in found else found[0]

    def visible_items(self) -> list[int]:
        """Return the spans and suggestions of which a part is on screen, in text order."""
        layout = self._layout
        if layout is None or not layout.pieces:
            return []
        top = float(self._scroller.target)
        bottom = top + self.viewport().height()
        parts = self._marks.between(*geometry.visible_range(layout, top, bottom))
        found = {
            p.mark.id for p in parts if geometry.rects_between(layout, (p.fragment,), top, bottom, first_only=True)
        }
        return [m.id for m in self._marks.items if m.id in found]

    def ensure_visible(self, start: int, end: int, *, animated: bool = False) -> None:
        """Scroll so that ``[start, end)`` is seen, or its beginning if it is too long; not further than needed."""
        layout = self._layout
        if layout is None or not layout.pieces:
            return
        first = geometry.caret_bar(layout, layout.nearest(start))
        bottom = first.bottom()
        if layout.index_of(end) - layout.index_of(start) < 20:
            bottom = geometry.caret_bar(layout, layout.nearest(end, forward=False), upstream=True).bottom()
        self._reveal(first.top(), bottom, animated=animated)

    def _reveal_caret(self) -> None:
        if self._layout is not None:
            bar = geometry.caret_bar(self._layout, self._caret.position, upstream=self._caret.upstream)
            self._reveal(bar.top(), bar.bottom())

    def _reveal(self, top: float, bottom: float, *, animated: bool = False) -> None:
        self._sync_scroll_bar()
        height, slack = self.viewport().height(), self._typography.body_line
        slack = min(slack, height / 4)
        value = self._scroller.target  # where a movement that is under way will end
        if bottom - top > height - 2 * slack:
            bottom = top + self._typography.body_line
        if top - slack < value:
            far = value - top > height
            self._scroll_to(top - (height / 3 if far else slack), animated=animated)
        elif bottom + slack > value + height:
            far = bottom - value > 2 * height
            self._scroll_to(top - height / 3 if far else bottom + slack - height, animated=animated)

    def _scroll_to(self, value: float, *, animated: bool) -> None:
        layout = self._layout
        if layout is None or not layout.pieces or not animated or self._reduced_motion or not self.isVisible():
            self._scroller.jump(round(value))
            return
        index = layout.index_at(value)
        offset = value - layout.top(index)

        def goal() -> int:  # heights above may become exact meanwhile
            return round(layout.top(index) + offset)

        self._scroller.glide(goal)

    def _scroll_by(self, distance: float) -> None:
        self._scroller.jump(self._scroller.target + round(distance))

    # Column and scroll bar

    def _column_width(self) -> float:
        free = self.viewport().width() - margin.room(self._lanes(), self._typography.scale) - _RIGHT_MARGIN
        return max(_NARROWEST, min(round(self._typography.measure), free))

    def _lanes(self) -> int:
        return max(_LANES_KEPT, self._marks.lanes)

    def _column_left(self) -> float:
        width = self._layout.width if self._layout is not None else self._column_width()
        room = margin.room(self._lanes(), self._typography.scale)
        leading = max(room, round((self.viewport().width() - width) / 2))
        mirrored = self._layout is not None and self._layout.mirrored
        return self.viewport().width() - width - leading if mirrored else leading

    def _fit_column(self) -> None:
        if self._layout is not None and self._column_width() != self._layout.width:
            self._restyle()

    def _restyle(self) -> None:
        """Lay the same text out anew; the line at the top of the viewport stays there."""
        layout = self._layout
        if layout is None:
            return
        bar = self.verticalScrollBar()
        self._scroller.finish()
        top = geometry.hit(layout, 0, bar.value()).position if bar.value() > 0 else None
        above = geometry.caret_bar(layout, top).top() - bar.value() if top is not None else 0.0
        layout.restyle(self._typography, self._column_width())
        self._caret = Caret(self._caret.position, self._caret.anchor, self._caret.upstream)
        if top is not None:
            place = geometry.caret_bar(layout, top).top()
            self._sync_scroll_bar()
            bar.setValue(round(place - above))
        self._sync_scroll_bar()
        self._schedule()
        self.viewport().update()

    def _sync_scroll_bar(self) -> None:
        bar, height = self.verticalScrollBar(), self.viewport().height()
        total = self._layout.total_height if self._layout is not None else 0
        bar.setPageStep(height)
        bar.setSingleStep(round(self._typography.body_line))
        maximum = max(0, round(total) - height)
        if maximum != bar.maximum():
            self._scroller.set_range(maximum)

    def _schedule(self) -> None:
        if self._layout is not None and not self._layout.is_exact:
            self._idle.start()
        else:
            self._idle.stop()

    def _lay_out_some(self) -> None:
        layout = self._layout
        if layout is None or not layout.pieces:
            self._idle.stop()
            return
        bar = self.verticalScrollBar()
        anchor = layout.index_at(bar.value())
        before = layout.top(anchor)
        end = perf_counter() + _SLICE_S
        more = True
        while more and perf_counter() < end:
            more = layout.lay_next()
        moved = layout.top(anchor) - before
        self._sync_scroll_bar()
        if moved and not self._scroller.active:  # a movement knows where it goes
            bar.setValue(bar.value() + round(moved))
        if not more:
            self._idle.stop()

    # Events

    def sizeHint(self) -> QSize:
        """Return room for a column of normal width."""
        return QSize(round(self._typography.measure) + 180, 640)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column's width right."""
        super().resizeEvent(event)
        self._fit_column()
        self._sync_scroll_bar()

    def changeEvent(self, event: QEvent) -> None:
        """Change sides with the interface."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange and self._layout is not None:
            self._layout.mirrored = self.isRightToLeft()
            self._painter = ArticlePainter(self._colours, self._schema)  # forgets where marks are drawn
            self.viewport().update()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Draw anew; drawing costs only what is visible."""
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the visible lines, or the words that say what to do."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(self._colours.paper))
        layout = self._layout
        if layout is None or not layout.pieces:
            words = self._empty_text if layout is None else translate("Article", "This article has no text.")
            painter.setPen(QColor(self._colours.soft))
            painter.setFont(sans(14))
            area, flags = self.viewport().rect().adjusted(24, 0, -24, 0), Qt.AlignmentFlag.AlignCenter
            painter.drawText(area, flags | Qt.TextFlag.TextWordWrap, words)
            painter.end()
            return
        value = self.verticalScrollBar().value()
        painter.translate(self._column_left(), -value)
        height_before = layout.total_height
        scene = self._scene(layout, value, value + self.viewport().height())
        rect = event.rect()
        self._painter.paint(painter, layout, scene, value + rect.top(), value + rect.bottom() + 1)
        painter.resetTransform()
        self._paint_above(painter, layout)
        painter.end()
        if layout.total_height != height_before:
            QTimer.singleShot(0, self, self._sync_scroll_bar)

    def _scene(self, layout: ArticleLayout, top: float, bottom: float) -> Scene:
        """Return what is drawn besides the text between two heights."""
        return Scene(
            self._marks,
            self._current,
            self._caret.selection,
            self._caret.position,
            self._caret.upstream,
            self.hasFocus(),
            self._byline,
        )

    def _paint_above(self, painter: QPainter, layout: ArticleLayout) -> None:
        """Draw what lies above everything; the painter's origin is that of the viewport."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; the wheel takes over from a movement that is under way."""
        self._scroller.stop()
        super().wheelEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the caret as active."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show the caret as resting."""
        super().focusOutEvent(event)
        self.viewport().update()
