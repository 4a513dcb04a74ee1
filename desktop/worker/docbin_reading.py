"""Reading spaCy's DocBin: the text of each doc, its entities and its span groups."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.core.prelabel.messages import DocbinDoc, DocbinRead, SpanRead
from desktop.worker import docbin_groups

if TYPE_CHECKING:
    from spacy.tokens import Doc


def docs(command: DocbinRead) -> Iterator[DocbinDoc]:
    """Yield the docs of a file. Raises OSError, ValueError and whatever spaCy raises for a broken file."""
    from spacy.tokens import DocBin
    from spacy.vocab import Vocab

    held = DocBin().from_bytes(Path(command.path).read_bytes())
    for doc in held.get_docs(Vocab()):
        yield _read(command.job, doc)


def _read(job: int, doc: Doc) -> DocbinDoc:
    spans = [
        SpanRead(ent.label_, ent.start_char, ent.end_char, "", ent.ent_id_, ent.kb_id_)
        for ent in doc.ents
        if ent.start_char < ent.end_char
    ]
    for name, group in doc.spans.items():
        spans += [
            SpanRead(span.label_, span.start_char, span.end_char, str(name), span.id_, span.kb_id_)
            for span in group
            if span.start_char < span.end_char
        ]
    uid, annotated = doc.user_data.get("uid"), doc.user_data.get("annotated")
    # Entities that are missing (not "outside") say that nobody has looked.
    looked = annotated if isinstance(annotated, bool) else bool(spans) or doc.has_annotation("ENT_IOB")
    return DocbinDoc(job, uid if isinstance(uid, str) else "", doc.text, looked, tuple(spans), docbin_groups.told(doc))
