"""A temporary home, and ways to run the command line inside this process and as a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

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


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    folder = tmp_path / "home"
    monkeypatch.setenv("PRESSMARK_HOME", str(folder))
    return folder


@pytest.fixture
def run(capsys):
    """Run a command inside this process; ``opened`` collects what the window was asked to open."""
    from desktop import cli

    opened = []

    def window(argv):
        opened.append(argv)
        return 0

    def go(*argv):
        code = cli.main([str(a) for a in argv], open_window=window)
        caught = capsys.readouterr()
        return Outcome(code, caught.out, caught.err)

    go.opened = opened
    return go


def process(*argv, **more):
    """Return the arguments of a command as a process of its own, from any folder."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "default"}
    return [sys.executable, "-m", "desktop", *map(str, argv)], {"env": environment, **more}


@pytest.fixture
def start(tmp_path):
    """Run a command as a process of its own, in a temporary folder."""

    def go(*argv):
        command, more = process(*argv, cwd=tmp_path, capture_output=True, timeout=170)
        done = subprocess.run(command, **more)
        return Outcome(done.returncode, done.stdout.decode(), done.stderr.decode())

    return go
