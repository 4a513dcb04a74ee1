"""News paragraphs of our own (own_news.txt), filled with names drawn anew each time.

The corpora hold much encyclopaedia and little news; these paragraphs show the ways in which the press names people,
towns, parties and offices, with names that the other texts do not have.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from pathlib import Path

from pipeline_training.corpus import Span, Text
from pipeline_training.maker import NameMaker

_FILE = Path(__file__).with_name("own_news.txt")
_PIECE = re.compile(r"\[(?P<label>[A-Z]+) (?P<inner>[^\]]+)\]|\{(?P<slot>[A-Za-z0-9]+)\}")
_SLOT = re.compile(r"\{([A-Za-z0-9]+)\}")
_PLAIN = frozenset("yhqj")
_LABELS = {
    "p": "PERSON", "c": "GPE", "t": "GPE", "n": "GPE", "s": "GPE", "a": "GPE", "v": "GPE", "r": "LOC", "f": "FAC",
    "o": "ORG", "x": "ORG", "w": "ORG", "m": "ORG", "b": "ORG", "u": "ORG", "k": "ORG", "g": "ORG", "z": "ORG",
    "i": "ORG", "d": "NORP", "e": "NORP",
}  # fmt: skip
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


def paragraphs() -> tuple[str, ...]:
    """Give the unfilled paragraphs."""
    blocks = _FILE.read_text("utf-8").split("\n\n")
    return tuple(block.strip() for block in blocks if block.strip() and not block.startswith("#"))


class StoryTeller:
    """Fills paragraphs."""

    def __init__(self, maker: NameMaker, rng: random.Random) -> None:
        self._paragraphs = paragraphs()
        self._maker = maker
        self._rng = rng
        self._makers: dict[str, Callable[[], str]] = {
            "c": maker.city, "t": maker.town, "n": maker.country, "s": maker.state, "a": maker.abbreviation,
            "v": maker.province, "r": maker.region, "f": maker.building, "o": maker.organisation,
            "x": maker.initials, "w": maker.party, "m": maker.media, "b": maker.company, "u": maker.learned,
            "k": maker.club, "g": maker.office, "z": maker.armed, "i": maker.international,
            "d": maker.nationality, "e": maker.people_of,
            "y": lambda: str(rng.randrange(18, 95)), "h": lambda: str(rng.randrange(2, 99)),
            "q": lambda: rng.choice(_DAYS), "j": lambda: rng.choice(_MONTHS),
        }  # fmt: skip

    def tell(self) -> Text:
        """Give one to three paragraphs; who or what has a number keeps its name within a paragraph."""
        parts: list[str] = []
        spans: list[Span] = []
        length = 0
        separator = self._rng.choice(("\n", "\n\n", "\n\n", " "))
        for paragraph in self._rng.choices(self._paragraphs, k=self._rng.choice((1, 2, 3))):
            text = self._fill(paragraph)
            if parts:
                length += len(separator)
            spans += ((start + length, end + length, label) for start, end, label in text.spans)
            parts.append(text.text)
            length += len(text.text)
        return Text(separator.join(parts), tuple(spans))

    def _fill(self, paragraph: str) -> Text:
        known: dict[str, object] = {}
        out: list[str] = []
        spans: list[Span] = []
        length = 0
        position = 0
        curly = self._rng.random() < 0.5

        def put(piece: str) -> None:
            nonlocal length
            if curly:
                piece = piece.replace("'", "’")
            out.append(piece)
            length += len(piece)

        for match in _PIECE.finditer(paragraph):
            put(paragraph[position : match.start()])
            position = match.end()
            start = length
            slot = match["slot"]
            if slot is None:
                label: str | None = match["label"] if match["label"] != "O" else None
                put(_SLOT.sub(lambda inner: self._value(inner[1], known), match["inner"]))
            else:
                label = None if slot[0] in _PLAIN else _LABELS[slot[0].lower()]
                put(self._value(slot, known))
            if label is not None:
                spans.append((start, length, label))
        put(paragraph[position:])
        return Text("".join(out), tuple(spans))

    def _value(self, slot: str, known: dict[str, object]) -> str:
        kind, key = slot[0].lower(), slot.rstrip("sg").lower() if slot[0] in "pP" else slot.lower()
        part = slot[len(key) :]
        if kind == "p":
            person = known.setdefault(key, None) or self._maker.people.person()
            known[key] = person
            return str(getattr(person, {"": "full", "s": "family", "g": "given"}[part]))
        if kind in _PLAIN:
            return self._makers[kind]()
        value = known.get(key) or self._makers[kind]()
        known[key] = value
        return str(value).upper() if slot[0].isupper() else str(value)
