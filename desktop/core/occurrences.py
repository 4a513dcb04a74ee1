"""Tag every other occurrence of a span's words: in its article or in the whole corpus, with a preview, as one step.

An occurrence has exactly the same characters, upper and lower case included, and begins and ends where words do. It
is left out where a span of the label stands already (also a longer one around it), where the label schema does not
allow one, and where the annotator has rejected an equal suggestion.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from annotation_schema.ids import id_text
from annotation_schema.model import (
    ArticleId,
    Attributes,
    Fragment,
    Fragments,
    Origin,
    OriginKind,
    Span,
    SpanId,
)
from annotation_schema.offsets import overlap
from annotation_schema.reserved import NOTE
from annotation_schema.schema import LabelSchema, Nesting
from annotation_schema.validation import may_overlap
from annotation_schema.wording import translate
from desktop.core import boundaries, graphemes
from desktop.core.edits import AddSpan, ArticleEdits, Step
from desktop.core.errors import AppError, ErrorCode
from desktop.core.gestures.common import REAL, Sources, refused, the_span
from desktop.core.view import ArticleView
from desktop.core.words import label_title, quoted

CONTEXT = 48
"""Code points of context on each side in a preview."""
Progress = Callable[[int, int], None]
"""Told how many of how many articles were looked at."""


@dataclass(frozen=True, slots=True)
class ArticleTags:
    """An article's text and what the annotator has decided there, as (label, fragments)."""

    id: ArticleId
    title: str
    text: str
    spans: tuple[tuple[str, Fragments], ...] = ()
    rejected: frozenset[tuple[str, Fragments]] = frozenset()


@dataclass(frozen=True, slots=True)
class Batch:
    """Some articles of a search, after ``done`` of ``total`` candidates."""

    done: int
    total: int
    articles: tuple[ArticleTags, ...]


class Corpus(Protocol):
    """What a search needs of a project."""

    def articles_with(self, surface: str, *, within: Sequence[ArticleId] | None = None) -> Iterator[Batch]:
        """Give the articles whose text contains a string."""
        ...


@dataclass(frozen=True, slots=True)
class Source:
    """The span whose words are looked for elsewhere, and what the new spans take over from it."""

    article: ArticleId
    span: SpanId
    label: str
    surface: str
    attributes: Attributes


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One line of the preview; ``before`` and ``after`` are context on one line."""

    article: ArticleId
    title: str
    fragment: Fragment
    before: str
    after: str


def source_of(view: ArticleView, span_id: SpanId, schema: LabelSchema) -> Source:
    """Return what is to be looked for. Refused for a span of several parts and for one without letters.

    Attributes are taken over but for the note and the values that stand for a link (AUTHOR), which are about this
    one place.
    """
    span = the_span(view, span_id)
    if len(span.fragments) > 1:
        raise refused(
            translate("Gestures", "A span of several parts has no other occurrences."),
            translate("Gestures", "Choose a span of one part."),
        )
    surface = view.article.text[span.start : span.end]
    if not surface.strip():
        raise refused(translate("Gestures", "The span covers only white space."))
    own = {NOTE.name, *(r.alternative_attribute for r in schema.relations if r.alternative_attribute)}
    attributes = {k: v for k, v in span.attributes.items() if k not in own}
    return Source(view.id, span.id, span.label, surface, attributes)


def find(text: str, surface: str) -> Iterator[Fragment]:
    """Give the places where a string stands as whole words, in order, without overlaps."""
    at = text.find(surface) if surface else -1
    while at >= 0:
        end = at + len(surface)
        if not _splits(text, at) and not _splits(text, end):
            yield Fragment(at, end)
            at = text.find(surface, end)
        else:
            at = text.find(surface, at + 1)


def _splits(text: str, position: int) -> bool:
    return boundaries.splits_word(text, position) or not graphemes.is_border(text, position)


def _occurrences(one: ArticleTags, source: Source, schema: LabelSchema) -> Iterator[Fragment]:
    strict = any(x.nesting is not Nesting.ANY for x in schema.labels)
    rivals = [
        fragments
        for label, fragments in one.spans
        if label == source.label or (strict and not may_overlap(schema, source.label, label))
    ]
    for fragment in find(one.text, source.surface):
        place = (fragment,)
        if (source.label, place) in one.rejected or any(overlap(place, other) for other in rivals):
            continue
        yield fragment


def _row(one: ArticleTags, fragment: Fragment) -> Occurrence:
    before = one.text[max(0, fragment.start - CONTEXT) : fragment.start]
    after = one.text[fragment.end : fragment.end + CONTEXT]
    # Context of another paragraph tells nothing.
    before, after = before.rpartition("\n")[2], after.partition("\n")[0]
    return Occurrence(one.id, one.title, fragment, before, after)


def search(
    corpus: Corpus,
    source: Source,
    schema: LabelSchema,
    *,
    within: Sequence[ArticleId] | None = None,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Iterator[Occurrence]:
    """Give the other occurrences as they are found, for a preview: in all articles, or in those of ``within``.

    Reads only; on another thread give it ``project.side()``. Raises AppError CANCELLED if told to stop.
    """
    for batch in corpus.articles_with(source.surface, within=within):
        for one in batch.articles:
            if cancelled is not None and cancelled():
                raise AppError(ErrorCode.CANCELLED, translate("Project", "The search was stopped."))
            for fragment in _occurrences(one, source, schema):
                yield _row(one, fragment)
        if cancelled is not None and cancelled():
            raise AppError(ErrorCode.CANCELLED, translate("Project", "The search was stopped."))
        if progress is not None:
            progress(batch.done, batch.total)


def tag_occurrences(
    corpus: Corpus,
    source: Source,
    schema: LabelSchema,
    chosen: Iterable[Occurrence],
    *,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
    sources: Sources = REAL,
) -> Step:
    """Return the one step that tags what was chosen in the preview.

    What has changed since the preview is looked at again: places that are taken by now are left out. Refused if none
    is left. Raises AppError CANCELLED if told to stop.
    """
    wanted: dict[ArticleId, set[Fragment]] = {}
    for one in chosen:
        wanted.setdefault(one.article, set()).add(one.fragment)
    parts: list[ArticleEdits] = []
    count = 0
    for batch in corpus.articles_with(source.surface, within=sorted(wanted)):
        if cancelled is not None and cancelled():
            raise AppError(ErrorCode.CANCELLED, translate("Project", "Nothing was tagged."))
        for one in batch.articles:
            places = wanted[one.id]
            edits = [_tagged(source, f, sources) for f in _occurrences(one, source, schema) if f in places]
            if edits:
                parts.append(ArticleEdits(one.id, tuple(edits)))
                count += len(edits)
        if progress is not None:
            progress(batch.done, batch.total)
    if not parts:
        raise refused(translate("Gestures", "There is no other occurrence to tag."))
    return Step(_words(source, schema, count, len(parts)), tuple(parts))


def _tagged(source: Source, fragment: Fragment, sources: Sources) -> AddSpan:
    now = sources.now()
    origin = Origin(OriginKind.PROPAGATED, {"span": id_text(source.span)})
    span_id = SpanId(sources.new_id())
    return AddSpan(Span(span_id, source.label, (fragment,), dict(source.attributes), origin, now, now))


def _words(source: Source, schema: LabelSchema, count: int, articles: int) -> str:
    what = quoted(source.surface, (Fragment(0, len(source.surface)),))
    title = label_title(source.label, schema)
    if count == 1:
        return translate("Steps", "tag another {text} as {label}").format(text=what, label=title)
    if articles == 1:
        sentence = translate("Steps", "tag %Ln other {text} as {label}|tag %Ln other {text} as {label}", count)
        return sentence.format(text=what, label=title)
    places = translate("Steps", "%Ln article|%Ln articles", articles)
    sentence = translate(
        "Steps",
        "tag %Ln other {text} as {label} in {articles}|tag %Ln other {text} as {label} in {articles}",
        count,
    )
    return sentence.format(text=what, label=title, articles=places)
