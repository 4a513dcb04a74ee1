"""The tabs over the cards: whole words where they have room, else the keys of labels beside the tab in front."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QTabBar

from annotation_schema.wording import translate


@dataclass
class _Title:
    words: str
    key: str
    count: int

    def forms(self) -> tuple[str, str, str]:
        """Return the whole, the key with the count, and the key."""
        return self.words, f"{self.key} {self.count}" if self.count else self.key, self.key


class CardTabs(QTabBar):
    """The tab in front always has its words; the others get shorter together. Names for screen readers stay whole."""

    def __init__(self) -> None:
        """Build it without tabs."""
        super().__init__()
        self._titles: list[_Title] = []
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(False)
        self.setElideMode(Qt.TextElideMode.ElideRight)
        self.setAccessibleName(translate("Claims", "Claims, actors, locations, notes"))
        self.currentChanged.connect(self._fit)

    def clear(self) -> None:
        """Take all tabs away."""
        self._titles.clear()
        while self.count():
            self.removeTab(0)

    def add(self, words: str, key: str) -> None:
        """Append a tab; ``key`` stands for it where there is little room."""
        self._titles.append(_Title(words, key, 0))
        self.addTab(words)
        self._fit()

    def set_title(self, index: int, words: str, key: str, count: int) -> None:
        """Give a tab other words."""
        wanted = _Title(words, key, count)
        if self._titles[index] != wanted:
            self._titles[index] = wanted
            self._fit()

    def titles(self) -> list[str]:
        """Return the words of all tabs, also where keys stand for them."""
        return [title.words for title in self._titles]

    def minimumSizeHint(self) -> QSize:
        """May shrink: shorter forms take over."""
        return QSize(60, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose the forms anew."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew with another font."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _fit(self) -> None:
        if not self.count():
            return
        measure, front = self.fontMetrics().horizontalAdvance, self.currentIndex()
        beside = self.tabSizeHint(0).width() - measure(self.tabText(0))  # what the style adds to the words
        shown: list[str] = []
        for form in range(3):
            shown = [t.forms()[0 if n == front else form] for n, t in enumerate(self._titles)]
            if sum(measure(words) + beside for words in shown) <= self.width():
                break
        for n, (words, title) in enumerate(zip(shown, self._titles, strict=True)):
            if n < self.count() and self.tabText(n) != words:
                self.setTabText(n, words)
                self.setTabToolTip(n, "" if words == title.words else title.words)
            self.setAccessibleTabName(n, title.words)
