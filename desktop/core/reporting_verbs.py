"""Words by which news text says who says something, by language: data in ``resources/reporting-verbs``.

A file ``<language>.json`` holds ``verbs`` (inflected forms, one word each, beside which a speaker stands on either
side) and ``phrases`` (after which a speaker stands). A language without a file has none, which is no error.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, cast

from desktop.core.resources import resource_path

_LANGUAGE = re.compile(r"[a-z]{2,3}")


@dataclass(frozen=True, slots=True)
class ReportingVerbs:
    """Lower-case forms. ``phrases`` are split into words; the longest first."""

    verbs: frozenset[str] = frozenset()
    phrases: tuple[tuple[str, ...], ...] = ()

    def __bool__(self) -> bool:
        """Whether there are any."""
        return bool(self.verbs or self.phrases)


def parse(data: Mapping[str, Any]) -> ReportingVerbs:
    """Return the words of a file; raises ValueError if they are not lists of texts."""
    lists: list[list[str]] = []
    for key in ("verbs", "phrases"):
        values = data.get(key, [])
        if not isinstance(values, list) or not all(isinstance(x, str) for x in cast("list[object]", values)):
            raise ValueError(f"{key} is not a list of texts")
        lists.append([x.lower() for x in cast("list[str]", values)])
    phrases = sorted((tuple(x.split()) for x in lists[1] if x.split()), key=lambda p: (-len(p), p))
    return ReportingVerbs(frozenset(lists[0]), tuple(phrases))


@lru_cache(maxsize=16)
def for_language(language: str) -> ReportingVerbs:
    """Return the words for an article's language ("en", "en-GB"); none for an unknown or empty one."""
    code = re.split(r"[-_]", language.strip().lower())[0]
    if not _LANGUAGE.fullmatch(code):
        return ReportingVerbs()
    file = resource_path("reporting-verbs", f"{code}.json")
    if not file.is_file():
        return ReportingVerbs()
    return parse(json.loads(file.read_text(encoding="utf-8")))
