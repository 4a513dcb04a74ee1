"""The line above the queue: which filter is in force, and in which order the articles stand."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from annotation_schema.wording import mark, marked, translate
from desktop.core.view import ArticleOrder
from desktop.ui.widgets import set_kind

ORDERS: tuple[tuple[ArticleOrder, str, str], ...] = (
    (ArticleOrder.IMPORTED, mark("Queue", "As imported"), mark("Queue", "As &imported")),
    (ArticleOrder.TITLE, mark("Queue", "By title"), mark("Queue", "By &title")),
    (ArticleOrder.PUBLISHED_LAST_FIRST, mark("Queue", "Newest first"), mark("Queue", "&Newest first")),
    (ArticleOrder.PUBLISHED, mark("Queue", "Oldest first"), mark("Queue", "&Oldest first")),
    (ArticleOrder.PUBLISHER, mark("Queue", "By publisher"), mark("Queue", "By &publisher")),
    (ArticleOrder.STATUS, mark("Queue", "Begun first"), mark("Queue", "&Begun first, done last")),
    (ArticleOrder.SUGGESTIONS, mark("Queue", "Most suggested"), mark("Queue", "&Most open suggestions first")),
)
"""Each order with its name on the button and in the menu."""
_SLACK = 3
"""Pixels that rounding may take."""


class MenuButton(QPushButton):
    """A small button before a menu; its words give way where there is no room, its tool tip has them whole."""

    def __init__(self) -> None:
        """Build it without words."""
        super().__init__()
        self._full = ""
        set_kind(self, "chip")
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def set_words(self, words: str, told: str) -> None:
        """Show words; ``told`` is the sentence for screen readers and the tool tip."""
        self._full = words
        self.setAccessibleName(told)
        self.setToolTip(told)
        self.updateGeometry()
        self._fit()

    def sizeHint(self) -> QSize:
        """Return the size of all words."""
        hint = super().sizeHint()
        more = self.fontMetrics().horizontalAdvance(self._shown(self._full))
        return QSize(hint.width() + more - self.fontMetrics().horizontalAdvance(self.text()) + _SLACK, hint.height())

    def minimumSizeHint(self) -> QSize:
        """Return room for a few letters."""
        return QSize(min(64, self.sizeHint().width()), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten anew."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew when the style sheet has given it its face."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.updateGeometry()

    def _fit(self) -> None:
        beside = self.sizeHint().width() - self.fontMetrics().horizontalAdvance(self._full)
        room = max(0, self.width() - beside + _SLACK)
        shown = self._shown(self.fontMetrics().elidedText(self._full, Qt.TextElideMode.ElideRight, room))
        if shown.replace("&", "&&") != self.text():
            self.setText(shown.replace("&", "&&"))

    def _shown(self, words: str) -> str:
        return f"{words} ▾"


class QueueBar(QWidget):
    """Two buttons; what their menus hold is not known here."""

    filter_wanted = Signal()
    order_wanted = Signal()

    def __init__(self) -> None:
        """Show that all articles stand as imported."""
        super().__init__()
        self.filter = MenuButton()
        self.filter.setCheckable(True)
        self.order = MenuButton()
        self._active = False
        self.filter.clicked.connect(self._filter_clicked)
        self.order.clicked.connect(self.order_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.filter)
        row.addStretch(1)
        row.addWidget(self.order)
        self.show_filter("", active=False)
        self.show_order(ArticleOrder.IMPORTED)

    def show_filter(self, words: str, *, active: bool) -> None:
        """Show the name of the filter in force, or what it asks for; "" for none."""
        self._active = active
        self.filter.setChecked(active)
        words = words or translate("Queue", "All articles")
        self.filter.set_words(words, translate("Queue", "Filter: {name}").format(name=words))

    def show_order(self, order: ArticleOrder) -> None:
        """Show the order."""
        words = next(marked("Queue", title) for known, title, _ in ORDERS if known is order)
        self.order.set_words(words, translate("Queue", "Order: {name}").format(name=words))

    def _filter_clicked(self) -> None:
        self.filter.setChecked(self._active)  # it is the filter that switches it, not the click
        self.filter_wanted.emit()
