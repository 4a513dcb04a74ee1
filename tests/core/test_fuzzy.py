"""Finding by a part of the words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop.core import fuzzy


def found(query, *texts):
    wanted = fuzzy.words(query)
    hits = [(m.score, t) for t in texts if (m := fuzzy.match(wanted, fuzzy.Target.of(t))) is not None]
    return [t for _, t in sorted(hits, key=lambda x: -x[0])]


def test_beginnings_go_before_middles_and_letters():
    assert found("acc", "Reach a cc", "Accept all", "Unaccepted") == ["Accept all", "Unaccepted", "Reach a cc"]
    assert found("all acc", "Accept all in this article", "Accept") == ["Accept all in this article"]
    assert found("dn", "Done, next article", "Undo") == ["Done, next article"]
    assert found("xyz", "Accept") == []
    assert found("", "B", "A") == ["B", "A"]


def test_accents_and_case_do_not_matter_and_positions_point_into_the_text():
    match = fuzzy.match(fuzzy.words("KOVAC"), fuzzy.Target.of("Ana Kovač"))
    assert match is not None
    assert match.positions == (4, 5, 6, 7, 8)


@given(st.text(max_size=30), st.text(max_size=10))
def test_positions_lie_in_the_text_and_folding_keeps_its_length(text, query):
    assert len(fuzzy.fold(text)) == len(text)
    match = fuzzy.match(fuzzy.words(query), fuzzy.Target.of(text))
    if match is not None:
        assert all(0 <= p < len(text) for p in match.positions)
        assert list(match.positions) == sorted(set(match.positions))


@given(st.text(min_size=1, max_size=20))
def test_a_text_is_found_by_its_own_words(text):
    assert fuzzy.match(fuzzy.words(text), fuzzy.Target.of(text)) is not None
