"""UIMA CAS as XMI with its type system, or as JSON: a file for each article and annotator, laid out as INCEpTION does.

Tokens and sentences are DKPro's, as INCEpTION wants them; spans and relations are a layer each, with label, id, note
and attributes as features. A span of several fragments is an annotation each, with the same id. dkpro-cassis turns code
points into UTF-16 units. Characters that XML cannot hold are U+FFFD in the XMI; ``source`` has them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from annotation_schema.ids import id_text
from annotation_schema.model import AnnotationSet, ArticleRecord, SpanId
from annotation_schema.schema import LabelSchema
from annotation_schema.wording import mark, marked, translate
from desktop.core.errors import AppError, ErrorCode
from desktop.core.exporters.flatten import one_piece
from desktop.core.exporters.project_folder import ProjectFolder
from desktop.core.exporters.report import Job, What, Written
from desktop.core.exporters.tokens import sentences, tokenise
from desktop.core.foreign.features import (
    RELATION_LAYER,
    SPAN_LAYER,
    relation_features,
    span_features,
    values_by_feature,
)
from desktop.core.foreign.libraries import COMMAND, cassis

CHARACTERS = mark("Export", "Characters that XML cannot hold are written as “\ufffd”.")
LOSSES = (CHARACTERS, mark("Export", "How a span came about (by hand, from a suggestion) is not in it."))
_SKIPPED = mark("Export", "It has several parts and was left out.")
_HULL = mark("Export", "Its parts are written as one, with what is between them.")
_END = mark("Export", "One of its ends is not written, nor is it.")
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
TYPE_SYSTEM = "TypeSystem.xml"
_SEGMENTATION = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type"
_METADATA = "de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData"
_STRING = "uima.cas.String"


def write_xmi(job: Job) -> Written:
    """Write XMI files, and the type system beside them."""
    return _write(job, ".xmi")


def write_json(job: Job) -> Written:
    """Write JSON files; each holds its type system."""
    return _write(job, ".json")


def _write(job: Job, extension: str) -> Written:
    articles = spans = relations = 0
    types = _type_system(job.schema)
    folder = ProjectFolder(job, extension)
    if extension == ".xmi":
        for part in job.parts:
            types.to_xml(folder.place(f"{part}/{TYPE_SYSTEM}" if part else TYPE_SYSTEM))
    for record in job.records():
        articles += 1
        text = _NO_XML.sub("\ufffd", record.article.text)
        if text != record.article.text:
            job.drop(record.article.uid, "", marked("Export", CHARACTERS), What.ARTICLE)
        page = _Page(job, record, types, text)
        for held, path in folder.places(record):
            made = page.cas(held or AnnotationSet(""))
            made.to_xmi(path) if extension == ".xmi" else _json(made, path)
        spans += page.spans
        relations += page.relations
    return Written(tuple(folder.names), articles, spans, relations)


def _json(made: Any, path: Path) -> None:
    path.write_text(f"{made.to_json()}\n", encoding="utf-8", newline="\n")


def _type_system(schema: LabelSchema) -> Any:
    try:
        types = cassis().TypeSystem()
    except ImportError as error:
        raise AppError(
            ErrorCode.USAGE,
            translate("Export", "This format needs the package {package}.").format(package="dkpro-cassis"),
            hint=translate("Export", "Install it with {command}.").format(command=COMMAND),
        ) from error
    types.create_type(f"{_SEGMENTATION}.Token")
    types.create_type(f"{_SEGMENTATION}.Sentence")
    metadata = types.create_type(_METADATA, supertypeName="uima.tcas.DocumentAnnotation")
    for name in ("documentTitle", "documentId", "documentUri", "collectionId", "documentBaseUri"):
        types.create_feature(metadata, name, _STRING)
    types.create_feature(metadata, "isLastSegment", "uima.cas.Boolean")
    span = types.create_type(SPAN_LAYER)
    for name in span_features(schema):
        types.create_feature(span, name, _STRING)
    relation = types.create_type(RELATION_LAYER)
    for name in relation_features(schema):
        types.create_feature(relation, name, _STRING)
    types.create_feature(relation, "Governor", SPAN_LAYER)
    types.create_feature(relation, "Dependent", SPAN_LAYER)
    return types


@dataclass
class _Page:
    """An article, to be written once for each annotator."""

    job: Job
    record: ArticleRecord
    types: Any
    text: str
    spans: int = 0
    relations: int = 0
    _tokens: list[tuple[int, int]] = field(default_factory=list[tuple[int, int]])
    _sentences: list[tuple[int, int]] = field(default_factory=list[tuple[int, int]])

    def __post_init__(self) -> None:
        tokens = tokenise(self.record.article.text)
        self._tokens = [(token.start, token.end) for token in tokens]
        found = sentences(self.record.article.text, tokens)
        self._sentences = [(tokens[r.start].start, tokens[r.stop - 1].end) for r in found]

    def cas(self, held: AnnotationSet) -> Any:
        """Return what an annotator made, with tokens and sentences."""
        article = self.record.article
        made = cassis().Cas(typesystem=self.types, sofa_string=self.text, sofa_mime="text")
        metadata = self.types.get_type(_METADATA)
        made.add(
            metadata(
                begin=0,
                end=len(self.text),
                language=article.language or "x-unspecified",
                documentTitle=_NO_XML.sub("\ufffd", article.title),
                documentId=article.uid,
                documentUri=article.url or None,
                isLastSegment=False,
            )
        )
        for name, places in (("Sentence", self._sentences), ("Token", self._tokens)):
            kind = self.types.get_type(f"{_SEGMENTATION}.{name}")
            made.add_all(kind(begin=begin, end=end) for begin, end in places)
        self._annotate(made, held)
        return made

    def _annotate(self, made: Any, held: AnnotationSet) -> None:
        first: dict[SpanId, Any] = {}
        layer = self.types.get_type(SPAN_LAYER)
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
            self.job.wrote(self.record.article.uid, span.label, pieces)
            self.spans += 1
        link = self.types.get_type(RELATION_LAYER)
        for relation in held.relations:
            source, target = first.get(relation.source), first.get(relation.target)
            if source is None or target is None:
                self.job.drop(self.record.article.uid, id_text(relation.id), marked("Export", _END), What.RELATION)
                continue
            given = self._values(relation.id, values_by_feature(relation))
            made.add(link(begin=target.begin, end=target.end, Governor=source, Dependent=target, **given))
            self.relations += 1

    def _values(self, number: int, given: dict[str, str]) -> dict[str, str]:
        found = {name: _NO_XML.sub("\ufffd", value) for name, value in given.items()}
        if found != given:
            self.job.drop(self.record.article.uid, id_text(number), marked("Export", CHARACTERS), What.ATTRIBUTE)
        return found
