"""What an attribute's value must be like, and how values are shown in sentences."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from datetime import date
from functools import reduce

from annotation_schema.schema import AttributeKind, AttributeSpec
from annotation_schema.wording import translate

_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_SHOWN_CHOICES = 8


def attribute_problem(spec: AttributeSpec, value: object, what: str) -> str | None:
    """Return the sentence that says why ``value`` cannot be a value of the attribute, or None if it can.

    ``what`` begins the sentence: the attribute's title, or its place and a colon. Several values are a tuple of texts;
    a tuple is refused where the attribute takes one value, and the other way round.
    """
    if not spec.multiple:
        return _single_problem(spec, value, what)
    if not isinstance(value, tuple):
        return translate("Values", "{what} takes a list of values, not {value}.").format(what=what, value=shown(value))
    seen: set[object] = set()
    for item in value:  # pyright: ignore[reportUnknownVariableType]
        problem = _single_problem(spec, item, what)  # pyright: ignore[reportUnknownArgumentType]
        if problem is not None:
            return problem
        if item in seen:
            twice = shown(item)  # pyright: ignore[reportUnknownArgumentType]
            return translate("Values", "{what} has {value} twice.").format(what=what, value=twice)
        seen.add(item)  # pyright: ignore[reportUnknownArgumentType]
    return None


def _single_problem(spec: AttributeSpec, value: object, what: str) -> str | None:
    match spec.kind:
        case AttributeKind.ENUM | AttributeKind.HIERARCHY:
            return _choice_problem(spec, value, what)
        case AttributeKind.BOOLEAN:
            sentence = (
                "" if isinstance(value, bool) else translate("Values", "{what} must be true or false, not {value}.")
            )
        case AttributeKind.TEXT:
            sentence = _text_problem(value)
        case AttributeKind.DATE:
            sentence = (
                ""
                if is_date(value)
                else translate("Values", "{what} must be a date such as 2025, 2025-01 or 2025-01-29, not {value}.")
            )
        case AttributeKind.NUMBER:
            return _number_problem(spec, value, what)
    return sentence.format(what=what, value=shown(value)) if sentence else None


def _choice_problem(spec: AttributeSpec, value: object, what: str) -> str | None:
    values = spec.values()
    if isinstance(value, str) and value in values:
        return None
    if len(values) <= _SHOWN_CHOICES:
        sentence = translate("Values", "{what} must be one of {choices}, not {value}.")
    elif spec.codebook:
        sentence = translate("Values", "{what} must be one of the codebook “{codebook}”, not {value}.")
    else:
        sentence = translate(
            "Values",
            "{what} must be its only choice, not {value}.|{what} must be one of its %n choices, not {value}.",
            len(values),
        )
    return sentence.format(what=what, choices=", ".join(values), codebook=spec.codebook, value=shown(value))


def _text_problem(value: object) -> str:
    if not isinstance(value, str):
        return translate("Values", "{what} must be text, not {value}.")
    if is_unicode(value):
        return ""
    return translate("Values", "{what} contains half of a surrogate pair, which is not a character.")


def _number_problem(spec: AttributeSpec, value: object, what: str) -> str | None:
    if isinstance(value, bool) or not isinstance(value, int | float) or not is_finite(value):
        return translate("Values", "{what} must be a number, not {value}.").format(what=what, value=shown(value))
    if spec.whole and value != int(value):
        sentence = translate("Values", "{what} must be a whole number, not {value}.")
    elif spec.minimum is not None and value < spec.minimum:
        sentence = translate("Values", "{what} must be {minimum:g} or more, not {value}.")
    elif spec.maximum is not None and value > spec.maximum:
        sentence = translate("Values", "{what} must be {maximum:g} or less, not {value}.")
    else:
        return None
    return sentence.format(what=what, value=value, minimum=spec.minimum, maximum=spec.maximum)


def is_date(value: object) -> bool:
    """Say whether the value is text such as 2025, 2025-01 or 2025-01-29 and names a day that exists."""
    match = _DATE.fullmatch(value) if isinstance(value, str) else None
    if match is None:
        return False
    try:
        date(int(match[1]), int(match[2] or 1), int(match[3] or 1))
    except ValueError:
        return False
    return True


def is_finite(value: float) -> bool:
    """Say whether JSON can write the number; whole numbers of any size are finite."""
    return isinstance(value, int) or math.isfinite(value)


def is_unicode(text: str) -> bool:
    """Say whether the text is free of lone surrogates, which no encoding can write."""
    if text.isascii():
        return True
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def either(words: Iterable[str]) -> str:
    """Return "this or that"; "" of none."""
    sentence = translate("Values", "{one} or {other}")
    found = tuple(words)
    return reduce(lambda one, other: sentence.format(one=one, other=other), found) if found else ""


def printable(text: str) -> str:
    """Return text for a sentence: shortened, with escapes for what cannot be printed."""
    short = text if len(text) <= 40 else text[:39] + "…"
    return "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in short)


def shown(value: object) -> str:
    """Return a value in the words of JSON, shortened and printable, for a sentence."""
    match value:
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case str():
            return translate("Values", "“{text}”").format(text=printable(value))
        case int():
            return str(value) if abs(value) < 10**40 else translate("Values", "a number of more than 40 digits")
        case float():
            return f"{value}"
        case list() | tuple():
            return translate("Values", "a list")
        case dict():
            return translate("Values", "an object")
        case _:
            return translate("Values", "a value of the kind {kind}").format(kind=type(value).__name__)
