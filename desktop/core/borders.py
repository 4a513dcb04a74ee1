"""Rules for where a span begins and ends: whole words, then no outer white space, quote marks or final punctuation.

Each rule can be switched off (``BorderRules``); whole words also per label (``Label.snap_to_tokens``). Whatever the
rules say, no border lies inside a user-perceived character (``desktop.core.graphemes``). Offsets are code points,
half-open. A name's own marks stay: the point of "U.S." and "Inc.", the apostrophe of "the farmers’".
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from annotation_schema.model import Fragment, Fragments
from annotation_schema.offsets import merge
from annotation_schema.schema import Label
from desktop.core import boundaries, graphemes, surface_rules


@dataclass(frozen=True, slots=True)
class BorderRules:
    """Which rules are on."""

    space: bool = True
    quotes: bool = True
    punctuation: bool = True  # only at the end
    words: bool = True  # for labels that ask for it


ALL = BorderRules()
NONE = BorderRules(space=False, quotes=False, punctuation=False, words=False)

_CLOSERS = {
    "“": "”“",
    "”": "”",  # Swedish, Finnish
    "„": "“”„",
    "‟": "”",
    "«": "»",
    "»": "«»",  # »so« in German
    "‹": "›",
    "›": "‹›",
    "‘": "’",
    "‚": "‘’",
    "‛": "’",
    "「": "」",
    "『": "』",
    "｢": "｣",
    "〝": "〞〟",
    "＂": "＂",
    '"': '"',
    "'": "'",
    "`": "`'´",
    "´": "´",
    "’": "’",
}
_OPENERS: dict[str, str] = {}
for _opener, _closers in _CLOSERS.items():
    for _closer in _closers:
        _OPENERS[_closer] = _OPENERS.get(_closer, "") + _opener
QUOTES = frozenset(_CLOSERS) | frozenset(_OPENERS)
"""Every character that counts as a quote mark."""
_APOSTROPHES = frozenset("'’")
_FINAL = frozenset(".,;:!?…‥·。．，、；：！？؟،؛۔։।॥–—-")
_STARTING = frozenset(",;:!?…。，、；：！？؟،؛۔।॥–—")
_BRACKETS = {")": "(", "]": "[", "}": "{", "）": "（", "】": "【"}
_OPEN_BRACKETS = {opener: closer for closer, opener in _BRACKETS.items()}
_DOTTED = re.compile(r"(?:[^\W\d_]\.){2,}\Z")
_LAST_WORD = re.compile(r"[\w.\u0300-\u036f]{1,24}\Z")
_LOOK = 24  # code points that decide about an abbreviation


def is_quote(character: str) -> bool:
    """Say whether a character is a quote mark of any kind."""
    return character in QUOTES


def trim(text: str, start: int, end: int, rules: BorderRules = ALL) -> tuple[int, int]:
    """Return the stretch without what the rules cut off its ends; ``(start, start)`` if nothing else is in it.

    Borders inside a user-perceived character are moved outwards first. A quote mark whose partner stands inside the
    stretch stays: “No” and “yes”.
    """
    start, end = max(0, min(start, end)), min(len(text), max(start, end))
    if start == end:
        return start, start
    start, end = graphemes.floor(text, start), graphemes.ceil(text, end)
    first = start
    while start < end:
        if _cut_at_start(text, start, end, rules):
            start = min(end, graphemes.following(text, start))
        elif _cut_at_end(text, start, end, rules):
            end = max(start, graphemes.preceding(text, end))
        else:
            return start, end
    return first, first


def _cut_at_start(text: str, start: int, end: int, rules: BorderRules) -> bool:
    character = text[start]
    if character.isspace():
        return rules.space and text[start : graphemes.following(text, start)].isspace()
    if character in QUOTES:
        return rules.quotes and graphemes.is_border(text, start + 1) and _is_outer_start(text, start, end)
    if not rules.punctuation or not graphemes.is_border(text, start + 1):
        return False
    if character in _OPEN_BRACKETS:
        return text.find(_OPEN_BRACKETS[character], start, end) < 0
    return character in _STARTING


def _cut_at_end(text: str, start: int, end: int, rules: BorderRules) -> bool:
    last = end - 1
    character = text[last]
    if character.isspace():
        return rules.space
    if not graphemes.is_border(text, last):
        return False  # part of a longer character
    if character in QUOTES:
        return rules.quotes and _is_outer_end(text, start, end)
    if not rules.punctuation:
        return False
    if character in _BRACKETS:
        return text.find(_BRACKETS[character], start, last) < 0
    if character == ".":
        return not _own_point(text, start, last)
    if character == "-":
        return last > start and text[last - 1].isspace()  # else a word's own: "pre- and post-war"
    return character in _FINAL


def _is_outer_start(text: str, start: int, end: int) -> bool:
    character = text[start]
    if character in _APOSTROPHES and start + 1 < end and text[start + 1].isalnum():
        # ’tis, ’90s: an apostrophe, unless the text closes it somewhere
        partner = _find_closing(text, start + 1, min(len(text), end + 1), character)
        return partner >= end - 1
    if character not in _CLOSERS:
        return True  # a closing mark at the beginning
    partner = _find_closing(text, start + 1, end, character)
    return partner < 0 or partner == end - 1


def _find_closing(text: str, start: int, end: int, opener: str) -> int:
    """Return where the mark that closes ``opener`` stands, or -1; marks of the same kind in between may nest."""
    closers, depth = _partners(text, start, end, opener, _CLOSERS), 0
    for at in range(start, end):
        character = text[at]
        if character in _APOSTROPHES and _inside_word(text, at):
            continue
        if character in closers:
            if depth == 0:
                return at
            depth -= 1
        elif character == opener:
            depth += 1
    return -1


def _partners(text: str, start: int, end: int, mark: str, table: dict[str, str]) -> str:
    """Return the marks that pair with one; a mark that may pair with itself (”so”) does if no other is there."""
    found = table.get(mark, "")
    others = found.replace(mark, "")
    return others if any(text.find(c, start, end) >= 0 for c in others) else found


def _inside_word(text: str, at: int) -> bool:
    return 0 < at < len(text) - 1 and text[at - 1].isalnum() and text[at + 1].isalnum()


def _is_outer_end(text: str, start: int, end: int) -> bool:
    last = end - 1
    character = text[last]
    if character not in _OPENERS:
        return True  # an opening mark at the end
    low = start
    if character in _APOSTROPHES and last > start and text[last - 1].isalnum():
        # the farmers’: an apostrophe unless something is open
        low = max(0, start - 1)
        partner = _find_opening(text, low, last, character)
        return low <= partner <= start
    partner = _find_opening(text, start, last, character)
    return partner < 0 or partner == start


def _find_opening(text: str, start: int, end: int, closer: str) -> int:
    openers, depth = _partners(text, start, end, closer, _OPENERS), 0
    for at in range(end - 1, start - 1, -1):
        character = text[at]
        if character in _APOSTROPHES and _inside_word(text, at):
            continue
        if character in openers:
            if depth == 0:
                return at
            depth -= 1
        elif character == closer:
            depth += 1
    return -1


def _own_point(text: str, start: int, point: int) -> bool:
    """Say whether a point belongs to the word before it: U.S., Inc., an initial within a sentence."""
    low = max(start, point - _LOOK)
    word = _LAST_WORD.search(text[low:point])
    if word is None or (word.start() == 0 and low > start):
        return False
    token = word[0]
    if _DOTTED.search(token + ".") or boundaries.ends_as_abbreviation(token):
        return True
    if len(token) == 1 and token.isupper():
        after = text[point + 1 : point + 3]
        return after.startswith(",") or after.strip()[:1].islower()
    return False


def tidy(text: str, start: int, end: int, label: Label | None = None, rules: BorderRules = ALL) -> Fragment | None:
    """Return what a person's selection is meant to be under the rules, or None if nothing is left.

    Words are taken in whole where the rule is on and the label, if there is one, asks for it.
    """
    if rules.words and (label is None or label.snap_to_tokens):
        # Trim first: a selection that ends in the white space before a word does not mean that word.
        start, end = surface_rules.snap(text, start, end)
    start, end = trim(text, start, end, rules)
    return Fragment(start, end) if start < end else None


def tidy_all(
    text: str, fragments: Iterable[Fragment], label: Label | None = None, rules: BorderRules = ALL
) -> Fragments:
    """Return the fragments with the rules carried out on each, merged; those of which nothing is left are dropped."""
    found = (tidy(text, f.start, f.end, label, rules) for f in fragments)
    return merge(f for f in found if f is not None)


def cuts_word(text: str, position: int) -> bool:
    """Say whether a position lies inside a word that ``tidy`` would take in whole."""
    if not 0 < position < len(text) or not (text[position - 1].isalnum() and text[position].isalnum()):
        return False
    word = boundaries.word_at(text, position)
    return word is not None and word[0] < position < word[1]


def is_mark(character: str) -> bool:
    """Say whether a character is punctuation of any kind."""
    return unicodedata.category(character).startswith("P")
