"""Sorting more than there should be in memory: sorted runs in a temporary file, merged when they are asked for."""

from __future__ import annotations

import heapq
import marshal
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from tempfile import SpooledTemporaryFile
from typing import Generic, Self, TypeVar

Value = TypeVar("Value", str, tuple[str, ...])
_BLOCK = 1_000  # values of each run that are in memory while they are merged
_SPOOL = 1 << 20


class SortedRuns(Generic[Value]):
    """Use it in a ``with`` block: its file is gone after that. Everything raises OSError."""

    def __init__(self, folder: Path) -> None:
        """Have the temporary file, if one is needed, in ``folder``."""
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


def _spool(folder: Path) -> SpooledTemporaryFile[bytes]:
    return SpooledTemporaryFile(_SPOOL, dir=str(folder))


def _batched(values: Iterable[Value]) -> Iterator[list[Value]]:
    every = iter(values)
    while some := list(islice(every, _BLOCK)):
        yield some
