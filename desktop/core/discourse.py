"""Discourse networks: which actor takes which stance on which category, and who agrees with whom.

After Leifeld (2017), "Discourse Network Analysis: Policy Debates as Dynamic Networks". An observation is a claim of an
actor with a category. Two actors are congruent on a category if both supported it or both opposed it, in conflict if
one did each; the weight of an edge between two actors is the number of such categories. Two categories are joined by
the number of actors who took the same stance on both.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from annotation_schema.model import ArticleRecord, Attributes, Span
from annotation_schema.offsets import display_surface
from annotation_schema.schema import AttributeKind, LabelSchema, RelationType

SUPPORT, OPPOSE, NEUTRAL = "support", "oppose", "neutral"
_STANCES = {SUPPORT: 0, OPPOSE: 1}
_MONTH = re.compile(r"\d{4}(-\d\d)?(?!\d)", re.ASCII)


@dataclass(frozen=True, slots=True)
class Roles:
    """What of a schema plays which part: the ``claim`` label, the relation to its ``actor``, two attributes."""

    claim: str
    actor: RelationType
    category: str
    stance: str


@dataclass(frozen=True, slots=True)
class Observation:
    """One claim of one actor about one category; ``when`` is the month of the article or its year, "" if unknown."""

    actor: str
    category: str
    stance: str
    when: str
    article: str


def roles(schema: LabelSchema) -> Roles | None:
    """Return the parts that a schema's labels play, or None if it has no claims of actors with categories.

    The relation is the first with alternatives (AUTHOR, IMPLICIT), failing that the first whose source has a category;
    the category is the source's first hierarchy, else its first enum; the stance is its enum with the values support
    and oppose.
    """
    kinds = sorted(schema.relations, key=lambda kind: not kind.alternatives)
    for kind in kinds:
        for name in kind.domain:
            label = schema.label(name)
            specs = label.attributes if label is not None else ()
            trees = [s.name for s in specs if s.kind is AttributeKind.HIERARCHY]
            enums = [s.name for s in specs if s.kind is AttributeKind.ENUM]
            stances = [s.name for s in specs if {SUPPORT, OPPOSE} <= set(s.values())]
            category = next((n for n in (*trees, *enums) if n not in (*stances, kind.alternative_attribute)), None)
            if category is not None:
                return Roles(name, kind, category, stances[0] if stances else "")
    return None


def observations(record: ArticleRecord, parts: Roles) -> Iterator[Observation]:
    """Give the observations of an article; what two annotators saw alike is given once."""
    seen: set[tuple[object, ...]] = set()
    text, dated = record.article.text, _MONTH.match(record.article.published)
    when = dated[0] if dated else ""  # it names a file: a source may say anything
    for held in record.annotations:
        by_id = {span.id: span for span in held.spans}
        claimants: dict[int, list[str]] = {}
        for link in held.relations:
            if link.type == parts.actor.name:
                claimants.setdefault(link.source, []).append(_actor(text, by_id[link.target]))
        for span in held.spans:
            if span.label != parts.claim:
                continue
            instead = span.attributes.get(parts.actor.alternative_attribute)
            names = claimants.get(span.id) or ([str(instead)] if isinstance(instead, str) and instead else [])
            stance = str(span.attributes.get(parts.stance, "")) or NEUTRAL
            for name in names:
                for category in _categories(span.attributes, parts.category):
                    key = (span.fragments, name, category, stance)
                    if key not in seen:
                        seen.add(key)
                        yield Observation(name, category, stance, when, record.article.uid)


def _actor(text: str, span: Span) -> str:
    """Return the entity that a mention stands for: its id where one was given, else its words."""
    entity = span.attributes.get("entity_id")
    words = entity if isinstance(entity, str) and entity.strip() else display_surface(text, span.fragments)
    return " ".join(words.split())


def _categories(attributes: Attributes, name: str) -> tuple[str, ...]:
    value = attributes.get(name, ())
    return value if isinstance(value, tuple) else (str(value),) if value != "" else ()


@dataclass(frozen=True, slots=True)
class Tie:
    """An edge of the two-mode network: how often an actor took each stance on a category."""

    actor: str
    category: str
    support: int
    oppose: int
    neutral: int

    @property
    def weight(self) -> int:
        """All claims of the actor about the category."""
        return self.support + self.oppose + self.neutral


class TwoMode:
    """The edges between actors and categories, from observations one by one; memory grows with the edges alone."""

    def __init__(self) -> None:
        """Begin without edges."""
        self._counts: dict[tuple[str, str], list[int]] = {}

    def add(self, one: Observation) -> None:
        """Count an observation."""
        counts = self._counts.setdefault((one.actor, one.category), [0, 0, 0])
        counts[_STANCES.get(one.stance, len(_STANCES))] += 1

    def ties(self) -> list[Tie]:
        """Return the edges, sorted."""
        return [Tie(actor, category, *counts) for (actor, category), counts in sorted(self._counts.items())]


def two_mode(found: Iterable[Observation]) -> list[Tie]:
    """Return the edges between actors and categories, sorted."""
    made = TwoMode()
    for one in found:
        made.add(one)
    return made.ties()


def congruence(ties: Iterable[Tie]) -> Counter[tuple[str, str]]:
    """Return for each pair of actors (in order of names) on how many categories they agree."""
    return _pairs(ties, lambda a, b: bool((a.support and b.support) or (a.oppose and b.oppose)))


def conflict(ties: Iterable[Tie]) -> Counter[tuple[str, str]]:
    """Return for each pair of actors on how many categories one supports what the other opposes."""
    return _pairs(ties, lambda a, b: bool((a.support and b.oppose) or (a.oppose and b.support)))


def _pairs(ties: Iterable[Tie], joined: Callable[[Tie, Tie], bool]) -> Counter[tuple[str, str]]:
    by_category: dict[str, list[Tie]] = {}
    for tie in ties:
        by_category.setdefault(tie.category, []).append(tie)
    counts = Counter[tuple[str, str]]()
    for group in by_category.values():
        for a, b in combinations(sorted(group, key=lambda t: t.actor), 2):
            if joined(a, b):
                counts[a.actor, b.actor] += 1
    return counts


def shared_categories(ties: Iterable[Tie]) -> Counter[tuple[str, str]]:
    """Return for each pair of categories how many actors took the same stance on both."""
    by_actor: dict[str, list[Tie]] = {}
    for tie in ties:
        by_actor.setdefault(tie.actor, []).append(tie)
    counts = Counter[tuple[str, str]]()
    for group in by_actor.values():
        for a, b in combinations(sorted(group, key=lambda t: t.category), 2):
            if (a.support and b.support) or (a.oppose and b.oppose) or (a.neutral and b.neutral):
                counts[a.category, b.category] += 1
    return counts
