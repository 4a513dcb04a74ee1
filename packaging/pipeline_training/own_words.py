"""Reads own_words.toml: demonyms, organisations, titles, and names that Faker has only in other scripts."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path

_WORDS = tomllib.loads(Path(__file__).with_name("own_words.toml").read_text("utf-8"))


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


def _phrases(text: str) -> tuple[str, ...]:
    return tuple(phrase for line in text.split("\n") for phrase in line.split("|") if phrase)


def _with_plurals(text: str) -> frozenset[str]:
    entries = text.split()
    plurals = (entry.removesuffix("(s)") + "s" for entry in entries if entry.endswith("(s)"))
    return frozenset((*(entry.removesuffix("(s)") for entry in entries), *plurals))


DEMONYMS = _with_plurals(_WORDS["demonyms"])
PHRASE_DEMONYMS = _phrases(_WORDS["phrase_demonyms"])

KNOWN_ORGANISATIONS = _phrases(_WORDS["known_organisations"])
MINISTRIES = _phrases(_WORDS["ministries"])
CAUSES = _phrases(_WORDS["causes"])
PARTY_STEMS = _phrases(_WORDS["party_stems"])
PARTY_HEADS = _phrases(_WORDS["party_heads"])

US_STATE_ABBREVIATIONS = _words(_WORDS["us_state_abbreviations"])
COUNTRY_SHORT = _phrases(_WORDS["country_short"])

TITLE_WORDS = _words(_WORDS["title_words"])
ORGANISATION_WORDS = _words(_WORDS["organisation_words"])
PLACE_WORDS = _words(_WORDS["place_words"])
TIME_WORDS = _words(_WORDS["time_words"])

REGIONAL_NAMES: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    region: (_words(names["given"]), _words(names["family"])) for region, names in _WORDS["regional_names"].items()
}
"""Given and family names by region."""
