"""Span groups of other programs in docs that are written and read; see ``desktop.core.foreign.docbin_groups``."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

SPAN_GROUP = "sc"
KEPT = "kept"


def put(doc: Doc, more: str, pieces: Mapping[str, Sequence[Span]]) -> set[str]:
    """Add the groups that ``DocbinAdd.more`` names to a doc; return the strings that its file needs for them.

    ``pieces``: what stands in the doc for each span, by its id.
    """
    from spacy.strings import get_string_id
    from spacy.tokens import Span, SpanGroup

    if not more:
        return set()
    held: dict[str, Any] = json.loads(more)
    names: set[str] = set()
    kept: dict[str, list[list[object]]] = {}
    for name, group in held["groups"].items():
        spans: list[Span] = []
        rows: list[list[object]] = []
        for own, *said in group["spans"]:
            label, id_, kb_id = (get_string_id(word) if word else 0 for word in said)
            for piece in pieces.get(own, ()):
                spans.append(Span(doc, piece.start, piece.end, label, kb_id=kb_id, span_id=id_))
                rows.append([own, *said, piece.start_char, piece.end_char])
                names.update(said)
        if name != SPAN_GROUP:
            doc.spans[name] = SpanGroup(doc, name=name, attrs=group["attrs"], spans=spans)
        elif name in doc.spans:
            doc.spans[name].attrs.update(group["attrs"])
        if rows:
            kept[name] = rows
    if kept or held["ids"]:
        doc.user_data[KEPT] = json.dumps({"groups": kept, "ids": held["ids"]}, ensure_ascii=False)
    return names


def told(doc: Doc) -> str:
    """Return what ``DocbinDoc.more`` says of a doc."""
    groups: dict[str, object] = {}
    lost: list[str] = []
    for name, group in doc.spans.items():
        if _is_plain(group.attrs):
            if group.attrs or not len(group):
                groups[str(name)] = group.attrs
        else:
            lost.append(str(name))
    kept = doc.user_data.get(KEPT)
    held = {"groups": groups, "lost": lost, KEPT: kept if isinstance(kept, str) else ""}
    return json.dumps(held) if any(held.values()) else ""


def _is_plain(attributes: object) -> bool:
    """Say whether JSON can hold attributes."""
    try:
        return json.loads(json.dumps(attributes, allow_nan=False)) == attributes
    except (TypeError, ValueError, RecursionError):
        return False
