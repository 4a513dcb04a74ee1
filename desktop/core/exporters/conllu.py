r"""CoNLL-U: ten columns, entities in MISC as ``name=B-PER``, as spaCy's converter reads them.

An article begins with ``# newdoc id = <uid>`` and ``# pressmark = {…}`` (all that is known of it but its text, JSON), a
sentence has ``# sent_id`` and ``# text``. Columns: ID, FORM, ``_`` …, MISC: ``start=`` and ``end=``, the token's place
in the article's text in code points; ``name=`` B, I with the label; ``SpaceAfter=No``, and where something else than
nothing or one blank follows, ``SpacesAfter=`` with it, as UDPipe writes it (``desktop.core.gaps``); ``SpacesBefore=``
before the first token of an article. Tokens and sentences are ours; a sentence that ends inside of a span is not
divided there. In ``# text`` any white space is one blank.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from annotation_schema.model import ArticleRecord
from desktop.core.exporters import merged
from desktop.core.exporters.flatten import Piece
from desktop.core.exporters.lines import lines
from desktop.core.exporters.report import Job, Written
from desktop.core.exporters.tagging import iob2, tagged, undivided
from desktop.core.exporters.tokens import Token, sentences, tokenise
from desktop.core.foreign.own_article import article_json
from desktop.core.gaps import escaped

LOSSES = (
    merged.OVERLAPS,
    merged.PARTS,
    merged.CUT,
    merged.ANNOTATORS,
    merged.ATTRIBUTES,
    merged.RELATIONS,
    merged.STATUS,
    merged.ORIGINS,
)


def write(job: Job) -> Written:
    """Write the sentences of all articles."""
    articles = spans = 0
    with lines(job) as out:
        for record in job.records():
            tokens = tokenise(record.article.text)
            pieces = merged.without_overlap(job, record, tokens)
            for line in _rows(record, tokens, pieces):
                out.write(record.article.uid, line)
            articles += 1
            spans += len(pieces)
        return Written(out.names, articles, spans, 0)


def _rows(record: ArticleRecord, tokens: Sequence[Token], pieces: Sequence[tuple[Piece, range]]) -> Iterator[str]:
    article, text = record.article, record.article.text
    tags = tagged(len(tokens), pieces, iob2)
    yield f"# newdoc id = {_line(article.uid)}"
    yield f"# pressmark = {json.dumps(article_json(article), separators=(',', ':'))}"  # ASCII: no odd line ends
    found = undivided(sentences(text, tokens), [numbers for _, numbers in pieces])
    for count, sentence in enumerate(found, start=1):
        yield f"# sent_id = {_line(article.uid)}-{count}"
        yield f"# text = {_line(text[tokens[sentence[0]].start : tokens[sentence[-1]].end])}"
        for at, number in enumerate(sentence, start=1):
            token = tokens[number]
            yield f"{at}\t{text[token.start : token.end]}{_EMPTY}{_misc(text, tokens, number, tags[number])}"
        yield ""


_EMPTY = "\t_" * 7 + "\t"


def _line(text: str) -> str:
    return " ".join(text.split())


def _misc(text: str, tokens: Sequence[Token], number: int, tag: str) -> str:
    token = tokens[number]
    last = number == len(tokens) - 1
    after = text[token.end : len(text) if last else tokens[number + 1].start]
    said = [f"start={token.start}", f"end={token.end}"]
    if tag != "O":
        said.append(f"name={tag}")
    if not number and token.start:
        said.append(f"SpacesBefore={escaped(text[: token.start])}")
    if not after:
        said.append("SpaceAfter=No")
    elif after != " " or last:
        said.append(f"SpacesAfter={escaped(after)}")
    return "|".join(said)
