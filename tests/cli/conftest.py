"""A temporary home, and ways to run the command line inside this process and as a process of its own."""

from __future__ import annotations

import subprocess

import pytest
from command_lines import Outcome, process


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


@pytest.fixture
def start(tmp_path):
    """Run a command as a process of its own, in a temporary folder."""

    def go(*argv):
        command, more = process(*argv, cwd=tmp_path, capture_output=True, timeout=170)
        done = subprocess.run(command, **more)
        return Outcome(done.returncode, done.stdout.decode(), done.stderr.decode())

    return go
