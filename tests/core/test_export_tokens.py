"""Tokens, sentences and flattening for the formats that need them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotation_schema import ids
from annotation_schema.model import Fragment, Span, SpanId
from desktop.core.errors import AppError, ErrorCode
from desktop.core.exporters.flatten import Piece, flat, one_piece, pieces
from desktop.core.exporters.report import Alignment, Discontinuous, Overlap
from desktop.core.exporters.tokens import align, sentences, tokenise

TEXT = st.text(st.sampled_from("ab.’'\n\r\t \u00a0\u00ad\u2028é\u0301שس👨\u200d🚒1,C«“”"), max_size=80)


def words(text: str) -> list[str]:
    return [text[a:b] for a, b in tokenise(text)]


def test_tokens_of_a_sentence():
    assert words("Ukraine’s U.S. envoy (60,000) said: “No!”") == [
        "Ukraine", "’s", "U.S.", "envoy", "(", "60,000", ")", "said", ":", "“", "No", "!", "”",
    ]  # fmt: skip


@given(TEXT)
def test_tokens_cover_all_but_white_space_and_sentences_all_tokens(text):
    tokens = tokenise(text)
    assert "".join(text[a:b] for a, b in tokens) == "".join(c for c in text if not c.isspace())
    assert all(a < b for a, b in tokens)
    assert all(x.end <= y.start for x, y in pairwise(tokens))
    found = sentences(text, tokens)
    assert [n for sentence in found for n in sentence] == list(range(len(tokens)))
    assert all(len(sentence) for sentence in found)
    for sentence in found:  # no sentence runs over a line end
        assert "\n" not in text[tokens[sentence[0]].start : tokens[sentence[-1]].end]


@given(TEXT.filter(bool), st.data())
def test_alignment_follows_its_policy(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    tokens = tokenise(text)
    touched = [n for n, (a, b) in enumerate(tokens) if a < end and b > start]
    inside = [n for n in touched if tokens[n].start >= start and tokens[n].end <= end]
    assert list(align(start, end, tokens, Alignment.EXPAND) or ()) == touched
    assert list(align(start, end, tokens, Alignment.CONTRACT) or ()) == inside
    exact = bool(touched) and tokens[touched[0]].start == start and tokens[touched[-1]].end == end
    assert list(align(start, end, tokens, Alignment.SKIP) or ()) == (touched if exact else [])


def span(label: str, *fragments: tuple[int, int]) -> Span:
    return Span(SpanId(ids.new_id()), label, tuple(Fragment(*f) for f in fragments))


def test_pieces_of_a_span_in_parts():
    parts = (Fragment(0, 2), Fragment(5, 7))
    assert one_piece(parts, Discontinuous.FRAGMENTS) == parts
    assert one_piece(parts, Discontinuous.HULL) == (Fragment(0, 7),)
    assert one_piece(parts, Discontinuous.SKIP) == ()
    assert one_piece(parts[:1], Discontinuous.SKIP) == parts[:1]


def kept(policy: Overlap, *spans: Span) -> list[tuple[str, int, int]]:
    found, left = flat(pieces(spans, Discontinuous.FRAGMENTS), policy, labels=("B", "A"), article="x")
    assert len(found) + len(left) == sum(len(s.fragments) for s in spans)
    for loser, winner in left:
        assert loser.start < winner.end
        assert winner.start < loser.end
    return [(p.span.label, p.start, p.end) for p in found]


def test_which_of_two_that_overlap_is_kept():
    short, long, far = span("B", (2, 4)), span("A", (0, 9)), span("B", (9, 12))
    assert kept(Overlap.LONGEST, short, long, far) == [("A", 0, 9), ("B", 9, 12)]
    late = span("A", (3, 30))
    assert kept(Overlap.FIRST, short, late) == [("B", 2, 4)]
    assert kept(Overlap.LABEL_ORDER, short, long, far) == [("B", 2, 4), ("B", 9, 12)]
    with pytest.raises(AppError) as refused:
        kept(Overlap.FAIL, short, long)
    assert refused.value.code is ErrorCode.EXPORT_REFUSED
    assert "x" in str(refused.value)
    assert kept(Overlap.FAIL, long, far) == [("A", 0, 9), ("B", 9, 12)]


@given(
    st.lists(st.tuples(st.integers(0, 30), st.integers(1, 12), st.sampled_from("AB")), max_size=14),
    st.sampled_from([Overlap.LONGEST, Overlap.FIRST, Overlap.LABEL_ORDER]),
)
def test_what_is_kept_never_overlaps_and_what_is_left_always_does(places, policy):
    spans = [span(label, (start, start + length)) for start, length, label in places]
    found: list[Piece]
    found, left = flat(pieces(spans, Discontinuous.FRAGMENTS), policy, labels=("A", "B"), article="x")
    assert all(x.end <= y.start for x, y in pairwise(found))
    assert len(found) + len(left) == len(spans)
    assert all(any(p.start < k.end and k.start < p.end for k in found) for p, _ in left)
