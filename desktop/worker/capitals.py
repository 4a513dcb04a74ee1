"""Stretches in capitals, as whole headlines are, for a recogniser that has hardly seen such: their words as in a title.

Only the words that a pipeline reads change, none in length, so that every offset stays. Pure; no spaCy here.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Container, Sequence

from desktop.worker.hyphens import HYPHENS, SMALL

_LIKELY = re.compile(r"[A-Z][A-Z'’][^a-z]{12}")
"""What every such stretch has; to ask this of a text takes no time."""
_LEAST_WORDS = 4
_LEAST_LETTERS = 15
_STOPS = frozenset((".", "!", "?", ":", "“", "”", '"', "‘", "'", "—", "–", "-", "…", ";", "*", "•"))
"""After these a word may have its capital from the border of a sentence."""
_NEW = frozenset(
    (
        "bedford", "britain", "brunswick", "caledonia", "delhi", "england", "guinea", "hampshire", "haven", "jersey",
        "mexico", "orleans", "plymouth", "rochelle", "south", "westminster", "york", "zealand",
    )
)  # fmt: skip
"""What New is a part of the name with."""
_VOWEL = re.compile(r"[AEIOUYÀ-ÖØ-Ý]")
_DOTTED = re.compile(r"(?:[A-Z]\.){2,}[A-Z]?")
_LONGEST_INITIALS = 5
_INITIALS = frozenset(("EU", "UK", "UN", "US", "USA", "NATO", "BBC", "CIA", "FBI", "NASA", "OPEC"))


def likely(text: str) -> bool:
    """Say whether it is worth to look for stretches in a text."""
    return _LIKELY.search(text) is not None


def stretches(words: Sequence[str]) -> list[tuple[int, int]]:
    """Return the tokens ``[first, end)`` of each stretch of words in capitals, what stands between them included."""
    found: list[tuple[int, int]] = []
    first = end = count = letters = 0

    def close() -> None:
        if count >= _LEAST_WORDS and letters >= _LEAST_LETTERS:
            found.append((first, end))

    for at, word in enumerate(words):
        if word.isupper():
            if not count:
                first = at
            if len(word) > 1:
                count, letters = count + 1, letters + len(word)
            end = at + 1
        elif any(c.isalpha() for c in word) and word.lower() not in _ENDINGS:
            close()
            count = letters = 0
    close()
    return found


def as_titles(
    words: Sequence[str], listed: Callable[[str], bool] = lambda _: False, common: Container[str] = ()
) -> list[str] | None:
    """Return the words with “THE MAYOR ANA KOVAČ OF THE UN” as “The mayor Ana Kovač of the UN”; None without a stretch.

    ``listed``: whether a word, written so, is one that the pipeline has a list for. ``common``: words that are hardly
    ever a part of a name, in small letters; how the rest of the article writes a word counts before them.
    """
    places = stretches(words)
    if not places:
        return None
    changed = list(words)
    inside = {at for first, end in places for at in range(first, end)}
    elsewhere = {word for at, word in enumerate(words) if at not in inside and len(word) > 1 and word.isupper()}
    small = _small_elsewhere(words, inside)
    firsts = {first for first, _ in places}
    named = False  # whether the word before is likely to be one of a name
    for at in sorted(inside):
        word, lower = words[at], words[at].lower()
        title = _titled(word, elsewhere, listed)
        plain = small.get(lower, lower in common) and word.isupper() and len(lower) == len(word)
        if plain and named and lower not in small and listed(title):
            plain = False  # as Island, Force or Bishop after a name
        if (
            plain
            and at > 2
            and words[at - 1] in HYPHENS
            and words[at - 3] in HYPHENS
            and words[at - 2].lower() in SMALL
        ):
            plain = False  # as Sea in Clacton-on-Sea
        if lower == "new" and at + 1 < len(words) and words[at + 1].lower() in _NEW:
            plain = False
        named = not plain and word.isupper()
        changed[at] = lower if plain and at not in firsts else title
    return changed


def _small_elsewhere(words: Sequence[str], inside: Container[int]) -> dict[str, bool]:
    """Return of words outside the stretches whether they are mostly small, as far as no border of a sentence tells."""
    balance: Counter[str] = Counter()
    for at, word in enumerate(words):
        if at in inside or word.isupper() or not word[:1].isalpha():
            continue
        if word.islower():
            balance[word] += 1
        elif at and words[at - 1] not in _STOPS and not words[at - 1].isspace():
            balance[word.lower()] -= 1
    return {word: often > 0 for word, often in balance.items() if often}


def _titled(word: str, elsewhere: Collection[str], listed: Callable[[str], bool]) -> str:
    if not word.isupper():
        return word
    title = "-".join(part.capitalize() for part in word.split("-"))
    if len(title) != len(word):
        return word  # ŉ and its like
    if word in _INITIALS or word in elsewhere or _DOTTED.fullmatch(word):
        return word
    if 1 < len(word) <= _LONGEST_INITIALS and word.isalpha() and not _VOWEL.search(word):
        return word
    return word if listed(word) and not listed(title) else title


def as_sentences(words: Sequence[str], titled: Sequence[str], names: Collection[int]) -> list[str] | None:
    """Return the words in small letters, those of names as ``titled`` has them; None if there is no stretch.

    A parser reads verbs and nouns best so. ``names``: tokens.
    """
    places = stretches(words)
    if not places:
        return None
    changed = list(words)
    for first, end in places:
        for at in range(first, end):
            small = words[at].lower()
            changed[at] = titled[at] if at in names or len(small) != len(words[at]) else small
    return changed


_ENDINGS = frozenset(("'s", "’s", "n't", "n’t"))
"""What a token in small letters may be within a stretch: “the PM's” in capitals."""
