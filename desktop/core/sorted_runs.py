"""Sorting and looking up more than there should be in memory: in temporary files, a little of them read at a time."""

from __future__ import annotations

import heapq
import marshal
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from itertools import islice
from pathlib import Path
from tempfile import SpooledTemporaryFile
from typing import Generic, Self, TypeVar

Value = TypeVar("Value", str, tuple[str, ...])
_BLOCK = 1_000  # values of each run that are in memory while they are merged
_SPOOL = 1 << 20
_WAITING = 10_000  # rows of a table in memory before they are sorted
_ROWS = 50  # of a table, read at once
_RECENT = 16  # times as many stay in memory
_FILTER = 1 << 22


class SortedRuns(Generic[Value]):
    """Use it in a ``with`` block: its file is gone after that. Everything raises OSError."""

    def __init__(self, folder: Path | None = None) -> None:
        """Have the temporary file, if one is needed, in ``folder``; None: where the system has such files."""
        self._runs: list[list[tuple[int, int]]] = []  # of blocks: begin and size
        self._file = _spool(folder)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def put(self, values: Iterable[Value]) -> None:
        """Sort and keep some values: the caller has them in memory, and need not after that."""
        blocks: list[tuple[int, int]] = []
        for some in _batched(sorted(values)):
            begin = self._file.tell()
            self._file.write(marshal.dumps(some))
            blocks.append((begin, self._file.tell() - begin))
        self._runs.append(blocks)

    def merged(self, more: Iterable[Value] = ()) -> Iterator[Value]:
        """Give all values in order, equal ones one after another, together with some that were not put."""
        return heapq.merge(*(self._read(blocks) for blocks in self._runs), sorted(more))

    def _read(self, blocks: Iterable[tuple[int, int]]) -> Iterator[Value]:
        for begin, size in blocks:
            self._file.seek(begin)
            yield from marshal.loads(self._file.read(size))


class SortedTable:
    """Texts under keys: first all are put, then some are looked up. Close it. Everything raises OSError."""

    def __init__(self) -> None:
        """Begin empty."""
        self._runs = SortedRuns[tuple[str, ...]]()
        self._file = _spool(None)
        self._waiting: list[tuple[str, ...]] = []  # key, number, text
        self._count = 0
        self._perhaps = bytearray()  # bits of a Bloom filter
        self._first: list[str] = []  # key of each block
        self._begins = array("Q")
        self._recent: dict[int, list[tuple[str, ...]]] = {}

    def close(self) -> None:
        """Let go of the temporary files."""
        self._runs.__exit__()
        self._file.close()

    def put(self, key: str, text: str) -> None:
        """Keep a text, besides others under the same key."""
        if not self._perhaps:
            self._perhaps = bytearray(_FILTER)
        for at, bit in _bits(key):
            self._perhaps[at] |= bit
        self._waiting.append((key, f"{self._count:016x}", text))
        self._count += 1
        if len(self._waiting) >= _WAITING:
            self._runs.put(self._waiting)
            self._waiting.clear()

    def get(self, key: str) -> list[str]:
        """Return the texts under a key in the order in which they were put; after the first one nothing can be put."""
        if not self._perhaps or not all(self._perhaps[at] & bit for at, bit in _bits(key)):
            return []
        if not self._begins:
            self._build()
        found: list[str] = []
        for number in range(max(bisect_left(self._first, key) - 1, 0), len(self._first)):
            for row in self._block(number):
                if row[0] == key:
                    found.append(row[2])
                elif row[0] > key:
                    return found
        return found

    def _build(self) -> None:
        rows = self._runs.merged(self._waiting)
        while some := list(islice(rows, _ROWS)):
            self._first.append(some[0][0])
            self._begins.append(self._file.tell())
            self._file.write(marshal.dumps(some))
        self._begins.append(self._file.tell())
        self._waiting.clear()

    def _block(self, number: int) -> list[tuple[str, ...]]:
        rows = self._recent.get(number)
        if rows is None:
            self._file.seek(self._begins[number])
            rows = marshal.loads(self._file.read(self._begins[number + 1] - self._begins[number]))
            while len(self._recent) >= _RECENT:
                del self._recent[next(iter(self._recent))]
            self._recent[number] = rows
        return rows


def _bits(key: str) -> tuple[tuple[int, int], ...]:
    number = int.from_bytes(blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).digest())
    places = (number % (_FILTER * 8), (number >> 32) % (_FILTER * 8))
    return tuple((place >> 3, 1 << (place & 7)) for place in places)


def _spool(folder: Path | None) -> SpooledTemporaryFile[bytes]:
    return SpooledTemporaryFile(_SPOOL, dir=None if folder is None else str(folder))


def _batched(values: Iterable[Value]) -> Iterator[list[Value]]:
    every = iter(values)
    while some := list(islice(every, _BLOCK)):
        yield some
