"""A mark of lint: something that looks unfinished or unlikely, where it is, and what would mend it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from annotation_schema.model import Fragment, RelationId, SpanId
from desktop.core.edits import Step


class LintCode(StrEnum):
    """Stable codes of marks."""

    ATTRIBUTION_MISSING = "attribution-missing"  # a claim without claimant
    ATTRIBUTE_MISSING = "attribute-missing"
    BORDER = "border"  # white space, a quote mark or final punctuation at a border
    WORD_CUT = "word-cut"
    CHARACTER_CUT = "character-cut"
    TAGGED_OTHERWISE = "tagged-otherwise"
    LINK_ENDS = "link-ends"  # outside domain or range
    LINK_TWICE = "link-twice"
    LINK_AND_VALUE = "link-and-value"  # AUTHOR and yet a link
    EMPTY_PART = "empty-part"  # a part that is only punctuation
    PARTS_TOUCH = "parts-touch"  # only white space between two parts
    DUPLICATE = "duplicate"


class LintSeverity(StrEnum):
    """How much it matters."""

    ERROR = "error"  # against the label schema
    WARNING = "warning"  # unfinished or most likely a slip
    HINT = "hint"  # worth a look


@dataclass(frozen=True, slots=True)
class LintMark:
    """One thing to look at. ``at`` is where in the text, in code points; ``fix`` mends it in one step.

    ``attribute`` and ``type``: what a card should bring the caret to, where something is missing.
    """

    code: LintCode
    severity: LintSeverity
    message: str
    at: Fragment
    span: SpanId | None = None
    relation: RelationId | None = None
    fix: Step | None = None
    attribute: str = ""
    type: str = ""

    @property
    def position(self) -> int:
        """First code point of the place."""
        return self.at.start
