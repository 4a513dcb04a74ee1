"""Phrases that spaCy's entity ruler adds where the recogniser saw no name: demonyms, countries and large regions."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from pipeline_training.names import Names
from pipeline_training.own_words import (
    COUNTRY_SHORT,
    DEMONYMS,
    PHRASE_DEMONYMS,
    REGIONS,
    UNSURE_DEMONYMS,
    UNSURE_PLACES,
    US_STATE_ABBREVIATIONS,
)

TokenPattern = list[dict[str, object]]


def ruler_patterns(names: Names, tokenise: Callable[[str], Sequence[str]]) -> list[dict[str, object]]:
    """Give the patterns, sorted; they fill gaps only (`overwrite_ents` is off).

    Token patterns, not phrases: on loading, spaCy would run every pipe before the ruler over each phrase (0.4 s).
    """
    norp = (DEMONYMS - UNSURE_DEMONYMS) | set(PHRASE_DEMONYMS)
    states = set(names.states) - set(US_STATE_ABBREVIATIONS)
    gpe = {*names.countries, *states, *COUNTRY_SHORT} - UNSURE_PLACES - set(REGIONS)
    patterns: list[dict[str, object]] = []
    for label, phrases in (("NORP", norp), ("GPE", gpe), ("LOC", set(REGIONS))):
        tokenised = [tokenise(phrase) for phrase in sorted(phrases)]
        alone: TokenPattern = [{"ORTH": {"IN": [tokens[0] for tokens in tokenised if len(tokens) == 1]}}]
        patterns.append({"label": label, "pattern": alone})
        patterns += (
            {"label": label, "pattern": [{"ORTH": t} for t in tokens]} for tokens in tokenised if len(tokens) > 1
        )
    return patterns
