"""Words by which news text says who says something, by language: data in ``resources/reporting-verbs``.

A file ``<language>.json`` holds ``verbs`` (inflected forms, one word each, beside which a speaker stands on either
side) and ``phrases`` (after which a speaker stands). A language without a file has none, which is no error.

What somebody says is found with further lists, each of which may be missing: ``complementisers`` ("that"),
``clause_verbs`` (after which it may be left out), ``auxiliaries`` (a clause has a verb: what holds one of them is one),
``conjunctions`` (where a clause may end), ``prepositions`` (of a time between the verb and what is said),
``verb_endings`` (of verbs that go on with the speaker) and ``openers`` (words that begin an apposition). ``common``
words tell the language of an article that does not say it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, cast

from desktop.core.resources import resource_path

_LANGUAGE = re.compile(r"[a-z]{2,3}")


@dataclass(frozen=True, slots=True)
class ReportingVerbs:
    """Lower-case forms. ``phrases`` are split into words; the longest first."""

    verbs: frozenset[str] = frozenset()
    phrases: tuple[tuple[str, ...], ...] = ()
    complementisers: frozenset[str] = frozenset()
    clause_verbs: frozenset[str] = frozenset()
    auxiliaries: frozenset[str] = frozenset()
    conjunctions: frozenset[str] = frozenset()
    prepositions: frozenset[str] = frozenset()
    verb_endings: tuple[str, ...] = ()
    openers: frozenset[str] = frozenset()
    common: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        """Whether there are any."""
        return bool(self.verbs or self.phrases)


def parse(data: Mapping[str, Any]) -> ReportingVerbs:
    """Return the words of a file; raises ValueError if they are not lists of texts."""
    phrases = sorted((tuple(x.split()) for x in _list(data, "phrases") if x.split()), key=lambda p: (-len(p), p))
    return ReportingVerbs(
        frozenset(_list(data, "verbs")),
        tuple(phrases),
        complementisers=frozenset(_list(data, "complementisers")),
        clause_verbs=frozenset(_list(data, "clause_verbs")),
        auxiliaries=frozenset(_list(data, "auxiliaries")),
        conjunctions=frozenset(_list(data, "conjunctions")),
        prepositions=frozenset(_list(data, "prepositions")),
        verb_endings=tuple(_list(data, "verb_endings")),
        openers=frozenset(_list(data, "openers")),
        common=frozenset(_list(data, "common")),
    )


def _list(data: Mapping[str, Any], key: str) -> list[str]:
    values = data.get(key, [])
    if not isinstance(values, list) or not all(isinstance(x, str) for x in cast("list[object]", values)):
        raise ValueError(f"{key} is not a list of texts")
    return [x.lower() for x in cast("list[str]", values)]


@lru_cache(maxsize=16)
def for_language(language: str) -> ReportingVerbs:
    """Return the words for an article's language ("en", "en-GB"); none for an unknown or empty one."""
    code = re.split(r"[-_]", language.strip().lower())[0]
    if not _LANGUAGE.fullmatch(code):
        return ReportingVerbs()
    file = resource_path("reporting-verbs", f"{code}.json")
    if not file.is_file():
        return ReportingVerbs()
    return parse(json.loads(file.read_text(encoding="utf-8")))


_SAMPLE = 3_000  # code points that tell a language
_WORD = re.compile(r"[^\W\d_]+")
_SHARE = 0.1
"""So many of the words of a text are common words of its language, at least: English news has 17 to 25 in a hundred."""


def for_text(language: str, text: str) -> ReportingVerbs:
    """Return the words for an article; if its language is not given, those of the language that it seems to be in."""
    return for_language(language) if language.strip() else for_language(_seems(text[:_SAMPLE]))


@lru_cache(maxsize=16)
def _seems(sample: str) -> str:
    words = [w.lower() for w in _WORD.findall(sample)]
    best = (_SHARE, "")
    for file in sorted(resource_path("reporting-verbs").glob("*.json")):
        common = for_language(file.stem).common
        share = sum(w in common for w in words) / max(1, len(words))
        best = max(best, (share, file.stem))
    return best[1]
