"""Draws names of people, places and organisations from the lists, or makes them up after common patterns."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from itertools import accumulate

from pipeline_training.names import Names
from pipeline_training.own_words import (
    ARMED,
    BUILDINGS,
    CAUSES,
    CLUBS,
    COMPANIES,
    COUNTRY_SHORT,
    DEMONYMS,
    FACILITIES,
    FOREIGN_HEADS,
    FOREIGN_STEMS,
    INTERNATIONAL,
    KNOWN_ORGANISATIONS,
    LEARNING,
    MEDIA,
    MINISTRIES,
    OFFICES,
    PARTIES,
    PARTY_HEADS,
    PARTY_STEMS,
    PHRASE_DEMONYMS,
    PROVINCES,
    REGIONS,
    STREET_STEMS,
    STREETS,
    TOWN_AGENCIES,
    US_STATE_ABBREVIATIONS,
    WATERS,
)
from pipeline_training.people import PersonMaker

_ORDINALS = ("1st", "3rd", "24th", "59th", "101st", "507th", "158th")
_FORCES = ("Assault Brigade", "Airborne Brigade", "Rifle Brigade", "Mechanised Brigade", "Infantry Regiment",
           "Fighter Wing", "Maintenance Group", "Marine Division")  # fmt: skip
_COMPANY_ENDS = ("Corp.", "Inc.", "Ltd.", "Group", "Holdings", "Capital", "Industries", "Airlines", "Energy", "Motors",
                 "Bank", "Systems", "Partners", "Media", "Foods", "Technologies", "Co.")  # fmt: skip
_LETTERS = "ABCDEFGHIJKLMNOPRSTUVWY"
_CITY_CEILING = 3_000_000
_NAMESAKES = 0.15
_ENGLISH = 0.6


class NameMaker:
    """The names for one training; the same generator state gives the same names."""

    def __init__(self, names: Names, organisations: Sequence[str], rng: random.Random) -> None:
        self.people = PersonMaker(names, rng)
        self._names = names
        self._organisations = organisations
        self._rng = rng
        self._city_weights = list(accumulate(min(size, _CITY_CEILING) ** 0.5 for _, size in names.cities))
        families = {name for people in names.people for name in people.family}
        self._namesakes = tuple(name for name in names.english_towns if name in families) or names.english_towns
        self._adjectives = tuple(sorted(word for word in (*DEMONYMS, *PHRASE_DEMONYMS) if not word.endswith("s")))
        self._peoples = tuple(sorted(word for word in (*DEMONYMS, *PHRASE_DEMONYMS) if word.endswith("s")))

    # --- places

    def big_city(self) -> str:
        """Give a city, large ones more often."""
        return self._rng.choices(self._names.cities, cum_weights=self._city_weights)[0][0]

    def town(self) -> str:
        """Give a small town, now and then one that is called as people are ("Monroe", "Henderson")."""
        draw = self._rng.random()
        if draw < _NAMESAKES:
            return self._rng.choice(self._namesakes)
        return self._rng.choice(self._names.english_towns if draw < _ENGLISH else self._names.towns)

    def city(self) -> str:
        """Give a city, or now and then a small town."""
        return self.big_city() if self._rng.random() < 0.75 else self.town()

    def country(self) -> str:
        """Give a country, now and then by its short name."""
        return self._rng.choice(COUNTRY_SHORT if self._rng.random() < 0.15 else self._names.countries)

    def state(self) -> str:
        """Give a state of the US."""
        return self._rng.choice(self._names.states)

    def abbreviation(self) -> str:
        """Give a state's short form: "Calif."."""
        return self._rng.choice(US_STATE_ABBREVIATIONS)

    def province(self) -> str:
        """Give a province, state or region below a country."""
        return self._rng.choice(PROVINCES)

    def place(self) -> str:
        """Give a country, state, province, county or city."""
        draw = self._rng.random()
        if draw < 0.32:
            return self.country()
        if draw < 0.39:
            return self.state()
        if draw < 0.5:
            return self.province()
        if draw < 0.53:
            return self._rng.choice(self._names.counties)
        return self.city()

    def region(self) -> str:
        """Give a region, a water or mountains."""
        rng = self._rng
        draw = rng.random()
        if draw < 0.6:
            return rng.choice(REGIONS)
        stem = self.town() if draw < 0.8 else self.people.pair()[1]
        water = rng.choice(WATERS)
        return rng.choice((f"{stem} {water}", f"{stem} {water}", f"Lake {stem}", f"Mount {stem}", f"River {stem}"))

    def building(self) -> str:
        """Give a building, street, airport or park."""
        rng = self._rng
        draw = rng.random()
        if draw < 0.35:
            return rng.choice(BUILDINGS)
        if draw < 0.6:
            stem = rng.choice((rng.choice(STREET_STEMS), self.people.pair()[1], self.town()))
            return f"{stem} {rng.choice(STREETS)}"
        return f"{rng.choice((self.city(), self.people.pair()[1]))} {rng.choice(FACILITIES)}"

    def nationality(self) -> str:
        """Give an adjective: "Polish"."""
        return self._rng.choice(self._adjectives)

    def people_of(self) -> str:
        """Give a plural: "Poles"."""
        return self._rng.choice(self._peoples)

    # --- organisations

    def organisation(self) -> str:
        """Give a name that occurs in the corpus, a well-known one, or one made up after a common pattern."""
        draw = self._rng.random()
        if draw < 0.35 and self._organisations:
            return self._rng.choice(self._organisations)
        if draw < 0.6:
            return self._rng.choice(KNOWN_ORGANISATIONS)
        return self.made_up()

    def initials(self) -> str:
        """Give two to five capitals."""
        return "".join(self._rng.choices(_LETTERS, k=self._rng.choice((2, 3, 3, 3, 3, 4, 4, 5))))

    def _known_or(self, known: Sequence[str], made: Callable[[], str], share: float = 0.65) -> str:
        return self._rng.choice(known) if self._rng.random() < share else made()

    def party(self) -> str:
        """Give a political party."""
        return self._known_or(PARTIES, self._party, 0.5)

    def _party(self) -> str:
        rng = self._rng
        stem, head, cause = rng.choice(PARTY_STEMS), rng.choice(PARTY_HEADS), rng.choice(CAUSES)
        place, nation = self.place(), self.nationality()
        if rng.random() < 0.25:
            return f"{rng.choice(FOREIGN_HEADS)} {rng.choice(FOREIGN_STEMS)}"
        return rng.choice(
            (
                f"{stem} {head}", f"{stem} {head}", f"{stem} {rng.choice(PARTY_STEMS)} {head}",
                f"{nation} {stem} {head}",
                f"{stem} {head} of {place}", f"{head} for {cause}", f"Alliance for {place}", f"{nation} {head}",
                f"Movement for {cause} and {rng.choice(CAUSES)}", f"Party of {nation} {cause}", f"{place} First",
                self.initials(),
            )
        )  # fmt: skip

    def media(self) -> str:
        """Give a newspaper, station or agency."""
        rng = self._rng
        return self._known_or(
            MEDIA,
            lambda: (
                f"{self.city()} {rng.choice(('Times', 'Herald', 'Post', 'Gazette', 'Tribune', 'Daily News', 'Star'))}"
            ),
        )

    def company(self) -> str:
        """Give a company."""
        return self._known_or(COMPANIES, self._company)

    def _company(self) -> str:
        rng = self._rng
        family, other, city = self.people.pair()[1], self.people.pair()[1], self.city()
        kind = rng.choice(_COMPANY_ENDS)
        return rng.choice((f"{family} {kind}", f"{city} {kind}", f"{family} & {other}", f"{family} {other} {kind}",
                           f"{family} & Sons", f"{family}, {other} & Co.", f"{family}'s", family))  # fmt: skip

    def learned(self) -> str:
        """Give a university, museum, think tank, foundation or church."""
        rng = self._rng
        city, family, cause, country = self.city(), self.people.pair()[1], rng.choice(CAUSES), self.country()
        return self._known_or(
            LEARNING,
            lambda: rng.choice(
                (
                    f"University of {city}", f"{city} University", f"Institute for {cause}", f"Center for {cause}",
                    f"University of {country}, {city}", f"{family} Institute", f"{family} Foundation",
                    f"{family} Foundation for {cause}", f"{city} Museum of Art", f"{city} Institute of Technology",
                    f"{family} Museum", f"{family} Center for {cause}", f"{country} Academy of Sciences",
                )
            ),
            0.5,
        )  # fmt: skip

    def club(self) -> str:
        """Give a sports club."""
        rng = self._rng
        made = (
            "United",
            "City",
            "FC",
            "Town",
            "Athletic",
            "Rovers",
            "Tigers",
            "Eagles",
            "Bulldogs",
            "Wildcats",
            "Hawks",
        )
        return self._known_or(
            CLUBS, lambda: rng.choice((f"{self.city()} {rng.choice(made)}", f"FC {self.city()}")), 0.6
        )

    def office(self) -> str:
        """Give an office, court, ministry, parliament or force."""
        return self._known_or(OFFICES, self._office, 0.6)

    def _office(self) -> str:
        rng = self._rng
        ministry, city, country, nation = rng.choice(MINISTRIES), self.town(), self.country(), self.nationality()
        return rng.choice(
            (
                f"Ministry of {ministry}", f"{ministry.removeprefix('the ')} Ministry", f"Department of {ministry}",
                f"{country} Ministry of {ministry}", f"{nation} Ministry of {ministry}", f"{country} Police",
                f"{nation} {ministry.removeprefix('the ')} Ministry", f"{nation} Army", f"{nation} parliament".title(),
                f"{city} {rng.choice(TOWN_AGENCIES)}", f"{city} {rng.choice(TOWN_AGENCIES)}",
                f"{self.state()} Department of {ministry}", f"{city} County {rng.choice(TOWN_AGENCIES)}",
                f"{self.state()} {rng.choice(('Supreme Court', 'Senate', 'National Guard', 'Highway Patrol'))}",
                f"Bank of {country}", f"Central Bank of {country}", f"{country} Red Cross", f"{nation} Red Crescent",
                f"{rng.choice(_ORDINALS)} {rng.choice(_FORCES)}", f"{city} District Court", f"{nation} Supreme Court",
            )
        )  # fmt: skip

    def armed(self) -> str:
        """Give a militia or the like."""
        rng = self._rng
        return self._known_or(
            ARMED,
            lambda: rng.choice(
                (f"{self.province()} Liberation Front", f"{self.people.pair()[0]} Brigades",
                 f"{self.nationality()} Resistance", f"Army of {self.people.pair()[0]}", self.initials())
            ),
            0.7,
        )  # fmt: skip

    def international(self) -> str:
        """Give a body of many countries, or an aid group."""
        return self._known_or(
            INTERNATIONAL, lambda: f"International {self._rng.choice(('Committee', 'Federation', 'Council'))} for "
            f"{self._rng.choice(CAUSES)}", 0.85,
        )  # fmt: skip

    def made_up(self) -> str:
        """Give an organisation of any kind that hardly exists."""
        rng = self._rng
        draw = rng.random()
        if draw < 0.18:
            return self.initials()
        if draw < 0.34:
            return self._party()
        if draw < 0.5:
            return self._company()
        if draw < 0.72:
            return self._office()
        return rng.choice((self.learned, self.media, self.club, self.armed, self.international))()
