"""The coloured strip above an article that is shown as it was."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.ui.article.colours import LIGHT, ArticleColours, mix
from desktop.ui.article.typography import sans


class Banner(QWidget):
    """One line of words on a strip."""

    HEIGHT = 30

    def __init__(self, parent: QWidget) -> None:
        """Begin hidden."""
        super().__init__(parent)
        self._colours = LIGHT
        self._words = ""
        self.hide()

    def set_words(self, words: str) -> None:
        """Say what the strip says."""
        self._words = words
        self.setAccessibleName(words)
        self.update()

    def set_colours(self, colours: ArticleColours) -> None:
        """Take the theme's colours."""
        self._colours = colours
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw strip and words."""
        painter = QPainter(self)
        colours = self._colours
        painter.fillRect(self.rect(), QColor(mix(colours.warn, colours.paper, 0.2)))
        painter.fillRect(QRectF(0, self.height() - 2, self.width(), 2), QColor(colours.warn))
        painter.setPen(QColor(colours.ink))
        painter.setFont(sans(13))
        painter.drawText(self.rect().adjusted(16, 0, -16, -2), Qt.AlignmentFlag.AlignCenter, self._words)
        painter.end()
