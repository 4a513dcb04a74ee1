"""How suggestions fare: which share is accepted, by pipeline and label, over time. ``storage.verdicts`` counts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

MOST_DAYS = 21
MOST_WEEKS = 26
MOST_MONTHS = 24


class Period(StrEnum):
    """How long a piece of time is that has a share of its own."""

    DAY = "day"
    WEEK = "week"  # from Monday
    MONTH = "month"


@dataclass(frozen=True, slots=True)
class VerdictCount:
    """Verdicts of one day; ``day`` is None for those of before their time was kept."""

    pipeline: str
    label: str
    day: date | None
    accepted: int
    rejected: int


@dataclass(frozen=True, slots=True)
class Share:
    """Accepted and rejected ones; of a piece of time that begins with ``first``, or of all time."""

    accepted: int = 0
    rejected: int = 0
    first: date | None = None

    @property
    def decided(self) -> int:
        """How many were decided."""
        return self.accepted + self.rejected

    @property
    def share(self) -> float | None:
        """The accepted ones' share, 0 to 1; None where nothing was decided."""
        return self.accepted / self.decided if self.decided else None


@dataclass(frozen=True, slots=True)
class Line:
    """A pipeline's suggestions of one label, or of all ("") ; ``pieces`` are one after the other, without gaps."""

    pipeline: str
    label: str
    total: Share
    pieces: tuple[Share, ...] = ()


@dataclass(frozen=True, slots=True)
class Acceptance:
    """All lines, pipeline by pipeline with all its labels first, over the same pieces of time."""

    period: Period = Period.DAY
    lines: tuple[Line, ...] = ()


def acceptance(counts: Iterable[VerdictCount], labels: Sequence[str]) -> Acceptance:
    """Return the lines; ``labels`` say in which order. Time before the last so many pieces is in the totals alone."""
    counts = list(counts)
    days = sorted({c.day for c in counts if c.day is not None})
    period = _period(days)
    firsts = _firsts(days, period)
    order = {name: place for place, name in enumerate(labels)}
    lines: list[Line] = []
    for pipeline in sorted({c.pipeline for c in counts}):
        mine = [c for c in counts if c.pipeline == pipeline]
        names = sorted({c.label for c in mine}, key=lambda name: (order.get(name, len(order)), name))
        for label in ("", *names):
            lines.append(_line(pipeline, label, [c for c in mine if label in ("", c.label)], firsts, period))
    return Acceptance(period, tuple(lines))


def _line(pipeline: str, label: str, counts: list[VerdictCount], firsts: Sequence[date], period: Period) -> Line:
    by_piece: dict[date, list[VerdictCount]] = {}
    for count in counts:
        if count.day is not None:
            by_piece.setdefault(_first(count.day, period), []).append(count)
    return Line(pipeline, label, _sum(counts), tuple(_sum(by_piece.get(first, ()), first) for first in firsts))


def _sum(counts: Iterable[VerdictCount], first: date | None = None) -> Share:
    counts = list(counts)
    return Share(sum(c.accepted for c in counts), sum(c.rejected for c in counts), first)


def _period(days: Sequence[date]) -> Period:
    if not days or (days[-1] - days[0]).days < MOST_DAYS:
        return Period.DAY
    weeks = (_first(days[-1], Period.WEEK) - _first(days[0], Period.WEEK)).days // 7
    return Period.WEEK if weeks < MOST_WEEKS else Period.MONTH


def _first(day: date, period: Period) -> date:
    """Return the first day of the piece of time that a day is in."""
    if period is Period.WEEK:
        return day - timedelta(days=day.weekday())
    return day.replace(day=1) if period is Period.MONTH else day


def _firsts(days: Sequence[date], period: Period) -> list[date]:
    """Return where the pieces begin, from the first day to the last."""
    if not days:
        return []
    found = [_first(days[0], period)]
    while (following := _next(found[-1], period)) <= days[-1]:
        found.append(following)
    return found[-MOST_MONTHS:] if period is Period.MONTH else found


def _next(first: date, period: Period) -> date:
    if period is Period.MONTH:
        return (first + timedelta(days=31)).replace(day=1)
    return first + timedelta(days=7 if period is Period.WEEK else 1)
