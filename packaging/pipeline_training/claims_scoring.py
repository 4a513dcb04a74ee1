"""Scores of claims against annotated attributions (content, cue, source), as tuning sets like polnear_dev have them.

Words are counted, not characters. *Content*: words that stand in any annotated content, and in any suggested claim.
*Matched*: claims and attributions one to one, those with the largest share of common words (intersection over union)
first; matched if that is a half at least, exact if it is all. *Claimant right*: of the matched attributions with a
source, those whose source shares a word with the claimant that is suggested. *Source*: words in any source, as for
content.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from pipeline_training.scoring import Counts

_WORD = re.compile(r"\w+(?:['’\-]\w+)*")
_MATCH = 0.5

Place = tuple[int, int]


@dataclass(frozen=True)
class Claim:
    """A claim as annotated or suggested: stretches of text, half-open code points; `kind` only of suggested ones."""

    content: tuple[Place, ...]
    source: tuple[Place, ...] = ()
    kind: str = ""


@dataclass
class ClaimScore:
    """Sums over articles."""

    content: Counts = field(default_factory=Counts)
    source: Counts = field(default_factory=Counts)
    matched: Counts = field(default_factory=Counts)
    exact: Counts = field(default_factory=Counts)
    claimant: Counts = field(default_factory=Counts)
    """`expected`: matched attributions with a source; `right`: those with the right claimant."""
    kinds: dict[str, Counts] = field(default_factory=dict)
    """By kind: `predicted` claims, `right` ones that share half of their words with an annotated one."""
    claimants: dict[str, Counts] = field(default_factory=dict)
    """By kind: like `claimant`."""

    def add(self, text: str, suggested: Sequence[Claim], annotated: Sequence[Claim]) -> None:
        """Count one article."""
        words = [match.span() for match in _WORD.finditer(text)]
        ours = [(_cover(words, c.content), _cover(words, c.source)) for c in suggested]
        theirs = [(_cover(words, c.content), _cover(words, c.source)) for c in annotated]
        for counts, place in ((self.content, 0), (self.source, 1)):
            mine = set[int]().union(*(c[place] for c in ours))
            gold = set[int]().union(*(c[place] for c in theirs))
            counts.add(Counts(len(mine), len(gold), len(mine & gold)))
        shares = sorted(
            (
                (-len(a & c) / len(a | c), i, j)
                for i, (a, _) in enumerate(theirs)
                for j, (c, _) in enumerate(ours)
                if a & c
            ),
        )
        best: dict[int, float] = {}
        free = set(range(len(theirs)))
        waiting = set(range(len(ours)))
        matched = exact = 0
        for minus, i, j in shares:
            best.setdefault(j, -minus)
            if i not in free or j not in waiting:
                continue
            free.discard(i)
            waiting.discard(j)
            if -minus < _MATCH:
                continue
            matched += 1
            exact += minus == -1
            if theirs[i][1]:
                right = bool(theirs[i][1] & ours[j][1])
                self.claimant.add(Counts(0, 1, right))
                self.claimants.setdefault(suggested[j].kind, Counts()).add(Counts(0, 1, right))
        self.matched.add(Counts(len(ours), len(theirs), matched))
        self.exact.add(Counts(len(ours), len(theirs), exact))
        for j, claim in enumerate(suggested):
            right = best.get(j, 0.0) >= _MATCH
            self.kinds.setdefault(claim.kind, Counts()).add(Counts(1, 0, right))


def _cover(words: Sequence[Place], stretches: Iterable[Place]) -> set[int]:
    """Return the places of the words that stretches touch."""
    return {n for start, end in stretches for n, (a, b) in enumerate(words) if a < end and b > start}


def annotated(row: Mapping[str, Sequence[Mapping[str, Sequence[Sequence[int]]]]]) -> list[Claim]:
    """Return the attributions of a row of polnear_dev.claims.jsonl."""
    return [
        Claim(tuple((a, b) for a, b in one["content"]), tuple((a, b) for a, b in one["source"]))
        for one in row["attributions"]
    ]
