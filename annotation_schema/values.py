"""What an attribute's value must be like, told as the rest of a sentence that starts with the attribute's place."""

from __future__ import annotations

import math
import re
from datetime import date

from annotation_schema.schema import AttributeKind, AttributeSpec

_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_SHOWN_CHOICES = 8


def attribute_problem(spec: AttributeSpec, value: object) -> str | None:
    """Return why ``value`` cannot be a value of the attribute, or None if it can.

    Several values are a tuple of texts; a tuple is refused where the attribute takes one value, and the
    other way round.
    """
    if not spec.multiple:
        return _single_problem(spec, value)
    if not isinstance(value, tuple):
        return f"takes a list of values, not {shown(value)}"
    seen: set[object] = set()
    for item in value:  # pyright: ignore[reportUnknownVariableType]
        problem = _single_problem(spec, item)  # pyright: ignore[reportUnknownArgumentType]
        if problem is not None:
            return problem
        if item in seen:
            return f"has {shown(item)} twice"  # pyright: ignore[reportUnknownArgumentType]
        seen.add(item)  # pyright: ignore[reportUnknownArgumentType]
    return None


def _single_problem(spec: AttributeSpec, value: object) -> str | None:
    match spec.kind:
        case AttributeKind.ENUM | AttributeKind.HIERARCHY:
            return _choice_problem(spec, value)
        case AttributeKind.BOOLEAN:
            return None if isinstance(value, bool) else f"must be true or false, not {shown(value)}"
        case AttributeKind.TEXT:
            return _text_problem(value)
        case AttributeKind.DATE:
            return None if is_date(value) else f"must be a date such as 2025, 2025-01 or 2025-01-29, not {shown(value)}"
        case AttributeKind.NUMBER:
            return _number_problem(spec, value)


def _choice_problem(spec: AttributeSpec, value: object) -> str | None:
    values = spec.values()
    if isinstance(value, str) and value in values:
        return None
    if len(values) > _SHOWN_CHOICES:
        source = f"the codebook “{spec.codebook}”" if spec.codebook else f"its {len(values)} choices"
        return f"must be one of {source}, not {shown(value)}"
    return f"must be one of {', '.join(values)}, not {shown(value)}"


def _text_problem(value: object) -> str | None:
    if not isinstance(value, str):
        return f"must be text, not {shown(value)}"
    return None if is_unicode(value) else "contains half of a surrogate pair, which is not a character"


def _number_problem(spec: AttributeSpec, value: object) -> str | None:
    if isinstance(value, bool) or not isinstance(value, int | float) or not is_finite(value):
        return f"must be a number, not {shown(value)}"
    if spec.whole and value != int(value):
        return f"must be a whole number, not {value}"
    if spec.minimum is not None and value < spec.minimum:
        return f"must be {spec.minimum:g} or more, not {value}"
    if spec.maximum is not None and value > spec.maximum:
        return f"must be {spec.maximum:g} or less, not {value}"
    return None


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


def shown(value: object) -> str:
    """Return a value in the words of JSON, shortened and printable, for a sentence."""
    match value:
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case str():
            short = value if len(value) <= 40 else value[:39] + "…"
            return "“" + "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in short) + "”"
        case int():
            return str(value) if abs(value) < 10**40 else "a number of more than 40 digits"
        case float():
            return f"{value}"
        case list() | tuple():
            return "a list"
        case dict():
            return "an object"
        case _:
            return f"a {type(value).__name__}"
