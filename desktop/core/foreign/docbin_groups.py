"""What a DocBin of another program has beside labels: span groups, their attributes, ids of a knowledge base.

With a span is kept in which groups it was (``GROUPS`` in ``Origin.details``, JSON: name, place in the group, label, id,
id in the knowledge base), with an article what is said of its groups. An export writes these groups again, beside the
group that holds all spans; in ``doc.user_data["kept"]`` stands which of their spans is which of ours, so that what is
read again is not doubled.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, cast

from annotation_schema.ids import id_text
from annotation_schema.model import Article, Span
from desktop.core.foreign import layers
from desktop.core.foreign.layers import GROUPS
from desktop.core.foreign.model import Scalar
from desktop.core.prelabel.messages import SpanRead

ABOUT = "_docbin"
"""Name in ``Article.meta`` of the attributes of groups, by group."""
OWN_GROUP = "sc"
_Place = tuple[int, int, str, str, str]  # of a span in a group: start, end, label, id, id in the knowledge base


@dataclass(frozen=True, slots=True)
class Membership:
    """A span's place in a group, and what it is called there."""

    group: str
    number: int
    label: str
    id: str
    kb_id: str


@dataclass
class Doc:
    """What a doc says beside its spans: ``attributes`` by group, JSON; ``lost``: groups whose attributes are none."""

    attributes: dict[str, dict[str, Any]] = field(default_factory=dict[str, dict[str, Any]])
    lost: tuple[str, ...] = ()
    twins: dict[str, Counter[tuple[_Place, str]]] = field(default_factory=dict[str, "Counter[tuple[_Place, str]]"])
    ids: dict[str, str] = field(default_factory=dict[str, str])

    def twin_of(self, span: SpanRead) -> str:
        """Return the id of the span of ours that a span of a group stands for, once; "" if it is none."""
        place = (span.start, span.end, span.label, span.id, span.kb_id)
        waiting = self.twins.get(span.group)
        for (at, own), count in waiting.items() if waiting else ():
            if at == place and count:
                waiting[at, own] -= 1  # type: ignore[index]
                return own
        return ""


def doc_of(text: str) -> Doc:
    """Return what ``DocbinDoc.more`` says; nothing for what cannot be understood."""
    made = Doc()
    try:
        held = cast("dict[str, Any]", json.loads(text)) if text else {}
        made.attributes = {str(name): dict(one) for name, one in held.get("groups", {}).items()}
        made.lost = tuple(map(str, held.get("lost", ())))
        kept = json.loads(held.get("kept") or "{}")
        for name, rows in kept.get("groups", {}).items():
            places = (((int(start), int(end), *map(str, said)), str(own)) for own, *said, start, end in rows)
            made.twins[str(name)] = Counter(cast("Iterable[tuple[_Place, str]]", places))
        made.ids = {str(own): str(was) for own, was in kept.get("ids", {}).items()}
    except (ValueError, TypeError, AttributeError, RecursionError):
        return Doc(made.attributes, made.lost)
    return made


def kept(memberships: Iterable[Membership], id: str, kb_id: str) -> dict[str, Scalar]:
    """Return what is carried with a span."""
    rows = [[one.group, one.number, one.label, one.id, one.kb_id] for one in memberships]
    held: dict[str, Scalar] = {GROUPS: json.dumps(rows, ensure_ascii=False, separators=(",", ":"))} if rows else {}
    return held | ({"kb_id": kb_id} if kb_id else {}) | ({"id": id} if id else {})


def kb_id(span: Span) -> str:
    """Return the id in the knowledge base of a span that came from a DocBin."""
    said = span.origin.details.get("kb_id") if span.origin.details.get("format") == "docbin" else None
    return said if isinstance(said, str) else ""


def was_relabelled(span: Span) -> bool:
    """Say whether a span was in groups and is not what it was there any more."""
    return bool(_memberships(span)) and not layers.is_unchanged(span)


def to_write(article: Article, spans: Iterable[Span]) -> str:
    """Return what ``DocbinAdd.more`` says: groups with their attributes and spans in order, ids that spans had."""
    about = article.meta.get(ABOUT)
    groups: dict[str, dict[str, Any]] = {}
    ids: dict[str, str] = {}
    for name, attributes in cast("Mapping[str, object]", about).items() if isinstance(about, dict) else ():
        if isinstance(attributes, dict):
            groups[name] = {"attrs": attributes, "spans": []}
    for span in spans:
        said = span.origin.details.get("id") if span.origin.details.get("format") == "docbin" else None
        if isinstance(said, str):
            ids[id_text(span.id)] = said
        for one in _memberships(span) if layers.is_unchanged(span) else ():
            rows = groups.setdefault(one.group, {"attrs": {}, "spans": []})["spans"]
            rows.append((one.number, id_text(span.id), one.label, one.id, one.kb_id))
    for held in groups.values():
        held["spans"] = [row[1:] for row in sorted(held["spans"])]
    return json.dumps({"groups": groups, "ids": ids}, ensure_ascii=False) if groups or ids else ""


def _memberships(span: Span) -> list[Membership]:
    text = span.origin.details.get(GROUPS)
    if not isinstance(text, str) or span.origin.details.get("format") != "docbin":
        return []
    try:
        rows = cast("list[list[object]]", json.loads(text))
        return [Membership(str(group), int(str(n)), *map(str, said)) for group, n, *said in rows if len(said) == 3]
    except (ValueError, TypeError, RecursionError):
        return []
