"""Commands on whole projects: open, new."""

from __future__ import annotations

import getpass
from pathlib import Path
from typing import Annotated

import typer  # noqa: TID253

from annotation_schema.schema import LabelSchema
from annotation_schema.schema_json import SchemaError
from annotation_schema.schema_json import load as load_schema
from desktop.cli.common import EPILOG, OK, Json, OpenWindow, ProjectArgument, app, open_project
from desktop.core import paths, settings, terminal
from desktop.core.errors import AppError, ErrorCode
from desktop.core.project import Project
from desktop.core.resources import default_schema


@app.command("open", epilog=EPILOG)
def open_(
    context: typer.Context,
    project: Annotated[Path | None, typer.Argument(metavar="[PROJECT]", help="The project to open.")] = None,
    as_json: Json = False,
) -> int:
    """Open the window, with a project if one is named."""
    if project is not None:
        open_project(project).close()  # a sentence here rather than an empty window
    window: OpenWindow = context.obj
    code = window([] if project is None else [str(project)])
    terminal.result({"project": None if project is None else str(project)}, [], as_json=as_json)
    return code


@app.command(epilog=EPILOG)
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
