"""Zip archives of very many files, with a few dozen bytes for each beside its name instead of some 700."""

from __future__ import annotations

import marshal
import zipfile
from array import array
from collections.abc import Iterator
from typing import Any

_FIELDS = (
    "compress_type", "comment", "extra", "create_system", "create_version", "extract_version", "reserved", "flag_bits",
    "volume", "internal_attr", "external_attr", "header_offset", "CRC", "compress_size", "file_size",
)  # fmt: skip


class Entries:
    """Stands for the list of ``ZipInfo`` in an archive: each is made anew when it is asked for."""

    def __init__(self) -> None:
        """Begin empty."""
        self._held = bytearray()
        self._ends = array("Q")

    def append(self, entry: zipfile.ZipInfo) -> None:
        """Take one more, as it is now."""
        values = (getattr(entry, name) for name in _FIELDS)
        self._held += marshal.dumps((entry.orig_filename, entry.date_time, *values))
        self._ends.append(len(self._held))

    def __len__(self) -> int:
        return len(self._ends)

    def __getitem__(self, index: int) -> zipfile.ZipInfo:
        at = range(len(self))[index]
        begin = self._ends[at - 1] if at else 0
        name, date, *values = marshal.loads(self._held[begin : self._ends[at]])
        entry = zipfile.ZipInfo(name, date)
        for field, value in zip(_FIELDS, values, strict=True):
            setattr(entry, field, value)
        return entry

    def __iter__(self) -> Iterator[zipfile.ZipInfo]:
        return (self[at] for at in range(len(self)))


class _Nothing(dict[str, Any]):
    """Stands for the entries by name, which nobody asks for here."""

    def __setitem__(self, name: str, entry: object) -> None:
        pass


class CompactZip(zipfile.ZipFile):
    """A zip archive whose entries are given as ``entries``; opened by ``ZipInfo``, not by name."""

    entries: Entries

    @property
    def filelist(self) -> Entries:
        """What the base class adds to and goes through."""
        return self.entries

    @filelist.setter
    def filelist(self, value: object) -> None:  # pyright: ignore[reportIncompatibleVariableOverride]
        self.entries = Entries()

    @property
    def NameToInfo(self) -> dict[str, Any]:
        """What the base class adds to and looks into."""
        return _Nothing()

    @NameToInfo.setter
    def NameToInfo(self, value: object) -> None:  # pyright: ignore[reportIncompatibleVariableOverride]
        pass
