"""Records of the interchange form as lines of JSON, straight from the rows: the fast way out for large projects.

Gives the bytes that ``annotation_schema.records.to_line`` gives of what ``storage.export.records`` gives (a test holds
them together), and refuses what that refuses: each span's stored surface is compared with the text at its place, and
it is the text in the line that is compared. No objects are made of spans or rows, which takes most of the time
otherwise: SQLite hands over a few dozen articles at once as JSON lists, one for each column, and makes the next of
these pieces while the bytes of one are joined.
"""

from __future__ import annotations

import json
import sqlite3
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator
from contextlib import closing
from itertools import accumulate, compress, count, repeat
from json.encoder import encode_basestring
from operator import itemgetter, le, sub
from typing import Any, NamedTuple, cast

from annotation_schema.ids import id_text
from annotation_schema.records import FORMAT
from annotation_schema.wording import translate
from desktop.core.ahead import ahead
from desktop.core.errors import AppError, ErrorCode
from desktop.core.storage.codec import load_fragments, load_object, load_origin, load_time

Row = tuple[Any, ...]
_quote = encode_basestring
_dumps = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode
_decoder = json.JSONDecoder()
_loads, _scan = _decoder.decode, _decoder.raw_decode
_KNOWN = 20_000
_WINDOW = 4_000
_ARTICLES, _WORDS = 32, 60_000
"""What a piece holds at most: some 200 KB of text, with as much again for its spans."""
_IDS = "SELECT id, words FROM article WHERE id > ? ORDER BY id LIMIT ?"
# All of a piece in one row, which SQLite makes in one go without the interpreter's lock: a thread that asked for row
# after row would wait for the lock at each. SQLite writes JSON as we do (a test holds it), and never a line end in it.
# The order of spans within a column does not matter, as all have the same.
_PIECE_OF = f"""WITH wanted(number) AS (SELECT value FROM json_each(?))
    SELECT * FROM (SELECT
        json_group_array(json_array(
            id, uid, length(CAST(text AS BLOB)), meta, (SELECT count(*) FROM span WHERE article_id = article.id))),
        CAST(group_concat(text, '') AS BLOB),
        CAST(group_concat(
            ('{{"format":"{FORMAT}","uid":' || json_quote(uid) || ',"title":' || json_quote(title) || ',"text":')
            || json_quote(text) ||
            (',"byline":' || json_quote(byline) || ',"publisher":' || json_quote(publisher) || ',"published":'
            || json_quote(published) || ',"url":' || json_quote(url) || ',"language":' || json_quote(language)
            || ',"section":' || json_quote(section) || ',"meta":'), char(10)) AS BLOB)
        FROM wanted CROSS JOIN article ON id = number JOIN article_text USING (id)),
    (SELECT json_group_array(json_array(article_id, annotator_id, id, type, source_id, target_id, attributes))
        FROM wanted CROSS JOIN relation ON article_id = number),
    (SELECT json_group_array(json_array(article_id, annotator_id, status, attributes))
        FROM wanted CROSS JOIN state ON article_id = number),
    (SELECT count(*), json_group_array(annotator_id), json_group_array(id),
        json_group_array(label), json_group_array(start), json_group_array("end"), json_group_array(surface),
        json_group_array(fragments), json_group_array(attributes), json_group_array(origin_kind),
        json_group_array(origin), json_group_array(created), json_group_array(updated)
        FROM wanted CROSS JOIN span ON article_id = number)"""


class Line(NamedTuple):
    """One record: its article's uid, the line with its end, and how many spans and relations are in it."""

    uid: str
    data: bytes
    spans: int
    relations: int


def lines(conn: sqlite3.Connection, *, within: Collection[int] | None = None) -> Iterator[Line]:
    """Give the record of every article (or of those of ``within``) by id, without suggestions.

    The connection must be the caller's own, as for ``export.records``. Raises AppError EXPORT_REFUSED at the first span
    whose stored surface is not what the text has there.
    """
    conn.execute("BEGIN")
    writer = _Writer(conn)
    with closing(ahead(_rows(conn, within))) as pieces:
        for piece in pieces:
            yield from writer.lines(*piece)


def _rows(conn: sqlite3.Connection, within: Collection[int] | None) -> Iterator[Row]:
    for piece in _pieces(conn, within):
        yield conn.execute(_PIECE_OF, (_dumps(piece),)).fetchone()


def _pieces(conn: sqlite3.Connection, within: Collection[int] | None) -> Iterator[list[int]]:
    """Give the ids of a few dozen articles after the other."""
    last = -1
    while rows := conn.execute(_IDS, (last, _WINDOW)).fetchall():
        last = rows[-1][0]
        piece: list[int] = []
        held = 0
        for number, words in rows:
            if within is not None and number not in within:
                continue
            if piece and (len(piece) >= _ARTICLES or held + words > _WORDS):
                yield piece
                piece, held = [], 0
            piece.append(number)
            held += words
        if piece:
            yield piece


_PARTS = 9
_END, _TEXT = b',"end":', b',"text":"'


class _Spans(NamedTuple):
    """The spans of some articles, column by column, an article's together and in the order of the articles.

    ``written``: so many parts of JSON for each, with a comma before the first. ``in_order``: for each article whether
    its spans are. ``annotators``: None if all are of the first.
    """

    first_annotator: int
    annotators: list[int] | None
    numbers: list[int]
    starts: list[int]
    ends: list[int]
    written: list[bytes]
    out_of_order: set[int]

    def of(self, article: int, first: int, past: int) -> dict[int, bytes]:
        """Return the JSON of an article's spans by annotator, in the order of places and ids."""
        if first == past:
            return {}
        if self.annotators is None and article not in self.out_of_order:
            return {self.first_annotator: b"".join(self.written[first * _PARTS : past * _PARTS])[1:]}
        found: dict[int, list[bytes]] = {}
        for at in sorted(range(first, past), key=self._place):
            whose = self.first_annotator if self.annotators is None else self.annotators[at]
            found.setdefault(whose, []).extend(self.written[at * _PARTS : (at + 1) * _PARTS])
        return {whose: b"".join(parts)[1:] for whose, parts in found.items()}

    def _place(self, at: int) -> tuple[int, int, int]:
        return self.starts[at], self.ends[at], self.numbers[at]


_NO_SPANS = _Spans(0, None, [], [], [], [], set())


class _Writer:
    """Makes JSON of rows; keeps the text of what many of them share."""

    def __init__(self, conn: sqlite3.Connection) -> None:
        self._names: dict[int, str] = dict(conn.execute("SELECT id, name FROM annotator"))
        self._labels = _Labels()
        self._tails = _Tails()
        self._heads = _Heads()

    def lines(self, rows: str, texts: bytes, heads: bytes, links: str, states: str, *columns: Any) -> Iterator[Line]:
        """Give the lines of a piece, as ``_PIECE_OF`` has it."""
        articles = _articles(rows, texts)
        spans = self._spans(articles, *columns)
        relations, told = _by_article(sorted(_loads(links), key=itemgetter(2))), _by_article(_loads(states))
        past = 0
        for at, ((number, uid, _, meta, here), head) in enumerate(zip(articles, heads.split(b"\n"), strict=True)):
            first, past = past, past + here
            own = relations.get(number, [])
            sets = self._sets(spans.of(at, first, past), own, told.get(number, []))
            data = b"".join((head, _stored(meta).encode(), b',"annotations":[', b",".join(sets), b"]}\n"))
            yield Line(uid, data, here, len(own))

    def _sets(self, spans: dict[int, bytes], relations: list[Row], states: list[Row]) -> list[bytes]:
        """Return what each annotator has in an article, by name."""
        status: dict[int, Row] = {row[1]: row for row in states}
        annotators = status.keys() | spans.keys() | {row[1] for row in relations}
        if len(annotators) == 1:
            return [self._set(one, status.get(one), spans.get(one, b""), relations) for one in annotators]
        made: list[bytes] = []
        for one in sorted(annotators, key=self._names.__getitem__):
            own = [row for row in relations if row[1] == one]
            made.append(self._set(one, status.get(one), spans.get(one, b""), own))
        return made

    def _set(self, annotator: int, state: Row | None, spans: bytes, relations: list[Row]) -> bytes:
        status = _quote(state[2]) if state else '"todo"'
        attributes = _stored(state[3]) if state else "{}"
        head = f'{{"annotator":{_quote(self._names[annotator])},"status":{status},"attributes":{attributes},"spans":['
        linked = ",".join([_relation(row) for row in relations])
        return b"".join((head.encode(), spans, f'],"relations":[{linked}]}}'.encode()))

    def _spans(self, articles: list[Row], number: int, *columns: str) -> _Spans:
        """Return each span as JSON; column by column, since a loop over rows in Python takes twice as long."""
        if not number:
            return _NO_SPANS
        whose = _values(columns[0], number)
        numbers, labels, starts, ends, surfaces = map(_loads, columns[1:6])
        odd = _fragmented(articles, starts, ends, columns[6]) if _values(columns[6], number) is not None else {}
        _verify(articles, numbers, starts, ends, surfaces, odd)
        shown: list[bytes] = columns[3][1:-1].encode().split(b",")
        quoted = _contents(columns[5], surfaces)
        for at, parts in odd.items():
            # All up to the start of the last fragment takes the place of the start.
            before = [f'{start},"end":{end},"text":{_quote(text)}}},{{"start":' for start, end, text in parts[:-1]]
            shown[at] = f"{''.join(before)}{parts[-1][0]}".encode()
            quoted[at] = _quote(parts[-1][2])[1:-1].encode()
        written: list[bytes] = [b""] * (_PARTS * number)
        written[0::_PARTS] = map(self._heads.__getitem__, [n >> 15 for n in numbers])
        written[1::_PARTS] = [_THREE[n & 32767] for n in numbers]
        written[2::_PARTS] = map(self._labels.__getitem__, labels)
        written[3::_PARTS] = shown
        written[4::_PARTS] = [_END] * number
        written[5::_PARTS] = columns[4][1:-1].encode().split(b",")
        written[6::_PARTS] = [_TEXT] * number
        written[7::_PARTS] = quoted
        written[8::_PARTS] = self._tails_of(columns[7:], number)
        several = isinstance(whose, list)
        return _Spans(
            whose[0] if several else whose,
            whose if several else None,
            numbers,
            starts,
            ends,
            written,
            _out_of_order(articles, numbers, starts, ends),
        )

    def _tails_of(self, columns: Iterable[str], number: int) -> Iterable[bytes]:
        """Return the end of each span's JSON; usually many spans have the same."""
        values = [_values(column, number) for column in columns]
        if not any(isinstance(value, list) for value in values):
            return [self._tails[tuple(values)]] * number
        rows = zip(*[_repeated(value, number) for value in values], strict=True)
        return list(map(self._tails.__getitem__, rows))


def _articles(rows: str, texts: bytes) -> list[Row]:
    """Return id, uid, text, meta and the number of spans of each article."""
    found: list[Row] = []
    past = 0
    for number, uid, size, meta, spans in _loads(rows):
        first, past = past, past + size
        found.append((number, uid, texts[first:past].decode(), meta, spans))
    return found


def _values(column: str, count: int) -> Any:
    """Return the values of a JSON list, or the one value if all are the same."""
    value, end = _scan(column, 1)
    return value if column == f"[{','.join([column[1:end]] * count)}]" else _loads(column)


def _repeated(value: Any, count: int) -> Iterable[object]:
    return cast("list[object]", value) if isinstance(value, list) else repeat(value, count)


def _by_article(rows: Iterable[Row]) -> dict[int, list[Row]]:
    found: dict[int, list[Row]] = {}
    for row in rows:
        found.setdefault(row[0], []).append(row)
    return found


def _contents(column: str, texts: list[str]) -> list[bytes]:
    """Return the texts of a JSON list as JSON without the quotation marks around them."""
    if '\\"' in column:
        return [_quote(text)[1:-1].encode() for text in texts]
    return column[2:-2].encode().split(b'","')  # no mark is in a text, so each is at a border


def _verify(
    articles: list[Row],
    numbers: list[int],
    starts: list[int],
    ends: list[int],
    surfaces: list[str],
    odd: dict[int, list[tuple[int, int, str]]],
) -> None:
    """Raise AppError EXPORT_REFUSED at the first span whose text is not its surface."""
    lengths = list(map(sub, ends, starts))
    past = 0
    for row in articles:
        first, past = past, past + row[4]
        text: str = row[2]
        here = surfaces[first:past]
        if list(map(len, here)) == lengths[first:past] and all(map(text.startswith, here, starts[first:past])):
            continue
        for at in range(first, past):
            if at in odd:
                same = "\x1f".join([part[2] for part in odd[at]]) == surfaces[at]
            else:
                same = text[starts[at] : ends[at]] == surfaces[at]
            if not same:
                raise _refused(row[1], numbers[at], starts[at], ends[at])


def _out_of_order(articles: list[Row], numbers: list[int], starts: list[int], ends: list[int]) -> set[int]:
    """Return which articles' spans are not in the order of places and ids."""
    past = list(accumulate([row[4] for row in articles]))
    borders = set(past)
    found: set[int] = set()
    for at in compress(count(1), map(le, starts[1:], starts)):
        before = at - 1
        if at not in borders and (starts[before], ends[before], numbers[before]) > (starts[at], ends[at], numbers[at]):
            found.add(bisect_right(past, at))
    return found


def _fragmented(
    articles: list[Row], starts: list[int], ends: list[int], column: str
) -> dict[int, list[tuple[int, int, str]]]:
    """Return the fragments (start, end, text) of spans that have several, by their place in the columns."""
    fragments: list[str | None] = _loads(column)
    found: dict[int, list[tuple[int, int, str]]] = {}
    past = 0
    for row in articles:
        first, past = past, past + row[4]
        for at in range(first, past):
            if fragments[at]:
                parts = load_fragments(starts[at], ends[at], fragments[at])
                found[at] = [(f.start, f.end, row[2][f.start : f.end]) for f in parts]
    return found


class _Heads(dict[int, bytes]):
    """How spans begin, by the upper bits of ids: many are the same, since ids made in one go follow each other."""

    def __missing__(self, upper: int) -> bytes:
        if len(self) >= _KNOWN:
            self.clear()
        head = self[upper] = f',{{"id":"{id_text(upper << 15 | 1)[:10]}'.encode()
        return head


class _Labels(dict[str, bytes]):
    """What stands between the id and the first offset of a span, by label."""

    def __missing__(self, label: str) -> bytes:
        made = self[label] = f'","label":{_quote(label)},"fragments":[{{"start":'.encode()
        return made


class _Tails(dict[tuple[object, ...], bytes]):
    """The end of a span's JSON, by what it is made of: attributes, origin (kind, details), created, updated."""

    def __missing__(self, key: tuple[object, ...]) -> bytes:
        attributes, kind, details, created, updated = cast("tuple[str | None, int, str | None, Any, Any]", key)
        origin = f'{{"kind":{_quote(load_origin(kind, None).kind)}'
        if details is not None:
            if '"kind"' in details:  # that of the origin counts
                held = load_object(details)
                details = _dumps({k: held[k] for k in sorted(held) if k != "kind"})
            origin += f",{_stored(details)[1:-1]}" if details != "{}" else ""
        made = load_time(created)
        changed = made if updated is None else load_time(updated)
        if len(self) >= _KNOWN:
            self.clear()
        tail = self[key] = (
            f'"}}],"attributes":{_stored(attributes)},"origin":{origin}}},"created":{_quote(made)},'
            f'"updated":{_quote(changed)}}}'
        ).encode()
        return tail


def _relation(row: Row) -> str:
    _, _, number, kind, source, target, attributes = row
    return (
        f'{{"id":"{id_text(number)}","type":{_quote(kind)},"from":"{id_text(source)}","to":"{id_text(target)}",'
        f'"attributes":{_stored(attributes)}}}'
    )


def _stored(text: str | None) -> str:
    """Return what ``codec.dump_object`` stored: already in our form, with sorted keys."""
    if text is None:
        return "{}"
    if "NaN" in text or "Infinity" in text:
        return _dumps(load_object(text))  # raises ValueError if these are numbers
    return text


def _refused(uid: str, number: int, start: int, end: int) -> AppError:
    sentence = translate(
        "Export", "Article {article}: the text of span {span} ({start} to {end}) is not the one it was made for."
    )
    return AppError(
        ErrorCode.EXPORT_REFUSED,
        sentence.format(article=uid, span=id_text(number), start=start, end=end),
        hint=translate("Export", "Nothing was written. Run the project check, and restore the project from a backup."),
    )


_THREE = [id_text(1 << 45 | n)[-3:].encode() for n in range(32_768)]
"""The characters of 15 bits of an id."""
