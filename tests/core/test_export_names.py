"""Many files of an export: their names, the list of them, and what an earlier export left, in little memory."""

from __future__ import annotations

import hashlib
import json
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.exporters import leftovers, manifest
from desktop.core.exporters.names import Known, Names, Places
from desktop.core.exporters.report import ExportedFile, ExportedFiles

NAMES = st.lists(st.text(max_size=12) | st.sampled_from(["a/b.txt", "\udcff", "ä\u2028", ""]), max_size=40)


@given(names=NAMES, at=st.integers(-45, 45))
def test_names_are_a_list(names, at, tmp_path_factory):
    made = Names(names)
    assert list(made) == names and len(made) == len(names) and made[1:-1] == names[1:-1]
    if -len(names) <= at < len(names):
        assert made[at] == names[at]
    else:
        with pytest.raises(IndexError):
            made[at]
    assert list(made.in_order(tmp_path_factory.getbasetemp())) == sorted(names)
    assert all(name in Known(names) for name in names) and "nobody has this" not in Known(names)
    places = Places(made)
    assert [places.find(name) for name in names] == [names.index(name) for name in names]
    assert places.find("nobody has this") is None


def test_the_files_of_a_report_are_a_list_in_little_memory(tmp_path):
    digests = [hashlib.sha256(bytes([n % 250])).hexdigest() for n in range(3_000)]
    tracemalloc.start()
    files = ExportedFiles(tmp_path, Names(f"annotation/article {n:06}/Somebody.tsv" for n in range(3_000)))
    for digest in digests:
        files.add(digest)
    size, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert size < 3_000 * 120
    wanted = [
        ExportedFile(str(tmp_path / f"annotation/article {n:06}/Somebody.tsv"), digest)
        for n, digest in enumerate(digests)
    ]
    assert list(files) == wanted and files[-1] == wanted[-1] and files[5:7] == wanted[5:7]


def listed(count):
    return (ExportedFile(f"data/{n}/“x”\u2028.tsv", f"{n:064x}") for n in range(count))


@pytest.mark.parametrize("count", [0, 1, 3])
def test_a_manifest_is_written_as_one_and_read_line_by_line_or_as_a_whole(tmp_path, count):
    path = tmp_path / manifest.NAME
    about = {
        "format": manifest.FORMAT,
        "export": {"options": {"name": "x", "sha256": "y"}},
        "label_schema": {"name": "[]"},
    }
    manifest.write(path, about, "files", map(manifest.listed, listed(count)))
    text = path.read_text(encoding="utf-8")
    assert text == json.dumps(json.loads(text), ensure_ascii=False, indent=2) + "\n"
    wanted = [(file.path, file.sha256) for file in listed(count)]
    assert list(manifest.files(path)) == wanted
    path.write_text(json.dumps(json.loads(text)), encoding="utf-8")  # laid out anew
    assert list(manifest.files(path)) == wanted
    for other in ("", "[]", "{", '{"format": "else", "files": [{"name": "a", "sha256": "b"}]}'):
        path.write_text(other, encoding="utf-8")
        assert list(manifest.files(path)) == []


def test_a_manifest_of_many_files_is_written_and_read_in_the_memory_of_few(tmp_path):
    def peak(count):
        folder = tmp_path / str(count)
        folder.mkdir()
        about = {"format": manifest.FORMAT}
        tracemalloc.start()
        try:
            manifest.write(folder / manifest.NAME, about, "files", map(manifest.listed, listed(count)))
            assert sum(1 for _ in manifest.files(folder / manifest.NAME)) == count
            return tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()

    few, many = peak(50), peak(2_000)
    assert many < few * 1.5, (few, many)


def test_what_an_earlier_export_left_goes_and_what_is_somebodys_is_named(tmp_path: Path):
    for name in ("data/a.tsv", "data/b.tsv", "data/in/c.tsv"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name, encoding="utf-8")
    files = [ExportedFile(n, hashlib.sha256(n.encode()).hexdigest()) for n in ("data/a.tsv", "data/in/c.tsv")]
    manifest.write(tmp_path / manifest.NAME, {"format": manifest.FORMAT}, "files", map(manifest.listed, files))
    with pytest.raises(Exception, match=r"data/b\.tsv"):
        leftovers.find(tmp_path, ["data/a.tsv"], ".tsv")
    found = leftovers.find(tmp_path, ["data/a.tsv", "data/b.tsv"], ".tsv")
    assert list(found) == ["data/in/c.tsv", manifest.NAME]
    leftovers.remove(found, tmp_path)
    assert sorted(p.relative_to(tmp_path).as_posix() for p in tmp_path.rglob("*")) == [
        "data",
        "data/a.tsv",
        "data/b.tsv",
    ]
