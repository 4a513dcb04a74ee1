"""Run benchmarks: ``python -m tests.benchmarks [NAME…] [--articles N] [--runs N] [--json]``.

For each goal: our figure, the limit measured beside it in this run, their ratio, n, median and 95th percentile.
The exit status is 1 if a goal is missed. Without QT_QPA_PLATFORM the offscreen platform is used.
"""

from __future__ import annotations

import argparse
import os
import sys
from importlib import import_module
from pathlib import Path

from tests.benchmarks.report import dump, machine

NAMES = {
    "start": "G9 and G10: start and memory of the window",
    "window": "G5 and G7: a label, opening an article",
    "busy": "G15: a label and opening an article while the project is pre-highlighted",
    "surface": "34,000 characters with 700 spans: label, open, scroll, caret, resize, letters; 2 MB",
    "importing": "G1, G2, G12 and I5: import with and without spans, export of records",
    "memory": "G11: peak memory of import, search and export with many articles beside few",
    "pipeline": "G13 and G14: export of DocBin, pre-highlighting",
}


def main() -> int:
    """Measure, print, and return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", help="; ".join(f"{n}: {w}" for n, w in NAMES.items()))
    parser.add_argument("--articles", type=int, default=1_000)
    parser.add_argument("--runs", type=int, default=40)
    parser.add_argument("--json", action="store_true")
    wanted = parser.parse_args()
    unknown = [n for n in wanted.names if n not in NAMES]
    if unknown:
        parser.error(f"no benchmark is called {', '.join(unknown)}; there are {', '.join(NAMES)}")
    # A screen on which the window has its normal size.
    screen = Path(__file__).parents[1] / "ui" / "screen.json"
    os.environ.setdefault("QT_QPA_PLATFORM", f"offscreen:configfile={screen}")
    results = []
    if not wanted.json:
        print(machine(), f"Qt platform {os.environ['QT_QPA_PLATFORM']}", sep=", ", flush=True)
    for name in wanted.names or NAMES:
        for result in import_module(f"tests.benchmarks.{name}").measure(wanted.articles, wanted.runs):
            results.append(result)
            if not wanted.json:
                print(result.line(), flush=True)
    if wanted.json:
        print(dump(results))
    return 0 if all(r.holds for r in results) else 1


if __name__ == "__main__":
    sys.exit(main())
