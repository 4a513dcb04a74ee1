"""Gestures that move a span's borders by word or by character, and that join and split spans."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from enum import StrEnum

from annotation_schema.model import (
    Fragment,
    Span,
    SpanId,
)
from annotation_schema.offsets import merge
from annotation_schema.schema import LabelSchema
from annotation_schema.wording import translate
from desktop.core import boundaries, graphemes
from desktop.core.edits import AddSpan, ChangeRelation, ChangeSpan, Decide, Edit, RemoveRelation, RemoveSpan, Step
from desktop.core.gestures.common import REAL, Places, Sources, check_place, refused, the_span, without_part
from desktop.core.view import ArticleView
from desktop.core.words import span_words


class Side(StrEnum):
    """Which border moves."""

    START = "start"
    END = "end"


class Unit(StrEnum):
    """How far it moves."""

    WORD = "word"
    CHARACTER = "character"  # user-perceived


def move_border(
    view: ArticleView,
    span_id: SpanId,
    side: Side,
    unit: Unit,
    direction: int,
    *,
    fragment: Fragment | None = None,
    schema: LabelSchema | None = None,
    sources: Sources = REAL,
) -> Step | None:
    """Move a border one word or character on (``direction`` > 0) or back; None where there is no room for it.

    By default the start of the first part or the end of the last moves; with ``fragment`` that of this part. A part
    is never moved to nothing; one that comes to touch the next is joined with it.
    """
    span = the_span(view, span_id)
    part = fragment or (span.fragments[0] if side is Side.START else span.fragments[-1])
    if part not in span.fragments:
        raise refused(translate("Gestures", "This is not a part of the span."))
    text = view.article.text
    target = border_after(text, part.start if side is Side.START else part.end, side, unit, direction)
    start, end = (target, part.end) if side is Side.START else (part.start, target)
    if target < 0 or start >= end:
        return None
    fragments = merge([*(f for f in span.fragments if f != part), Fragment(start, end)])
    if fragments == span.fragments:
        return None
    check_place(view, schema, span.label, fragments, without=span_id)
    words = (
        translate("Steps", "move the start of {span}")
        if side is Side.START
        else translate("Steps", "move the end of {span}")
    ).format(span=span_words(text, span, schema))
    after = replace(span, fragments=fragments, updated=sources.now())
    return Step.of(view.id, words, ChangeSpan(span, after))


def border_after(text: str, position: int, side: Side, unit: Unit, direction: int) -> int:
    """Return where a border moves to, or -1 at the border of the text. Starts stop at starts of words, ends at ends."""
    if direction > 0:
        if position >= len(text):
            return -1
        if unit is Unit.CHARACTER:
            return graphemes.following(text, position)
        if side is Side.END:
            return graphemes.ceil(text, boundaries.next_word_end(text, position))
        found = graphemes.ceil(text, boundaries.next_word_start(text, position))
        return found if found < len(text) else -1
    if position <= 0:
        return -1
    if unit is Unit.CHARACTER:
        return graphemes.preceding(text, position)
    if side is Side.START:
        return graphemes.floor(text, boundaries.previous_word_start(text, position))
    return graphemes.floor(text, boundaries.previous_word_end(text, position)) or -1


def join(
    view: ArticleView, span_ids: Iterable[SpanId], *, schema: LabelSchema | None = None, sources: Sources = REAL
) -> Step:
    """Make spans of one label one span with the parts of all.

    The first in the text stays and takes over links, and attributes that it has no value for; the verdicts on the
    suggestions that the others came from are about it from then on.
    """
    wanted = set(span_ids)
    for span_id in wanted:
        the_span(view, span_id)
    spans = [s for s in view.spans if s.id in wanted]
    if len(spans) < 2:
        raise refused(
            translate("Gestures", "Joining takes two spans."),
            translate("Gestures", "Choose another span of the same label."),
        )
    kept, others = spans[0], spans[1:]
    if any(s.label != kept.label for s in others):
        raise refused(
            translate("Gestures", "Only spans of one label can be joined."),
            translate("Gestures", "Relabel one of them first."),
        )
    fragments = merge(f for s in spans for f in s.fragments)
    gone = {s.id for s in others}
    rest = replace(view, spans=tuple(s for s in view.spans if s.id not in gone))
    Places(rest, schema, without=kept.id).check(kept.label, fragments)
    attributes = dict(kept.attributes)
    for other in others:
        attributes = {**other.attributes, **attributes}
    edits: list[Edit] = _moved_relations(view, kept.id, gone)
    for suggestion, decision in view.decided.items():
        if decision.span in gone:
            edits.append(Decide(suggestion, decision, replace(decision, span=kept.id)))
    edits += [RemoveSpan(s) for s in others]
    after = replace(kept, fragments=fragments, attributes=attributes, updated=sources.now())
    if (fragments, attributes) != (kept.fragments, kept.attributes):
        edits.append(ChangeSpan(kept, after))
    words = translate("Steps", "join %n span into {span}|join %n spans into {span}", len(spans)).format(
        span=span_words(view.article.text, after, schema)
    )
    return Step.of(view.id, words, *edits)


def _moved_relations(view: ArticleView, kept: SpanId, gone: set[SpanId]) -> list[Edit]:
    edits: list[Edit] = []
    there = {(r.type, r.source, r.target) for r in view.relations if r.source not in gone and r.target not in gone}
    for relation in view.relations:
        if relation.source not in gone and relation.target not in gone:
            continue
        after = replace(
            relation,
            source=kept if relation.source in gone else relation.source,
            target=kept if relation.target in gone else relation.target,
        )
        key = (after.type, after.source, after.target)
        if after.source == after.target or key in there:
            edits.append(RemoveRelation(relation))
        else:
            there.add(key)
            edits.append(ChangeRelation(relation, after))
    return edits


def split_off(
    view: ArticleView,
    span_id: SpanId,
    fragment: Fragment,
    *,
    schema: LabelSchema | None = None,
    sources: Sources = REAL,
) -> Step:
    """Make one part of a span of several a span of its own, with the same label and attributes; links stay."""
    span = the_span(view, span_id)
    rest = without_part(span, fragment)
    if not rest:
        raise refused(
            translate("Gestures", "The span has only one part."), translate("Gestures", "Move its borders instead.")
        )
    return _split(view, span, rest, (fragment,), schema, sources)


def split_at(
    view: ArticleView, span_id: SpanId, position: int, *, schema: LabelSchema | None = None, sources: Sources = REAL
) -> Step:
    """Split a span in two at a position: what lies before it stays, the rest becomes a span of its own."""
    span = the_span(view, span_id)
    text = view.article.text
    position = graphemes.floor(text, position)
    before = [Fragment(f.start, min(f.end, position)) for f in span.fragments if f.start < position]
    after = [Fragment(max(f.start, position), f.end) for f in span.fragments if f.end > position]
    first, second = (_stripped(text, side) for side in (before, after))
    if not first or not second:
        raise refused(
            translate("Gestures", "A span is split inside of it."),
            translate("Gestures", "Put the caret between two of its words."),
        )
    return _split(view, span, first, second, schema, sources)


def _stripped(text: str, fragments: Iterable[Fragment]) -> tuple[Fragment, ...]:
    found: list[Fragment] = []
    for f in fragments:
        end = boundaries.drop_space(text, f.start, f.end)
        start = boundaries.skip_space(text, f.start, end)
        if start < end:
            found.append(Fragment(start, end))
    return tuple(found)


def _split(
    view: ArticleView,
    span: Span,
    stays: tuple[Fragment, ...],
    goes: tuple[Fragment, ...],
    schema: LabelSchema | None,
    sources: Sources,
) -> Step:
    places = Places(view, schema, without=span.id)
    now = sources.now()
    kept = replace(span, fragments=stays, updated=now)
    new = replace(span, id=SpanId(sources.new_id()), fragments=goes, created=now, updated=now)
    for one in (kept, new):
        places.check(one.label, one.fragments)
        places.add(one)
    words = translate("Steps", "split {span}").format(span=span_words(view.article.text, span, schema))
    return Step.of(view.id, words, ChangeSpan(span, kept), AddSpan(new))
