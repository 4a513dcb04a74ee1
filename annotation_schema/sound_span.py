"""The quick way for a span that is exactly as we write it, which is nearly every one.

``record_reader`` looks at each part and has a sentence for whatever is wrong; that takes ten times as long, and an
import reads millions of spans. Both ways give the same span; the quick one gives None at the least doubt.
"""

from __future__ import annotations

from typing import cast

from annotation_schema.ids import parse_id
from annotation_schema.model import AttributeValue, Fragment, Fragments, Origin, OriginKind, Span, SpanId
from annotation_schema.values import is_finite, is_unicode

_KEYS = frozenset(("id", "label", "fragments", "attributes", "origin", "created", "updated"))
_FRAGMENT_KEYS = frozenset(("start", "end", "text"))
_NUMBERS = (int, float)
_KINDS = {kind.value: kind for kind in OriginKind}


def sound_span(data: dict[str, object], text: str, taken: set[int], scope: dict[object, int]) -> Span | None:
    """Return the span and enter its id into both, or None if the long way must look at it; then nothing is entered."""
    if data.keys() != _KEYS:
        return None
    raw, label, created, updated = data["id"], data["label"], data["created"], data["updated"]
    for value in (raw, label, created, updated):
        if type(value) is not str or not value.isascii():
            return None
    number = parse_id(cast("str", raw))
    if number is None or number in taken or raw in scope or not cast("str", label).strip():
        return None
    fragments = _fragments(data["fragments"], text)
    attributes = scalars(data["attributes"])
    origin = scalars(data["origin"])
    if fragments is None or attributes is None or origin is None:
        return None
    kind = _KINDS.get(str(origin.pop("kind", "")))
    if kind is None:
        return None
    taken.add(number)
    scope[raw] = number
    return Span(
        SpanId(number),
        cast("str", label),
        fragments,
        attributes,
        Origin(kind, cast("dict[str, str | int | float | bool]", origin)),
        cast("str", created),
        cast("str", updated),
    )


def _fragments(items: object, text: str) -> Fragments | None:
    if type(items) is not list or not items:
        return None
    found: list[Fragment] = []
    last = -1
    for item in cast("list[object]", items):
        if type(item) is not dict:
            return None
        held = cast("dict[str, object]", item)
        if held.keys() != _FRAGMENT_KEYS:
            return None
        start, end = held["start"], held["end"]
        if type(start) is not int or type(end) is not int:  # a bool is none
            return None
        if not last < start < end <= len(text) or text[start:end] != held["text"]:
            return None
        last = end
        found.append(Fragment(start, end))
    return tuple(found)


def scalars(value: object) -> dict[str, AttributeValue] | None:
    """Return texts, numbers and truth values by name, sorted; None if there is anything else."""
    if type(value) is not dict:
        return None
    held = cast("dict[str, object]", value)
    for name, one in held.items():
        kind = type(one)
        if kind is str:
            if not is_unicode(cast("str", one)):
                return None
        elif kind is not bool and not (kind in _NUMBERS and is_finite(cast("float", one))):
            return None
        if not is_unicode(name):
            return None
    return cast("dict[str, AttributeValue]", dict(sorted(held.items())) if len(held) > 1 else dict(held))
