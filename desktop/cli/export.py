"""The command that writes datasets: which articles and annotations, how they are divided, in which format."""

from __future__ import annotations

from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer  # noqa: TID253

from annotation_schema.model import Status
from desktop.cli.common import EPILOG, OK, Json, ProjectArgument, app, count, open_project
from desktop.core import terminal
from desktop.core.export_choices import Alignment, Discontinuous, Grouping, Overlap

if TYPE_CHECKING:
    from desktop.core.exporters.report import ExportOptions, ExportProgress, ExportReport

_LOSSES_SHOWN = 12
_FILES_SHOWN = 100


@app.command(epilog=EPILOG)
def export(
    project: ProjectArgument,
    out: Annotated[Path, typer.Argument(metavar="OUT", help="A file; a folder for several files.")],
    format_: Annotated[
        str,
        typer.Option("--format", metavar="FORMAT", help="What to write, docbin say; a wrong name lists all."),
    ],
    annotator: Annotated[
        list[str] | None, typer.Option(metavar="NAME", help="Only what they made; may be given several times.")
    ] = None,
    status: Annotated[
        list[Status] | None, typer.Option(help="Only what an annotator has in this status; several times.")
    ] = None,
    finished_only: Annotated[bool, typer.Option("--finished-only", help="The same as --status done.")] = False,
    label: Annotated[
        list[str] | None, typer.Option(metavar="LABEL", help="Only spans of this label; several times.")
    ] = None,
    since: Annotated[
        str, typer.Option(metavar="DATE", help="Only articles from then on: 2024, 2024-05, 2024-05-31.")
    ] = "",
    until: Annotated[str, typer.Option(metavar="DATE", help="Only articles until then, it included.")] = "",
    text: Annotated[str, typer.Option(metavar="WORDS", help="Only articles with these words, as in the window.")] = "",
    filter_: Annotated[
        str, typer.Option("--filter", metavar="NAME", help="Only articles that this filter saved in the window shows.")
    ] = "",
    overlap: Annotated[
        Overlap, typer.Option(help="Which of two overlapping spans stays in a format that holds one.")
    ] = Overlap.LONGEST,
    discontinuous: Annotated[
        Discontinuous, typer.Option(help="What becomes of spans of several parts in a format without.")
    ] = Discontinuous.FRAGMENTS,
    alignment: Annotated[
        Alignment, typer.Option(help="What becomes of a border inside a token in a format of tokens.")
    ] = Alignment.EXPAND,
    split: Annotated[str | None, typer.Option(metavar="80/10/10", help="Shares of train, dev and test.")] = None,
    seed: Annotated[int, typer.Option(metavar="N", help="Another number gives another split.")] = 0,
    group_by: Annotated[
        Grouping, typer.Option(help="What is kept together in a split; time: older ones train, newer ones test.")
    ] = Grouping.DUPLICATES,
    stratify: Annotated[bool, typer.Option("--stratify", help="Divide articles with the same labels alike.")] = False,
    card: Annotated[
        bool, typer.Option("--card", help="A dataset folder: data, card with plots, losses and manifest.")
    ] = False,
    licence: Annotated[str, typer.Option(metavar="NAME", help="What the card says of it, CC-BY-4.0 say.")] = "",
    with_suggestions: Annotated[
        bool, typer.Option("--with-suggestions", help="Suggestions and verdicts, too (pressmark).")
    ] = False,
    spreadsheet_safe: Annotated[
        bool, typer.Option("--spreadsheet-safe", help="Tables that a spreadsheet cannot take for formulas.")
    ] = False,
    preview: Annotated[
        bool, typer.Option("--preview", help="Write nothing; show the first record, counts and losses.")
    ] = False,
    as_json: Json = False,
) -> int:
    """Write the annotated articles to a file or folder."""
    options = options_of(
        annotator=annotator,
        status=status,
        finished_only=finished_only,
        label=label,
        since=since,
        until=until,
        text=text,
        overlap=overlap,
        discontinuous=discontinuous,
        alignment=alignment,
        split=split,
        seed=seed,
        group_by=group_by,
        stratify=stratify,
        card=card,
        licence=licence,
        with_suggestions=with_suggestions,
        spreadsheet_safe=spreadsheet_safe,
    )
    with (
        open_project(project, readonly=True) as opened,
        terminal.interruptible() as interrupted,
        terminal.Progress() as progress,
    ):
        if filter_:
            from desktop.core.saved_filters import for_export

            options = replace(options, filter=replace(options.filter, saved=for_export(opened, filter_)))

        def tell(now: ExportProgress) -> None:
            split = ", compared for the split" if now.comparing else ", for the split" if now.dividing else ""
            doing = split or (", read back" if now.checking else "")
            progress.show(f"{now.done} of {now.total} articles{doing}")

        if preview:
            from desktop.core.exporters.preview import preview as look

            seen = look(opened, format=format_, options=options, progress=tell, cancelled=interrupted)
            terminal.result(asdict(seen), seen.lines(), as_json=as_json)
            return OK
        from desktop.core.exporters.door import export as write

        report = write(opened, out, format=format_, options=options, progress=tell, cancelled=interrupted)
    terminal.result(_held(report) if as_json else None, _lines(report), as_json=as_json)
    return OK


def options_of(
    *,
    annotator: list[str] | None,
    status: list[Status] | None,
    finished_only: bool,
    label: list[str] | None,
    since: str,
    until: str,
    text: str,
    overlap: Overlap,
    discontinuous: Discontinuous,
    alignment: Alignment,
    split: str | None,
    seed: int,
    group_by: Grouping,
    stratify: bool,
    card: bool,
    licence: str,
    with_suggestions: bool,
    spreadsheet_safe: bool,
) -> ExportOptions:
    """Return what the options of the command line ask for. Raises AppError USAGE for a split that is none."""
    from desktop.core.exporters.report import ExportFilter, ExportOptions, SplitChoice
    from desktop.core.split import parse_ratios

    return ExportOptions(
        with_suggestions=with_suggestions,
        split=SplitChoice(parse_ratios(split), seed, group_by, stratify) if split is not None else None,
        overlap=overlap,
        discontinuous=discontinuous,
        alignment=alignment,
        filter=ExportFilter(
            frozenset(annotator or ()),
            frozenset(status or ()) | (frozenset({Status.DONE}) if finished_only else frozenset()),
            frozenset(label or ()),
            since,
            until,
            text,
        ),
        card=card,
        licence=licence,
        spreadsheet_safe=spreadsheet_safe,
    )


def _held(report: ExportReport) -> dict[str, Any]:
    return asdict(report) | {"files": [asdict(file) for file in report.files]}


def _lines(report: ExportReport) -> list[str]:
    counts = (count(report.articles, "article"), count(report.spans, "span"), count(report.relations, "relation"))
    lines = ["Exported {} with {} and {}.".format(*counts)]
    if report.read_back:
        lines.append(f"{count(report.read_back, 'span')} read back from the files: all as written.")
    if report.split is not None:
        lines.append("Split: " + ", ".join(f"{part} {number}" for part, number in report.split.parts) + ".")
        lines += report.split.checks
    if report.losses:
        lines.append("Not written as it is in the project (each one with --json):")
        lines += [f"  {number} × {reason}" for reason, number in report.losses[:_LOSSES_SHOWN]]
        if len(report.losses) > _LOSSES_SHOWN:
            lines.append(f"  … and {len(report.losses) - _LOSSES_SHOWN} more reasons.")
    lines += [f"{file.path}  sha256 {file.sha256}" for file in report.files[:_FILES_SHOWN]]
    if len(report.files) > _FILES_SHOWN:
        lines.append(f"… and {len(report.files) - _FILES_SHOWN:,} more files in {report.files.folder}.")
    return lines
