"""What kind of actor a claimant is, by its name's label, its pronoun or its noun; words in ``resources/actor-types``.

The values are those of the default label schema; a project that has others gets none of these.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from annotation_schema.model import Attributes, AttributeValue
from desktop.core.resources import resource_path
from desktop.worker.claims.speakers import PERSON_LABELS

_WORD = re.compile(r"[^\W_]+(?:\.[^\W_]\.?)*")
_PERSON = "person"
_PUBLIC = "public or group"
_AUTHORITY = "government or authority"
_PRONOUN_TYPES = {"man": _PERSON, "woman": _PERSON, "speaker": _PERSON}


@dataclass(frozen=True, slots=True)
class ActorWords:
    """Lower-case words: those for single people, and for each other type those that show it."""

    people: frozenset[str] = frozenset()
    types: Mapping[str, str] = field(default_factory=dict[str, str])


@lru_cache(maxsize=8)
def for_language(language: str) -> ActorWords:
    """Return the words for a language code, none for one without data."""
    file = resource_path("actor-types", f"{language}.json")
    if not language.isalpha() or not file.is_file():
        return ActorWords()
    data: Any = json.loads(file.read_text(encoding="utf-8"))
    types = {word: kind for kind, words in data.get("types", {}).items() for word in words}
    return ActorWords(frozenset(data.get("people", ())), types)


def attributes(surface: str, label: str, pronoun: str, words: ActorWords, *, article: str = "") -> Attributes:
    """Return type and kind of mention for what is to be tagged.

    ``label``: the pipeline's for a name, "" for none; ``pronoun``: which kind of pronoun it is, "" for none;
    ``article``: the word before it, which tells “a minister”, whom nobody names, from “the minister”.
    """
    found: dict[str, AttributeValue] = {}
    kind = _type(surface, label, pronoun, words, article.lower())
    if kind:
        found["type"] = kind
    found["mention"] = "name" if label else "pronoun" if pronoun else "description"
    return found


def _type(surface: str, label: str, pronoun: str, words: ActorWords, article: str) -> str:
    if label in PERSON_LABELS:
        return _PERSON
    if label == "NORP":
        return _PUBLIC
    if pronoun:
        return _PRONOUN_TYPES.get(pronoun, "")
    # “the commander of the brigade” is a commander; “the Ministry of Health” has no other word that tells
    forms = [w.lower() for w in _WORD.findall(surface if label else surface.split(" of ")[0])]
    if label == "GPE":
        return _AUTHORITY
    for form in reversed(forms):  # the head of an English name or noun is its last word
        if not label and form in words.people:
            return "unnamed source" if article in ("a", "an", "another", "one") else _PERSON
        if form in words.types:
            return words.types[form]
    return ""
