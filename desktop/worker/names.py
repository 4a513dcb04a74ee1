"""A pipeline's names as the worker gives them: alike within the article, each with a score where one can be had."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from annotation_schema.model import Fragment
from desktop.core.prelabel.messages import FoundSpan
from desktop.worker.consistency import Name, consistent
from desktop.worker.edges import mended
from desktop.worker.margins import Margins
from desktop.worker.place_borders import tidied
from desktop.worker.scores import Scores, Situation

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc


_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")
"""Where the embedded pipeline labels words of another script, it guesses; other pipelines may know some."""
_ADDED = frozenset(("repeat", "initials"))
_LEAST = 0.35
"""A name that only the comparison of places found is left out below this score; what the pipeline found is kept."""


class Names:
    """Reads ``doc.ents`` of one pipeline."""

    def __init__(self, nlp: Language, folder: Path | None, *, alike: bool = True) -> None:
        """``folder``: the pipeline's, where a table of scores may lie; ``alike``: whether to compare places."""
        self._alike = alike
        self._scores = Scores.load(folder) if folder is not None else None
        self._english = nlp.lang == "en"
        self._latin = self._english and self._scores is not None
        self._margins = Margins.of(nlp)

    def spans(self, doc: Doc, text: str | None = None) -> list[FoundSpan]:
        """Return the names of a doc that the pipeline has just given, in text order, without white space around.

        ``text``: the doc's, if it is at hand; to ask the doc for it takes long.
        """
        found: list[FoundSpan] = []
        situations = self.situations(doc)
        if not situations:
            return found
        if text is None:
            text = doc.text
        places: list[list[int]] = doc.to_array(["IDX", "LENGTH"]).tolist()
        for at in situations:
            start, (last, length) = places[at.name.first][0], places[at.name.last - 1]
            covered = text[start : last + length]
            end = start + len(covered.rstrip())
            start += len(covered) - len(covered.lstrip())
            if at.name.label and start < end and not (self._latin and not _LATIN.search(covered)):
                score = None if self._scores is None else round(self._scores.score(at), 3)
                if score is not None and score < _LEAST and at.name.how in _ADDED:
                    continue
                found.append(FoundSpan((Fragment(start, end),), at.name.label, score))
        return found

    def situations(self, doc: Doc) -> list[Situation]:
        """Return what is known of each name, in text order."""
        vectors = None if self._margins is None else self._margins.of_doc(doc)
        entities = [(ent.start, ent.end, ent.label_) for ent in doc.ents]
        if not entities:
            return []
        given = self._chances(vectors, entities)
        names = [Name(*ent, sure=math.exp(total)) for ent, (total, _) in zip(entities, given, strict=True)]
        words = _words(doc)
        if self._alike and self._english:
            names = mended(words, names)
        if self._alike and self._latin:
            names = tidied(words, names)
        settled = consistent(words, names) if self._alike else names
        known = dict(zip(entities, given, strict=True))
        new = [key for name in settled if (key := (name.first, name.last, name.label)) not in known]
        known.update(zip(new, self._chances(vectors, new), strict=True))
        return self._situations(doc, words, names, settled, known)

    def _chances(self, vectors: object, names: Sequence[tuple[int, int, str]]) -> list[tuple[float, float]]:
        if self._margins is None:
            return [(0.0, 0.0)] * len(names)
        return self._margins.chances(vectors, names)

    @staticmethod
    def _situations(
        doc: Doc,
        words: Sequence[str],
        read: Sequence[Name],
        settled: Sequence[Name],
        known: dict[tuple[int, int, str], tuple[float, float]],
    ) -> list[Situation]:
        settled_as = [tuple(words[name.first : name.last]) for name in settled]
        read_as = [tuple(words[name.first : name.last]) for name in read]
        alike = Counter((own, name.label) for own, name in zip(settled_as, settled, strict=True))
        labels = Counter((own, name.label) for own, name in zip(read_as, read, strict=True))
        places = Counter(read_as)
        norms = _Norms(doc)
        situations: list[Situation] = []
        for name, own in zip(settled, settled_as, strict=True):
            total, least = known[name.first, name.last, name.label]
            key = (own, name.label)
            others = places[own] - labels[key]
            situations.append(Situation(name, total, least, own, norms.of(name), alike[key], others))
        return situations


class _Norms:
    """The norms of a doc's names: what the vocabulary says for their words, looked up once."""

    def __init__(self, doc: Doc) -> None:
        self._strings = doc.vocab.strings
        self._keys: list[int] = doc.to_array("NORM").tolist()
        self._known: dict[tuple[int, ...], tuple[str, ...]] = {}

    def of(self, name: Name) -> tuple[str, ...]:
        keys = tuple(self._keys[name.first : name.last])
        if keys not in self._known:
            self._known[keys] = tuple(self._strings[key] for key in keys)
        return self._known[keys]


def _words(doc: Doc) -> list[str]:
    """Return the text of each token; without an object for each, which takes longer than all the rest here."""
    strings, keys = doc.vocab.strings, doc.to_array("ORTH").tolist()
    known = {key: strings[key] for key in set(keys)}
    return [known[key] for key in keys]
