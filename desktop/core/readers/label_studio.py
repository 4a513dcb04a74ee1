"""Label Studio: a JSON file of tasks (a list, or one task) with ``annotations`` (formerly ``completions``).

Each annotation is one annotator's set. ``labels`` make spans; other results with the id of a region are its attributes,
those without a region the article's; relations by their ids. Cancelled annotations and predictions are no labels: they
are left out and told.

Positions: code points of the text today, UTF-16 units in older versions, and a text with CR LF may be counted with or
without the CR. Each article is read in the way in which most of the ``value.text`` of its regions stand where they
should; a region whose text stands elsewhere all the same is left out and told.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import cast

from annotation_schema.ids import parse_id
from annotation_schema.model import Fragment
from annotation_schema.wording import translate
from desktop.core.foreign.model import ForeignRecord, ForeignSet, Value
from desktop.core.foreign.own_article import status_of, values_of
from desktop.core.readers.fields import strings_in, surrogate_sentence
from desktop.core.readers.json_file import whole_json
from desktop.core.readers.positions import Positions
from desktop.core.readers.report import Report
from desktop.core.readers.tasks import OWN, Task, objects_in, place_words, scalars, task
from desktop.core.readers.text import normalise_newlines

_OPENING = b"[\n"
_KEPT = ("score", "origin", "readonly", "hidden", "locked")
_RESULT_KEYS = frozenset(("id", "from_name", "to_name", "type", "value", "meta", "source", "parentID"))

_Object = dict[str, object]
_Place = Callable[[int, int], Fragment | None]


def read(path: Path, report: Report) -> Iterator[ForeignRecord]:
    """Yield an article with the annotations of each annotator for each task. Raises OSError."""
    for number, line, held in _tasks(path, report):
        data = held.get("data")
        if not isinstance(data, dict):
            reason = translate("Import", "It is no task of Label Studio: it has no “data”.")
            report.problem(path, str(number), line, reason)
            continue
        try:
            for text in strings_in(held):
                text.encode()
        except UnicodeEncodeError as error:
            report.problem(path, str(number), line, surrogate_sentence(error))
            continue
        record = _record(held, cast("_Object", data), path, (number, line), report)
        if record is not None:
            yield record


def _nothing(name: str) -> None:
    """Stand for NaN and Infinity."""


def _tasks(path: Path, report: Report) -> Iterator[tuple[int, int | None, _Object]]:
    """Yield number, line and object of each task; a file of ours line by line, any other at once."""
    with path.open("rb") as file:
        if file.readline(1 << 16) == _OPENING and (second := file.readline()).startswith(b'{"data":{"text":'):
            number, line = 1, second
            while line.rstrip() not in (b"", b"]"):
                try:
                    held = json.loads(line.rstrip().removesuffix(b","), parse_constant=_nothing)
                except (ValueError, RecursionError) as error:
                    sentence = translate("Import", "It is not valid JSON: {reason}.")
                    report.problem(path, str(number), number + 1, sentence.format(reason=error))
                else:
                    if isinstance(held, dict):
                        yield number, number + 1, cast("_Object", held)
                number, line = number + 1, file.readline()
            return
    whole = whole_json(path, report, whole_characters=False)
    if whole is None:
        return
    items = cast("list[object]", whole) if isinstance(whole, list) else [whole]
    for number, item in enumerate(items, start=1):
        yield number, None, cast("_Object", item) if isinstance(item, dict) else {}


def _record(
    held: _Object, data: _Object, path: Path, where: tuple[int, int | None], report: Report
) -> ForeignRecord | None:
    number, line = where
    annotations = objects_in(held.get("annotations", held.get("completions")))
    one = task(_with_text(data, annotations), path, line, report, annotations=(), number=number)
    if one is None:
        return None
    if objects_in(held.get("predictions")):
        one.tell(translate("Import", "Predictions are no labels before a person accepts them; they are left out."))
    place = _counted(one, annotations)
    sets: list[ForeignSet] = []
    for annotation in annotations:
        if annotation.get("was_cancelled") is True:
            one.tell(translate("Import", "An annotation was skipped by its annotator (cancelled); it is left out."))
            continue
        sets.append(_set(one, annotation, place, {made.annotator for made in sets}))
    return ForeignRecord(one.article, tuple(sets))


def _with_text(data: _Object, annotations: list[_Object]) -> _Object:
    """Return the data with the text that was labelled under the name ``text``."""
    results = [r for a in annotations for r in objects_in(a.get("result"))]
    sources = (str(r["source"]).removeprefix("$") for r in results if isinstance(r.get("source"), str))
    name = next((s for s in sources if isinstance(data.get(s), str)), "text")
    if not isinstance(data.get(name), str):
        words = {key: value for key, value in data.items() if isinstance(value, str)}
        name = max(words, key=lambda key: len(words[key]), default="text")
    if name == "text" or OWN in data:
        return data
    return {"text": data.get(name), **{key: value for key, value in data.items() if key not in (name, "text")}}


def _counted(one: Task, annotations: list[_Object]) -> _Place:
    """Return the way of counting in which most regions cover the text that they say they cover."""
    plain = Positions(one.positions.text)
    ways: tuple[_Place, ...] = (
        one.positions.of_code_points,
        one.positions.of_utf16,
        plain.of_code_points,
        plain.of_utf16,
    )
    said: list[tuple[int, int, str]] = []
    for annotation in annotations:
        for result in objects_in(annotation.get("result")):
            start, end, words = _numbers(result)
            if words is not None and start is not None and end is not None:
                said.append((start, end, words))

    def right(way: _Place) -> int:
        return sum(_stands(one, way(start, end), words) for start, end, words in said)

    best = max(ways, key=right)  # the first of equal ones
    if best is not ways[0] and right(best) > right(ways[0]):
        name = (
            translate("Import", "Positions were read as UTF-16 units: so the regions' texts fit.")
            if best in (ways[1], ways[3])
            else translate("Import", "Positions were read with one character for CR LF: so the regions' texts fit.")
        )
        one.tell(name)
        return best
    return ways[0]


def _numbers(result: _Object) -> tuple[int | None, int | None, str | None]:
    """Return start, end and text of a region."""
    if result.get("type") != "labels" or not isinstance(result.get("value"), dict):
        return None, None, None
    value = cast("_Object", result["value"])
    start, end, words = value.get("start"), value.get("end"), value.get("text")
    numbers = [n if isinstance(n, int) and not isinstance(n, bool) else None for n in (start, end)]
    return numbers[0], numbers[1], words if isinstance(words, str) else None


def _stands(one: Task, place: Fragment | None, words: str) -> bool:
    if place is None:
        return False
    found = one.positions.text[place.start : place.end]
    return found in (words, normalise_newlines(words), words.replace("\\n", "\n"))


def _set(one: Task, annotation: _Object, place: _Place, taken: set[str]) -> ForeignSet:
    one.spans, one.relations = {}, []
    results = objects_in(annotation.get("result"))
    regions: dict[str, list[str]] = {}  # id of a region → keys of its spans
    values, about = _values(results)
    for number, result in enumerate(results):
        if result.get("type") == "labels":
            _region(one, result, number, place, values, regions)
        elif str(result.get("type")).endswith("labels"):
            sentence = translate("Import", "A region of type “{type}” is no stretch of plain text; it is left out.")
            one.tell(sentence.format(type=str(result["type"])[:40]))
    links = [r for r in results if r.get("type") == "relation"]
    for number, link in enumerate(links, start=1):
        _relation(one, link, number, regions)
    annotator, count = _annotator(annotation), 1
    name = annotator
    while name in taken:
        count += 1
        name = f"{annotator} ({count})".strip()
    return ForeignSet(
        name,
        tuple(one.spans.values()),
        tuple(one.relations),
        status=status_of(annotation.get("status")),
        values=about,
    )


def _values(results: list[_Object]) -> tuple[dict[str, dict[str, Value]], dict[str, Value]]:
    """Return the attributes by the id of the region, and those of the whole task."""
    regions = {str(r.get("id")): r for r in results if str(r.get("type")).endswith("labels")}
    of_region: dict[str, dict[str, Value]] = {}
    about: dict[str, Value] = {}
    for result in results:
        value = _value(result)
        if value is None:
            continue
        region = regions.get(str(result.get("id")))
        name = str(result.get("from_name"))
        if region is None:
            about[name.removeprefix("article.")] = value
            continue
        inside = cast("_Object", region["value"]) if isinstance(region.get("value"), dict) else {}
        labels = inside.get("labels")
        for label in cast("list[object]", labels) if isinstance(labels, list) else ():
            name = name.removeprefix(f"{label}.")
        of_region.setdefault(str(result.get("id")), {})[name] = value
    return of_region, about


def _value(result: _Object) -> Value | None:
    """Return the value of an attribute, or None if the result is none."""
    kind, value = result.get("type"), result.get("value")
    if not isinstance(value, dict) or not isinstance(kind, str):
        return None
    given = cast("_Object", value).get({"textarea": "text"}.get(kind, kind))
    if kind in ("number", "rating") and isinstance(given, int | float):
        return given
    if kind == "datetime" and isinstance(given, str):
        return given
    if kind not in ("choices", "taxonomy", "textarea") or not given:
        return None
    several = cast("list[object]", given) if isinstance(given, list) else [given]
    words = tuple("/".join(map(str, cast("list[object]", w))) if isinstance(w, list) else str(w) for w in several)
    return words[0] if len(words) == 1 else words


def _region(
    one: Task,
    result: _Object,
    number: int,
    place: _Place,
    values: dict[str, dict[str, Value]],
    regions: dict[str, list[str]],
) -> None:
    value = cast("_Object", result["value"]) if isinstance(result.get("value"), dict) else {}
    start, end, words = _numbers(result)
    where = place(start, end) if start is not None and end is not None else None
    said = place_words(value.get("start"), value.get("end"))
    labels = value.get("labels")
    names = cast("list[object]", labels) if isinstance(labels, list) and labels else [None]
    if where is not None and words is not None and not _stands(one, where, words):
        sentence = translate("Import", "{label} {place}: the text there is “{found}”, not “{text}”; it is left out.")
        found = one.positions.text[where.start : where.end]
        one.tell(sentence.format(label=names[0], place=said, found=found[:60], text=words[:60]))
        return
    given = str(result.get("id") or f"#{number}")
    head, _, part = given.rpartition("-")
    own = head if part.isdigit() and parse_id(head) is not None and head in one.spans else given
    for name in names:
        key = own if own == head or own not in one.spans else f"{given} {name}"
        held = {**values.get(given, {}), **_note(result)}
        kept = {k: v for k, v in scalars(result, _RESULT_KEYS).items() if k in _KEPT}
        if one.add(key, name, where, said=said, values=held, kept=kept):
            regions.setdefault(given, []).append(key)


def _note(result: _Object) -> dict[str, Value]:
    meta = result.get("meta")
    words = cast("_Object", meta).get("text") if isinstance(meta, dict) else None
    if isinstance(words, list) and words:
        return {"note": "\n".join(map(str, cast("list[object]", words)))}
    return {"note": words} if isinstance(words, str) and words else {}


def _relation(one: Task, link: _Object, number: int, regions: dict[str, list[str]]) -> None:
    source, target = (regions.get(str(link.get(name)), [None])[0] for name in ("from_id", "to_id"))
    if link.get("direction") == "left":
        source, target = target, source
    labels = link.get("labels")
    names = cast("list[object]", labels) if isinstance(labels, list) and labels else ["relation"]
    held = link.get(OWN)
    own = cast("_Object", held) if isinstance(held, dict) else {}
    for name in names:
        one.link(str(own.get("id") or f"R{number}"), name, source, target, values_of(own.get("attributes")))


def _annotator(annotation: _Object) -> str:
    own = annotation.get("annotator")
    if isinstance(own, str) and own:
        return own
    who = annotation.get("completed_by")
    if isinstance(who, dict):
        fields = cast("_Object", who)
        who = fields.get("email") or fields.get("username") or fields.get("id")
    if isinstance(who, str) and who:
        return who
    return f"user-{who}" if isinstance(who, int) and not isinstance(who, bool) else ""
