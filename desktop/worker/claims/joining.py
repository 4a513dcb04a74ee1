"""From quotations and clauses to claims: what belongs together, what is there twice, who speaks beside a quotation."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from desktop.worker.claims.model import Attribution, Rule
from desktop.worker.claims.plain import beside_quote, ends_sentence
from desktop.worker.claims.quotations import Quotation
from desktop.worker.claims.tree import SUBJECTS, VERB_TAGS, Tree
from desktop.worker.claims.words import ClaimWords

LEAST_QUOTED = 4
"""Words of a quotation that is a claim by itself; fewer are a way of naming something."""
_WORD = re.compile(r"\w+(?:['’\-]\w+)*")
_ANNOUNCED = re.compile(r"\b(?P<verb>[^\W\d_]+):[ \t]*\n\s*(?P<said>\S[^\n]*[^\s])")
_REACH = 60
"""Characters between a colon and what it announces."""
_FAR_BACK = 25
"""Tokens between a colon and the verb before it."""
_BESIDE = 60
"""Characters between a quotation and the verb that says whose it is, at most: “…,” the head of the agency said."""

_LONGEST_TAIL = 250
"""Characters of “, she said, the …” between two parts of a quotation."""

Piece = tuple[int, int]


def count_words(text: str, start: int, end: int) -> int:
    """Return how many words begin in a stretch."""
    return sum(1 for _ in _WORD.finditer(text, start, end))


class Joiner:
    """Joins the claims of one text with its quotations."""

    def __init__(self, tree: Tree, words: ClaimWords, quotes: Sequence[Quotation]) -> None:
        self._tree = tree
        self._text = tree.text
        self._words = words
        self._quotes = quotes
        self._starts = [q.start for q in quotes]

    def join(self, found: list[Attribution], headlines: Sequence[Attribution] = ()) -> list[Attribution]:
        """Return all claims in text order; those of headlines where no other is."""
        for one in found:
            one.pieces = self._without_remains(one, self._with_whole_quotes(one.pieces))
        claims = _without_nested(_without_doubles(found))
        for claim in claims:
            self._ask_words(claim)
        covered = self._covered(claims)
        claims += list(self._quoted_claims(covered))
        claims += list(self._announced(claims)) if self._tree.parsed else []
        long = [c for c in claims if c.rule is not Rule.QUOTE_ALONE or self._is_long(c)]
        taken = sorted(piece for claim in long for piece in claim.pieces)
        claims += [c for c in headlines if _is_free(c.pieces[0], taken)]
        claims.sort(key=lambda c: c.pieces)
        return self._gathered(claims)

    # --- clauses and the quotations in them ---------------------------------------------------

    def _numbers(self, start: int, end: int) -> Iterator[int]:
        """Give the places in the list of the quotations that touch a stretch."""
        at = max(0, bisect_left(self._starts, start) - 1)
        while at < len(self._quotes) and self._quotes[at].start < end:
            if self._quotes[at].end > start:
                yield at
            at += 1

    def _touching(self, start: int, end: int) -> Iterator[Quotation]:
        return (self._quotes[number] for number in self._numbers(start, end))

    def _with_whole_quotes(self, pieces: list[Piece]) -> list[Piece]:
        """Return the pieces, each reaching to the ends of the quotations that it cuts."""
        grown: list[Piece] = []
        for start, end in pieces:
            for quote in self._touching(start, end):
                start, end = min(start, quote.start), max(end, quote.end)
            if grown and start <= grown[-1][1] + 1:
                grown[-1] = (grown[-1][0], max(grown[-1][1], end))
            else:
                grown.append((start, end))
        return grown

    def _without_remains(self, claim: Attribution, pieces: list[Piece]) -> list[Piece]:
        """Return the pieces without what the tree left over around a cue: “…,” said Lind, [who …]."""
        if claim.rule not in (Rule.AROUND, Rule.PHRASE) or claim.cue is None or len(pieces) < 2:
            return pieces
        quoted = [any(True for _ in self._touching(*p)) for p in pieces]
        if quoted[0] and pieces[0][1] <= claim.cue[0]:
            kept = [p for p, q in zip(pieces, quoted, strict=True) if q or p[1] <= claim.cue[0]]
        else:
            kept = [p for p in pieces if count_words(self._text, *p) > 1]
        return kept or pieces

    def _covered(self, claims: Sequence[Attribution]) -> set[int]:
        """Return the numbers of the quotations that some claim holds."""
        covered: set[int] = set()
        for claim in claims:
            for start, end in claim.pieces:
                covered.update(self._numbers(start, end))
        return covered

    def _ask_words(self, claim: Attribution) -> None:
        """Give a quotation whose speaker the tree does not tell the one that the words beside it tell."""
        if claim.source is not None or claim.rule not in (Rule.AROUND, Rule.CLAUSE):
            return
        for number in self._numbers(*claim.pieces[0]):
            if self._quotes[number].end == claim.pieces[0][1]:
                other = beside_quote(self._text, self._quotes[number], self._limit(number), self._words)
                if other is not None:
                    claim.source, claim.cue, claim.head, claim.silent = other.source, other.cue, None, False

    # --- quotations that no clause holds -------------------------------------------------------

    def _quoted_claims(self, covered: set[int]) -> Iterator[Attribution]:
        for number, quote in enumerate(self._quotes):
            if number in covered:
                continue
            if count_words(self._text, *quote.inner) < LEAST_QUOTED:
                yield Attribution(Rule.QUOTE_ALONE, [(quote.start, quote.end)])  # perhaps a part of another
                continue
            yield (
                self._beside(quote)
                or beside_quote(self._text, quote, self._limit(number), self._words)
                or self._after_colon(quote.start, (quote.start, quote.end))
                or Attribution(Rule.QUOTE_ALONE, [(quote.start, quote.end)])
            )

    def _limit(self, number: int) -> int:
        """Return where the paragraph of a quotation ends, or the next quotation begins."""
        quote = self._quotes[number]
        high = self._text.find("\n", quote.end)
        high = len(self._text) if high < 0 else high
        return min(high, self._starts[number + 1]) if number + 1 < len(self._starts) else high

    def _after_colon(self, start: int, piece: Piece) -> Attribution | None:
        """Return what a colon announces, also from the paragraph before: “Lind added:”."""
        tree = self._tree
        near = self._text[max(0, start - _REACH) : start]
        stop = start - len(near) + len(near.rstrip())
        if not tree.parsed or stop < 2 or self._text[stop - 1] != ":" or self._in_quote(stop - 1):
            return None
        last = tree.at(stop - 1)
        first, _ = tree.sentence(last)
        for token in range(last, max(first, last - _FAR_BACK) - 1, -1):
            known = tree.lower[token] in self._words.clausal or tree.lower[token] in self._words.objective
            if not known or tree.tag[token] not in VERB_TAGS:
                continue
            subject = next((c for c in tree.children[token] if tree.dep[c] in SUBJECTS), None)
            if subject is None and tree.dep[token] in ("conj", "xcomp", "advcl"):
                above = tree.children[tree.head[token]]
                subject = next((c for c in above if tree.dep[c] in SUBJECTS), None)
            claim = Attribution(Rule.COLON, [piece], (tree.starts[token], tree.ends[token]))
            if subject is not None:
                who = [t for t in tree.subtree(subject) if t < token] or [subject]
                claim.source = _stripped(self._text, *tree.span(who))
                claim.head = (tree.starts[subject], tree.ends[subject])
            return claim
        return None

    def _announced(self, claims: Sequence[Attribution]) -> Iterator[Attribution]:
        """Give the paragraphs that a paragraph with a verb of saying and a colon announces, if they hold no claim."""
        taken = sorted(piece for claim in claims for piece in claim.pieces)
        for match in _ANNOUNCED.finditer(self._text):
            piece = match.span("said")
            if not _is_free(piece, taken) or count_words(self._text, *piece) < LEAST_QUOTED:
                continue
            word = self._text[match.start("verb") : match.end("verb")].lower()
            claim = self._after_colon(piece[0], piece) if word in self._words.quoting else None
            if claim is not None:
                yield claim

    def _beside(self, quote: Quotation) -> Attribution | None:
        """Return the quotation with the cue that stands after or before it in its paragraph."""
        tree, text = self._tree, self._text
        if not tree.parsed:
            return None
        low = text.rfind("\n", 0, quote.start) + 1
        high = text.find("\n", quote.end)
        high = len(text) if high < 0 else high
        best: tuple[float, int, int, list[int]] | None = None
        for token in tree.tokens(max(low, quote.start - 4 * _BESIDE), min(high, quote.end + 3 * _BESIDE)):
            if tree.lower[token] not in self._words.quoting or tree.tag[token] not in VERB_TAGS:
                continue
            start, end = tree.starts[token], tree.ends[token]
            if quote.start <= start < quote.end or self._in_quote(start):
                continue
            subject = next((c for c in tree.children[token] if tree.dep[c] in SUBJECTS), None)
            if subject is None:
                continue
            tokens = tree.subtree(subject, (token,))
            first, last = min(start, tree.starts[tokens[0]]), max(end, tree.ends[tokens[-1]])
            after = start > quote.start
            gap = text[quote.end : first] if after else text[last : quote.start]
            if after:
                if len(gap) > 3 or any(c.isalnum() for c in gap) or ends_sentence(text, quote):
                    continue
            elif len(gap) > _BESIDE or re.search(r"[.!?]\s", gap) or self._quote_between(last, quote.start):
                continue
            distance = len(gap) + (0 if after else 1)
            if best is None or distance < best[0]:
                best = (distance, token, subject, tokens)
        if best is None:
            return None
        _, verb, subject, tokens = best
        claim = Attribution(Rule.QUOTE_CUE, [(quote.start, quote.end)], (tree.starts[verb], tree.ends[verb]))
        claim.source = _stripped(text, *tree.span(tokens))
        claim.head = (tree.starts[subject], tree.ends[subject])
        return claim

    def _in_quote(self, position: int) -> bool:
        return any(True for _ in self._touching(position, position + 1))

    def _quote_between(self, start: int, end: int) -> bool:
        return start < end and any(q.start < end - 1 and q.start >= start for q in self._touching(start, end))

    # --- one claim of several ------------------------------------------------------------------

    def _gathered(self, claims: list[Attribution]) -> list[Attribution]:
        """Return the claims, those that one speaker makes in one breath joined."""
        by_cue: dict[Piece, Attribution] = {}
        kept: list[Attribution] = []
        for claim in claims:
            own = by_cue.get(claim.cue) if claim.cue is not None else None
            if own is not None:
                own.pieces = _united([*own.pieces, *claim.pieces])
                continue
            if claim.rule is Rule.QUOTE_ALONE and kept and self._goes_on(kept[-1], claim):
                kept[-1].pieces = _united([*kept[-1].pieces, *claim.pieces])
                continue
            if claim.cue is not None:
                by_cue[claim.cue] = claim
            kept.append(claim)
        return [c for c in kept if c.rule is not Rule.QUOTE_ALONE or self._is_long(c)]

    def _is_long(self, claim: Attribution) -> bool:
        return sum(count_words(self._text, *piece) for piece in claim.pieces) >= LEAST_QUOTED

    def _goes_on(self, before: Attribution, claim: Attribution) -> bool:
        """Whether a quotation goes on with what was said before: “…,” she said. “…”; or in a further paragraph."""
        start = claim.pieces[0][0]
        quote = self._quotes[bisect_left(self._starts, start)]
        end = max(b for _, b in before.pieces)
        if quote.continued:
            return True
        reach = max(end, before.cue[1] if before.cue else 0, before.source[1] if before.source else 0)
        between = self._text[reach:start]
        if before.cue is None:
            return "\n" not in between and not any(c.isalnum() for c in between) and before.rule is Rule.QUOTE_ALONE
        if "\n" in between or len(between) > _LONGEST_TAIL or any(c in between for c in '“”"'):
            return False
        return (
            self._ends_quoted(end)
            and before.cue[0] >= before.pieces[0][1] - 1
            and not re.search(r"[a-z)\]][.!?]\s+\S*\w", between)
        )

    def _ends_quoted(self, end: int) -> bool:
        return any(q.end == end or q.inner[1] == end for q in self._touching(end - 2, end + 1))


def _is_free(piece: Piece, taken: Sequence[Piece]) -> bool:
    """Whether a stretch meets none of some sorted ones."""
    at = bisect_left(taken, piece)
    return (at == len(taken) or taken[at][0] >= piece[1]) and (at == 0 or taken[at - 1][1] <= piece[0])


def _stripped(text: str, start: int, end: int) -> Piece:
    while end > start and text[end - 1] in " \t\n,;:–—-":
        end -= 1
    while start < end and text[start] in " \t\n,;:–—-":
        start += 1
    return start, end


def _united(pieces: list[Piece]) -> list[Piece]:
    """Return stretches in order, those that touch as one."""
    joined: list[Piece] = []
    for start, end in sorted(pieces):
        if joined and start <= joined[-1][1] + 1:
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((start, end))
    return joined


def _without_doubles(found: list[Attribution]) -> list[Attribution]:
    """Return the claims without those whose place another claim has exactly; the one that knows its source stays."""
    best: dict[tuple[Piece, ...], Attribution] = {}
    for one in found:
        key = tuple(one.pieces)
        other = best.get(key)
        if other is None or (other.source is None and one.source is not None):
            best[key] = one
    return sorted(best.values(), key=lambda c: c.pieces)


def _without_nested(claims: list[Attribution]) -> list[Attribution]:
    """Return the claims without those that are only part of what somebody says in another."""
    kept: list[Attribution] = []
    end = -1
    for claim in sorted(claims, key=lambda c: (c.pieces[0][0], -c.pieces[-1][1])):
        if claim.pieces[-1][1] > end:
            end = claim.pieces[-1][1]
            kept.append(claim)
    return kept
