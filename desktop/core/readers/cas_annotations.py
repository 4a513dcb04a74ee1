"""What a CAS holds to spans and relations, whatever file it came in; positions are code points by then (dkpro-cassis).

An annotation is a span (type: its type's name without the package). Exceptions: tokens, sentences and what describes
the document are no annotations, unless a relation begins or ends there; an annotation with a governor and a dependent
is a relation; links of a chain follow one another. A feature that points to annotations makes relations of its name;
slots, too. Other features are attributes.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

from annotation_schema.model import Fragments
from annotation_schema.offsets import merge
from annotation_schema.wording import translate
from desktop.core.foreign import layers
from desktop.core.foreign.features import ID, KEPT, LABEL, RELATION_LAYER, SPAN_LAYER, attributes_of
from desktop.core.foreign.model import ForeignRecord, ForeignRelation, ForeignSet, ForeignSpan, Value
from desktop.core.readers.fields import FieldsError
from desktop.core.readers.positions import Positions
from desktop.core.readers.project_folder import Beside, beside
from desktop.core.readers.report import Report

_METADATA = "de.tudarmstadt.ukp.dkpro.core.api.metadata.type."
_BASIC = frozenset({"begin", "end", "sofa"})
_ENDS = ("Governor", "Dependent")


def records(cas: Any, path: Path, report: Report) -> Iterator[ForeignRecord]:
    """Yield an article for each view of a CAS that has a text. Raises OSError."""
    around = beside(path)
    found = False
    for sofa in cas.sofas:
        raw = sofa.sofaString
        if not isinstance(raw, str) or not raw.strip():
            continue
        found = True
        record = _record(cas.get_view(sofa.sofaID), _exact(raw, around), around, path, report)
        if record is not None:
            yield record
    if not found:
        report.problem(path, None, None, translate("Import", "The file holds no text."))


def _exact(raw: str, around: Beside) -> str:
    """Return the text beside if it is the same but for characters that XML cannot hold."""
    source = around.source
    if source is None or len(source) != len(raw) or "\ufffd" not in raw:
        return raw
    return source if all(a in (b, "\ufffd") for a, b in zip(raw, source, strict=True)) else raw


def _record(view: Any, raw: str, around: Beside, path: Path, report: Report) -> ForeignRecord | None:
    positions = Positions(raw)
    title = language = ""
    for held in _all(view):
        if held.type.name == f"{_METADATA}DocumentMetaData":
            title = str(getattr(held, "documentTitle", None) or "")
        if hasattr(held, "language") and isinstance(held.language, str) and held.language != "x-unspecified":
            language = held.language
    try:
        article = around.article(positions.text, path, title=title, language=language)
    except FieldsError as error:
        report.problem(path, None, None, str(error))
        return None
    made = _Annotations(positions, path, report).made(view)
    if around.nobody and not made.spans:
        return ForeignRecord(article)
    held = ForeignSet(around.annotator, made.spans, made.relations, (), around.status, around.values)
    return ForeignRecord(article, (held,))


def _all(view: Any) -> list[Any]:
    return [held for held in view.select_all_fs() if hasattr(held, "begin")]


@dataclass
class _Annotations:
    positions: Positions
    path: Path
    report: Report
    _keys: dict[int, str] = field(default_factory=dict[int, str])
    _spans: dict[str, ForeignSpan] = field(default_factory=dict[str, ForeignSpan])
    _relations: list[ForeignRelation] = field(default_factory=list[ForeignRelation])
    _twins: dict[int, layers.Former] = field(default_factory=dict[int, layers.Former])
    _links: dict[str, list[layers.Link]] = field(default_factory=dict[str, list[layers.Link]])

    def made(self, view: Any) -> ForeignSet:
        """Return the spans and relations of a view."""
        found = list(view.select_all_fs())
        marks = [held for held in found if hasattr(held, "begin") and not _is_segment(held)]
        links = [held for held in marks if _is_relation(held)]
        marks = [held for held in marks if not _is_relation(held)]
        self._pair(held for held in found if hasattr(held, "begin"))
        marks = [held for held in marks if id(held) not in self._twins]
        for mark in marks:
            self._take(mark)
        for mark in marks:
            self._references(mark)
        for link in links:
            self._link(link)
        for chain in found:
            if not hasattr(chain, "begin") and hasattr(chain, "first"):
                self._chain(chain)
        return ForeignSet("", tuple(layers.linked(self._spans.values(), self._links)), tuple(self._relations))

    def _pair(self, found: Iterable[Any]) -> None:
        """Find the twins of spans of ours: annotations that were written beside them as they once were."""
        waiting: dict[object, list[tuple[str, layers.Former]]] = {}
        others: list[Any] = []
        for held in found:
            given = _values(held) if held.type.name == SPAN_LAYER else {}
            was = layers.of_feature(given.get(KEPT))
            if was is not None and LABEL in given and ID in given:
                key = (was.layer, held.begin, held.end)
                waiting.setdefault(key, []).append((str(given[ID]), was))
            else:
                others.append(held)
        for held in others if waiting else ():
            given = _values(held) if held.type.name not in layers.SEGMENTS else None
            of_place = waiting.get((held.type.name, held.begin, held.end), [])
            for own in of_place:
                if given is None or layers.same(given, own[1].features):
                    self._keys[id(held)], self._twins[id(held)] = own
                    of_place.remove(own)
                    break

    def _take(self, mark: Any) -> str:
        """Return the key of an annotation's span; "" if it can be none."""
        known = self._keys.get(id(mark))
        if known is not None:
            return known
        begin, end = mark.begin, mark.end
        place = self.positions.of_code_points(begin, end) if isinstance(begin, int) and isinstance(end, int) else None
        name, number = mark.type.name, self._number()
        self._keys[id(mark)] = ""
        if place is None:
            sentence = (
                translate("Import", "An annotation of the layer {layer} has no length: there is no such span.")
                if begin == end
                else translate("Import", "An annotation of the layer {layer} is not inside of the text.")
            )
            self.report.problem(self.path, str(getattr(mark, "xmiID", "")), None, sentence.format(layer=name))
            return ""
        given = _values(mark)
        if name == SPAN_LAYER and LABEL in given and ID in given:
            key = str(given[ID])
            before = self._spans.get(key)
            fragments: Fragments = merge((*(before.fragments if before else ()), place))
            values = attributes_of({k: str(v) for k, v in given.items()})
            note = values.pop("note", "")
            was = layers.of_feature(given.get(KEPT))
            kept = was.kept() if was is not None else {}
            self._spans[key] = ForeignSpan(key, str(given[LABEL]), fragments, values, str(note), kept)
        else:
            key = number
            plain = {n: v for n, v in given.items() if not isinstance(v, tuple)}
            self._spans[key] = ForeignSpan(
                key, _short(name), (place,), given, "", layers.Former(name, key, plain).kept()
            )
        self._keys[id(mark)] = key
        return key

    def _number(self) -> str:
        """Return a key that none has, nor had in the file that a span of ours came from."""
        taken = {was.key for was in self._twins.values()} if self._twins else set[str]()
        number = len(self._keys) + 1
        while f"s{number}" in taken or f"s{number}" in self._spans:
            number += 1
        return f"s{number}"

    def _references(self, mark: Any) -> None:
        """Make relations of the features that point to annotations, and of slots."""
        source = self._keys.get(id(mark), "")
        if not source:
            return
        for feature, held in _features(mark):
            for number, target in enumerate(_structures(held)):
                role: dict[str, Value] = {}
                if not hasattr(target, "begin") and hasattr(target, "target"):
                    if isinstance(getattr(target, "role", None), str):
                        role = {"role": target.role}
                    target = target.target
                if target is not None and hasattr(target, "begin") and not feature.startswith("next"):
                    key = self._take(target)
                    if key:
                        name = f"{source}.{feature}.{number}"
                        self._relations.append(ForeignRelation(name, feature, source, key, role))

    def _link(self, link: Any) -> None:
        one, two = (self._twins.get(id(getattr(link, name))) for name in _ENDS)
        if one is not None and two is not None and one.links_to(link.type.name, two):
            return  # it is in our layer, too
        source, target = (self._take(getattr(link, name)) for name in _ENDS)
        if not source or not target:
            return  # an end has no length; that has been told
        given = _values(link)
        if link.type.name == RELATION_LAYER and LABEL in given and ID in given:
            values = attributes_of({k: str(v) for k, v in given.items()})
            self._relations.append(ForeignRelation(str(given[ID]), str(given[LABEL]), source, target, values))
            return
        key = f"r{len(self._relations) + 1}"
        self._relations.append(ForeignRelation(key, _short(link.type.name), source, target, given))
        plain = {n: v for n, v in given.items() if not isinstance(v, tuple)}
        self._links.setdefault(source, []).append(layers.Link(link.type.name, two.key if two else target, plain))

    def _chain(self, chain: Any) -> None:
        seen: set[int] = set()
        link = chain.first
        while link is not None and id(link) not in seen:
            seen.add(id(link))
            following = getattr(link, "next", None)
            source = self._take(link) if hasattr(link, "begin") else ""
            target = self._take(following) if following is not None and hasattr(following, "begin") else ""
            if source and target:
                said = getattr(link, "referenceRelation", None)
                given: dict[str, Value] = {"referenceRelation": said} if isinstance(said, str) else {}
                key = f"c{len(self._relations) + 1}"
                self._relations.append(ForeignRelation(key, f"{_short(link.type.name)}_next", source, target, given))
            link = following


def _short(name: str) -> str:
    return name.rpartition(".")[2]


def _is_segment(held: Any) -> bool:
    name: str = held.type.name
    if name in layers.SEGMENTS or name.startswith(_METADATA):
        return True
    kind = held.type
    while kind is not None:
        if kind.name == "uima.tcas.DocumentAnnotation":
            return True
        kind = kind.supertype
    return False


def _is_relation(held: Any) -> bool:
    return all(hasattr(getattr(held, name, None), "begin") for name in _ENDS)


def _features(held: Any) -> Iterator[tuple[str, Any]]:
    for feature in held.type.all_features:
        if feature.name not in _BASIC:
            value = getattr(held, feature.name, None)
            if value is not None:
                yield feature.name.removesuffix("_") if feature.name in ("self_", "type_") else feature.name, value


def _values(held: Any) -> dict[str, Value]:
    """Return the features that are values: texts, numbers, and lists of them."""
    found: dict[str, Value] = {}
    for name, value in _features(held):
        if isinstance(value, float) and not math.isfinite(value):
            found[name] = str(value)
        elif isinstance(value, str | bool | int | float):
            found[name] = value
        else:
            elements = _listed(getattr(value, "elements", value))
            if elements and all(isinstance(e, str) for e in elements):
                found[name] = tuple(elements)
    return found


def _listed(held: Any) -> list[Any]:
    return list(cast("list[Any]", held)) if isinstance(held, list) else []


def _structures(held: Any) -> list[Any]:
    """Return the structures that a feature points to: one, or those in an array or a list."""
    elements = _listed(getattr(held, "elements", held))
    if elements:
        return [one for one in elements if hasattr(one, "type")]
    if not hasattr(held, "type"):
        return []
    found: list[Any] = []
    while hasattr(held, "head") and held not in found:
        found.append(held.head)
        held = getattr(held, "tail", None)
    return found or [held]
