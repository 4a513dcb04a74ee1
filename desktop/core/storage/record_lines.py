"""Records of the interchange form as lines of JSON, straight from the rows: the fast way out for large projects.

Gives the bytes that ``annotation_schema.records.to_line`` gives of what ``storage.export.records`` gives (a test holds
them together), and refuses what that refuses: each span's stored surface is compared with the text at its place, and
it is the text in the line that is compared. No objects are made of spans, which takes most of the time otherwise.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable, Iterator
from itertools import groupby
from json.encoder import encode_basestring
from operator import itemgetter
from typing import Any, NamedTuple, cast

from annotation_schema.ids import id_text
from annotation_schema.model import Article, ArticleRecord
from annotation_schema.records import FORMAT, to_line
from annotation_schema.wording import translate
from desktop.core.errors import AppError, ErrorCode
from desktop.core.storage.articles import ARTICLE_COLUMNS, article_of
from desktop.core.storage.codec import load_attributes, load_fragments, load_origin, load_time

Row = tuple[Any, ...]
_quote = encode_basestring
_dumps = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode
_KNOWN = 20_000
_SPANS = (
    "SELECT article_id, annotator_id, id, label, start, end, surface, fragments, attributes, origin_kind, origin,"
    " created, updated FROM span ORDER BY article_id, start"
)
_RELATIONS = (
    "SELECT article_id, annotator_id, id, type, source_id, target_id, attributes FROM relation ORDER BY article_id, id"
)
_STATES = "SELECT article_id, annotator_id, status, attributes FROM state ORDER BY article_id"


_BY_PLACE = itemgetter(4, 5, 2)


class Line(NamedTuple):
    """One record: its article's uid, the line with its end, and how many spans and relations are in it."""

    uid: str
    data: bytes
    spans: int
    relations: int


class _Groups:
    """Rows sorted by their first column, handed out one article at a time."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self._groups = groupby(rows, key=itemgetter(0))
        self._next = next(self._groups, None)

    def take(self, article_id: int) -> list[Row]:
        """Return the rows of an article; articles must be asked for in order."""
        while self._next is not None and self._next[0] < article_id:
            self._next = next(self._groups, None)
        if self._next is None or self._next[0] != article_id:
            return []
        rows = list(self._next[1])
        self._next = next(self._groups, None)
        return rows


def lines(conn: sqlite3.Connection, *, within: Collection[int] | None = None) -> Iterator[Line]:
    """Give the record of every article (or of those of ``within``) by id, without suggestions.

    The connection must be the caller's own, as for ``export.records``. Raises AppError EXPORT_REFUSED at the first span
    whose stored surface is not what the text has there.
    """
    conn.execute("BEGIN")
    names: dict[int, str] = dict(conn.execute("SELECT id, name FROM annotator"))
    writer = _Writer(names)
    spans, relations, states = (_Groups(conn.execute(q)) for q in (_SPANS, _RELATIONS, _STATES))
    for row in conn.execute(f"SELECT id, {ARTICLE_COLUMNS} FROM article JOIN article_text USING (id) ORDER BY id"):
        number = row[0]
        if within is not None and number not in within:
            continue
        article = article_of(row[1:])
        own, links = spans.take(number), relations.take(number)
        sets = writer.sets(article, own, links, states.take(number))
        yield Line(article.uid, f"{_head(article)}{','.join(sets)}]}}\n".encode(), len(own), len(links))


def _head(article: Article) -> str:
    """Return the record of an article up to its annotations."""
    if article.meta:
        return to_line(ArticleRecord(article))[:-2]  # without annotations it ends in "[]}"
    a = article
    return (
        f'{{"format":"{FORMAT}","uid":{_quote(a.uid)},"title":{_quote(a.title)},"text":{_quote(a.text)},'
        f'"byline":{_quote(a.byline)},"publisher":{_quote(a.publisher)},"published":{_quote(a.published)},'
        f'"url":{_quote(a.url)},"language":{_quote(a.language)},"section":{_quote(a.section)},"meta":{{}},'
        '"annotations":['
    )


class _Writer:
    """Makes JSON of rows; keeps the text of what many of them share."""

    def __init__(self, names: dict[int, str]) -> None:
        self._names = names
        self._labels = _Labels()
        self._tails = _Tails()
        self._heads = _Heads()

    def sets(self, article: Article, spans: list[Row], relations: list[Row], states: list[Row]) -> list[str]:
        """Return what each annotator has in an article, by name."""
        status: dict[int, Row] = {row[1]: row for row in states}
        annotators = status.keys() | {row[1] for row in spans} | {row[1] for row in relations}
        if len(annotators) == 1:
            return [self._set(article, one, status.get(one), spans, relations) for one in annotators]
        made: list[str] = []
        for one in sorted(annotators, key=self._names.__getitem__):
            own = [row for row in spans if row[1] == one]
            made.append(self._set(article, one, status.get(one), own, [row for row in relations if row[1] == one]))
        return made

    def _set(self, article: Article, annotator: int, state: Row | None, spans: list[Row], relations: list[Row]) -> str:
        spans.sort(key=_BY_PLACE)
        status = _quote(state[2]) if state else '"todo"'
        attributes = _attributes(state[3]) if state else "{}"
        name = _quote(self._names[annotator])
        written = ",".join(self._spans(article, spans))
        linked = ",".join([_relation(row) for row in relations])
        held = f'"spans":[{written}],"relations":[{linked}]'
        return f'{{"annotator":{name},"status":{status},"attributes":{attributes},{held}}}'

    def _spans(self, article: Article, rows: list[Row]) -> list[str]:
        """Return each span as JSON; column by column, since a loop over rows in Python takes twice as long."""
        if not rows:
            return []
        _, _, numbers, labels, starts, ends, surfaces, fragments, *rest = zip(*rows, strict=True)
        if any(fragments):
            whole = [self._places(article, row) for row in rows]
        else:
            if list(map(article.text.__getitem__, map(slice, starts, ends))) != list(surfaces):
                for row in rows:
                    self._places(article, row)  # raises at the one that differs
            whole = [
                f'{{"start":{start},"end":{end},"text":{quoted}}}'
                for start, end, quoted in zip(starts, ends, map(_quote, surfaces), strict=True)
            ]
        return [
            f'{{"id":"{head}{_THREE[number >> 15 & 32767]}{_THREE[number & 32767]}{label}{places}{tail}'
            for head, number, label, places, tail in zip(
                map(self._heads.__getitem__, [number >> 30 for number in numbers]),
                numbers,
                map(self._labels.__getitem__, labels),
                whole,
                map(self._tails.__getitem__, zip(*rest, strict=True)),
                strict=True,
            )
        ]

    def _places(self, article: Article, row: Row) -> str:
        """Return the fragments of a span, compared with what is stored."""
        _, _, number, _, start, end, surface, fragments, *_ = row
        pieces = load_fragments(start, end, fragments)
        texts = [article.text[f.start : f.end] for f in pieces]
        if "\x1f".join(texts) != surface:
            raise _refused(article, number, start, end)
        return ",".join(
            f'{{"start":{f.start},"end":{f.end},"text":{_quote(t)}}}' for f, t in zip(pieces, texts, strict=True)
        )


class _Heads(dict[int, str]):
    """The first seven characters of ids by their upper bits: the same for a quarter of a second of their making."""

    def __missing__(self, upper: int) -> str:
        if len(self) >= _KNOWN:
            self.clear()
        head = self[upper] = id_text(upper << 30 | 1)[:7]
        return head


class _Labels(dict[str, str]):
    """What stands between the id and the places of a span, by label."""

    def __missing__(self, label: str) -> str:
        made = self[label] = f'","label":{_quote(label)},"fragments":['
        return made


class _Tails(dict[tuple[object, ...], str]):
    """The end of a span's JSON, by what it is made of: attributes, origin (kind, details), created, updated."""

    def __missing__(self, key: tuple[object, ...]) -> str:
        attributes, kind, details, created, updated = cast("tuple[str | None, int, str | None, Any, Any]", key)
        origin = load_origin(kind, details)
        held = {"kind": origin.kind.value, **{k: origin.details[k] for k in sorted(origin.details) if k != "kind"}}
        made = load_time(created)
        changed = made if updated is None else load_time(updated)
        if len(self) >= _KNOWN:
            self.clear()
        tail = self[key] = (
            f'],"attributes":{_attributes(attributes)},"origin":{_dumps(held)},"created":{_quote(made)},'
            f'"updated":{_quote(changed)}}}'
        )
        return tail


def _relation(row: Row) -> str:
    _, _, number, kind, source, target, attributes = row
    return (
        f'{{"id":"{id_text(number)}","type":{_quote(kind)},"from":"{id_text(source)}","to":"{id_text(target)}",'
        f'"attributes":{_attributes(attributes)}}}'
    )


def _attributes(stored: str | None) -> str:
    if stored is None:
        return "{}"
    return _dumps({k: list(v) if isinstance(v, tuple) else v for k, v in sorted(load_attributes(stored).items())})


def _refused(article: Article, number: int, start: int, end: int) -> AppError:
    sentence = translate(
        "Export", "Article {article}: the text of span {span} ({start} to {end}) is not the one it was made for."
    )
    return AppError(
        ErrorCode.EXPORT_REFUSED,
        sentence.format(article=article.uid, span=id_text(number), start=start, end=end),
        hint=translate("Export", "Nothing was written. Run the project check, and restore the project from a backup."),
    )


_THREE = [id_text(1 << 45 | n)[-3:] for n in range(32_768)]
"""The characters of 15 bits of an id."""
