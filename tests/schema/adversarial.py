"""Texts that have broken annotation tools before, and annotations on them, for property tests."""

from __future__ import annotations

from hypothesis import strategies as st

from annotation_schema.model import (
    AnnotationSet,
    Article,
    ArticleRecord,
    Decision,
    Fragment,
    Fragments,
    Origin,
    OriginKind,
    Relation,
    RelationId,
    Span,
    SpanId,
    Status,
    SuggestedRelation,
    Suggestion,
    SuggestionId,
    SuggestionSet,
    Verdict,
)
from annotation_schema.offsets import merge

FIREMAN = "👨🏻‍🚒"
PIECES = (
    "Kyiv said no. ",
    FIREMAN + " firemen drive firetrucks",
    "e\u0301 n\u0303",  # combining marks
    "قال الرئيس ",  # right to left
    "\r\n",
    "\u2028",
    "\u2029",
    "\u00a0",
    "\ufeff",
    "𝒜𝒷",
    "漢字",
    '"quoted\\" \t',
    "\x1f",
    "\x00",
    "🇺🇦",
)
characters = st.characters(exclude_categories=["Cs"])
texts = st.lists(st.sampled_from(PIECES) | st.text(characters, max_size=6), max_size=12).map("".join)
some_text = texts.filter(lambda t: bool(t.strip()))
names = st.text(characters, min_size=1, max_size=8).filter(lambda t: bool(t.strip()))
ids = st.integers(1, 2**63 - 1)


@st.composite
def fragments(draw: st.DrawFn, length: int) -> Fragments:
    """One to four fragments inside a text of that length, in order, with gaps."""
    pairs = draw(st.lists(st.tuples(st.integers(0, length), st.integers(0, length)), min_size=1, max_size=4))
    usable = [Fragment(min(p), max(p)) for p in pairs if p[0] != p[1]]
    return merge(usable or [Fragment(0, length)])


numbers = st.integers() | st.floats(allow_nan=False, allow_infinity=False)
attribute_values = texts | st.booleans() | numbers | st.lists(texts, max_size=3).map(tuple)
attributes = st.dictionaries(names, attribute_values, max_size=3)
plain = st.recursive(
    st.none() | st.booleans() | numbers | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=6,
)
scores = st.none() | st.floats(0, 1)


@st.composite
def annotation_sets(draw: st.DrawFn, text: str, name: str, used: set[int]) -> AnnotationSet:
    """All that one annotator did; ids are unique within ``used``."""
    span_ids = sorted(draw(st.sets(ids.filter(lambda i: i not in used), max_size=4)))
    used.update(span_ids)
    spans = [
        Span(
            id=SpanId(i),
            label=draw(names),
            fragments=draw(fragments(len(text))),
            attributes=draw(attributes),
            origin=Origin(
                draw(st.sampled_from(OriginKind)),
                draw(st.dictionaries(names.filter(lambda k: k != "kind"), texts | numbers | st.booleans(), max_size=2)),
            ),
            created=draw(texts),
            updated=draw(texts),
        )
        for i in span_ids
    ]
    relations: list[Relation] = []
    if spans:
        ends = st.sampled_from([s.id for s in spans])
        for i in sorted(draw(st.sets(ids.filter(lambda i: -i not in used), max_size=3))):
            used.add(-i)
            relations.append(Relation(RelationId(i), draw(names), draw(ends), draw(ends), draw(attributes)))
    return AnnotationSet(
        annotator=name,
        status=draw(st.sampled_from(Status)),
        attributes=draw(attributes),
        spans=tuple(sorted(spans, key=lambda s: (s.start, s.end, s.id))),
        relations=tuple(relations),
    )


@st.composite
def suggestion_sets(draw: st.DrawFn, text: str, annotations: tuple[AnnotationSet, ...]) -> SuggestionSet:
    """What pipelines proposed and what became of it."""
    spans: list[Suggestion] = []
    for i in draw(st.sets(ids, max_size=3)):
        verdicts = tuple(
            Decision(
                a.annotator,
                draw(st.sampled_from(Verdict)),
                draw(st.sampled_from([None, *(s.id for s in a.spans)])),
                draw(texts | st.just("2026-01-31T12:00:00.000Z")),
            )
            for a in annotations
            if draw(st.booleans())
        )
        spans.append(
            Suggestion(
                id=SuggestionId(i),
                label=draw(names),
                source_label=draw(texts),
                fragments=draw(fragments(len(text))),
                pipeline=draw(names),
                version=draw(texts),
                attributes=draw(attributes),
                score=draw(scores),
                verdicts=verdicts,
            )
        )
    relations: tuple[SuggestedRelation, ...] = ()
    if spans:
        ends = st.sampled_from([s.id for s in spans])
        relations = tuple(
            SuggestedRelation(RelationId(i), draw(names), draw(ends), draw(ends), draw(scores))
            for i in sorted(draw(st.sets(ids, max_size=2)))
        )
    return SuggestionSet(tuple(sorted(spans, key=lambda s: (s.start, s.end, s.id))), relations)


@st.composite
def records(draw: st.DrawFn) -> ArticleRecord:
    """A whole article with everything that can be on it."""
    text = draw(some_text)
    extra = {k: draw(texts) for k in ("title", "byline", "publisher", "published", "url", "language", "section")}
    article = Article(uid=draw(names), text=text, meta=draw(st.dictionaries(texts, plain, max_size=3)), **extra)
    used: set[int] = set()
    annotators = sorted(draw(st.sets(names, max_size=3)))
    annotations = tuple(draw(annotation_sets(text, name, used)) for name in annotators)
    suggestions = draw(suggestion_sets(text, annotations)) if draw(st.booleans()) else None
    return ArticleRecord(article, annotations, suggestions)
