"""Which suggestions are offered: what was decided stays decided, whatever later runs of whatever pipeline say."""

from __future__ import annotations

import json
import re
import sqlite3
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from builders import TEXT, article, at, lines, new_project, suggest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotation_schema.ids import new_id
from annotation_schema.model import (
    ArticleId,
    ArticleRecord,
    Fragment,
    Fragments,
    Suggestion,
    SuggestionId,
    SuggestionSet,
    Verdict,
)
from desktop.core import gestures
from desktop.core.errors import AppError
from desktop.core.prelabel.merge import RunAnswer
from desktop.core.project import Project
from desktop.core.view import ArticleFilter, NewRelation, NewSuggestion

KYIV, LVIV, OLENA = at(TEXT, "Kyiv"), at(TEXT, "Lviv"), at(TEXT, "Olena Bondar")
BOTH = Fragment(KYIV.start, LVIV.end)  # “Kyiv and Lviv”
Key = tuple[str, Fragments]


@pytest.fixture
def project(tmp_path: Path):
    with new_project(tmp_path, article()) as made:
        yield made


def keys(project: Project) -> list[Key]:
    return [(s.label, s.fragments) for s in project.view(ArticleId(1)).suggestions]


def open_id(project: Project, fragment: Fragment) -> SuggestionId:
    return next(s.id for s in project.view(ArticleId(1)).suggestions if s.fragments == (fragment,))


def decide(project: Project, what: str, fragment: Fragment, **options: object) -> None:
    view = project.view(ArticleId(1))
    number = open_id(project, fragment)
    step = gestures.reject(view, number) if what == "reject" else gestures.accept(view, number, **options)  # type: ignore[arg-type]
    project.apply(step)
    time.sleep(0.002)  # a run that begins in the same millisecond could not be told from one before


def counted(project: Project) -> None:
    """What the window counts is what the file holds."""
    number = len(keys(project))
    (row,) = project.rows([ArticleId(1)])
    assert row.open_suggestions == number
    assert project.article_ids(ArticleFilter(with_open_suggestions=True)) == ([1] if number else [])
    assert project.stats().suggestions["open"] == number


def test_what_lies_within_a_rejected_place_does_not_come_back(project: Project) -> None:
    suggest(project, ArticleId(1), ("LOCATION", BOTH))
    decide(project, "reject", BOTH)
    suggest(project, ArticleId(1), ("LOCATION", BOTH), ("LOCATION", KYIV), ("ACTOR", KYIV), version="2")
    assert keys(project) == [("ACTOR", (KYIV,))]
    counted(project)
    suggest(project, ArticleId(1), ("LOCATION", LVIV), pipeline="another")
    assert keys(project) == [("ACTOR", (KYIV,))]
    counted(project)
    project.undo()
    assert keys(project) == [("LOCATION", (BOTH,)), ("LOCATION", (KYIV,)), ("ACTOR", (KYIV,)), ("LOCATION", (LVIV,))]
    counted(project)


def test_rejecting_the_longer_of_two_leaves_the_shorter(project: Project) -> None:
    suggest(project, ArticleId(1), ("LOCATION", BOTH), ("LOCATION", KYIV))
    suggest(project, ArticleId(1), ("LOCATION", LVIV), pipeline="another")
    time.sleep(0.002)
    decide(project, "reject", BOTH)
    assert keys(project) == [("LOCATION", (KYIV,)), ("LOCATION", (LVIV,))]
    counted(project)


def test_a_longer_one_around_a_rejected_place_is_something_new(project: Project) -> None:
    suggest(project, ArticleId(1), ("LOCATION", KYIV))
    decide(project, "reject", KYIV)
    suggest(project, ArticleId(1), ("LOCATION", BOTH), version="2")
    assert keys(project) == [("LOCATION", (BOTH,))]


def test_what_was_edited_is_compared_by_what_it_is_now(project: Project) -> None:
    suggest(project, ArticleId(1), ("LOCATION", KYIV), ("ACTOR", OLENA))
    decide(project, "accept", KYIV, fragments=[BOTH])
    view = project.view(ArticleId(1))
    suggest(project, ArticleId(1), ("LOCATION", KYIV), ("LOCATION", BOTH), ("ACTOR", OLENA), version="2")
    assert keys(project) == [("ACTOR", (OLENA,))]
    assert project.view(ArticleId(1)).spans == view.spans
    assert set(project.view(ArticleId(1)).stands_for.values()) == {view.spans[0].id}
    counted(project)


def test_verdicts_hold_for_who_gave_them(project: Project) -> None:
    suggest(project, ArticleId(1), ("LOCATION", BOTH))
    decide(project, "reject", BOTH)
    suggest(project, ArticleId(1), ("LOCATION", KYIV), version="2")
    path = project.path
    project.close()
    with Project.open(path, annotator="Ben") as other:
        assert keys(other) == [("LOCATION", (BOTH,)), ("LOCATION", (KYIV,))]


def test_a_verdict_has_its_time_also_after_undo_redo_and_a_round_trip(project: Project, tmp_path: Path) -> None:
    suggest(project, ArticleId(1), ("LOCATION", KYIV), ("ACTOR", OLENA))
    decide(project, "reject", KYIV)
    decide(project, "accept", OLENA)
    decided = project.view(ArticleId(1)).decided
    assert all(len(d.at) == 24 for d in decided.values())
    before = lines(project)
    project.undo()
    project.redo()
    assert project.view(ArticleId(1)).decided == decided and lines(project) == before
    (tmp_path / "again").mkdir()
    with new_project(tmp_path / "again", *project.records(with_suggestions=True)) as again:
        assert lines(again) == before


def test_a_new_run_links_to_what_was_decided(project: Project) -> None:
    claim = NewSuggestion("CLAIM", "CLAIM", (at(TEXT, "We wait"),))
    actor = NewSuggestion("ACTOR", "PERSON", (OLENA,))
    place = NewSuggestion("ACTOR", "ORG", (LVIV,))

    def run(version: str, spans: list[NewSuggestion], *links: tuple[int, int]) -> None:
        number = project.start_run("p", version)
        made = tuple(NewRelation("CLAIMANT", a, b) for a, b in links)
        sha = project.text_sha256(ArticleId(1)) or ""
        project.add_answers(number, [RunAnswer(ArticleId(1), sha, tuple(spans), made)])

    def linked() -> list[tuple[str, str]]:
        view = project.view(ArticleId(1))
        places = {s.id: s.source_label for s in view.suggestions} | dict.fromkeys(view.stands_for, "span")
        return [(places[r.source], places[r.target]) for r in view.suggested_relations]

    run("1", [claim, actor], (0, 1))
    assert linked() == [("CLAIM", "PERSON")]
    decide(project, "accept", OLENA)
    assert linked() == [("CLAIM", "span")]
    for version in ("2", "3"):
        run(version, [actor, claim, place], (1, 0), (1, 2))
        assert sorted(linked()) == [("CLAIM", "ORG"), ("CLAIM", "span")]
    view = project.view(ArticleId(1))
    project.apply(gestures.accept(view, open_id(project, claim.fragments[0]), schema=project.schema))
    view = project.view(ArticleId(1))
    assert sorted(view.span(r.target).fragments for r in view.relations) == [(LVIV,), (OLENA,)]  # type: ignore[union-attr]
    assert project.check() == []


# random sessions against a plain model

PLACES = [Fragment(a, b) for a, b in ((0, 4), (0, 13), (5, 8), (9, 13), (22, 34), (22, 27), (28, 34), (0, 34))]
LABELS = ("ACTOR", "LOCATION")
ANSWERS = st.lists(st.tuples(st.sampled_from(LABELS), st.sampled_from(PLACES)), max_size=6, unique=True)
NUMBERS = st.integers(0, 20)
OPERATIONS = st.one_of(
    st.tuples(st.just("run"), st.sampled_from("pq"), ANSWERS),
    st.tuples(st.sampled_from(("accept", "reject", "reject", "delete")), NUMBERS, st.none()),
    st.tuples(st.sampled_from(("borders", "other label")), NUMBERS, st.sampled_from(PLACES)),
    st.tuples(st.just("tag"), st.sampled_from(LABELS), st.sampled_from(PLACES)),
)


@dataclass
class Model:
    """What a person would expect: lists, and a look at all of them for every question."""

    suggested: list[dict[str, object]] = field(default_factory=list)  # pipeline, key, made, verdict, at
    spans: dict[int, Key] = field(default_factory=dict)
    now: int = 0

    def run(self, pipeline: str, answer: list[Key]) -> None:
        self.suggested = [s for s in self.suggested if s["pipeline"] != pipeline or s["verdict"]]
        there = [s["key"] for s in self.suggested if s["pipeline"] == pipeline]
        self.suggested += [
            {"pipeline": pipeline, "key": key, "made": self.now, "verdict": None, "at": 0}
            for key in answer
            if key not in there
        ]

    def offered(self) -> set[Key]:
        def gone(one: dict[str, object]) -> bool:
            label, (place,) = one["key"]  # type: ignore[misc]
            decided = [s["key"] for s in self.suggested if s["verdict"]]
            if one["key"] in self.spans.values() or one["key"] in decided:
                return True
            return any(
                s["verdict"] == "rejected"
                and s["key"][0] == label  # type: ignore[index]
                and s["key"][1][0].start <= place.start  # type: ignore[index]
                and place.end <= s["key"][1][0].end  # type: ignore[index]
                and one["made"] > s["at"]  # type: ignore[operator]
                for s in self.suggested
            )

        return {s["key"] for s in self.suggested if not gone(s)}  # type: ignore[misc]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(OPERATIONS, min_size=3, max_size=25))
def test_random_runs_and_verdicts(operations: list[tuple[str, object, object]]) -> None:
    with tempfile.TemporaryDirectory() as folder, new_project(Path(folder), article()) as project:
        model, versions = Model(), 0
        for what, which, more in operations:
            model.now += 1
            time.sleep(0.0021)
            view = project.view(ArticleId(1))
            before = view.spans, view.decided
            if what == "run":
                versions += 1
                answer = [(label, (place,)) for label, place in more]  # type: ignore[union-attr]
                suggest(project, ArticleId(1), *more, pipeline=which, version=str(versions))  # type: ignore[misc, arg-type]
                model.run(str(which), answer)
                after = project.view(ArticleId(1))
                assert (after.spans, after.decided) == before  # a run changes nothing that was decided
            else:
                _person(project, model, what, which, more)
            view = project.view(ArticleId(1))
            offered = [(s.label, s.fragments) for s in view.suggestions]
            assert sorted(offered) == sorted(model.offered())
            assert {(s.label, s.fragments) for s in view.spans} == set(model.spans.values())
            counted(project)
        assert project.check() == []


def _person(project: Project, model: Model, what: str, which: object, more: object) -> None:
    view = project.view(ArticleId(1))
    try:
        if what == "tag":
            project.apply(gestures.tag(view, project.schema, str(which), [more]))  # type: ignore[list-item]
        elif what == "delete":
            if not view.spans:
                return
            span = view.spans[int(which) % len(view.spans)]  # type: ignore[call-overload]
            project.apply(gestures.delete(view, span.id))
            for one in model.suggested:
                if one.get("span") == span.id:
                    one |= {"verdict": "rejected", "at": model.now, "span": None}
        else:
            if not view.suggestions:
                return
            one = view.suggestions[int(which) % len(view.suggestions)]  # type: ignore[call-overload]
            _verdict(project, model, what, one.id, (one.label, one.fragments), one.pipeline, more)
    except AppError:
        return  # refused: nothing may have changed
    model.spans = {s.id: (s.label, s.fragments) for s in project.view(ArticleId(1)).spans}


def _verdict(
    project: Project, model: Model, what: str, number: SuggestionId, key: Key, pipeline: str, more: object
) -> None:
    view = project.view(ArticleId(1))
    if what == "reject":
        step = gestures.reject(view, number)
    elif what == "accept":
        step = gestures.accept(view, number, schema=project.schema)
    elif what == "borders":
        step = gestures.accept(view, number, fragments=[more], schema=project.schema)  # type: ignore[list-item]
    else:
        other = "ACTOR" if key[0] == "LOCATION" else "LOCATION"
        step = gestures.accept(view, number, label=other, schema=project.schema)
    project.apply(step)
    made = project.view(ArticleId(1)).decided[number].span
    mine = next(s for s in model.suggested if s["key"] == key and s["pipeline"] == pipeline)
    mine |= {"verdict": "rejected" if what == "reject" else "accepted", "at": model.now, "span": made}


def test_a_file_of_before_keeps_its_verdicts_and_learns_the_new_names(tmp_path: Path) -> None:
    path = tmp_path / "old.pressmark"
    with new_project(tmp_path, article()) as project:
        suggest(project, ArticleId(1), ("LOCATION", KYIV))
        decide(project, "reject", KYIV)
        source = project.path
    conn = sqlite3.connect(source)
    conn.execute("ALTER TABLE verdict DROP COLUMN at")
    conn.execute("ALTER TABLE run DROP COLUMN options")
    conn.execute("DELETE FROM _sqlite_migrations WHERE name = 'm0003_suggestions'")
    ((number, step),) = conn.execute("SELECT id, step FROM journal")
    conn.execute("UPDATE journal SET step = ? WHERE id = ?", (re.sub(r',"at":"[^"]*"', "", step), number))
    old = json.dumps({"GPE": ["LOCATION", {}], "CLAIM": ["CLAIM", {}]})
    conn.execute("UPDATE project SET value = ? WHERE key = 'label_map'", (old,))
    conn.commit()
    conn.close()
    source.rename(path)
    with Project.open(path) as project:
        (decision,) = project.view(ArticleId(1)).decided.values()
        assert (decision.verdict, decision.at) == (Verdict.REJECTED, "")
        assert project.label_map["claimant"] == ("CLAIMANT", {}) and project.label_map["GPE"] == ("LOCATION", {})
        project.undo()
        assert keys(project) == [("LOCATION", (KYIV,))]
        project.redo()
        (decision,) = project.view(ArticleId(1)).decided.values()
        assert (decision.verdict, decision.at) == (Verdict.REJECTED, "")
        counted(project)


def test_suggestions_imported_meanwhile_do_not_make_a_run_begin_anew(project: Project) -> None:
    run = suggest(project, ArticleId(1), ("LOCATION", KYIV), pipeline="p", version="2")
    older = Suggestion(SuggestionId(new_id()), "ACTOR", "PERSON", (OLENA,), "p", "1")
    project.add_articles([ArticleRecord(article("a2"), (), SuggestionSet((older,)))])
    assert project.start_run("p", "2") == run and project.pending(run) == [2]
