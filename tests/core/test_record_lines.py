"""The fast way out of a project gives the bytes of the plain way, and refuses the same."""

from __future__ import annotations

import sqlite3
import sys
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from test_exporting import damage, example

from annotation_schema.model import AnnotationSet, Article, ArticleRecord, Fragment, Span, SpanId, Status
from annotation_schema.records import to_line
from desktop.core.errors import AppError, ErrorCode
from desktop.core.importing import import_sources
from desktop.core.project import Project
from desktop.core.resources import default_schema, sample_record_file

sys.path.append(str(Path(__file__).parents[1] / "schema"))
from adversarial import records


def same(project, within=None):
    lines = list(project.record_lines(within=within))
    plain = list(project.records(within=within))
    assert [line.data for line in lines] == [f"{to_line(r)}\n".encode() for r in plain]
    assert [line.uid for line in lines] == [r.article.uid for r in plain]
    assert [line.spans for line in lines] == [sum(len(a.spans) for a in r.annotations) for r in plain]
    assert [line.relations for line in lines] == [sum(len(a.relations) for a in r.annotations) for r in plain]
    return len(lines)


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.function_scoped_fixture],
)
@given(st.lists(records(), min_size=1, max_size=4, unique_by=lambda r: r.article.uid))
def test_any_project_gives_the_same_bytes(made):
    with (
        tempfile.TemporaryDirectory() as folder,
        Project.create(Path(folder) / "p.pressmark", default_schema(), annotator="me") as project,
    ):
        project.add_articles([r for r in made if "\0" not in r.article.text])
        same(project)


def test_the_sample_and_some_of_its_articles(tmp_path):
    with Project.create(tmp_path / "p.pressmark", default_schema(), annotator="ann") as project:
        import_sources(project, [sample_record_file()])
        project.add_articles([ArticleRecord(example("a9").article, example("a9").annotations)])
        assert same(project) == 6
        wanted = frozenset(project.article_ids()[1::2])
        assert same(project, wanted) == 3


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE span SET surface = surface || 'x' WHERE id = (SELECT max(id) FROM span WHERE fragments IS NULL)",
        "UPDATE span SET surface = surface || 'x' WHERE fragments IS NOT NULL",
        "UPDATE span SET end = end + 1000 WHERE id = (SELECT max(id) FROM span)",
        "UPDATE span SET start = start + 1 WHERE id = (SELECT min(id) FROM span WHERE fragments IS NULL)",
    ],
)
def test_what_does_not_stand_there_is_refused(tmp_path, change):
    with Project.create(tmp_path / "p.pressmark", default_schema(), annotator="ann") as project:
        project.add_articles([example("a1"), example("a2")])
        with sqlite3.connect(project.path) as other:
            assert other.execute(change).rowcount
        other.close()
        for read in (project.record_lines, project.records):
            with pytest.raises(AppError) as caught:
                list(read())
            assert caught.value.code == ErrorCode.EXPORT_REFUSED


def test_the_sentence_names_article_and_span(tmp_path):
    with Project.create(tmp_path / "p.pressmark", default_schema(), annotator="ann") as project:
        project.add_articles([example("a1"), example("a2")])
        span = damage(project)
        sentences = []
        for read in (project.record_lines, project.records):
            with pytest.raises(AppError) as caught:
                list(read())
            sentences.append(caught.value.message)
        assert sentences[0] == sentences[1]
        assert "a2" in sentences[0]
        assert span in sentences[0]


def test_spans_stand_by_place_whatever_their_ids_and_annotators(tmp_path):
    text = 'He said "no", she said "yes".'
    places = [((0, 2),), ((0, 2), (14, 17)), ((0, 12),), ((0, 2),), ((8, 12), (23, 28)), ((8, 12),), ((13, 14),)]
    sets = []
    for name, step in (("ann", 1), ("bob", -1), ("cem", 3)):
        spans = tuple(
            Span(
                SpanId(1_000 * (2 + step) + number),
                f"LABEL{number % 2}",
                tuple(Fragment(*place) for place in places[number * step % len(places)]),
                created=made,
            )
            for number, made in enumerate(("2026-01-31T12:00:00.000Z", "1767225600000", "", "now", "now", "", "\x1e"))
        )
        sets.append(AnnotationSet(name, Status.DONE, {}, tuple(sorted(spans, key=lambda s: s.start)), ()))
    with Project.create(tmp_path / "p.pressmark", default_schema(), annotator="ann") as project:
        project.add_articles(
            [
                ArticleRecord(Article("a1", "", text), (sets[0],)),
                ArticleRecord(Article("a2", "", text)),
                ArticleRecord(Article("a3", "", text), tuple(sets[1:])),
                ArticleRecord(Article("a4", "", text), (sets[2],)),
            ]
        )
        assert same(project) == 4
