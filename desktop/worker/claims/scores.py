"""How sure each rule is: the share of its claims that are right, as measured."""

from __future__ import annotations

from desktop.worker.claims.model import Rule

_RIGHT = {
    Rule.QUOTE_CUE: 0.9,
    Rule.QUOTE_NEAR: 0.7,
    Rule.QUOTE_ALONE: 0.6,
    Rule.THAT: 0.84,
    Rule.CLAUSE: 0.82,
    Rule.AROUND: 0.89,
    Rule.PHRASE: 0.92,
    Rule.COLON: 0.67,
    Rule.INFINITIVE: 0.68,
    Rule.OBJECT: 0.64,
    Rule.NOUN: 0.6,
    Rule.ADJECTIVE: 0.67,
    Rule.ADVERB: 0.6,
    Rule.PLAIN: 0.81,
}
"""On the tuning set polnear_dev: half of the words of the claim and of an annotated one, at least, are the same."""


def score(rule: Rule) -> float:
    """Return how many in one of the claims of a rule are right."""
    return _RIGHT[rule]


_CLAIMANT_RIGHT = {
    Rule.QUOTE_CUE: 0.93,
    Rule.QUOTE_NEAR: 0.3,
    Rule.QUOTE_ALONE: 0.3,
    Rule.THAT: 0.9,
    Rule.CLAUSE: 0.9,
    Rule.AROUND: 0.94,
    Rule.PHRASE: 0.97,
    Rule.COLON: 0.9,
    Rule.INFINITIVE: 0.81,
    Rule.OBJECT: 0.85,
    Rule.NOUN: 0.75,
    Rule.ADJECTIVE: 0.83,
    Rule.ADVERB: 0.5,
    Rule.PLAIN: 0.85,
}
"""Where the claim is right: the claimant shares a word with the annotated source."""


def claimant_score(rule: Rule) -> float:
    """Return how likely the claim and its claimant are both right."""
    return round(_RIGHT[rule] * _CLAIMANT_RIGHT[rule], 3)
