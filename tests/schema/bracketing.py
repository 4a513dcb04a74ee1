"""A translator that puts every sentence in brackets, so that a test sees what did not go through translation."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from annotation_schema import wording

OPEN, CLOSE = "⟦", "⟧"


def brackets(context: str, source: str, n: int) -> str:
    """Return the English sentence in brackets, each of its forms if it has a number."""
    text = wording.plain(context, source, n)
    forms = text.split("|", 1) if n >= 0 else [text]
    return "|".join(f"{OPEN}{form}{CLOSE}" for form in forms)


@contextmanager
def bracketed() -> Iterator[None]:
    """Let everything be told in brackets for a while."""
    wording.install(brackets)
    try:
        yield
    finally:
        wording.install()


def is_whole(sentence: str) -> bool:
    """Say whether one translation made all of a sentence: nothing was put before it, behind it or between two."""
    depth = 0
    for position, character in enumerate(sentence):
        if character == OPEN:
            depth += 1
        elif character == CLOSE:
            depth -= 1
            if depth == 0 and position < len(sentence) - 1:
                return False
        if depth == 0 and character != CLOSE:
            return False
    return bool(sentence) and depth == 0


def strays(sentences: object) -> list[str]:
    """Return those of some sentences that are not whole."""
    return [s for s in sentences if not is_whole(s)]  # type: ignore[attr-defined]
