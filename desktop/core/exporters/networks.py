"""Discourse networks as files, in two formats: GraphML, and tables in CSV; what they hold is in ``core.discourse``.

``graphml`` is a folder with ``two-mode.graphml`` (nodes with ``bipartite`` 0 for actors and 1 for categories; edges
with ``weight``, ``support``, ``oppose``, ``neutral``), ``actors-congruence.graphml``, ``actors-conflict.graphml`` and
``categories.graphml`` (edges with ``weight``). ``network`` is a folder with the same as edge lists
(``two-mode.csv``, ``actors-congruence.csv``, …), ``observations.csv`` (one row a claim, actor and category), and the
two-mode network by month of the article in ``slices/``, so that it can be watched over time. Memory grows with the
actors and categories, not with the articles.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path
from typing import Any

from annotation_schema.wording import mark, marked, translate
from desktop.core.discourse import (
    Observation,
    Tie,
    TwoMode,
    conflict,
    congruence,
    observations,
    roles,
    shared_categories,
    two_mode,
)
from desktop.core.errors import AppError, ErrorCode
from desktop.core.exporters import merged
from desktop.core.exporters.report import Job, What, Written
from desktop.core.foreign.layers import NO_XML
from desktop.core.sorted_runs import SortedRuns

LOSSES = (mark("Export", "Only who says what about which category is in it: no text and no places."),)
_SLICES = "slices"
_WAITING = 20_000  # observations in memory


def write_graphml(job: Job) -> Written:
    """Write the four networks as GraphML. Raises AppError (usage) where networkx is not installed."""
    networkx = _networkx()
    made = TwoMode()
    seen = _Seen()
    for one in _observations(job, seen):
        plain = replace(one, actor=NO_XML.sub("\ufffd", one.actor), category=NO_XML.sub("\ufffd", one.category))
        if plain != one:
            job.drop(one.article, "", marked("Export", merged.CHARACTERS), What.ARTICLE)
        made.add(plain)
    ties = made.ties()
    graph = networkx.Graph()
    for name in sorted({t.actor for t in ties}):
        graph.add_node(f"actor: {name}", label=name, bipartite=0)
    for name in sorted({t.category for t in ties}):
        graph.add_node(f"category: {name}", label=name, bipartite=1)
    for t in ties:
        stances = {"weight": t.weight, "support": t.support, "oppose": t.oppose, "neutral": t.neutral}
        graph.add_edge(f"actor: {t.actor}", f"category: {t.category}", **stances)
    names = ["two-mode.graphml"]
    networkx.write_graphml(graph, job.folder / names[0], named_key_ids=True)
    for name, pairs in _one_mode(ties).items():
        one = networkx.Graph()
        one.add_nodes_from(sorted({t.category if name == "categories" else t.actor for t in ties}))
        one.add_weighted_edges_from((a, b, n) for (a, b), n in sorted(pairs.items()))
        names.append(f"{name}.graphml")
        networkx.write_graphml(one, job.folder / names[-1], named_key_ids=True)
    return Written(tuple(names), seen.articles, seen.observations, 0)


def write_tables(job: Job) -> Written:
    """Write the networks as edge lists, whole and by month."""
    made = TwoMode()
    seen = _Seen()
    with SortedRuns[tuple[str, ...]](job.folder) as runs:
        waiting: list[tuple[str, ...]] = []

        def rows() -> Iterator[tuple[str, ...]]:
            for one in _observations(job, seen):
                made.add(one)
                waiting.append((one.when, one.actor, one.category, one.stance))
                if len(waiting) >= _WAITING:
                    runs.put(waiting)
                    waiting.clear()
                yield one.article, one.when, one.actor, one.category, one.stance

        names = [_table(job.folder, "observations", ("article", "month", "actor", "category", "stance"), rows())]
        ties = made.ties()
        names.append(_ties(job.folder, "two-mode", ties))
        for name, pairs in _one_mode(ties).items():
            edges = ((a, b, n) for (a, b), n in sorted(pairs.items()))
            names.append(_table(job.folder, name, ("source", "target", "weight"), edges))
        (job.folder / _SLICES).mkdir()
        for when, of_month in groupby(runs.merged(waiting), key=lambda row: row[0]):
            job.check_cancelled()
            part = two_mode(Observation(actor, category, stance, when, "") for _, actor, category, stance in of_month)
            names.append(_ties(job.folder, f"{_SLICES}/{when or 'undated'}", part))
    return Written(tuple(names), seen.articles, seen.observations, 0)


@dataclass(slots=True)
class _Seen:
    articles: int = 0
    observations: int = 0


def _observations(job: Job, seen: _Seen) -> Iterator[Observation]:
    parts = roles(job.schema)
    if parts is None:
        raise AppError(
            ErrorCode.USAGE,
            translate("Export", "The label schema has no claims with actors and categories, so there is no network."),
            hint=translate("Export", "Choose another format."),
        )
    for record in job.records():
        seen.articles += 1
        for one in observations(record, parts):
            seen.observations += 1
            yield one


def _one_mode(ties: Sequence[Tie]) -> dict[str, Counter[tuple[str, str]]]:
    return {
        "actors-congruence": congruence(ties),
        "actors-conflict": conflict(ties),
        "categories": shared_categories(ties),
    }


def _ties(folder: Path, name: str, ties: Iterable[Tie]) -> str:
    rows = ((t.actor, t.category, t.support, t.oppose, t.neutral, t.weight) for t in ties)
    return _table(folder, name, ("actor", "category", "support", "oppose", "neutral", "weight"), rows)


def _table(folder: Path, name: str, columns: Sequence[str], rows: Iterable[Sequence[str | int]]) -> str:
    with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\n")
        table.writerow(columns)
        table.writerows(rows)
    return f"{name}.csv"


def _networkx() -> Any:
    try:
        import networkx
    except ImportError as error:
        raise AppError(
            ErrorCode.USAGE,
            translate("Export", "GraphML needs the package networkx, which is not installed."),
            hint=translate("Export", "Install it with {command}, or export in the format “network”.").format(
                command='pip install "pressmark[networks]"'
            ),
        ) from error
    return networkx
