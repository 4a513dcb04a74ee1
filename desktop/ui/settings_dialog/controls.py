"""One control for each kind of setting; all emit ``changed`` with the value as the settings hold it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFont, QFontDatabase, QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLineEdit, QRadioButton, QSlider, QWidget

from annotation_schema.wording import marked, translate
from desktop.core.settings import SettingSpec
from desktop.ui.theme import READING_FAMILY
from desktop.ui.translation import number
from desktop.ui.widgets import soft_label

FONT_KEY = "appearance.font"
_SERIFS = (
    "Baskerville", "Bitter", "Book Antiqua", "Bookman Old Style", "Cambria", "Charis SIL", "Charter", "Cochin",
    "Constantia", "Crimson Pro", "Crimson Text", "EB Garamond", "Garamond", "Gentium", "Gentium Plus", "Georgia",
    "Hoefler Text", "Iowan Old Style", "Libertinus Serif", "Libre Baskerville", "Linux Libertine O", "Literata",
    "Lora", "Merriweather", "New York", "Palatino", "Palatino Linotype", "PT Serif", "Sitka Text", "Spectral",
    "STIX Two Text", "Times New Roman", "Tinos", "Utopia", "Vollkorn",
)  # fmt: skip


def serif_families() -> list[str]:
    """Return the serif typefaces of this machine, by name; Qt cannot tell them, so those known, or called so."""
    found = set(QFontDatabase.families())
    named = {f for f in found if "serif" in f.lower() and "sans" not in f.lower()}
    return sorted((found & set(_SERIFS)) | named - {READING_FAMILY})


class Control(QWidget):
    """Base: ``show_value`` does not emit."""

    changed = Signal(object)

    def __init__(self, spec: SettingSpec) -> None:
        """Keep the setting."""
        super().__init__()
        self.spec = spec
        self.line = QHBoxLayout(self)
        self.line.setContentsMargins(0, 0, 0, 0)
        self.line.setSpacing(12)

    def show_value(self, value: object) -> None:
        """Show a value."""
        raise NotImplementedError


class Switch(Control):
    """On or off; the words stand on the box itself."""

    def __init__(self, spec: SettingSpec) -> None:
        """Build the box."""
        super().__init__(spec)
        self.box = QCheckBox(marked("Settings", spec.title))
        self.box.setAccessibleDescription(marked("Settings", spec.note) if spec.note else "")
        self.box.clicked.connect(lambda on: self.changed.emit(on))
        self.line.addWidget(self.box)
        self.line.addStretch(1)

    def show_value(self, value: object) -> None:
        """Tick the box."""
        self.box.setChecked(value is True)


class Choices(Control):
    """A few values side by side; the arrow keys go from one to the next."""

    def __init__(self, spec: SettingSpec) -> None:
        """Build the buttons."""
        super().__init__(spec)
        self.buttons: dict[object, QRadioButton] = {}
        for value, title in spec.choices:
            words = marked("Settings", title)
            button = QRadioButton(words)
            button.setAccessibleName(f"{marked('Settings', spec.title)}: {words}")
            button.toggled.connect(lambda on, value=value: self._toggled(value, on))
            self.buttons[value] = button
            self.line.addWidget(button)
        self.line.addStretch(1)
        self._showing = False

    def _toggled(self, value: object, on: bool) -> None:
        if on and not self._showing:
            self.changed.emit(value)

    def show_value(self, value: object) -> None:
        """Choose the button of the value."""
        self._showing = True
        self.buttons[value].setChecked(True)
        self._showing = False


class Slide(Control):
    """A number on a slider, in steps."""

    def __init__(self, spec: SettingSpec) -> None:
        """Build slider and number."""
        super().__init__(spec)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(spec.lowest // spec.step, spec.highest // spec.step)
        self.slider.setPageStep(max(1, 25 // spec.step))
        self.slider.setAccessibleName(marked("Settings", spec.title))
        self.slider.setMinimumWidth(180)
        self.slider.installEventFilter(self)
        self.number = soft_label("", "")
        self.number.setMinimumWidth(100)
        self.line.addWidget(self.slider, 1)
        self.line.addWidget(self.number)
        self.slider.valueChanged.connect(self._moved)

    def _moved(self, steps: int) -> None:
        self._say(steps * self.spec.step)
        self.changed.emit(steps * self.spec.step)

    def _say(self, value: int) -> None:
        words = f"{number(value)} {marked('Settings', self.spec.unit)}"
        self.number.setText(words)
        self.slider.setAccessibleDescription(words)

    def show_value(self, value: object) -> None:
        """Move the slider."""
        assert isinstance(value, int)
        self.slider.blockSignals(True)
        self.slider.setValue(round(value / self.spec.step))
        self.slider.blockSignals(False)
        self._say(value)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The wheel scrolls the page unless the slider has the keyboard."""
        if watched is self.slider and isinstance(event, QWheelEvent) and not self.slider.hasFocus():
            event.ignore()
            return True
        return super().eventFilter(watched, event)


class Line(Control):
    """A text, taken when the line is left or Enter is pressed."""

    def __init__(self, spec: SettingSpec) -> None:
        """Build the line."""
        super().__init__(spec)
        self.field = QLineEdit()
        self.field.setAccessibleName(marked("Settings", spec.title))
        self.field.editingFinished.connect(lambda: self.changed.emit(self.field.text().strip()))
        self.line.addWidget(self.field)

    def show_value(self, value: object) -> None:
        """Show the text."""
        self.field.setText(str(value))


class Typeface(Control):
    """The bundled typeface and the serifs of this machine, each set in itself."""

    def __init__(self, spec: SettingSpec) -> None:
        """Build the list."""
        super().__init__(spec)
        self.combo = QComboBox()
        self.combo.setAccessibleName(marked("Settings", spec.title))
        self.combo.addItem(
            translate("Settings", "{typeface} (comes with Pressmark)").format(typeface=READING_FAMILY), ""
        )
        for family in serif_families():
            self.combo.addItem(family, family)
        for n in range(self.combo.count()):
            face = QFont(self.combo.itemData(n) or READING_FAMILY)
            face.setPixelSize(15)
            self.combo.setItemData(n, face, Qt.ItemDataRole.FontRole)
        self.combo.currentIndexChanged.connect(lambda: self.changed.emit(self.combo.currentData()))
        self.line.addWidget(self.combo, 1)

    def show_value(self, value: object) -> None:
        """Choose a typeface; one that is not here is listed all the same, since another one stands in for it."""
        at = self.combo.findData(value)
        self.combo.blockSignals(True)
        if at < 0:
            self.combo.addItem(translate("Settings", "{typeface} (not on this machine)").format(typeface=value), value)
            at = self.combo.count() - 1
        self.combo.setCurrentIndex(at)
        self.combo.blockSignals(False)


def control_for(spec: SettingSpec, value: object) -> Control:
    """Return a new control for a setting, by the kind of its default value."""
    if spec.key == FONT_KEY:
        return Typeface(spec)
    if isinstance(value, bool):
        return Switch(spec)
    if spec.choices:
        return Choices(spec)
    if isinstance(value, int):
        return Slide(spec)
    return Line(spec)
