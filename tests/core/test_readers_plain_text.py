"""Plain text files and folders of them."""

from __future__ import annotations

import hashlib
import os

import pytest

from desktop.core.readers import detect, extensions, plain_text
from desktop.core.readers.report import Report
from desktop.core.readers.sources import files_of


def read(path):
    report = Report()
    return list(plain_text.read(path, report)), report


def test_text_title_and_provenance(tmp_path):
    data = b"\xef\xbb\xbfRain in Kyiv\r\n\r\nIt rained.\rAll day.\xe2\x80\xa8Really.\r\n"
    path = tmp_path / "rain.txt"
    path.write_bytes(data)
    (article,), report = read(path)
    assert article.text == "Rain in Kyiv\n\nIt rained.\nAll day.\u2028Really.\n"
    assert article.title == "Rain in Kyiv"
    assert article.meta["_import"] == {
        "file": "rain.txt",
        "encoding": "utf-8-sig",
        "newlines": "mixed",
        "sha256": hashlib.sha256(data).hexdigest(),
    }
    assert not report.problems


def test_file_name_is_the_title_where_there_is_no_headline(tmp_path):
    path = tmp_path / "2016-04-18 report.txt"
    path.write_text("It rained all day.\nThen it stopped.\n", encoding="utf-8")
    (article,), _ = read(path)
    assert article.title == "2016-04-18 report"
    assert article.text == "It rained all day.\nThen it stopped.\n"


def test_same_content_same_uid_whatever_the_file_and_its_line_ends(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"Rain\n\nIt rained.")
    (tmp_path / "b.txt").write_bytes(b"\xef\xbb\xbfRain\r\n\r\nIt rained.")
    (tmp_path / "c.txt").write_bytes(b"Rain\n\nIt rained!")
    uids = [read(tmp_path / f"{name}.txt")[0][0].uid for name in "abc"]
    assert uids[0] == uids[1] != uids[2]
    assert len(uids[0]) == 20
    assert int(uids[0], 16) >= 0


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "The file is empty."),
        (b" \r\n\t", "The file holds no text."),
        (b"a\0b" * 10, "NUL"),
        (b"\x81\x8d" * 100, "Save it as UTF-8"),
    ],
)
def test_what_cannot_be_an_article_is_reported_with_its_file(tmp_path, data, words):
    path = tmp_path / "bad.txt"
    path.write_bytes(data)
    articles, report = read(path)
    assert articles == []
    (problem,) = report.problems
    assert problem.file == str(path)
    assert words in problem.reason
    assert report.skipped == 1


def test_a_guess_is_told_but_the_article_is_taken(tmp_path):
    path = tmp_path / "latin.txt"
    path.write_bytes("Déjà vu à Besançon pendant l’été dernier".encode("cp1252"))
    (article,), report = read(path)
    assert article.text == "Déjà vu à Besançon pendant l’été dernier"
    assert "Windows-1252" in report.problems[0].reason
    assert report.skipped == 0


def test_two_megabytes(tmp_path):
    path = tmp_path / "long.txt"
    text = "A line of 👨🏻‍🚒 text.\n" * 100_000
    path.write_text(text, encoding="utf-8")
    (article,), _ = read(path)
    assert article.text == text


def test_folders_are_walked_in_order_without_hidden_and_foreign_files(tmp_path):
    for name in ("b.txt", "a.TXT", "a.xyz", ".hidden.txt", "sub/c.txt", ".git/d.txt", "x.pdf", "t.csv"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("x", encoding="utf-8")
    report = Report()
    found = [str(p.relative_to(tmp_path)) for p in files_of(tmp_path, extensions("txt"), report)]
    assert found == ["a.TXT", "b.txt", os.path.join("sub", "c.txt")]
    every = [p.name for p in files_of(tmp_path, extensions(), report)]
    assert every == ["a.TXT", "b.txt", "c.txt", "t.csv"]
    assert not report.problems


def test_loops_of_links_end(tmp_path):
    inner = tmp_path / "inner"
    inner.mkdir()
    (inner / "a.txt").write_text("x", encoding="utf-8")
    (inner / "up").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "self.txt").symlink_to("self.txt")
    report = Report()
    assert [p.name for p in files_of(tmp_path, extensions("txt"), report)] == ["a.txt"]
    (problem,) = report.problems
    assert problem.file.endswith("self.txt")


def test_missing_and_unreadable_sources_are_reported(tmp_path):
    report = Report()
    assert list(files_of(tmp_path / "none.txt", extensions(), report)) == []
    empty = tmp_path / "empty"
    empty.mkdir()
    assert list(files_of(empty, extensions(), report)) == []
    pipe = tmp_path / "pipe.txt"
    os.mkfifo(pipe)
    assert list(files_of(pipe, extensions(), report)) == []
    assert [p.reason.split(",")[0] for p in report.problems] == [
        "There is no such file or folder.",
        "The folder holds no file to read (.ann",
        "This is neither a file nor a folder.",
    ]


def test_formats_are_told_by_extension(tmp_path):
    kinds = {name: detect(tmp_path / name) for name in ("a.txt", "a.CSV", "a.tsv", "a.jsonl", "a.json", "a.pdf", "a")}
    assert {name: spec.format if spec else None for name, spec in kinds.items()} == {
        "a.txt": "txt",
        "a.CSV": "csv",
        "a.tsv": "csv",
        "a.jsonl": "jsonl",
        "a.json": "jsonl",
        "a.pdf": None,
        "a": None,
    }
