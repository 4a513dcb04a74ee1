"""What an export may be asked for, by name: apart from the formats, which take long to import for a help text."""

from __future__ import annotations

from enum import StrEnum


class Overlap(StrEnum):
    """Which of two overlapping spans a format keeps that cannot hold both."""

    LONGEST = "longest"  # then the one that starts first
    FIRST = "first"  # then the longer
    LABEL_ORDER = "label-order"  # as the labels stand in the label schema, then the longer
    FAIL = "fail"  # refuse the export and name the two


class Discontinuous(StrEnum):
    """What becomes of a span of several fragments in a format that has only one."""

    FRAGMENTS = "fragments"  # one piece each
    HULL = "hull"  # from the first fragment's start to the last one's end
    SKIP = "skip"


class Alignment(StrEnum):
    """What becomes of a border inside a token in a format that counts tokens."""

    EXPAND = "expand"  # take the whole token
    CONTRACT = "contract"  # leave the token out
    SKIP = "skip"  # leave the span out


class Grouping(StrEnum):
    """Which articles may not be on both sides of a split."""

    NONE = "none"
    DUPLICATES = "duplicates"  # near-duplicates: the same agency text under several titles
    PUBLISHER = "publisher"
    TIME = "time"  # older ones train, newer ones test
