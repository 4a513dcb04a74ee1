"""One small editor for each kind of attribute; all speak of values as records hold them."""

from __future__ import annotations

import re

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QLineEdit, QMenu, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from annotation_schema.model import AttributeValue
from annotation_schema.schema import AttributeKind, AttributeSpec, Choice
from annotation_schema.wording import translate
from desktop.ui.claims.flow import FlowLayout
from desktop.ui.claims.items import choice_title, shorten
from desktop.ui.theme import ui_font
from desktop.ui.widgets import LetterMenu, set_kind

ROOM = 206.0
"""Pixels for choices beside each other; enums that need more get a menu."""
DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$")
LONG_TEXTS = frozenset({"note"})
BUTTON_LINE = 21
"""Height of a line of buttons, in pixels."""
_SLACK = 2
"""Pixels that rounding may take."""

Value = AttributeValue | None


class Editor(QWidget):
    """Base: ``show_value`` does not emit, a change by the user emits ``edited`` (None takes the value away)."""

    edited = Signal(object)
    LINE = BUTTON_LINE
    """Height of its first line, in pixels: a title beside it has the same middle."""

    def __init__(self, spec: AttributeSpec) -> None:
        """Keep the attribute."""
        super().__init__()
        self.spec = spec

    def show_value(self, value: Value) -> None:
        """Show a value or that there is none."""
        raise NotImplementedError

    def first(self) -> QWidget:
        """Return the control that takes the keyboard first."""
        return self


class ChoiceButtons(Editor):
    """An enum of a few choices: one button each; pressing the chosen one again takes it away."""

    def __init__(self, spec: AttributeSpec) -> None:
        """Build the buttons."""
        super().__init__(spec)
        flow = FlowLayout(self)
        self._buttons: dict[str, QPushButton] = {}
        for choice in spec.choices:
            button = QPushButton(choice.title)
            set_kind(button, "choice")
            button.setCheckable(True)
            button.setToolTip(choice.definition)
            button.setAccessibleName(f"{spec.title}: {choice.title}")
            button.clicked.connect(lambda checked, value=choice.value: self._clicked(value, checked))
            button.installEventFilter(self)
            flow.addWidget(button)
            self._buttons[choice.value] = button

    def show_value(self, value: Value) -> None:
        """Press the button of the value."""
        for key, button in self._buttons.items():
            button.setChecked(key == value)

    def first(self) -> QWidget:
        """Return the chosen button, else the first."""
        chosen = next((b for b in self._buttons.values() if b.isChecked()), None)
        return chosen or next(iter(self._buttons.values()), self)

    def _clicked(self, value: str, checked: bool) -> None:
        self.show_value(value if checked else None)
        self.edited.emit(value if checked else None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrow keys go from button to button; Enter presses."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and isinstance(watched, QPushButton):
            buttons = list(self._buttons.values())
            step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()))
            if step is not None and watched in buttons:
                buttons[(buttons.index(watched) + step) % len(buttons)].setFocus(Qt.FocusReason.TabFocusReason)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
                watched.click()
                return True
        return super().eventFilter(watched, event)


class FittingButton(QPushButton):
    """A button whose words are shortened where it has no room for them; a sign after them stays."""

    def __init__(self) -> None:
        """Build it without words."""
        super().__init__()
        self._words = self._sign = ""

    def set_words(self, words: str, sign: str) -> None:
        """Show other words."""
        self._words, self._sign = words, sign
        self.updateGeometry()
        self._fit()

    def sizeHint(self) -> QSize:
        """Return room for all words."""
        hint, measure = super().sizeHint(), self.fontMetrics().horizontalAdvance
        more = measure(self._words + self._sign) - measure(self.text())
        return QSize(hint.width() + more + _SLACK, hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten anew."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        measure, whole = self.fontMetrics(), self._words + self._sign
        around = self.sizeHint().width() - measure.horizontalAdvance(whole)
        room = self.width() - around - measure.horizontalAdvance(self._sign)
        fits = self.width() >= self.sizeHint().width() - _SLACK
        shown = self._words if fits else measure.elidedText(self._words, Qt.TextElideMode.ElideRight, max(0, room))
        if self.text() != shown + self._sign:
            self.setText(shown + self._sign)


class ChoiceMenu(Editor):
    """An enum or a codebook, one value or several: a menu of the choices; the button shows what is chosen."""

    def __init__(self, spec: AttributeSpec) -> None:
        """Build the button; the menu is filled when it is first opened."""
        super().__init__(spec)
        self._value: tuple[str, ...] = ()
        flow = FlowLayout(self)
        self._flow = flow
        self._button = FittingButton()
        set_kind(self._button, "add")
        self._menu = LetterMenu(self._button)
        self._menu.aboutToShow.connect(self._fill)
        self._button.setMenu(self._menu)
        flow.addWidget(self._button)

    def show_value(self, value: Value) -> None:
        """Show the paths' titles."""
        if isinstance(value, tuple):
            self._value = value
        else:
            self._value = (value,) if isinstance(value, str) else ()
        titles = [choice_title(self.spec.choices, v) for v in self._value]
        wanted = self.spec.required or self.spec.usual
        empty = translate("Claims", "choose…") if wanted else translate("Claims", "add")
        self._button.set_words(shorten(", ".join(titles), 60) if titles else empty, " ▾" if titles else "")
        self._button.setAccessibleName(f"{self.spec.title}: {', '.join(titles) or translate('Claims', 'choose')}")
        restyle(self._button, "value" if titles else "add" if wanted else "quiet")
        self._button.setToolTip("\n".join(titles))

    def first(self) -> QWidget:
        """Return the button."""
        return self._button

    def _fill(self) -> None:
        self._menu.clear()
        for choice in self.spec.choices:
            self._add(self._menu, choice, choice.value)

    def _add(self, menu: QMenu, choice: Choice, path: str) -> None:
        if choice.children:
            branch = menu.addMenu(choice.title)
            whole = branch.addAction(translate("Claims", "{value} (as a whole)").format(value=choice.title))
            whole.setCheckable(True)
            whole.setChecked(path in self._value)
            whole.triggered.connect(lambda: self._toggle(path))
            branch.addSeparator()
            for child in choice.children:
                self._add(branch, child, f"{path}/{child.value}")
            return
        leaf = menu.addAction(choice.title)
        leaf.setCheckable(True)
        leaf.setChecked(path in self._value)
        leaf.triggered.connect(lambda: self._toggle(path))

    def _toggle(self, path: str) -> None:
        chosen: Value
        if self.spec.multiple:
            kept = tuple(v for v in self._value if v != path)
            several = kept if path in self._value else (*kept, path)
            chosen = several or None
        else:
            chosen = None if path in self._value else path
        self.show_value(chosen)
        self.edited.emit(chosen)


class YesNo(Editor):
    """A boolean; unticking takes the value away."""

    LINE = 18

    def __init__(self, spec: AttributeSpec) -> None:
        """Build the box."""
        super().__init__(spec)
        self._box = QCheckBox(translate("Claims", "yes"))
        self._box.setAccessibleName(spec.title)
        self._box.clicked.connect(lambda checked: self.edited.emit(True if checked else None))
        _only(self, self._box)

    def show_value(self, value: Value) -> None:
        """Tick the box."""
        self._box.setChecked(value is True)

    def first(self) -> QWidget:
        """Return the box."""
        return self._box


def parse_line(spec: AttributeSpec, text: str) -> tuple[bool, Value]:
    """Return whether what was typed may be the attribute's value, and the value; nothing typed is no value."""
    text = text.strip()
    if not text:
        return True, None
    if spec.kind is AttributeKind.DATE:
        return DATE.match(text) is not None, text
    if spec.kind is AttributeKind.NUMBER:
        try:
            number = float(text.replace(",", "."))
        except ValueError:
            return False, None
        if number != number or number in (float("inf"), float("-inf")):
            return False, None
        return True, int(number) if number.is_integer() and "." not in text else number
    return True, text


class LineEditor(Editor):
    """Text, a date or a number on one line, taken when Enter is pressed or the line is left."""

    LINE = 28

    def __init__(self, spec: AttributeSpec) -> None:
        """Build the line."""
        super().__init__(spec)
        self._line = QLineEdit()
        self._line.setAccessibleName(spec.title)
        if spec.kind is AttributeKind.DATE:
            self._line.setPlaceholderText("2025-01-29")
        self._shown: Value = None
        self._good = True
        self._line.editingFinished.connect(self._take)
        self._line.textEdited.connect(self._judge)
        _only(self, self._line)

    def show_value(self, value: Value) -> None:
        """Show the value unless it is being typed."""
        self._shown = value
        if not self._line.isModified() or not self._line.hasFocus():
            self._line.setText("" if value is None else str(value))
            self._line.setModified(False)
            self._judge()

    def first(self) -> QWidget:
        """Return the line."""
        return self._line

    def _parsed(self) -> tuple[bool, Value]:
        return parse_line(self.spec, self._line.text())

    def _judge(self) -> None:
        good, _ = self._parsed()
        if good == self._good:
            return
        self._good = good
        if self.spec.kind is AttributeKind.DATE:
            wrong = translate("Claims", "This is not a year, month or day: 2025-01-29. It is not kept.")
        else:
            wrong = translate("Claims", "This is not a number. It is not kept.")
        self._line.setToolTip("" if good else wrong)
        self._line.setProperty("wrong", not good)
        self._line.style().unpolish(self._line)
        self._line.style().polish(self._line)

    def _take(self) -> None:
        good, value = self._parsed()
        self._line.setModified(False)
        if good and value != self._shown:
            self._shown = value
            self.edited.emit(value)


class _Note(QPlainTextEdit):
    left = Signal()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


class NoteEditor(Editor):
    """Text of several lines, taken when the field is left."""

    LINE = 28

    def __init__(self, spec: AttributeSpec) -> None:
        """Build the field."""
        super().__init__(spec)
        self._field = _Note()
        self._field.setAccessibleName(spec.title)
        self._field.setTabChangesFocus(True)
        self._field.setFixedHeight(72)
        self._shown: Value = None
        self._field.left.connect(self.take)
        _only(self, self._field)

    def show_value(self, value: Value) -> None:
        """Show the text unless it is being typed."""
        self._shown = value
        if not self._field.hasFocus():
            self._field.setPlainText("" if value is None else str(value))

    def first(self) -> QWidget:
        """Return the field."""
        return self._field

    def take(self) -> None:
        """Emit what was typed, if it differs."""
        text = self._field.toPlainText().strip() or None
        if text != self._shown:
            self._shown = text
            self.edited.emit(text)


def restyle(button: QPushButton, kind: str) -> None:
    """Give a button another kind of the style sheet."""
    if button.property("kind") != kind:
        set_kind(button, kind)
        button.style().unpolish(button)
        button.style().polish(button)


def _only(editor: Editor, widget: QWidget) -> None:
    column = QVBoxLayout(editor)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeading if isinstance(widget, QCheckBox) else Qt.AlignmentFlag(0))


def _fit_a_line(spec: AttributeSpec) -> bool:
    """Say whether all choices have room beside each other in a card of the usual width."""
    metrics = QFontMetricsF(ui_font(12))
    return sum(metrics.horizontalAdvance(c.title) + 22 for c in spec.choices) <= ROOM


def editor_for(spec: AttributeSpec) -> Editor:
    """Return a new editor for an attribute."""
    if spec.kind is AttributeKind.ENUM and not spec.multiple and _fit_a_line(spec):
        return ChoiceButtons(spec)
    if spec.kind in (AttributeKind.ENUM, AttributeKind.HIERARCHY):
        return ChoiceMenu(spec)
    if spec.kind is AttributeKind.BOOLEAN:
        return YesNo(spec)
    if spec.name in LONG_TEXTS:
        return NoteEditor(spec)
    return LineEditor(spec)
