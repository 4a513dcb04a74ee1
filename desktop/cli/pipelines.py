"""Commands about pipelines: which there are, and letting one suggest."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Annotated

import typer  # noqa: TID253

from desktop.cli.common import CANCELLED, EPILOG, OK, PIPELINE, Json, ProjectArgument, app, count, open_project, pairs
from desktop.core import terminal

if TYPE_CHECKING:
    from desktop.core.prelabel.session_types import Tally

_log = logging.getLogger(__name__)


@app.command(epilog=EPILOG)
def prelabel(
    project: ProjectArgument,
    pipeline: Annotated[
        str | None, typer.Option(metavar="NAME_OR_FOLDER", help="A spaCy pipeline; default: the embedded one.")
    ] = None,
    claims: Annotated[
        bool | None,
        typer.Option("--claims/--no-claims", help="Look for claims and who makes them; kept with the project."),
    ] = None,
    workers: Annotated[int, typer.Option(min=1, max=64, metavar="N", help="How many processes.")] = 1,
    as_json: Json = False,
) -> int:
    """Let a spaCy pipeline suggest spans in all articles that it has not seen."""
    from desktop.core.pipelines import find
    from desktop.core.prelabel import run_options
    from desktop.core.prelabel.protocol import worker_command
    from desktop.core.prelabel.runner import run_blocking

    with open_project(project) as opened, terminal.interruptible() as interrupted, terminal.Progress() as progress:
        if claims is not None:
            run_options.want_claims(opened, claims)
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
    lines = [f"{count(outcome.articles, 'article')} {by}: {count(outcome.suggestions, 'new suggestion')}."]
    if outcome.failed:
        lines.append(f"{count(outcome.failed, 'article')} left out, see above.")
    if outcome.unmapped:
        lines.append(f"Without a place in the label map: {pairs(dict(sorted(outcome.unmapped.items())))}.")
    if outcome.cancelled:
        lines.append("Cancelled; the same command goes on where this one ended.")
    terminal.result(outcome.summary(), lines, as_json=as_json)
    if outcome.cancelled:
        return CANCELLED
    return PIPELINE if outcome.failed and not outcome.articles else OK


@app.command(epilog=EPILOG)
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


def _how_far(now: Tally) -> str:
    """Return the state of a run; nothing is known of the articles before the pipeline is loaded."""
    return f"{now.articles + now.failed} of {now.total} articles" if now.pipeline else "Loading the pipeline …"
