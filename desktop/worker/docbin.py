"""Writing articles and spans as spaCy's DocBin, one file a split.

Each doc is tokenised by the blank pipeline of its language. ``doc.spans["sc"]`` holds all spans, with the
span's id as span id; a discontinuous span is one piece a fragment, all with the same id. ``doc.ents`` cannot
overlap: it holds the continuous spans chosen longest first (in characters), then the one that starts first.
``doc.user_data["uid"]`` is the article's uid. Everything that is not written as it is comes back as ``Dropped``:
spans left out of ``doc.ents``, and spans whose borders cut a token (written with the whole token) or have
white space at an end (written without it; spaCy refuses entities that begin or end with it).
Same articles in the same order, same bytes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from annotation_schema.model import Fragment
from desktop.core.prelabel.protocol import DocbinAdd, DocbinDone, DocbinOpen, Dropped, SpanToWrite
from desktop.worker.prelabel import in_words

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, DocBin, Span

SPAN_GROUP = "sc"
_ATTRIBUTES = ("ENT_IOB", "ENT_TYPE", "ENT_KB_ID", "ENT_ID")
_NO_LIMIT = 2**31 - 1


@dataclass(frozen=True, slots=True)
class _Piece:
    """One fragment as spaCy takes it, and what had to be changed for that ("" for nothing)."""

    span: Span
    change: str


class DocbinWriter:
    """One export under way; ``add`` and ``close`` are called in the worker's main thread."""

    def __init__(self, command: DocbinOpen) -> None:
        """Raise OSError or ValueError if there is nothing to write to."""
        from spacy.tokens import DocBin

        if not command.files:
            raise ValueError("no file was named")
        self._job = command.job
        self._files: Mapping[str, str] = dict(command.files)
        self._bins: dict[str, DocBin] = {s: DocBin(attrs=_ATTRIBUTES, store_user_data=True) for s in self._files}
        self._dropped: list[Dropped] = []
        self._articles = 0
        self._spans = 0
        self._nlp, problem = _tokeniser(command.language)
        if problem:
            self._dropped.append(Dropped("", "", problem))

    def add(self, command: DocbinAdd) -> None:
        """Add one article; raises ValueError if its split was not opened."""
        if command.split not in self._bins:
            raise ValueError(f"no file was opened for the split “{command.split}”")
        before = len(self._dropped)
        try:
            doc, spans = self._doc(command)
        except Exception as e:  # noqa: BLE001  one article that spaCy cannot take must not end the export
            del self._dropped[before:]
            self._drop(command.uid, "", f"The article is left out: {in_words(e)}")
            return
        self._bins[command.split].add(doc)
        self._articles += 1
        self._spans += spans

    def close(self) -> DocbinDone:
        """Write the files; raises OSError."""
        for split, path in self._files.items():
            Path(path).write_bytes(self._bins[split].to_bytes())
        return DocbinDone(self._job, self._articles, self._spans, tuple(self._dropped))

    def _doc(self, command: DocbinAdd) -> tuple[Doc, int]:
        doc = self._nlp.make_doc(command.text)
        if doc.text != command.text:
            raise ValueError("the tokeniser changed the text")
        group: list[Span] = []
        candidates: list[tuple[SpanToWrite, Span]] = []
        written = 0
        for span in command.spans:
            pieces = self._pieces(doc, command, span)
            if not pieces:
                continue
            written += 1
            group += pieces
            if len(span.fragments) > 1:
                self._drop(
                    command.uid,
                    span.id,
                    f"Left out of doc.ents: {span.label} has {len(span.fragments)} parts; all are in the span group.",
                )
            else:
                candidates.append((span, pieces[0]))
        doc.spans[SPAN_GROUP] = sorted(group, key=lambda s: (s.start, -s.end))
        doc.set_ents(self._flatten(command.uid, candidates), default="outside")
        doc.user_data["uid"] = command.uid
        return doc, written

    def _pieces(self, doc: Doc, command: DocbinAdd, span: SpanToWrite) -> list[Span]:
        """Return the span's pieces on token borders; what had to be changed or left out is reported."""
        found: dict[tuple[int, int], Span] = {}
        for fragment in span.fragments:
            piece = _align(doc, command.text, fragment, span)
            if piece is None:
                where = f"{fragment.start}–{fragment.end}"
                self._drop(command.uid, span.id, f"Left out: {span.label} {where} holds no text.")
                continue
            if piece.change:
                self._drop(command.uid, span.id, f"{span.label} {piece.change}")
            found.setdefault((piece.span.start, piece.span.end), piece.span)
        return list(found.values())

    def _flatten(self, uid: str, candidates: list[tuple[SpanToWrite, Span]]) -> list[Span]:
        taken: dict[int, SpanToWrite] = {}
        kept: list[Span] = []
        for origin, span in sorted(candidates, key=lambda c: (c[1].start_char - c[1].end_char, c[1].start)):
            other = next((taken[t] for t in range(span.start, span.end) if t in taken), None)
            if other is not None:
                reason = (
                    f"Left out of doc.ents: {origin.label} overlaps a longer or earlier {other.label} ({other.id})."
                )
                self._drop(uid, origin.id, reason)
                continue
            taken.update(dict.fromkeys(range(span.start, span.end), origin))
            kept.append(span)
        return sorted(kept)

    def _drop(self, uid: str, span: str, reason: str) -> None:
        self._dropped.append(Dropped(uid, span, reason))


def _align(doc: Doc, text: str, fragment: Fragment, span: SpanToWrite) -> _Piece | None:
    covered = text[fragment.start : fragment.end]
    end = fragment.start + len(covered.rstrip())
    start = fragment.end - len(covered.lstrip())
    if start >= end:
        return None
    piece = doc.char_span(start, end, label=span.label, alignment_mode="expand", span_id=span.id)
    if piece is None:
        return None
    change = ""
    if (piece.start_char, piece.end_char) != (fragment.start, fragment.end):
        cut = (piece.start_char, piece.end_char) != (start, end)
        why = "cuts a token" if cut else "has white space at an end"
        change = f"{why}: written as {piece.start_char}–{piece.end_char}, not {fragment.start}–{fragment.end}."
    return _Piece(piece, change)


def _tokeniser(language: str) -> tuple[Language, str]:
    """Return the blank pipeline of a language, else of none ("xx") and the reason."""
    import spacy

    code = language.replace("_", "-").split("-")[0].lower() or "xx"
    problem = ""
    try:
        nlp = spacy.blank(code)
    except Exception as e:  # noqa: BLE001  unknown languages and missing tokeniser packages raise all sorts
        problem = f"No tokeniser for the language “{language}”; the one for any language is used: {in_words(e)}"
        nlp = spacy.blank("xx")
    nlp.max_length = _NO_LIMIT  # the limit is meant for parsers; a tokeniser needs no such memory
    return nlp, problem
