"""What an annotation was in a layer of another program: kept with its span, and written under its old name again.

Formats of annotation layers (CAS, WebAnno TSV) write each span in our layer, with the feature ``KEPT`` if it came from
another one; beside it goes its twin, the annotation as it was in that layer. Reading, the twin of a span of ours is no
span of its own. A span whose label or attributes were changed since the import is not what it was: it has no twin.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import cast

from annotation_schema.model import Attributes, Relation, Span, SpanId
from annotation_schema.wording import mark
from desktop.core.foreign.model import ForeignSpan, Scalar, Value, word

KEPT = "pressmark_kept"
LAYER, ANNOTATION, MADE, GROUPS = "layer", "annotation", "made", "groups"
"""Names in ``Origin.details``: the layer, the rest of what it was (JSON), what the import made of it (a digest);
groups of spans that it was in (see ``docbin_groups``)."""
SEGMENTATION = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type"
SEGMENTS = frozenset(f"{SEGMENTATION}.{name}" for name in ("Token", "Sentence", "Paragraph", "Document"))
CHANGED = mark("Export", "It was changed since its import: it is not written in the layer that it came from.")
FORMER = mark("Export", "Chains, slots and lists of other programs' layers are in it as relations of our layer alone.")
NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ANY = "uima.tcas.Annotation"
_NO_LAYERS = ("uima.", "de.tudarmstadt.ukp.dkpro.core.api.metadata.", "webanno.custom.Span", "webanno.custom.Relation")
_BASIC = frozenset({"begin", "end", "sofa", "Governor", "Dependent"})
_NAME = re.compile(r"[A-Za-z_]\w{0,199}(?:\.[A-Za-z_]\w{0,199})*", re.ASCII)
_FEATURE = re.compile(r"[A-Za-z_]\w{0,199}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Link:
    """A relation of a layer to another annotation, by that one's key."""

    layer: str
    target: str
    features: Mapping[str, Scalar]


@dataclass(frozen=True, slots=True)
class Former:
    """What an annotation was; ``key`` is its name among those of its file."""

    layer: str
    key: str
    features: Mapping[str, Scalar] = field(default_factory=dict[str, Scalar])
    links: tuple[Link, ...] = ()

    def kept(self) -> dict[str, Scalar]:
        """Return it as it is carried in ``Origin.details``."""
        return {LAYER: self.layer, ANNOTATION: self.text()}

    def text(self) -> str:
        """Return all but the layer as JSON."""
        held: dict[str, object] = {"key": self.key, "features": dict(self.features)}
        if self.links:
            held["links"] = [[link.layer, link.target, dict(link.features)] for link in self.links]
        return json.dumps(held, ensure_ascii=False, separators=(",", ":"), allow_nan=False)

    def feature(self) -> str:
        """Return it as the value of ``KEPT``."""
        return f"{self.layer} {self.text()}"

    def links_to(self, layer: str, target: Former) -> bool:
        """Say whether it is linked to another one by that layer."""
        return any(link.layer == layer and link.target == target.key for link in self.links)


def of_feature(value: object) -> Former | None:
    """Return what the value of ``KEPT`` says; None if it is none."""
    if not isinstance(value, str):
        return None
    layer, _, text = value.partition(" ")
    return _parsed(layer, text)


def former(span: Span) -> Former | None:
    """Return what a span was in the file that it came from; None if it was in no layer."""
    details = span.origin.details
    layer, text = details.get(LAYER), details.get(ANNOTATION)
    return _parsed(layer, text) if isinstance(layer, str) and isinstance(text, str) else None


def is_unchanged(span: Span) -> bool:
    """Say whether label and attributes of a span are what the import made of it."""
    return span.origin.details.get(MADE) == made(span.label, span.attributes)


def made(label: str, attributes: Attributes) -> str:
    """Return a digest of what an import made of an annotation."""
    held = [label, {k: list(v) if isinstance(v, tuple) else v for k, v in sorted(attributes.items())}]
    return hashlib.sha256(json.dumps(held).encode()).hexdigest()[:16]


def same(values: Mapping[str, Value], features: Mapping[str, Scalar]) -> bool:
    """Say whether values are what the features were; formats write numbers as words, XML not all characters."""
    plain = {name: NO_XML.sub("\ufffd", word(v)) for name, v in values.items() if not isinstance(v, tuple)}
    return plain == {name: NO_XML.sub("\ufffd", word(v)) for name, v in features.items()}


def linked(spans: Iterable[ForeignSpan], links: Mapping[str, list[Link]]) -> list[ForeignSpan]:
    """Return spans with the links that begin at their keys kept with them."""
    found: list[ForeignSpan] = []
    for span in spans:
        layer, text = span.kept.get(LAYER), span.kept.get(ANNOTATION)
        was = _parsed(layer, text) if isinstance(layer, str) and isinstance(text, str) else None
        more = links.get(span.key)
        if was is not None and more:
            span = replace(span, kept={**span.kept, **replace(was, links=(*was.links, *more)).kept()})
        found.append(span)
    return found


def still_linked(relations: Iterable[Relation]) -> set[frozenset[SpanId]]:
    """Return the pairs of spans that are linked, whichever way."""
    return {frozenset((relation.source, relation.target)) for relation in relations}


def _is_layer(name: str) -> bool:
    return bool(_NAME.fullmatch(name)) and (name == _ANY or not name.startswith(_NO_LAYERS))


def _parsed(layer: str, text: str) -> Former | None:
    if not _is_layer(layer):
        return None
    try:
        held: object = json.loads(text)
    except (ValueError, RecursionError):
        return None
    if not isinstance(held, dict):
        return None
    found = cast("dict[str, object]", held)
    key, features, links = found.get("key"), _scalars(found.get("features")), found.get("links", [])
    if not isinstance(key, str) or features is None or not isinstance(links, list):
        return None
    made_of: list[Link] = []
    for one in cast("list[object]", links):
        parts = cast("list[object]", one) if isinstance(one, list) else []
        given = _scalars(parts[2]) if len(parts) == 3 else None
        if given is None or not isinstance(parts[0], str) or not isinstance(parts[1], str):
            return None
        if _is_layer(parts[0]):
            made_of.append(Link(parts[0], parts[1], given))
    return Former(layer, key, features if layer != _ANY else {}, tuple(made_of))


def _scalars(held: object) -> dict[str, Scalar] | None:
    """Return the features that a layer can have; None if these are none at all."""
    if not isinstance(held, dict):
        return None
    given = cast("dict[object, object]", held)
    return {
        name: value
        for name, value in given.items()
        if isinstance(name, str) and _FEATURE.fullmatch(name) and name not in _BASIC
        if isinstance(value, str | bool | int | float)
    }
