"""Many rows a statement leave what a statement for each row leaves."""

import sqlite3
from contextlib import closing

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.storage.many_rows import insert

VALUES = st.one_of(
    st.none(),
    st.integers(-3, 3),
    st.sampled_from(["", "a", "b", "\0"]),
    st.sampled_from([0.0, 1.0, True]),
    st.binary(max_size=2),
)
KEEP = "INSERT INTO t(a, b, c) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET b = excluded.b, c = excluded.c"


def made(rows, *, at_once, variables=None):
    with closing(sqlite3.connect(":memory:")) as conn:
        conn.execute("CREATE TABLE t(a INTEGER PRIMARY KEY, b, c)")
        if variables is not None:
            conn.setlimit(sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER, variables)
        insert(conn, KEEP, rows) if at_once else conn.executemany(KEEP, rows)
        return [
            [(type(value), value) for value in row] for row in conn.execute("SELECT * FROM t ORDER BY a").fetchall()
        ]


@given(st.lists(st.tuples(st.integers(0, 9), VALUES, VALUES), max_size=12), st.integers(3, 12))
def test_the_same_rows_whatever_they_share(rows, variables):
    assert made(rows, at_once=True, variables=variables) == made(rows, at_once=False)


@pytest.mark.parametrize("count", [0, 1, 199, 200, 201, 1001])
@pytest.mark.parametrize(
    "row", [lambda n: (n, None, "x"), lambda n: (n, n % 7, None), lambda n: (n, str(n), n / 2), lambda n: (5, 1, "x")]
)
def test_the_same_rows_however_many_there_are(count, row):
    rows = [row(n) for n in range(count)]
    assert made(rows, at_once=True) == made(rows, at_once=False)


def test_a_statement_of_another_form_is_refused():
    with closing(sqlite3.connect(":memory:")) as conn:
        conn.execute("CREATE TABLE t(a, b)")
        with pytest.raises(ValueError, match="rows of values"):
            insert(conn, "INSERT INTO t(a, b) VALUES (?, 1)", [(n,) for n in range(200)])
