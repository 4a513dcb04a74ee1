"""The messages between the app and its worker process, and their one-line JSON form.

One message is one line: a JSON object in ASCII (everything else escaped) with the key ``kind``,
ended by a line feed. The worker speaks first (``ready``); the app then sends ``load``, and after
``loaded`` any number of ``prelabel`` and ``docbin_*`` commands, each with a ``job`` number that all
answers carry. Every field of every message is checked on arrival: a missing, unknown or wrongly
typed one, an unknown kind or another protocol version raises ``ProtocolError`` with a sentence.

Offsets are code points, half-open. ``sha256`` is the hex digest of the text's UTF-8 bytes.
"""

from __future__ import annotations

import hashlib
import json
import math
import os
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar, cast

from annotation_schema.model import Fragments
from desktop.core.prelabel.fields import Fields, JsonObject, ProtocolError

PROTOCOL = 1
"""Raised by one when a message changes its meaning; both sides refuse another number."""


# --- app to worker -------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Load:
    """Load a pipeline: a folder or the name of an installed package."""

    pipeline: str
    protocol: int = PROTOCOL


@dataclass(frozen=True, slots=True)
class ArticleText:
    """What the worker needs of an article; ``id`` is the row number in the project."""

    id: int
    sha256: str
    text: str

    @staticmethod
    def of(article: int, text: str) -> ArticleText:
        """Return the text with its hash."""
        return ArticleText(article, text_sha256(text), text)


@dataclass(frozen=True, slots=True)
class Prelabel:
    """Find spans in these articles, in this order."""

    job: int
    articles: tuple[ArticleText, ...]


@dataclass(frozen=True, slots=True)
class DocbinOpen:
    """Begin an export: ``files`` gives the path to write for each split; ``language`` an ISO code ("" = xx).

    ``entity_labels`` are those whose spans go into ``doc.ents``.
    """

    job: int
    language: str
    files: Mapping[str, str]
    entity_labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SpanToWrite:
    """A span as the export writes it; ``id`` is its exported id."""

    id: str
    label: str
    fragments: Fragments


@dataclass(frozen=True, slots=True)
class DocbinAdd:
    """Add one article to the file of its split. Answered only if it fails.

    ``annotated`` False: nobody has worked on it, so that nothing is known of what is in it.
    """

    job: int
    split: str
    uid: str
    text: str
    annotated: bool
    spans: tuple[SpanToWrite, ...]


@dataclass(frozen=True, slots=True)
class DocbinClose:
    """Write the files; answered by ``docbin_done``."""

    job: int


@dataclass(frozen=True, slots=True)
class Cancel:
    """Give up a job; answered by its ``done``, perhaps after answers already under way."""

    job: int


@dataclass(frozen=True, slots=True)
class Stop:
    """End the process."""


# --- worker to app -------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Ready:
    """The worker runs; ``spacy`` is the installed version, "" when there is none."""

    protocol: int
    spacy: str


@dataclass(frozen=True, slots=True)
class Loaded:
    """The pipeline is ready; ``labels`` are the span labels it can give."""

    name: str
    version: str
    path: str
    labels: tuple[str, ...]
    language: str


@dataclass(frozen=True, slots=True)
class FoundSpan:
    """One span found by the pipeline; ``label`` is the pipeline's own."""

    start: int
    end: int
    label: str
    score: float | None = None


@dataclass(frozen=True, slots=True)
class Spans:
    """All spans of one article, in text order, and its number of words (no white space, no punctuation)."""

    job: int
    id: int
    sha256: str
    spans: tuple[FoundSpan, ...]
    words: int


@dataclass(frozen=True, slots=True)
class Failed:
    """One article could not be read by the pipeline; the job goes on."""

    job: int
    id: int
    reason: str


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a job is with one long article: ``done`` of ``total`` characters."""

    job: int
    id: int
    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Dropped:
    """A span that an export could not write, or not as it is; ``article`` is the uid."""

    article: str
    span: str
    reason: str


@dataclass(frozen=True, slots=True)
class DocbinDone:
    """The files are written; ``spans`` counts spans in the span group, not their pieces.

    ``entities``: how many spans of each label are in ``doc.ents``.
    """

    job: int
    articles: int
    spans: int
    entities: Mapping[str, int]
    dropped: tuple[Dropped, ...]


@dataclass(frozen=True, slots=True)
class Done:
    """A prelabel job has ended, also after ``cancel``: no further answer carries its number."""

    job: int


@dataclass(frozen=True, slots=True)
class Error:
    """A command failed as a whole; ``job`` is None where it has none (``load``, an unreadable line).

    ``system``: the disk or the system refused something, such as writing the files of an export.
    """

    reason: str
    job: int | None = None
    system: bool = False


Command = Load | Prelabel | DocbinOpen | DocbinAdd | DocbinClose | Cancel | Stop
Answer = Ready | Loaded | Spans | Failed | Progress | DocbinDone | Done | Error


def text_sha256(text: str) -> str:
    """Return the hex digest of a text's UTF-8 bytes (a lone surrogate counts as its three bytes)."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def worker_command() -> list[str]:
    """Return the command line of the worker: this program, also when frozen, with ``--worker``."""
    if getattr(sys, "frozen", False):
        return [sys.executable, "--worker"]
    return [sys.executable, "-m", "desktop", "--worker"]


def worker_environment() -> dict[str, str]:
    """Return the environment of the worker: ours, with this source tree importable from any folder."""
    environment = dict(os.environ)
    environment["PYTHONUTF8"] = "1"
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


def _found(span: FoundSpan) -> JsonObject:
    built: JsonObject = {"start": span.start, "end": span.end, "label": span.label}
    if span.score is not None and math.isfinite(span.score):
        built["score"] = span.score
    return built


def _plain(*names: str) -> Callable[[object], JsonObject]:
    return lambda m: {n: getattr(m, n) for n in names}


def _encode_prelabel(m: Prelabel) -> JsonObject:
    return {"job": m.job, "articles": [{"id": a.id, "sha256": a.sha256, "text": a.text} for a in m.articles]}


def _encode_open(m: DocbinOpen) -> JsonObject:
    return {"job": m.job, "language": m.language, "files": dict(m.files), "entity_labels": list(m.entity_labels)}


def _encode_add(m: DocbinAdd) -> JsonObject:
    spans = [{"id": s.id, "label": s.label, "fragments": _pairs(s.fragments)} for s in m.spans]
    return {
        "job": m.job,
        "split": m.split,
        "uid": m.uid,
        "text": m.text,
        "annotated": m.annotated,
        "spans": spans,
    }


def _encode_spans(m: Spans) -> JsonObject:
    return {"job": m.job, "id": m.id, "sha256": m.sha256, "spans": [_found(s) for s in m.spans], "words": m.words}


def _encode_docbin_done(m: DocbinDone) -> JsonObject:
    dropped = [{"article": d.article, "span": d.span, "reason": d.reason} for d in m.dropped]
    entities = dict(m.entities)
    return {"job": m.job, "articles": m.articles, "spans": m.spans, "entities": entities, "dropped": dropped}


_ENCODERS = cast(
    dict[type, tuple[str, Callable[[object], JsonObject]]],
    {
        Load: ("load", _plain("pipeline", "protocol")),
        Prelabel: ("prelabel", _encode_prelabel),
        DocbinOpen: ("docbin_open", _encode_open),
        DocbinAdd: ("docbin_add", _encode_add),
        DocbinClose: ("docbin_close", _plain("job")),
        Cancel: ("cancel", _plain("job")),
        Stop: ("stop", _plain()),
        Ready: ("ready", _plain("protocol", "spacy")),
        Loaded: ("loaded", _plain("name", "version", "path", "labels", "language")),
        Spans: ("spans", _encode_spans),
        Failed: ("failed", _plain("job", "id", "reason")),
        Progress: ("progress", _plain("job", "id", "done", "total")),
        DocbinDone: ("docbin_done", _encode_docbin_done),
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
    return Load(f.text("pipeline"), protocol)


def _decode_ready(f: Fields) -> Ready:
    protocol = f.number("protocol")
    if protocol != PROTOCOL:
        raise ProtocolError(f"The worker speaks protocol {protocol}, this app speaks {PROTOCOL}.")
    return Ready(protocol, f.text("spacy"))


def _article(f: Fields) -> ArticleText:
    return _finished(f, ArticleText(f.number("id"), f.hash("sha256"), f.text("text")))


def _span_to_write(f: Fields) -> SpanToWrite:
    return _finished(f, SpanToWrite(f.text("id"), f.text("label"), f.fragments("fragments")))


def _found_span(f: Fields) -> FoundSpan:
    span = FoundSpan(f.number("start"), f.number("end"), f.text("label"), f.optional_score("score"))
    if not span.start < span.end:
        raise ProtocolError(f"{f.where}: {span.start}..{span.end} is empty or reversed.")
    return _finished(f, span)


def _dropped(f: Fields) -> Dropped:
    return _finished(f, Dropped(f.text("article"), f.text("span"), f.text("reason")))


_COMMANDS: dict[str, Callable[[Fields], Command]] = {
    "load": _decode_load,
    "prelabel": lambda f: Prelabel(f.number("job"), tuple(_article(a) for a in f.objects("articles"))),
    "docbin_open": lambda f: DocbinOpen(
        f.number("job"), f.text("language"), f.text_map("files"), f.texts("entity_labels")
    ),
    "docbin_add": lambda f: DocbinAdd(
        f.number("job"),
        f.text("split"),
        f.text("uid"),
        f.text("text"),
        f.boolean("annotated"),
        tuple(_span_to_write(s) for s in f.objects("spans")),
    ),
    "docbin_close": lambda f: DocbinClose(f.number("job")),
    "cancel": lambda f: Cancel(f.number("job")),
    "stop": lambda f: Stop(),
}
_ANSWERS: dict[str, Callable[[Fields], Answer]] = {
    "ready": _decode_ready,
    "loaded": lambda f: Loaded(
        f.text("name"), f.text("version"), f.text("path"), f.texts("labels"), f.text("language")
    ),
    "spans": lambda f: Spans(
        f.number("job"),
        f.number("id"),
        f.hash("sha256"),
        tuple(_found_span(s) for s in f.objects("spans")),
        f.number("words"),
    ),
    "failed": lambda f: Failed(f.number("job"), f.number("id"), f.text("reason")),
    "progress": lambda f: Progress(f.number("job"), f.number("id"), f.number("done"), f.number("total")),
    "docbin_done": lambda f: DocbinDone(
        f.number("job"),
        f.number("articles"),
        f.number("spans"),
        f.number_map("entities"),
        tuple(_dropped(d) for d in f.objects("dropped")),
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
