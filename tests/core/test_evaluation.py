"""The figures of an evaluation, against cases counted by hand."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

import pytest
from builders import TEXT, article, at, new_project, record, relation, span
from hypothesis import given
from hypothesis import strategies as st

from annotation_schema.model import AnnotationSet, ArticleRecord, Fragment, Status
from annotation_schema.reserved import SUGGESTIONS_HIDDEN
from desktop.core.errors import AppError
from desktop.core.evaluation import (
    Counts,
    Figures,
    Link,
    Piece,
    Side,
    in_common,
    matched,
    of_annotations,
    of_answer,
)
from desktop.core.pipeline_evaluation import evaluate, finished
from desktop.core.prelabel.merge import RunAnswer
from desktop.core.resources import default_schema
from desktop.core.view import NewRelation, NewSuggestion

SCHEMA = default_schema()


def piece(label, *pairs):
    return Piece(label, tuple(Fragment(a, b) for a, b in pairs))


def figures(predicted, gold):
    found = Figures()
    found.add(predicted, gold)
    return found


def test_shares_are_those_of_the_definition_and_nothing_where_there_is_nothing():
    some = Counts(predicted=4, expected=8, right=2)
    assert (some.precision, some.recall, some.f1) == (0.5, 0.25, pytest.approx(1 / 3))
    assert (Counts().precision, Counts().recall, Counts().f1) == (None, None, None)
    assert (Counts(3, 0, 0).precision, Counts(3, 0, 0).recall, Counts(3, 0, 0).f1) == (0.0, None, 0.0)
    assert Counts(1, 2, 1) + Counts(3, 1, 0) == Counts(4, 3, 1)


def test_exact_overlap_and_characters_by_label():
    gold = [piece("A", (0, 4)), piece("A", (10, 20)), piece("A", (30, 40)), piece("B", (50, 60))]
    said = [piece("A", (0, 4)), piece("A", (12, 22)), piece("A", (18, 25)), piece("A", (50, 60)), piece("C", (1, 2))]
    found = figures(Side(said), Side(gold)).labels
    assert found["A"].exact == Counts(4, 3, 1)
    assert found["A"].overlap == Counts(4, 3, 2)  # one to one: 18–25 finds 10–20 taken
    assert found["A"].characters == Counts(4 + 13 + 10, 4 + 10 + 10, 4 + 8)
    assert found["B"].exact == found["B"].overlap == Counts(0, 1, 0)
    assert found["C"].overlap == Counts(1, 0, 0)
    total = figures(Side(said), Side(gold)).total
    assert (total.exact, total.overlap) == (Counts(5, 4, 1), Counts(5, 4, 2))


def test_fragments_must_all_be_the_same_to_be_exact_and_share_one_character_to_overlap():
    gold = [piece("CLAIM", (0, 5), (10, 15))]
    assert figures(Side([piece("CLAIM", (0, 5), (10, 15))]), Side(gold)).labels["CLAIM"].exact.right == 1
    whole = figures(Side([piece("CLAIM", (0, 15))]), Side(gold)).labels["CLAIM"]
    assert (whole.exact.right, whole.overlap.right, whole.characters) == (0, 1, Counts(15, 10, 10))
    between = figures(Side([piece("CLAIM", (5, 10))]), Side(gold)).labels["CLAIM"]
    assert (between.overlap.right, between.characters.right) == (0, 0)


def test_an_exact_pair_is_never_taken_by_a_near_one_and_the_nearest_goes_first():
    gold = [piece("A", (0, 10)), piece("A", (8, 20))]
    said = [piece("A", (5, 20)), piece("A", (0, 10))]
    assert matched(said, gold) == {1: 0, 0: 1}
    assert matched([piece("A", (9, 20)), piece("A", (0, 9))], gold) == {0: 1, 1: 0}
    assert matched(said, gold, exact_only=True) == {1: 0}
    twice = [piece("A", (0, 10)), piece("A", (0, 10))]  # two people's mistake: equal ones are two
    assert matched(twice, gold[:1]) == {0: 0}


def test_links_need_both_ends_and_values_stand_for_one():
    gold = Side(
        [piece("CLAIM", (0, 10)), piece("ACTOR", (12, 16)), piece("CLAIM", (20, 30)), piece("ACTOR", (40, 44))],
        [Link("CLAIMANT", 0, 1), Link("CLAIMANT", 2, None, "AUTHOR"), Link("OBJECT", 0, 3)],
    )
    said = Side(
        [piece("ACTOR", (12, 16)), piece("CLAIM", (0, 9)), piece("CLAIM", (20, 30)), piece("CLAIM", (50, 60))],
        [Link("CLAIMANT", 1, 0), Link("CLAIMANT", 2, None, "AUTHOR"), Link("CLAIMANT", 3, 0)],
    )
    found = figures(said, gold).links
    assert found["CLAIMANT"].exact == Counts(3, 2, 1)  # the first claim has other borders
    assert found["CLAIMANT"].overlap == Counts(3, 2, 2)
    assert found["CLAIMANT"].given_source == Counts(2, 2, 2)  # the third claim is none
    assert found["OBJECT"].overlap == Counts(0, 1, 0) and found["OBJECT"].given_source == Counts(0, 1, 0)
    wrong = Side(said.pieces, [Link("CLAIMANT", 1, None, "AUTHOR"), Link("CLAIMANT", 2, None, "IMPLICIT")])
    assert figures(wrong, gold).links["CLAIMANT"].overlap == Counts(2, 2, 0)


def test_articles_add_up():
    found = Figures()
    one = Side([piece("A", (0, 4))])
    found.add(one, one)
    found.add(Side(), one)
    assert found.articles == 2 and found.labels["A"].exact == Counts(1, 2, 1)


PIECES = st.lists(
    st.builds(
        lambda label, start, length: piece(label, (start, start + length)),
        st.sampled_from("AB"),
        st.integers(0, 12),
        st.integers(1, 5),
    ),
    max_size=5,
)


@given(PIECES, PIECES)
def test_pairs_are_one_to_one_and_leave_nothing_that_would_fit(predicted, gold):
    pairs = matched(predicted, gold)
    assert len(set(pairs.values())) == len(pairs)
    for mine, theirs in pairs.items():
        assert predicted[mine].label == gold[theirs].label
        assert in_common(predicted[mine].fragments, gold[theirs].fragments) > 0
    free = [p for n, p in enumerate(predicted) if n not in pairs]
    left = [g for n, g in enumerate(gold) if n not in pairs.values()]
    assert not any(p.label == g.label and in_common(p.fragments, g.fragments) for p in free for g in left)
    exact = sum(1 for n, m in pairs.items() if predicted[n] == gold[m])
    assert exact == (Counter(predicted) & Counter(gold)).total()
    same = matched(predicted, predicted)
    assert len(same) == len(predicted) and all(predicted[a] == predicted[b] for a, b in same.items())


def test_what_a_person_said_and_what_a_pipeline_said():
    claim = span("CLAIM", at(TEXT, "We wait"), attributes={"claimant": "AUTHOR"})
    other = span("CLAIM", at(TEXT, "and hope"), attributes={"claimant": "IMPLICIT"})
    olena, cue = span("ACTOR", at(TEXT, "Olena Bondar")), span("CUE", at(TEXT, "said"))
    found = AnnotationSet("Ada", Status.DONE, {}, (claim, other, olena, cue), (relation("CLAIMANT", other, olena),))
    side = of_annotations(found, SCHEMA)
    assert [p.label for p in side.pieces] == ["CLAIM", "CLAIM", "ACTOR"]  # cues are switched off
    assert side.links == [Link("CLAIMANT", 1, 2), Link("CLAIMANT", 0, None, "AUTHOR")]
    spans = tuple(NewSuggestion(s.label, "X", s.fragments, s.attributes) for s in (claim, other, olena))
    answer = RunAnswer(1, "", spans, (NewRelation("CLAIMANT", 1, 2),))
    assert of_answer(answer, SCHEMA) == side


# which articles, and a whole run


def done(one, *spans, status=Status.DONE, hidden=False, annotator="Ada"):
    attributes = {SUGGESTIONS_HIDDEN.name: True} if hidden else {}
    return ArticleRecord(one, (AnnotationSet(annotator, status, attributes, spans),))


@pytest.fixture
def project(tmp_path):
    items = [
        done(article("a1"), span("LOCATION", at(TEXT, "Kyiv")), hidden=True),
        done(article("a2"), span("LOCATION", at(TEXT, "Lviv"))),
        record(article("a3"), span("LOCATION", at(TEXT, "Kyiv"))),
        done(article("a4"), annotator="Ben"),
    ]
    with new_project(tmp_path, *items) as made:
        yield made


def test_finished_articles_of_one_annotator_count(project):
    assert [a.uid for a, _ in finished(project, "Ada").values()] == ["a1", "a2"]
    assert [a.uid for a, _ in finished(project, "Ada", hidden_only=True).values()] == ["a1"]
    with pytest.raises(AppError, match="“Cyd” has annotated nothing") as caught:
        finished(project, "Cyd")
    assert caught.value.hint == "Those who have: “Ada”, “Ben”."
    with pytest.raises(AppError, match="finished no article without seeing suggestions"):
        evaluate(project, "Ben", "", ["never started"], hidden_only=True)


WORKER = """
import sys, json
from desktop.core.prelabel.messages import *
from desktop.core.prelabel.protocol import decode_command, encode
from annotation_schema.model import Fragment
def say(answer):
    sys.stdout.buffer.write(encode(answer)); sys.stdout.buffer.flush()
say(Ready(PROTOCOL, "3"))
for line in sys.stdin.buffer:
    command = decode_command(line)
    if isinstance(command, Load):
        say(Loaded("fake", "7", "", ("GPE",), "en"))
    elif isinstance(command, Prelabel):
        for a in command.articles:
            found = (FoundSpan((Fragment(0, 4),), "GPE"), FoundSpan((Fragment(5, 8),), "DATE"))
            say(Spans(command.job, a.id, a.sha256, found, 3))
        say(Done(command.job))
    elif isinstance(command, Stop):
        break
"""


def test_an_evaluation_reads_anew_and_changes_nothing(project, tmp_path, monkeypatch):
    script = tmp_path / "worker.py"
    script.write_text(WORKER, encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parents[2]))
    before = project.stats()
    found = evaluate(project, "Ada", "", [sys.executable, str(script)])
    assert project.stats() == before
    held = found.held()
    assert (held["pipeline"], held["version"], held["articles"], held["unmapped"]) == ("fake", "7", 2, {"DATE": 2})
    exact = held["labels"]["LOCATION"]["exact"]
    assert exact == {"precision": 0.5, "recall": 0.5, "f1": 0.5, "predicted": 2, "expected": 2, "right": 1}
    assert held["all"]["overlap"]["right"] == 1 and held["links"] == {}
