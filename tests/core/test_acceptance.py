"""How suggestions fare over time: pieces of time, shares, and that the file's verdicts are what is counted."""

from __future__ import annotations

from datetime import date, timedelta

from builders import TEXT, article, at, new_project, suggest

from annotation_schema.model import ArticleId
from desktop.core import gestures
from desktop.core.acceptance import MOST_MONTHS, Acceptance, Period, Share, VerdictCount, acceptance

MONDAY = date(2026, 11, 23)


def count(day, accepted=1, rejected=0, label="ACTOR", pipeline="p"):
    return VerdictCount(pipeline, label, day, accepted, rejected)


def firsts(found, line=0):
    return [piece.first for piece in found.lines[line].pieces]


def test_nothing_decided_is_no_line():
    assert acceptance([], ["ACTOR"]) == Acceptance()
    assert Share().share is None and Share(3, 1).share == 0.75


def test_lines_are_by_pipeline_then_all_then_labels_in_their_order():
    counts = [count(MONDAY, label=x, pipeline=p) for p in ("q", "p") for x in ("ACTOR", "ODD", "CLAIM")]
    found = acceptance(counts, ["CLAIM", "ACTOR"])
    assert [(x.pipeline, x.label) for x in found.lines] == [
        (p, label) for p in ("p", "q") for label in ("", "CLAIM", "ACTOR", "ODD")
    ]
    assert found.lines[0].total == Share(3, 0)


def test_days_weeks_and_months_without_gaps():
    two = acceptance([count(MONDAY), count(MONDAY + timedelta(days=2), 0, 3)], [])
    assert two.period is Period.DAY
    assert two.lines[0].pieces == (
        Share(1, 0, MONDAY),
        Share(0, 0, MONDAY + timedelta(days=1)),
        Share(0, 3, MONDAY + timedelta(days=2)),
    )
    weeks = acceptance([count(MONDAY - timedelta(days=1)), count(MONDAY + timedelta(days=22))], [])
    assert weeks.period is Period.WEEK
    assert firsts(weeks) == [MONDAY + timedelta(days=7 * n) for n in (-1, 0, 1, 2, 3)]
    months = acceptance([count(date(2026, 1, 31)), count(date(2026, 12, 1), 2)], [])
    assert months.period is Period.MONTH
    assert firsts(months) == [date(2026, n, 1) for n in range(1, 13)]
    assert [p.accepted for p in months.lines[0].pieces] == [1, *[0] * 10, 2]


def test_long_ago_and_undated_verdicts_count_in_the_total():
    found = acceptance([count(date(2001, 5, 5)), count(None, 0, 1), count(MONDAY)], [])
    assert found.lines[0].total == Share(2, 1)
    assert len(found.lines[0].pieces) == MOST_MONTHS and firsts(found)[-1] == date(2026, 11, 1)
    assert sum(p.decided for p in found.lines[0].pieces) == 1
    undated = acceptance([count(None)], [])
    assert undated.lines[0].pieces == () and undated.lines[0].total == Share(1, 0)


def test_it_is_what_the_file_holds_on_the_day_of_the_clock_here(tmp_path):
    one = ArticleId(1)
    with new_project(tmp_path, article()) as project:
        places = [("LOCATION", at(TEXT, "Kyiv")), ("LOCATION", at(TEXT, "Lviv")), ("ACTOR", at(TEXT, "Olena Bondar"))]
        suggest(project, one, *places, pipeline="p")
        suggest(project, one, ("ACTOR", at(TEXT, "Kyiv")), pipeline="q")
        for _ in range(2):
            view = project.view(one)
            project.apply(gestures.accept(view, view.suggestions[0].id))
        view = project.view(one)
        project.apply(gestures.reject(view, view.suggestions[0].id))
        counts = project.verdicts(0)
        assert all(abs((c.day - date.today()).days) <= 1 for c in counts)
        summed = {(c.pipeline, c.label): (c.accepted, c.rejected) for c in counts}
        assert sum(a for a, _ in summed.values()) == 2 == project.stats().suggestions["accepted"]
        assert sum(r for _, r in summed.values()) == 1 == project.stats().suggestions["rejected"]
        (day,) = {c.day for c in counts}
        assert {c.day for c in project.verdicts(2 * 86_400)} == {day + timedelta(days=2)}
        project.undo()
        assert sum(c.rejected for c in project.verdicts(0)) == 0
