"""The column of heights against plain sums."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.ui.article.heights import Heights

ROW = st.tuples(st.integers(0, 9), st.integers(1, 50))


@given(
    st.lists(ROW, min_size=1, max_size=700),
    st.lists(st.tuples(st.integers(0, 10_000), st.integers(1, 90)), max_size=20),
)
def test_places_are_plain_sums_after_any_changes(rows, changes):
    gaps, heights = [g for g, _ in rows], [h for _, h in rows]
    column = Heights(gaps, heights)
    for index, height in changes:
        column.set(index % len(rows), height)
        heights[index % len(rows)] = height
    at, tops = 0, []
    for gap, height in zip(gaps, heights, strict=True):
        tops.append(at + gap)
        at += gap + height
    assert [column.top(i) for i in range(len(rows))] == tops
    assert column.total == at
    for y in {-5, 0, at // 3, at // 2, at - 1, at, at + 100}:
        assert column.index_at(y) == max((i for i, top in enumerate(tops) if top <= y), default=0)


def test_nothing_has_no_item():
    column = Heights((), ())
    assert column.total == 0
    with pytest.raises(ValueError, match="no items"):
        column.index_at(0)
