"""The headline of an article: how it goes into the text, and how it is found in one that has no other title."""

from __future__ import annotations

MAX_HEADLINE = 200
"""A first line longer than this (in code points) is a paragraph, not a headline."""

_SHORT = 80


def with_headline(title: str, body: str) -> str:
    """Return title, blank line, body; or the body alone if its first line is the title already (or there is none)."""
    if not title or _first_line(body) == title:
        return body
    return f"{title}\n\n{body}"


def headline_of(text: str) -> str:
    """Return the first line that is not blank, if it reads like a headline; else "".

    It must be short and stand alone (a blank line or the end follows), or have one short line under it, a second
    deck, before the blank line and the body.
    """
    lines = text[_first_start(text) :].split("\n", 3)
    line = lines[0].strip()
    if len(line) > MAX_HEADLINE:
        return ""
    alone = len(lines) == 1 or not lines[1].strip()
    deck = len(lines) == 4 and len(lines[1]) <= MAX_HEADLINE and not lines[2].strip() and bool(lines[3].strip())
    return line if alone or deck else ""


def first_words(text: str) -> str:
    """Return how the text begins, cut at a word, with "…": stands for a title where there is none."""
    start = _first_start(text)
    piece = " ".join(text[start : start + 2 * _SHORT].split())
    if len(piece) > _SHORT:
        piece = piece[:_SHORT].rpartition(" ")[0] or piece[:_SHORT]
    return f"{piece}…"


def _first_line(text: str) -> str:
    start = _first_start(text)
    end = text.find("\n", start)
    return text[start : end if end >= 0 else len(text)].strip()


def _first_start(text: str) -> int:
    """Return where the first character stands that is not white space."""
    return len(text) - len(text.lstrip())
