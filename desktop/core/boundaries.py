"""Words, sentences, paragraphs and quotations of an article's text, as pure functions over code-point positions.

Words are close to spaCy's tokens where it matters for tagging: "Ukraine's" is "Ukraine" and "'s", "U.S." is one word.
Sentences follow full stops except after abbreviations and initials. Nothing here reads more than a window of the
text around the position, so that a paragraph of a million characters costs no more than a short one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

WINDOW = 6_000
"""Code points on each side that decide about a sentence or a quotation."""
_WORD_WINDOW = 400
_LONGEST = 500  # letters of a word; what is longer counts as several


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_MARKS = (  # combining marks, which \w leaves out
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5"
    "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed"
    "\u0900-\u0903\u093a-\u094f\u0951-\u0957\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u1ab0-\u1aff\u1dc0-\u1dff"
    "\u20d0-\u20ff\ufe20-\ufe2f"
)
_SINGLE = (
    "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff"  # scripts without spaces: character by character
)
_W = rf"(?:(?![{_SINGLE}])[\w{_MARKS}\u00ad\u200c\u200d])"
_IN_WORD = re.compile(_W)
_EMOJI = "\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff"
_WORD = re.compile(
    rf"(?:[^\W\d_]\.){{2,}}"  # U.S.
    rf"|\d+(?:[.,]\d+)+"  # 60,000
    rf"|['’]s\b"
    rf"|{_W}{{1,{_LONGEST}}}(?:['’](?!s\b){_W}{{1,{_LONGEST}}})*"
    rf"|[{_SINGLE}][{_MARKS}\ufe00-\ufe0f]*"
    rf"|[{_EMOJI}][{_EMOJI}\u200d\ufe0f\u20e3{_MARKS}]*"
    rf"|[$€£¥₴₽₪%§#@]"
)
_STOP = re.compile(r"(?:[.!?…]+|[。！？؟۔।])(?:[\"'”’»›)\]}]|\u200f)*(?=\s|$)|[。！？](?=\S)")
_BEFORE_STOP = re.compile(r"[\w.'’-]{0,24}\Z")
_ABBREVIATIONS = _set(
    "mr mrs ms dr prof sr jr st gen lt col maj capt sgt cpl adm cmdr sen rep gov pres rev hon fr msgr supt "
    "insp det mt ft no vs etc inc ltd co corp bros dept univ assn est approx jan feb mar apr jun jul aug sept "
    "sep oct nov dec mon tue wed thu fri sat sun e.g i.e cf al ca op vol fig"
)
_ENDING_ABBREVIATIONS = re.compile(r"(?:[A-Za-z]\.)+[A-Za-z]|jr|sr|inc|ltd|co|corp|etc|bros", re.IGNORECASE)
_STARTERS = _set(
    "the a an in on at he she it they we i you but and this that these those his her its their there when "
    "while after before as for if according officials"
)
_FIRST_WORD = re.compile(r"[\"'“‘«„(\[]*([\w’']+)")


def paragraph(text: str, position: int) -> tuple[int, int]:
    """Return the line around a position without its line feed."""
    start = text.rfind("\n", 0, position) + 1
    end = text.find("\n", position)
    return start, len(text) if end < 0 else end


def words(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Give the words that begin in ``[start, end)``."""
    for found in _WORD.finditer(text, start, end):
        yield found.span()


def splits_word(text: str, position: int) -> bool:
    """Say whether the characters on both sides of a position belong to one word."""
    return (
        0 < position < len(text)
        and _IN_WORD.match(text, position) is not None
        and _IN_WORD.match(text, position - 1) is not None
    )


def _safe_start(text: str, position: int) -> int:
    """Return a position well before, at which no word is cut: after white space, if there is some."""
    lowest = max(0, position - _WORD_WINDOW)
    if lowest == 0:
        return 0
    cut = max(text.rfind(c, lowest, position - _WORD_WINDOW // 2) for c in " \n\t")
    return cut + 1 if cut >= 0 else lowest


def word_at(text: str, position: int) -> tuple[int, int] | None:
    """Return the word that contains the position or begins at it; else the one that ends there; else None."""
    ending = None
    # No word holds white space: the last one before the position is where its word can begin at the earliest.
    lowest = max(0, position - _WORD_WINDOW)
    cut = max(text.rfind(c, lowest, position) for c in " \n\t")
    first = cut + 1 if cut >= 0 else _safe_start(text, position)
    for start, end in words(text, first, min(len(text), position + _WORD_WINDOW)):
        if start <= position < end:
            return start, end
        if end == position:
            ending = start, end
        if start > position:
            break
    return ending


def next_word_start(text: str, position: int) -> int:
    """Return the start of the first word that begins after the position, or the text's length."""
    for start, _ in words(text, _safe_start(text, position), len(text)):
        if start > position:
            return start
    return len(text)


def next_word_end(text: str, position: int) -> int:
    """Return the end of the first word that ends after the position, or the text's length."""
    for _, end in words(text, _safe_start(text, position), len(text)):
        if end > position:
            return end
    return len(text)


def previous_word_start(text: str, position: int) -> int:
    """Return the start of the last word that begins before the position, or 0."""
    return _last_before(text, position, 0)


def previous_word_end(text: str, position: int) -> int:
    """Return the end of the last word that ends before the position, or 0."""
    return _last_before(text, position, 1)


def _last_before(text: str, position: int, side: int) -> int:
    reach = position
    while reach > 0:
        found = 0
        for word in words(text, _safe_start(text, reach), min(len(text), position + _WORD_WINDOW)):
            if word[0] >= position or word[side] >= position:
                break
            found = word[side]
        if found:
            return found
        reach = max(0, reach - _WORD_WINDOW // 2)
    return 0


def sentences(text: str, position: int) -> list[tuple[int, int]]:
    """Return the sentences around a position within its paragraph, without the white space between them."""
    low, high = paragraph(text, position)
    return sentences_between(text, max(low, position - WINDOW), min(high, position + WINDOW))


def sentences_between(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the sentences of a stretch of one paragraph, without the white space between them."""
    found: list[tuple[int, int]] = []
    at = skip_space(text, start, end)
    for stop in _STOP.finditer(text, start, end):
        if stop.start() < at or not _ends_sentence(text, stop, end):
            continue
        found.append((at, stop.end()))
        at = skip_space(text, stop.end(), end)
    if at < end:
        found.append((at, drop_space(text, at, end)))
    return found


def is_abbreviation(word: str) -> bool:
    """Say whether a word without its last point is an abbreviation or an initial: Mr, Gen, J, U.S."""
    word = word.strip("'\"“”‘’(")
    return word.lower() in _ABBREVIATIONS or (len(word) == 1 and word.isupper()) or ends_as_abbreviation(word)


def ends_as_abbreviation(word: str) -> bool:
    """Say whether a word without its last point is one that keeps it at the end of a name: U.S, Inc, Jr."""
    return _ENDING_ABBREVIATIONS.fullmatch(word) is not None


def _ends_sentence(text: str, stop: re.Match[str], end: int) -> bool:
    after = skip_space(text, stop.end(), end)
    if after >= end:
        return True
    first = _FIRST_WORD.match(text, after, end)
    word = first[1] if first else ""
    if word[:1].islower():
        return False
    if stop[0][0] != "." or stop[0].startswith(".."):
        return True
    before = _BEFORE_STOP.search(text, max(0, stop.start() - 24), stop.start())
    token = before[0].strip("'’") if before else ""
    if ends_as_abbreviation(token):
        return word.lower() in _STARTERS
    if token.lower() in _ABBREVIATIONS:
        return False
    return not (len(token) == 1 and token.isupper())  # an initial


def skip_space(text: str, start: int, end: int) -> int:
    """Return the first position in ``[start, end)`` that is not white space, or ``end``."""
    while start < end and text[start].isspace():
        start += 1
    return start


def drop_space(text: str, start: int, end: int) -> int:
    """Return ``end`` without the white space before it, not below ``start``."""
    while end > start and text[end - 1].isspace():
        end -= 1
    return end


def sentence_at(text: str, position: int) -> tuple[int, int] | None:
    """Return the sentence that contains the position, in the space between two the one before, or None."""
    last = None
    for start, end in sentences(text, position):
        if last is not None and start > position:
            break
        last = start, end
    return last


def next_sentence_start(text: str, position: int) -> int:
    """Return where the next sentence begins, in a later paragraph if need be, or the text's length."""
    for start, _ in sentences(text, position):
        if start > position:
            return start
    _, high = paragraph(text, position)
    after = min(high, position + WINDOW)
    if after < high:
        return after
    return skip_space(text, high, len(text))


def next_sentence_end(text: str, position: int) -> int:
    """Return where the first sentence that ends after the position ends, or the text's length."""
    while True:
        for _, end in sentences(text, position):
            if end > position:
                return end
        _, high = paragraph(text, position)
        position = skip_space(text, high, len(text))
        if position >= len(text):
            return len(text)


def previous_sentence_start(text: str, position: int) -> int:
    """Return where the last sentence that begins before the position begins, or 0."""
    while position > 0:
        before = [start for start, _ in sentences(text, position) if start < position]
        if before:
            return before[-1]
        low, _ = paragraph(text, position)
        position = drop_space(text, 0, low)
    return 0


def previous_sentence_end(text: str, position: int) -> int:
    """Return where the last sentence that ends before the position ends, or 0."""
    while position > 0:
        before = [end for _, end in sentences(text, position) if end < position]
        if before:
            return before[-1]
        low, _ = paragraph(text, position)
        position = drop_space(text, 0, low)
        if position and sentences(text, position):
            return position
    return 0


_PAIRS = {"“": "”", "«": "»", "„": "“”", "‹": "›", "‘": "’", "「": "」", "『": "』"}


def quotations(text: str, position: int) -> list[tuple[int, int]]:
    """Return the inner stretches of the quotations in the paragraph around a position, as they close.

    Straight double quotes open and close in turn. A quotation that is not closed runs to the end of its paragraph.
    """
    low, high = paragraph(text, position)
    start, end = max(low, position - WINDOW), min(high, position + WINDOW)
    found: list[tuple[int, int]] = []
    open_at: list[tuple[str, int]] = []
    for at in range(start, end):
        character = text[at]
        if character == '"':
            if any(mark == '"' for mark, _ in open_at):
                while open_at[-1][0] != '"':
                    open_at.pop()
                found.append((open_at.pop()[1], at))
            else:
                open_at.append(('"', at + 1))
        elif open_at and character in _PAIRS.get(open_at[-1][0], ""):
            if character == "’" and at + 1 < end and text[at + 1].isalnum():
                continue  # an apostrophe
            found.append((open_at.pop()[1], at))
        elif character in _PAIRS:
            open_at.append((character, at + 1))
        elif len(open_at) > 1 and open_at[-1][0] == "‘" and character in _PAIRS.get(open_at[-2][0], ""):
            open_at.pop()  # a leading apostrophe (‘tis) that looked like a quotation
            found.append((open_at.pop()[1], at))
    found.extend((begin, end) for mark, begin in open_at if mark != "‘")
    return [(a, b) for a, b in found if a < b]


def quotation_at(text: str, position: int) -> tuple[int, int] | None:
    """Return the innermost quotation around the position (or at its marks), else the next one, else None."""
    all_found = quotations(text, position)
    around = [q for q in all_found if q[0] - 1 <= position <= q[1] + 1]
    if around:
        return min(around, key=lambda q: q[1] - q[0])
    return min((q for q in all_found if q[0] > position), default=None)
