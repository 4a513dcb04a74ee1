"""Draws the visible lines of an article with their marks, selection and caret, bottom layer first.

Meaning never hangs on colour alone: filled means that a person decided, dotted that a pipeline suggests, a ring what is
current; labels differ by bracket, underline, double underline or wave, and by their letter.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from annotation_schema.model import Fragment
from annotation_schema.schema import Cue, LabelSchema
from desktop.ui.article import margin, strokes
from desktop.ui.article.colours import ArticleColours
from desktop.ui.article.display_text import runs_right_to_left
from desktop.ui.article.geometry import LineRect, block_rects, caret_bar
from desktop.ui.article.links import Wire
from desktop.ui.article.marks import Mark, Marks
from desktop.ui.article.text_layout import ArticleLayout, Block, LaidBlock

_DEEPEST = 3
"""Marks nested deeper than this are drawn like it."""
_LONG = 60
"""Lines of a block of which only those on screen are placed."""
_KEPT = 200
"""Blocks of which it is remembered where their marks are drawn."""
_BEGINNING = 400
"""Code points that tell on which side an article begins."""


@dataclass(frozen=True, slots=True)
class Scene:
    """What to draw besides the text."""

    marks: Marks
    current: int | None = None
    selection: Fragment | None = None
    caret: int | None = None  # None: no caret
    upstream: bool = False
    focused: bool = False
    byline: str = ""
    linked: frozenset[int] = frozenset()  # the ends of the current item's links, itself among them
    wires: tuple[Wire, ...] = ()


@dataclass(frozen=True, slots=True)
class _Style:
    ink: QColor
    tint: QColor


@dataclass(frozen=True, slots=True)
class _Drawn:
    """A mark on one line; ``box`` is its ground, with room around the letters."""

    mark: Mark
    line: LineRect
    box: QRectF
    opens: bool  # the box's left side is a border of the mark
    closes: bool


@dataclass(frozen=True, slots=True)
class _Placed:
    """What is drawn for the marks of one block that stands at ``top``."""

    block: Block
    top: float
    drawn: list[_Drawn]
    bars: list[margin.Bar]
    numbers: list[margin.Number]


class ArticlePainter:
    """Colours and pens for one theme and one schema."""

    def __init__(self, colours: ArticleColours, schema: LabelSchema | None) -> None:
        """Make all colours once."""
        self._paper = QColor(colours.paper)
        self._ink = QColor(colours.ink)
        self._soft = QColor(colours.soft)
        self._line = QColor(colours.line)
        self._selection = QColor(colours.selection)
        self._ring = QColor(colours.ring)
        self._caret = QColor(colours.caret)
        labels = schema.labels if schema is not None else ()
        self._styles = {x.name: _Style(QColor(colours.of(x).ink), QColor(colours.of(x).tint)) for x in labels}
        self._unknown = _Style(self._soft, self._line)
        self._marks: Marks | None = None
        self._placed: dict[int, _Placed] = {}  # by block, for these marks

    def paint(self, painter: QPainter, layout: ArticleLayout, scene: Scene, top: float, bottom: float) -> None:
        """Draw what lies between two heights; the painter's origin is the top left corner of the column."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # sides are said outright here
        # What belongs to a block may stand in the space above it, which is four gaps high at most.
        above, below = layout.typography.body_line, layout.typography.body_line + 4 * layout.typography.paragraph_gap
        blocks = list(layout.visible(top - above, bottom + below))
        if scene.marks is not self._marks:
            self._marks, self._placed = scene.marks, {}
        placed = [self._placed_on(layout, scene.marks, laid, top, bottom) for laid in blocks]
        drawn = [d for p in placed for d in p.drawn]
        # Longer ones first, so that what is nested lies on top; brackets below what is underlined at equal length.
        drawn.sort(key=lambda d: (-d.mark.length, not d.mark.bracket, d.mark.id))
        for item in drawn:
            self._draw_ground(painter, item)
        if scene.selection is not None:
            self._draw_selection(painter, layout, scene.selection, blocks)
        self._draw_wires(painter, layout, scene)
        self._draw_text(painter, layout, blocks, top, bottom)
        for item in drawn:
            self._draw_cue(painter, layout.typography.scale, item)
        self._draw_rings(painter, layout.typography.scale, drawn, scene)
        self._draw_letters(painter, layout, drawn, scene)
        self._draw_margin(painter, layout, scene, placed)
        self._draw_byline(painter, layout, scene.byline, top, bottom)
        if scene.caret is not None:
            self._draw_caret(painter, layout, scene)

    def _style(self, mark: Mark) -> _Style:
        return self._styles.get(mark.label, self._unknown)

    def _placed_on(self, layout: ArticleLayout, marks: Marks, laid: LaidBlock, top: float, bottom: float) -> _Placed:
        """Return where a block's marks are drawn, from last time if nothing has changed: scrolling is quick."""
        found = self._placed.get(laid.index)
        if found is None or found.block is not laid.block or found.top != laid.top:
            drawn = self._place(layout, marks, laid, top, bottom)
            found = _Placed(
                laid.block, laid.top, drawn, margin.bars(layout, marks, laid), margin.numbers(layout, marks, laid)
            )
            if len(laid.block.line_starts) <= _LONG:
                if len(self._placed) > _KEPT:
                    self._placed.clear()
                self._placed[laid.index] = found
        return found

    def _place(self, layout: ArticleLayout, marks: Marks, laid: LaidBlock, top: float, bottom: float) -> list[_Drawn]:
        start, end = laid.block.start, laid.block.end
        lines = len(laid.block.line_starts)
        if lines > _LONG:  # a very long block: only what is near the visible lines
            first = min(max(0, int((top - laid.top) // laid.line_height) - 1), lines - 1)
            last = min(max(0, int((bottom - laid.top) // laid.line_height) + 1), lines - 1)
            start, end = laid.line_range(first)[0], laid.line_range(last)[1]
        found: list[_Drawn] = []
        for part in marks.between(start, end):
            fragment, mark = part.fragment, part.mark
            sides = (
                _side(part.nested_left, free=_is_free(layout.text, fragment.start - 1)),
                _side(part.nested_right, free=_is_free(layout.text, fragment.end)),
            )
            first, last = max(fragment.start, start), min(fragment.end, end)
            for rect in block_rects(layout, laid, first, last):
                opens = rect.opens and first == fragment.start
                closes = rect.closes and last == fragment.end
                if laid.block.mixed:
                    opens = closes = True
                found.append(self._boxed(layout, laid, mark, rect, opens, closes, sides))
        return found

    def _boxed(
        self,
        layout: ArticleLayout,
        laid: LaidBlock,
        mark: Mark,
        rect: LineRect,
        opens: bool,
        closes: bool,
        sides: tuple[float, float],
    ) -> _Drawn:
        scale = layout.typography.scale
        level = min(mark.level, _DEEPEST)
        left = rect.left - (sides[0] * scale if opens else 0.0)
        right = rect.right + (sides[1] * scale if closes else 0.0)
        if mark.bracket:
            room = max(0.0, (laid.line_height - (rect.bottom - rect.top)) / 2 - 0.5)
            above = below = min(room, (4 + 2 * level) * scale)
        else:
            above, below = (1 + 2 * level) * scale, (1 + 3.5 * level) * scale
        box = QRectF(left, round(rect.top - above), right - left, 0)
        box.setBottom(round(rect.bottom + below))
        return _Drawn(mark, rect, box, opens, closes)

    def _draw_ground(self, painter: QPainter, item: _Drawn) -> None:
        if item.mark.suggested or item.mark.cue is Cue.WAVY:
            return
        style = self._style(item.mark)
        strokes.fill_box(painter, item.box, 3.5, style.tint, opens=item.opens, closes=item.closes)
        if item.mark.bracket and item.mark.overlaps:
            edge = QColor(style.ink)
            edge.setAlphaF(0.55)
            painter.setPen(QPen(edge, 1.0))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            inner = item.box.adjusted(0.5, 0.5, -0.5, -0.5)
            painter.drawPath(strokes.edge(inner, 3.5, opens=item.opens, closes=item.closes))

    def _draw_selection(
        self, painter: QPainter, layout: ArticleLayout, selection: Fragment, blocks: list[LaidBlock]
    ) -> None:
        for laid in blocks:
            rects = block_rects(layout, laid, selection.start, selection.end)
            reach = 3.0 * layout.typography.scale
            for rect in rects:
                painter.fillRect(
                    QRectF(rect.left, rect.top - reach, rect.right - rect.left, rect.bottom - rect.top + 2 * reach),
                    self._selection,
                )
            if rects and selection.end > laid.block.end:  # the line feed is selected, too
                last = rects[-1]
                at = last.left - 5 if laid.block.right_to_left else last.right
                painter.fillRect(QRectF(at, last.top - reach, 5, last.bottom - last.top + 2 * reach), self._selection)

    def _draw_text(
        self, painter: QPainter, layout: ArticleLayout, blocks: list[LaidBlock], top: float, bottom: float
    ) -> None:
        painter.setPen(self._ink)
        clip = QRectF(-8, top - 40, layout.width + 16, bottom - top + 80)
        for laid in blocks:
            laid.layout.draw(painter, QPointF(0.0, laid.top), [], clip)

    def _draw_cue(self, painter: QPainter, scale: float, item: _Drawn) -> None:
        style, box, mark = self._style(item.mark), item.box, item.mark
        if mark.bracket:
            if mark.suggested:
                strokes.dotted_edge(painter, box, 3.5, style.ink, 1.5 * scale, opens=item.opens, closes=item.closes)
            return
        thick = max(1.5, round(2 * scale))
        if mark.cue is Cue.WAVY:
            pen = strokes.dotted(style.ink, 1.3 * scale) if mark.suggested else QPen(style.ink, 1.2 * scale)
            painter.setPen(pen)
            strokes.wave(painter, box.left(), box.right(), box.bottom() + 0.5, 1.6 * scale)
        elif mark.suggested:
            painter.setPen(strokes.dotted(style.ink, 1.9 * scale))
            y = box.bottom() + thick / 2
            painter.drawLine(QPointF(box.left() + 1.5, y), QPointF(box.right() - 1, y))
        elif mark.cue is Cue.DOUBLE_UNDERLINE:
            thin = max(1.0, round(1.2 * scale))
            painter.fillRect(QRectF(box.left(), box.bottom() - thin, box.width(), thin), style.ink)
            painter.fillRect(QRectF(box.left(), box.bottom() + thin, box.width(), thin), style.ink)
        else:
            painter.fillRect(QRectF(box.left(), box.bottom(), box.width(), thick), style.ink)

    def _draw_rings(self, painter: QPainter, scale: float, drawn: list[_Drawn], scene: Scene) -> None:
        """Draw one ring around the current item, and a thin one around both ends of each of its links."""
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for item in drawn:
            current = item.mark.id == scene.current
            around, below = (0.0, 0.0) if item.mark.bracket else (1.5, 4.5 * scale)
            if current:
                painter.setPen(QPen(self._ring, 1.6 * scale))
                self._draw_ring(painter, item, 5 * scale, around, below)
            if item.mark.id in scene.linked:
                painter.setPen(QPen(self._ring, max(0.8, 0.8 * scale)))
                further = 2.5 * scale if current else 0.0
                self._draw_ring(painter, item, 5 * scale + further, around + further, below + further)

    @staticmethod
    def _draw_ring(painter: QPainter, item: _Drawn, radius: float, around: float, below: float) -> None:
        rect = item.box.adjusted(-around if item.opens else 0, -around, around if item.closes else 0, below)
        painter.drawPath(strokes.edge(rect, radius, opens=item.opens, closes=item.closes))

    def _draw_wires(self, painter: QPainter, layout: ArticleLayout, scene: Scene) -> None:
        """Draw the connectors: in the gutter and between the lines, and below the text in case they touch it."""
        if not scene.wires:
            return
        colour = QColor(self._ring)
        colour.setAlphaF(0.6)
        for wire in scene.wires:
            painter.setPen(QPen(colour, max(1.0, layout.typography.scale)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPath(wire.path)
            painter.setBrush(colour)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawEllipse(wire.end, 2.2 * layout.typography.scale, 2.2 * layout.typography.scale)
        painter.setPen(self._soft)
        painter.setFont(layout.typography.role)
        side = Qt.AlignmentFlag.AlignRight if layout.mirrored else Qt.AlignmentFlag.AlignLeft
        flags = side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip
        for wire in scene.wires:
            if wire.words is not None:
                painter.drawText(wire.words, flags, wire.role)

    def _draw_letters(self, painter: QPainter, layout: ArticleLayout, drawn: list[_Drawn], scene: Scene) -> None:
        font = layout.typography.letter
        painter.setFont(font)
        height = layout.typography.letter_height
        taken: dict[tuple[int, int], list[tuple[float, float]]] = {}
        for item in sorted((d for d in drawn if not d.mark.bracket and d.opens), key=lambda d: d.box.left()):
            if item.mark.cue is Cue.WAVY and not item.mark.suggested and item.mark.level <= _DEEPEST:
                continue
            line = taken.setdefault((item.line.block, item.line.line), [])
            width = layout.typography.letter_width(item.mark.letter)
            x = item.box.left() + 2.0
            for start, end in line:
                if x < end and x + width > start:
                    x = end
            line.append((x, x + width + 2.0))
            baseline = item.line.top - 1.0 * layout.typography.scale
            if item.mark.id == scene.current or item.mark.id in scene.linked:  # a ring runs here
                ground = QRectF(x - 1.5, baseline - height - 1, width + 3, height + 2)
                painter.fillRect(ground, self._paper)
            painter.setPen(self._style(item.mark).ink)
            painter.drawText(QPointF(x, baseline), item.mark.letter)

    def _draw_margin(self, painter: QPainter, layout: ArticleLayout, scene: Scene, placed: list[_Placed]) -> None:
        painter.setFont(layout.typography.number)
        for bar in (b for p in placed for b in p.bars):
            style = self._style(bar.mark)
            if bar.link is not None:
                painter.fillRect(bar.link, style.ink)
            if bar.bar is not None:
                self._draw_bar(painter, style, bar.bar, suggested=bar.mark.suggested)
        side = Qt.AlignmentFlag.AlignLeft if layout.mirrored else Qt.AlignmentFlag.AlignRight
        flags = side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip
        for number in (n for p in placed for n in p.numbers):
            painter.setPen(self._style(number.marks[0]).ink)
            painter.drawText(number.rect, flags, number.words(scene.current, mirrored=layout.mirrored))

    @staticmethod
    def _draw_bar(painter: QPainter, style: _Style, bar: QRectF, *, suggested: bool) -> None:
        if suggested:
            painter.setPen(strokes.dotted(style.ink, min(2.4, bar.width())))
            x = bar.center().x()
            painter.drawLine(QPointF(x, bar.top() + 2), QPointF(x, bar.bottom() - 2))
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(style.ink)
            painter.drawRoundedRect(bar, bar.width() / 2, bar.width() / 2)

    def _draw_byline(self, painter: QPainter, layout: ArticleLayout, byline: str, top: float, bottom: float) -> None:
        kind = layout.typography
        at = layout.byline_top
        if not byline or at > bottom or at + kind.byline_room < top:
            return
        painter.setFont(kind.byline)
        painter.setPen(self._soft)
        words = QFontMetricsF(kind.byline).elidedText(byline, Qt.TextElideMode.ElideRight, layout.width)
        rect = QRectF(0, at + kind.byline_offset, layout.width, kind.byline_height)
        # On the side where the article itself begins.
        from_right = runs_right_to_left(layout.text[:_BEGINNING])
        side = Qt.AlignmentFlag.AlignRight if from_right else Qt.AlignmentFlag.AlignLeft
        painter.drawText(rect, side | Qt.AlignmentFlag.AlignVCenter, words)
        painter.fillRect(QRectF(0, at + kind.byline_rule, layout.width, 1), self._line)

    def _draw_caret(self, painter: QPainter, layout: ArticleLayout, scene: Scene) -> None:
        assert scene.caret is not None
        bar = caret_bar(layout, scene.caret, upstream=scene.upstream)
        width = max(1.5, round(2 * layout.typography.scale))
        rect = QRectF(round(bar.left()) - width / 2, bar.top() - 1, width, bar.height() + 2)
        painter.fillRect(rect, self._caret if scene.focused else self._soft)


def _side(nested: int, *, free: bool) -> float:
    """Room between the letters and the edge of a mark, before scaling; within a word there is hardly any."""
    return (2.0 + 1.5 * min(nested, _DEEPEST)) * (1.0 if free else 0.4)


def _is_free(text: str, at: int) -> bool:
    """Whether there is white space, or nothing, at a position: room for a mark's edge."""
    return not 0 <= at < len(text) or text[at].isspace()
