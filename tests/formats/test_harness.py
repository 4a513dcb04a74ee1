"""The harness itself: its projects are valid, the way out and back of our own records is exact, a loss is seen."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from harness import SCHEMA, differences, projects, there_and_back
from hypothesis import given, settings

from annotation_schema.model import Fragment
from annotation_schema.validation import validate
from desktop.core.exporters.report import Dropped
from desktop.core.project import Project


@given(projects())
@settings(max_examples=100)
def test_the_projects_are_valid_under_the_default_label_schema(records):
    for record in records:
        for held in record.annotations:
            assert [f for f in validate(SCHEMA, record.article, held) if f.severity == "error"] == []


@given(projects())
@settings(max_examples=15)
def test_our_own_records_come_back_as_they_were(records):
    with tempfile.TemporaryDirectory() as folder:
        trip = there_and_back("pressmark", records, Path(folder), file="out.jsonl")
    assert differences(trip) == []
    assert trip.first == trip.second


def test_a_loss_is_seen_unless_the_report_names_it(tmp_path):
    from annotation_schema.ids import id_text
    from annotation_schema.model import AnnotationSet, Article, ArticleRecord, Span, SpanId, Status

    spans = tuple(Span(SpanId(7 + n), "ACTOR", (Fragment(n, n + 3),), {"note": "x"}) for n in range(3))
    record = ArticleRecord(Article("a", "t", "words enough"), (AnnotationSet("Ada", Status.STARTED, {}, spans),))
    trip = there_and_back("pressmark", [record], tmp_path, file="out.jsonl")
    assert differences(trip) == []
    moved = replace(spans[2], fragments=(Fragment(6, 9),))
    (held,) = trip.after[0].annotations
    lossy = replace(trip, after=[replace(trip.after[0], annotations=(replace(held, spans=(*held.spans[:2], moved)),))])
    assert len(differences(lossy)) == 2  # one gone, one new
    told = replace(trip.report, dropped=(Dropped("a", id_text(spans[2].id), "changed"),))
    assert differences(replace(lossy, report=told)) == []


@pytest.mark.parametrize("wrong", ["less", "label"])
def test_the_label_schema_of_a_project_only_grows(tmp_path, wrong):
    from desktop.core.errors import AppError, ErrorCode
    from desktop.core.schema_growth import next_version

    heard = []
    with Project.create(tmp_path / "p.pressmark", SCHEMA, annotator="Ada") as project, project.side() as side:
        project.subscribe(lambda change: heard.append(change.kinds))
        more = replace(SCHEMA.labels[0], name="EVENT", title="Event", key="", letter="E")
        assert side.extend_schema(replace(SCHEMA, labels=(*SCHEMA.labels, more)))
        assert project.schema.label("EVENT") == more and len(heard) == 1
        assert project.schema.version == next_version(SCHEMA.version)
        assert not side.extend_schema(project.schema) and len(heard) == 1
        first = project.schema.labels[0]
        changed = replace(first, max_fragments=1) if wrong == "label" else replace(first, attributes=())
        with pytest.raises(AppError) as refused:
            project.extend_schema(replace(project.schema, labels=(changed, *project.schema.labels[1:])))
        assert refused.value.code == ErrorCode.SCHEMA_INVALID and first.name in refused.value.message
    with Project.open(tmp_path / "p.pressmark") as project:
        assert project.schema.label("EVENT") == more
