"""Which articles train, which check, which test: a split that is the same for the same seed, wherever it is made.

An article's part follows from SHA-256(seed, uid) and the ratios alone: adding articles moves none, and neither their
order nor the machine matters. The price: in a small corpus the counts stray from the ratios as throws of dice do (of
100 articles at 80/10/10, dev has 4 to 16), and a part may get none; forcing one into it would move it as soon as the
corpus grows. Always by whole article: sentences of one article on both sides would flatter the scores.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence

from annotation_schema.wording import translate
from desktop.core.errors import AppError, ErrorCode

PARTS = ("train", "dev", "test")
_GOLDEN = 0.618033988749895


def parse_ratios(words: str) -> tuple[float, ...]:
    """Return the ratios of "80/10/10" or "80/20" (train/dev/test). Raises AppError USAGE."""
    pieces = words.strip().split("/")
    sound = 2 <= len(pieces) <= len(PARTS) and all(re.fullmatch(r"\d{1,9}(\.\d{1,9})?", p.strip()) for p in pieces)
    ratios = tuple(float(p) for p in pieces) if sound else (0.0,)
    if ratios[0] <= 0 or sum(r > 0 for r in ratios) < 2:
        raise AppError(
            ErrorCode.USAGE,
            translate("Export", "“{split}” is not a split.").format(split=words),
            hint=translate(
                "Export", "Give the shares of train, dev and test as numbers: 80/10/10, or 80/20 without test."
            ),
        )
    return ratios


def part_of(key: str, ratios: Sequence[float], seed: int) -> str:
    """Return the part of an article, or of a group of articles, by its key alone."""
    return part_at(_fraction(f"{seed}\n{key}"), ratios)


def assign(uids: Iterable[str], ratios: Sequence[float], seed: int) -> dict[str, str]:
    """Return the part (train, dev or test) of each article. ``ratios``: two or three numbers, the first above 0."""
    return {uid: part_of(uid, ratios, seed) for uid in uids}


class Stratified:
    """Hands out parts so that each stratum is divided by the ratios, and an article's part never changes later.

    The keys of a stratum are asked for in the order of import. They take places on the line from 0 to 1 that lie as far
    from all earlier ones as can be (multiples of the golden ratio, from a start given by seed and stratum), so that
    every beginning of the sequence is divided as the whole is, and what is added at its end moves nothing.
    """

    def __init__(self, ratios: Sequence[float], seed: int) -> None:
        """Begin with empty strata."""
        self._ratios = ratios
        self._seed = seed
        self._next: dict[str, float] = {}

    def part_of(self, stratum: str) -> str:
        """Return the part of the next key of a stratum."""
        place = self._next.get(stratum)
        if place is None:
            place = _fraction(f"{self._seed}\n\n{stratum}")
        self._next[stratum] = (place + _GOLDEN) % 1.0
        return part_at(place, self._ratios)


def part_at(place: float, ratios: Sequence[float]) -> str:
    """Return the part at a place from 0 to 1 (exclusive), the parts lying side by side in their order."""
    reached, whole = 0.0, sum(ratios)
    last = PARTS[0]
    for part, ratio in zip(PARTS, ratios, strict=False):
        if ratio > 0:
            reached += ratio / whole
            last = part
            if place < reached:
                return part
    return last


def _fraction(words: str) -> float:
    return int.from_bytes(hashlib.sha256(words.encode("utf-8", "surrogatepass")).digest()[:6]) / 2**48
