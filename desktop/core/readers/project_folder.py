"""What lies beside the annotations in a folder as INCEpTION exports a project; see ``exporters.project_folder``."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

from annotation_schema.model import Article, Status
from desktop.core.foreign.model import Value
from desktop.core.foreign.own_article import article_of, status_of, values_of
from desktop.core.readers.fields import article
from desktop.core.readers.headline import headline_of
from desktop.core.readers.report import printable
from desktop.core.readers.text import MAX_ARTICLE_BYTES, UndecodableError, clean

_FOLDERS = frozenset({"annotation", "curation", "annotation_ser", "curation_ser"})
_NOBODY = "INITIAL_CAS"
_MAX_SIDE = 4 * 1024 * 1024
_Row = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Beside:
    """What is known of an annotation file from where it lies. ``nobody``: it holds no annotator's work."""

    annotator: str = ""
    nobody: bool = False
    source: str | None = None
    status: Status | None = None
    values: Mapping[str, Value] = field(default_factory=dict[str, Value])
    _described: object = None
    _sha256: str = ""

    def article(
        self, text: str, file: Path, *, title: str = "", language: str = "", meta: _Row | None = None
    ) -> Article:
        """Return the article of a text: the one that is described beside it, else a new one. Raises FieldsError."""
        if self._described is not None and hashlib.sha256(text.encode("utf-8", "replace")).hexdigest() == self._sha256:
            known = article_of(self._described, text)
            if known is not None:
                return known
        # A file's name is no headline: the same text as plain text gives the same article.
        heading = headline_of(text) or (title if title and "." not in title[-5:] else "") or _stem(file)
        return article(identity="", title=heading, text=text, language=language, meta=meta or {})


def beside(path: Path) -> Beside:
    """Look at what lies around an annotation file. Raises OSError."""
    if path.parent.parent.name not in _FOLDERS:
        return Beside()
    top, document = path.parents[2], path.parent.name
    source = _text(top / "source" / document)
    described = _json(top / "article" / f"{document}.meta")
    rows = described.get("annotators")
    for row in cast("list[object]", rows) if isinstance(rows, list) else []:
        if not isinstance(row, dict):
            continue
        found = cast("_Row", row)
        if found.get("file") == path.name:
            name, values = str(found.get("annotator", "")), values_of(found.get("attributes"))
            status = status_of(found.get("status"))
            return Beside(name, False, source, status, values, described.get("article"), str(described.get("sha256")))
    nobody = path.stem == _NOBODY
    name = "" if nobody else printable(path.stem)
    return Beside(name, nobody, source, None, {}, described.get("article"), str(described.get("sha256")))


def _stem(file: Path) -> str:
    inner = file.parent.name if file.parent.parent.name in _FOLDERS else file.name
    return Path(printable(inner)).stem


def _text(path: Path) -> str | None:
    if path.is_symlink() or not path.is_file() or path.stat().st_size > MAX_ARTICLE_BYTES:
        return None
    try:
        return clean(path.read_bytes()).text
    except UndecodableError:
        return None


def _json(path: Path) -> _Row:
    if path.is_symlink() or not path.is_file() or path.stat().st_size > _MAX_SIDE:
        return {}
    try:
        held = json.loads(path.read_bytes())
    except (ValueError, RecursionError):
        return {}
    return cast("_Row", held) if isinstance(held, dict) else {}
