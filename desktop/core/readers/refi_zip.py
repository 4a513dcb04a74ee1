"""The zip of a REFI-QDA project: opened only if its names and sizes are what such a project has."""

from __future__ import annotations

import stat
import zipfile
import zlib
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import IO

from annotation_schema.wording import translate
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
            self._zip = zipfile.ZipFile(path)
        except (zipfile.BadZipFile, NotImplementedError, UnicodeDecodeError) as error:
            sentence = translate("Import", "It is no zip archive, or a damaged one: {reason}.")
            raise RefusedError(sentence.format(reason=error)) from error
        self._entries = _checked(self._zip)
        self._by_folded: dict[str, str] = {name.casefold(): name for name in reversed(tuple(self._entries))}

    def close(self) -> None:
        """Close the file."""
        self._zip.close()

    @property
    def project(self) -> str:
        """Return the name of the one project file at the root."""
        found = [name for name in self._entries if "/" not in name and name.lower().endswith(".qde")]
        if len(found) != 1:
            raise RefusedError(translate("Import", "It holds no project, or several (“*.qde”)."))
        return found[0]

    def source(self, path: str) -> bytes | None:
        """Return what a path of the project stands for; None if it is not in the archive."""
        name = path.removeprefix("internal://").replace("\\", "/").lstrip("/")
        places = (f"sources/{name}".casefold(), name.casefold())
        found = next((self._by_folded[place] for place in places if place in self._by_folded), None)
        return self.read(found, MAX_ARTICLE_BYTES) if found is not None and "://" not in name else None

    @contextmanager
    def stream(self, name: str, most: int) -> Generator[IO[bytes]]:
        """Give an entry to be read piece by piece; never more than it says."""
        size = self._entries[name].file_size
        if size > most:
            sentence = translate("Import", "“{name}” has {size} MB; the limit is {most}.")
            raise RefusedError(sentence.format(name=name[:100], size=size >> 20, most=most >> 20))
        try:
            with self._zip.open(name) as file:
                yield file
        except (zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, EOFError) as error:
            sentence = translate("Import", "“{name}” in the archive cannot be read: {reason}.")
            raise RefusedError(sentence.format(name=name[:100], reason=error)) from error

    def read(self, name: str, most: int) -> bytes:
        """Return the bytes of an entry."""
        with self.stream(name, most) as file:
            data = file.read(most + 1)
        if len(data) > most:
            sentence = translate("Import", "“{name}” in the archive is larger than it says.")
            raise RefusedError(sentence.format(name=name[:100]))
        return data


def _checked(archive: zipfile.ZipFile) -> Mapping[str, zipfile.ZipInfo]:
    entries = archive.infolist()
    if len(entries) > MAX_ENTRIES or sum(e.file_size for e in entries) > MAX_TOTAL:
        raise RefusedError(translate("Import", "The archive holds more than any project does."))
    found: dict[str, zipfile.ZipInfo] = {}
    for entry in entries:
        name = entry.filename
        path = PurePosixPath(name.replace("\\", "/"))
        odd = path.is_absolute() or ".." in path.parts or ":" in name or stat.S_ISLNK(entry.external_attr >> 16)
        if odd:
            sentence = translate("Import", "The archive holds the name “{name}”, which leads out of it.")
            raise RefusedError(sentence.format(name=name[:100]))
        if name in found:
            raise RefusedError(translate("Import", "The archive holds “{name}” twice.").format(name=name[:100]))
        if entry.file_size > _SMALL and entry.file_size > _MAX_RATIO * max(entry.compress_size, 1):
            sentence = translate("Import", "“{name}” in the archive would grow beyond measure.")
            raise RefusedError(sentence.format(name=name[:100]))
        if not entry.is_dir():
            found[name] = entry
    return found
