"""The lines of CoNLL-U sentences as rows that are kept with an article, and as lines again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from desktop.core.foreign.tags import is_tag
from desktop.core.foreign.token_rows import Row, Rows, Sentence

TAGS = ("name", "NE", "ner", "Ner", "NER")
"""Names in MISC of tags of entities, the first that has one counts; we write the first."""
_OURS = frozenset({"start", "end", "SpaceAfter", "SpacesAfter", "SpacesBefore"})
_APART = re.compile(r"\t| {2,}")  # as the library conllu parts columns
_ID = re.compile(r"(\d+)(?:([-.])(\d+))?")
_COMMENT = re.compile(r"#\s*([^=\s]+)(?:[^=]*)(?:=\s?(.*))?")
_WIDTH = 10  # ID, FORM, eight columns that are kept
_HEAD, _DEPS, _MISC = 4, 6, 7  # among the eight
_BARE = "\t".join("_" * 8)


def sentence_of(block: str, places: Sequence[tuple[int, int]], own: str) -> Sentence | None:
    """Return what a sentence says of its tokens; None if its numbers do not follow on one another.

    ``places`` of the tokens of the text; ``own``: how the numbers of sentences begin that are ours, "" in other files.
    """
    rows: list[Row] = []
    before: list[str] = []
    comments: list[str] = []
    last = until = 0
    for line in block.split("\n"):
        line = line.strip()
        if not line or line.startswith("#"):
            if line and not _is_ours(line, own):
                comments.append(line)
            continue
        cells = [*_APART.split(line), *["_"] * _WIDTH][:_WIDTH]
        number = _ID.fullmatch(cells[0])
        if number is None:
            return None
        cells[-1] = _foreign(cells[-1])
        if number[2] == ".":
            if rows:
                rows[-1] = _with(rows[-1], "\t".join(cells))
            else:
                before.append("\t".join(cells))
            continue
        if int(number[1]) != last + 1:
            return None
        if not number[2]:
            last += 1
        if not number[2] and last <= until:
            rows[-1] = _with(rows[-1], "\t".join(cells))
            continue
        until = int(number[3]) if number[2] else until
        columns = "\t".join(cells[2:])
        if len(rows) == len(places):
            return None
        rows.append(Row(*places[len(rows)], columns if columns != _BARE else ""))
    return Sentence(tuple(rows), tuple(comments), tuple(before)) if len(rows) == len(places) and rows else None


def are_whole(rows: Rows, text: str) -> bool:
    """Say whether rows can be written: they were read from such a file, and not edited since."""
    for row in rows.rows:
        form = text[row.start : row.end]
        if form != form.strip() or _APART.search(form) or (row.columns and row.columns.count("\t") != _WIDTH - 3):
            return False
    lines = [line for s in rows.sentences for line in (*s.before, *(line for row in s.rows for line in row.more))]
    return all(line.count("\t") == _WIDTH - 1 and _number(line) is not None for line in lines)


def lines_of(
    sentence: Sentence, offset: int, forms: Sequence[str], ours: Sequence[tuple[list[str], str]]
) -> Iterator[str]:
    """Yield the lines of a sentence, its words counted from ``offset``.

    ``forms`` of its tokens; ``ours``: what MISC says of each for us, and its tag, which goes to the words of a token.
    """
    last = 0
    yield from (_moved(line, offset) for line in sentence.before)
    for row, form, (said, tag) in zip(sentence.rows, forms, ours, strict=True):
        words = sum("." not in line.split("\t", 1)[0] for line in row.more)
        number = f"{last + 1}-{last + words}" if words else f"{last + 1}"
        mine = [*said, f"{TAGS[0]}={tag}"] if tag != "O" and not words else said
        yield _moved(_joined(f"{number}\t{form}\t{row.columns or _BARE}", mine), offset)
        for line in row.more:
            if "." not in line.split("\t", 1)[0] and tag != "O":
                line, tag = _joined(line, [f"{TAGS[0]}={tag}"]), f"I-{tag[2:]}"
            yield _moved(line, offset)
        last += words or 1


def words_in(sentence: Sentence) -> int:
    """Return how many words a sentence has: its numbers go on from there in one that is joined to it."""
    return sum(sum("." not in line.split("\t", 1)[0] for line in row.more) or 1 for row in sentence.rows)


def _is_ours(comment: str, own: str) -> bool:
    found = _COMMENT.fullmatch(comment)
    if found is None:
        return False
    key, value = found[1], found[2] or ""
    if key == "sent_id":
        return bool(own) and value.startswith(own) and value[len(own) :].isdecimal()
    return key in ("newdoc", "pressmark", "text")


def _foreign(misc: str) -> str:
    """Return what MISC says that is not ours to say."""
    kept: list[str] = []
    for part in misc.split("|") if misc != "_" else ():
        key, _, value = part.partition("=")
        if key not in _OURS and not (key in TAGS and is_tag(value)):
            kept.append(part)
    return "|".join(kept) or "_"


def _joined(line: str, said: Sequence[str]) -> str:
    start, _, misc = line.rpartition("\t")
    return f"{start}\t{'|'.join([*said, *([misc] if misc != '_' else [])]) or '_'}"


def _with(row: Row, line: str) -> Row:
    return Row(row.start, row.end, row.columns, (*row.more, line))


def _number(line: str) -> re.Match[str] | None:
    found = _ID.fullmatch(line.split("\t", 1)[0])
    return found if found is not None and found[2] != "-" else None


def _moved(line: str, offset: int) -> str:
    """Return a line with its numbers, and those that it names, that much higher."""
    if not offset:
        return line
    cells = line.split("\t")
    cells[0] = "-".join(_higher(part, offset) for part in cells[0].split("-"))
    head, deps = cells[2 + _HEAD], cells[2 + _DEPS]
    cells[2 + _HEAD] = _higher(head, offset)
    if deps != "_":
        pairs = (part.partition(":") for part in deps.split("|"))
        cells[2 + _DEPS] = "|".join(f"{_higher(number, offset)}{colon}{name}" for number, colon, name in pairs)
    return "\t".join(cells)


def _higher(number: str, offset: int) -> str:
    whole, point, part = number.partition(".")
    return f"{int(whole) + offset}{point}{part}" if whole.isdecimal() and number != "0" else number
