"""What the commands share: the program that they are commands of, exit codes, arguments, and words for counts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer  # noqa: TID253 - this package is only imported for a command; the window never imports it

from desktop.core.errors import ErrorCode
from desktop.core.project import Project

if TYPE_CHECKING:
    from desktop.core.prelabel.session_types import Tally

OpenWindow = Callable[[list[str]], int]

OK, UNEXPECTED, USAGE, INPUT, PROJECT, REFUSED, PIPELINE, CANCELLED = 0, 1, 2, 3, 4, 5, 6, 130

EXIT_CODES = {
    ErrorCode.USAGE: USAGE,
    ErrorCode.FILE_NOT_FOUND: INPUT,
    ErrorCode.FILE_UNREADABLE: INPUT,
    ErrorCode.SCHEMA_INVALID: INPUT,
    ErrorCode.FILE_EXISTS: PROJECT,
    ErrorCode.NOT_A_PROJECT: PROJECT,
    ErrorCode.PROJECT_TOO_NEW: PROJECT,
    ErrorCode.PROJECT_TOO_OLD: PROJECT,
    ErrorCode.PROJECT_DAMAGED: PROJECT,
    ErrorCode.PROJECT_IN_USE: PROJECT,
    ErrorCode.EDIT_REFUSED: PROJECT,
    ErrorCode.SAVE_FAILED: PROJECT,
    ErrorCode.EXPORT_REFUSED: REFUSED,
    ErrorCode.PIPELINE_NOT_FOUND: PIPELINE,
    ErrorCode.WORKER_FAILED: PIPELINE,
    ErrorCode.CANCELLED: CANCELLED,
}
"""Exit code of each kind of error; a test asserts that none is missing."""

EPILOG = (
    "Exit codes: 0 done; 1 unexpected error (see the log file); 2 wrong usage; 3 nothing of the sources, or a named"
    " file, could be read; 4 the project could not be opened or written; 5 export refused, or the check found errors;"
    " 6 the pipeline or its worker failed; 130 cancelled (finished work is kept)."
)

app = typer.Typer(
    name="pressmark",
    help="Annotate news corpora: claims, actors and locations. Without a command, the window opens.",
    epilog=EPILOG,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
)

ProjectArgument = Annotated[Path, typer.Argument(metavar="PROJECT", help="The project file (*.pressmark).")]
Json = Annotated[bool, typer.Option("--json", help="Print one JSON object on standard output.")]


def open_project(project: Path, *, readonly: bool = False) -> Project:
    """Open a project as whoever had it open last; see ``Project.open``."""
    return Project.open(project, readonly=readonly)


def count(number: int, noun: str) -> str:
    """Return “1 article”, “2 articles”."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def how_far(now: Tally, pace: str = "") -> str:
    """Return the state of a run; nothing is known of the articles before the pipeline is loaded."""
    if not now.pipeline:
        return "Loading the pipeline …"
    done = f"{now.articles + now.failed} of {count(now.total, 'article')}"
    return f"{done}, {pace}" if pace else done


def pairs(counts: Mapping[str, object]) -> str:
    """Return “CLAIM 3, ACTOR 4”, or “none”."""
    return ", ".join(f"{name} {number}" for name, number in counts.items()) or "none"
