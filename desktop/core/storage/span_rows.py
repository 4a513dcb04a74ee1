"""Rows of spans that come as columns: an import of millions of them makes no object of any."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import repeat

from annotation_schema.span_columns import SpanColumns
from desktop.core.storage.codec import ORIGIN_CODES, dump_fragments, dump_object, dump_origin, dump_time


def span_rows(article_id: int, annotator_id: int, spans: SpanColumns) -> Iterable[tuple[object, ...]]:
    """Return the values of ``annotations.INSERT_SPAN`` for each span, as ``annotations.span_values`` has them."""
    c = spans.columns
    return zip(
        repeat(article_id),
        repeat(annotator_id),
        c.surfaces,
        c.ids,
        c.labels,
        c.starts,
        c.ends,
        [dump_fragments(one) if one else None for one in c.fragments] if any(c.fragments) else repeat(None),
        map(dump_object, c.attributes) if any(c.attributes) else repeat(None),
        map(ORIGIN_CODES.__getitem__, c.kinds),
        map(dump_origin, c.details) if any(c.details) else repeat(None),
        map(dump_time, c.created),
        repeat(None)
        if c.updated == c.created
        else [None if b == a else dump_time(b) for a, b in zip(c.created, c.updated, strict=True)],
        strict=False,
    )
