"""Annotations of other programs' layers go out again under their old names, and come back without being doubled."""

from __future__ import annotations

import io
import tempfile
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from harness import SCHEMA, bytes_of, differences, notes, projects, there_and_back
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from annotation_schema.ids import id_text
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
from desktop.core.exporters.door import export
from desktop.core.foreign import layers
from desktop.core.importing import import_sources
from desktop.core.project import Project

cassis = pytest.importorskip("cassis")
SUITE = Path(__file__).resolve().parents[3] / "shared" / "data" / "formats" / "webanno-tsv" / "suite"
NER = "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity"
TOKEN = f"{layers.SEGMENTATION}.Token"
OURS = (
    "webanno.custom.",
    "de.tudarmstadt.ukp.dkpro.core.api.segmentation.",
    "de.tudarmstadt.ukp.dkpro.core.api.metadata.",
)


def source(folder: Path) -> Path:
    """A CAS with an astral character, two layers of spans, one of relations between them, one between tokens."""
    types = cassis.TypeSystem()
    token = types.create_type(TOKEN)
    entity = types.create_type(NER)
    event = types.create_type("my.Event")
    knows = types.create_type("my.Knows")
    depends = types.create_type("my.Dependency")
    for name, kind in (("value", "String"), ("sure", "Boolean"), ("rank", "Integer"), ("score", "Double")):
        types.create_feature(entity, name, f"uima.cas.{kind}")
    types.create_feature(knows, "since", "uima.cas.Integer")
    types.create_feature(depends, "kind", "uima.cas.String")
    for relation, ends in ((knows, entity), (depends, token)):
        types.create_feature(relation, "Governor", ends)
        types.create_feature(relation, "Dependent", ends)
    cas = cassis.Cas(typesystem=types, sofa_string="😀 Ann met Bob.", sofa_mime="text")
    tokens = [token(begin=a, end=b) for a, b in ((0, 1), (2, 5), (6, 9), (10, 13), (13, 14))]
    cas.add_all(tokens)
    ann = entity(begin=2, end=5, value="PER", sure=True, rank=3, score=0.5)
    bob = entity(begin=10, end=13, value="PER | [x]")
    cas.add_all([ann, bob, event(begin=6, end=9)])
    cas.add(knows(begin=10, end=13, Governor=ann, Dependent=bob, since=1999))
    cas.add(depends(begin=2, end=5, Governor=tokens[2], Dependent=tokens[1], kind="subj"))
    folder.mkdir()
    types.to_xml(folder / "TypeSystem.xml")
    cas.to_xmi(folder / "one.xmi")
    return folder / "one.xmi"


def loaded(files: dict[str, bytes], name: str) -> object:
    if name.endswith(".json"):
        return cassis.load_cas_from_json(files[name].decode())
    types = cassis.load_typesystem(io.BytesIO(files["TypeSystem.xml"]))
    return cassis.load_cas_from_xmi(io.BytesIO(files[name]), typesystem=types)


def told(cas: object) -> Counter[tuple[object, ...]]:
    """What a CAS holds in layers that are not ours, as cassis sees it: type, place, values, ends."""
    found: Counter[tuple[object, ...]] = Counter()
    for one in cas.select_all_annotations():
        if one.type.name.startswith(OURS) or one.type.name.startswith("uima.") or one.begin == one.end:
            continue
        held = {f.name: getattr(one, f.name, None) for f in one.type.all_features if f.name not in ("begin", "end")}
        values = sorted((k, v) for k, v in held.items() if isinstance(v, str | bool | int | float))
        ends = [(k, held[k].type.name, held[k].begin) for k in ("Governor", "Dependent") if held.get(k) is not None]
        found[one.type.name, one.begin, one.end, tuple(values), tuple(ends)] += 1
    return found


def through(tmp_path: Path, file: Path, format: str, *more: str) -> list[dict[str, bytes]]:
    """The files of exports: what a file gave, then what that gave, and so on through further formats."""
    made: list[dict[str, bytes]] = []
    given, reader = file, "cas-xmi" if file.suffix == ".xmi" else "webanno-tsv"
    tmp_path.mkdir(exist_ok=True)
    for number, wanted in enumerate((format, *more)):
        out = tmp_path / f"out-{number}"
        with Project.create(tmp_path / f"{number}.pressmark", SCHEMA, annotator="Ada") as project:
            import_sources(project, [given], format=reader)
            export(project, out, format=wanted)
        made.append(bytes_of(out))
        given, reader = out, wanted
    return made


def the_file(files: dict[str, bytes], kind: str) -> str:
    (name,) = (n for n in files if n.startswith("annotation/") and n.endswith(kind))
    return name


@pytest.mark.parametrize("format", ["cas-xmi", "cas-json"])
def test_a_cas_goes_out_with_its_layers_types_and_relations(tmp_path, format):
    file = source(tmp_path / "in")
    first, second = through(tmp_path, file, format, format)
    before = told(loaded(bytes_of(file.parent), "one.xmi"))
    assert before.total() == 5
    assert told(loaded(first, the_file(first, f".{format[4:]}"))) == before
    assert first == second


def test_the_layers_come_through_all_formats_of_layers(tmp_path):
    file = source(tmp_path / "in")
    tsv, _, xmi = through(tmp_path, file, "webanno-tsv", "cas-json", "cas-xmi")
    rows = tsv[the_file(tsv, ".tsv")].decode().split("\n")
    assert f"#T_SP={NER}|rank|score|sure|value" in rows or f"#T_SP={NER}|value|sure|rank|score" in rows
    assert f"#T_RL=my.Knows|since|BT_{NER}" in rows and f"#T_RL=my.Dependency|kind|BT_{TOKEN}" in rows
    before = told(loaded(bytes_of(file.parent), "one.xmi"))
    assert told(loaded(xmi, the_file(xmi, ".xmi"))) == before


@pytest.mark.parametrize("format", ["cas-xmi", "webanno-tsv"])
def test_what_was_changed_is_no_longer_what_it_was_and_that_is_told(tmp_path, format):
    with Project.create(tmp_path / "p.pressmark", SCHEMA, annotator="Ada") as project:
        import_sources(project, [source(tmp_path / "in")], format="cas-xmi")
        (record,) = project.records()
    (held,) = record.annotations
    spans = tuple(
        Span(s.id, s.label, s.fragments, {**s.attributes, "note": "new"} if s.start == 2 else s.attributes, s.origin)
        for s in held.spans
    )
    changed = ArticleRecord(record.article, (AnnotationSet("Ada", Status.STARTED, {}, spans, held.relations),))
    with Project.create(tmp_path / "q.pressmark", project.schema, annotator="Ada") as other:
        other.add_articles([changed])
        report = export(other, tmp_path / "out", format=format)
    assert {d.reason for d in report.dropped} == {layers.CHANGED} and len(report.dropped) == 2
    files = bytes_of(tmp_path / "out")
    data = files[the_file(files, f".{format.split('-')[1]}")]
    assert b"my.Knows" not in data and (b"my.Event" in data or b":Event" in data)


def test_what_is_added_beside_them_is_the_only_thing_that_is_new(tmp_path):
    first, *_ = through(tmp_path, source(tmp_path / "in"), "cas-xmi")
    name = the_file(first, ".xmi")
    cas = loaded(first, name)
    kind = cas.typesystem.get_type(NER)
    added = kind(begin=6, end=9, value="NEW")
    cas.add(added)
    (bob,) = (one for one in cas.select(NER) if one.begin == 10)
    cas.add(cas.typesystem.get_type("my.Knows")(begin=10, end=13, Governor=added, Dependent=bob))
    cas.to_xmi(tmp_path / "out-0" / name)
    with Project.create(tmp_path / "q.pressmark", SCHEMA, annotator="Ada") as project:
        report = import_sources(project, [tmp_path / "out-0"], format="cas-xmi")
        export(project, tmp_path / "again", format="cas-xmi")
    assert (report.spans, report.relations) == (6, 3)
    files = bytes_of(tmp_path / "again")
    assert told(loaded(files, the_file(files, ".xmi"))) == told(cas)


@pytest.mark.parametrize(
    ("layer", "text"),
    [
        ("uima.cas.Sofa", '{"key":"s1","features":{}}'),
        ("webanno.custom.Span", '{"key":"s1","features":{}}'),
        ("a b", '{"key":"s1","features":{}}'),
        ("my.Layer", "no JSON"),
        ("my.Layer", '{"key":3,"features":{}}'),
        ("my.Layer", '{"key":"s1","features":{},"links":[3]}'),
        ("my.Layer", '{"key":"s1","features":{"begin":5,"a b":"x","self":"y","deep":[1]}}'),
        (
            "my.Layer",
            '{"key":"s1","features":{"x":"\\u000b"},"links":[["my.Other","s1",{}],["uima.cas.Sofa","s1",{}]]}',
        ),
    ],
)
@pytest.mark.parametrize("format", ["cas-xmi", "cas-json", "webanno-tsv"])
def test_nothing_that_is_kept_spoils_an_export(tmp_path, format, layer, text):
    details = {layers.LAYER: layer, layers.ANNOTATION: text, layers.MADE: layers.made("ACTOR", {})}
    span = Span(SpanId(9), "ACTOR", (Fragment(0, 3),), {}, Origin(OriginKind.IMPORTED, details))
    record = ArticleRecord(Article("a", "t", "Ann left."), (AnnotationSet("Ada", Status.STARTED, {}, (span,)),))
    with Project.create(tmp_path / "p.pressmark", SCHEMA, annotator="Ada") as project:
        project.add_articles([record])
        export(project, tmp_path / "out", format=format)
    with Project.create(tmp_path / "q.pressmark", SCHEMA, annotator="Ada") as project:
        report = import_sources(project, [tmp_path / "out"], format=format)
        assert report.spans == 1 and not report.problems
        assert [s.label for r in project.records() for s in r.annotations[0].spans] == ["ACTOR"]


FEATURES = st.dictionaries(
    st.sampled_from(["value", "self", "type", "rank", "Sure"]),
    notes
    | st.booleans()
    | st.integers(-(2**40), 2**40)
    | st.sampled_from(["", "*", "_", "|", "a->b", "[1]", "\x0b", "é 😀"]),
    max_size=3,
)


@st.composite
def once_elsewhere(draw):
    """Projects some of whose spans came from layers of another program, and were linked there."""
    records = []
    for record in draw(projects()):
        sets = []
        for held in record.annotations:
            was = {}
            for number, span in enumerate(held.spans):
                layer = draw(st.sampled_from(["", NER, "my.Event", TOKEN, "uima.tcas.Annotation"]))
                if layer:
                    given = {} if layer in (TOKEN, "uima.tcas.Annotation") else draw(FEATURES)
                    was[span.id] = layers.Former(layer, f"s{number}", given)
            for link in held.relations:
                one, two = was.get(link.source), was.get(link.target)
                if one is not None and two is not None and draw(st.booleans()):
                    more = layers.Link("my.Knows", two.key, draw(FEATURES))
                    was[link.source] = replace(one, links=(*one.links, more))
            spans = (
                replace(span, origin=Origin(OriginKind.IMPORTED, was[span.id].kept() | {layers.MADE: digest(span)}))
                if span.id in was
                else span
                for span in held.spans
            )
            sets.append(replace(held, spans=tuple(spans)))
        records.append(replace(record, annotations=tuple(sets)))
    return records


def digest(span):
    return layers.made(span.label, span.attributes)


def kept(records):
    return {
        s.id: {k: v for k, v in s.origin.details.items() if k in (layers.LAYER, layers.ANNOTATION)}
        for r in records
        for held in r.annotations
        for s in held.spans
    }


@pytest.mark.parametrize("format", ["cas-xmi", "cas-json", "webanno-tsv"])
@given(records=once_elsewhere())
@settings(max_examples=10, phases=(Phase.explicit, Phase.reuse, Phase.generate))
def test_whatever_a_span_was_it_comes_back_once_and_is_still_that(format, records):
    with tempfile.TemporaryDirectory() as folder:
        trip = there_and_back(format, records, Path(folder))
    assert differences(trip) == []
    changed = {d.span for d in trip.report.dropped}
    before, after = kept(trip.before), kept(trip.after)
    assert after.keys() <= before.keys()
    for number, held in after.items():
        assert held == before[number] or id_text(number) in changed
    if not trip.report.dropped:
        assert trip.first == trip.second


@pytest.mark.skipif(not SUITE.is_dir(), reason="the samples of others are not here (../shared)")
@pytest.mark.filterwarnings("ignore::UserWarning")  # what cassis thinks of others' type systems
def test_the_samples_of_inception_go_out_with_their_layers(tmp_path):
    described = (SUITE.parents[1] / "uima-xmi" / "typesystems" / "webanno_types.xml", *SUITE.parent.glob("types/*.xml"))
    types = cassis.merge_typesystems(*(cassis.load_typesystem(io.BytesIO(d.read_bytes())) for d in described))
    compared = 0
    for number, file in enumerate(sorted(SUITE.glob("test*/*.xmi"))[::6]):
        first, second = through(tmp_path / str(number), file, "cas-xmi", "cas-xmi")
        assert first == second, file.parent.name
        try:
            before = cassis.load_cas_from_xmi(io.BytesIO(file.read_bytes()), typesystem=types, lenient=True)
        except TypeError:
            continue  # it has features that the type systems at hand lack
        compared += 1
        assert told(loaded(first, the_file(first, ".xmi"))) == told(before), file.parent.name
    assert compared >= 4
