"""Which suggestions an annotator is offered: the rule as a function of what was read, and in SQL for counting.

Not offered is what they have decided; what equals (label, fragments) a span of theirs or something they have decided,
from whatever pipeline; and what was suggested after they had rejected the same label at a place that covers it, which
reaches from the first to the last character. Of equal ones, from two pipelines, the first is offered.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from annotation_schema.ids import EPOCH_MS, RANDOM_BITS, made_at
from annotation_schema.model import Decision, Fragments, Span, SpanId, Suggestion, SuggestionId, Verdict
from desktop.core.storage.codec import dump_time

OPEN_SUGGESTION = """
    NOT EXISTS (SELECT 1 FROM span x WHERE x.article_id = s.article_id AND x.start = s.start
        AND x.annotator_id = :annotator AND x.label = s.label AND x."end" = s."end" AND x.fragments IS s.fragments)
    AND NOT EXISTS (SELECT 1 FROM suggestion o JOIN verdict v ON v.suggestion_id = o.id
        WHERE v.annotator_id = :annotator AND o.article_id = s.article_id AND o.start = s.start
        AND o.label = s.label AND o."end" = s."end" AND o.fragments IS s.fragments)
    AND s.id NOT IN covered"""
"""The rule as a condition on ``suggestion s``, except that equal open ones count once; one of the two below goes before
the query."""
_COVERED = f"""JOIN suggestion c ON c.article_id = o.article_id AND c.start >= o.start AND c.start < o."end"
    AND c."end" <= o."end" AND c.label = o.label AND c.id <> o.id
    WHERE v.annotator_id = coalesce(:annotator, v.annotator_id) AND v.verdict = 'rejected'
    AND (c.id >> {RANDOM_BITS}) + {EPOCH_MS} > v.at)"""
COVERED = f"""WITH covered(id) AS (
    SELECT c.id FROM verdict v CROSS JOIN suggestion o ON o.id = v.suggestion_id CROSS {_COVERED} """
"""What lies within rejected places, in all articles; of whoever rejected them where ``:annotator`` is NULL."""
COVERED_IN_IDS = f"""WITH covered(id) AS (
    SELECT c.id FROM json_each(:ids) a CROSS JOIN suggestion o ON o.article_id = a.value
    CROSS JOIN verdict v ON v.suggestion_id = o.id CROSS {_COVERED} """
"""The same in the articles of ``:ids``."""
SUGGESTION_KEY = "s.label || ' ' || s.start || ' ' || coalesce(s.fragments, s.\"end\")"
"""What equal suggestions of one article have in common."""


def offered(suggested: Sequence[Suggestion], own_spans: Iterable[Span]) -> tuple[Suggestion, ...]:
    """Return the open ones of ``suggestions.of_article``, in the same order."""
    seen = {(s.label, s.fragments) for s in own_spans}
    seen.update((s.label, s.fragments) for s in suggested if s.verdicts)
    rejected = _Rejected(suggested)
    found: list[Suggestion] = []
    for one in suggested:
        if (one.label, one.fragments) not in seen and not rejected.cover(one):
            seen.add((one.label, one.fragments))
            found.append(one)
    return tuple(found)


class _Rejected:
    """Rejected places by label, each list by the time of the verdict: hardly any is older than what is open now."""

    def __init__(self, suggested: Iterable[Suggestion]) -> None:
        self._places: dict[str, list[tuple[int, int, int, int]]] = {}
        for one in suggested:
            when = _rejected_at(one.verdicts[0]) if one.verdicts else None
            if when is not None:
                self._places.setdefault(one.label, []).append((when, one.start, one.end, one.id))
        for places in self._places.values():
            places.sort()

    def cover(self, one: Suggestion) -> bool:
        """Say whether a suggestion was made after something that covers it had been rejected."""
        places = self._places.get(one.label)
        if not places:
            return False
        before = bisect_left(places, (made_at(one.id),))
        start, end = one.start, one.end
        return any(a <= start and end <= b and one.id != number for _, a, b, number in places[:before])


def _rejected_at(decision: Decision) -> int | None:
    when = dump_time(decision.at) if decision.verdict is Verdict.REJECTED else ""
    return when if isinstance(when, int) else None  # a verdict of before times were kept


def stands_for(suggested: Iterable[Suggestion], own_spans: Iterable[Span]) -> dict[SuggestionId, SpanId]:
    """Return the span that each suggestion has become, by being accepted or because an equal one was made."""
    there: dict[SpanId, SpanId] = {}
    equal: dict[tuple[str, Fragments], SpanId] = {}
    for span in own_spans:
        there[span.id] = span.id
        equal.setdefault((span.label, span.fragments), span.id)
    found: dict[SuggestionId, SpanId] = {}
    for one in suggested:
        accepted = one.verdicts[0].span if one.verdicts else None
        span_id = there.get(accepted) if accepted is not None else equal.get((one.label, one.fragments))
        if span_id is not None:
            found[one.id] = span_id
    return found
