"""Targets, and the table of scores that the training fits: what they say must follow from the counts."""

import math
import random
import sys
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).resolve().parents[2] / "packaging"))

import itertools

from pipeline_training.calibration import cross_checked, fit
from pipeline_training.evaluation import Result, judge
from pipeline_training.reliability import Reliability
from pipeline_training.report import checks, table
from pipeline_training.scoring import Counts, Score

NEWS, TRNEWS = "gum_news_dev.jsonl", "trnews_devhalf.jsonl"


def result(right, *, speed=12_000.0, size=5_000_000):
    """Give the figures of a pipeline that finds `right` of 100 names of each group and nothing else."""
    groups = {group: Counts(right, 100, right) for group in ("PER", "ORG", "LOC", "NORP")}
    full, places = Score(dict(groups), dict(groups)), Score({"LOC": groups["LOC"]}, {"LOC": groups["LOC"]})
    met = {NEWS: Counts(right, 100, right)}
    return Result("p", "3.8", {NEWS: full, TRNEWS: places}, met, Reliability([]), size, speed, 0.3)


def test_every_target_that_can_be_measured_is_judged():
    good, bad = list(checks(result(99))), list(checks(result(40, speed=9_999, size=12_000_001)))
    assert len(good) == len(bad) == 8
    assert all(ok for *_, ok in good)
    assert [what for what, _, _, ok in bad if ok] == ["seconds to load"]
    assert "8 of 8 targets are reached" in table(result(99))
    assert "1 of 8 targets are reached" in table(result(40, speed=9_999, size=12_000_001))


def test_a_target_holds_only_if_both_borders_and_overlap_hold():
    figures = result(99)
    figures.scores[NEWS].relaxed["PER"] = Counts(100, 100, 85)
    assert [what for what, *_, ok in checks(figures) if not ok] == [
        "GUM news (5 of the next set's texts): PER, F1 exact / overlap"
    ]


def test_judging_leaves_out_what_has_no_score_or_meets_ignored_text():
    spans = [(0, 5, "PERSON", 0.9), (6, 9, "ORG", None), (10, 15, "GPE", 0.4), (20, 25, "ORG", 0.7)]
    gold = [(0, 5, "PER"), (18, 25, "ORG")]
    judged = judge(spans, gold, [(12, 14, "")], ("PER", "ORG", "LOC"))
    assert [(one.score, one.right, one.met) for one in judged] == [(0.9, True, True), (0.7, False, True)]


def made_up(count, seed):
    """Give cases whose chance to be right is known: it falls with "total"."""
    rng = random.Random(seed)
    found = []
    for number in range(count):
        total = -rng.random() * 4
        right = rng.random() < 1 / (1 + math.exp(-(2 + total)))
        found.append(({"all": 1.0, "total": total}, right, right, "PER", number // 10))
    return found


def test_the_fitted_table_finds_chances_that_were_put_in():
    fitted = fit(made_up(6000, 1))
    assert fitted["weights"]["total"] == pytest.approx(1.0, abs=0.15)
    assert fitted["weights"]["all"] == pytest.approx(2.0, abs=0.3)
    curve = fitted["curve"]
    assert all(a[0] < b[0] and a[1] <= b[1] for a, b in itertools.pairwise(curve))
    for value, height in curve:
        assert height == pytest.approx(1 / (1 + math.exp(-value)), abs=0.12)


def test_scores_hold_on_texts_that_the_fit_has_not_seen():
    assert cross_checked(made_up(6000, 2)).error < 0.04
