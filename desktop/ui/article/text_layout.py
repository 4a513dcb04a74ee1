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
from typing import NamedTuple

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QTextLayout, QTextOption

from annotation_schema.offsets import Utf16Map
from desktop.core import graphemes
from desktop.ui.article.cells import Cell, line_cells
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


class Piece(NamedTuple):
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
    """The lines of one piece; lives only while they are needed (see ``ArticleLayout.laid``)."""

    __slots__ = ("cells", "layout", "line_starts", "mixed", "piece", "right_to_left", "units")

    def __init__(self, piece: Piece, layout: QTextLayout, units: Utf16Map, text: str) -> None:
        """Keep the layout alive together with what was found out about its text."""
        self.piece = piece
        self.layout = layout
        self.units = units
        self.mixed = has_mixed_direction(text)
        self.right_to_left = self.mixed and runs_right_to_left(text)
        self.line_starts: list[int] = []  # UTF-16 units from the start of the block
        self.cells: dict[int, list[Cell]] = {}  # by line, where directions are mixed; made when asked for

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
    """A block in its place; the place is right until the next call that lays out others."""

    index: int
    block: Block
    top: float
    line_height: float

    @property
    def layout(self) -> QTextLayout:
        """The lines; safe as long as this object is."""
        return self.block.layout

    @property
    def units(self) -> Utf16Map:
        """Code points and UTF-16 units, both from the start of the block."""
        return self.block.units

    def line_of(self, position: int, *, upstream: bool = False) -> int:
        """Return the line of a position; where two lines meet, the later one unless ``upstream``."""
        unit = self.units.to_utf16(position - self.block.start)
        line = bisect_right(self.block.line_starts, unit) - 1
        if upstream and line > 0 and self.block.line_starts[line] == unit:
            line -= 1
        return line

    def unit_range(self, line: int) -> tuple[int, int]:
        """Return the UTF-16 units of a line, white space at its end included."""
        starts = self.block.line_starts
        return starts[line], starts[line + 1] if line + 1 < len(starts) else self.units.utf16_length

    def cells(self, line: int) -> list[Cell]:
        """Return where each character of a line stands; for blocks of mixed direction."""
        found = self.block.cells.get(line)
        if found is None:
            found = line_cells(self.layout, line, self.unit_range(line)[1])
            self.block.cells[line] = found
        return found

    def line_range(self, line: int) -> tuple[int, int]:
        """Return the code points of a line, white space at its end included."""
        first, last = self.unit_range(line)
        return self.block.start + self.units.to_code_point(first), self.block.start + self.units.to_code_point(last)


class ArticleLayout:
    """Layout of one article for one column width and one text size."""

    def __init__(self, text: str, title: str, typography: Typography, width: float, *, byline: bool = True) -> None:
        """Split the text and estimate heights; nothing is laid out yet. ``byline``: leave room for that line."""
        self.mirrored = False
        """Whether the interface runs from right to left: what stands left of the column stands right of it."""
        self.text = text
        self.typography = typography
        self.width = width
        self.pieces = split_article(text, title)
        self.headline_blocks = sum(1 for p in self.pieces if p.kind is Kind.HEADLINE)
        self._byline_room = typography.byline_room if byline else 0.0
        self._starts = [p.start for p in self.pieces]
        self._heights = Heights((), ())
        self._kept: OrderedDict[int, Block] = OrderedDict()  # by index, used longest ago first
        self._exact = bytearray()  # 1 for each block whose height is known
        self._kept_size = 0
        self._cursor = 0  # blocks before this one have exact heights
        self._begin()

    def _begin(self) -> None:
        kind = self.typography
        gap = kind.paragraph_gap
        gaps = [0.0 if p.joined else gap * min(max(p.blanks, 1), 4) for p in self.pieces]
        share = kind.body_character / self.width
        heights = [round_up((p.end - p.start) * share) * kind.body_line for p in self.pieces]
        for index in range(self.headline_blocks):
            piece = self.pieces[index]
            gaps[index] = 0.0
            lines = round_up((piece.end - piece.start) * kind.headline_character / self.width)
            heights[index] = lines * kind.headline_line
        if self.headline_blocks < len(gaps):
            gaps[self.headline_blocks] = self._byline_room
        self._gaps = gaps
        self._heights = Heights(gaps, heights)
        self._exact = bytearray(len(self.pieces))
        self._kept.clear()
        self._kept_size = 0
        self._cursor = 0

    def restyle(self, typography: Typography, width: float) -> None:
        """Set the same text at another size or width; all heights are estimates again."""
        self.typography = typography
        self.width = width
        self._byline_room = typography.byline_room if self._byline_room else 0.0
        self._begin()

    @property
    def total_height(self) -> float:
        """Height of the whole article with its margins; an estimate until ``is_exact``."""
        return TOP + (self._heights.total if self.pieces else self._byline_room) + BOTTOM

    @property
    def is_exact(self) -> bool:
        """Whether all heights are known."""
        return self._cursor >= len(self.pieces)

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
        return self._gaps[index]

    def index_at(self, y: float) -> int:
        """Return the block at a height, or the nearest one above; 0 above the first. Raises ValueError if empty."""
        if not self.pieces:
            raise ValueError("the article has no text")
        return self._heights.index_at(y - TOP)

    def index_of(self, position: int) -> int:
        """Return the block that holds a position, or the last one before it; where two pieces meet, the later."""
        if not self.pieces:
            raise ValueError("the article has no text")
        return max(0, bisect_right(self._starts, position) - 1)

    def nearest(self, position: int, *, forward: bool = True) -> int:
        """Return a position that lies in a block: the same one, or the nearest on the side asked for."""
        if not self.pieces:
            return 0
        index = self.index_of(position)
        block = self.pieces[index]
        if position < block.start:
            return block.start
        if position <= block.end:
            return position
        return self.pieces[index + 1].start if forward and index + 1 < len(self.pieces) else block.end

    def laid(self, index: int) -> LaidBlock:
        """Return a block with its lines laid out; may change its height, and so the place of those below it."""
        block = self._kept.get(index)
        if block is None:
            block = self._make(index)
            self._keep(index, block)
        else:
            self._kept.move_to_end(index)
        return LaidBlock(index, block, self.top(index), self._line_height(block.piece))

    def _make(self, index: int) -> Block:
        block = self._make_lines(self.pieces[index])
        self._heights.set(index, len(block.line_starts) * self._line_height(block.piece))
        self._exact[index] = 1
        return block

    def _line_height(self, piece: Piece) -> float:
        return self.typography.headline_line if piece.kind is Kind.HEADLINE else self.typography.body_line

    def _make_lines(self, piece: Piece) -> Block:
        headline = piece.kind is Kind.HEADLINE
        text = displayed(self.text[piece.start : piece.end])
        layout = QTextLayout(text, self.typography.headline if headline else self.typography.body)
        block = Block(piece, layout, Utf16Map(text), text)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTabStopDistance(4 * self.typography.body_character)
        if block.right_to_left:
            option.setTextDirection(Qt.LayoutDirection.RightToLeft)
            option.setAlignment(Qt.AlignmentFlag.AlignRight)
        else:
            option.setTextDirection(Qt.LayoutDirection.LeftToRight)
        layout.setTextOption(option)
        layout.setCacheEnabled(True)
        step = self._line_height(piece)
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
        block.line_starts = starts or [0]
        return block

    def _keep(self, index: int, block: Block) -> None:
        self._kept[index] = block
        self._kept_size += block.end - block.start
        while self._kept_size > KEPT and len(self._kept) > 1:
            _, oldest = self._kept.popitem(last=False)
            self._kept_size -= oldest.end - oldest.start

    def visible(self, top: float, bottom: float) -> Iterator[LaidBlock]:
        """Give the blocks between two heights, laid out; those above ``top`` do not move."""
        if not self.pieces:
            return
        index = self.index_at(top)
        while index < len(self.pieces) and self.top(index) < bottom:
            laid = self.laid(index)
            if self.bottom(index) >= top:
                yield laid
            index += 1

    def lay_next(self, count: int = 1) -> bool:
        """Find exact heights of up to ``count`` further blocks; return whether there are more to do."""
        end = min(self._cursor + count, len(self.pieces))
        for index in range(self._cursor, end):
            if not self._exact[index]:
                block = self._make(index)
                if self._kept_size < KEPT // 2:
                    self._keep(index, block)
        self._cursor = end
        return not self.is_exact
