r"""CoNLL-2003, IOB2 and IOBES: one token a line with its tag, an empty line after each sentence.

Columns are apart by one blank. ``conll2003``: token, ``-X-`` (no part of speech), place, tag; ``iob2`` and ``iobes``:
token, place, tag. An article begins with ``-DOCSTART- -X- O O`` and an empty line. The first and the last column are
all that most programs read. Tokens are those of ``tokens.tokenise``: without white space, never empty.

The place says where the token stands in the article's text, in code points: ``12:16``. Where the white space before it
is neither nothing nor one blank, that follows after a colon, and after one more what ends the text behind the last
token, both as ``desktop.core.gaps`` writes them: ``12:16:\n\n``, ``90:91::\n``. With it the text comes back.

A sentence that ends inside of a span is not divided there, so that no tag goes on where none began.

An article that came from such a file has the tokens, sentences and columns of its file, these between token and place
(``EU NNP B-NP 0:2 B-ORG``); "_" stands for white space in a column. Comments are not in the format.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from annotation_schema.model import Article
from annotation_schema.wording import mark, marked
from desktop.core.exporters import merged
from desktop.core.exporters.lines import lines
from desktop.core.exporters.report import Job, What, Written
from desktop.core.exporters.tagging import Tagger, iob2, iobes, tagged, undivided
from desktop.core.exporters.tokens import Token, sentences, tokenise
from desktop.core.foreign.token_rows import CONLL, Rows, rows_of
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
_UNWRITTEN = mark("Export", "What its file said of its tokens is not written: one holds white space, or does not fit.")
_CELLS = mark("Export", "Columns of its file are written with “_” for white space.")
_COMMENTS = mark("Export", "Comments of its file are not written.")


def write_conll2003(job: Job) -> Written:
    """Write four columns, tags B I O."""
    return _write(job, "-X-", iob2)


def write_iob2(job: Job) -> Written:
    """Write three columns, tags B I O."""
    return _write(job, "", iob2)


def write_iobes(job: Job) -> Written:
    """Write three columns, tags B I O E S."""
    return _write(job, "", iobes)


def _write(job: Job, between: str, tagger: Tagger) -> Written:
    articles = spans = 0
    with lines(job) as out:
        for record in job.records():
            text = record.article.text
            rows = _kept(job, record.article)
            tokens = tokenise(text) if rows is None else [Token(row.start, row.end) for row in rows.rows]
            found = sentences(text, tokens) if rows is None else rows.ranges()
            columns = [between] * len(tokens) if rows is None else _columns(job, record.article, rows, between)
            pieces = merged.without_overlap(job, record, tokens)
            tags = tagged(len(tokens), pieces, tagger)
            for line in _rows(text, tokens, undivided(found, [numbers for _, numbers in pieces]), columns, tags):
                out.write(record.article.uid, line)
            articles += 1
            spans += len(pieces)
        return Written(out.names, articles, spans, 0)


def _kept(job: Job, article: Article) -> Rows | None:
    """Return the rows of the file that an article came from, if they can be written."""
    rows = rows_of(article, CONLL)
    if CONLL not in article.meta or (rows and not any(map(str.isspace, _tokens(article, rows)))):
        return rows
    job.drop(article.uid, "", marked("Export", _UNWRITTEN), What.ARTICLE)
    return None


def _tokens(article: Article, rows: Rows) -> Iterator[str]:
    """Give the characters of all tokens."""
    for row in rows.rows:
        yield from article.text[row.start : row.end]


def _columns(job: Job, article: Article, rows: Rows, between: str) -> list[str]:
    """Return what stands between token and place in each row."""
    if any(sentence.comments for sentence in rows.sentences):
        job.drop(article.uid, "", marked("Export", _COMMENTS), What.ARTICLE)
    given = [row.columns.split("\t") if row.columns else [] for row in rows.rows]
    width = max(map(len, given))
    made = [["".join("_" if c.isspace() else c for c in cell) or "_" for cell in cells] for cells in given]
    found = [" ".join([*cells, *["_"] * (width - len(cells))]) or between for cells in made]
    if made != given:
        job.drop(article.uid, "", marked("Export", _CELLS), What.ARTICLE)
    return found


def _rows(
    text: str, tokens: Sequence[Token], found: Sequence[range], columns: Sequence[str], tags: Sequence[str]
) -> Iterator[str]:
    yield DOCSTART
    yield ""
    for sentence in found:
        for number in sentence:
            token = tokens[number]
            between = f" {columns[number]} " if columns[number] else " "
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
