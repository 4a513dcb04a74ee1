"""How names of people are put together: orders, particles, initials, double names of different languages."""

from __future__ import annotations

import random
from dataclasses import dataclass
from itertools import accumulate

from pipeline_training.names import Names
from pipeline_training.own_words import EAST_FAMILIES, GIVEN_SYLLABLES, PARTICLES

_INITIALS = "ABCDEFGHJKLMNPRSTW"
_SUFFIXES = ("Jr.", "Sr.", "II", "III", "Jr")
_NICKNAMES = ("Bill", "Bob", "Chuck", "Buddy", "J.D.", "Tony", "Skip", "Al")


@dataclass(frozen=True)
class Person:
    """A drawn person: the full name, and how articles call the same one later."""

    full: str
    given: str
    family: str


class PersonMaker:
    """Draws people; the same generator state gives the same people."""

    def __init__(self, names: Names, rng: random.Random) -> None:
        self._people = names.people
        self._weights = list(accumulate(people.weight for people in names.people))
        self._rng = rng

    def pair(self) -> tuple[str, str]:
        """Give a given and a family name of the same region."""
        people = self._rng.choices(self._people, cum_weights=self._weights)[0]
        return self._rng.choice(people.given), self._rng.choice(people.family)

    def person(self) -> Person:
        """Give a person; most are "Jane Roe", the others show what names look like elsewhere."""
        rng = self._rng
        if rng.random() < 0.1:
            return self._east()
        given, family = self.pair()
        draw = rng.random()
        if draw < 0.62:
            return Person(f"{given} {family}", given, family)
        if draw < 0.72:
            return Person(f"{given} {rng.choice(_INITIALS)}. {family}", given, family)
        if draw < 0.75:
            initials = ".".join(rng.choices(_INITIALS, k=2)) + "."
            return Person(f"{initials} {family}", initials, family)
        if draw < 0.79:
            return Person(f"{given} {self.pair()[0]} {family}", given, family)
        if draw < 0.83:
            family = f"{family}{rng.choice(('-', '-', ' '))}{self.pair()[1]}"
            return Person(f"{given} {family}", given, family)
        if draw < 0.87:
            family = f"{rng.choice(PARTICLES)} {family}"
            return Person(f"{given} {family}", given, family)
        if draw < 0.9:
            given = f"{given}-{self.pair()[0]}"
            return Person(f"{given} {family}", given, family)
        if draw < 0.93:
            return Person(f"{given} {family}{rng.choice((', ', ' '))}{rng.choice(_SUFFIXES)}", given, family)
        if draw < 0.96:
            family = f"{rng.choice(('al', 'Al', 'el', 'al', 'Abu', 'Abdel'))}-{family.removeprefix('al-')}"
            return Person(f"{given} {family}", given, family)
        if draw < 0.98:
            opening, closing = rng.choice((("“", "”"), ('"', '"')))
            return Person(f"{given} {opening}{rng.choice(_NICKNAMES)}{closing} {family}", given, family)
        return Person(f"Abu {given} {family}", f"Abu {given}", family)

    def _east(self) -> Person:
        """Give a name with the family first ("Kwok Ka-ki"), or with another given name before it ("Regina Kwok")."""
        rng = self._rng
        family = rng.choice(EAST_FAMILIES)
        one, two = rng.choices(rng.choice(GIVEN_SYLLABLES), k=2)
        draw = rng.random()
        if draw < 0.6:
            given = f"{one.capitalize()}-{two}"
        elif draw < 0.7:
            given = f"{one.capitalize()} {two.capitalize()}"
        elif draw < 0.8:
            return Person(f"{one.capitalize()}-{two} {family}", f"{one.capitalize()}-{two}", family)
        else:
            given = self.pair()[0]
            return Person(f"{given} {family}", given, family)
        return Person(f"{family} {given}", given, family)
