"""Label Studio: a folder with one JSON file of tasks a part, and ``labelling-config.xml`` for the project there.

A task: ``data`` {text, title, publisher, published, url, pressmark} and ``annotations``, one for each annotator,
{result, annotator, status}. Results: a region ``labels`` for each span (its id is the span's; further parts have
``-2``, ``-3`` after it), per-region results of its attributes with the same id, the note as the region's ``meta``;
``relation`` for each relation, with its id and attributes under ``pressmark``. Offsets are code points, half-open.
Where suggestions were asked for, they are ``predictions``, one for each pipeline and version, with scores. Label Studio
matches users by itself: whoever imports the file becomes who annotated, and ``annotator`` is for our own reader.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack

from annotation_schema.ids import id_text
from annotation_schema.model import (
    AnnotationSet,
    Article,
    ArticleRecord,
    Attributes,
    Fragments,
    OriginKind,
    Relation,
    Span,
    SuggestionSet,
)
from annotation_schema.reserved import NOTE
from annotation_schema.schema import AttributeSpec, LabelSchema
from annotation_schema.wording import mark, marked
from desktop.core.exporters import merged
from desktop.core.exporters.label_studio_config import ARTICLE, LABELS, TEXT, about, config, control, value_of
from desktop.core.exporters.report import Job, What, Written
from desktop.core.foreign.own_article import article_json, is_bare, plain_values

_UNKNOWN = mark("Export", "The label schema no longer has this attribute; its value is not written.")
LINK_VALUES = mark(
    "Export", "Attributes of relations are for Pressmark alone: Label Studio drops them when a task is saved there."
)
LOSSES = (LINK_VALUES, merged.ORIGINS)
CONFIG = "labelling-config.xml"
OWN = "pressmark"
KEPT = ("score", "origin", "readonly", "hidden", "locked")

_Result = dict[str, object]


def write(job: Job) -> Written:
    """Write the tasks and the configuration."""
    articles = spans = relations = 0
    labels, kinds = set[str](), set[str]()
    with ExitStack() as stack:
        files = {part: stack.enter_context(job.target(part).open("wb")) for part in job.parts}
        begun: set[str] = set()
        for record in job.records():
            part = job.part(record.article.uid)
            writer = _Task(job, record)
            line = json.dumps(writer.task(), ensure_ascii=False, separators=(",", ":"), allow_nan=False)
            files[part].write((",\n" if part in begun else "[\n").encode() + line.encode())
            begun.add(part)
            for held in record.annotations:
                labels.update(span.label for span in held.spans)
                kinds.update(link.type for link in held.relations)
            articles += 1
            spans += writer.spans
            relations += writer.relations
        for part, file in files.items():
            file.write(b"\n]\n" if part in begun else b"[]\n")
    (job.folder / CONFIG).write_text(config(job.schema, sorted(labels), sorted(kinds)), encoding="utf-8", newline="\n")
    names = tuple(job.target(part).name for part in job.parts)
    return Written((*names, CONFIG), articles, spans, relations)


class _Task:
    """One article as a task."""

    def __init__(self, job: Job, record: ArticleRecord) -> None:
        self._job = job
        self._record = record
        self._text = record.article.text
        self.spans = self.relations = 0

    def task(self) -> dict[str, object]:
        told = [held for held in self._record.annotations if not is_bare(held)]
        task: dict[str, object] = {"data": _data(self._record.article), "annotations": [*map(self._annotation, told)]}
        if self._record.suggestions is not None and self._record.suggestions.spans:
            task["predictions"] = [*self._predictions(self._record.suggestions)]
        return task

    def _annotation(self, held: AnnotationSet) -> dict[str, object]:
        results: list[_Result] = [*self._about(held.attributes)]
        made: dict[object, str] = {}
        for span in held.spans:
            pieces = merged.stretches(self._job, self._record.article.uid, span, tied=True)
            if pieces:
                made[span.id] = id_text(span.id)
                self._job.wrote(self._record.article.uid, span.label, pieces)
                results += self._regions(span, pieces)
        self.spans += len(made)
        for link in held.relations:
            if link.source not in made or link.target not in made:
                self._drop(link.id, merged.END_GONE, What.RELATION)
                continue
            results.append(_link(made[link.source], made[link.target], link.type) | _own(link))
            self.relations += 1
        return {
            "result": results,
            "was_cancelled": False,
            "ground_truth": False,
            "annotator": held.annotator,
            "status": held.status.value,
        }

    def _drop(self, number: int, reason: str, what: What) -> None:
        self._job.drop(self._record.article.uid, id_text(number), marked("Export", reason), what)

    def _about(self, attributes: Attributes) -> Iterator[_Result]:
        specs = {spec.name: spec for spec in about(self._job.schema)}
        for name, value in sorted(attributes.items()):
            if name in specs:
                kind, held = value_of(specs[name], value)
                where = control(specs[name], ARTICLE)
                yield {"id": where, "from_name": where, "to_name": TEXT, "type": kind, "value": held}
            else:
                self._job.drop(self._record.article.uid, "", marked("Export", _UNKNOWN), What.ATTRIBUTE)

    def _regions(self, span: Span, pieces: Fragments) -> Iterator[_Result]:
        first = id_text(span.id)
        for number, piece in enumerate(pieces):
            region: _Result = {
                "id": first if not number else f"{first}-{number + 1}",
                "from_name": LABELS,
                "to_name": TEXT,
                "type": "labels",
                "value": self._value(piece.start, piece.end) | {"labels": [span.label]},
            }
            if not number:
                region |= _kept(span)
                note = span.attributes.get(NOTE.name)
                if note is not None:
                    region["meta"] = {"text": [note]}
            yield region
        specs = _specs(self._job.schema, span.label)
        for name, value in sorted(span.attributes.items()):
            if name == NOTE.name:
                continue
            if name not in specs:
                self._drop(span.id, _UNKNOWN, What.ATTRIBUTE)
                continue
            kind, held = value_of(specs[name], value)
            yield {
                "id": first,
                "from_name": control(specs[name], span.label),
                "to_name": TEXT,
                "type": kind,
                "value": self._value(pieces[0].start, pieces[0].end) | held,
            }

    def _value(self, start: int, end: int) -> dict[str, object]:
        return {"start": start, "end": end, "text": self._text[start:end]}

    def _predictions(self, found: SuggestionSet) -> Iterator[dict[str, object]]:
        of_version: dict[str, list[_Result]] = {}
        where: dict[object, tuple[str, str]] = {}
        for one in found.spans:
            version = f"{one.pipeline} {one.version}".strip()
            where[one.id] = version, id_text(one.id)
            for number, piece in enumerate(one.fragments):
                region: _Result = {
                    "id": id_text(one.id) if not number else f"{id_text(one.id)}-{number + 1}",
                    "from_name": LABELS,
                    "to_name": TEXT,
                    "type": "labels",
                    "value": self._value(piece.start, piece.end) | {"labels": [one.label]},
                }
                if one.score is not None:
                    region["score"] = one.score
                of_version.setdefault(version, []).append(region)
        for link in found.relations:
            if link.source in where and link.target in where and where[link.source][0] == where[link.target][0]:
                version, source = where[link.source]
                of_version[version].append(_link(source, where[link.target][1], link.type))
        for version, results in sorted(of_version.items()):
            yield {"model_version": version, "result": results}


def _data(article: Article) -> dict[str, object]:
    held: dict[str, object] = {TEXT: article.text}
    held |= {n: v for n in ("title", "publisher", "published", "url") if (v := getattr(article, n))}
    return held | {OWN: {"article": article_json(article)}}


def _specs(schema: LabelSchema, label: str) -> Mapping[str, AttributeSpec]:
    found = schema.label(label)
    specs: Iterable[AttributeSpec] = found.attributes if found is not None else ()
    return {spec.name: spec for spec in specs}


def _link(source: str, target: str, kind: str) -> _Result:
    return {"from_id": source, "to_id": target, "type": "relation", "direction": "right", "labels": [kind]}


def _own(link: Relation) -> _Result:
    """Return what Label Studio has no place for, for our own reader; a link that is saved there goes without."""
    held: dict[str, object] = {"id": id_text(link.id)}
    return {OWN: held | ({"attributes": plain_values(link.attributes)} if link.attributes else {})}


def _kept(span: Span) -> Mapping[str, object]:
    """Return what Label Studio said of a region that came from it and has no place with us."""
    details = span.origin.details
    if span.origin.kind is not OriginKind.IMPORTED or details.get("format") != "label-studio":
        return {}
    return {name: details[name] for name in KEPT if name in details}
