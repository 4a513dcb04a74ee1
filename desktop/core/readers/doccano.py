"""doccano: JSON Lines of text with ``label`` [[start, end, label], …], or with ``entities`` and ``relations``.

The list of labels may have any of the names that doccano has written or been told to read (``label``, ``labels``,
``entities``, ``annotations``, or what ends in ``label``). Offsets are code points, as with "Count grapheme clusters"
off in current versions; an older interface counted UTF-16 units, which the file does not say: it is told where the two
differ. What our own exporter adds in ``pressmark`` brings article, annotator, parts and attributes back.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import cast

from annotation_schema.wording import translate
from desktop.core.foreign.model import ForeignRecord, ForeignSet
from desktop.core.foreign.own_article import status_of, values_of
from desktop.core.readers.fields import field_of
from desktop.core.readers.lines import objects
from desktop.core.readers.report import Report
from desktop.core.readers.tasks import OWN, Task, objects_in, place_words, task

_LISTS = ("entities", "label", "labels", "annotations", "spans")
_SPANLIKE = 3


def read(path: Path, report: Report) -> Iterator[ForeignRecord]:
    """Yield an article with its annotations for each line; problems go to the report. Raises OSError."""
    told = False
    for number, held in objects(path, report):
        name = _list_name(held)
        given = _with_text(held, name)
        one = task(given, path, number, report, annotations={name, "relations", "Comments"})
        if one is None:
            continue
        own = held.get(OWN)
        about = cast("dict[str, object]", own) if isinstance(own, dict) else {}
        keys = _entities(one, held.get(name), objects_in(about.get("spans")))
        _relations(one, objects_in(held.get("relations")), keys, objects_in(about.get("relations")))
        if not told and one.spans and not about and any(c > "\uffff" for c in one.article.text):
            told = True
            reason = translate(
                "Import",
                "Its text holds characters such as emoji. Positions were read as code points; if spans behind one are"
                " shifted, the file counts in UTF-16 units: export it again from a newer doccano.",
            )
            one.tell(reason)
        if not (one.spans or about.get("annotator")):
            yield ForeignRecord(one.article)
            continue
        annotator = about.get("annotator")
        made = ForeignSet(
            annotator if isinstance(annotator, str) else "",
            tuple(one.spans.values()),
            tuple(one.relations),
            status=status_of(about.get("status")),
            values=values_of(about.get("attributes")),
        )
        yield ForeignRecord(one.article, (made,))


def _list_name(held: dict[str, object]) -> str:
    """Return the field that holds the labels."""
    lists = [name for name, value in held.items() if isinstance(value, list) and name != "relations"]
    for name in (*_LISTS, *(name for name in lists if name.lower().endswith(("label", "labels", "entities")))):
        if name in lists:
            return name
    return next((n for n in lists if _spanlike(cast("list[object]", held[n]))), "label")


def _spanlike(items: list[object]) -> bool:
    return bool(items) and all(isinstance(i, list) and len(cast("list[object]", i)) == _SPANLIKE for i in items)


def _with_text(held: dict[str, object], name: str) -> dict[str, object]:
    """Return the fields with the text under a name that means text: doccano lets its users choose one."""
    if any(field_of(key) == "text" for key in held):
        return held
    texts = [key for key, value in held.items() if isinstance(value, str) and key != name]
    chosen = next((k for k in texts if "text" in k.lower() or "data" in k.lower()), texts[0] if texts else "")
    return {("text" if key == chosen else key): value for key, value in held.items()}


def _entities(one: Task, held: object, own: list[dict[str, object]]) -> dict[object, str]:
    """Add the spans; return the key of each by the number that the file gives it."""
    keys: dict[object, str] = {}
    for number, item in enumerate(cast("list[object]", held) if isinstance(held, list) else ()):
        if isinstance(item, dict):
            fields = cast("dict[str, object]", item)
            start, end, label = fields.get("start_offset"), fields.get("end_offset"), fields.get("label")
            given = fields.get("id", number)
        elif isinstance(item, list) and len(cast("list[object]", item)) == _SPANLIKE:
            start, end, label = cast("list[object]", item)
            given = number
        else:
            one.tell(translate("Import", "A label is no list of start, end and name; it is left out."))
            continue
        more = own[number] if number < len(own) else {}
        span = more.get("id")
        key = span if isinstance(span, str) else f"S{number}"
        values = values_of(more.get("attributes"))
        added = one.add(key, label, one.code_points(start, end), said=place_words(start, end), values=values)
        if added and isinstance(given, int | str):
            keys[given] = key
    return keys


def _relations(
    one: Task, links: list[dict[str, object]], keys: dict[object, str], own: list[dict[str, object]]
) -> None:
    for number, link in enumerate(links):
        more = own[number] if number < len(own) else {}
        name = more.get("id")
        ends = [
            keys.get(end) if isinstance(end, int | str) else None for end in (link.get("from_id"), link.get("to_id"))
        ]
        key = name if isinstance(name, str) else f"R{number}"
        one.link(key, link.get("type"), ends[0], ends[1], values_of(more.get("attributes")))
