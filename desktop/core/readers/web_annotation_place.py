"""Where a Web Annotation's selectors point to in a text: the position if its quote stands there, else the quote."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from annotation_schema.model import Fragment
from annotation_schema.wording import translate

_MAX_PLACES = 10_000


@dataclass(frozen=True, slots=True)
class Text:
    """The text that is annotated."""

    held: str


@dataclass(frozen=True, slots=True)
class Placed:
    """A place; ``moved``: it is not the one that the file gives."""

    fragment: Fragment
    moved: bool = False


def place(selector: object, text: Text) -> Placed | str:
    """Return the place, or a sentence that says why there is none."""
    found = _flat(selector)
    position = next((s for s in found if s.get("type") == "TextPositionSelector"), None)
    quote = next((s for s in found if s.get("type") == "TextQuoteSelector"), None)
    held = text.held
    if position is None and quote is None:
        if not found:
            return translate("Import", "It is about the whole source, not about a place in its text.")
        return translate("Import", "Only positions and quotes in text can be read, not the selector that it has.")
    start = end = -1
    if position is not None:
        a, b = position.get("start"), position.get("end")
        if not isinstance(a, int) or not isinstance(b, int) or isinstance(a, bool) or isinstance(b, bool):
            return translate("Import", "Its position is no pair of numbers.")
        start, end = a, b
    inside = 0 <= start < end <= len(held)
    exact = quote.get("exact") if quote is not None else None
    if not isinstance(exact, str) or not exact:
        if inside:
            return Placed(Fragment(start, end))
        sentence = translate("Import", "Its position {start}–{end} is no place in the text of {length} characters.")
        return sentence.format(start=start, end=end, length=len(held))
    if inside and held[start:end] == exact:
        return Placed(Fragment(start, end))
    assert quote is not None
    return _searched(held, exact, str(quote.get("prefix") or ""), str(quote.get("suffix") or ""), position is not None)


def _searched(held: str, exact: str, prefix: str, suffix: str, moved: bool) -> Placed | str:
    places: list[int] = []
    at = held.find(exact)
    while at >= 0 and len(places) < _MAX_PLACES:
        places.append(at)
        at = held.find(exact, at + 1)
    if not places:
        return translate("Import", "Its quote is not in the text.")
    fitting = [p for p in places if _fits(held, p, len(exact), prefix, suffix)]
    if len(fitting) == 1 or len(places) == 1:
        start = fitting[0] if fitting else places[0]
        return Placed(Fragment(start, start + len(exact)), moved)
    return translate("Import", "Its quote is in the text several times, and what stands around it does not tell which.")


def _fits(held: str, start: int, length: int, prefix: str, suffix: str) -> bool:
    return held[:start].endswith(prefix) and held.startswith(suffix, start + length)


def _flat(selector: object) -> list[Mapping[str, object]]:
    """Return the selectors, and those that refine them, which give the place more closely, first."""
    listed = cast("list[object]", selector) if isinstance(selector, list) else [selector]
    found: list[Mapping[str, object]] = []
    for one in listed:
        if isinstance(one, dict):
            found.append(cast("Mapping[str, object]", one))
    return found
