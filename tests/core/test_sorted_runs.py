"""Sorting in runs gives what sorting at once gives, and leaves no file."""

from __future__ import annotations

import tempfile
import tracemalloc
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.core import sorted_runs
from desktop.core.sorted_runs import SortedRuns

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
