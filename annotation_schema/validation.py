"""Rules that a set of annotations must meet; gives findings and never raises for what people or files produced.

``validate`` tells what is wrong, ``missing`` what is still needed before an article counts as complete.
Parts of the schema that are switched off do not make what was tagged before wrong: they are not asked for, that is all.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from annotation_schema import reserved
from annotation_schema.model import (
    AnnotationSet,
    Article,
    Attributes,
    Fragment,
    Relation,
    RelationId,
    Span,
    SpanId,
)
from annotation_schema.offsets import display_surface, overlap
from annotation_schema.schema import AttributeSpec, Label, LabelSchema, Nesting, RelationType
from annotation_schema.values import attribute_problem, either, shown
from annotation_schema.wording import marked, translate

_RESERVED = (*reserved.SPAN_ATTRIBUTES, *reserved.ARTICLE_ATTRIBUTES)


class Code(StrEnum):
    """Stable codes of findings."""

    UNKNOWN_LABEL = "unknown-label"
    NO_FRAGMENTS = "no-fragments"
    OUTSIDE_TEXT = "outside-text"
    FRAGMENT_ORDER = "fragment-order"
    TOO_MANY_FRAGMENTS = "too-many-fragments"
    NESTING = "nesting"
    DUPLICATE_ID = "duplicate-id"
    DUPLICATE_SPAN = "duplicate-span"
    UNKNOWN_ATTRIBUTE = "unknown-attribute"
    ATTRIBUTE_VALUE = "attribute-value"
    UNKNOWN_RELATION = "unknown-relation"
    END_MISSING = "relation-end-missing"
    SELF_RELATION = "relation-to-itself"
    DOMAIN = "relation-domain"
    RANGE = "relation-range"
    CARDINALITY = "relation-cardinality"
    DUPLICATE_RELATION = "duplicate-relation"
    ALTERNATIVE = "alternative-and-relation"
    MISSING_ATTRIBUTE = "missing-attribute"
    MISSING_RELATION = "missing-relation"


Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong or missing; ``message`` is a sentence for people."""

    code: str
    severity: Severity
    message: str
    article_uid: str = ""
    span: SpanId | None = None
    relation: RelationId | None = None


def validate(schema: LabelSchema, article: Article, annotations: AnnotationSet) -> list[Finding]:
    """Return what breaks the schema's rules: first the article's attributes, then spans, then relations, in order."""
    return list(_Check(schema, article, annotations).run())


def missing(schema: LabelSchema, annotations: AnnotationSet, *, article: Article | None = None) -> list[Finding]:
    """Return the required attributes and relations that have no value yet; empty means complete.

    With the article, sentences name a span by its words, without by its place.
    A required relation is also met by one of its alternative values. Errors that ``validate`` tells are not repeated.
    """
    return list(_missing(schema, annotations, article.uid if article else "", article.text if article else ""))


def nesting_problem(schema: LabelSchema, span: Span, others: Iterable[Span]) -> Span | None:
    """Return the first of ``others`` that ``span`` may not overlap, or None; a span with the same id is passed over."""
    return next(
        (
            other
            for other in others
            if other.id != span.id
            and not may_overlap(schema, span.label, other.label)
            and overlap(span.fragments, other.fragments)
        ),
        None,
    )


def may_overlap(schema: LabelSchema, first: str, second: str) -> bool:
    """Say whether spans of the two labels may share text; both have a say. Unknown labels may."""
    for name in (first, second):
        label = schema.label(name)
        if label is None or label.nesting is Nesting.ANY:
            continue
        if label.nesting is Nesting.NONE or first == second:
            return False
    return True


class _Check:
    def __init__(self, schema: LabelSchema, article: Article, annotations: AnnotationSet) -> None:
        self.schema = schema
        self.article = article
        self.annotations = annotations
        self.labels = {x.name: x for x in schema.labels}

    def run(self) -> Iterator[Finding]:
        specs = (*reserved.ARTICLE_ATTRIBUTES, *self.schema.article_attributes)
        for message, code in _attribute_findings(specs, self.annotations.attributes):
            sentence = translate("Findings", "The article: {problem}").format(problem=message)
            yield Finding(code, "error", sentence, self.article.uid)
        known: dict[SpanId, Span] = {}
        covered: dict[tuple[str, tuple[Fragment, ...]], SpanId] = {}
        for span in self.annotations.spans:
            if span.id in known:
                yield self._span(Code.DUPLICATE_ID, span, translate("Findings", "{span} has the id of another span."))
            known[span.id] = span
            yield from self._check_span(span)
            first = covered.setdefault((span.label, span.fragments), span.id)
            if first != span.id:
                sentence = translate("Findings", "{span} is tagged twice with the same label.")
                yield self._span(Code.DUPLICATE_SPAN, span, sentence, severity="warning")
        yield from self._check_nesting()
        yield from self._check_relations(known)

    def _check_span(self, span: Span) -> Iterator[Finding]:
        label = self.labels.get(span.label)
        if label is None:
            sentence = translate("Findings", "{span} has the label {label}, which the schema does not have.")
            yield self._span(Code.UNKNOWN_LABEL, span, sentence, label=shown(span.label))
        if not span.fragments:
            yield self._span(Code.NO_FRAGMENTS, span, translate("Findings", "{span} covers no text."))
        length = len(self.article.text)
        for i, fragment in enumerate(span.fragments):
            start, end = fragment.start, fragment.end
            if end > length:
                sentence = translate(
                    "Findings",
                    "{span} reaches outside the text: {start} to {end}, and the text has %n character."
                    "|{span} reaches outside the text: {start} to {end}, and the text has %n characters.",
                    length,
                )
                yield self._span(Code.OUTSIDE_TEXT, span, sentence, start=start, end=end)
            if i and start <= span.fragments[i - 1].end:
                sentence = translate(
                    "Findings",
                    "{span} has a fragment ({start} to {end}) that does not lie after the one before it, with a gap.",
                )
                yield self._span(Code.FRAGMENT_ORDER, span, sentence, start=start, end=end)
        if label is None:
            return
        if label.max_fragments is not None and len(span.fragments) > label.max_fragments:
            sentence = translate(
                "Findings",
                "{span} has %n fragment, and {label} takes {most} at most."
                "|{span} has %n fragments, and {label} takes {most} at most.",
                len(span.fragments),
            )
            yield self._span(Code.TOO_MANY_FRAGMENTS, span, sentence, label=label.title, most=label.max_fragments)
        for message, code in _attribute_findings((*reserved.SPAN_ATTRIBUTES, *label.attributes), span.attributes):
            yield self._span(code, span, translate("Findings", "{span}: {problem}"), problem=message)

    def _check_nesting(self) -> Iterator[Finding]:
        """Compare only spans whose stretches meet, and only if some label restricts nesting at all."""
        if all(x.nesting is Nesting.ANY for x in self.schema.labels):
            return
        spans = sorted((s for s in self.annotations.spans if s.fragments), key=lambda s: (s.start, -s.end, s.id))
        open_spans: list[Span] = []
        for span in spans:
            open_spans = [s for s in open_spans if s.end > span.start]
            other = nesting_problem(self.schema, span, open_spans)
            if other is not None:
                sentence = translate("Findings", "{span} may not overlap {other}.")
                yield self._span(Code.NESTING, span, sentence, other=self._name(other))
            open_spans.append(span)

    def _check_relations(self, spans: Mapping[SpanId, Span]) -> Iterator[Finding]:
        ids: set[RelationId] = set()
        seen: set[tuple[str, SpanId, SpanId]] = set()
        per_source: Counter[tuple[str, SpanId]] = Counter()
        for relation in self.annotations.relations:
            if relation.id in ids:
                sentence = translate("Findings", "The relation {relation} has the id of another relation.")
                yield self._relation(Code.DUPLICATE_ID, relation, sentence)
            ids.add(relation.id)
            key = (relation.type, relation.source, relation.target)
            if key in seen:
                sentence = translate(
                    "Findings", "The relation {relation} links the same two spans as another of its type."
                )
                yield self._relation(Code.DUPLICATE_RELATION, relation, sentence, severity="warning")
            seen.add(key)
            kind = self.schema.relation(relation.type)
            if kind is None:
                sentence = translate("Findings", "The relation {relation} has a type that the schema does not have.")
                yield self._relation(Code.UNKNOWN_RELATION, relation, sentence)
            yield from self._check_ends(relation, kind, spans)
            if kind is None:
                continue
            per_source[kind.name, relation.source] += 1
            if kind.max_per_source is not None and per_source[kind.name, relation.source] == kind.max_per_source + 1:
                sentence = translate(
                    "Findings", "The relation {relation} is one too many: {relation} takes {most} for a span."
                )
                yield self._relation(Code.CARDINALITY, relation, sentence, most=kind.max_per_source)
            for message, code in _attribute_findings(kind.attributes, relation.attributes):
                sentence = translate("Findings", "The relation {relation}: {problem}")
                yield self._relation(code, relation, sentence, problem=message)

    def _check_ends(
        self, relation: Relation, kind: RelationType | None, spans: Mapping[SpanId, Span]
    ) -> Iterator[Finding]:
        source, target = spans.get(relation.source), spans.get(relation.target)
        if source is None or target is None:
            sentence = (
                translate("Findings", "The relation {relation} has a source that does not exist.")
                if source is None
                else translate("Findings", "The relation {relation} has a target that does not exist.")
            )
            yield self._relation(Code.END_MISSING, relation, sentence)
        if relation.source == relation.target:
            sentence = translate("Findings", "The relation {relation} links a span to itself.")
            yield self._relation(Code.SELF_RELATION, relation, sentence)
        if kind is None:
            return
        if source is not None and source.label not in kind.domain:
            sentence = translate("Findings", "The relation {relation} starts at {span}; it must start at {labels}.")
            labels = either(kind.domain)
            yield self._relation(Code.DOMAIN, relation, sentence, span=self._name(source), labels=labels)
        if target is not None and target.label not in kind.range:
            sentence = translate("Findings", "The relation {relation} ends at {span}; it must end at {labels}.")
            labels = either(kind.range)
            yield self._relation(Code.RANGE, relation, sentence, span=self._name(target), labels=labels)
        value = source.attributes.get(kind.alternative_attribute) if source is not None else None
        if source is not None and value is not None and any(c.value == value for c in kind.alternatives):
            sentence = translate(
                "Findings",
                "The relation {relation} stands beside the value {value} of {span}, which says that there is none.",
            )
            name = self._name(source)
            yield self._relation(
                Code.ALTERNATIVE, relation, sentence, severity="warning", value=shown(value), span=name
            )

    def _name(self, span: Span) -> str:
        return _span_words(self.labels.get(span.label), span, self.article.text)

    def _span(
        self, code: Code, span: Span, sentence: str, *, severity: Severity = "error", **values: object
    ) -> Finding:
        """Return a finding about a span; the rest of ``values`` fills the places of the sentence."""
        message = sentence.format(span=self._name(span), **values)
        return Finding(code, severity, message, self.article.uid, span=span.id)

    def _relation(
        self, code: Code, relation: Relation, sentence: str, *, severity: Severity = "error", **values: object
    ) -> Finding:
        kind = self.schema.relation(relation.type)
        message = sentence.format(relation=kind.title if kind else shown(relation.type), **values)
        return Finding(code, severity, message, self.article.uid, span=relation.source, relation=relation.id)


def _missing(schema: LabelSchema, annotations: AnnotationSet, uid: str, text: str) -> Iterator[Finding]:
    for spec in _needed(schema.article_attributes, annotations.attributes):
        message = translate("Findings", "The article needs a value for {attribute}.").format(attribute=spec.title)
        yield Finding(Code.MISSING_ATTRIBUTE, "error", message, uid)
    linked = {(r.type, r.source) for r in annotations.relations}
    labels = {x.name: x for x in schema.enabled_labels}
    for span in annotations.spans:
        label = labels.get(span.label)
        if label is None:
            continue
        name = _span_words(label, span, text)
        for spec in _needed(label.attributes, span.attributes):
            sentence = translate("Findings", "{span} needs a value for {attribute}.")
            message = sentence.format(span=name, attribute=spec.title)
            yield Finding(Code.MISSING_ATTRIBUTE, "error", message, uid, span=span.id)
        for kind in schema.enabled_relations:
            if not kind.required or span.label not in kind.domain or (kind.name, span.id) in linked:
                continue
            value = span.attributes.get(kind.alternative_attribute)
            if not any(c.value == value for c in kind.alternatives):
                message = _needs(name, kind)
                yield Finding(Code.MISSING_RELATION, "error", message, uid, span=span.id)
    types = {x.name: x for x in schema.enabled_relations}
    for relation in annotations.relations:
        kind = types.get(relation.type)
        for spec in _needed(kind.attributes, relation.attributes) if kind else ():
            sentence = translate("Findings", "The relation {relation} needs a value for {attribute}.")
            message = sentence.format(relation=kind.title if kind else relation.type, attribute=spec.title)
            found = Finding(Code.MISSING_ATTRIBUTE, "error", message, uid, span=relation.source, relation=relation.id)
            yield found


def _needs(span: str, kind: RelationType) -> str:
    if not kind.alternatives:
        return translate("Findings", "{span} needs the relation {relation}.").format(span=span, relation=kind.title)
    values = either(translate("Findings", "the value {value}").format(value=c.title) for c in kind.alternatives)
    sentence = translate("Findings", "{span} needs the relation {relation} or {values}.")
    return sentence.format(span=span, relation=kind.title, values=values)


def _needed(specs: Iterable[AttributeSpec], attributes: Attributes) -> Iterator[AttributeSpec]:
    return (s for s in specs if s.required and s.enabled and _is_blank(attributes.get(s.name)))


def _is_blank(value: object) -> bool:
    return value is None or value == () or (isinstance(value, str) and not value.strip())


def _attribute_findings(specs: Iterable[AttributeSpec], attributes: Attributes) -> Iterator[tuple[str, Code]]:
    by_name = {s.name: s for s in specs}  # the schema's own come after the reserved ones, and so win
    for name, value in attributes.items():
        spec = by_name.get(name)
        if spec is None:
            sentence = translate("Findings", "the schema has no attribute {attribute} here.")
            yield sentence.format(attribute=shown(name)), Code.UNKNOWN_ATTRIBUTE
            continue
        title = marked("Findings", spec.title) if spec in _RESERVED else spec.title
        problem = attribute_problem(spec, value, title)
        if problem is not None:
            yield problem, Code.ATTRIBUTE_VALUE


def _span_words(label: Label | None, span: Span, text: str) -> str:
    """Name a span for a sentence; where none of its text is at hand, by its place."""
    title = label.title if label else shown(span.label)
    if any(text[f.start : f.end].strip() for f in span.fragments):
        words = shown(display_surface(text, span.fragments).strip())
        return translate("Findings", "{label} {text}").format(label=title, text=words)
    if not span.fragments:
        return title
    sentence = translate("Findings", "{label} at {start} to {end}")
    return sentence.format(label=title, start=span.start, end=span.end)
