"""The value picker: a small list beside a slot of the current card, for one key or a few letters.

A few values: a digit or the underlined letter takes one. Many, and codebooks: typing finds, Enter takes the first, a
digit one of the first nine. Text, dates and numbers: a line. It has the keyboard while it is open, and is no window.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHBoxLayout, QLabel, QLineEdit, QListView, QVBoxLayout, QWidget

from annotation_schema.model import AttributeValue
from annotation_schema.schema import AttributeKind, AttributeSpec
from annotation_schema.wording import translate
from desktop.core.value_search import KEYED_UP_TO, Option, options, search
from desktop.ui.article.keys import motion_of
from desktop.ui.claims.asking import PASSING, End
from desktop.ui.claims.editors import parse_line
from desktop.ui.claims.value_list import ROW, ValueDelegate, ValueModel
from desktop.ui.key_places import typed
from desktop.ui.theme import Look
from desktop.ui.widgets import Shortened

MOST_ROWS = 9


def yes_no() -> tuple[Option, Option]:
    """Return the two values of a yes-or-no attribute, under a digit and their first letter."""
    yes, no = translate("Claims", "Yes"), translate("Claims", "No")
    return Option("true", yes, (), "", "1", yes[0].lower()), Option("false", no, (), "", "2", no[0].lower())


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked: an attribute, its value now, values to offer first, and whether quick fill asks."""

    spec: AttributeSpec
    value: AttributeValue | None
    first: tuple[str, ...] = ()
    asking: bool = False


class _Line(QLineEdit):
    """Leaves undo to the window while nothing is typed."""

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and not self.text():
            for standard in (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo):
                if event.matches(standard):
                    event.ignore()
                    return False
        return super().event(event)


class ValuePicker(QFrame):
    """A child of the cards' pane; ``ask`` opens it at a place. Changes nothing itself."""

    chosen = Signal(object, bool)  # AttributeValue | None, whether it stays open
    ended = Signal(object)  # End
    moved = Signal(object)  # QKeyEvent: a motion that means the article

    def __init__(self, parent: QWidget, look: Look, home: QWidget) -> None:
        """Build it, closed; ``home`` gets the keyboard when it closes."""
        super().__init__(parent)
        self._pane = parent
        self._home = home
        self.setObjectName("picker")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._question: Question | None = None
        self._all: tuple[Option, ...] = ()
        self._keyed = False
        self._place = QRect()
        self._title = QLabel()
        self._title.setProperty("tone", "strong")
        self._help = Shortened()
        self._help.setProperty("tone", "small")
        self._line = _Line()
        self._line.textEdited.connect(self._typed)
        self._list = QListView()
        self._list.setObjectName("valueList")
        self._model = ValueModel()
        self._list.setModel(self._model)
        self._list.setItemDelegate(ValueDelegate(look))
        self._list.setUniformItemSizes(True)
        self._list.setMouseTracking(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._list.clicked.connect(self._clicked)
        head = QHBoxLayout()
        head.setContentsMargins(4, 0, 4, 0)
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self._help, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 6, 6, 6)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self._line)
        column.addWidget(self._list, 1)
        for part in (self._line, self._list):
            part.installEventFilter(self)
        self.hide()

    @property
    def question(self) -> Question | None:
        """What is asked now; None: it is closed."""
        return self._question

    def offered(self) -> list[str]:
        """Return the values in the list, from the top."""
        return [o.value for n in range(self._model.rowCount()) if (o := self._model.option(n)) is not None]

    def ask(self, question: Question, place: QRect) -> None:
        """Open below ``place``, the slot in the parent's coordinates, or above it; it is as wide as the slot."""
        spec = question.spec
        self._question = None  # what losing the keyboard meanwhile must not end
        chooses = spec.kind in (AttributeKind.ENUM, AttributeKind.HIERARCHY, AttributeKind.BOOLEAN)
        self._all = yes_no() if spec.kind is AttributeKind.BOOLEAN else options(spec) if chooses else ()
        self._keyed = chooses and len(self._all) <= KEYED_UP_TO
        self._place = place
        self._title.setText(spec.title)
        self._help.set_full(self._help_words(question, chooses=chooses))
        self._line.setVisible(not self._keyed)
        self._list.setVisible(chooses)
        self._line.setAccessibleName(spec.title)
        self._list.setAccessibleName(spec.title)
        self._list.setAccessibleDescription(spec.definition)
        self._line.setText("" if chooses or question.value is None else str(question.value))
        self._line.setPlaceholderText(translate("Claims", "type a part of it") if chooses else _example(spec.kind))
        self._line.selectAll()
        self._judge()
        self._question = question
        self._fill(self._all if self._keyed else search(self._all, "", first=question.first))
        self.show()
        self.raise_()
        (self._list if self._keyed else self._line).setFocus(Qt.FocusReason.OtherFocusReason)

    def _help_words(self, question: Question, *, chooses: bool) -> str:
        words = [translate("Claims", "⇧ several")] if question.spec.multiple else []
        if not self._keyed:
            words.append("Enter" if chooses else translate("Claims", "Enter keeps it"))
        if question.asking:
            words += [translate("Claims", "Tab skips"), translate("Claims", "Esc ends")]
        else:
            words += [translate("Claims", "⌫ clears"), "Esc"]
        return " · ".join(words)

    def leave(self) -> None:
        """Close without telling anybody."""
        self._question = None
        focused = self.window().focusWidget()
        if self.isVisible() and focused is not None and self.isAncestorOf(focused):
            # Hiding what has the keyboard would give it to any other widget.
            self._home.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()

    def _end(self, why: End) -> None:
        if self._question is not None:
            self.leave()
            self.ended.emit(why)

    # --- the list --------------------------------------------------------------------------

    def _values(self) -> tuple[str, ...]:
        value = self._question.value if self._question else None
        if isinstance(value, tuple):
            return value
        return ("true" if value else "false",) if isinstance(value, bool) else (str(value),) if value else ()

    def _fill(self, found: Sequence[Option]) -> None:
        chosen = self._values()
        self._model.show(found, frozenset(chosen))
        row = next((n for n, o in enumerate(found) if o.value in chosen), 0) if self._keyed else 0
        self._list.setCurrentIndex(self._model.index(row))
        self._fit(len(found))

    def _fit(self, rows: int) -> None:
        shown = max(1, min(MOST_ROWS, rows))
        self._list.setFixedHeight(shown * ROW + 2)
        self.layout().activate()  # pyright: ignore[reportOptionalMemberAccess]
        height, place = self.sizeHint().height(), self._place
        room = self._pane.height() - 6
        top = place.bottom() + 4
        if top + height > room:
            top = place.top() - 4 - height if place.top() - 4 - height >= 4 else max(4, room - height)
        self.setGeometry(place.left(), top, place.width(), height)

    def _typed(self, text: str) -> None:
        question = self._question
        if question is None:
            return
        if self._all:
            self._fill(search(self._all, text, first=question.first))
        self._judge()

    def _judge(self) -> None:
        spec = self._question.spec if self._question else None
        wrong = spec is not None and not self._all and not parse_line(spec, self._line.text())[0]
        if bool(self._line.property("wrong")) != wrong:
            self._line.setProperty("wrong", wrong)
            self._line.style().unpolish(self._line)
            self._line.style().polish(self._line)

    def _clicked(self, index: QModelIndex) -> None:
        self._take(self._model.option(index.row()), stay=False)

    def _take(self, option: Option | None, *, stay: bool) -> None:
        question = self._question
        if question is None or option is None:
            return
        spec = question.spec
        if spec.kind is AttributeKind.BOOLEAN:
            self._answer(option.value == "true", stay=False)
        elif not spec.multiple:
            self._answer(option.value, stay=False)
        else:
            values = self._values()
            if option.value not in values:
                values = (*values, option.value)
            elif stay:
                values = tuple(v for v in values if v != option.value)
            self._answer(values or None, stay=stay)

    def _answer(self, value: AttributeValue | None, *, stay: bool) -> None:
        question = self._question
        if question is None:
            return
        if stay:
            self._question = Question(question.spec, value, question.first, question.asking)
            self._line.clear()
            self._fill(self._all if self._keyed else search(self._all, "", first=question.first))
        else:
            self.leave()
        self.chosen.emit(value, stay)

    # --- keys ------------------------------------------------------------------------------

    def eventFilter(self, watched: object, event: QEvent) -> bool:  # pyright: ignore[reportIncompatibleMethodOverride]
        """Take the picker's own keys before list and line see them; close when the keyboard goes elsewhere."""
        kind = event.type()
        if isinstance(event, QKeyEvent) and kind == QEvent.Type.KeyPress:
            return self._press(event)
        if isinstance(event, QKeyEvent) and kind == QEvent.Type.ShortcutOverride and self._wants(event):
            event.accept()
            return True
        if isinstance(event, QFocusEvent) and kind == QEvent.Type.FocusOut and self._question is not None:
            focused = self.window().focusWidget()
            if event.reason() not in PASSING and (focused is None or not self.isAncestorOf(focused)):
                self._end(End.STOPPED)
        return False

    def _wants(self, event: QKeyEvent) -> bool:
        plain = not event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        return plain and event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Backspace)

    def _press(self, event: QKeyEvent) -> bool:
        question, key = self._question, event.key()
        if question is None:
            return False
        stay = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        entered = self._line.text() if not self._keyed else ""
        # Where letters are typed into the line they are what the layout writes; a letter alone is a key.
        sign = typed(event) if self._keyed else event.text()
        plain = not event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        if key == Qt.Key.Key_Escape:
            self._end(End.STOPPED)
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            back = key == Qt.Key.Key_Backtab or stay
            self._end(End.STOPPED if not question.asking else End.BACK if back else End.SKIPPED)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain:
            if not event.isAutoRepeat():
                self._enter(stay=stay)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and self._all and plain:
            self._step(1 if key == Qt.Key.Key_Down else -1)
        elif key == Qt.Key.Key_Backspace and plain and not entered:
            self._answer(None, stay=True)
        elif motion_of(event) is not None and not entered:
            self._end(End.STOPPED)
            self.moved.emit(event)
        elif plain and self._all and sign.isdecimal():
            if not event.isAutoRepeat() and int(sign) > 0:
                self._take(self._model.option(int(sign) - 1), stay=False)
        elif self._keyed and plain and sign.isprintable() and sign:
            meant = (event.text().lower(), sign.lower())  # the words may be in a language of other letters, too
            option = next((o for m in meant for o in self._all if o.letter and o.letter == m), None)
            if not event.isAutoRepeat():
                self._take(option, stay=stay)
        else:
            return False
        return True

    def _step(self, step: int) -> None:
        rows = self._model.rowCount()
        if rows:
            self._list.setCurrentIndex(self._model.index((self._list.currentIndex().row() + step) % rows))

    def _enter(self, *, stay: bool) -> None:
        question = self._question
        if question is None:
            return
        if self._all:
            self._take(self._model.option(self._list.currentIndex().row()), stay=stay)
            return
        good, value = parse_line(question.spec, self._line.text())
        if good and value == question.value:
            self._end(End.SKIPPED)
        elif good:
            self._answer(value, stay=False)


def _example(kind: AttributeKind) -> str:
    examples = {AttributeKind.DATE: "2025-01-29", AttributeKind.NUMBER: translate("Claims", "a number")}
    return examples.get(kind, "")
