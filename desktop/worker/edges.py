"""Where names begin and end: what a recogniser cuts wrong for reasons that a word tells. Pure; no spaCy here."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import replace

from desktop.worker.consistency import Name

_BEFORE = frozenset(
    (
        "After", "Although", "Amid", "And", "As", "Because", "Before", "But", "Despite", "During", "For", "From",
        "However", "If", "In", "Like", "Meanwhile", "Since", "That", "Though", "Through", "To", "Unlike", "Until",
        "When", "Whereas", "While", "With", "Without", "Yet",
    )
)  # fmt: skip
"""Words before a name that only have a capital because a sentence begins with them."""
_STOPS = frozenset((".", "!", "?", ":", "“", "”", '"', "’", "'", "‘", "—", "–", "-", "…", ";"))
_BODIES = frozenset(
    (
        "academy", "agency", "alliance", "association", "authority", "board", "bureau", "campaign", "center", "centre",
        "charity", "coalition", "college", "commission", "committee", "confederation", "congress", "council",
        "department", "directorate", "endowment", "federation", "forum", "foundation", "front", "fund", "group",
        "institute", "institution", "league", "ministry", "mission", "movement", "network", "office", "organisation",
        "organization", "party", "programme", "program", "project", "secretariat", "service", "society", "taskforce",
        "trust", "union",
    )
)  # fmt: skip
"""Last words of an organisation's name that are often followed by what it is for."""
_JOINING = frozenset(("for", "on"))
_UNFINISHED = frozenset(
    (
        "Civil", "Democratic", "Economic", "Federal", "Foreign", "Global", "Human", "International", "National",
        "Political", "Public", "Social", "Strategic",
    )
)  # fmt: skip
"""Words that no organisation's name ends with."""
_LONGEST_REST = 4
_ORGANISATION = "ORG"
_KEPT = frozenset(("@", "#", "$", "(", "["))
"""Signs that may be a part of what they stand before."""


def mended(words: Sequence[str], names: Sequence[Name]) -> list[Name]:
    """Return the names of an English article, in its order, with better borders; ``words``: its tokens."""
    found: list[Name] = []
    begins = {name.first for name in names}
    for name in names:
        name = _ended(words, _begun(words, _bare(words, name)), begins)
        if found and name.label == _ORGANISATION and _goes_on(words, found[-1], name.first):
            found[-1] = replace(found[-1], last=name.last, sure=min(found[-1].sure, name.sure))
        else:
            found.append(name)
    return found


def _bare(words: Sequence[str], name: Name) -> Name:
    """Return a name without the dash or quotation mark before it: “― Ada Lind”."""
    first = name.first
    while first < name.last - 1 and not any(c.isalnum() for c in words[first]) and words[first] not in _KEPT:
        first += 1
    return name if first == name.first else replace(name, first=first)


def _begun(words: Sequence[str], name: Name) -> Name:
    """Return “Trump” for “Despite Trump” where a sentence begins so."""
    first = name.first
    if name.last - first < 2 or words[first] not in _BEFORE or not words[first + 1][:1].isupper():
        return name
    starts = first == 0 or words[first - 1] in _STOPS or words[first - 1].isspace()
    return replace(name, first=first + 1) if starts else name


def _ended(words: Sequence[str], name: Name, begins: Container[int]) -> Name:
    """Return “Endowment for International Peace” for “Endowment for International”."""
    last = name.last
    if name.label != _ORGANISATION or words[last - 1] not in _UNFINISHED or name.last - name.first < 2:
        return name
    while last < len(words) and last not in begins and words[last].istitle() and words[last].isalpha():
        last += 1
    return replace(name, last=last) if last - name.last <= _LONGEST_REST else name


def _goes_on(words: Sequence[str], before: Name, first: int) -> bool:
    """Whether “for International Peace” goes on with “Carnegie Endowment”."""
    end = before.last
    joined = first == end + 1 and words[end] in _JOINING
    return joined and before.label == _ORGANISATION and words[end - 1].lower() in _BODIES
