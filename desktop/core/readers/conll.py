"""CoNLL-2003 and its kin: one token a line, its tag in the last column that holds tags, sentences apart by empty lines.

Read are files with any number of columns, apart by tabs or by blanks; tags in IOB1, IOB2, IOBES or BILOU; articles
that begin with ``-DOCSTART-`` or ``# newdoc``, else the whole file is one; comments (``# text = …`` gives the
sentence its spaces); the columns with which our own exporter tells where each token stands (see
``exporters.conll``), from which the text comes back as it was. Otherwise tokens get one blank between them, sentences
a line each. A line without a tag is reported and its token has none. Other columns are kept with the article
(``foreign.token_rows``).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from annotation_schema.model import Fragment
from annotation_schema.wording import translate
from desktop.core.foreign.model import ForeignRecord, ForeignSet, ForeignSpan
from desktop.core.foreign.tags import is_tag, spans_of
from desktop.core.foreign.token_rows import CONLL, Row, Rows, Sentence
from desktop.core.gaps import unescaped
from desktop.core.readers.fields import FieldsError, article
from desktop.core.readers.report import Report, printable
from desktop.core.readers.text import Encoding, UndecodableError, decode_sentence, detect_file
from desktop.core.readers.token_text import TokenText

_COMMENT = re.compile(r"#\s*([^=]*?)\s*(?:=\s?(.*))?")
_PLACE = re.compile(r"(\d+):(\d+)(?::([^:\s]*)(?::([^:\s]*))?)?")
_BLANKS = re.compile("[ \t]+")  # no other white space: a no-break space is part of a token
_SAMPLE_LINES = 2_000
_NO_PART_OF_SPEECH = "-X-"


@dataclass
class _Sentence:
    rows: list[tuple[int, list[str]]] = field(default_factory=list[tuple[int, list[str]]])
    text: str = ""
    comments: list[str] = field(default_factory=list[str])


@dataclass
class _Document:
    identity: str = ""
    line: int = 1
    sentences: list[_Sentence] = field(default_factory=list[_Sentence])


@dataclass(frozen=True, slots=True)
class _Columns:
    """``ours``: a file of our own, in which the place stands before the tag at the end, after any number of columns."""

    tabs: bool
    token: int
    tag: int
    width: int
    ours: bool

    def split(self, line: str) -> list[str]:
        return line.split("\t") if self.tabs else _BLANKS.split(line.strip(" \t"))

    def word_of(self, cells: list[str]) -> str:
        return cells[min(self.token, len(cells) - 1)]

    def tag_of(self, cells: list[str]) -> str:
        at = len(cells) - 1 if self.ours else self.tag
        return cells[at].strip() if len(cells) > max(at, self.token) else ""

    def others(self, cells: list[str]) -> str:
        """Return what is neither token nor tag nor place, nor the number of a token."""
        if self.ours:
            return "\t".join(cells[1:-2])
        return "\t".join(cell or "_" for at, cell in enumerate(cells) if at > self.token and at != self.tag)

    def is_row(self, line: str) -> bool:
        """Say whether a line that begins as a comment is the row of a token that is "#"."""
        cells = self.split(line)
        return cells[0] == "#" and len(cells) == self.width and is_tag(self.tag_of(cells)) and "=" not in cells[1:3]


def read(path: Path, report: Report) -> Iterator[ForeignRecord]:
    """Yield an article for each document of the file; problems go to the report. Raises OSError."""
    try:
        encoding = detect_file(path)
        columns = _columns(path, encoding)
    except UndecodableError as error:
        report.problem(path, None, None, str(error))
        return
    except UnicodeDecodeError as error:
        report.problem(path, None, None, decode_sentence("utf-16", error))
        return
    if encoding.warning:
        report.problem(path, None, None, encoding.warning, skipped=False)
    if columns is None:
        report.problem(path, None, None, translate("Import", "No column holds tags (O, B-…, I-…)."))
        return
    for document in _documents(path, encoding, columns):
        record = _record(document, columns, path, report)
        if record is not None:
            yield record


def _lines(path: Path, encoding: Encoding) -> Iterator[tuple[int, str]]:
    with path.open(encoding=encoding.name, errors=encoding.errors, newline=None) as file:
        for number, line in enumerate(file, start=1):
            yield number, line.rstrip("\n")


def _columns(path: Path, encoding: Encoding) -> _Columns | None:
    """Return which columns there are, from how the file begins."""
    rows: list[str] = []
    for number, line in _lines(path, encoding):
        if number > _SAMPLE_LINES:
            break
        if line.strip() and not line.startswith("-DOCSTART-") and _comment(line) is None:
            rows.append(line)
    if not rows:
        return None
    tabs = sum("\t" in row for row in rows) * 2 > len(rows)
    cells = [row.split("\t") if tabs else _BLANKS.split(row.strip(" \t")) for row in rows]
    width = Counter(map(len, cells)).most_common(1)[0][0]
    held = [cell for cell in cells if len(cell) == width]
    tag = next((n for n in range(width - 1, 0, -1) if 2 * sum(is_tag(c[n].strip()) for c in held) > len(held)), None)
    if tag is None:
        return None
    ours = not tabs and tag > 1 and all(len(c) > 2 and _PLACE.fullmatch(c[-2]) and is_tag(c[-1]) for c in cells)
    return _Columns(tabs, 1 if tag > 1 and not ours and _numbered(held) else 0, tag, width, ours)


def _numbered(rows: list[list[str]]) -> bool:
    """Say whether the first column counts the tokens of each sentence."""
    last = 0
    for row in rows:
        if row[0] not in ("1", str(last + 1)):
            return False
        last = int(row[0])
    return True


def _comment(line: str) -> tuple[str, str] | None:
    """Return key and value of a comment, or None if the line is a token's."""
    if not line.startswith("#"):
        return None
    cells = line.split()
    if is_tag(cells[-1]) and ("=" not in line or "\t" in line or (len(cells) > 2 and _PLACE.fullmatch(cells[-2]))):
        return None
    found = _COMMENT.fullmatch(line)
    assert found is not None
    return found[1], found[2] or ""


def _documents(path: Path, encoding: Encoding, columns: _Columns) -> Iterator[_Document]:
    document, sentence = _Document(), _Sentence()
    for number, line in _lines(path, encoding):
        comment = _comment(line)
        if comment is not None and columns.is_row(line):
            comment = None
        if not line.strip():
            if sentence.rows:
                document.sentences.append(sentence)
                sentence = _Sentence()
        elif line.startswith("-DOCSTART-") or (comment is not None and comment[0].startswith("newdoc")):
            if sentence.rows:
                document.sentences.append(sentence)
            if document.sentences:
                yield document
            document, sentence = _Document(comment[1] if comment else "", number), _Sentence()
        elif comment is not None:
            if comment[0] == "text":
                sentence.text = comment[1]
            else:
                sentence.comments.append(line)
        else:
            sentence.rows.append((number, columns.split(line)))
    if sentence.rows:
        document.sentences.append(sentence)
    if document.sentences:
        yield document


def _record(document: _Document, columns: _Columns, path: Path, report: Report) -> ForeignRecord | None:
    tags: list[str] = []
    tokens = TokenText()
    rows = [row for sentence in document.sentences for row in sentence.rows]
    for number, cells in rows:
        tag = columns.tag_of(cells)
        if not is_tag(tag):
            reason = translate("Import", "“{line}” has no tag; its token has no label.")
            report.problem(path, None, number, reason.format(line=" ".join(cells)[:60]), skipped=False)
        tags.append(tag)
    if not _placed(tokens, rows, columns):
        tokens = TokenText()
        for sentence in document.sentences:
            words = [columns.word_of(cells).strip() for _, cells in sentence.rows]
            tokens.gap("\n" if tokens.length else "")
            tokens.sentence(words, sentence.text)
    try:
        held = article(
            identity=document.identity,
            title="",
            text=tokens.text,
            meta={"_import": {"file": printable(path.name), "line": document.line}},
        )
        if not held.text.strip():
            raise FieldsError(translate("Import", "The text is empty."))
    except FieldsError as error:
        report.problem(path, document.identity or None, document.line, str(error))
        return None
    report.at(held.uid, path, document.line)
    found = list(spans_of(tags))
    spans: list[ForeignSpan] = []
    for label, first, last in found:
        start, end = tokens.places[first][0], tokens.places[last - 1][1]
        if start == end:
            reason = translate("Import", "“{line}” has no word; its label is left out.")
            report.problem(path, None, rows[first][0], reason.format(line=" ".join(rows[first][1])[:60]), skipped=False)
            continue
        spans.append(ForeignSpan(f"{len(spans) + 1}", label, (Fragment(start, end),)))
    kept = _kept(document, columns, tokens)
    if kept.says_more(held.text, [range(first, last) for _, first, last in found]):
        held = kept.put(held, CONLL)
    return ForeignRecord(held, (ForeignSet(spans=tuple(spans)),) if spans else ())


def _kept(document: _Document, columns: _Columns, tokens: TokenText) -> Rows:
    given = [[columns.others(cells) for _, cells in sentence.rows] for sentence in document.sentences]
    nothing = {held for row in given for held in row} == {_NO_PART_OF_SPEECH}
    places = iter(tokens.places)
    sentences = (
        Sentence(tuple(Row(*next(places), "" if nothing else held) for held in row), tuple(sentence.comments))
        for sentence, row in zip(document.sentences, given, strict=True)
    )
    return Rows(tuple(sentences), document.identity)


def _placed(tokens: TokenText, rows: list[tuple[int, list[str]]], columns: _Columns) -> bool:
    """Put the tokens where our own exporter says that they stand; False if it is not such a file."""
    if not columns.ours:
        return False
    for at, (_, cells) in enumerate(rows):
        found = _PLACE.fullmatch(cells[-2]) if len(cells) > 2 else None
        if found is None:
            return False
        start, end = int(found[1]), int(found[2])
        word = cells[0]
        before = unescaped(found[3]) if found[3] else " " * (start - tokens.length if start - tokens.length == 1 else 0)
        tokens.token(word, before)
        if tokens.places[-1] != (start, end) or before.strip():
            return False
        if found[4]:
            if at != len(rows) - 1:
                return False
            tokens.gap(unescaped(found[4]))
    return True
