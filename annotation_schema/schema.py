"""The label schema: which labels, attributes and relations a project has, and how each looks.

The JSON form is described by ``annotation_schema/label-schema.schema.json`` (JSON Schema 2020-12);
``load`` and ``dump`` are in ``annotation_schema.schema_json``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from annotation_schema.model import AttributeValue


class AttributeKind(StrEnum):
    """What values an attribute takes."""

    ENUM = "enum"
    HIERARCHY = "hierarchy"  # an enum whose choices form a tree; a value is the path "economy/tax"
    BOOLEAN = "boolean"
    TEXT = "text"
    DATE = "date"  # ISO 8601, year, month or day: "2025", "2025-01", "2025-01-29"
    NUMBER = "number"


class Nesting(StrEnum):
    """Which other spans a span of the label may overlap."""

    ANY = "any"
    OTHER_LABELS = "other-labels"
    NONE = "none"


class Cue(StrEnum):
    """The sign beside colour by which a label is told apart."""

    BRACKET = "bracket"  # tint and a numbered bracket in the margin
    UNDERLINE = "underline"
    DOUBLE_UNDERLINE = "double-underline"
    WAVY = "wavy"


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of an enum or a node of a codebook."""

    value: str
    title: str
    definition: str = ""
    children: tuple[Choice, ...] = ()


@dataclass(frozen=True, slots=True)
class AttributeSpec:
    """An attribute of a label, of a relation type or of the article."""

    name: str
    title: str
    kind: AttributeKind
    choices: tuple[Choice, ...] = ()  # for a hierarchy: the codebook, resolved at load
    codebook: str = ""  # name of the codebook that ``choices`` came from
    multiple: bool = False
    required: bool = False
    default: AttributeValue | None = None
    remembered: bool = False  # a new span takes the value last given
    usual: bool = False  # quick fill asks for it, though a span is complete without
    enabled: bool = True
    definition: str = ""
    minimum: float | None = None  # of a number, inclusive
    maximum: float | None = None
    whole: bool = False  # a number without a fraction

    def values(self) -> tuple[str, ...]:
        """Return every value that may be chosen, in codebook order: for a hierarchy the paths of all nodes."""
        if self.kind is AttributeKind.HIERARCHY:
            return tuple(codebook_paths(self.choices))
        return tuple(c.value for c in self.choices)


def codebook_paths(choices: tuple[Choice, ...], *, prefix: str = "") -> Iterator[str]:
    """Yield the path of every node of a codebook, a parent before its children: "economy", "economy/tax"."""
    for choice in choices:
        path = prefix + choice.value
        yield path
        yield from codebook_paths(choice.children, prefix=path + "/")


@dataclass(frozen=True, slots=True)
class Colours:
    """``#rrggbb`` for lines and letters (``ink``) and for the ground beneath the text (``tint``)."""

    ink: str
    tint: str


@dataclass(frozen=True, slots=True)
class Label:
    """A kind of span."""

    name: str
    title: str
    key: str  # "": there are more labels than keys; this one is reached by the palette
    light: Colours
    dark: Colours
    cue: Cue
    letter: str
    max_fragments: int | None = None  # None: any number
    nesting: Nesting = Nesting.ANY
    snap_to_tokens: bool = True
    enabled: bool = True
    attributes: tuple[AttributeSpec, ...] = ()
    definition: str = ""
    examples: tuple[str, ...] = ()
    counter_examples: tuple[str, ...] = ()

    def attribute(self, name: str) -> AttributeSpec | None:
        """Return the attribute of that name, or None."""
        return next((a for a in self.attributes if a.name == name), None)


@dataclass(frozen=True, slots=True)
class RelationType:
    """A kind of link; ``domain`` and ``range`` are label names."""

    name: str
    title: str
    domain: tuple[str, ...]
    range: tuple[str, ...]
    max_per_source: int | None = None
    alternatives: tuple[Choice, ...] = ()  # values that stand where no span can: AUTHOR, IMPLICIT
    alternative_attribute: str = ""  # the attribute of the source span that holds such a value
    required: bool = False  # a source span without one (nor an alternative) is incomplete
    enabled: bool = True
    attributes: tuple[AttributeSpec, ...] = ()
    definition: str = ""


@dataclass(frozen=True, slots=True)
class LabelSchema:
    """A named, versioned set of labels, relation types and article attributes."""

    name: str
    version: str
    title: str
    labels: tuple[Label, ...]
    relations: tuple[RelationType, ...] = ()
    article_attributes: tuple[AttributeSpec, ...] = ()
    codebooks: Mapping[str, tuple[Choice, ...]] = field(default_factory=dict[str, tuple[Choice, ...]])
    description: str = ""

    def label(self, name: str) -> Label | None:
        """Return the label of that name, or None."""
        return next((x for x in self.labels if x.name == name), None)

    def relation(self, name: str) -> RelationType | None:
        """Return the relation type of that name, or None."""
        return next((x for x in self.relations if x.name == name), None)

    @property
    def enabled_labels(self) -> tuple[Label, ...]:
        """Labels that are switched on, in schema order."""
        return tuple(x for x in self.labels if x.enabled)

    @property
    def enabled_relations(self) -> tuple[RelationType, ...]:
        """Relation types that can be made now: switched on, as is a label of their domain and one of their range."""
        on = {x.name for x in self.enabled_labels}
        return tuple(r for r in self.relations if r.enabled and on.intersection(r.domain) and on.intersection(r.range))
