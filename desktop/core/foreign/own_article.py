"""An article of ours inside another format: its fields as JSON, so that it comes back as the same article."""

from __future__ import annotations

import json
from typing import cast

from annotation_schema.model import AnnotationSet, Article, Attributes, Status
from desktop.core.foreign.model import Value

_FIELDS = ("title", "byline", "publisher", "published", "url", "language", "section")
_MOST = 10_000  # characters of a uid: it may be an address


def article_json(article: Article) -> dict[str, object]:
    """Return all that is known of an article but its text; the same article gives the same JSON."""
    held: dict[str, object] = {"uid": article.uid}
    held |= {name: getattr(article, name) for name in _FIELDS if getattr(article, name)}
    if article.meta:
        held["meta"] = json.loads(json.dumps(dict(article.meta), sort_keys=True, ensure_ascii=False, default=str))
    return held


def article_of(held: object, text: str) -> Article | None:
    """Return the article that ``article_json`` described, or None if that is not its work."""
    if not isinstance(held, dict) or not text.strip() or "\0" in text:
        return None
    fields = cast("dict[str, object]", held)
    uid, meta = fields.get("uid"), fields.get("meta", {})
    found = {name: fields.get(name, "") for name in _FIELDS}
    if not isinstance(uid, str) or not uid or len(uid) > _MOST or not isinstance(meta, dict):
        return None
    if not all(isinstance(value, str) and "\0" not in value for value in found.values()):
        return None
    return Article(uid=uid, text=text, meta=finite(cast("dict[str, object]", meta)), **cast("dict[str, str]", found))


def finite(meta: dict[str, object]) -> dict[str, object]:
    """Return it without NaN and Infinity (null instead), which no JSON could be written with."""
    said = json.dumps(meta)
    return json.loads(said, parse_constant=lambda _: None) if "NaN" in said or "Infinity" in said else meta


def plain_values(values: Attributes) -> dict[str, object]:
    """Return attributes as JSON data, in the order of their names."""
    return {name: list(v) if isinstance(v, tuple) else v for name, v in sorted(values.items())}


def values_of(held: object) -> dict[str, Value]:
    """Return the attributes that ``plain_values`` wrote; what is none is left out."""
    if not isinstance(held, dict):
        return {}
    found: dict[str, Value] = {}
    for name, value in cast("dict[object, object]", held).items():
        if isinstance(name, str) and isinstance(value, str | bool | int | float):
            found[name] = value
        elif isinstance(name, str) and isinstance(value, list):
            found[name] = tuple(str(one) for one in cast("list[object]", value))
    return found


def status_of(word: object) -> Status | None:
    """Return the status of that name, or None."""
    return next((status for status in Status if status.value == word), None)


def is_bare(held: AnnotationSet) -> bool:
    """Return whether a set says nothing: nothing decided, nobody to remember for it."""
    return not held.spans and not held.attributes and held.status is Status.TODO
