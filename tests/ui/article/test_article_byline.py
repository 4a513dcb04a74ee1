"""The line under the headline."""

import pytest

from annotation_schema.model import Article
from desktop.ui.article.byline import byline, date_in_words, language_name


def test_all_parts_in_order():
    article = Article("u", "T", "one two three", "By Ana K.", "Reuters", "2025-01-29", language="en")
    assert byline(article) == "By Ana K. · Reuters · 29 January 2025 · English · 3 words"


def test_what_is_not_known_is_left_out():
    assert byline(Article("u", "T", "one")) == "1 word"
    assert byline(Article("u", "T", "")) == "0 words"
    assert byline(Article("u", "T", "w " * 1200, publisher="The  Times\n")) == "The Times · 1,200 words"


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("2025-01-29", "29 January 2025"),
        ("2025-01-29T22:28:00Z", "29 January 2025"),
        ("2025-01", "January 2025"),
        ("2025", "2025"),
        ("", ""),
        ("29/01/2025", "29/01/2025"),
        ("2024-02-30", "2024-02-30"),
        ("2025-01-290", "2025-01-290"),
        ("yesterday ", "yesterday"),
    ],
)
def test_dates(given, expected):
    assert date_in_words(given) == expected


LANGUAGES = [("en", "English"), ("uk-UA", "Ukrainian"), ("de_CH", "German"), ("", ""), ("qqx", "qqx")]


@pytest.mark.parametrize(("code", "name"), [*LANGUAGES, ("English", "English")])
def test_languages(code, name):
    assert language_name(code) == name
