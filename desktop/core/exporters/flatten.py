"""Spans for formats that hold less than we do: one fragment a span, and no two over the same text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from annotation_schema.ids import id_text
from annotation_schema.model import Fragment, Fragments, Span
from annotation_schema.wording import translate
from desktop.core.errors import AppError, ErrorCode
from desktop.core.exporters.report import Discontinuous, Overlap


@dataclass(frozen=True, slots=True)
class Piece:
    """One stretch of a span; ``span`` is what it comes from."""

    span: Span
    start: int
    end: int


def one_piece(fragments: Fragments, policy: Discontinuous) -> Fragments:
    """Return the stretches that stand for a span in a format without fragments; none if it is to be left out."""
    if len(fragments) == 1 or policy is Discontinuous.FRAGMENTS:
        return fragments
    if policy is Discontinuous.HULL:
        return (Fragment(fragments[0].start, fragments[-1].end),)
    return ()


def pieces(spans: Iterable[Span], policy: Discontinuous) -> list[Piece]:
    """Return what ``one_piece`` gives of each span, in text order."""
    found = [Piece(span, f.start, f.end) for span in spans for f in one_piece(span.fragments, policy)]
    return sorted(found, key=lambda p: (p.start, -p.end, p.span.id))


def flat(
    found: Sequence[Piece], policy: Overlap, *, labels: Sequence[str], article: str
) -> tuple[list[Piece], list[tuple[Piece, Piece]]]:
    """Return the pieces that do not overlap, in text order, and each one left out with the one that took its place.

    ``labels``: their order in the label schema, for ``LABEL_ORDER``. Raises AppError EXPORT_REFUSED under ``FAIL``
    at the first two that overlap.
    """
    rank = {label: n for n, label in enumerate(labels)}
    orders: dict[Overlap, Callable[[Piece], tuple[int, ...]]] = {
        Overlap.LONGEST: lambda p: (p.start - p.end, p.start, p.span.id),
        Overlap.FIRST: lambda p: (p.start, p.start - p.end, p.span.id),
        Overlap.FAIL: lambda p: (p.start, p.start - p.end, p.span.id),
        Overlap.LABEL_ORDER: lambda p: (rank.get(p.span.label, len(rank)), p.start - p.end, p.start, p.span.id),
    }
    kept: list[Piece] = []  # by start; they do not overlap, so by end, too
    starts: list[int] = []
    left: list[tuple[Piece, Piece]] = []
    for piece in sorted(found, key=orders[policy]):
        at = bisect_right(starts, piece.start)
        if at and kept[at - 1].end > piece.start:
            winner = kept[at - 1]
        elif at < len(kept) and kept[at].start < piece.end:
            winner = kept[at]
        else:
            kept.insert(at, piece)
            starts.insert(at, piece.start)
            continue
        if policy is Overlap.FAIL:
            raise _overlap(article, winner.span, piece.span)
        left.append((piece, winner))
    return kept, left


def _overlap(article: str, first: Span, second: Span) -> AppError:
    sentence = translate("Export", "Article {article}: the spans {first} ({a}) and {second} ({b}) overlap.")
    return AppError(
        ErrorCode.EXPORT_REFUSED,
        sentence.format(
            article=article, first=id_text(first.id), a=first.label, second=id_text(second.id), b=second.label
        ),
        hint=translate("Export", "Nothing was written. Choose which span is kept, or a format that holds both."),
    )
