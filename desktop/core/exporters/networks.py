"""Discourse networks as files, in two formats: GraphML, and tables in CSV; what they hold is in ``core.discourse``.

``graphml`` is a folder with ``two-mode.graphml`` (nodes with ``bipartite`` 0 for actors and 1 for categories; edges
with ``weight``, ``support``, ``oppose``, ``neutral``), ``actors-congruence.graphml``, ``actors-conflict.graphml`` and
``categories.graphml`` (edges with ``weight``). ``network`` is a folder with the same as edge lists
(``two-mode.csv``, ``actors-congruence.csv``, …), ``observations.csv`` (one row a claim, actor and category), and the
two-mode network by month of the article in ``slices/``, so that it can be watched over time.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from annotation_schema.wording import mark, translate
from desktop.core.discourse import (
    Observation,
    Tie,
    conflict,
    congruence,
    observations,
    roles,
    shared_categories,
    two_mode,
)
from desktop.core.errors import AppError, ErrorCode
from desktop.core.exporters.report import Job, Written

LOSSES = (mark("Export", "Only who says what about which category is in it: no text and no places."),)
_SLICES = "slices"


def write_graphml(job: Job) -> Written:
    """Write the four networks as GraphML. Raises AppError (usage) where networkx is not installed."""
    networkx = _networkx()
    found, articles = _observed(job)
    ties = two_mode(found)
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
    return Written(tuple(names), articles, len(found), 0)


def write_tables(job: Job) -> Written:
    """Write the networks as edge lists, whole and by month."""
    found, articles = _observed(job)
    ties = two_mode(found)
    rows = ((o.article, o.when, o.actor, o.category, o.stance) for o in found)
    names = [_table(job.folder, "observations", ("article", "month", "actor", "category", "stance"), rows)]
    names.append(_ties(job.folder, "two-mode", ties))
    for name, pairs in _one_mode(ties).items():
        edges = ((a, b, n) for (a, b), n in sorted(pairs.items()))
        names.append(_table(job.folder, name, ("source", "target", "weight"), edges))
    (job.folder / _SLICES).mkdir()
    for when in sorted({o.when for o in found}):
        job.check_cancelled()
        part = two_mode(o for o in found if o.when == when)
        names.append(_ties(job.folder, f"{_SLICES}/{when or 'undated'}", part))
    return Written(tuple(names), articles, len(found), 0)


def _observed(job: Job) -> tuple[list[Observation], int]:
    parts = roles(job.schema)
    if parts is None:
        raise AppError(
            ErrorCode.USAGE,
            translate("Export", "The label schema has no claims with actors and categories, so there is no network."),
            hint=translate("Export", "Choose another format."),
        )
    found: list[Observation] = []
    articles = 0
    for record in job.records():
        articles += 1
        found.extend(observations(record, parts))
    return found, articles


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
