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
    """Return the first line that is not blank, if it is short and stands alone (a blank line or the end follows)."""
    start = _first_start(text)
    end = text.find("\n", start)
    if end < 0:
        line, rest = text[start:], ""
    else:
        line, rest = text[start:end], text[end + 1 :].partition("\n")[0]
    line = line.strip()
    return line if len(line) <= MAX_HEADLINE and not rest.strip() else ""


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
