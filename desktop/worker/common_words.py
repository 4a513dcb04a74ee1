"""Words that are hardly ever a part of a name: data in ``resources/common-words``, read when first needed."""

from __future__ import annotations

from functools import cache

from desktop.core.resources import resource_path


@cache
def common_words(language: str) -> frozenset[str]:
    """Return the words in small letters; none for a language without a list."""
    file = resource_path("common-words", f"{language}.txt")
    try:
        text = file.read_text(encoding="utf-8")
    except OSError:
        return frozenset()
    return frozenset(line for line in text.splitlines() if line and not line.startswith("#"))
