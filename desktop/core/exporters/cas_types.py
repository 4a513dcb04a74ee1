"""The type system of an export as CAS: our layers, DKPro's segments, and the layers that spans came from.

A feature is of one type in a type system: one that has numbers here and words there has words.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from annotation_schema.model import AnnotationSet
from annotation_schema.schema import LabelSchema
from annotation_schema.wording import translate
from desktop.core.errors import AppError, ErrorCode
from desktop.core.foreign import layers
from desktop.core.foreign.features import KEPT, RELATION_LAYER, SPAN_LAYER, relation_features, span_features
from desktop.core.foreign.libraries import COMMAND, cassis
from desktop.core.foreign.model import Scalar, word

METADATA = "de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData"
_STRING, _ANY = "uima.cas.String", "uima.tcas.Annotation"


class Types:
    """``now`` is the library's type system for what was taken last; it is another one after it changed.

    ``together``: it is for all that was taken so far, as one file beside all XMI files has it.
    """

    def __init__(self, schema: LabelSchema, *, together: bool) -> None:
        """Begin with our layers. Raises AppError USAGE without the library."""
        self._schema = schema
        self._together = together
        self._features: dict[str, dict[str, str]] = {}
        self.now: Any = self._made()

    def take(self, held: AnnotationSet) -> None:
        """Have all layers that the spans of a set came from, and what attributes it has beside those of the schema."""
        before = {layer: dict(known) for layer, known in self._features.items()}
        if not self._together:
            self._features = {}
        for layer, known, all_of_them in (
            (SPAN_LAYER, span_features(self._schema), span_features(self._schema, held.spans)),
            (RELATION_LAYER, relation_features(self._schema), relation_features(self._schema, held.relations)),
        ):
            if len(all_of_them) > len(known):
                self._note(layer, dict.fromkeys(all_of_them[len(known) :], ""))
        found = (layers.former(span) for span in held.spans if layers.is_unchanged(span))
        of_key = {was.key: was for was in found if was is not None}
        for was in of_key.values():
            if was.layer not in layers.SEGMENTS:
                self._note(was.layer, was.features)
            for link in was.links:
                target = of_key.get(link.target)
                if target is not None:
                    self._note(link.layer, link.features)
                    base = was.layer if was.layer == target.layer else _ANY
                    known = self._features[link.layer]
                    for end in ("Governor", "Dependent"):
                        known[end] = base if known.get(end, base) == base else _ANY
        if self._features != before:
            self.now = self._made()

    def _note(self, layer: str, features: Mapping[str, Scalar]) -> None:
        known = self._features.setdefault(layer, {})
        for name, value in features.items():
            range_ = _range(value)
            known[name] = range_ if known.get(name, range_) == range_ else _STRING

    def _made(self) -> Any:
        types = _own(self._schema)
        for layer in sorted(self._features):
            if not types.contains_type(layer):
                types.create_type(layer)
        for layer, known in self._features.items():
            kind = types.get_type(layer)
            for name, range_ in sorted(known.items()):
                types.create_feature(kind, name, range_)
        return types


def values_for(kind: Any, features: Mapping[str, Scalar]) -> dict[str, Scalar]:
    """Return the values of features as a type of the library takes them."""
    ranges = {feature.name: feature.rangeType.name for feature in kind.all_features}
    found: dict[str, Scalar] = {}
    for name, value in features.items():
        plain = f"{name}_" if f"{name}_" in ranges else name  # the library renames "self" and "type"
        found[plain] = layers.NO_XML.sub("\ufffd", word(value)) if ranges[plain] == _STRING else value
    return found


def _own(schema: LabelSchema) -> Any:
    """Return the type system of our layers, DKPro's tokens and sentences, and what describes a document."""
    try:
        types = cassis().TypeSystem()
    except ImportError as error:
        raise AppError(
            ErrorCode.USAGE,
            translate("Export", "This format needs the package {package}.").format(package="dkpro-cassis"),
            hint=translate("Export", "Install it with {command}.").format(command=COMMAND),
        ) from error
    types.create_type(f"{layers.SEGMENTATION}.Token")
    types.create_type(f"{layers.SEGMENTATION}.Sentence")
    metadata = types.create_type(METADATA, supertypeName="uima.tcas.DocumentAnnotation")
    for name in ("documentTitle", "documentId", "documentUri", "collectionId", "documentBaseUri"):
        types.create_feature(metadata, name, _STRING)
    types.create_feature(metadata, "isLastSegment", "uima.cas.Boolean")
    span = types.create_type(SPAN_LAYER)
    for name in (*span_features(schema), KEPT):
        types.create_feature(span, name, _STRING)
    relation = types.create_type(RELATION_LAYER)
    for name in relation_features(schema):
        types.create_feature(relation, name, _STRING)
    types.create_feature(relation, "Governor", SPAN_LAYER)
    types.create_feature(relation, "Dependent", SPAN_LAYER)
    return types


def _range(value: Scalar) -> str:
    if isinstance(value, bool):
        return "uima.cas.Boolean"
    if isinstance(value, int):
        return "uima.cas.Integer" if -(2**31) <= value < 2**31 else "uima.cas.Long"
    return "uima.cas.Double" if isinstance(value, float) else _STRING
