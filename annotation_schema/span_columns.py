"""The spans of one annotator in one article as columns: how an import of millions of them takes them in.

``read`` looks at a whole list of spans at once, column by column, and gives None at the least doubt; then
``record_reader`` looks at each span and has a sentence for whatever is wrong. Both ways give the same spans.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate, chain, pairwise
from operator import itemgetter, le, lt, sub
from typing import Any, NamedTuple, cast, overload

from annotation_schema.ids import parse_ids
from annotation_schema.model import AttributeValue, Fragment, Fragments, Origin, OriginKind, Span, SpanId
from annotation_schema.sound_span import scalars
from annotation_schema.values import is_unicode

_span_parts = itemgetter("id", "label", "fragments", "attributes", "origin", "created", "updated")
_fragment_parts = itemgetter("start", "end", "text")
_KINDS = {kind.value: kind for kind in OriginKind}
_NOTHING: dict[str, Any] = {}


class Columns(NamedTuple):
    """One value for each span. ``fragments``: only of spans with several; ``surfaces``: their texts joined by U+001F.

    ``attributes`` and ``details`` (of origins) are sorted by name.
    """

    ids: Sequence[SpanId]
    labels: Sequence[str]
    starts: Sequence[int]
    ends: Sequence[int]
    surfaces: Sequence[str]
    fragments: Sequence[Fragments | None]
    attributes: Sequence[dict[str, AttributeValue]]
    kinds: Sequence[OriginKind]
    details: Sequence[dict[str, str | int | float | bool]]
    created: Sequence[str]
    updated: Sequence[str]


class SpanColumns(Sequence[Span]):
    """Sound spans of ``text`` in order of place and id; they are made one by one, for whoever asks."""

    def __init__(self, text: str, columns: Columns) -> None:
        """Take over columns that ``read`` has checked."""
        self.text = text
        self.columns = columns

    def __len__(self) -> int:
        return len(self.columns.ids)

    def __iter__(self) -> Iterator[Span]:
        return map(_span, *self.columns)

    @overload
    def __getitem__(self, index: int) -> Span: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Span, ...]: ...
    def __getitem__(self, index: int | slice) -> Span | tuple[Span, ...]:
        if isinstance(index, slice):
            parts: list[Any] = [column[index] for column in self.columns]
            return tuple(map(_span, *parts))
        values: list[Any] = [column[index] for column in self.columns]
        return _span(*values)

    def __eq__(self, other: object) -> bool:
        """Compare the spans, with a tuple too."""
        if not isinstance(other, SpanColumns | tuple):
            return NotImplemented
        return tuple(self) == tuple(cast("Iterable[object]", other))

    __hash__ = None  # pyright: ignore[reportAssignmentType] - spans hold dictionaries


def _span(
    number: SpanId,
    label: str,
    start: int,
    end: int,
    surface: str,
    fragments: Fragments | None,
    attributes: dict[str, AttributeValue],
    kind: OriginKind,
    details: dict[str, str | int | float | bool],
    created: str,
    updated: str,
) -> Span:
    parts = fragments or (Fragment(start, end),)
    return Span(number, label, parts, dict(attributes), Origin(kind, dict(details)), created, updated)


def read(items: object, text: str, taken: set[int], scope: dict[object, int]) -> SpanColumns | None:
    """Return the spans and enter their ids into both, or None if the long way must look; then nothing is entered."""
    try:
        return _read(cast("list[Any]", items), text, taken, scope) if type(items) is list and items else None
    except (KeyError, TypeError, ValueError):
        return None  # a field that is missing, or a value of another kind


def _all(values: Iterable[object], kind: type) -> bool:
    return set(map(type, values)) == {kind}


def _read(items: list[dict[str, Any]], text: str, taken: set[int], scope: dict[object, int]) -> SpanColumns | None:
    # Much of what could be of another kind raises TypeError where it is taken apart or joined.
    if set(map(len, items)) != {7}:
        return None
    raw, labels, pieces, attributes, origins, created, updated = zip(*map(_span_parts, items), strict=True)
    for column in (labels, created, updated):
        if not is_unicode("".join(set(column))):
            return None
    ids = parse_ids(raw)
    if ids is None or len(set(ids)) != len(ids) or not taken.isdisjoint(ids) or not all(map(str.strip, set(labels))):
        return None
    places = _places(pieces, text)
    if places is None:
        return None
    starts, ends, surfaces, fragments = places
    kept = [_NOTHING] * len(ids)
    if not _all(attributes, dict):
        return None
    if any(attributes):
        kept = [_attributes(one) if one else _NOTHING for one in attributes]
        if None in kept:
            return None
    kinds = [_KINDS[origin["kind"]] for origin in origins]
    details: list[dict[str, Any]] = [_NOTHING] * len(ids)
    if set(map(len, origins)) != {1}:
        found = [_details(origin) for origin in origins]
        if None in found:
            return None
        details = cast("list[dict[str, Any]]", found)
    columns = Columns(
        cast("list[SpanId]", ids),
        labels,
        starts,
        ends,
        surfaces,
        fragments,
        cast("list[dict[str, AttributeValue]]", kept),
        kinds,
        details,
        created,
        updated,
    )
    taken.update(ids)
    scope.update(zip(raw, ids, strict=True))
    return SpanColumns(text, _in_order(columns))


def _attributes(held: dict[str, Any]) -> dict[str, Any] | None:
    """Return values by name, sorted, several of one as a tuple; None if there is anything else."""
    lists: dict[str, tuple[Any, ...]] = {
        name: tuple(cast("list[Any]", value)) for name, value in held.items() if type(value) is list
    }
    if not lists:
        return scalars(held)
    texts = [text for value in lists.values() for text in value]
    if texts and not (_all(texts, str) and is_unicode("".join(texts))):
        return None
    if not is_unicode("".join(lists)):
        return None
    others = scalars({name: value for name, value in held.items() if name not in lists})
    return None if others is None else dict(sorted({**others, **lists}.items()))


def _details(origin: dict[str, Any]) -> dict[str, Any] | None:
    if len(origin) == 1:
        return _NOTHING
    found = scalars(origin)
    if found is not None:
        del found["kind"]
    return found


def _places(
    pieces: tuple[list[dict[str, Any]], ...], text: str
) -> tuple[Sequence[int], Sequence[int], Sequence[str], Sequence[Fragments | None]] | None:
    """Return starts, ends, surfaces and the fragments of spans with several; None if any is not as it should be."""
    flat = list(chain.from_iterable(pieces))
    counts = list(map(len, pieces))
    if not min(counts) or set(map(len, flat)) != {3}:
        return None
    starts, ends, texts = zip(*map(_fragment_parts, flat), strict=True)
    if not _all(starts, int) or not _all(ends, int):  # a bool is no int here
        return None
    if min(starts) < 0 or max(ends) > len(text) or not all(map(lt, starts, ends)):
        return None
    if list(map(len, texts)) != list(map(sub, ends, starts)) or not all(map(text.startswith, texts, starts)):
        return None
    none: list[Fragments | None] = [None] * len(pieces)
    if len(flat) == len(pieces):
        return starts, ends, texts, none
    joined: list[str] = []
    for at, (first, past) in enumerate(pairwise(accumulate(counts, initial=0))):
        joined.append("\x1f".join(texts[first:past]))
        if past - first > 1:
            if any(map(le, starts[first + 1 : past], ends[first : past - 1])):
                return None  # they overlap, touch or are out of order
            none[at] = tuple(map(Fragment, starts[first:past], ends[first:past]))
    firsts = list(accumulate(counts, initial=0))
    return [starts[at] for at in firsts[:-1]], [ends[at - 1] for at in firsts[1:]], joined, none


def _in_order(columns: Columns) -> Columns:
    """Return the columns sorted by place and id; nearly always they are."""
    places = list(zip(columns.starts, columns.ends, columns.ids, strict=True))
    ordered = sorted(places)
    if places == ordered:
        return columns
    at = sorted(range(len(places)), key=places.__getitem__)
    pick: Callable[[Sequence[Any]], list[Any]] = lambda column: [column[i] for i in at]  # noqa: E731
    return Columns(*map(pick, columns))
