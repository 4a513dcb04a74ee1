"""The journal's JSON form of a step.

``[[article, [edit, …]], …]``; an edit is ``[kind, before, after]`` with null for what is not there, kinds
``span``, ``relation``, ``state``, ``verdict`` (the latter with the suggestion's id as a fourth item). Ids are
numbers. Spans, relations, states and verdicts are objects that leave out what is empty.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, cast

from annotation_schema.model import (
    ArticleId,
    Attributes,
    Decision,
    Fragment,
    Origin,
    OriginKind,
    Relation,
    RelationId,
    Span,
    SpanId,
    Status,
    SuggestionId,
    Verdict,
)
from desktop.core.edits import (
    AddRelation,
    AddSpan,
    ArticleEdits,
    ChangeRelation,
    ChangeSpan,
    Decide,
    Edit,
    RemoveRelation,
    RemoveSpan,
    SetState,
    State,
    Step,
)

_decode = json.JSONDecoder().raw_decode
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def dump_step(step: Step) -> str:
    """Return a step as JSON, without its words."""
    # Part by part: one call over a step in 10,000 articles would keep all other threads waiting.
    return f"[{','.join([_encode([part.article, [_edit(e) for e in part.edits]]) for part in step.parts])}]"


def load_step(text: str, words: str, *, only: ArticleId | None = None) -> Step:
    """Return the step that ``dump_step`` was given; raises ValueError if the text is none.

    ``only``: leave out the edits of all articles but one.
    """
    try:
        parts = [part for part in _parts(text) if only is None or part[0] == only]
        return Step(words, tuple(ArticleEdits(ArticleId(a), tuple(_load(e) for e in edits)) for a, edits in parts))
    except (KeyError, TypeError, IndexError) as error:
        raise ValueError(f"not a step of the journal: {text[:200]}") from error


def _parts(text: str) -> Iterator[Any]:
    """Give the items of a JSON list one by one, so that other threads can run in between."""
    end = len(text) - 1
    if not (text.startswith("[") and text.endswith("]")):
        raise ValueError(f"not a step of the journal: {text[:200]}")
    at = 1
    while at < end:
        part, at = _decode(text, at)
        yield part
        if at != end and text[at : at + 1] != ",":
            raise ValueError(f"not a step of the journal: {text[:200]}")
        at += 1


def _edit(edit: Edit) -> list[object]:
    match edit:
        case AddSpan(span):
            return ["span", None, _span(span)]
        case RemoveSpan(span):
            return ["span", _span(span), None]
        case ChangeSpan(before, after):
            return ["span", _span(before), _span(after)]
        case AddRelation(relation):
            return ["relation", None, _relation(relation)]
        case RemoveRelation(relation):
            return ["relation", _relation(relation), None]
        case ChangeRelation(before, after):
            return ["relation", _relation(before), _relation(after)]
        case SetState(before, after):
            return ["state", _state(before), _state(after)]
        case Decide(suggestion, before, after):
            return ["verdict", _decision(before), _decision(after), suggestion]


def _load(value: list[Any]) -> Edit:
    kind, before, after = value[:3]
    if kind == "span":
        old, new = _load_span(before), _load_span(after)
        if old and new:
            return ChangeSpan(old, new)
        if new:
            return AddSpan(new)
        if old:
            return RemoveSpan(old)
    elif kind == "relation":
        old, new = _load_relation(before), _load_relation(after)
        if old and new:
            return ChangeRelation(old, new)
        if new:
            return AddRelation(new)
        if old:
            return RemoveRelation(old)
    elif kind == "state":
        return SetState(_load_state(before), _load_state(after))
    elif kind == "verdict":
        return Decide(SuggestionId(value[3]), _load_decision(before), _load_decision(after))
    raise ValueError(f"not an edit of the journal: {str(value)[:200]}")


def _full(**items: object) -> dict[str, object]:
    return {k: v for k, v in items.items() if v}


def _span(span: Span) -> dict[str, object]:
    return {
        "id": span.id,
        "label": span.label,
        "at": [[f.start, f.end] for f in span.fragments],
        "origin": span.origin.kind.value,
        **_full(
            attributes=dict(span.attributes),
            details=dict(span.origin.details),
            created=span.created,
            updated=span.updated,
        ),
    }


def _attributes(value: Mapping[str, Any]) -> Attributes:
    return {k: tuple(cast("list[str]", v)) if isinstance(v, list) else v for k, v in value.items()}


def _load_span(value: dict[str, Any] | None) -> Span | None:
    if value is None:
        return None
    return Span(
        SpanId(value["id"]),
        value["label"],
        tuple(Fragment(a, b) for a, b in value["at"]),
        _attributes(value.get("attributes", {})),
        Origin(OriginKind(value["origin"]), value.get("details", {})),
        value.get("created", ""),
        value.get("updated", ""),
    )


def _relation(relation: Relation) -> dict[str, object]:
    return {
        "id": relation.id,
        "type": relation.type,
        "from": relation.source,
        "to": relation.target,
        **_full(attributes=dict(relation.attributes)),
    }


def _load_relation(value: dict[str, Any] | None) -> Relation | None:
    if value is None:
        return None
    ends = (SpanId(value["from"]), SpanId(value["to"]))
    return Relation(RelationId(value["id"]), value["type"], *ends, _attributes(value.get("attributes", {})))


def _state(state: State) -> dict[str, object]:
    return {"status": state.status.value, **_full(attributes=dict(state.attributes))}


def _load_state(value: dict[str, Any]) -> State:
    return State(Status(value["status"]), _attributes(value.get("attributes", {})))


def _decision(decision: Decision | None) -> dict[str, object] | None:
    if decision is None:
        return None
    more = _full(span=decision.span, at=decision.at)
    return {"annotator": decision.annotator, "verdict": decision.verdict.value, **more}


def _load_decision(value: dict[str, Any] | None) -> Decision | None:
    if value is None:
        return None
    return Decision(value["annotator"], Verdict(value["verdict"]), value.get("span"), value.get("at", ""))
