"""The window's frame: where the parts are, and nothing about what they do.

It is painted once before any part exists (grounds and lines only), so that a window stands on the screen while the
rest is built. Until then ``Qt`` is not asked for: PySide makes its hundred enums at the first use, in 14 ms.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QMainWindow, QSplitter, QVBoxLayout, QWidget

from desktop.ui.theme import Look, palette

if TYPE_CHECKING:
    from desktop.ui.widgets import SidePane

QUEUE_WIDTH = 272
CARDS_WIDTH = 344
LEAST = (200, 320, 280)
NARROW = (130, 200, 180)
"""Least widths of the panes, and those in a window that has no room even for two of them."""
QUEUE, CARDS = "queue", "cards"
HEADER = 41
FOOTER = 26


class Ground(QWidget):
    """Paints what the finished window will look like without its contents."""

    painted = Signal()

    def __init__(self, look: Look) -> None:
        """Build the ground."""
        super().__init__()
        self._look = look
        self._told = False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint grounds and lines."""
        colours = palette(self._look.theme)
        painter = QPainter(self)
        w, h = self.width(), self.height()
        painter.setBackground(colours.window())
        painter.eraseRect(self.rect())  # not fillRect, which looks at enums of Qt
        panels = (
            QRect(0, 0, w, HEADER),
            QRect(0, h - FOOTER, w, FOOTER),
            QRect(0, HEADER, QUEUE_WIDTH, h - HEADER - FOOTER),
            QRect(w - CARDS_WIDTH, HEADER, CARDS_WIDTH, h - HEADER - FOOTER),
        )
        lines = (
            QRect(0, HEADER - 1, w, 1),
            QRect(0, h - FOOTER, w, 1),
            QRect(QUEUE_WIDTH - 1, HEADER, 1, h - HEADER - FOOTER),
            QRect(w - CARDS_WIDTH, HEADER, 1, h - HEADER - FOOTER),
        )
        for brush, rects in ((colours.alternateBase(), panels), (colours.mid(), lines)):
            painter.setBackground(brush)
            for rect in rects:
                if self.isRightToLeft():
                    rect.moveLeft(w - rect.left() - rect.width())
                painter.eraseRect(rect)
        painter.end()
        if not self._told:
            self._told = True
            self.painted.emit()


class MainWindow(QMainWindow):
    """A frame of five parts: header, notices, three panes side by side, status line."""

    closing = Signal()
    dropped = Signal(object)  # list[Path]
    unclaimed = Signal(object)  # QKeyEvent that nothing in the window took; to be accepted by who does

    def __init__(self, look: Look) -> None:
        """Build the empty frame."""
        super().__init__()
        self.setWindowTitle("Pressmark")
        self.setMinimumSize(900, 560)
        self.resize(1440, 900)
        self.setAcceptDrops(True)
        self.ground = Ground(look)
        self.setCentralWidget(self.ground)
        self.splitter = QSplitter()
        self._closed = False
        self._panes: tuple[QWidget, ...] = ()
        self._side = CARDS

    def show_early(self, queue: QWidget) -> None:
        """Put the queue on the ground while the rest is built; ``assemble`` then takes it over."""
        queue.setParent(self.ground)
        left = self.ground.width() - QUEUE_WIDTH if self.isRightToLeft() else 0
        queue.setGeometry(left, HEADER, QUEUE_WIDTH, self.ground.height() - HEADER - FOOTER)
        queue.show()
        queue.repaint()  # now: what is built next takes longer than an eye waits

    def assemble(
        self, header: QWidget, notices: QWidget, left: SidePane, middle: QWidget, right: SidePane, status: QWidget
    ) -> None:
        """Put the parts in place of the ground."""
        body = QWidget()
        body.setObjectName("frame")
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(header)
        column.addWidget(notices)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        self._panes = (left, middle, right)
        for pane in self._panes:
            self.splitter.addWidget(pane)
        self._limit_panes()
        left.wanted.connect(lambda: self.show_side(QUEUE))
        right.wanted.connect(lambda: self.show_side(CARDS))
        for n, stretch in enumerate((0, 1, 0)):
            self.splitter.setStretchFactor(n, stretch)
        sides = 1.0 if self.width() >= sum(LEAST) else 0.6
        left_width, right_width = round(QUEUE_WIDTH * sides), round(CARDS_WIDTH * sides)
        self.splitter.setSizes([left_width, max(NARROW[1], self.width() - left_width - right_width), right_width])
        column.addWidget(self.splitter, 1)
        column.addWidget(status)
        self.setCentralWidget(body)

    @property
    def side(self) -> str:
        """Which pane stands beside the article where there is no room for both: ``QUEUE`` or ``CARDS``."""
        return self._side

    def show_side(self, side: str) -> None:
        """Let the queue or the cards stand beside the article; where there is room for both, both stay."""
        if side in (QUEUE, CARDS) and side != self._side:
            self._side = side
            self._limit_panes()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many panes as there is room for: one beside the article on a small screen, or at 200 %."""
        super().resizeEvent(event)
        self._limit_panes()

    def _limit_panes(self) -> None:
        if not self._panes:
            return
        left, _, right = self._panes
        both = self.width() >= sum(LEAST)
        # The one that comes is shown first, so that the keyboard has somewhere to go.
        for pane, name in sorted(((left, QUEUE), (right, CARDS)), key=lambda p: p[1] != self._side):
            shown = both or name == self._side
            if pane.isHidden() == shown:
                pane.setVisible(shown)
        least = LEAST if both or self.width() >= max(LEAST[0], LEAST[2]) + LEAST[1] else NARROW
        for pane, width in zip(self._panes, least, strict=True):
            pane.setMinimumWidth(width)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Offer a key that nothing took."""
        event.ignore()
        self.unclaimed.emit(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let the parts end their work; nothing needs saving."""
        if not self._closed:
            self._closed = True
            self.closing.emit()
        event.accept()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand over the files."""
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        event.acceptProposedAction()
        self.dropped.emit(paths)
