"""Finds the claims of a doc: who says what. Pure; needs no tree, but finds more with one."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING

from annotation_schema.model import Fragment
from annotation_schema.offsets import merge
from desktop.core import borders
from desktop.worker.claims.clauses import Clauses
from desktop.worker.claims.joining import Joiner
from desktop.worker.claims.model import AUTHOR, IMPLICIT, Attribution, ClaimCandidate, Form
from desktop.worker.claims.plain import plain_claims
from desktop.worker.claims.quotations import Quotation, quotations
from desktop.worker.claims.scores import score
from desktop.worker.claims.speakers import Name, Speakers
from desktop.worker.claims.tree import Tree
from desktop.worker.claims.words import ClaimWords, for_language

if TYPE_CHECKING:
    from spacy.tokens import Doc

_THAT = re.compile(r"that\s+(?!\s)", re.IGNORECASE)


def find_claims(
    doc: Doc, names: Sequence[Name] = (), *, words: ClaimWords | None = None, text: str | None = None
) -> list[ClaimCandidate]:
    """Return the claims of a doc in text order, with claimants where the text tells them.

    ``names``: what the pipeline found, to which claimants are tied. ``words``: by default those of the doc's language;
    without any, only quotations are found. ``text``: the doc's, if it is at hand; to ask the doc for it takes long.
    """
    tree = Tree(doc, doc.text if text is None else text)
    known = for_language(doc.lang_) if words is None else words
    quotes = quotations(tree.text)
    starts = [q.start for q in quotes]

    def quoted(token: int) -> bool:
        place = bisect_right(starts, tree.starts[token]) - 1
        return place >= 0 and tree.starts[token] < quotes[place].end

    if tree.parsed and known:
        found = list(Clauses(tree, known, quoted).find())
    else:
        found = list(plain_claims(tree, known, quotes))
    speakers = Speakers(tree, known, names)
    claims = Joiner(tree, known, quotes).join(found, list(speakers.headlines()))
    speakers.find_missing(claims)
    mentions = {number: speakers.mention(claim) for number, claim in enumerate(claims)}
    speakers.resolve(claims, mentions)
    found_claims = (
        _candidate(tree, known, claim, mentions[number], quotes, starts) for number, claim in enumerate(claims)
    )
    return [claim for claim in found_claims if claim.fragments]


def _candidate(
    tree: Tree,
    words: ClaimWords,
    claim: Attribution,
    mention: tuple[int, int] | None,
    quotes: Sequence[Quotation],
    starts: Sequence[int],
) -> ClaimCandidate:
    claimant: Fragment | str | None = None
    if mention is not None and words.pronouns.get(tree.text[slice(*mention)].lower()) in ("speaker", "speakers"):
        claimant = AUTHOR  # outside quotations “I” is whoever wrote the article
    elif mention is not None:
        claimant = Fragment(*mention)
    elif claim.silent or claim.source is None:
        claimant = IMPLICIT
    form = _form(tree.text, claim, quotes, starts)
    return ClaimCandidate(
        fragments=_fragments(tree.text, claim),
        rule=claim.rule,
        score=score(claim.rule),
        cue=Fragment(*claim.cue) if claim.cue else None,
        claimant=claimant,
        source=Fragment(*claim.source) if claim.source else None,
        resolved=Fragment(*claim.resolved) if claim.resolved else None,
        form=form,
    )


def _fragments(text: str, claim: Attribution) -> tuple[Fragment, ...]:
    """Return the claim's pieces with the borders that a person's selection gets, and without “that” before them."""
    found: list[Fragment] = []
    for start, end in claim.pieces:
        that = _THAT.match(text, start, end)
        start, end = borders.trim(text, start if that is None else that.end(), end)
        if start < end:
            found.append(Fragment(start, end))
    return merge(found)


def _form(text: str, claim: Attribution, quotes: Sequence[Quotation], starts: Sequence[int]) -> Form:
    """Say whether the claim's words stand in quotation marks: all, some, or none."""
    inside = outside = 0
    for start, end in claim.pieces:
        at = start
        place = max(0, bisect_right(starts, start) - 1)
        while place < len(quotes) and quotes[place].start < end:
            quote = quotes[place]
            place += 1
            if quote.end <= at:
                continue
            outside += any(c.isalnum() for c in text[at : max(at, quote.start)])
            inside += 1
            at = min(end, quote.end)
        outside += any(c.isalnum() for c in text[at:end])
    if not inside:
        return Form.INDIRECT
    return Form.MIXED if outside else Form.DIRECT
