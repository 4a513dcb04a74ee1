"""Named fields of a foreign record (a table row, a JSON object) to an article.

Field names are compared without regard to case, blanks, "-" and "_". The first name of each list that holds
something is used; every other field goes to ``Article.meta`` under its own name, so that nothing that the source
says is lost. A headline kept apart goes first in the text, with a blank line after it, and is repeated in
``title``.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import cast

from annotation_schema.model import Article
from annotation_schema.values import shown
from annotation_schema.wording import translate
from desktop.core.readers.headline import first_words, headline_of, with_headline
from desktop.core.readers.text import MAX_ARTICLE_BYTES, normalise_newlines
from desktop.core.text_bytes import json_text
from desktop.core.words import number

ALIASES: Mapping[str, tuple[str, ...]] = {
    "text": (
        *("text", "body", "content", "article", "maintext", "fulltext", "bodytext", "articletext", "articlebody"),
        *("articlecontent", "plaintext", "story"),
    ),
    "title": ("title", "headline", "head", "heading"),
    "byline": ("byline", "author", "authors"),
    "publisher": ("publisher", "source", "outlet", "publication", "newspaper", "sourcename"),
    "published": (
        *("published", "date", "publishedat", "publisheddate", "datepublished", "datepublish", "publicationdate"),
        *("publishdate", "pubdate", "datetime", "timestamp"),
    ),
    "url": ("url", "link", "uri", "sourceurl"),
    "language": ("language", "lang"),
    "section": ("section", "category", "desk"),
    "id": ("id", "uid", "articleid", "docid", "documentid", "guid"),
}
"""What each field of an article may be called in a source, in order of preference."""

_MEANING = {alias: (field, rank) for field, aliases in ALIASES.items() for rank, alias in enumerate(aliases)}
_NESTED = ("meta", "metadata")
MAX_DEPTH = 48
"""Deeper nested values are refused: no source has them for a purpose, and writing them out again would fail."""


class FieldsError(Exception):
    """A record that cannot become an article; ``str()`` is a sentence."""


@lru_cache(maxsize=1024)
def _meaning(name: str) -> tuple[str, int] | None:
    """Return which field of an article a source's field name means and its place among the aliases, or None."""
    return _MEANING.get(name.strip().casefold().replace("_", "").replace("-", "").replace(" ", ""))


def field_of(name: str) -> str | None:
    """Return which field of an article a source's field name means, or None."""
    meaning = _meaning(name)
    return meaning[0] if meaning else None


def source_id(fields: Mapping[str, object]) -> str | None:
    """Return the record's own id, if it has one, to name it in a message."""
    for name, value in fields.items():
        if field_of(name) == "id" and isinstance(value, str | int) and str(value).strip():
            return str(value)[:200]
    return None


def article_from(fields: Mapping[str, object], provenance: Mapping[str, object]) -> Article:
    """Return the article that the fields describe. Raises FieldsError.

    ``provenance`` (file name, line …) is kept in ``meta["_import"]``; it takes no part in the article's uid.
    """
    fields = _lift_nested(fields)
    chosen: dict[str, tuple[int, str]] = {}  # field of an article → rank and name in the source
    values: dict[str, str] = {}
    for name, value in fields.items():
        meaning = _meaning(name)
        if meaning is None:
            continue
        field, rank = meaning
        held = value if isinstance(value, str) else _plain(value, paragraphs=field == "text")
        if not held or held.isspace():
            continue
        if field not in chosen or rank < chosen[field][0]:
            chosen[field], values[field] = (rank, name), held
    if "text" not in values:
        raise FieldsError(_no_text(fields))
    used = {name for _, name in chosen.values()}
    meta = {name: value for name, value in fields.items() if name not in used and value not in (None, "")}
    if "id" in chosen:
        meta[chosen["id"][1]] = fields[chosen["id"][1]]
    meta["_import"] = dict(provenance)
    body = normalise_newlines(values["text"]).removeprefix("\ufeff")
    if not body.strip():
        raise FieldsError(translate("Import", "The text is empty."))
    title = normalise_newlines(values.get("title", "")).strip()
    return article(
        identity=values.get("id", ""),
        title=title,
        text=with_headline(title, body),
        byline=values.get("byline", "").strip(),
        publisher=values.get("publisher", "").strip(),
        published=values.get("published", "").strip(),
        url=values.get("url", "").strip(),
        language=values.get("language", "").strip(),
        section=values.get("section", "").strip(),
        meta=meta,
    )


def article(
    *,
    identity: str,
    title: str,
    text: str,
    byline: str = "",
    publisher: str = "",
    published: str = "",
    url: str = "",
    language: str = "",
    section: str = "",
    meta: Mapping[str, object],
) -> Article:
    """Return an article with its uid, after the checks that hold for every foreign source. Raises FieldsError.

    The uid is the first 20 hex digits of the SHA-256 of [id in the source, title, text, byline, publisher,
    published, url] as JSON without spaces: the same article read again, also from another file, has the same one.
    """
    if len(text) > MAX_ARTICLE_BYTES:
        raise FieldsError(
            translate("Import", "The text has {length} characters; the limit is {most}.").format(
                length=number(len(text)), most=number(MAX_ARTICLE_BYTES)
            )
        )
    parts = [identity, title, text, byline, publisher, published, url]
    others = "".join((identity, byline, publisher, published, url, language, section))
    if "\0" in text:
        raise FieldsError(translate("Import", "The text holds a NUL character, as binary files do."))
    if "\0" in title:
        raise FieldsError(translate("Import", "The title holds a NUL character, as binary files do."))
    if "\0" in others:
        raise FieldsError(translate("Import", "The other fields hold a NUL character, as binary files do."))
    try:
        canonical = b"[%b]" % b",".join(map(json_text, parts))
    except UnicodeEncodeError as error:
        raise FieldsError(surrogate_sentence(error)) from error
    return Article(
        uid=hashlib.sha256(canonical).hexdigest()[:20],
        title=title or headline_of(text) or first_words(text),
        text=text,
        byline=byline,
        publisher=publisher,
        published=published,
        url=url,
        language=language,
        section=section,
        meta=meta,
    )


def surrogate_sentence(error: UnicodeEncodeError) -> str:
    """Return what to tell about half of a surrogate pair, which is no character."""
    code = ord(error.object[error.start])
    sentence = translate("Import", "It holds half a character ({code}, a lone surrogate), which no text file can hold.")
    return sentence.format(code=f"\\u{code:04x}")


def too_deep(value: object) -> bool:
    """Return whether JSON data has more than ``MAX_DEPTH`` containers in each other; looks without recursion."""
    level: list[object] = [value]
    for _ in range(MAX_DEPTH):
        # Only containers go on to the next level: a record has a thousand texts and numbers, and this runs for each.
        level = [inner for outer in level for inner in _members(outer) if type(inner) is dict or type(inner) is list]
        if not level:
            return False
    return True


def strings_in(value: object) -> Iterator[str]:
    """Yield every string (keys, too) in JSON data."""
    stack: list[object] = [value]
    while stack:
        held = stack.pop()
        if isinstance(held, str):
            yield held
        elif isinstance(held, dict):
            yield from cast("dict[str, object]", held)
            stack.extend(cast("dict[str, object]", held).values())
        elif isinstance(held, list):
            stack.extend(cast("list[object]", held))


def _members(value: object) -> Iterable[object]:
    if isinstance(value, dict):
        return cast("dict[str, object]", value).values()
    return cast("list[object]", value) if isinstance(value, list) else ()


def _lift_nested(fields: Mapping[str, object]) -> Mapping[str, object]:
    """Return the fields with those of a "meta" object beside them (Prodigy, doccano), if no name clashes."""
    for name in _NESTED:
        nested = fields.get(name)
        if isinstance(nested, dict):
            inner = cast("dict[str, object]", nested)
            outer = {key: value for key, value in fields.items() if key != name}
            if not inner.keys() & outer.keys():
                return {**outer, **inner}
    return fields


def _plain(value: object, *, paragraphs: bool) -> str | None:
    """Return a field's value as text (lists joined; the name of ``{"name": …}``), or None if it is none."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, int | float):
        return None if paragraphs else str(value)
    if isinstance(value, list):
        parts = [_plain(part, paragraphs=False) for part in cast("list[object]", value)]
        held = [part for part in parts if part is not None]
        if len(held) != len(parts):
            return None
        return "\n\n".join(held) if paragraphs else ", ".join(held)
    if isinstance(value, dict) and not paragraphs:
        return _plain(cast("dict[str, object]", value).get("name"), paragraphs=False)
    return None


def _no_text(fields: Mapping[str, object]) -> str:
    named = [name for name in fields if field_of(name) == "text"]
    if not named:
        found = ", ".join(shown(name) for name in list(fields)[:20]) or translate("Import", "none")
        return translate(
            "Import", "No field holds the article's text (“text”, “body” or “content”); the fields are: {fields}."
        ).format(fields=found)
    if any(isinstance(fields[name], str) or fields[name] is None for name in named):
        return translate("Import", "The text (field “{field}”) is empty.").format(field=named[0][:40])
    return translate("Import", "The field “{field}” is not text.").format(field=named[0][:40])
