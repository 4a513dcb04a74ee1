"""Reads the word lists written for this project: own_words.toml, own_organisations.toml and own_places.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name(name).read_text("utf-8"))


_WORDS = _read("own_words.toml")
_ORGANISATIONS = _read("own_organisations.toml")
_PLACES = _read("own_places.toml")


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


def _phrases(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(phrase.strip() for line in text.split("\n") for phrase in line.split("|") if phrase))


def _with_plurals(text: str) -> frozenset[str]:
    entries = text.split()
    plurals = (entry.removesuffix("(s)") + "s" for entry in entries if entry.endswith("(s)"))
    return frozenset((*(entry.removesuffix("(s)") for entry in entries), *plurals))


DEMONYMS = _with_plurals(_WORDS["demonyms"])
PHRASE_DEMONYMS = _phrases(_WORDS["phrase_demonyms"])

INTERNATIONAL = _phrases(_ORGANISATIONS["international"])
OFFICES = _phrases(_ORGANISATIONS["government"])
ARMED = _phrases(_ORGANISATIONS["armed"])
PARTIES = _phrases(_ORGANISATIONS["parties"])
MEDIA = _phrases(_ORGANISATIONS["media"])
COMPANIES = _phrases(_ORGANISATIONS["companies"])
LEARNING = _phrases(_ORGANISATIONS["learning"])
CLUBS = _phrases(_ORGANISATIONS["sport"])
KNOWN_ORGANISATIONS = tuple(
    dict.fromkeys((*INTERNATIONAL, *OFFICES, *ARMED, *PARTIES, *MEDIA, *COMPANIES, *LEARNING, *CLUBS))
)
MINISTRIES = _phrases(_ORGANISATIONS["ministries"])
CAUSES = _phrases(_ORGANISATIONS["causes"])
PARTY_STEMS = _phrases(_ORGANISATIONS["party_stems"])
PARTY_HEADS = _phrases(_ORGANISATIONS["party_heads"])
FOREIGN_HEADS = _phrases(_ORGANISATIONS["foreign_heads"])
FOREIGN_STEMS = _phrases(_ORGANISATIONS["foreign_stems"])
TOWN_AGENCIES = _phrases(_ORGANISATIONS["agencies"])

PROVINCES = _phrases(_PLACES["provinces"])
REGIONS = _phrases(_PLACES["regions"])
BUILDINGS = _phrases(_PLACES["buildings"])
STREETS = _phrases(_PLACES["streets"])
STREET_STEMS = _phrases(_PLACES["street_stems"])
FACILITIES = _phrases(_PLACES["facilities"])
WATERS = _phrases(_PLACES["waters"])

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
GIVEN_SYLLABLES = tuple(_words(line) for line in _WORDS["given_syllables"].split("\n") if line)
"""Syllables of Cantonese, Korean and Taiwanese given names, one tuple for each."""
EAST_FAMILIES = _words(_WORDS["east_families"])
PARTICLES = _phrases(_WORDS["particles"])
"""What stands between given and family name in several languages."""
