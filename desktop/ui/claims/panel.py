"""The right pane: a tab for each label with its cards, and one for what concerns the whole article."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from annotation_schema.model import Span
from annotation_schema.schema import Cue, Label, LabelSchema
from annotation_schema.wording import translate
from desktop.core.shortcuts import shown
from desktop.core.view import ArticleView
from desktop.core.words import inside
from desktop.ui.claims.cards import CardView
from desktop.ui.claims.items import Cards, ItemId, entity_keys, grouped, label_counts, noted, tab_title
from desktop.ui.claims.span_editor import AttributeRows, SpanEditor
from desktop.ui.claims.tab_bar import CardTabs
from desktop.ui.theme import Look
from desktop.ui.widgets import SidePane, soft_label

NOTES = "notes"


class LabelTab(QWidget):
    """The cards of one label, or words on how to make the first."""

    def __init__(self, label: Label, schema: LabelSchema, look: Look, keys: Mapping[str, str]) -> None:
        """Build an empty tab; ``keys`` are those that tag with labels."""
        super().__init__()
        self._keys = keys
        self.label = label
        self.stale = True
        self.view = CardView(
            look,
            numbered=label.cue is Cue.BRACKET,
            name=translate("Claims", "{label}: cards").format(label=label.title),
        )
        self.view.delegate.set_schema(schema)
        self.editor = SpanEditor(label, schema, look, self.view.viewport())
        self._empty = soft_label("", wrap=True)
        self._empty.setTextFormat(Qt.TextFormat.PlainText)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._empty.setContentsMargins(4, 12, 4, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._empty)
        column.addWidget(self.view, 1)
        self.editor.resized.connect(self.view.refit)
        self.editor.left.connect(self.view.left)

    def fill(self, view: ArticleView, cards: Cards, current: ItemId | None) -> None:
        """Show the label's spans and open suggestions."""
        self.stale = False
        found = cards.of_label(self.label)
        if self.label.cue is not Cue.BRACKET:
            found = grouped(found, entity_keys(view, self.label), current)
        self.view.delegate.guess = cards.guess
        # The editor must know its span before the card is measured.
        span = view.span(current) if current is not None else None  # pyright: ignore[reportArgumentType]
        mine = span if isinstance(span, Span) and span.label == self.label.name else None
        if mine is not None:
            self.editor.show_span(view, mine, cards)
        changed = self.view.cards.show(found, current)
        self.view.set_editor(self.editor if mine is not None else None)
        if changed:
            self.view.reveal_current(current)
        self.view.setVisible(bool(found))
        self._empty.setVisible(not found)
        if not found:
            self._say_empty()

    def _say_empty(self) -> None:
        words = translate("Claims", "No {label} in this article yet.")
        key = self._keys.get(self.label.name, "")
        if key:
            words = translate("Claims", "No {label} in this article yet.\n\nSelect the words of one and press {key}.")
        self._empty.setText(words.format(label=inside(self.label.title), key=shown(key)))

    def clear(self) -> None:
        """Show nothing."""
        self.view.cards.show([], None)
        self.view.set_editor(None)
        self.view.hide()
        self._empty.hide()
        self.stale = True


class CardsPanel(SidePane):
    """The right pane. Shows a view; emits what the user wants; changes nothing itself."""

    chosen = Signal(object)  # ItemId
    attribute_set = Signal(object, str, object)  # span id, name, value or None
    article_attribute_set = Signal(str, object)
    linked = Signal(str, object, object)  # type, source id, target id
    unlinked = Signal(object)  # relation id
    alternative_set = Signal(object, str, object)  # span id, type, value or None
    left = Signal()

    def __init__(self, look: Look) -> None:
        """Build the pane without tabs; they come with the schema."""
        super().__init__()
        self.setObjectName("cardsPane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._look = look
        self._schema: LabelSchema | None = None
        self._view: ArticleView | None = None
        self._current: ItemId | None = None
        self._labels: list[LabelTab] = []
        self._label_keys: dict[str, str] = {}
        self._cards: Cards | None = None
        self._guess = QTimer(self, singleShot=True, interval=30)
        self._guess.timeout.connect(self._guess_anew)
        self._notes: AttributeRows | None = None
        self._noted: CardView | None = None
        self._notes_stale = True
        self._noted_title = soft_label("")
        self._tabs = CardTabs()
        self._tabs.currentChanged.connect(self._tab_changed)
        self._tabs.installEventFilter(self)
        self._rule = QFrame()
        self._rule.setObjectName("rule")
        self._stack = QStackedWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(9, 6, 9, 0)
        column.setSpacing(0)
        column.addWidget(self._tabs)
        column.addWidget(self._rule)
        column.addSpacing(10)
        column.addWidget(self._stack, 1)
        self._empty = soft_label(
            translate("Claims", "What is tagged in the article on screen is shown here."), wrap=True
        )
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._empty.setContentsMargins(4, 2, 4, 0)
        column.addWidget(self._empty, 1)
        self._tabs.hide()
        self._rule.hide()
        self._stack.hide()

    def show_label_keys(self, keys: Mapping[str, str]) -> None:
        """Take the keys that tag with labels; they are named where a label has no cards yet."""
        if keys != self._label_keys:
            self._label_keys.clear()
            self._label_keys.update(keys)
            for tab in self._labels:
                tab.stale = True
            self._fill_front()

    def set_schema(self, schema: LabelSchema | None) -> None:
        """Build the tabs for a schema, or take them away."""
        if schema is self._schema:
            return
        self._schema = schema
        self._cards = None
        self._labels = []
        self._notes = self._noted = None
        self._notes_stale = True
        self._tabs.blockSignals(True)
        self._tabs.clear()
        while self._stack.count():
            if (old := self._stack.widget(0)) is not None:
                self._stack.removeWidget(old)
                old.deleteLater()
        for label in schema.enabled_labels if schema else ():
            assert schema is not None
            tab = LabelTab(label, schema, self._look, self._label_keys)
            tab.view.chosen.connect(self.chosen)
            tab.view.left.connect(self.left)
            tab.editor.attribute_set.connect(self.attribute_set)
            tab.editor.linked.connect(self.linked)
            tab.editor.unlinked.connect(self.unlinked)
            tab.editor.alternative_set.connect(self.alternative_set)
            tab.editor.gone_to.connect(self.chosen)
            self._labels.append(tab)
            self._tabs.add(tab_title(label, 0), self._key(label))
            self._stack.addWidget(tab)
        if schema is not None:
            notes = translate("Claims", "Notes")
            self._tabs.add(notes, notes[:1])
            self._stack.addWidget(self._notes_tab(schema))
        self._tabs.blockSignals(False)
        self._tabs.setVisible(schema is not None)
        self._rule.setVisible(schema is not None)
        if self._labels:
            self._tabs.setCurrentIndex(0)
            self._stack.setCurrentIndex(0)

    def _notes_tab(self, schema: LabelSchema) -> QWidget:
        rows = AttributeRows(a for a in schema.article_attributes if a.enabled)
        rows.edited.connect(self.article_attribute_set)
        self._notes = rows
        page = QWidget()
        page.setObjectName("formPane")
        column = QVBoxLayout(page)
        column.setContentsMargins(4, 2, 6, 8)
        column.addWidget(soft_label(translate("Claims", "About the whole article"), "strong"))
        column.addSpacing(4)
        column.addWidget(rows)
        column.addStretch(1)
        area = QScrollArea()
        area.setAccessibleName(translate("Claims", "About the whole article"))
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.viewport().setAutoFillBackground(False)
        area.setWidget(page)
        page.setAutoFillBackground(False)
        self._noted_title = soft_label(translate("Claims", "On spans"), "strong")
        self._noted_title.setContentsMargins(4, 6, 4, 6)
        self._noted = CardView(self._look, numbered=True, name=translate("Claims", "Notes on spans"))
        self._noted.delegate.set_schema(schema)
        self._noted.chosen.connect(self.chosen)
        self._noted.left.connect(self.left)
        tab = QWidget()
        tab_column = QVBoxLayout(tab)
        tab_column.setContentsMargins(0, 0, 0, 0)
        tab_column.setSpacing(0)
        tab_column.addWidget(area, 1)
        tab_column.addWidget(self._noted_title)
        tab_column.addWidget(self._noted, 1)
        return tab

    def show_view(self, view: ArticleView | None, current: ItemId | None) -> None:
        """Show an article's spans; the tab in front follows the current span."""
        self._view = view
        if view is None or self._schema is None:
            for n, tab in enumerate(self._labels):
                tab.clear()
                self._title(n, 0)
            self._stack.setVisible(False)
            self._empty.setVisible(True)
            self._current = None
            return
        self._empty.setVisible(False)
        self._stack.setVisible(True)
        counts = label_counts(view)
        for n, tab in enumerate(self._labels):
            tab.stale = True
            self._title(n, counts.get(tab.label.name, 0))
        self._notes_stale = True
        self._follow(current)
        self._fill_front()

    def _title(self, index: int, count: int) -> None:
        label = self._labels[index].label
        self._tabs.set_title(index, tab_title(label, count), self._key(label), count)

    def _key(self, label: Label) -> str:
        """Return the key that tags with a label, else its letter."""
        return self._label_keys.get(label.name) or label.letter

    def _fill_notes(self) -> None:
        if self._view is None or self._schema is None or self._notes is None or self._noted is None:
            return
        self._notes_stale = False
        self._notes.show_values(self._view.state.attributes)
        notes = noted(self._view, self._schema)
        self._noted.cards.show(notes, self._current)
        self._noted.setVisible(bool(notes))
        self._noted_title.setVisible(bool(notes))

    def show_current(self, current: ItemId | None) -> None:
        """Mark the card of the current span or suggestion; nothing else changed."""
        if self._view is None or current == self._current:
            return
        for tab in self._labels:
            tab.stale = True
        self._follow(current)
        self._fill_front()

    def _follow(self, current: ItemId | None) -> None:
        self._current = current
        view = self._view
        if view is None or current is None:
            return
        item = view.span(current) or view.suggestion(current)  # pyright: ignore[reportArgumentType]
        if item is None:
            return
        for n, tab in enumerate(self._labels):
            if tab.label.name == item.label and self._tabs.currentIndex() != n:
                self._tabs.blockSignals(True)
                self._tabs.setCurrentIndex(n)
                self._tabs.blockSignals(False)
                self._stack.setCurrentIndex(n)

    def _fill_front(self) -> None:
        index = self._tabs.currentIndex()
        if index == len(self._labels) and self._notes_stale:
            self._fill_notes()
        if self._view is None or self._schema is None or not 0 <= index < len(self._labels):
            return
        tab = self._labels[index]
        if tab.stale:
            self._cards = Cards(self._view, self._schema, self._cards)
            tab.fill(self._view, self._cards, self._current)
            if self._cards.outdated:
                self._guess.start()

    def _guess_anew(self) -> None:
        """Find who probably speaks, now that article and cards are painted."""
        index = self._tabs.currentIndex()
        if self._view is None or self._cards is None or not 0 <= index < len(self._labels):
            return
        self._cards.guess_anew()
        tab = self._labels[index]
        tab.fill(self._view, self._cards, self._current)
        tab.view.viewport().update()  # what is guessed is no part of a card, so that no change of a card tells of it

    def _tab_changed(self, index: int) -> None:
        self._stack.setCurrentIndex(index)
        self._fill_front()

    def take_focus(self) -> None:
        """Give the keyboard to the cards in front."""
        self.wanted.emit()
        front = self._front()
        if front is not None and front.view.isVisible():
            front.view.setFocus(Qt.FocusReason.ShortcutFocusReason)
            if not front.view.currentIndex().isValid():
                front.view.setCurrentIndex(front.view.cards.index(0))
        else:
            self._tabs.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def edit_current(self) -> bool:
        """Give the keyboard to the current span's editor; False if there is none."""
        self.wanted.emit()
        front = self._front()
        if front is None or not front.editor.isVisible():
            return False
        front.editor.take_focus()
        return True

    def ask(self, name: str) -> QRect:
        """Show that a slot of the current card is asked for ("": none); return the slot in this pane's coordinates."""
        for tab in self._labels:
            if tab is not self._front():
                tab.editor.ask("")
        if name:
            self.wanted.emit()
        front = self._front()
        row = front.editor.ask(name) if front is not None else None
        if front is None or row is None or not name:
            return QRect()
        # Cards that were shown just now are put in their place by the event loop only.
        for part in (self, self._stack, front):
            if (inner := part.layout()) is not None:
                inner.activate()
        front.view.refit()
        front.view.reveal_slot(row)
        return QRect(row.mapTo(self, QPoint(0, 0)), row.size())

    def tab_titles(self) -> list[str]:
        """Return the words on the tabs."""
        return self._tabs.titles()

    def front(self) -> str:
        """Return the name of the label whose tab is in front, "notes" for the last tab."""
        front = self._front()
        return front.label.name if front is not None else NOTES

    def bring_to_front(self, name: str) -> None:
        """Bring the tab to the front that ``front`` called so; a label that is not there changes nothing."""
        names = [tab.label.name for tab in self._labels]
        if self._labels and name in (*names, NOTES):
            self.select_tab(names.index(name) if name in names else len(names))

    def select_tab(self, index: int) -> None:
        """Bring a tab to the front."""
        self._tabs.setCurrentIndex(index)

    def front_cards(self) -> CardView | None:
        """Return the list in front, None on the notes tab."""
        front = self._front()
        return front.view if front else None

    def _front(self) -> LabelTab | None:
        index = self._tabs.currentIndex()
        return self._labels[index] if 0 <= index < len(self._labels) else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """On the tabs: Down goes to the cards, Escape back to the article."""
        if watched is self._tabs and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape:
                self.left.emit()
                return True
            if event.key() == Qt.Key.Key_Down:
                self.take_focus()
                return True
        return super().eventFilter(watched, event)
