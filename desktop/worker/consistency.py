"""One name, one label: what an article says clearly in one place helps where a recogniser sees only a few words.

A recogniser decides each place by itself. Here the places of one article are compared: a name that it labels in two
ways gets the label it is surest of in total; the same words left out elsewhere are added; a family name follows its
person ("Jane Roe … Roe"), initials their name ("Civic Rights Front (CRF)"). Works with any pipeline; no spaCy here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

PERSON_LABELS = frozenset(("PERSON", "PER"))
_ORGANISATION = "ORG"
GROUP_LABELS = frozenset(("NORP", "MISC"))
_SPREADING = frozenset(("PERSON", "PER", "ORG", "GPE", "LOC", "FAC", "NORP"))
_Votes = Mapping[str, Mapping[str, float]]
"""For each name as written, how much speaks for each label."""
_SHORTEST = 3
_SMALL_WORDS = frozenset(("of", "the", "and", "for", "in", "on", "de", "la", "’s", "'s"))


@dataclass(frozen=True, slots=True)
class Name:
    """Tokens ``first`` to before ``last`` with a label; ``sure``: the recogniser's own, 0 to 1; ``how``: who found it.

    ``how`` is "model", "border" or "same" (its border or label was changed), "repeat" or "initials" (added).
    """

    first: int
    last: int
    label: str
    sure: float = 1.0
    how: str = "model"


@dataclass(slots=True)
class _Article:
    words: Sequence[str]
    small: frozenset[str]
    """Words that the article also writes in small letters: hardly names."""

    def text(self, first: int, last: int) -> str:
        return " ".join(self.words[first:last])


def consistent(words: Sequence[str], names: Sequence[Name]) -> list[Name]:
    """Return the names in text order with labels made alike and repeats added; ``words`` are the article's tokens."""
    if not names:
        return []
    article = _Article(words, frozenset(word for word in set(words) if word.islower()))
    names = _initials(article, names)
    surfaces = [article.text(name.first, name.last) for name in names]
    votes = _votes(names, surfaces)
    families = _families(article, names)
    decided = [_decide(name, text, votes, families) for name, text in zip(names, surfaces, strict=True)]
    return sorted([*decided, *_repeats(article, decided, families)], key=lambda name: name.first)


def _votes(names: Iterable[Name], surfaces: Iterable[str]) -> _Votes:
    votes: dict[str, dict[str, float]] = {}
    for name, text in zip(names, surfaces, strict=True):
        given = votes.setdefault(text, {})
        given[name.label] = given.get(name.label, 0.0) + name.sure
    return votes


def _families(article: _Article, names: Iterable[Name]) -> Mapping[str, tuple[str, float]]:
    """Return for the last words of longer personal names the label and how sure it is."""
    families: dict[str, tuple[str, float]] = {}
    for name in names:
        if name.label in PERSON_LABELS and name.last - name.first > 1:
            family = article.words[name.last - 1]
            if len(family) >= _SHORTEST and family[0].isupper() and family.lower() not in article.small:
                families[family] = (name.label, families.get(family, ("", 0.0))[1] + name.sure)
    return families


def _initials(article: _Article, names: Sequence[Name]) -> list[Name]:
    """Add "(CRF)" after a name with these initials, or give it that name's label."""
    words = article.words
    starts = {name.first: index for index, name in enumerate(names)}
    result = list(names)
    for name in names:
        at = name.last + 1
        if name.last - name.first < 2 or at + 1 >= len(words) or words[name.last] != "(" or words[at + 1] != ")":
            continue
        short = words[at]
        letters = "".join(word[0] for word in words[name.first : name.last] if word[:1].isupper())
        if len(short) < 2 or not short.isupper() or short.replace(".", "") != letters:
            continue
        label = _ORGANISATION if name.label in PERSON_LABELS else name.label  # nobody's initials stand so after a name
        if label != name.label:
            result[starts[name.first]] = replace(name, label=label, how="same")
        if at in starts:
            result[starts[at]] = replace(names[starts[at]], label=label, sure=name.sure)
        else:
            result.append(Name(at, at + 1, label, name.sure, "initials"))
    return sorted(result, key=lambda name: name.first)


def _decide(name: Name, text: str, votes: _Votes, families: Mapping[str, tuple[str, float]]) -> Name:
    if len(votes[text]) == 1 and text not in families:
        return name
    label, most = max(votes[text].items(), key=lambda vote: (vote[1], vote[0] == name.label, vote[0]))
    if name.last - name.first == 1 and text in families and name.label not in GROUP_LABELS:
        person, sure = families[text]
        if votes[text].get(person, 0.0) + sure >= most:
            label = person
    if name.label in GROUP_LABELS or label in GROUP_LABELS or label == name.label:
        return name  # "the French" and "the French bank" differ rightly
    return replace(name, label=label, how="same")


def _repeats(article: _Article, names: Sequence[Name], families: Mapping[str, tuple[str, float]]) -> list[Name]:
    """Return the places of known names that nobody has labelled."""
    taken = {at for name in names for at in range(name.first, name.last)}
    known: dict[tuple[str, ...], tuple[str, float]] = {}
    for name in names:
        words = tuple(article.words[name.first : name.last])
        if name.label in _SPREADING and _may_spread(article, words) and known.get(words, ("", 0.0))[1] < name.sure:
            known[words] = (name.label, name.sure)
    for family, label in families.items():
        known.setdefault((family,), label)
    by_first: defaultdict[str, list[tuple[str, ...]]] = defaultdict(list)
    for words in sorted(known, key=len, reverse=True):
        by_first[words[0]].append(words)
    found: list[Name] = []
    end = 0
    for at in [at for at, word in enumerate(article.words) if word in by_first]:
        hit = None if at < end or at in taken else _hit(article, at, by_first[article.words[at]], taken)
        if hit is not None:
            label, sure = known[hit]
            end = at + len(hit)
            found.append(Name(at, end, label, min(sure, 1.0), "repeat"))
    return found


def _may_spread(article: _Article, words: tuple[str, ...]) -> bool:
    if len(words) > 1:
        return words[0][:1].isupper()
    word = "".join(words)
    return len(word) >= _SHORTEST and word[:1].isupper() and word.lower() not in article.small


def _hit(article: _Article, at: int, candidates: Sequence[tuple[str, ...]], taken: set[int]) -> tuple[str, ...] | None:
    for words in candidates:
        end = at + len(words)
        if tuple(article.words[at:end]) != words or any(place in taken for place in range(at, end)):
            continue
        if len(words) == 1 and (_joined(article, end, taken) or (at > 0 and _joined(article, at - 1, taken))):
            continue  # a part of a longer name that the recogniser did not see as one
        return words
    return None


def _joined(article: _Article, at: int, taken: set[int]) -> bool:
    """Tell whether the word beside a place looks like part of the same name."""
    if at >= len(article.words) or at in taken:
        return False
    word = article.words[at]
    if word.isdigit() and at > 0 and article.words[at - 1].isupper():
        return True  # "CTF 50"
    return (
        word[:1].isupper() and word.isalpha() and word.lower() not in article.small and word.lower() not in _SMALL_WORDS
    ) or word == "-"
