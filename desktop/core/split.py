"""Which articles train, which check, which test: a split that is the same for the same seed, wherever it is made.

Articles are put in the order of SHA-256(seed, uid) and cut by the ratios, so neither their order in the project nor
the machine matters. Always by whole article: sentences of one article on both sides would flatter the scores.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence

from annotation_schema.wording import translate
from desktop.core.errors import AppError, ErrorCode

PARTS = ("train", "dev", "test")


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


def assign(uids: Iterable[str], ratios: Sequence[float], seed: int) -> dict[str, str]:
    """Return the part (train, dev or test) of each article.

    Counts follow the ratios by largest remainder; each part with a share gets at least one article if there are
    enough for all. ``ratios``: two or three numbers, none negative, not all 0.
    """
    ordered = sorted(set(uids), key=lambda uid: (hashlib.sha256(f"{seed}\n{uid}".encode()).digest(), uid))
    parts: dict[str, str] = {}
    start = 0
    for part, count in zip(PARTS, _counts(len(ordered), ratios), strict=False):
        parts.update(dict.fromkeys(ordered[start : start + count], part))
        start += count
    return parts


def _counts(total: int, ratios: Sequence[float]) -> list[int]:
    whole = sum(ratios)
    exact = [total * ratio / whole for ratio in ratios]
    counts = [int(share) for share in exact]
    by_remainder = sorted(range(len(ratios)), key=lambda i: (counts[i] - exact[i], i))
    for i in by_remainder[: total - sum(counts)]:
        counts[i] += 1
    wanted = [i for i, ratio in enumerate(ratios) if ratio > 0]
    if total >= len(wanted):
        for i in wanted:
            if counts[i] == 0:
                counts[max(wanted, key=lambda j: counts[j])] -= 1
                counts[i] = 1
    return counts
