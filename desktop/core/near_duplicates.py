"""Near-duplicates: the same agency text under several titles, cut here and there.

Two texts are near-duplicates if the sets of their runs of five words have a Jaccard index of at least 0.8. Candidates
come from MinHash (64 values, 16 bands of 4: a pair at 0.8 is missed once in 5,000), and are then compared exactly.
Memory: 256 bytes a text. A group is whatever is joined by such pairs; its name is the text that was given first.
"""

from __future__ import annotations

import re
import zlib
from array import array
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Hashes = NDArray[np.uint64]
    Signatures = NDArray[np.uint32]

SIMILAR = 0.8
_RUN = 5
_VALUES, _BANDS = 64, 16
_ROWS = _VALUES // _BANDS
_ALIKE = 39  # of the 64 values equal: with fewer a pair is far from similar, and is not compared exactly
_LEADERS = 20  # in one bucket: more are different texts that share a phrase
_CHUNK = 4_096
_KNOWN_WORDS = 100_000
_RECENT = 64
_TOLD = 200  # texts after which somebody is asked and told
_WORD = re.compile(r"\w+")


class NearDuplicates:
    """Takes texts one by one, and tells which belong together."""

    def __init__(self) -> None:
        """Begin without texts."""
        self._signatures = bytearray()
        self._count = 0
        self._empty: set[int] = set()
        self._words: dict[str, int] = {}
        self._recent: dict[int, Hashes] = {}

    def add(self, text: str) -> None:
        """Take the next text."""
        import numpy as np

        hashes = self.shingles(text)
        if not len(hashes):
            self._empty.add(self._count)
            self._signatures += bytes(4 * _VALUES)
        else:
            least = np.full(_VALUES, 2**64 - 1, dtype=np.uint64)
            for start in range(0, len(hashes), _CHUNK):
                values = hashes[start : start + _CHUNK, None] * _multipliers()[None, :]
                least = np.minimum(least, values.min(axis=0))
            self._signatures += (least >> np.uint64(32)).astype(np.uint32).tobytes()
        self._count += 1

    def groups(
        self,
        text: Callable[[int], str],
        *,
        alive: Callable[[], None] = lambda: None,
        tell: Callable[[int], None] = lambda done: None,
    ) -> list[int]:
        """Return for each text the number of the first one of its group, its own if it is alone.

        ``text`` gives a text again by its number; ``alive`` is called now and then and may raise; ``tell`` is told of
        how many texts the work that is done would be all of it.
        """
        import numpy as np

        signatures: Signatures = np.frombuffer(self._signatures, dtype=np.uint32).reshape(-1, _VALUES)
        first = array("q", range(self._count))
        joined = bytearray(self._count)  # whether a text is in a group with others

        def find(number: int) -> int:
            while first[number] != number:
                first[number] = first[first[number]]
                number = first[number]
            return number

        for band in range(_BANDS):
            passed = 0
            for bucket in _buckets(signatures[:, band * _ROWS : (band + 1) * _ROWS]):
                alive()
                leaders = _Leaders(signatures)
                for number in bucket:
                    passed += 1
                    if not passed % _TOLD:
                        alive()
                        tell((band * self._count + passed) // _BANDS)
                    if number in self._empty:
                        continue
                    home = None
                    if joined[number]:
                        root = find(number)
                        home = next((x for x in leaders.numbers if joined[x] and find(x) == root), None)
                    if home is not None:
                        continue
                    home = next((x for x in leaders.alike(number) if self._similar(x, number, text)), None)
                    if home is not None:
                        low, high = sorted((find(home), find(number)))
                        first[high] = low
                        joined[home] = joined[number] = True
                    else:
                        leaders.add(number)
            tell((band + 1) * self._count // _BANDS)
        return [find(number) for number in range(self._count)]

    def _similar(self, one: int, other: int, text: Callable[[int], str]) -> bool:
        return _jaccard(self._again(one, text), self._again(other, text)) >= SIMILAR

    def _again(self, number: int, text: Callable[[int], str]) -> Hashes:
        if number not in self._recent:
            while len(self._recent) >= _RECENT:
                del self._recent[next(iter(self._recent))]
            self._recent[number] = self.shingles(text(number))
        return self._recent[number]

    def shingles(self, text: str) -> Hashes:
        """Return the hashes of all runs of five words, each once; of a shorter text, of the whole."""
        import numpy as np

        known = self._words
        if len(known) > _KNOWN_WORDS:
            known.clear()
        found: list[str] = _WORD.findall(text.casefold())
        for word in set(found).difference(known):
            known[word] = zlib.crc32(word.encode("utf-8", "surrogatepass")) + 1
        words = np.fromiter(map(known.__getitem__, found), dtype=np.uint64, count=len(found))
        size = min(_RUN, len(words))
        if not size:  # without a word it is like its equal only
            whole = zlib.crc32(text.encode("utf-8", "surrogatepass")) + 1
            return np.array([whole] if text.strip() else [], dtype=np.uint64)
        runs = np.zeros(len(words) - size + 1, dtype=np.uint64)
        for n in range(size):
            runs = runs * np.uint64(0x100000001B3) + words[n : n + len(runs)]
        runs ^= runs >> np.uint64(31)
        runs *= np.uint64(0x9E3779B97F4A7C15)
        runs ^= runs >> np.uint64(29)
        return np.unique(runs)


class _Leaders:
    """The first texts of a bucket, each for those that are like it, with their signatures side by side."""

    def __init__(self, signatures: Signatures) -> None:
        self.numbers: list[int] = []
        self._signatures = signatures
        self._theirs: Signatures = signatures[:0]

    def add(self, number: int) -> None:
        """Take one more, unless there are enough."""
        if len(self.numbers) < _LEADERS:
            self.numbers.append(number)
            self._theirs = self._signatures[self.numbers]

    def alike(self, number: int) -> list[int]:
        """Return those that may be similar to a text."""
        if not self.numbers:
            return []
        equal = (self._theirs == self._signatures[number]).sum(axis=1)
        return [self.numbers[n] for n in (equal >= _ALIKE).nonzero()[0].tolist()]


def jaccard(one: str, other: str) -> float:
    """Return how alike two texts are, from 0 to 1, as this module measures it."""
    made = NearDuplicates()
    return _jaccard(made.shingles(one), made.shingles(other))


def _jaccard(one: Hashes, other: Hashes) -> float:
    import numpy as np

    both = len(np.intersect1d(one, other, assume_unique=True))
    every = len(one) + len(other) - both
    return both / every if every else 1.0


_made: list[Hashes] = []


def _multipliers() -> Hashes:
    """Return 64 odd numbers, the same in every run; multiplying by one puts all hashes in another order."""
    if not _made:
        import numpy as np

        state, numbers = 0, list[int]()
        for _ in range(_VALUES):  # SplitMix64
            state = (state + 0x9E3779B97F4A7C15) % 2**64
            z = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9 % 2**64
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB % 2**64
            numbers.append((z ^ (z >> 31)) | 1)
        _made.append(np.array(numbers, dtype=np.uint64))
    return _made[0]


def _buckets(band: Signatures) -> Iterator[list[int]]:
    """Yield the numbers of texts that are alike in a band, in order."""
    import numpy as np

    keys = np.zeros(len(band), dtype=np.uint64)
    for column in range(band.shape[1]):
        keys = keys * np.uint64(0x9E3779B97F4A7C15) + band[:, column].astype(np.uint64)
    order = np.argsort(keys, kind="stable")
    ordered = keys[order]
    borders = np.flatnonzero(ordered[1:] != ordered[:-1]) + 1
    starts = np.concatenate(([0], borders))
    ends = np.concatenate((borders, [len(order)]))
    for bucket in np.flatnonzero(ends - starts > 1).tolist():
        yield order[starts[bucket] : ends[bucket]].tolist()
