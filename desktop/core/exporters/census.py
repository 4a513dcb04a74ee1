"""Which spans there are, in little memory: to compare what was written with what a reader finds."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field

from annotation_schema.model import Fragments

_SAMPLE = 256
_WRAP = 2**64
_MIX = 0x9E3779B97F4A7C15


def _number(words: str) -> int:
    return int.from_bytes(hashlib.blake2b(words.encode("utf-8", "surrogatepass"), digest_size=8).digest())


@dataclass(slots=True)
class Census:
    """A number of spans and sums of their hashes: equal for the same spans in any order, however many.

    ``total`` is of article, label and place, ``places`` of label and place only.
    """

    spans: int = 0
    total: int = 0
    places: int = 0
    uids: set[int] = field(default_factory=set[int])
    _last: tuple[str, int] = ("", 0)

    def add(self, uid: str, label: str, fragments: Fragments) -> None:
        """Count a span."""
        if self._last[0] != uid:
            self._last = (uid, _number(uid))
            self._note(self._last[1])
        place = _number(f"{label}\n" + ";".join(f"{f.start},{f.end}" for f in fragments))
        self.spans += 1
        self.places = (self.places + place) % _WRAP
        self.total = (self.total + (place ^ self._last[1]) * _MIX) % _WRAP

    def equals(self, other: Census) -> bool:
        """Say whether both counted the same spans; where no article is known to both, by label and place alone.

        A format without room for our uid gives its articles others, and then all of them.
        """
        if (self.spans, self.places) != (other.spans, other.places):
            return False
        return self.total == other.total or self.uids.isdisjoint(other.uids)

    def _note(self, number: int) -> None:
        """Keep the smallest numbers: of the same articles these are the same, however many there are."""
        self.uids.add(number)
        if len(self.uids) > 2 * _SAMPLE:
            self.uids = set(sorted(self.uids)[:_SAMPLE])
