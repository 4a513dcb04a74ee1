"""The words that the rules go by, from ``resources/reporting-verbs``: lemmas of the data with all their forms."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from desktop.core.reporting_verbs import ReportingVerbs, parse
from desktop.core.resources import resource_path

_VOWELS = "aeiou"


@dataclass(frozen=True, slots=True)
class ClaimWords:
    """Lower-case forms with straight apostrophes; verbs in all their inflections."""

    verbs: ReportingVerbs = field(default_factory=ReportingVerbs)
    quoting: frozenset[str] = frozenset()
    """Verbs beside which a quotation or a clause of its own stands."""
    clausal: frozenset[str] = frozenset()
    """Verbs with a clause that is what somebody says or thinks."""
    objective: frozenset[str] = frozenset()
    """Verbs whose object is what somebody takes a position on."""
    prepositional: Mapping[str, frozenset[str]] = field(default_factory=dict[str, frozenset[str]])
    """Verbs with such an object behind a preposition, and which."""
    infinitive: frozenset[str] = frozenset()
    """Verbs with an infinitive of what somebody means to do or wants done."""
    nouns: frozenset[str] = frozenset()
    adjectives: frozenset[str] = frozenset()
    hearsay: frozenset[str] = frozenset()
    pronouns: Mapping[str, str] = field(default_factory=dict[str, str])
    articles: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        """Whether the language has such words."""
        return bool(self.quoting)


def inflected(lemma: str, irregular: Mapping[str, Iterable[str]]) -> set[str]:
    """Return an English verb's forms: those given, else the regular ones."""
    if lemma in irregular:
        return {lemma, *irregular[lemma]}
    if lemma.endswith("e"):
        return {lemma, lemma + "s", lemma + "d", lemma[:-1] + "ing"}
    if lemma.endswith("y") and lemma[-2:-1] not in _VOWELS:
        return {lemma, lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing"}
    plural = "es" if lemma.endswith(("s", "sh", "ch", "x", "z")) else "s"
    return {lemma, lemma + plural, lemma + "ed", lemma + "ing"}


def _plurals(nouns: Iterable[str]) -> set[str]:
    return {
        form
        for noun in nouns
        for form in (noun, noun[:-1] + "ies" if noun.endswith("y") and noun[-2] not in _VOWELS else noun + "s")
    }


def build(data: Mapping[str, Any]) -> ClaimWords:
    """Return the words of a file of ``resources/reporting-verbs``."""
    irregular: Mapping[str, Iterable[str]] = data.get("irregular", {})

    def forms(key: str) -> frozenset[str]:
        return frozenset(form for lemma in data.get(key, ()) for form in inflected(lemma, irregular))

    verbs = parse(data)
    prepositional: dict[str, frozenset[str]] = {
        form: frozenset(after)
        for lemma, after in data.get("prepositional", {}).items()
        for form in inflected(lemma, irregular)
    }
    return ClaimWords(
        verbs=verbs,
        quoting=forms("quoting"),
        clausal=forms("clausal") | forms("quoting") | verbs.verbs,
        objective=forms("objective"),
        prepositional=prepositional,
        infinitive=forms("infinitive"),
        nouns=frozenset(_plurals(data.get("claim_nouns", ()))),
        adjectives=frozenset(data.get("claim_adjectives", ())),
        hearsay=frozenset(data.get("hearsay", ())),
        pronouns=dict(data.get("pronouns", {})),
        articles=frozenset(data.get("articles", ())),
    )


@lru_cache(maxsize=8)
def for_language(language: str) -> ClaimWords:
    """Return the words for a pipeline's language code; none for one without data."""
    file = resource_path("reporting-verbs", f"{language}.json")
    if not language.isalpha() or not file.is_file():
        return ClaimWords()
    return build(json.loads(file.read_text(encoding="utf-8")))
