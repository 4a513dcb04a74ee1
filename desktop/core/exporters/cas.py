"""UIMA CAS as XMI with its type system, or as JSON: a file for each article and annotator, laid out as INCEpTION does.

Tokens and sentences are DKPro's, as INCEpTION wants them; spans and relations are a layer each, with label, id, note
and attributes as features. A span of several fragments is an annotation each, with the same id. What came from a layer
of another program is in that, too (``foreign.layers``). dkpro-cassis turns code points into UTF-16 units. Characters
that XML cannot hold are U+FFFD in the XMI; ``source`` has them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from annotation_schema.ids import id_text
from annotation_schema.model import AnnotationSet, ArticleRecord, Fragments, Span, SpanId
from annotation_schema.wording import mark, marked
from desktop.core.exporters import merged
from desktop.core.exporters.cas_types import METADATA, Types, values_for
from desktop.core.exporters.flatten import one_piece
from desktop.core.exporters.project_folder import ProjectFolder
from desktop.core.exporters.report import Job, What, Written
from desktop.core.exporters.tokens import sentences, tokenise
from desktop.core.foreign import layers
from desktop.core.foreign.features import LABEL, RELATION_LAYER, SPAN_LAYER, values_by_feature
from desktop.core.foreign.libraries import cassis, unwarned

LOSSES = (merged.CHARACTERS, merged.ORIGINS, layers.FORMER)
_SKIPPED = mark("Export", "It has several parts and was left out.")
_HULL = mark("Export", "Its parts are written as one, with what is between them.")
_END = mark("Export", "One of its ends is not written, nor is it.")
TYPE_SYSTEM = "TypeSystem.xml"


def write_xmi(job: Job) -> Written:
    """Write XMI files, and the type system beside them."""
    return _write(job, ".xmi")


def write_json(job: Job) -> Written:
    """Write JSON files; each holds its type system."""
    return _write(job, ".json")


def _write(job: Job, extension: str) -> Written:
    articles = spans = relations = 0
    types = Types(job.schema, together=extension == ".xmi")
    folder = ProjectFolder(job, extension)
    for record in job.records():
        articles += 1
        text = layers.NO_XML.sub("\ufffd", record.article.text)
        if text != record.article.text:
            job.drop(record.article.uid, "", marked("Export", merged.CHARACTERS), What.ARTICLE)
        page = _Page(job, record, types, text)
        for held, path in folder.places(record):
            with unwarned():
                made = page.cas(held or AnnotationSet(""))
                made.to_xmi(path) if extension == ".xmi" else _json(made, path)
        spans += page.spans
        relations += page.relations
    if extension == ".xmi":  # now that it has all layers that spans came from
        for part in job.parts:
            types.now.to_xml(folder.place(f"{part}/{TYPE_SYSTEM}" if part else TYPE_SYSTEM))
    return Written(folder.names, articles, spans, relations)


def _json(made: Any, path: Path) -> None:
    path.write_text(f"{made.to_json()}\n", encoding="utf-8", newline="\n")


@dataclass
class _Page:
    """An article, to be written once for each annotator."""

    job: Job
    record: ArticleRecord
    types: Types
    text: str
    spans: int = 0
    relations: int = 0
    _tokens: list[tuple[int, int]] = field(default_factory=list[tuple[int, int]])
    _sentences: list[tuple[int, int]] = field(default_factory=list[tuple[int, int]])
    _segments: dict[tuple[str, int, int], Any] = field(default_factory=dict[tuple[str, int, int], Any])

    def __post_init__(self) -> None:
        tokens = tokenise(self.record.article.text)
        self._tokens = [(token.start, token.end) for token in tokens]
        found = sentences(self.record.article.text, tokens)
        self._sentences = [(tokens[r.start].start, tokens[r.stop - 1].end) for r in found]

    def cas(self, held: AnnotationSet) -> Any:
        """Return what an annotator made, with tokens and sentences."""
        article = self.record.article
        self.types.take(held)
        made = cassis().Cas(typesystem=self.types.now, sofa_string=self.text, sofa_mime="text")
        metadata = self.types.now.get_type(METADATA)
        made.add(
            metadata(
                begin=0,
                end=len(self.text),
                language=layers.NO_XML.sub("\ufffd", article.language) or "x-unspecified",
                documentTitle=layers.NO_XML.sub("\ufffd", article.title),
                documentId=layers.NO_XML.sub("\ufffd", article.uid),
                documentUri=layers.NO_XML.sub("\ufffd", article.url) or None,
                isLastSegment=False,
            )
        )
        for name, places in (("Sentence", self._sentences), ("Token", self._tokens)):
            layer = f"{layers.SEGMENTATION}.{name}"
            kind = self.types.now.get_type(layer)
            for place in places:
                self._segments[layer, *place] = kind(begin=place[0], end=place[1])
                made.add(self._segments[layer, *place])
        self._annotate(made, held)
        return made

    def _annotate(self, made: Any, held: AnnotationSet) -> None:
        first: dict[SpanId, Any] = {}
        twins: dict[str, tuple[Span, layers.Former, Any]] = {}
        layer = self.types.now.get_type(SPAN_LAYER)
        for span in held.spans:
            pieces = one_piece(span.fragments, self.job.options.discontinuous)
            if not pieces:
                self.job.drop(self.record.article.uid, id_text(span.id), marked("Export", _SKIPPED))
                continue
            if pieces != span.fragments:
                self.job.drop(self.record.article.uid, id_text(span.id), marked("Export", _HULL))
            given = self._values(span.id, values_by_feature(span))
            for piece in pieces:
                mark_: Any = layer(begin=piece.start, end=piece.end, **given)
                first.setdefault(span.id, mark_)
                made.add(mark_)
            self.job.wrote(self.record.article.uid, given[LABEL], pieces)
            self.spans += 1
            self._twin(made, span, pieces, twins)
        self._join(made, held, twins)
        link = self.types.now.get_type(RELATION_LAYER)
        for relation in held.relations:
            source, target = first.get(relation.source), first.get(relation.target)
            if source is None or target is None:
                self.job.drop(self.record.article.uid, id_text(relation.id), marked("Export", _END), What.RELATION)
                continue
            given = self._values(relation.id, values_by_feature(relation))
            made.add(link(begin=target.begin, end=target.end, Governor=source, Dependent=target, **given))
            self.relations += 1

    def _twin(
        self, made: Any, span: Span, pieces: Fragments, twins: dict[str, tuple[Span, layers.Former, Any]]
    ) -> None:
        """Add what a span was in the layer that it came from."""
        was = layers.former(span)
        if was is None:
            return
        if not layers.is_unchanged(span):
            self.job.drop(self.record.article.uid, id_text(span.id), marked("Export", layers.CHANGED), What.ATTRIBUTE)
            return
        for piece in pieces:
            twin = self._segments.get((was.layer, piece.start, piece.end))
            if twin is None and was.layer not in layers.SEGMENTS:
                kind = self.types.now.get_type(was.layer)
                twin = kind(begin=piece.start, end=piece.end, **values_for(kind, was.features))
                made.add(twin)
            if twin is not None:
                twins.setdefault(was.key, (span, was, twin))

    def _join(self, made: Any, held: AnnotationSet, twins: dict[str, tuple[Span, layers.Former, Any]]) -> None:
        """Add the relations of former layers between annotations that are still linked."""
        pairs = layers.still_linked(held.relations)
        for span, was, twin in twins.values():
            for one in was.links:
                target = twins.get(one.target)
                if target is not None and frozenset((span.id, target[0].id)) in pairs:
                    kind = self.types.now.get_type(one.layer)
                    begin, end = target[2].begin, target[2].end
                    ends = {"Governor": twin, "Dependent": target[2]}
                    made.add(kind(begin=begin, end=end, **ends, **values_for(kind, one.features)))

    def _values(self, number: int, given: dict[str, str]) -> dict[str, str]:
        found = {name: layers.NO_XML.sub("\ufffd", value) for name, value in given.items()}
        if found != given:
            self.job.drop(self.record.article.uid, id_text(number), marked("Export", merged.CHARACTERS), What.ATTRIBUTE)
        return found
