"""Where the name of a place ends: small corrections of what the embedded recogniser gives, by the words around it.

"Edgar County Sheriff" is the county, "southeast Asia" the continent, "Sask" in "Sask. believes" lacks its full stop,
"Madison, Wis." is a place with its state. Only for the embedded pipeline, whose labels and habits are known; no spaCy.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from desktop.worker.consistency import Name
from desktop.worker.hyphens import rejoined

_PLACES = frozenset(("GPE", "LOC", "FAC"))
_LANDS = frozenset(("GPE", "LOC"))
_OTHERS = frozenset(("PERSON", "ORG"))
_STATES = frozenset(
    (
        "Ala.", "Ariz.", "Ark.", "Calif.", "Colo.", "Conn.", "Del.", "Fla.", "Ga.", "Ill.", "Ind.", "Kan.", "Ky.",
        "La.", "Md.", "Mass.", "Mich.", "Minn.", "Miss.", "Mo.", "Mont.", "Neb.", "Nev.", "N.H.", "N.J.", "N.M.",
        "N.Y.", "N.C.", "N.D.", "Okla.", "Ore.", "Pa.", "R.I.", "S.C.", "S.D.", "Tenn.", "Vt.", "Va.", "W.Va.",
        "Wash.", "Wis.", "Wyo.", "Ont.",
    )
)  # fmt: skip
_PARTICLES = frozenset(
    (
        "al", "el", "ar", "as", "ad", "ash", "at", "az", "bin", "de", "la", "le", "los", "las", "da", "do", "dos",
        "du", "van", "der", "von", "d'", "d’", "l'", "e",
    )
)  # fmt: skip
"""Small words that may begin a name."""
_LOOSE_ENDS = frozenset(("-", "–", "—", ",", "/", "&", "and", "of", "or", "the"))
_CUT_AFTER = frozenset(("County", "Parish", "Prefecture"))
_GROWN_BY = frozenset(("County", "Prefecture", "Township", "Twp."))
_SAINTS = frozenset(("st", "mt", "ft"))
_OF_A_SAINT = frozenset(("County", "Square", "Hospital", "Bay", "Island", "Cathedral", "Church", "Park", "School"))
_BODIES = frozenset(
    (
        "Council", "Committee", "Commission", "Court", "College", "University", "Association", "Department",
        "Police", "Authority", "Ministry", "Institute", "Society", "Board", "Agency", "Senate", "Club", "Sheriff",
        "EMS", "Commerce", "Hospital",
    )
)  # fmt: skip
"""Last words of what is an organisation, not a place."""
_DASHES = frozenset(("-", "--", "—", "–", "---"))
_SENTENCE_ENDS = frozenset((".", "!", "?", "”", '"', ":"))
_LONGEST_TOWN = 3
_SHOUTED_FROM = 5
"""Letters from which a dateline in capitals is no acronym."""


def tidied(words: Sequence[str], names: Sequence[Name]) -> list[Name]:
    """Return the names in text order with the borders and labels of places corrected; ``words``: the tokens."""
    names = rejoined(words, names)
    taken = {at for name in names for at in range(name.first, name.last)}
    found = [_tidy(words, name, taken) for name in names]
    if not _STATES.isdisjoint(words):
        found = _with_states(words, found)
    return found


def _tidy(words: Sequence[str], name: Name, taken: set[int]) -> Name:
    first, last, label = name.first, name.last, name.label
    if label in _OTHERS:
        label = "GPE" if _is_dateline(words, name) else label
    elif label in _PLACES:
        first, last = _narrowed(words, name)
        if label in _LANDS:
            first, last = _widened(words, first, last, taken)
            if last - first > 1 and words[last - 1] in _BODIES:
                label = "ORG"
        first, last = _completed(words, first, last, taken)
    if (first, last, label) == (name.first, name.last, name.label):
        return name
    return replace(name, first=first, last=last, label=label, how="border")


def _narrowed(words: Sequence[str], name: Name) -> tuple[int, int]:
    """Leave out small words before and after, and what follows "County"."""
    first, last = name.first, name.last
    while first < last - 1 and _leads_in(words[first]):
        first += 1
    while last - 1 > first and (words[last - 1] in _LOOSE_ENDS or (name.label in _LANDS and words[last - 1].islower())):
        last -= 1
    if name.label in _LANDS:
        for at in range(first + 1, last - 1):
            if words[at] in _CUT_AFTER and words[at + 1][:1].isupper():
                return first, at + 1
    return first, last


def _leads_in(word: str) -> bool:
    if word.rstrip(".").lower() in _SAINTS:
        return False
    return (
        (word.islower() and word not in _PARTICLES)
        or word in ("A", "An")
        or not any(letter.isalnum() for letter in word)
    )


def _widened(words: Sequence[str], first: int, last: int, taken: set[int]) -> tuple[int, int]:
    """Take "County" and "St." in where they were left out."""
    if (
        last < len(words)
        and words[last] in _GROWN_BY
        and last not in taken
        and not (last + 1 < len(words) and words[last + 1][:1].isupper())
    ):
        last += 1
    if first > 0 and first - 1 not in taken:
        before = words[first - 1]
        if before.endswith(".") and before[:-1].lower() in _SAINTS:
            first -= 1
        elif before == "." and first > 1 and words[first - 2].lower() in _SAINTS and first - 2 not in taken:
            first -= 2
    return first, last


def _completed(words: Sequence[str], first: int, last: int, taken: set[int]) -> tuple[int, int]:
    """Take in the full stop of an abbreviation where no sentence ends, and what follows "St. Peter's"."""
    if last + 1 < len(words) and taken.isdisjoint((last, last + 1)):
        word, after = words[last], words[last + 1]
        if word == "." and words[last - 1][:1].isupper() and (after in (",", ";") or after[:1].islower()):
            last += 1
        elif word in ("'s", "’s") and after in _OF_A_SAINT:
            last += 2
    return first, last


def _is_dateline(words: Sequence[str], name: Name) -> bool:
    """Tell whether the name is what a report begins with: "COLUMBUS -- Most", "RIDGE FARM (AP) — A"."""
    own = words[name.first : name.last]
    if sum(map(len, own)) < _SHOUTED_FROM or any(word.isalpha() and not word.isupper() for word in own):
        return False
    if name.first > 0 and words[name.first - 1] not in _SENTENCE_ENDS and "\n" not in words[name.first - 1]:
        return False
    at = name.last
    if at + 3 < len(words) and words[at] == "(" and words[at + 2] == ")":
        at += 3
    return at + 1 < len(words) and words[at] in _DASHES and not words[at + 1].islower()


def _with_states(words: Sequence[str], names: Sequence[Name]) -> list[Name]:
    """Label states after a comma, and what stands before that as their towns: "Henderson, Nev."."""
    found = list(names)
    owner = {at: index for index, name in enumerate(names) for at in range(name.first, name.last)}
    for at in range(2, len(words)):
        if words[at] not in _STATES or words[at - 1] != ",":
            continue
        if at not in owner:
            owner[at] = len(found)
            found.append(Name(at, at + 1, "GPE", how="border"))
        index = owner.get(at - 2)
        if index is not None:
            town = found[index]
            if town.label in (*_OTHERS, "LOC") and town.last == at - 1 and town.last - town.first <= _LONGEST_TOWN:
                found[index] = replace(town, label="GPE", how="border")
            continue
        first = at - 1
        while (
            first > 0 and first - 1 not in owner and _looks_like_name(words[first - 1]) and at - first <= _LONGEST_TOWN
        ):
            first -= 1
        if first < at - 1:
            owner.update(dict.fromkeys(range(first, at - 1), len(found)))
            found.append(Name(first, at - 1, "GPE", how="border"))
    return sorted(found, key=lambda name: name.first)


def _looks_like_name(word: str) -> bool:
    return word[:1].isupper() and word.isalpha()
