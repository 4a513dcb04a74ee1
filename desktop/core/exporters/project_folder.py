"""A folder as INCEpTION exports a project: ``annotation/<document>/<annotator>.<ext>`` and ``source/<document>``.

Beside that ``article/<document>.meta`` (JSON): what is known of the article and who annotated it, so that it comes
back as the same article. An article that nobody has annotated has the file ``INITIAL_CAS``, as there. With a split
each part has such a folder.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

from annotation_schema.model import AnnotationSet, Article, ArticleRecord
from desktop.core.exporters.names import Names
from desktop.core.exporters.report import Job
from desktop.core.foreign.own_article import article_json, plain_values

NOBODY = "INITIAL_CAS"
_MOST = 100


@dataclass
class ProjectFolder:
    """Gives the places to write to; ``names`` are those of all files that it and its user wrote."""

    job: Job
    extension: str
    names: Names = field(default_factory=Names)
    _used: set[str] = field(default_factory=set[str])

    def places(self, record: ArticleRecord) -> Iterator[tuple[AnnotationSet | None, Path]]:
        """Write what goes beside the annotations of an article; yield each set (None: nobody's) with its file."""
        article = record.article
        part = self.job.part(article.uid)
        top = f"{part}/" if part else ""
        document = _unused(f"{top}{_safe(article.uid)}", self._used).removeprefix(top) + ".txt"
        self.put(f"{top}source/{document}", article.text)
        taken: set[str] = set()
        rows: list[dict[str, object]] = []
        for held in record.annotations or (None,):
            stem = _unused(_safe(held.annotator) if held is not None else NOBODY, taken)
            if held is not None:
                row: dict[str, object] = {"file": f"{stem}{self.extension}", "annotator": held.annotator}
                rows.append(row | {"status": held.status.value, "attributes": plain_values(held.attributes)})
            yield held, self.place(f"{top}annotation/{document}/{stem}{self.extension}")
        self._describe(f"{top}article/{document}.meta", article, rows)

    def place(self, name: str) -> Path:
        """Return where to write a file of that name."""
        path = self.job.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        self.names.append(name)
        return path

    def put(self, name: str, text: str) -> None:
        """Write a file: UTF-8, line ends as they are."""
        self.place(name).write_bytes(text.encode())

    def _describe(self, name: str, article: Article, rows: list[dict[str, object]]) -> None:
        digest = hashlib.sha256(article.text.encode()).hexdigest()
        held = {"format": "pressmark-article/1", "sha256": digest, "article": article_json(article), "annotators": rows}
        self.put(name, json.dumps(held, ensure_ascii=False, indent=1, allow_nan=False) + "\n")


def _safe(name: str) -> str:
    """Return a name that every file system takes."""
    plain = "".join(c if c.isalnum() or c in "-_. " else quote(c, safe="") for c in name).strip(" .")
    if len(plain.encode()) > _MOST:
        plain = plain.encode()[:_MOST].decode("utf-8", "ignore").rstrip(" .%")
        return f"{plain}-{hashlib.sha256(name.encode()).hexdigest()[:12]}"
    return plain or "_"


def _unused(name: str, used: set[str]) -> str:
    """Return the name, or one with a number where another differs from it by case only."""
    found, number = name, 1
    while found.casefold() in used:
        number += 1
        found = f"{name}-{number}"
    used.add(found.casefold())
    return found
