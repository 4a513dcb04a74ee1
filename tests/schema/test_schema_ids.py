"""Ids that two people can make at the same time, and their text form."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise

import pytest
from adversarial import ids
from hypothesis import given
from hypothesis import strategies as st

from annotation_schema import ids as module
from annotation_schema.ids import id_text, new_id, parse_id


def test_each_new_id_is_greater_than_the_one_before():
    made = [new_id() for _ in range(5000)]
    assert all(a < b for a, b in pairwise(made))
    assert made[0] > 0
    assert made[-1] < 2**63


def test_ids_made_in_many_threads_at_once_are_all_different():
    with ThreadPoolExecutor(8) as pool:
        made = [i for batch in pool.map(lambda _: [new_id() for _ in range(1000)], range(8)) for i in batch]
    assert len(set(made)) == 8000


def test_ids_go_on_increasing_when_the_clock_is_set_back(monkeypatch):
    before = new_id()
    monkeypatch.setattr(module.time, "time_ns", lambda: 1_577_836_800_000 * 1_000_000)
    assert new_id() > before


def test_two_programs_started_together_do_not_make_the_same_ids():
    code = "from annotation_schema.ids import new_id; print(*[new_id() for _ in range(200)])"
    running = [subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True) for _ in range(2)]
    first, second = ({int(x) for x in p.communicate()[0].split()} for p in running)
    assert len(first) == len(second) == 200
    assert not first & second


@given(ids)
def test_an_id_comes_back_from_its_text(value):
    assert parse_id(id_text(value)) == value
    assert len(id_text(value)) == 13


@given(ids, ids)
def test_texts_of_ids_sort_as_the_ids_do(first, second):
    assert (id_text(first) < id_text(second)) == (first < second)


@given(st.text(max_size=15) | st.text("0123456789abcdefghjkmnpqrstvwxyz", min_size=13, max_size=13))
def test_only_exactly_what_we_write_is_one_of_our_ids(text):
    value = parse_id(text)
    assert value is None or id_text(value) == text


@pytest.mark.parametrize(
    "text", ["", "T1", "0000000000000", "zzzzzzzzzzzzz", "000000000000I", "000000000000A", "00000000000٣1"]
)
def test_ids_of_other_programs_are_not_ours(text):
    assert parse_id(text) is None


@pytest.mark.parametrize("value", [0, -1, 2**63])
def test_a_number_outside_63_bits_has_no_text(value):
    with pytest.raises(ValueError, match="not an id"):
        id_text(value)
