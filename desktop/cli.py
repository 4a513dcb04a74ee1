"""The command line: builds a project and its parts for one command, and says what came of it.

Results go to standard output, as sentences or (``--json``) as one JSON object; progress and errors to standard error.
An error that a user can meet is one sentence; with ``--json`` also ``{"error": {"code", "message", "hint"}}`` on
standard output.

Exit codes: 0 done; 1 an unexpected error (the log file has it); 2 wrong usage; 3 nothing of the sources, or a file that
was named, could be read; 4 the project could not be opened or written; 5 the export was refused, or the check found
errors; 6 the pipeline or its worker process failed; 130 cancelled (finished work is kept).
An import that could use some records but not all ends with 0 and lists the others.
"""

from __future__ import annotations

import getpass
import logging
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer  # noqa: TID253 - this module is only imported for a command; the window never imports it

from annotation_schema.ids import id_text
from annotation_schema.schema import LabelSchema
from annotation_schema.schema_json import SchemaError
from annotation_schema.schema_json import load as load_schema
from desktop.core import paths, settings, terminal
from desktop.core.errors import AppError, ErrorCode
from desktop.core.project import Project
from desktop.core.resources import default_schema
from desktop.core.work_time import duration

if TYPE_CHECKING:
    from desktop.core.importing import ImportProgress
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

_EPILOG = (
    "Exit codes: 0 done; 1 unexpected error (see the log file); 2 wrong usage; 3 nothing of the sources, or a named"
    " file, could be read; 4 the project could not be opened or written; 5 export refused, or the check found errors;"
    " 6 the pipeline or its worker failed; 130 cancelled (finished work is kept)."
)
_PROBLEMS_SHOWN = 20
_log = logging.getLogger(__name__)

app = typer.Typer(
    name="pressmark",
    help="Annotate news corpora: claims, actors and locations. Without a command, the window opens.",
    epilog=_EPILOG,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
)

ProjectArgument = Annotated[Path, typer.Argument(metavar="PROJECT", help="The project file (*.pressmark).")]
Json = Annotated[bool, typer.Option("--json", help="Print one JSON object on standard output.")]


class ImportFormat(StrEnum):
    """What ``import --format`` takes; a test compares it with the table of readers."""

    AUTO = "auto"
    TXT = "txt"
    CSV = "csv"
    JSONL = "jsonl"
    PRESSMARK = "pressmark"


class ExportFormat(StrEnum):
    """What ``export --format`` takes; a test compares it with the table of exporters."""

    PRESSMARK = "pressmark"
    DOCBIN = "docbin"


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


@app.command("open", epilog=_EPILOG)
def open_(
    context: typer.Context,
    project: Annotated[Path | None, typer.Argument(metavar="[PROJECT]", help="The project to open.")] = None,
    as_json: Json = False,
) -> int:
    """Open the window, with a project if one is named."""
    if project is not None:
        _open(project).close()  # a sentence here rather than an empty window
    window: OpenWindow = context.obj
    code = window([] if project is None else [str(project)])
    terminal.result({"project": None if project is None else str(project)}, [], as_json=as_json)
    return code


@app.command(epilog=_EPILOG)
def new(
    project: ProjectArgument,
    schema: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Label schema as JSON; default: news-claims.")
    ] = None,
    annotator: Annotated[str | None, typer.Option(metavar="NAME", help="Who annotates; default: the account.")] = None,
    as_json: Json = False,
) -> int:
    """Make a new, empty project."""
    labels = _schema(schema) if schema is not None else default_schema()
    with Project.create(project, labels, annotator=annotator or _annotator()) as made:
        held = {
            "project": str(project),
            "schema": {"name": made.schema.name, "version": made.schema.version},
            "annotator": made.annotator.name,
        }
        terminal.result(
            held, [f"Made {project} with the labels of “{made.schema.title}” {made.schema.version}."], as_json=as_json
        )
    return OK


@app.command("import", epilog=_EPILOG)
def import_(
    project: ProjectArgument,
    sources: Annotated[list[Path], typer.Argument(metavar="SOURCE...", help="Files and folders.")],
    format_: Annotated[ImportFormat, typer.Option("--format", help="What the sources are.")] = ImportFormat.AUTO,
    annotator: Annotated[
        str | None, typer.Option(metavar="NAME", help="Whose the annotations of records by one annotator become.")
    ] = None,
    as_json: Json = False,
) -> int:
    """Import articles (and the annotations of Pressmark records)."""
    from desktop.core.importing import import_sources

    with _open(project) as opened, terminal.interruptible() as interrupted, terminal.Progress() as progress:

        def tell(now: ImportProgress) -> None:
            place = f", file {now.files}: {now.file}" if now.file else f" in {_count(now.files, 'file')}"
            progress.show(f"{_count(now.records, 'record')} read{place}")

        report = import_sources(
            opened, sources, format=format_.value, annotator=annotator, progress=tell, cancelled=interrupted
        )
    held = {
        "articles": report.articles,
        "duplicates": report.duplicates,
        "skipped": report.skipped,
        "spans": report.spans,
        "relations": report.relations,
        "problems": [asdict(problem) for problem in report.problems],
    }
    lines = [f"{_count(report.articles, 'article')} imported."]
    if report.spans or report.relations:
        lines.append(f"With {_count(report.spans, 'span')} and {_count(report.relations, 'relation')}.")
    if report.extended:
        lines.append(f"{_count(report.extended, 'article')} that were there got annotations of a further annotator.")
    if report.duplicates:
        nothing = "" if report.articles or report.extended else " Nothing was added."
        lines.append(f"{_count(report.duplicates, 'article')} already in the project.{nothing}")
    if report.skipped:
        lines.append(f"{report.skipped} could not be read.")
    lines += [str(problem) for problem in report.problems[:_PROBLEMS_SHOWN]]
    if len(report.problems) > _PROBLEMS_SHOWN:
        lines.append(f"… and {len(report.problems) - _PROBLEMS_SHOWN} more (all of them with --json).")
    if report.cancelled:
        lines.append("Cancelled; what was read so far is in the project.")
    terminal.result(held, lines, as_json=as_json)
    if report.cancelled:
        return CANCELLED
    return INPUT if report.nothing_usable else OK


@app.command(epilog=_EPILOG)
def prelabel(
    project: ProjectArgument,
    pipeline: Annotated[
        str | None, typer.Option(metavar="NAME_OR_FOLDER", help="A spaCy pipeline; default: the embedded one.")
    ] = None,
    workers: Annotated[int, typer.Option(min=1, max=64, metavar="N", help="How many processes.")] = 1,
    as_json: Json = False,
) -> int:
    """Let a spaCy pipeline suggest spans in all articles that it has not seen."""
    from desktop.core.pipelines import find
    from desktop.core.prelabel.protocol import worker_command
    from desktop.core.prelabel.runner import run_blocking

    with _open(project) as opened, terminal.interruptible() as interrupted, terminal.Progress() as progress:
        outcome = run_blocking(
            opened,
            worker_command(),
            find(pipeline or "").source,
            workers=workers,
            progress=lambda now: progress.show(_how_far(now)),
            cancelled=interrupted,
            notice=progress.tell,
            log=_log.info,
        )
    by = f"by {outcome.pipeline} {outcome.version}" if outcome.pipeline else "to do"
    lines = [f"{_count(outcome.articles, 'article')} {by}: {_count(outcome.suggestions, 'new suggestion')}."]
    if outcome.failed:
        lines.append(f"{_count(outcome.failed, 'article')} left out, see above.")
    if outcome.cancelled:
        lines.append("Cancelled; the same command goes on where this one ended.")
    terminal.result(outcome.summary(), lines, as_json=as_json)
    if outcome.cancelled:
        return CANCELLED
    return PIPELINE if outcome.failed and not outcome.articles else OK


@app.command(epilog=_EPILOG)
def export(
    project: ProjectArgument,
    out: Annotated[Path, typer.Argument(metavar="OUT", help="A file (pressmark) or a folder (docbin).")],
    format_: Annotated[ExportFormat, typer.Option("--format", help="What to write.")],
    split: Annotated[
        str | None, typer.Option(metavar="80/10/10", help="Shares of train, dev and test (docbin).")
    ] = None,
    seed: Annotated[int, typer.Option(metavar="N", help="Another number gives another split.")] = 0,
    with_suggestions: Annotated[
        bool, typer.Option("--with-suggestions", help="Suggestions and verdicts, too (pressmark).")
    ] = False,
    as_json: Json = False,
) -> int:
    """Write the annotated articles to a file or folder."""
    from desktop.core.exporters.door import export as write
    from desktop.core.split import parse_ratios

    ratios = parse_ratios(split) if split is not None else ()
    with (
        _open(project, readonly=True) as opened,
        terminal.interruptible() as interrupted,
        terminal.Progress() as progress,
    ):
        report = write(
            opened,
            out,
            format=format_.value,
            with_suggestions=with_suggestions,
            ratios=ratios,
            seed=seed,
            progress=lambda now: progress.show(f"{now.done} of {now.total} articles"),
            cancelled=interrupted,
        )
    counts = (_count(report.articles, "article"), _count(report.spans, "span"), _count(report.relations, "relation"))
    lines = ["Exported {} with {} and {}.".format(*counts)]
    if report.dropped:
        lines.append(f"{_count(len(report.dropped), 'remark')} about what the format cannot hold (see --json).")
    lines += [f"{file.path}  sha256 {file.sha256}" for file in report.files]
    terminal.result(asdict(report), lines, as_json=as_json)
    return OK


@app.command(epilog=_EPILOG)
def stats(project: ProjectArgument, as_json: Json = False) -> int:
    """Count articles, spans, relations and suggestions."""
    with _open(project, readonly=True) as opened:
        found = opened.stats()
    median = found.time.median_seconds
    lines = [
        f"Articles     {found.articles}",
        f"Status       {_pairs(found.status)}",
        f"Spans        {_pairs(found.spans)}",
        f"Relations    {_pairs(found.relations)}",
        f"Suggestions  {_pairs(found.suggestions)}",
        f"Annotators   {', '.join(found.annotators) or 'none'}",
        f"Time         {_pairs({name: duration(s) for name, s in found.time.annotators.items()})}",
        f"An article   {f'{duration(median)} (median of {found.time.articles:,})' if median is not None else 'none'}",
    ]
    terminal.result(asdict(found), lines, as_json=as_json)
    return OK


@app.command(epilog=_EPILOG)
def check(project: ProjectArgument, as_json: Json = False) -> int:
    """Look for damage, and for annotations that break the label schema."""
    with _open(project, readonly=True) as opened:
        findings = opened.check()
    errors = sum(finding.severity == "error" for finding in findings)
    held = {
        "ok": errors == 0,
        "findings": [
            {
                "code": str(finding.code),
                "severity": str(finding.severity),
                "message": finding.message,
                "article": finding.article_uid,
                "span": None if finding.span is None else id_text(finding.span),
                "relation": None if finding.relation is None else id_text(finding.relation),
            }
            for finding in findings
        ],
    }
    lines = ["No errors were found." if errors == 0 else f"{_count(errors, 'error')} found."]
    for finding in findings:
        place = f"article {finding.article_uid}: " if finding.article_uid else ""
        lines.append(f"{finding.severity}: {place}{finding.message}")
    terminal.result(held, lines, as_json=as_json)
    return OK if errors == 0 else REFUSED


@app.command(epilog=_EPILOG)
def pipelines(as_json: Json = False) -> int:
    """List the spaCy pipelines that can be chosen."""
    from desktop.core.pipelines import list_pipelines

    found = list_pipelines()
    held = [
        {
            "name": one.name,
            "version": one.version,
            "path": str(one.path),
            "labels": list(one.labels),
            "language": one.language,
        }
        for one in found
    ]
    lines = [f"{one.name} {one.version} ({one.language}): {', '.join(one.labels)}\n  {one.path}" for one in found]
    terminal.result(held, lines or ["There is no pipeline; install a spaCy package."], as_json=as_json)
    return OK


# --- parts


def _open(project: Path, *, readonly: bool = False) -> Project:
    return Project.open(project, readonly=readonly)


def _schema(path: Path) -> LabelSchema:
    if not path.is_file():
        kind = "is not a file" if path.exists() else "is not there"
        raise AppError(ErrorCode.FILE_NOT_FOUND, f"The label schema {path} {kind}.", hint="Name a JSON file.")
    try:
        return load_schema(path, name=str(path))
    except SchemaError as error:
        raise AppError(
            ErrorCode.SCHEMA_INVALID, str(error), hint="No project was made; correct the file and try again."
        ) from error


def _annotator() -> str:
    """Return the name in the settings, else the account's."""
    chosen = settings.load(paths.settings_file()).settings.work.annotator
    if chosen:
        return chosen
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # an account without a name
        return "annotator"


def _how_far(now: Tally) -> str:
    """Return the state of a run; nothing is known of the articles before the pipeline is loaded."""
    return f"{now.articles + now.failed} of {now.total} articles" if now.pipeline else "Loading the pipeline …"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _pairs(counts: Mapping[str, object]) -> str:
    return ", ".join(f"{name} {number}" for name, number in counts.items()) or "none"
