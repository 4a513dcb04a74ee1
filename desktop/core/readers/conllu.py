"""CoNLL-U: sentences of tokens in ten columns; entities from MISC, ``name=B-PER`` (or ``NE=``).

Articles begin with ``# newdoc``, else the whole file is one. The text is made of ``SpaceAfter``, ``SpacesAfter`` and
``SpacesBefore``, else of ``# text`` if the tokens stand in it, else of the tokens with blanks; ``# newpar``
begins a paragraph. Of a token of several words (``2-3``) the form counts; empty nodes (``5.1``) are no text. What our
own exporter says in ``# pressmark`` brings the article back. The columns are read by the library ``conllu``. What we
have no place for (lemmas, parts of speech, syntax, comments …) is kept with the article (``foreign.token_rows``).
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

from annotation_schema.model import Article, Fragment
from annotation_schema.wording import translate
from desktop.core.foreign.conllu_rows import TAGS, sentence_of
from desktop.core.foreign.model import ForeignRecord, ForeignSet, ForeignSpan
from desktop.core.foreign.own_article import article_of
from desktop.core.foreign.tags import is_tag, spans_of
from desktop.core.foreign.token_rows import CONLLU, Rows, Sentence
from desktop.core.gaps import unescaped
from desktop.core.readers.fields import FieldsError, article
from desktop.core.readers.report import Report, printable
from desktop.core.readers.text import UndecodableError, decode_sentence, detect_file
from desktop.core.readers.token_text import TokenText, gaps_in

_Misc = Mapping[str, str | None]
_Metadata = Mapping[str, str | None]


def _unread(line: list[str], at: int) -> None:
    """Stand for the parser of a column."""


_UNREAD: dict[str, Callable[[list[str], int], object]] = dict.fromkeys(("xpos", "feats", "head", "deps"), _unread)
"""Columns that say nothing of text or entities: parsing them takes the library a quarter of the time."""


@dataclass
class _Unit:
    """A token of the text; ``misc`` and ``tag`` are those of its words, too, if it has several."""

    form: str
    misc: dict[str, str | None]
    tag: str = "O"


@dataclass
class _Document:
    identity: str = ""
    line: int = 1
    own: str = ""
    text: TokenText = field(default_factory=TokenText)
    tags: list[str] = field(default_factory=list[str])
    places: list[tuple[int, int] | None] = field(default_factory=list[tuple[int, int] | None])
    pending: str | None = None  # what stands behind the last token, if the file says it
    ended: str = ""  # that, if nothing follows
    sentences: list[Sentence] = field(default_factory=list[Sentence])
    unkept: int = 0  # a line of a sentence whose columns cannot be kept


def read(path: Path, report: Report) -> Iterator[ForeignRecord]:
    """Yield an article for each document of the file; problems go to the report. Raises OSError."""
    try:
        from conllu import parse
        from conllu.exceptions import ParseException
    except ImportError:
        reason = translate(
            "Import", "Reading it needs the library “conllu”: install Pressmark with the extra “conllu”."
        )
        report.problem(path, None, None, reason)
        return
    document = _Document()
    try:
        for number, block in _blocks(path, report):
            try:
                (sentence,) = parse(block, field_parsers=_UNREAD)
            except (ParseException, ValueError, IndexError) as error:
                sentence_problem = translate("Import", "A sentence is no CoNLL-U and is left out: {reason}")
                report.problem(path, None, number, sentence_problem.format(reason=str(error)[:200]))
                continue
            said = cast("_Metadata", sentence.metadata)
            if document.tags and ("newdoc" in said or "newdoc id" in said):
                yield from _record(document, path, report)
                document = _Document(line=number)
            document.identity = said.get("newdoc id") or document.identity
            document.own = said.get("pressmark") or document.own
            first = len(document.text.places)
            _add(document, said, _units(cast("list[Mapping[str, object]]", list(sentence))))
            own = f"{document.identity}-" if document.own else ""
            kept = sentence_of(block, document.text.places[first:], own)
            if kept is not None:
                document.sentences.append(kept)
            elif len(document.text.places) > first:
                document.unkept = document.unkept or number
    except UndecodableError as error:
        report.problem(path, None, None, str(error))
    except UnicodeDecodeError as error:
        report.problem(path, None, None, decode_sentence("utf-16", error))
    if document.tags:
        yield from _record(document, path, report)


def _blocks(path: Path, report: Report) -> Iterator[tuple[int, str]]:
    """Yield the first line number and the text of each sentence."""
    encoding = detect_file(path)
    if encoding.warning:
        report.problem(path, None, None, encoding.warning, skipped=False)
    first, lines = 1, list[str]()
    with path.open(encoding=encoding.name, errors=encoding.errors, newline=None) as file:
        for number, line in enumerate(file, start=1):
            if line.strip(" \t\n"):
                first = first if lines else number
                lines.append(line.rstrip("\n"))
            elif lines:
                yield first, "\n".join(lines)
                lines = []
    if lines:
        yield first, "\n".join(lines)


def _units(tokens: list[Mapping[str, object]]) -> list[_Unit]:
    units: list[_Unit] = []
    until = 0  # the last word of the token of several words at hand
    for token in tokens:
        number = token["id"]
        misc = dict(cast("_Misc", token.get("misc") or {}))
        tag = next((word for name in TAGS if (word := misc.get(name)) and is_tag(word)), "O")
        if isinstance(number, tuple):
            _, kind, last = cast("tuple[int, str, int]", number)
            if kind == "-":
                units.append(_Unit(str(token["form"]), misc, tag))
                until = last
            continue
        if isinstance(number, int) and 0 < number <= until:
            if units[-1].tag == "O":
                units[-1].tag = tag
            continue
        units.append(_Unit(str(token.get("form") or "_"), misc, tag))
    return units


def _add(document: _Document, said: _Metadata, units: list[_Unit]) -> None:
    if not units:
        return
    text, words = document.text, [unit.form for unit in units]
    spaced = any("SpacesAfter" in unit.misc for unit in units)
    gaps = None if spaced else gaps_in(words, said.get("text") or "")
    for number, unit in enumerate(units):
        if number and gaps is not None:
            before = gaps[number]
        elif document.pending is not None and (number or ("newpar" not in said and "newpar id" not in said)):
            before = document.pending
        else:
            before = "\n\n" if text.length else ""
        if not text.length:
            before = unescaped(unit.misc.get("SpacesBefore") or "")
        text.token(unit.form, before)
        document.tags.append(unit.tag)
        start, end = unit.misc.get("start") or "", unit.misc.get("end") or ""
        document.places.append((int(start), int(end)) if start.isdecimal() and end.isdecimal() else None)
        after = unit.misc.get("SpacesAfter")
        document.ended = unescaped(after) if after else ""
        document.pending = document.ended or ("" if unit.misc.get("SpaceAfter") == "No" else " ")


def _record(document: _Document, path: Path, report: Report) -> Iterator[ForeignRecord]:
    document.text.gap(document.ended)
    text = document.text.text
    made = _article(document, text)
    try:
        held = made or article(
            identity=document.identity,
            title="",
            text=text,
            meta={"_import": {"file": printable(path.name), "line": document.line}},
        )
        if not text.strip():
            raise FieldsError(translate("Import", "The text is empty."))
    except FieldsError as error:
        report.problem(path, document.identity or None, document.line, str(error))
        return
    report.at(held.uid, path, document.line)
    said = [place for place in document.places if place is not None]
    if said and said != [p for p, q in zip(document.text.places, document.places, strict=True) if q is not None]:
        reason = translate("Import", "The places that the file gives (start=, end=) do not fit its tokens; not used.")
        report.problem(path, document.identity or None, document.line, reason, skipped=False)
    places = document.text.places
    found = list(spans_of(document.tags))
    spans = tuple(
        ForeignSpan(str(number), label, (Fragment(places[first][0], places[last - 1][1]),))
        for number, (label, first, last) in enumerate(found, start=1)
    )
    if document.unkept:
        reason = translate("Import", "The numbers of its words do not follow on one another: no column is kept.")
        report.problem(path, document.identity or None, document.unkept, reason, skipped=False)
    else:
        rows = Rows(tuple(document.sentences), document.identity if document.identity != held.uid else "")
        if rows.says_more(held.text, [range(first, last) for _, first, last in found]):
            held = rows.put(held, CONLLU)
    yield ForeignRecord(held, (ForeignSet(spans=spans),) if spans else ())


def _article(document: _Document, text: str) -> Article | None:
    if not document.own:
        return None
    loads: Callable[[str], object] = json.loads
    try:
        return article_of(loads(document.own), text)
    except (ValueError, RecursionError):
        return None
