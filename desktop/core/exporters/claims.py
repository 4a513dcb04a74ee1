"""Claims: one JSON record a claim, with its sentence, for training on claim detection and who-says-what.

The claims are the spans of the labels that most types of relation begin at (of the default schema CLAIM).

Keys of a record: ``id``, ``article``, ``title``, ``publisher``, ``published``, ``url``, ``language``, ``annotator``,
``label``, ``text`` (its fragments joined by " … "), ``fragments`` [[start, end], …] (code points of the article's
text, half-open), ``attributes``, ``relations`` {type: [{id, label, text, start, end, attributes}, …]} (what the claim
points to; what points to it under "type~"), and ``context`` {text, start, fragments}: the sentences that the claim
stands in, with the claim's fragments counted from the first character of the context.
"""

from __future__ import annotations

from collections.abc import Iterator

from annotation_schema.ids import id_text
from annotation_schema.model import AnnotationSet, Article, Relation, Span, SpanId
from annotation_schema.offsets import display_surface
from annotation_schema.schema import LabelSchema
from annotation_schema.wording import mark, marked
from desktop.core.boundaries import sentence_at
from desktop.core.exporters import merged
from desktop.core.exporters.lines import lines
from desktop.core.exporters.report import Job, What, Written
from desktop.core.foreign.own_article import plain_values

NO_CLAIM = mark("Export", "A span that is no claim and that no claim is linked to is not in it.")
LOSSES = (
    NO_CLAIM,
    mark("Export", "A relation that neither begins nor ends at a claim is not in it."),
    mark("Export", "The text of the articles is not in it, only the sentences of the claims."),
    merged.SOME,
    merged.STATUS,
    merged.ORIGINS,
)


def claim_labels(schema: LabelSchema) -> frozenset[str]:
    """Return the labels whose spans are records: those that most relations begin at; all if there are none."""
    begins = {label.name: sum(label.name in kind.domain for kind in schema.relations) for label in schema.labels}
    most = max(begins.values(), default=0)
    return frozenset(name for name, count in begins.items() if count == most)


def write(job: Job) -> Written:
    """Write a record for each claim of each annotator."""
    wanted = claim_labels(job.schema)
    articles = spans = relations = 0
    with lines(job) as out:
        for record in job.records():
            articles += 1
            merged.about(job, record)
            for held in record.annotations:
                shown: set[SpanId] = set()
                claims = {span.id for span in held.spans if span.label in wanted}
                for relation in held.relations:
                    if relation.source in claims or relation.target in claims:
                        relations += 1
                    else:
                        merged.no_relation(job, record.article.uid, relation.source)
                for span, row, linked in _claims(record.article, held, wanted):
                    out.write_json(record.article.uid, row)
                    job.wrote(record.article.uid, span.label, span.fragments)
                    shown |= {span.id, *linked}
                spans += len(shown)
                for span in held.spans:
                    if span.id not in shown:
                        job.drop(record.article.uid, id_text(span.id), marked("Export", NO_CLAIM), What.SPAN)
        return Written(out.names, articles, spans, relations)


def _claims(
    article: Article, held: AnnotationSet, wanted: frozenset[str]
) -> Iterator[tuple[Span, dict[str, object], list[SpanId]]]:
    by_id = {span.id: span for span in held.spans}
    ends: dict[SpanId, list[tuple[str, Relation, Span]]] = {}
    for relation in held.relations:
        ends.setdefault(relation.source, []).append((relation.type, relation, by_id[relation.target]))
        ends.setdefault(relation.target, []).append((f"{relation.type}~", relation, by_id[relation.source]))
    for span in held.spans:
        if span.label not in wanted:
            continue
        links = ends.get(span.id, [])
        grouped: dict[str, list[dict[str, object]]] = {}
        for name, relation, other in links:
            grouped.setdefault(name, []).append(_linked(article, relation, other))
        yield (
            span,
            {
                "id": id_text(span.id),
                "article": article.uid,
                "title": article.title,
                "publisher": article.publisher,
                "published": article.published,
                "url": article.url,
                "language": article.language,
                "annotator": held.annotator,
                "label": span.label,
                "text": display_surface(article.text, span.fragments),
                "fragments": [[f.start, f.end] for f in span.fragments],
                "attributes": plain_values(span.attributes),
                "relations": dict(sorted(grouped.items())),
                "context": _context(article.text, span),
            },
            [other.id for _, _, other in links],
        )


def _linked(article: Article, relation: Relation, other: Span) -> dict[str, object]:
    return {
        "id": id_text(other.id),
        "label": other.label,
        "text": display_surface(article.text, other.fragments),
        "start": other.start,
        "end": other.end,
        "attributes": plain_values({**other.attributes, **relation.attributes}),
    }


def _context(text: str, span: Span) -> dict[str, object]:
    first, last = sentence_at(text, span.start), sentence_at(text, span.end - 1)
    start = min(span.start, first[0] if first else span.start)
    end = max(span.end, last[1] if last else span.end)
    places = [[f.start - start, f.end - start] for f in span.fragments]
    return {"text": text[start:end], "start": start, "fragments": places}
