"""What looks unfinished or unlikely in an article while somebody works on it, each with a safe fix where there is one.

Pure and quick (some milliseconds for 700 spans), so that it can run after every step. It never keeps anybody from
finishing; what breaks the label schema's rules outright is found by ``annotation_schema.validation`` as well.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from annotation_schema.model import Attributes, AttributeValue, Fragment, Fragments, Relation, Span, SpanId
from annotation_schema.offsets import merge
from annotation_schema.schema import AttributeSpec, Label, LabelSchema, RelationType
from annotation_schema.wording import translate
from desktop.core import borders, graphemes
from desktop.core.borders import ALL, BorderRules
from desktop.core.edits import ChangeRelation, ChangeSpan, Edit, RemoveRelation, RemoveSpan, Step
from desktop.core.gestures.common import REAL, Sources, with_value
from desktop.core.lint_mark import LintCode, LintMark, LintSeverity
from desktop.core.view import ArticleView
from desktop.core.words import inside, label_title, named, quoted, relation_title

_NO_LINKS: frozenset[str] = frozenset()
_LONGEST_SURFACE = 80
"""Longer stretches that read the same are the same sentence, not a name tagged in two ways."""


def lint(
    view: ArticleView, schema: LabelSchema, *, rules: BorderRules = ALL, sources: Sources = REAL
) -> tuple[LintMark, ...]:
    """Return the marks of an article in text order. ``rules``: which borders count as slips."""
    return Linter().look(view, schema, rules=rules, sources=sources)


class Linter:
    """Looks at articles again and again: what concerns one span alone is kept while the span stays as it is."""

    def __init__(self) -> None:
        """Know nothing yet."""
        self._for: tuple[object, ...] = ()
        self._kept: dict[SpanId, tuple[Span, frozenset[str], tuple[LintMark, ...]]] = {}

    def look(
        self, view: ArticleView, schema: LabelSchema, *, rules: BorderRules = ALL, sources: Sources = REAL
    ) -> tuple[LintMark, ...]:
        """Return the marks of an article in text order, as ``lint`` does."""
        lint = self._begin(view, schema, rules, sources)
        found = [lint.possible(mark) for span in view.spans for mark in self._of(lint, span)]
        found += lint.of_article()
        found.sort(key=lambda m: (m.at.start, m.at.end, m.code, m.span or 0, m.relation or 0))
        self._kept = {span.id: self._kept[span.id] for span in view.spans}
        return tuple(found)

    def prepare(
        self, view: ArticleView, schema: LabelSchema, enough: Callable[[], bool], *, rules: BorderRules = ALL
    ) -> bool:
        """Do a part of the work of ``look``, until ``enough``, and say whether the rest is quick."""
        lint = self._begin(view, schema, rules, REAL)
        for span in view.spans:
            before = self._kept.get(span.id)
            self._of(lint, span)
            if self._kept[span.id] is not before and enough():
                return False
        return True

    def _begin(self, view: ArticleView, schema: LabelSchema, rules: BorderRules, sources: Sources) -> _Lint:
        concerned = (view.id, view.article, schema, rules)
        if concerned != self._for:
            self._for, self._kept = concerned, {}
        return _Lint(view, schema, rules, sources)

    def _of(self, lint: _Lint, span: Span) -> tuple[LintMark, ...]:
        linked = lint.linked.get(span.id, _NO_LINKS)
        kept = self._kept.get(span.id)
        if kept is None or kept[0] != span or kept[1] != linked:
            kept = self._kept[span.id] = (span, frozenset(linked), tuple(lint.of_span(span)))
        return kept[2]


class _Lint:
    def __init__(self, view: ArticleView, schema: LabelSchema, rules: BorderRules, sources: Sources) -> None:
        self.view = view
        self.schema = schema
        self.rules = rules
        self.text = view.article.text
        self.now = sources.now()
        self.labels = {x.name: x for x in schema.labels}
        self.types = {x.name: x for x in schema.relations}
        self.asked = [r for r in schema.enabled_relations if r.required or r.alternatives]
        self.names: dict[SpanId, str] = {}
        self.taken = {(s.label, s.fragments) for s in view.spans}
        self.linked: dict[SpanId, set[str]] = defaultdict(set)
        self.links_of: dict[SpanId, list[Relation]] = defaultdict(list)
        for relation in view.relations:
            self.linked[relation.source].add(relation.type)
            self.links_of[relation.source].append(relation)
            if relation.target != relation.source:
                self.links_of[relation.target].append(relation)

    def possible(self, mark: LintMark) -> LintMark:
        """Return a mark of a span, without its fix if that would put the span where an equal one stands."""
        match mark.fix.parts[0].edits if mark.fix is not None else ():
            case (ChangeSpan(before, after),) if before.fragments != after.fragments:
                return replace(mark, fix=None) if (after.label, after.fragments) in self.taken else mark
            case _:
                return mark

    def of_article(self) -> Iterator[LintMark]:
        for spec in _needed(self.schema.article_attributes, self.view.state.attributes):
            at = Fragment(0, 1)
            message = translate("Lint", "The article needs a value for {attribute}.").format(attribute=spec.title)
            yield LintMark(LintCode.ATTRIBUTE_MISSING, LintSeverity.WARNING, message, at, attribute=spec.name)
        yield from self.duplicates()
        yield from self.otherwise()
        yield from self.links()

    def of_span(self, span: Span) -> Iterator[LintMark]:
        label = self.labels.get(span.label)
        if label is not None and label.enabled:
            yield from self.missing(span, label)
        if self.rules != borders.NONE:
            yield from self.parts(span, label)

    # what is missing

    def missing(self, span: Span, label: Label) -> Iterator[LintMark]:
        for spec in _needed(label.attributes, span.attributes):
            value = _only_value(spec)
            fix: Step | None = None
            if value is not None:
                words = translate("Steps", "set {attribute} of {span}").format(
                    attribute=inside(spec.title), span=self.name(span)
                )
                fix = self.change(span, words, replace(span, attributes=with_value(span.attributes, spec.name, value)))
            message = translate("Lint", "{span} needs a value for {attribute}.").format(
                span=self.name(span), attribute=spec.title
            )
            yield self.mark(LintCode.ATTRIBUTE_MISSING, span, message, fix=fix, attribute=spec.name)
        for kind in self.asked:
            if span.label not in kind.domain:
                continue
            value = span.attributes.get(kind.alternative_attribute)
            filled = kind.name in self.linked.get(span.id, _NO_LINKS)
            if not filled and not any(c.value == value for c in kind.alternatives):
                message = translate("Lint", "{span} has no {link}.").format(
                    span=self.name(span), link=inside(kind.title)
                )
                yield self.mark(LintCode.ATTRIBUTION_MISSING, span, message, type=kind.name)

    # borders and parts

    def parts(self, span: Span, label: Label | None) -> Iterator[LintMark]:
        text = self.text
        for number, fragment in enumerate(span.fragments):
            start, end = fragment.start, fragment.end
            if number and text[span.fragments[number - 1].end : start].isspace():
                joined = merge([*span.fragments, Fragment(span.fragments[number - 1].end, start)])
                message = translate("Lint", "Two parts of {span} have only white space between them.").format(
                    span=self.name(span)
                )
                fix = self.with_fragments(span, joined, translate("Steps", "join parts of {span}"))
                yield self.mark(LintCode.PARTS_TOUCH, span, message, at=fragment, fix=fix)
            # Letters and figures at both ends, and beyond them none: nothing can be wrong.
            if text[start].isalnum() and text[end - 1 : end].isalnum() and self.is_free(start) and self.is_free(end):
                continue
            yield from self.part(span, label, fragment)

    def is_free(self, position: int) -> bool:
        """Say whether one of the two characters at a border is plain, so that it cuts nothing."""
        text = self.text
        if position <= 0 or position >= len(text):
            return True
        left, right = text[position - 1], text[position]
        return (left.isspace() or right.isspace() or (left < "\u0300" and right < "\u0300")) and not (
            left.isalnum() and right.isalnum()
        )

    def part(self, span: Span, label: Label | None, fragment: Fragment) -> Iterator[LintMark]:
        text, start, end = self.text, fragment.start, fragment.end
        name = self.name(span)
        if not any(c.isalnum() for c in text[start:end]):
            if _is_sign(text[start:end]):
                return
            rest = tuple(f for f in span.fragments if f != fragment)
            fix = self.with_fragments(span, rest, translate("Steps", "take an empty part out of {span}"))
            message = translate("Lint", "A part of {span} is only punctuation or white space.").format(span=name)
            yield self.mark(LintCode.EMPTY_PART, span, message, at=fragment, fix=fix)
            return
        if not (graphemes.is_border(text, start) and graphemes.is_border(text, end)):
            whole = Fragment(graphemes.floor(text, start), graphemes.ceil(text, end))
            message = translate("Lint", "{span} begins or ends inside a character.").format(span=name)
            fix = self.instead(span, fragment, whole, translate("Steps", "take in the whole character of {span}"))
            yield self.mark(LintCode.CHARACTER_CUT, span, message, at=fragment, fix=fix)
            return
        first, last = borders.trim(text, start, end, self.rules)
        if (first, last) != (start, end) and first < last:
            if first == start:
                sentence = translate("Lint", "{span} ends with {last}.")
            elif last == end:
                sentence = translate("Lint", "{span} begins with {first}.")
            else:
                sentence = translate("Lint", "{span} begins with {first} and ends with {last}.")
            message = sentence.format(span=name, first=_what(text[start]), last=_what(text[end - 1]))
            fix = self.instead(span, fragment, Fragment(first, last), translate("Steps", "trim {span}"))
            yield self.mark(LintCode.BORDER, span, message, at=fragment, fix=fix)
            return
        if not (self.rules.words and (label is None or label.snap_to_tokens)):
            return
        if borders.cuts_word(text, start) or borders.cuts_word(text, end):
            whole = borders.tidy(text, start, end, label, self.rules)
            words = translate("Steps", "take in the whole word of {span}")
            fix = self.instead(span, fragment, whole, words) if whole else None
            message = translate("Lint", "{span} begins or ends inside a word.").format(span=name)
            yield self.mark(LintCode.WORD_CUT, span, message, at=fragment, fix=fix)

    # the same twice

    def duplicates(self) -> Iterator[LintMark]:
        if len(self.taken) == len(self.view.spans):
            return
        groups: dict[tuple[str, Fragments], list[Span]] = defaultdict(list)
        for span in self.view.spans:
            groups[span.label, span.fragments].append(span)
        for spans in groups.values():
            if len(spans) > 1:
                # The one with the most on it stays; of equal ones the first.
                spans.sort(key=lambda s: (-len(self.links_of[s.id]), -len(s.attributes), s.id))
                for extra in spans[1:]:
                    yield self.duplicate(spans[0], extra)

    def duplicate(self, kept: Span, extra: Span) -> LintMark:
        held = kept.attributes.items()
        nothing_lost = not self.links_of[extra.id] and all(item in held for item in extra.attributes.items())
        nothing_lost = nothing_lost and all(d.span != extra.id for d in self.view.decided.values())
        words = translate("Steps", "delete the second {span}").format(span=self.name(extra))
        fix = Step.of(self.view.id, words, RemoveSpan(extra)) if nothing_lost else None
        return self.mark(
            LintCode.DUPLICATE,
            extra,
            translate("Lint", "{span} is tagged twice.").format(span=self.name(extra)),
            fix=fix,
        )

    def otherwise(self) -> Iterator[LintMark]:
        groups: dict[str, list[Span]] = defaultdict(list)
        for span in self.view.spans:
            if len(span.fragments) == 1 and span.end - span.start <= _LONGEST_SURFACE:
                groups[self.text[span.start : span.end]].append(span)
        for spans in groups.values():
            if len(spans) < 2 or len({s.label for s in spans}) < 2:
                continue
            labels_at: dict[Fragments, set[str]] = defaultdict(set)
            for span in spans:
                labels_at[span.fragments].add(span.label)
            counts = Counter(s.label for s in spans)
            # Two labels on the same stretch are meant (metonymy); what counts is a place that lacks one of them.
            for span in spans:
                rivals = [x for x in counts if x != span.label and x not in labels_at[span.fragments]]
                more = [x for x in rivals if (counts[x], x) > (counts[span.label], span.label)]
                if more and any(span.label not in found for found in labels_at.values()):
                    other = max(more, key=lambda x: (counts[x], x))
                    message = translate(
                        "Lint",
                        "{span} is tagged as {label} elsewhere in this article."
                        "|{span} is tagged as {label} %n times elsewhere in this article.",
                        counts[other],
                    ).format(span=self.name(span), label=label_title(other, self.schema))
                    yield self.mark(LintCode.TAGGED_OTHERWISE, span, message, severity=LintSeverity.HINT)

    # links

    def links(self) -> Iterator[LintMark]:
        seen: set[tuple[str, SpanId, SpanId]] = set()
        for relation in self.view.relations:
            source, target = self.view.span(relation.source), self.view.span(relation.target)
            kind = self.types.get(relation.type)
            if source is None or target is None:
                continue
            key = (relation.type, relation.source, relation.target)
            if key in seen:
                fix = self.without(relation) if not relation.attributes else None
                message = translate("Lint", "{source} and {target} are linked twice in the same way.").format(
                    source=self.name(source), target=self.name(target)
                )
                yield self.link(LintCode.LINK_TWICE, relation, source, message, LintSeverity.WARNING, fix)
                continue
            seen.add(key)
            if kind is None:
                continue
            if source.label not in kind.domain or target.label not in kind.range or source.id == target.id:
                yield self.out_of_place(relation, kind, source, target)
                continue
            value = source.attributes.get(kind.alternative_attribute) if kind.alternative_attribute else None
            choice = next((c for c in kind.alternatives if c.value == value), None)
            if choice is not None:
                words = translate("Steps", "take {value} away from {span}").format(
                    value=choice.title, span=self.name(source)
                )
                attributes = with_value(source.attributes, kind.alternative_attribute, None)
                fix = self.change(source, words, replace(source, attributes=attributes))
                message = translate("Lint", "{span} has both a {link} and the value {value}.").format(
                    span=self.name(source), link=inside(kind.title), value=choice.title
                )
                yield self.link(LintCode.LINK_AND_VALUE, relation, source, message, LintSeverity.WARNING, fix)
            for spec in _needed(kind.attributes, relation.attributes):
                message = translate("Lint", "The link {link} of {span} needs a value for {attribute}.").format(
                    link=kind.title, span=self.name(source), attribute=spec.title
                )
                yield self.link(
                    LintCode.ATTRIBUTE_MISSING, relation, source, message, LintSeverity.WARNING, None, spec.name
                )

    def out_of_place(self, relation: Relation, kind: RelationType, source: Span, target: Span) -> LintMark:
        turned = (kind.name, target.id, source.id)
        fits = target.label in kind.domain and source.label in kind.range and source.id != target.id
        if fits and not any((r.type, r.source, r.target) == turned for r in self.links_of[source.id]):
            after = replace(relation, source=target.id, target=source.id)
            words = translate("Steps", "turn round {link} from {text}").format(
                link=kind.title, text=quoted(self.text, source.fragments)
            )
            fix = Step.of(self.view.id, words, ChangeRelation(relation, after))
        else:
            fix = self.without(relation)
        message = translate("Lint", "{link} cannot link {source} to {target}.").format(
            link=kind.title, source=self.name(source), target=self.name(target)
        )
        return self.link(LintCode.LINK_ENDS, relation, source, message, LintSeverity.ERROR, fix)

    def without(self, relation: Relation) -> Step:
        title = relation_title(relation.type, self.schema)
        source = self.view.span(relation.source)
        if source is None:
            words = translate("Steps", "take away {link}").format(link=title)
        else:
            words = translate("Steps", "take away {link} from {text}").format(
                link=title, text=quoted(self.text, source.fragments)
            )
        return Step.of(self.view.id, words, RemoveRelation(relation))

    # making marks and fixes

    def name(self, span: Span) -> str:
        found = self.names.get(span.id)
        if found is None:
            label = self.labels.get(span.label)
            title = label.title if label else label_title(span.label, None)
            found = self.names[span.id] = named(title, quoted(self.text, span.fragments))
        return found

    def mark(
        self,
        code: LintCode,
        span: Span,
        message: str,
        *,
        at: Fragment | None = None,
        severity: LintSeverity = LintSeverity.WARNING,
        fix: Step | None = None,
        attribute: str = "",
        type: str = "",
    ) -> LintMark:
        place = at or span.fragments[0]
        return LintMark(code, severity, message, place, span.id, None, fix, attribute, type)

    def link(
        self,
        code: LintCode,
        relation: Relation,
        source: Span,
        message: str,
        severity: LintSeverity,
        fix: Step | None,
        attribute: str = "",
    ) -> LintMark:
        place = source.fragments[0]
        return LintMark(code, severity, message, place, source.id, relation.id, fix, attribute, relation.type)

    def change(self, span: Span, words: str, after: Span) -> Step:
        edit: Edit = ChangeSpan(span, replace(after, updated=self.now))
        return Step.of(self.view.id, words, edit)

    def instead(self, span: Span, old: Fragment, new: Fragment, words: str) -> Step | None:
        return self.with_fragments(span, merge(new if f == old else f for f in span.fragments), words)

    def with_fragments(self, span: Span, fragments: Fragments, words: str) -> Step | None:
        """Return the step to other borders; ``possible`` says whether a span of the label stands there already."""
        if not fragments:
            return None
        return self.change(span, words.format(span=self.name(span)), replace(span, fragments=fragments))


def _needed(specs: Iterable[AttributeSpec], attributes: Attributes) -> Iterator[AttributeSpec]:
    for spec in specs:
        if spec.required and spec.enabled:
            value = attributes.get(spec.name)
            if value is None or value == () or (isinstance(value, str) and not value.strip()):
                yield spec


def _only_value(spec: AttributeSpec) -> AttributeValue | None:
    """Return the value that stands to reason: the default, or the only one there is."""
    if spec.default is not None:
        return spec.default
    values = spec.values()
    if len(values) != 1:
        return None
    return values if spec.multiple else values[0]


def _is_sign(text: str) -> bool:
    """Say whether a stretch without letters is something by itself: an emoji, a currency sign."""
    start, end = borders.trim(text, 0, len(text))
    return start < end and not all(borders.is_mark(c) or c.isspace() for c in text[start:end])


def _what(character: str) -> str:
    if character.isspace():
        return translate("Lint", "white space")
    if borders.is_quote(character):
        return translate("Lint", "a quote mark")
    return translate("Words", "“{text}”").format(text=character)
