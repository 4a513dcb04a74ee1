"""Colours of the article pane as the window's theme gives them; colours of labels are data of the schema."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from annotation_schema.schema import Colours, Label

READABLE = 4.5
"""Least contrast of text (WCAG 2.2, success criterion 1.4.3)."""


@dataclass(frozen=True, slots=True)
class ArticleColours:
    """All ``#rrggbb``. ``soft`` is secondary text, ``line`` hairlines, ``selection`` the ground of selected text.

    ``hint`` and ``on_hint``: ground and text of the letters to press while linking.
    """

    paper: str
    ink: str
    soft: str
    line: str
    selection: str
    ring: str
    caret: str
    dark: bool = False
    warn: str = "#8f4b04"
    danger: str = "#a3261d"
    hint: str = "#ffd84d"
    on_hint: str = "#222222"

    @staticmethod
    def from_roles(roles: Mapping[str, str], *, dark: bool) -> ArticleColours:
        """Take the colours from a theme's roles.

        Raises KeyError if ``paper``, ``ink``, ``soft``, ``line`` or ``accent`` is missing; for ``warn``, ``danger``,
        ``hint`` and ``on-hint`` there are colours to fall back on.
        The selection is mixed from accent and paper, so that text on it stays readable.
        """
        return ArticleColours(
            paper=roles["paper"],
            ink=roles["ink"],
            soft=roles["soft"],
            line=roles["line"],
            selection=mix(roles["accent"], roles["paper"], 0.34 if dark else 0.26),
            ring=roles["ink"],  # not the accent, which is the colour of actors in the shipped schema
            caret=roles["accent"],
            dark=dark,
            warn=roles.get("warn", "#f0b35c" if dark else "#8f4b04"),
            danger=roles.get("danger", "#ff9d94" if dark else "#a3261d"),
            hint=roles.get("hint", "#ffd84d"),
            on_hint=roles.get("on-hint", "#222222"),
        )

    def of(self, label: Label) -> Colours:
        """Return a label's colours for this theme, moved towards paper and ink where text would be hard to read."""
        given = label.dark if self.dark else label.light
        tint = _until_readable(given.tint, self.paper, beside=self.ink)
        return Colours(_until_readable(given.ink, self.ink, beside=self.paper), tint)


def mix(first: str, second: str, share: float) -> str:
    """Return ``share`` (0 to 1) of the first colour laid over the second."""
    pairs = zip(_channels(first), _channels(second), strict=True)
    return "#" + "".join(f"{round(a * share + b * (1 - share)):02x}" for a, b in pairs)


def _until_readable(colour: str, towards: str, *, beside: str) -> str:
    for step in range(11):
        moved = mix(towards, colour, step / 10)
        if contrast(moved, beside) >= READABLE:
            return moved
    return towards


def contrast(first: str, second: str) -> float:
    """Return the contrast ratio of two colours, 1 to 21 (WCAG 2.2, "contrast ratio")."""
    high, low = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.2)."""
    parts = [c / 255 for c in _channels(colour)]
    r, g, b = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


LIGHT = ArticleColours.from_roles(
    {"paper": "#fbfaf7", "ink": "#1f2328", "soft": "#5f646b", "line": "#dedad1", "accent": "#1f5fa8"}, dark=False
)
DARK = ArticleColours.from_roles(
    {"paper": "#1b1d20", "ink": "#e6e3dc", "soft": "#a3a9af", "line": "#383c41", "accent": "#8ab8f0"}, dark=True
)
