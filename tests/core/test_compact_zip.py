"""A zip of very many files: the same bytes and the same entries as the standard library's, in little memory."""

from __future__ import annotations

import io
import tracemalloc
import zipfile

from desktop.core.compact_zip import CompactZip


def entry(name):
    made = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
    made.compress_type = zipfile.ZIP_DEFLATED
    made.external_attr = 0o644 << 16
    return made


def filled(kind, count):
    held = io.BytesIO()
    with kind(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for n in range(count):
            archive.writestr(entry(f"sources/“{n}”.txt"), f"text {n} ".encode() * n)
        with archive.open(entry("project.qde"), "w", force_zip64=True) as file:
            file.write(b"<Project/>" * 1_000)
    return held


def test_the_bytes_are_those_of_the_standard_library_and_are_read_alike():
    held = filled(CompactZip, 70)
    assert held.getvalue() == filled(zipfile.ZipFile, 70).getvalue()
    with zipfile.ZipFile(held) as theirs, CompactZip(held) as ours:
        assert theirs.testzip() is None
        assert len(ours.entries) == 71 and ours.entries[-1].filename == "project.qde"
        for one, other in zip(theirs.infolist(), ours.entries, strict=True):
            assert all(
                getattr(one, name) == getattr(other, name) for name in zipfile.ZipInfo.__slots__ if name[0] != "_"
            )
            with ours.open(other) as file:
                assert file.read() == theirs.read(one)


def test_many_entries_take_little_memory():
    held = filled(CompactZip, 3_000)
    size = []
    for kind in (zipfile.ZipFile, CompactZip):
        tracemalloc.start()
        archive = kind(held)
        size.append(tracemalloc.get_traced_memory()[0])
        tracemalloc.stop()
        archive.close()
    assert size[1] < size[0] / 3, size
