"""Formats that only go out (rows, claims, tables, places): a reader from their description finds every span."""

from __future__ import annotations

import csv
import io
import json
import tempfile
from collections import Counter
from pathlib import Path

from harness import SCHEMA, bytes_of, projects
from hypothesis import example, given, settings

from annotation_schema.ids import id_text
from annotation_schema.model import AnnotationSet, Article, ArticleRecord, Fragment, Span, SpanId, Status
from desktop.core.exporters.door import export
from desktop.core.project import Project

Place = tuple[tuple[int, int], ...]


def rows(data: bytes) -> list[dict]:
    """JSON Lines: cut at line feeds alone."""
    assert data == b"" or data.endswith(b"\n")
    return [json.loads(line) for line in data.decode().split("\n")[:-1]]


def table(data: bytes) -> list[dict[str, str]]:
    """CSV as RFC 4180 has it, but for the line ends."""
    csv.field_size_limit(1 << 24)
    return list(csv.DictReader(io.StringIO(data.decode(), newline="")))


def pieces(text: str, place: Place) -> str:
    return " … ".join(text[a:b] for a, b in place)


def plain(values: object) -> object:
    return json.loads(json.dumps(values))


ODD = [
    ArticleRecord(
        Article("a", "t", 'He said "no",\x85\u2028 twice;\n\n=SUM(1) 🌧 there'),
        (
            AnnotationSet(
                "Ada",
                Status.DONE,
                {},
                (
                    Span(SpanId(1), "CLAIM", (Fragment(0, 14), Fragment(20, 26)), {"note": 'a,"b"\n'}),
                    Span(SpanId(2), "LOCATION", (Fragment(26, 30),), {"latitude": 46.5, "longitude": -7}),
                ),
            ),
        ),
    )
]


@given(records=projects())
@example(records=ODD)
@settings(max_examples=12)
def test_a_reader_of_each_finds_every_span_relation_and_value(records):
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with Project.create(folder / "p.pressmark", SCHEMA, annotator="Ada") as project:
            project.add_articles(records)
            made = list(project.records())
            reports = {f: export(project, folder / f, format=f) for f in ("jsonl-flat", "claims", "geojson", "csv")}
        files = {f: bytes_of(folder / f) for f in reports}
    text_of = {r.article.uid: r.article.text for r in made}
    spans = {id_text(s.id): (r, held, s) for r in made for held in r.annotations for s in held.spans}
    place = {key: tuple((f.start, f.end) for f in s.fragments) for key, (_, _, s) in spans.items()}
    wanted: Counter[object] = Counter()
    for key, (record, held, span) in spans.items():
        wanted[record.article.uid, held.annotator, span.label, key, place[key]] += 1
    links = {
        (id_text(x.source), x.type, id_text(x.target)) for r in made for held in r.annotations for x in held.relations
    }

    def check(found: list[tuple[str, str, str, str, Place, str, object]], labels: set[str]) -> None:
        for uid, _, _, key, at, words, values in found:
            assert words == pieces(text_of[uid], at)
            assert values == plain(dict(spans[key][2].attributes))
        assert Counter(row[:5] for row in found) == Counter({w: n for w, n in wanted.items() if w[2] in labels})

    every = {label.name for label in SCHEMA.labels}

    def tupled(at: list[list[int]]) -> Place:
        return tuple((a, b) for a, b in at)

    flat = rows(files["jsonl-flat"][""])
    check(
        [
            (r["article"], r["annotator"], r["label"], r["span"], tupled(r["fragments"]), r["text"], r["attributes"])
            for r in flat
        ],
        every,
    )
    assert {(r["span"], x["type"], x["target"]) for r in flat for x in r["relations"]} == links

    claims = rows(files["claims"][""])
    check(
        [
            (r["article"], r["annotator"], r["label"], r["id"], tupled(r["fragments"]), r["text"], r["attributes"])
            for r in claims
        ],
        {"CLAIM"},
    )
    for row in claims:
        context = row["context"]
        assert pieces(context["text"], tupled(context["fragments"])) == row["text"]
        start = context["start"]
        assert text_of[row["article"]][start : start + len(context["text"])] == context["text"]
        for kind, others in row["relations"].items():
            for other in others:
                ends = (other["id"], kind[:-1], row["id"]) if kind.endswith("~") else (row["id"], kind, other["id"])
                assert ends in links

    collection = json.loads(files["geojson"][""])
    assert set(collection) == {"type", "features"} and collection["type"] == "FeatureCollection"
    for feature in collection["features"]:  # RFC 7946: longitude first, or null
        key = feature["properties"]["span"]
        assert set(feature) == {"type", "geometry", "properties"} and feature["type"] == "Feature"
        at = spans[key][2].attributes
        known = isinstance(at.get("latitude"), int | float) and isinstance(at.get("longitude"), int | float)
        point = {"type": "Point", "coordinates": [at.get("longitude"), at.get("latitude")]}
        assert feature["geometry"] == (point if known else None)
    properties = [f["properties"] for f in collection["features"]]
    check(
        [
            (p["article"], p["annotator"], p["label"], p["span"], place[p["span"]], p["text"], p["attributes"])
            for p in properties
        ],
        {"LOCATION"},
    )

    tables = {n.removesuffix(".csv"): table(data) for n, data in files["csv"].items()}
    assert {r["doc_id"]: r["text"] for r in tables["articles"]} == text_of
    parts: dict[str, list[tuple[int, int]]] = {}
    for row in tables["fragments"]:
        a, b = int(row["start"]), int(row["end"])
        assert (int(row["start1"]), int(row["end1"])) == (a + 1, b) and row["text"] == text_of[row["doc_id"]][a:b]
        parts.setdefault(row["ann_id"], []).append((a, b))
    found = [(r["doc_id"], r["annotator"], r["label"], r["ann_id"], tuple(parts[r["ann_id"]])) for r in tables["spans"]]
    assert Counter(found) == wanted
    for row in tables["spans"]:
        assert row["text"] == pieces(text_of[row["doc_id"]], tuple(parts[row["ann_id"]]))
        note = spans[row["ann_id"]][2].attributes.get("note", "")
        assert row["attr.note"] == note
    assert {(r["source"], r["type"], r["target"]) for r in tables["relations"]} == links
