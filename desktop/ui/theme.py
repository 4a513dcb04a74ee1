"""Colours by role, the one style sheet, and the bundled faces.

A theme file (``resources/themes/*.toml``) names base colours and gives each role one of them. Widgets ask for roles
only; colours of labels come from the label schema. ``Look`` holds what is in force and tells when it changes.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from string import Template
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from desktop.core.resources import resource_path

if TYPE_CHECKING:
    from annotation_schema.schema import Colours, Label

UI_FAMILY = "Inter"
READING_FAMILY = "Noto Serif"
UI_FACES = ("Inter-Regular.otf", "Inter-Medium.otf", "Inter-SemiBold.otf")
READING_FACES = ("NotoSerif-Regular.ttf", "NotoSerif-Italic.ttf", "NotoSerif-Bold.ttf")
UI_PIXELS = 13
_MIDDLE = 128  # of lightness, which goes to 255


@dataclass(frozen=True, slots=True)
class Theme:
    """One theme; ``roles`` maps a role to ``#rrggbb``."""

    name: str
    title: str
    dark: bool
    roles: Mapping[str, str]

    def __getitem__(self, role: str) -> str:
        """Return the colour of a role. Raises KeyError for a name that is none."""
        return self.roles[role]

    def color(self, role: str) -> QColor:
        """Return the colour of a role for painting."""
        return painted(self.roles[role])

    def of(self, label: Label) -> Colours:
        """Return the label's colours in this theme, its ink readable on its own tint (4.5 : 1)."""
        return _readable(label.dark if self.dark else label.light, self.dark)


@lru_cache(maxsize=256)
def painted(value: str) -> QColor:
    """Return ``#rrggbb`` for painting; not to be changed."""
    return QColor(value)


@lru_cache(maxsize=256)
def _readable(given: Colours, dark: bool) -> Colours:
    return replace(given, ink=readable(given.ink, given.tint, dark))


@lru_cache(maxsize=4)
def load_theme(name: str) -> Theme:
    """Return the theme of that file name. Raises OSError, KeyError, ValueError: a broken theme is a bug."""
    data = read_plain(resource_path("themes", f"{name}.toml").read_text("utf-8"))
    top, colours = data[""], data["colours"]
    roles = {role: colours[colour] for role, colour in data["roles"].items()}
    return Theme(top["name"], top["title"], top["dark"] == "true", roles)


_LINE = re.compile(r'(?:\[([\w-]+)\]|([\w-]+) = (?:"([^"\\]*)"|(true|false)))? *(?:#.*)?')


def read_plain(text: str) -> dict[str, dict[str, str]]:
    """Return the texts and truth values of a TOML file that has nothing else, by table ("": above the first).

    ``tomllib`` reads them as well, but importing it takes 4 ms of the time to the first paint. Raises ValueError.
    """
    table: dict[str, str] = {}
    found = {"": table}
    for number, line in enumerate(text.splitlines(), 1):
        parts = _LINE.fullmatch(line)
        if parts is None:
            raise ValueError(f"line {number} is neither a table nor a text: {line}")
        name, key, words, truth = parts.groups()
        if name is not None:
            table = found[name] = {}
        elif key is not None:
            table[key] = words if truth is None else truth
    return found


def luminance(colour: str) -> float:
    """Return the relative luminance of ``#rrggbb`` (WCAG 2.2), 0 to 1."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    r, g, b = (x / 12.92 if x <= 0.04045 else ((x + 0.055) / 1.055) ** 2.4 for x in parts)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(first: str, second: str) -> float:
    """Return the contrast ratio of two ``#rrggbb`` colours (WCAG 2.2), 1 to 21."""
    high, low = sorted((luminance(first), luminance(second)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@lru_cache(maxsize=256)
def readable(ink: str, ground: str, dark: bool, ratio: float = 4.5) -> str:
    """Return ``ink``, darkened (lightened if ``dark``) just enough to reach ``ratio`` on ``ground``."""
    value = ink
    for step in range(1, 40):
        if contrast(value, ground) >= ratio:
            return value
        mixed = QColor(ink).lighter(100 + 5 * step) if dark else QColor(ink).darker(100 + 5 * step)
        value = mixed.name()
    return value


class _Template(Template):
    """Takes hyphens as part of a name, as roles have them."""

    idpattern = r"(?a:[a-z][a-z-]*)"


def style_sheet(theme: Theme) -> str:
    """Return the style sheet with the theme's colours in place."""
    template = _Template(resource_path("themes", "pressmark.qss").read_text("utf-8"))
    sides = ("right", "left") if QGuiApplication.isRightToLeft() else ("left", "right")
    places = {"leading": sides[0], "trailing": sides[1], "icons": resource_path("icons").as_posix()}
    return template.substitute(theme.roles, **places, name=theme.name)


def palette(theme: Theme) -> QPalette:
    """Return the palette for what the style sheet does not reach (native parts, our own painting)."""
    p = QPalette()
    role = QPalette.ColorRole
    for target, name in (
        (role.Window, "paper"),
        (role.WindowText, "ink"),
        (role.Base, "card"),
        (role.AlternateBase, "panel"),
        (role.Text, "ink"),
        (role.Button, "card"),
        (role.ButtonText, "ink"),
        (role.ToolTipBase, "card"),
        (role.ToolTipText, "ink"),
        (role.PlaceholderText, "soft"),
        (role.Highlight, "accent"),
        (role.HighlightedText, "on-accent"),
        (role.Link, "accent"),
        (role.Mid, "line"),
        (role.Dark, "edge"),
    ):
        p.setColor(target, theme.color(name))
    for target in (role.WindowText, role.Text, role.ButtonText):
        p.setColor(QPalette.ColorGroup.Disabled, target, theme.color("soft"))
    return p


def add_faces(files: tuple[str, ...]) -> None:
    """Make bundled faces known to Qt; one that cannot be read is left to the system's substitute."""
    for file in files:
        QFontDatabase.addApplicationFont(str(resource_path("fonts", file)))


def ui_font(pixels: int = UI_PIXELS, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """Return the interface's face at a size in (logical) pixels."""
    font = QFont(UI_FAMILY)
    font.setPixelSize(pixels)
    font.setWeight(weight)
    return font


def reading_font(pixels: int, *, italic: bool = False) -> QFont:
    """Return the article's face at a size in (logical) pixels."""
    font = QFont(READING_FAMILY)
    font.setStyleHint(QFont.StyleHint.Serif)
    font.setPixelSize(pixels)
    font.setItalic(italic)
    return font


class Look(QObject):
    """The theme in force. ``choice`` is "system", "light" or "dark"; follows the system when told to."""

    changed = Signal()

    def __init__(self, app: QApplication, choice: str) -> None:
        """Set palette and fonts at once; the style sheet waits for ``dress``, which costs more."""
        super().__init__(app)
        self._app = app
        self._choice = choice
        self._dressed = False
        self._ours = bool(app.property("dressed"))  # whether the palette says nothing of the system any more
        self.theme = load_theme(self._resolve())
        app.setPalette(palette(self.theme))
        app.setProperty("dressed", True)
        self._ours = True
        app.setFont(ui_font())
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._system_changed)

    @property
    def choice(self) -> str:
        """What the user chose."""
        return self._choice

    def dress(self) -> None:
        """Apply the style sheet."""
        self._dressed = True
        self._app.setStyleSheet(style_sheet(self.theme))

    def choose(self, choice: str) -> None:
        """Change the choice; the windows follow at once."""
        self._choice = choice
        self._apply()

    def _resolve(self) -> str:
        if self._choice in ("light", "dark"):
            return self._choice
        return "dark" if self._system_is_dark() else "light"

    def _system_is_dark(self) -> bool:
        if not self._ours:  # asking for the scheme would have all enums of Qt made before the first paint (14 ms)
            return self._app.palette().color(QPalette.ColorRole.Window).lightness() < _MIDDLE
        from PySide6.QtCore import Qt

        return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark

    def _system_changed(self) -> None:
        if self._choice == "system":
            self._apply()

    def _apply(self) -> None:
        theme = load_theme(self._resolve())
        if theme is self.theme:
            return
        self.theme = theme
        self._app.setPalette(palette(theme))
        if self._dressed:
            self._app.setStyleSheet(style_sheet(theme))
        self.changed.emit()
