"""How sure each rule is: the share of its claims that are right, as measured."""

from __future__ import annotations

from desktop.worker.claims.model import Rule

_RIGHT = {
    Rule.QUOTE_CUE: 0.9,
    Rule.QUOTE_NEAR: 0.68,
    Rule.QUOTE_ALONE: 0.6,
    Rule.THAT: 0.87,
    Rule.CLAUSE: 0.83,
    Rule.AROUND: 0.92,
    Rule.PHRASE: 0.92,
    Rule.COLON: 0.65,
    Rule.INFINITIVE: 0.67,
    Rule.OBJECT: 0.63,
    Rule.NOUN: 0.72,
    Rule.ADJECTIVE: 0.6,
    Rule.ADVERB: 0.6,
    Rule.PLAIN: 0.81,
}
"""On the tuning set polnear_dev: half of the words of the claim and of an annotated one, at least, are the same."""


def score(rule: Rule) -> float:
    """Return how many in one of the claims of a rule are right."""
    return _RIGHT[rule]


_CLAIMANT_RIGHT = {
    Rule.QUOTE_CUE: 0.91,
    Rule.QUOTE_NEAR: 0.27,
    Rule.QUOTE_ALONE: 0.3,
    Rule.THAT: 0.93,
    Rule.CLAUSE: 0.9,
    Rule.AROUND: 0.96,
    Rule.PHRASE: 0.94,
    Rule.COLON: 0.9,
    Rule.INFINITIVE: 0.87,
    Rule.OBJECT: 0.83,
    Rule.NOUN: 0.55,
    Rule.ADJECTIVE: 0.85,
    Rule.ADVERB: 0.5,
    Rule.PLAIN: 0.85,
}
"""Where the claim is right: the claimant shares a word with the annotated source."""


def claimant_score(rule: Rule) -> float:
    """Return how likely the claim and its claimant are both right."""
    return round(_RIGHT[rule] * _CLAIMANT_RIGHT[rule], 3)
