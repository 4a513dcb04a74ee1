"""The part of the current card where attributes and links are changed; one is built for each label and reused."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from annotation_schema.model import Attributes, AttributeValue, Span
from annotation_schema.schema import AttributeSpec, Label, LabelSchema, RelationType
from desktop.core.view import ArticleView
from desktop.ui.claims.editors import Editor, editor_for
from desktop.ui.claims.flow import FlowLayout
from desktop.ui.claims.items import Cards, Pill, attribute_specs, candidates, relation_types
from desktop.ui.claims.pill import PillButton
from desktop.ui.theme import Look
from desktop.ui.widgets import set_kind, soft_label

TITLE_WIDTH = 86
SHOWN_AT_FIRST = 4
"""So many attributes are shown before “More”; needed ones and those with a value always are."""


class Row(QWidget):
    """A title and what stands beside it."""

    def __init__(self, title: str, body: QWidget, tip: str = "") -> None:
        """Build the row."""
        super().__init__()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        self.title: QLabel = soft_label(title)
        self.title.setFixedWidth(TITLE_WIDTH)
        self.title.setContentsMargins(0, 2, 0, 0)
        self.title.setToolTip(tip)
        self.title.setWordWrap(True)
        line.addWidget(self.title, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(body, 1)


class AttributeRows(QWidget):
    """Rows for a list of attributes; the article's attributes use it as well."""

    edited = Signal(str, object)  # name, value or None
    resized = Signal()

    def __init__(self, specs: Iterable[AttributeSpec], *, shown: int = 99) -> None:
        """Build the rows; beyond ``shown`` they wait behind “More”."""
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._rows: list[tuple[AttributeSpec, Editor, Row]] = []
        self._shown = shown
        self._all = False
        for spec in specs:
            editor = editor_for(spec)
            editor.edited.connect(partial(self._edited, spec.name))
            row = Row(spec.title, editor, spec.definition)
            self._column.addWidget(row)
            self._rows.append((spec, editor, row))
        self._more = QPushButton("More")
        set_kind(self._more, "flat")
        self._more.clicked.connect(self._toggle)
        self._column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        self._values: Attributes = {}

    def show_values(self, values: Attributes) -> None:
        """Show the values."""
        self._values = values
        for spec, editor, _ in self._rows:
            editor.show_value(values.get(spec.name))
        self._sort_out()

    def _sort_out(self) -> None:
        hidden = 0
        for n, (spec, _, row) in enumerate(self._rows):
            visible = self._all or n < self._shown or spec.required or spec.name in self._values
            row.setVisible(visible)
            hidden += not visible
        self._more.setVisible(hidden > 0 or (self._all and len(self._rows) > self._shown))
        self._more.setText("Less" if self._all else f"More ({hidden})")

    def _toggle(self) -> None:
        self._all = not self._all
        self._sort_out()
        self.resized.emit()

    def _edited(self, name: str, value: AttributeValue | None) -> None:
        self.edited.emit(name, value)

    def first(self) -> QWidget | None:
        """Return the first control of a needed attribute without a value, else the first control."""
        for spec, editor, _ in self._rows:
            if spec.required and spec.name not in self._values:
                return editor.first()
        return self._rows[0][1].first() if self._rows else None


class LinkRow(QWidget):
    """What fills one relation of the span, and a menu to fill it."""

    linked = Signal(object)  # target SpanId
    unlinked = Signal(object)  # RelationId
    alternative = Signal(object)  # value or None
    gone_to = Signal(object)  # SpanId

    def __init__(self, kind: RelationType, schema: LabelSchema, look: Look) -> None:
        """Build an empty row."""
        super().__init__()
        self.kind = kind
        self._schema = schema
        self._look = look
        self._flow = FlowLayout(self)
        self._pills: list[PillButton] = []
        self._shown: tuple[Pill, ...] | None = None
        self._add = QPushButton("choose…")
        set_kind(self._add, "add")
        self._add.setAccessibleName(f"{kind.title}: choose")
        self._menu = QMenu(self._add)
        self._menu.aboutToShow.connect(self._fill)
        self._add.setMenu(self._menu)
        self._flow.addWidget(self._add)
        self._view: ArticleView | None = None
        self._span: Span | None = None
        self._cards: Cards | None = None

    def show_span(self, view: ArticleView, span: Span, cards: Cards) -> None:
        """Show what the relation of this span leads to."""
        self._view, self._span, self._cards = view, span, cards
        pills = cards.pills(span, self.kind)
        if pills == self._shown:
            return
        self._shown = pills
        for old in self._pills:
            self._flow.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._flow.removeWidget(self._add)
        self._pills = []
        for pill in pills:
            button = PillButton(pill, self._schema, self._look)
            button.clicked.connect(partial(self._go, pill))
            button.removed.connect(partial(self._remove, pill))
            self._flow.addWidget(button)
            button.show()
            self._pills.append(button)
        self._flow.addWidget(self._add)
        full = self.kind.max_per_source is not None and len(pills) >= self.kind.max_per_source
        self._add.setVisible(not full)
        self._add.setText("+" if pills else "choose…")

    def first(self) -> QWidget:
        """Return the control that takes the keyboard."""
        return self._pills[0] if self._pills else self._add

    def _go(self, pill: Pill, *_: object) -> None:
        if pill.target is not None:
            self.gone_to.emit(pill.target)

    def _remove(self, pill: Pill) -> None:
        if pill.relation is not None:
            self.unlinked.emit(pill.relation)
        else:
            self.alternative.emit(None)

    def _fill(self) -> None:
        self._menu.clear()
        if self._view is None or self._span is None or self._cards is None:
            return
        for choice in self.kind.alternatives:
            action = self._menu.addAction(choice.title)
            action.setToolTip(choice.definition)
            action.triggered.connect(partial(self._choose, choice.value))
        if self.kind.alternatives:
            self._menu.addSeparator()
        found = candidates(self._view, self._span, self.kind)
        for span in found:
            label = self._schema.label(span.label)
            letter = label.letter if label else "?"
            # An ampersand would underline the next letter.
            words = self._cards.surface(span).replace("&", "&&")
            action = self._menu.addAction(f"{letter}   {words}")
            action.triggered.connect(partial(self._link, span.id))
        if not found:
            titles = " or ".join(label.title.lower() for x in self.kind.range if (label := self._schema.label(x)))
            self._menu.addAction(f"Tag the {titles} first").setEnabled(False)

    def _link(self, target: object, *_: object) -> None:
        self.linked.emit(target)

    def _choose(self, value: str, *_: object) -> None:
        self.alternative.emit(value)


class SpanEditor(QWidget):
    """Links and attributes of one span. Emits what the user wants; shows only what the view says."""

    attribute_set = Signal(object, str, object)  # span id, name, value or None
    linked = Signal(str, object, object)  # type, source id, target id
    unlinked = Signal(object)  # relation id
    alternative_set = Signal(object, str, object)  # span id, relation type, value or None
    gone_to = Signal(object)  # span id
    left = Signal()
    resized = Signal()

    def __init__(self, label: Label, schema: LabelSchema, look: Look, parent: QWidget) -> None:
        """Build the editor for a label, hidden."""
        super().__init__(parent)
        self.label = label
        self._span: Span | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self._links: list[LinkRow] = []
        for kind in relation_types(schema, label.name):
            row = LinkRow(kind, schema, look)
            row.linked.connect(partial(self._linked, kind.name))
            row.unlinked.connect(self.unlinked)
            row.alternative.connect(partial(self._alternative, kind.name))
            row.gone_to.connect(self.gone_to)
            column.addWidget(Row(kind.title, row, kind.definition))
            self._links.append(row)
        self._attributes = AttributeRows(attribute_specs(schema, label), shown=SHOWN_AT_FIRST)
        self._attributes.edited.connect(self._edited)
        self._attributes.resized.connect(self.resized)
        column.addWidget(self._attributes)
        self.hide()

    def show_span(self, view: ArticleView, span: Span, cards: Cards) -> None:
        """Show a span of the label."""
        self._span = span
        for row in self._links:
            row.show_span(view, span, cards)
        self._attributes.show_values(span.attributes)
        self.setAccessibleName(f"{self.label.title}: {cards.surface(span)}")

    def height_for(self, width: int) -> int:
        """Return the height needed at a width."""
        layout = self.layout()
        if layout is None:
            return 0
        layout.activate()
        return layout.totalHeightForWidth(width) if layout.hasHeightForWidth() else layout.totalSizeHint().height()

    def sizeHint(self) -> QSize:
        """Return the size at the usual width."""
        return QSize(300, self.height_for(300))

    def take_focus(self) -> None:
        """Give the keyboard to the first needed attribute without a value, else to the first control."""
        target = self._attributes.first() or (self._links[0].first() if self._links else None)
        if target is not None:
            target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _edited(self, name: str, value: object) -> None:
        if self._span is not None:
            self.attribute_set.emit(self._span.id, name, value)

    def _linked(self, kind: str, target: object) -> None:
        if self._span is not None:
            self.linked.emit(kind, self._span.id, target)

    def _alternative(self, kind: str, value: object) -> None:
        if self._span is not None:
            self.alternative_set.emit(self._span.id, kind, value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back to the article."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
