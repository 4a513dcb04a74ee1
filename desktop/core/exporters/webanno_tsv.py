r"""WebAnno TSV 3.3: tokens in rows, a file for each article and annotator; positions are UTF-16 units.

One layer for spans and one for relations, since a relation of that format joins spans of one layer; label, id, note and
attributes are features. A span of several fragments is an annotation each, with the same id. A border inside a token
makes a sub-token. Features are escaped as INCEpTION does: ``\ [ ] | _ -> ; TAB LF *``; ``#Text`` has its own rules.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from annotation_schema.ids import id_text
from annotation_schema.model import AnnotationSet, Fragment, Relation, Span, SpanId
from annotation_schema.offsets import Utf16Map, merge
from annotation_schema.schema import LabelSchema
from annotation_schema.wording import mark, marked
from desktop.core.exporters.flatten import one_piece
from desktop.core.exporters.project_folder import ProjectFolder
from desktop.core.exporters.report import Job, What, Written
from desktop.core.exporters.tokens import Token, sentences, tokenise
from desktop.core.foreign.features import RELATION_LAYER, SPAN_LAYER, encoded, relation_features, span_features

BORDERS = mark("Export", "Its borders are moved: white space outside of tokens is not in this format.")
BLANK = mark("Export", "It covers nothing but white space and is left out.")
_SKIPPED = mark("Export", "It has several parts and was left out.")
_HULL = mark("Export", "Its parts are written as one, with what is between them.")
LOSSES = (
    mark("Export", "White space at the ends of spans is not in it."),
    mark("Export", "How a span came about (by hand, from a suggestion) is not in it."),
)
_VALUE = re.compile(r"->|[\\\[\]|_;*\t\n\r]")
_NAMES = {"\t": r"\t", "\n": r"\n", "\r": r"\r"}
_TEXT = re.compile("[\\\\\t\n\r\b\f]")
_TEXT_NAMES = {"\\": r"\\", "\t": r"\t", "\n": r"\n", "\r": r"\r", "\b": r"\b", "\f": r"\f"}


def write(job: Job) -> Written:
    """Write a file for each annotator of each article."""
    articles = spans = relations = 0
    folder = ProjectFolder(job, ".tsv")
    head = _Head(job.schema)
    for record in job.records():
        articles += 1
        page = _Page(record.article.text)
        for held, path in folder.places(record):
            layer = _Layer(job, record.article.uid, page, held or AnnotationSet(""))
            path.write_bytes(layer.written(head).encode())
            spans += layer.spans
            relations += layer.relations
    return Written(tuple(folder.names), articles, spans, relations)


class _Head:
    """The header: which features there are, the same in every file of an export."""

    def __init__(self, schema: LabelSchema) -> None:
        self.span = span_features(schema)
        self.relation = relation_features(schema)

    def lines(self) -> list[str]:
        """Return the lines before the first sentence."""
        span = "|".join((f"#T_SP={SPAN_LAYER}", *self.span))
        relation = "|".join((f"#T_RL={RELATION_LAYER}", *self.relation, f"BT_{SPAN_LAYER}"))
        return ["#FORMAT=WebAnno TSV 3.3", span, relation, "", ""]


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
    """One annotation of the span layer: a fragment of a span. ``number`` is 0 where nothing needs it."""

    span: Span
    units: list[tuple[int, Token]]
    number: int = 0


@dataclass
class _Layer:
    job: Job
    uid: str
    page: _Page
    held: AnnotationSet
    spans: int = 0
    relations: int = 0
    _marks: list[_Mark] = field(default_factory=list[_Mark])
    _first: dict[SpanId, _Mark] = field(default_factory=dict[SpanId, _Mark])
    _at: dict[Token, list[_Mark]] = field(default_factory=dict[Token, list[_Mark]])
    _links: dict[Token, list[Relation]] = field(default_factory=dict[Token, list[Relation]])
    _names: dict[Token, str] = field(default_factory=dict[Token, str])

    def written(self, head: _Head) -> str:
        """Return the file's text."""
        for span in self.held.spans:
            self._take(span)
        self._count()
        for relation in self.held.relations:
            target = self._first.get(relation.target)
            if target is None or relation.source not in self._first:
                sentence = marked("Export", _END)
                self.job.drop(self.uid, id_text(relation.id), sentence, What.RELATION)
                continue
            self._links.setdefault(target.units[0][1], []).append(relation)
            self.relations += 1
        rows = list(self._units())
        self._names = {unit: name for _, unit, name in rows}
        lines = head.lines()
        at = 0
        for range_ in self.page.sentences:
            lines += self._said(range_)
            while at < len(rows) and rows[at][0] < range_.stop:
                lines.append(self._row(head, rows[at][1], rows[at][2]))
                at += 1
            lines.append("")
        return "\n".join(lines) + "\n"

    def _take(self, span: Span) -> None:
        name = id_text(span.id)
        pieces = one_piece(span.fragments, self.job.options.discontinuous)
        if not pieces:
            self.job.drop(self.uid, name, marked("Export", _SKIPPED))
            return
        made = [_Mark(span, units) for units in map(self.page.units, pieces) if units]
        if not made:
            self.job.drop(self.uid, name, marked("Export", BLANK))
            return
        written = merge(Fragment(m.units[0][1].start, m.units[-1][1].end) for m in made)
        if pieces != span.fragments:
            self.job.drop(self.uid, name, marked("Export", _HULL))
        if written != pieces:
            self.job.drop(self.uid, name, marked("Export", BORDERS))
        self.job.wrote(self.uid, span.label, written)
        self.spans += 1
        self._marks += made
        self._first[span.id] = made[0]

    def _count(self) -> None:
        """Number the annotations that have several units, or share one."""
        for made in self._marks:
            for _, unit in made.units:
                self._at.setdefault(unit, []).append(made)
        number = 0
        for made in self._marks:
            if len(made.units) > 1 or any(len(self._at[unit]) > 1 for _, unit in made.units):
                number += 1
                made.number = number

    def _units(self) -> Iterator[tuple[int, Token, str]]:
        """Yield the rows: each token, then the pieces of it that are annotated."""
        pieces: dict[int, set[Token]] = {}
        for made in self._marks:
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

    def _row(self, head: _Head, unit: Token, name: str) -> str:
        to16 = self.page.utf16.to_utf16
        cells = [name, f"{to16(unit.start)}-{to16(unit.end)}", self.page.text[unit.start : unit.end]]
        marks, links = self._at.get(unit), self._links.get(unit)
        if marks:
            values = [encoded(made.span, head.span) for made in marks]
            ties = [f"[{made.number}]" if made.number else "" for made in marks]
            for at in range(len(head.span)):
                cells.append("|".join(f"{_cell(v[at])}{tie}" for tie, v in zip(ties, values, strict=True)))
        else:
            cells += ["_"] * len(head.span)
        if links:
            values = [encoded(link, head.relation) for link in links]
            cells += ["|".join(_cell(v[at]) for v in values) for at in range(len(head.relation))]
            cells.append("|".join(map(self._ends, links)))
        else:
            cells += ["_"] * (len(head.relation) + 1)
        return "\t".join(cells) + "\t"

    def _ends(self, link: Relation) -> str:
        source, target = self._first[link.source], self._first[link.target]
        place = self._names[source.units[0][1]]
        tied = source.number or target.number
        return f"{place}[{source.number}_{target.number}]" if tied else place


_END = mark("Export", "One of its ends is not written, nor is it.")


def _cell(value: str | None) -> str:
    return "*" if value is None else _VALUE.sub(lambda m: _NAMES.get(m[0], f"\\{m[0]}"), value)
