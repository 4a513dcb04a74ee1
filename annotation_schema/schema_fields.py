"""Reads the typed fields of a JSON object and notes every mistake as a sentence that names the place."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar, cast

from annotation_schema.values import is_finite, is_unicode, shown
from annotation_schema.wording import translate


@dataclass(frozen=True)
class Form:
    """What a text must look like, and the sentence about one that does not."""

    pattern: re.Pattern[str]
    sentence: Callable[[], str]


NAME = Form(
    re.compile(r"[A-Za-z][A-Za-z0-9_-]{0,63}"),
    lambda: translate(
        "Schema", "{place}: must be a name of letters, digits, - and _ that starts with a letter, not {value}."
    ),
)
COLOUR = Form(
    re.compile(r"#[0-9a-fA-F]{6}"),
    lambda: translate("Schema", "{place}: must be a colour such as #b45f06, not {value}."),
)
KEY = Form(
    re.compile(r"[A-Z0-9]"),
    lambda: translate("Schema", "{place}: must be one capital letter or digit, not {value}."),
)
CHOICE = Form(
    re.compile(r"\S(?:[^\x00-\x1f\x7f]*\S)?"),
    lambda: translate("Schema", "{place}: must be a value without space around it, not {value}."),
)
NODE = Form(
    re.compile(r"[^\s/](?:[^\x00-\x1f\x7f/]*[^\s/])?"),
    lambda: translate("Schema", "{place}: must be a value without “/” and without space around it, not {value}."),
)

_E = TypeVar("_E", bound=StrEnum)


class JsonObject(dict[str, object]):
    """An object as it stood in the file: knows the keys that occurred more than once."""

    repeated: tuple[str, ...] = ()

    @classmethod
    def of(cls, pairs: list[tuple[str, object]]) -> JsonObject:
        """Build one from its pairs (``object_pairs_hook`` of ``json.loads``); the last value of a key counts."""
        result = cls(pairs)
        if len(result) != len(pairs):
            keys = [k for k, _ in pairs]
            result.repeated = tuple(k for k in result if keys.count(k) > 1)
        return result


class Fields:
    """One object of the file; each method reads one field, notes what is wrong with it and returns something usable."""

    def __init__(self, data: Mapping[str, object], place: str, findings: list[str]) -> None:
        """Take the object that stands at ``place`` ("" for the whole file)."""
        self.data = data
        self.place = place
        self.findings = findings
        self._asked: list[str] = []
        for key in data.repeated if isinstance(data, JsonObject) else ():
            self.note(key, translate("Schema", "{place}: stands here twice."))

    def at(self, key: str) -> str:
        """Return the place of a field of this object."""
        return f"{self.place}.{key}" if self.place else key

    def note(self, key: str, sentence: str, **values: object) -> None:
        """Note a mistake of one field; ``sentence`` has a place "{place}" and others for ``values``."""
        self.findings.append(sentence.format(place=self.at(key), **values))

    def done(self) -> None:
        """Note the fields that nothing asked for; call it last."""
        for key in self.data:
            if key not in self._asked:
                from difflib import get_close_matches  # needed for a mistake only; a schema is read at every start

                close = get_close_matches(key, self._asked, n=1)
                sentence = (
                    translate("Schema", "{place}: unknown field {field}; did you mean “{other}”?")
                    if close
                    else translate("Schema", "{place}: unknown field {field}.")
                )
                place = self.place or translate("Schema", "the file")
                self.findings.append(sentence.format(place=place, field=shown(key), other="".join(close)))

    def _get(self, key: str, *, required: bool) -> object:
        self._asked.append(key)
        if required and key not in self.data:
            self.note(key, translate("Schema", "{place}: is missing."))
        return self.data.get(key)

    def _absent(self, key: str) -> bool:
        return key not in self.data

    def text(self, key: str, *, required: bool = False, form: Form | None = None) -> str:
        """Read text; with ``form`` it must match all of it; a required one must not be blank."""
        value = self._get(key, required=required)
        if self._absent(key):
            return ""
        if not isinstance(value, str):
            self.note(key, translate("Schema", "{place}: must be text, not {value}."), value=shown(value))
            return ""
        if not is_unicode(value):
            self.note(key, translate("Schema", "{place}: contains half of a surrogate pair, which is not a character."))
        elif form is not None and not form.pattern.fullmatch(value):
            self.note(key, form.sentence(), value=shown(value))
        elif required and not value.strip():
            self.note(key, translate("Schema", "{place}: must not be empty."))
        return value

    def flag(self, key: str, *, default: bool) -> bool:
        """Read true or false."""
        value = self._get(key, required=False)
        if self._absent(key):
            return default
        if not isinstance(value, bool):
            self.note(key, translate("Schema", "{place}: must be true or false, not {value}."), value=shown(value))
            return default
        return value

    def choice(self, key: str, kind: type[_E], *, default: _E | None = None) -> _E | None:
        """Read one of the values of an enum; without a default the field must be there. None was noted."""
        value = self._get(key, required=default is None)
        if self._absent(key):
            return default
        for member in kind:
            if member.value == value:
                return member
        sentence = translate("Schema", "{place}: must be one of {choices}, not {value}.")
        self.note(key, sentence, choices=", ".join(kind), value=shown(value))
        return default

    def count(self, key: str) -> int | None:
        """Read a whole number of 1 or more, or null (the same as leaving it out)."""
        value = self._get(key, required=False)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int) or value < 1:
            sentence = translate(
                "Schema", "{place}: must be a whole number of 1 or more, or null for any number, not {value}."
            )
            self.note(key, sentence, value=shown(value))
            return None
        return value

    def number(self, key: str) -> float | None:
        """Read a number, or null (the same as leaving it out)."""
        value = self._get(key, required=False)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int | float) or not is_finite(value):
            self.note(key, translate("Schema", "{place}: must be a number, not {value}."), value=shown(value))
            return None
        return value

    def raw(self, key: str) -> object:
        """Read a field of any kind; None if it is not there."""
        return self._get(key, required=False)

    def items(self, key: str, *, required: bool = False) -> tuple[object, ...]:
        """Read a list; a required one must not be empty."""
        value = self._get(key, required=required)
        if self._absent(key):
            return ()
        if not isinstance(value, list):
            self.note(key, translate("Schema", "{place}: must be a list, not {value}."), value=shown(value))
            return ()
        if required and not value:
            self.note(key, translate("Schema", "{place}: must not be empty."))
        return tuple(cast("list[object]", value))

    def texts(self, key: str, *, required: bool = False, form: Form | None = None) -> tuple[str, ...]:
        """Read a list of texts, none of them blank."""
        found: list[str] = []
        for index, value in enumerate(self.items(key, required=required)):
            if not isinstance(value, str) or not value.strip() or not is_unicode(value):
                sentence = translate("Schema", "{place}: must be text that is not empty, not {value}.")
                self.note(f"{key}[{index}]", sentence, value=shown(value))
            elif form is not None and not form.pattern.fullmatch(value):
                self.note(f"{key}[{index}]", form.sentence(), value=shown(value))
            else:
                found.append(value)
        return tuple(found)

    def objects(self, key: str, *, required: bool = False) -> Iterator[Fields]:
        """Read a list of objects, each as fields of its own; other items are noted and left out."""
        for index, value in enumerate(self.items(key, required=required)):
            if isinstance(value, dict):
                yield Fields(cast("dict[str, object]", value), self.at(f"{key}[{index}]"), self.findings)
            else:
                self.note(
                    f"{key}[{index}]",
                    translate("Schema", "{place}: must be an object, not {value}."),
                    value=shown(value),
                )

    def object(self, key: str, *, required: bool = False) -> Fields:
        """Read an object; one that is missing or of another kind is noted and read as an empty one."""
        value = self._get(key, required=required)
        if isinstance(value, dict):
            return Fields(cast("dict[str, object]", value), self.at(key), self.findings)
        if not self._absent(key):
            self.note(key, translate("Schema", "{place}: must be an object, not {value}."), value=shown(value))
        return Fields({}, self.at(key), [] if required else self.findings)
