"""The zip of a REFI-QDA project: opened only if its names and sizes are what such a project has."""

from __future__ import annotations

import stat
import zipfile
import zlib
from array import array
from bisect import bisect_left
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from hashlib import blake2b
from itertools import pairwise
from pathlib import Path, PurePosixPath
from typing import IO

from annotation_schema.wording import translate
from desktop.core.compact_zip import CompactZip, Entries
from desktop.core.readers.text import MAX_ARTICLE_BYTES

MAX_ENTRIES = 2_000_000
MAX_TOTAL = 128 * 1024**3
MAX_PROJECT = 64 * 1024**3  # read piece by piece: 100,000 articles of 61 spans have 3
_MAX_RATIO = 200
_SMALL = 1 << 20


class RefusedError(Exception):
    """The file is not read; ``str()`` is a sentence."""


class Archive:
    """A zip whose entries are safe to read. Raises RefusedError and OSError."""

    def __init__(self, path: Path) -> None:
        """Open and look at all names."""
        try:
            self._zip = CompactZip(path)
        except (zipfile.BadZipFile, NotImplementedError, UnicodeDecodeError) as error:
            sentence = translate("Import", "It is no zip archive, or a damaged one: {reason}.")
            raise RefusedError(sentence.format(reason=error)) from error
        try:
            _check(self._zip.entries)
        except RefusedError:
            self._zip.close()
            raise
        hashes = array("Q", (_hash(entry.filename.casefold()) for entry in self._zip.entries))
        self._order = array("Q", sorted(range(len(hashes)), key=hashes.__getitem__))  # the first of equal ones first
        self._hashes = array("Q", (hashes[number] for number in self._order))

    def close(self) -> None:
        """Close the file."""
        self._zip.close()

    @property
    def project(self) -> str:
        """Return the name of the one project file at the root."""
        names = (entry.filename for entry in self._zip.entries if not entry.is_dir())
        found = [name for name in names if "/" not in name and name.lower().endswith(".qde")]
        if len(found) != 1:
            raise RefusedError(translate("Import", "It holds no project, or several (“*.qde”)."))
        return found[0]

    def source(self, path: str) -> bytes | None:
        """Return what a path of the project stands for; None if it is not in the archive."""
        name = path.removeprefix("internal://").replace("\\", "/").lstrip("/")
        places = (f"sources/{name}".casefold(), name.casefold())
        found = next((entry for place in places for entry in self._folded(place)), None)
        return self._read(found, MAX_ARTICLE_BYTES) if found is not None and "://" not in name else None

    def _folded(self, place: str) -> Iterator[zipfile.ZipInfo]:
        """Yield the files of a name in small letters."""
        number = _hash(place)
        at = bisect_left(self._hashes, number)
        while at < len(self._hashes) and self._hashes[at] == number:
            entry = self._zip.entries[self._order[at]]
            if not entry.is_dir() and entry.filename.casefold() == place:
                yield entry
            at += 1

    @contextmanager
    def stream(self, name: str, most: int) -> Generator[IO[bytes]]:
        """Give an entry to be read piece by piece; never more than it says."""
        entry = next(entry for entry in self._folded(name.casefold()) if entry.filename == name)
        with self._open(entry, most) as file:
            yield file

    @contextmanager
    def _open(self, entry: zipfile.ZipInfo, most: int) -> Generator[IO[bytes]]:
        name, size = entry.filename, entry.file_size
        if size > most:
            sentence = translate("Import", "“{name}” has {size} MB; the limit is {most}.")
            raise RefusedError(sentence.format(name=name[:100], size=size >> 20, most=most >> 20))
        try:
            with self._zip.open(entry) as file:
                yield file
        except (zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, EOFError) as error:
            sentence = translate("Import", "“{name}” in the archive cannot be read: {reason}.")
            raise RefusedError(sentence.format(name=name[:100], reason=error)) from error

    def _read(self, entry: zipfile.ZipInfo, most: int) -> bytes:
        with self._open(entry, most) as file:
            data = file.read(most + 1)
        if len(data) > most:
            sentence = translate("Import", "“{name}” in the archive is larger than it says.")
            raise RefusedError(sentence.format(name=entry.filename[:100]))
        return data


def _hash(name: str) -> int:
    return int.from_bytes(blake2b(name.encode("utf-8", "surrogatepass"), digest_size=8).digest())


def _check(entries: Entries) -> None:
    if len(entries) > MAX_ENTRIES or sum(e.file_size for e in entries) > MAX_TOTAL:
        raise RefusedError(translate("Import", "The archive holds more than any project does."))
    for entry in entries:
        name = entry.filename
        path = PurePosixPath(name.replace("\\", "/"))
        odd = path.is_absolute() or ".." in path.parts or ":" in name or stat.S_ISLNK(entry.external_attr >> 16)
        if odd:
            sentence = translate("Import", "The archive holds the name “{name}”, which leads out of it.")
            raise RefusedError(sentence.format(name=name[:100]))
        if entry.file_size > _SMALL and entry.file_size > _MAX_RATIO * max(entry.compress_size, 1):
            sentence = translate("Import", "“{name}” in the archive would grow beyond measure.")
            raise RefusedError(sentence.format(name=name[:100]))
    hashes = array("Q", sorted(array("Q", (_hash(entry.filename) for entry in entries if not entry.is_dir()))))
    twice = next((one for one, after in pairwise(hashes) if one == after), None)
    if twice is not None:
        name = next(entry.filename for entry in entries if _hash(entry.filename) == twice)
        raise RefusedError(translate("Import", "The archive holds “{name}” twice.").format(name=name[:100]))
