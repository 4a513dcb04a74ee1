"""What a format is said to lose and to heed is what it does."""

from __future__ import annotations

from dataclasses import replace

import pytest

from annotation_schema.ids import id_text
from annotation_schema.model import (
    AnnotationSet,
    Article,
    ArticleRecord,
    Fragment,
    Relation,
    RelationId,
    Span,
    SpanId,
    Status,
)
from desktop.core.exporters import EXPORTERS, ExporterSpec
from desktop.core.exporters.door import export
from desktop.core.exporters.preview import preview
from desktop.core.exporters.report import Alignment, Discontinuous, ExportOptions, Overlap, What
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


@pytest.mark.parametrize("format", ["csv", "hf", "jsonl-flat", "claims", "geojson", "docbin"])
def test_what_is_said_of_an_article_and_links_it_cannot_hold_are_named(project, tmp_path, format):
    note = AnnotationSet("Bo", Status.DONE, {"note": "doubtful"}, (Span(SpanId(20), "ACTOR", SPANS[1][1]),))
    actors = (Span(SpanId(30), "ACTOR", SPANS[1][1]), Span(SpanId(31), "ACTOR", SPANS[2][1], {"dosage": "1"}))
    links = (Relation(RelationId(32), "AFFILIATION", actors[0].id, actors[1].id),)
    held = (note, AnnotationSet("Cy", Status.DONE, {}, actors, links))
    project.add_articles([ArticleRecord(Article("b", "Towns", f"{TEXT} Again."), held)])
    report = export(project, tmp_path / "out", format=format)
    told = {(lost.what, lost.span) for lost in report.dropped if lost.article == "b"}
    assert (What.ATTRIBUTE, "") in told
    assert ((What.RELATION, id_text(30)) in told) == (format in ("claims", "geojson", "docbin"))
    assert ((What.ATTRIBUTE, id_text(31)) in told) == (format in ("csv", "docbin"))


def test_a_date_from_a_source_names_no_file_outside_the_folder(project, tmp_path):
    spans = (
        Span(SpanId(40), "CLAIM", (Fragment(0, 12),), {"category": ("migration",)}),
        Span(SpanId(41), "ACTOR", (Fragment(13, 19),)),
    )
    held = AnnotationSet("Ada", Status.DONE, {}, spans, (Relation(RelationId(42), "CLAIMANT", SpanId(40), SpanId(41)),))
    for n, date in enumerate(("../../x", "2024/05", "a\x00b", "2024-05-06")):
        text = f"We will pay, Ann\x01 {n}."
        spans = tuple(replace(s, id=SpanId(s.id + 100 * n)) for s in held.spans)
        link = Relation(RelationId(42 + 100 * n), "CLAIMANT", spans[0].id, spans[1].id)
        article = Article(f"n{n}", "Pay", text, published=date)
        project.add_articles([ArticleRecord(article, (replace(held, spans=spans, relations=(link,)),))])
    (tmp_path / "in").mkdir()
    for format in ("network", "graphml"):
        report = export(project, tmp_path / "in" / format, format=format)
        assert report.spans == 4
    assert sorted(p.name for p in (tmp_path / "in").iterdir()) == ["graphml", "network"]
    slices = sorted(p.name for p in (tmp_path / "in/network/slices").iterdir())
    assert slices == ["2024-05.csv", "2024.csv", "undated.csv"]
