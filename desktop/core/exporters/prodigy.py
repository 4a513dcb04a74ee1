"""Prodigy: JSON Lines, one task for each article and annotator, as ``spans.manual`` and ``rel.manual`` take them.

Keys of a task: ``text``; ``tokens`` [{text, start, end, id, ws}, …]; ``spans`` [{start, end, token_start, token_end,
label, id, attributes}, …]; ``relations`` [{head, child, head_span, child_span, label, id, attributes}, …]; ``meta``
{title, publisher, published}; ``_view_id``; ``answer`` accept; ``_annotator_id``, ``_session_id``; ``pressmark``
{article, status, attributes}. Offsets are code points, ``end`` is exclusive, ``token_end`` inclusive; ``head`` and
``child`` are the last token of their spans. The parts of a span are spans with the same ``id``, which Prodigy keeps
and does not use. An article that nobody has worked on has neither spans nor an answer. Hashes are left to ``db-in``.

Tokens are those of ``tokens.tokenise``; white space other than a single blank behind a token is a token, too, as
spaCy has it, so that the tokens make up the text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from annotation_schema.ids import id_text
from annotation_schema.model import AnnotationSet, Article, OriginKind, Relation, Span, SpanId
from annotation_schema.wording import marked
from desktop.core.exporters import merged
from desktop.core.exporters.lines import lines
from desktop.core.exporters.merged import Placed
from desktop.core.exporters.report import Job, What, Written
from desktop.core.exporters.tokens import Token, tokenise
from desktop.core.foreign.own_article import article_json, is_bare, plain_values

LOSSES = (merged.CUT, merged.ORIGINS)
_NO_DETAILS = frozenset(("format",))


def write(job: Job) -> Written:
    """Write the tasks."""
    articles = spans = relations = 0
    with lines(job) as out:
        for record in job.records():
            article = record.article
            words = tokenise(article.text)
            tokens = _with_gaps(article.text, words)
            numbers = {token.start: n for n, token in enumerate(tokens)}
            told = [held for held in record.annotations if not is_bare(held)]
            articles += 1
            if not told:
                out.write_json(article.uid, _task(article, tokens))
            for held in told:
                made: dict[SpanId, Placed] = {}
                for span in held.spans:
                    there = merged.placed(job, article.uid, span, words, tied=True)
                    if there is not None:
                        ends = [(numbers[words[t[0]].start], numbers[words[t[-1]].start]) for t in there.tokens]
                        made[span.id] = replace(there, tokens=tuple(range(a, b + 1) for a, b in ends))
                # In the order of what is written, not of what was there: borders may have moved.
                made = dict(
                    sorted(made.items(), key=lambda m: (m[1].fragments[0].start, -m[1].fragments[-1].end, m[0]))
                )
                for one in made.values():
                    job.wrote(article.uid, one.span.label, one.fragments)
                links = _links(job, article.uid, held, made)
                out.write_json(article.uid, _task(article, tokens, held) | _answer(held, made, links))
                spans += len(made)
                relations += len(links)
        return Written(out.names, articles, spans, relations)


def _links(job: Job, uid: str, held: AnnotationSet, made: dict[SpanId, Placed]) -> list[Relation]:
    kept: list[Relation] = []
    for relation in held.relations:
        if relation.source in made and relation.target in made:
            kept.append(relation)
        else:
            job.drop(uid, id_text(relation.id), marked("Export", merged.END_GONE), What.RELATION)
    return kept


def _with_gaps(text: str, words: Sequence[Token]) -> list[Token]:
    """Return the words and what white space is between them, but for a blank that ``ws`` stands for."""
    found: list[Token] = []
    at = 0
    for token in words:
        if found and at < token.start and text[at] == " ":
            at += 1
        if at < token.start:
            found.append(Token(at, token.start))
        found.append(token)
        at = token.end
    if found and text[at : at + 1] == " ":
        at += 1
    if at < len(text):
        found.append(Token(at, len(text)))
    return found


def _task(article: Article, tokens: Sequence[Token], held: AnnotationSet | None = None) -> dict[str, object]:
    text = article.text
    own: dict[str, object] = {"article": article_json(article)}
    if held is not None:
        own["status"] = held.status.value
        if held.attributes:
            own["attributes"] = plain_values(held.attributes)
    meta = {n: v for n in ("title", "publisher", "published") if (v := getattr(article, n))}
    rows = [
        {"text": text[t.start : t.end], "start": t.start, "end": t.end, "id": n, "ws": _blank_after(text, tokens, n)}
        for n, t in enumerate(tokens)
    ]
    return {"text": text, "meta": meta, "tokens": rows, "pressmark": own}


def _blank_after(text: str, tokens: Sequence[Token], number: int) -> bool:
    end = tokens[number].end
    after = tokens[number + 1].start if number + 1 < len(tokens) else len(text)
    return after == end + 1


def _answer(held: AnnotationSet, made: dict[SpanId, Placed], links: Sequence[Relation]) -> dict[str, object]:
    answer: dict[str, object] = {"spans": [row for placed in made.values() for row in _spans(placed)]}
    if links:
        answer["relations"] = [_link(link, made[link.source], made[link.target]) for link in links]
    return {
        **answer,
        "_view_id": "relations" if links else "spans_manual",
        "answer": "accept",
        "_annotator_id": held.annotator,
        "_session_id": held.annotator,
    }


def _spans(placed: Placed) -> list[dict[str, object]]:
    rows = _places(placed)
    rows[0] |= _kept(placed.span)
    if placed.span.attributes:
        rows[0]["attributes"] = plain_values(placed.span.attributes)
    return rows


def _places(placed: Placed) -> list[dict[str, object]]:
    span = placed.span
    return [
        {
            "start": place.start,
            "end": place.end,
            "token_start": tokens[0],
            "token_end": tokens[-1],
            "label": span.label,
            "id": id_text(span.id),
        }
        for place, tokens in zip(placed.fragments, placed.tokens, strict=True)
    ]


def _kept(span: Span) -> dict[str, object]:
    """Return what Prodigy said of a span that came from it and has no place in ours."""
    details = span.origin.details
    if span.origin.kind is not OriginKind.IMPORTED or details.get("format") != "prodigy":
        return {}
    return {name: value for name, value in sorted(details.items()) if name not in _NO_DETAILS}


def _link(link: Relation, source: Placed, target: Placed) -> dict[str, object]:
    held: dict[str, object] = {
        "head": source.tokens[0][-1],
        "child": target.tokens[0][-1],
        "head_span": _places(source)[0],
        "child_span": _places(target)[0],
        "label": link.type,
        "id": id_text(link.id),
    }
    if link.attributes:
        held["attributes"] = plain_values(link.attributes)
    return held
