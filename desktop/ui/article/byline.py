"""The line under the headline: who, when, in which language, how long."""

from __future__ import annotations

import re

from PySide6.QtCore import QDate, QLocale

from annotation_schema.model import Article
from annotation_schema.wording import mark, marked, translate

_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?![\d-])")
_LANGUAGES = (
    mark("Languages", "Arabic"),
    mark("Languages", "Bulgarian"),
    mark("Languages", "Chinese"),
    mark("Languages", "Croatian"),
    mark("Languages", "Czech"),
    mark("Languages", "Danish"),
    mark("Languages", "Dutch"),
    mark("Languages", "English"),
    mark("Languages", "Estonian"),
    mark("Languages", "Finnish"),
    mark("Languages", "French"),
    mark("Languages", "German"),
    mark("Languages", "Greek"),
    mark("Languages", "Hebrew"),
    mark("Languages", "Hindi"),
    mark("Languages", "Hungarian"),
    mark("Languages", "Indonesian"),
    mark("Languages", "Italian"),
    mark("Languages", "Japanese"),
    mark("Languages", "Korean"),
    mark("Languages", "Latvian"),
    mark("Languages", "Lithuanian"),
    mark("Languages", "Norwegian"),
    mark("Languages", "Persian"),
    mark("Languages", "Polish"),
    mark("Languages", "Portuguese"),
    mark("Languages", "Romanian"),
    mark("Languages", "Russian"),
    mark("Languages", "Serbian"),
    mark("Languages", "Slovak"),
    mark("Languages", "Slovenian"),
    mark("Languages", "Spanish"),
    mark("Languages", "Swedish"),
    mark("Languages", "Turkish"),
    mark("Languages", "Ukrainian"),
    mark("Languages", "Vietnamese"),
)
"""Those that Qt's own names, which are English, are translated for."""


def byline(article: Article) -> str:
    """Return "Reuters · 29 January 2025 · English · 612 words"; what is not known is left out."""
    count = len(article.text.split())
    parts = [
        " ".join(article.byline.split()),
        " ".join(article.publisher.split()),
        date_in_words(article.published),
        language_name(article.language),
        translate("Article", "%Ln word|%Ln words", count),
    ]
    return " · ".join(p for p in parts if p)


def date_in_words(published: str) -> str:
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
    form = translate("Dates", "d MMMM yyyy") if day else translate("Dates", "MMMM yyyy")
    return QLocale().toString(date, form)


def language_name(code: str) -> str:
    """Return the name of a language code ("en", "uk-UA"), or the code if it is unknown."""
    code = code.strip()
    language = QLocale.codeToLanguage(code.split("-")[0].split("_")[0])
    if language == QLocale.Language.AnyLanguage:
        return code
    name = QLocale.languageToString(language)
    return marked("Languages", name) if name in _LANGUAGES else name
