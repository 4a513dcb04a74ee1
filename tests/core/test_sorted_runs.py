"""Sorting in runs gives what sorting at once gives, and leaves no file."""

from __future__ import annotations

import tempfile
import tracemalloc
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.core import sorted_runs
from desktop.core.sorted_runs import SortedRuns, SortedTable

RUNS = st.lists(st.lists(st.text(max_size=4) | st.sampled_from(["\ud83d", "\u2028", ""]), max_size=30), max_size=6)


@given(runs=RUNS, more=st.lists(st.text(max_size=3), max_size=9))
@settings(max_examples=60)
def test_all_come_back_sorted(runs, more):
    with tempfile.TemporaryDirectory() as name:
        with SortedRuns[str](Path(name)) as made:
            for run in runs:
                made.put(run)
            assert list(made.merged(more)) == sorted([*more, *(value for run in runs for value in run)])
        assert list(Path(name).iterdir()) == []


def test_many_rows_are_in_memory_a_few_at_a_time(tmp_path, monkeypatch):
    monkeypatch.setattr(sorted_runs, "_BLOCK", 20)
    monkeypatch.setattr(sorted_runs, "_SPOOL", 1_000)

    def peak(count):
        tracemalloc.start()
        try:
            with SortedRuns[tuple[str, ...]](tmp_path) as made:
                for n in range(count):
                    made.put([(f"{n * 7_919 % 1_000:04}", f"{k}") for k in range(500)])
                last, number = ("",), 0
                for row in made.merged():
                    assert last <= row
                    last, number = row, number + 1
                assert number == count * 500
            return tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()

    few, many = peak(3), peak(30)
    assert many < few * 2.5, (few, many)


@given(
    rows=st.lists(
        st.tuples(st.sampled_from(["", "a", "b", "ab", "é\ud83d"]) | st.text(max_size=3), st.text(max_size=3))
    )
)
@settings(max_examples=40)
def test_a_table_gives_what_was_put_in_its_order(rows):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sorted_runs, "_WAITING", 7)
        patch.setattr(sorted_runs, "_ROWS", 3)
        patch.setattr(sorted_runs, "_RECENT", 2)
        with closing(SortedTable()) as table:
            for key, value in rows:
                table.put(key, value)
            for key in {key for key, _ in rows} | {"nobody put it"}:
                assert table.get(key) == [value for other, value in rows if other == key]


def test_many_texts_of_a_table_are_in_memory_a_few_at_a_time(monkeypatch):
    monkeypatch.setattr(sorted_runs, "_WAITING", 200)
    monkeypatch.setattr(sorted_runs, "_BLOCK", 10)
    monkeypatch.setattr(sorted_runs, "_SPOOL", 1_000)
    monkeypatch.setattr(sorted_runs, "_FILTER", 1 << 12)

    def peak(count):
        tracemalloc.start()
        try:
            with closing(SortedTable()) as table:
                for n in range(count):
                    table.put(f"key {n * 7_919 % 10_007}", f"{n} " * 20)
                assert table.get("key 7919") == ["1 " * 20] and table.get("key 1x") == []
            return tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()

    few, many = peak(1_000), peak(8_000)
    assert many < few * 3, (few, many)
