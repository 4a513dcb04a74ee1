"""GUIDs of our things in REFI-QDA: our ids go in and come out; other programs' GUIDs give nothing.

A UUID of version 8: ``70726d6b`` ("prmk"), kind and the id's top bit, part number, the other 62 bits of the id.
"""

from __future__ import annotations

import re
from enum import IntEnum
from uuid import NAMESPACE_URL, uuid5

_OWN = re.compile(
    r"\{?70726d6b-0([1-9a-f])(\d)([01])-8([0-9a-f]{3})-([89ab][0-9a-f]{3})-([0-9a-f]{12})\}?", re.IGNORECASE
)


class Kind(IntEnum):
    """What has an id of ours."""

    SELECTION = 1
    CODING = 2
    RELATION = 3
    NOTE = 4
    PART = 5


def guid(kind: Kind, number: int, part: int = 0) -> str:
    """Return the GUID of a part of something with an id. Raises ValueError for more than 4095 parts."""
    if not 0 <= part < 4096:
        raise ValueError(f"part {part} of an id")
    tail = f"{0x8000 | number >> 48 & 0x3FFF:04x}-{number & 0xFFFFFFFFFFFF:012x}"
    return f"70726d6b-0{kind:x}0{number >> 62 & 1}-8{part:03x}-{tail}"


def parse(text: str) -> tuple[Kind, int, int] | None:
    """Return kind, id and part of a GUID of ours, or None."""
    found = _OWN.fullmatch(text)
    if found is None or int(found[1], 16) > len(Kind):
        return None
    number = int(found[3]) << 62 | (int(found[5], 16) & 0x3FFF) << 48 | int(found[6], 16)
    return (Kind(int(found[1], 16)), number, int(found[4], 16)) if number else None


def named(kind: str, name: str) -> str:
    """Return the GUID of what has a name only: the same name gives the same GUID."""
    return str(uuid5(NAMESPACE_URL, f"urn:pressmark:{kind}:{name}"))
