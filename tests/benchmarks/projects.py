"""Projects of the made-up corpus to measure on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from annotation_schema import ids
from annotation_schema.model import (
    AnnotationSet,
    Article,
    ArticleRecord,
    Fragment,
    Origin,
    OriginKind,
    Span,
    SpanId,
    Status,
)
from desktop.core.project import Project
from desktop.core.resources import default_schema
from tests.benchmarks.corpus import Sample, article, samples

ANNOTATOR = "Bench"
MADE = "2026-01-01T00:00:00.000Z"


def record(number: int, sample: Sample) -> ArticleRecord:
    """Return a sample as a record of one annotator."""
    spans = tuple(
        Span(SpanId(ids.new_id()), label, (Fragment(start, end),), {}, Origin(OriginKind.IMPORTED), MADE, MADE)
        for start, end, label in sample.spans
    )
    made = Article(
        uid=f"bench{number:07}",
        title=sample.title,
        text=sample.text,
        publisher=sample.publisher,
        published=sample.published,
        url=sample.url,
        language="en",
    )
    return ArticleRecord(made, (AnnotationSet(ANNOTATOR, Status.STARTED, {}, spans, ()),))


def records(count: int) -> Iterator[ArticleRecord]:
    """Yield ``count`` articles with 61 spans each."""
    return (record(n, s) for n, s in enumerate(samples(count)))


def make(path: Path, count: int) -> Path:
    """Write a project of ``count`` articles with 61 spans, and one of 34,000 characters with 700 spans at the end."""
    with Project.create(path, default_schema(), annotator=ANNOTATOR) as project:
        project.add_articles(records(count))
        project.add_articles([record(count, article(count, spans=700, characters=34_000))])
    return path
