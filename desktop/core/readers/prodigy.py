"""Prodigy: JSON Lines, one task a line; see ``exporters.prodigy`` for the fields.

Offsets are code points. Only what was accepted counts: of a task that was rejected or ignored the text is an article,
without its spans. Spans that share an ``id`` are parts of one (our own exports). The annotator is ``_annotator_id``,
else ``_session_id``. A span of tokens only (no ``start``) gets its place from ``tokens``.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from pathlib import Path
from typing import cast

from annotation_schema.model import Fragment
from annotation_schema.values import printable
from annotation_schema.wording import translate
from desktop.core.foreign.model import ForeignRecord, ForeignSet
from desktop.core.foreign.own_article import status_of, values_of
from desktop.core.readers.lines import objects
from desktop.core.readers.report import Report
from desktop.core.readers.tasks import OWN, Task, objects_in, place_words, scalars, task

_ANNOTATIONS = frozenset(
    (
        *("spans", "relations", "tokens", "answer", "_input_hash", "_task_hash", "_view_id", "_annotator_id"),
        *("_session_id", "_is_binary", "_timestamp", "label", "options", "accept", "config", "versions"),
    )
)
_SPAN = frozenset(("start", "end", "token_start", "token_end", "label", "text", "id", "attributes"))


def read(path: Path, report: Report) -> Iterator[ForeignRecord]:
    """Yield an article with its annotations for each line; problems go to the report. Raises OSError."""
    told = False
    for number, held in objects(path, report):
        one = task(held, path, number, report, annotations=_ANNOTATIONS)
        if one is None:
            continue
        answer = held.get("answer", "accept" if "spans" in held else None)
        if answer is None:
            yield ForeignRecord(one.article)
            continue
        if answer != "accept":
            if not told:
                told = True
                reason = translate(
                    "Import", "The answer is “{answer}”: the spans of such tasks are left out (here and below)."
                )
                one.tell(reason.format(answer=str(answer)[:40]))
            yield ForeignRecord(one.article)
            continue
        yield ForeignRecord(one.article, (_set(one, held),))


def _set(one: Task, held: dict[str, object]) -> ForeignSet:
    tokens = objects_in(held.get("tokens"))
    places: dict[tuple[object, object, object], str] = {}
    for number, span in enumerate(objects_in(held.get("spans")), start=1):
        _span(one, span, tokens, number, places)
    for number, link in enumerate(objects_in(held.get("relations")), start=1):
        ends = [_end(link.get(name), places, one) for name in ("head_span", "child_span")]
        given = link.get("id")
        key = given if isinstance(given, str) else f"R{number}"
        one.link(key, link.get("label"), ends[0], ends[1], values_of(link.get("attributes")))
    own = held.get(OWN)
    about = cast("dict[str, object]", own) if isinstance(own, dict) else {}
    return ForeignSet(
        _annotator(held),
        tuple(one.spans.values()),
        tuple(one.relations),
        status=status_of(about.get("status")),
        values=values_of(about.get("attributes")),
    )


def _span(
    one: Task,
    span: dict[str, object],
    tokens: list[dict[str, object]],
    number: int,
    places: dict[tuple[object, object, object], str],
) -> None:
    start, end, label = span.get("start"), span.get("end"), span.get("label")
    given = span.get("id")
    key = given if isinstance(given, str) and given else f"S{number}"
    first, last = span.get("token_start"), span.get("token_end")
    if start is None and end is None and isinstance(first, int) and isinstance(last, int):
        inside = 0 <= first <= last < len(tokens)
        if inside:
            start, end = tokens[first].get("start"), tokens[last].get("end")
    place = one.code_points(start, end)
    said = place_words(first, last) if start is None else place_words(start, end)
    text = span.get("text")
    if not isinstance(text, str) and place is not None:
        text = _contradiction(one, place, tokens, first, last)
    if place is not None and isinstance(text, str) and one.positions.text[place.start : place.end] != text:
        sentence = translate("Import", "{label} {place}: the text there is “{found}”, not “{text}”; it is left out.")
        found = one.positions.text[place.start : place.end]
        one.tell(sentence.format(label=label, place=said, found=printable(found), text=printable(text)))
        return
    if one.add(key, label, place, said=said, values=values_of(span.get("attributes")), kept=scalars(span, _SPAN)):
        places.setdefault((start, end, label), key)


def _contradiction(
    one: Task, place: Fragment, tokens: list[dict[str, object]], first: object, last: object
) -> str | None:
    """Return the text of a span's tokens if it does not lie within them; None if nothing says so."""
    if not (isinstance(first, int) and isinstance(last, int) and 0 <= first <= last < len(tokens)):
        return None
    within = one.code_points(tokens[first].get("start"), tokens[last].get("end"))
    if within is None or (within.start <= place.start and place.end <= within.end):
        return None
    return one.positions.text[within.start : within.end]


def _end(held: object, places: dict[tuple[object, object, object], str], one: Task) -> str | None:
    if not isinstance(held, dict):
        return None
    span = cast("dict[str, object]", held)
    given = span.get("id")
    if isinstance(given, str) and given in one.spans:
        return given
    place = span.get("start"), span.get("end"), span.get("label")
    return places.get(place) if all(isinstance(one, Hashable) for one in place) else None


def _annotator(held: dict[str, object]) -> str:
    for name in ("_annotator_id", "_session_id"):
        said = held.get(name)
        if isinstance(said, str) and said.strip():
            return said
    return ""
