"""Reads one parsed record of the interchange form: keeps what is sound and names the rest in sentences.

``annotation_schema.records`` holds the form's description and the functions to call.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import TypeVar, cast

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
from annotation_schema.sound_span import sound_span
from annotation_schema.values import is_finite, is_unicode, shown

FORMAT = "pressmark/1"
_MAX_DEPTH = 50  # of lists and objects in ``meta``
_HALF = "contains half of a surrogate pair, which is not a character"
_EXTRA_FIELDS = ("byline", "publisher", "published", "url", "language", "section")
_RECORD_KEYS = ("format", "uid", "title", "text", *_EXTRA_FIELDS, "meta", "annotations", "suggestions")

_E = TypeVar("_E", bound=StrEnum)
_Object = dict[str, object]
_Scope = dict[object, int]
"""Ids as they stand in the file, within one annotator's spans (or the suggestions), with the ids in the result."""


class RecordError(ValueError):
    """A record whose article cannot be used; the message is a sentence that names the field."""


class _LeftOut(Exception):  # noqa: N818 (not an error to the caller: it ends one item and becomes a problem)
    """One item of a list is unusable; the message completes "spans[3]: …"."""


class RecordReader:
    """Reads one record; ``problems`` then holds a sentence for each part that was left out or changed."""

    def __init__(self) -> None:
        """Start with no problems; use a new reader for each record."""
        self.problems: list[str] = []
        self._text = ""
        self._taken: dict[str, set[int]] = {"span": set(), "relation": set(), "suggestion": set(), "suggested": set()}
        self._scopes: dict[str, _Scope] = {}

    def read(self, value: object) -> ArticleRecord:
        """Return the record; raises RecordError if the article itself is unusable."""
        if not isinstance(value, dict):
            raise RecordError(f"a record is a JSON object, not {shown(value)}.")
        data = cast("_Object", value)
        form = data.get("format")
        if form != FORMAT:
            raise RecordError(f"format: this version reads “{FORMAT}”, not {shown(form)}.")
        article = self._article(data)
        self._text = article.text
        self._unknown(data, "", *_RECORD_KEYS)
        annotations: list[AnnotationSet] = []
        for place, item in self._objects(data, "annotations", ""):
            try:
                annotations.append(self._annotations(item, place))
            except _LeftOut as reason:
                self._left_out(place, reason)
        suggestions = self._suggestions(data) if data.get("suggestions") is not None else None
        return ArticleRecord(article, tuple(sorted(annotations, key=lambda a: a.annotator)), suggestions)

    # -- the article

    def _article(self, data: _Object) -> Article:
        fields: dict[str, str] = {}
        for key in ("uid", "title", "text"):
            value = data.get(key, "")
            if not isinstance(value, str):
                raise RecordError(f"{key}: must be text, not {shown(value)}.")
            if not is_unicode(value):
                raise RecordError(f"{key}: {_HALF}.")
            if key != "title" and not value.strip():
                raise RecordError(f"{key}: is {'empty' if key in data else 'missing'}.")
            fields[key] = value
        for key in _EXTRA_FIELDS:
            fields[key] = self._string(data, key, "")
        meta: _Object = {}
        for key, value in (self._object(data, "meta", "") or {}).items():
            problem = _plain_problem(value, _MAX_DEPTH) or (None if is_unicode(key) else _HALF)
            if problem:
                self._left_out(f"meta.{_printable(key)}", problem)
            else:
                meta[key] = value
        return Article(**fields, meta=meta)

    # -- what annotators made

    def _annotations(self, data: _Object, place: str) -> AnnotationSet:
        name = data.get("annotator")
        if not isinstance(name, str) or not name.strip() or not is_unicode(name):
            raise _LeftOut(f"annotator must be a name, not {shown(name)}")
        if name in self._scopes:
            raise _LeftOut(f"{shown(name)} has an entry in this record already")
        self._unknown(data, place, "annotator", "status", "attributes", "spans", "relations")
        scope: _Scope = {}
        self._scopes[name] = scope
        spans: list[Span] = []
        for at, item in self._objects(data, "spans", place):
            try:
                sound = sound_span(item, self._text, self._taken["span"], scope)
                spans.append(self._span(item, at, scope) if sound is None else sound)
            except _LeftOut as reason:
                self._left_out(at, reason)
        relations: list[Relation] = []
        own: _Scope = {}
        for at, item in self._objects(data, "relations", place):
            try:
                relations.append(self._relation(item, at, own, scope))
            except _LeftOut as reason:
                self._left_out(at, reason)
        return AnnotationSet(
            annotator=name,
            status=self._choice(data, "status", place, Status, Status.TODO),
            attributes=self._attributes(data, place),
            spans=tuple(sorted(spans, key=lambda s: (s.start, s.end, s.id))),
            relations=tuple(sorted(relations, key=lambda r: r.id)),
        )

    def _span(self, data: _Object, place: str, scope: _Scope) -> Span:
        label = _required(data, "label")
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

    def _fragments(self, data: _Object, place: str) -> Fragments:
        items = data.get("fragments")
        if not isinstance(items, list):
            raise _LeftOut(f"fragments must be a list, not {shown(items)}")
        fragments: list[Fragment] = []
        for i, item in enumerate(cast("list[object]", items)):
            fragment = self._fragment(item, f"fragments[{i}]")
            if fragments and fragment.start <= fragments[-1].end:
                before = f"{fragments[-1].start} to {fragments[-1].end}"
                here = f"{fragment.start} to {fragment.end}"
                raise _LeftOut(f"fragments[{i}] ({here}) must come after the one before ({before}), with a gap")
            fragments.append(fragment)
            self._unknown(cast("_Object", item), f"{place}.fragments[{i}]", "start", "end", "text")
        if not fragments:
            raise _LeftOut("fragments must not be empty")
        return tuple(fragments)

    def _fragment(self, item: object, place: str) -> Fragment:
        if not isinstance(item, dict):
            raise _LeftOut(f"{place} must be an object, not {shown(item)}")
        data = cast("_Object", item)
        start, end, text = data.get("start"), data.get("end"), data.get("text")
        for key, value in (("start", start), ("end", end)):
            if isinstance(value, bool) or not isinstance(value, int):
                raise _LeftOut(f"{place}.{key} must be a whole number, not {shown(value)}")
        start, end = cast("int", start), cast("int", end)
        at = f"{place} ({shown(start)} to {shown(end)})"
        if start >= end:
            raise _LeftOut(f"{at} {'is empty' if start == end else 'ends before it starts'}")
        if start < 0 or end > len(self._text):
            raise _LeftOut(f"{at} lies outside the text, which has {len(self._text)} characters")
        if text != self._text[start:end]:
            raise _LeftOut(f"{at} says {shown(text)}, but the article has {shown(self._text[start:end])} there")
        return Fragment(start, end)

    def _origin(self, data: _Object, place: str) -> Origin:
        origin = self._object(data, "origin", place)
        if origin is None:
            return Origin(OriginKind.IMPORTED, {"format": FORMAT})
        at = f"{place}.origin"
        details: dict[str, str | int | float | bool] = {}
        for key in sorted(k for k in origin if k != "kind"):
            value = origin[key]
            problem = _scalar_problem(value) or (None if is_unicode(key) else _HALF)
            if problem:
                self._left_out(f"{at}.{_printable(key)}", problem)
            else:
                details[key] = cast("str | int | float | bool", value)
        return Origin(self._choice(origin, "kind", at, OriginKind, OriginKind.IMPORTED), details)

    def _relation(self, data: _Object, place: str, own: _Scope, spans: _Scope) -> Relation:
        kind = _required(data, "type")
        source, target = (_end(data, key, spans, "spans of this annotator") for key in ("from", "to"))
        self._unknown(data, place, "id", "type", "from", "to", "attributes")
        return Relation(
            id=RelationId(self._new(data, place, own, "relation")),
            type=kind,
            source=SpanId(source),
            target=SpanId(target),
            attributes=self._attributes(data, place),
        )

    # -- what pipelines proposed

    def _suggestions(self, data: _Object) -> SuggestionSet | None:
        item = self._object(data, "suggestions", "")
        if item is None:
            return None
        self._unknown(item, "suggestions", "spans", "relations")
        scope: _Scope = {}
        spans: list[Suggestion] = []
        for at, x in self._objects(item, "spans", "suggestions"):
            try:
                spans.append(self._suggestion(x, at, scope))
            except _LeftOut as reason:
                self._left_out(at, reason)
        relations: list[SuggestedRelation] = []
        own: _Scope = {}
        for at, x in self._objects(item, "relations", "suggestions"):
            try:
                relations.append(self._suggested_relation(x, at, own, scope))
            except _LeftOut as reason:
                self._left_out(at, reason)
        return SuggestionSet(
            tuple(sorted(spans, key=lambda s: (s.start, s.end, s.id))), tuple(sorted(relations, key=lambda r: r.id))
        )

    def _suggestion(self, data: _Object, place: str, scope: _Scope) -> Suggestion:
        label = _required(data, "label")
        fragments = self._fragments(data, place)
        pipeline = _required(data, "pipeline")
        known = ("id", "label", "source_label", "fragments", "attributes", "score", "pipeline", "version", "verdicts")
        self._unknown(data, place, *known)
        verdicts: dict[str, Decision] = {}
        for at, item in self._objects(data, "verdicts", place):
            try:
                decision = self._decision(item, at)
                if decision.annotator in verdicts:
                    raise _LeftOut(f"{shown(decision.annotator)} has decided already")
                verdicts[decision.annotator] = decision
            except _LeftOut as reason:
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

    def _decision(self, data: _Object, place: str) -> Decision:
        name = _required(data, "annotator")
        verdict = next((v for v in Verdict if v.value == data.get("verdict")), None)
        if verdict is None:
            raise _LeftOut(f"verdict must be one of {', '.join(Verdict)}, not {shown(data.get('verdict'))}")
        self._unknown(data, place, "annotator", "verdict", "span", "at")
        at = self._string(data, "at", place)
        raw = data.get("span")
        if raw is None:
            return Decision(name, verdict, at=at)
        span = self._scopes.get(name, {}).get(raw) if _is_id(raw) else None
        if span is None and isinstance(raw, str):
            span = parse_id(raw)  # the span was deleted since; its id stays as a trace
        if span is None:
            self._left_out(f"{place}.span", f"{shown(raw)} is none of the spans of {shown(name)}")
        return Decision(name, verdict, None if span is None else SpanId(span), at)

    def _suggested_relation(self, data: _Object, place: str, own: _Scope, spans: _Scope) -> SuggestedRelation:
        kind = _required(data, "type")
        source, target = (_end(data, key, spans, "suggestions") for key in ("from", "to"))
        self._unknown(data, place, "id", "type", "from", "to", "score")
        return SuggestedRelation(
            id=RelationId(self._new(data, place, own, "suggested")),
            type=kind,
            source=SuggestionId(source),
            target=SuggestionId(target),
            score=self._score(data, place),
        )

    # -- fields

    def _new(self, data: _Object, place: str, scope: _Scope, kind: str) -> int:
        """Return the id of an item and enter it into its scope; call it when nothing can go wrong any more."""
        raw = data.get("id")
        if raw is not None and not _is_id(raw):
            raise _LeftOut(f"id must be text, not {shown(raw)}")
        if raw is not None and raw in scope:
            raise _LeftOut(f"the id {shown(raw)} is taken by an earlier one")
        taken = self._taken[kind]
        ours = parse_id(raw) if isinstance(raw, str) else None
        if ours is not None and ours in taken:
            self.problems.append(f"{place}: the id {shown(raw)} is taken in this record; it got a new one.")
            ours = None
        result = new_id() if ours is None else ours
        taken.add(result)
        if raw is not None:
            scope[raw] = result
        return result

    def _attributes(self, data: _Object, place: str) -> dict[str, AttributeValue]:
        result: dict[str, AttributeValue] = {}
        attributes = self._object(data, "attributes", place) or {}
        for name in sorted(attributes):
            value = attributes[name]
            if isinstance(value, list):
                items = cast("list[object]", value)
                problem = None if all(isinstance(x, str) and is_unicode(x) for x in items) else "must list texts only"
                value = tuple(items)
            else:
                problem = _scalar_problem(value)
            if not is_unicode(name):
                problem = _HALF
            if problem:
                self._left_out(f"{_join(place, 'attributes')}.{_printable(name)}", problem)
            else:
                result[name] = cast("AttributeValue", value)
        return result

    def _score(self, data: _Object, place: str) -> float | None:
        value = data.get("score")
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int | float) or not is_finite(value):
            self._left_out(_join(place, "score"), f"must be a number, not {shown(value)}")
            return None
        return value

    def _string(self, data: _Object, key: str, place: str) -> str:
        value = data.get(key)
        if value is None:
            return ""
        if isinstance(value, str) and is_unicode(value):
            return value
        self._left_out(_join(place, key), _HALF if isinstance(value, str) else f"must be text, not {shown(value)}")
        return ""

    def _choice(self, data: _Object, key: str, place: str, kind: type[_E], default: _E) -> _E:
        if key not in data:
            return default
        for member in kind:
            if member.value == data[key]:
                return member
        words = f"must be one of {', '.join(kind)}, not {shown(data[key])}; “{default}” was taken."
        self.problems.append(f"{_join(place, key)}: {words}")
        return default

    def _object(self, data: _Object, key: str, place: str) -> _Object | None:
        value = data.get(key)
        if value is None or isinstance(value, dict):
            return cast("_Object | None", value)
        self._left_out(_join(place, key), f"must be an object, not {shown(value)}")
        return None

    def _objects(self, data: _Object, key: str, place: str) -> Iterator[tuple[str, _Object]]:
        value = data.get(key)
        if value is None:
            return
        if not isinstance(value, list):
            self._left_out(_join(place, key), f"must be a list, not {shown(value)}")
            return
        for i, item in enumerate(cast("list[object]", value)):
            at = f"{_join(place, key)}[{i}]"
            if isinstance(item, dict):
                yield at, cast("_Object", item)
            else:
                self._left_out(at, f"must be an object, not {shown(item)}")

    def _unknown(self, data: _Object, place: str, *known: str) -> None:
        for key in data:
            if key not in known:
                self.problems.append(f"{place or 'the record'}: the unknown field {shown(key)} was ignored.")

    def _left_out(self, place: str, reason: object) -> None:
        self.problems.append(f"{place}: {reason}; it was left out.")


def _is_id(raw: object) -> bool:
    """Say whether it can name an item: text as we write it, or the text or number of another program."""
    return isinstance(raw, str) or (isinstance(raw, int) and not isinstance(raw, bool))


def _required(data: _Object, key: str) -> str:
    value = data.get(key)
    if not isinstance(value, str) or not value.strip() or not is_unicode(value):
        raise _LeftOut(f"{key} must be text, not {shown(value)}")
    return value


def _end(data: _Object, key: str, scope: _Scope, what: str) -> int:
    raw = data.get(key)
    found = scope.get(raw) if _is_id(raw) else None
    if found is None:
        raise _LeftOut(f"“{key}” names {shown(raw)}, which is none of the {what} that were read")
    return found


def _scalar_problem(value: object) -> str | None:
    if isinstance(value, str):
        return None if is_unicode(value) else _HALF
    if isinstance(value, bool | int) or (isinstance(value, float) and is_finite(value)):
        return None
    return f"must be text, a number, true or false, not {shown(value)}"


def _plain_problem(value: object, depth: int) -> str | None:
    if depth == 0:
        return f"is nested more than {_MAX_DEPTH} levels deep"
    if value is None:
        return None
    if isinstance(value, list):
        return next((p for x in cast("list[object]", value) if (p := _plain_problem(x, depth - 1))), None)
    if isinstance(value, dict):
        data = cast("_Object", value)
        if not all(is_unicode(k) for k in data):
            return _HALF
        return next((p for x in data.values() if (p := _plain_problem(x, depth - 1))), None)
    return _scalar_problem(value)


def _join(place: str, key: str) -> str:
    return f"{place}.{key}" if place else key


def _printable(key: str) -> str:
    return shown(key)[1:-1]
