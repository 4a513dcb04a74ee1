"""The treebanks that tagger and parser learn from: documents cut at random into runs of sentences, and varied."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from pipeline_training.needs import need

TRAIN = "parse_train.spacy"
DEV = {"parse_ewtdev.spacy": "UD English-EWT, dev", "parse_gumdev.spacy": "GUM, dev, six genres"}

_LONGEST_RUN = 10
_OPENING, _CLOSING = "``", "''"
_NO_SPACE_TAG = "_SP"


@dataclass(frozen=True)
class Word:
    """A token of a treebank; `head` counts from the first word of its sentence."""

    form: str
    space: bool
    tag: str
    head: int
    dep: str


Sentence = tuple[Word, ...]


@dataclass(frozen=True)
class Variation:
    """How often a run of sentences is changed while training."""

    curly: float = 0.4
    """Straight quotes and apostrophes become curly, as on news sites."""
    paragraphs: float = 0.4
    """Some sentence borders become empty lines."""
    border: float = 0.4
    """Share of the borders that do, in such a run."""


def read(path: Path) -> list[list[Sentence]]:
    """Give the documents of a DocBin as lists of sentences; ends with a sentence if the file is missing."""
    if not path.is_file():
        raise SystemExit(f"The treebank {path} does not exist. Name the folder with syntax/*.spacy by --data.")
    vocab = need("spacy").blank("en").vocab
    docs = need("spacy.tokens").DocBin().from_disk(path).get_docs(vocab)
    return [[_sentence(sent) for sent in doc.sents] for doc in docs]


def _sentence(sent: Any) -> Sentence:
    return tuple(Word(t.text, bool(t.whitespace_), t.tag_, t.head.i - sent.start, t.dep_) for t in sent)


def runs(documents: Sequence[Sequence[Sentence]], rng: random.Random, variation: Variation) -> Iterator[list[Sentence]]:
    """Give runs of sentences without end, each round through the documents cut anew and shuffled."""
    while True:
        cut: list[list[Sentence]] = []
        for document in documents:
            at = 0
            while at < len(document):
                length = rng.randint(1, _LONGEST_RUN)
                cut.append(list(document[at : at + length]))
                at += length
        rng.shuffle(cut)
        for run in cut:
            yield vary(run, rng, variation)


def vary(run: Sequence[Sentence], rng: random.Random, variation: Variation) -> list[Sentence]:
    """Give the run with other quote marks and empty lines, as the chances fall."""
    varied = list(run)
    if rng.random() < variation.curly:
        varied = [tuple(_curled(word) for word in sentence) for sentence in varied]
    if rng.random() < variation.paragraphs:
        varied = [_with_empty_line(sentence) if rng.random() < variation.border else sentence for sentence in varied]
    return varied


def _curled(word: Word) -> Word:
    if word.form == '"' and word.tag in (_OPENING, _CLOSING):
        return replace(word, form="“" if word.tag == _OPENING else "”")
    if word.form == "'" and word.tag in (_OPENING, _CLOSING):
        return replace(word, form="‘" if word.tag == _OPENING else "’")
    return replace(word, form=word.form.replace("'", "’"))


def _with_empty_line(sentence: Sentence) -> Sentence:
    """Give the sentence ended by an empty line, which spaCy makes a token that hangs on the word before it."""
    last = replace(sentence[-1], space=False)
    return (*sentence[:-1], last, Word("\n\n", False, _NO_SPACE_TAG, len(sentence) - 1, "dep"))


def doc(run: Sequence[Sentence], vocab: Any) -> Any:
    """Give the run as a spaCy Doc with tags, heads and sentence starts."""
    words: list[Word] = []
    heads: list[int] = []
    starts: list[bool] = []
    for sentence in run:
        first = len(words)
        words += sentence
        heads += [first + word.head for word in sentence]
        starts += [True] + [False] * (len(sentence) - 1)
    return need("spacy.tokens").Doc(
        vocab,
        words=[word.form for word in words],
        spaces=[word.space for word in words],
        tags=[word.tag for word in words],
        heads=heads,
        deps=[word.dep for word in words],
        sent_starts=starts,
    )
