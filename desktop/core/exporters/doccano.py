"""doccano: JSON Lines, one example for each article and annotator.

Where the label schema has relations: ``entities`` [{id, start_offset, end_offset, label}, …] and ``relations`` [{id,
from_id, to_id, type}, …], for a sequence labelling project with relations ("JSONL(Relation)"); else ``label`` [[start,
end, label], …] ("JSONL"). Offsets are code points, half-open. Import it with the encoding UTF-8 ("Auto" reads some such
files as Windows-1252), and into a project that allows overlapping spans, or doccano leaves out the second of two.

``pressmark`` {article, annotator, status, attributes, spans} goes to an example's metadata: ``spans`` says by the
number of an entity which span it belongs to, and gives that its attributes. An entity's ``id`` counts from 0.
"""

from __future__ import annotations

from annotation_schema.ids import id_text
from annotation_schema.model import AnnotationSet, Article, Fragment, Relation, Span, SpanId
from annotation_schema.offsets import merge
from annotation_schema.wording import marked
from desktop.core.exporters import merged
from desktop.core.exporters.lines import lines
from desktop.core.exporters.report import Job, What, Written
from desktop.core.foreign.own_article import article_json, is_bare, plain_values

LOSSES = (merged.ORIGINS,)


def write(job: Job) -> Written:
    """Write the examples."""
    articles = spans = relations = 0
    linked = bool(job.schema.relations)
    with lines(job) as out:
        for record in job.records():
            article = record.article
            told = [held for held in record.annotations if not is_bare(held)]
            articles += 1
            if not told:
                own = {"article": article_json(article)}
                empty: dict[str, object] = {"entities": [], "relations": []} if linked else {"label": []}
                out.write_json(article.uid, {"text": article.text, **empty, "pressmark": own})
            for held in told:
                made = {s.id: p for s in held.spans if (p := merged.stretches(job, article.uid, s, tied=True))}
                for span in held.spans:
                    if span.id in made:
                        job.wrote(article.uid, span.label, merge(made[span.id]))
                links = [r for r in held.relations if r.source in made and r.target in made]
                for relation in held.relations:
                    if relation not in links:
                        job.drop(article.uid, id_text(relation.id), marked("Export", merged.END_GONE), What.RELATION)
                out.write_json(article.uid, _example(article, held, made, links, linked=linked))
                spans += len(made)
                relations += len(links)
        return Written(out.names, articles, spans, relations)


def _example(
    article: Article,
    held: AnnotationSet,
    made: dict[SpanId, tuple[Fragment, ...]],
    links: list[Relation],
    *,
    linked: bool,
) -> dict[str, object]:
    entities: list[dict[str, object]] = []
    triples: list[list[object]] = []
    first: dict[SpanId, int] = {}
    of_spans: list[dict[str, object]] = []
    for span in held.spans:
        for number, place in enumerate(made.get(span.id, ())):
            first.setdefault(span.id, len(entities))
            of_spans.append(_of_span(span, with_values=not number))
            triples.append([place.start, place.end, span.label])
            entities.append(
                {"id": len(entities), "start_offset": place.start, "end_offset": place.end, "label": span.label}
            )
    own: dict[str, object] = {
        "article": article_json(article),
        "annotator": held.annotator,
        "status": held.status.value,
        "spans": of_spans,
    }
    if held.attributes:
        own["attributes"] = plain_values(held.attributes)
    if not linked:
        return {"text": article.text, "label": triples, "pressmark": own}
    relations = [
        {"id": n, "from_id": first[link.source], "to_id": first[link.target], "type": link.type}
        for n, link in enumerate(links)
    ]
    own["relations"] = [_of_relation(link) for link in links]
    return {"text": article.text, "entities": entities, "relations": relations, "pressmark": own}


def _of_span(span: Span, *, with_values: bool) -> dict[str, object]:
    held: dict[str, object] = {"id": id_text(span.id)}
    if with_values and span.attributes:
        held["attributes"] = plain_values(span.attributes)
    return held


def _of_relation(link: Relation) -> dict[str, object]:
    held: dict[str, object] = {"id": id_text(link.id)}
    if link.attributes:
        held["attributes"] = plain_values(link.attributes)
    return held
