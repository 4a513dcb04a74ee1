"""Counting verdicts by pipeline, label and day."""

from __future__ import annotations

import sqlite3
from datetime import date, timedelta

from desktop.core.acceptance import VerdictCount

_DAY_MS = 86_400_000
_BEGIN = date(1970, 1, 1)


def counts(conn: sqlite3.Connection, offset_s: int) -> list[VerdictCount]:
    """Return how many suggestions were accepted and rejected, by everybody; reads every verdict.

    ``offset_s``: how far the clock here is ahead of UTC, which decides on which day a verdict was given.
    """
    query = f"""SELECT run.pipeline, s.label,
        CASE typeof(v.at) WHEN 'integer' THEN (v.at + ?) / {_DAY_MS} END AS day,
        sum(v.verdict = 'accepted'), sum(v.verdict = 'rejected')
        FROM verdict v JOIN suggestion s ON s.id = v.suggestion_id JOIN run ON run.id = s.run_id
        GROUP BY run.pipeline, s.label, day"""
    return [
        VerdictCount(pipeline, label, None if day is None else _BEGIN + timedelta(days=day), accepted, rejected)
        for pipeline, label, day, accepted, rejected in conn.execute(query, (offset_s * 1000,))
    ]
