"""A made-up corpus of news-like articles with spans: same number, same bytes, no text of anybody else's."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

PEOPLE = (
    "Ines Valdara",
    "Tomas Wilder",
    "Greta Oyelaran",
    "Milena Korbut",
    "Anders Lindqvist",
    "Rosa Amankwah",
    "Samuel Obi",
    "Lucia Ferrante",
)
BODIES = (
    "Northline Ferries",
    "the transport ministry",
    "the harbour council",
    "Reporters Without Fear",
    "the farmers’ union",
    "EmberSense",
)
PLACES = (
    "Velmora",
    "Brennholm",
    "Kastra",
    "Upper Arlen",
    "Sant Oriol",
    "Port Salin",
    "Lake Marenne",
    "Old Quay",
    "Mirren",
    "Aarvik",
)
CLAUSES = (
    "{p} said on Tuesday that the plan for {l} would not go ahead before the summer",
    "officials in {l} rejected the charge and asked {o} to publish the contract",
    "“we will not sell the last public beach,” {p} told the crowd in {l}",
    "according to {o}, the study was months away from anything that could be signed",
    "{o} has closed two of the reservoirs above {l} since the drought began",
    "the court ordered the release of {p} after eleven months in detention",
    "traders warned of empty shops while {p} promised cheap loans by the end of August",
    "nobody in {l} expects a treaty this week, a diplomat briefed on the talks said",
    "{p}, who commands the flotilla near {l}, denied that {o} had been informed",
    "the number of families who left {l} could be higher than {o} believes",
)
PUBLISHERS = ("The Coastal Courier", "Highland Wire", "Morning Ledger", "Continental Post", "Circuit Daily")


@dataclass(frozen=True, slots=True)
class Sample:
    """An article and its spans as (start, end, label), in code points."""

    title: str
    text: str
    publisher: str
    published: str
    url: str
    spans: tuple[tuple[int, int, str], ...]


def article(number: int, *, spans: int = 61, characters: int = 5_000) -> Sample:
    """Return article ``number``: at least ``characters`` code points with exactly ``spans`` spans where they fit."""
    rng = random.Random(7_919 * number + spans)
    title = f"{rng.choice(PLACES)} waits for {rng.choice(BODIES)} to decide, part {number}"
    out, found, position = [title, "\n\n"], [], len(title) + 2
    while position < characters:
        for _ in range(rng.randrange(3, 6)):
            clause = rng.choice(CLAUSES)
            pieces = clause.replace("{", "|{").replace("}", "}|").split("|")
            start = position
            for n, piece in enumerate(pieces):
                name, label = {
                    "{p}": (rng.choice(PEOPLE), "ACTOR"),
                    "{o}": (rng.choice(BODIES), "ACTOR"),
                    "{l}": (rng.choice(PLACES), "LOCATION"),
                }.get(piece, (piece if n else piece[:1].upper() + piece[1:], ""))
                if label:
                    found.append((position, position + len(name), label))
                out.append(name)
                position += len(name)
            if rng.random() < 0.35:
                found.append((start, position, "CLAIM"))
            out.append(". ")
            position += 2
        out.append("\n\n")
        position += 2
    text = "".join(out).rstrip()
    rng.shuffle(found)
    kept = sorted(s for s in found[:spans] if s[1] <= len(text))
    day = f"2026-{1 + number % 12:02}-{1 + number % 28:02}"
    return Sample(title, text, rng.choice(PUBLISHERS), day, f"https://news.example/{number}", tuple(kept))


def samples(count: int, **shape: int) -> Iterator[Sample]:
    """Yield the first ``count`` articles; the corpus of 1,000 is the head of the one of 10,000."""
    return (article(n, **shape) for n in range(count))


def write_json_lines(path: Path, count: int) -> None:
    """Write plain article records (text and metadata, no spans), one JSON object a line."""
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for n, s in enumerate(samples(count)):
            record = {"id": f"a{n:07}", "title": s.title, "text": s.text, "publisher": s.publisher}
            file.write(json.dumps({**record, "published": s.published, "url": s.url}, ensure_ascii=False) + "\n")
