"""Judging a pipeline by the finished articles of one annotator: which they are, reading them anew, and the figures.

The pipeline reads the articles again, and nothing is stored: stored suggestions hold what earlier versions found, and
lack what was decided. Only finished articles count: in one that is merely begun, what is missing says nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from annotation_schema.model import AnnotationSet, Article, ArticleId, Status
from annotation_schema.reserved import SUGGESTIONS_HIDDEN
from annotation_schema.wording import translate
from desktop.core.errors import AppError, ErrorCode
from desktop.core.evaluation import Counts, Figures, LinkFigures, SpanFigures, of_annotations, of_answer
from desktop.core.prelabel.dry_run import DryRun
from desktop.core.prelabel.run_options import RunOptions
from desktop.core.prelabel.runner import Starter, run_blocking
from desktop.core.prelabel.session_types import ArticleFailed, Tally
from desktop.core.project import Project


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The figures, of which pipeline, by whose work; ``left_out``: articles that it could not read."""

    pipeline: str
    version: str
    annotator: str
    hidden_only: bool
    cancelled: bool
    figures: Figures
    left_out: tuple[ArticleFailed, ...] = ()
    unmapped: dict[str, int] = field(default_factory=dict[str, int])

    def held(self) -> dict[str, object]:
        """Return it as plain data: what ``pressmark evaluate --json`` prints."""
        return {
            "pipeline": self.pipeline,
            "version": self.version,
            "annotator": self.annotator,
            "hidden_only": self.hidden_only,
            "articles": self.figures.articles,
            "left_out": [{"title": a.title, "reason": a.reason} for a in self.left_out],
            "unmapped": dict(self.unmapped),
            "labels": {name: _spans(f) for name, f in sorted(self.figures.labels.items())},
            "all": _spans(self.figures.total),
            "links": {name: _links(f) for name, f in sorted(self.figures.links.items())},
        }


def finished(
    project: Project, annotator: str, *, hidden_only: bool = False
) -> dict[ArticleId, tuple[Article, AnnotationSet]]:
    """Return an annotator's finished articles with what they made of them, by id.

    ``hidden_only``: of those only the ones that they worked on without seeing suggestions. Raises AppError (usage) for
    somebody who is none of the project's annotators.
    """
    names: set[str] = set()
    found: dict[ArticleId, tuple[Article, AnnotationSet]] = {}
    for record in project.records():
        for one in record.annotations:
            names.add(one.annotator)
            if one.annotator != annotator or one.status is not Status.DONE:
                continue
            if hidden_only and one.attributes.get(SUGGESTIONS_HIDDEN.name) is not True:
                continue
            number = project.article_id(record.article.uid)
            if number is not None:
                found[number] = (record.article, one)
    if annotator not in names:
        known = ", ".join(f"“{name}”" for name in sorted(names))
        said = translate("Evaluation", "“{annotator}” has annotated nothing in this project.")
        hint = (
            translate("Evaluation", "Those who have: {names}.").format(names=known)
            if known
            else translate("Evaluation", "Nobody has yet.")
        )
        raise AppError(ErrorCode.USAGE, said.format(annotator=annotator), hint=hint)
    return found


def evaluate(
    project: Project,
    annotator: str,
    pipeline: str,
    start: Sequence[str] | Starter,
    *,
    options: RunOptions | None = None,
    hidden_only: bool = False,
    workers: int = 1,
    progress: Callable[[Tally], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
    notice: Callable[[str], None] | None = None,
    log: Callable[[str], None] | None = None,
) -> Evaluation:
    """Have a pipeline read the finished articles of an annotator and compare; the arguments as of ``run_blocking``.

    Raises AppError: nothing is finished (usage), and whatever a run raises.
    """
    gold = finished(project, annotator, hidden_only=hidden_only)
    if not gold:
        said = (
            translate("Evaluation", "“{annotator}” has finished no article without seeing suggestions yet.")
            if hidden_only
            else translate("Evaluation", "“{annotator}” has finished no article yet.")
        )
        hint = translate("Evaluation", "Articles count once their status is done (Ctrl+Enter).")
        raise AppError(ErrorCode.USAGE, said.format(annotator=annotator), hint=hint)
    dry = DryRun(project, gold)
    outcome = run_blocking(
        dry,
        start,
        pipeline,
        workers=workers,
        options=options,
        progress=progress,
        cancelled=cancelled,
        notice=notice,
        log=log,
    )
    figures = Figures()
    for number, answer in dry.answers.items():
        figures.add(of_answer(answer, project.schema), of_annotations(gold[number][1], project.schema))
    return Evaluation(
        outcome.pipeline,
        outcome.version,
        annotator,
        hidden_only,
        outcome.cancelled,
        figures,
        outcome.left_out,
        dict(outcome.unmapped),
    )


def _spans(figures: SpanFigures) -> dict[str, object]:
    return {
        "exact": _counts(figures.exact),
        "overlap": _counts(figures.overlap),
        "characters": _counts(figures.characters),
    }


def _links(figures: LinkFigures) -> dict[str, object]:
    return {
        "exact": _counts(figures.exact),
        "overlap": _counts(figures.overlap),
        "given_source": _counts(figures.given_source),
    }


def _counts(counts: Counts) -> dict[str, float | int | None]:
    return {
        "precision": _rounded(counts.precision),
        "recall": _rounded(counts.recall),
        "f1": _rounded(counts.f1),
        "predicted": counts.predicted,
        "expected": counts.expected,
        "right": counts.right,
    }


def _rounded(share: float | None) -> float | None:
    return None if share is None else round(share, 4)
