"""What formats share that hold only labels on text: spans of all annotators as one set, and words for what is lost."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from annotation_schema.ids import id_text
from annotation_schema.model import ArticleRecord, Fragment, Fragments, Span, SpanId
from annotation_schema.offsets import merge
from annotation_schema.wording import mark, marked
from desktop.core.exporters.flatten import Piece, flat, one_piece
from desktop.core.exporters.report import Discontinuous, Job, What
from desktop.core.exporters.tagging import tag_name
from desktop.core.exporters.tokens import Token, align

ANNOTATORS = mark(
    "Export", "Who annotated is not in it: the spans of all annotators are put together, equal ones once."
)
ATTRIBUTES = mark("Export", "Attributes and notes of spans are not in it.")
RELATIONS = mark("Export", "Relations are not in it.")
OVERLAPS = mark("Export", "Of spans that overlap one is left out.")
ORIGINS = mark("Export", "How and when a span was made is not in it.")
STATUS = mark("Export", "How far an annotator is with an article is not in it, nor what is said of the whole article.")
FIELDS = mark("Export", "Of an article only the text is in it.")
CUT = mark("Export", "Borders inside of words are moved, and white space at the ends of spans is left off.")
CHARACTERS = mark("Export", "Characters that XML cannot hold are written as “\ufffd”.")
KIND = mark("Export", "Where each span came from (pipeline, score, times) is shortened to its kind.")
ABOUT = mark("Export", "What is said of a whole article, and further fields of its source, are not in it.")
SOME = mark("Export", "Of an article little more than title, publisher and date is in it.")
END_GONE = mark("Export", "A relation has an end that is not written.")
PARTS = mark("Export", "The parts of a span become spans of their own.")

_EQUAL = mark("Export", "An equal span of another annotator is written.")
_VALUES = mark("Export", "Its attributes or its note are not written.")
_RELATION = mark("Export", "A relation is not written.")
_ABOUT = mark("Export", "What an annotator says of the whole article is not written.")
_OVERLAPS = mark("Export", "It overlaps a span that is written.")
_MOVED = mark("Export", "Its borders are not those of words: it was written with other ones.")
_NO_WORD = mark("Export", "It covers no whole word: it was left out.")
_HULL = mark("Export", "Its parts are written as one, with what is between them.")
_SKIPPED = mark("Export", "It has several parts and was left out.")
_NAMED = mark("Export", "Its label is written with “_” for characters that a tag cannot hold.")
_PIECES = mark("Export", "Its parts are written as spans of their own.")


@dataclass(frozen=True, slots=True)
class Placed:
    """A span as a format that counts tokens can write it: its stretches, and each as token numbers."""

    span: Span
    fragments: Fragments
    tokens: tuple[range, ...]


def union(job: Job, record: ArticleRecord) -> list[Span]:
    """Return the spans of all annotators in text order, equal ones once, and report what goes with that."""
    uid = record.article.uid
    every = sorted((s for held in record.annotations for s in held.spans), key=lambda s: (s.start, -s.end, s.id))
    found: dict[object, Span] = {}
    for span in every:
        if found.setdefault((span.label, span.fragments), span) is not span:
            job.drop(uid, id_text(span.id), marked("Export", _EQUAL))
        elif span.attributes:
            no_values(job, uid, span)
    for held in record.annotations:
        for relation in held.relations:
            no_relation(job, uid, relation.source)
    about(job, record)
    return list(found.values())


def no_relation(job: Job, uid: str, source: SpanId) -> None:
    """Report a relation that is not written."""
    job.drop(uid, id_text(source), marked("Export", _RELATION), What.RELATION)


def no_values(job: Job, uid: str, span: Span) -> None:
    """Report that attributes of a span are not written."""
    job.drop(uid, id_text(span.id), marked("Export", _VALUES), What.ATTRIBUTE)


def about(job: Job, record: ArticleRecord) -> None:
    """Report what annotators say of the whole article, for a format that does not hold it."""
    for held in record.annotations:
        if held.attributes:
            job.drop(record.article.uid, "", marked("Export", _ABOUT), What.ATTRIBUTE)


def stretches(job: Job, uid: str, span: Span, *, tied: bool) -> Fragments:
    """Return what stands for a span under the policy for several parts, and report what is lost.

    ``tied``: the format can say that the parts are one span, so that nothing is lost by writing them.
    """
    policy = job.options.discontinuous
    if len(span.fragments) > 1 and not (tied and policy is Discontinuous.FRAGMENTS):
        reasons = {
            Discontinuous.FRAGMENTS: _PIECES,
            Discontinuous.HULL: _HULL,
            Discontinuous.SKIP: _SKIPPED,
        }
        job.drop(uid, id_text(span.id), marked("Export", reasons[policy]))
    return one_piece(span.fragments, policy)


def placed(job: Job, uid: str, span: Span, tokens: Sequence[Token], *, tied: bool) -> Placed | None:
    """Return where a span stands under the policies for parts and for borders, or None; reports what is lost."""
    wanted = stretches(job, uid, span, tied=tied)
    given: list[Fragment] = []
    for one in wanted:
        numbers = align(one.start, one.end, tokens, job.options.alignment)
        if numbers is not None:
            given.append(Fragment(tokens[numbers[0]].start, tokens[numbers[-1]].end))
    made = merge(given)
    if not wanted or not made:
        if wanted:
            job.drop(uid, id_text(span.id), marked("Export", _NO_WORD))
        return None
    if made != wanted:
        job.drop(uid, id_text(span.id), marked("Export", _MOVED))
    numbers_of = (align(one.start, one.end, tokens, job.options.alignment) for one in made)
    return Placed(span, made, tuple(numbers for numbers in numbers_of if numbers is not None))


def without_overlap(job: Job, record: ArticleRecord, tokens: Sequence[Token]) -> list[tuple[Piece, range]]:
    """Return the stretches that a format writes that knows one label a token, in text order; reports the others."""
    uid = record.article.uid
    pieces: list[Piece] = []
    for span in union(job, record):
        made = placed(job, uid, span, tokens, tied=False)
        if made is not None:
            pieces.extend(Piece(span, one.start, one.end) for one in made.fragments)
    labels = [label.name for label in job.schema.labels]
    kept, left = flat(pieces, job.options.overlap, labels=labels, article=uid)
    for piece, _ in left:
        job.drop(uid, id_text(piece.span.id), marked("Export", _OVERLAPS))
    found: list[tuple[Piece, range]] = []
    for piece in kept:
        numbers = align(piece.start, piece.end, tokens, job.options.alignment)
        assert numbers is not None
        name = tag_name(piece.span.label)
        if name != piece.span.label:
            job.drop(uid, id_text(piece.span.id), marked("Export", _NAMED))
            piece = replace(piece, span=replace(piece.span, label=name))
        found.append((piece, numbers))
        job.wrote(uid, name, (Fragment(piece.start, piece.end),))
    return found
