"""Where claims are likely: quotations, and clauses that a reporting verb governs.

"Officials said that …", "According to the ministry, …", "…, the mayor said": the words of what is said, without
quote marks, so that they can be tagged as they are. It is a guess from the words around (``reporting_verbs``), sentence
by sentence; in a language without such data only quotations are found. Pure; offsets are code points, half-open.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from annotation_schema.model import Fragment, Fragments
from annotation_schema.offsets import overlap
from desktop.core import borders, boundaries
from desktop.core.reporting_verbs import ReportingVerbs, for_text
from desktop.core.view import ArticleView

_LEAST_QUOTED = 3
"""A quotation of fewer words is a way of naming something ("generally difficult"), not a claim of its own."""
_LEAST_WORDS = 3
_LEAST_BARE = 4  # of a clause without "that"
_TO_THAT = 7  # words between the verb and "that": told reporters in Kyiv on Tuesday that
_ATTRIBUTION = 9  # words of ", a spokesman for the ministry said"
_APPOSITION = 16
_STRETCH = boundaries.WINDOW
_REACH = 300_000
"""Code points that one look-up reads at most; a longer article without any claim is not read to its end."""
_RULES = borders.ALL
_DATELINE = re.compile(r"[^\Wa-z][^\n—–]{1,60}\s[—–]\s")


@dataclass(frozen=True, slots=True)
class _Word:
    start: int
    end: int
    form: str
    quoted: bool


def next_likely(
    view: ArticleView, label: str, position: int, *, forward: bool = True, verbs: ReportingVerbs | None = None
) -> Fragment | None:
    """Return the first likely claim that begins at or after a position, or the last that begins before it.

    Those that overlap a span of ``label`` are left out. ``verbs``: by default those of the article's language.
    """
    text = view.article.text
    found = for_text(view.article.language, view.article.text) if verbs is None else verbs
    taken = [s.fragments for s in view.spans if s.label == label]
    at = max(0, min(position, len(text)))
    read = 0
    while read < _REACH and 0 <= at <= len(text):
        low, high = _stretch(text, at, forward=forward)
        claims = [c for c in likely_claims(text, low, high, found) if not _is_taken(c, taken)]
        if forward:
            first = next((c for c in claims if c.start >= position), None)
        else:
            first = next((c for c in reversed(claims) if c.start < position), None)
        if first is not None:
            return first
        read += high - low + 1
        at = high + 1 if forward else low - 1
    return None


def _is_taken(claim: Fragment, taken: Iterable[Fragments]) -> bool:
    return any(fragments[0].start < claim.end and overlap(fragments, (claim,)) for fragments in taken)


def _stretch(text: str, at: int, *, forward: bool) -> tuple[int, int]:
    """Return the paragraph at a position, or a piece of a very long one that begins and ends with a sentence."""
    low, high = boundaries.paragraph(text, at)
    if high - low <= 2 * _STRETCH:
        return low, high
    if forward:
        return at, min(high, boundaries.next_sentence_end(text, min(high - 1, at + _STRETCH)))
    return max(low, boundaries.previous_sentence_start(text, max(low + 1, at - _STRETCH))), at


def likely_claims(text: str, start: int, end: int, verbs: ReportingVerbs) -> tuple[Fragment, ...]:
    """Return the likely claims of one paragraph, or of a piece of it, in text order; none lies in another."""
    quotations = _quotations(text, start, end)
    found = [
        Fragment(*inner)
        for a, b in quotations
        if (inner := borders.trim(text, a, b, _RULES))[0] < inner[1]
        and len(_forms(text, *inner)) >= _LEAST_QUOTED
        and inner[1] <= end
    ]
    if verbs:
        for low, high in _sentences(text, start, end):
            for a, b in _Sentence(text, low, high, quotations, verbs).clauses():
                a, b = borders.trim(text, a, b, _RULES)
                if a < b and len(_forms(text, a, b)) >= _LEAST_WORDS:
                    found.append(Fragment(a, b))
    return _outermost(found)


def _outermost(found: list[Fragment]) -> tuple[Fragment, ...]:
    kept: list[Fragment] = []
    for one in sorted(found, key=lambda f: (f.start, -f.end)):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return tuple(kept)


def _quotations(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the outermost quotations that begin in a stretch of one paragraph."""
    found: list[tuple[int, int]] = []
    at = start
    while at < end:
        found += [q for q in boundaries.quotations(text, at) if start <= q[0] < end and q[1] > at]
        at += _STRETCH
    outer: list[tuple[int, int]] = []
    for a, b in sorted(set(found), key=lambda q: (q[0], -q[1])):
        if not outer or a >= outer[-1][1]:
            outer.append((a, b))
    return outer


def _sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    while at < end:
        around = [s for s in boundaries.sentences(text, at) if s[1] > at and s[0] < end]
        if not around:
            return
        yield from around
        at = around[-1][1] + 1


def _forms(text: str, start: int, end: int) -> list[str]:
    return [text[a:b] for a, b in boundaries.words(text, start, end)]


class _Sentence:
    """One sentence and where in it somebody is said to say something."""

    def __init__(
        self, text: str, start: int, end: int, quotations: list[tuple[int, int]], verbs: ReportingVerbs
    ) -> None:
        self._text, self._start, self._end, self._verbs = text, start, end, verbs
        inside = [q for q in quotations if q[0] < end and q[1] > start]
        self._words = [
            _Word(a, b, text[a:b].lower().replace("’", "'"), any(x <= a and b <= y for x, y in inside))
            for a, b in boundaries.words(text, start, end)
        ]

    def clauses(self) -> Iterator[tuple[int, int]]:
        """Give what the sentence reports."""
        words = self._words
        opening = self._after_phrase()
        if opening is not None:
            yield opening
            return
        found = False
        at = 0
        while at < len(words):
            begin = None if words[at].quoted else self._reported_after(at)
            if begin is None:
                at += 1
                continue
            stop = self._end_of_clause(begin)
            yield words[begin].start, stop
            found = True
            while at < len(words) and words[at].start < stop:
                at += 1
            # “… and that …” goes on with what the same person says
            goes_on = at + 2 < len(words) and words[at].form in self._verbs.conjunctions
            if goes_on and words[at + 1].form in self._verbs.complementisers:
                yield words[at + 2].start, self._end_of_clause(at + 2)
                return
        if not found:
            yield from self._before_phrase()
            yield from self._before_attribution()

    def _reported_after(self, at: int) -> int | None:
        """Return the first word of what a reporting verb at a word governs, or None."""
        words, verbs = self._words, self._verbs
        if words[at].form not in verbs.verbs:
            return None
        for n in range(at + 1, min(len(words), at + 1 + _TO_THAT)):
            if self._between(n - 1, n).strip(" \t,\u00a0"):
                break  # a quotation, a bracket or a dash
            if words[n].form in verbs.complementisers:
                return n + 1 if n + 1 < len(words) else None
        if words[at].form not in verbs.clause_verbs:
            return None
        first = at + 1
        while first + 1 < len(words) and words[first].form in verbs.prepositions:
            first += 2  # said on Tuesday the bridge was safe
        if first >= len(words) or words[first].quoted or words[first].form in verbs.conjunctions:
            return None
        if any(self._between(n, n + 1).strip() for n in range(at, first)):
            return None
        stop = self._end_of_clause(first)
        rest = [w for w in words[first:] if w.start < stop]
        # A clause has a verb, and not before its subject: “said in May was” is none.
        if len(rest) < _LEAST_BARE or rest[0].form in verbs.auxiliaries:
            return None
        return first if any(w.form in verbs.auxiliaries and not w.quoted for w in rest[1:12]) else None

    def _between(self, a: int, b: int) -> str:
        return self._text[self._words[a].end : self._words[b].start]

    def _end_of_clause(self, begin: int) -> int:
        """Return where a clause ends: before what the speaker goes on to do, and before another attribution."""
        words, verbs = self._words, self._verbs
        for n in range(begin + 1, len(words) - 1):
            before = self._between(n - 1, n)
            if words[n].quoted and (words[n - 1].quoted or "," not in before):
                continue
            if ";" in before or ("," in before and words[n].quoted):
                return words[n - 1].end
            if words[n].form in verbs.conjunctions:
                following = words[n + 1].form
                goes_on = following in verbs.complementisers or following in verbs.verbs
                goes_on = goes_on or (bool(verbs.verb_endings) and following.endswith(verbs.verb_endings))
                if goes_on or ("," in before and any(w.form in verbs.verbs and not w.quoted for w in words[n + 1 :])):
                    return words[n - 1].end
            elif "," in before and (words[n].form in verbs.verbs or self._phrase_at(n)):
                return words[n - 1].end  # “…, adding that”, “…, according to”
        return self._end

    def _phrase_at(self, n: int) -> int:
        """Return how many words of a phrase such as “according to” begin at a word; 0: none."""
        for phrase in self._verbs.phrases:
            if tuple(w.form for w in self._words[n : n + len(phrase)]) == phrase:
                return len(phrase)
        return 0

    def _phrase(self) -> tuple[int, int] | None:
        """Return the first word of the first phrase such as “according to”, and the word after it."""
        for n, word in enumerate(self._words):
            length = 0 if word.quoted else self._phrase_at(n)
            if length:
                return n, n + length
        return None

    def _after_phrase(self) -> tuple[int, int] | None:
        """Return what follows “According to X, ” at the beginning."""
        phrase = self._phrase()
        begin = self._after_name(phrase[1]) if phrase is not None and phrase[0] < _LEAST_WORDS else None
        return None if begin is None else (self._words[begin].start, self._end_of_clause(begin))

    def _before_phrase(self) -> Iterator[tuple[int, int]]:
        phrase = self._phrase()
        if phrase is not None and phrase[0] > _LEAST_WORDS:
            yield from self._plain_start(phrase[0])

    def _plain_start(self, stop: int) -> Iterator[tuple[int, int]]:
        """Give the sentence before a word if it is a clause in the author's words."""
        words = self._words
        dateline = _DATELINE.match(self._text, self._start, self._end)
        first = next((n for n, w in enumerate(words) if dateline is None or w.start >= dateline.end()), stop)
        part = words[first:stop]
        if any(w.form in self._verbs.auxiliaries for w in part) and not any(w.quoted for w in part):
            yield part[0].start, part[-1].end

    def _after_name(self, first: int) -> int | None:
        """Return the word at which a sentence goes on after “According to X, a fellow at Y, ”."""
        words, verbs = self._words, self._verbs
        commas = [n for n in range(first + 1, len(words)) if "," in self._between(n - 1, n)]
        for place, n in enumerate(commas):
            closing = commas[place + 1] if place + 1 < len(commas) else len(words)
            segment = [w.form for w in words[n:closing]]
            apposition = (
                closing < len(words)
                and closing - n <= _APPOSITION
                and segment[0] in verbs.openers
                and not verbs.auxiliaries.intersection(segment)
            )
            if not apposition:
                return n
        return None

    def _before_attribution(self) -> Iterator[tuple[int, int]]:
        """Give what stands before “, the mayor said” at the end of a sentence."""
        words, verbs = self._words, self._verbs
        last = next((n for n in range(len(words) - 1, 0, -1) if "," in self._between(n - 1, n)), None)
        if last is None or last < _LEAST_BARE or words[last - 1].quoted or len(words) - last > _ATTRIBUTION:
            return
        tail = words[last:]
        if any(w.form in verbs.verbs and not w.quoted for w in tail):
            yield from self._plain_start(last)
