"""One record with every part that a record may have, as objects and as JSON."""

from __future__ import annotations

import json

from adversarial import FIREMAN

from annotation_schema.model import (
    AnnotationSet,
    Article,
    ArticleRecord,
    Decision,
    Fragment,
    Origin,
    OriginKind,
    Relation,
    RelationId,
    Span,
    SpanId,
    Status,
    Suggestion,
    SuggestionId,
    SuggestionSet,
    Verdict,
)
from annotation_schema.records import to_line

TEXT = f"“We will stay,” {FIREMAN} said in Kyiv, “for ever.”"
CLAIM, ACTOR, PLACE = SpanId(101), SpanId(102), SpanId(103)


def example() -> ArticleRecord:
    place = TEXT.index("Kyiv")
    return ArticleRecord(
        Article(
            uid="a1",
            title="We will stay",
            text=TEXT,
            byline="By Ana K.",
            publisher="The Daily",
            published="2025-01-29",
            url="https://news.example/1",
            language="en",
            section="World",
            meta={"zone": 4, "authors": ["Ana", {"role": None}]},
        ),
        (
            AnnotationSet(
                "Ana",
                Status.DONE,
                {"relevance": "relevant", "dateline": "KYIV"},
                (
                    Span(
                        CLAIM,
                        "CLAIM",
                        (Fragment(0, 15), Fragment(TEXT.index("“for"), len(TEXT))),
                        {"kind": "promise", "category": ("war/combat", "defence"), "negated": False},
                        Origin(),
                        "2026-01-31T12:00:00.000Z",
                        "2026-01-31T12:00:01.000Z",
                    ),
                    Span(ACTOR, "ACTOR", (Fragment(16, 20),)),
                    Span(
                        PLACE,
                        "LOCATION",
                        (Fragment(place, place + 4),),
                        {"latitude": 50.45, "geonames_id": 703448},
                        Origin(OriginKind.SUGGESTION, {"pipeline": "embedded-en", "version": "1.0", "score": 0.5}),
                    ),
                ),
                (Relation(RelationId(201), "CLAIMANT", CLAIM, ACTOR),),
            ),
            AnnotationSet("Ben"),
        ),
        SuggestionSet(
            (
                Suggestion(
                    SuggestionId(301),
                    "LOCATION",
                    "GPE",
                    (Fragment(place, place + 4),),
                    "embedded-en",
                    "1.0",
                    score=0.5,
                    verdicts=(Decision("Ana", Verdict.ACCEPTED, PLACE), Decision("Ben", Verdict.REJECTED)),
                ),
            )
        ),
    )


def plain_example() -> dict:
    return json.loads(to_line(example()))
