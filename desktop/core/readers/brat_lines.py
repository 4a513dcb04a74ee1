"""The lines of a brat file: text-bound annotations, relations, events, attributes, notes, and what goes with them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from annotation_schema.model import Fragment, Fragments
from annotation_schema.offsets import merge
from annotation_schema.wording import translate

Tell = Callable[[int, str, str, bool], None]
"""Told of line, record, sentence, and whether the line was left out."""

_BOUND = re.compile(r"(\S+) (\d+ \d+(?:;\d+ \d+)*)")
_ARGUMENT = re.compile(r"([^\s:]+):(\S+)")
NOTE = "AnnotatorNotes"
FRAGMENTS = "PressmarkFragments"
"""Type of the note that says which fragments a span had that was cut at line ends."""


@dataclass(slots=True)
class Bound:
    """A text-bound annotation. ``given``: fragments as the file has them; ``fragments``: in our text."""

    key: str
    type: str
    given: tuple[tuple[int, int], ...]
    words: str
    line: int
    fragments: Fragments = ()


@dataclass(slots=True)
class Lines:
    """What a file holds, by id; arguments are (role, id)."""

    bound: dict[str, Bound] = field(default_factory=dict[str, Bound])
    relations: dict[str, tuple[str, str, str]] = field(default_factory=dict[str, tuple[str, str, str]])
    events: dict[str, tuple[str, str, list[tuple[str, str]]]] = field(
        default_factory=dict[str, tuple[str, str, list[tuple[str, str]]]]
    )
    attributes: list[tuple[str, str, str, str | None]] = field(default_factory=list[tuple[str, str, str, str | None]])
    notes: list[tuple[str, str, str, str]] = field(default_factory=list[tuple[str, str, str, str]])
    """(id, type, target, words)"""
    others: list[tuple[str, str]] = field(default_factory=list[tuple[str, str]])
    """(an id that the line is about, the line): normalisations and equivalences, kept as they are"""
    at: dict[str, int] = field(default_factory=dict[str, int])


def parse(text: str, tell: Tell) -> Lines:
    """Return the lines of a file, told apart; what is none of them goes to ``tell``."""
    found = Lines()
    for number, line in _joined(text, tell):
        if not line.strip():
            continue
        key, _, rest = line.partition("\t")
        refused = _refused(found, key, rest, number, line)
        if refused:
            tell(number, key[:40], refused, True)
    return found


def _joined(text: str, tell: Tell) -> Iterator[tuple[int, str]]:
    """Give lines with their numbers; a reference text that runs over a line end is put together again."""
    lines = text.split("\n")
    at = 0
    while at < len(lines):
        line, number = lines[at], at + 1
        at += 1
        bound = re.match(r"T\d+\t(\S+ \d+ \d+(?:;\d+ \d+)*)\t", line)
        if bound is not None:
            spans = [pair.split() for pair in bound[1].split(" ", 1)[1].split(";")]
            length = sum(int(b) - int(a) for a, b in spans) + len(spans) - 1
            end = at
            while end < len(lines) and not _begins(lines[end]):
                end += 1
            rest = "\n".join(("", *lines[at:end])).rstrip("\n")
            if rest and len(line) - bound.end() + len(rest) <= length:
                sentence = translate("Import", "The reference text runs over the end of the line; it was put together.")
                tell(number, line.partition("\t")[0], sentence, False)
                line += rest
                at = end
        yield number, line


def _begins(line: str) -> bool:
    return bool(re.match(r"([TREAMN]\d+|#\S*|\*)\t", line))


def _refused(found: Lines, key: str, rest: str, number: int, line: str) -> str:
    if key in found.at and not key.startswith("*"):
        sentence = translate("Import", "The id {id} is taken by line {line}; this line is left out.")
        return sentence.format(id=key, line=found.at[key])
    unknown = translate("Import", "This line is none that brat writes: it is left out.")
    kind = key[:1]
    head, _, words = rest.partition("\t")
    parts = head.split(" ")
    match kind:
        case "T":
            bound = _BOUND.fullmatch(head)
            if bound is None:
                return unknown
            given = [pair.split(" ") for pair in bound[2].split(";")]
            found.bound[key] = Bound(key, bound[1], tuple((int(a), int(b)) for a, b in given), words, number)
        case "R":
            arguments = _arguments(parts[1:])
            if len(arguments) != 2:
                return unknown
            found.relations[key] = (parts[0], arguments[0][1], arguments[1][1])
        case "E":
            arguments = _arguments(parts)
            if not arguments or len(arguments) != len([p for p in parts if p]):
                return unknown
            found.events[key] = (arguments[0][0], arguments[0][1], arguments[1:])
        case "A" | "M":
            if len(parts) < 2:
                return unknown
            found.attributes.append((key, parts[0], parts[1], " ".join(parts[2:]) or None))
        case "#":
            if len(parts) < 2:
                return unknown
            found.notes.append((key, parts[0], parts[1], words))
        case "N":
            if len(parts) < 2:
                return unknown
            found.others.append((parts[1], line))
        case "*":
            if len(parts) < 2:
                return unknown
            found.others.append((parts[1], line))
            return ""
        case _:
            return unknown
    found.at[key] = number
    return ""


def _arguments(parts: Sequence[str]) -> list[tuple[str, str]]:
    return [(m[1], m[2]) for m in map(_ARGUMENT.fullmatch, parts) if m is not None]


def locate(found: Lines, text: str, raw: str | None, positions: Sequence[int], tell: Tell) -> None:
    """Give each text-bound annotation its fragments in our text; what does not match goes to ``tell`` and is removed.

    ``raw``: the file's text where it is not ours (line ends of two characters, a byte order mark), ``positions`` where
    each of its characters is in ours. brat counts in the file's text, other writers in one with plain line ends: the
    one that fits more reference texts is taken.
    """

    def fits(bound: Bound, whole: str) -> bool:
        if any(not a < b <= len(whole) for a, b in bound.given):
            return False
        covered = " ".join(whole[a:b] for a, b in bound.given)
        return covered == bound.words or _flat(covered) == _flat(bound.words)

    counted = False
    if raw is not None:
        counted = sum(fits(b, raw) for b in found.bound.values()) > sum(fits(b, text) for b in found.bound.values())
    for key, bound in list(found.bound.items()):
        if not fits(bound, raw if counted and raw is not None else text):
            del found.bound[key]
            sentence = translate("Import", "The reference text is not the text at {places}; it is left out.")
            places = ";".join(f"{a}-{b}" for a, b in bound.given)
            tell(bound.line, key, sentence.format(places=places), True)
            continue
        pairs = [(positions[a], positions[b]) for a, b in bound.given] if counted else bound.given
        bound.fragments = merge(Fragment(a, b) for a, b in pairs if a < b)


def _flat(words: str) -> str:
    """Return words without regard to how white space was written: brat makes line ends blanks, others strip."""
    return " ".join(words.split())
