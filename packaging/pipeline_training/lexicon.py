"""Word classes as data of the pipeline: spaCy's own `lexeme_norm` lookup tells what lists a word stands in.

spaCy's NORM of a listed word becomes a short code such as "~fg" (family and given name). The recogniser reads
NORM beside the word's shape, beginning, end and lower-case form, so a name never seen in training still looks
like a name. No code of ours is needed to load that: any spaCy reads the table from the folder.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from pipeline_training.corpus import Text
from pipeline_training.names import BIG_CITY, Names
from pipeline_training.own_words import (
    COUNTRY_SHORT,
    DEMONYMS,
    EAST_FAMILIES,
    KNOWN_ORGANISATIONS,
    ORGANISATION_WORDS,
    PHRASE_DEMONYMS,
    PLACE_WORDS,
    PROVINCES,
    REGIONS,
    TIME_WORDS,
    TITLE_WORDS,
)

COUNTRY, CITY, TOWN, PLACE_PART, GIVEN, FAMILY = "c", "C", "t", "p", "g", "f"
DEMONYM, ORGANISATION_HEAD, TITLE, PLACE_HEAD, TIME, ORGANISATION = "n", "o", "h", "w", "d", "O"
PROVINCE, REGION, ORGANISATION_PART = "s", "r", "k"
_NAME_CLASSES = frozenset(
    {COUNTRY, CITY, TOWN, PLACE_PART, GIVEN, FAMILY, PROVINCE, REGION, ORGANISATION, ORGANISATION_PART}
)
_PART_CLASSES = frozenset({REGION, ORGANISATION_PART, PLACE_PART})
"""Classes of words out of longer names, which say little where the word is an ordinary part of names."""
_SHOUTED_CLASSES = frozenset({COUNTRY, CITY, PROVINCE, DEMONYM})
_WORD = re.compile(r"[\w'’-]+\.?")
# A listed name whose lower-case form is in the corpus as often as this is an ordinary word too: "Brown", "Price".
_ORDINARY_FROM = 4
_SHOUTED_FROM = 4
"""Letters from which a word also gets its class when written all in capitals (datelines, headlines)."""


def ordinary_words(texts: Iterable[Text]) -> frozenset[str]:
    """Give the words that the corpus writes in lower case often enough to be no name by themselves."""
    counts = Counter(word for text in texts for word in _WORD.findall(text.text) if word.islower())
    return frozenset(word for word, count in counts.items() if count >= _ORDINARY_FROM)


def held_out(word: str, share: float) -> bool:
    """Tell whether a name is kept out of the table in training, so that the model also learns to read the context."""
    digest = hashlib.sha256(word.encode()).digest()
    return int.from_bytes(digest[:4], "big") < share * 2**32


def word_classes(names: Names, ordinary: frozenset[str], *, hold_out: float = 0.0) -> dict[str, str]:
    """Give the code of each listed word; `hold_out` is the share (0 to 1) of personal and place names left out."""
    classes: defaultdict[str, set[str]] = defaultdict(set)

    heads = frozenset((*ORGANISATION_WORDS, *TITLE_WORDS, *PLACE_WORDS, *COUNTRY_SHORT))

    def add(words: Iterable[str], code: str) -> None:
        for word in words:
            for part in (piece.strip(",()") for piece in word.split()):
                listed = code not in _NAME_CLASSES or part.lower() not in ordinary
                if code in _PART_CLASSES and part in heads:
                    continue
                if listed and len(part) > 1 and part[0].isupper():
                    classes[part].add(code)

    add((*names.countries, *names.states), COUNTRY)
    for city, inhabitants in names.cities:
        add([city], PLACE_PART if " " in city else CITY if inhabitants >= BIG_CITY else TOWN)
    add((town for town in names.towns if " " not in town), TOWN)
    add((county.split()[0] for county in names.counties), PLACE_PART)
    for people in names.people:
        add(people.given, GIVEN)
        add(people.family, FAMILY)
    add((*DEMONYMS, *PHRASE_DEMONYMS), DEMONYM)
    for province in PROVINCES:
        add([province], PLACE_PART if " " in province else PROVINCE)
    add(REGIONS, REGION)
    add(EAST_FAMILIES, FAMILY)
    for organisation in KNOWN_ORGANISATIONS:
        single = " " not in organisation
        if single or not heads.issuperset(organisation.split()):
            add([organisation], ORGANISATION if single else ORGANISATION_PART)
    own: Sequence[tuple[tuple[str, ...], str]] = (
        (ORGANISATION_WORDS, ORGANISATION_HEAD),
        (TITLE_WORDS, TITLE),
        (PLACE_WORDS, PLACE_HEAD),
        (TIME_WORDS, TIME),
    )
    for words, code in own:
        for word in words:
            classes[word].add(code)
    for codes in classes.values():
        if ORGANISATION_PART in codes and not codes.isdisjoint(_NAME_CLASSES - {ORGANISATION_PART, ORGANISATION}):
            codes.discard(ORGANISATION_PART)  # "Los", "Indiana", "Hopkins" are names of their own
    table: dict[str, str] = {}
    for word in sorted(classes):
        codes = classes[word]
        if codes <= _NAME_CLASSES and held_out(word, hold_out):
            continue
        table[word] = f"~{''.join(sorted(codes))}"
    for word, code in list(table.items()):
        if len(word) >= _SHOUTED_FROM and not _SHOUTED_CLASSES.isdisjoint(code):
            table.setdefault(word.upper(), code)
    return table
