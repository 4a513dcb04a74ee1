"""The article's text as paragraphs of laid-out lines, made when they are needed.

A paragraph is a line of ``Article.text``; blank lines become space between paragraphs. A paragraph longer than
``PIECE`` code points is shown as several blocks without space between them. Each block has one ``QTextLayout``, made
when the block comes on screen and given up when many others were made since; of the others only the height is kept,
first an estimate, then the exact one (``lay_next``). Positions are code points of the article; distances are pixels
from the top left corner of the text column.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from math import ceil as round_up

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QTextLayout, QTextOption

from annotation_schema.offsets import Utf16Map
from desktop.ui.article import graphemes
from desktop.ui.article.display_text import displayed, has_mixed_direction, runs_right_to_left
from desktop.ui.article.heights import Heights
from desktop.ui.article.typography import Typography

PIECE = 8_000
"""Code points of the longest block."""
KEPT = 250_000
"""Code points whose layouts are kept; beyond it the one used longest ago goes."""
TOP = 28.0
BOTTOM = 120.0
_BLANK = " \t\r"


class Kind(Enum):
    """How a block is set."""

    HEADLINE = auto()
    BODY = auto()


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the article that becomes one block.

    ``blanks``: blank lines before it; ``joined``: no line feed before it, the paragraph goes on.
    """

    start: int
    end: int
    kind: Kind = Kind.BODY
    blanks: int = 0
    joined: bool = False


def split_article(text: str, title: str = "") -> list[Piece]:
    """Return the pieces of an article in order; blank lines belong to none.

    Lines that together equal ``title`` at the beginning are the headline.
    """
    headline_end = _headline_end(text, title)
    pieces: list[Piece] = []
    start, blanks = 0, 0
    for line in text.split("\n"):
        end = start + len(line)
        if line.strip(_BLANK):
            kind = Kind.HEADLINE if end <= headline_end else Kind.BODY
            visible_end = end - 1 if line.endswith("\r") else end
            if visible_end - start <= PIECE:
                pieces.append(Piece(start, visible_end, kind, blanks))
            else:
                pieces.extend(_cut(text, start, visible_end, kind, blanks))
            blanks = 0
        else:
            blanks += 1
        start = end + 1
    return pieces


def _headline_end(text: str, title: str) -> int:
    title = title.strip()
    begin = len(text) - len(text.lstrip()) if title else 0
    end = begin + len(title)
    if not title or not text.startswith(title, begin) or text[end : end + 1] not in ("", "\n", "\r"):
        return 0
    return end + 1 if text[end : end + 1] == "\r" else end


def _cut(text: str, start: int, end: int, kind: Kind, blanks: int) -> Iterator[Piece]:
    first = start
    while end - start > PIECE:
        cut = text.rfind(" ", start + PIECE // 2, start + PIECE - 1) + 1
        if cut <= 0 or not graphemes.is_border(text, cut):
            cut = graphemes.floor(text, start + PIECE)
        if cut <= start:  # one character of thousands of code points
            cut = start + PIECE
        yield Piece(start, cut, kind, blanks if start == first else 0, start != first)
        start = cut
    yield Piece(start, end, kind, blanks if start == first else 0, start != first)


class Block:
    """One piece with its place; ``layout`` is there only while it is needed (see ``ArticleLayout.laid``)."""

    __slots__ = ("exact", "layout", "line_starts", "mixed", "piece", "right_to_left", "units")

    def __init__(self, piece: Piece) -> None:
        """Begin without a layout, the height being an estimate."""
        self.piece = piece
        self.exact = False
        self.layout: QTextLayout | None = None
        self.units: Utf16Map | None = None
        self.line_starts: list[int] = []  # UTF-16 units from the start of the block
        self.mixed = False
        self.right_to_left = False

    @property
    def start(self) -> int:
        """First code point."""
        return self.piece.start

    @property
    def end(self) -> int:
        """Code point after the last."""
        return self.piece.end


@dataclass(slots=True)
class LaidBlock:
    """A block whose layout exists now; use it before the next call that may lay out others."""

    index: int
    block: Block
    layout: QTextLayout
    units: Utf16Map
    top: float
    line_height: float

    def line_of(self, position: int, *, upstream: bool = False) -> int:
        """Return the line of a position; where two lines meet, the later one unless ``upstream``."""
        unit = self.units.to_utf16(position - self.block.start)
        line = bisect_right(self.block.line_starts, unit) - 1
        if upstream and line > 0 and self.block.line_starts[line] == unit:
            line -= 1
        return line

    def line_range(self, line: int) -> tuple[int, int]:
        """Return the code points of a line, white space at its end included."""
        starts = self.block.line_starts
        start = self.block.start + self.units.to_code_point(starts[line])
        if line + 1 < len(starts):
            return start, self.block.start + self.units.to_code_point(starts[line + 1])
        return start, self.block.end


class ArticleLayout:
    """Layout of one article for one column width and one text size."""

    def __init__(self, text: str, title: str, typography: Typography, width: float, *, byline: bool = True) -> None:
        """Split the text and estimate heights; nothing is laid out yet. ``byline``: leave room for that line."""
        self.text = text
        self.typography = typography
        self.width = width
        self.pieces = split_article(text, title)
        self.headline_blocks = sum(1 for p in self.pieces if p.kind is Kind.HEADLINE)
        self._byline_room = typography.byline_room if byline else 0.0
        self.blocks: list[Block] = []
        self._starts = [p.start for p in self.pieces]
        self._heights = Heights((), ())
        self._kept: OrderedDict[int, int] = OrderedDict()  # block index -> code points, used longest ago first
        self._kept_size = 0
        self._cursor = 0  # blocks before this one have exact heights
        self._begin()

    def _begin(self) -> None:
        self.blocks = [Block(p) for p in self.pieces]
        gaps = [self._gap(i, p) for i, p in enumerate(self.pieces)]
        self._heights = Heights(gaps, [self._estimate(p) for p in self.pieces])
        self._kept.clear()
        self._kept_size = 0
        self._cursor = 0

    def restyle(self, typography: Typography, width: float) -> None:
        """Set the same text at another size or width; all heights are estimates again."""
        self.typography = typography
        self.width = width
        self._byline_room = typography.byline_room if self._byline_room else 0.0
        self._begin()

    def _gap(self, index: int, piece: Piece) -> float:
        if index == self.headline_blocks:
            return self._byline_room
        if index == 0 or piece.joined or piece.kind is Kind.HEADLINE:
            return 0.0
        return self.typography.paragraph_gap * (1 + min(max(piece.blanks - 1, 0), 3))

    def _estimate(self, piece: Piece) -> float:
        if piece.kind is Kind.HEADLINE:
            width, height = self.typography.headline_character, self.typography.headline_line
        else:
            width, height = self.typography.body_character, self.typography.body_line
        return max(1, round_up((piece.end - piece.start) * width / self.width)) * height

    @property
    def total_height(self) -> float:
        """Height of the whole article with its margins; an estimate until ``is_exact``."""
        return TOP + (self._heights.total if self.blocks else self._byline_room) + BOTTOM

    @property
    def is_exact(self) -> bool:
        """Whether all heights are known."""
        return self._cursor >= len(self.blocks)

    @property
    def byline_top(self) -> float:
        """Where the room for the byline begins."""
        if not self.headline_blocks:
            return TOP
        return self.bottom(self.headline_blocks - 1)

    def top(self, index: int) -> float:
        """Return where a block begins (its first line, below the gap)."""
        return TOP + self._heights.top(index)

    def bottom(self, index: int) -> float:
        """Return where a block's last line ends."""
        return TOP + self._heights.bottom(index)

    def gap(self, index: int) -> float:
        """Return the space above a block."""
        return self._gap(index, self.pieces[index])

    def index_at(self, y: float) -> int:
        """Return the block at a height, or the nearest one above; 0 above the first. Raises ValueError if empty."""
        if not self.blocks:
            raise ValueError("the article has no text")
        return self._heights.index_at(y - TOP)

    def index_of(self, position: int) -> int:
        """Return the block that holds a position, or the last one before it; where two pieces meet, the later."""
        if not self.blocks:
            raise ValueError("the article has no text")
        return max(0, bisect_right(self._starts, position) - 1)

    def nearest(self, position: int, *, forward: bool = True) -> int:
        """Return a position that lies in a block: the same one, or the nearest on the side asked for."""
        if not self.blocks:
            return 0
        index = self.index_of(position)
        block = self.blocks[index]
        if position < block.start:
            return block.start
        if position <= block.end:
            return position
        return self.blocks[index + 1].start if forward and index + 1 < len(self.blocks) else block.end

    def laid(self, index: int) -> LaidBlock:
        """Return a block with its lines laid out; may change its height, and so the place of those below it."""
        block = self.blocks[index]
        if block.layout is None:
            self._heights.set(index, self._make_lines(block))
            block.exact = True
            self._keep(index, block)
        else:
            self._kept.move_to_end(index)
        layout, units = block.layout, block.units
        assert layout is not None and units is not None
        return LaidBlock(index, block, layout, units, self.top(index), self._line_height(block.piece))

    def _line_height(self, piece: Piece) -> float:
        return self.typography.headline_line if piece.kind is Kind.HEADLINE else self.typography.body_line

    def _make_lines(self, block: Block) -> float:
        headline = block.piece.kind is Kind.HEADLINE
        text = displayed(self.text[block.start : block.end])
        block.units = Utf16Map(text)
        block.mixed = has_mixed_direction(text)
        block.right_to_left = block.mixed and runs_right_to_left(text)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTabStopDistance(4 * self.typography.body_character)
        if block.right_to_left:
            option.setTextDirection(Qt.LayoutDirection.RightToLeft)
            option.setAlignment(Qt.AlignmentFlag.AlignRight)
        else:
            option.setTextDirection(Qt.LayoutDirection.LeftToRight)
        layout = QTextLayout(text, self.typography.headline if headline else self.typography.body)
        layout.setTextOption(option)
        layout.setCacheEnabled(True)
        step = self._line_height(block.piece)
        baseline = self.typography.headline_baseline if headline else self.typography.body_baseline
        starts: list[int] = []
        layout.beginLayout()
        while True:
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(self.width)
            # Lines stand by their baselines: a fallback font with taller letters must not push them apart.
            line.setPosition(QPointF(0.0, len(starts) * step + baseline - line.ascent()))
            starts.append(line.textStart())
        layout.endLayout()
        block.layout = layout
        block.line_starts = starts or [0]
        return len(block.line_starts) * step

    def _keep(self, index: int, block: Block) -> None:
        size = block.end - block.start
        self._kept[index] = size
        self._kept_size += size
        while self._kept_size > KEPT and len(self._kept) > 1:
            oldest, old_size = self._kept.popitem(last=False)
            self._kept_size -= old_size
            self._forget(self.blocks[oldest])

    @staticmethod
    def _forget(block: Block) -> None:
        block.layout = None
        block.units = None
        block.line_starts = []

    def visible(self, top: float, bottom: float) -> Iterator[LaidBlock]:
        """Give the blocks between two heights, laid out; those above ``top`` do not move."""
        if not self.blocks:
            return
        index = self.index_at(top)
        while index < len(self.blocks) and self.top(index) < bottom:
            laid = self.laid(index)
            if self.bottom(index) >= top:
                yield laid
            index += 1

    def lay_next(self, count: int) -> bool:
        """Find exact heights of up to ``count`` further blocks; return whether there are more to do."""
        end = min(self._cursor + count, len(self.blocks))
        for index in range(self._cursor, end):
            block = self.blocks[index]
            if block.exact:
                continue
            self._heights.set(index, self._make_lines(block))
            block.exact = True
            if self._kept_size < KEPT // 2:
                self._keep(index, block)
            else:
                self._forget(block)
        self._cursor = end
        return not self.is_exact


def count_words(text: str) -> int:
    """Return how many stretches without white space the text has."""
    return len(text.split())
