"""Small parts that several panes share: key caps, buttons joined to a bar, labels that shorten themselves."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import Enum, auto
from pathlib import Path

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QUrl, Signal
from PySide6.QtGui import (
    QAction,
    QColor,
    QDesktopServices,
    QFont,
    QFontDatabase,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QMenu,
    QSizePolicy,
    QSpinBox,
    QWidget,
)

from desktop.ui.mirroring import mirrored
from desktop.ui.theme import Look, Theme, ui_font

KEY_SIGNS = {
    "Return": "Enter",
    "Backspace": "⌫",
    "Delete": "Del",
    "Escape": "Esc",
    "PgUp": "Page ↑",
    "PgDown": "Page ↓",
    "Left": "←",
    "Right": "→",
    "Up": "↑",
    "Down": "↓",
}


def key_words(shortcut: str) -> str:
    """Return a shortcut as shown on a key cap: ``Ctrl+Return`` is “Ctrl ↵”, ``Return`` alone is “Enter”."""
    if shortcut.endswith("++"):
        parts = [*shortcut[:-2].split("+"), "+"]
    else:
        parts = shortcut.split("+")
    if len(parts) == 1:
        return KEY_SIGNS.get(parts[0], parts[0])
    shown = ["↵" if p == "Return" else KEY_SIGNS.get(p, p) for p in parts]
    return " ".join(shown)


def key_caps(shortcuts: Iterable[str]) -> list[str]:
    """Return what stands on the key caps of an action; Return and Enter are one key to people."""
    return list(dict.fromkeys(key_words(k).replace("↵", "Enter") for k in shortcuts))


def key_width(text: str) -> float:
    """Return the width of a key cap in pixels."""
    return max(18.0, QFontMetricsF(ui_font(11)).horizontalAdvance(text) + 9)


def paint_key(painter: QPainter, x: float, middle: float, text: str, theme: Theme, *, ground: str = "paper") -> float:
    """Paint a key cap with its left edge at ``x``, centred on ``middle``; return its width."""
    width = key_width(text)
    rect = QRectF(x + 0.5, middle - 8.5, width - 1, 17)
    painter.setPen(QPen(theme.color("line"), 1))
    painter.setBrush(theme.color(ground))
    painter.drawRoundedRect(rect, 4, 4)
    painter.drawLine(QPointF(rect.left() + 3, rect.bottom() - 1), QPointF(rect.right() - 3, rect.bottom() - 1))
    painter.setPen(theme.color("soft"))
    painter.setFont(ui_font(11))
    painter.drawText(rect.adjusted(0, -1, 0, -1), Qt.AlignmentFlag.AlignCenter, text)
    return width


class ButtonForm(Enum):
    """How much room a button of a bar may take."""

    FULL = auto()
    SHORT = auto()
    KEY = auto()


class SegmentButton(QAbstractButton):
    """One part of a bar: words and a key cap, pressed with pointer, Space or its shortcut.

    Follows an action: words, enabled, shortcut, trigger. ``colour`` gives the words' colour for a theme.
    """

    PAD = 10

    def __init__(self, action: QAction, words: str, key: str, look: Look, colour: str | None = None) -> None:
        """Build the button for an action; ``colour`` is a label's ink or None for ordinary text."""
        super().__init__()
        self._action = action
        self._look = look
        self._key = self._cap = key
        self._colour = colour
        self._words, self._short = words, ""
        self._form = ButtonForm.FULL
        self._painted = (words, key)
        self.setText(words)
        self.setFont(ui_font(13, QFont.Weight.Medium))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setToolTip(action.toolTip())
        self.clicked.connect(action.trigger)
        action.changed.connect(self._follow)
        self._follow()

    def set_words(self, words: str, *, short: str = "") -> None:
        """Change the words (“Accept all 31”) and those for a narrow window (“All 31”)."""
        if (words, short) != (self._words, self._short):
            self._words, self._short = words, short
            self.set_form(self._form)
            self._name()

    def set_form(self, form: ButtonForm) -> None:
        """Show all words, short ones, or only the key; the name for screen readers stays."""
        self._form = form
        bare = form is ButtonForm.KEY and self._key
        words = self._words if form is ButtonForm.FULL else self._short or self._words
        # A label's key has the label's colour, which a key cap has not.
        words = (self._key if self._colour else "") if bare else words
        self._cap = "" if bare and self._colour else self._key
        if (words, self._cap) != self._painted:
            self._painted = (words, self._cap)
            self.setText(words)
            self.updateGeometry()
            self.update()

    def set_colour(self, colour: str | None) -> None:
        """Change the colour of the words."""
        self._colour = colour
        self.set_form(self._form)
        self.update()

    def _follow(self) -> None:
        self.setEnabled(self._action.isEnabled())
        self._name()

    def _name(self) -> None:
        self.setAccessibleName(f"{self._words} ({self._key})" if self._key else self._words)

    def sizeHint(self) -> QSize:
        """Return the width of words and key cap at the bar's height."""
        width = QFontMetricsF(self.font()).horizontalAdvance(self.text()) + 2 * self.PAD
        if self._cap:
            width += (6 if self.text() else 0) + key_width(self._cap)
        return QSize(round(width), 28)

    def minimumSizeHint(self) -> QSize:
        """Never less than what the words need."""
        return self.sizeHint()

    def event(self, event: QEvent) -> bool:
        """Repaint when pointer or focus come and go."""
        if event.type() in (QEvent.Type.HoverEnter, QEvent.Type.HoverLeave, QEvent.Type.EnabledChange):
            self.update()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, words and key cap; the bar paints the borders."""
        theme = self._look.theme
        painter = mirrored(QPainter(self), QRectF(self.rect()), self.layoutDirection())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isEnabled() and (self.isDown() or self.underMouse()):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("line" if self.isDown() else "hover"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 5, 5)
        words = QFontMetricsF(self.font()).horizontalAdvance(self.text())
        if self.isEnabled():
            painter.setPen(QColor(self._colour) if self._colour else theme.color("ink"))
        else:
            painter.setPen(theme.color("soft"))
        painter.setFont(self.font())
        painter.drawText(
            QRectF(self.PAD, 0, words + 2, self.height()),
            Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft,
            self.text(),
        )
        if self._cap:
            paint_key(painter, self.PAD + words + (6 if self.text() else 0), self.height() / 2, self._cap, theme)
        if self.hasFocus():
            painter.setPen(QPen(theme.color("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -2), 4, 4)
        painter.end()


class Segment(QWidget):
    """Buttons joined to one bar with a border of one pixel."""

    def __init__(self, look: Look) -> None:
        """Build an empty bar."""
        super().__init__()
        self._look = look
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def add(self, button: SegmentButton) -> SegmentButton:
        """Append a button and return it."""
        self._row.addWidget(button)
        return button

    def buttons(self) -> list[SegmentButton]:
        """Return all buttons, also those left out."""
        found = (self._row.itemAt(i) for i in range(self._row.count()))
        widgets = [item.widget() for item in found if item is not None]
        return [w for w in widgets if isinstance(w, SegmentButton)]

    def set_form(self, form: ButtonForm) -> None:
        """Let all buttons take as much room."""
        for button in self.buttons():
            button.set_form(form)

    def needed(self) -> int:
        """Return the width that all buttons need."""
        return sum(b.sizeHint().width() for b in self.buttons())

    def leave_out(self, pixels: int) -> None:
        """Show no more buttons than leave that many pixels free; none is left out for 0 or less."""
        for button in reversed(self.buttons()):
            button.setVisible(pixels <= 0)
            if pixels > 0:
                pixels -= button.sizeHint().width()

    def clear(self) -> None:
        """Remove all buttons."""
        while (item := self._row.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.setParent(None)
                widget.deleteLater()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the common ground, the border and the lines between buttons."""
        theme = self._look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        path = QPainterPath()
        path.addRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        painter.fillPath(path, theme.color("card"))
        painter.setPen(QPen(theme.color("line"), 1))
        painter.drawPath(path)
        for button in self.buttons()[1:]:
            if button.isVisible():
                place = button.geometry()
                x = place.right() + 0.5 if self.isRightToLeft() else place.left() + 0.5
                painter.drawLine(QPointF(x, 1), QPointF(x, self.height() - 1))
        painter.end()


class LetterMenu(QMenu):
    """A menu whose letters are its own while it is open: without this, they would go to the article behind it."""

    def event(self, event: QEvent) -> bool:
        """Keep letters and digits from being taken for shortcuts."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            held = event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier & ~Qt.KeyboardModifier.KeypadModifier
            if not held and event.text().isprintable() and event.text():
                event.accept()
                return True
        return super().event(event)


class SidePane(QWidget):
    """A pane beside the article; a window without room for all of them shows the one that is wanted."""

    wanted = Signal()


class Shortened(QLabel):
    """A label that shows an ellipsis where it has not enough room; the tool tip holds the whole."""

    def __init__(self, text: str = "", *, mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight) -> None:
        """Build the label."""
        super().__init__()
        self._full = ""
        self._mode = mode
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.set_full(text)

    def full(self) -> str:
        """Return the whole text."""
        return self._full

    def set_full(self, text: str) -> None:
        """Change the text."""
        if text == self._full:
            return
        self._full = text
        self.setAccessibleName(text)
        self.updateGeometry()
        self._fit()

    def sizeHint(self) -> QSize:
        """Return the size of the whole text."""
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self._full) + 2, metrics.height() + 2)

    def minimumSizeHint(self) -> QSize:
        """May shrink to almost nothing."""
        return QSize(min(24, self.sizeHint().width()), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten anew."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        shown = self.fontMetrics().elidedText(self._full, self._mode, max(0, self.width()))
        if shown != self.text():
            self.setText(shown)
        self.setToolTip(self._full if shown != self._full else "")


def set_tone(widget: QWidget, tone: str) -> None:
    """Give a widget another tone of the style sheet."""
    if widget.property("tone") != tone:
        widget.setProperty("tone", tone)
        style = widget.style()
        style.unpolish(widget)
        style.polish(widget)


def set_kind(widget: QWidget, kind: str) -> QWidget:
    """Give a new widget its kind in the style sheet and return it."""
    widget.setProperty("kind", kind)
    return widget


def set_fixed(widget: QWidget) -> None:
    """Set a widget in the system's face of fixed width; the one style sheet would have it in the interface's."""
    family = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).family()
    widget.setStyleSheet(f'font-family: "{family}", monospace; font-size: 12px;')


def number_box(lowest: int, highest: int, step: int) -> QSpinBox:
    """Return a field for a whole number that looks as other fields do: Up and Down change it, no buttons."""
    box = QSpinBox()
    box.setRange(lowest, highest)
    box.setSingleStep(step)
    box.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
    box.lineEdit().setTextMargins(8, 0, 8, 0)  # a style sheet does not reach it there
    return box


def show_folder(folder: Path) -> None:
    """Open a folder in the system's own window."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def soft_label(text: str, tone: str = "soft", *, wrap: bool = False) -> QLabel:
    """Return a label in a tone of the style sheet."""
    label = QLabel(text)
    label.setProperty("tone", tone)
    label.setWordWrap(wrap)
    return label


def give_room(dialog: QDialog, width: int, height: int) -> None:
    """Give a dialog a size, less where the window behind it has not that much."""
    behind = dialog.parentWidget()
    if behind is not None:
        around = behind.window().size()
        width, height = min(width, around.width() - 40), min(height, around.height() - 40)
    dialog.resize(width, height)


def answer_row(dialog: QDialog, words: str = "", take: Callable[[], object] | None = None) -> QDialogButtonBox:
    """Return what ends a dialog: a first button with ``words`` (else OK) that Enter presses, and Cancel.

    The first calls ``take``, which may refuse; without it the dialog is accepted.
    """
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
    first = buttons.button(QDialogButtonBox.StandardButton.Ok)
    if words:
        first.setText(words)
    first.setDefault(True)
    set_kind(first, "primary")
    buttons.accepted.connect(take or dialog.accept)
    buttons.rejected.connect(dialog.reject)
    return buttons


def label_field(form: QFormLayout, row: QWidget, field: QWidget, button: QAbstractButton | None = None) -> None:
    """Let the label of a form's row speak for a field in it, and for the button beside that."""
    label = form.labelForField(row)
    if isinstance(label, QLabel):
        label.setBuddy(field)
        words = label.text().replace("&", "")
        field.setAccessibleName(words)
        if button is not None:
            button.setAccessibleName(f"{words}: {button.text()}")


def key_label(shortcut: str) -> QLabel:
    """Return a key cap as a label."""
    label = soft_label(key_words(shortcut), "key")
    label.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return label
