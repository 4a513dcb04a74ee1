"""Labels, attributes and relations that no label schema has, and odd ids: they leave as they are, or it is told."""

from __future__ import annotations

from dataclasses import replace

import pytest
from harness import there_and_back

from annotation_schema.model import AnnotationSet, Article, ArticleRecord, Fragment, Relation, RelationId, Span, SpanId
from desktop.core.exporters import EXPORTERS
from desktop.core.exporters.door import export
from desktop.core.project import Project
from desktop.core.resources import default_schema

TEXT = "Olena Bondar spoke in Kyiv."
WITH_ATTRIBUTES = ("cas-xmi", "cas-json", "webanno-tsv", "refi-qda", "web-annotation", "brat")


def record(label="DISEASE", attribute="dosage", uid="a" * 300, note="C:\\") -> ArticleRecord:
    spans = (
        Span(SpanId(2**60), label, (Fragment(0, 5), Fragment(13, 18)), {attribute: "x|y", "note": note}),
        Span(SpanId(2**60 + 1), "CLAIM", (Fragment(0, 12),), {attribute: "z"}),
    )
    link = Relation(RelationId(2**60 + 2), "SEEN_WITH", spans[0].id, spans[1].id, {attribute: "w"})
    return ArticleRecord(Article(uid, "Kyiv", TEXT), (AnnotationSet("Ada", spans=spans, relations=(link,)),))


@pytest.mark.parametrize("format", WITH_ATTRIBUTES)
def test_what_the_label_schema_lacks_comes_back(format, tmp_path):
    trip = there_and_back(format, [record()], tmp_path)
    spans = {s.label: s for held in trip.after[0].annotations for s in held.spans}
    assert spans.keys() == {"DISEASE", "CLAIM"}
    assert [(f.start, f.end) for f in spans["DISEASE"].fragments] == [(0, 5), (13, 18)]
    assert spans["DISEASE"].attributes["note"] == "C:\\"
    assert {s.attributes["dosage"] for s in spans.values()} == {"x|y", "z"}
    assert [r.type for held in trip.after[0].annotations for r in held.relations] == ["SEEN_WITH"]


@pytest.mark.parametrize("format", [*WITH_ATTRIBUTES, "doccano", "label-studio", "prodigy"])
def test_an_article_without_a_title_and_a_link_of_a_span_to_itself_come_back(format, tmp_path):
    own = (Span(SpanId(2**60), "CLAIM", (Fragment(0, 5),)),)
    link = Relation(RelationId(2**60 + 2), "SUPPORTS", own[0].id, own[0].id)
    held = ArticleRecord(Article("../a", "", TEXT), (AnnotationSet("Ada", spans=own, relations=(link,)),))
    trip = there_and_back(format, [held], tmp_path)
    (back,) = trip.after
    assert (back.article.uid, back.article.title) == ("../a", "")
    assert [(r.type, r.source == r.target) for s in back.annotations for r in s.relations] == [("SUPPORTS", True)]
    assert not trip.imported.problems


@pytest.mark.parametrize("spec", [x for x in EXPORTERS if x.format != "docbin"], ids=lambda x: x.format)
def test_no_label_stops_an_export(spec, tmp_path):
    held: list[ArticleRecord] = []
    for number, label in enumerate(("two words", "a|b=c", " x\u2028\ty ", "\\", "\x01", "*")):
        one = record(label, attribute="a=\x02", uid=f"x\x01\\/{number}" * 90)
        spans = tuple(replace(s, id=SpanId(s.id + 10 * number)) for s in one.annotations[0].spans)
        held.append(replace(one, annotations=(AnnotationSet("Ada", spans=spans),)))
    with Project.create(tmp_path / "p.pressmark", default_schema(), annotator="Ada") as project:
        project.add_articles(held)
        report = export(project, tmp_path / "out", format=spec.format)
    if spec.format in ("conll2003", "iob2", "iobes", "conllu"):
        assert [count for reason, count in report.losses if "“_”" in reason] == [4]  # a longer span has the other piece
