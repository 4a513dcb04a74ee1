"""spaCy DocBin: entities and span groups of each doc; read by the worker process, where spaCy lives.

A span that is both in ``doc.ents`` and in a group is one. Pieces in a group that share an id of ours are the parts of
one span (our own exports). A span without a label has its group's name as its type. Another group's name than ``sc``,
and the knowledge base's id of an entity, are kept. A doc whose entities are missing has no annotations.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from annotation_schema.ids import parse_id
from annotation_schema.model import Article, Fragments
from annotation_schema.offsets import merge
from annotation_schema.wording import translate
from desktop.core.errors import AppError
from desktop.core.foreign.model import ForeignRecord, ForeignSet, ForeignSpan, Scalar
from desktop.core.prelabel.client import WorkerClient
from desktop.core.prelabel.messages import DocbinDoc, DocbinRead, Done, Error, SpanRead
from desktop.core.prelabel.protocol import worker_command
from desktop.core.readers.fields import FieldsError, article
from desktop.core.readers.headline import first_words, headline_of
from desktop.core.readers.positions import Positions
from desktop.core.readers.report import Report, printable

_JOB = 1
_OWN_GROUP = "sc"


def read(path: Path, report: Report) -> Iterator[ForeignRecord]:
    """Yield an article for each doc; problems go to the report. Raises OSError."""
    path.stat()
    try:
        with WorkerClient(worker_command()) as client:
            client.send(DocbinRead(_JOB, str(path.resolve())))
            number = 0
            while not isinstance(answer := client.receive(), Done):
                if isinstance(answer, Error):
                    if answer.system:
                        raise OSError(answer.reason)
                    reason = translate("Import", "It is no DocBin that spaCy can read: {reason}")
                    report.problem(path, None, None, reason.format(reason=answer.reason[:300]))
                    return
                if isinstance(answer, DocbinDoc):
                    number += 1
                    record = _record(answer, number, path, report)
                    if record is not None:
                        yield record
    except AppError as error:
        report.problem(path, None, None, str(error))


def _record(doc: DocbinDoc, number: int, path: Path, report: Report) -> ForeignRecord | None:
    positions = Positions(doc.text)
    text = positions.text
    try:
        if not text.strip():
            raise FieldsError(translate("Import", "The text is empty."))
        held = article(identity="", title="", text=text, meta={"_import": {"file": printable(path.name)}})
    except FieldsError as error:
        report.problem(path, str(number), None, str(error))
        return None
    if doc.uid and len(doc.uid) <= 200 and text == doc.text:
        held = Article(uid=doc.uid, title=headline_of(text) or first_words(text), text=text, meta=held.meta)
    report.at(held.uid, path, None)
    if not doc.annotated:
        return ForeignRecord(held)
    spans: list[ForeignSpan] = []
    known: set[tuple[str, Fragments]] = set()
    for pieces in _gathered(doc.spans):
        places = [positions.of_code_points(piece.start, piece.end) for piece in pieces]
        fragments = merge(place for place in places if place is not None)
        label = pieces[0].label or pieces[0].group
        if not fragments or not label.strip():
            reason = translate("Import", "A span without a label or without text is left out.")
            report.problem(path, str(number), None, reason, skipped=False)
            continue
        if (label, fragments) not in known:
            known.add((label, fragments))
            key = pieces[0].id if parse_id(pieces[0].id) is not None else f"S{len(spans) + 1}"
            spans.append(ForeignSpan(key, label, fragments, kept=_kept(pieces[0])))
    return ForeignRecord(held, (ForeignSet(spans=tuple(spans)),))


def _gathered(spans: tuple[SpanRead, ...]) -> list[list[SpanRead]]:
    """Return the pieces of each span, those of groups first, since an entity may be the same once more."""
    found: dict[object, list[SpanRead]] = {}
    for number, span in enumerate(sorted(spans, key=lambda s: not s.group)):
        own = span.group == _OWN_GROUP and parse_id(span.id) is not None
        found.setdefault((span.id, span.label) if own else number, []).append(span)
    return list(found.values())


def _kept(piece: SpanRead) -> dict[str, Scalar]:
    held: dict[str, Scalar] = {}
    if piece.group and piece.group != _OWN_GROUP:
        held["group"] = piece.group
    if piece.kb_id:
        held["kb_id"] = piece.kb_id
    if piece.id and parse_id(piece.id) is None:
        held["id"] = piece.id
    return held
