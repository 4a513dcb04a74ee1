"""Finding by a part of the words: every word typed must occur, at the beginning of a word, inside one, or as letters.

Scores only order what was found: a beginning counts more than a middle, letters in a row more than letters apart,
short texts more than long ones. Letters are compared without case and accents.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

_START, _INSIDE, _LETTERS = 100.0, 55.0, 25.0
_WHOLE = 40.0  # all that was typed stands at the very beginning


@lru_cache(maxsize=4096)
def _fold_character(character: str) -> str:
    base = unicodedata.normalize("NFD", character)[0].lower()
    return base if len(base) == 1 else character


def fold(text: str) -> str:
    """Return the text without case and accents, of the same length."""
    return text.lower() if text.isascii() else "".join(map(_fold_character, text))


@dataclass(frozen=True, slots=True)
class Target:
    """A text to be searched, prepared once."""

    text: str
    folded: str
    starts: frozenset[int]  # where words begin

    @staticmethod
    def of(text: str) -> Target:
        """Prepare a text."""
        starts = (i for i, c in enumerate(text) if c.isalnum() and (i == 0 or not text[i - 1].isalnum()))
        return Target(text, fold(text), frozenset(starts))


@dataclass(frozen=True, slots=True)
class Match:
    """How well it fits, and which characters did."""

    score: float
    positions: tuple[int, ...]


NOTHING = Match(0.0, ())


def words(query: str) -> tuple[str, ...]:
    """Return what was typed as folded words, to be given to ``match``."""
    return tuple(fold(query).split())


def match(wanted: tuple[str, ...], target: Target) -> Match | None:
    """Return how all the words fit into a text, or None; no words fit anything."""
    if not wanted:
        return NOTHING
    score = 0.0
    positions: set[int] = set()
    for word in wanted:
        found = _one(word, target)
        if found is None:
            return None
        score += found.score
        positions.update(found.positions)
    if target.folded.startswith(" ".join(wanted)):
        score += _WHOLE
    return Match(score / len(wanted) - len(target.text) / 20, tuple(sorted(positions)))


def _one(word: str, target: Target) -> Match | None:
    folded = target.folded
    at = first = folded.find(word)
    while at >= 0:
        if at in target.starts:
            return Match(_START - min(at, 40) / 4, tuple(range(at, at + len(word))))
        at = folded.find(word, at + 1)
    if first >= 0:
        return Match(_INSIDE - min(first, 40) / 4, tuple(range(first, first + len(word))))
    return _letters(word, target) if len(word) > 1 else None


def _letters(word: str, target: Target) -> Match | None:
    """The letters in their order, the first at the beginning of a word, each in a row or at one, too."""
    folded, starts = target.folded, target.starts
    for begin in sorted(i for i in starts if folded[i] == word[0]):
        positions = [begin]
        for letter in word[1:]:
            last = positions[-1]
            if folded[last + 1 : last + 2] == letter:
                positions.append(last + 1)
                continue
            following = [i for i in starts if i > last and folded[i] == letter]
            if not following:
                break
            positions.append(min(following))
        else:
            jumps = sum(b - a > 1 for a, b in pairwise(positions))
            return Match(_LETTERS - jumps, tuple(positions))
    return None
