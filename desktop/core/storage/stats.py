"""Totals over the whole project."""

from __future__ import annotations

import sqlite3
from statistics import median

from desktop.core.storage.articles import total
from desktop.core.storage.offers import COVERED, SUGGESTION_KEY
from desktop.core.view import Stats, TimeSpent

# The annotator who is furthest with an article counts; done is further than flagged.
_RANKS = ("todo", "started", "flagged", "done")
_RANK = "CASE status " + " ".join(f"WHEN '{s}' THEN {i}" for i, s in enumerate(_RANKS)) + " END"


def stats(conn: sqlite3.Connection) -> Stats:
    """Return the totals. A suggestion is open if nobody has decided on it, by the rule of ``offers``."""
    everything = total(conn)
    ranked = f"SELECT max({_RANK}) AS rank FROM state GROUP BY article_id"
    by_rank: dict[int, int] = dict(conn.execute(f"SELECT rank, count(*) FROM ({ranked}) GROUP BY rank"))
    status = {name: by_rank.get(i, 0) for i, name in enumerate(_RANKS)}
    status["todo"] = everything - sum(n for name, n in status.items() if name != "todo")
    open_ones: int = conn.execute(
        f"""{COVERED}SELECT count(*) FROM (SELECT DISTINCT s.article_id, {SUGGESTION_KEY} FROM suggestion s
        WHERE NOT EXISTS (SELECT 1 FROM span x WHERE x.article_id = s.article_id AND x.start = s.start
            AND x.label = s.label AND x."end" = s."end" AND x.fragments IS s.fragments)
        AND NOT EXISTS (SELECT 1 FROM suggestion o JOIN verdict v ON v.suggestion_id = o.id
            WHERE o.article_id = s.article_id AND o.start = s.start
            AND o.label = s.label AND o."end" = s."end" AND o.fragments IS s.fragments)
        AND s.id NOT IN covered)""",
        {"annotator": None},
    ).fetchone()[0]
    accepted, rejected = conn.execute(
        """SELECT coalesce(sum(yes), 0), coalesce(sum(NOT yes), 0)
        FROM (SELECT max(verdict = 'accepted') AS yes FROM verdict GROUP BY suggestion_id)"""
    ).fetchone()
    return Stats(
        articles=everything,
        status={name: status[name] for name in ("todo", "started", "done", "flagged")},
        spans=dict(conn.execute("SELECT label, count(*) FROM span GROUP BY label ORDER BY label")),
        relations=dict(conn.execute("SELECT type, count(*) FROM relation GROUP BY type ORDER BY type")),
        suggestions={"open": open_ones, "accepted": accepted, "rejected": rejected},
        annotators=tuple(row[0] for row in conn.execute("SELECT name FROM annotator ORDER BY name")),
        time=_time_spent(conn),
    )


def _time_spent(conn: sqlite3.Connection) -> TimeSpent:
    """Return the totals; the median is over articles, each with the time of all its annotators together."""
    people = conn.execute(
        """SELECT name, sum(milliseconds) FROM work_time JOIN annotator ON annotator.id = annotator_id
        GROUP BY annotator_id ORDER BY name"""
    ).fetchall()
    each = [row[0] for row in conn.execute("SELECT sum(milliseconds) FROM work_time GROUP BY article_id")]
    return TimeSpent(
        annotators={name: round(total / 1000) for name, total in people},
        articles=len(each),
        median_seconds=round(median(each) / 1000) if each else None,
    )
