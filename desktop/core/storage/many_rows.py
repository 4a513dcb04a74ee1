"""Many rows into a table, hundreds with each statement, which binds what is the same in all of them once."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Sequence
from functools import lru_cache
from itertools import chain, compress

_STATEMENT = re.compile(r"(INSERT .+ VALUES )\([?, ]+\)(.*)", re.DOTALL)
_ROWS = 200  # more gain nothing
_PLAIN = (int, str, type(None))

Row = Sequence[object]


def insert(conn: sqlite3.Connection, statement: str, rows: Sequence[Row]) -> None:
    """Carry out ``INSERT … VALUES (?, …) …`` for each row, as ``executemany`` does; only marks in the brackets."""
    if not rows:
        return
    at_once = min(_ROWS, conn.getlimit(sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER) // len(rows[0]))
    whole = len(rows) // at_once * at_once
    for first in range(0, whole, at_once):
        columns = tuple(zip(*rows[first : first + at_once], strict=True))
        varies = tuple(map(_varies, columns))
        constants = [column[0] for column, several in zip(columns, varies, strict=True) if not several]
        values = chain.from_iterable(zip(*compress(columns, varies), strict=True))
        conn.execute(_several(statement, varies, at_once), [*constants, *values])
    conn.executemany(statement, rows[whole:])


def _varies(column: Row) -> bool:
    """Say whether the values of a column have to be bound one by one."""
    one = column[0]
    if type(one) not in _PLAIN or column[-1] != one or column.count(one) != len(column):
        return True
    return isinstance(one, int) and len(set(map(type, column))) > 1  # 1 equals 1.0


@lru_cache(maxsize=64)
def _several(statement: str, varies: tuple[bool, ...], count: int) -> str:
    """Return the statement for so many rows: first come the values that all have, then the others of each."""
    found = _STATEMENT.fullmatch(statement)
    if found is None:
        raise ValueError(f"no statement for rows of values: {statement}")
    head, rest = found.groups()
    same, own = varies.count(False), varies.count(True)
    before = [sum(one == several for one in varies[:at]) for at, several in enumerate(varies)]  # of the same kind
    rows = (
        ", ".join(f"?{1 + n + (same + row * own if several else 0)}" for n, several in zip(before, varies, strict=True))
        for row in range(count)
    )
    return f"{head}({'), ('.join(rows)}){rest}"
