"""One JSON object of a message, read field by field with every value checked."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import cast

from annotation_schema.model import Attributes, AttributeValue, Fragment, Fragments

JsonObject = dict[str, object]


class ProtocolError(Exception):
    """A line that is not a message of the worker protocol; the text says what is wrong with it."""


@dataclass(slots=True)
class Fields:
    """One JSON object being read; remembers which keys were asked for, so that others can be refused."""

    values: JsonObject
    where: str
    seen: set[str] = field(default_factory=lambda: {"kind"})

    @staticmethod
    def of(value: object, where: str) -> Fields:
        """Return a reader of the value; ProtocolError unless it is an object."""
        if not isinstance(value, dict):
            raise ProtocolError(f"{where} is not a JSON object.")
        return Fields(cast(JsonObject, value), where, set())

    def _get(self, key: str) -> object:
        self.seen.add(key)
        if key not in self.values:
            raise ProtocolError(f"{self.where}: “{key}” is missing.")
        return self.values[key]

    def text(self, key: str) -> str:
        """Return a text."""
        value = self._get(key)
        if not isinstance(value, str):
            raise ProtocolError(f"{self.where}: “{key}” is not text.")
        return value

    def number(self, key: str) -> int:
        """Return a whole number of 0 or more."""
        value = self._get(key)
        if not isinstance(value, int) or isinstance(value, bool) or value < 0:
            raise ProtocolError(f"{self.where}: “{key}” is not a whole number of 0 or more.")
        return value

    def optional_number(self, key: str) -> int | None:
        """Return a whole number of 0 or more, or None where the field holds null."""
        return None if self._get(key) is None else self.number(key)

    def boolean(self, key: str) -> bool:
        """Return true or false."""
        value = self._get(key)
        if not isinstance(value, bool):
            raise ProtocolError(f"{self.where}: “{key}” is neither true nor false.")
        return value

    def hash(self, key: str) -> str:
        """Return a SHA-256 as 64 hex digits."""
        value = self.text(key)
        if len(value) != 64 or not set(value) <= set("0123456789abcdef"):
            raise ProtocolError(f"{self.where}: “{key}” is not a SHA-256 in hex digits.")
        return value

    def optional_score(self, key: str) -> float | None:
        """Return a finite number, or None where the field is left out."""
        if key not in self.values:
            return None
        value = self._get(key)
        if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
            raise ProtocolError(f"{self.where}: “{key}” is not a number.")
        return float(value)

    def items(self, key: str) -> list[object]:
        """Return a list of anything."""
        value = self._get(key)
        if not isinstance(value, list):
            raise ProtocolError(f"{self.where}: “{key}” is not a list.")
        return cast(list[object], value)

    def objects(self, key: str) -> list[Fields]:
        """Return a reader for each object of a list."""
        return [Fields.of(v, f"{self.where}, {key}[{i}]") for i, v in enumerate(self.items(key))]

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of texts."""
        values = self.items(key)
        if not all(isinstance(v, str) for v in values):
            raise ProtocolError(f"{self.where}: “{key}” is not a list of texts.")
        return tuple(cast(list[str], values))

    def text_map(self, key: str) -> dict[str, str]:
        """Return an object whose values are texts."""
        value = self._get(key)
        if not isinstance(value, dict) or not all(isinstance(v, str) for v in cast(JsonObject, value).values()):
            raise ProtocolError(f"{self.where}: “{key}” is not an object of texts.")
        return cast(dict[str, str], value)

    def attributes(self, key: str) -> Attributes:
        """Return an object of texts, numbers, true or false, and lists of texts (which become tuples)."""
        inner = Fields.of(self._get(key), f"{self.where}, {key}")
        return {name: inner.attribute(name) for name in inner.values}

    def attribute(self, key: str) -> AttributeValue:
        """Return one value of an attribute."""
        value = self._get(key)
        if isinstance(value, list):
            return self.texts(key)
        if not isinstance(value, str | bool | int | float) or (isinstance(value, float) and not math.isfinite(value)):
            raise ProtocolError(f"{self.where}: “{key}” is no value of an attribute.")
        return value

    def number_map(self, key: str) -> dict[str, int]:
        """Return an object whose values are whole numbers of 0 or more."""
        inner = Fields.of(self._get(key), f"{self.where}, {key}")
        return {name: inner.number(name) for name in inner.values}

    def fragments(self, key: str) -> Fragments:
        """Return one or more half-open pairs in text order that do not overlap."""
        found: list[Fragment] = []
        for i, pair in enumerate(self.items(key)):
            ends = cast(list[object], pair) if isinstance(pair, list) else []
            if len(ends) != 2 or not all(isinstance(e, int) and not isinstance(e, bool) for e in ends):
                raise ProtocolError(f"{self.where}: {key}[{i}] is not a pair of whole numbers.")
            start, end = cast(list[int], ends)
            if not 0 <= start < end or (found and start < found[-1].end):
                raise ProtocolError(f"{self.where}: {key}[{i}] is empty, reversed, negative or out of order.")
            found.append(Fragment(start, end))
        if not found:
            raise ProtocolError(f"{self.where}: “{key}” is empty.")
        return tuple(found)

    def finish(self) -> None:
        """Raise ProtocolError if a field was never asked for."""
        unknown = sorted(self.values.keys() - self.seen)
        if unknown:
            raise ProtocolError(f"{self.where}: unknown field “{unknown[0]}”.")
