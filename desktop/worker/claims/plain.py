"""Claims by the order of words alone: for docs without a tree, and where the tree does not tell who speaks."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache

from desktop.core.likely_claims import likely_claims
from desktop.worker.claims.model import Attribution, Rule
from desktop.worker.claims.quotations import Quotation
from desktop.worker.claims.tree import Tree
from desktop.worker.claims.words import ClaimWords

Piece = tuple[int, int]

_TAIL = 190
"""Characters after a quotation in which the verb of “…,” Ada Lind, the head of the agency, said must come."""
_NAME = r"[^\W\d_]+(?:[.'’\-][^\W\d_]+)*\.?"
_DESCRIPTION = r"(?:,[^“”\"\n.;:]{2,140}?,)?"
_STOP = re.compile(
    r"[,;:\n“”\"(]|\.(?=\s|$)|\s[—–-]{1,2}\s|\s(?:in|at|on|during|after|before|when|as|while|to|who|of the)\b"
)
_BACK = re.compile(r"(?:[^\W_]|['’.\-&]|,(?=\d)| )+$")
_LOCAL = 300


@lru_cache(maxsize=8)
def _patterns(verbs: frozenset[str]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    cue = "|".join(sorted((re.escape(v) for v in verbs), key=len, reverse=True))
    helped = r"(?:(?:has|have|had|also|later|then|once|recently|simply|just|is|was|did)\s+){0,3}"
    turned = re.compile(
        rf"[,\s—–-]{{0,4}}(?P<cue>{cue})\s+(?P<source>(?!(?:that|in|on|at|to)\b)\w[^\n]{{1,120}})", re.IGNORECASE
    )
    straight = re.compile(
        rf"[,\s—–-]{{0,4}}(?P<source>(?:{_NAME}\s+){{0,7}}?{_NAME}{_DESCRIPTION})\s+{helped}(?P<cue>{cue})\b",
        re.IGNORECASE,
    )
    return turned, straight


def beside_quote(text: str, quote: Quotation, high: int, words: ClaimWords) -> Attribution | None:
    """Return a quotation with who says it after it: “…,” said Ada Lind; “…,” the mayor said; up to ``high``."""
    end = min(high, quote.end + _TAIL)
    tail = text[quote.end : end]
    if not words.quoting or not tail.strip() or "\n" in tail[:2]:
        return None
    if ends_sentence(text, quote):
        return None
    turned, straight = _patterns(words.quoting)
    found = turned.match(tail)
    if found is not None:
        start = quote.end + found.start("source")
        stop = _STOP.search(text, start, min(high, start + 120))
        place = (start, stop.start() if stop else quote.end + found.end("source"))
    else:
        found = straight.match(tail)
        if found is None:
            return None
        place = (quote.end + found.start("source"), quote.end + found.end("source"))
        known = {w.lower() for w in re.findall(r"[\w']+", text[slice(*place)].split(",")[0])}
        if known & (words.verbs.auxiliaries | words.verbs.conjunctions | words.quoting):
            return None
    cue = (quote.end + found.start("cue"), quote.end + found.end("cue"))
    while place[1] > place[0] and text[place[1] - 1] in " ,;:.":
        place = (place[0], place[1] - 1)
    if place[0] >= place[1]:
        return None
    return Attribution(Rule.QUOTE_CUE, [(quote.start, quote.end)], cue, place)


def ends_sentence(text: str, quote: Quotation) -> bool:
    """Whether a quotation ends with a full stop: who speaks next to it begins a sentence of the article's own."""
    inner = text[quote.inner[0] : quote.inner[1]]
    return inner.endswith(".") and not inner.endswith("..")


def plain_claims(tree: Tree, words: ClaimWords, quotes: Sequence[Quotation]) -> Iterator[Attribution]:
    """Give the reported clauses of a text by the words around them, paragraph by paragraph."""
    text = tree.text
    verbs = words.verbs
    if not verbs:
        return
    starts = [q.start for q in quotes]
    cue = re.compile(rf"\b(?:{'|'.join(sorted(map(re.escape, verbs.verbs), key=len, reverse=True))})\b", re.IGNORECASE)
    phrases = [" ".join(p) for p in verbs.phrases]
    for match in re.finditer(r"[^\n]+", text):
        for fragment in likely_claims(text, match.start(), match.end(), verbs):
            place = (fragment.start, fragment.end)
            at = bisect_right(starts, place[0]) - 1
            if at >= 0 and place[1] <= quotes[at].end:
                continue  # quotations are found by themselves
            yield _with_source(text, place, match.span(), cue, phrases, words)


def _with_source(
    text: str, place: Piece, paragraph: Piece, cue: re.Pattern[str], phrases: Sequence[str], words: ClaimWords
) -> Attribution:
    """Return a clause with the cue nearest to it and the words beside that."""
    low = max(paragraph[0], place[0] - _LOCAL)
    before = text[low : place[0]]
    cut = max((m.end() for m in re.finditer(r"[.!?;][\"”’)]*\s+(?=\S)", before)), default=0)
    low, before = low + cut, before[cut:]
    for phrase in phrases:
        at = before.lower().find(phrase)
        if at >= 0:
            start = low + at + len(phrase)
            return Attribution(Rule.PLAIN, [place], (low + at, start), _words_in(text, start, place[0]))
    verbs = list(cue.finditer(before))
    if verbs:
        verb = verbs[-1]
        source = _words_before(text, low, low + verb.start(), words)
        return Attribution(Rule.PLAIN, [place], (low + verb.start(), low + verb.end()), source)
    after = text[place[1] : min(paragraph[1], place[1] + _LOCAL)]
    stop = re.search(r"[.!?](?=\s|$)", after)
    after = after[: stop.start()] if stop else after
    for phrase in phrases:
        at = after.lower().find(phrase)
        if 0 <= at < 4:
            start = place[1] + at + len(phrase)
            source = _words_in(text, start, place[1] + len(after))
            return Attribution(Rule.PLAIN, [place], (place[1] + at, start), source)
    found = cue.search(after)
    if found is None:
        return Attribution(Rule.PLAIN, [place])
    verb = (place[1] + found.start(), place[1] + found.end())
    source = _words_before(text, place[1], verb[0], words) or _words_in(text, verb[1], place[1] + len(after))
    return Attribution(Rule.PLAIN, [place], verb, source)


def _words_in(text: str, start: int, end: int) -> Piece | None:
    """Return the first words of a stretch, up to a comma or a preposition."""
    start += len(text[start:end]) - len(text[start:end].lstrip(" ,"))
    stop = _STOP.search(text, start, end)
    place = (start, stop.start() if stop else end)
    return place if text[slice(*place)].strip() else None


def _words_before(text: str, low: int, end: int, words: ClaimWords) -> Piece | None:
    """Return the words that end at a verb, without adverbs and auxiliaries: “[the mayor] has also said”."""
    stretch = text[low:end].rstrip()
    if stretch.endswith(","):  # Ada Lind, the mayor, said: the name is before the description
        head = stretch[:-1].rsplit(",", 1)
        stretch = head[0] if len(head) == 2 else stretch[:-1]
    found = _BACK.search(stretch)
    if found is None:
        return None
    start, stop = low + found.start(), low + found.end()
    while stop > start:
        last = re.search(r"[^\s]+\s*$", text[start:stop])
        form = last.group().strip().lower().replace("’", "'") if last else ""
        if last is None or (form not in words.verbs.auxiliaries and not form.endswith("ly") and form not in _ADVERBS):
            break
        stop = start + last.start()
    while text[start:stop][:1].isspace():
        start += 1
    stop = start + len(text[start:stop].rstrip())
    return (start, stop) if start < stop else None


_ADVERBS = frozenset(("also", "later", "then", "now", "still", "once", "again", "just", "further"))
