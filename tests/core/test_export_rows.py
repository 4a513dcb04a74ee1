"""Rows of spans and claims with context: everything in them is where it says it is."""

from __future__ import annotations

import json

import pytest

from annotation_schema.offsets import display_surface
from desktop.core.exporters.claims import claim_labels
from desktop.core.exporters.door import export
from desktop.core.exporters.report import What
from desktop.core.importing import import_sources
from desktop.core.project import Project
from desktop.core.resources import default_schema, sample_record_file


@pytest.fixture
def project(tmp_path):
    made = Project.create(tmp_path / "p.pressmark", default_schema(), annotator="Ada")
    import_sources(made, [sample_record_file()])
    empty = tmp_path / "empty.txt"
    empty.write_text("Nothing 👨🏻‍🚒 is tagged here.", encoding="utf-8")
    import_sources(made, [empty])
    yield made
    made.close()


def rows(path):
    return [json.loads(line) for line in path.read_text("utf-8").split("\n") if line]


def spans(project):
    return {
        (record.article.uid, held.annotator, span.label, span.fragments): (record.article, span)
        for record in project.records()
        for held in record.annotations
        for span in held.spans
    }


def test_each_span_is_a_row(project, tmp_path):
    report = export(project, tmp_path / "out.jsonl", format="jsonl-flat")
    found = rows(tmp_path / "out.jsonl")
    made = spans(project)
    assert len(found) == len(made) == report.spans > 100
    for row in found:
        fragments = tuple((a, b) for a, b in row["fragments"])
        article, span = next(
            v for k, v in made.items() if k[0] == row["article"] and k[2] == row["label"]
            and tuple((f.start, f.end) for f in k[3]) == fragments
        )  # fmt: skip
        assert row["text"] == display_surface(article.text, span.fragments)
        assert (row["start"], row["end"]) == (span.start, span.end)
        assert set(row["attributes"]) == set(span.attributes)
    assert sum(len(row["relations"]) for row in found) == report.relations > 0
    # the one without spans is told of, and what is said of whole articles
    assert {d.what for d in report.dropped} <= {What.ARTICLE, What.ATTRIBUTE} and report.dropped[-1].span == ""


def test_each_claim_is_a_record_with_its_sentence(project, tmp_path):
    assert claim_labels(project.schema) == {"CLAIM"}
    report = export(project, tmp_path / "out.jsonl", format="claims")
    found = rows(tmp_path / "out.jsonl")
    claims = {k: v for k, v in spans(project).items() if k[2] == "CLAIM"}
    assert len(found) == len(claims) > 10
    texts = {k[0]: article.text for k, (article, _) in claims.items()}
    for row in found:
        text, context = texts[row["article"]], row["context"]
        assert text[context["start"] :].startswith(context["text"])
        inside = [context["text"][a:b] for a, b in context["fragments"]]
        assert inside == [text[a:b] for a, b in row["fragments"]]
        assert row["text"] == " … ".join(inside)
        for linked in (x for links in row["relations"].values() for x in links):
            assert text[linked["start"] : linked["end"]] == linked["text"] or " … " in linked["text"]
    assert any("CLAIMANT" in row["relations"] for row in found)
    assert report.spans + sum(d.what is What.SPAN for d in report.dropped) == len(spans(project))
