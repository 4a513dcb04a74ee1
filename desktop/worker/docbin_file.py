"""Files of docs as spaCy's DocBin reads them, written while the docs come, in the same memory however many there are.

A DocBin is one MessagePack map, compressed; spaCy makes it whole in memory. Here each of its long values is compressed
into a spool as it comes, and the spools are joined at the end: deflate streams that were flushed to a byte's border may
follow one another, and the checksum of the whole follows from those of the pieces. The strings, which are sorted, are
spooled in sorted runs that are merged. What comes out of the compression is, byte for byte, what spaCy's ``to_bytes``
had put in.
"""

from __future__ import annotations

import struct
import zlib
from array import array
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from itertools import groupby
from pathlib import Path
from tempfile import SpooledTemporaryFile
from typing import TYPE_CHECKING, Any, BinaryIO, Self

from desktop.core.prelabel.messages import DocbinFile
from desktop.core.sorted_runs import SortedRuns

if TYPE_CHECKING:
    from spacy.tokens import Doc

ATTRIBUTES = ("ENT_IOB", "ENT_TYPE", "ENT_KB_ID", "ENT_ID")
MOST_BYTES = 1 << 30
"""Then another file is begun: who reads one has it in memory three times, and MessagePack ends at four of these."""
_SPOOL = 1 << 20
_RUN = 50_000  # strings in memory
_COPY = 1 << 18
_VERSION = "0.1"
_ADLER = 65_521
_RAW = -zlib.MAX_WBITS
_HEAD = b"\x78\x9c"  # of a zlib stream of usual size and level
_LAST = b"\x03\x00"  # an empty last block


class DocbinPart:
    """The docs of one part of a split: one file, or several in a folder of its name if they are too many for one."""

    def __init__(self, split: str, path: Path) -> None:
        """Write to ``path``, or to ``path`` without its ending as a folder, once there is something to write."""
        self._split = split
        self._path = path
        self._file = _File(path.parent)
        self._written: list[DocbinFile] = []

    def add(self, doc: Doc, *, annotated: bool, spans: int, names: Iterable[str]) -> None:
        """Take the next doc; ``names`` are the labels and ids of its spans. Raises OSError."""
        if self._file.size >= MOST_BYTES:
            self._end(self._numbered())
            self._file = _File(self._path.parent)
        self._file.add(doc, annotated=annotated, spans=spans, names=names)

    def close(self) -> tuple[DocbinFile, ...]:
        """Write the file, or the last one, and return all; raises OSError."""
        self._end(self._numbered() if self._written else self._path)
        return tuple(self._written)

    def _numbered(self) -> Path:
        folder = self._path.with_suffix("")
        folder.mkdir(exist_ok=True)
        return folder / f"{folder.name}-{len(self._written) + 1:04}{self._path.suffix}"

    def _end(self, path: Path) -> None:
        with self._file as file:
            file.write(path)
            self._written.append(DocbinFile(self._split, str(path), file.articles, file.annotated, file.spans))


class _File:
    def __init__(self, folder: Path) -> None:
        from spacy.tokens import DocBin
        from srsly.msgpack import Packer

        self.annotated = self.spans = 0
        self._stack = ExitStack()
        self._attributes: list[int | str] = list(DocBin(attrs=ATTRIBUTES).attrs)
        self._pack: Callable[[object], bytes] = Packer(use_bin_type=True).pack
        self._tokens, self._spaces, self._groups, self._data = (
            self._stack.enter_context(_Piece(folder)) for _ in range(4)
        )
        self._folder = folder
        self._lengths = array("i")
        self._unknown = bytearray()  # by doc, whether its spaces are
        self._strings = self._stack.enter_context(_Strings(folder))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    @property
    def articles(self) -> int:
        return len(self._lengths)

    @property
    def size(self) -> int:
        """Bytes before compression, but for what is short."""
        return self._tokens.size + self._spaces.size + self._groups.size + self._data.size

    def add(self, doc: Doc, *, annotated: bool, spans: int, names: Iterable[str]) -> None:
        from spacy.attrs import SPACY  # type: ignore[attr-defined]

        tokens: Any = doc.to_array(self._attributes)
        self._tokens.add(tokens.tobytes("C"))
        self._spaces.add(doc.to_array(SPACY).astype(bool).tobytes("C"))
        self._lengths.append(len(tokens))
        self._unknown.append(doc.has_unknown_spaces)
        self._groups.add(self._pack(doc.spans.to_bytes()))
        self._data.add(self._pack(self._pack(doc.user_data)))
        self._strings.words(tokens[:, 0].tolist(), doc)  # ORTH is the first attribute
        self._strings.update(names)
        self.annotated += annotated
        self.spans += spans

    def write(self, path: Path) -> None:
        """Put all together in the order in which spaCy does."""
        pack, count = self._pack, self.articles
        listed = _array(count)
        with path.open("wb") as file:
            out = _Stream(file)
            out.add(b"\x8a", pack("version"), pack(_VERSION), pack("attrs"), pack(self._attributes))
            out.add(pack("tokens"), _binary(self._tokens.size))
            out.join(self._tokens)
            out.add(pack("spaces"), _binary(self._spaces.size))
            out.join(self._spaces)
            out.add(pack("lengths"), pack(self._lengths.tobytes()))
            with _Piece(self._folder) as strings:
                number = 0
                for string in self._strings.sorted():
                    number += 1
                    strings.add(pack(string))
                out.add(pack("strings"), _array(number))
                out.join(strings)
            out.add(pack("cats"), listed, b"\x80" * count)
            flags = [pack({"has_unknown_spaces": unknown}) for unknown in (False, True)]
            out.add(pack("flags"), listed, *(flags[unknown] for unknown in self._unknown))
            out.add(pack("span_groups"), listed)
            out.join(self._groups)
            out.add(pack("user_data"), listed)
            out.join(self._data)
            out.end()


class _Piece:
    """Bytes that come one after another, compressed, in a temporary file if they are many."""

    def __init__(self, folder: Path) -> None:
        self.size = 0
        self.sum = 1
        self._deflate = zlib.compressobj(wbits=_RAW)
        self._file = _spool(folder)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def add(self, data: bytes) -> None:
        self.size += len(data)
        self.sum = zlib.adler32(data, self.sum)
        self._file.write(self._deflate.compress(data))

    def compressed(self) -> Iterator[bytes]:
        """Give what came, compressed; nothing can be added any more."""
        self._file.write(self._deflate.flush(zlib.Z_SYNC_FLUSH))
        self._file.seek(0)
        while data := self._file.read(_COPY):
            yield data


class _Stream:
    """A zlib stream that is joined from pieces."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._sum = 1
        file.write(_HEAD)

    def add(self, *parts: bytes) -> None:
        deflate = zlib.compressobj(wbits=_RAW)
        data = b"".join(parts)
        self._file.write(deflate.compress(data) + deflate.flush(zlib.Z_SYNC_FLUSH))
        self._sum = zlib.adler32(data, self._sum)

    def join(self, piece: _Piece) -> None:
        for data in piece.compressed():
            self._file.write(data)
        self._sum = joined(self._sum, piece.sum, piece.size)

    def end(self) -> None:
        self._file.write(_LAST + struct.pack(">I", self._sum))


def _spool(folder: Path) -> SpooledTemporaryFile[bytes]:
    return SpooledTemporaryFile(_SPOOL, dir=str(folder))  # where there is room for the file itself


def joined(one: int, other: int, size: int) -> int:
    """Return the Adler-32 of two pieces from those of each and the size of the second."""
    low, low_other = one & 0xFFFF, other & 0xFFFF
    high = (one >> 16) + (other >> 16) + (low - 1) * size
    return (low + low_other - 1) % _ADLER | high % _ADLER << 16


def _binary(size: int) -> bytes:
    """Return how MessagePack begins bytes."""
    if size < 1 << 8:
        return struct.pack(">BB", 0xC4, size)
    return struct.pack(">BH", 0xC5, size) if size < 1 << 16 else struct.pack(">BI", 0xC6, size)


def _array(count: int) -> bytes:
    """Return how MessagePack begins a list."""
    if count < 1 << 4:
        return struct.pack("B", 0x90 | count)
    return struct.pack(">BH", 0xDC, count) if count < 1 << 16 else struct.pack(">BI", 0xDD, count)


class _Strings:
    """Strings, each once and sorted at the end."""

    def __init__(self, folder: Path) -> None:
        self._known: set[int] = set()  # words that are among the strings in memory
        self._here: set[str] = set()
        self._runs = SortedRuns[str](folder)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._runs.__exit__()

    def words(self, found: Iterable[int], doc: Doc) -> None:
        """Take the words of a doc, by their numbers."""
        new = set(found) - self._known
        self._known |= new
        self._here.update(doc.vocab.strings[word] for word in new)

    def update(self, found: Iterable[str]) -> None:
        """Take the names of a doc, after its words."""
        self._here.update(found)
        if len(self._here) >= _RUN:
            self._runs.put(self._here)
            self._here.clear()
            self._known.clear()

    def sorted(self) -> Iterator[str]:
        """Give all in the order of their code points."""
        return (string for string, _ in groupby(self._runs.merged(self._here)))
