"""The command that brings articles in."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer  # noqa: TID253

from desktop.cli.common import CANCELLED, EPILOG, INPUT, OK, Json, ProjectArgument, app, count, open_project
from desktop.core import terminal

if TYPE_CHECKING:
    from desktop.core.importing import ImportProgress
    from desktop.core.readers.asked import Format

_PROBLEMS_SHOWN = 20


@app.command("import", epilog=EPILOG)
def import_(
    project: ProjectArgument,
    sources: Annotated[list[Path], typer.Argument(metavar="SOURCE...", help="Files and folders.")],
    format_: Annotated[
        list[str] | None,
        typer.Option(
            "--format",
            metavar="FORMAT",
            help="What the sources are; a wrong name lists all. For files of one ending: .jsonl=FORMAT, several times.",
        ),
    ] = None,
    annotator: Annotated[
        str | None, typer.Option(metavar="NAME", help="Whose the annotations of records by one annotator become.")
    ] = None,
    map_: Annotated[
        Path | None,
        typer.Option("--map", metavar="FILE", help="What becomes of types and attributes of other programs."),
    ] = None,
    save_map: Annotated[
        Path | None, typer.Option("--save-map", metavar="FILE", help="Write the mapping that was used, to be edited.")
    ] = None,
    as_json: Json = False,
) -> int:
    """Import articles, with annotations made here or by other programs."""
    from desktop.core.foreign import mapping
    from desktop.core.importing import import_sources

    given = mapping.load(map_) if map_ is not None else None

    with open_project(project) as opened, terminal.interruptible() as interrupted, terminal.Progress() as progress:

        def tell(now: ImportProgress) -> None:
            place = f", file {now.files}: {now.file}" if now.file else f" in {count(now.files, 'file')}"
            progress.show(f"{count(now.records, 'record')} {'looked at' if now.looking else 'read'}{place}")

        report = import_sources(
            opened,
            sources,
            format=_format(format_ or []),
            annotator=annotator,
            mapping=given,
            progress=tell,
            cancelled=interrupted,
        )
    if save_map is not None and report.mapping is not None:
        mapping.save(report.mapping, save_map)
    held = {
        "articles": report.articles,
        "duplicates": report.duplicates,
        "skipped": report.skipped,
        "spans": report.spans,
        "relations": report.relations,
        "suggestions": report.suggestions,
        "problems": [asdict(problem) for problem in report.problems],
    }
    lines = [f"{count(report.articles, 'article')} imported."]
    if report.spans or report.relations:
        lines.append(f"With {count(report.spans, 'span')} and {count(report.relations, 'relation')}.")
    if report.suggestions:
        lines.append(f"With {count(report.suggestions, 'suggestion')} made elsewhere.")
    if report.extended:
        lines.append(f"{count(report.extended, 'article')} that were there got annotations or suggestions.")
    if report.duplicates:
        nothing = "" if report.articles or report.extended else " Nothing was added."
        lines.append(f"{count(report.duplicates, 'article')} already in the project.{nothing}")
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


def _format(given: list[str]) -> Format:
    """Return one format for all files, or formats by endings. Raises AppError USAGE."""
    from desktop.core.errors import AppError, ErrorCode

    if not given:
        return "auto"
    if len(given) == 1 and "=" not in given[0]:
        return given[0]
    found: dict[str, str] = {}
    for one in given:
        ending, equals, name = one.partition("=")
        if not equals or not ending.startswith("."):
            raise AppError(
                ErrorCode.USAGE,
                f"“{one}” does not say for which files it is.",
                hint="Give one format for all files, or each with its ending: --format .jsonl=doccano.",
            )
        found[ending.lower()] = name
    return found
