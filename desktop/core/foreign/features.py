"""Our spans and relations as features of one layer each, as formats of annotation layers hold them, and back.

Values are texts: a plain text stands for itself, unless it is empty or begins with ``[`` or a quotation mark; those and
lists are JSON. A boolean is ``true`` or ``false``, a number as Python writes it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from typing import cast

from annotation_schema.ids import id_text
from annotation_schema.model import AttributeValue, Relation, Span
from annotation_schema.reserved import NOTE
from annotation_schema.schema import LabelSchema
from desktop.core.foreign import layers
from desktop.core.foreign.model import Value

SPAN_LAYER = "webanno.custom.Span"
RELATION_LAYER = "webanno.custom.Relation"
LABEL = "label"
ID = "pressmark_id"
KEPT = layers.KEPT
_FIXED = (LABEL, ID)
_PREFIX = "x_"
_CODED = re.compile("_([0-9a-f]{1,5})_")
_RESERVED = frozenset({*_FIXED, KEPT, "begin", "end", "sofa", "id", "type", "self", "Governor", "Dependent"})


def feature(attribute: str) -> str:
    """Return the feature's name for an attribute: letters, digits and "_", and none that means something else."""
    kept = "" if _CODED.search(attribute) else "_"
    plain = "".join(c if (c.isascii() and c.isalnum()) or c == kept else f"_{ord(c):x}_" for c in attribute)
    taken = plain in _RESERVED or plain.startswith(_PREFIX) or not plain[:1].isalpha()
    return f"{_PREFIX}{plain}" if taken else plain


def attribute(name: str) -> str:
    """Return the attribute's name of a feature that ``feature`` named."""
    return _CODED.sub(lambda m: chr(int(m[1], 16)), name.removeprefix(_PREFIX))


def span_features(schema: LabelSchema, spans: Iterable[Span] = ()) -> tuple[str, ...]:
    """Return the features of the span layer: label, id, note, attributes by name, then what only these spans have."""
    names = {spec.name for label in schema.labels for spec in label.attributes}
    return (*_FIXED, *map(feature, (NOTE.name, *sorted(names - {NOTE.name}), *_more(spans, {NOTE.name, *names}))))


def relation_features(schema: LabelSchema, relations: Iterable[Relation] = ()) -> tuple[str, ...]:
    """Return the features of the relation layer, then what only these relations have."""
    names = {spec.name for kind in schema.relations for spec in kind.attributes}
    return (*_FIXED, *map(feature, (*sorted(names), *_more(relations, names))))


def _more(held: Iterable[Span | Relation], names: set[str]) -> list[str]:
    """Return the attributes that are none of these: imported with records, not in the label schema."""
    return sorted({name for one in held for name in one.attributes} - names)


def values_by_feature(held: Span | Relation) -> dict[str, str]:
    """Return what a span or relation has, by feature."""
    found = {LABEL: held.label if isinstance(held, Span) else held.type, ID: id_text(held.id)}
    was = layers.former(held) if isinstance(held, Span) and layers.is_unchanged(held) else None
    if was is not None:
        found[KEPT] = was.feature()
    return found | {feature(name): text_of(value) for name, value in held.attributes.items()}


def text_of(value: AttributeValue) -> str:
    """Return a value as text."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False) if not value or value[0] in '["' else value
    return json.dumps(list(value), ensure_ascii=False) if isinstance(value, tuple) else repr(value)


def value_of(text: str) -> Value:
    """Return the value of a text; what ``text_of`` made of a boolean or a number stays a text."""
    if text[:1] in ("[", '"'):
        try:
            held = json.loads(text)
        except (ValueError, RecursionError):
            return text
        if isinstance(held, str):
            return held
        if isinstance(held, list):
            return tuple(str(one) for one in cast("list[object]", held))
    return text


def attributes_of(values: Mapping[str, str]) -> dict[str, Value]:
    """Return the attributes from features of a layer of ours, without label, id and what was kept."""
    return {attribute(name): value_of(text) for name, text in values.items() if name not in (*_FIXED, KEPT)}
