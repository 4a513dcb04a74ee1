"""spaCy DocBin: entities and span groups of each doc; read by the worker process, where spaCy lives.

A span that is both in ``doc.ents`` and in a group is one. Pieces in a group that share an id of ours are the parts of
one span (our own exports). A span without a label has its group's name as its type. Groups that are not ``sc``, their
attributes, and ids in a knowledge base are kept (``foreign.docbin_groups``). A doc whose entities are missing has no
annotations.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from annotation_schema.ids import parse_id
from annotation_schema.model import Article, Fragments
from annotation_schema.offsets import merge
from annotation_schema.wording import translate
from desktop.core.errors import AppError
from desktop.core.foreign.docbin_groups import ABOUT, OWN_GROUP, Membership, doc_of, kept
from desktop.core.foreign.model import ForeignRecord, ForeignSet, ForeignSpan
from desktop.core.prelabel.client import WorkerClient
from desktop.core.prelabel.messages import DocbinDoc, DocbinRead, Done, Error, SpanRead
from desktop.core.prelabel.protocol import worker_command
from desktop.core.readers.fields import FieldsError, article
from desktop.core.readers.headline import first_words, headline_of
from desktop.core.readers.positions import Positions
from desktop.core.readers.report import Report, printable

_JOB = 1


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
    more = doc_of(doc.more)
    positions = Positions(doc.text)
    text = positions.text
    try:
        if not text.strip():
            raise FieldsError(translate("Import", "The text is empty."))
        about = {ABOUT: more.attributes} if more.attributes else {}
        held = article(identity="", title="", text=text, meta={"_import": {"file": printable(path.name)}, **about})
    except FieldsError as error:
        report.problem(path, str(number), None, str(error))
        return None
    if doc.uid and len(doc.uid) <= 200 and text == doc.text:
        held = Article(uid=doc.uid, title=headline_of(text) or first_words(text), text=text, meta=held.meta)
    report.at(held.uid, path, None)
    for name in more.lost:
        reason = translate("Import", "Attributes of the group “{name}” are none that a project can hold; left out.")
        report.problem(path, str(number), None, reason.format(name=name), skipped=False)
    if not doc.annotated:
        return ForeignRecord(held)
    numbers: Counter[str] = Counter()
    memberships: dict[int | str, list[Membership]] = {}  # by the id of a span of ours, or the number of a piece
    own: list[SpanRead] = []
    for piece in doc.spans:
        twin = more.twin_of(piece)
        if piece.group and piece.group != OWN_GROUP:
            one = Membership(piece.group, numbers[piece.group], piece.label, piece.id, piece.kb_id)
            memberships.setdefault(twin or id(piece), []).append(one)
            numbers[piece.group] += 1
        if not twin:
            own.append(piece)
    found: dict[tuple[str, Fragments], _Found] = {}
    for pieces in _gathered(own):
        places = [positions.of_code_points(piece.start, piece.end) for piece in pieces]
        fragments = merge(place for place in places if place is not None)
        label = pieces[0].label or pieces[0].group
        if not fragments or not label.strip():
            reason = translate("Import", "A span without a label or without text is left out.")
            report.problem(path, str(number), None, reason, skipped=False)
            continue
        ours = pieces[0].id if parse_id(pieces[0].id) is not None else ""
        one = found.setdefault((label, fragments), _Found(ours or f"S{len(found) + 1}"))
        one.kb_id = one.kb_id or pieces[0].kb_id
        one.id = one.id or (more.ids.get(ours, "") if ours else pieces[0].id)
        for key in (ours, *map(id, pieces)):
            one.groups += [m for m in memberships.pop(key, ()) if m not in one.groups]
    spans = tuple(
        ForeignSpan(one.key, label, place, kept=kept(one.groups, one.id, one.kb_id))
        for (label, place), one in found.items()
    )
    return ForeignRecord(held, (ForeignSet(spans=spans),))


@dataclass
class _Found:
    key: str
    id: str = ""
    kb_id: str = ""
    groups: list[Membership] = field(default_factory=list[Membership])


def _gathered(spans: Iterable[SpanRead]) -> list[list[SpanRead]]:
    """Return the pieces of each span, those of groups first, since an entity may be the same once more."""
    found: dict[object, list[SpanRead]] = {}
    for number, span in enumerate(sorted(spans, key=lambda s: not s.group)):
        own = span.group == OWN_GROUP and parse_id(span.id) is not None
        found.setdefault((span.id, span.label) if own else number, []).append(span)
    return list(found.values())
