"""How a benchmark's figures are kept, compared with their limit and printed."""

from __future__ import annotations

import json
import os
import platform
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Figures:
    """Repeated measurements in one unit."""

    values: tuple[float, ...]
    unit: str = "ms"

    @property
    def median(self) -> float:
        return statistics.median(self.values)

    @property
    def p95(self) -> float:
        """The value that 95 % of the measurements do not exceed (nearest rank)."""
        ordered = sorted(self.values)
        return ordered[min(len(ordered) - 1, round(0.95 * (len(ordered) - 1)))]

    def words(self) -> str:
        return f"median {self.median:9.2f} {self.unit}  p95 {self.p95:9.2f}  n={len(self.values)}"

    def as_json(self) -> dict[str, object]:
        return {"median": self.median, "p95": self.p95, "n": len(self.values), "unit": self.unit}


@dataclass(frozen=True, slots=True)
class Result:
    """One goal: ours, the limit measured beside it, and what is allowed between them."""

    goal: str
    what: str
    ours: Figures
    limit: Figures
    ratio: float  # ours to limit as the goal means it (medians unless the goal says p95)
    allowed: float
    higher_is_better: bool = False
    note: str = ""
    also: bool = True  # a second condition that the goal sets, already decided

    @property
    def holds(self) -> bool:
        within = self.ratio >= self.allowed if self.higher_is_better else self.ratio <= self.allowed
        return within and self.also

    def line(self) -> str:
        sign = "≥" if self.higher_is_better else "≤"
        verdict = "holds " if self.holds else "MISSED"
        return (
            f"{self.goal:<4} {verdict}  {self.what}\n"
            f"      ours  {self.ours.words()}\n"
            f"      limit {self.limit.words()}\n"
            f"      ratio {self.ratio:.2f} ({sign} {self.allowed:g}){'  ' + self.note if self.note else ''}"
        )

    def as_json(self) -> dict[str, object]:
        return {
            "goal": self.goal,
            "what": self.what,
            "ours": self.ours.as_json(),
            "limit": self.limit.as_json(),
            "ratio": self.ratio,
            "allowed": self.allowed,
            "holds": self.holds,
            "note": self.note,
        }


def timed_ms(action: Callable[[], object]) -> float:
    """Run ``action`` once and return its wall time in milliseconds."""
    begin = time.perf_counter()
    action()
    return (time.perf_counter() - begin) * 1_000


def machine() -> str:
    """Name the processor, cores, memory and versions in one line."""
    model = platform.processor() or "unknown processor"
    info = Path("/proc/cpuinfo")
    if info.exists():
        named = [x.split(":", 1)[1].strip() for x in info.read_text().splitlines() if x.startswith("model name")]
        model = named[0] if named else model
    return (
        f"{model}, {os.cpu_count()} cores, {platform.system()} {platform.release()}, Python {platform.python_version()}"
    )


def dump(results: list[Result]) -> str:
    """Return all results and the machine as one JSON object."""
    return json.dumps({"machine": machine(), "results": [r.as_json() for r in results]}, ensure_ascii=False)
