"""brat standoff: a folder for each annotator, with a text and an ``.ann`` file for each article.

Beside them ``annotation.conf`` and ``visual.conf``, so that brat shows the project's labels with their titles and
colours, and ``pressmark.index``, from which our reader knows articles, annotators and names as they were. With a
split each part is such a folder of its own. brat reads records by line and cuts at more characters than LF: a span
over one of them is cut there, and a note of type ``PressmarkFragments`` says what it was. Values are percent-encoded,
since brat's end at a blank. What an import from brat kept (ids, events, normalisations, equivalences) is written again.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import cast
from urllib.parse import quote

from annotation_schema.ids import id_text
from annotation_schema.model import (
    AnnotationSet,
    Article,
    AttributeValue,
    Fragment,
    Fragments,
    Relation,
    Span,
    SpanId,
    Status,
)
from annotation_schema.wording import mark, marked
from desktop.core.exporters import brat_conf
from desktop.core.exporters.names import Names
from desktop.core.exporters.report import Job, What, Written
from desktop.core.foreign.own_article import plain_values

BREAKS = re.compile("[\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029]+")
"""Where readers that go by lines cut, brat's among them."""
NOBODY = "unannotated"
ONLY_BREAKS = mark("Export", "brat has no place for a span of nothing but line ends.")
LOSSES = (mark("Export", "How and when a span was made is not in it."), ONLY_BREAKS)
_NAME = re.compile("[A-Za-z0-9_-]{1,64}")
_FILE = re.compile("[a-z0-9_-]{1,64}")


def write(job: Job) -> Written:
    """Write the folders of all annotators."""
    with ExitStack() as stack:
        parts = {part: _Part(job, job.folder / part if part else job.folder, stack) for part in job.parts}
        articles = spans = relations = 0
        for record in job.records():
            articles += 1
            part = parts[job.part(record.article.uid)]
            part.add(record.article, record.annotations)
            spans += part.spans
            relations += part.relations
        names = Names(name for part in parts.values() for name in part.end())
    return Written(names, articles, spans, relations)


class _Part:
    """The files of one part."""

    def __init__(self, job: Job, folder: Path, stack: ExitStack) -> None:
        folder.mkdir(exist_ok=True)
        self._job = job
        self._folder = folder
        self._names = Names()
        self._written = brat_conf.Names(job.schema)
        self._annotators: dict[str, str] = {}
        self._index = stack.enter_context((folder / brat_conf.INDEX).open("wb"))
        self.spans = self.relations = 0

    def add(self, article: Article, sets: Iterable[AnnotationSet]) -> None:
        """Write an article for each of its annotators."""
        self.spans = self.relations = 0
        file = file_name(article.uid)
        held = [s for s in sets if s.spans or s.status != Status.TODO or s.attributes]
        for one in held or (AnnotationSet(""),):
            folder = safe(one.annotator) if one.annotator else NOBODY
            if folder not in self._annotators:
                self._annotators[folder] = one.annotator
                (self._folder / folder).mkdir(exist_ok=True)
            made = _File(article, one, self._written, self._job)
            self._put(f"{folder}/{file}.txt", article.text)
            self._put(f"{folder}/{file}.ann", "".join(line + "\n" for line in made.lines()))
            self.spans += made.spans
            self.relations += len(one.relations)
        self._note(file, article, held)

    def _put(self, name: str, text: str) -> None:
        path = self._folder / name
        path.write_bytes(text.encode())
        self._names.append(path.relative_to(self._job.folder).as_posix())

    def _note(self, file: str, article: Article, held: Iterable[AnnotationSet]) -> None:
        about: dict[str, object] = {
            "file": file,
            "sha256": hashlib.sha256(article.text.encode()).hexdigest(),
            **{
                name: value
                for name in ("uid", "title", "byline", "publisher", "published", "url", "language", "section")
                if (value := cast(str, getattr(article, name)))
            },
            **({"meta": article.meta} if article.meta else {}),
            "annotators": [
                {"name": one.annotator, "status": one.status.value, "attributes": plain_values(one.attributes)}
                for one in held
            ],
        }
        self._index.write(_line(about))

    def end(self) -> Names:
        """Write what is about all articles, and return the names of all files."""
        about = {
            "format": "pressmark-brat/1",
            "names": self._written.changed,
            "annotators": dict(sorted(self._annotators.items())),
            "several": self._written.several(),
        }
        self._index.write(_line(about))
        self._names.append((self._folder / brat_conf.INDEX).relative_to(self._job.folder).as_posix())
        self._put("annotation.conf", self._written.annotation_conf())
        self._put("visual.conf", self._written.visual_conf())
        return self._names.in_order(self._folder)


@dataclass
class _File:
    """The lines of one ``.ann`` file."""

    article: Article
    held: AnnotationSet
    names: brat_conf.Names
    job: Job
    spans: int = 0
    keys: dict[SpanId, str] = field(default_factory=dict[SpanId, str])
    _used: set[str] = field(default_factory=set[str])
    _last: dict[str, int] = field(default_factory=dict[str, int])

    def lines(self) -> Iterator[str]:
        """Give the lines: text-bound annotations, events, relations, attributes, notes, what was kept."""
        kept = [s for s in self.held.spans if self._fits(s)]
        self._name_spans(kept)
        for span in kept:
            yield from self._bound(span)
        rest = list(self.held.relations)
        for span in kept:
            if "brat_events" in span.origin.details:
                lines, rest = self._events(span, rest)
                yield from lines
        yield from self._relations(rest)
        for span in kept:
            yield from self._attributes(span)
            note = span.attributes.get("note")
            if isinstance(note, str):
                yield f"{self._next('#')}\tAnnotatorNotes {self.keys[span.id]}\t{_one_line(note)}"
        there = self._used | set(self.keys.values())
        for span in kept:
            lines = str(span.origin.details.get("brat_lines", ""))
            yield from (line for line in lines.split("\n") if line and self._about(line) <= there)

    def _fits(self, span: Span) -> bool:
        if _cut(span.fragments, self.article.text):
            return True
        self.job.drop(self.article.uid, id_text(span.id), marked("Export", ONLY_BREAKS))
        return False

    # --- ids -------------------------------------------------------------------------------

    def _name_spans(self, spans: Iterable[Span]) -> None:
        """Give each span its id: that of the file it came from, if it is free."""
        spans = list(spans)
        for span in spans:
            key = span.origin.details.get("brat")
            if isinstance(key, str) and re.fullmatch(r"T\d+", key) and key not in self._used:
                self.keys[span.id] = key
                self._used.add(key)
        for span in spans:
            if "brat_lines" in span.origin.details:
                lines = str(span.origin.details["brat_lines"]).split("\n")
                self._used |= {line.partition("\t")[0] for line in lines}
            for event in _kept_events(span):
                self._used.add(str(event[0]))
        for span in spans:
            if span.id not in self.keys:
                self.keys[span.id] = self._next("T")

    def _next(self, kind: str) -> str:
        number = self._last.get(kind, 0) + 1
        while f"{kind}{number}" in self._used:
            number += 1
        self._last[kind] = number
        self._used.add(f"{kind}{number}")
        return f"{kind}{number}"

    def _about(self, line: str) -> set[str]:
        """Return the ids that a kept line is about."""
        head = line.split("\t")[1].split(" ") if "\t" in line else []
        return set(head[1:] if line.startswith("*") else head[1:2])

    # --- lines -----------------------------------------------------------------------------

    def _bound(self, span: Span) -> Iterator[str]:
        text = self.article.text
        pieces = _cut(span.fragments, text)
        places = ";".join(f"{f.start} {f.end}" for f in pieces)
        words = " ".join(text[f.start : f.end] for f in pieces)
        key = self.keys[span.id]
        yield f"{key}\t{self.names.label(span.label)} {places}\t{words}"
        if pieces != span.fragments:
            whole = " ".join(f"{f.start} {f.end}" for f in span.fragments)
            yield f"{self._next('#')}\tPressmarkFragments {key}\t{whole}"
        self.spans += 1
        self.job.wrote(self.article.uid, span.label, span.fragments)

    @cached_property
    def _ends(self) -> tuple[dict[object, SpanId], dict[str, SpanId]]:
        """What arguments of events may name: spans by the id that they had, and triggers by the id of their event."""
        by_brat: dict[object, SpanId] = {s.origin.details.get("brat"): s.id for s in self.held.spans}
        return by_brat, {str(event[0]): s.id for s in self.held.spans for event in _kept_events(s)}

    def _events(self, span: Span, relations: list[Relation]) -> tuple[list[str], list[Relation]]:
        """Return the events of a trigger as it was imported, with the arguments that are still linked, and the rest."""
        by_brat, triggers = self._ends
        lines: list[str] = []
        taken: set[int] = set()
        for key, _, arguments, _ in _kept_events(span):
            written = [f"{self.names.event(span.label)}:{self.keys[span.id]}"]
            for role, end in cast("list[tuple[str, str]]", arguments):
                target = triggers.get(end, by_brat.get(end))
                link = next((r for r in relations if r.source == span.id and r.target == target), None)
                if link is None or target is None or target not in self.keys:
                    continue
                taken.add(link.id)
                plain = role.rstrip("0123456789")
                name = self.names.relation(link.type)
                number = role.removeprefix(plain) if plain == name else ""
                self.names.role(span.label, name)
                written.append(f"{name}{number}:{end if end in triggers else self.keys[target]}")
            lines.append(f"{key}\t{' '.join(written)}")
        return lines, [r for r in relations if r.id not in taken]

    def _relations(self, relations: Iterable[Relation]) -> Iterator[str]:
        for relation in relations:
            source, target = self.keys.get(relation.source), self.keys.get(relation.target)
            if source is None or target is None:
                self.job.drop(self.article.uid, id_text(relation.id), marked("Export", ONLY_BREAKS), What.RELATION)
                continue
            key = self._next("R")
            yield f"{key}\t{self.names.relation(relation.type)} Arg1:{source} Arg2:{target}"
            for name, value in sorted(relation.attributes.items()):
                yield self._attribute(name, key, value)

    def _attributes(self, span: Span) -> Iterator[str]:
        of_events: dict[str, list[str]] = {}
        for key, _, _, given in _kept_events(span):
            for name, _ in cast("list[tuple[str, str | None]]", given):
                of_events.setdefault(name, []).append(str(key))
        for name, value in sorted(span.attributes.items()):
            if name != "note":
                for key in of_events.get(name, [self.keys[span.id]]):
                    yield self._attribute(name, key, value)

    def _attribute(self, name: str, key: str, value: AttributeValue) -> str:
        head = f"{self._next('A')}\t{self.names.attribute(name)} {key}"
        if value is True:
            return head
        if isinstance(value, tuple):
            return f"{head} {';'.join(_encoded(one) for one in value)}"
        return f"{head} {'false' if value is False else _encoded(str(value))}"


def safe(name: str) -> str:
    """Return a name that brat and file systems take; two names never become the same."""
    if _NAME.fullmatch(name) and name != NOBODY:
        return name
    short = re.sub("[^A-Za-z0-9_-]", "_", name)[:40]
    return f"{short}-{hashlib.sha256(name.encode()).hexdigest()[:8]}"


def file_name(uid: str) -> str:
    """Return the name of an article's files, without the ending; the same on systems that do not tell case apart."""
    if _FILE.fullmatch(uid):
        return uid
    short = re.sub("[^a-z0-9_-]", "_", uid.lower())[:40]
    return f"{short}-{hashlib.sha256(uid.encode()).hexdigest()[:10]}"


def _cut(fragments: Fragments, text: str) -> Fragments:
    """Return the pieces of a span that lie within lines."""
    pieces: list[Fragment] = []
    for fragment in fragments:
        at = fragment.start
        for found in BREAKS.finditer(text, fragment.start, fragment.end):
            if found.start() > at:
                pieces.append(Fragment(at, found.start()))
            at = found.end()
        if fragment.end > at:
            pieces.append(Fragment(at, fragment.end))
    return tuple(pieces)


def _kept_events(span: Span) -> list[list[object]]:
    held = span.origin.details.get("brat_events", "")
    if not isinstance(held, str) or not held:
        return []
    try:
        return cast("list[list[object]]", json.loads(held))
    except ValueError:
        return []


def _encoded(value: str) -> str:
    return quote(value, safe="/:+~!")


def _one_line(note: str) -> str:
    words = note.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t")
    return BREAKS.sub(lambda m: "".join(f"\\u{ord(c):04x}" for c in m[0]), words)


def _line(held: object) -> bytes:
    return json.dumps(held, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode() + b"\n"
