r"""CoNLL-2003, IOB2 and IOBES: one token a line with its tag, an empty line after each sentence.

Columns are apart by one blank. ``conll2003``: token, ``-X-`` (no part of speech), place, tag; ``iob2`` and ``iobes``:
token, place, tag. An article begins with ``-DOCSTART- -X- O O`` and an empty line. The first and the last column are
all that most programs read. Tokens are those of ``tokens.tokenise``: without white space, never empty.

The place says where the token stands in the article's text, in code points: ``12:16``. Where the white space before it
is neither nothing nor one blank, that follows after a colon, and after one more what ends the text behind the last
token, both as ``desktop.core.gaps`` writes them: ``12:16:\n\n``, ``90:91::\n``. With it the text comes back.

A sentence that ends inside of a span is not divided there, so that no tag goes on where none began.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from annotation_schema.model import ArticleRecord
from desktop.core.exporters import merged
from desktop.core.exporters.flatten import Piece
from desktop.core.exporters.lines import lines
from desktop.core.exporters.report import Job, Written
from desktop.core.exporters.tagging import Tagger, iob2, iobes, tagged, undivided
from desktop.core.exporters.tokens import Token, sentences, tokenise
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
    merged.FIELDS,
)
DOCSTART = "-DOCSTART- -X- O O"


def write_conll2003(job: Job) -> Written:
    """Write four columns, tags B I O."""
    return _write(job, " -X- ", iob2)


def write_iob2(job: Job) -> Written:
    """Write three columns, tags B I O."""
    return _write(job, " ", iob2)


def write_iobes(job: Job) -> Written:
    """Write three columns, tags B I O E S."""
    return _write(job, " ", iobes)


def _write(job: Job, between: str, tagger: Tagger) -> Written:
    articles = spans = 0
    with lines(job) as out:
        for record in job.records():
            text = record.article.text
            tokens = tokenise(text)
            pieces = merged.without_overlap(job, record, tokens)
            for line in _rows(record, tokens, pieces, between, tagger):
                out.write(record.article.uid, line)
            articles += 1
            spans += len(pieces)
        return Written(out.names, articles, spans, 0)


def _rows(
    record: ArticleRecord, tokens: Sequence[Token], pieces: Sequence[tuple[Piece, range]], between: str, tagger: Tagger
) -> Iterator[str]:
    text = record.article.text
    tags = tagged(len(tokens), pieces, tagger)
    yield DOCSTART
    yield ""
    for sentence in undivided(sentences(text, tokens), [numbers for _, numbers in pieces]):
        for number in sentence:
            token = tokens[number]
            yield f"{text[token.start : token.end]}{between}{_place(text, tokens, number)} {tags[number]}"
        yield ""


def _place(text: str, tokens: Sequence[Token], number: int) -> str:
    token = tokens[number]
    before = text[tokens[number - 1].end if number else 0 : token.start]
    after = text[token.end :] if number == len(tokens) - 1 else ""
    place = f"{token.start}:{token.end}"
    if (before and before != " ") or (before and not number) or after:
        place += f":{escaped(before)}"
    return f"{place}:{escaped(after)}" if after else place
