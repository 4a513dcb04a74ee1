"""Reads one parsed record of the interchange form: keeps what is sound and names the rest in sentences.

``annotation_schema.records`` holds the form's description and the functions to call.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import TypeVar, cast

from annotation_schema import record_fields, span_columns
from annotation_schema.ids import new_id, parse_id
from annotation_schema.model import (
    AnnotationSet,
    Article,
    ArticleRecord,
    AttributeValue,
    Decision,
    Fragment,
    Fragments,
    Origin,
    OriginKind,
    Relation,
    RelationId,
    Span,
    SpanId,
    Status,
    SuggestedRelation,
    Suggestion,
    SuggestionId,
    SuggestionSet,
    Verdict,
)
from annotation_schema.record_fields import (
    MAX_DEPTH,
    LeftOut,
    Object,
    Scope,
    end_id,
    is_id,
    joined,
    plain_problem,
    required,
    scalar_problem,
    unicode_problem,
)
from annotation_schema.sound_span import sound_span
from annotation_schema.values import is_finite, is_unicode, printable, shown
from annotation_schema.wording import translate

FORMAT = "pressmark/1"
_EXTRA_FIELDS = ("byline", "publisher", "published", "url", "language", "section")
_RECORD_KEYS = ("format", "uid", "title", "text", *_EXTRA_FIELDS, "meta", "annotations", "suggestions")

_E = TypeVar("_E", bound=StrEnum)


class RecordError(ValueError):
    """A record whose article cannot be used; the message is a sentence that names the field."""


class RecordReader:
    """Reads one record; ``problems`` then holds a sentence for each part that was left out or changed."""

    def __init__(self, *, columns: bool = False) -> None:
        """Start with no problems; use a new reader for each record. ``columns``: see ``records.from_json``."""
        self._columns = columns
        self.problems: list[str] = []
        self._text = ""
        self._taken: dict[str, set[int]] = {"span": set(), "relation": set(), "suggestion": set(), "suggested": set()}
        self._scopes: dict[str, Scope] = {}

    def read(self, value: object) -> ArticleRecord:
        """Return the record; raises RecordError if the article itself is unusable."""
        if not isinstance(value, dict):
            raise RecordError(
                translate("Records", "a record is a JSON object, not {value}.").format(value=shown(value))
            )
        data = cast("Object", value)
        form = data.get("format")
        if form != FORMAT:
            raise RecordError(
                translate("Records", "format: this version reads “{format}”, not {value}.").format(
                    format=FORMAT, value=shown(form)
                )
            )
        article = self._article(data)
        self._text = article.text
        self._unknown(data, "", *_RECORD_KEYS)
        annotations: list[AnnotationSet] = []
        for place, item in self._objects(data, "annotations", ""):
            try:
                annotations.append(self._annotations(item, place))
            except LeftOut as reason:
                self._left_out(place, reason)
        suggestions = self._suggestions(data) if data.get("suggestions") is not None else None
        return ArticleRecord(article, tuple(sorted(annotations, key=lambda a: a.annotator)), suggestions)

    # -- the article

    def _article(self, data: Object) -> Article:
        fields: dict[str, str] = {}
        for key in ("uid", "title", "text"):
            value = data.get(key, "")
            if not isinstance(value, str):
                raise RecordError(
                    translate("Records", "{field}: must be text, not {value}.").format(field=key, value=shown(value))
                )
            if not is_unicode(value):
                raise RecordError(
                    translate("Values", "{what} contains half of a surrogate pair, which is not a character.").format(
                        what=f"{key}:"
                    )
                )
            if key != "title" and not value.strip():
                sentence = (
                    translate("Records", "{field}: is empty.")
                    if key in data
                    else translate("Records", "{field}: is missing.")
                )
                raise RecordError(sentence.format(field=key))
            fields[key] = value
        for key in _EXTRA_FIELDS:
            fields[key] = self._string(data, key, "")
        meta: Object = {}
        for key, value in (self._object(data, "meta", "") or {}).items():
            problem = plain_problem(value, MAX_DEPTH) or unicode_problem(key)
            if problem:
                self._left_out(f"meta.{printable(key)}", problem)
            else:
                meta[key] = value
        return Article(**fields, meta=meta)

    # -- what annotators made

    def _annotations(self, data: Object, place: str) -> AnnotationSet:
        name = data.get("annotator")
        if not isinstance(name, str) or not name.strip() or not is_unicode(name):
            raise LeftOut(translate("Records", "annotator must be a name, not {value}").format(value=shown(name)))
        if name in self._scopes:
            raise LeftOut(
                translate("Records", "{annotator} has an entry in this record already").format(annotator=shown(name))
            )
        self._unknown(data, place, "annotator", "status", "attributes", "spans", "relations")
        scope: Scope = {}
        self._scopes[name] = scope
        spans = self._spans(data, place, scope)
        relations: list[Relation] = []
        own: Scope = {}
        for at, item in self._objects(data, "relations", place):
            try:
                relations.append(self._relation(item, at, own, scope))
            except LeftOut as reason:
                self._left_out(at, reason)
        return AnnotationSet(
            annotator=name,
            status=self._choice(data, "status", place, Status, Status.TODO),
            attributes=self._attributes(data, place),
            spans=spans,
            relations=tuple(sorted(relations, key=lambda r: r.id)),
        )

    def _spans(self, data: Object, place: str, scope: Scope) -> tuple[Span, ...]:
        taken = self._taken["span"]
        if self._columns:
            whole = span_columns.read(data.get("spans"), self._text, taken, scope)
            if whole is not None:
                return cast("tuple[Span, ...]", whole)  # it can do what they are used for
        spans: list[Span] = []
        for at, item in self._objects(data, "spans", place):
            try:
                sound = sound_span(item, self._text, taken, scope)
                spans.append(self._span(item, at, scope) if sound is None else sound)
            except LeftOut as reason:
                self._left_out(at, reason)
        return tuple(sorted(spans, key=lambda s: (s.start, s.end, s.id)))

    def _span(self, data: Object, place: str, scope: Scope) -> Span:
        label = required(data, "label")
        fragments = self._fragments(data, place)
        self._unknown(data, place, "id", "label", "fragments", "attributes", "origin", "created", "updated")
        return Span(
            id=SpanId(self._new(data, place, scope, "span")),
            label=label,
            fragments=fragments,
            attributes=self._attributes(data, place),
            origin=self._origin(data, place),
            created=self._string(data, "created", place),
            updated=self._string(data, "updated", place),
        )

    def _fragments(self, data: Object, place: str) -> Fragments:
        items = data.get("fragments")
        if not isinstance(items, list):
            raise LeftOut(translate("Records", "fragments must be a list, not {value}").format(value=shown(items)))
        fragments: list[Fragment] = []
        for i, item in enumerate(cast("list[object]", items)):
            fragment = record_fields.fragment(item, f"fragments[{i}]", self._text)
            if fragments and fragment.start <= fragments[-1].end:
                sentence = translate(
                    "Records",
                    "{place} ({start} to {end}) must come after the one before ({first} to {last}), with a gap",
                )
                here = {"place": f"fragments[{i}]", "start": fragment.start, "end": fragment.end}
                raise LeftOut(sentence.format(**here, first=fragments[-1].start, last=fragments[-1].end))
            fragments.append(fragment)
            self._unknown(cast("Object", item), f"{place}.fragments[{i}]", "start", "end", "text")
        if not fragments:
            raise LeftOut(translate("Records", "fragments must not be empty"))
        return tuple(fragments)

    def _origin(self, data: Object, place: str) -> Origin:
        origin = self._object(data, "origin", place)
        if origin is None:
            return Origin(OriginKind.IMPORTED, {"format": FORMAT})
        at = f"{place}.origin"
        details: dict[str, str | int | float | bool] = {}
        for key in sorted(k for k in origin if k != "kind"):
            value = origin[key]
            problem = scalar_problem(value) or unicode_problem(key)
            if problem:
                self._left_out(f"{at}.{printable(key)}", problem)
            else:
                details[key] = cast("str | int | float | bool", value)
        return Origin(self._choice(origin, "kind", at, OriginKind, OriginKind.IMPORTED), details)

    def _relation(self, data: Object, place: str, own: Scope, spans: Scope) -> Relation:
        kind = required(data, "type")
        source, target = (end_id(data, key, spans, suggested=False) for key in ("from", "to"))
        self._unknown(data, place, "id", "type", "from", "to", "attributes")
        return Relation(
            id=RelationId(self._new(data, place, own, "relation")),
            type=kind,
            source=SpanId(source),
            target=SpanId(target),
            attributes=self._attributes(data, place),
        )

    # -- what pipelines proposed

    def _suggestions(self, data: Object) -> SuggestionSet | None:
        item = self._object(data, "suggestions", "")
        if item is None:
            return None
        self._unknown(item, "suggestions", "spans", "relations")
        scope: Scope = {}
        spans: list[Suggestion] = []
        for at, x in self._objects(item, "spans", "suggestions"):
            try:
                spans.append(self._suggestion(x, at, scope))
            except LeftOut as reason:
                self._left_out(at, reason)
        relations: list[SuggestedRelation] = []
        own: Scope = {}
        for at, x in self._objects(item, "relations", "suggestions"):
            try:
                relations.append(self._suggested_relation(x, at, own, scope))
            except LeftOut as reason:
                self._left_out(at, reason)
        return SuggestionSet(
            tuple(sorted(spans, key=lambda s: (s.start, s.end, s.id))), tuple(sorted(relations, key=lambda r: r.id))
        )

    def _suggestion(self, data: Object, place: str, scope: Scope) -> Suggestion:
        label = required(data, "label")
        fragments = self._fragments(data, place)
        pipeline = required(data, "pipeline")
        known = ("id", "label", "source_label", "fragments", "attributes", "score", "pipeline", "version", "verdicts")
        self._unknown(data, place, *known)
        verdicts: dict[str, Decision] = {}
        for at, item in self._objects(data, "verdicts", place):
            try:
                decision = self._decision(item, at)
                if decision.annotator in verdicts:
                    raise LeftOut(
                        translate("Records", "{annotator} has decided already").format(
                            annotator=shown(decision.annotator)
                        )
                    )
                verdicts[decision.annotator] = decision
            except LeftOut as reason:
                self._left_out(at, reason)
        return Suggestion(
            id=SuggestionId(self._new(data, place, scope, "suggestion")),
            label=label,
            source_label=self._string(data, "source_label", place),
            fragments=fragments,
            pipeline=pipeline,
            version=self._string(data, "version", place),
            attributes=self._attributes(data, place),
            score=self._score(data, place),
            verdicts=tuple(verdicts[name] for name in sorted(verdicts)),
        )

    def _decision(self, data: Object, place: str) -> Decision:
        name = required(data, "annotator")
        verdict = next((v for v in Verdict if v.value == data.get("verdict")), None)
        if verdict is None:
            sentence = translate("Records", "verdict must be one of {choices}, not {value}")
            raise LeftOut(sentence.format(choices=", ".join(Verdict), value=shown(data.get("verdict"))))
        self._unknown(data, place, "annotator", "verdict", "span", "at")
        at = self._string(data, "at", place)
        raw = data.get("span")
        if raw is None:
            return Decision(name, verdict, at=at)
        span = self._scopes.get(name, {}).get(raw) if is_id(raw) else None
        if span is None and isinstance(raw, str):
            span = parse_id(raw)  # the span was deleted since; its id stays as a trace
        if span is None:
            sentence = translate("Records", "{value} is none of the spans of {annotator}")
            self._left_out(f"{place}.span", sentence.format(value=shown(raw), annotator=shown(name)))
        return Decision(name, verdict, None if span is None else SpanId(span), at)

    def _suggested_relation(self, data: Object, place: str, own: Scope, spans: Scope) -> SuggestedRelation:
        kind = required(data, "type")
        source, target = (end_id(data, key, spans, suggested=True) for key in ("from", "to"))
        self._unknown(data, place, "id", "type", "from", "to", "score")
        return SuggestedRelation(
            id=RelationId(self._new(data, place, own, "suggested")),
            type=kind,
            source=SuggestionId(source),
            target=SuggestionId(target),
            score=self._score(data, place),
        )

    # -- fields

    def _new(self, data: Object, place: str, scope: Scope, kind: str) -> int:
        """Return the id of an item and enter it into its scope; call it when nothing can go wrong any more."""
        raw = data.get("id")
        if raw is not None and not is_id(raw):
            raise LeftOut(translate("Records", "id must be text, not {value}").format(value=shown(raw)))
        if raw is not None and raw in scope:
            raise LeftOut(translate("Records", "the id {id} is taken by an earlier one").format(id=shown(raw)))
        taken = self._taken[kind]
        ours = parse_id(raw) if isinstance(raw, str) else None
        if ours is not None and ours in taken:
            sentence = translate("Records", "{place}: the id {id} is taken in this record; it got a new one.")
            self.problems.append(sentence.format(place=place, id=shown(raw)))
            ours = None
        result = new_id() if ours is None else ours
        taken.add(result)
        if raw is not None:
            scope[raw] = result
        return result

    def _attributes(self, data: Object, place: str) -> dict[str, AttributeValue]:
        result: dict[str, AttributeValue] = {}
        attributes = self._object(data, "attributes", place) or {}
        for name in sorted(attributes):
            value = attributes[name]
            if isinstance(value, list):
                items = cast("list[object]", value)
                sound = all(isinstance(x, str) and is_unicode(x) for x in items)
                problem = None if sound else translate("Records", "must list texts only")
                value = tuple(items)
            else:
                problem = scalar_problem(value)
            problem = unicode_problem(name) or problem
            if problem:
                self._left_out(f"{joined(place, 'attributes')}.{printable(name)}", problem)
            else:
                result[name] = cast("AttributeValue", value)
        return result

    def _score(self, data: Object, place: str) -> float | None:
        value = data.get("score")
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int | float) or not is_finite(value):
            self._left_out(
                joined(place, "score"), translate("Records", "must be a number, not {value}").format(value=shown(value))
            )
            return None
        return value

    def _string(self, data: Object, key: str, place: str) -> str:
        value = data.get(key)
        if value is None:
            return ""
        if isinstance(value, str) and is_unicode(value):
            return value
        self._left_out(
            joined(place, key),
            (unicode_problem(value) or "")
            if isinstance(value, str)
            else translate("Records", "must be text, not {value}").format(value=shown(value)),
        )
        return ""

    def _choice(self, data: Object, key: str, place: str, kind: type[_E], default: _E) -> _E:
        if key not in data:
            return default
        for member in kind:
            if member.value == data[key]:
                return member
        sentence = translate("Records", "{place}: must be one of {choices}, not {value}; “{default}” was taken.")
        self.problems.append(
            sentence.format(
                place=joined(place, key), choices=", ".join(kind), value=shown(data[key]), default=str(default)
            )
        )
        return default

    def _object(self, data: Object, key: str, place: str) -> Object | None:
        value = data.get(key)
        if value is None or isinstance(value, dict):
            return cast("Object | None", value)
        self._left_out(
            joined(place, key), translate("Records", "must be an object, not {value}").format(value=shown(value))
        )
        return None

    def _objects(self, data: Object, key: str, place: str) -> Iterator[tuple[str, Object]]:
        value = data.get(key)
        if value is None:
            return
        if not isinstance(value, list):
            self._left_out(
                joined(place, key), translate("Records", "must be a list, not {value}").format(value=shown(value))
            )
            return
        for i, item in enumerate(cast("list[object]", value)):
            at = f"{joined(place, key)}[{i}]"
            if isinstance(item, dict):
                yield at, cast("Object", item)
            else:
                self._left_out(at, translate("Records", "must be an object, not {value}").format(value=shown(item)))

    def _unknown(self, data: Object, place: str, *known: str) -> None:
        for key in data:
            if key not in known:
                sentence = translate("Records", "{place}: the unknown field {field} was ignored.")
                where = place or translate("Records", "the record")
                self.problems.append(sentence.format(place=where, field=shown(key)))

    def _left_out(self, place: str, reason: object) -> None:
        sentence = translate("Records", "{place}: {reason}; it was left out.")
        self.problems.append(sentence.format(place=place, reason=reason))
