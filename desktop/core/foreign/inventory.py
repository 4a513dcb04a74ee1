"""What a source of foreign annotations holds: types, attributes with values, relations, events, with their counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from annotation_schema.model import Article
from annotation_schema.offsets import display_surface
from desktop.core.foreign.model import ForeignRecord, ForeignSet, Value, word

ARTICLE = "@"
"""Stands for the type where an attribute belongs to the article; "@said_by": to relations of that type."""
MAX_VALUES = 200
"""Different values of an attribute that are counted one by one; what has more is free text."""
_EXAMPLES = 5


@dataclass(slots=True)
class ValueCounts:
    """The values of one attribute. ``several``: a span has more than one at once."""

    values: Counter[str] = field(default_factory=Counter[str])
    kinds: set[type] = field(default_factory=set[type])
    several: bool = False
    free: bool = False  # more than MAX_VALUES different ones

    def add(self, value: Value) -> None:
        """Count a value."""
        self.several = self.several or isinstance(value, tuple)
        for one in value if isinstance(value, tuple) else (value,):
            self.kinds.add(type(one))
            if word(one) in self.values or len(self.values) < MAX_VALUES:
                self.values[word(one)] += 1
            else:
                self.free = True


@dataclass(slots=True)
class Inventory:
    """Counts over all records of a source.

    ``attributes`` are by (type of span, name), see ``ARTICLE``; ``relations`` count (type of source, type of
    target) by type of relation; ``roles`` count (event type, role, type of the argument).
    """

    articles: int = 0
    sets: int = 0
    types: Counter[str] = field(default_factory=Counter[str])
    in_parts: Counter[str] = field(default_factory=Counter[str])  # spans of several fragments by type
    examples: dict[str, list[str]] = field(default_factory=dict[str, list[str]])
    attributes: dict[tuple[str, str], ValueCounts] = field(default_factory=dict[tuple[str, str], ValueCounts])
    relations: dict[str, Counter[tuple[str, str]]] = field(default_factory=dict[str, Counter[tuple[str, str]]])
    events: Counter[str] = field(default_factory=Counter[str])
    roles: Counter[tuple[str, str, str]] = field(default_factory=Counter[tuple[str, str, str]])
    annotators: Counter[str] = field(default_factory=Counter[str])
    seen: set[str] = field(default_factory=set[str])

    def add(self, record: ForeignRecord) -> None:
        """Count a record; an article that comes again, with another annotator, is counted once."""
        if record.article.uid not in self.seen:
            self.seen.add(record.article.uid)
            self.articles += 1
        for held in record.sets:
            self.sets += 1
            self.annotators[held.annotator] += 1
            self._add(held, record.article)

    def _add(self, held: ForeignSet, article: Article) -> None:
        type_of = {span.key: span.type for span in held.spans} | {event.key: event.type for event in held.events}
        for span in held.spans:
            self.types[span.type] += 1
            self.in_parts[span.type] += len(span.fragments) > 1
            shown = self.examples.setdefault(span.type, [])
            if len(shown) < _EXAMPLES:
                words = display_surface(article.text, span.fragments)
                if words not in shown:
                    shown.append(words)
            for name, value in span.values.items():
                self.attributes.setdefault((span.type, name), ValueCounts()).add(value)
        for relation in held.relations:
            pair = type_of.get(relation.source, ""), type_of.get(relation.target, "")
            self.relations.setdefault(relation.type, Counter())[pair] += 1
            for name, value in relation.values.items():
                self.attributes.setdefault((ARTICLE + relation.type, name), ValueCounts()).add(value)
        for event in held.events:
            self.events[event.type] += 1
            for role, key in event.arguments:
                self.roles[event.type, role, type_of.get(key, "")] += 1
            for name, value in event.values.items():
                self.attributes.setdefault((event.type, name), ValueCounts()).add(value)
        for name, value in held.values.items():
            self.attributes.setdefault((ARTICLE, name), ValueCounts()).add(value)


def inventory(records: Iterable[ForeignRecord]) -> Inventory:
    """Count all records."""
    found = Inventory()
    for record in records:
        found.add(record)
    return found
