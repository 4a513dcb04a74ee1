"""WebAnno TSV 3.x: tokens in rows, layers in columns; positions are UTF-16 units.

Each annotation of a layer is a span (type: the layer's name without its package), with its features; a relation
leads from what it names to the row that it stands in; links of chains follow one another; a slot leads to its filler.
Text between sentences is not in the file: it is taken from ``source`` beside it where that fits, else white space
stands for it. An annotation of no length is reported: there is no such span.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from annotation_schema.model import Fragment, Fragments
from annotation_schema.offsets import Utf16Map, merge
from annotation_schema.wording import translate
from desktop.core.foreign import layers
from desktop.core.foreign.features import ID, KEPT, LABEL, RELATION_LAYER, SPAN_LAYER, attributes_of
from desktop.core.foreign.model import ForeignRecord, ForeignRelation, ForeignSet, ForeignSpan, Value
from desktop.core.readers.fields import FieldsError
from desktop.core.readers.positions import Positions
from desktop.core.readers.project_folder import Beside, beside
from desktop.core.readers.report import Report
from desktop.core.readers.text import MAX_ARTICLE_BYTES, UndecodableError, clean
from desktop.core.readers.webanno_tsv_lines import (
    Layer,
    Lines,
    Row,
    link,
    parse,
    parts,
    place,
    raw_values,
    unescaped,
    values,
)

_ANY = "uima.tcas.Annotation"


def read(path: Path, report: Report) -> Iterator[ForeignRecord]:
    """Yield the article of the file with one annotator's work. Raises OSError."""
    if path.stat().st_size > 4 * MAX_ARTICLE_BYTES:
        report.problem(path, None, None, translate("Import", "The file is too large for one article."))
        return
    try:
        lines = parse(clean(path.read_bytes()).text)
    except UndecodableError as error:
        report.problem(path, None, None, str(error))
        return
    if not lines.format.startswith("WebAnno TSV 3"):
        report.problem(path, None, 1, translate("Import", "It does not begin as WebAnno TSV 3 does (“#FORMAT=…”)."))
        return
    for line in lines.bad:
        report.problem(path, None, line, translate("Import", "It is no row of the layers that the file names."))
    around = beside(path)
    positions = Positions(_raw_text(lines, around))
    if not positions.text.strip():
        report.problem(path, None, None, translate("Import", "The file holds no text."))
        return
    try:
        article = around.article(positions.text, path)
    except FieldsError as error:
        report.problem(path, None, None, str(error))
        return
    made = _Annotations(path, report, positions).made(lines)
    if around.nobody and not made.spans:
        yield ForeignRecord(article)
    else:
        held = ForeignSet(around.annotator, made.spans, made.relations, (), around.status, around.values)
        yield ForeignRecord(article, (held,))


def _raw_text(lines: Lines, around: Beside) -> str:
    """Return the text: sentences where their first token stands, white space between."""
    built: list[str] = []
    length = 0  # in UTF-16 units
    places: list[tuple[int, str]] = []
    for sentence in lines.sentences:
        said = "\n".join(sentence.said)
        if not sentence.rows:
            continue
        first = sentence.rows[0]
        start = first.start - max(0, said.find(first.word)) if not said.startswith(first.word) else first.start
        if start < length:
            start = length
        if start - length > MAX_ARTICLE_BYTES:
            break
        built.append(_gap(start - length))
        built.append(said)
        places.append((start, said))
        length = start + Utf16Map(said).utf16_length
    text = "".join(built)
    source = around.source
    if source is not None:
        utf16 = Utf16Map(source)
        if length <= utf16.utf16_length and all(source.startswith(s, utf16.to_code_point(a)) for a, s in places):
            return source
    return text


def _gap(length: int) -> str:
    return " " * (length - 1) + "\n" if length else ""


@dataclass
class _Mark:
    """An annotation that is being put together from the rows that it covers."""

    layer: str
    fragments: list[Fragment]
    features: dict[str, str]
    line: int
    start: int  # in UTF-16 units
    end: int
    rows: list[str] = field(default_factory=list[str])
    slots: list[tuple[str, str | None, str, str]] = field(default_factory=list[tuple[str, str | None, str, str]])
    key: str = ""
    was: layers.Former | None = None  # of the twin of a span of ours

    @property
    def is_own(self) -> bool:
        return self.layer == SPAN_LAYER and LABEL in self.features and ID in self.features

    def former(self) -> layers.Former | None:
        """Return what a span of ours was, or what its twin is; a relation of any layers may end at either."""
        return layers.of_feature(self.features.get(KEPT)) if self.is_own else self.was


@dataclass
class _Annotations:
    path: Path
    report: Report
    positions: Positions
    _marks: dict[object, _Mark] = field(default_factory=dict[object, _Mark])
    _at: dict[tuple[str, str, int], _Mark] = field(default_factory=dict[tuple[str, str, int], _Mark])
    _links: dict[tuple[str, int, int], tuple[_Mark, str | None]] = field(
        default_factory=dict[tuple[str, int, int], tuple[_Mark, str | None]]
    )
    _rows: dict[str, Row] = field(default_factory=dict[str, Row])
    _segments: dict[tuple[str, int, int], _Mark] = field(default_factory=dict[tuple[str, int, int], _Mark])
    _taken: set[str] = field(default_factory=set[str])
    _kept: dict[str, list[layers.Link]] = field(default_factory=dict[str, list[layers.Link]])

    def made(self, lines: Lines) -> ForeignSet:
        """Return the spans and relations of a file."""
        rows = [row for sentence in lines.sentences for row in sentence.rows if self._is_sound(row)]
        self._rows = {row.name: row for row in rows}
        of_spans = [layer for layer in lines.layers if layer.kind != "RL"]
        for row in rows:
            for layer in of_spans:
                self._chained(layer, row) if layer.kind == "CH" else self._marked(layer, row)
        self._pair()
        linked = [
            found
            for layer in lines.layers
            if layer.kind == "RL"
            for row in rows
            for found in self._related(layer, row, lines.layers)
        ]
        spans = layers.linked(self._spans(), self._kept)
        known = {span.key for span in spans}
        relations = [*linked, *self._chains(), *self._slots()]
        return ForeignSet("", tuple(spans), tuple(r for r in relations if r.source in known and r.target in known))

    def _is_sound(self, row: Row) -> bool:
        """Return whether the word of a row is what stands at its place."""
        if row.start == row.end:
            return True
        held = self.positions.of_utf16(row.start, row.end)
        there = self.positions.text[held.start : held.end] if held is not None else None
        if there is not None and there.strip("\n") in (row.word, unescaped(row.word)):
            return True
        sentence = translate("Import", "“{word}” is not what stands at {start}–{end}: its annotations are left out.")
        words = sentence.format(word=row.word[:60], start=row.start, end=row.end)
        self.report.problem(self.path, row.name, row.line, words)
        return False

    def _pair(self) -> None:
        """Find the twins of spans of ours: annotations that were written beside them as they once were."""
        waiting: dict[object, list[tuple[str, layers.Former]]] = {}
        for mark in self._marks.values():
            was = layers.of_feature(mark.features.get(KEPT)) if mark.is_own else None
            self._taken.update([was.key] if was is not None else [])
            if was is not None and was.layer in layers.SEGMENTS:
                twin = _Mark(was.layer, [], {}, mark.line, mark.start, mark.end, mark.rows, [], mark.features[ID], was)
                self._segments[was.layer, mark.start, mark.end] = twin
            elif was is not None:
                key = (was.layer, mark.start, mark.end)
                waiting.setdefault(key, []).append((mark.features[ID], was))
        for mark in self._marks.values() if waiting else ():
            of_place = waiting.get((mark.layer, mark.start, mark.end), [])
            for own in of_place:
                if layers.same(mark.features, own[1].features):
                    mark.key, mark.was = own
                    of_place.remove(own)
                    break

    # --- spans ---------------------------------------------------------------------------------

    def _marked(self, layer: Layer, row: Row) -> None:
        cells = row.cells[layer.first : layer.first + len(layer.columns)]
        if all(cell == "_" for cell in cells):
            return
        columns = [values(cell) for cell in cells]
        for number in range(max(map(len, columns))):
            here = [column[number] if number < len(column) else None for column in columns]
            ties = (v.tie for at, v in enumerate(here) if v is not None and not _fills_slot(layer, at))
            tie = next(filter(None, ties), 0)
            if tie == 0 and not any(v is not None and v.there for v in here):
                continue
            mark = self._mark(layer.name, row, tie, number)
            for at, value in enumerate(here):
                if value is not None and value.text is not None and not _slot_column(layer, at):
                    mark.features.setdefault(layer.columns[at], value.text)
            for at, column in enumerate(layer.columns):
                if column.startswith("ROLE_") and at + 1 < len(cells):
                    self._slot(layer, at, number, cells, mark)

    def _mark(self, layer: str, row: Row, tie: int, number: int) -> _Mark:
        key = (layer, tie) if tie else (layer, row.name, -1 - number)
        mark = self._marks.get(key)
        if mark is None:
            mark = self._marks[key] = _Mark(layer, [], {}, row.line, row.start, row.end)
            mark.key = f"s{len(self._marks)}"
        mark.start, mark.end = min(mark.start, row.start), max(mark.end, row.end)
        if row.name not in mark.rows:
            mark.rows.append(row.name)
        self._at[layer, row.name, tie] = mark
        if tie:
            self._at.setdefault((layer, row.name, 0), mark)
        return mark

    def _slot(self, layer: Layer, at: int, number: int, cells: tuple[str, ...], mark: _Mark) -> None:
        """Note the fillers of a slot: roles in one column, places in the next."""
        name, target = layer.columns[at].partition(":")[2].partition("_")[0], layer.columns[at + 1]
        roles, places = raw_values(cells[at]), raw_values(cells[at + 1])
        if number >= len(places) or number >= len(roles):
            return
        for role, to in zip(parts(roles[number]), parts(places[number]), strict=False):
            if place(to) is not None:
                plain = None if role in ("*", "_") else unescaped(role)
                slot = (name or "slot", plain, target, to)
                if slot not in mark.slots:
                    mark.slots.append(slot)

    def _spans(self) -> list[ForeignSpan]:
        own: dict[str, ForeignSpan] = {}
        found: list[ForeignSpan] = []
        for mark in self._marks.values():
            if mark.was is not None:
                continue
            place_ = self.positions.of_utf16(mark.start, mark.end)
            if place_ is None:
                sentence = translate(
                    "Import", "An annotation of the layer {layer} has no length: there is no such span."
                )
                self.report.problem(self.path, mark.rows[0], mark.line, sentence.format(layer=mark.layer))
                mark.key = ""
                continue
            features = mark.features
            if mark.is_own:
                before = own.get(features[ID])
                fragments: Fragments = merge((*(before.fragments if before else ()), place_))
                mark.key = features[ID]
                own[mark.key] = _own(mark, fragments)
                if before is None:
                    found.append(own[mark.key])
                else:
                    found[found.index(before)] = own[mark.key]
                continue
            given: dict[str, Value] = {k: v for k, v in features.items() if k}
            was = layers.Former(mark.layer, self._unused(mark.key), {k: v for k, v in features.items() if k})
            found.append(ForeignSpan(mark.key, _short(mark.layer), (place_,), given, "", was.kept()))
        return found

    # --- what joins them -----------------------------------------------------------------------

    def _related(self, layer: Layer, row: Row, known: list[Layer]) -> Iterator[ForeignRelation]:
        cells = row.cells[layer.first : layer.first + len(layer.columns)]
        at = next((n for n, column in enumerate(layer.columns) if column.startswith("BT_")), None)
        if at is None or cells[at] == "_":
            return
        columns = [values(cell) for cell in cells]
        for number, text in enumerate(raw_values(cells[at])):
            found = place(text)
            if found is None:
                continue
            name, source, target = found
            a, b = self._end(layer.base, name, source, known), self._end(layer.base, row.name, target, known)
            if a is None or b is None:
                sentence = translate("Import", "A relation leads from {place}, where nothing is that it can lead from.")
                self.report.problem(self.path, row.name, row.line, sentence.format(place=text))
                continue
            given = {
                name: value.text
                for name, column in zip(layer.columns, columns, strict=True)
                if name and not name.startswith("BT_")
                for value in column[number : number + 1]
                if value.text is not None
            }
            one, two = a.former(), b.former()
            if one is None or two is None or not one.links_to(layer.name, two):
                yield self._relation(layer, row, number, _Join(a, b), given)

    def _relation(self, layer: Layer, row: Row, number: int, join: _Join, given: dict[str, str]) -> ForeignRelation:
        if layer.name == RELATION_LAYER and LABEL in given and ID in given:
            source, target = join.source.features.get(ID, ""), join.target.features.get(ID, "")
            return ForeignRelation(given[ID], given[LABEL], source, target, attributes_of(given))
        key = f"r{row.name}.{layer.first}.{number}"
        target = join.target.was.key if join.target.was is not None else self._unused(join.target.key)
        self._kept.setdefault(join.source.key, []).append(layers.Link(layer.name, target, given))
        return ForeignRelation(key, _short(layer.name), join.source.key, join.target.key, given)

    def _unused(self, key: str) -> str:
        """Return the key that is kept of an annotation: none that a span of ours had in the file that it came from."""
        while key in self._taken:
            key = f"t{key}"
        return key

    def _end(self, layer: str, name: str, tie: int, known: list[Layer]) -> _Mark | None:
        found = self._at.get((layer, name, tie)) or self._at.get((layer, name, 0))
        if found is not None or name not in self._rows or layer == _ANY:
            return found or next((m for (_, n, t), m in self._at.items() if n == name and t == tie), None)
        if any(one.name == layer for one in known):
            return None
        row = self._rows[name]
        if (layer, row.start, row.end) in self._segments:
            return self._segments[layer, row.start, row.end]
        return self._mark(layer, self._rows[name], 0, 0)  # tokens are not layers of their own in the file

    def _chained(self, layer: Layer, row: Row) -> None:
        cells = row.cells[layer.first : layer.first + len(layer.columns)]
        stacks = [raw_values(cell) for cell in cells]
        for number in range(max(map(len, stacks))):
            here = [stack[number] if number < len(stack) else "_" for stack in stacks]
            found = next((f for f in map(link, here) if f is not None), None)
            if found is None:
                continue
            said, chain, place_ = found
            mark = self._mark(f"{layer.name}", row, (chain << 24) + place_ + 1, number)
            self._links.setdefault((layer.name, chain, place_), (mark, said))
            for column, text in zip(layer.columns, here, strict=True):
                value = values(text)[0].text if link(text) is None else None
                if value is not None:
                    mark.features[column] = value

    def _chains(self) -> Iterator[ForeignRelation]:
        for (layer, chain, at), (mark, said) in self._links.items():
            following = self._links.get((layer, chain, at + 1))
            if following is not None:
                given: dict[str, Value] = {"referenceRelation": said} if said is not None else {}
                key = f"c{chain}.{at}.{_short(layer)}"
                yield ForeignRelation(key, f"{_short(layer)}_next", mark.key, following[0].key, given)

    def _slots(self) -> Iterator[ForeignRelation]:
        for mark in list(self._marks.values()):
            for number, (name, role, target, to) in enumerate(mark.slots):
                found = place(to)
                assert found is not None
                filler = self._end(target, found[0], found[1], []) if target == _ANY else self._filler(target, *found)
                if filler is not None:
                    given: dict[str, Value] = {"role": role} if role is not None else {}
                    yield ForeignRelation(f"{mark.key}.{number}.{name}", name, mark.key, filler.key, given)

    def _filler(self, layer: str, name: str, tie: int, _: int) -> _Mark | None:
        return self._at.get((layer, name, tie)) or self._at.get((layer, name, 0))


@dataclass(frozen=True, slots=True)
class _Join:
    source: _Mark
    target: _Mark


def _own(mark: _Mark, fragments: Fragments) -> ForeignSpan:
    given = attributes_of(mark.features)
    note = given.pop("note", "")
    was = layers.of_feature(mark.features.get(KEPT))
    kept = was.kept() if was is not None else {}
    return ForeignSpan(mark.key, mark.features[LABEL], fragments, given, note if isinstance(note, str) else "", kept)


def _short(layer: str) -> str:
    return layer.rpartition(".")[2]


def _fills_slot(layer: Layer, at: int) -> bool:
    """Return whether a column holds the fillers of slots, whose ties are those of others."""
    return at > 0 and layer.columns[at - 1].startswith("ROLE_")


def _slot_column(layer: Layer, at: int) -> bool:
    return layer.columns[at].startswith("ROLE_") or _fills_slot(layer, at)
