"""Tags and dependencies for claims: the pipeline's own, else those of the embedded part, else none.

The embedded part is a spaCy folder of its own, loaded only where claims are wanted and the pipeline does not parse.
It takes the tokens from the pipeline's doc but has words of its own, since what pipelines make of them (NORM) differs.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from desktop.core.resources import resource_path
from desktop.worker import capitals
from desktop.worker.vocabulary import Vocabulary

if TYPE_CHECKING:
    from pathlib import Path

    from spacy.language import Language
    from spacy.tokens import Doc

    from desktop.worker.claims.speakers import Name

_ENDS = re.compile(
    r"\n\s*(?=\S)"  # a paragraph
    r"|(?P<stop>[.!?…])[\"”»’']{1,2}[ \t\u00a0]+(?=[\"“«‘']{0,2}(?P<next>[A-Z]\w*)(?P<more>(?:[ \t]+[\w.’'-]+){0,3}))"
)
_NO_TOKENIZER = "pressmark.NoTokenizer.v1"
_LEAST_PART = 80
"""Tokens of a part, at least."""
_PARTS_AT_ONCE = 64


def syntax_folder(language: str) -> Path:
    """Return where the embedded part for a language is, if there is one."""
    return resource_path("pipelines", f"{language}_pressmark_syntax")


class SyntaxReader:
    """Gives docs in which claims can be looked for."""

    def __init__(self, nlp: Language, quoting: frozenset[str]) -> None:
        """Take the pipeline that finds names, and verbs of saying in lower case."""
        self._own = any("token.dep" in nlp.get_pipe_meta(name).assigns for name in nlp.pipe_names)
        self._quoting = quoting
        folder = syntax_folder(str(nlp.lang or ""))
        self._nlp: Language | None = None
        if not self._own and (folder / "config.cfg").is_file():
            self._nlp = _load(folder)
            self._vocabulary = Vocabulary(self._nlp)

    def doc(self, doc: Doc, text: str, names: Sequence[Name] = ()) -> Doc:
        """Return the doc itself if its pipeline parses, or if nothing else can; else its text read anew.

        What comes back is to be let go before the next call. ``names``: what was found in it, to be told from other
        words where all are in capitals.
        """
        if self._nlp is None or not len(doc):
            return doc
        self._vocabulary.about_to_read(len(text))
        from spacy.tokens import Doc

        parts = list(self._nlp.pipe(self._parts(self._nlp, doc, text, names), batch_size=_PARTS_AT_ONCE))
        return Doc.from_docs(parts, ensure_whitespace=False) if len(parts) > 1 else parts[0]

    def _parts(self, nlp: Language, doc: Doc, text: str, names: Sequence[Name]) -> Iterator[Doc]:
        """Give the doc's tokens as docs of another pipeline, some paragraphs each: many at once are read faster.

        Sentence borders that are certain are marked.
        """
        from spacy.attrs import IDX  # type: ignore[attr-defined]
        from spacy.tokens import Doc

        words = [token.text for token in doc]
        starts = doc.to_array([IDX]).astype("int64").tolist()
        ends = [*starts[1:], len(text)]
        spaces = [start + len(word) < end for start, word, end in zip(starts, words, ends, strict=True)]
        if capitals.likely(text):
            written = [text[start : start + len(word)] for start, word in zip(starts, words, strict=True)]
            named = {t for n in names for t in range(bisect_left(starts, n.start), bisect_left(starts, n.end))}
            words = capitals.as_sentences(written, words, named) or words
        borders: list[int] = []
        for at in sentence_starts(text, self._quoting):
            token = bisect_left(starts, at)
            if 0 < token < len(starts) and starts[token] == at:
                borders.append(token)
        cuts = [0]
        for token in borders:
            if token - cuts[-1] >= _LEAST_PART and words[token - 1].isspace():
                cuts.append(token)
        for first, end in zip(cuts, [*cuts[1:], len(words)], strict=True):
            made = Doc(nlp.vocab, words=words[first:end], spaces=spaces[first:end])
            for token in borders[bisect_left(borders, first + 1) : bisect_left(borders, end)]:
                made[token - first].is_sent_start = True
            yield made


def _load(folder: Path) -> Language:
    """Return the embedded part without a tokeniser, which is half of the time that it takes to load."""
    import spacy
    from spacy.util import registry

    def none(nlp: Language) -> Callable[[str], Doc]:
        def refuse(text: str) -> Doc:
            raise NotImplementedError("tokens are taken from another pipeline's doc")

        return refuse

    registry.tokenizers.register(_NO_TOKENIZER, func=lambda: none)
    return spacy.load(folder, exclude=["tokenizer"], config={"nlp": {"tokenizer": {"@tokenizers": _NO_TOKENIZER}}})


def sentence_starts(text: str, quoting: frozenset[str]) -> list[int]:
    """Return where sentences begin for certain: after a line, and after a closing quotation mark that a stop precedes.

    Not where somebody is said to have asked: “Why?” Lind asked.
    """
    found: list[int] = []
    for match in _ENDS.finditer(text):
        if match.group("stop") in ("!", "?", "…"):
            following = [match.group("next"), *match.group("more").split()]
            if any(word.lower().strip(".,") in quoting for word in following):
                continue
        found.append(match.end())
    return found
