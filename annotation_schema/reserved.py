"""Attributes that every project has, whatever its label schema says; values are checked like the schema's own."""

from __future__ import annotations

from annotation_schema.schema import AttributeKind, AttributeSpec
from annotation_schema.wording import mark

NOTE = AttributeSpec(
    "note",
    mark("Findings", "Note"),
    AttributeKind.TEXT,
    definition="Anything that a later reader of this span should know: doubts, reasons, a question to the team.",
)
"""Of a span of any label."""
SUGGESTIONS_HIDDEN = AttributeSpec(
    "suggestions_hidden",
    mark("Findings", "Suggestions hidden"),
    AttributeKind.BOOLEAN,
    definition="The annotator worked on the article without seeing what a pipeline suggested.",
)
"""Of an article: so that a project can measure whether suggestions sway its annotators."""
SPAN_ATTRIBUTES = (NOTE,)
ARTICLE_ATTRIBUTES = (SUGGESTIONS_HIDDEN,)
