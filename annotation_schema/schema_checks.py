"""What must hold between the parts of a label schema, beyond the form of each: names, references, defaults."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from annotation_schema.schema import AttributeKind, AttributeSpec, Choice, LabelSchema, RelationType
from annotation_schema.values import attribute_problem
from annotation_schema.wording import translate


def check(schema: LabelSchema) -> Iterator[str]:
    """Yield a sentence for each mistake; nothing for a schema that can be used."""
    yield from _unique("labels", "name", [x.name for x in schema.labels])
    yield from _unique("labels", "key", [x.key for x in schema.labels])
    # There are 36 letters and no limit to labels: those without a key may share one.
    yield from _unique("labels", "letter", [x.letter if x.key else "" for x in schema.labels])
    yield from _unique("relations", "name", [x.name for x in schema.relations])
    for name, choices in schema.codebooks.items():
        yield from _choices(f"codebooks.{name}", choices)
    for i, label in enumerate(schema.labels):
        yield from _attributes(f"labels[{i}].attributes", label.attributes)
    for i, relation in enumerate(schema.relations):
        yield from _relation(schema, f"relations[{i}]", relation)
        yield from _attributes(f"relations[{i}].attributes", relation.attributes)
    yield from _attributes("article_attributes", schema.article_attributes)


def _unique(place: str, field: str, values: Iterable[str]) -> Iterator[str]:
    first: dict[str, int] = {}
    for i, value in enumerate(values):
        if value and value in first:
            at, other = f"{place}[{i}].{field}", f"{place}[{first[value]}]"
            sentence = translate("Schema", "{place}: “{value}” is taken by {other}.")
            yield sentence.format(place=at, value=value, other=other)
        first.setdefault(value, i)


def _choices(place: str, choices: tuple[Choice, ...]) -> Iterator[str]:
    yield from _unique(place, "value", [c.value for c in choices])
    for i, choice in enumerate(choices):
        yield from _choices(f"{place}[{i}].children", choice.children)


def _attributes(place: str, attributes: tuple[AttributeSpec, ...]) -> Iterator[str]:
    yield from _unique(place, "name", [a.name for a in attributes])
    for i, spec in enumerate(attributes):
        at = f"{place}[{i}]"
        if not spec.codebook:
            yield from _choices(f"{at}.choices", spec.choices)
        if spec.minimum is not None and spec.maximum is not None and spec.minimum > spec.maximum:
            sentence = translate("Schema", "{place}: {minimum:g} is more than the maximum, {maximum:g}.")
            yield sentence.format(place=f"{at}.minimum", minimum=spec.minimum, maximum=spec.maximum)
        if spec.default is not None:
            problem = attribute_problem(spec, spec.default, f"{at}.default:")
            if problem is not None:
                yield problem


def _relation(schema: LabelSchema, place: str, relation: RelationType) -> Iterator[str]:
    for field, names in (("domain", relation.domain), ("range", relation.range)):
        for i, name in enumerate(names):
            if schema.label(name) is None:
                sentence = translate("Schema", "{place}: the schema has no label “{label}”.")
            elif name in names[:i]:
                sentence = translate("Schema", "{place}: “{label}” stands here twice.")
            else:
                continue
            yield sentence.format(place=f"{place}.{field}[{i}]", label=name)
    yield from _choices(f"{place}.alternatives", relation.alternatives)
    if not relation.alternative_attribute:
        return
    at = f"{place}.alternative_attribute"
    for name in relation.domain:
        label = schema.label(name)
        if label is None:
            continue
        spec = label.attribute(relation.alternative_attribute)
        if spec is None:
            sentence = translate("Schema", "{place}: the label {label} has no attribute “{attribute}”.")
            yield sentence.format(place=at, label=name, attribute=relation.alternative_attribute)
        elif spec.kind is not AttributeKind.ENUM or spec.multiple:
            sentence = translate(
                "Schema", "{place}: the attribute “{attribute}” of {label} must be an enum of one value."
            )
            yield sentence.format(place=at, label=name, attribute=spec.name)
        else:
            for choice in relation.alternatives:
                if choice.value not in spec.values():
                    sentence = translate(
                        "Schema", "{place}: the attribute “{attribute}” of {label} has no choice “{value}”."
                    )
                    yield sentence.format(place=at, label=name, attribute=spec.name, value=choice.value)
