"""The one-line JSON form of the messages between the app and its worker process, and how the worker is started.

One message is one line: a JSON object in ASCII (everything else escaped) with the key ``kind``, ended by a line feed.
Every field of every message is checked on arrival: a missing, unknown or wrongly typed one, an unknown kind or another
protocol version raises ``ProtocolError`` with a sentence.
"""

from __future__ import annotations

import json
import math
import os
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeVar, cast

from annotation_schema.model import Attributes, Fragments
from desktop.core.prelabel.fields import Fields, JsonObject, ProtocolError
from desktop.core.prelabel.messages import (
    PROTOCOL,
    Answer,
    ArticleText,
    Cancel,
    Command,
    DocbinAdd,
    DocbinClose,
    DocbinDoc,
    DocbinDone,
    DocbinDropped,
    DocbinFile,
    DocbinOpen,
    DocbinRead,
    Done,
    Dropped,
    Error,
    Failed,
    FoundRelation,
    FoundSpan,
    Load,
    Loaded,
    Prelabel,
    Progress,
    Ready,
    SpanRead,
    Spans,
    SpanToWrite,
    Stop,
)


def worker_command() -> list[str]:
    """Return the command line of the worker: this program, also when frozen, with ``--worker``."""
    if getattr(sys, "frozen", False):
        return [sys.executable, "--worker"]
    return [sys.executable, "-m", "desktop", "--worker"]


ONE_THREAD = ("OPENBLAS_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")
"""Variables by which numpy keeps to one core in a worker: the window needs another, and there may be more workers."""


def worker_environment() -> dict[str, str]:
    """Return the environment of the worker: ours, on one core, with this source tree importable from any folder."""
    environment = dict(os.environ)
    environment["PYTHONUTF8"] = "1"
    for name in ONE_THREAD:
        environment.setdefault(name, "1")
    if not getattr(sys, "frozen", False):
        root = str(Path(__file__).resolve().parents[3])
        rest = [p for p in environment.get("PYTHONPATH", "").split(os.pathsep) if p and p != root]
        environment["PYTHONPATH"] = os.pathsep.join([root, *rest])
    return environment


# --- encoding ------------------------------------------------------------------------------


def encode(message: Command | Answer) -> bytes:
    """Return the message as one ASCII line, line feed included."""
    kind, build = _ENCODERS[type(message)]
    return json.dumps({"kind": kind, **build(message)}, separators=(",", ":"), allow_nan=False).encode("ascii") + b"\n"


def _pairs(fragments: Fragments) -> list[list[int]]:
    return [[f.start, f.end] for f in fragments]


def _scored(built: JsonObject, score: float | None) -> JsonObject:
    if score is not None and math.isfinite(score):
        built["score"] = score
    return built


def _found(span: FoundSpan) -> JsonObject:
    built: JsonObject = {"fragments": _pairs(span.fragments), "label": span.label}
    if span.attributes:
        built["attributes"] = {k: list(v) if isinstance(v, tuple) else v for k, v in span.attributes.items()}
    return _scored(built, span.score)


def _found_relation_fields(one: FoundRelation) -> JsonObject:
    end: JsonObject = {"value": one.value} if one.target is None else {"target": one.target}
    return _scored({"role": one.role, "source": one.source, **end}, one.score)


def _plain(*names: str) -> Callable[[object], JsonObject]:
    return lambda m: {n: getattr(m, n) for n in names}


def _encode_prelabel(m: Prelabel) -> JsonObject:
    articles = [{"id": a.id, "sha256": a.sha256, "text": a.text} for a in m.articles]
    return {"job": m.job, "articles": articles, "urgent": m.urgent}


def _encode_open(m: DocbinOpen) -> JsonObject:
    return {
        "job": m.job,
        "language": m.language,
        "files": dict(m.files),
        "entity_labels": list(m.entity_labels),
        "overlap": m.overlap,
        "label_order": list(m.label_order),
        "alignment": m.alignment,
    }


def _encode_span(s: SpanToWrite) -> JsonObject:
    built: JsonObject = {"id": s.id, "label": s.label, "fragments": _pairs(s.fragments)}
    return built | ({"kb_id": s.kb_id} if s.kb_id else {})


def _encode_add(m: DocbinAdd) -> JsonObject:
    return {
        "job": m.job,
        "split": m.split,
        "uid": m.uid,
        "text": m.text,
        "annotated": m.annotated,
        "spans": [_encode_span(s) for s in m.spans],
        **({"more": m.more} if m.more else {}),
    }


def _encode_spans(m: Spans) -> JsonObject:
    return {
        "job": m.job,
        "id": m.id,
        "sha256": m.sha256,
        "spans": [_found(s) for s in m.spans],
        "relations": [_found_relation_fields(r) for r in m.relations],
        "words": m.words,
    }


def _encode_doc(m: DocbinDoc) -> JsonObject:
    spans = [
        {"label": s.label, "start": s.start, "end": s.end, "group": s.group, "id": s.id, "kb_id": s.kb_id}
        for s in m.spans
    ]
    return {"job": m.job, "uid": m.uid, "text": m.text, "annotated": m.annotated, "spans": spans, "more": m.more}


def _encode_docbin_dropped(m: DocbinDropped | DocbinDone) -> JsonObject:
    return {"job": m.job, "dropped": [{"article": d.article, "span": d.span, "reason": d.reason} for d in m.dropped]}


def _encode_docbin_done(m: DocbinDone) -> JsonObject:
    fields = ("split", "path", "articles", "annotated", "spans")
    files = [{name: getattr(file, name) for name in fields} for file in m.files]
    done: JsonObject = {"articles": m.articles, "spans": m.spans, "entities": dict(m.entities), "files": files}
    return done | _encode_docbin_dropped(m)


_ENCODERS = cast(
    dict[type, tuple[str, Callable[[object], JsonObject]]],
    {
        Load: ("load", _plain("pipeline", "claims", "rules", "protocol", "alike", "gpu")),
        Prelabel: ("prelabel", _encode_prelabel),
        DocbinOpen: ("docbin_open", _encode_open),
        DocbinAdd: ("docbin_add", _encode_add),
        DocbinClose: ("docbin_close", _plain("job")),
        DocbinRead: ("docbin_read", _plain("job", "path")),
        Cancel: ("cancel", _plain("job")),
        Stop: ("stop", _plain()),
        Ready: ("ready", _plain("protocol", "spacy")),
        Loaded: ("loaded", _plain("name", "version", "path", "labels", "language", "gpu")),
        Spans: ("spans", _encode_spans),
        Failed: ("failed", _plain("job", "id", "reason")),
        Progress: ("progress", _plain("job", "id", "done", "total")),
        DocbinDropped: ("docbin_dropped", _encode_docbin_dropped),
        DocbinDone: ("docbin_done", _encode_docbin_done),
        DocbinDoc: ("docbin_doc", _encode_doc),
        Done: ("done", _plain("job")),
        Error: ("error", _plain("reason", "job", "system")),
    },
)


# --- decoding ------------------------------------------------------------------------------

_T = TypeVar("_T")


def _finished(f: Fields, value: _T) -> _T:
    f.finish()
    return value


def _decode_load(f: Fields) -> Load:
    protocol = f.number("protocol")
    if protocol != PROTOCOL:
        raise ProtocolError(f"The app speaks protocol {protocol}, this worker speaks {PROTOCOL}.")
    return Load(
        f.text("pipeline"), f.boolean("claims"), f.text("rules"), protocol, f.boolean("alike"), f.boolean("gpu")
    )


def _decode_ready(f: Fields) -> Ready:
    protocol = f.number("protocol")
    if protocol != PROTOCOL:
        raise ProtocolError(f"The worker speaks protocol {protocol}, this app speaks {PROTOCOL}.")
    return Ready(protocol, f.text("spacy"))


def _article(f: Fields) -> ArticleText:
    return _finished(f, ArticleText(f.number("id"), f.hash("sha256"), f.text("text")))


def _optional(f: Fields, name: str) -> str:
    return f.text(name) if name in f.values else ""


def _span_to_write(f: Fields) -> SpanToWrite:
    return _finished(f, SpanToWrite(f.text("id"), f.text("label"), f.fragments("fragments"), _optional(f, "kb_id")))


def _found_span(f: Fields) -> FoundSpan:
    no_attributes: Attributes = {}
    attributes = f.attributes("attributes") if "attributes" in f.values else no_attributes
    return _finished(f, FoundSpan(f.fragments("fragments"), f.text("label"), f.optional_score("score"), attributes))


def _found_relation(f: Fields, spans: int) -> FoundRelation:
    source = f.number("source")
    target = f.number("target") if "target" in f.values else None
    if max(source, target or 0) >= spans:
        raise ProtocolError(f"{f.where}: there is no span of that number.")
    if source == target:
        raise ProtocolError(f"{f.where}: it points to its own source.")
    value = f.text("value") if target is None else ""
    return _finished(f, FoundRelation(f.text("role"), source, target, value, f.optional_score("score")))


def _decode_spans(f: Fields) -> Spans:
    spans = tuple(_found_span(s) for s in f.objects("spans"))
    relations = tuple(_found_relation(r, len(spans)) for r in f.objects("relations"))
    return Spans(f.number("job"), f.number("id"), f.hash("sha256"), spans, f.number("words"), relations)


def _dropped(f: Fields) -> Dropped:
    return _finished(f, Dropped(f.text("article"), f.text("span"), f.text("reason")))


def _docbin_file(f: Fields) -> DocbinFile:
    made = DocbinFile(f.text("split"), f.text("path"), f.number("articles"), f.number("annotated"), f.number("spans"))
    return _finished(f, made)


def _span_read(f: Fields) -> SpanRead:
    start, end = f.number("start"), f.number("end")
    if start >= end:
        raise ProtocolError(f"{f.where}: it is empty or reversed.")
    return _finished(f, SpanRead(f.text("label"), start, end, f.text("group"), f.text("id"), f.text("kb_id")))


_COMMANDS: dict[str, Callable[[Fields], Command]] = {
    "load": _decode_load,
    "prelabel": lambda f: Prelabel(
        f.number("job"), tuple(_article(a) for a in f.objects("articles")), f.boolean("urgent")
    ),
    "docbin_open": lambda f: DocbinOpen(
        f.number("job"),
        f.text("language"),
        f.text_map("files"),
        f.texts("entity_labels"),
        f.text("overlap"),
        f.texts("label_order"),
        f.text("alignment"),
    ),
    "docbin_add": lambda f: DocbinAdd(
        f.number("job"),
        f.text("split"),
        f.text("uid"),
        f.text("text"),
        f.boolean("annotated"),
        tuple(_span_to_write(s) for s in f.objects("spans")),
        _optional(f, "more"),
    ),
    "docbin_close": lambda f: DocbinClose(f.number("job")),
    "docbin_read": lambda f: DocbinRead(f.number("job"), f.text("path")),
    "cancel": lambda f: Cancel(f.number("job")),
    "stop": lambda f: Stop(),
}
_ANSWERS: dict[str, Callable[[Fields], Answer]] = {
    "ready": _decode_ready,
    "loaded": lambda f: Loaded(
        f.text("name"), f.text("version"), f.text("path"), f.texts("labels"), f.text("language"), f.boolean("gpu")
    ),
    "spans": _decode_spans,
    "failed": lambda f: Failed(f.number("job"), f.number("id"), f.text("reason")),
    "progress": lambda f: Progress(f.number("job"), f.number("id"), f.number("done"), f.number("total")),
    "docbin_dropped": lambda f: DocbinDropped(f.number("job"), tuple(_dropped(d) for d in f.objects("dropped"))),
    "docbin_done": lambda f: DocbinDone(
        f.number("job"),
        f.number("articles"),
        f.number("spans"),
        f.number_map("entities"),
        tuple(_docbin_file(d) for d in f.objects("files")),
        tuple(_dropped(d) for d in f.objects("dropped")),
    ),
    "docbin_doc": lambda f: DocbinDoc(
        f.number("job"),
        f.text("uid"),
        f.text("text"),
        f.boolean("annotated"),
        tuple(_span_read(s) for s in f.objects("spans")),
        f.text("more"),
    ),
    "done": lambda f: Done(f.number("job")),
    "error": lambda f: Error(f.text("reason"), f.optional_number("job"), f.boolean("system")),
}


def decode_command(line: bytes) -> Command:
    """Return the command in one line from the app; ProtocolError says what is wrong with it."""
    return _decode(line, _COMMANDS)


def decode_answer(line: bytes) -> Answer:
    """Return the answer in one line from the worker; ProtocolError says what is wrong with it."""
    return _decode(line, _ANSWERS)


def _decode(line: bytes, kinds: Mapping[str, Callable[[Fields], _T]]) -> _T:
    try:
        parsed: object = json.loads(line.decode("ascii"))
    except (UnicodeDecodeError, ValueError, RecursionError) as e:
        raise ProtocolError(f"A line is not a message: {_excerpt(line)}") from e
    f = Fields.of(parsed, "A line")
    kind = f.text("kind")
    if kind not in kinds:
        raise ProtocolError(f"A message has the unknown kind “{kind[:40]}”.")
    f.where = f"The message “{kind}”"
    return _finished(f, kinds[kind](f))


def _excerpt(line: bytes) -> str:
    text = line.rstrip(b"\r\n").decode("ascii", "backslashreplace")
    return text if len(text) <= 80 else text[:79] + "…"
