"""Ids of spans, relations and suggestions: 63-bit numbers that sort by time of creation, and their text form.

Layout: milliseconds since 2020-01-01 UTC (41 bits, enough until 2089), then 22 bits that start at random
in each millisecond, so that two people who work at the same time do not get the same id.
The text form is 13 characters of Crockford's base32 in lower case (no i, l, o, u); texts sort as numbers do.
"""

from __future__ import annotations

import secrets
import threading
import time
from collections.abc import Sequence

EPOCH_MS = 1_577_836_800_000  # 2020-01-01T00:00:00Z
RANDOM_BITS = 22
_MAX = 2**63 - 1
_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
_PAIRS = tuple(a + b for a in _ALPHABET for b in _ALPHABET)
# To the digits that int() knows; "!" is none of them.
_DIGITS = dict.fromkeys(range(128), "!") | dict(
    zip(map(ord, _ALPHABET), "0123456789abcdefghijklmnopqrstuv", strict=True)
)
_LENGTH = 13

_lock = threading.Lock()
_last = 0


def new_id() -> int:
    """Return an id greater than every id given before in this process; may be called from any thread."""
    global _last
    with _lock:
        candidate = max(time.time_ns() // 1_000_000 - EPOCH_MS, 0) << RANDOM_BITS
        if candidate >> RANDOM_BITS > _last >> RANDOM_BITS:
            _last = candidate | secrets.randbits(RANDOM_BITS)
        else:  # same millisecond, or the clock was set back
            _last += 1
        return _last


def made_at(value: int) -> int:
    """Return when an id was given, in milliseconds since 1970."""
    return (value >> RANDOM_BITS) + EPOCH_MS


def id_text(value: int) -> str:
    """Return the 13-character text form; raises ValueError unless ``0 < value < 2**63``."""
    if not 0 < value <= _MAX:
        raise ValueError(f"{value} is not an id: ids lie between 1 and 2**63 - 1")
    # Written out, two characters at a time: an export calls it for every span.
    pairs = _PAIRS
    return (
        _ALPHABET[value >> 60]
        + pairs[value >> 50 & 1023]
        + pairs[value >> 40 & 1023]
        + pairs[value >> 30 & 1023]
        + pairs[value >> 20 & 1023]
        + pairs[value >> 10 & 1023]
        + pairs[value & 1023]
    )


def parse_id(text: str) -> int | None:
    """Return the number of a text form, or None if the text is not exactly what ``id_text`` gives."""
    if len(text) != _LENGTH or not text.isascii():
        return None
    try:
        value = int(text.translate(_DIGITS), 32)
    except ValueError:
        return None
    return value if 0 < value <= _MAX else None


def parse_ids(texts: Sequence[str]) -> list[int] | None:
    """Return what ``parse_id`` gives for each, or None if it gives None for any."""
    if set(map(len, texts)) != {_LENGTH}:
        return None
    joined = "".join(texts)
    if not joined.isascii():
        return None
    digits = joined.translate(_DIGITS)
    try:
        values = [int(digits[at : at + _LENGTH], 32) for at in range(0, len(digits), _LENGTH)]
    except ValueError:
        return None
    return values if min(values) > 0 and max(values) <= _MAX else None
