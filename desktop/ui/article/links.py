"""Links of the current item: connectors in the gutter for ends on screen, and where the other ends are.

A connector leaves a mention below its line, runs between the lines to the gutter right of the column, along the
gutter to the line of the other end, and back between the lines. Nothing is drawn for links of other items.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFontMetricsF, QPainterPath, QTransform

from annotation_schema.model import Fragments
from desktop.ui.article.geometry import LineRect, rects_between, visible_range
from desktop.ui.article.marks import Mark, Marks
from desktop.ui.article.text_layout import ArticleLayout

GUTTER = 11.0
"""Distance of the connectors from the column."""
_CORNER = 4.0
_EDGE = 4.0  # less than this of a line in view is not "on screen"


@dataclass(frozen=True, slots=True)
class Partner:
    """The other end of one or several links of an item; ``role`` is in words."""

    item: int
    role: str


@dataclass(frozen=True, slots=True)
class Wire:
    """A connector, in the column's coordinates; ``end`` is at the partner, ``words`` where the role fits."""

    path: QPainterPath
    end: QPointF
    role: str
    words: QRectF | None


@dataclass(frozen=True, slots=True)
class Beyond:
    """An end of a link that is not on screen; ``direction`` is −1 above and 1 below."""

    item: int
    role: str
    direction: int


class Links:
    """All links of an article by item."""

    def __init__(self, links: Iterable[tuple[int, int, str]] = ()) -> None:
        """Take (source, target, role) of each link."""
        self._outgoing: dict[int, list[Partner]] = {}
        roles: dict[int, dict[int, list[str]]] = {}  # by item and by the item at the other end
        for source, target, role in links:
            self._outgoing.setdefault(source, []).append(Partner(target, role))
            for item, other in ((source, target), (target, source)):
                words = roles.setdefault(item, {}).setdefault(other, [])
                if role and role not in words:
                    words.append(role)
        self._partners = {i: [Partner(o, ", ".join(w)) for o, w in others.items()] for i, others in roles.items()}

    def __eq__(self, other: object) -> bool:
        """Say whether the links are the same."""
        if not isinstance(other, Links):
            return NotImplemented
        return (self._partners, self._outgoing) == (other._partners, other._outgoing)

    __hash__ = None  # type: ignore[assignment]

    def of(self, item: int | None) -> list[Partner]:
        """Return the other ends of an item's links, whichever end it is."""
        return self._partners.get(item, []) if item is not None else []

    def from_source(self, item: int) -> list[Partner]:
        """Return the targets of the links that start at an item."""
        return self._outgoing.get(item, [])


@dataclass(frozen=True, slots=True)
class LinkView:
    """What is drawn for the links of the current item between two heights."""

    ends: frozenset[int] = frozenset()
    wires: tuple[Wire, ...] = ()
    beyond: tuple[Beyond, ...] = ()


def look(
    layout: ArticleLayout, marks: Marks, links: Links, current: int | None, top: float, bottom: float, right: float
) -> LinkView:
    """Return rings, connectors and what lies beyond; ``right`` is the edge of the viewport behind the gutter."""
    mark = marks.by_id.get(current) if current is not None else None
    partners = [(p, marks.by_id[p.item]) for p in links.of(current) if p.item in marks.by_id]
    if mark is None or not partners or not layout.pieces:
        return LinkView()
    top, bottom = top + _EDGE, bottom - _EDGE
    here = _seen(layout, mark.fragments, top, bottom)
    wires: list[Wire] = []
    beyond: list[Beyond] = []
    for partner, other in partners:
        there = _seen(layout, other.fragments, top, bottom)
        if not there:
            beyond.append(Beyond(partner.item, partner.role, _direction(layout, other, top, bottom)))
        elif here and (wire := _wire(layout, here, there, partner.role, right)) is not None:
            wires.append(_turned(wire, layout.width) if layout.mirrored else wire)
    ends = frozenset((mark.id, *(p.item for p, _ in partners)))
    return LinkView(ends, tuple(wires), tuple(beyond))


def _seen(layout: ArticleLayout, fragments: Fragments, top: float, bottom: float) -> list[LineRect]:
    """Return the stretches on screen; where the interface runs from right to left, as in a mirror."""
    found = rects_between(layout, fragments, top, bottom)
    if not layout.mirrored:
        return found
    return [replace(r, left=layout.width - r.right, right=layout.width - r.left) for r in found]


def _turned(wire: Wire, width: float) -> Wire:
    """Return a connector as it is in a mirror."""
    mirror = QTransform(-1.0, 0.0, 0.0, 1.0, width, 0.0)
    words = mirror.mapRect(wire.words) if wire.words is not None else None
    return Wire(mirror.map(wire.path), mirror.map(wire.end), wire.role, words)


def _direction(layout: ArticleLayout, mark: Mark, top: float, bottom: float) -> int:
    """Say on which side of the screen a mark begins that is not on it."""
    low, high = visible_range(layout, top, bottom)
    first = mark.fragments[0]
    if first.start >= high:
        return 1
    if first.end <= low:
        return -1
    at = max(first.start, low)
    laid = layout.laid(layout.index_of(at))
    return -1 if laid.top + laid.line_of(at) * laid.line_height < top else 1


def _wire(layout: ArticleLayout, here: list[LineRect], there: list[LineRect], role: str, right: float) -> Wire | None:
    """Return the connector between the nearest lines of two marks; None if they touch."""
    a, b = min(((a, b) for a in here for b in there), key=lambda pair: (abs(pair[0].top - pair[1].top), -pair[0].left))
    scale = layout.typography.scale
    drop = 6.5 * scale
    path = QPainterPath()
    if (a.block, a.line) == (b.block, b.line):
        left, other = (a, b) if a.left <= b.left else (b, a)
        if other.left - left.right < 6 * scale:
            return None
        y = a.bottom + drop
        start, end = left.right - 3 * scale, other.left + 3 * scale
        path.moveTo(start, y - 4 * scale)
        path.lineTo(start, y)
        path.lineTo(end, y)
        path.lineTo(end, y - 4 * scale)
        near = QPointF(end if other is b else start, y - 4 * scale)
        return Wire(path, near, role, None)
    gutter = layout.width + GUTTER
    corner = _CORNER * scale
    down = 1 if b.top > a.top else -1
    ya, yb = a.bottom + drop, b.bottom + drop
    xa, xb = a.right - 3 * scale, b.right - 3 * scale
    path.moveTo(xa, ya - 4 * scale)
    path.lineTo(xa, ya)
    path.lineTo(gutter - corner, ya)
    path.quadTo(gutter, ya, gutter, ya + down * corner)
    path.lineTo(gutter, yb - down * corner)
    path.quadTo(gutter, yb, gutter - corner, yb)
    path.lineTo(xb, yb)
    path.lineTo(xb, yb - 4 * scale)
    metrics = QFontMetricsF(layout.typography.role)
    height = metrics.height()
    words = None
    if role and gutter + 5 + metrics.horizontalAdvance(role) < right - 4:
        words = QRectF(gutter + 5, yb - height, right - gutter - 9, height)
    return Wire(path, QPointF(xb, yb - 4 * scale), role, words)
