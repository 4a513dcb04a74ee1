"""W3C Web Annotations (JSON-LD): single ones, lists, pages and collections.

The text that is annotated must be known: an annotation of the file gives it (as our exports do), or the source's
file lies beside. A position counts if the quote stands there; else the quote is searched for, with its prefix and
suffix, and a span that moved is reported. What breaks a MUST of the standard is refused by name.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast
from urllib.parse import unquote, urlsplit

from annotation_schema.model import Article, Fragment, Status
from annotation_schema.offsets import merge
from annotation_schema.wording import translate
from desktop.core.foreign.model import ForeignRecord, ForeignRelation, ForeignSet, ForeignSpan, Value
from desktop.core.foreign.own_article import article_of, status_of, values_of
from desktop.core.readers.fields import FieldsError, article, too_deep
from desktop.core.readers.headline import headline_of
from desktop.core.readers.json_file import whole_json
from desktop.core.readers.report import Report, printable
from desktop.core.readers.text import MAX_ARTICLE_BYTES, UndecodableError, clean
from desktop.core.readers.web_annotation_check import CONTEXT, fault, listed
from desktop.core.readers.web_annotation_place import Text, place

_OWN = "pressmark:article"
_SPAN = "urn:pressmark:span:"
_RELATION = "urn:pressmark:relation:"
_OPENING = b'{"@context":'

_Node = dict[str, object]


def read(path: Path, report: Report) -> Iterator[ForeignRecord]:
    """Yield a record for each annotated article whose text is known. Raises OSError."""
    gathered: dict[str, _Gathered] = {}
    for number, item in _items(path, report):
        wrong = fault(item)
        if wrong:
            report.problem(path, _name(item, number), None, wrong)
            continue
        if _OWN in item:  # the next article: its annotations follow
            yield from _finished(path, gathered, report)
            gathered.clear()
        _sort_in(item, number, gathered)
    yield from _finished(path, gathered, report)


# --- what annotations there are --------------------------------------------------------------


def _items(path: Path, report: Report) -> Iterator[tuple[int, _Node]]:
    with path.open("rb") as file:
        first = file.readline(1 << 16)
        if first.startswith(_OPENING) and first.endswith(b'"items":[\n'):
            yield from _lines(path, file, report)
            return
    held = whole_json(path, report)
    if held is not None:
        yield from enumerate(_unfolded(path, held, report), 1)


def _lines(path: Path, file: Iterable[bytes], report: Report) -> Iterator[tuple[int, _Node]]:
    """Yield the annotations of a collection with one of them a line, in little memory."""
    for number, line in enumerate(file, 2):
        if line.startswith(b"]}"):
            return
        try:
            held = json.loads(line.rstrip(b",\n"))
        except (ValueError, RecursionError) as error:
            sentence = translate("Import", "It is not valid JSON: {reason}.")
            report.problem(path, None, number, sentence.format(reason=error))
            continue
        if isinstance(held, dict) and not too_deep(cast("object", held)):
            yield number - 1, cast("_Node", held)
        else:
            report.problem(path, None, number, translate("Import", "It is no Web Annotation."))
    report.problem(path, None, None, translate("Import", "The file ends before its end."), skipped=False)


def _unfolded(path: Path, held: object, report: Report) -> Iterator[_Node]:
    """Yield the annotations in a document; they stand in its ``@context``."""
    top = cast("_Node", held) if isinstance(held, dict) else None
    collects = top is not None and ("items" in top or "first" in top or "AnnotationCollection" in _types(top))
    if top is not None and collects and "Annotation" not in _types(top):
        page = top if "items" in top else top.get("first")  # a collection of nothing has no page
        inner = cast("_Node", page).get("items") if isinstance(page, dict) else None
        if not _in_context(top):
            report.problem(path, None, None, translate("Import", "It does not name the context of Web Annotations."))
            return
        if isinstance(page, str) or (isinstance(page, dict) and "next" in page):
            sentence = translate("Import", "Further pages of the collection are in other files, which are not read.")
            report.problem(path, None, None, sentence, skipped=False)
        items = cast("list[object]", inner) if isinstance(inner, list) else []
    elif top is not None:
        if not _in_context(top):
            report.problem(
                path, _name(top, 1), None, translate("Import", "It does not name the context of Web Annotations.")
            )
            return
        items = [top]
    else:
        items = listed(cast("object", held))
    for number, item in enumerate(items, 1):
        if isinstance(item, dict):
            yield cast("_Node", item)
        else:
            report.problem(path, str(number), None, translate("Import", "It is no Web Annotation."))


def _in_context(node: _Node) -> bool:
    return CONTEXT in listed(node.get("@context"))


def _types(node: Mapping[str, object]) -> list[object]:
    return listed(node.get("type"))


def _name(item: Mapping[str, object], number: int) -> str:
    name = item.get("id")
    return name[:200] if isinstance(name, str) else str(number)


# --- by article ------------------------------------------------------------------------------


@dataclass
class _Gathered:
    """What is said of one source."""

    article: Article | None = None
    sets: dict[str, _Set] = field(default_factory=dict[str, "_Set"])


@dataclass
class _Set:
    marks: list[tuple[str, _Node]] = field(default_factory=list[tuple[str, _Node]])
    names: set[str] = field(default_factory=set[str])  # of the marks
    links: list[tuple[str, _Node]] = field(default_factory=list[tuple[str, _Node]])
    status: Status | None = None
    values: dict[str, Value] = field(default_factory=dict[str, Value])


def _sort_in(item: _Node, number: int, gathered: dict[str, _Gathered]) -> None:
    sources = _sources(item)
    bodies = _nodes(item.get("body"))
    if _OWN in item or (_purposes(item) == ["describing"] and _whole(item)):
        text = next((b["value"] for b in bodies if b.get("format") == "text/plain" and "value" in b), None)
        if isinstance(text, str):
            held = gathered.setdefault(sources[0], _Gathered())
            held.article = article_of(item.get(_OWN), text) or _foreign(sources[0], text)
            return
    creator = _creator(item)
    linked = _link_ends(item)
    if linked is not None:
        for held in gathered.values():
            for made in held.sets.values():
                if linked[0] in made.names:
                    made.links.append((_name(item, number), item))
                    return
    for source in dict.fromkeys(sources):
        made = gathered.setdefault(source, _Gathered()).sets.setdefault(creator, _Set())
        if item.get("motivation") == "assessing" and _whole(item):
            words = (b.get("value") for b in bodies if b.get("purpose") == "assessing")
            made.status = next((s for s in map(status_of, words) if s is not None), None)
            made.values.update(_described(bodies))
        else:
            made.marks.append((_name(item, number), item))
            made.names.add(_name(item, number))


def _finished(path: Path, gathered: Mapping[str, _Gathered], report: Report) -> Iterator[ForeignRecord]:
    for source, held in gathered.items():
        found = held.article or _beside(path, source, report)
        if found is None:
            names = [name for made in held.sets.values() for name, _ in made.marks]
            sentence = translate(
                "Import", "The text of {source} is neither in the file nor in a file of that name beside it."
            )
            for name in names:
                report.problem(path, name, None, sentence.format(source=source[:200]))
            continue
        text = Text(found.text)
        sets = tuple(_made(path, creator, made, source, text, report) for creator, made in held.sets.items())
        yield ForeignRecord(found, sets)


def _foreign(source: str, text: str) -> Article | None:
    try:
        whole = clean(text.encode()).text
        url = source if source.startswith(("http://", "https://")) else ""
        return (
            article(identity=source, title=headline_of(whole), text=whole, url=url, meta={}) if whole.strip() else None
        )
    except (FieldsError, UndecodableError, UnicodeEncodeError):
        return None


def _beside(path: Path, source: str, report: Report) -> Article | None:
    """Return the plain text that a source names, if it lies in the folder of the annotations."""
    name = unquote(urlsplit(source).path).rpartition("/")[2]
    file = path.parent / name
    if not name.endswith((".txt", ".text")) or file.is_symlink() or not file.is_file():
        return None
    if file.stat().st_size > MAX_ARTICLE_BYTES:
        return None
    try:
        text = clean(file.read_bytes()).text
        provenance: dict[str, object] = {"_import": {"file": printable(name)}}
        return article(identity="", title=headline_of(text) or file.stem, text=text, meta=provenance)
    except (UndecodableError, FieldsError) as error:
        report.problem(file, None, None, str(error))
        return None


# --- spans and relations ---------------------------------------------------------------------


def _made(path: Path, creator: str, held: _Set, source: str, text: Text, report: Report) -> ForeignSet:
    spans: list[ForeignSpan] = []
    first: dict[str, str] = {}
    for name, item in held.marks:
        for made in _spans(path, name, item, source, text, report):
            first.setdefault(name, made.key)
            spans.append(made)
    relations: list[ForeignRelation] = []
    for name, item in held.links:
        ends = _link_ends(item)
        if ends is None or ends[0] not in first or ends[1] not in first:
            sentence = translate("Import", "One of the annotations that it links is not there.")
            report.problem(path, name, None, sentence)
            continue
        bodies = _nodes(item.get("body"))
        kind = next((b["value"] for b in bodies if b.get("purpose") == "tagging"), "linked")
        key = name.removeprefix(_RELATION)
        relations.append(ForeignRelation(key, str(kind), first[ends[0]], first[ends[1]], _described(bodies)))
    return ForeignSet(creator, tuple(spans), tuple(relations), (), held.status, held.values)


def _spans(path: Path, name: str, item: _Node, source: str, text: Text, report: Report) -> Iterator[ForeignSpan]:
    """Yield a span for each tag and each target in the source; parts of a ``Composite`` make one span."""
    bodies = _nodes(item.get("body"))
    notes = [str(b["value"]) for b in bodies if _purpose(b, item) in ("commenting", "replying") and "value" in b]
    if isinstance(item.get("bodyValue"), str):
        notes.append(str(item["bodyValue"]))
    kinds = _kinds(item, bodies)
    number = 0
    for group in _groups(item, source):
        found: list[Fragment] = []
        for node in group:
            placed = place(node.get("selector"), text)
            if isinstance(placed, str):
                report.problem(path, name, None, placed)
                found.clear()
                break
            if placed.moved:
                sentence = translate("Import", "Its quote does not stand at its position; it was found at {start}.")
                report.problem(path, name, None, sentence.format(start=placed.fragment.start), skipped=False)
            found.append(placed.fragment)
        if not found:
            continue
        for kind in kinds:
            number += 1
            key = name.removeprefix(_SPAN) if number == 1 else f"{name}#{number}"
            via = item.get("via") if name.startswith(_SPAN) else name
            kept = {"id": via} if isinstance(via, str) else {}
            yield ForeignSpan(key, kind, merge(found), _described(bodies), "\n".join(notes), kept)


def _kinds(item: _Node, bodies: Sequence[_Node]) -> list[str]:
    """Return what an annotation tags: the texts of its tags, else the ends of their addresses, else its motivation."""
    found: list[str] = []
    for body in bodies:
        if _purpose(body, item) in ("tagging", "classifying", "identifying"):
            word = body.get("value", body.get("source", body.get("id")))
            if isinstance(word, str) and word.strip():
                plain = word if "value" in body else word.rstrip("/#").replace("#", "/").rpartition("/")[2]
                found.append(plain if _name(item, 0).startswith(_SPAN) else plain.strip())
    if found:
        return list(dict.fromkeys(found))
    words = listed(item.get("motivation"))
    return [next((word for word in words if isinstance(word, str) and word), "annotation").rpartition(":")[2]]


def _groups(item: _Node, source: str) -> Iterator[list[_Node]]:
    for target in _nodes(item.get("target")):
        if "Composite" in _types(target) or "List" in _types(target):
            yield [node for node in _nodes(target.get("items")) if _source_of(node) == source]
        elif "Choice" in _types(target):
            yield [node for node in _nodes(target.get("items"))[:1] if _source_of(node) == source]
        elif "Independents" in _types(target):
            yield from ([node] for node in _nodes(target.get("items")) if _source_of(node) == source)
        elif _source_of(target) == source:
            yield [target]


# --- small readings --------------------------------------------------------------------------


def _nodes(held: object) -> list[_Node]:
    """Return bodies or targets as objects; an address stands for an object with that id."""
    found = [] if held is None else listed(held)
    return [cast("_Node", n) if isinstance(n, dict) else {"id": n} for n in found if isinstance(n, dict | str)]


def _source_of(node: _Node) -> str:
    source = node.get("source", node.get("id", ""))
    if isinstance(source, dict):
        source = cast("_Node", source).get("id", "")
    return source if isinstance(source, str) else ""


def _sources(item: _Node) -> list[str]:
    found: list[str] = []
    for target in _nodes(item.get("target")):
        found += map(_source_of, _nodes(target["items"]) if "items" in target else [target])
    return found or [""]


def _whole(item: _Node) -> bool:
    return not any("selector" in target for target in _nodes(item.get("target")))


def _purpose(body: _Node, item: _Node) -> str:
    purpose = body.get("purpose", item.get("motivation", ""))
    return str(next(iter(listed(purpose)), ""))


def _purposes(item: _Node) -> list[str]:
    return [_purpose(body, item) for body in _nodes(item.get("body"))]


def _described(bodies: Sequence[_Node]) -> dict[str, Value]:
    for body in bodies:
        if body.get("purpose") == "describing" and body.get("format") == "application/json":
            try:
                return values_of(json.loads(str(body.get("value"))))
            except (ValueError, RecursionError):
                return {}
    return {}


def _creator(item: _Node) -> str:
    first = next(iter(listed(item.get("creator"))), None)
    if isinstance(first, dict):
        held = cast("_Node", first)
        first = held.get("name", held.get("nickname", held.get("id", "")))
    return first if isinstance(first, str) else ""


def _link_ends(item: _Node) -> tuple[str, str] | None:
    """Return the two annotations that a linking annotation joins, or None if it is not one."""
    if item.get("motivation") != "linking":
        return None
    to = [_source_of(body) for body in _nodes(item.get("body")) if body.get("purpose") == "linking"]
    at = _sources(item)
    return (at[0], to[0]) if len(at) == len(to) == 1 else None
