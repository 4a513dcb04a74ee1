"""Type sizes and line heights of the article, all derived from one reading size in pixels."""

from __future__ import annotations

from functools import cached_property

from PySide6.QtGui import QFont, QFontMetricsF

READING_SIZE = 17
SMALLEST, LARGEST = 11, 51
SERIF = ("Noto Serif", "Source Serif 4", "Georgia", "Cambria", "DejaVu Serif")
SANS = ("Inter", "Segoe UI", "Helvetica Neue", "Noto Sans", "DejaVu Sans")
MEASURE = 75
"""Characters in a line."""
SHORTEST_MEASURE, LONGEST_MEASURE = 40, 120
_CAPITALS = 78 / 75  # news has more capitals than the sample
_SAMPLE = (
    "According to Michael Kofman, a senior fellow at the Carnegie Endowment, Pokrovsk's transit routes indicate that "
    "if it falls, Russian forces might use it as a staging base for 7,000 soldiers, Reuters said on Tuesday. "
)


def serif(size: int, weight: QFont.Weight = QFont.Weight.Normal, family: str = "") -> QFont:
    """Return the reading font; ``size`` in pixels; ``family`` is asked for first."""
    return _font((family, *SERIF) if family else SERIF, size, weight, QFont.StyleHint.Serif)


def sans(size: float, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """Return the interface font; ``size`` in pixels."""
    return _font(SANS, round(size), weight, QFont.StyleHint.SansSerif)


def _font(families: tuple[str, ...], size: int, weight: QFont.Weight, hint: QFont.StyleHint) -> QFont:
    font = QFont(list(families))
    font.setStyleHint(hint)
    font.setPixelSize(size)
    font.setWeight(weight)
    return font


class Typography:
    """Fonts and distances, in pixels, for one reading size, typeface and length of line."""

    def __init__(self, size: int = READING_SIZE, *, family: str = "", characters: int = MEASURE) -> None:
        """Clamp the size to ``SMALLEST`` to ``LARGEST``, the length of a line to its range; no family: the bundled."""
        self.size = max(SMALLEST, min(LARGEST, size))
        self.family = family
        self.characters = max(SHORTEST_MEASURE, min(LONGEST_MEASURE, characters))
        self.scale = self.size / READING_SIZE
        self.body = serif(self.size, family=family)
        self.body_line = float(round(self.size * 2))
        self.paragraph_gap = float(round(9 * self.scale))
        headline_size = round(27 * self.scale)
        self.headline = serif(headline_size, QFont.Weight.DemiBold, family)
        self.headline_line = float(round(headline_size * 1.28))
        self.byline = sans(max(10.0, 12 * self.scale))
        self.letter = sans(max(8.0, 9 * self.scale), QFont.Weight.DemiBold)
        self.number = sans(max(10.0, 11 * self.scale), QFont.Weight.DemiBold)
        self.role = sans(max(9.0, 10 * self.scale))
        self.hint = sans(max(10.0, 11 * self.scale), QFont.Weight.Bold)
        self._letter_widths: dict[str, float] = {}
        self.byline_offset = float(round(6 * self.scale))
        self.byline_height = float(round(17 * self.scale))
        self.byline_rule = float(round(self.byline_offset + self.byline_height + 10 * self.scale))
        self.byline_room = float(round(self.byline_rule + 16 * self.scale))

    def resized(self, size: int) -> Typography:
        """Return the same typeface and length of line at another size."""
        return Typography(size, family=self.family, characters=self.characters)

    @cached_property
    def _body_metrics(self) -> QFontMetricsF:
        return QFontMetricsF(self.body)

    @cached_property
    def _headline_metrics(self) -> QFontMetricsF:
        return QFontMetricsF(self.headline)

    @cached_property
    def ascent(self) -> float:
        """Height of the body's text box above the baseline; the font's own has room for stacked marks."""
        return round(min(self._body_metrics.ascent(), self.size * 1.03))

    @cached_property
    def descent(self) -> float:
        """Height of the body's text box below the baseline."""
        return round(min(self._body_metrics.descent(), self.size * 0.3))

    @cached_property
    def headline_ascent(self) -> float:
        """The same for the headline."""
        return round(self._headline_metrics.ascent())

    @cached_property
    def headline_descent(self) -> float:
        """The same for the headline."""
        return round(self._headline_metrics.descent())

    @cached_property
    def body_baseline(self) -> float:
        """Distance from the top of a body line to its baseline."""
        return round((self.body_line + self.ascent - self.descent) / 2)

    @cached_property
    def headline_baseline(self) -> float:
        """Distance from the top of a headline's line to its baseline."""
        return round((self.headline_line + self.headline_ascent - self.headline_descent) / 2)

    @cached_property
    def _letter_metrics(self) -> QFontMetricsF:
        return QFontMetricsF(self.letter)

    @cached_property
    def letter_height(self) -> float:
        """Height of the capital letters above marks."""
        return self._letter_metrics.capHeight()

    def letter_width(self, letter: str) -> float:
        """Return the width of a mark's letter."""
        if letter not in self._letter_widths:
            self._letter_widths[letter] = self._letter_metrics.horizontalAdvance(letter)
        return self._letter_widths[letter]

    @cached_property
    def body_character(self) -> float:
        """Mean width of a character of running text."""
        return self._body_metrics.horizontalAdvance(_SAMPLE) / len(_SAMPLE)

    @cached_property
    def measure(self) -> float:
        """Width of the column."""
        return float(round(self.characters * _CAPITALS * self.body_character))

    @cached_property
    def headline_character(self) -> float:
        """The same for the headline."""
        return self._headline_metrics.horizontalAdvance(_SAMPLE) / len(_SAMPLE)
