"""The text of an article that a file gives as tokens only, and where the tokens stand in it."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass
class TokenText:
    """Built token by token; ``places`` are half-open, in code points of ``text``."""

    places: list[tuple[int, int]] = field(default_factory=list[tuple[int, int]])
    _parts: list[str] = field(default_factory=list[str])
    _length: int = 0

    @property
    def text(self) -> str:
        """What was built so far."""
        return "".join(self._parts)

    @property
    def length(self) -> int:
        """Its code points."""
        return self._length

    def gap(self, between: str) -> None:
        """Put what is no token."""
        self._parts.append(between)
        self._length += len(between)

    def token(self, word: str, before: str = "") -> None:
        """Put a token, after what stands between it and the last one."""
        self.gap(before)
        self.places.append((self._length, self._length + len(word)))
        self.gap(word)

    def sentence(self, words: list[str], said: str) -> None:
        """Put the tokens of a sentence, with the gaps that its text has if they stand in it, else with blanks."""
        for at, (word, before) in enumerate(zip(words, gaps_in(words, said) or [], strict=False)):
            self.token(word, before if at else "")
        if gaps_in(words, said) is None:
            for at, word in enumerate(words):
                self.token(word, " " if at else "")


def gaps_in(words: list[str], said: str) -> list[str] | None:
    """Return what stands before each word in a text, or None if they are not all there, with white space between."""
    gaps: list[str] = []
    at = 0
    for word in words:
        start = said.find(word, at)
        if start < 0 or said[at:start].strip():
            return None
        gaps.append(said[at:start])
        at = start + len(word)
    return gaps if words and not said[at:].strip() else None
