"""The command that lets pipelines suggest: with worker processes of its own, a pool, or a Dask cluster."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from enum import StrEnum
from functools import partial
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
from desktop.core import paths, settings, terminal
from desktop.core.errors import AppError, ErrorCode

if TYPE_CHECKING:
    from desktop.core.prelabel.choice import Leg
    from desktop.core.prelabel.runner import RunResult, Starter
    from desktop.core.prelabel.session_types import Tally
    from desktop.core.project import Project

_log = logging.getLogger(__name__)


class ExecutorKind(StrEnum):
    """Who carries out the work."""

    WORKERS = "workers"
    PROCESS = "process"
    DASK = "dask"


@app.command(epilog=EPILOG)
def prelabel(
    project: ProjectArgument,
    pipeline: Annotated[
        str | None,
        typer.Option(metavar="NAME_OR_FOLDER", help="A spaCy pipeline for all articles; default: the project's."),
    ] = None,
    claims: Annotated[
        bool | None,
        typer.Option("--claims/--no-claims", help="Look for claims and who makes them; kept with the project."),
    ] = None,
    alike: Annotated[
        bool | None,
        typer.Option(
            "--alike/--as-found",
            help="Give one name one label throughout an article and add repeats, or keep names as the pipeline gives "
            "them; kept with the project.",
        ),
    ] = None,
    gpu: Annotated[
        bool | None,
        typer.Option(
            "--gpu/--no-gpu",
            help="Use a graphics processor where spaCy finds one, or never; kept with the project. The pipeline that "
            "comes with Pressmark needs none.",
        ),
    ] = None,
    limit: Annotated[
        int | None,
        typer.Option(
            min=0,
            max=86_400,
            metavar="SECONDS",
            help="Give an article up after so many seconds, and as many again for each 10,000 characters; 0: never. "
            "Kept with the project; 120 at first.",
        ),
    ] = None,
    workers: Annotated[int, typer.Option(min=1, max=64, metavar="N", help="How many processes.")] = 1,
    executor: Annotated[
        ExecutorKind, typer.Option(help="Worker processes of its own, a pool of processes, or a Dask cluster.")
    ] = ExecutorKind.WORKERS,
    scheduler: Annotated[
        str | None, typer.Option(metavar="ADDRESS", help="Of the Dask cluster, such as tcp://host:8786.")
    ] = None,
    as_json: Json = False,
) -> int:
    """Let a spaCy pipeline suggest spans in all articles that it has not seen."""
    from desktop.core.prelabel import run_options

    if (executor is ExecutorKind.DASK) != (scheduler is not None):
        raise AppError(ErrorCode.USAGE, "--executor dask and --scheduler ADDRESS go together.", hint="Give both.")
    with open_project(project) as opened, terminal.interruptible() as interrupted, terminal.Progress() as progress:
        if claims is not None:
            run_options.want_claims(opened, claims)
        if alike is not None:
            run_options.want_alike(opened, alike)
        if gpu is not None:
            run_options.want_gpu(opened, gpu)
        if limit is not None:
            run_options.want_limit(opened, limit)
        done: list[RunResult] = []
        for leg in _legs(opened, pipeline):
            done.append(_run(opened, leg, workers, executor, scheduler, interrupted, progress))
            if done[-1].cancelled:
                break
    lines: list[str] = []
    for one in done:
        by = f"by {one.pipeline} {one.version}" if one.pipeline else "to do"
        by += " on a graphics processor" if one.gpu else ""
        lines.append(f"{count(one.articles, 'article')} {by}: {count(one.suggestions, 'new suggestion')}.")
    failed = sum(one.failed for one in done)
    if failed:
        lines.append(f"{count(failed, 'article')} left out, see above.")
    total = _sum(done)
    if total.unmapped:
        lines.append(f"Without a place in the label map: {pairs(dict(sorted(total.unmapped.items())))}.")
        lines.append("“pressmark configure --map LABEL=OURS” gives a label its place.")
    if done[-1].cancelled:
        lines.append("Cancelled; the same command goes on where this one ended.")
    terminal.result(total.summary(), lines, as_json=as_json)
    if done[-1].cancelled:
        return CANCELLED
    return PIPELINE if failed and not any(one.articles for one in done) else OK


def _legs(project: Project, pipeline: str | None) -> list[Leg]:
    """Return one run for the pipeline that was named, else those of the project's choice."""
    from desktop.core.prelabel import choice

    if pipeline is not None:
        return [choice.Leg(pipeline)]
    user = settings.load(paths.settings_file()).settings.work.pipeline
    legs = choice.of(project).legs(user)
    if len(legs) == 1:
        return legs
    languages = project.languages()
    return [leg for leg in legs if any(leg.covers(code) for code in languages)] or legs[:1]


def _run(
    project: Project,
    leg: Leg,
    workers: int,
    executor: ExecutorKind,
    scheduler: str | None,
    interrupted: Callable[[], bool],
    progress: terminal.Progress,
) -> RunResult:
    from desktop.core.pipelines import find
    from desktop.core.prelabel import run_options
    from desktop.core.prelabel.pace import Pace
    from desktop.core.prelabel.protocol import worker_command
    from desktop.core.prelabel.runner import run_blocking

    pace = Pace()

    def tell(now: Tally) -> None:
        pace.take(now)
        progress.show(how_far(now, pace.words()))

    covers = leg.covers if leg.languages or leg.others else None
    if executor is ExecutorKind.WORKERS:
        return run_blocking(
            project,
            worker_command(),
            find(leg.pipeline).source,
            workers=workers,
            covers=covers,
            progress=tell,
            cancelled=interrupted,
            notice=progress.tell,
            log=_log.info,
        )
    with _starter(executor, workers, scheduler, run_options.of(project).limit_s) as (start, slots):
        # On a cluster it is a node that has the pipeline; a pool is on this machine.
        named = leg.pipeline if executor is ExecutorKind.DASK else find(leg.pipeline).source
        return run_blocking(
            project,
            start,
            named,
            workers=slots,
            covers=covers,
            progress=tell,
            cancelled=interrupted,
            notice=progress.tell,
        )


@contextmanager
def _starter(
    executor: ExecutorKind, workers: int, scheduler: str | None, limit_s: int
) -> Iterator[tuple[Starter, int]]:
    """Give what starts workers, and how many keep all processes busy: each has one batch at work and one waiting."""
    from desktop.core.prelabel.executors import DaskCluster, ExecutorWorkers, process_pool
    from desktop.worker.batch import prelabel_batch

    read = partial(prelabel_batch, limit_s=limit_s)
    if executor is ExecutorKind.PROCESS:
        pool = ExecutorWorkers(lambda: process_pool(workers), read)
        try:
            yield pool.start, 2 * workers
        finally:
            pool.close()
        return
    assert scheduler is not None
    with DaskCluster(scheduler) as cluster:
        nodes = cluster.workers()
        if not nodes:
            raise AppError(
                ErrorCode.WORKER_FAILED,
                f"The Dask cluster at {scheduler} has no workers.",
                hint=f"Start some with “dask worker {scheduler}” where Pressmark is installed.",
            )
        pool = ExecutorWorkers(cluster.executor, read)
        try:
            yield pool.start, 2 * nodes
        finally:
            pool.close()


def _sum(done: list[RunResult]) -> RunResult:
    total = done[0]
    for one in done[1:]:
        unmapped = dict(total.unmapped)
        for name, number in one.unmapped.items():
            unmapped[name] = unmapped.get(name, 0) + number
        total = replace(
            total,
            articles=total.articles + one.articles,
            suggestions=total.suggestions + one.suggestions,
            failed=total.failed + one.failed,
            words=total.words + one.words,
            seconds=total.seconds + one.seconds,
            unmapped=unmapped,
            gpu=total.gpu or one.gpu,
        )
    return total
