"""What an export is asked for and what it gave; shared by the door and the formats behind it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Generator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, overload

from annotation_schema.model import ArticleRecord, Fragments, Status
from annotation_schema.schema import LabelSchema
from desktop.core.export_choices import Alignment as Alignment
from desktop.core.export_choices import Discontinuous as Discontinuous
from desktop.core.export_choices import Grouping as Grouping
from desktop.core.export_choices import Overlap as Overlap

if TYPE_CHECKING:
    from desktop.core.saved_filters import SavedFilter
    from desktop.core.storage.record_lines import Line


@dataclass(frozen=True, slots=True)
class SplitChoice:
    """How articles are divided: ``ratios`` of train, dev and test (see ``split.parse_ratios``)."""

    ratios: tuple[float, ...]
    seed: int = 0
    grouping: Grouping = Grouping.DUPLICATES
    stratified: bool = False


@dataclass(frozen=True, slots=True)
class ExportFilter:
    """Which articles and annotations leave; empty fields do not restrict.

    ``statuses``: of an annotator with an article; others' annotations of it stay out. ``since``, ``until``: of the
    article's date, ISO 8601, a beginning is enough, both included. ``text``: as in the queue's search. ``saved``: only
    articles that a saved filter lets through; of these, annotations leave as the other fields say.
    """

    annotators: frozenset[str] = frozenset()
    statuses: frozenset[Status] = frozenset()
    labels: frozenset[str] = frozenset()
    since: str = ""
    until: str = ""
    text: str = ""
    saved: SavedFilter | None = None


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """What may be chosen. ``split`` None: no split. ``card``: a dataset folder with card, plots and manifest.

    ``licence``: what the card says of it, an SPDX name say.
    """

    with_suggestions: bool = False
    split: SplitChoice | None = None
    overlap: Overlap = Overlap.LONGEST
    discontinuous: Discontinuous = Discontinuous.FRAGMENTS
    alignment: Alignment = Alignment.EXPAND
    filter: ExportFilter = field(default_factory=ExportFilter)
    card: bool = False
    licence: str = ""
    spreadsheet_safe: bool = False


class What(StrEnum):
    """What kind of thing a format could not hold."""

    SPAN = "span"
    RELATION = "relation"
    ATTRIBUTE = "attribute"
    NOTE = "note"
    ARTICLE = "article"


@dataclass(frozen=True, slots=True)
class Dropped:
    """Something that the format cannot hold as it is; ``article`` is the uid, ``span`` the exported id."""

    article: str
    span: str
    reason: str
    what: What = What.SPAN


@dataclass(frozen=True, slots=True)
class ExportedFile:
    """A file that was written, with the hex SHA-256 of its bytes."""

    path: str
    sha256: str


class ExportedFiles(Sequence[ExportedFile]):
    """The files that were written, in little memory however many: some formats write three for each article."""

    def __init__(self, folder: Path, names: Sequence[str]) -> None:
        """Begin without files; they will be those of these names in ``folder``, one after another."""
        self.folder = folder
        self._names = names
        self._digests = bytearray()

    def add(self, sha256: str) -> None:
        """Take the next file."""
        self._digests += bytes.fromhex(sha256)

    def __len__(self) -> int:
        return len(self._digests) // 32

    @overload
    def __getitem__(self, index: int) -> ExportedFile: ...
    @overload
    def __getitem__(self, index: slice) -> list[ExportedFile]: ...
    def __getitem__(self, index: int | slice) -> ExportedFile | list[ExportedFile]:
        if isinstance(index, slice):
            return [self[at] for at in range(*index.indices(len(self)))]
        at = range(len(self))[index]
        return ExportedFile(str(self.folder / self._names[at]), self._digests[32 * at : 32 * (at + 1)].hex())


@dataclass(frozen=True, slots=True)
class ExportProgress:
    """How many of the articles have been written, or read back (``checking``), or read for the split (``dividing``).

    After they are read for the split they are compared (``dividing`` and ``comparing``).
    """

    done: int
    total: int
    checking: bool = False
    dividing: bool = False
    comparing: bool = False


@dataclass(frozen=True, slots=True)
class SplitReport:
    """What a split gave: articles by part, and what was looked for across parts, a sentence each.

    ``leaks`` is how many articles have an exact or a near duplicate in another part.
    """

    parts: tuple[tuple[str, int], ...]
    checks: tuple[str, ...]
    leaks: int = 0


@dataclass(frozen=True, slots=True)
class ExportReport:
    """What an export wrote; ``dropped`` lists at most ``MAX_DROPPED``, ``losses`` counts all by their reason.

    ``read_back``: how many spans our own reader found in the files before they were final; 0 if there is none.
    """

    articles: int
    spans: int
    relations: int
    dropped: tuple[Dropped, ...]
    files: ExportedFiles
    losses: tuple[tuple[str, int], ...] = ()
    read_back: int = 0
    split: SplitReport | None = None


MAX_DROPPED = 100_000
"""Losses that are listed one by one."""


@dataclass(frozen=True, slots=True)
class Written:
    """What a format wrote: the names of files in the job's folder in their order, and what it counted.

    ``sha256``: of files that it has read back from the disk itself, by name.
    """

    names: Sequence[str]
    articles: int
    spans: int
    relations: int
    sha256: Mapping[str, str] = field(default_factory=dict[str, str])


class Job(Protocol):
    """What the door hands to a format: where to write, and the records, filtered and checked one by one."""

    options: ExportOptions
    folder: Path
    name: str

    @property
    def schema(self) -> LabelSchema:
        """The label schema of the project."""
        ...

    @property
    def parts(self) -> tuple[str, ...]:
        """The parts of the split that have articles, in their order; ("",) without a split."""
        ...

    def part(self, uid: str) -> str:
        """Return the part that an article belongs to."""
        ...

    def target(self, part: str, extension: str = "") -> Path:
        """Return the file to write for a part, in ``folder``; with another extension than the format's if given."""
        ...

    def records(self) -> Generator[ArticleRecord, None, None]:
        """Give the filtered records once; raises AppError if the export must stop."""
        ...

    def lines(self) -> Generator[Line, None, None] | None:
        """Give the records as lines of the interchange form, once and quickly; None if only ``records`` can."""
        ...

    def drop(self, article: str, span: str, reason: str, what: What = What.SPAN) -> None:
        """Report something that is not written as it is; ``reason`` is the same sentence for the same cause."""
        ...

    def wrote(self, uid: str, label: str, fragments: Fragments) -> None:
        """Say which span a reader of the files should find: for the self-check."""
        ...

    def check_cancelled(self) -> None:
        """Raise AppError CANCELLED if the user wants to stop."""
        ...


Write = Callable[[Job], Written]


def file_sha256(path: Path) -> str:
    """Return the hex SHA-256 of a file's bytes."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
