"""Which way of counting the positions of a REFI-QDA source follow: programs differ in BOM, CR LF and the end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from annotation_schema.model import Fragment
from desktop.core.readers.positions import Positions


@dataclass(frozen=True, slots=True)
class Counting:
    """A way to count: whether the byte order mark counts, whether CR LF is one, whether the end is the last one."""

    mark: bool
    pairs_as_one: bool
    inclusive: bool

    def place(self, views: Views, start: int, end: int) -> Fragment | None:
        """Return the fragment in the article's text, or None if it is empty or outside."""
        view = views.as_one if self.pairs_as_one else views.raw
        shift = 0 if self.mark or not views.marked else 1
        return view.of_code_points(start + shift, end + shift + self.inclusive)


class Views:
    """A source's text as it is and with CR LF as one; positions in both lead to the same article's text."""

    def __init__(self, raw: str) -> None:
        """Build both."""
        self.marked = raw.startswith("\ufeff")
        self.raw = Positions(raw)
        self.as_one = Positions(raw.replace("\r\n", "\n")) if "\r\n" in raw else self.raw
        self.text = self.raw.text


def choose(views: Views, selections: Sequence[tuple[int, int, str]]) -> tuple[Counting, int]:
    """Return the counting under which most selections hold their own name as text, and under how many they do.

    Where nothing tells, ends are exclusive, CR LF is one, and the byte order mark does not count.
    """
    marks = (False, True) if views.marked else (False,)
    pairs = (True, False) if views.as_one is not views.raw else (False,)
    best, most = Counting(marks[0], pairs[0], inclusive=False), 0
    for inclusive in (False, True):
        for as_one in pairs:
            for mark in marks:
                counting = Counting(mark, as_one, inclusive)
                fitting = sum(_fits(views, counting, *one) for one in selections)
                if fitting > most:
                    best, most = counting, fitting
    return best, most


def _fits(views: Views, counting: Counting, start: int, end: int, name: str) -> bool:
    found = counting.place(views, start, end)
    if found is None:
        return False
    wanted, text = " ".join(name.split()), " ".join(views.text[found.start : found.end].split())
    cut = wanted.removesuffix("…").removesuffix("...")
    return bool(wanted) and (text == wanted or (len(cut) >= 20 and text.startswith(cut)))
