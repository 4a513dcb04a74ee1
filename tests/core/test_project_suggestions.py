"""A project offers suggestions to each annotator, and takes them only for the text they were made for."""

from __future__ import annotations

import pytest
from builders import TEXT, article, at, suggest

from annotation_schema.model import ArticleId, Fragment, Status
from desktop.core import gestures
from desktop.core.project import Project
from desktop.core.view import ArticleFilter, NewSuggestion

KYIV, LVIV, OLENA = at(TEXT, "Kyiv"), at(TEXT, "Lviv"), at(TEXT, "Olena Bondar")
ONE = ArticleId(1)


def offered(project: Project) -> list[tuple[str, str]]:
    text = project.article(ONE).text
    return [(s.label, text[s.start : s.end]) for s in project.view(ONE).suggestions]


def check_counts(project: Project) -> None:
    (row,) = project.rows([ONE])
    assert row.open_suggestions == len(project.view(ONE).suggestions)
    assert project.stats().suggestions["open"] == row.open_suggestions


def test_what_is_offered(project: Project) -> None:
    suggest(project, ONE, ("LOCATION", KYIV), ("LOCATION", LVIV), ("ACTOR", OLENA))
    assert offered(project) == [("LOCATION", "Kyiv"), ("LOCATION", "Lviv"), ("ACTOR", "Olena Bondar")]
    v = project.view(ONE)
    project.apply(gestures.tag(v, project.schema, "LOCATION", [KYIV]))  # the same by hand
    project.apply(gestures.reject(project.view(ONE), v.suggestions[1].id))
    assert offered(project) == [("ACTOR", "Olena Bondar")]
    check_counts(project)
    suggest(project, ONE, ("LOCATION", KYIV), ("LOCATION", LVIV), ("ACTOR", OLENA), version="2")
    assert offered(project) == [("ACTOR", "Olena Bondar")]  # not what was rejected, nor what is there
    check_counts(project)
    suggest(project, ONE, ("LOCATION", LVIV), ("ACTOR", OLENA), ("ACTOR", KYIV), pipeline="another")
    assert offered(project) == [("ACTOR", "Kyiv"), ("ACTOR", "Olena Bondar")]  # of equal ones, one
    check_counts(project)
    suggest(project, ONE, version="3")
    assert offered(project) == [("ACTOR", "Kyiv"), ("ACTOR", "Olena Bondar")]  # those of the other pipeline
    assert project.stats().suggestions == {"open": 2, "accepted": 0, "rejected": 1}
    project.undo()
    project.undo()
    assert offered(project) == [("ACTOR", "Kyiv"), ("LOCATION", "Lviv"), ("ACTOR", "Olena Bondar")]
    check_counts(project)


def test_what_one_annotator_decided_stays_open_for_another(project: Project) -> None:
    suggest(project, ONE, ("LOCATION", KYIV), ("LOCATION", LVIV), ("ACTOR", OLENA))
    v = project.view(ONE)
    project.apply(gestures.tag(v, project.schema, "LOCATION", [KYIV]))
    project.apply(gestures.reject(project.view(ONE), v.suggestions[1].id))
    path = project.path
    project.close()
    with Project.open(path, annotator="Ben") as ben:
        assert ben.view(ONE).suggestions == v.suggestions
        (row,) = ben.rows([ONE])
        assert (row.open_suggestions, row.counts, row.status) == (3, {}, Status.TODO)
        assert ben.article_ids(ArticleFilter(with_open_suggestions=True)) == [1]
        ben.apply(gestures.accept_all(ben.view(ONE)))
        assert ben.article_ids(ArticleFilter(with_open_suggestions=True)) == []


def test_a_suggestion_that_became_a_span_stands_for_it(project: Project) -> None:
    suggest(project, ONE, ("LOCATION", KYIV), ("LOCATION", LVIV), ("ACTOR", OLENA))
    first, second, third = project.view(ONE).suggestions
    project.apply(gestures.tag(project.view(ONE), project.schema, "LOCATION", [KYIV]))
    project.apply(gestures.accept(project.view(ONE), second.id))
    project.apply(gestures.reject(project.view(ONE), third.id))
    view = project.view(ONE)
    assert view.stands_for == {first.id: view.spans[0].id, second.id: view.spans[1].id}
    project.apply(gestures.delete(view, view.spans[1].id))
    assert project.view(ONE).stands_for == {first.id: view.spans[0].id}


def test_a_run_goes_on_where_it_stopped(project: Project) -> None:
    project.add_articles([article("a2"), article("a3")])
    run = project.start_run("p", "1")
    assert project.pending(run, ArticleId(2)) == [2, 1, 3]
    sha = project.text_sha256(ONE) or ""
    project.add_suggestions(run, ONE, sha, [])
    project.fail_article(run, ArticleId(2), "The worker crashed.")
    assert project.pending(run, ArticleId(2)) == [3]
    path = project.path
    project.close()
    with Project.open(path) as again:
        assert again.start_run("p", "1") == run
        assert again.pending(run) == [2, 3]  # what failed is tried again
        again.finish_run(run)
        assert again.start_run("p", "2") != run
        again.set_label_map({"GPE": ("LOCATION", {"reading": "literal"})})
        assert again.label_map == {"GPE": ("LOCATION", {"reading": "literal"})}
        other = again.start_run("p", "2")
        assert again.pending(other) == [1, 2, 3]


def test_answers_for_another_text_are_refused(project: Project) -> None:
    run = project.start_run("p", "1")
    with pytest.raises(ValueError, match="another text"):
        project.add_suggestions(run, ONE, "00", [])
    beyond = NewSuggestion("ACTOR", "PERSON", (Fragment(0, len(TEXT) + 1),))
    with pytest.raises(ValueError, match="beyond"):
        project.add_suggestions(run, ONE, project.text_sha256(ONE) or "", [beyond])
    assert project.pending(run) == [1]


# other threads
