"""W3C Web Annotations: one JSON-LD document a part, an AnnotationCollection with one annotation a line.

An article comes first, as an annotation with its text as a ``TextualBody`` that describes it; then, for each
annotator, an annotation that assesses it (status, attributes of the article), one for each span (quote and position
selectors; several fragments are a ``Composite`` target) and one for each relation (``motivation`` linking). The
bodies of a span: its label (purpose tagging), its note (commenting), its other attributes (describing, JSON).
Positions are code points, half-open, as the standard asks.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import ExitStack
from typing import BinaryIO
from urllib.parse import quote

from annotation_schema.ids import id_text
from annotation_schema.model import AnnotationSet, Article, Attributes, Relation, Span
from annotation_schema.reserved import NOTE
from annotation_schema.wording import mark
from desktop.core.exporters.report import Job, Written
from desktop.core.foreign.own_article import article_json, plain_values

LOSSES = (mark("Export", "How a span came about (by hand, from a suggestion) is not in it."),)
CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_AROUND = 32  # code points of prefix and suffix
_PAGE = "urn:pressmark:page:1"


def write(job: Job) -> Written:
    """Write a collection for each part."""
    articles = spans = relations = 0
    names = tuple(job.target(part).name for part in job.parts)
    with ExitStack() as stack:
        files = {part: stack.enter_context(job.target(part).open("wb")) for part in job.parts}
        counts = dict.fromkeys(job.parts, 0)
        for part, file in files.items():
            page = {"id": _PAGE, "type": "AnnotationPage", "startIndex": 0}
            file.write(f'{_head(part)},"first":{_dumps(page)[:-1]},"items":['.encode())
        for record in job.records():
            articles += 1
            part = job.part(record.article.uid)
            counts[part] += _put(files[part], _of_article(record.article), counts[part])
            for held in record.annotations:
                counts[part] += _put(files[part], _of_set(record.article, held), counts[part])
                spans += len(held.spans)
                relations += len(held.relations)
                for span in held.spans:
                    job.wrote(record.article.uid, span.label, span.fragments)
        for part, file in files.items():
            if counts[part]:
                file.write(f'\n]}},"total":{counts[part]}}}\n'.encode())
            else:  # a page has at least one annotation
                file.seek(0)
                file.truncate()
                file.write(f'{_head(part)},"total":0}}\n'.encode())
    return Written(names, articles, spans, relations)


def _head(part: str) -> str:
    head = {"@context": CONTEXT, "id": f"urn:pressmark:collection:{part or 'corpus'}", "type": "AnnotationCollection"}
    return _dumps(head)[:-1]


def _put(file: BinaryIO, items: Iterator[dict[str, object]], before: int) -> int:
    count = 0
    for item in items:
        comma = "," if before + count else ""
        file.write(f"{comma}\n{_dumps(item)}".encode())
        count += 1
    return count


def _dumps(held: object) -> str:
    return json.dumps(held, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def _source(article: Article) -> str:
    return f"urn:pressmark:article:{quote(article.uid, safe='')}"


def _of_article(article: Article) -> Iterator[dict[str, object]]:
    body: dict[str, object] = {"type": "TextualBody", "purpose": "describing", "format": "text/plain"}
    if article.language:
        body["language"] = article.language
    yield {
        "id": f"{_source(article)}:text",
        "type": "Annotation",
        "motivation": "describing",
        "body": {**body, "value": article.text},
        "target": {"id": _source(article), "type": "Text", "format": "text/plain"},
        "pressmark:article": article_json(article),
    }


def _of_set(article: Article, held: AnnotationSet) -> Iterator[dict[str, object]]:
    creator = {"type": "Person", "name": held.annotator}
    source = _source(article)
    bodies: list[dict[str, object]] = [{"type": "TextualBody", "purpose": "assessing", "value": held.status.value}]
    bodies += _described(held.attributes)
    yield {
        "id": f"{source}:{quote(held.annotator, safe='')}",
        "type": "Annotation",
        "motivation": "assessing",
        "creator": creator,
        "body": bodies,
        "target": source,
    }
    for span in held.spans:
        yield _of_span(article, span, creator, source)
    for relation in held.relations:
        yield _of_relation(relation, creator)


def _of_span(article: Article, span: Span, creator: object, source: str) -> dict[str, object]:
    bodies: list[dict[str, object]] = [{"type": "TextualBody", "purpose": "tagging", "value": span.label}]
    note = span.attributes.get(NOTE.name)
    if isinstance(note, str):
        bodies.append({"type": "TextualBody", "purpose": "commenting", "value": note})
    bodies += _described({name: value for name, value in span.attributes.items() if name != NOTE.name})
    targets = [_target(article.text, source, f.start, f.end) for f in span.fragments]
    found: dict[str, object] = {
        "id": f"urn:pressmark:span:{id_text(span.id)}",
        "type": "Annotation",
        "motivation": "tagging",
        "creator": creator,
    }
    if span.created:
        found["created"] = span.created
    if span.updated and span.updated != span.created:
        found["modified"] = span.updated
    before = span.origin.details.get("id") if span.origin.details.get("format") == "web-annotation" else None
    if isinstance(before, str):
        found["via"] = before  # the annotation that it was imported from
    target = targets[0] if len(targets) == 1 else {"type": "Composite", "items": targets}
    return {**found, "body": bodies, "target": target}


def _target(text: str, source: str, start: int, end: int) -> dict[str, object]:
    return {
        "type": "SpecificResource",
        "source": source,
        "selector": [
            {
                "type": "TextQuoteSelector",
                "exact": text[start:end],
                "prefix": text[max(0, start - _AROUND) : start],
                "suffix": text[end : end + _AROUND],
            },
            {"type": "TextPositionSelector", "start": start, "end": end},
        ],
    }


def _of_relation(relation: Relation, creator: object) -> dict[str, object]:
    target = {
        "type": "SpecificResource",
        "purpose": "linking",
        "source": f"urn:pressmark:span:{id_text(relation.target)}",
    }
    return {
        "id": f"urn:pressmark:relation:{id_text(relation.id)}",
        "type": "Annotation",
        "motivation": "linking",
        "creator": creator,
        "body": [
            {"type": "TextualBody", "purpose": "tagging", "value": relation.type},
            target,
            *_described(relation.attributes),
        ],
        "target": f"urn:pressmark:span:{id_text(relation.source)}",
    }


def _described(values: Attributes) -> list[dict[str, object]]:
    if not values:
        return []
    held = json.dumps(plain_values(values), ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return [{"type": "TextualBody", "purpose": "describing", "format": "application/json", "value": held}]
