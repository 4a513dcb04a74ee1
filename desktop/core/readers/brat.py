"""brat standoff: an ``.ann`` file beside the text that it is about.

Everything that such files hold is taken in or kept: text-bound annotations (with several fragments), relations,
events, attributes and notes become annotations; ids, events as they were, normalisations, equivalences and notes of
other types go with the span that they are about, for our own export to write out again. Annotators are known by folder
or by the end of the file's name (``brat_place``). A line that is broken is reported and costs no other.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import cast
from urllib.parse import unquote

from annotation_schema.model import Article, Fragment, Status
from annotation_schema.offsets import merge
from annotation_schema.wording import translate
from desktop.core.foreign.model import (
    ForeignEvent,
    ForeignRecord,
    ForeignRelation,
    ForeignSet,
    ForeignSpan,
    Scalar,
    Value,
)
from desktop.core.foreign.own_article import finite
from desktop.core.readers import text_file
from desktop.core.readers.brat_lines import FRAGMENTS, NOTE, Lines, Tell, locate, parse
from desktop.core.readers.brat_place import Index, index_of, place_of
from desktop.core.readers.report import Report
from desktop.core.readers.text import UndecodableError, clean

_Values = dict[str, dict[str, Value]]


def read(path: Path, report: Report) -> Iterator[ForeignRecord]:
    """Yield the article with what one annotator made of it, or nothing after a report. Raises OSError."""
    place = place_of(path)
    if place is None:
        report.problem(path, None, None, translate("Import", "There is no text (.txt) of this name for it."))
        return
    report.companion(place.text)
    held = text_file.load(place.text, report)
    if held is None:
        return
    try:
        lines = clean(path.read_bytes()).text
    except UndecodableError as error:
        report.problem(path, None, None, str(error))
        return

    def tell(line: int, record: str, sentence: str, skipped: bool) -> None:
        report.problem(path, record, line, sentence, skipped=skipped)

    article = held.article
    found = parse(lines, tell)
    raw, positions = _as_counted(held)
    locate(found, article.text, raw, positions, tell)
    index = index_of(path)
    about: Mapping[str, object] = index.article(place.stem) if index is not None else {}
    if about and about.get("sha256") != hashlib.sha256(article.text.encode()).hexdigest():
        sentence = translate("Import", "The text is not the one that was exported: it becomes another article.")
        report.problem(place.text, None, None, sentence, skipped=False)
        about = {}
    if about:
        article = _article(article, about)
    annotator = index.annotators.get(path.parent.name, place.annotator) if index is not None else place.annotator
    yield ForeignRecord(article, (_Set(found, index, tell).made(annotator, about),))


def _as_counted(held: text_file.TextFile) -> tuple[str | None, list[int]]:
    """Return the file's text as brat counts it, and where each of its characters is in ours; None if it is the same."""
    decoded = held.decoded
    name = {"utf-8-sig": "utf-8"}.get(decoded.encoding.name, decoded.encoding.name)
    raw = held.data.decode(name, decoded.encoding.errors)
    if raw == decoded.text:
        return None, []
    positions: list[int] = []
    at = 0
    for n, character in enumerate(raw):
        positions.append(at)
        dropped = (n == 0 and character == "\ufeff") or (character == "\r" and raw[n + 1 : n + 2] == "\n")
        at += not dropped
    return raw, [*positions, at]


def _article(article: Article, about: Mapping[str, object]) -> Article:
    """Return the article as the index knows it."""
    fields = {
        name: value
        for name in ("uid", "title", "byline", "publisher", "published", "url", "language", "section")
        if isinstance(value := about.get(name), str)
    }
    if "uid" in fields:
        fields.setdefault("title", "")  # an article of ours without one has none, whatever its file is called
    meta = about.get("meta")
    return replace(article, **fields, meta=finite(cast("dict[str, object]", meta)) if isinstance(meta, dict) else {})  # type: ignore[arg-type]


class _Set:
    """Makes a set of foreign annotations out of lines."""

    def __init__(self, found: Lines, index: Index | None, tell: Tell) -> None:
        self._found = found
        self._index = index
        self._tell = tell

    def made(self, annotator: str, about: Mapping[str, object]) -> ForeignSet:
        found = self._found
        values, notes, kept = self._values(), self._notes(), self._kept()
        events = list(self._events(values))
        spans = tuple(
            ForeignSpan(
                key,
                self._name(bound.type),
                self._whole(key, bound.fragments),
                values.get(key, {}),
                notes.get(key, ""),
                kept.get(key, {}),
            )
            for key, bound in found.bound.items()
        )
        relations = tuple(
            ForeignRelation(key, self._name(kind), self._end(source), self._end(target), values.get(key, {}))
            for key, (kind, source, target) in found.relations.items()
            if self._ends_there(key, source, target)
        )
        status, article_values = _state(about, annotator)
        return ForeignSet(annotator, spans, relations, tuple(events), status, article_values)

    def _name(self, written: str) -> str:
        return self._index.names.get(written, written) if self._index is not None else written

    def _end(self, key: str) -> str:
        seen: set[str] = set()
        while key in self._found.events and key not in seen:
            seen.add(key)
            key = self._found.events[key][1]
        return key

    def _ends_there(self, key: str, *ends: str) -> bool:
        lost = [end for end in ends if self._end(end) not in self._found.bound]
        if lost:
            sentence = translate("Import", "It points to {id}, which is not there; it is left out.")
            self._tell(self._found.at[key], key, sentence.format(id=lost[0]), True)
        return not lost

    def _values(self) -> _Values:
        values: _Values = {}
        for key, name, target, word in self._found.attributes:
            if target not in self._found.at or (target[:1] == "T" and target not in self._found.bound):
                sentence = translate("Import", "It points to {id}, which is not there; it is left out.")
                self._tell(self._found.at[key], key, sentence.format(id=target), True)
                continue
            held = values.setdefault(target, {})
            name = self._name(name)
            value = self._value(name, word)
            before = held.get(name)
            if before is None:
                held[name] = value
            else:  # brat has several values as several lines
                more = value if isinstance(value, tuple) else (str(value),)
                held[name] = (*(before if isinstance(before, tuple) else (str(before),)), *more)
        return values

    def _value(self, name: str, word: str | None) -> Value:
        if word is None:
            return True
        if self._index is None:
            return word
        if name in self._index.several:
            return tuple(unquote(one) for one in word.split(";"))
        return {"true": True, "false": False}.get(word, unquote(word))

    def _notes(self) -> dict[str, str]:
        notes: dict[str, str] = {}
        for _, kind, target, words in self._found.notes:
            if kind == NOTE and target in self._found.bound:
                words = _plain(words) if self._index is not None else words
                notes[target] = f"{notes[target]}\n{words}" if target in notes else words
        return notes

    def _kept(self) -> dict[str, dict[str, Scalar]]:
        """Return by span what our model has no place for, as our export takes it up again."""
        found = self._found
        kept: dict[str, dict[str, Scalar]] = {key: {"brat": key} for key in found.bound}
        lines: dict[str, list[str]] = {}
        for target, line in found.others:
            lines.setdefault(self._owner(target), []).append(line)
        for key, kind, target, words in found.notes:
            if kind != FRAGMENTS and (kind != NOTE or target not in found.bound):
                lines.setdefault(self._owner(target), []).append(f"{key}\t{kind} {target}\t{words}")
        for key, held in lines.items():
            if key in kept:
                kept[key]["brat_lines"] = "\n".join(held)
            else:
                sentence = translate("Import", "It is about {id}, which is not there; it is left out: {line}")
                self._tell(0, key, sentence.format(id=key, line=held[0]), True)
        events: dict[str, list[object]] = {}
        for key, (kind, trigger, arguments) in found.events.items():
            given = [(name, word) for _, name, target, word in found.attributes if target == key]
            events.setdefault(trigger, []).append([key, kind, arguments, given])
        for trigger, held in events.items():
            if trigger in kept:
                kept[trigger]["brat_events"] = json.dumps(held, ensure_ascii=False, separators=(",", ":"))
        return kept

    def _owner(self, target: str) -> str:
        if target in self._found.relations:
            target = self._found.relations[target][1]
        return self._end(target)

    def _whole(self, key: str, fragments: tuple[Fragment, ...]) -> tuple[Fragment, ...]:
        """Return the fragments as they were before our export cut them at line ends."""
        if self._index is None:
            return fragments
        for _, kind, target, words in self._found.notes:
            if kind == FRAGMENTS and target == key:
                pairs = re.findall(r"(\d+) (\d+)", words)
                return merge(Fragment(int(a), int(b)) for a, b in pairs)
        return fragments

    def _events(self, values: _Values) -> Iterator[ForeignEvent]:
        # The second argument of a role has a number: Content2. Some files have it without a first one in its event.
        roles = {role for _, _, arguments in self._found.events.values() for role, _ in arguments}
        for key, (kind, trigger, arguments) in self._found.events.items():
            if trigger not in self._found.bound:
                self._ends_there(key, trigger)
                continue
            there: list[tuple[str, str]] = []
            for role, end in arguments:
                if self._ends_there(key, end):
                    plain = role.rstrip("0123456789")
                    there.append((self._name(plain if plain in roles else role), end))
            yield ForeignEvent(key, self._name(kind), trigger, tuple(there), values.get(key, {}))


def _state(about: Mapping[str, object], annotator: str) -> tuple[Status | None, Mapping[str, Value]]:
    """Return how far the annotator was, and what they said of the article, as the index has it."""
    for held in cast("list[dict[str, object]]", about.get("annotators", [])):
        if held.get("name") == annotator:
            given = cast("dict[str, object]", held.get("attributes", {}))
            values = {k: tuple(cast("list[str]", v)) if isinstance(v, list) else v for k, v in given.items()}
            return Status(str(held.get("status", Status.STARTED))), cast("Mapping[str, Value]", values)
    return None, {}


def _plain(words: str) -> str:
    """Return a note as it was: our export writes a backslash, line ends and tabs in JSON's way."""
    return re.sub(r"\\(\\|[nt]|u[0-9a-f]{4})", lambda m: cast(str, json.loads(f'"\\{m[1]}"')), words)
