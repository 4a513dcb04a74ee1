"""Suggestions that were made elsewhere: what comes in with records, for new and for known articles."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from builders import TEXT, article, at, lines, new_project, suggest

from annotation_schema import records
from annotation_schema.model import ArticleId, ArticleRecord
from desktop.core import gestures
from desktop.core.importing import import_sources
from desktop.core.project import Project

ONE = ArticleId(1)


def place(words: str) -> dict[str, object]:
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words), "text": words}


def one(number: str, label: str, *words: str, pipeline: str = "my-llm", version: str = "1", **more: object):
    fragments = [place(w) for w in words]
    return {"id": number, "label": label, "fragments": fragments, "pipeline": pipeline, "version": version, **more}


def record(*spans: object, relations: tuple[object, ...] = ()) -> ArticleRecord:
    value = {
        "format": "pressmark/1",
        "uid": "a1",
        "title": "Two cities agree",
        "text": TEXT,
        "suggestions": {"spans": list(spans), "relations": list(relations)},
    }
    found, problems = records.from_json(json.loads(json.dumps(value)))
    assert not problems
    return found


CLAIM = one("s1", "CLAIM", "We wait", "and hope", score=0.8, attributes={"form": "direct quote"})
OLENA = one("s2", "PERSON", "Olena Bondar", score=0.6, attributes={"mention": "name"})
LINK = {"id": "r1", "type": "claimant", "from": "s1", "to": "s2", "score": 0.5}
ALL = record(CLAIM, OLENA, relations=(LINK,))


@pytest.fixture
def project(tmp_path: Path):
    with new_project(tmp_path, article()) as made:
        yield made


def shown(project: Project) -> list[tuple[str, str, object, object, str]]:
    view = project.view(ONE)
    return [(s.label, s.source_label, s.score, dict(s.attributes), s.version) for s in view.suggestions]


def counts(project: Project) -> None:
    view = project.view(ONE)
    (row,) = project.rows([ONE])
    assert row.open_suggestions == len(view.suggestions) == project.stats().suggestions["open"]


def test_suggestions_for_an_article_that_is_there_come_in_with_all_they_carry(project: Project) -> None:
    tally = project.add_articles([ALL])
    assert (tally.articles, tally.extended, tally.suggestions, tally.problems) == (0, 1, 2, ())
    assert shown(project) == [
        ("ACTOR", "PERSON", 0.6, {"type": "person", "mention": "name"}, "1"),
        ("CLAIM", "", 0.8, {"form": "direct quote"}, "1"),
    ]
    (link,) = project.view(ONE).suggested_relations
    assert (link.type, link.score) == ("CLAIMANT", 0.5)
    step = gestures.accept(project.view(ONE), link.source, schema=project.schema)
    project.apply(step)
    view = project.view(ONE)
    assert [s.origin.details["pipeline"] for s in view.spans] == ["my-llm", "my-llm"] and len(view.relations) == 1
    assert project.check() == []


def test_the_same_file_twice_changes_nothing(project: Project) -> None:
    project.add_articles([ALL])
    before = lines(project)
    tally = project.add_articles([ALL])
    assert (tally.duplicates, tally.extended, tally.suggestions) == (1, 0, 0) and lines(project) == before
    view = project.view(ONE)
    project.apply(gestures.reject(view, view.suggestions[0].id))
    project.apply(gestures.accept(project.view(ONE), view.suggestions[1].id, schema=project.schema))
    before = lines(project)
    assert project.add_articles([ALL]).duplicates == 1 and lines(project) == before


def test_a_newer_answer_replaces_what_nobody_has_decided(project: Project) -> None:
    project.add_articles([ALL])
    view = project.view(ONE)
    project.apply(gestures.reject(view, view.suggestions[0].id))
    newer = record(
        one("a", "PERSON", "Olena Bondar", version="2"),
        one("b", "PERSON", "Bondar", version="2"),
        one("c", "LOCATION", "Lviv", version="2"),
        one("d", "GPE", "Lviv", pipeline="another"),
    )
    for again in (False, True):
        tally = project.add_articles([newer])
        assert (tally.extended, tally.duplicates) == ((0, 1) if again else (1, 0))
        assert [(label, version) for label, _, _, _, version in shown(project)] == [("LOCATION", "2")]
        counts(project)
    assert len(project.view(ONE).decided) == 1
    assert project.check() == []


def test_what_a_pipeline_has_found_here_is_left_as_it_is(project: Project) -> None:
    suggest(project, ONE, ("LOCATION", at(TEXT, "Kyiv")), pipeline="my-llm")
    before = lines(project)
    assert project.add_articles([ALL]).duplicates == 1 and lines(project) == before
    suggest(project, ONE, ("LOCATION", at(TEXT, "Lviv")), pipeline="another")
    assert project.add_articles([record(one("s", "CLAIM", "We wait", pipeline="third"))]).extended == 1
    assert sorted(label for label, *_ in shown(project)) == ["CLAIM", "LOCATION", "LOCATION"]


def test_what_the_schema_has_no_place_for_is_named_and_left_out(tmp_path: Path) -> None:
    odd = record(
        one("s1", "MOOD", "Lviv"),
        one("s2", "PERSON", "Kyiv", "Lviv"),
        one("s3", "ACTOR", "Olena Bondar", attributes={"type": "martian", "mood": "x", "mention": "name"}),
        relations=({"id": "r", "type": "LIKES", "from": "s3", "to": "s3"},),
    )
    (tmp_path / "in.jsonl").write_text(records.to_line(odd) + "\n", encoding="utf-8")
    with new_project(tmp_path) as project:
        report = import_sources(project, [tmp_path / "in.jsonl"], format="pressmark")
        assert (report.articles, report.suggestions) == (1, 1)
        assert shown(project) == [("ACTOR", "ACTOR", None, {"mention": "name"}, "1")]
        told = " ".join(p.reason for p in report.problems)
        for name in ("MOOD", "PERSON", "ACTOR.type", "ACTOR.mood", "LIKES"):
            assert f"“{name}”" in told
        assert project.check() == []


def test_a_project_survives_its_records(project: Project, tmp_path: Path) -> None:
    project.add_articles([ALL])
    suggest(project, ONE, ("LOCATION", at(TEXT, "Kyiv")))
    view = project.view(ONE)
    project.apply(gestures.reject(view, view.suggestions[0].id))
    (tmp_path / "again").mkdir()
    (tmp_path / "out.jsonl").write_text(lines(project) + "\n", encoding="utf-8")
    with new_project(tmp_path / "again") as again:
        assert import_sources(again, [tmp_path / "out.jsonl"], format="pressmark").suggestions == 3
        assert lines(again) == lines(project) and shown(again) == shown(project)
        assert again.stats() == project.stats()
