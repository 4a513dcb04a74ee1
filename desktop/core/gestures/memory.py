"""What a person did last, so that it can be repeated: the last label, and values of attributes that are remembered."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, cast

from annotation_schema.model import Attributes, AttributeValue, Fragment, OriginKind, Span
from annotation_schema.schema import LabelSchema
from annotation_schema.wording import translate
from desktop.core.edits import AddSpan, ChangeSpan, Step
from desktop.core.gestures.common import REAL, Sources, refused
from desktop.core.gestures.spans import tag
from desktop.core.view import ArticleView

_BY_HAND = (OriginKind.MANUAL, OriginKind.SUGGESTION)


@dataclass(frozen=True, slots=True)
class Memory:
    """Frozen; ``after`` gives the next one. ``values`` are by (label, attribute)."""

    label: str = ""
    values: Mapping[tuple[str, str], AttributeValue] = field(default_factory=dict[tuple[str, str], AttributeValue])

    def after(self, step: Step, schema: LabelSchema) -> Memory:
        """Return what is remembered once a step was made; steps in many articles teach nothing."""
        if len(step.parts) != 1:
            return self
        label, values = self.label, dict(self.values)
        for edit in step.parts[0].edits:
            match edit:
                case AddSpan(span) if span.origin.kind in _BY_HAND:
                    if span.origin.kind is OriginKind.MANUAL:
                        label = span.label
                    before: Attributes = {}
                case ChangeSpan(old, span):
                    if old.label != span.label:
                        label = span.label
                    before = old.attributes
                case _:
                    continue
            _learn(values, span, before, schema)
        if label == self.label and values == self.values:
            return self
        return Memory(label, values)

    def attributes(self, schema: LabelSchema, label: str) -> dict[str, AttributeValue]:
        """Return the values that a new span of a label takes over from the last one that was given them."""
        kind = schema.label(label)
        if kind is None:
            return {}
        return {
            a.name: self.values[label, a.name]
            for a in kind.attributes
            if a.remembered and a.enabled and (label, a.name) in self.values
        }

    def dump(self) -> dict[str, object]:
        """Return the JSON form, for the project's settings."""
        values = [[k[0], k[1], list(v) if isinstance(v, tuple) else v] for k, v in sorted(self.values.items())]
        return {"label": self.label, "values": values}


def load_memory(data: Mapping[str, object]) -> Memory:
    """Return what ``Memory.dump`` gave; what is not understood is left out."""
    label, rows = data.get("label"), data.get("values")
    values: dict[tuple[str, str], AttributeValue] = {}
    for row in cast("list[Any]", rows) if isinstance(rows, list) else []:
        match row:
            case [str(name), str(attribute), str() | bool() | int() | float() as value]:
                values[name, attribute] = value
            case [str(name), str(attribute), [*items]]:
                values[name, attribute] = tuple(str(cast(object, x)) for x in items)
            case _:
                pass
    return Memory(label if isinstance(label, str) else "", values)


def _learn(values: dict[tuple[str, str], AttributeValue], span: Span, before: Attributes, schema: LabelSchema) -> None:
    kind = schema.label(span.label)
    for spec in kind.attributes if kind else ():
        if not spec.remembered:
            continue
        value = span.attributes.get(spec.name)
        if value is not None:
            values[span.label, spec.name] = value
        elif spec.name in before:  # taken away by hand
            values.pop((span.label, spec.name), None)


def tag_remembering(
    view: ArticleView,
    schema: LabelSchema,
    memory: Memory,
    label: str,
    fragments: Iterable[Fragment],
    *,
    sources: Sources = REAL,
) -> Step:
    """Make a span by hand with the values that are remembered for its label."""
    return tag(view, schema, label, fragments, attributes=memory.attributes(schema, label), sources=sources)


def repeat(
    view: ArticleView,
    schema: LabelSchema,
    memory: Memory,
    fragments: Iterable[Fragment],
    *,
    sources: Sources = REAL,
) -> Step:
    """Tag with the label that was used last."""
    if not memory.label:
        raise refused(
            translate("Gestures", "Nothing was tagged yet that could be repeated."),
            translate("Gestures", "Press the key of a label first."),
        )
    return tag_remembering(view, schema, memory, memory.label, fragments, sources=sources)
