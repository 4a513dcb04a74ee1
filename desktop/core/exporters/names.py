"""Many names of files in little memory: some exports write three files for each article."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b
from itertools import islice
from pathlib import Path
from typing import overload

from desktop.core.sorted_runs import SortedRuns

_RUN = 20_000


class Names(Sequence[str]):
    """A list of names that can only grow, in 8 bytes for each and its characters."""

    def __init__(self, names: Iterable[str] = ()) -> None:
        """Begin with some."""
        self._characters = bytearray()
        self._ends = array("Q")
        self.extend(names)

    def append(self, name: str) -> None:
        """Take one more."""
        self._characters += name.encode("utf-8", "surrogatepass")
        self._ends.append(len(self._characters))

    def extend(self, names: Iterable[str]) -> None:
        """Take some more."""
        for name in names:
            self.append(name)

    def in_order(self, folder: Path) -> Names:
        """Return them sorted; ``folder`` is for a temporary file. Raises OSError."""
        waiting = iter(self)
        with SortedRuns[str](folder) as runs:
            while some := list(islice(waiting, _RUN)):
                runs.put(some)
            return Names(runs.merged())

    def __len__(self) -> int:
        return len(self._ends)

    @overload
    def __getitem__(self, index: int) -> str: ...
    @overload
    def __getitem__(self, index: slice) -> list[str]: ...
    def __getitem__(self, index: int | slice) -> str | list[str]:
        if isinstance(index, slice):
            return [self[at] for at in range(*index.indices(len(self)))]
        at = range(len(self))[index]
        begin = self._ends[at - 1] if at else 0
        return self._characters[begin : self._ends[at]].decode("utf-8", "surrogatepass")

    def __iter__(self) -> Iterator[str]:
        return (self[at] for at in range(len(self)))


class Places:
    """Where each of some names stands among them; 16 bytes for each beside the names."""

    def __init__(self, names: Names) -> None:
        """Know these; what is added to them later is not known."""
        hashes = array("Q", map(_hash, names))
        self._names = names
        self._order = array("Q", sorted(range(len(hashes)), key=hashes.__getitem__))
        self._hashes = array("Q", (hashes[number] for number in self._order))

    def find(self, name: str) -> int | None:
        """Return the number of a name, None if it is not there."""
        number = _hash(name)
        at = bisect_left(self._hashes, number)
        while at < len(self._hashes) and self._hashes[at] == number:
            if self._names[self._order[at]] == name:
                return self._order[at]
            at += 1
        return None


class Known:
    """Which names there are, in 8 bytes for each; by their hashes, so that one in some quintillions is mistaken."""

    def __init__(self, names: Iterable[str]) -> None:
        """Know these."""
        self._hashes = array("Q", sorted(array("Q", map(_hash, names))))

    def __contains__(self, name: str) -> bool:
        number = _hash(name)
        at = bisect_left(self._hashes, number)
        return at < len(self._hashes) and self._hashes[at] == number


def _hash(name: str) -> int:
    return int.from_bytes(blake2b(name.encode("utf-8", "surrogatepass"), digest_size=8).digest())
