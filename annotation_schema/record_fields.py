"""The fields of a record of the interchange form: read, or refused with the reason why an item is left out."""

from __future__ import annotations

from typing import cast

from annotation_schema.model import Fragment
from annotation_schema.values import is_finite, is_unicode, shown
from annotation_schema.wording import translate

MAX_DEPTH = 50
"""Of lists and objects in ``meta``."""
Object = dict[str, object]
Scope = dict[object, int]
"""Ids as they stand in the file, within one annotator's spans (or the suggestions), with the ids in the result."""


class LeftOut(Exception):  # noqa: N818 (not an error to the caller: it ends one item and becomes a problem)
    """One item of a list is unusable; the message completes "spans[3]: …"."""


def is_id(raw: object) -> bool:
    """Say whether it can name an item: text as we write it, or the text or number of another program."""
    return isinstance(raw, str) or (isinstance(raw, int) and not isinstance(raw, bool))


def required(data: Object, key: str) -> str:
    """Return a text that must be there and not blank, or raise LeftOut."""
    value = data.get(key)
    if not isinstance(value, str) or not value.strip() or not is_unicode(value):
        raise LeftOut(translate("Records", "{field} must be text, not {value}").format(field=key, value=shown(value)))
    return value


def end_id(data: Object, key: str, scope: Scope, *, suggested: bool) -> int:
    """Return the id in the result of what a link names, or raise LeftOut."""
    raw = data.get(key)
    found = scope.get(raw) if is_id(raw) else None
    if found is None:
        sentence = (
            translate("Records", "“{field}” names {value}, which is none of the suggestions that were read")
            if suggested
            else translate(
                "Records", "“{field}” names {value}, which is none of the spans of this annotator that were read"
            )
        )
        raise LeftOut(sentence.format(field=key, value=shown(raw)))
    return found


def fragment(item: object, place: str, whole: str) -> Fragment:
    """Return a fragment of the text, or raise LeftOut."""
    if not isinstance(item, dict):
        raise LeftOut(
            translate("Records", "{place} must be an object, not {value}").format(place=place, value=shown(item))
        )
    data = cast("Object", item)
    start, end, text = data.get("start"), data.get("end"), data.get("text")
    for key, value in (("start", start), ("end", end)):
        if isinstance(value, bool) or not isinstance(value, int):
            sentence = translate("Records", "{place} must be a whole number, not {value}")
            raise LeftOut(sentence.format(place=f"{place}.{key}", value=shown(value)))
    start, end = cast("int", start), cast("int", end)
    if start == end:
        sentence = translate("Records", "{place} ({start} to {end}) is empty")
    elif start > end:
        sentence = translate("Records", "{place} ({start} to {end}) ends before it starts")
    elif start < 0 or end > len(whole):
        sentence = translate(
            "Records",
            "{place} ({start} to {end}) lies outside the text, which has %n character"
            "|{place} ({start} to {end}) lies outside the text, which has %n characters",
            len(whole),
        )
    elif text != whole[start:end]:
        sentence = translate("Records", "{place} ({start} to {end}) says {text}, but the article has {other} there")
    else:
        return Fragment(start, end)
    other = shown(whole[max(0, start) : max(0, end)])
    raise LeftOut(sentence.format(place=place, start=shown(start), end=shown(end), text=shown(text), other=other))


def unicode_problem(text: str) -> str | None:
    """Return what is wrong with a text that no encoding can write."""
    if is_unicode(text):
        return None
    return translate("Records", "contains half of a surrogate pair, which is not a character")


def scalar_problem(value: object) -> str | None:
    """Return why a value is no scalar of JSON, or None."""
    if isinstance(value, str):
        return unicode_problem(value)
    if isinstance(value, bool | int) or (isinstance(value, float) and is_finite(value)):
        return None
    return translate("Records", "must be text, a number, true or false, not {value}").format(value=shown(value))


def plain_problem(value: object, depth: int) -> str | None:
    """Return why a value is no plain data of at most ``depth`` levels, or None."""
    if depth == 0:
        return translate("Records", "is nested more than {levels} levels deep").format(levels=MAX_DEPTH)
    if value is None:
        return None
    if isinstance(value, list):
        return next((p for x in cast("list[object]", value) if (p := plain_problem(x, depth - 1))), None)
    if isinstance(value, dict):
        data = cast("Object", value)
        return next((p for k in data if (p := unicode_problem(k))), None) or next(
            (p for x in data.values() if (p := plain_problem(x, depth - 1))), None
        )
    return scalar_problem(value)


def joined(place: str, key: str) -> str:
    """Return the place of a field."""
    return f"{place}.{key}" if place else key
