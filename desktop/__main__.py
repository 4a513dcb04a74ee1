"""The entry point: looks at the arguments and hands over to the window, the command line or the worker; nothing else.

``python -m desktop``, the command ``pressmark`` and the frozen program all come here. The window's way imports nothing
that its first paint does not need.
"""

from __future__ import annotations

import sys


def main() -> int:
    """Run what the arguments ask for and return the exit status."""
    argv = sys.argv[1:]
    if argv[:1] == ["--worker"]:
        from desktop.worker.main import main as work

        work()
    if _wants_window(argv):
        return _open_window(argv[1:] if argv[:1] == ["open"] else argv)
    from desktop.cli import main as command_line

    return command_line(argv, open_window=_open_window)


def _wants_window(argv: list[str]) -> bool:
    """Return whether this is a plain start: no arguments, ``open [PROJECT]``, or a project from the file manager."""
    if not argv:
        return True
    if argv[0] == "open":
        return len(argv) <= 2 and not any(a.startswith("-") for a in argv[1:])
    return len(argv) == 1 and argv[0].lower().endswith(".pressmark") and not argv[0].startswith("-")


def _open_window(argv: list[str]) -> int:
    from desktop.app import main as window

    return window(argv)


if __name__ == "__main__":
    from multiprocessing import freeze_support

    freeze_support()
    sys.exit(main())
