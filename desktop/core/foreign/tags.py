"""Tags of tokens to spans: IOB1, IOB2, IOBES, BILOU and BMES alike; shared by the readers of tokens a line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_TAG = re.compile(r"([BIESLUMW])-(\S.*)", re.DOTALL)
_BEGIN = frozenset("BSUW")
_END = frozenset("ESLUW")


def is_tag(word: str) -> bool:
    """Say whether a word is a tag: ``O``, or a letter, a hyphen and a label."""
    return word == "O" or _TAG.fullmatch(word) is not None


def spans_of(tags: Iterable[str]) -> Iterator[tuple[str, int, int]]:
    """Yield label, first token and the token after the last, in order.

    An inside tag that nothing began, or that follows another label, begins a span, as in IOB1. What is no tag counts
    as ``O``.
    """
    label, first = "", 0
    number = -1
    for number, word in enumerate(tags):
        found = _TAG.fullmatch(word)
        kind, name = found.groups() if found else ("", "")
        if label and (not name or name != label or kind in _BEGIN):
            yield label, first, number
            label = ""
        if name and not label:
            label, first = name, number
        if name and kind in _END:
            yield label, first, number + 1
            label = ""
    if label:
        yield label, first, number + 1
