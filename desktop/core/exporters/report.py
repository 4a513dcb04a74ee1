"""What an export is asked for and what it gave; shared by the door and the formats behind it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Generator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from annotation_schema.model import ArticleRecord
from annotation_schema.schema import LabelSchema


@dataclass(frozen=True, slots=True)
class Dropped:
    """A span that the format cannot hold as it is; ``article`` is the uid, ``span`` the exported id."""

    article: str
    span: str
    reason: str


@dataclass(frozen=True, slots=True)
class ExportedFile:
    """A file that was written, with the hex SHA-256 of its bytes."""

    path: str
    sha256: str


@dataclass(frozen=True, slots=True)
class ExportReport:
    """What an export wrote."""

    articles: int
    spans: int
    relations: int
    dropped: tuple[Dropped, ...]
    files: tuple[ExportedFile, ...]


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """What may be chosen; ``ratios`` empty: no split. ``parts`` gives the part of each article by uid."""

    with_suggestions: bool = False
    ratios: tuple[float, ...] = ()
    seed: int = 0
    parts: Mapping[str, str] = field(default_factory=dict[str, str])


@dataclass(frozen=True, slots=True)
class Written:
    """What a format wrote: the file names in their order, and what it counted."""

    names: tuple[str, ...]
    articles: int
    spans: int
    relations: int
    dropped: tuple[Dropped, ...] = ()


class Job(Protocol):
    """What the door hands to a format: where to write, and the records, checked one by one."""

    options: ExportOptions
    folder: Path
    name: str

    @property
    def schema(self) -> LabelSchema:
        """The label schema of the project."""
        ...

    def records(self) -> Generator[ArticleRecord, None, None]:
        """Give the records once; raises AppError if the export must stop."""
        ...

    def check_cancelled(self) -> None:
        """Raise AppError CANCELLED if the user wants to stop."""
        ...


Write = Callable[[Job], Written]


def file_sha256(path: Path) -> str:
    """Return the hex SHA-256 of a file's bytes."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
