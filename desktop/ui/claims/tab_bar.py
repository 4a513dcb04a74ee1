"""The tabs over the cards: whole words where they have room, else the keys of labels beside the tab in front."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QTabBar

from annotation_schema.wording import translate

_KEPT = 500
"""Widths of so many words are known."""


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
        self._widths: dict[str, int] = {}
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
            self._widths.clear()
            self._fit()

    def _fit(self) -> None:
        front, number = self.currentIndex(), min(self.count(), len(self._titles))
        titles, shown = self._titles[:number], [""] * number
        for form in range(3):
            shown = [title.forms()[0 if n == front else form] for n, title in enumerate(titles)]
            if sum(self._width(n, words) for n, words in enumerate(shown)) <= self.width():
                break
        for n, (words, title) in enumerate(zip(shown, titles, strict=True)):
            if self.tabText(n) != words:
                self.setTabText(n, words)
            tip = "" if words == title.words else title.words
            if self.tabToolTip(n) != tip:
                self.setTabToolTip(n, tip)
            if self.accessibleTabName(n) != title.words:
                self.setAccessibleTabName(n, title.words)

    def _width(self, index: int, words: str) -> int:
        """Return how wide the style makes a tab of these words."""
        if words not in self._widths:
            if len(self._widths) > _KEPT:
                self._widths.clear()
            self.setTabText(index, words)
            self._widths[words] = self.tabSizeHint(index).width()
        return self._widths[words]
