"""A virtual screen for the tests that need a real window."""

from __future__ import annotations

import pytest
from screen import Program, Screen, missing


@pytest.fixture(scope="session")
def screen():
    if missing:
        pytest.skip(f"needs {' and '.join(missing)}, which is not installed")
    made = Screen()
    yield made
    made.close()


@pytest.fixture
def program(screen, tmp_path):
    """Start the program; what is still running at the end is killed."""
    started: list[Program] = []

    def begin(*arguments: str, **env: str) -> Program:
        started.append(Program(screen, tmp_path / "home", *arguments, **env))
        return started[-1]

    yield begin
    for one in started:
        if one.process.poll() is None:
            one.process.kill()
            one.process.wait(10)
        if not one.process.stderr.closed:
            one.process.stderr.close()
