"""What the search for claims gives: where a claim is, who makes it, by which words that is known, and how surely."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from annotation_schema.model import Fragment, Fragments

AUTHOR = "AUTHOR"
"""Claimed in the article's own voice."""
IMPLICIT = "IMPLICIT"
"""Somebody claims it whom the text does not name."""


class Form(StrEnum):
    """How the words of a claim are given."""

    DIRECT = "direct quote"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Rule(StrEnum):
    """What a claim was known by; the score of a claim is the share of right ones that its rule finds."""

    QUOTE_CUE = "quotation beside a cue"
    QUOTE_NEAR = "quotation, somebody spoke before"
    QUOTE_ALONE = "quotation alone"
    THAT = "clause with that"
    CLAUSE = "clause without that"
    AROUND = "clause around its cue"
    PHRASE = "according to"
    COLON = "after a colon"
    INFINITIVE = "infinitive"
    OBJECT = "object"
    NOUN = "clause of a noun"
    ADJECTIVE = "clause of an adjective"
    ADVERB = "adverb"
    PLAIN = "words only"


@dataclass(slots=True)
class Attribution:
    """A claim while it is looked for; offsets are code points of the doc's text, half-open."""

    rule: Rule
    pieces: list[tuple[int, int]]
    cue: tuple[int, int] | None = None
    source: tuple[int, int] | None = None
    """All words for the source: “Clara Ortega, the minister who resigned”."""
    head: tuple[int, int] | None = None
    """The word that is the source's head, on which “who is it” hangs; None without a tree."""
    silent: bool = False
    """The words leave out who it is (a passive, “reportedly”)."""
    resolved: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class ClaimCandidate:
    """One claim. Offsets are half-open code points of the text."""

    fragments: Fragments
    rule: Rule
    score: float
    """Share of the claims of this kind that are right, 0 to 1, as measured."""
    cue: Fragment | None = None
    claimant: Fragment | str | None = None
    """The mention beside the claim (also “she”), else AUTHOR or IMPLICIT; None: the article does not make it clear."""
    source: Fragment | None = None
    """The claimant with all that describes it, as it stands in the text."""
    resolved: Fragment | None = None
    """The mention that says who a pronoun or “the minister” is, where that is clear."""
    form: Form = field(default=Form.INDIRECT)

    @property
    def direct(self) -> bool:
        """Whether all of it stands in quotation marks."""
        return self.form is Form.DIRECT
