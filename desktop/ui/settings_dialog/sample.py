"""A few lines set as the article is, for the page on reading."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPaintEvent, QTextLayout
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotation_schema.wording import translate
from desktop.ui.article.typography import Typography

WORDS = (
    "“We will not sell the last public beach,” Mayor Tomas Wilder told the crowd. Northline Ferries, which runs the "
    "existing route to Brennholm, rejected the charge: the terminal will create 400 jobs within three years, said "
    "Greta Oyelaran, the company’s head of operations. The council meets again on 2 April."
)


class ReadingSample(QWidget):
    """Paints as many lines as there is room for."""

    def __init__(self) -> None:
        """Begin with the normal face."""
        super().__init__()
        self._kind = Typography()
        self.setMinimumHeight(120)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(translate("Settings", "Sample of the article's text"))

    def show_kind(self, kind: Typography) -> None:
        """Set the sample in another face."""
        self._kind = kind
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lines."""
        painter = QPainter(self)
        painter.setPen(self.palette().text().color())
        painter.setClipRect(self.rect())
        layout = QTextLayout(WORDS, self._kind.body)
        layout.beginLayout()
        y = 0.0
        while True:
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(min(self._kind.measure, self.width()))
            if y + self._kind.body_line > self.height() + 2:
                line.setNumColumns(0)
                break
            line.setPosition(QPointF(0, y + (self._kind.body_line - line.height()) / 2))
            y += self._kind.body_line
        layout.endLayout()
        # A line for which there is no room would be painted at the top.
        for n in range(layout.lineCount()):
            line = layout.lineAt(n)
            if (n + 1) * self._kind.body_line <= self.height() + 2:
                line.draw(painter, QPointF(0, 0))
        painter.end()
