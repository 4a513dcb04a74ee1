"""Bars as SVG, written by hand: same numbers, same bytes; readable on light and dark ground."""

from __future__ import annotations

from collections.abc import Sequence
from xml.sax.saxutils import escape

_ROW, _BAR, _NAMES, _WIDTH, _TOP = 22, 14, 190, 720, 40
_COLOURS = ("#3b6ea5", "#c9822b", "#5b8c5a", "#8a5a9e")


def bars(title: str, rows: Sequence[tuple[str, Sequence[int]]], *, series: Sequence[str] = ("",)) -> str:
    """Return a plot of horizontal bars: a row for each name, its numbers side by side on one bar, in all ``series``."""
    most = max((sum(numbers) for _, numbers in rows), default=0) or 1
    room = _WIDTH - _NAMES - 90
    legend = [name for name in series if name]
    height = _TOP + _ROW * (len(rows) + bool(legend)) + 10
    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_WIDTH}" height="{height}" viewBox="0 0 {_WIDTH} {height}"'
        f' role="img" font-family="sans-serif" font-size="12"><title>{escape(title)}</title>',
        f'<rect width="{_WIDTH}" height="{height}" fill="#ffffff"/>',
        f'<text x="12" y="24" font-size="15" fill="#222222">{escape(title)}</text>',
    ]
    y = _TOP
    for name, numbers in rows:
        shown = name if len(name) <= 28 else name[:27] + "…"
        out.append(f'<text x="{_NAMES - 8}" y="{y + 12}" text-anchor="end" fill="#222222">{escape(shown)}</text>')
        x = 0.0
        for colour, number in zip(_COLOURS, numbers, strict=False):
            width = room * number / most
            if number:
                out.append(
                    f'<rect x="{_NAMES + x:.1f}" y="{y + 1}" width="{width:.1f}" height="{_BAR}" fill="{colour}"/>'
                )
            x += width
        out.append(f'<text x="{_NAMES + x + 6:.1f}" y="{y + 12}" fill="#222222">{sum(numbers):,}</text>')
        y += _ROW
    x = _NAMES
    for colour, name in zip(_COLOURS, legend, strict=False):
        out.append(f'<rect x="{x}" y="{y + 2}" width="12" height="12" fill="{colour}"/>')
        out.append(f'<text x="{x + 18}" y="{y + 12}" fill="#222222">{escape(name)}</text>')
        x += 30 + 9 * len(name)
    out.append("</svg>")
    return "\n".join(out) + "\n"
