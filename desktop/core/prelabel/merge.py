"""From what a worker found to suggestions in the project's words, and the rule of what is offered. Pure.

Two suggestions are equal if label and fragments are equal. A run's answer for an article replaces what
earlier runs of the same pipeline suggested there and nobody has decided; what somebody accepted or rejected
stays, and nothing equal to it is added again (``storage.suggestions.store``). An annotator is offered what
they have not decided, what equals none of their spans, and what does not lie within a place that they
rejected for that label before it was suggested (``storage.offers``).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from annotation_schema.model import ArticleId, Attributes, AttributeValue, Fragments
from annotation_schema.offsets import merge
from annotation_schema.schema import Label, LabelSchema, RelationType
from desktop.core.prelabel.label_map import ValueCheck
from desktop.core.prelabel.messages import FoundRelation, FoundSpan
from desktop.core.view import LabelMap, NewRelation, NewSuggestion

Key = tuple[str, Fragments]
"""What makes two suggestions equal."""


@dataclass(frozen=True, slots=True)
class RunAnswer:
    """A run's answer for one article; ``text_sha256`` says for which text, in hex digits."""

    article: ArticleId
    text_sha256: str
    spans: tuple[NewSuggestion, ...]
    relations: tuple[NewRelation, ...] = ()


@dataclass(frozen=True, slots=True)
class Mapped:
    """An answer in the project's words; ``left_out`` counts the worker's names that have no place in the project.

    They are labels ("DATE"), roles ("claimant") and attributes ("ACTOR.mood"). ``relations`` refer to places in
    ``spans``, which are in text order, longer ones first.
    """

    spans: tuple[NewSuggestion, ...] = ()
    relations: tuple[NewRelation, ...] = ()
    left_out: Mapping[str, int] = field(default_factory=dict[str, int])


class Mapper:
    """Puts answers into a project's words: by its label map, as far as its schema has labels, links and values."""

    def __init__(self, label_map: LabelMap, schema: LabelSchema) -> None:
        """Take the project's label map, whose targets are labels (for spans) and relation types (for roles)."""
        self._labels: dict[str, tuple[Label, Attributes]] = {}
        self._roles: dict[str, RelationType] = {}
        self._values = {x.name: ValueCheck(x.attributes) for x in schema.labels}
        links = {r.name: r for r in schema.relations}
        for name, (target, attributes) in label_map.items():
            label = schema.label(target)
            if label is not None:
                self._labels[name] = (label, attributes)
            elif target in links:
                self._roles[name] = links[target]

    def mapped(self, found: Sequence[FoundSpan], relations: Iterable[FoundRelation] = ()) -> Mapped:
        """Return the suggestions for one article.

        Of equal ones the first stays, and takes score and attributes of a later one where it has none. What the
        schema has switched off is passed over; what it does not know or allow is left out and counted.
        """
        left_out: Counter[str] = Counter()
        kept: dict[Key, NewSuggestion] = {}
        keys: list[Key | None] = []
        for span in found:
            one = self._suggestion(span, left_out)
            keys.append(None if one is None else (one.label, one.fragments))
            if one is None:
                continue
            known = kept.setdefault((one.label, one.fragments), one)
            if known is not one:
                attributes = {**one.attributes, **known.attributes}
                score = one.score if known.score is None else known.score
                kept[one.label, one.fragments] = NewSuggestion(
                    one.label, known.source_label, one.fragments, attributes, score
                )
        links: dict[tuple[str, Key, Key], float | None] = {}
        for link in relations:
            self._link(link, keys, kept, links, left_out)
        order = sorted(kept, key=lambda k: (k[1][0].start, -k[1][-1].end, k[0]))
        place = {key: number for number, key in enumerate(order)}
        return Mapped(
            tuple(kept[key] for key in order),
            tuple(NewRelation(kind, place[a], place[b], score) for (kind, a, b), score in links.items()),
            left_out,
        )

    def _suggestion(self, span: FoundSpan, left_out: Counter[str]) -> NewSuggestion | None:
        entry = self._labels.get(span.label)
        if entry is None:
            left_out[span.label] += 1
            return None
        label, attributes = entry
        if not label.enabled:
            return None
        fragments = span.fragments if len(span.fragments) == 1 else merge(span.fragments)
        if label.max_fragments is not None and len(fragments) > label.max_fragments:
            left_out[span.label] += 1
            return None
        if span.attributes:
            check = self._values[label.name]
            fit: dict[str, AttributeValue] = {}
            for name, value in span.attributes.items():
                if check.allows(name, value):
                    fit[name] = value
                elif not check.switched_off(name):
                    left_out[f"{label.name}.{name}"] += 1
            attributes = {**attributes, **fit}
        return NewSuggestion(label.name, span.label, fragments, attributes, span.score)

    def _link(
        self,
        link: FoundRelation,
        keys: Sequence[Key | None],
        kept: dict[Key, NewSuggestion],
        links: dict[tuple[str, Key, Key], float | None],
        left_out: Counter[str],
    ) -> None:
        kind = self._roles.get(link.role)
        if kind is None:
            left_out[link.role] += 1
            return
        source = keys[link.source]
        if source is None or not kind.enabled:
            return
        if link.target is None:
            self._value(link, kind, source, kept, links, left_out)
            return
        target = keys[link.target]
        if target is None:
            return
        if source == target or source[0] not in kind.domain or target[0] not in kind.range:
            left_out[link.role] += 1
            return
        links.setdefault((kind.name, source, target), link.score)
        if kind.alternative_attribute in kept[source].attributes:  # somebody beats nobody
            one = kept[source]
            attributes = {k: v for k, v in one.attributes.items() if k != kind.alternative_attribute}
            kept[source] = NewSuggestion(one.label, one.source_label, one.fragments, attributes, one.score)

    def _value(
        self,
        link: FoundRelation,
        kind: RelationType,
        source: Key,
        kept: dict[Key, NewSuggestion],
        links: Mapping[tuple[str, Key, Key], float | None],
        left_out: Counter[str],
    ) -> None:
        """Say that there is no target in the text: the schema keeps that as an attribute of the source."""
        name = kind.alternative_attribute
        known = link.value in {c.value for c in kind.alternatives} and self._values[source[0]].allows(name, link.value)
        if not known or source[0] not in kind.domain:
            left_out[link.role] += 1
        elif not any(k == kind.name and a == source for k, a, _ in links):
            one = kept[source]
            attributes = {name: link.value, **one.attributes}
            kept[source] = NewSuggestion(one.label, one.source_label, one.fragments, attributes, one.score)
