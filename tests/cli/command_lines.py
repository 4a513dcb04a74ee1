"""How a command is run and what it gave; for the tests of this folder."""

from __future__ import annotations

import json
import os
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]


@dataclass
class Outcome:
    """What a command printed and how it ended."""

    code: int
    out: str
    err: str

    @property
    def json(self):
        """The one JSON value on standard output; fails if there is anything else."""
        return json.loads(self.out)


def process(*argv, **more):
    """Return the arguments of a command as a process of its own, from any folder."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "default"}
    return [sys.executable, "-m", "desktop", *map(str, argv)], {"env": environment, **more}
