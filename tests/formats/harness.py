"""Out and back: projects that may be annotated in any way, an export, an import into an empty project, an export.

``projects`` gives records that are valid under the default label schema. ``there_and_back`` exports them, reads the
export into an empty project and exports that; ``differences`` says what is not the same, apart from what the report of
the export names. An owner of a format writes::

    @given(projects())
    def test_round_trip(records):
        with tempfile.TemporaryDirectory() as folder:
            trip = there_and_back("brat", records, Path(folder))
            assert not differences(trip)
            assert trip.first == trip.second
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from hypothesis import strategies as st

from annotation_schema.ids import id_text
from annotation_schema.model import (
    AnnotationSet,
    ArticleRecord,
    Attributes,
    AttributeValue,
    Fragment,
    Fragments,
    Relation,
    RelationId,
    Span,
    SpanId,
    Status,
)
from annotation_schema.offsets import merge
from annotation_schema.schema import AttributeKind, AttributeSpec, Label
from desktop.core.exporters.door import export
from desktop.core.exporters.report import ExportOptions, ExportReport, What
from desktop.core.foreign.mapping import Mapping
from desktop.core.importing import import_sources
from desktop.core.project import Project
from desktop.core.readers.fields import article as made_article
from desktop.core.readers.report import ImportReport
from desktop.core.resources import default_schema

sys.path.append(str(Path(__file__).parents[1] / "schema"))
from adversarial import PIECES, characters

SCHEMA = default_schema()
TIME = "2026-01-31T12:00:00.000Z"
ANNOTATORS = ("Ada", "Böll Ö.", "c-3")
EXTRA = (
    "\n",
    "\n\n",
    "שלום ",
    "\u00ad",
    "\u200b",
    "\u202f",
    "\ttab\t",
    "\x0b",
    "\x85",
    "Mr. Trump’s “plan” ",
    "#1 T1 ",
)

_pieces = st.sampled_from([p for p in (*PIECES, *EXTRA) if "\x00" not in p and "\r" not in p])
_odd = st.text(characters, max_size=4).map(lambda t: t.replace("\r", "").replace("\x00", ""))
texts = (
    st.lists(_pieces | _pieces | _odd, min_size=1, max_size=12)
    .map(lambda parts: "".join(parts).lstrip("\ufeff"))
    .filter(lambda t: bool(t.strip()))
)
"""Texts of articles as a project holds them: without NUL and CR, not blank, no byte order mark at the start."""
notes = st.sampled_from(["why?", "zwei\nZeilen", "a\tb \\n", "“x” | y; [z]", "🇺🇦 é", "trailing "])


def values_of(spec: AttributeSpec) -> st.SearchStrategy[AttributeValue]:
    """Values that an attribute takes."""
    match spec.kind:
        case AttributeKind.ENUM | AttributeKind.HIERARCHY:
            one = st.sampled_from(spec.values())
            if spec.multiple:
                return st.lists(one, min_size=1, max_size=3, unique=True).map(tuple)
            return one
        case AttributeKind.BOOLEAN:
            return st.booleans()
        case AttributeKind.NUMBER:
            low = int(spec.minimum) if spec.minimum is not None else -90
            high = int(spec.maximum) if spec.maximum is not None else 90
            whole = st.integers(low, high)
            return whole if spec.whole else whole | st.integers(low * 8, high * 8).map(lambda n: n / 8)
        case AttributeKind.DATE:
            return st.sampled_from(["2025", "2025-01", "2025-01-29"])
        case AttributeKind.TEXT:
            return notes


@st.composite
def attributes(draw: st.DrawFn, specs: Sequence[AttributeSpec]) -> Attributes:
    """Values of some of the attributes."""
    chosen = draw(st.lists(st.sampled_from(specs), max_size=3, unique_by=lambda s: s.name)) if specs else []
    return {spec.name: draw(values_of(spec)) for spec in chosen}


@st.composite
def places(draw: st.DrawFn, length: int, most: int | None) -> Fragments:
    """One to four fragments, often starting where others start."""
    point = st.integers(0, length)
    pairs = draw(st.lists(st.tuples(point | st.just(0), point), min_size=1, max_size=4 if most != 1 else 1))
    usable = merge([Fragment(min(p), max(p)) for p in pairs if p[0] != p[1]] or [Fragment(0, length)])
    return usable if most is None else usable[:most]


@st.composite
def sets(draw: st.DrawFn, text: str, name: str, used: set[int]) -> AnnotationSet:
    """What one annotator made of a text."""
    spans: dict[tuple[str, Fragments], Span] = {}
    count = draw(st.integers(0, 5))
    for _ in range(count):
        label: Label = draw(st.sampled_from(SCHEMA.labels))
        place = draw(places(len(text), label.max_fragments))
        given = dict(draw(attributes([a for a in label.attributes if a.name != "claimant"])))
        if draw(st.booleans()):
            given["note"] = draw(notes)
        spans.setdefault((label.name, place), Span(_id(used), label.name, place, given, created=TIME, updated=TIME))
    made = sorted(spans.values(), key=lambda s: (s.start, -s.end, s.id))
    links: dict[tuple[str, int, int], Relation] = {}
    per_source: Counter[tuple[str, int]] = Counter()
    for _ in range(draw(st.integers(0, 4)) if made else 0):
        kind = draw(st.sampled_from(SCHEMA.relations))
        sources = [s for s in made if s.label in kind.domain]
        targets = [s for s in made if s.label in kind.range]
        if not sources or not targets:
            continue
        a, b = draw(st.sampled_from(sources)), draw(st.sampled_from(targets))
        full = kind.max_per_source is not None and per_source[kind.name, a.id] >= kind.max_per_source
        if a is b or full or (kind.name, a.id, b.id) in links:
            continue
        per_source[kind.name, a.id] += 1
        links[kind.name, a.id, b.id] = Relation(
            RelationId(_id(used)), kind.name, a.id, b.id, draw(attributes(kind.attributes))
        )
    relations = tuple(sorted(links.values(), key=lambda r: r.id))
    return AnnotationSet(name, Status.STARTED if made else Status.TODO, {}, tuple(made), relations)


def _id(used: set[int]) -> SpanId:
    # In the order in which they are made: hypothesis need not shrink what no format depends on.
    used.add(len(used) + 1)
    return SpanId((2**60) + len(used))


@st.composite
def projects(draw: st.DrawFn, *, annotators: int = 3, articles: int = 2) -> list[ArticleRecord]:
    """The records of a project: one to ``articles`` articles with different texts, up to ``annotators`` people."""
    used: set[int] = set()
    records: list[ArticleRecord] = []
    for text in draw(st.lists(texts, min_size=1, max_size=articles, unique=True)):
        names = sorted(draw(st.sets(st.sampled_from(ANNOTATORS[:annotators]), min_size=1)))
        held = made_article(identity="", title=f"Article {len(records)}", text=text, meta={})
        records.append(ArticleRecord(held, tuple(draw(sets(text, name, used)) for name in names)))
    return records


@dataclass(frozen=True)
class Trip:
    """What came of a way out and back: the records before and after, and the files of both exports by name."""

    before: list[ArticleRecord]
    after: list[ArticleRecord]
    report: ExportReport
    imported: ImportReport
    first: dict[str, bytes]
    second: dict[str, bytes]


def there_and_back(
    format: str,
    records: Sequence[ArticleRecord],
    folder: Path,
    *,
    options: ExportOptions | None = None,
    reader: str | None = None,
    mapping: Mapping | None = None,
    file: str = "out",
) -> Trip:
    """Export, import into an empty project, export again. ``reader``: the format's name on the way in."""
    folder.mkdir(exist_ok=True)
    with Project.create(folder / "a.pressmark", SCHEMA, annotator="Ada") as one:
        one.add_articles(records)
        report = export(one, folder / f"1-{file}", format=format, options=options)
        before = list(one.records())
    with Project.create(folder / "b.pressmark", SCHEMA, annotator="Ada") as two:
        imported = import_sources(two, [folder / f"1-{file}"], format=reader or format, mapping=mapping)
        export(two, folder / f"2-{file}", format=format, options=options)
        after = list(two.records())
    first, second = bytes_of(folder / f"1-{file}"), bytes_of(folder / f"2-{file}")
    return Trip(before, after, report, imported, first, second)


def bytes_of(path: Path) -> dict[str, bytes]:
    """Return the bytes of a file, or of all files of a folder, by name."""
    if path.is_file():
        return {"": path.read_bytes()}
    return {p.relative_to(path).as_posix(): p.read_bytes() for p in sorted(path.rglob("*")) if p.is_file()}


Content = tuple[str, Fragments, tuple[tuple[str, AttributeValue], ...]]


def differences(trip: Trip, *, pooled: bool = False, attributes: bool = True, relations: bool = True) -> list[str]:
    """Return what is not the same after the trip, apart from what the report of the export names.

    ``pooled``: the format knows no annotators; ``attributes``, ``relations`` False: it holds none at all, and says so
    once instead of for each. A span that the report names may be gone or changed; all others are as they were.
    """
    named: dict[str, dict[What, set[str]]] = {}
    for lost in trip.report.dropped:
        named.setdefault(lost.article, {}).setdefault(lost.what, set()).add(lost.span)
    found: list[str] = []
    after = {record.article.text: record for record in trip.after}
    for record in trip.before:
        lost = named.get(record.article.uid, {})
        there = after.pop(record.article.text, None)
        if there is None:
            if any(s.spans for s in record.annotations):
                found.append(f"{record.article.text!r} is gone")
            continue
        was, free = _contents(record, lost, pooled=pooled, attributes=attributes, relations=relations)
        now, _ = _contents(there, {}, pooled=pooled, attributes=attributes, relations=relations)
        if lost:  # what is excused on the one side is on the other, too
            now = _excused(now, was)
        for name in sorted(was.keys() | now.keys()):
            gone = was.get(name, Counter()) - now.get(name, Counter())
            more = now.get(name, Counter()) - was.get(name, Counter())
            found += [f"{name}: {what} is gone" for what in gone]
            if more.total() > free:
                found += [f"{name}: {what} is new" for what in more]
    found += [f"{text!r} is new" for text in after]
    return found


def _contents(
    record: ArticleRecord, lost: dict[What, set[str]], *, pooled: bool, attributes: bool, relations: bool
) -> tuple[dict[str, Counter[object]], int]:
    """Return what each annotator has, without what is excused, and how many further things may be there."""
    found: dict[str, Counter[object]] = {}
    excused = 0
    gone, bare = lost.get(What.SPAN, set[str]()), lost.get(What.ATTRIBUTE, set[str]())
    mute, loose = lost.get(What.NOTE, set[str]()), lost.get(What.RELATION, set[str]())
    for held in record.annotations:
        here = found.setdefault("" if pooled else held.annotator, Counter())
        kept: dict[SpanId, object] = {}
        for span in held.spans:
            name = id_text(span.id)
            if name in gone:
                excused += len(span.fragments)  # each part may have become a span of its own
                continue
            values = {
                key: value
                for key, value in span.attributes.items()
                if attributes and name not in bare and not (key == "note" and name in mute)
            }
            kept[span.id] = (span.label, span.fragments, tuple(sorted(values.items())))
            if name in bare or name in mute:
                excused += 1
            here[kept[span.id]] += 1
        for link in held.relations if relations else ():
            source, target = kept.get(link.source), kept.get(link.target)
            if source is None or target is None or {id_text(link.id), id_text(link.source)} & loose:
                excused += 1
                continue
            values = tuple(sorted(link.attributes.items())) if id_text(link.id) not in bare else ()
            here[link.type, source[:2], target[:2], values] += 1  # type: ignore[index]
        if pooled:
            found[""] = Counter(dict.fromkeys(here, 1))
    return {name: held for name, held in found.items() if held}, excused


def _excused(now: dict[str, Counter[object]], was: dict[str, Counter[object]]) -> dict[str, Counter[object]]:
    """Return what is there now with attributes left out where those of the same place and label were excused."""
    made: dict[str, Counter[object]] = {}
    for name, held in now.items():
        before, here = was.get(name, Counter()), made.setdefault(name, Counter())
        bare = {what[:2] for what in before if len(what) == 3 and not what[2]}  # type: ignore[arg-type,index]
        for what, count in held.items():
            plain = (*what[:2], ()) if len(what) == 3 and what not in before and what[:2] in bare else what  # type: ignore[arg-type,index]
            here[plain] += count
    return made
