"""What a format is said to lose and to heed is what it does."""

from __future__ import annotations

from dataclasses import replace

import pytest

from annotation_schema.model import AnnotationSet, Article, ArticleRecord, Fragment, Span, SpanId, Status
from desktop.core.exporters import EXPORTERS, ExporterSpec
from desktop.core.exporters.door import export
from desktop.core.exporters.preview import preview
from desktop.core.exporters.report import Alignment, Discontinuous, ExportOptions, Overlap
from desktop.core.project import Project
from desktop.core.resources import default_schema

TEXT = "Olena Bondar said it in Kyiv, and wrote it in Lviv."
SPANS = (
    ("CLAIM", (Fragment(0, 5), Fragment(30, 51))),  # in parts
    ("ACTOR", (Fragment(0, 12),)),
    ("ACTOR", (Fragment(6, 20),)),  # overlaps, and is longer
    ("LOCATION", (Fragment(25, 28),)),  # within a word
)
PLAIN = ExportOptions()
CHANGES = {
    Overlap: [replace(PLAIN, overlap=policy) for policy in (Overlap.LABEL_ORDER, Overlap.FIRST)],
    Discontinuous: [replace(PLAIN, discontinuous=policy) for policy in (Discontinuous.HULL, Discontinuous.SKIP)],
    Alignment: [replace(PLAIN, alignment=policy) for policy in (Alignment.CONTRACT, Alignment.SKIP)],
}


@pytest.fixture
def project(tmp_path):
    with Project.create(tmp_path / "p.pressmark", default_schema(), annotator="Ada") as made:
        spans = tuple(Span(SpanId(n), label, places) for n, (label, places) in enumerate(SPANS, 1))
        made.add_articles(
            [ArticleRecord(Article("a", "Cities", TEXT), (AnnotationSet("Ada", Status.DONE, {}, spans),))]
        )
        yield made


def written(project, folder, spec: ExporterSpec, options: ExportOptions) -> dict[str, bytes]:
    folder.mkdir()
    export(project, folder / f"out{spec.extension}", format=spec.format, options=options)
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


@pytest.mark.parametrize("spec", [x for x in EXPORTERS if x.format != "docbin"], ids=lambda x: x.format)
def test_a_format_heeds_the_policies_that_it_is_said_to(project, tmp_path, spec):
    plain = written(project, tmp_path / "plain", spec, PLAIN)
    for policy, changes in CHANGES.items():
        made = [written(project, tmp_path / f"{policy.__name__}{n}", spec, x) for n, x in enumerate(changes)]
        assert any(files != plain for files in made) == (policy in spec.policies), policy.__name__


@pytest.mark.parametrize("spec", [x for x in EXPORTERS if x.format != "docbin"], ids=lambda x: x.format)
def test_the_preview_says_what_a_format_never_holds(project, spec):
    seen = preview(project, format=spec.format)
    assert seen.never == spec.losses and all(sentence.endswith(".") for sentence in seen.never)
    assert bool(seen.never) == (spec.format != "pressmark")
    for sentence in seen.never:
        assert any(sentence in line for line in seen.lines())
