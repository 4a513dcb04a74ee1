r"""WebAnno TSV 3.3: tokens in rows, a file for each article and annotator; positions are UTF-16 units.

One layer for spans and one for relations, since a relation of that format joins spans of one layer; label, id, note and
attributes are features. A span of several fragments is an annotation each, with the same id. What came from a layer of
another program is in that, too (``foreign.layers``). A border inside a token makes a sub-token. Features are escaped as
INCEpTION does: ``\ [ ] | _ -> ; TAB LF *``; ``#Text`` has its own rules.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from annotation_schema.ids import id_text
from annotation_schema.model import AnnotationSet, Fragment, Span, SpanId
from annotation_schema.offsets import Utf16Map, merge
from annotation_schema.wording import mark, marked
from desktop.core.exporters import merged
from desktop.core.exporters.flatten import one_piece
from desktop.core.exporters.project_folder import ProjectFolder
from desktop.core.exporters.report import Job, What, Written
from desktop.core.exporters.tokens import Token, sentences, tokenise
from desktop.core.foreign import layers
from desktop.core.foreign.features import (
    KEPT,
    RELATION_LAYER,
    SPAN_LAYER,
    relation_features,
    span_features,
    values_by_feature,
)
from desktop.core.foreign.model import Scalar, word

BORDERS = mark("Export", "Its borders are moved: white space outside of tokens is not in this format.")
BLANK = mark("Export", "It covers nothing but white space and is left out.")
_SKIPPED = mark("Export", "It has several parts and was left out.")
_END = mark("Export", "One of its ends is not written, nor is it.")
_HULL = mark("Export", "Its parts are written as one, with what is between them.")
LOSSES = (
    mark("Export", "White space at the ends of spans is not in it."),
    merged.ORIGINS,
    layers.FORMER,
)
_VALUE = re.compile(r"->|[\\\[\]|_;*\t\n\r]")
_NAMES = {"\t": r"\t", "\n": r"\n", "\r": r"\r"}
_TEXT = re.compile("[\\\\\t\n\r\b\f]")
_TEXT_NAMES = {"\\": r"\\", "\t": r"\t", "\n": r"\n", "\r": r"\r", "\b": r"\b", "\f": r"\f"}


def write(job: Job) -> Written:
    """Write a file for each annotator of each article."""
    articles = spans = relations = 0
    folder = ProjectFolder(job, ".tsv")
    for record in job.records():
        articles += 1
        page = _Page(record.article.text)
        for held, path in folder.places(record):
            file = _File(job, record.article.uid, page, held or AnnotationSet(""))
            path.write_bytes(file.written().encode())
            spans += file.spans
            relations += file.relations
    return Written(folder.names, articles, spans, relations)


class _Page:
    """An article's tokens and sentences; the same for all its annotators."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = tokenise(text)
        self.sentences = sentences(text, self.tokens)
        self.ends = [token.end for token in self.tokens]
        self.starts = [token.start for token in self.tokens]
        self.utf16 = Utf16Map(text)
        self.address = {i: f"{s}-{n}" for s, range_ in enumerate(self.sentences, 1) for n, i in enumerate(range_, 1)}

    def units(self, fragment: Fragment) -> list[tuple[int, Token]]:
        """Return the tokens and pieces of tokens in a fragment, each with the token's number."""
        first = bisect_right(self.ends, fragment.start)
        last = bisect_left(self.starts, fragment.end)
        return [
            (i, Token(max(self.tokens[i].start, fragment.start), min(self.tokens[i].end, fragment.end)))
            for i in range(first, last)
        ]


@dataclass(slots=True)
class _Mark:
    """An annotation of a layer: a fragment of a span. ``number`` is 0 where nothing needs it."""

    values: Mapping[str, str]
    units: list[tuple[int, Token]]
    number: int = 0


@dataclass(slots=True)
class _Layer:
    """A layer of spans: its features, and its annotations by the units that they cover."""

    name: str
    features: Sequence[str]
    marks: list[_Mark] = field(default_factory=list[_Mark])
    at: dict[Token, list[_Mark]] = field(default_factory=dict[Token, list[_Mark]])

    def add(self, values: Mapping[str, str], units: list[tuple[int, Token]]) -> _Mark:
        made = _Mark(values, units)
        self.marks.append(made)
        for _, unit in units:
            self.at.setdefault(unit, []).append(made)
        return made

    def count(self, number: int) -> int:
        """Number the annotations that have several units, or share one, after ``number``; return the last number."""
        for made in self.marks:
            if len(made.units) > 1 or any(len(self.at[unit]) > 1 for _, unit in made.units):
                number += 1
                made.number = number
        return number

    def head(self) -> str:
        return "|".join((f"#T_SP={self.name}", *(self.features or ("",))))

    def cells(self, unit: Token) -> list[str]:
        marks = self.at.get(unit)
        if not marks:
            return ["_"] * max(1, len(self.features))
        ties = [f"[{made.number}]" if made.number else "" for made in marks]
        stacks = [[made.values.get(name) for made in marks] for name in self.features or ("",)]
        return ["|".join(f"{_cell(v)}{tie}" for tie, v in zip(ties, stack, strict=True)) for stack in stacks]


@dataclass(slots=True)
class _Links:
    """A layer of relations between annotations of the layer ``base``, by the unit where their target begins."""

    name: str
    features: Sequence[str]
    base: str
    at: dict[Token, list[tuple[Mapping[str, str], _Mark, _Mark]]] = field(
        default_factory=dict[Token, list[tuple[Mapping[str, str], "_Mark", "_Mark"]]]
    )

    def add(self, values: Mapping[str, str], source: _Mark, target: _Mark) -> None:
        self.at.setdefault(target.units[0][1], []).append((values, source, target))

    def head(self) -> str:
        return "|".join((f"#T_RL={self.name}", *self.features, f"BT_{self.base}"))

    def cells(self, unit: Token, names: Mapping[Token, str]) -> list[str]:
        links = self.at.get(unit)
        if not links:
            return ["_"] * (len(self.features) + 1)
        found = ["|".join(_cell(values.get(name)) for values, _, _ in links) for name in self.features]
        return [*found, "|".join(_ends(names, source, target) for _, source, target in links)]


@dataclass
class _File:
    """What one annotator made of an article. ``layers`` and ``links`` are ours first, then those of other programs."""

    job: Job
    uid: str
    page: _Page
    held: AnnotationSet
    spans: int = 0
    relations: int = 0
    _layers: dict[str, _Layer] = field(default_factory=dict[str, _Layer])
    _links: dict[tuple[str, str], _Links] = field(default_factory=dict[tuple[str, str], _Links])
    _first: dict[SpanId, _Mark] = field(default_factory=dict[SpanId, _Mark])
    _twins: dict[str, tuple[Span, layers.Former, _Mark]] = field(
        default_factory=dict[str, tuple[Span, "layers.Former", _Mark]]
    )

    def written(self) -> str:
        """Return the file's text."""
        own = self._layers[SPAN_LAYER] = _Layer(SPAN_LAYER, span_features(self.job.schema, self.held.spans))
        links = _Links(RELATION_LAYER, relation_features(self.job.schema, self.held.relations), SPAN_LAYER)
        self._links[RELATION_LAYER, SPAN_LAYER] = links
        for span in self.held.spans:
            self._take(own, span)
        self._join()
        for relation in self.held.relations:
            source, target = self._first.get(relation.source), self._first.get(relation.target)
            if source is None or target is None:
                self.job.drop(self.uid, id_text(relation.id), marked("Export", _END), What.RELATION)
                continue
            links.add(values_by_feature(relation), source, target)
            self.relations += 1
        number = 0
        for layer in self._layers.values():
            number = layer.count(number)
        rows = list(self._units())
        names = {unit: name for _, unit, name in rows}
        heads = [*(layer.head() for layer in self._layers.values()), *(one.head() for one in self._links.values())]
        lines = ["#FORMAT=WebAnno TSV 3.3", *heads, "", ""]
        at = 0
        for range_ in self.page.sentences:
            lines += self._said(range_)
            while at < len(rows) and rows[at][0] < range_.stop:
                lines.append(self._row(rows[at][1], names))
                at += 1
            lines.append("")
        return "\n".join(lines) + "\n"

    def _take(self, own: _Layer, span: Span) -> None:
        name = id_text(span.id)
        pieces = one_piece(span.fragments, self.job.options.discontinuous)
        if not pieces:
            self.job.drop(self.uid, name, marked("Export", _SKIPPED))
            return
        units = [found for found in map(self.page.units, pieces) if found]
        if not units:
            self.job.drop(self.uid, name, marked("Export", BLANK))
            return
        written = merge(Fragment(found[0][1].start, found[-1][1].end) for found in units)
        if pieces != span.fragments:
            self.job.drop(self.uid, name, marked("Export", _HULL))
        if written != pieces:
            self.job.drop(self.uid, name, marked("Export", BORDERS))
        self.job.wrote(self.uid, span.label, written)
        self.spans += 1
        values = values_by_feature(span)
        if KEPT in values and KEPT not in own.features:
            own.features = (*own.features, KEPT)
        made = [own.add(values, found) for found in units]
        self._first[span.id] = made[0]
        self._twin(span, units)

    # --- what spans were in layers of other programs ----------------------------------------

    def _twin(self, span: Span, units: Iterable[list[tuple[int, Token]]]) -> None:
        was = layers.former(span)
        if was is None:
            return
        if not layers.is_unchanged(span):
            self.job.drop(self.uid, id_text(span.id), marked("Export", layers.CHANGED), What.ATTRIBUTE)
            return
        if was.layer in layers.SEGMENTS:
            twins = [_Mark({}, found) for found in units]  # tokens are the rows themselves
        else:
            layer = self._layers.setdefault(was.layer, _Layer(was.layer, ()))
            layer.features = _with(layer.features, was.features)
            twins = [layer.add(_values(was.features), found) for found in units]
        self._twins.setdefault(was.key, (span, was, twins[0]))

    def _join(self) -> None:
        pairs = layers.still_linked(self.held.relations)
        for span, was, source in self._twins.values():
            for one in was.links:
                to = self._twins.get(one.target)
                if to is None or frozenset((span.id, to[0].id)) not in pairs or to[1].layer != was.layer:
                    continue  # a relation of this format joins annotations of one layer; ours has it
                links = self._links.setdefault((one.layer, was.layer), _Links(one.layer, (), was.layer))
                links.features = _with(links.features, one.features)
                links.add(_values(one.features), source, to[2])

    # --- rows ---------------------------------------------------------------------------------

    def _units(self) -> Iterator[tuple[int, Token, str]]:
        """Yield the rows: each token, then the pieces of it that are annotated."""
        pieces: dict[int, set[Token]] = {}
        for made in self._layers[SPAN_LAYER].marks:  # twins are where these are
            for i, unit in made.units:
                if unit != self.page.tokens[i]:
                    pieces.setdefault(i, set()).add(unit)
        for i, token in enumerate(self.page.tokens):
            yield i, token, self.page.address[i]
            for n, unit in enumerate(sorted(pieces.get(i, ()), key=lambda u: (u.start, -u.end)), 1):
                yield i, unit, f"{self.page.address[i]}.{n}"

    def _said(self, range_: range) -> list[str]:
        text = self.page.text[self.page.tokens[range_.start].start : self.page.tokens[range_.stop - 1].end]
        return [f"#Text={_TEXT.sub(lambda m: _TEXT_NAMES[m[0]], line)}" for line in text.split("\n")]

    def _row(self, unit: Token, names: Mapping[Token, str]) -> str:
        to16 = self.page.utf16.to_utf16
        cells = [names[unit], f"{to16(unit.start)}-{to16(unit.end)}", self.page.text[unit.start : unit.end]]
        for layer in self._layers.values():
            cells += layer.cells(unit)
        for links in self._links.values():
            cells += links.cells(unit, names)
        return "\t".join(cells) + "\t"


def _ends(names: Mapping[Token, str], source: _Mark, target: _Mark) -> str:
    place = names[source.units[0][1]]
    tied = source.number or target.number
    return f"{place}[{source.number}_{target.number}]" if tied else place


def _with(known: Sequence[str], features: Mapping[str, Scalar]) -> Sequence[str]:
    return (*known, *(name for name in features if name not in known))


def _values(features: Mapping[str, Scalar]) -> dict[str, str]:
    return {name: word(value) for name, value in features.items()}


def _cell(value: str | None) -> str:
    return "*" if value is None else _VALUE.sub(lambda m: _NAMES.get(m[0], f"\\{m[0]}"), value)
