"""How values lie in columns: attributes and fragments as JSON, times as numbers, both exactly reversible."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any, cast

from annotation_schema.model import Attributes, AttributeValue, Fragment, Fragments, Origin, OriginKind

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode
_decode = json.JSONDecoder().decode
_scan = json.JSONDecoder().raw_decode  # without the look for white space around: the text is our own


def dump_object(value: Mapping[str, object]) -> str | None:
    """Return JSON with sorted keys, or None for an empty mapping."""
    return _encode(value) if value else None


@lru_cache(maxsize=1024)
def _dump_texts(items: tuple[tuple[str, str], ...]) -> str:
    return _encode(dict(items))


def dump_origin(details: Mapping[str, str | int | float | bool]) -> str | None:
    """Return what ``dump_object`` gives, quickly where thousands of spans share the same few words."""
    if not details:
        return None
    if len(details) <= 2 and all(type(value) is str for value in details.values()):
        return _dump_texts(tuple(cast("dict[str, str]", details).items()))
    return _encode(details)


def load_object(text: str | None) -> dict[str, Any]:
    """Return what ``dump_object`` was given."""
    return cast("dict[str, Any]", _scan(text)[0]) if text else {}


@lru_cache(maxsize=4096)
def _attribute_items(text: str) -> tuple[tuple[str, AttributeValue], ...]:
    value = cast("dict[str, Any]", _decode(text))
    return tuple((k, tuple(v) if isinstance(v, list) else v) for k, v in value.items())  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType]


def load_attributes(text: str | None) -> Attributes:
    """Return attributes; several values of one come back as a tuple."""
    return dict(_attribute_items(text)) if text else {}


def dump_fragments(fragments: Fragments) -> str | None:
    """Return JSON pairs for two or more fragments, None for one (start and end are columns)."""
    return _encode([[f.start, f.end] for f in fragments]) if len(fragments) > 1 else None


def load_fragments(start: int, end: int, text: str | None) -> Fragments:
    """Return the fragments of a row."""
    if text is None:
        return (Fragment(start, end),)
    return tuple(Fragment(a, b) for a, b in cast("list[list[int]]", _decode(text)))


# The numbers are part of the file format.
ORIGIN_CODES = {OriginKind.MANUAL: 0, OriginKind.SUGGESTION: 1, OriginKind.IMPORTED: 2, OriginKind.PROPAGATED: 3}
_ORIGIN_KINDS = {code: kind for kind, code in ORIGIN_CODES.items()}


def load_origin(kind: int, details: str | None) -> Origin:
    """Return the provenance of a span row."""
    return Origin(_ORIGIN_KINDS[kind], load_object(details))


_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@lru_cache(maxsize=4096)
def _second(seconds: int) -> str:
    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%S")


def load_time(value: int | str | None) -> str:
    """Return the time as text, exactly as it was given to ``dump_time``."""
    if isinstance(value, int):
        return f"{_second(value // 1000)}.{value % 1000:03d}Z"
    return value or ""


@lru_cache(maxsize=4096)
def dump_time(text: str) -> int | str:
    """Return milliseconds since 1970 for a time in our own form, any other text unchanged (six bytes, not 24)."""
    if len(text) == 24 and text.endswith("Z"):
        try:
            moment = datetime.fromisoformat(text)
        except ValueError:
            return text
        since = moment - _EPOCH
        value = (since.days * 86400 + since.seconds) * 1000 + since.microseconds // 1000
        if value >= 0 and load_time(value) == text:
            return value
    return text
