"""What a file of one token a line (CoNLL, CoNLL-U) says of its tokens beside text and labels: kept, and written again.

It is in ``Article.meta`` under the name of its kind of file, so that it goes wherever the article goes. As an article's
text never changes, the tokens keep their places; an export in the same kind of format takes them, with their columns,
instead of tokens of ours.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, cast

from annotation_schema.model import Article

CONLL, CONLLU = "_conll", "_conllu"
KINDS = (CONLL, CONLLU)
_LINE_ENDS = frozenset("\n\r")


@dataclass(frozen=True, slots=True)
class Row:
    """A token of the text: its place, and the columns that are neither token nor label, apart by tabs.

    ``more``: lines below it that are no tokens of the text (words that a token is made of, empty nodes).
    """

    start: int
    end: int
    columns: str = ""
    more: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the file; ``before``: lines that stand before its first token and are none."""

    rows: tuple[Row, ...]
    comments: tuple[str, ...] = ()
    before: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rows:
    """All tokens of an article; ``name``: what the file called the article."""

    sentences: tuple[Sentence, ...]
    name: str = ""
    rows: tuple[Row, ...] = field(init=False)

    def __post_init__(self) -> None:
        """Put the tokens of all sentences one after the other."""
        object.__setattr__(self, "rows", tuple(row for sentence in self.sentences for row in sentence.rows))

    def ranges(self) -> list[range]:
        """Return the sentences as ranges of token numbers."""
        found: list[range] = []
        for sentence in self.sentences:
            first = found[-1].stop if found else 0
            found.append(range(first, first + len(sentence.rows)))
        return found

    def says_more(self, text: str, spans: Sequence[range]) -> bool:
        """Say whether a file of ours would not be the same without them; ``spans`` as token numbers."""
        from desktop.core.exporters.tagging import undivided  # formats that are written import this module
        from desktop.core.exporters.tokens import sentences, tokenise

        if any(s.comments or s.before or any(row.columns or row.more for row in s.rows) for s in self.sentences):
            return True
        tokens = tokenise(text)
        places = [(token.start, token.end) for token in tokens]
        if places != [(row.start, row.end) for row in self.rows]:
            return True
        return undivided(sentences(text, tokens), spans) != undivided(self.ranges(), spans)

    def put(self, article: Article, kind: str) -> Article:
        """Return the article with them."""
        held = [_plain(sentence) for sentence in self.sentences]
        return replace(article, meta={**article.meta, kind: {"name": self.name, "sentences": held}})


def without(article: Article, kind: str) -> Article:
    """Return the article without them: they are written in another place."""
    return replace(article, meta={name: value for name, value in article.meta.items() if name != kind})


def rows_of(article: Article, kind: str) -> Rows | None:
    """Return what was kept of an article; None if nothing was, or if it does not fit the text (it was edited)."""
    held = article.meta.get(kind)
    if not isinstance(held, dict):
        return None
    try:
        made = _rows(cast("dict[str, Any]", held))
    except (TypeError, ValueError, KeyError, IndexError):
        return None
    at = 0
    for row in made.rows:
        if not at <= row.start < row.end <= len(article.text) or article.text[at : row.start].strip():
            return None
        at = row.end
    return made if made.rows and not article.text[at:].strip() else None


def _plain(sentence: Sentence) -> dict[str, object]:
    held: dict[str, object] = {"tokens": [[row.start, row.end, row.columns, *row.more] for row in sentence.rows]}
    held |= {"comments": list(sentence.comments)} if sentence.comments else {}
    return held | ({"before": list(sentence.before)} if sentence.before else {})


def _rows(held: dict[str, Any]) -> Rows:
    """Raises TypeError, ValueError, KeyError or IndexError for what ``put`` did not make."""
    sentences: list[Sentence] = []
    for one in held["sentences"]:
        rows = [Row(int(start), int(end), _line(columns), _lines(more)) for start, end, columns, *more in one["tokens"]]
        if rows:
            sentences.append(Sentence(tuple(rows), _lines(one.get("comments", ())), _lines(one.get("before", ()))))
    return Rows(tuple(sentences), _line(held.get("name", "")))


def _lines(held: Iterable[object]) -> tuple[str, ...]:
    return tuple(map(_line, held))


def _line(held: object) -> str:
    if not isinstance(held, str) or not _LINE_ENDS.isdisjoint(held):
        raise ValueError
    return held
