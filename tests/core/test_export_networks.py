"""Discourse networks, tables and maps: what independent readers find in the files."""

from __future__ import annotations

import csv
import json

import pytest

from annotation_schema import ids
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
from desktop.core.discourse import conflict, congruence, observations, roles, shared_categories, two_mode
from desktop.core.exporters.door import export
from desktop.core.exporters.report import ExportOptions, What
from desktop.core.project import Project
from desktop.core.resources import default_schema

TEXT = "👨🏻‍🚒 Ann wants trains. Bob hates trains. Ann and Cy want ships. =SUM(1) is no town, Bern is."


def place(words: str, after: int = 0) -> tuple[Fragment, ...]:
    start = TEXT.index(words, after)
    return (Fragment(start, start + len(words)),)


def record(uid: str = "a" * 20, published: str = "2026-03-01") -> ArticleRecord:
    spans: list[Span] = []
    relations: list[Relation] = []

    def span(label: str, fragments: tuple[Fragment, ...], **attributes) -> SpanId:
        spans.append(Span(SpanId(ids.new_id()), label, fragments, attributes))
        return spans[-1].id

    def claim(words: str, stance: str, category: str, *actors: SpanId, **more) -> None:
        number = span("CLAIM", place(words), kind="demand", stance=stance, category=(category,), **more)
        relations.extend(Relation(RelationId(ids.new_id()), "CLAIMANT", number, a) for a in actors)

    ann, bob = span("ACTOR", place("Ann")), span("ACTOR", place("Bob"), entity_id="Robert  Roe")
    again, cy = span("ACTOR", place("Ann", 20)), span("ACTOR", place("Cy"))
    claim("wants trains", "support", "transport/rail", ann)
    claim("hates trains", "oppose", "transport/rail", bob)
    claim("want ships", "support", "transport/shipping", again, cy)
    claim("is no town", "neutral", "transport/rail", claimant="AUTHOR")
    span("LOCATION", place("=SUM(1)"), latitude=95, longitude=7)
    span("LOCATION", place("Bern"), latitude=46.95, longitude=7.45)
    spans.sort(key=lambda s: (s.start, -s.end, s.id))
    held = AnnotationSet("Ada", Status.DONE, {}, tuple(spans), tuple(relations))
    return ArticleRecord(Article(uid, "T", TEXT, published=published), (held,))


@pytest.fixture
def project(tmp_path):
    made = Project.create(tmp_path / "p.pressmark", default_schema(), annotator="Ada")
    tally = made.add_articles([record(), record("b" * 20, "2026-05-09")])
    assert tally.problems == ()
    yield made
    made.close()


def rows(path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_who_agrees_with_whom():
    parts = roles(default_schema())
    assert (parts.claim, parts.actor.name, parts.category, parts.stance) == ("CLAIM", "CLAIMANT", "category", "stance")
    ties = two_mode(observations(record(), parts))
    assert [(t.actor, t.category, t.support, t.oppose, t.neutral) for t in ties] == [
        ("AUTHOR", "transport/rail", 0, 0, 1),
        ("Ann", "transport/rail", 1, 0, 0),
        ("Ann", "transport/shipping", 1, 0, 0),
        ("Cy", "transport/shipping", 1, 0, 0),
        ("Robert Roe", "transport/rail", 0, 1, 0),
    ]
    assert congruence(ties) == {("Ann", "Cy"): 1}
    assert conflict(ties) == {("Ann", "Robert Roe"): 1}
    assert shared_categories(ties) == {("transport/rail", "transport/shipping"): 1}


def test_graphml_is_read_by_networkx(project, tmp_path):
    networkx = pytest.importorskip("networkx", reason="networkx is not installed")
    out = tmp_path / "g"
    export(project, out, format="graphml")
    graph = networkx.read_graphml(out / "two-mode.graphml")
    assert networkx.is_bipartite(graph)
    assert graph.edges["actor: Ann", "category: transport/rail"]["support"] == 2
    assert {n for n, d in graph.nodes(data=True) if d["bipartite"] == 0} == {
        "actor: AUTHOR", "actor: Ann", "actor: Cy", "actor: Robert Roe",
    }  # fmt: skip
    assert networkx.read_graphml(out / "actors-conflict.graphml").edges["Ann", "Robert Roe"]["weight"] == 1
    again = export(project, tmp_path / "again", format="graphml")
    assert [f.sha256 for f in again.files] == [f.sha256 for f in export(project, out, format="graphml").files]


def test_network_tables_by_month(project, tmp_path):
    out = tmp_path / "n"
    export(project, out, format="network")
    assert {p.stem for p in (out / "slices").iterdir()} == {"2026-03", "2026-05"}
    whole, month = rows(out / "two-mode.csv"), rows(out / "slices" / "2026-05.csv")
    assert (
        sum(int(r["weight"]) for r in whole)
        == 2 * sum(int(r["weight"]) for r in month)
        == len(rows(out / "observations.csv"))
    )


def test_tables_hold_each_span_where_r_looks_for_it(project, tmp_path):
    pandas = pytest.importorskip("pandas", reason="pandas is not installed")
    out = tmp_path / "c"
    report = export(project, out, format="csv")
    articles = {r["doc_id"]: r["text"] for r in rows(out / "articles.csv")}
    spans = pandas.read_csv(out / "spans.csv", keep_default_na=False)
    assert len(spans) == report.spans == 20
    for row in spans.itertuples():
        text = articles[row.doc_id]
        assert row.text == text[row.start : row.end] == text[row.start1 - 1 : row.end1]
    assert len(rows(out / "relations.csv")) == report.relations == 8
    export(project, tmp_path / "safe", format="csv", options=ExportOptions(spreadsheet_safe=True))
    assert [r["text"] for r in rows(tmp_path / "safe" / "spans.csv") if "SUM" in r["text"]] == ["'=SUM(1)"] * 2


def test_places_follow_the_rules_of_geojson(project, tmp_path):
    out = tmp_path / "places.geojson"
    report = export(project, out, format="geojson")
    found = json.loads(out.read_text("utf-8"))
    assert set(found) == {"type", "features"}
    assert len(found["features"]) == report.spans == 4
    for feature in found["features"]:
        properties = feature["properties"]
        assert TEXT[properties["start"] : properties["end"]] == properties["text"]
        if properties["text"] == "Bern":
            assert feature["geometry"] == {"type": "Point", "coordinates": [7.45, 46.95]}  # longitude first
        else:
            assert feature["geometry"] is None  # 95 degrees north is nowhere
    assert sum(d.what is What.SPAN for d in report.dropped) == 16
