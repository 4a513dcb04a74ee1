"""The part of the current card where attributes and links are changed; one is built for each label and reused."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from annotation_schema.model import Attributes, AttributeValue, Span
from annotation_schema.schema import AttributeSpec, Cue, Label, LabelSchema, RelationType
from annotation_schema.wording import translate
from desktop.core import linking
from desktop.core.slots import slots_of
from desktop.core.view import ArticleView
from desktop.core.words import inside
from desktop.ui.claims.editors import BUTTON_LINE, Editor, editor_for, restyle
from desktop.ui.claims.flow import FlowLayout
from desktop.ui.claims.items import Cards, Pill
from desktop.ui.claims.pill import PillButton
from desktop.ui.theme import Look
from desktop.ui.translation import one_of
from desktop.ui.widgets import LetterMenu, key_label, set_kind, soft_label

TITLE_WIDTH = 92
SHOWN_AT_FIRST = 4
"""So many attributes are shown before “More”; needed ones and those with a value always are."""


class Row(QWidget):
    """A title with the digit that goes there, and what stands beside it."""

    def __init__(
        self, title: str, body: QWidget, tip: str = "", digit: str = "", *, line_height: int = BUTTON_LINE
    ) -> None:
        """Build the row; ``line_height`` is that of the first line beside the title, which has its middle."""
        super().__init__()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        head = QWidget()
        head.setFixedWidth(TITLE_WIDTH)
        beside = QHBoxLayout(head)
        beside.setContentsMargins(0, 0, 0, 0)
        head.setMinimumHeight(line_height)
        beside.setSpacing(5)
        self.title: QLabel = soft_label(title, "slot")
        self.title.setToolTip(tip)
        self.title.setWordWrap(" " in title or not digit)
        beside.addWidget(self.title, 0, Qt.AlignmentFlag.AlignVCenter)
        if digit:
            beside.addWidget(key_label(digit), 0, Qt.AlignmentFlag.AlignVCenter)
        beside.addStretch(1)
        line.addWidget(head, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(body, 1)


class AttributeRows(QWidget):
    """Rows for a list of attributes; the article's attributes use it as well."""

    edited = Signal(str, object)  # name, value or None
    resized = Signal()

    def __init__(
        self, specs: Iterable[AttributeSpec], *, shown: int = 99, digits: Mapping[str, str] | None = None
    ) -> None:
        """Build the rows; beyond ``shown`` they wait behind “More”. ``digits``: keys of attributes by name."""
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
            row = Row(spec.title, editor, spec.definition, (digits or {}).get(spec.name, ""), line_height=editor.LINE)
            self._column.addWidget(row)
            self._rows.append((spec, editor, row))
        self._more = QPushButton(translate("Claims", "More"))
        set_kind(self._more, "flat")
        self._more.clicked.connect(self._toggle)
        self._column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        self._values: Attributes = {}
        self._asked = ""

    def row_of(self, name: str) -> Row | None:
        """Return an attribute's row, which stays in sight until another is asked for; "" asks for none."""
        changed, self._asked = self._asked != name, name
        found = next((row for spec, _, row in self._rows if spec.name == name), None)
        if changed:
            hidden = found is not None and found.isHidden()
            self._sort_out()
            if hidden:
                self.resized.emit()
        return found

    def show_values(self, values: Attributes) -> None:
        """Show the values."""
        self._values = values
        for spec, editor, _ in self._rows:
            editor.show_value(values.get(spec.name))
        self._sort_out()

    def _sort_out(self) -> None:
        hidden = 0
        for n, (spec, _, row) in enumerate(self._rows):
            given = spec.name in self._values or spec.name == self._asked
            visible = self._all or n < self._shown or spec.required or spec.usual or given
            row.setVisible(visible)
            hidden += not visible
        self._more.setVisible(hidden > 0 or (self._all and len(self._rows) > self._shown))
        more = translate("Claims", "More ({n})").format(n=hidden)
        self._more.setText(translate("Claims", "Less") if self._all else more)

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
        self._asked = False
        self._offer = soft_label(translate("Claims", "suggested"), "slot")
        self._add = QPushButton(translate("Claims", "choose…"))
        set_kind(self._add, "add")
        self._add.setAccessibleName(translate("Claims", "{slot}: choose").format(slot=kind.title))
        self._menu = LetterMenu(self._add)
        self._menu.aboutToShow.connect(self._fill)
        self._add.setMenu(self._menu)
        self._flow.addWidget(self._add)
        self._flow.addWidget(self._offer)
        self._view: ArticleView | None = None
        self._span: Span | None = None
        self._cards: Cards | None = None

    def show_span(self, view: ArticleView, span: Span, cards: Cards) -> None:
        """Show what the relation of this span leads to."""
        self._view, self._span, self._cards = view, span, cards
        pills = cards.pills(span, self.kind)
        guess = None if pills else cards.guess(span.id, self.kind.name, now=True)
        if guess is not None:
            pills = (guess,)
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
        self._flow.removeWidget(self._offer)
        self._flow.addWidget(self._offer)
        self._flow.addWidget(self._add)
        self._offer.setVisible(guess is not None)
        full = guess is None and self.kind.max_per_source is not None and len(pills) >= self.kind.max_per_source
        self._add.setVisible(not full)
        self._show_add()

    def set_asked(self, asked: bool) -> None:
        """Say that a letter is waited for, or no longer."""
        self._asked = asked
        self._show_add()

    def _show_add(self) -> None:
        wanted = self.kind.required or bool(self.kind.alternatives)
        empty = translate("Claims", "choose…") if wanted else translate("Claims", "add")
        self._add.setText(translate("Claims", "press a letter…") if self._asked else "+" if self._shown else empty)
        restyle(self._add, "asked" if self._asked else "add" if wanted or self._shown else "quiet")

    def first(self) -> QWidget:
        """Return the control that takes the keyboard."""
        return self._pills[0] if self._pills else self._add

    def _go(self, pill: Pill, *_: object) -> None:
        if pill.offered is not None:
            self.linked.emit(pill.offered)
        elif pill.target is not None:
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
        found = linking.candidates(self._view, self._schema, self._span.id, self.kind.name)
        for candidate in found:
            label = self._schema.label(candidate.item.label)
            letter = label.letter if label else "?"
            # An ampersand would underline the next letter.
            words = self._cards.surface(candidate.item).replace("&", "&&")
            action = self._menu.addAction(f"{letter}   {words}{'?' if candidate.is_suggestion else ''}")
            action.triggered.connect(partial(self._link, candidate.item.id))
        if not found:
            labels = [label for x in self.kind.range if (label := self._schema.label(x))]
            titles = one_of([inside(label.title) for label in labels])
            self._menu.addAction(translate("Claims", "Tag the {labels} first").format(labels=titles)).setEnabled(False)

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
        self._rows: dict[str, Row] = {}
        slots = slots_of(schema, label.name)
        digits = {s.name: s.digit for s in slots if s.attribute is not None}
        self._attributes = AttributeRows(
            (s.attribute for s in slots if s.attribute is not None), shown=SHOWN_AT_FIRST, digits=digits
        )
        self._attributes.edited.connect(self._edited)
        self._attributes.resized.connect(self.resized)
        if label.cue is not Cue.BRACKET:
            column.addWidget(self._attributes)
        for slot in slots:
            if slot.relation is None:
                continue
            kind = slot.relation
            link = LinkRow(kind, schema, look)
            link.linked.connect(partial(self._linked, kind.name))
            link.unlinked.connect(self.unlinked)
            link.alternative.connect(partial(self._alternative, kind.name))
            link.gone_to.connect(self.gone_to)
            row = Row(kind.title, link, kind.definition, slot.digit)
            column.addWidget(row)
            self._links.append(link)
            self._rows[kind.name] = row
        if label.cue is Cue.BRACKET:
            column.addWidget(self._attributes)
        self.hide()

    def show_span(self, view: ArticleView, span: Span, cards: Cards) -> None:
        """Show a span of the label."""
        self._span = span
        for row in self._links:
            row.show_span(view, span, cards)
        self._attributes.show_values(span.attributes)
        self.setAccessibleName(f"{self.label.title}: {cards.surface(span)}")

    def ask(self, name: str) -> QWidget | None:
        """Show that the slot of a relation type or attribute is asked for ("": none); return its row."""
        for link in self._links:
            link.set_asked(link.kind.name == name)
        row = self._attributes.row_of(name)
        return self._rows.get(name) or row

    def settle(self) -> None:
        """Put every part in its place now; Qt would do so when the event loop runs."""
        for widget in (self, *self.findChildren(QWidget)):  # from the outside in
            if (inner := widget.layout()) is not None:
                inner.activate()

    def height_for(self, width: int) -> int:
        """Return the height needed at a width."""
        layout = self.layout()
        if layout is None:
            return 0
        # Qt tells a layout of changes further down only when the event loop runs.
        for widget in (*self.findChildren(QWidget), self):
            if (inner := widget.layout()) is not None:
                inner.invalidate()
                widget.updateGeometry()
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
