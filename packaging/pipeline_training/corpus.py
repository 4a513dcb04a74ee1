"""The training corpus: which files are used and why, how they are read, and how their offsets are moved by edits."""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

LABELS = ("PERSON", "NORP", "ORG", "GPE", "LOC", "FAC")

_LEFTOVER = re.compile(r"-DOCSTART- ?")
"""A mark of the CoNLL format that Wikigold's texts still carry."""

Span = tuple[int, int, str]
Edit = tuple[int, int, str]


@dataclass(frozen=True)
class Source:
    """One file of the corpus, with what its licence asks to be told."""

    file: str
    name: str
    authors: str
    url: str
    text_licence: str
    annotation_licence: str
    weight: int = 1
    """How often the file is seen in one round through the corpus."""


SOURCES: tuple[Source, ...] = (
    Source(
        "gum.jsonl",
        "GUM, the Georgetown University Multilayer corpus, v11 (academic, bio, court, interview, news, voyage)",
        "Amir Zeldes and others; Wikinews, Wikivoyage and Wikipedia contributors",
        "https://gucorpling.org/gum/",
        "CC BY 4.0 (academic, court), CC BY-SA 3.0 (bio, voyage), CC BY 2.5 (news, interview)",
        "CC BY 4.0",
        weight=2,
    ),
    Source(
        "wikigold.jsonl",
        "Wikigold",
        "D. Balasuriya, N. Ringland, J. Nothman, T. Murphy, J. R. Curran (2009); Wikipedia contributors",
        "https://aclanthology.org/W09-3302/",
        "CC BY-SA 3.0",
        "CC BY 4.0",
        weight=2,
    ),
    Source(
        "uner_ewt.jsonl",
        "Universal NER, UNER_English-EWT (dev and test), over UD English-EWT",
        "S. Mayhew and others (2024); N. Silveira and others, Universal Dependencies",
        "https://www.universalner.org/",
        "CC BY-SA 4.0",
        "CC BY-SA 4.0",
        weight=2,
    ),
    Source(
        "crossner_other.jsonl",
        "CrossNER, science, literature, music and AI",
        "Z. Liu and others (2021); Wikipedia contributors",
        "https://github.com/zliucr/CrossNER",
        "CC BY-SA 3.0",
        "MIT",
    ),
    Source(
        "crossner_politics_train.jsonl",
        "CrossNER, politics (train part)",
        "Z. Liu and others (2021); Wikipedia contributors",
        "https://github.com/zliucr/CrossNER",
        "CC BY-SA 3.0",
        "MIT",
        weight=4,
    ),
    Source(
        "btc_news_g.jsonl",
        "Broad Twitter Corpus, part G (tweets of mainstream news)",
        "L. Derczynski, K. Bontcheva, I. Roberts (2016)",
        "https://aclanthology.org/C16-1111/",
        "CC BY 4.0 (as released)",
        "CC BY 4.0",
        weight=2,
    ),
)

LEFT_OUT: tuple[tuple[str, str], ...] = (
    ("gmb.jsonl", "Groningen Meaning Bank, agency news: no explicit licence came with the copy of its annotations"),
    (
        "wnut17.jsonl",
        "WNUT 2017: tweets and forum posts; adding it changed the pooled exact F1 from 72.9 to 72.6 (one run each)",
    ),
)


@dataclass(frozen=True)
class Text:
    """A text with its names; offsets are code points, spans are sorted and disjoint."""

    text: str
    spans: tuple[Span, ...]


def read(path: Path) -> list[Text]:
    """Give the texts of one JSON-lines file; ends with a sentence if the file is missing or a label is unknown."""
    if not path.is_file():
        raise SystemExit(f"The training file {path} does not exist. Name the folder with the *.jsonl files by --data.")
    texts: list[Text] = []
    for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1):
        raw = json.loads(line)
        spans: list[Span] = []
        end = 0
        for start, stop, label in sorted((int(s), int(e), str(name)) for s, e, name in raw["spans"]):
            if label not in LABELS:
                raise SystemExit(f"{path}:{number}: label {label} is not one of {', '.join(LABELS)}.")
            if start >= end:
                spans.append((start, stop, label))
                end = stop
        text = Text(raw["text"], tuple(spans))
        texts.append(apply_edits(text, [(*match.span(), "") for match in _LEFTOVER.finditer(text.text)]))
    return texts


def read_all(folder: Path) -> list[Text]:
    """Give the whole corpus, each source as often as its weight says."""
    return [text for source in SOURCES for _ in range(source.weight) for text in read(folder / source.file)]


def apply_edits(text: Text, edits: Iterable[Edit]) -> Text:
    """Give the text with pieces replaced and its spans moved.

    An edit is (start, end, new text), not empty, and either lies outside every span or is exactly one.
    """
    ordered = sorted(edits)
    if not ordered:
        return text
    pieces: list[str] = []
    position = 0
    for start, end, new in ordered:
        pieces += (text.text[position:start], new)
        position = end
    pieces.append(text.text[position:])
    ends = [end for _, end, _ in ordered]
    growth = [0, *accumulate(len(new) - (end - start) for start, end, new in ordered)]

    def moved(offset: int) -> int:
        return offset + growth[bisect_right(ends, offset)]

    return Text("".join(pieces), tuple((moved(start), moved(end), label) for start, end, label in text.spans))


def join(parts: Sequence[Text], separator: str) -> Text:
    """Give the texts as one, the separator between them."""
    spans: list[Span] = []
    offset = 0
    for part in parts:
        spans += ((start + offset, end + offset, label) for start, end, label in part.spans)
        offset += len(part.text) + len(separator)
    return Text(separator.join(part.text for part in parts), tuple(spans))


def cut(text: Text, start: int, end: int) -> Text:
    """Give the piece from start to end with the spans that lie wholly in it."""
    inside = tuple((s - start, e - start, label) for s, e, label in text.spans if start <= s and e <= end)
    return Text(text.text[start:end], inside)
