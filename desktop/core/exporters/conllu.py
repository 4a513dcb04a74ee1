r"""CoNLL-U: ten columns, entities in MISC as ``name=B-PER``, as spaCy's converter reads them.

An article begins with ``# newdoc id = <uid>`` and ``# pressmark = {…}`` (all that is known of it but its text, JSON), a
sentence has ``# sent_id`` and ``# text``. Columns: ID, FORM, ``_`` …, MISC: ``start=`` and ``end=``, the token's place
in the article's text in code points; ``name=`` B, I with the label; ``SpaceAfter=No``, and where something else than
nothing or one blank follows, ``SpacesAfter=`` with it, as UDPipe writes it (``desktop.core.gaps``); ``SpacesBefore=``
before the first token of an article. Tokens and sentences are ours; a sentence that ends inside of a span is not
divided there. In ``# text`` any white space is one blank.

An article that came from CoNLL-U has the tokens, sentences, columns and comments of its file, and the name that it had
there; where two of its sentences are joined, the words of the second are counted on.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from annotation_schema.model import Article, ArticleRecord
from annotation_schema.wording import mark, marked
from desktop.core.exporters import merged
from desktop.core.exporters.flatten import Piece
from desktop.core.exporters.lines import lines
from desktop.core.exporters.report import Job, What, Written
from desktop.core.exporters.tagging import iob2, tagged, undivided
from desktop.core.exporters.tokens import Token, sentences, tokenise
from desktop.core.foreign.conllu_rows import TAGS, are_whole, lines_of, words_in
from desktop.core.foreign.own_article import article_json
from desktop.core.foreign.token_rows import CONLLU, Rows, rows_of, without
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
_UNWRITTEN = mark("Export", "What its file said of its tokens does not fit the text any more: it is not written.")
_JOINED = mark("Export", "A span goes over sentences of its file: they are one here, with the first one’s comments.")


def write(job: Job) -> Written:
    """Write the sentences of all articles."""
    articles = spans = 0
    with lines(job) as out:
        for record in job.records():
            rows = rows_of(record.article, CONLLU)
            if CONLLU in record.article.meta and (rows is None or not are_whole(rows, record.article.text)):
                job.drop(record.article.uid, "", marked("Export", _UNWRITTEN), What.ARTICLE)
                rows = None
            tokens = tokenise(record.article.text) if rows is None else [Token(r.start, r.end) for r in rows.rows]
            pieces = merged.without_overlap(job, record, tokens)
            found = _own(record, tokens, pieces) if rows is None else _kept(job, record.article, rows, tokens, pieces)
            for line in found:
                out.write(record.article.uid, line)
            articles += 1
            spans += len(pieces)
        return Written(out.names, articles, spans, 0)


def _head(article: Article, name: str) -> Iterator[str]:
    yield f"# newdoc id = {_line(name or article.uid)}"
    about = article_json(without(article, CONLLU))
    yield f"# pressmark = {json.dumps(about, separators=(',', ':'))}"  # ASCII: no odd line ends


def _own(record: ArticleRecord, tokens: Sequence[Token], pieces: Sequence[tuple[Piece, range]]) -> Iterator[str]:
    article, text = record.article, record.article.text
    tags = tagged(len(tokens), pieces, iob2)
    yield from _head(article, "")
    found = undivided(sentences(text, tokens), [numbers for _, numbers in pieces])
    for count, sentence in enumerate(found, start=1):
        yield f"# sent_id = {_line(article.uid)}-{count}"
        yield _text(text, tokens, sentence)
        for at, number in enumerate(sentence, start=1):
            token = tokens[number]
            said = _misc(text, tokens, number)
            if tags[number] != "O":
                said.insert(2, f"{TAGS[0]}={tags[number]}")
            yield f"{at}\t{text[token.start : token.end]}{_EMPTY}{'|'.join(said)}"
        yield ""


def _kept(
    job: Job, article: Article, rows: Rows, tokens: Sequence[Token], pieces: Sequence[tuple[Piece, range]]
) -> Iterator[str]:
    text = article.text
    tags = tagged(len(tokens), pieces, iob2)
    yield from _head(article, rows.name)
    given = iter(zip(rows.sentences, rows.ranges(), strict=True))
    for count, whole in enumerate(undivided(rows.ranges(), [numbers for _, numbers in pieces]), start=1):
        offset, stop = 0, whole.start
        while stop < whole.stop:
            sentence, numbers = next(given)
            stop = numbers.stop
            if not offset:
                yield from sentence.comments
                if not any(line.startswith("# sent_id") for line in sentence.comments):
                    yield f"# sent_id = {_line(rows.name or article.uid)}-{count}"
                yield _text(text, tokens, whole)
            else:
                job.drop(article.uid, "", marked("Export", _JOINED), What.ARTICLE)
            forms = [text[tokens[n].start : tokens[n].end] for n in numbers]
            yield from lines_of(sentence, offset, forms, [(_misc(text, tokens, n), tags[n]) for n in numbers])
            offset += words_in(sentence)
        yield ""


_EMPTY = "\t_" * 7 + "\t"


def _line(text: str) -> str:
    return " ".join(text.split())


def _text(text: str, tokens: Sequence[Token], sentence: range) -> str:
    return f"# text = {_line(text[tokens[sentence[0]].start : tokens[sentence[-1]].end])}"


def _misc(text: str, tokens: Sequence[Token], number: int) -> list[str]:
    token = tokens[number]
    last = number == len(tokens) - 1
    after = text[token.end : len(text) if last else tokens[number + 1].start]
    said = [f"start={token.start}", f"end={token.end}"]
    if not number and token.start:
        said.append(f"SpacesBefore={escaped(text[: token.start])}")
    if not after:
        said.append("SpaceAfter=No")
    elif after != " " or last:
        said.append(f"SpacesAfter={escaped(after)}")
    return said
