"""REFI-QDA projects (.qdpx), for MAXQDA, NVivo, ATLAS.ti, QualCoder: a zip with ``project.qde`` and ``sources/``.

Labels are codes, annotators users, notes notes, relations links. A span is a selection with a coding, one for each
fragment; further parts are tied to the first by links called "part". Attributes stand in the description of the
selection as JSON. An article is a case, its fields are variables. Positions are code points, ends exclusive, texts
have LF and no byte order mark.
"""

from __future__ import annotations

import json
import re
import shutil
import zipfile
from contextlib import ExitStack
from pathlib import Path
from tempfile import SpooledTemporaryFile
from xml.sax.saxutils import escape, quoteattr

from annotation_schema.ids import id_text
from annotation_schema.model import AnnotationSet, Article, ArticleRecord, Span, SpanId
from annotation_schema.reserved import NOTE
from annotation_schema.schema import LabelSchema
from annotation_schema.wording import mark, marked
from desktop.core.compact_zip import CompactZip
from desktop.core.exporters.flatten import one_piece
from desktop.core.exporters.report import Job, What, Written
from desktop.core.foreign.own_article import article_json, plain_values
from desktop.core.foreign.refi_ids import Kind, guid, named

_CHARACTERS = mark("Export", "Characters that XML cannot hold are written as “\ufffd”.")
_SKIPPED = mark("Export", "It has several parts and was left out.")
_HULL = mark("Export", "Its parts are written as one, with what is between them.")
_END = mark("Export", "One of its ends is not written, nor is it.")
_RELATION = mark("Export", "Attributes of relations are not in it.")
LOSSES = (_CHARACTERS, _RELATION, mark("Export", "How a span came about (by hand, from a suggestion) is not in it."))
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SECTIONS = ("Users", "Cases", "Sources", "Notes", "Links")
_FIELDS = ("uid", "title", "byline", "publisher", "published", "url", "language", "section")
_OWN = "pressmark"
_NAME = 255
_SPOOL = 4 << 20


def write(job: Job) -> Written:
    """Write a project for each part."""
    articles = spans = relations = 0
    with ExitStack() as stack:
        projects = {part: stack.enter_context(_Project(job, part)) for part in job.parts}
        for record in job.records():
            articles += 1
            project = projects[job.part(record.article.uid)]
            project.add(record)
        for project in projects.values():
            project.finish()
            spans += project.spans
            relations += project.relations
    return Written(tuple(job.target(part).name for part in job.parts), articles, spans, relations)


def _text(value: str) -> str:
    return escape(_NO_XML.sub("\ufffd", value), {"\r": "&#13;"})


def _attributes(**given: str) -> str:
    return "".join(f" {name}={quoteattr(_NO_XML.sub(chr(0xFFFD), value))}" for name, value in given.items() if value)


class _Project:
    """One zip: the texts go in as they come, the sections of ``project.qde`` wait until all is known."""

    def __init__(self, job: Job, part: str) -> None:
        self.spans = self.relations = 0
        self._job = job
        self._users: set[str] = set()
        self._others: set[str] = set()  # labels that came with records and are not in the label schema
        self._stack = ExitStack()
        self._zip = self._stack.enter_context(CompactZip(job.target(part), "w", zipfile.ZIP_DEFLATED))
        self._sections = {name: self._stack.enter_context(_section(job.folder)) for name in _SECTIONS}

    def __enter__(self) -> _Project:
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    def _put(self, section: str, xml: str) -> None:
        self._sections[section].write(xml.encode() + b"\n")

    def add(self, record: ArticleRecord) -> None:
        """Write an article with all that was made of it."""
        article = record.article
        source = named("source", article.uid)
        self._zip.writestr(_entry(f"sources/{source}.txt"), article.text.encode())
        self._case(record, source)
        head = _attributes(guid=source, name=article.title, plainTextPath=f"internal://{source}.txt")
        self._put("Sources", f"<TextSource{head}>")
        for held in record.annotations:
            user = named("user", held.annotator)
            if user not in self._users:
                self._users.add(user)
                self._put("Users", f"<User{_attributes(guid=user, name=held.annotator)}/>")
            self._annotate(article, held, user)
        self._put("Sources", "</TextSource>")

    def _case(self, record: ArticleRecord, source: str) -> None:
        article = record.article
        rows = [
            {"annotator": s.annotator, "status": s.status.value, "attributes": plain_values(s.attributes)}
            for s in record.annotations
        ]
        own = {"article": article_json(article), "annotators": rows}
        held = {name: str(getattr(article, name)) for name in _FIELDS}
        held[_OWN] = json.dumps(own, ensure_ascii=True, allow_nan=False)  # so that XML can hold it
        values = "".join(
            f"<VariableValue><VariableRef{_attributes(targetGUID=named('variable', name))}/>"
            f"<TextValue>{_text(value)}</TextValue></VariableValue>"
            for name, value in held.items()
            if value
        )
        head = _attributes(guid=named("case", article.uid), name=article.title)
        self._put("Cases", f"<Case{head}>{values}<SourceRef{_attributes(targetGUID=source)}/></Case>")

    def _annotate(self, article: Article, held: AnnotationSet, user: str) -> None:
        there: set[SpanId] = set()
        for span in held.spans:
            pieces = one_piece(span.fragments, self._job.options.discontinuous)
            if not pieces:
                self._job.drop(article.uid, id_text(span.id), marked("Export", _SKIPPED))
                continue
            if pieces != span.fragments:
                self._job.drop(article.uid, id_text(span.id), marked("Export", _HULL))
            for number, piece in enumerate(pieces):
                self._selection(article, span, user, number, (piece.start, piece.end))
            self._others.add(span.label)
            self._job.wrote(article.uid, self._written(article, span, span.label), pieces)
            self.spans += 1
            there.add(span.id)
        for relation in held.relations:
            name = id_text(relation.id)
            if relation.source not in there or relation.target not in there:
                self._job.drop(article.uid, name, marked("Export", _END), What.RELATION)
                continue
            if relation.attributes:
                self._job.drop(article.uid, name, marked("Export", _RELATION), What.ATTRIBUTE)
            origin, target = guid(Kind.SELECTION, relation.source), guid(Kind.SELECTION, relation.target)
            self._link(guid(Kind.RELATION, relation.id), relation.type, origin, target)
            self.relations += 1

    def _link(self, own: str, name: str, origin: str, target: str) -> None:
        self._put(
            "Links",
            f"<Link{_attributes(guid=own, name=name, direction='OneWay', originGUID=origin, targetGUID=target)}/>",
        )

    def _selection(self, article: Article, span: Span, user: str, number: int, place: tuple[int, int]) -> None:
        start, end = place
        own = guid(Kind.SELECTION, span.id, number)
        head = _attributes(
            guid=own,
            name=article.text[start:end][:_NAME],
            startPosition=str(start),
            endPosition=str(end),
            creatingUser=user,
            creationDateTime=span.created,
        )
        values = {name: value for name, value in span.attributes.items() if name != NOTE.name}
        said = json.dumps(plain_values(values), ensure_ascii=True, allow_nan=False) if values and not number else ""
        description = f"<Description>{_text(said)}</Description>" if said else ""
        note = span.attributes.get(NOTE.name)
        reference = ""
        if isinstance(note, str) and not number:
            reference = f"<NoteRef{_attributes(targetGUID=guid(Kind.NOTE, span.id))}/>"
            self._note(article, span, note, user)
        coding = _attributes(guid=guid(Kind.CODING, span.id, number), creatingUser=user, creationDateTime=span.created)
        code = f"<CodeRef{_attributes(targetGUID=named('code', span.label))}/>"
        inner = f"{description}<Coding{coding}>{code}{reference}</Coding>"
        self._put("Sources", f"<PlainTextSelection{head}>{inner}</PlainTextSelection>")
        if number:
            self._link(guid(Kind.PART, span.id, number), "part", guid(Kind.SELECTION, span.id), own)

    def _written(self, article: Article, span: Span, words: str, what: What = What.SPAN) -> str:
        """Return words of a span as XML holds them."""
        found = _NO_XML.sub("\ufffd", words)
        if found != words:
            self._job.drop(article.uid, id_text(span.id), marked("Export", _CHARACTERS), what)
        return found

    def _note(self, article: Article, span: Span, note: str, user: str) -> None:
        self._written(article, span, note, What.NOTE)
        head = _attributes(guid=guid(Kind.NOTE, span.id), creatingUser=user, creationDateTime=span.created)
        self._put("Notes", f"<Note{head}><PlainTextContent>{_text(note)}</PlainTextContent></Note>")

    def finish(self) -> None:
        """Write ``project.qde``."""
        with self._zip.open(_entry("project.qde"), "w", force_zip64=True) as file:
            head = _attributes(xmlns="urn:QDA-XML:project:1.0", name="Pressmark", origin="Pressmark")
            file.write(f'<?xml version="1.0" encoding="UTF-8"?>\n<Project{head}>\n'.encode())
            for name in _SECTIONS:
                section = self._sections[name]
                if section.tell():
                    section.seek(0)
                    file.write(f"<{name}>\n".encode())
                    shutil.copyfileobj(section, file)
                    file.write(f"</{name}>\n".encode())
                if name == "Users":
                    file.write(_codes(self._job.schema, self._others).encode())
                    file.write(_variables().encode())
            file.write(b"</Project>\n")


def _section(folder: Path) -> SpooledTemporaryFile[bytes]:
    return SpooledTemporaryFile(_SPOOL, dir=str(folder))  # where there is room for the project itself


def _entry(name: str) -> zipfile.ZipInfo:
    """Return an entry without a time, so that the same project gives the same bytes."""
    entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    return entry


def _codes(schema: LabelSchema, labels: set[str]) -> str:
    others = sorted(labels - {x.name for x in schema.labels})
    if not schema.labels and not others:
        return ""
    found = "".join(
        f"<Code{_attributes(guid=named('code', x.name), name=x.name, isCodable='true', color=x.light.ink)}>"
        f"{f'<Description>{_text(x.definition)}</Description>' if x.definition else ''}</Code>\n"
        for x in schema.labels
    )
    found += "".join(
        f"<Code{_attributes(guid=named('code', name), name=name, isCodable='true')}/>\n" for name in others
    )
    return f"<CodeBook><Codes>\n{found}</Codes></CodeBook>\n"


def _variables() -> str:
    found = "".join(
        f"<Variable{_attributes(guid=named('variable', name), name=name, typeOfVariable='Text')}/>\n"
        for name in (*_FIELDS, _OWN)
    )
    return f"<Variables>\n{found}</Variables>\n"
