"""Variations of the training texts: other names, other case, datelines, headlines and paragraph breaks."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline_training.corpus import Edit, Span, Text, apply_edits, cut, join
from pipeline_training.maker import NameMaker
from pipeline_training.names import Names
from pipeline_training.story import StoryTeller

_SENTENCE = re.compile(r"\S[^\n]*?(?:[.!?][\"”’')]*(?=\s)|(?=\n)|$)")
_BREAKABLE = re.compile(r"(?<=[a-z0-9\"”)][.!?]) (?=[A-Z\"“])")
_WORD = re.compile(r"[A-Za-z][\w'’]*")
_SMALL = frozenset(
    ("a", "an", "the", "of", "in", "on", "for", "to", "and", "or", "at", "by", "with", "from", "as", "is")
)
_AGENCIES = ("Reuters", "AP", "AFP", "CNN", "Xinhua", "BBC", "Associated Press", "Kyodo", "dpa", "TASS", "Bloomberg")
_DATES = ("Monday", "Thursday", "Jan. 14", "March 3", "2016-12-19", "Sept 9", "Nov. 8, 2016", "12 May")
_MARKS = ("•", "*", "-", "–", "▶", "►", "©", "📷", "👉", "🔴", "😀", "😂🙏", "👨🏻‍🚒", "🇺🇦", "❤️", "➡️", "#", "1.", "(3)")


@dataclass(frozen=True)
class Chances:
    """How often each variation is made (0 to 1)."""

    story: float = 0.18
    """Texts that are paragraphs of our own instead."""
    swapped: float = 0.6
    """Texts whose names are exchanged at all."""
    person: float = 0.75
    place: float = 0.6
    organisation: float = 0.5
    region: float = 0.3
    building: float = 0.3
    case: float = 0.12
    dateline: float = 0.12
    headline: float = 0.12
    broken: float = 0.5
    """Texts that get paragraph breaks."""
    marked: float = 0.06
    """Texts that get bullets, emoji and the like, which are no names."""


def organisations_in(texts: Sequence[Text]) -> list[str]:
    """Give the organisations that the corpus names."""
    return sorted({text.text[s:e] for text in texts for s, e, label in text.spans if label == "ORG" and e - s > 2})


def swap_names(text: Text, maker: NameMaker, rng: random.Random, chances: Chances) -> Text:
    """Exchange names, the same one alike throughout a text: who is "Jane Roe" once is "Roe" or "Jane" later."""
    chosen: dict[tuple[str, str], str] = {}
    parts: dict[str, str] = {}
    edits: list[Edit] = []
    for start, end, label in text.spans:
        old = text.text[start:end]
        new = chosen.get((label, old))
        if new is None:
            new = _another(old, label, maker, parts, rng, chances)
            chosen[label, old] = new
        if len(old) > 5 and old.isupper():
            new = new.upper()
        if new != old:
            edits.append((start, end, new))
    return apply_edits(text, edits)


def _another(
    old: str, label: str, maker: NameMaker, parts: dict[str, str], rng: random.Random, chances: Chances
) -> str:
    makers = {
        "GPE": (chances.place, maker.place),
        "ORG": (chances.organisation, maker.organisation),
        "LOC": (chances.region, maker.region),
        "FAC": (chances.building, maker.building),
    }
    if label in makers:
        chance, make = makers[label]
        return make() if rng.random() < chance else old
    if label != "PERSON":
        return old
    words = old.split()
    if len(words) == 1:
        if old in parts:
            return parts[old]
        return rng.choice(maker.people.pair()) if rng.random() < chances.person else old
    if rng.random() >= chances.person:
        return old
    person = maker.people.person()
    parts.setdefault(words[-1], person.family)
    parts.setdefault(words[0], person.given)
    return person.full


def _titled(match: re.Match[str]) -> str:
    word = match.group()
    return word if word in _SMALL else word[0].upper() + word[1:]


def change_case(text: Text, rng: random.Random) -> Text:
    """Set about a quarter of the sentences in capitals, in title case or in small letters."""
    sentences = [match.span() for match in _SENTENCE.finditer(text.text)]
    if not sentences:
        return text
    draw = rng.random()
    letters = list(text.text)
    for start, end in rng.sample(sentences, max(1, len(sentences) // 4)):
        piece = text.text[start:end]
        changed = piece.upper() if draw < 0.45 else _WORD.sub(_titled, piece) if draw < 0.92 else piece.lower()
        if len(changed) == len(piece):
            letters[start:end] = changed
    return Text("".join(letters), text.spans)


def break_paragraphs(text: Text, rng: random.Random) -> Text:
    """Turn some of the spaces between sentences into line ends or blank lines."""
    share = rng.choice((0.15, 0.4, 0.8))
    newline = rng.choice(("\n", "\n\n"))
    return apply_edits(
        text, [(*match.span(), newline) for match in _BREAKABLE.finditer(text.text) if rng.random() < share]
    )


def add_marks(text: Text, rng: random.Random) -> Text:
    """Put bullets, emoji or numbers before some sentences, and before the text."""
    share = rng.choice((0.2, 0.5))
    before = rng.choice((" ", "\n"))
    edits = [
        (*match.span(), f"{before}{rng.choice(_MARKS)} ")
        for match in _BREAKABLE.finditer(text.text)
        if rng.random() < share
    ]
    return join([Text(rng.choice(_MARKS), ()), apply_edits(text, edits)], " ")


def add_dateline(text: Text, maker: NameMaker, rng: random.Random) -> Text:
    """Put a dateline before the text: "KYIV, Ukraine (Reuters) - "."""
    city = maker.city() if rng.random() < 0.5 else maker.town()
    head = city.upper() if rng.random() < 0.85 else city
    spans: list[Span] = [(0, len(head), "GPE")]
    if rng.random() < 0.35:
        country = maker.abbreviation() if rng.random() < 0.4 else maker.place()
        spans.append((len(head) + 2, len(head) + 2 + len(country), "GPE"))
        head += f", {country}"
    if rng.random() < 0.6:
        agency = rng.choice(_AGENCIES)
        spans.append((len(head) + 2, len(head) + 2 + len(agency), "ORG"))
        head += f" ({agency})"
    elif rng.random() < 0.5:
        head += f" {rng.choice(_DATES)}"
    return join([Text(head, tuple(spans)), text], rng.choice((" - ", " — ", " -- ", ": ", "\n", " – ")))


def add_headline(text: Text, other: Text, rng: random.Random) -> Text:
    """Put a sentence of another text before this one as its headline, without the full stop."""
    sentences = [match for match in _SENTENCE.finditer(other.text) if 25 <= len(match.group()) <= 110]
    if not sentences:
        return text
    sentence = rng.choice(sentences)
    end = sentence.start() + len(sentence.group().rstrip(".!?\"”’')"))
    headline = cut(other, sentence.start(), end)
    if rng.random() < 0.6:
        headline = Text(_WORD.sub(_titled, headline.text), headline.spans)
    return join([headline, text], rng.choice(("\n", "\n\n", "\n\n", ". ")))


def endless(texts: Sequence[Text], names: Names, rng: random.Random, chances: Chances) -> Iterator[Text]:
    """Give the texts again and again in new order, each time varied anew."""
    maker = NameMaker(names, organisations_in(texts), rng)
    teller = StoryTeller(maker, rng)
    order = list(range(len(texts)))
    while True:
        rng.shuffle(order)
        for index in order:
            text = texts[index]
            if rng.random() < chances.story:
                text = teller.tell()
            elif rng.random() < chances.swapped:
                text = swap_names(text, maker, rng, chances)
            if rng.random() < chances.case:
                text = change_case(text, rng)
            if rng.random() < chances.marked:
                text = add_marks(text, rng)
            if rng.random() < chances.broken:
                text = break_paragraphs(text, rng)
            if rng.random() < chances.dateline:
                text = add_dateline(text, maker, rng)
            if rng.random() < chances.headline:
                text = add_headline(text, rng.choice(texts), rng)
            yield text
