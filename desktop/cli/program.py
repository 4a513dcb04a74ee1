"""Running one command: where the command line begins, and what becomes of errors."""

from __future__ import annotations

import logging
import sys
from collections.abc import Sequence
from typing import Annotated, Any

import typer  # noqa: TID253

# The order of the commands in the help is that of these imports.
# isort: off
from desktop.cli import projects, articles, export, prelabel, pipelines, evaluation, reports  # noqa: F401

# isort: on
from desktop.cli.common import EXIT_CODES, OK, UNEXPECTED, OpenWindow, app
from desktop.core import paths, terminal
from desktop.core.errors import AppError, ErrorCode

_log = logging.getLogger(__name__)


def main(argv: Sequence[str], *, open_window: OpenWindow) -> int:
    """Run one command and return its exit code; never raises for what a user can cause."""
    terminal.set_up_streams()
    terminal.log_to_file(paths.log_dir())
    as_json = "--json" in argv
    try:
        result = app(list(argv), prog_name="pressmark", standalone_mode=False, obj=open_window)
        sys.stdout.flush()
        return result if isinstance(result, int) else OK
    except AppError as error:
        return _tell(error, as_json)
    except (KeyboardInterrupt, typer.Abort):
        return _tell(AppError(ErrorCode.CANCELLED, "Cancelled.", hint="Finished work is kept."), as_json)
    except BrokenPipeError:  # the reader of our output has gone (| head)
        terminal.silence_stdout()
        return UNEXPECTED
    except _CLICK_ERROR as error:
        message = " ".join(error.format_message().split()).rstrip(".") + "."  # choices come one a line
        return _tell(AppError(ErrorCode.USAGE, message, hint=_usage_hint(argv)), as_json)
    except Exception as error:  # noqa: BLE001 - the last edge
        _log.critical("unexpected error in: %s", " ".join(argv), exc_info=error)
        message = f"Something went wrong that should not ({type(error).__name__})."
        terminal.error("unexpected", message, f"The details are in {paths.log_dir()}.", as_json=as_json)
        return UNEXPECTED


def _tell(error: AppError, as_json: bool) -> int:
    if error.details:
        _log.error("%s\n%s", error, error.details)
    terminal.error(str(error.code), error.message, error.hint, as_json=as_json)
    return EXIT_CODES[error.code]


def _usage_hint(argv: Sequence[str]) -> str:
    command = next((a for a in argv if not a.startswith("-")), "")
    commands = (c.name or getattr(c.callback, "__name__", "") for c in app.registered_commands)
    known = {name.strip("_") for name in commands}
    return f"See: pressmark {command + ' ' if command in known else ''}--help"


# Typer has its own copy of click since 0.26 and used the installed one before: take the class that it really raises.
_CLICK_ERROR: Any = next(c for c in typer.BadParameter.__mro__ if c.__name__ == "ClickException")


def _version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import PackageNotFoundError, version

        try:
            number = version("pressmark")
        except PackageNotFoundError:
            number = "(not installed, run from its source)"
        typer.echo(f"pressmark {number}")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Show it.")] = False,
) -> None:
    """Hold the options that belong to no command."""
