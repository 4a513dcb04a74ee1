"""spaCy DocBin: a folder with one ``.spacy`` file a part, and ``manifest.json``.

``train.spacy``, ``dev.spacy``, ``test.spacy`` where a split was asked for, else ``corpus.spacy``. What is too much for
one file (some 25,000 articles of news) is a folder ``train`` of files ``train-0001.spacy``, ``train-0002.spacy``, …,
which spaCy takes as well. The files are written by the worker process, where spaCy lives; what is in them, and how
overlapping spans are flattened, is described in ``desktop.worker.docbin``. The format is lossy: attributes, relations,
and who annotated are not in it. Spans of several annotators of one article are put together, equal ones once.

``doc.ents`` cannot overlap, so it is for entities: the spans of the labels that take one fragment (``max_fragments``
1 in the label schema; of the default schema ACTOR and LOCATION). Where two of them overlap, the longer is kept, then
the earlier, unless another policy is asked for. Labels that may take several fragments (CLAIM, CUE) are in
``doc.spans["sc"]`` only, so that the actors and places in a claim stay entities. In a schema without a label of one
fragment, all labels are entity labels.

Span groups of a DocBin that articles came from are written again with their attributes, labels and ids, and so are ids
of a knowledge base (``foreign.docbin_groups``).

An article that nobody has worked on (no spans, every status "todo") has missing entities and no span group, so that a
model does not learn that there is nothing in it; ``doc.user_data["annotated"]`` is false for it.

``manifest.json`` (UTF-8, fixed order, no times: same project and options, same bytes): ``format``, ``label_schema``
{name, version}, ``language``, ``policy`` (sentences), ``entity_labels``, ``split`` {ratios, seed, grouping, stratified}
or null, ``articles``, ``annotated_articles``, ``unannotated_articles``, ``spans``, ``labels`` {LABEL: n} in the span
group, ``entities`` {LABEL: n} in doc.ents, ``left_out`` {relations, equal_spans}, ``files`` [{name, sha256, articles,
annotated_articles, spans}], ``dropped`` [{article, span, reason}]. ``dropped`` names the spans that are not written as
they are: those of an entity label that doc.ents cannot hold, and those whose borders are not the tokens'. What is in
the span group only because of its label is not dropped.
"""

from __future__ import annotations

import json
import re
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, field, replace
from itertools import chain, islice
from pathlib import Path
from tempfile import SpooledTemporaryFile
from typing import NoReturn

from annotation_schema.ids import id_text, parse_id
from annotation_schema.model import Article, ArticleRecord, Span, SpanId, Status
from annotation_schema.schema import LabelSchema
from annotation_schema.wording import mark, marked, translate
from desktop.core.errors import AppError, ErrorCode
from desktop.core.exporters import merged
from desktop.core.exporters.flatten import Piece, flat, one_piece
from desktop.core.exporters.manifest import plain
from desktop.core.exporters.report import (
    Alignment,
    Discontinuous,
    ExportOptions,
    Job,
    Overlap,
    What,
    Written,
    file_sha256,
)
from desktop.core.foreign import docbin_groups
from desktop.core.prelabel.client import WorkerClient
from desktop.core.prelabel.messages import (
    Answer,
    Command,
    DocbinAdd,
    DocbinClose,
    DocbinDone,
    DocbinDropped,
    DocbinOpen,
    Dropped,
    Error,
    SpanToWrite,
)
from desktop.core.prelabel.protocol import worker_command

MANIFEST = "manifest.json"
WHOLE = "corpus"
LOSSES = (
    mark("Export", "Of spans that overlap only one is an entity; all are in the span group."),
    merged.PARTS,
    merged.CUT,
    merged.ANNOTATORS,
    merged.ATTRIBUTES,
    merged.RELATIONS,
    merged.STATUS,
    merged.ORIGINS,
    merged.FIELDS,
)
_CHANGED = mark("Export", "It was changed since its import: it is not written in the groups that it came from.")
POLICY = (
    "doc.spans['sc'] holds all spans; a span of several fragments is {discontinuous}.",
    "doc.ents holds the spans of the entity labels, which are those that take one fragment (all labels if none does);"
    " where two of them overlap, {overlap}. Spans of the other labels are in the span group only.",
    "A span whose border cuts a token is written {alignment}; white space at its ends is left off.",
    "The spans of all annotators of an article are put together; spans equal in label and place are written once.",
    "The split is by whole article (or group of articles): its part follows from SHA-256(seed, uid) and the ratios.",
    "Every article is in the files. One that nobody has worked on (no spans, status todo) is not an example of having"
    " nothing: its entities are missing (no O tags), it has no span group, and doc.user_data['annotated'] is false."
    " spaCy's ner passes it over; a spancat knows no missing spans, so leave these articles out of its training.",
)
_OVERLAP = {
    Overlap.LONGEST: "the longer is kept, then the one that starts first",
    Overlap.FIRST: "the one that starts first is kept, then the longer",
    Overlap.LABEL_ORDER: "the one whose label stands first in the label schema is kept, then the longer",
    Overlap.FAIL: "the export is refused",
}
_ALIGNMENT = {
    Alignment.EXPAND: "with the whole token",
    Alignment.CONTRACT: "without that token",
    Alignment.SKIP: "nowhere",
}
_DISCONTINUOUS = {
    Discontinuous.FRAGMENTS: "one piece a fragment, all with its id",
    Discontinuous.HULL: "one piece from its beginning to its end",
    Discontinuous.SKIP: "not written",
}
_JOB = 1
_LOOK_AHEAD = 100  # articles that say which language the tokeniser is for
_POLL_SECONDS = 0.02
_SPOOL = 1 << 20


@dataclass
class _Counts:
    labels: Counter[str] = field(default_factory=Counter[str])
    relations: int = 0
    equal: int = 0


def write(job: Job) -> Written:
    """Write the files and the manifest. Raises AppError WORKER_FAILED if the worker cannot do it."""
    entities = _entity_labels(job.schema)
    counts = _Counts()
    with closing(job.records()) as records, closing(_Losses(job.folder)) as losses:
        with _Worker(job, losses) as worker:
            head = list(islice(records, _LOOK_AHEAD))
            language = _language(head)
            files_of = {name: str(job.folder / f"{name}.spacy") for name in (part or WHOLE for part in job.parts)}
            worker.send(_open(job, language, files_of, entities))
            for record in chain(head, records):
                part = job.part(record.article.uid) or WHOLE
                article, annotated = record.article, _annotated(record)
                found = _spans(job, record, counts)
                spans = _pieces(job, article, tuple(map(_to_write, found)), entities)
                more = docbin_groups.to_write(article, found)
                worker.send(DocbinAdd(_JOB, part, article.uid, article.text, annotated, spans, more))
            done = worker.finish()
        for lost in losses:
            job.drop(lost.article, lost.span, lost.reason)
        files: list[dict[str, object]] = []
        for file in done.files:
            path = Path(file.path)
            about = {"articles": file.articles, "annotated_articles": file.annotated, "spans": file.spans}
            files.append({"name": path.relative_to(job.folder).as_posix(), "sha256": file_sha256(path), **about})
        annotated = sum(file.annotated for file in done.files)
        manifest: dict[str, object] = {
            "format": "spacy-docbin",
            "label_schema": {"name": job.schema.name, "version": job.schema.version},
            "language": language,
            "policy": _policy(job.options),
            "entity_labels": entities,
            "split": plain(job.options.split),
            "articles": done.articles,
            "annotated_articles": annotated,
            "unannotated_articles": done.articles - annotated,
            "spans": done.spans,
            "labels": dict(sorted(counts.labels.items())),
            "entities": dict(done.entities),
            "left_out": {"relations": counts.relations, "equal_spans": counts.equal},
            "files": files,
        }
        losses.end(job.folder / MANIFEST, manifest)
    return Written((*(str(file["name"]) for file in files), MANIFEST), done.articles, done.spans, 0)


def _spool(folder: Path) -> SpooledTemporaryFile[bytes]:
    return SpooledTemporaryFile(_SPOOL, dir=str(folder))


class _Losses:
    """What the worker reports, in a temporary file if it is much, as the manifest lists it."""

    def __init__(self, folder: Path) -> None:
        self._file = _spool(folder)

    def close(self) -> None:
        self._file.close()

    def add(self, some: Iterable[Dropped]) -> None:
        for one in some:
            held = {"article": one.article, "span": one.span, "reason": one.reason}
            self._file.write(json.dumps(held).encode() + b"\n")

    def __iter__(self) -> Iterator[Dropped]:
        self._file.seek(0)
        for line in self._file:
            yield Dropped(**json.loads(line))

    def end(self, path: Path, manifest: Mapping[str, object]) -> None:
        """Write the manifest with the list at its end."""
        text = json.dumps({**manifest, "dropped": []}, ensure_ascii=False, indent=2) + "\n"
        with path.open("w", encoding="utf-8", newline="\n") as file:
            before, mark_, after = text.rpartition("[]")
            file.write(before)
            begun = False
            for one in self:
                held = {"article": one.article, "span": one.span, "reason": one.reason}
                file.write(",\n" if begun else "[\n")
                file.write("    " + json.dumps(held, ensure_ascii=False, indent=2).replace("\n", "\n    "))
                begun = True
            file.write(("\n  ]" if begun else mark_) + after)


def _policy(options: ExportOptions) -> list[str]:
    words = {
        "overlap": _OVERLAP[options.overlap],
        "alignment": _ALIGNMENT[options.alignment],
        "discontinuous": _DISCONTINUOUS[options.discontinuous],
    }
    return [sentence.format(**words) for sentence in POLICY]


def _open(job: Job, language: str, files: dict[str, str], entities: tuple[str, ...]) -> DocbinOpen:
    overlap = Overlap.LONGEST if job.options.overlap is Overlap.FAIL else job.options.overlap
    order = tuple(label.name for label in job.schema.labels)
    return DocbinOpen(_JOB, language, files, entities, overlap.value, order, job.options.alignment.value)


def _pieces(
    job: Job, article: Article, spans: tuple[SpanToWrite, ...], entities: tuple[str, ...]
) -> tuple[SpanToWrite, ...]:
    """Return the spans with the fragments that the policies give them. Raises AppError under FAIL at an overlap."""
    policy = job.options.discontinuous
    if policy is not Discontinuous.FRAGMENTS:
        kept: list[SpanToWrite] = []
        for span in spans:
            fragments = one_piece(span.fragments, policy)
            if fragments:
                kept.append(replace(span, fragments=fragments))
            if fragments != span.fragments:
                done = "written as one piece" if fragments else "left out"
                job.drop(article.uid, span.id, f"A {span.label} of several parts is {done}.")
        spans = tuple(kept)
    if job.options.overlap is Overlap.FAIL:
        ones = [s for s in spans if len(s.fragments) == 1 and s.label in entities]
        found = [
            Piece(Span(SpanId(parse_id(s.id) or 1), s.label, s.fragments), s.fragments[0].start, s.fragments[0].end)
            for s in ones
        ]
        flat(found, Overlap.FAIL, labels=(), article=article.uid)
    return spans


def _entity_labels(schema: LabelSchema) -> tuple[str, ...]:
    one = tuple(label.name for label in schema.labels if label.max_fragments == 1)
    return one or tuple(label.name for label in schema.labels)


def _annotated(record: ArticleRecord) -> bool:
    return any(held.spans or held.status != Status.TODO for held in record.annotations)


def _spans(job: Job, record: ArticleRecord, counts: _Counts) -> list[Span]:
    """Return the spans of all annotators in text order, equal ones once (the one with the smallest id)."""
    found = merged.union(job, record)
    for span in found:
        if docbin_groups.was_relabelled(span):
            job.drop(record.article.uid, id_text(span.id), marked("Export", _CHANGED), What.ATTRIBUTE)
    counts.equal += sum(len(held.spans) for held in record.annotations) - len(found)
    counts.labels.update(span.label for span in found)
    counts.relations += sum(len(held.relations) for held in record.annotations)
    return found


def _to_write(span: Span) -> SpanToWrite:
    return SpanToWrite(id_text(span.id), span.label, span.fragments, docbin_groups.kb_id(span))


def _language(records: list[ArticleRecord]) -> str:
    """Return the code of the language that most of the articles say they are in; English if none says."""
    said = Counter(record.article.language.strip().lower() for record in records)
    del said[""]
    if not said:
        return "en"
    most = min(said, key=lambda name: (-said[name], name))
    code = re.match(r"[a-z]{2,3}(?=[-_]|$)", most)
    return code.group() if code else {"english": "en"}.get(most, "xx")


class _Worker:
    """The worker process with the job's losses and its wish to stop."""

    def __init__(self, job: Job, losses: _Losses) -> None:
        self._job = job
        self._losses = losses
        self._client = WorkerClient(worker_command())

    def __enter__(self) -> _Worker:
        return self

    def __exit__(self, *_: object) -> None:
        self._client.close()

    def send(self, command: Command) -> None:
        """Send a command, unless the worker has failed or the user wants to stop."""
        if (answer := self._answer()) is not None:
            _refuse(answer)
        self._client.send(command)

    def finish(self) -> DocbinDone:
        """Have the files written and return the worker's account."""
        self.send(DocbinClose(_JOB))
        while (answer := self._answer()) is None:
            time.sleep(_POLL_SECONDS)
        if not isinstance(answer, DocbinDone) or answer.job != _JOB:
            _refuse(answer)
        self._losses.add(answer.dropped)
        return answer

    def _answer(self) -> Answer | None:
        """Return an answer that is there, but for losses, which are kept."""
        self._job.check_cancelled()
        while isinstance(answer := self._client.poll(), DocbinDropped) and answer.job == _JOB:
            self._losses.add(answer.dropped)
        return answer


def _refuse(answer: Answer) -> NoReturn:
    if isinstance(answer, Error) and answer.system:
        raise OSError(answer.reason)  # as if we had written the files; the door has the words
    reason = (
        answer.reason
        if isinstance(answer, Error)
        else translate("Export", "It gave an unexpected answer ({answer}).").format(answer=type(answer).__name__)
    )
    raise AppError(
        ErrorCode.WORKER_FAILED,
        translate("Export", "The worker process could not write the files: {reason}").format(reason=reason),
        hint=translate("Export", "Nothing was written."),
    )
