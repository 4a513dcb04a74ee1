"""Sets everything up, then runs the style, type and layer checks and the tests: ``python3 packaging/test.py``.

Arguments go to pytest (``packaging/test.py tests/core -k undo``). Ends with pytest's own closing line and exit status;
if one of the checks found something, the status is 1 and a last line says which. Needs only a bare Python ≥ 3.11.
"""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import setup_environment as setup
from setup_environment import say

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


def checks(python: Path) -> dict[str, list[str]]:
    """Return the commands that look at the code without running it, by the name they are told by."""
    scripts = python.parent
    return {
        "ruff check": [str(python), "-m", "ruff", "check"],
        "ruff format --check": [str(python), "-m", "ruff", "format", "--check"],
        "pyright": [str(python), "-m", "pyright", "--pythonpath", str(python)],
        "lint-imports": [str(scripts / "lint-imports"), "--no-logo"],
    }


def main(arguments: Sequence[str]) -> int:
    """Set up, check, test; returns the exit status."""
    setup.begin()
    try:
        python = setup.set_up(
            extras=["dev", "dask", "cas", "conllu", "networks", "parquet", "clients"],
            required=setup.QT_BASE,
            optional=[*setup.QT_X11, *setup.QT_WAYLAND, *setup.VIRTUAL_SCREEN],
            without="The tests that need it are skipped.",
        )
    except setup.SetupError as error:
        say(str(error))
        return 1
    environ = setup.clean_environ(os.environ)
    environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    # pyright looks on the network for a newer release of itself, unless told not to.
    environ["PYRIGHT_PYTHON_IGNORE_WARNINGS"] = "1"
    failed = []
    for name, command in checks(python).items():
        say(f"Checking: {name}")
        if subprocess.run(command, cwd=setup.CHECKOUT, env=environ, stdin=subprocess.DEVNULL, check=False).returncode:
            failed.append(name)
    # Each core takes a file of tests at a time; whoever names tests gets them in one process, in their order.
    # Their order is shuffled, but the same on every run: a failure can be looked into.
    arguments = arguments or ["-n", "auto", "--dist", "loadfile", "--randomly-seed", "1"]
    say("Testing: pytest " + " ".join(arguments))
    command = [str(python), "-m", "pytest", *arguments]
    code = subprocess.run(command, cwd=setup.CHECKOUT, env=environ, check=False).returncode
    if failed:
        say(f"Not in order, see above: {', '.join(failed)}")
    return code or (1 if failed else 0)


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
