"""GeoJSON (RFC 7946): one feature a mention of a place, located or not, for maps.

A place is a span of a label that has the attributes ``latitude`` and ``longitude``. ``geometry`` is a point
[longitude, latitude] in WGS 84, or null where the mention has no coordinates. ``properties`` hold ``span`` (id),
``article``, ``title``, ``publisher``, ``published``, ``annotator``, ``label``, ``text``, ``start``, ``end`` (code
points, half-open), the span's attributes under ``attributes``, and ``claims`` [{id, relation, text}, …]: those linked
to the place.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

from annotation_schema.ids import id_text
from annotation_schema.model import AnnotationSet, Article, Attributes, Span, SpanId
from annotation_schema.offsets import display_surface
from annotation_schema.wording import mark, marked
from desktop.core.exporters import merged
from desktop.core.exporters.report import Job, What, Written
from desktop.core.foreign.own_article import plain_values

NO_PLACE = mark("Export", "A span of a label without latitude and longitude is not in it.")
LOSSES = (
    NO_PLACE,
    mark("Export", "Of relations only those that end at a place are in it, without their attributes."),
    mark("Export", "The text of the articles is not in it."),
    merged.SOME,
    merged.STATUS,
    merged.ORIGINS,
)


def write(job: Job) -> Written:
    """Write one feature collection for each part."""
    wanted = {x.name for x in job.schema.labels if x.attribute("latitude") and x.attribute("longitude")}
    articles = spans = 0
    files = {part: job.target(part).open("w", encoding="utf-8", newline="\n") for part in job.parts}
    count = dict.fromkeys(job.parts, 0)
    try:
        for file in files.values():
            file.write('{"type":"FeatureCollection","features":[')
        for record in job.records():
            articles += 1
            part = job.part(record.article.uid)
            merged.about(job, record)
            for held in record.annotations:
                claims = _linked(record.article, held)
                places = {span.id for span in held.spans if span.label in wanted}
                for relation in held.relations:
                    if relation.target not in places:
                        merged.no_relation(job, record.article.uid, relation.source)
                for span in held.spans:
                    if span.label not in wanted:
                        job.drop(record.article.uid, id_text(span.id), marked("Export", NO_PLACE), What.SPAN)
                        continue
                    feature = _feature(record.article, held, span, claims.get(span.id, []))
                    files[part].write(",\n" if count[part] else "\n")
                    files[part].write(json.dumps(feature, ensure_ascii=False, separators=(",", ":"), allow_nan=False))
                    job.wrote(record.article.uid, span.label, span.fragments)
                    count[part] += 1
                    spans += 1
        for file in files.values():
            file.write("\n]}\n")
    finally:
        for file in files.values():
            file.close()
    return Written(tuple(job.target(part).name for part in job.parts), articles, spans, 0)


def _linked(article: Article, held: AnnotationSet) -> Mapping[SpanId, list[dict[str, str]]]:
    by_id = {span.id: span for span in held.spans}
    found: dict[SpanId, list[dict[str, str]]] = {}
    for relation in held.relations:
        words = display_surface(article.text, by_id[relation.source].fragments)
        entry = {"id": id_text(relation.source), "relation": relation.type, "text": words}
        found.setdefault(relation.target, []).append(entry)
    return found


def _feature(article: Article, held: AnnotationSet, span: Span, claims: list[dict[str, str]]) -> dict[str, object]:
    point = _point(span.attributes)
    return {
        "type": "Feature",
        "geometry": None if point is None else {"type": "Point", "coordinates": list(point)},
        "properties": {
            "span": id_text(span.id),
            "article": article.uid,
            "title": article.title,
            "publisher": article.publisher,
            "published": article.published,
            "annotator": held.annotator,
            "label": span.label,
            "text": display_surface(article.text, span.fragments),
            "start": span.start,
            "end": span.end,
            "attributes": plain_values(span.attributes),
            "claims": claims,
        },
    }


def _point(attributes: Attributes) -> tuple[float, float] | None:
    """Return longitude and latitude, or None if they are not there or not on the globe."""
    latitude, longitude = attributes.get("latitude"), attributes.get("longitude")
    if not isinstance(latitude, int | float) or not isinstance(longitude, int | float):
        return None
    return (longitude, latitude) if abs(latitude) <= 90 and abs(longitude) <= 180 else None
