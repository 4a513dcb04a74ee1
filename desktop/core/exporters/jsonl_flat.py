"""Flat JSON Lines: one row a span, with all that is known of it, for a data frame or a shell.

Keys of a row: ``article``, ``title``, ``publisher``, ``published``, ``language``, ``annotator``, ``status``, ``span``
(id), ``label``, ``start``, ``end`` (of the whole, code points of the article's text, half-open), ``fragments``
[[start, end], …], ``text`` (its fragments joined by " … "), ``attributes``, ``relations`` [{type, target, text,
attributes}, …] (those that begin at the span), ``origin``. An article without spans has no row; the text itself is
not in the file. Both are told as what the format leaves out.
"""

from __future__ import annotations

from collections.abc import Iterator

from annotation_schema.ids import id_text
from annotation_schema.model import AnnotationSet, Article, Span, SpanId
from annotation_schema.offsets import display_surface
from annotation_schema.wording import mark, marked
from desktop.core.exporters import merged
from desktop.core.exporters.lines import lines
from desktop.core.exporters.report import Job, What, Written
from desktop.core.foreign.own_article import plain_values

NO_SPANS = mark("Export", "An article without spans has no row.")
LOSSES = (
    mark("Export", "The text of the articles is not in it, only that under the spans."),
    NO_SPANS,
    merged.SOME,
    merged.ABOUT,
    merged.KIND,
)


def write(job: Job) -> Written:
    """Write a row for each span of each annotator."""
    articles = spans = relations = 0
    with lines(job) as out:
        for record in job.records():
            articles += 1
            rows = 0
            merged.about(job, record)
            for held in record.annotations:
                for span, row in _rows(record.article, held):
                    out.write_json(record.article.uid, row)
                    job.wrote(record.article.uid, span.label, span.fragments)
                    rows += 1
                relations += len(held.relations)
            spans += rows
            if not rows:
                job.drop(record.article.uid, "", marked("Export", NO_SPANS), What.ARTICLE)
        return Written(out.names, articles, spans, relations)


def _rows(article: Article, held: AnnotationSet) -> Iterator[tuple[Span, dict[str, object]]]:
    text_of = {s.id: display_surface(article.text, s.fragments) for s in held.spans}
    links: dict[SpanId, list[dict[str, object]]] = {}
    for relation in held.relations:
        link: dict[str, object] = {
            "type": relation.type,
            "target": id_text(relation.target),
            "text": text_of[relation.target],
            "attributes": plain_values(relation.attributes),
        }
        links.setdefault(relation.source, []).append(link)
    for span in held.spans:
        yield (
            span,
            {
                "article": article.uid,
                "title": article.title,
                "publisher": article.publisher,
                "published": article.published,
                "language": article.language,
                "annotator": held.annotator,
                "status": held.status.value,
                "span": id_text(span.id),
                "label": span.label,
                "start": span.start,
                "end": span.end,
                "fragments": [[f.start, f.end] for f in span.fragments],
                "text": text_of[span.id],
                "attributes": plain_values(span.attributes),
                "relations": links.get(span.id, []),
                "origin": span.origin.kind.value,
            },
        )
