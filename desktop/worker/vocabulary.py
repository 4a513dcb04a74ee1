"""Which words a pipeline remembers: some ten thousand for good, the rest for a while.

spaCy keeps all words that it has seen, and a worker's memory would grow with the archive. What is seen in a memory zone
is forgotten with it; but there spaCy does not remember how it cut a text at white space into tokens, and cuts every
"Monday," anew, which takes a tenth of a recogniser's time. So zones begin only when there are many words: those are
nearly all of any further text.
"""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language

KEPT_WORDS = 50_000
"""Words kept for good beside those that come with the pipeline, in some 30 MB; 3 million characters of news have so
many."""
KEPT_CHARACTERS = 10_000_000
"""Nothing is kept for good of what comes after so many characters: what has few words may have endless ones."""
ZONE_CHARACTERS = 2_000_000
"""After so many characters the words seen in them are forgotten. Each time costs some speed."""


class Vocabulary:
    """What one pipeline remembers."""

    def __init__(self, nlp: Language) -> None:
        self._nlp = nlp
        self._most = len(nlp.vocab) + KEPT_WORDS
        self._zone = ExitStack()
        self._read = 0
        self._in_zones = False
        tokenizer: Any = nlp.tokenizer
        if type(tokenizer).__module__ == "spacy.tokenizer":
            tokenizer.max_cache_size = max(tokenizer.max_cache_size, KEPT_WORDS)

    def about_to_read(self, characters: int) -> None:
        """Forget some words if it is time; call where no doc is in use."""
        self._read += characters
        if self._in_zones:
            due = self._read >= ZONE_CHARACTERS
        else:
            due = len(self._nlp.vocab) >= self._most or self._read >= KEPT_CHARACTERS
        if due:
            self._in_zones = True
            self._read = characters
            self._zone.close()
            self._zone.enter_context(self._nlp.memory_zone())
