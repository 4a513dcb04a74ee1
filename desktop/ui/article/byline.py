"""The line under the headline: who, when, in which language, how long."""

from __future__ import annotations

import re

from PySide6.QtCore import QDate, QLocale

from annotation_schema.model import Article

_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?![\d-])")
_ENGLISH = QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)


def byline(article: Article, *, locale: QLocale = _ENGLISH) -> str:
    """Return "Reuters · 29 January 2025 · English · 612 words"; what is not known is left out."""
    count = len(article.text.split())
    parts = [
        " ".join(article.byline.split()),
        " ".join(article.publisher.split()),
        date_in_words(article.published, locale=locale),
        language_name(article.language),
        f"{locale.toString(count)} {'word' if count == 1 else 'words'}",
    ]
    return " · ".join(p for p in parts if p)


def date_in_words(published: str, *, locale: QLocale = _ENGLISH) -> str:
    """Return an ISO date (year, month or day; a time after it is dropped) in words, anything else as it is."""
    found = _DATE.match(published)
    if found is None:
        return published.strip()
    year, month, day = int(found[1]), int(found[2] or 0), int(found[3] or 0)
    if not month:
        return found[1]
    date = QDate(year, month, day or 1)
    if not date.isValid():
        return published.strip()
    return locale.toString(date, "d MMMM yyyy" if day else "MMMM yyyy")


def language_name(code: str) -> str:
    """Return the English name of a language code ("en", "uk-UA"), or the code if it is unknown."""
    code = code.strip()
    language = QLocale.codeToLanguage(code.split("-")[0].split("_")[0])
    if language == QLocale.Language.AnyLanguage:
        return code
    return QLocale.languageToString(language)
