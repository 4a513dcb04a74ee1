"""The command that says how good a pipeline is: evaluate."""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer  # noqa: TID253

from desktop.cli.common import (
    CANCELLED,
    EPILOG,
    OK,
    PIPELINE,
    Json,
    ProjectArgument,
    app,
    count,
    how_far,
    open_project,
    pairs,
)
from desktop.core import terminal

if TYPE_CHECKING:
    from desktop.core.evaluation import Counts
    from desktop.core.pipeline_evaluation import Evaluation

_log = logging.getLogger(__name__)


@app.command(epilog=EPILOG)
def evaluate(
    project: ProjectArgument,
    gold: Annotated[str, typer.Option("--gold", metavar="ANNOTATOR", help="Whose finished articles are right.")],
    pipeline: Annotated[
        str, typer.Option(metavar="NAME_OR_FOLDER", help="A spaCy pipeline; default: the embedded one.")
    ] = "",
    claims: Annotated[
        bool | None, typer.Option("--claims/--no-claims", help="Look for claims; default: as the project has it.")
    ] = None,
    hidden_only: Annotated[
        bool, typer.Option("--hidden-only", help="Only articles whose suggestions were hidden from the annotator.")
    ] = False,
    workers: Annotated[int, typer.Option(min=1, max=64, metavar="N", help="How many processes.")] = 1,
    as_json: Json = False,
) -> int:
    """Compare what a pipeline finds with what an annotator made of the articles they have finished.

    The pipeline reads the articles with the status "done" anew; the project is not changed.
    """
    from desktop.core.pipeline_evaluation import evaluate as judge
    from desktop.core.prelabel import run_options
    from desktop.core.prelabel.protocol import worker_command

    with (
        open_project(project, readonly=True) as opened,
        terminal.interruptible() as interrupted,
        terminal.Progress() as progress,
    ):
        options = run_options.of(opened)
        found = judge(
            opened,
            gold,
            pipeline,
            worker_command(),
            options=options if claims is None else replace(options, claims=claims),
            hidden_only=hidden_only,
            workers=workers,
            progress=lambda now: progress.show(how_far(now)),
            cancelled=interrupted,
            notice=progress.tell,
            log=_log.info,
        )
        titles = {x.name: x.title for x in (*opened.schema.labels, *opened.schema.relations)}
    terminal.result(found.held(), _lines(found, titles), as_json=as_json)
    if found.cancelled:
        return CANCELLED
    return OK if found.figures.articles else PIPELINE


def _lines(found: Evaluation, titles: dict[str, str]) -> list[str]:
    """Return the tables for people, percentages with one digit."""
    what = f"{count(found.figures.articles, 'finished article')} of {found.annotator}"
    how = ", suggestions hidden" if found.hidden_only else ""
    lines = [f"{what}{how}, read by {found.pipeline} {found.version}."]
    if found.left_out:
        lines.append(f"{count(len(found.left_out), 'article')} left out, see above.")
    if found.unmapped:
        lines.append(f"Without a place in the label map: {pairs(dict(sorted(found.unmapped.items())))}.")
    width = max([len(titles.get(name, name)) for name in (*found.figures.labels, *found.figures.links)] + [9])
    head = f"{'':{width}}  {'':12}  {'P':>5}  {'R':>5}  {'F1':>5}  {'found':>6}  {'gold':>6}  {'right':>6}"
    lines += ["", head]
    for name, figures in sorted(found.figures.labels.items()):
        rows = [("exact", figures.exact), ("overlap", figures.overlap), ("characters", figures.characters)]
        lines += _rows(titles.get(name, name), rows, width)
    if len(found.figures.labels) > 1:
        total = found.figures.total
        lines += _rows("All", [("exact", total.exact), ("overlap", total.overlap)], width)
    for name, figures in sorted(found.figures.links.items()):
        rows = [("exact", figures.exact), ("overlap", figures.overlap), ("given source", figures.given_source)]
        lines += _rows(titles.get(name, name), rows, width)
    if found.cancelled:
        lines.append("Cancelled; the figures are those of the articles read so far.")
    return lines


def _rows(title: str, rows: list[tuple[str, Counts]], width: int) -> list[str]:
    lines: list[str] = []
    for number, (how, counts) in enumerate(rows):
        shares = "  ".join(
            f"{'–' if x is None else f'{100 * x:.1f}':>5}" for x in (counts.precision, counts.recall, counts.f1)
        )
        numbers = f"{counts.predicted:>6}  {counts.expected:>6}  {counts.right:>6}"
        lines.append(f"{title if number == 0 else '':{width}}  {how:12}  {shares}  {numbers}")
    return lines
