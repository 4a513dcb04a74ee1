"""Names of places with hyphens that a recogniser cuts: "Ostrava" in "Ostrava-on-Sea", either "Baden" in "Baden-Baden".

A tokeniser makes words of the parts. Only what is spelt as such names are is put together: small words between hyphens,
a word and itself, a saint. "London-Paris" stays two places, and "London-based" one. Pure; no spaCy here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from desktop.worker.consistency import Name

_PLACES = frozenset(("GPE", "LOC", "FAC"))
HYPHENS = frozenset(("-", "‐", "‑"))
SMALL = frozenset(
    (
        "al", "am", "an", "au", "aux", "by", "cum", "da", "de", "del", "den", "der", "des", "di", "do", "du", "en",
        "es", "el", "in", "la", "las", "le", "les", "los", "lès", "next", "of", "on", "op", "over", "sous", "sul",
        "super", "sur", "the", "under", "upon",
    )
)  # fmt: skip
"""Words that stand between hyphens in the names of towns, in English, French, German, Spanish, Italian, and Dutch."""
_SAINTS = frozenset(("saint", "sainte", "st", "st.", "ste", "ste."))
_MOST_SMALL = 2


def rejoined(words: Sequence[str], names: Sequence[Name]) -> list[Name]:
    """Return the names with cut places put together, in text order; ``words``: the tokens of the article."""
    if HYPHENS.isdisjoint(words):
        return list(names)
    owner = {at: name for name in names for at in range(name.first, name.last)}
    found: list[Name] = []
    end = 0
    for name in names:
        if name.first < end:  # an earlier place has taken it in
            continue
        if name.label in _PLACES:
            first, last = _grown(words, name, owner, end)
            if (first, last) != (name.first, name.last):
                name = replace(name, first=first, last=last, how="border")
        end = name.last
        found.append(name)
    return found


def _grown(words: Sequence[str], name: Name, owner: Mapping[int, Name], floor: int) -> tuple[int, int]:
    first, last = name.first, name.last
    while (further := _after(words, last)) and _free(owner, last, further):
        last = further
    while (earlier := _before(words, first)) is not None and earlier >= floor and _free(owner, earlier, first):
        first = earlier
    return first, last


def _free(owner: Mapping[int, Name], first: int, last: int) -> bool:
    """Whether nothing else than a piece of a place stands there: a person or an organisation is not cut."""
    inside = {id(owner[at]): owner[at] for at in range(first, last) if at in owner}
    return all(n.label in _PLACES and first <= n.first and n.last <= last for n in inside.values())


def _after(words: Sequence[str], at: int) -> int:
    """Return where "-on-Sea" ends that begins at a token, or "-Baden" after "Baden"; 0 if there is none."""
    if at == 0 or at + 1 >= len(words) or words[at] not in HYPHENS:
        return 0
    if words[at + 1] == words[at - 1] and words[at + 1][:1].isupper():
        return at + 2
    small = at
    while small + 2 < len(words) and words[small + 1].lower() in SMALL and words[small + 2] in HYPHENS:
        small += 2
        if small > at + 2 * _MOST_SMALL:
            return 0
    if small == at or small + 1 >= len(words) or not words[small + 1][:1].isupper():
        return 0
    return small + 2


def _before(words: Sequence[str], first: int) -> int | None:
    """Return where "Stratford-upon-" begins that ends before a token, or "Saint-"; None if there is none."""
    at = first
    while at >= 3 and words[at - 1] in HYPHENS and words[at - 2].lower() in SMALL and words[at - 3] in HYPHENS:
        at -= 2
        if at < first - 2 * _MOST_SMALL:
            return None
    begun = at - 2
    if begun < 0 or words[at - 1] not in HYPHENS or not words[begun][:1].isupper():
        return None
    if not words[begun].strip(".").isalpha():
        return None
    return begun if at < first or words[begun].lower() in _SAINTS else None
