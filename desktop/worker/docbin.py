"""Writing articles and spans as spaCy's DocBin, one file a split.

Each doc is tokenised by the blank pipeline of its language. ``doc.spans["sc"]`` holds all spans, with the
span's id as span id; a discontinuous span is one piece a fragment, all with the same id. ``doc.ents``, which
cannot overlap, holds the spans of the entity labels that the app names (see ``desktop.core.exporters.docbin``),
chosen by the policy for overlaps: longest first (in characters), then the one that starts first; or by start; or by the
order of labels; the other labels are in the span group only.
An article that nobody has worked on has missing entities and no span group: training and scoring of entities then
pass it over, instead of learning that there is nothing in it.
``doc.user_data`` has ``uid``, the article's, and ``annotated``, whether somebody has worked on it. Groups of another
program's DocBin, with their attributes, are written again as they were; ``kept`` (JSON) in ``doc.user_data`` then says
which of their spans is which of ours.

Everything that is not written as it is comes back as ``Dropped``: spans of entity labels that ``doc.ents`` cannot
hold, and spans whose borders cut a token (written with the whole token, without it, or not, as asked) or have white
space at an end (written without it; spaCy refuses entities that begin or end with it). Same articles in the same order,
same bytes. Memory does not grow with the articles: the files are written as these come (``docbin_file``), and a
tokeniser that has seen many words, all of which it keeps, makes way for a new one.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from desktop.core.prelabel.messages import DocbinAdd, DocbinDone, DocbinDropped, DocbinOpen, Dropped, SpanToWrite
from desktop.worker import docbin_groups
from desktop.worker.docbin_file import DocbinPart
from desktop.worker.docbin_groups import SPAN_GROUP
from desktop.worker.prelabel import in_words
from desktop.worker.vocabulary import KEPT_WORDS

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Span

_TOLD_AT_ONCE = 200
_NO_LIMIT = 2**31 - 1
_WINNER = {"longest": "a longer or earlier", "first": "an earlier or longer", "label-order": "the preferred or longer"}


class _Candidate(NamedTuple):
    """A continuous span that could become an entity; the one that sorts first wins."""

    rank: tuple[int, ...]  # by the policy for overlaps
    first: int  # token
    order: int
    last: int  # token after the span
    origin: SpanToWrite
    span: Span


class DocbinWriter:
    """One export under way; ``add`` and ``close`` are called in the worker's main thread."""

    def __init__(self, command: DocbinOpen) -> None:
        """Raise OSError or ValueError if there is nothing to write to."""
        from spacy.tokenizer import Tokenizer

        if not command.files:
            raise ValueError("no file was named")
        self._job = command.job
        self._parts = {split: DocbinPart(split, Path(path)) for split, path in command.files.items()}
        self._entity_labels = frozenset(command.entity_labels)
        self._overlap = command.overlap
        self._label_rank = {label: n for n, label in enumerate(command.label_order)}
        self._alignment = command.alignment
        self._entities: Counter[str] = Counter()
        self._dropped: list[Dropped] = []
        self._articles = 0
        self._spans = 0
        self._language = command.language
        self._nlp, problem = _tokeniser(command.language)
        self._most_words = len(self._nlp.vocab) + KEPT_WORDS
        # spaCy's own tokeniser cuts the text into its pieces; others (for Japanese, say) build it anew.
        self._faithful = type(self._nlp.tokenizer) is Tokenizer
        if problem:
            self._dropped.append(Dropped("", "", problem))

    def add(self, command: DocbinAdd) -> None:
        """Add one article; raises ValueError if its split was not opened."""
        if command.split not in self._parts:
            raise ValueError(f"no file was opened for the split “{command.split}”")
        before = len(self._dropped)
        if len(self._nlp.vocab) >= self._most_words:
            self._nlp, _ = _tokeniser(self._language)
        try:
            doc, spans, more = self._doc(command)
        except Exception as e:  # noqa: BLE001  one article that spaCy cannot take must not end the export
            del self._dropped[before:]
            self._drop(command.uid, "", f"The article is left out: {in_words(e)}")
            return
        names = {name for span in command.spans for name in (span.label, span.id, span.kb_id)}
        names |= more
        self._parts[command.split].add(doc, annotated=command.annotated, spans=spans, names=names)
        self._entities.update(ent.label_ for ent in doc.ents)
        self._articles += 1
        self._spans += spans

    def dropped(self) -> DocbinDropped | None:
        """Return what has not been told yet, once it is enough for a message."""
        if len(self._dropped) < _TOLD_AT_ONCE:
            return None
        told = DocbinDropped(self._job, tuple(self._dropped))
        self._dropped.clear()
        return told

    def close(self) -> DocbinDone:
        """Write the files; raises OSError."""
        files = tuple(file for part in self._parts.values() for file in part.close())
        entities = dict(sorted(self._entities.items()))
        return DocbinDone(self._job, self._articles, self._spans, entities, files, tuple(self._dropped))

    def _doc(self, command: DocbinAdd) -> tuple[Doc, int, set[str]]:
        """Return the doc, how many spans are in it, and what its groups of other programs are called."""
        doc = self._nlp.make_doc(command.text)
        if not self._faithful and doc.text != command.text:
            raise ValueError("the tokeniser changed the text")
        doc.user_data["uid"] = command.uid
        doc.user_data["annotated"] = command.annotated
        if not command.annotated:
            doc.set_ents([], default="missing")
            return doc, 0, docbin_groups.put(doc, command.more, {})
        group: list[tuple[int, int, int, Span]] = []
        candidates: list[_Candidate] = []
        of_span: dict[str, list[Span]] = {}
        written = 0
        for span in command.spans:
            pieces = self._pieces(doc, command, span)
            written += bool(pieces)
            of_span[span.id] = list(pieces.values())
            entity = span.label in self._entity_labels
            for (first, last), piece in pieces.items():
                group.append((first, -last, len(group), piece))
                if entity and len(span.fragments) == 1:
                    candidates.append(_Candidate(self._rank(piece), first, len(candidates), last, span, piece))
            if entity and pieces and len(span.fragments) > 1:
                parts = f"{span.label} has {len(span.fragments)} parts; all are in the span group"
                self._drop(command.uid, span.id, f"Left out of doc.ents: {parts}.")
        doc.spans[SPAN_GROUP] = [piece for *_, piece in sorted(group)]
        doc.set_ents(self._flatten(command.uid, candidates), default="outside")
        return doc, written, docbin_groups.put(doc, command.more, of_span)

    def _rank(self, piece: Span) -> tuple[int, ...]:
        length = piece.end_char - piece.start_char
        if self._overlap == "first":
            return (piece.start, -length)
        if self._overlap == "label-order":
            return (self._label_rank.get(piece.label_, len(self._label_rank)), -length)
        return (-length,)

    def _pieces(self, doc: Doc, command: DocbinAdd, span: SpanToWrite) -> dict[tuple[int, int], Span]:
        """Return the span's pieces by token borders; what had to be changed or left out is reported."""
        from spacy.strings import get_string_id

        found: dict[tuple[int, int], Span] = {}
        for fragment in span.fragments:
            covered = command.text[fragment.start : fragment.end]
            end = fragment.start + len(covered.rstrip())
            start = fragment.end - len(covered.lstrip())
            piece = None
            if start < end:
                mode = "strict" if self._alignment == "skip" else self._alignment
                # The number alone: spaCy would keep the string, one for each span of the project.
                number, known = get_string_id(span.id), get_string_id(span.kb_id) if span.kb_id else 0
                piece = doc.char_span(start, end, span.label, known, alignment_mode=mode, span_id=number)
            if piece is None and start < end:
                where = f"{fragment.start}–{fragment.end}"
                self._drop(command.uid, span.id, f"Left out: {span.label} {where} cuts a token.")
                continue
            if piece is None:
                where = f"{fragment.start}–{fragment.end}"
                self._drop(command.uid, span.id, f"Left out: {span.label} {where} holds no text.")
                continue
            at, to = piece.start_char, piece.end_char
            if at != fragment.start or to != fragment.end:
                why = "has white space at an end" if (at, to) == (start, end) else "cuts a token"
                change = f"written as {at}–{to}, not {fragment.start}–{fragment.end}"
                self._drop(command.uid, span.id, f"{span.label} {why}: {change}.")
            found.setdefault((piece.start, piece.end), piece)
        return found

    def _flatten(self, uid: str, candidates: list[_Candidate]) -> list[Span]:
        """Return spans that do not overlap; what gives way to another is reported."""
        owner: dict[int, SpanToWrite] = {}
        kept: list[Span] = []
        for one in sorted(candidates):
            tokens = range(one.first, one.last)
            # The longest in characters may be shorter in tokens.
            other = next((owner[t] for t in tokens if t in owner), None)
            if other is None:
                owner.update(dict.fromkeys(tokens, one.origin))
                kept.append(one.span)
            else:
                what = f"{one.origin.label} overlaps {_WINNER[self._overlap]} {other.label} ({other.id})"
                self._drop(uid, one.origin.id, f"Left out of doc.ents: {what}.")
        return kept

    def _drop(self, uid: str, span: str, reason: str) -> None:
        self._dropped.append(Dropped(uid, span, reason))


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
