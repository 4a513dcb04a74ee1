"""REFI-QDA projects (.qdpx): texts with codings by users, notes, links.

A coding of a selection is a span of the code's name. How positions count is found out for each source: programs differ
(``refi_text``), and the way that fits is told where it is not the standard's. Media and codings of whole sources are
told and left out.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any, cast

from annotation_schema.ids import id_text
from annotation_schema.model import Article, Fragments, Status
from annotation_schema.offsets import merge
from annotation_schema.values import printable as printable_text
from annotation_schema.wording import translate
from desktop.core.foreign.layers import NO_XML
from desktop.core.foreign.libraries import COMMAND, etree
from desktop.core.foreign.model import ForeignRecord, ForeignRelation, ForeignSet, ForeignSpan, Value
from desktop.core.foreign.own_article import article_of, status_of, values_of
from desktop.core.foreign.refi_ids import Kind, parse
from desktop.core.readers.fields import ALIASES, FieldsError, article, field_of
from desktop.core.readers.headline import headline_of
from desktop.core.readers.refi_outline import Outline, children, guid, targets, texts
from desktop.core.readers.refi_text import Counting, Views, choose
from desktop.core.readers.refi_zip import MAX_PROJECT, Archive, RefusedError
from desktop.core.readers.report import Report, printable
from desktop.core.readers.tasks import place_words
from desktop.core.readers.text import UndecodableError, detect

_OWN = "pressmark"
_PART = "part"
_NAME = 255  # characters of a text that are the name of a selection of ours


def read(path: Path, report: Report) -> Iterator[ForeignRecord]:
    """Yield each text of the project with the work of all its users. Raises OSError."""
    try:
        etree()
    except ImportError:
        sentence = translate("Import", "This format needs the package {package}: install it with {command}.")
        report.problem(path, None, None, sentence.format(package="lxml", command=COMMAND))
        return
    try:
        archive = Archive(path)
    except RefusedError as error:
        report.problem(path, None, None, str(error))
        return
    with closing(archive):
        try:
            with closing(_Project(archive, path, report)) as project:
                yield from project.records()
        except RefusedError as error:
            report.problem(path, None, None, str(error))


@dataclass
class _Made:
    """What one user made of a source."""

    spans: dict[str, ForeignSpan] = field(default_factory=dict[str, ForeignSpan])
    relations: list[ForeignRelation] = field(default_factory=list[ForeignRelation])


class _Project:
    def __init__(self, archive: Archive, path: Path, report: Report) -> None:
        self._archive, self._path, self._report = archive, path, report
        with archive.stream(archive.project, MAX_PROJECT) as file:
            self._outline = Outline(file, self._note_text)
        self._own = self._outline.own
        self._users, self._codes = self._outline.users, self._outline.codes

    def close(self) -> None:
        """Let go of what was kept beside the file."""
        self._outline.close()

    def records(self) -> Iterator[ForeignRecord]:
        """Yield each text source."""
        for kind, number in sorted(self._outline.media.items()):
            sentence = translate(
                "Import", "%n source of the kind {kind} is no text.|%n sources of the kind {kind} are no text.", number
            )
            self._tell(None, sentence.format(kind=kind), skipped=False)
        with self._archive.stream(self._archive.project, MAX_PROJECT) as file:
            for source in texts(file):
                record = self._record(source)
                if record is not None:
                    yield record

    def _tell(self, name: str | None, sentence: str, *, skipped: bool = True) -> None:
        self._report.problem(self._path, name, None, sentence, skipped=skipped)

    # --- texts ---------------------------------------------------------------------------------

    def _note_text(self, note: Any) -> str:
        return self._raw_text(note) or str(note.get("name") or "")

    def _raw_text(self, source: Any) -> str | None:
        """Return a source's text as it is in the project; None if it has none there."""
        inline = next((c.text for c in children(source, "PlainTextContent")), None)
        if inline:
            return str(inline)
        data = self._archive.source(str(source.get("plainTextPath") or "")) if source.get("plainTextPath") else None
        if data is None:
            return None
        encoding = detect([data])
        name = encoding.name.removesuffix("-sig")  # the mark may count
        try:
            return data.decode(name, encoding.errors)
        except UnicodeDecodeError:
            return None

    def _record(self, source: Any) -> ForeignRecord | None:
        name = str(source.get("name") or source.get("plainTextPath") or guid(source))
        try:
            raw = self._raw_text(source)
        except UndecodableError as error:
            self._tell(name, str(error))
            return None
        if raw is None or not raw.strip("\ufeff \r\n\t"):
            self._tell(name, translate("Import", "The project does not hold its text."))
            return None
        views = Views(raw)
        values = self._outline.values(source)
        own = _parsed(values.get(_OWN, "")) if self._own else {}
        try:
            held = article_of(own.get("article"), views.text) or _article(views.text, name, values)
        except FieldsError as error:
            self._tell(name, str(error))
            return None
        if children(source, "Coding"):
            sentence = translate("Import", "Codings of the whole source are left out: a span has a place in the text.")
            self._tell(name, sentence, skipped=False)
        selections = children(source, "PlainTextSelection")
        counting = self._counting(name, views, selections)
        made: dict[str, _Made] = {}
        places: dict[str, tuple[_Made, str]] = {}
        for selection in selections:
            self._select(name, selection, counting, views, _Places(made, places))
        self._link(places)
        known = {str(row.get("annotator")): row for row in _rows(own.get("annotators"))}
        sets = tuple(_set(user, made.get(user, _Made()), known.get(user, {})) for user in {**known, **made})
        return ForeignRecord(held, sets)

    def _counting(self, name: str, views: Views, selections: list[Any]) -> Counting:
        if self._own:
            return Counting(mark=False, pairs_as_one=False, inclusive=False)
        given = [(*_place(s), str(s.get("name") or "")) for s in selections]
        named = [(start, end, said) for start, end, said in given if start is not None and end is not None]
        counting, fitting = choose(views, [(s, e, n) for s, e, n in named])
        if views.marked or views.as_one is not views.raw or counting.inclusive:
            sentence = translate(
                "Import",
                "Positions are taken so: {mark}, {pairs}, {end}. {fitting} of {all} selections then hold their name.",
            )
            mark = (
                translate("Import", "the byte order mark counts")
                if counting.mark
                else translate("Import", "a byte order mark does not count")
            )
            pairs = (
                translate("Import", "CR LF is one character")
                if counting.pairs_as_one
                else translate("Import", "CR and LF are two characters")
            )
            end = (
                translate("Import", "the end is the last character")
                if counting.inclusive
                else translate("Import", "the end is after the last character")
            )
            words = sentence.format(mark=mark, pairs=pairs, end=end, fitting=fitting, all=len(named))
            self._tell(name, words, skipped=False)
        return counting

    # --- spans ---------------------------------------------------------------------------------

    def _select(self, source: str, selection: Any, counting: Counting, views: Views, to: _Places) -> None:
        start, end = _place(selection)
        place = counting.place(views, start, end) if start is not None and end is not None else None
        if place is None:
            sentence = translate("Import", "A selection from {start} to {end} is no place in the text.")
            said = sentence.format(start=selection.get("startPosition"), end=selection.get("endPosition"))
            self._tell(source, said)
            return
        codings = children(selection, "Coding")
        name, found = str(selection.get("name") or ""), views.text[place.start : place.end]
        if self._own and name and name != NO_XML.sub("\ufffd", found)[:_NAME]:  # ours is called by its text
            sentence = translate(
                "Import", "{label} {place}: the text there is “{found}”, not “{text}”; it is left out."
            )
            label = next((self._codes.get(t, "") for c in codings for t in targets(c, "CodeRef")), "")
            said = place_words(place.start, place.end)
            self._tell(
                source, sentence.format(label=label, place=said, found=printable_text(found), text=printable_text(name))
            )
            return
        notes = [self._outline.note(target) for target in targets(selection, "NoteRef")]
        if not codings:
            codings = [None] if notes else []
            if not notes:
                self._tell(source, translate("Import", "A selection has neither code nor note."))
        for coding in codings:
            self._code(source, selection, coding, (place,), notes, to)

    def _code(self, source: str, selection: Any, coding: Any, place: Fragments, notes: list[str], to: _Places) -> None:
        code = "Note"
        said = list(notes)
        user = guid(selection, "creatingUser")
        own_guid = guid(selection)
        if coding is not None:
            target = next(iter(targets(coding, "CodeRef")), "")
            if target not in self._codes:
                self._tell(source, translate("Import", "A coding names a code that the project does not have."))
                return
            code = self._codes[target]
            said += [self._outline.note(t) for t in targets(coding, "NoteRef")]
            user = guid(coding, "creatingUser") or user
            own_guid = guid(coding)
        name = self._users.get(user, user)
        made = to.made.setdefault(name, _Made())
        known = parse(own_guid) if self._own else None
        key = id_text(known[1]) if known is not None and known[0] is Kind.CODING else own_guid or f"s{len(made.spans)}"
        before = made.spans.get(key)
        if before is not None and known is None:
            key, before = f"{key}.{len(made.spans)}", None
        values: dict[str, Value] = {}
        description = next((c.text or "" for c in children(selection, "Description")), "")
        if self._own:
            values = values_of(_parsed(description))
        elif description:
            said.append(description)
        kept = {} if known is not None else {"guid": own_guid}
        note = "\n".join(filter(None, said))
        if before is not None:
            joined = merge((*before.fragments, *place))
            made.spans[key] = ForeignSpan(
                key, code, joined, {**before.values, **values}, before.note or note, before.kept
            )
        else:
            made.spans[key] = ForeignSpan(key, code, merge(place), values, note, kept)
        to.places.setdefault(guid(selection), (made, key))
        to.places.setdefault(own_guid, (made, key))

    def _link(self, places: dict[str, tuple[_Made, str]]) -> None:
        for origin, link in self._outline.links_from(iter(places)):
            first, second = places[origin], places.get(link.target)
            if second is None or first[0] is not second[0]:
                continue
            own = parse(link.guid) if self._own else None
            if own is not None and own[0] is Kind.PART:
                continue
            key = id_text(own[1]) if own is not None else link.guid
            first[0].relations.append(ForeignRelation(key, link.name, first[1], second[1]))


@dataclass(frozen=True, slots=True)
class _Places:
    """Where to put spans, and which span is meant by the GUID of a selection or coding."""

    made: dict[str, _Made]
    places: dict[str, tuple[_Made, str]]


def _set(user: str, made: _Made, known: dict[str, object]) -> ForeignSet:
    status: Status | None = status_of(known.get("status"))
    spans, relations = tuple(made.spans.values()), tuple(made.relations)
    return ForeignSet(user, spans, relations, (), status, values_of(known.get("attributes")))


def _place(selection: Any) -> tuple[int | None, int | None]:
    found: list[int | None] = []
    for name in ("startPosition", "endPosition"):
        text = str(selection.get(name) or "")
        found.append(int(text) if text.isdecimal() and len(text) < 12 else None)
    return found[0], found[1]


def _parsed(text: str) -> dict[str, Any]:
    try:
        held: object = json.loads(text) if text else {}
    except (ValueError, RecursionError):
        return {}
    return cast("dict[str, Any]", held) if isinstance(held, dict) else {}


def _rows(held: object) -> list[dict[str, object]]:
    rows = cast("list[object]", held) if isinstance(held, list) else []
    return [cast("dict[str, object]", row) for row in rows if isinstance(row, dict)]


def _article(text: str, name: str, values: dict[str, str]) -> Article:
    """Return the article of a source; variables that are named as fields of articles are its fields."""
    given: dict[str, str] = {}
    for variable, value in values.items():
        meaning = field_of(variable)
        if meaning in ALIASES and meaning not in ("text", "title", "id"):
            given.setdefault(str(meaning), value.strip())
    rest: dict[str, object] = {k: v for k, v in values.items() if field_of(k) not in given}
    title = headline_of(text) or PurePosixPath(printable(name).removeprefix("internal://")).stem
    return article(identity="", title=title, text=text, meta={"refi-qda": rest} if rest else {}, **given)
