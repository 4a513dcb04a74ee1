"""Tags of tokens for pieces that do not overlap, and sentences that no piece crosses: for formats of a token a line."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from desktop.core.exporters.flatten import Piece

Tagger = Callable[[int, int], str]
"""From the number of a token within its piece, and how many there are, to the letter of its tag."""


def tagged(count: int, pieces: Sequence[tuple[Piece, range]], tagger: Tagger) -> list[str]:
    """Return the tag of each of ``count`` tokens."""
    tags = ["O"] * count
    for piece, numbers in pieces:
        for at, number in enumerate(numbers):
            tags[number] = f"{tagger(at, len(numbers))}-{piece.span.label}"
    return tags


def tag_name(label: str) -> str:
    """Return a label as a tag holds it: one word, without the signs that part the values of CoNLL-U."""
    return "".join("_" if c.isspace() or not c.isprintable() or c in "|=" else c for c in label)


def undivided(found: Sequence[range], spans: Sequence[range]) -> list[range]:
    """Return the sentences, those joined between which a span (token numbers, in order) goes on."""
    joined: list[range] = []
    ends = iter(spans)
    reach = 0  # the token after the spans that begin before the sentence at hand
    pending = next(ends, None)
    for sentence in found:
        if joined and reach > sentence.start:
            joined[-1] = range(joined[-1].start, sentence.stop)
        else:
            joined.append(sentence)
        while pending is not None and pending.start < sentence.stop:
            reach = max(reach, pending.stop)
            pending = next(ends, None)
    return joined


def iob2(at: int, count: int) -> str:
    """B and I."""
    return "I" if at else "B"


def iobes(at: int, count: int) -> str:
    """B, I, E, and S for a token alone."""
    if count == 1:
        return "S"
    return "B" if not at else "E" if at == count - 1 else "I"
