"""Finding an attribute's value by a key or by typing: digits and letters for a few values, words for a codebook.

"asyl" finds "Migration › Asylum"; the words typed may stand in any order and at any level. Pure.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from annotation_schema.model import AttributeValue
from annotation_schema.schema import AttributeKind, AttributeSpec, Choice
from desktop.core.view import ArticleView

KEYED_UP_TO = 9
"""Lists of so many values or fewer need no typing: each value has a digit and a letter."""


@dataclass(frozen=True, slots=True)
class Option:
    """One value of an attribute. ``trail`` are the titles above it in the codebook; ``letter`` may be ""."""

    value: str
    title: str
    trail: tuple[str, ...] = ()
    definition: str = ""
    digit: str = ""
    letter: str = ""
    has_children: bool = False

    @property
    def words(self) -> str:
        """The title with what it belongs to: “Migration › Asylum”."""
        return " › ".join((*self.trail, self.title))


def options(spec: AttributeSpec) -> tuple[Option, ...]:
    """Return all values of an attribute in the schema's order; digits and letters where there are few."""
    found = tuple(_walk(spec.choices, (), "", tree=spec.kind is AttributeKind.HIERARCHY))
    if len(found) > KEYED_UP_TO:
        return found
    letters = _letters(o.title for o in found)
    return tuple(
        Option(o.value, o.title, o.trail, o.definition, str(n), letter, o.has_children)
        for n, (o, letter) in enumerate(zip(found, letters, strict=True), 1)
    )


def _walk(choices: Iterable[Choice], trail: tuple[str, ...], prefix: str, *, tree: bool) -> Iterator[Option]:
    for choice in choices:
        path = prefix + choice.value
        yield Option(path, choice.title, trail, choice.definition, has_children=bool(choice.children))
        if tree:
            yield from _walk(choice.children, (*trail, choice.title), path + "/", tree=tree)


def _letters(titles: Iterable[str]) -> list[str]:
    """Return a letter for each title, the first of it that no earlier one has; "" if it has none left."""
    taken: set[str] = set()
    found: list[str] = []
    for title in titles:
        letter = next((c for c in title.lower() if c.isalpha() and len(c) == 1 and c not in taken), "")
        taken.add(letter)
        found.append(letter)
    return found


def fold(text: str) -> str:
    """Return text for comparing: without case and accents."""
    plain = unicodedata.normalize("NFD", text.casefold())
    return "".join(c for c in plain if not unicodedata.combining(c))


def search(found: Sequence[Option], typed: str, *, first: Sequence[str] = ()) -> tuple[Option, ...]:
    """Return the values that what was typed may mean, the likeliest first; ``first`` go before their equals.

    Nothing typed: all, those of ``first`` in their order before the others. A word must be part of a title or of
    the value; the value's own title counts more than what it belongs to, a beginning more than a middle.
    """
    rank = {value: n for n, value in enumerate(first)}
    words = fold(typed).split()
    scored: list[tuple[int, int, int, int, Option]] = []
    for place, option in enumerate(found):
        score = _score(option, words)
        if score is not None:
            liked = rank.get(option.value, len(rank))
            scored.append((score, liked, len(option.trail) if words else 0, place, option))
    scored.sort(key=lambda x: x[:4])
    return tuple(x[4] for x in scored)


def _score(option: Option, words: Sequence[str]) -> int | None:
    if not words:
        return 0
    own = fold(option.title)
    above = fold(" ".join(option.trail))
    value = fold(option.value.replace("/", " ").replace("-", " "))
    total = 0
    touched = False
    for word in words:
        if own.startswith(word):
            score, touched = 0, True
        elif f" {word}" in f" {own}":
            score, touched = 1, True
        elif f" {word}" in f" {value.rsplit(' ', 1)[-1]}":
            score, touched = 2, True
        elif word in own:
            score, touched = 3, True
        elif f" {word}" in f" {above} {value}":
            score = 5
        elif word in above or word in value:
            score = 7
        else:
            return None
        total += score
    # What only its ancestors answer to is meant less than the ancestor itself.
    return total if touched else total + 4


def used_here(view: ArticleView, label: str, name: str) -> tuple[str, ...]:
    """Return the values that spans of the article have already, the most frequent first, then the latest given."""
    count: Counter[str] = Counter()
    last: dict[str, str] = {}
    for span in view.spans:
        value: AttributeValue | None = span.attributes.get(name) if span.label == label else None
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, str):
                count[one] += 1
                last[one] = max(last.get(one, ""), span.updated)
    by_time = sorted(count, key=lambda v: last[v], reverse=True)
    return tuple(sorted(by_time, key=lambda v: -count[v]))
