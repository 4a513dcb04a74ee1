"""Stretches in capitals, as whole headlines are, for a recogniser that has hardly seen such: their words as in a title.

Only the words that a pipeline reads change, none in length, so that every offset stays. Pure; no spaCy here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence

_LIKELY = re.compile(r"[A-Z][A-Z'’][^a-z]{12}")
"""What every such stretch has; to ask this of a text takes no time."""
_LEAST_WORDS = 4
_LEAST_LETTERS = 15
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


def as_titles(words: Sequence[str], listed: Callable[[str], bool] = lambda _: False) -> list[str] | None:
    """Return the words with “MAYOR ANA KOVAČ OF THE UN” as “Mayor Ana Kovač Of The UN”; None if there is no stretch.

    ``listed``: whether a word, written so, is one that the pipeline has a list for.
    """
    places = stretches(words)
    if not places:
        return None
    changed = list(words)
    inside = {at for first, end in places for at in range(first, end)}
    elsewhere = {word for at, word in enumerate(words) if at not in inside and len(word) > 1 and word.isupper()}
    for at in inside:
        changed[at] = _titled(words[at], elsewhere, listed)
    return changed


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
