"""Gestures on what a pipeline suggests."""

from __future__ import annotations

import contextlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from annotation_schema.ids import id_text
from annotation_schema.model import (
    Decision,
    Fragment,
    Origin,
    OriginKind,
    Relation,
    RelationId,
    Span,
    SpanId,
    Suggestion,
    SuggestionId,
    Verdict,
)
from annotation_schema.schema import LabelSchema, RelationType
from annotation_schema.wording import translate
from desktop.core.edits import (
    AddRelation,
    AddSpan,
    Decide,
    Edit,
    Step,
)
from desktop.core.errors import AppError
from desktop.core.gestures.common import (
    REAL,
    Places,
    Sources,
    defaults,
    placed_in,
    refused,
)
from desktop.core.view import ArticleView
from desktop.core.words import label_title, quoted


def _suggestion(view: ArticleView, suggestion_id: SuggestionId) -> Suggestion:
    found = view.suggestion(suggestion_id)
    if found is None:
        raise refused(translate("Gestures", "The suggestion is no longer open."))
    return found


def _accepted(view: ArticleView, one: Suggestion, schema: LabelSchema | None, sources: Sources) -> tuple[Span, Decide]:
    details: dict[str, str | int | float | bool] = {
        "suggestion": id_text(one.id),
        "pipeline": one.pipeline,
        "version": one.version,
    }
    if one.score is not None:
        details["score"] = one.score
    label = schema.label(one.label) if schema else None
    attributes = {**(defaults(label.attributes) if label else {}), **one.attributes}
    now = sources.now()
    origin = Origin(OriginKind.SUGGESTION, details)
    span = Span(SpanId(sources.new_id()), one.label, one.fragments, attributes, origin, now, now)
    return span, Decide(one.id, None, Decision(view.annotator, Verdict.ACCEPTED, span.id))


def accept(
    view: ArticleView,
    suggestion_id: SuggestionId,
    *,
    label: str | None = None,
    fragments: Iterable[Fragment] | None = None,
    schema: LabelSchema | None = None,
    sources: Sources = REAL,
) -> Step:
    """Make a suggestion a span, and with it what it is suggested to be linked to (a claim's claimant).

    With ``label`` under another label than suggested, without its attributes then; with ``fragments`` with other
    borders. The suggestion counts as accepted, so that only this span is left of it.
    """
    one = _suggestion(view, suggestion_id)
    if label is not None and label != one.label:
        one = replace(one, label=label, attributes={})
    if fragments is not None:
        one = replace(one, fragments=placed_in(view, fragments))
    taker = _Taker(view, schema, sources)
    taker.take(one)
    taker.bring_linked([one.id])
    covered, label_words = quoted(view.article.text, one.fragments), label_title(one.label, schema)
    if len(taker.made) > 1:
        words = translate("Steps", "accept {text} as {label} with {other}").format(
            text=covered, label=label_words, other=quoted(view.article.text, taker.made[1].fragments)
        )
    else:
        words = translate("Steps", "accept {text} as {label}").format(text=covered, label=label_words)
    return Step.of(view.id, words, *taker.edits, *taker.links())


def accept_all(
    view: ArticleView,
    suggestions: Iterable[SuggestionId] | None = None,
    *,
    title: str = "",
    score: float | None = None,
    schema: LabelSchema | None = None,
    sources: Sources = REAL,
) -> Step:
    """Make many suggestions spans in one step (all open ones by default), with what they are linked to.

    Those that the schema does not allow beside what is there are left open; if none is left, it is refused.
    ``title`` and ``score`` are for the words, which then tell what was accepted: all of a label, or all from a score.
    """
    wanted = [s.id for s in view.suggestions] if suggestions is None else list(dict.fromkeys(suggestions))
    taker = _Taker(view, schema, sources)
    problem: AppError | None = None
    for suggestion_id in wanted:
        one = _suggestion(view, suggestion_id)
        try:
            taker.take(one)
        except AppError as error:
            problem = error
    if not taker.made:
        raise problem or refused(translate("Gestures", "There are no open suggestions in this article."))
    taker.bring_linked(wanted)
    made = taker.made
    if len(made) == 1:
        words = translate("Steps", "accept {text} as {label}").format(
            text=quoted(view.article.text, made[0].fragments), label=label_title(made[0].label, schema)
        )
    elif title:
        words = translate(
            "Steps", "accept %n suggestion of {label}|accept %n suggestions of {label}", len(made)
        ).format(label=title)
    elif score is not None:
        words = translate(
            "Steps",
            "accept %n suggestion scored {score:g} or more|accept %n suggestions scored {score:g} or more",
            len(made),
        ).format(score=score)
    else:
        words = translate("Steps", "accept %n suggestion|accept %n suggestions", len(made))
    return Step.of(view.id, words, *taker.edits, *taker.links())


def accept_label(view: ArticleView, label: str, *, schema: LabelSchema | None = None, sources: Sources = REAL) -> Step:
    """Accept all open suggestions of a label in one step."""
    title = label_title(label, schema)
    wanted = [s.id for s in view.suggestions if s.label == label]
    if not wanted:
        raise refused(
            translate("Gestures", "There are no open suggestions of {label} in this article.").format(label=title)
        )
    return accept_all(view, wanted, title=title, schema=schema, sources=sources)


def scored_above(view: ArticleView, score: float) -> tuple[Suggestion, ...]:
    """Return the open suggestions with at least that score, for a preview; those without a score are none of them."""
    return tuple(s for s in view.suggestions if s.score is not None and s.score >= score)


def accept_above(
    view: ArticleView, score: float, *, schema: LabelSchema | None = None, sources: Sources = REAL
) -> Step:
    """Accept all open suggestions with at least that score in one step."""
    wanted = [s.id for s in scored_above(view, score)]
    if not wanted:
        raise refused(
            translate("Gestures", "No open suggestion in this article has a score of {score:g} or more.").format(
                score=score
            )
        )
    return accept_all(view, wanted, score=score, schema=schema, sources=sources)


class _Taker:
    """Gathers what a step makes of suggestions."""

    def __init__(self, view: ArticleView, schema: LabelSchema | None, sources: Sources) -> None:
        self._view = view
        self._schema = schema
        self._sources = sources
        self._places = Places(view, schema)
        self._span_of: dict[SuggestionId, SpanId] = dict(view.stands_for)
        self.made: list[Span] = []
        self.edits: list[Edit] = []

    def take(self, one: Suggestion) -> None:
        """Make one a span, or refuse."""
        self._places.check(one.label, one.fragments)
        span, decide = _accepted(self._view, one, self._schema, self._sources)
        self._places.add(span)
        self._span_of[one.id] = span.id
        self.made.append(span)
        self.edits += (AddSpan(span), decide)

    def bring_linked(self, taken: Iterable[SuggestionId]) -> None:
        """Take what belongs to those, where it is open: a claim's claimant, and the cue, which serves claims only.

        An actor does not bring the claims that it makes, and nothing is brought that cannot be linked.
        """
        if not self._view.suggested_relations:
            return
        chosen = set(taken) & self._span_of.keys()
        made = {s.id: s for s in self.made}
        for link in self._view.suggested_relations:
            kind = self._schema.relation(link.type) if self._schema else None
            serves = self._schema is not None and kind is not None and _serves(self._schema, kind)
            one, other = (link.target, link.source) if serves else (link.source, link.target)
            brought = self._view.suggestion(other)
            if one not in chosen or brought is None or other in self._span_of:
                continue
            span = made.get(self._span_of[one])
            if span is None or span.label == brought.label:
                continue
            ends = (brought.label, span.label) if serves else (span.label, brought.label)
            if _fits(kind, self._schema, *ends):
                with contextlib.suppress(AppError):  # there is no room for it: the link is left out, too
                    self.take(brought)

    def links(self) -> list[Edit]:
        """Return the suggested links whose ends are spans by now, one of them made here, where the schema allows.

        A span that was there before and is linked like this, or said to be linked to nobody, is left as it is.
        """
        if not self._view.suggested_relations:
            return []
        new = {s.id for s in self.made}
        spans = {s.id: s for s in (*self._view.spans, *self.made)}
        there = {(r.type, r.source, r.target) for r in self._view.relations}
        per_source = Counter((r.type, r.source) for r in self._view.relations)
        settled = set(per_source)
        edits: list[Edit] = []
        for link in self._view.suggested_relations:
            source, target = self._span_of.get(link.source), self._span_of.get(link.target)
            if source is None or target is None or source == target or not {source, target} & new:
                continue
            kind = self._schema.relation(link.type) if self._schema else None
            if source not in new and (link.type, source) in settled:
                continue
            if (link.type, source, target) in there or not _allowed(
                kind, self._schema, spans[source], spans[target], per_source[link.type, source]
            ):
                continue
            there.add((link.type, source, target))
            per_source[link.type, source] += 1
            values = defaults(kind.attributes) if kind else {}
            edits.append(AddRelation(Relation(RelationId(self._sources.new_id()), link.type, source, target, values)))
        return edits


def _allowed(kind: RelationType | None, schema: LabelSchema | None, source: Span, target: Span, others: int) -> bool:
    if kind is None:
        return schema is None
    return (
        _fits(kind, schema, source.label, target.label)
        and (kind.max_per_source is None or others < kind.max_per_source)
        and not (kind.alternative_attribute and kind.alternative_attribute in source.attributes)
    )


def _fits(kind: RelationType | None, schema: LabelSchema | None, source: str, target: str) -> bool:
    if kind is None:
        return schema is None
    return source in kind.domain and target in kind.range


def _serves(schema: LabelSchema, kind: RelationType) -> bool:
    """Say whether the sources of a relation type have no other use than this one: the cue of a claim."""
    return not any(
        source in (*other.domain, *other.range)
        for source in kind.domain
        for other in schema.relations
        if other.name != kind.name
    )


def reject(view: ArticleView, suggestion_id: SuggestionId) -> Step:
    """Say that a suggestion is wrong; it is not offered again."""
    one = _suggestion(view, suggestion_id)
    decide = Decide(one.id, None, Decision(view.annotator, Verdict.REJECTED))
    return Step.of(
        view.id, translate("Steps", "reject {text}").format(text=quoted(view.article.text, one.fragments)), decide
    )
