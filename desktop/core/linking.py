"""Link mode: which spans a claim is most likely to be linked to, each under a letter.

Nearest first; where a link asks who speaks (a relation type with values such as AUTHOR and IMPLICIT), what stands
beside a reporting verb comes before what does not, and what lies inside the claim after what lies around it. Pure and
quick, a few milliseconds for 700 spans; the same view gives the same letters.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from annotation_schema.model import Fragments, Span, SpanId, Suggestion
from annotation_schema.schema import Choice, LabelSchema, RelationType
from annotation_schema.wording import translate
from desktop.core import boundaries
from desktop.core.gestures.common import refused, the_span
from desktop.core.reporting_verbs import ReportingVerbs, for_text
from desktop.core.view import ArticleView
from desktop.core.words import inside

LETTERS = "fjdkslaghruieowtyqpvmcnbxz"
"""From the resting fingers outwards. Figures stand for values (AUTHOR, IMPLICIT), so that they keep their keys."""
_VERB_BONUS = 160  # code points that a reporting verb beside it is worth
_PARAGRAPH = 120  # and what each paragraph in between costs
_INSIDE = 90
_NEAR_WORDS = 3
_WINDOW = 48  # code points on each side in which they stand
_AHEAD = 4  # code points after a full stop that tell whether a sentence begins
_BREAK = re.compile("\n")
_STOP = re.compile(r"\n|[.!?…]+[\"'”’»)]*\s+(?=\W*[^\W\d_a-z])|[。！？]")


@dataclass(frozen=True, slots=True)
class Candidate:
    """What the claim may be linked to by pressing ``letter``; a lower ``score`` is more likely."""

    letter: str
    item: Span | Suggestion
    score: float
    by_verb: bool = False

    @property
    def is_suggestion(self) -> bool:
        """Whether choosing it accepts a suggestion as well."""
        return isinstance(self.item, Suggestion)


@dataclass(frozen=True, slots=True)
class ValueKey:
    """A value that stands where no span can, under a key."""

    key: str
    choice: Choice


def value_keys(kind: RelationType) -> tuple[ValueKey, ...]:
    """Return the keys of the values that a link may have instead: "1" AUTHOR, "2" IMPLICIT."""
    return tuple(ValueKey(str(n), choice) for n, choice in enumerate(kind.alternatives[:9], 1))


def candidates(
    view: ArticleView,
    schema: LabelSchema,
    claim_id: SpanId,
    relation_type: str,
    *,
    limit: int = len(LETTERS),
    verbs: ReportingVerbs | None = None,
) -> tuple[Candidate, ...]:
    """Return what a span may be linked to, most likely first: spans and open suggestions of the range.

    Those already linked so are left out. ``verbs``: by default those of the article's language. Raises AppError
    EDIT_REFUSED if the span or the relation type is not there, or the span is not in its domain.
    """
    claim = the_span(view, claim_id)
    kind = schema.relation(relation_type)
    if kind is None:
        raise refused(translate("Gestures", "The label schema has no link {link}.").format(link=relation_type))
    if claim.label not in kind.domain:
        label = schema.label(claim.label)
        raise refused(
            translate("Gestures", "A span of {label} has no {link}.").format(
                label=label.title if label else claim.label, link=inside(kind.title)
            )
        )
    asks_who = bool(kind.alternatives)
    found = for_text(view.article.language, view.article.text) if verbs is None else verbs
    ranking = _Ranking(view.article.text, claim.fragments, found if asks_who else ReportingVerbs(), asks_who)
    linked = {r.target for r in view.relations if r.type == relation_type and r.source == claim_id}
    ranked = sorted(
        ((ranking.distance(x.fragments), x.start, x.end, x.id, False, x) for x in _range(view, kind, claim_id, linked)),
        key=lambda r: r[:4],
    )
    letters = LETTERS[: max(0, limit)]
    if ranking.verbs and letters and ranked:
        # Only what a verb could bring among the first has to be looked at.
        reach = ranked[min(len(letters), len(ranked)) - 1][0] + _VERB_BONUS
        ranked = [
            (r[0] - _VERB_BONUS, *r[1:4], True, r[5]) if r[0] <= reach and ranking.beside_verb(r[1], r[2]) else r
            for r in ranked
        ]
        ranked.sort(key=lambda r: r[:4])
    return tuple(Candidate(k, r[5], r[0], r[4]) for k, r in zip(letters, ranked, strict=False))


def _range(view: ArticleView, kind: RelationType, claim_id: SpanId, linked: set[SpanId]) -> Iterator[Span | Suggestion]:
    for span in view.spans:
        if span.label in kind.range and span.id != claim_id and span.id not in linked:
            yield span
    for suggestion in view.suggestions:
        if suggestion.label in kind.range:
            yield suggestion


class _Ranking:
    """How likely a place is, seen from one claim."""

    def __init__(self, text: str, claim: Fragments, verbs: ReportingVerbs, asks_who: bool) -> None:
        self._text = text
        self._claim = claim
        self.verbs = verbs
        self._asks_who = asks_who
        self._breaks = [m.start() for m in _BREAK.finditer(text)]

    def distance(self, place: Fragments) -> float:
        """Return code points to the nearest part of the claim; a paragraph in between counts more."""
        start, end = place[0].start, place[-1].end
        best, low, high = -1, 0, 0
        for part in self._claim:
            if end <= part.start:
                gap, a, b = part.start - end, end, part.start
            elif start >= part.end:
                gap, a, b = start - part.end, part.end, start
            else:
                return float(_INSIDE) if self._asks_who else 0.0
            if best < 0 or gap < best:
                best, low, high = gap, a, b
        between = bisect_left(self._breaks, high) - bisect_left(self._breaks, low)
        return float(best + _PARAGRAPH * between)

    def beside_verb(self, start: int, end: int) -> bool:
        """Say whether a reporting verb stands within three words in the same sentence, or a phrase just before."""
        text, verbs = self._text, self.verbs
        low = max(0, start - _WINDOW)
        before = _after_last_stop(text[low : start + _AHEAD], start - low)
        if low and before and len(before) == start - low:
            before = before.partition(" ")[2]  # the window may begin inside a word
        words = _words(before)
        for phrase in verbs.phrases:
            for skip in (0, 1):  # at once, or after an article: "according to the ministry"
                stop = len(words) - skip
                if stop >= len(phrase) and tuple(words[stop - len(phrase) : stop]) == phrase:
                    return True
        if verbs.verbs.intersection(words[-_NEAR_WORDS:]):
            return True
        after = _before_first_stop(text[end : end + _WINDOW])
        return bool(verbs.verbs.intersection(_words(after)[:_NEAR_WORDS]))


def _stops(piece: str) -> Iterator[re.Match[str]]:
    for stop in _STOP.finditer(piece):
        if not boundaries.is_abbreviation(piece[: stop.start()].rpartition(" ")[2]):
            yield stop


def _after_last_stop(piece: str, end: int) -> str:
    last = 0
    for stop in _stops(piece):
        if stop.end() <= end:
            last = stop.end()
    return piece[last:end]


def _before_first_stop(piece: str) -> str:
    first = next(_stops(piece), None)
    return piece if first is None else piece[: first.start()]


def _words(piece: str) -> list[str]:
    return [piece[a:b].lower() for a, b in boundaries.words(piece, 0, len(piece))]
