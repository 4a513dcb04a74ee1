"""Short ways to make articles, records and projects for tests."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from annotation_schema.ids import new_id
from annotation_schema.model import (
    AnnotationSet,
    Article,
    ArticleId,
    ArticleRecord,
    Fragment,
    Relation,
    RelationId,
    Span,
    SpanId,
    Status,
)
from annotation_schema.records import to_line
from desktop.core.project import Project
from desktop.core.resources import default_schema
from desktop.core.view import NewSuggestion, RunId

TEXT = "Kyiv and Lviv agreed, Olena Bondar said. “We wait,” she said in Kyiv, “and hope.”"
ME = "Ada"
TIME = "2026-01-31T12:00:00.000Z"


def article(uid: str = "a1", *, title: str = "Two cities agree", text: str = TEXT, **fields: object) -> Article:
    return Article(uid, title, text, **fields)  # type: ignore[arg-type]


def at(text: str, part: str, *, occurrence: int = 1) -> Fragment:
    """Where a part of a text stands."""
    start = -1
    for _ in range(occurrence):
        start = text.index(part, start + 1)
    return Fragment(start, start + len(part))


def span(label: str, *fragments: Fragment, **fields: object) -> Span:
    values = {"created": TIME, "updated": TIME, **fields}
    return Span(SpanId(new_id()), label, fragments, **values)  # type: ignore[arg-type]


def relation(type: str, source: Span, target: Span, **fields: object) -> Relation:
    return Relation(RelationId(new_id()), type, source.id, target.id, **fields)  # type: ignore[arg-type]


def record(
    one: Article,
    *spans: Span,
    relations: Iterable[Relation] = (),
    annotator: str = ME,
    status: Status = Status.STARTED,
) -> ArticleRecord:
    return ArticleRecord(one, (AnnotationSet(annotator, status, {}, tuple(spans), tuple(relations)),))


def new_project(folder: Path, *articles: Article | ArticleRecord, annotator: str = ME) -> Project:
    project = Project.create(folder / "test.pressmark", default_schema(), annotator=annotator)
    if articles:
        project.add_articles(articles)
    return project


def suggest(
    project: Project,
    article_id: ArticleId,
    *parts: tuple[str, Fragment],
    pipeline: str = "test_news",
    version: str = "1",
) -> RunId:
    """Add a run's answer: (label, place) pairs."""
    run = project.start_run(pipeline, version)
    spans = [NewSuggestion(label, f"X_{label}", (place,), {}, 0.5) for label, place in parts]
    project.add_suggestions(run, article_id, project.text_sha256(article_id) or "", spans)
    return run


def lines(project: Project, *, with_suggestions: bool = True) -> str:
    """The whole project in its interchange form: what two equal states have in common."""
    return "\n".join(to_line(r) for r in project.records(with_suggestions=with_suggestions))
